"""Cut the rows of a document into tables and narrative.

A table is a caption with a body behind it: a run of TABBED rows, or, where the caption names a unit or a 表号 or the
body opens with headings, FLOWING rows up to the next caption, note or heading of the narrative. A title without a body
is an entry of a contents list and stays narrative.
"""

from collections.abc import Callable, Iterator
from functools import cached_property, reduce
from itertools import pairwise, takewhile

from attrs import evolve, field, frozen

from fiscaltables.model.places import Span, spanning
from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Row
from fiscaltables.segmenting.captions import Caption, caption_of, is_part_heading, squeeze, wrapped_title
from fiscaltables.segmenting.second_headers import begins_second_table
from fiscaltables.segmenting.shapes import (
    caption_part,
    ends_balance,
    is_contents,
    is_data,
    is_lone_year,
    is_narrative_heading,
    is_note,
    is_prose,
    is_sentence,
    is_tabbed,
    is_total_row,
)

_LONGEST_REMARK = 40
_MOST_REMARKS = 2
_NEAR_AHEAD = 3
_FAR_AHEAD = 60
_SHORT = 10
_HIGHEST_HEADER = 12
_MOST_PARTS = 12
"""How many lines a caption may have; of more, those nearest to the table are taken."""


@frozen
class Segment:
    """A table as it is printed: its caption, the rows of its body (one group a page or printed header), its notes.

    ``furniture`` holds rows that repeat: captions of continued pages. ``follows`` tells whether nothing of the
    narrative stands between it and the table before, ``untitled`` whether its header stands right behind the rows of
    that table, without a caption, ``year_in_caption`` whether other captions of the document print a year alone.
    """

    caption: Caption
    parts: tuple[tuple[Row, ...], ...]
    notes: tuple[Row, ...] = ()
    furniture: tuple[Row, ...] = ()
    follows: bool = False
    untitled: bool = False
    year_in_caption: bool = False

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the body."""
        return tuple(row for part in self.parts for row in part)

    @cached_property
    def widest(self) -> int:
        """How many cells the longest row has."""
        return max((len(row.cells) for row in self.rows), default=0)

    @cached_property
    def layout(self) -> Layout:
        """TABBED where any row of the body is."""
        tabbed = any(row.layout is not Layout.FLOWING for row in self.rows)
        return self.rows[0].layout if self.rows and not tabbed else Layout.TABBED

    @cached_property
    def span(self) -> Span:
        """The place from the caption to the last note."""
        rows = (*self.caption.rows, *self.rows, *self.notes)
        return spanning(tuple(row.span for row in sorted(rows, key=lambda row: row.span.line or 0)))


@frozen
class Segmented:
    """A document cut into tables and the rows of its narrative, both in document order."""

    tables: tuple[Segment, ...]
    narrative: tuple[Row, ...]


@frozen
class Traits:
    """What a caption tells of its table: whether its texts are sentences, whether 收入 and 支出 stand side by side."""

    free_text: bool
    two_sided: bool


@frozen
class Knowledge:
    """What later stages know of tables.

    ``opens_body`` tells whether a row begins with a heading, ``may_open_header`` whether it may be the beginning of one
    that is wrapped, ``is_header`` whether it is nothing but headings, ``is_of_header`` whether every word of it is at
    least a piece of one, ``labels_row`` whether it is a label that rows have, be it a heading elsewhere or not.
    """

    opens_body: Callable[[Row], bool]
    may_open_header: Callable[[Row], bool]
    is_header: Callable[[Row], bool]
    is_of_header: Callable[[Row], bool]
    labels_row: Callable[[Row], bool]
    traits: Callable[[Caption], Traits]


def cut(rows: tuple[Row, ...], knowledge: Knowledge) -> Segmented:
    """Cut the rows of a document into tables, one for each printed caption or page, and narrative."""
    cutter = _Cutter(rows, knowledge)
    return Segmented(tuple(cutter.tables()), tuple(cutter.narrative))


@frozen(eq=False)
class _Cutter:
    rows: tuple[Row, ...]
    knowledge: Knowledge
    narrative: list[Row] = field(factory=list, init=False)
    parts: dict[int, Caption | None] = field(factory=dict, init=False)

    def tables(self) -> Iterator[Segment]:
        """Yield the tables with what follows their caption directly; the rest goes to the narrative."""
        at, before, follows = 0, None, False
        while at < len(self.rows):
            caption, start, body = self._caption(at)
            end, notes = self._body(caption, body, before if start == at else None)
            self.narrative.extend(self.rows[at:start])
            if end == body:
                at = max(notes, start + 1)
                self.narrative.extend(self.rows[start:at])
                before, follows = None, False
                continue
            inside, outside = _own_caption(caption, self.rows[body:end])
            if not inside.title and self._closes_page(end, outside):
                inside, notes = inside.joined(caption_part(self.rows[end]) or Caption()), end + 1
            follows = follows and start == at
            untitled = follows and not caption.rows and before is not None and self._is_second(before.rows, body)
            years, behind = self._years_in_captions, self.rows[end:notes]
            before = Segment(inside, (outside,), behind, follows=follows, untitled=untitled, year_in_caption=years)
            yield before
            at, follows = notes, True

    def _closes_page(self, at: int, body: tuple[Row, ...]) -> bool:
        """Whether the last line of the body's page is a title: it is printed below the table that it names."""
        if at >= len(self.rows) or not body or body[-1].span.page != self.rows[at].span.page:
            return False
        part = caption_part(self.rows[at])
        last = at + 1 == len(self.rows) or self.rows[at + 1].span.page != self.rows[at].span.page
        return last and self.rows[at].span.page is not None and part is not None and part.title is not None

    def _caption(self, at: int) -> tuple[Caption, int, int]:
        """Give the caption that begins here, where it begins once parts that clash are left out, and its end."""
        start, end = at, at
        parts: list[Caption] = []
        while end < len(self.rows):
            part = self._part(end) or self._remark(_whole(parts), end)
            if part is None:
                break
            while parts and (_whole(parts).clashes(part) or parts[0].says_nothing or len(parts) == _MOST_PARTS):
                start += len(parts.pop(0).rows)
            parts.append(part)
            end += len(part.rows)
        return _whole(parts), start, end

    def _part(self, at: int) -> Caption | None:
        """Give the part of a caption in this row, or in this and the next where a title is wrapped."""
        if at not in self.parts:
            self.parts[at] = self._find_part(at)
        return self.parts[at]

    def _find_part(self, at: int) -> Caption | None:
        row = self.rows[at]
        part = caption_part(row)
        after = self.rows[at + 1] if at + 1 < len(self.rows) else None
        if after is None or row.layout is not Layout.FLOWING or after.layout is not Layout.FLOWING:
            return part
        if is_lone_year(row) and self._may_begin_heading(at):
            return None
        if part is not None:
            return part
        title = wrapped_title(row.text, after.text)
        return Caption(title=title, rows=(row, after)) if title else None

    def _may_begin_heading(self, at: int) -> bool:
        """Whether a year alone on its line may begin a wrapped heading of the header below: 2024年 over 基本支出."""
        year, below = self.rows[at], self.rows[at + 1 : at + 1 + _HIGHEST_HEADER]
        words = (cell for row in takewhile(self.knowledge.is_of_header, below) for cell in row.cells)
        return any(self.knowledge.may_open_header(evolve(year, cells=(*year.cells, word))) for word in words)

    @cached_property
    def _years_in_captions(self) -> bool:
        """Whether a year stands alone in a caption somewhere: more of the caption follows it."""
        pairs = pairwise(self.rows)
        return any(is_lone_year(row) and not is_lone_year(after) and bool(caption_part(after)) for row, after in pairs)

    def _remark(self, caption: Caption, at: int) -> Caption | None:
        """Give a short line that stands between a title and what goes on with its caption or its header."""
        if not caption.title or not self._may_be_remark(at):
            return None
        near = range(at + 1, min(at + 1 + _MOST_REMARKS, len(self.rows)))
        behind = next((end for end in near if not self._may_be_remark(end)), None)
        if behind is None:
            return None
        part, row = self._part(behind), self.rows[behind]
        goes_on = part is not None and not part.title and bool(part.unit or part.entity or part.number)
        opens = part is None and (is_tabbed(row) or self.knowledge.is_header(row))
        return Caption(remarks=(self.rows[at].text,), rows=(self.rows[at],)) if goes_on or opens else None

    def _may_be_remark(self, at: int) -> bool:
        row = self.rows[at]
        if len(row.text) > _LONGEST_REMARK or row.layout is not Layout.FLOWING or row.heading:
            return False
        known = caption_part(row) is not None or is_part_heading(row.text) or self.knowledge.may_open_header(row)
        return not known and not is_data(row) and not self.knowledge.is_of_header(row)

    def _body(self, caption: Caption, start: int, before: Segment | None) -> tuple[int, int]:
        """Give where the body ends and where its notes end; without a body, ``start`` and where to go on."""
        if start >= len(self.rows):
            return start, start
        if is_tabbed(self.rows[start]):
            end = self._tabbed_end(start)
            if not caption.rows and all(map(is_contents, self.rows[start:end])):
                return start, end
        elif (
            self._opens_flowing(caption, start)
            or self._goes_on(before, start)
            or self._opens_unnamed(caption, start)
            or (before is not None and not caption.rows and self._is_second(before.rows, start))
        ):
            end = self._flowing_end(start, before.caption if before and not caption.rows else caption)
        else:
            return start, start
        return end, self._notes_end(end)

    def _opens_flowing(self, caption: Caption, at: int) -> bool:
        if not caption.title and not caption.number:
            return False
        row = self.rows[at]
        described = bool(caption.title and (caption.unit or caption.number))
        if is_note(row) or is_part_heading(row.text):
            return False
        opens = self.knowledge.opens_body(row) or (is_lone_year(row) and self._may_begin_heading(at))
        return opens or (described and not is_prose(row))

    def _goes_on(self, before: Segment | None, at: int) -> bool:
        """Whether rows go on with a flowing table after a note: a code, a name and figures."""
        flowing = before is not None and before.layout is Layout.FLOWING and bool(before.notes)
        return flowing and (is_data(self.rows[at]) or is_total_row(self.rows[at]))

    def _opens_unnamed(self, caption: Caption, at: int) -> bool:
        """Whether a table begins whose caption is not understood: two lines of headings, and figures soon after."""
        if caption.title or not all(map(self.knowledge.is_header, self.rows[at : at + 2])):
            return False
        behind = self.rows[at : at + _FAR_AHEAD]
        end = next((index for index, row in enumerate(behind) if is_part_heading(row.text)), len(behind))
        return any(map(is_data, behind[:end]))

    def _tabbed_end(self, start: int) -> int:
        end = start
        while end < len(self.rows):
            row = self.rows[end]
            if is_note(row) or (end > start and self._begins_another(start, end)):
                break
            if not is_tabbed(row) and not self._stray(end):
                break
            end += 1
        return end

    def _stray(self, at: int) -> bool:
        """Whether a short line between two tabbed rows is a cell that stands alone at a page break."""
        row = self.rows[at]
        follows = at + 1 < len(self.rows) and is_tabbed(self.rows[at + 1])
        short = len(squeeze(row.text)) <= _SHORT and not is_sentence(row)
        return follows and short and not row.heading and caption_of(row) is None

    def _flowing_end(self, start: int, caption: Caption) -> int:
        traits = self.knowledge.traits(caption)
        end = start
        while end < len(self.rows):
            row = self.rows[end]
            if is_note(row) or is_part_heading(row.text) or (row.heading and not self.knowledge.opens_body(row)):
                break
            if end > start and (
                self._begins_another(start, end) or (traits.two_sided and ends_balance(self.rows[end - 1], row))
            ):
                break
            if not traits.free_text and self._is_narrative(end):
                break
            end += 1
        return end

    def _is_narrative(self, at: int) -> bool:
        """Whether a row is a sentence or a heading of the narrative, and no row with figures follows soon."""
        row = self.rows[at]
        said = is_sentence(row) or is_narrative_heading(row)
        return said and not any(map(is_data, self.rows[at : at + _NEAR_AHEAD]))

    def _notes_end(self, start: int) -> int:
        end = start
        while end < len(self.rows):
            row = self.rows[end]
            if is_tabbed(row) or row.heading or is_part_heading(row.text) or self._captions_table(end):
                break
            if end == start and not is_note(row):
                break
            if end > start and not (is_note(row) or is_prose(row)):
                break
            end += 1
        return end

    def _begins_another(self, start: int, at: int) -> bool:
        """Whether another table begins inside a body: with its caption, or with its header alone."""
        return self._captions_table(at) or self._is_second(self.rows[start : min(at, start + _FAR_AHEAD)], at)

    def _is_second(self, before: tuple[Row, ...], at: int) -> bool:
        return begins_second_table(before, self.rows[at], self.knowledge.is_header)

    def _captions_table(self, at: int) -> bool:
        """Whether a caption begins here that a body follows."""
        caption, body = Caption(), at
        for _ in range(_MOST_PARTS):
            part = self._part(body) if body < len(self.rows) else None
            if part is None or caption.clashes(part):
                break
            caption, body = caption.joined(part), body + len(part.rows)
        if body >= len(self.rows) or not (caption.title or (caption.number and caption.unit)):
            return False
        return is_tabbed(self.rows[body]) or self._opens_flowing(caption, body)


def _own_caption(caption: Caption, rows: tuple[Row, ...]) -> tuple[Caption, tuple[Row, ...]]:
    """Take the caption lines that stand as rows of the table itself."""
    while rows:
        part = caption_part(rows[0]) if len(rows[0].printed) <= 2 or not caption.title else None  # noqa: PLR2004  a unit and an entity
        if part is None or caption.clashes(part) or is_lone_year(rows[0]):
            break
        caption, rows = caption.joined(part), rows[1:]
    return caption, rows


def _whole(parts: list[Caption]) -> Caption:
    return reduce(Caption.joined, parts, Caption())

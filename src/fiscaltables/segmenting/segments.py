"""Cut the rows of a document into tables and narrative.

A table is a caption with a body behind it: a run of TABBED rows, or, where the caption names a unit or a 表号 or the
body opens with headings, FLOWING rows up to the next caption, note or part. A title without a body is an entry of a
contents list and stays narrative.
"""

import re
from collections.abc import Callable, Iterator
from functools import reduce

from attrs import evolve, field, frozen

from fiscaltables.model.places import Span, spanning
from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Page, Row
from fiscaltables.segmenting.captions import Caption, caption_of, is_part_heading, squeeze

_NOTE = re.compile(r"^(?:[（(]?(?:注|备注|说明|附注|填表说明)\d*[)）]?[：:、.]|如?本表(?!\d)|此表)")
_PAGE_NUMBER = re.compile(
    r"[-—－–~·]\s*\d{1,4}\s*[-—－–~·]|第\s*\d{1,4}\s*页(?:[,，/\s]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
)
_BARE_PAGE_NUMBER = re.compile(r"\d{1,3}")
_SENTENCE = re.compile("[。；;！？?]")
_SHORT = 10


@frozen
class Segment:
    """A table as it is printed: its caption, the rows of its body (one group a page or printed header), its notes.

    ``furniture`` holds rows that repeat: captions of continued pages and page numbers inside the table.
    """

    caption: Caption
    parts: tuple[tuple[Row, ...], ...]
    notes: tuple[Row, ...] = ()
    furniture: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the body."""
        return tuple(row for part in self.parts for row in part)

    @property
    def layout(self) -> Layout:
        """TABBED where any row of the body is."""
        tabbed = any(row.layout is not Layout.FLOWING for row in self.rows)
        return self.rows[0].layout if self.rows and not tabbed else Layout.TABBED

    @property
    def span(self) -> Span:
        """The place from the caption to the last note."""
        rows = (*self.caption.rows, *self.rows, *self.notes)
        return spanning(tuple(row.span for row in sorted(rows, key=lambda row: row.span.line or 0)))


@frozen
class Segmented:
    """A document cut into tables and the rows of its narrative, both in document order."""

    tables: tuple[Segment, ...]
    narrative: tuple[Row, ...]


def segment(pages: tuple[Page, ...], opens_body: Callable[[Row], bool]) -> Segmented:
    """Cut a document into tables and narrative.

    ``opens_body`` tells whether a FLOWING row holds nothing but headings of tables that are known.
    """
    cutter = _Cutter(tuple(_unnumbered(pages)), opens_body)
    return Segmented(tuple(_joined(cutter.tables())), tuple(cutter.narrative))


def _unnumbered(pages: tuple[Page, ...]) -> Iterator[Row]:
    """Leave out page numbers: marked ones anywhere, bare ones at the edge of a page."""
    for page in pages:
        last = len(page.rows) - 1
        for index, row in enumerate(page.rows):
            bare = page.number is not None and index in {0, last} and _BARE_PAGE_NUMBER.fullmatch(row.text)
            if not (bare or _PAGE_NUMBER.fullmatch(row.text)):
                yield row


@frozen(eq=False)
class _Cutter:
    rows: tuple[Row, ...]
    opens_body: Callable[[Row], bool]
    narrative: list[Row] = field(factory=list, init=False)

    def tables(self) -> Iterator[Segment]:
        """Yield the tables with what follows their caption directly; the rest goes to the narrative."""
        at = 0
        while at < len(self.rows):
            caption, body = self._caption(at)
            end, notes = self._body(caption, body)
            if end == body:
                self.narrative.extend(self.rows[at : max(body, at + 1)])
                at = max(body, at + 1)
                continue
            inside, outside = _own_caption(caption, self.rows[body:end])
            yield Segment(inside, (outside,), self.rows[end:notes])
            at = notes

    def _caption(self, at: int) -> tuple[Caption, int]:
        caption = Caption()
        while at < len(self.rows):
            part = _caption_part(self.rows[at])
            if part is None:
                break
            while caption.clashes(part):
                self.narrative.append(caption.rows[0])
                caption = _caption_from(caption.rows[1:])
            caption = caption.joined(part)
            at += 1
        return caption, at

    def _body(self, caption: Caption, start: int) -> tuple[int, int]:
        """Give where the body ends and where its notes end; both are ``start`` where there is no body."""
        if start >= len(self.rows):
            return start, start
        if _tabbed(self.rows[start]):
            end = self._tabbed_end(start)
        elif self._opens_flowing(caption, self.rows[start]):
            end = self._flowing_end(start)
        else:
            return start, start
        notes = self._notes_end(end)
        return end, notes

    def _opens_flowing(self, caption: Caption, row: Row) -> bool:
        if not caption.title and not caption.number:
            return False
        described = bool(caption.title and (caption.unit or caption.number))
        if _is_note(row) or is_part_heading(row.text):
            return False
        return self.opens_body(row) or (described and not _is_prose(row))

    def _tabbed_end(self, start: int) -> int:
        end = start
        while end < len(self.rows):
            row = self.rows[end]
            if _is_note(row) or (end > start and self._captions_table(end)):
                break
            if not _tabbed(row) and not self._stray(end):
                break
            end += 1
        return end

    def _stray(self, at: int) -> bool:
        """Whether a short line between two tabbed rows is a cell that stands alone at a page break."""
        row = self.rows[at]
        follows = at + 1 < len(self.rows) and _tabbed(self.rows[at + 1])
        short = len(squeeze(row.text)) <= _SHORT and not _SENTENCE.search(row.text)
        return follows and short and not row.heading and caption_of(row) is None

    def _flowing_end(self, start: int) -> int:
        end = start
        while end < len(self.rows):
            row = self.rows[end]
            if _is_note(row) or is_part_heading(row.text) or (row.heading and not self.opens_body(row)):
                break
            if end > start and self._captions_table(end):
                break
            end += 1
        return end

    def _notes_end(self, start: int) -> int:
        end = start
        while end < len(self.rows):
            row = self.rows[end]
            if _tabbed(row) or row.heading or is_part_heading(row.text) or self._captions_table(end):
                break
            if end == start and not _is_note(row):
                break
            if end > start and not (_is_note(row) or _is_prose(row)):
                break
            end += 1
        return end

    def _captions_table(self, at: int) -> bool:
        """Whether a caption begins here that a body follows."""
        if _caption_part(self.rows[at]) is None:
            return False
        caption, body = Caption(), at
        while body < len(self.rows):
            part = _caption_part(self.rows[body])
            if part is None or caption.clashes(part):
                break
            caption, body = caption.joined(part), body + 1
        if not caption.title and not (caption.number and caption.unit):
            return False
        if body >= len(self.rows):
            return False
        return _tabbed(self.rows[body]) or self._opens_flowing(caption, self.rows[body])


def _own_caption(caption: Caption, rows: tuple[Row, ...]) -> tuple[Caption, tuple[Row, ...]]:
    """Take the caption lines that stand as rows of the table itself."""
    while rows:
        part = _caption_part(rows[0]) if len(rows[0].printed) <= 2 or not caption.title else None  # noqa: PLR2004  a unit and an entity
        if part is None or caption.clashes(part):
            break
        caption, rows = caption.joined(part), rows[1:]
    return caption, rows


def _caption_from(rows: tuple[Row, ...]) -> Caption:
    """Give the caption that rows make up which do not clash."""
    parts = [part for row in rows if (part := _caption_part(row)) is not None]
    return reduce(Caption.joined, parts, Caption())


def _caption_part(row: Row) -> Caption | None:
    return None if len(row.printed) > 4 and row.layout is not Layout.FLOWING else caption_of(row)  # noqa: PLR2004  wider rows are headers


def _tabbed(row: Row) -> bool:
    return row.layout is not Layout.FLOWING and len(row.cells) > 1 and _caption_part(row) is None


def _is_note(row: Row) -> bool:
    return bool(_NOTE.match(squeeze(row.text)))


def _is_prose(row: Row) -> bool:
    return bool(_SENTENCE.search(row.text)) or "，" in row.text


def _joined(tables: Iterator[Segment]) -> Iterator[Segment]:
    """Join what continues over pages: the same caption again, or rows without any caption."""
    before: Segment | None = None
    for table in tables:
        if before is not None and _continues(before, table):
            repeated = (*before.furniture, *table.caption.rows)
            before = evolve(
                before, parts=(*before.parts, *table.parts), notes=(*before.notes, *table.notes), furniture=repeated
            )
            continue
        if before is not None:
            yield before
        before = table
    if before is not None:
        yield before


def _continues(before: Segment, after: Segment) -> bool:
    if begins_form(after.rows):
        return False
    same = ("title", "number", "unit", "entity")
    repeated = all(getattr(before.caption, name) == getattr(after.caption, name) for name in same)
    return bool(before.caption.title and repeated)


_FORM_HEADS = ("项目(政策)名称", "项目名称", "部门(单位)名称", "单位(部门)名称", "部门名称", "单位名称", "项目单位")


def begins_form(rows: tuple[Row, ...]) -> bool:
    """Whether the rows begin a performance form: its first label stands alone at the left."""
    if not rows or not rows[0].printed:
        return False
    first = squeeze(rows[0].printed[0].text).replace("（", "(").replace("）", ")")
    labels = len({squeeze(cell.text) for cell in rows[0].printed})
    return first in _FORM_HEADS and labels <= 2  # noqa: PLR2004  a label and its value

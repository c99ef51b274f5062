"""The header of a flowing table: its words put together into the headings of a known template.

Cells are wrapped down to one character a line, and what spans several rows of headings is printed somewhere between
them, so neither the border of a heading nor its place in the print is given. A template says what may stand beside and
under what, from left to right; it is filled heading by heading with words, in printed order where that is possible, and
must use up all of them.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import count, pairwise, takewhile
from pathlib import Path

from attrs import field, frozen

from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import merged
from fiscaltables.recognising.grammar import BegunHeader, Node, begun_header, header_kinds, read_header
from fiscaltables.recognising.turning import PlacedHeading, interleaved, turned
from fiscaltables.recognising.vocabulary import (
    LONGEST_HEADING,
    begins_heading,
    begins_kind,
    heading_kinds,
    is_of_kind,
    is_row_label,
    kinds_of_piece,
    normal,
    unit_in_heading,
    wordings,
)
from fiscaltables.recognising.wordings import SECTIONS

_MOST_WORDS = 400
_MANY_WORDS = 30
"""With more words there are too many orders to try them all."""
_FEW_ROWS = (2, 3)
_MOST_STEPS = 8000
_MOST_STEPS_BY_ROWS = 2000
_MOST_TEMPLATES = 12
_MOST_VISITS = 4
_ROW_TOTALS = frozenset({"合计", "总计"})
_MOST_BETWEEN = 12
"""How many words may stand between two pieces of one heading."""


@frozen
class FlowingHeader:
    """The header as a template took it.

    ``words`` counts the printed words that it is made of, ``spare`` is a total's label that stands among them and is
    the first row's. ``turned`` tells how far the print differs from the template's order; 0 where it agrees.
    """

    tree: Node
    words: int
    spare: Cell | None = None
    turned: int = 0


def find_header(path: Path, words: tuple[Cell, ...]) -> FlowingHeader | None:
    """Give the header that the words begin with, as the template nearest to the print; None where none takes them."""
    return next(iter(find_headers(path, words)), None)


def find_headers(path: Path, words: tuple[Cell, ...]) -> tuple[FlowingHeader, ...]:
    """Give the longest header that the words begin with, as every template that takes it, nearest to the print first.

    Those that agree with the print stand alone; most often it is one. Several are given where the page prints headings
    out of order, or one while another is not whole, so that only the rows can tell which of the templates it is.
    """
    known = header_kinds(path)
    reached = words[: _reach(words, known)]
    in_order = tuple(one for one in _Filling(reached, known, in_order=True).templates(path) if not one.turned)
    filling, found = (_Filling(reached, known), in_order) if in_order else _searched(path, reached, known)
    if not found and not filling.given_up:
        found = _longest(tuple(_Filling(reached, known, whole=False).templates(path)))
    found = tuple(header for header in found if header.spare is None) or found
    agreeing = tuple(header for header in found if header.turned == 0)
    several = len({_headings_of(header.tree) for header in found}) > 1
    if not agreeing and several and filling.given_up:
        return ()  # the rows may choose between all templates, not between those that were found so far
    return agreeing or tuple(sorted(found, key=lambda header: header.turned))


def _searched(
    path: Path, words: tuple[Cell, ...], known: frozenset[str]
) -> tuple["_Filling", tuple[FlowingHeader, ...]]:
    """Give a search and what it found: for many words first as few rows of headings as they could be."""
    few = (_Filling(words, known, rows=rows) for rows in _FEW_ROWS if len(words) > _MANY_WORDS)
    for filling in (*few, _Filling(words, known)):
        found = tuple(filling.templates(path))
        if found:
            break
    return filling, found


def _headings_of(node: Node) -> tuple[object, ...]:
    texts = (cell.text for cell in node.cells)
    return (*node.kinds, *texts, *((child.after, _headings_of(child)) for child in node.children))


def _longest(found: tuple[FlowingHeader, ...]) -> tuple[FlowingHeader, ...]:
    longest = max((header.words for header in found), default=0)
    return tuple(header for header in found if header.words == longest)


def is_header(words: tuple[Cell, ...]) -> bool:
    """Whether words are nothing but known headings, whole ones."""
    reached = {0}
    for start in range(len(words)):
        text = ""
        for end in range(start + 1, len(words) + 1) if start in reached else ():
            text += words[end - 1].text
            if len(text) > LONGEST_HEADING:
                break
            if heading_kinds(text):
                reached.add(end)
    return len(words) in reached


def is_of_header(words: tuple[Cell, ...]) -> bool:
    """Whether every word is a heading or a piece of one."""
    return _reach(words, frozenset(wordings() | SECTIONS)) == len(words)


def may_open_header(words: tuple[Cell, ...]) -> bool:
    """Whether words begin with a known heading, or are the beginning of one that is wrapped."""
    return opens_header(words) or begins_heading("".join(cell.text for cell in words))


def opens_header(words: tuple[Cell, ...]) -> bool:
    """Whether words begin with a heading that is known, wrapped or whole."""
    text = ""
    for cell in words:
        text += cell.text
        if not begins_heading(text):
            return False
        if heading_kinds(text):
            return True
    return False


def _reach(words: tuple[Cell, ...], known: frozenset[str]) -> int:
    """Give the first word that no heading of these kinds holds; digits are of one where they make a year of it."""
    texts = [word.text for word in words[:_MOST_WORDS]]
    at = 0
    while at < len(texts):
        digits = "".join(takewhile(str.isdecimal, texts[at:]))
        behind = next((text for text in texts[at:] if not text.isdecimal()), "")
        if not (begins_heading(digits + behind) if digits else known & kinds_of_piece(texts[at])):
            break
        at += len(list(takewhile(str.isdecimal, texts[at:]))) or 1
    return at


@frozen(eq=False)
class _Filling:
    """The search for a template that the words fill.

    ``whole`` asks for all words, but for one 合计, which is the label of a row; else they may begin with a header.
    ``in_order`` takes each word where it is printed: most headers are found so, and soon. ``rows`` is how many rows of
    headings there may be, each printed from left to right: the words used are then so many runs.
    What may follow depends on the state of the template and the words used alone: where these were met before in
    another order, ``visits`` ends the search; ``given_up`` holds where it ended short.
    """

    words: tuple[Cell, ...]
    known: frozenset[str]
    whole: bool = True
    in_order: bool = False
    rows: int = _MOST_WORDS
    starts: dict[str, list[int]] = field(init=False)
    steps: Iterator[int] = field(factory=count, init=False)
    visits: Counter[tuple[object, ...]] = field(factory=Counter, init=False)
    given_up: list[tuple[object, ...]] = field(factory=list, init=False)

    @starts.default
    def _starts(self) -> dict[str, list[int]]:
        places = range(len(self.words))
        return {kind: [at for at in places if begins_kind(self.words[at].text, kind)] for kind in self.known}

    def templates(self, path: Path) -> Iterator[FlowingHeader]:
        """Yield what the words fill, until a template agrees with the print to the last word."""
        for number, filled in enumerate(self._fill(begun_header(path), ())):
            header = self._header(path, filled)
            if header is not None:
                yield header
                if number > _MOST_TEMPLATES:
                    self.given_up.append(filled)
                    return
                if not header.turned and not interleaved(filled) and self.whole:
                    return

    def _header(self, path: Path, filled: tuple[PlacedHeading, ...]) -> FlowingHeader | None:
        tree = read_header(path, tuple(heading.cell for heading in filled), tuple(heading.kind for heading in filled))
        by_cell = {id(heading.cell): heading for heading in filled}
        how_far = turned(tree, by_cell) if tree else None
        if tree is None or how_far is None:
            return None
        used = {place for heading in filled for place in heading.at}
        spare = next((self.words[place] for place in range(max(used)) if place not in used), None)
        return FlowingHeader(tree, max(used) + 1, spare, how_far)

    def _fill(self, header: BegunHeader, filled: tuple[PlacedHeading, ...]) -> Iterator[tuple[PlacedHeading, ...]]:
        used = frozenset(place for heading in filled for place in heading.at)
        here = header.state, used
        self.visits[here] += 1
        steps = _MOST_STEPS if self.rows == _MOST_WORDS else _MOST_STEPS_BY_ROWS
        if self.visits[here] > _MOST_VISITS or next(self.steps) > steps:
            self.given_up.append(here)
            return
        if header.whole and self._is_enough(used):
            yield filled
        behind = filled[-1].at[-1] + 1 if filled and self.rows < _MOST_WORDS else 0
        found = self._next(header, filled, used)
        for heading in sorted(found, key=lambda heading: (heading.at[0] != behind, heading.at[0], -len(heading.at))):
            longer = header.going_on(heading.kind)
            if longer is not None:
                yield from self._fill(longer, (*filled, heading))

    def _is_enough(self, used: frozenset[int]) -> bool:
        end = len(self.words) if self.whole else max(used, default=0)
        if not self.whole and any(map(_is_torn, self.words[end + 1 :])):
            return False
        left = [place for place in range(end) if place not in used]
        together = len(left) == 1 or left == list(range(end - len(left), end))
        total = together and normal("".join(self.words[place].text for place in left)) in _ROW_TOTALS
        return bool(used) and (not left or total)

    def _next(
        self, header: BegunHeader, filled: tuple[PlacedHeading, ...], used: frozenset[int]
    ) -> Iterator[PlacedHeading]:
        """Yield the headings that may come next; of those that are alike the first and the next."""
        before = filled[-1].at[0] if filled else 0
        first = next((place for place in range(len(self.words)) if place not in used), None)
        for kind in header.choices & self.known:
            begun = (
                start
                for start in self.starts[kind]
                if start not in used and (start == first or not self.in_order) and self._is_in_row(start, used)
            )
            found = [heading for start in begun for heading in self._put_together(kind, (start,), used)]
            found.sort(key=lambda heading: (_breaks(heading), heading.at), reverse=True)
            yield from {(heading.cell.text, heading.at[0] > before): heading for heading in found}.values()

    def _is_in_row(self, start: int, used: frozenset[int]) -> bool:
        """Whether a word goes on with a row of headings, or begins one more on a line of its own."""
        if self.rows == _MOST_WORDS or start - 1 in used or start + 1 in used:
            return True
        begins_line = not start or self.words[start - 1].span.line != self.words[start].span.line
        return begins_line and _runs(used) < self.rows

    def _put_together(self, kind: str, at: tuple[int, ...], used: frozenset[int]) -> Iterator[PlacedHeading]:
        """Yield the headings of a kind that begin with these words, the longest first."""
        text = "".join(self.words[place].text for place in at)
        further = range(at[-1] + 1, min(at[-1] + 2 + _MOST_BETWEEN, len(self.words)))
        following = next(
            (place for place in further if place not in used and self._goes_on(kind, text, at, place)), None
        )
        if following is not None:
            yield from self._put_together(kind, (*at, following), used)
        if is_of_kind(text, kind):
            cell = merged(tuple(self.words[place] for place in at))
            yield PlacedHeading(at, cell, kind, {self.words[place].span.line: place for place in reversed(at)})

    def _goes_on(self, kind: str, text: str, at: tuple[int, ...], place: int) -> bool:
        """Whether a heading goes on with a word; behind words of others only where both pieces are longer than one."""
        piece = self.words[place].text
        apart = min(len(piece), len(self.words[at[-1]].text)) > 1 and not unit_in_heading(piece)
        near = place == at[-1] + 1 or apart
        return near and begins_kind(text + piece, kind)


def _runs(places: frozenset[int]) -> int:
    """Count the runs of neighbours among places."""
    return sum(place - 1 not in places for place in places)


def _is_torn(word: Cell) -> bool:
    """Whether a word can only go on with a heading: then the header is not whole without it."""
    return not begins_heading(word.text) and not is_row_label(word.text)


def _breaks(heading: PlacedHeading) -> int:
    return sum(after - before > 1 for before, after in pairwise(heading.at))

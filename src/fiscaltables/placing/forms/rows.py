"""One row of the indicators: its cells under the columns, whatever of them the print settles."""

from collections.abc import Iterable
from itertools import groupby
from typing import TypeVar

from attrs import evolve, field, frozen

from fiscaltables.model.places import Span, spanning
from fiscaltables.placing.forms.alignment import Ways, aligned, in_place
from fiscaltables.placing.forms.leaves import NOTED_FLAG, OTHER, Leaf
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import joined
from fiscaltables.recognising.forms.vocabulary import FIELDS_OF_LIST, TICKS, is_number, is_unit, levels_of
from fiscaltables.recognising.grammar import Node

Readings = tuple[str | None, ...]
_Item = TypeVar("_Item")
_LONGEST_LEVEL = 14
_FLAGS = frozenset({"FLAG_HEADING", NOTED_FLAG})
_LABELS = frozenset({"LEVEL1_HEADING", "LEVEL2_HEADING", "NAME_HEADING"})
"""The columns in whose texts a blank is that of a wrap."""
_PAIRS = (("（", "）"), ("(", ")"), ("“", "”"), ("《", "》"))
UNKNOWN = frozenset({OTHER, "REMARK_HEADING", "SERIAL_HEADING"})
"""The columns that have no field of their own."""


@frozen
class RowRead:
    """A row by the kind of column; ``open`` holds the readings of a kind that the print does not settle.

    ``ticked`` are the headings under which a √ stands, ``unknown`` the cells of columns that have no field, each with
    its heading. ``placed`` is False where no way fits. ``in_place`` is the one of several readings whose cells all
    stand where the header has them, ``astray`` tells that the only reading of a row stands elsewhere.
    """

    cells: tuple[Cell, ...]
    texts: dict[str, str] = field(factory=dict, hash=False)
    open: dict[str, Readings] = field(factory=dict, hash=False)
    ticked: tuple[str, ...] = ()
    unknown: tuple[tuple[str, Cell], ...] = ()
    shifted: bool = False
    placed: bool = True
    in_place: "RowRead | None" = None
    astray: bool = False

    @property
    def span(self) -> Span:
        """The place of the whole row."""
        return spanning(tuple(cell.span for cell in self.cells))


def gridded_row(cells: tuple[Cell, ...], leaves: tuple[Leaf, ...], *, gaps: bool) -> RowRead:
    """Give a row whose cells are known; of several ways to stand only what they agree on is settled.

    A row that leaves open what it says of its project is not placed.
    """
    ways = aligned(cells, leaves, gaps=gaps)
    read = _agreed(cells, leaves, ways) if ways else None
    if read is None or read.open.keys() & set(FIELDS_OF_LIST):
        return RowRead(cells, _leading_levels(cells), placed=False)
    straight = in_place(cells, leaves, ways) if gaps else ()
    if len(ways) > 1:
        return evolve(read, in_place=_agreed(cells, leaves, straight) if len(straight) == 1 else None)
    return evolve(read, astray=not straight)


def straightened(rows: tuple[RowRead, ...], *, straight: bool) -> tuple[RowRead, ...]:
    """Give rows that could stand in several ways as the header has their cells, where no row of the table is astray."""
    return tuple(row.in_place if straight and row.in_place else row for row in rows)


def _agreed(cells: tuple[Cell, ...], leaves: tuple[Leaf, ...], ways: Ways) -> RowRead:
    readings = [_texts(cells, way, leaves) for way in ways]
    kinds = dict.fromkeys(kind for reading in readings for kind in reading)
    found: dict[str, Readings] = {kind: _distinct(reading.get(kind) for reading in readings) for kind in kinds}
    unknown = [_unknown(cells, way, leaves) for way in ways]
    ticks = _distinct(_ticked(cells, way, leaves) for way in ways)
    if len(ticks) > 1:
        found["FLAG_HEADING"] = _distinct(heading for ticked in ticks for heading in ticked)
    return RowRead(
        cells,
        {kind: texts[0] for kind, texts in found.items() if len(texts) == 1 and texts[0] is not None},
        {kind: texts for kind, texts in found.items() if len(texts) > 1},
        ticks[0] if len(ticks) == 1 else (),
        tuple(pair for pair in unknown[0] if all(pair in pairs for pairs in unknown)),
        _is_shifted(cells, ways[0], leaves),
    )


def _distinct(texts: Iterable[_Item]) -> tuple[_Item, ...]:
    return tuple(dict.fromkeys(texts))


def _ticked(cells: tuple[Cell, ...], way: tuple[int, ...], leaves: tuple[Leaf, ...]) -> tuple[str, ...]:
    """Give the headings under which a √ stands, or in their columns the reason itself."""
    return tuple(leaves[leaf].text for _, leaf in zip(cells, way, strict=True) if leaves[leaf].kind in _FLAGS)


def _unknown(cells: tuple[Cell, ...], way: tuple[int, ...], leaves: tuple[Leaf, ...]) -> tuple[tuple[str, Cell], ...]:
    pairs = ((leaves[leaf], cell) for cell, leaf in zip(cells, way, strict=True))
    return tuple((leaf.text, cell) for leaf, cell in pairs if leaf.kind in UNKNOWN)


def without_wrapped(rows: tuple[RowRead, ...]) -> tuple[RowRead, ...]:
    """Leave unplaced what may be wrapped over lines of flowing text, where nothing shows the border of a cell.

    A text alone on its line, and a bracket or quotation that is not closed, belong to the line before or after.
    """
    pieces = [row.placed and (_is_piece(row) or not _is_closed(row)) for row in rows]
    around = [any(pieces[max(at - 1, 0) : at + 2]) for at in range(len(rows))]
    return tuple(
        evolve(row, placed=False) if torn and "NAME_HEADING" in row.texts else row
        for row, torn in zip(rows, around, strict=True)
    )


def _is_piece(row: RowRead) -> bool:
    return row.texts.keys() == {"NAME_HEADING"}


def _is_closed(row: RowRead) -> bool:
    text = "".join(cell.text for cell in row.cells)
    return text.count('"') % 2 == 0 and all(text.count(left) == text.count(right) for left, right in _PAIRS)


def _leading_levels(cells: tuple[Cell, ...]) -> dict[str, str]:
    """Give the levels that a row begins with, which hold for the rows after it though it could not be placed."""
    found: dict[str, str] = {}
    for kind in ("LEVEL1", "LEVEL2"):
        at = len(found)
        if at < len(cells) and levels_of(cells[at].text) == {kind}:
            found[f"{kind}_HEADING"] = cells[at].text
    return found


def _texts(cells: tuple[Cell, ...], way: tuple[int, ...], leaves: tuple[Leaf, ...]) -> dict[str, str]:
    """Give the text of each kind of column; several reasons, each under its own heading, follow one another."""
    found: dict[str, str] = {}
    for cell, leaf in zip(cells, way, strict=True):
        kind = leaves[leaf].kind
        if kind in UNKNOWN or cell.text in TICKS:
            continue
        kind = "REASON_HEADING" if kind == NOTED_FLAG else kind
        text = joined(cell.text.split()) if kind in _LABELS else cell.text
        found[kind] = f"{found[kind]} {text}" if kind in found else text
    return found


def _is_shifted(cells: tuple[Cell, ...], way: tuple[int, ...], leaves: tuple[Leaf, ...]) -> bool:
    """Whether the cell behind the name does not stand where the header has it."""
    at = next((at for at, leaf in enumerate(way) if leaves[leaf].kind == "NAME_HEADING"), None)
    if at is None or at + 1 == len(cells):
        return False
    printed = cells[at + 1].column - cells[at].column
    return printed != leaves[way[at + 1]].column - leaves[way[at]].column


def flowing_row(row: Node) -> RowRead:
    """Give an indicator of flowing text, which its deadline ends.

    Behind an operator stand value and unit. In a row without one the last text before the deadline is the value.
    """
    pairs = tuple(zip(row.cells, row.kinds, strict=True))
    texts = {"DEADLINE_HEADING": row.cells[-1].text}
    at = next((at for at, (_, kind) in enumerate(pairs) if kind == "OPERATOR"), None)
    if at is None:
        *names, value = row.cells[:-1]
        return _with_name(RowRead(row.cells, {**texts, "VALUE_HEADING": value.text}), tuple(names), value)
    texts["OPERATOR_HEADING"] = row.cells[at].text
    values = row.cells[at + 1 : -1]
    has_unit = len(values) > 1 and (is_unit(values[-1].text) or is_number(values[0].text))
    texts["VALUE_HEADING"] = joined(cell.text for cell in (values[:-1] if has_unit else values))
    if has_unit:
        texts["UNIT_HEADING"] = values[-1].text
    return _with_name(RowRead(row.cells, texts), row.cells[:at], row.cells[at])


def _with_name(read: RowRead, names: tuple[Cell, ...], after: Cell) -> RowRead:
    """Put the pieces of a name together.

    A short line of its own before a line that prints name and value may be a second level that is not known.
    """
    if not names:
        return evolve(read, placed=False)
    lines = [tuple(line) for _, line in groupby(names, key=lambda cell: cell.span.line)]
    whole = joined(cell.text for cell in names)
    alone = len(lines) > 1 and lines[-1][-1].span.end_line == after.span.line
    if alone and len(lines[0]) == 1 and len(lines[0][0].text) <= _LONGEST_LEVEL:
        rest = joined(cell.text for line in lines[1:] for cell in line)
        return evolve(
            read, open={"NAME_HEADING": (whole, rest), "LEVEL2_HEADING": (None, lines[0][0].text)}, texts=read.texts
        )
    return evolve(read, texts={**read.texts, "NAME_HEADING": whole})


def with_whole_name(row: Node) -> tuple[Cell, ...]:
    """Give the cells of a flowing task, the pieces of its name as one."""
    pairs = tuple(zip(row.cells, row.kinds, strict=True))
    names = [cell for cell, kind in pairs if kind == "TEXT"]
    name = evolve(names[0], text=joined(cell.text for cell in names))
    return (name, *(cell for cell, kind in pairs if kind != "TEXT"))

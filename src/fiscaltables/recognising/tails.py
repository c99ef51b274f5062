"""What a wrapped name goes on with, where several codes with their names stand on one line.

The line below may go on with any of them. A name is only wrapped where the next character does not fit, so those are
left out beside which longer names stand whole.
"""

from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve, frozen

from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.cells import code_kinds, figure_kind
from fiscaltables.recognising.vocabulary import is_total

_CODES = frozenset({"FUNCTION_CODE", "ECONOMIC_CODE"})


@frozen
class _Name:
    """The words of a name on a line: from where to where."""

    start: int
    end: int

    def width(self, row: Row) -> int:
        return sum(len(cell.text) for cell in row.cells[self.start : self.end])


def with_tails(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Put lines that go on with a name of the line above behind it, where only one of its names can be wrapped."""
    rooms = _rooms(rows)
    done: list[Row] = []
    for row in rows:
        owner = _owner(done[-1], row, rooms) if done and _is_tail(row) else None
        if owner is None:
            done.append(row)
        else:
            before = done[-1].cells
            done[-1] = evolve(done[-1], cells=(*before[: owner.end], *row.cells, *before[owner.end :]))
    return tuple(done)


def _is_tail(row: Row) -> bool:
    return not any(figure_kind(cell.text) or is_total(cell.text) for cell in row.cells)


def _owner(before: Row, tail: Row, rooms: dict[int, int]) -> _Name | None:
    names = tuple(_names(before))
    wrapped = [name for at, name in enumerate(names) if name.width(before) + 1 > rooms.get(at, 0)]
    return wrapped[0] if len(names) > 1 and len(wrapped) == 1 and tail.cells else None


def _rooms(rows: tuple[Row, ...]) -> dict[int, int]:
    """Give for each place on a line with several names the width of the longest."""
    rooms: dict[int, int] = {}
    for row in rows:
        names = tuple(_names(row))
        for at, name in enumerate(names if len(names) > 1 else ()):
            rooms[at] = max(rooms.get(at, 0), name.width(row))
    return rooms


def _names(row: Row) -> Iterator[_Name]:
    """Yield the names of a line: the words behind each code, up to a figure."""
    codes = [at for at, cell in enumerate(row.cells) if _is_code(cell) and _is_text(row.cells[at + 1 : at + 2])]
    for start, limit in pairwise([*codes, len(row.cells)]):
        end = start + 1
        while end < limit and not figure_kind(row.cells[end].text):
            end += 1
        yield _Name(start + 1, end)


def _is_code(cell: Cell) -> bool:
    return bool(_CODES.intersection(code_kinds(cell.text)))


def _is_text(cells: tuple[Cell, ...]) -> bool:
    return bool(cells) and not figure_kind(cells[0].text)

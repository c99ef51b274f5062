"""The columns of a two-sided table cut into 收入, 支出 and perhaps a third block beside them (支出用途)."""

from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from fiscaltables.placing.figures import Frame, frame_of
from fiscaltables.placing.headers import Column
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import figure_kind
from fiscaltables.recognising.grammar import Node

REVENUE, EXPENDITURE, THIRD = "revenue", "expenditure", "purpose"
"""The names of the sides, which are those of the grammar's flowing rules too."""
_KINDS = {
    "REVENUE_SIDE": REVENUE, "CURRENT_YEAR": REVENUE, "APPROPRIATION": REVENUE,
    "EXPENDITURE_SIDE": EXPENDITURE, "CURRENT_EXPENDITURE": EXPENDITURE,
}  # fmt: skip
_WORDS = {"收入": REVENUE, "支出": EXPENDITURE}


@frozen
class Side:
    """The columns of one side, from column ``start`` on, without the heading over the side.

    ``of`` is 收入 or 支出; a third block belongs to one of them and has a ``heading`` of its own.
    """

    of: str
    start: int
    columns: tuple[Column, ...]
    frame: Frame
    heading: str | None = None

    @property
    def name(self) -> str:
        """The name that its entries are kept under."""
        return THIRD if self.heading else self.of

    @property
    def leaves(self) -> tuple[str, ...]:
        """The lowest headings of its figures."""
        return tuple(path[-1] for path in self.frame.paths)

    def under(self, cells: tuple[Cell, ...]) -> tuple[tuple[Cell, Column], ...]:
        """Give the cells of a row that stand in this side, each with its column."""
        return tuple(zip(cells[self.start : self.start + len(self.columns)], self.columns, strict=False))


def sides_of(columns: tuple[Column, ...], rows: tuple[Node, ...], unit: str | None) -> tuple[Side, ...]:
    """Cut the columns at the headings 收入 and 支出, or where a second 项目 begins.

    None at all where the headings do not tell which side a run of columns is, or not both sides are there.
    """
    found: list[Side] = []
    runs: list[tuple[Column, ...]] = []
    for start, end in _runs(columns):
        run = columns[start:end]
        of = _side_of(run, len(found))
        before = next((other for other, side in zip(runs, found, strict=True) if side.of == of), None)
        levels, heading = _parted(run, before)
        if of is None or (before is not None and heading is None):
            return ()
        below = tuple(column.below(levels) for column in run)
        figures = tuple(column for column in below if column.role == "figure")
        found.append(Side(of, start, below, frame_of(figures, _amounts(rows), unit), heading))
        runs.append(run)
    names = [side.name for side in found]
    return tuple(found) if {REVENUE, EXPENDITURE}.issubset(names) and len(set(names)) == len(names) else ()


def _runs(columns: tuple[Column, ...]) -> Iterator[tuple[int, int]]:
    """Give the beginnings and ends of the sides; each begins with its labels, or with 行次 before them."""
    roles = [column.role for column in columns]
    starts = [
        index - (roles[index - 1 : index] == ["line_number"] and "text" not in roles[index - 2 : index - 1])
        for index, role in enumerate(roles)
        if role == "text" and not (index and columns[index - 1].path == columns[index].path)
    ]
    return pairwise([0, *starts[1:], len(columns)] if starts else [])


def _headed(run: tuple[Column, ...]) -> bool:
    return all(len(column.path) > 1 and column.path[0] == run[0].path[0] for column in run)


def _side_of(run: tuple[Column, ...], before: int) -> str | None:
    """Tell the side by the heading over it, else by its place: 收入 is printed first."""
    if not _headed(run):
        return (REVENUE, EXPENDITURE)[before] if before < len(_WORDS) else None
    kind, text = run[0].kinds[0], run[0].path[0]
    said = {side for word, side in _WORDS.items() if word in text}
    return _KINDS.get(kind) or (said.pop() if len(said) == 1 else None)


def _parted(run: tuple[Column, ...], before: tuple[Column, ...] | None) -> tuple[int, str | None]:
    """Give how many levels of headings stand over a side, and the heading that tells a third block from a side.

    That is the first one that the side does not print: over the whole block, or over its labels.
    """
    levels = int(_headed(run))
    level = next((at for at, heading in enumerate(run[0].path) if before and heading not in before[0].path), None)
    if level is None:
        return levels, None
    heading, over = run[0].path[level], run[0].path[: level + 1]
    shared = all(column.path[: level + 1] == over and len(column.path) > level + 1 for column in run)
    return (level + 1 if shared else levels), heading


def _amounts(rows: tuple[Node, ...]) -> Iterator[str]:
    """Give the figures that show the table's precision; 行次 are whole numbers and none of them."""
    texts = (cell.text for row in rows for cell in row.cells if figure_kind(cell.text) == "AMOUNT")
    return (text for text in texts if "." in text)

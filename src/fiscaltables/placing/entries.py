"""The entries of a two-sided table, side by side, from what the grammar read."""

from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.amounts import Path
from fiscaltables.model.places import spanning
from fiscaltables.model.tables import Entry, PrintedRow
from fiscaltables.placing.columns import columns_of
from fiscaltables.placing.figures import FLOWING, SHIFTED, Frame, frame_of, misplaced, placed_amounts, printed_amounts
from fiscaltables.placing.headers import Column
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import figure_kind, joined, value_of
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.tables import Recognised
from fiscaltables.recognising.vocabulary import side_of

REVENUE, EXPENDITURE = "revenue", "expenditure"
_SIDES = {
    "REVENUE_SIDE": REVENUE, "CURRENT_YEAR": REVENUE, "APPROPRIATION": REVENUE,
    "EXPENDITURE_SIDE": EXPENDITURE, "CURRENT_EXPENDITURE": EXPENDITURE,
}  # fmt: skip


@frozen
class Entries:
    """The columns and entries of both sides, the rows that could not be bound, and the problems met.

    ``furniture`` counts printed 行次 that stand without a label.
    """

    columns: dict[str, tuple[Path, ...]]
    entries: dict[str, tuple[Entry, ...]]
    unread: tuple[PrintedRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    furniture: int = 0


@frozen
class _Side:
    """The columns of one side, from column ``start`` on, without the heading over the side."""

    name: str
    start: int
    columns: tuple[Column, ...]
    frame: Frame

    def under(self, cells: tuple[Cell, ...]) -> tuple[tuple[Cell, Column], ...]:
        """Give the cells of a row that stand in this side, each with its column."""
        return tuple(zip(cells[self.start : self.start + len(self.columns)], self.columns, strict=False))


def gridded_entries(read: Recognised, unit: str | None) -> Entries | None:
    """Give the entries of a table whose cells are known; None where its header shows no two sides."""
    columns = columns_of(read) or ()
    sides = _sides(columns, read.rows, unit)
    if {side.name for side in sides} != {REVENUE, EXPENDITURE}:
        return None
    rows = tuple(_gridded_row(row.cells, sides, len(columns)) for row in read.rows)
    return _collected(sides, rows)


def flowing_entries(read: Recognised, unit: str | None) -> Entries | None:
    """Give the entries of a flowing table, whose grammar tells the sides apart; None where its header is not known."""
    sides = _sides(columns_of(read) or (), read.rows, unit)
    if {side.name for side in sides} != {REVENUE, EXPENDITURE}:
        return None
    by_name = {side.name: side for side in sides}
    return _collected(sides, tuple(_flowing_row(row, by_name.get(row.rule)) for row in read.rows))


@frozen
class _Bound:
    """What one printed row gives."""

    entries: tuple[tuple[str, Entry], ...]
    unread: tuple[PrintedRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    furniture: int = 0


def _collected(sides: tuple[_Side, ...], rows: tuple[_Bound, ...]) -> Entries:
    def of(name: str) -> tuple[Entry, ...]:
        return tuple(entry for row in rows for side, entry in row.entries if side == name)

    return Entries(
        {side.name: side.frame.paths for side in sides},
        {side.name: of(side.name) for side in sides},
        tuple(printed for row in rows for printed in row.unread),
        tuple(problem for row in rows for problem in row.problems),
        sum(row.furniture for row in rows),
    )


def _sides(columns: tuple[Column, ...], rows: tuple[Node, ...], unit: str | None) -> tuple[_Side, ...]:
    """Cut the columns into sides: at the headings 收入 and 支出, or where a second 项目 begins."""
    found: list[_Side] = []
    for start, end in _runs(columns):
        run = columns[start:end]
        headed = len(run[0].path) > 1
        name = _SIDES.get(run[0].kinds[0]) if headed else (REVENUE, EXPENDITURE)[min(len(found), 1)]
        below = tuple(column.below(int(headed)) for column in run)
        figures = tuple(column for column in below if column.role == "figure")
        texts = (cell.text for row in rows for cell in row.cells if figure_kind(cell.text) == "AMOUNT")
        if name is not None:
            found.append(_Side(name, start, below, frame_of(figures, _with_decimals(texts), unit)))
    return tuple(found)


def _with_decimals(texts: Iterator[str]) -> Iterator[str]:
    """Leave 行次 out of the figures that show the table's precision; they are whole numbers."""
    return (text for text in texts if "." in text)


def _runs(columns: tuple[Column, ...]) -> Iterator[tuple[int, int]]:
    roles = [column.role for column in columns]
    starts = [
        index - (roles[index - 1 : index] == ["line_number"] and "text" not in roles[index - 2 : index - 1])
        for index, role in enumerate(roles)
        if role == "text"
    ]
    return pairwise([0, *starts[1:], len(columns)] if starts else [])


def _gridded_row(cells: tuple[Cell, ...], sides: tuple[_Side, ...], width: int) -> _Bound:
    fits = all(cell.blank for cell in cells[width:]) and all(
        _stands(cell, column) and _on_its_side(cell, column, side)
        for side in sides
        for cell, column in side.under(cells)
    )
    if not fits:
        return _shifted_row(cells, sides)
    bound = tuple(_entry(side.under(cells), side.frame) for side in sides)
    pairs = tuple((side.name, entry) for side, (entry, _) in zip(sides, bound, strict=True) if entry)
    unlabelled = [cell for side in sides for cell in _unlabelled(side.under(cells))]
    unread, problems = _no_label(unlabelled)
    spare = sum(bool(number) for entry, number in bound if entry is None)
    found = tuple(problem for side in sides for problem in _problems_of(side.under(cells), side.frame))
    return _Bound(pairs, unread, (*problems, *found), spare)


def _stands(cell: Cell, column: Column) -> bool:
    figure = figure_kind(cell.text)
    if cell.blank or column.role == "figure":
        return cell.blank or figure is not None
    return cell.text.isdecimal() if column.role == "line_number" else figure in {None, "DASH"}


def _on_its_side(cell: Cell, column: Column, side: _Side) -> bool:
    """Whether a label may stand on this side; one that names the other side has lost the blank cells before it."""
    return column.role != "text" or cell.blank or side_of(cell.text) in {None, side.name}


def _entry(here: tuple[tuple[Cell, Column], ...], frame: Frame) -> tuple[Entry | None, str | None]:
    label = next((cell for cell, column in here if column.role == "text" and cell.text), None)
    number = next((cell.text for cell, column in here if column.role == "line_number" and cell.text), None)
    if label is None:
        return None, number
    figures = tuple((cell, column) for cell, column in here if column.role == "figure")
    span = spanning(tuple(cell.span for cell, _ in here if cell.text))
    return Entry(joined(label.text.split()), printed_amounts(figures, frame).amounts, span, number), number


def _problems_of(here: tuple[tuple[Cell, Column], ...], frame: Frame) -> tuple[Problem, ...]:
    return printed_amounts(tuple((cell, column) for cell, column in here if column.role == "figure"), frame).problems


def _unlabelled(here: tuple[tuple[Cell, Column], ...]) -> tuple[Cell, ...]:
    if any(cell.text for cell, column in here if column.role == "text"):
        return ()
    return tuple(cell for cell, column in here if column.role == "figure" and cell.text)


def _no_label(cells: list[Cell]) -> tuple[tuple[PrintedRow, ...], tuple[Problem, ...]]:
    if not cells:
        return (), ()
    span = spanning(tuple(cell.span for cell in cells))
    message = "amounts stand on one side of the table without a label; they are kept as they are printed"
    severity = Severity.ERROR if any(value_of(cell.text) for cell in cells) else Severity.NOTE
    problem = Problem(severity, "amount-without-label", message, span)
    return (PrintedRow(tuple(cell.text for cell in cells), span),), (problem,)


def _shifted_row(cells: tuple[Cell, ...], sides: tuple[_Side, ...]) -> _Bound:
    """Bind a row whose cells are not under their headings: each label takes the figures behind it."""
    printed = tuple(cell for cell in cells if not cell.blank)
    groups = tuple(_groups(printed))
    names = [side_of(group[0].text) for group in groups]
    by_name = {side.name: side for side in sides}
    numbered = any(column.role == "line_number" for side in sides for column in side.columns)
    if numbered or None in names or len(set(names)) < len(names) or figure_kind(printed[0].text):
        row, problem = misplaced(printed)
        return _Bound((), (row,), (problem,))
    bound = [_labelled(group, by_name[str(name)], SHIFTED) for group, name in zip(groups, names, strict=True)]
    pairs = tuple((str(name), entry) for name, (entry, _) in zip(names, bound, strict=True))
    return _Bound(pairs, (), tuple(problem for _, found in bound for problem in found))


def _groups(cells: tuple[Cell, ...]) -> Iterator[tuple[Cell, ...]]:
    group: list[Cell] = []
    for cell in cells:
        if group and not figure_kind(cell.text):
            yield tuple(group)
            group = []
        group.append(cell)
    if group:
        yield tuple(group)


def _labelled(
    group: tuple[Cell, ...], side: _Side, cause: str, number: str | None = None
) -> tuple[Entry, tuple[Problem, ...]]:
    placed = placed_amounts(group[1:], side.frame, cause)
    span = spanning(tuple(cell.span for cell in group))
    return Entry(joined(group[0].text.split()), placed.amounts, span, number), placed.problems


def _flowing_row(row: Node, side: _Side | None) -> _Bound:
    if side is None:
        unread, problems = _no_label(list(row.cells[1:]))
        return _Bound((), unread, problems, furniture=1)
    pairs = tuple(zip(row.cells, row.kinds, strict=True))
    number = next((cell.text for cell, kind in pairs if kind == "LINE_NUMBER_CELL"), None)
    group = tuple(cell for cell, kind in pairs if kind != "LINE_NUMBER_CELL")
    entry, problems = _labelled(group, side, FLOWING, number)
    return _Bound(((side.name, entry),), (), problems)

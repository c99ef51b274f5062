"""The entries of a two-sided table, side by side, from what the grammar read."""

from collections.abc import Iterator

from attrs import frozen

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.amounts import Path
from fiscaltables.model.places import spanning
from fiscaltables.model.tables import Entry, PrintedRow
from fiscaltables.placing.columns import columns_of
from fiscaltables.placing.figures import FLOWING, SHIFTED, Frame, misplaced, placed_amounts, printed_amounts
from fiscaltables.placing.headers import Column
from fiscaltables.placing.sides import Side, sides_of
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import figure_kind, joined, value_of
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.tables import Recognised
from fiscaltables.recognising.vocabulary import side_of

_Here = tuple[tuple[Cell, Column], ...]
"""The cells of a row that stand in one side, each with its column."""


@frozen
class Entries:
    """The columns and entries of both sides, the rows that could not be bound, and the problems met.

    Columns and entries are kept by the names of the sides; ``third`` is the heading of a third block, if there is one.
    ``furniture`` counts printed 行次 that stand without a label.
    """

    columns: dict[str, tuple[Path, ...]]
    entries: dict[str, tuple[Entry, ...]]
    third: str | None = None
    unread: tuple[PrintedRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    furniture: int = 0


def gridded_entries(read: Recognised, unit: str | None) -> Entries | None:
    """Give the entries of a table whose cells are known; None where its header shows no two sides."""
    columns = columns_of(read) or ()
    sides = sides_of(columns, read.rows, unit)
    rows = tuple(_gridded_row(row.cells, sides, len(columns)) for row in read.rows) if sides else ()
    return _collected(sides, rows) if sides else None


def flowing_entries(read: Recognised, unit: str | None) -> Entries | None:
    """Give the entries of a flowing table, whose grammar tells the sides apart; None where its header is not known."""
    sides = sides_of(columns_of(read) or (), read.rows, unit)
    if not sides:
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


def _collected(sides: tuple[Side, ...], rows: tuple[_Bound, ...]) -> Entries:
    def of(name: str) -> tuple[Entry, ...]:
        return tuple(entry for row in rows for side, entry in row.entries if side == name)

    return Entries(
        {side.name: side.frame.paths for side in sides},
        {side.name: of(side.name) for side in sides},
        next((side.heading for side in sides if side.heading), None),
        tuple(printed for row in rows for printed in row.unread),
        tuple(problem for row in rows for problem in row.problems),
        sum(row.furniture for row in rows),
    )


def _gridded_row(cells: tuple[Cell, ...], sides: tuple[Side, ...], width: int) -> _Bound:
    fits = all(cell.blank for cell in cells[width:]) and all(
        _stands(cell, column) and _on_its_side(cell, column, side)
        for side in sides
        for cell, column in side.under(cells)
    )
    if not fits:
        return _shifted_row(cells, sides)
    pieces = _pieces(cells, sides)
    bound = tuple(_entry(here, side.frame) for side, here in pieces)
    pairs = tuple((side.name, entry) for side, (entry, _) in zip(sides, bound, strict=True) if entry)
    unlabelled = [cell for _, here in pieces for cell in _unlabelled(here)]
    unread, problems = _no_label(unlabelled)
    spare = sum(bool(number) for entry, number in bound if entry is None)
    found = tuple(problem for side, here in pieces for problem in _problems_of(here, side.frame))
    return _Bound(pairs, unread, (*problems, *found), spare)


def _stands(cell: Cell, column: Column) -> bool:
    figure = figure_kind(cell.text)
    if cell.blank or column.role == "figure":
        return cell.blank or figure is not None
    return cell.text.isdecimal() if column.role == "line_number" else figure in {None, "DASH"}


def _on_its_side(cell: Cell, column: Column, side: Side) -> bool:
    """Whether a label may stand on this side; one that names the other side has lost the blank cells before it."""
    return column.role != "text" or cell.blank or side_of(cell.text) in {None, side.of}


def _pieces(cells: tuple[Cell, ...], sides: tuple[Side, ...]) -> list[tuple[Side, _Here]]:
    """Give each side its cells of a row.

    A label that stands over a third block too (支出合计) has its amounts under that one, in columns named alike.
    """
    pieces = [(side, side.under(cells)) for side in sides]
    for at, (side, here) in enumerate(pieces[1:], start=1):
        before, labelled = pieces[at - 1]
        beside = side.heading is not None and (side.of, side.leaves) == (before.of, before.leaves)
        if beside and _roles(labelled) == {"text"} and _roles(here) == {"figure"}:
            figures = (cell for cell, column in here if column.role == "figure")
            moved = zip(figures, before.frame.columns, strict=True)
            label = (pair for pair in labelled if pair[1].role == "text")
            pieces[at - 1 : at + 1] = [(before, (*label, *moved)), (side, ())]
    return pieces


def _roles(here: _Here) -> set[str]:
    """Give the roles of the columns in which something is printed."""
    return {column.role for cell, column in here if cell.text}


def _entry(here: _Here, frame: Frame) -> tuple[Entry | None, str | None]:
    labels = [cell for cell, column in here if column.role == "text" and cell.text]
    number = next((cell.text for cell, column in here if column.role == "line_number" and cell.text), None)
    if not labels:
        return None, number
    figures = tuple((cell, column) for cell, column in here if column.role == "figure")
    span = spanning(tuple(cell.span for cell, _ in here if cell.text))
    return Entry(joined(_words(labels)), printed_amounts(figures, frame).amounts, span, number), number


def _words(cells: list[Cell]) -> Iterator[str]:
    return (word for cell in cells for word in cell.text.split())


def _problems_of(here: _Here, frame: Frame) -> tuple[Problem, ...]:
    return printed_amounts(tuple((cell, column) for cell, column in here if column.role == "figure"), frame).problems


def _unlabelled(here: _Here) -> tuple[Cell, ...]:
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


def _shifted_row(cells: tuple[Cell, ...], sides: tuple[Side, ...]) -> _Bound:
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
    group: tuple[Cell, ...], side: Side, cause: str, number: str | None = None
) -> tuple[Entry, tuple[Problem, ...]]:
    placed = placed_amounts(group[1:], side.frame, cause)
    span = spanning(tuple(cell.span for cell in group))
    return Entry(joined(group[0].text.split()), placed.amounts, span, number), placed.problems


def _flowing_row(row: Node, side: Side | None) -> _Bound:
    if side is None:
        unread, problems = _no_label(list(row.cells[1:]))
        return _Bound((), unread, problems, furniture=1)
    pairs = tuple(zip(row.cells, row.kinds, strict=True))
    number = next((cell.text for cell, kind in pairs if kind == "LINE_NUMBER_CELL"), None)
    group = tuple(cell for cell, kind in pairs if kind != "LINE_NUMBER_CELL")
    entry, problems = _labelled(group, side, FLOWING, number)
    return _Bound(((side.name, entry),), (), problems)

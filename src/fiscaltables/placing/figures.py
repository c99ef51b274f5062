"""Printed figures become amounts: at their cell where the grid shows it, by the row's sums where blanks are lost."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve, frozen

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.amounts import Amount, Path, Placement
from fiscaltables.model.places import spanning
from fiscaltables.model.tables import PrintedRow
from fiscaltables.placing.headers import Column
from fiscaltables.placing.identities import Identity, row_identities
from fiscaltables.placing.solver import Solution, satisfied, solve_row
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import figure_kind, value_of
from fiscaltables.recognising.vocabulary import counts_no_money, unit_in_heading
from fiscaltables.screen import quoted

SHIFTED = "the row's cells are shifted against the header"
_PERCENT = ("%", "％")
FLOWING = "blank cells are lost in flowing text"


@frozen
class Frame:
    """What places the figures of a table: its columns of figures, their identities, its last decimal place, unit."""

    columns: tuple[Column, ...]
    identities: tuple[Identity, ...]
    place: Decimal
    unit: str | None

    @property
    def paths(self) -> tuple[Path, ...]:
        """The paths of the columns of figures."""
        return tuple(column.path for column in self.columns)


@frozen
class Placed:
    """The amounts of a row and the problems met in placing them."""

    amounts: tuple[Amount, ...]
    problems: tuple[Problem, ...] = ()


def frame_of(columns: tuple[Column, ...], texts: Iterator[str], unit: str | None) -> Frame:
    """Give the frame of a table with these columns of figures; ``texts`` are all its printed figures."""
    places = (_decimals(text) for text in texts)
    return Frame(columns, row_identities(columns), Decimal(1).scaleb(-max(places, default=0)), unit)


def printed_amounts(cells: tuple[tuple[Cell, Column], ...], frame: Frame) -> Placed:
    """Give the amounts of cells that stand under their columns; blank cells give none."""
    amounts = tuple(
        Amount(
            cell.text, value_of(cell.text), _unit(cell, column, frame), column.path, Placement.PRINTED, span=cell.span
        )
        for cell, column in cells
        if cell.text
    )
    return Placed(amounts, tuple(_unreadable(cell for cell, _ in cells)))


def placed_amounts(cells: tuple[Cell, ...], frame: Frame, cause: str) -> Placed:
    """Give the amounts of figures whose blank neighbours are lost.

    ``cause`` says why in words; it begins the reason of a derived amount.
    """
    if len(cells) > len(frame.columns):
        return _too_many(cells, frame)
    values = tuple(known_value(cell.text) for cell in cells)
    solution = solve_row(values, len(frame.columns), frame.identities, frame.place)
    amounts = tuple(
        _amount(cell, columns, solution, frame, cause) for cell, columns in zip(cells, solution.candidates, strict=True)
    )
    return Placed(amounts, (*_unreadable(iter(cells)), *_doubts(cells, solution, frame)))


def in_unit_of(label: str | None, placed: Placed) -> Placed:
    """Give the amounts of a row in the unit of its label: the one that it prints, or none where it counts no money.

    Percentages stay what they are.

    >>> in_unit_of("公务用车保有量（辆）", Placed(())).amounts
    ()
    """
    unit = unit_in_heading(label or "")
    if unit is None and not counts_no_money(label or ""):
        return placed
    amounts = (amount if amount.unit == "%" else evolve(amount, unit=unit) for amount in placed.amounts)
    return evolve(placed, amounts=tuple(amounts))


def adds_up(row: dict[int, str], frame: Frame) -> bool:
    """Whether a row, its figures by column, satisfies every identity."""
    values = {column: known_value(text) for column, text in row.items()}
    return all(satisfied(values, identity, frame.place) for identity in frame.identities)


def _amount(cell: Cell, columns: tuple[int, ...], solution: Solution, frame: Frame, cause: str) -> Amount:
    value = value_of(cell.text)
    if len(columns) == 1 and not solution.contradicted:
        column = frame.columns[columns[0]]
        reason = f"{cause}; {_because(columns[0], solution, frame)}"
        unit = _unit(cell, column, frame)
        return Amount(cell.text, value, unit, column.path, Placement.DERIVED, reason=reason, span=cell.span)
    units = {_unit(cell, frame.columns[index], frame) for index in columns}
    unit = units.pop() if len(units) == 1 else None
    candidates = tuple(frame.columns[index].path for index in columns)
    return Amount(cell.text, value, unit, None, Placement.OPEN, candidates, span=cell.span)


def _unit(cell: Cell, column: Column, frame: Frame) -> str | None:
    """Give the unit of an amount: a printed percent sign, the column's own, else the caption's where it is money.

    A column whose headings nobody knows may count anything: it has no unit but its own.
    """
    if cell.text.endswith(_PERCENT):
        return "%"
    return column.unit or (frame.unit if column.holds_money else None)


def _because(column: int, solution: Solution, frame: Frame) -> str:
    if len(solution.candidates) == len(frame.columns):
        return "the row has as many amounts as the table has columns"
    sums = [identity for identity in frame.identities if column in (identity.total, *identity.parts)]
    said = " and ".join(identity.words(frame.columns) for identity in sums)
    return f"in this row only this column satisfies {said}" if said else "the order of the row leaves only this column"


def known_value(text: str) -> Decimal | None:
    """Give the value for sums: a dash counts as nothing, what cannot be read is not known."""
    return Decimal(0) if figure_kind(text) == "DASH" else value_of(text)


def _decimals(text: str) -> int:
    value = value_of(text)
    exponent = value.as_tuple().exponent if value is not None else 0
    return -exponent if isinstance(exponent, int) else 0


def _unreadable(cells: Iterator[Cell]) -> Iterator[Problem]:
    for cell in cells:
        if cell.text and figure_kind(cell.text) != "DASH" and value_of(cell.text) is None:
            message = f"{quoted(cell.text)} stands where an amount should and is no number"
            yield Problem(Severity.ERROR, "unreadable-amount", message, cell.span)


def _too_many(cells: tuple[Cell, ...], frame: Frame) -> Placed:
    span = spanning(tuple(cell.span for cell in cells))
    message = f"the row has {len(cells)} amounts for {len(frame.columns)} columns"
    amounts = tuple(
        Amount(cell.text, value_of(cell.text), frame.unit, None, Placement.OPEN, frame.paths, span=cell.span)
        for cell in cells
    )
    return Placed(amounts, (Problem(Severity.ERROR, "too-many-amounts", message, span),))


def _doubts(cells: tuple[Cell, ...], solution: Solution, frame: Frame) -> Iterator[Problem]:
    span = spanning(tuple(cell.span for cell in cells))
    if solution.contradicted:
        sums = "; ".join(identity.words(frame.columns) for identity in frame.identities)
        message = f"no placement of the row's {len(cells)} amounts satisfies {sums}; their columns stay open"
        yield Problem(Severity.WARNING, "row-does-not-add-up", message, span)
    if solution.unbounded:
        message = f"the row's {len(cells)} amounts have too many placements to try; their columns stay open"
        yield Problem(Severity.NOTE, "too-many-placements", message, span)


def misplaced(cells: tuple[Cell, ...]) -> tuple[PrintedRow, Problem]:
    """Give the row as printed, and the problem that says so: no cell of it can be told from the next."""
    span = spanning(tuple(cell.span for cell in cells))
    message = "the row's cells do not stand under the headings and cannot be told apart; the row is kept as printed"
    row = PrintedRow(tuple(cell.text for cell in cells), span)
    return row, Problem(Severity.ERROR, "misplaced-cells", message, span)

"""Data frames for pandas: the rows of a table, or the records of amounts and of indicators.

A cell of a frame is a value of the library: a text, a Decimal, None. No amount becomes a binary fraction.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, count
from typing import TYPE_CHECKING, Any

from attrs import asdict, field, fields, frozen

from fiscaltables.exporting.sheets import Sheet, SheetColumn, sheet_of_lines, sheet_of_side
from fiscaltables.extras import needed
from fiscaltables.model.amounts import Amount, Path, Placement
from fiscaltables.model.indicator_records import IndicatorRecord, indicator_records_of
from fiscaltables.model.performance import PerformanceTable, Project
from fiscaltables.model.places import Span
from fiscaltables.model.records import AmountRecord
from fiscaltables.model.tables import BalanceTable, MoneyTable, Table, UnrecognisedTable

if TYPE_CHECKING:
    from pandas import DataFrame

OPEN = "open"
"""The column of what is not settled, as a tuple.

Of a row of amounts these are the printed texts of those that stand under no column, of an indicator the names of the
fields that are left open.
"""

_PLACE = ("page", "sheet", "line")
_WHOLE_NUMBERS = ("table", "year", "page", "line")
_OF_A_PROJECT = ("project", "project_code", "category", "competent_department", "implementing_unit", "amount")
_OF_AN_INDICATOR = (
    *("level1", "level2", "name", "operator", "value", "unit", "target_operator", "number", "target_unit", "deadline"),
    *("weight", "actual", "completion", "score", "reason_flags", "reason", "improvement", OPEN),
)


def table_frame(table: Table) -> "DataFrame":
    """Give a data frame of one row per row of the table; ``attrs`` says which table it is and in which units."""
    contents = CONTENTS[table.kind](table)
    frame = _frame(contents.columns, contents.rows)
    frame.attrs.update(
        number=table.number,
        title=table.title,
        family=table.family.value,
        layout=table.layout.value if table.layout else None,
        unit_of_measure=table.unit_of_measure,
        units=contents.units,
        unread=tuple(row.cells for row in table.unread),
    )
    return frame


def records_frame(records: Iterable[AmountRecord]) -> "DataFrame":
    """Give a data frame of one row per amount, the place of each as ``page``, ``sheet`` and ``line``.

    A path of headings is one text, joined by ``/``, and the candidates are joined by ``; ``.
    """
    return _records_frame(AmountRecord, [_of_record(record) for record in records])


def indicators_frame(records: Iterable[IndicatorRecord]) -> "DataFrame":
    """Give a data frame of one row per indicator, the place of each as ``page``, ``sheet`` and ``line``.

    The names of open fields, and the headings that are ticked as reasons, are one text, joined by ``; ``.
    """
    return _records_frame(IndicatorRecord, [_of_indicator(record) for record in records])


@frozen
class Contents:
    """What goes into the frame of a table: rows by column, and the units that the amounts of each column have."""

    columns: tuple[str | int, ...]
    rows: tuple[dict[Any, object], ...]
    units: dict[str, tuple[str | None, ...]] = field(factory=dict)


def _lines(table: MoneyTable) -> Contents:
    return _contents(("code", "name", "block"), [(sheet_of_lines(table), {})])


def _entries(table: BalanceTable) -> Contents:
    sides: list[tuple[Sheet, dict[str, object]]] = [(sheet_of_side(side), {"side": side.side}) for side in table.sides]
    return _contents(("side", "label", "line_number"), sides)


def _indicators(table: PerformanceTable) -> Contents:
    projects = [_of_project(project) for project in table.projects for _ in project.indicators]
    records = indicator_records_of([table])
    rows = (
        project | {name: getattr(record, name) for name in _OF_AN_INDICATOR}
        for project, record in zip(projects, records, strict=True)
    )
    amounts = [project.amount for project in table.projects if project.amount and project.indicators]
    units = dict.fromkeys(amount.unit for amount in amounts if amount.placement is not Placement.OPEN)
    return Contents((*_OF_A_PROJECT, *_OF_AN_INDICATOR), tuple(rows), {"amount": tuple(units)} if units else {})


def _printed_rows(table: UnrecognisedTable) -> Contents:
    width = max((len(row.cells) for row in table.rows), default=0)
    return Contents(tuple(range(width)), tuple(dict(enumerate(row.cells)) for row in table.rows))


CONTENTS: dict[str, Callable[[Any], Contents]] = {
    MoneyTable.kind: _lines,
    BalanceTable.kind: _entries,
    PerformanceTable.kind: _indicators,
    UnrecognisedTable.kind: _printed_rows,
}
"""What the frame of each kind of table holds."""


def _contents(first: tuple[str, ...], sheets: Sequence[tuple[Sheet, dict[str, object]]]) -> Contents:
    """Put sheets under one another: the columns ``first``, then those of the sheets, then the open amounts.

    Each sheet comes with what all its rows share.
    """
    headed = [(sheet, tuple(_headings(sheet.columns, first)), shared) for sheet, shared in sheets]
    columns = dict.fromkeys((*first, *(heading for _, headings, _ in headed for heading in headings), OPEN))
    rows = tuple(shared | row for sheet, headings, shared in headed for row in _rows(sheet, headings))
    units: dict[str, dict[str | None, None]] = {}
    for sheet, headings, _ in headed:
        for heading, unit in _units(sheet, headings):
            units.setdefault(heading, {})[unit] = None
    return Contents(tuple(columns), rows, {heading: tuple(found) for heading, found in units.items()})


def _headings(columns: Iterable[SheetColumn], first: tuple[str, ...]) -> Iterator[str]:
    """Name the columns of a sheet; a heading that is printed again, or is a name of ours, is numbered."""
    taken = {*first, OPEN}
    for column in columns:
        if column.role.value in first:
            yield column.role.value
            continue
        numbered = (f"{column.heading} ({number})" for number in count(2))
        heading = next(name for name in chain([column.heading], numbered) if name not in taken)
        taken.add(heading)
        yield heading


def _rows(sheet: Sheet, headings: Sequence[str]) -> Iterator[dict[Any, object]]:
    for row in sheet.rows:
        values = (cell.value if isinstance(cell, Amount) else cell for cell in row.cells)
        beside = tuple(amount.text for amount in row.beside)
        yield dict(zip(headings, values, strict=True)) | {OPEN: beside}


def _units(sheet: Sheet, headings: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    for row in sheet.rows:
        for heading, cell in zip(headings, row.cells, strict=True):
            if isinstance(cell, Amount):
                yield heading, cell.unit


def _of_project(project: Project) -> dict[Any, object]:
    amount = project.amount
    # The frame has no column for an open amount of a form: disclosure.amounts() has it with its candidates.
    settled = amount.value if amount and amount.placement is not Placement.OPEN else None
    texts = (project.name, project.code, project.category, project.competent_department, project.implementing_unit)
    return dict(zip(_OF_A_PROJECT, (*texts, settled), strict=True))


def _of_record(record: AmountRecord) -> dict[Any, object]:
    readable = {
        "column": _readable(record.column),
        "candidates": "; ".join(map("/".join, record.candidates)) or None,
    }
    return asdict(record, recurse=False) | readable | _place(record.span)


def _of_indicator(record: IndicatorRecord) -> dict[Any, object]:
    joined = {OPEN: "; ".join(record.open) or None, "reason_flags": "; ".join(record.reason_flags) or None}
    return asdict(record, recurse=False) | joined | _place(record.span)


def _place(span: Span) -> dict[str, object]:
    return {name: getattr(span, name) for name in _PLACE}


def _readable(path: Path | None) -> str | None:
    return None if path is None else "/".join(path)


def _records_frame(kind: type[AmountRecord | IndicatorRecord], rows: Iterable[dict[Any, object]]) -> "DataFrame":
    names = [*(part.name for part in fields(kind) if part.name != "span"), *_PLACE]
    return _frame(names, rows).astype({name: "Int64" for name in _WHOLE_NUMBERS if name in names})


def _frame(columns: Sequence[str | int], rows: Iterable[dict[Any, object]]) -> "DataFrame":
    pandas = needed("pandas", by="to_pandas()", extra="pandas")
    cells = [[row.get(column) for column in columns] for row in rows]
    # Left to itself pandas makes NaN of None, and in some versions texts of its own kind.
    frame: DataFrame = pandas.DataFrame(cells, columns=list(columns), dtype=object)
    return frame

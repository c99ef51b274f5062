"""How a notebook shows a disclosure and its tables: plain HTML, without scripts and without anything from elsewhere."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from fiscaltables.errors import Problem
from fiscaltables.exporting.cells import LEFT, MIDDLE, RIGHT, bounded, columns_left, shown_amount, value_cell
from fiscaltables.exporting.forms import forms_html
from fiscaltables.exporting.markup import Heading, Html, element, header_rows
from fiscaltables.exporting.sheets import Sheet, SheetColumn, SheetRow, sheet_of_lines, sheet_of_side
from fiscaltables.model.amounts import Amount
from fiscaltables.model.disclosure import Disclosure
from fiscaltables.model.performance import PerformanceTable
from fiscaltables.model.summaries import counted
from fiscaltables.model.tables import BalanceTable, MoneyTable, PrintedRow, Table, UnrecognisedTable

_SIDE = "display:inline-block;vertical-align:top;margin-right:2em"
_TABLES = ("number", "title", "family", "unit", "rows", "amounts", "open", "unread")


def disclosure_html(disclosure: Disclosure) -> Html:
    """Show whose disclosure it is, what tables it holds and what problems were met."""
    names = element("tr", *(element("th", element("i", name), style=LEFT) for name in _TABLES))
    return element(
        "div",
        element("p", *_identity(disclosure)),
        element("p", counted(len(disclosure.tables), "table")),
        bounded([names] if disclosure.tables else [], disclosure.tables, _table_row, "table"),
        element("p", counted(len(disclosure.problems), "problem")),
        bounded([], disclosure.problems, _problem_row, "problem"),
    )


def table_html(table: Table) -> Html:
    """Show a table: its caption, its rows, its notes, and what of it could not be read."""
    return element(
        "div",
        element("p", *_caption(table)),
        *BODIES[table.kind](table),
        *([element("p", "total: ", *shown_amount(table.total, table))] if table.total else []),
        *(element("p", note) for note in table.notes),
        *([element("p", f"{counted(len(table.unread), 'row')} unread:")] if table.unread else []),
        bounded([], table.unread, _printed_row, "row"),
    )


def _identity(disclosure: Disclosure) -> Iterator[str]:
    code = f" ({disclosure.entity_code})" if disclosure.entity_code else ""
    stage = disclosure.stage.value.replace("_", " ") if disclosure.stage else "stage not known"
    year = str(disclosure.fiscal_year) if disclosure.fiscal_year is not None else "year not known"
    yield element("b", f"{disclosure.entity or 'entity not known'}{code}")
    yield f", {year}, {stage}"
    if disclosure.source.name:
        yield f", from {disclosure.source.name}"


def _table_row(table: Table) -> Html:
    named = (table.number or "", table.title, table.family.value, table.unit_of_measure or "")
    counts = (table.row_count, len(table.amounts), len(table.open_amounts), len(table.unread))
    left, right = (element("td", text, style=LEFT) for text in named), (_count(count) for count in counts)
    return element("tr", *left, *right)


def _count(count: int) -> Html:
    return element("td", str(count), style=RIGHT)


def _problem_row(problem: Problem) -> Html:
    told = (problem.severity.value, problem.code, str(problem.span), problem.message)
    return element("tr", *(element("td", text, style=f"{LEFT};white-space:pre-wrap") for text in told))


def _caption(table: Table) -> Iterator[str]:
    named = " ".join(word for word in (table.number, table.title) if word)
    yield element("b", named or "table without a title")
    layout = table.layout.value if table.layout else None
    rows = counted(table.row_count, table.row_word)
    yield "".join(
        f", {fact}" for fact in (table.family.value, table.unit_of_measure, table.entity, layout, rows) if fact
    )


def _money(table: MoneyTable) -> Iterator[Html]:
    yield _sheet(sheet_of_lines(table), table)


def _balance(table: BalanceTable) -> Iterator[Html]:
    for side in table.sides:
        yield element("div", element("p", side.side), _sheet(sheet_of_side(side), table), style=_SIDE)


def _unrecognised(table: UnrecognisedTable) -> Iterator[Html]:
    yield bounded([], table.rows, _printed_row, table.row_word)


BODIES: dict[str, Callable[[Any], Iterator[Html]]] = {
    MoneyTable.kind: _money,
    BalanceTable.kind: _balance,
    PerformanceTable.kind: forms_html,
    UnrecognisedTable.kind: _unrecognised,
}
"""How the rows of each kind of table are shown."""


def _sheet(sheet: Sheet, table: Table) -> Html:
    """Show a sheet; what is under no column stands in a last column of its own."""
    beside = any(row.beside for row in sheet.rows)

    def shown(row: SheetRow) -> Html:
        last = [_beside(row.beside, table)] if beside else []
        return element("tr", *(value_cell(cell, table) for cell in row.cells), *last)

    return bounded(_header(sheet.columns, beside=beside), sheet.rows, shown, table.row_word)


def _header(columns: Sequence[SheetColumn], *, beside: bool) -> list[Html]:
    paths = [column.path for column in columns] + ([("open",)] if beside else [])
    printed = [column.printed for column in columns] + [False]
    return [element("tr", *(_heading(it, printed=printed[it.column]) for it in row)) for row in header_rows(paths)]


def _heading(heading: Heading, *, printed: bool) -> Html:
    reach = {"colspan": heading.across, "rowspan": heading.down}
    reaching = {name: str(count) for name, count in reach.items() if count > 1}
    return element("th", heading.text if printed else element("i", heading.text), **reaching, style=MIDDLE)


def _beside(amounts: Iterable[Amount], table: Table) -> Html:
    return element("td", *(element("div", *shown_amount(it, table), columns_left(it)) for it in amounts), style=LEFT)


def _printed_row(row: PrintedRow) -> Html:
    return element("tr", *(element("td", text, style=LEFT) for text in row.cells))

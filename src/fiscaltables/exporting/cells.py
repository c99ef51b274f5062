"""The cells of the notebook's display, and tables of them that are cut where they grow long."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from fiscaltables.exporting.markup import Html, element, together
from fiscaltables.model.amounts import Amount, Placement
from fiscaltables.model.summaries import counted
from fiscaltables.model.tables import Table

Shown = TypeVar("Shown")

ROWS_SHOWN = 60
"""How many rows of one table, or tables or problems of one disclosure, are shown; the rest is counted in words."""

CANDIDATES_SHOWN = 6
"""How many of the columns that remain for an open amount are named."""

LEFT = "text-align:left;vertical-align:top"
RIGHT = "text-align:right;vertical-align:top"
MIDDLE = "text-align:center"


def bounded(
    head: Sequence[Html], rows: Sequence[Shown], show: Callable[[Shown], Html], word: str, most: int = ROWS_SHOWN
) -> Html:
    """Show the first rows as a table, and in words how many more there are; nothing where there is nothing to show."""
    if not head and not rows:
        return together()
    body = [element("thead", *head)] if head else []
    table = element("table", *body, element("tbody", *map(show, rows[:most])))
    return together(table, counted_rest(len(rows) - most, word))


def counted_rest(more: int, word: str) -> Html:
    """Say how many more things there are than are shown; nothing where all are shown."""
    return element("p", f"… {counted(more, f'more {word}')}") if more > 0 else together()


def value_cell(cell: str | Amount | None, table: Table) -> Html:
    """Show a text, or an amount as it is printed; how the column of an amount is known can be looked up."""
    if not isinstance(cell, Amount):
        return element("td", cell or "", style=LEFT)
    how = ": ".join(word for word in (cell.placement.value, cell.reason) if word)
    known = {} if cell.placement is Placement.PRINTED else {"title": how}
    return element("td", *shown_amount(cell, table), **known, style=RIGHT)


def shown_amount(amount: Amount, table: Table) -> Iterator[str]:
    """Give an amount's text, and its unit where that is not the caption's."""
    yield amount.text
    if amount.unit and amount.unit != table.unit_of_measure and amount.unit not in amount.text:
        yield element("small", f" {amount.unit}")


def columns_left(amount: Amount) -> str:
    """Name the columns that an amount may stand in."""
    paths = amount.candidates if amount.placement is Placement.OPEN else (amount.column or (),)
    named = ["/".join(path) for path in paths[:CANDIDATES_SHOWN]]
    more = len(paths) - len(named)
    return f" → {' or '.join(named) or 'no column'}" + (f" or … {counted(more, 'more column')}" if more else "")

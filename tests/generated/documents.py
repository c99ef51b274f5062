"""What an invented disclosure says: the values that the printers print and that a reader should give back.

Amounts are texts exactly as they are printed; an amount that is printed blank is not there.
"""

from collections.abc import Iterator
from enum import Enum

from attrs import field, frozen

Path = tuple[str, ...]
"""The headings over a column, from top to leaf."""


class Kind(Enum):
    """What a column of a table holds."""

    CODE = "code"
    NAME = "name"
    TEXT = "text"
    AMOUNT = "amount"


@frozen
class Heading:
    """A heading with the headings under it; only one without parts is a column."""

    text: str
    parts: tuple["Heading", ...] = ()
    kind: Kind = Kind.AMOUNT

    @property
    def depth(self) -> int:
        """How many rows of headings it needs."""
        return 1 + max((part.depth for part in self.parts), default=0)

    @property
    def width(self) -> int:
        """How many columns it stands over."""
        return sum(part.width for part in self.parts) or 1

    def columns(self) -> Iterator[tuple[Path, Kind]]:
        """Give the path and the kind of every column under it."""
        if not self.parts:
            yield (self.text,), self.kind
        for part in self.parts:
            for path, kind in part.columns():
                yield (self.text, *path), kind


def columns_of(headings: tuple[Heading, ...]) -> tuple[tuple[Path, Kind], ...]:
    """Give every column of a table, left to right."""
    return tuple(column for heading in headings for column in heading.columns())


def amount_paths(headings: tuple[Heading, ...]) -> tuple[Path, ...]:
    """Give the paths of the columns that hold amounts, left to right."""
    return tuple(path for path, kind in columns_of(headings) if kind is Kind.AMOUNT)


@frozen
class Row:
    """A row of a table of amounts; ``printed_code`` is what a narrow column leaves of the code."""

    name: str | None
    code: str | None = None
    amounts: dict[Path, str] = field(factory=dict)
    texts: dict[str, str] = field(factory=dict)
    printed_code: str | None = None
    level: int = 0


@frozen(kw_only=True)
class Table:
    """What every table has; ``numbered_columns`` asks for a row of 栏次 and a total in the first column."""

    family: str
    number: str | None
    title: str
    unit: str = "万元"
    entity: str | None = None
    year: int | None = None
    numbered_columns: bool = False
    notes: tuple[str, ...] = ()


@frozen(kw_only=True)
class MoneyTable(Table):
    """A table of amounts with one set of columns."""

    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]


@frozen
class Block:
    """One heading over several lists of rows side by side, with a total at the foot."""

    heading: str
    lists: tuple[tuple[Row, ...], ...]
    total: Row


@frozen(kw_only=True)
class BlocksTable(Table):
    """Blocks side by side that share one set of columns: 人员经费 and 公用经费."""

    headings: tuple[Heading, ...]
    blocks: tuple[Block, ...]


@frozen
class Entry:
    """A row of one side of a balance; without a label it only holds the place, perhaps with its 行次."""

    label: str
    amounts: dict[Path, str] = field(factory=dict)
    line_number: str | None = None


@frozen
class Side:
    """收入 or 支出: the heading over it, the heading over its labels, its columns and its rows."""

    heading: str
    label_heading: str
    headings: tuple[Heading, ...]
    entries: tuple[Entry, ...]


@frozen(kw_only=True)
class BalanceTable(Table):
    """Two sides with as many rows each."""

    revenue: Side
    expenditure: Side


AnyTable = MoneyTable | BlocksTable | BalanceTable


@frozen
class Section:
    """A piece of the narrative."""

    title: str
    paragraphs: tuple[str, ...]


@frozen(kw_only=True)
class Document:
    """A whole disclosure."""

    entity: str
    year: int
    stage: str
    cover: tuple[str, ...]
    tables: tuple[AnyTable, ...]
    before: tuple[Section, ...] = ()
    after: tuple[Section, ...] = ()


def printed_amounts(table: AnyTable) -> tuple[str, ...]:
    """Give the text of every amount of a table."""
    if isinstance(table, BalanceTable):
        entries = (*table.revenue.entries, *table.expenditure.entries)
        return tuple(text for entry in entries for text in entry.amounts.values())
    return tuple(text for row in rows_of(table) for text in row.amounts.values())


def rows_of(table: MoneyTable | BlocksTable) -> tuple[Row, ...]:
    """Give the rows of a table of amounts, block by block and left to right where there are blocks."""
    if isinstance(table, MoneyTable):
        return table.rows
    return tuple(row for block in table.blocks for row in (*(row for rows in block.lists for row in rows), block.total))

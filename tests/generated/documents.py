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
    """A heading with the headings under it; only one without parts is a column.

    ``rows`` is how many rows of headings one with parts takes. One without parts may stand over several columns: the
    first is of its kind, the others hold further texts. ``unit`` is the unit of the column's amounts where it has its
    own.
    """

    text: str
    parts: tuple["Heading", ...] = ()
    kind: Kind = Kind.AMOUNT
    rows: int = 1
    over: int = 1
    unit: str | None = None

    @property
    def depth(self) -> int:
        """How many rows of headings it needs."""
        return self.rows + max((part.depth for part in self.parts), default=0)

    @property
    def width(self) -> int:
        """How many columns it stands over."""
        return sum(part.width for part in self.parts) or self.over

    def columns(self) -> Iterator[tuple[Path, Kind]]:
        """Give the path and the kind of every column under it."""
        if not self.parts:
            yield (self.text,), self.kind
            yield from (((self.text,), Kind.TEXT) for _ in range(self.over - 1))
        for part in self.parts:
            for path, kind in part.columns():
                yield (self.text, *path), kind

    def units(self) -> Iterator[tuple[Path, str | None]]:
        """Give the path and the own unit of every column under it."""
        if not self.parts:
            yield (self.text,), self.unit
        for part in self.parts:
            for path, unit in part.units():
                yield (self.text, *path), unit


def columns_of(headings: tuple[Heading, ...]) -> tuple[tuple[Path, Kind], ...]:
    """Give every column of a table, left to right."""
    return tuple(column for heading in headings for column in heading.columns())


def amount_paths(headings: tuple[Heading, ...]) -> tuple[Path, ...]:
    """Give the paths of the columns that hold amounts, left to right."""
    return tuple(path for path, kind in columns_of(headings) if kind is Kind.AMOUNT)


def own_units(headings: tuple[Heading, ...]) -> dict[Path, str]:
    """Give the units of the columns that have one of their own."""
    return {path: unit for heading in headings for path, unit in heading.units() if unit}


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
    """What every table has.

    ``numbered_columns`` asks for a row of 栏次 and a total in the first column; ``outline`` is a number before the
    title (一、) that is no part of it; ``family_of_title`` is another family that the title alone would tell.
    """

    family: str
    family_of_title: str | None = None
    number: str | None
    title: str
    outline: str = ""
    unit: str | None = "万元"
    entity: str | None = None
    year: int | None = None
    numbered_columns: bool = False
    notes: tuple[str, ...] = ()


@frozen(kw_only=True)
class MoneyTable(Table):
    """A table of amounts, or of texts alone, with one set of columns.

    ``total_across`` puts the name of a total in the first column, ``total_in_header`` the 栏次 or else the first row on
    the last row of the header, which holds nothing else but the parts of the code.
    """

    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    total_across: bool = False
    total_in_header: bool = False


@frozen
class Block:
    """One heading over several lists of rows side by side, with a total at the foot; the heading may be missing."""

    heading: str | None
    lists: tuple[tuple[Row, ...], ...]
    total: Row


@frozen(kw_only=True)
class BlocksTable(Table):
    """Blocks side by side that share one set of columns: 人员经费 and 公用经费."""

    headings: tuple[Heading, ...]
    blocks: tuple[Block, ...]


@frozen
class Entry:
    """A row of one side of a balance; without a label it only holds the place, perhaps with its 行次.

    ``across``: its label stands over a second block too, and its amount under that, so that it may be read in either.
    """

    label: str
    amounts: dict[Path, str] = field(factory=dict)
    line_number: str | None = None
    across: bool = False


@frozen
class Side:
    """收入, 支出 or a third block: the heading over it, the heading over its labels, its columns and its rows.

    ``group`` is a heading between the side's and those of label and amounts; it is a part of the paths.
    """

    heading: str
    label_heading: str
    headings: tuple[Heading, ...]
    entries: tuple[Entry, ...]
    group: str | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """The paths of its columns, without the heading of the side."""
        above = (self.group,) if self.group else ()
        return tuple((*above, *path) for path in amount_paths(self.headings))


@frozen(kw_only=True)
class BalanceTable(Table):
    """Two sides with as many rows each, and perhaps a third block under the heading of the second."""

    revenue: Side
    expenditure: Side
    third: Side | None = None

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides and the third block."""
        return self.revenue, self.expenditure, *((self.third,) if self.third else ())


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
        entries = (entry for side in table.sides for entry in side.entries)
        return tuple(text for entry in entries for text in entry.amounts.values())
    return tuple(text for row in rows_of(table) for text in row.amounts.values())


def rows_of(table: MoneyTable | BlocksTable) -> tuple[Row, ...]:
    """Give the rows of a table of amounts, block by block and left to right where there are blocks."""
    if isinstance(table, MoneyTable):
        return table.rows
    return tuple(row for block in table.blocks for row in (*(row for rows in block.lists for row in rows), block.total))

"""Tables: what a disclosure prints, as typed rows."""

from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from fiscaltables.model.amounts import Amount, Path
from fiscaltables.model.codes import Code
from fiscaltables.model.places import Span


class Family(Enum):
    """The standard families of tables; a region's own title belongs to one of them."""

    BALANCE = "balance"
    REVENUE = "revenue"
    EXPENDITURE = "expenditure"
    FUNCTIONAL = "functional"
    ECONOMIC = "economic"
    THREE_PUBLIC = "three_public"
    PROJECT_EXPENDITURE = "project_expenditure"
    DEBT = "debt"
    PROCUREMENT = "procurement"
    SERVICES = "services"
    EARMARKED = "earmarked"
    TARGETS = "targets"
    OVERALL_TARGETS = "overall_targets"
    EVALUATION = "evaluation"
    OVERALL_EVALUATION = "overall_evaluation"
    OTHER = "other"


class Layout(Enum):
    """How the rows were printed, which says what is known of blank cells."""

    GRID = "grid"
    """Ruled tables: blanks and spans are known."""
    TABBED = "tabbed"
    """Text with tabs: blanks are mostly kept, spans are lost."""
    FLOWING = "flowing"
    """The plain text of a page: blanks are lost, cells are wrapped."""


@frozen
class PrintedRow:
    """A row as it is printed, its blank cells as empty texts."""

    cells: tuple[str, ...]
    span: Span


@frozen
class Line:
    """A row of a table of amounts.

    ``name`` is the text of the first name-like column, further text columns are ``texts`` by their heading;
    ``printed_code`` is given where the print differs from the code; ``block`` is the heading over one of several
    blocks that stand side by side.
    """

    code: Code | None
    name: str | None
    amounts: tuple[Amount, ...]
    span: Span
    printed_code: str | None = None
    texts: dict[str, str] = field(factory=dict, hash=False)
    block: str | None = None


@frozen
class Entry:
    """A row of one side of a two-sided table; ``line_number`` is the printed 行次."""

    label: str
    amounts: tuple[Amount, ...]
    span: Span
    line_number: str | None = None


@frozen
class SideBlock:
    """A third block beside 收入 and 支出 (支出用途)."""

    side: str
    columns: tuple[Path, ...]
    entries: tuple[Entry, ...]


@frozen(kw_only=True)
class Table:
    """What every table has: its caption, its family and what of it could not be read."""

    kind: ClassVar[str] = ""
    family: Family
    layout: Layout | None
    number: str | None
    title: str
    unit_of_measure: str | None
    entity: str | None
    notes: tuple[str, ...] = ()
    total: Amount | None = None
    unread: tuple[PrintedRow, ...] = ()
    span: Span

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """Every amount of the table, in printed order of its rows."""
        return ()


@frozen(kw_only=True)
class MoneyTable(Table):
    """A table of amounts with one set of columns."""

    kind: ClassVar[str] = "money"
    columns: tuple[Path, ...]
    lines: tuple[Line, ...]

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """Every amount of the table, in printed order of its rows."""
        return tuple(amount for line in self.lines for amount in line.amounts)


@frozen(kw_only=True)
class BalanceTable(Table):
    """A two-sided table: 收入 on the left, 支出 on the right, seldom a third block.

    The paths of the columns leave out the side.
    """

    kind: ClassVar[str] = "balance"
    revenue_columns: tuple[Path, ...]
    expenditure_columns: tuple[Path, ...]
    revenue: tuple[Entry, ...]
    expenditure: tuple[Entry, ...]
    blocks: tuple[SideBlock, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all sides."""
        third = (entry for block in self.blocks for entry in block.entries)
        return (*self.revenue, *self.expenditure, *third)

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """Every amount of the table, side by side."""
        return tuple(amount for entry in self.entries for amount in entry.amounts)


@frozen(kw_only=True)
class UnrecognisedTable(Table):
    """A table that no grammar takes, kept whole as printed rows."""

    kind: ClassVar[str] = "unrecognised"
    rows: tuple[PrintedRow, ...]

"""Tables: what a disclosure prints, as typed rows."""

from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from fiscaltables.model.amounts import Amount, Path, Placement
from fiscaltables.model.codes import Code
from fiscaltables.model.places import Span
from fiscaltables.model.summaries import counted, summary

if TYPE_CHECKING:
    from pandas import DataFrame


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

    @property
    def shown_code(self) -> str | None:
        """The digits of the code; what is printed of it where the code is not known."""
        return self.code.digits if self.code else self.printed_code


@frozen
class Entry:
    """A row of one side of a two-sided table; ``line_number`` is the printed 行次."""

    label: str
    amounts: tuple[Amount, ...]
    span: Span
    line_number: str | None = None


@frozen
class SideBlock:
    """A side of a two-sided table with its columns: 收入, 支出, or a third block beside them (支出用途)."""

    side: str
    columns: tuple[Path, ...]
    entries: tuple[Entry, ...]


@frozen(kw_only=True)
class Table:
    """What every table has: its caption, its family and what of it could not be read."""

    kind: ClassVar[str] = ""
    row_word: ClassVar[str] = "row"
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

    def __repr__(self) -> str:
        """Give one line that says which table it is and how much it holds."""
        unit = f"({self.unit_of_measure})" if self.unit_of_measure else None
        held = [counted(self.row_count, self.row_word)]
        held += [counted(len(self.amounts), "amount")] if self.amounts else []
        held += [f"{len(self.open_amounts)} open"] if self.open_amounts else []
        held += [f"{counted(len(self.unread), 'row')} unread"] if self.unread else []
        return summary(type(self).__name__, (self.family.value, self.number, self.title, unit), held)

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """Every amount of the table, in printed order of its rows."""
        return ()

    @property
    def open_amounts(self) -> tuple[Amount, ...]:
        """The amounts whose column is not settled."""
        return tuple(amount for amount in self.amounts if amount.placement is Placement.OPEN)

    @property
    def row_count(self) -> int:
        """How many rows were read: lines, entries or printed rows."""
        return 0

    def to_pandas(self) -> "DataFrame":
        """Give a data frame of one row per row of the table.

        An amount is a Decimal in the printed unit. An open amount stands under no column: its text is in the column
        ``open``. docs/notebook.md describes the columns. Without pandas a MissingExtra says what to install.
        """
        from fiscaltables.exporting.frames import table_frame  # noqa: PLC0415  exporting stands above the model

        return table_frame(self)

    def _repr_html_(self) -> str:
        from fiscaltables.exporting.notebook import table_html  # noqa: PLC0415  exporting stands above the model

        return table_html(self)


@frozen(kw_only=True, repr=False)
class MoneyTable(Table):
    """A table of amounts with one set of columns."""

    kind: ClassVar[str] = "money"
    row_word: ClassVar[str] = "line"
    columns: tuple[Path, ...]
    lines: tuple[Line, ...]

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """Every amount of the table, in printed order of its rows."""
        return tuple(amount for line in self.lines for amount in line.amounts)

    @property
    def row_count(self) -> int:
        """How many lines were read."""
        return len(self.lines)


@frozen(kw_only=True, repr=False)
class BalanceTable(Table):
    """A two-sided table: 收入 on the left, 支出 on the right, seldom a third block.

    The paths of the columns leave out the side.
    """

    kind: ClassVar[str] = "balance"
    row_word: ClassVar[str] = "entry"
    revenue_columns: tuple[Path, ...]
    expenditure_columns: tuple[Path, ...]
    revenue: tuple[Entry, ...]
    expenditure: tuple[Entry, ...]
    blocks: tuple[SideBlock, ...] = ()

    @property
    def sides(self) -> tuple[SideBlock, ...]:
        """Both sides, named ``revenue`` and ``expenditure``, and the further blocks."""
        revenue = SideBlock("revenue", self.revenue_columns, self.revenue)
        expenditure = SideBlock("expenditure", self.expenditure_columns, self.expenditure)
        return (revenue, expenditure, *self.blocks)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all sides."""
        return tuple(entry for side in self.sides for entry in side.entries)

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """Every amount of the table, side by side."""
        return tuple(amount for entry in self.entries for amount in entry.amounts)

    @property
    def row_count(self) -> int:
        """How many entries were read."""
        return len(self.entries)


@frozen(kw_only=True, repr=False)
class UnrecognisedTable(Table):
    """A table that no grammar takes, kept whole as printed rows."""

    kind: ClassVar[str] = "unrecognised"
    rows: tuple[PrintedRow, ...]

    @property
    def row_count(self) -> int:
        """How many rows are printed."""
        return len(self.rows)

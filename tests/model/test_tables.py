"""Tables as values: what they hold and in which order they give their amounts."""

from decimal import Decimal

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from fiscaltables.model.amounts import Amount, Placement
from fiscaltables.model.codes import code_from
from fiscaltables.model.places import Span
from fiscaltables.model.tables import (
    BalanceTable,
    Entry,
    Family,
    Layout,
    Line,
    MoneyTable,
    PrintedRow,
    SideBlock,
    Table,
    UnrecognisedTable,
)

HERE = Span(line=1)
COLUMNS = (("合计",), ("基本支出",))


def _amounts(*texts: str) -> tuple[Amount, ...]:
    pairs = zip(texts, COLUMNS, strict=False)
    return tuple(Amount(text, Decimal(text), "万元", column, Placement.PRINTED) for text, column in pairs)


def _money(*lines: Line) -> MoneyTable:
    return MoneyTable(
        family=Family.EXPENDITURE,
        layout=Layout.TABBED,
        number="表3",
        title="支出总表",
        unit_of_measure="万元",
        entity="云溪市档案服务中心",
        span=HERE,
        columns=COLUMNS,
        lines=lines,
    )


def _balance(*blocks: SideBlock) -> BalanceTable:
    return BalanceTable(
        family=Family.BALANCE,
        layout=Layout.GRID,
        number=None,
        title="收支总表",
        unit_of_measure="万元",
        entity=None,
        span=HERE,
        revenue_columns=(("预算数",),),
        expenditure_columns=COLUMNS,
        revenue=(Entry("一、事业收入", _amounts("7"), HERE),),
        expenditure=(Entry("一、教育支出", _amounts("5", "3"), HERE), Entry("二、其他支出", (), HERE)),
        blocks=blocks,
    )


LINE = Line(code_from("208"), "社会保障", _amounts("4", "3"), HERE)
UNKNOWN = UnrecognisedTable(
    family=Family.OTHER,
    layout=Layout.TABBED,
    number=None,
    title="资产情况表",
    unit_of_measure=None,
    entity=None,
    span=HERE,
    rows=(PrintedRow(("设备", "", "3"), HERE),),
)


def _texts(table: Table) -> list[str]:
    return [amount.text for amount in table.amounts]


def test_amounts_of_a_table_come_row_by_row() -> None:
    """A table of amounts gives them in printed order: along each row, then down."""
    lines = (Line(None, "合计", _amounts("9", "8"), HERE), Line(code_from("208"), "社会保障", _amounts("4", "3"), HERE))
    assert _texts(_money(*lines)) == ["9", "8", "4", "3"]


def test_a_row_without_amounts_is_a_line_all_the_same() -> None:
    """A row that prints no amount stays among the lines and adds none."""
    table = _money(Line(code_from("30109"), "职业年金缴费", (), HERE))
    assert [line.name for line in table.lines] == ["职业年金缴费"]
    assert table.amounts == ()


def test_amounts_of_a_balance_come_side_by_side() -> None:
    """A two-sided table gives the amounts of 收入, then those of 支出."""
    assert _texts(_balance()) == ["7", "5", "3"]


def test_a_third_block_belongs_to_the_balance() -> None:
    """The entries of a third block come after the two sides, in entries and in amounts."""
    table = _balance(SideBlock("支出用途", COLUMNS, (Entry("一、基本支出", _amounts("2"), HERE),)))
    assert [entry.label for entry in table.entries] == ["一、事业收入", "一、教育支出", "二、其他支出", "一、基本支出"]
    assert _texts(table) == ["7", "5", "3", "2"]


def test_an_unrecognised_table_keeps_its_rows_and_has_no_amounts() -> None:
    """A table that nobody knows is its printed rows; none of its cells is called an amount."""
    assert UNKNOWN.rows == (PrintedRow(("设备", "", "3"), HERE),)
    assert UNKNOWN.amounts == ()


@pytest.mark.parametrize(
    ("table", "kind"), [(MoneyTable, "money"), (BalanceTable, "balance"), (UnrecognisedTable, "unrecognised")]
)
def test_kinds_have_the_words_of_the_json_form(table: type[Table], kind: str) -> None:
    """Each kind of table is called as in the public format."""
    assert table.kind == kind


def test_equal_tables_are_equal_values() -> None:
    """Two readings of the same print are one value."""
    assert _balance() == _balance()
    assert _balance() != _balance(SideBlock("支出用途", (), ()))


def test_a_table_cannot_be_changed() -> None:
    """A table is a frozen value."""
    table = _money()
    with pytest.raises(FrozenInstanceError):
        table.title = "收入总表"  # type: ignore[misc]


def test_the_sides_of_a_balance_are_named() -> None:
    """Both sides come with their columns and entries, then the further blocks as they are."""
    third = SideBlock("支出用途", COLUMNS, (Entry("一、基本支出", _amounts("2"), HERE),))
    revenue, expenditure, block = _balance(third).sides
    assert (revenue.side, revenue.columns, revenue.entries[0].label) == ("revenue", (("预算数",),), "一、事业收入")
    assert (expenditure.side, expenditure.columns, len(expenditure.entries)) == ("expenditure", COLUMNS, 2)
    assert block is third


@pytest.mark.parametrize(("table", "rows"), [(_money(), 0), (_money(LINE, LINE), 2), (_balance(), 3), (UNKNOWN, 1)])
def test_every_kind_of_table_counts_its_rows(table: Table, rows: int) -> None:
    """Lines, entries of all sides, or printed rows."""
    assert table.row_count == rows


def test_open_amounts_are_those_without_a_column() -> None:
    """The amounts that nobody placed are told apart."""
    unsettled = Amount("5", Decimal(5), "万元", None, Placement.OPEN, COLUMNS)
    table = _money(Line(None, "合计", (*_amounts("9"), unsettled), HERE))
    assert table.open_amounts == (unsettled,)


@pytest.mark.parametrize(
    ("table", "line"),
    [
        (_money(), "<MoneyTable expenditure 表3 支出总表 (万元): no lines>"),
        (_money(LINE), "<MoneyTable expenditure 表3 支出总表 (万元): 1 line, 2 amounts>"),
        (_balance(), "<BalanceTable balance 收支总表 (万元): 3 entries, 3 amounts>"),
        (UNKNOWN, "<UnrecognisedTable other 资产情况表: 1 row>"),
        (
            evolve(_money(LINE), unread=UNKNOWN.rows),
            "<MoneyTable expenditure 表3 支出总表 (万元): 1 line, 2 amounts, 1 row unread>",
        ),
    ],
)
def test_a_table_is_shown_in_one_line(table: Table, line: str) -> None:
    """The prompt shows which table it is and how much it holds."""
    assert repr(table) == line


def test_the_line_of_a_table_counts_open_amounts() -> None:
    """What is not settled is seen at the prompt."""
    unsettled = Amount("5", Decimal(5), "万元", None, Placement.OPEN, COLUMNS)
    table = _money(Line(None, "合计", (unsettled,), HERE))
    assert repr(table) == "<MoneyTable expenditure 表3 支出总表 (万元): 1 line, 1 amount, 1 open>"


def test_a_line_shows_what_is_printed_of_a_code_that_is_not_known() -> None:
    """The digits where there is a code, else its print, else nothing."""
    lines = (LINE, Line(None, "基本工资", (), HERE, printed_code="3010"), Line(None, "合计", (), HERE))
    assert [line.shown_code for line in lines] == ["208", "3010", None]

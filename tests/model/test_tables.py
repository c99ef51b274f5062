"""Tables as values: what they hold and in which order they give their amounts."""

from decimal import Decimal

import pytest
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
    rows = (PrintedRow(("设备", "", "3"), HERE),)
    table = UnrecognisedTable(
        family=Family.OTHER,
        layout=Layout.TABBED,
        number=None,
        title="资产情况表",
        unit_of_measure=None,
        entity=None,
        span=HERE,
        rows=rows,
    )
    assert table.rows == rows
    assert table.amounts == ()


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

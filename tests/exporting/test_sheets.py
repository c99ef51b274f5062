"""Sheets: which cell stands in which column, and what stands beside."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given

from fiscaltables.exporting.sheets import Role, Sheet, SheetColumn, sheet_of_lines, sheet_of_side
from fiscaltables.model.amounts import Amount, Path, Placement
from fiscaltables.model.codes import code_from
from fiscaltables.model.disclosure import Disclosure
from fiscaltables.model.places import Span
from fiscaltables.model.tables import BalanceTable, Entry, Family, Layout, Line, MoneyTable, SideBlock, Table
from generated.values import DISCLOSURES

TOTAL, BASIC, PROJECT = ("合计",), ("支出", "基本支出"), ("支出", "项目支出")
AMOUNTS = (TOTAL, BASIC, PROJECT)


def amount(text: str, column: Path | None, *candidates: Path) -> Amount:
    """Give an amount under a column, or an open one."""
    placement = Placement.OPEN if column is None else Placement.PRINTED
    return Amount(text, Decimal(text), "万元", column, placement, candidates)


def money(columns: tuple[Path, ...], *lines: Line) -> MoneyTable:
    """Give a table with these columns and lines."""
    return MoneyTable(
        family=Family.EXPENDITURE,
        layout=Layout.TABBED,
        number=None,
        title="支出总表",
        unit_of_measure="万元",
        entity=None,
        span=Span(),
        columns=columns,
        lines=lines,
    )


def line(name: str | None, *amounts: Amount, code: str | None = None, **texts: str) -> Line:
    """Give a line."""
    return Line(code_from(code) if code else None, name, amounts, Span(), texts=texts)


def shape(sheet: Sheet) -> list[tuple[str, str, bool]]:
    """Give the role, heading and origin of every column."""
    return [(column.role.value, column.heading, column.printed) for column in sheet.columns]


def test_code_and_name_stand_under_their_printed_headings() -> None:
    """A known heading over codes or names is where they are shown."""
    sheet = sheet_of_lines(
        money((("项目", "科目编码"), ("项目", "科目名称"), *AMOUNTS), line("教育支出", amount("3", BASIC), code="205"))
    )
    assert shape(sheet)[:2] == [("code", "项目/科目编码", True), ("name", "项目/科目名称", True)]
    assert [role for role, _, _ in shape(sheet)[2:]] == ["amount"] * 3
    assert sheet.rows[0].cells == ("205", "教育支出", None, amount("3", BASIC), None)


@pytest.mark.parametrize("heading", ["摘要", "合计"])
def test_a_name_is_not_put_under_a_heading_by_guess(heading: str) -> None:
    """Where the heading over the names is not known to be one, they stand under a heading of our own."""
    sheet = sheet_of_lines(money(((heading,), *AMOUNTS[1:]), line("教育支出", amount("3", BASIC))))
    assert shape(sheet)[:2] == [("name", "name", False), ("amount", heading, True)]


def test_a_known_name_heading_after_an_unknown_one_may_not_be_the_name() -> None:
    """The first text is the name, and an unknown heading before may be over it."""
    sheet = sheet_of_lines(money((("摘要",), ("项目名称",), *AMOUNTS), line("教育", amount("3", BASIC))))
    assert ("name", "name", False) in shape(sheet)


def test_two_headings_of_codes_settle_nothing() -> None:
    """Which of two columns of codes a code stands in is not guessed."""
    sheet = sheet_of_lines(money((("科目编码",), ("经济科目编码",), TOTAL), line(None, amount("3", TOTAL), code="205")))
    assert shape(sheet)[0] == ("code", "code", False)


def test_what_no_line_has_needs_no_column_of_our_own() -> None:
    """A table without names, codes and blocks has its printed columns only."""
    assert shape(sheet_of_lines(money(AMOUNTS, line(None, amount("3", TOTAL))))) == [
        ("amount", "/".join(path), True) for path in AMOUNTS
    ]


def test_texts_stand_under_their_headings() -> None:
    """A further text is under the heading that it is kept by; one kept by several headings has a column of its own."""
    columns = (("单位名称",), ("项目", "名称"), TOTAL)
    sheet = sheet_of_lines(
        money(columns, line("馆", **{"项目/名称": "数字化"}), line(None, **{"单位名称／项目": "馆数字化"}))
    )
    assert shape(sheet) == [
        ("text", "单位名称／项目", True),
        ("name", "单位名称", True),
        ("text", "项目/名称", True),
        ("amount", "合计", True),
    ]
    assert [row.cells for row in sheet.rows] == [(None, "馆", "数字化", None), ("馆数字化", None, None, None)]


def test_blocks_have_a_column() -> None:
    """The heading over a block is shown where there is one."""
    sheet = sheet_of_lines(money(AMOUNTS, Line(None, None, (), Span(), block="人员经费")))
    assert shape(sheet)[0] == ("block", "block", False)
    assert sheet.rows[0].cells[0] == "人员经费"


def test_an_open_amount_stands_beside() -> None:
    """It is in no cell, also where one column only remains."""
    sheet = sheet_of_lines(money(AMOUNTS, line(None, amount("3", TOTAL), amount("2", None, BASIC))))
    (row,) = sheet.rows
    assert row.cells == (amount("3", TOTAL), None, None)
    assert row.beside == (amount("2", None, BASIC),)


def test_a_second_amount_of_one_column_stands_beside() -> None:
    """Two amounts of a line under one column are both kept."""
    (row,) = sheet_of_lines(money(AMOUNTS, line(None, amount("3", TOTAL), amount("2", TOTAL)))).rows
    assert (row.cells[0], row.beside) == (amount("3", TOTAL), (amount("2", TOTAL),))


def test_a_column_that_the_header_lacks_is_added() -> None:
    """An amount under an unknown path is shown under it."""
    sheet = sheet_of_lines(money((TOTAL,), line(None, amount("3", PROJECT))))
    assert shape(sheet) == [("amount", "合计", True), ("amount", "支出/项目支出", True)]


def test_a_side_has_labels_and_line_numbers() -> None:
    """Labels stand first; line numbers only where any is printed."""
    entries = (Entry("一、教育支出", (amount("3", TOTAL),), Span(), line_number="31"),)
    sheet = sheet_of_side(SideBlock("expenditure", (TOTAL,), entries))
    assert [column.role for column in sheet.columns] == [Role.LABEL, Role.LINE_NUMBER, Role.AMOUNT]
    assert sheet.rows[0].cells == ("一、教育支出", "31", amount("3", TOTAL))
    plain = sheet_of_side(SideBlock("expenditure", (TOTAL,), (Entry("一、教育支出", (), Span()),)))
    assert [column.role for column in plain.columns] == [Role.LABEL, Role.AMOUNT]


def sheets_of(disclosure: Disclosure) -> list[tuple[Table, tuple[Sheet, ...]]]:
    """Give every table of amounts with its sheets."""
    money = [(table, (sheet_of_lines(table),)) for table in disclosure.tables if isinstance(table, MoneyTable)]
    balances = [table for table in disclosure.tables if isinstance(table, BalanceTable)]
    return [*money, *((table, tuple(map(sheet_of_side, table.sides))) for table in balances)]


def cells_of(sheet: Sheet) -> list[tuple[SheetColumn, str | Amount | None]]:
    """Give every cell of a sheet with its column."""
    return [pair for row in sheet.rows for pair in zip(sheet.columns, row.cells, strict=True)]


@given(DISCLOSURES)
def test_a_sheet_holds_every_amount_once(disclosure: Disclosure) -> None:
    """Each amount is in one cell under its own column, or beside; an open one is in no cell."""
    for table, sheets in sheets_of(disclosure):
        placed = [pair for sheet in sheets for pair in cells_of(sheet) if isinstance(pair[1], Amount)]
        beside = [amount for sheet in sheets for row in sheet.rows for amount in row.beside]
        held = [cell for column, cell in placed if isinstance(cell, Amount) and cell.column == column.path]
        assert len(held) == len(placed)
        assert all(amount.placement is not Placement.OPEN for amount in held)
        assert Counter(map(id, (*held, *beside))) == Counter(map(id, table.amounts))


@given(DISCLOSURES)
def test_a_sheet_holds_every_text(disclosure: Disclosure) -> None:
    """Names, codes, blocks, further texts and labels are each in a cell of their row."""
    for table, sheets in sheets_of(disclosure):
        rows = [{cell for cell in row.cells if isinstance(cell, str)} for sheet in sheets for row in sheet.rows]
        if isinstance(table, MoneyTable):
            texts = [{it.name, it.shown_code, it.block, *it.texts.values()} for it in table.lines]
        elif isinstance(table, BalanceTable):
            texts = [{entry.label, entry.line_number} for entry in table.entries]
        assert [held - {None} for held in texts] == rows

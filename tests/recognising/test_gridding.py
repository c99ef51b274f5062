"""Rows of a tabbed table made ready for its grammar, and parted after it."""

import pytest

from fiscaltables.reading.pages import Row
from fiscaltables.reading.text import read_text
from fiscaltables.recognising.cells import gridded_candidates
from fiscaltables.recognising.driving import drive_rows
from fiscaltables.recognising.grammar import grammar_folder
from fiscaltables.recognising.gridding import (
    candidates_of,
    header_depth,
    parted,
    unbroken,
    without_blank_columns,
    without_repeated_header,
)

PARTS = "项目→→→→合计→基本支出\n功能分类科目编码→→→科目名称→→\n"
SHARED = "类→款→项→合计→3.00→3.00\n"


def _rows(text: str) -> tuple[Row, ...]:
    return read_text(text.replace("→", "\t"))[0].rows


def _texts(rows: tuple[Row, ...]) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in rows]


def _read(text: str) -> list[tuple[str, list[str]]]:
    """Give the rows that a table of expenditure has, header rows too, with their rules."""
    driven = drive_rows(grammar_folder() / "expenditure.lark", candidates_of(parted(_rows(text))))
    assert driven.refused == ()
    return [(row.rule, [cell.text for cell in row.cells]) for row in driven.rows]


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("科目编码→科目名称→合计\n201→外交支出→1.00\n", 1),
        ("科目编码→科目名称→支出→\n→→甲→乙\n201→外交支出→1.00→\n", 2),
        ("项目→支出→→→收入\n→甲→→乙→\n→丙→丁→→\n外交→1.00→→→\n", 3),
        ("收入→→支出→\n项目→金额→项目→金额\n一、事业收入→→一、教育支出→\n", 2),
        ("项目名称→→金额\n其他资金→丙→\n", 1),
        ("科目编码→科目名称→合计\n201→外交支出→\n", 1),
        ("科目编码→科目名称→合计\n→合计→\n", 1),
        ("1.00→2.00\n", 0),
    ],
)
def test_headings_stand_under_headings_that_spread(text: str, depth: int) -> None:
    """A row is of the header where each of its texts stands under blank cells; a label under a label is not."""
    assert header_depth(_rows(text)) == depth


def test_a_second_header_row_may_begin_with_a_heading_that_nobody_knows() -> None:
    """Where the grid shows that a text is a heading, it is no name of a row."""
    rules = [rule for rule, _ in _read("科目编码→科目名称→本年支出→\n→→某项→基本支出\n201→外交支出→1.00→1.00\n")]
    assert rules == ["header_row", "header_row", "coded"]


def test_a_total_may_stand_beside_the_parts_of_the_code() -> None:
    """类, 款 and 项 and the total are printed on one row: a row of headings, and the first row of the body."""
    assert _read(PARTS + SHARED)[2:] == [
        ("header_row", ["类", "款", "项", "", "", ""]),
        ("total", ["", "", "", "合计", "3.00", "3.00"]),
    ]
    assert _read(PARTS + "类→款→项→合计→→\n")[3] == ("total", ["", "", "", "合计", "", ""])


def test_lanes_may_stand_beside_the_parts_of_the_code() -> None:
    """栏次 and its numbers beside 类, 款 and 项 are no row of the body."""
    assert _read(PARTS + "类→款→项→栏次→1→2\n201→→→外交支出→3.00→3.00\n")[2:] == [
        ("header_row", ["类", "款", "项", "", "", ""]),
        ("lane", ["", "", "", "栏次", "1", "2"]),
        ("coded", ["201", "", "", "外交支出", "3.00", "3.00"]),
    ]


def test_a_total_may_stand_before_headings_of_the_same_row() -> None:
    """合计 below 科目编码, printed on the row of the lowest headings, is the first row of the body."""
    header = "项目→→本年收入→本年支出→→\n科目编码→科目名称→→→→\n"
    assert _read(header + "合计→→→合计→基本支出→项目支出\n201→外交支出→1.00→1.00→1.00→\n")[2:4] == [
        ("header_row", ["", "", "", "合计", "基本支出", "项目支出"]),
        ("total", ["合计", "", "", "", "", ""]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "科目编码→科目名称→合计\n→合计→3.00\n",
        "项目名称→→金额\n一般公共预算资金→小计→3.00\n",
        "收入→→支出→\n项目→金额→项目→金额\n合计→1.00→合计→1.00\n",
        "科目编码→科目名称→本年支出→\n→→合计→基本支出\n→合计→1.00→1.00\n",
        "1.00→2.00\n",
        "",
    ],
)
def test_a_row_of_the_body_is_not_parted(text: str) -> None:
    """A row without a heading under one that spreads is one row."""
    assert parted(_rows(text)) == _rows(text)


def test_headings_beside_the_parts_of_the_code_are_headings() -> None:
    """合计 with other headings beside it is a heading, also beside 类, 款 and 项."""
    header = "项目→→→→支出预算→→\n类→款→项→科目名称→合计→基本支出→项目支出\n"
    assert [rule for rule, _ in _read(header)] == ["header_row", "header_row"]


def test_two_digits_begin_a_row_where_the_code_stands_in_parts() -> None:
    """A row that prints 款 alone begins with two digits, which are no amount there."""
    assert _read("类→款→项→科目名称→合计\n→26→→档案事务→3.00\n")[1][0] == "coded"


@pytest.mark.parametrize(
    ("again", "left"),
    [
        (PARTS + SHARED, []),
        (PARTS + "类→款→项→→→\n", []),
        (PARTS, []),
        ("类→款→项→合计→4.00→4.00\n", [["类", "款", "项", "合计", "4.00", "4.00"]]),
    ],
)
def test_a_header_printed_again_is_left_out(again: str, left: list[list[str]]) -> None:
    """With the total beside the parts of the code or without it; a total of other figures is another row."""
    body = "201→→→外交支出→3.00→3.00\n"
    kept, repeated = without_repeated_header(_rows(PARTS + SHARED + body + again + body))
    assert _texts(kept)[4:-1] == left
    assert len(repeated) == again.count("\n") - len(left)


def test_columns_without_any_print_are_left_out() -> None:
    """A column that holds neither a heading nor a cell is no column."""
    assert _texts(without_blank_columns(_rows("项目→→合计\n外交→→1.00\n"))) == [["项目", "合计"], ["外交", "1.00"]]


def test_a_row_broken_inside_a_text_is_mended() -> None:
    """Two pieces that make up the width of the header together are one row."""
    rows = _rows("科目编码→科目名称→合计→基本支出\n201→外交\n支出→1.00→1.00\n")
    assert _texts(tuple(unbroken(rows)))[1:] == [["201", "外交支出", "1.00", "1.00"]]


def test_the_headings_of_the_first_row_may_be_names() -> None:
    """The first row is a header by its place: its texts keep the kinds that they have anywhere."""
    (row,) = _rows("某项→合计\n")
    assert candidates_of((row,)) == (gridded_candidates(row),)

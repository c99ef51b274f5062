"""Headers become columns: a path of headings for every leaf."""

import pytest

from fiscaltables.model.places import Span
from fiscaltables.placing.headers import Column, columns_of_grid, columns_of_template, settled
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.grammar import Node, grammar_folder
from fiscaltables.recognising.headings import find_header
from fiscaltables.recognising.vocabulary import heading_kinds

ITEMS = "合计 因公出国费 公务用车购置及运行费 公务接待费"


def _cells(texts: list[str]) -> tuple[Cell, ...]:
    return tuple(Cell(text, Span(), index) for index, text in enumerate(texts))


def _kind(text: str) -> str:
    return (heading_kinds(text) or ("OTHER_HEADING",))[0] if text else "BLANK"


def _grid(*lines: str) -> tuple[Column, ...]:
    """Make the columns of header rows that are printed with → between their cells."""
    rows = [line.split("→") for line in lines]
    return columns_of_grid(tuple(Node("header_row", _cells(row), tuple(map(_kind, row))) for row in rows))


def _template(family: str, headings: str) -> tuple[Column, ...]:
    header = find_header(grammar_folder() / f"{family}.lark", _cells(headings.split()))
    assert header is not None
    return columns_of_template(header.tree)


def _paths(columns: tuple[Column, ...]) -> list[str]:
    return ["/".join(column.path) for column in columns]


@pytest.mark.parametrize(
    ("lines", "paths"),
    [
        (["科目编码→科目名称→合 计"], ["科目编码", "科目名称", "合计"]),
        (
            ["科目编码→科目名称→合计→基本支出→→→项目支出", "→→→小计→人员经费→公用经费→"],
            ["科目编码", "科目名称", "合计", "基本支出/小计", "基本支出/人员经费", "基本支出/公用经费", "项目支出"],
        ),
        (
            ["科目编码→科目名称→本年支出→→→→", "→→合计→基本支出→→→项目支出", "→→→小计→人员经费→公用经费→"],
            [
                "科目编码",
                "科目名称",
                "本年支出/合计",
                "本年支出/基本支出/小计",
                "本年支出/基本支出/人员经费",
                "本年支出/基本支出/公用经费",
                "本年支出/项目支出",
            ],
        ),
        (
            ["项目→→本年收入合计→财政拨款收入", "科目编码→科目名称→→"],
            ["项目/科目编码", "项目/科目名称", "本年收入合计", "财政拨款收入"],
        ),
        (
            ["收入→→支出→", "项目→预算数→项目→预算数"],
            ["收入/项目", "收入/预算数", "支出/项目", "支出/预算数"],
        ),
        (
            ["总计→本年收入→→上年结转结余→", "→合计→一般公共预算→合计→一般公共预算"],
            ["总计", "本年收入/合计", "本年收入/一般公共预算", "上年结转结余/合计", "上年结转结余/一般公共预算"],
        ),
        (
            ["财政拨款“三公”经费→→→", "合计→因公出国（境）费→公务用车购置及运行费→公务接待费"],
            [
                "财政拨款“三公”经费/合计",
                "财政拨款“三公”经费/因公出国（境）费",
                "财政拨款“三公”经费/公务用车购置及运行费",
                "财政拨款“三公”经费/公务接待费",
            ],
        ),
    ],
)
def test_a_label_spreads_right_and_down(lines: list[str], paths: list[str]) -> None:
    """A heading stands over the blank cells to its right, as far as the one above it reaches, and once in a path."""
    assert _paths(_grid(*lines)) == paths


@pytest.mark.parametrize("lines", [["科目编码→合计→→"], ["科目编码→合计", "→"]])
def test_blank_cells_at_the_end_of_a_header_do_not_count(lines: list[str]) -> None:
    """Blank columns at the right edge are no columns, and cells that are missing there are blank."""
    assert _paths(_grid(*lines)) == ["科目编码", "合计"]


def test_a_heading_that_the_grammar_does_not_know_is_looked_up() -> None:
    """What the vocabulary knows of a heading holds in every family: a year's figures are money, a remark is a text."""
    cells = _cells(["项目", "2024年执行数", "备注", "某项"])
    kinds = ("ITEM", *("OTHER_HEADING",) * 3)
    columns = columns_of_grid((Node("header_row", cells, kinds),))
    assert [(column.kinds, column.role) for column in columns[1:]] == [
        (("YEAR_OUTTURN",), "figure"),
        (("REMARK",), "text"),
        (("OTHER_HEADING",), "unknown"),
    ]


def test_a_heading_wrapped_over_two_rows_stands_once() -> None:
    """Two pieces over the same columns that are a known heading together are one; headings of two levels stay two."""
    wrapped = _grid("项目→→→→合计", "支出功能分类→→→科目名称→", "科目编码→→→→", "类→款→项→→")
    assert _paths(wrapped) == [
        "项目/支出功能分类科目编码/类",
        "项目/支出功能分类科目编码/款",
        "项目/支出功能分类科目编码/项",
        "项目/科目名称",
        "合计",
    ]
    assert wrapped[0].kinds == ("ITEM", "CODE_HEADING", "CODE_PART")
    assert _paths(_grid("本年收入→", "一般公共预算→财政拨款", "→")) == ["本年收入/一般公共预算", "本年收入/财政拨款"]


def test_a_heading_printed_in_both_rows_stands_once() -> None:
    """A merged heading that a converter repeats below itself is one heading of the path."""
    assert _paths(_grid("科目编码→科目名称→合计→基本支出→基本支出", "科目编码→科目名称→合计→人员经费→公用经费")) == [
        "科目编码",
        "科目名称",
        "合计",
        "基本支出/人员经费",
        "基本支出/公用经费",
    ]


@pytest.mark.parametrize(
    ("family", "headings", "paths"),
    [
        (
            "expenditure",
            "科目编码 科目名称 合计 基本支出 项目支出 小计 人员经费 公用经费",
            ["科目编码", "科目名称", "合计", "基本支出/小计", "基本支出/人员经费", "基本支出/公用经费", "项目支出"],
        ),
        (
            "expenditure",
            "科目编码 科目名称 合计 基本支出 小计 人员经费 公用经费 项目支出",
            ["科目编码", "科目名称", "合计", "基本支出/小计", "基本支出/人员经费", "基本支出/公用经费", "项目支出"],
        ),
        (
            "functional",
            "科目编码 科目名称 本年支出 合计 基本支出 项目支出 小计 人员经费 公用经费",
            [
                "科目编码",
                "科目名称",
                "本年支出/合计",
                "本年支出/基本支出/小计",
                "本年支出/基本支出/人员经费",
                "本年支出/基本支出/公用经费",
                "本年支出/项目支出",
            ],
        ),
        (
            "balance",
            "收入 支出 项目 决算数 项目 合计 一般公共预算 政府性基金预算",
            ["收入/项目", "收入/决算数", "支出/项目", "支出/合计", "支出/一般公共预算", "支出/政府性基金预算"],
        ),
        (
            "three_public",
            f"2023年预算数 2024年预算数 {ITEMS} {ITEMS} 小计 购置费 运行费 小计 购置费 运行费",
            [
                f"{year}年预算数/{item}"
                for year in (2023, 2024)
                for item in (
                    "合计",
                    "因公出国费",
                    "公务用车购置及运行费/小计",
                    "公务用车购置及运行费/购置费",
                    "公务用车购置及运行费/运行费",
                    "公务接待费",
                )
            ],
        ),
        (
            "economic",
            "人员经费 公用经费 科目编码 科目名称 决算数 科目编码 科目名称 决算数",
            [
                f"{block}/{column}"
                for block in ("人员经费", "公用经费")
                for column in ("科目编码", "科目名称", "决算数")
            ],
        ),
    ],
)
def test_a_template_gives_the_columns_of_a_flowing_header(family: str, headings: str, paths: list[str]) -> None:
    """What is printed level by level is put under its headings, column by column."""
    assert _paths(_template(family, headings)) == paths


def test_both_ways_to_a_header_give_the_same_columns() -> None:
    """A header means the same whether it is printed with tabs or as flowing words."""
    grid = _grid("科目编码→科目名称→合计→基本支出→→→项目支出", "→→→小计→人员经费→公用经费→")
    assert grid == _template("expenditure", "科目编码 科目名称 合计 基本支出 项目支出 小计 人员经费 公用经费")


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("科目编码", "code"),
        ("科目名称", "text"),
        ("单位名称", "text"),
        ("项目内容", "text"),
        ("项目", "text"),
        ("行次", "line_number"),
        ("合计", "figure"),
        ("决算数", "figure"),
        ("2024年预算数", "figure"),
        ("机动费用", "unknown"),
    ],
)
def test_a_heading_shows_what_stands_below_it(heading: str, role: str) -> None:
    """The kind of the lowest heading tells code, text, 行次 or figures; an unknown heading tells nothing."""
    (column,) = _grid(heading)
    assert column.role == role


@pytest.mark.parametrize(
    ("below", "role"),
    [
        (["1.00", "", "—"], "figure"),
        (["", "见附件", "1.00"], "text"),
        (["", ""], "figure"),
        (["#REF!"], "figure"),
        ([], "figure"),
    ],
)
def test_cells_settle_what_an_unknown_heading_stands_over(below: list[str], role: str) -> None:
    """Under an unknown heading stand texts where any cell is one, else figures; a known heading keeps its role."""
    columns = _grid("科目编码→某项")
    rows = tuple(_cells(["208", text]) for text in below)
    assert [column.role for column in settled(columns, rows)] == ["code", role]


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        (["项目→预算数（万元）"], "万元"),
        (["项目→2024年预算数（元）→", "→合计→"], "元"),
        (["项目→金额（万元）→", "→增长（%）→"], "%"),
        (["项目→预算数"], None),
    ],
)
def test_a_column_has_the_unit_of_its_headings(lines: list[str], unit: str | None) -> None:
    """The unit in the lowest heading that prints one is the column's."""
    assert _grid(*lines)[1].unit == unit


def test_a_column_can_be_given_without_its_uppermost_heading() -> None:
    """The heading over a side or a block is left out of the path, kinds alike."""
    column = _grid("支出→", "项目→合计")[1]
    assert column.below(1) == Column(("合计",), ("TOTAL_HEADING",), "figure")
    assert column.below(0) == column

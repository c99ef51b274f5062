"""The columns of a two-sided table cut into its sides."""

import pytest

from fiscaltables.placing.headers import columns_of_grid
from fiscaltables.placing.sides import Side, sides_of
from fiscaltables.reading.text import read_text
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.vocabulary import heading_kinds

Said = tuple[str, str | None, list[str]]


def _kind(text: str) -> str:
    return (heading_kinds(text) or ("OTHER_HEADING",))[0] if text else "BLANK"


def _sides(*lines: str) -> tuple[Side, ...]:
    rows = read_text("\n".join(line.replace("→", "\t") for line in lines))[0].rows
    nodes = (Node("header_row", row.cells, tuple(_kind(cell.text) for cell in row.cells)) for row in rows)
    return sides_of(columns_of_grid(tuple(nodes)), (), "万元")


def _said(side: Side) -> Said:
    """Give the name, the heading of a third block, and the paths of the figures."""
    return side.name, side.heading, ["/".join(path) for path in side.frame.paths]


@pytest.mark.parametrize(
    ("lines", "sides"),
    [
        (
            ["收入→→支出→", "项目→预算数→项目→预算数"],
            [("revenue", None, ["预算数"]), ("expenditure", None, ["预算数"])],
        ),
        (["项目→预算数→项目→预算数"], [("revenue", None, ["预算数"]), ("expenditure", None, ["预算数"])]),
        (
            ["本年收入→→本年支出→", "项目→预算数→项目→预算数"],
            [("revenue", None, ["预算数"]), ("expenditure", None, ["预算数"])],
        ),
        (
            ["财政拨款收入→→财政拨款支出→→", "项目→预算数→项目→合计→一般公共预算"],
            [("revenue", None, ["预算数"]), ("expenditure", None, ["合计", "一般公共预算"])],
        ),
        (
            ["收入来源→→支出方向→", "项目→预算数→项目→预算数"],
            [("revenue", None, ["预算数"]), ("expenditure", None, ["预算数"])],
        ),
        (
            ["收入→→支出→→→", "项目→预算数→项目→预算数→→", "→→→合计→基本支出→项目支出"],
            [
                ("revenue", None, ["预算数"]),
                ("expenditure", None, ["预算数/合计", "预算数/基本支出", "预算数/项目支出"]),
            ],
        ),
        (
            ["收入→→→支出→→", "行次→项目→金额→行次→项目→金额"],
            [("revenue", None, ["金额"]), ("expenditure", None, ["金额"])],
        ),
        (
            ["收入→→支出→", "项目名称→金额→支出用途→", "→→项目名称→金额"],
            [("revenue", None, ["金额"]), ("expenditure", None, ["支出用途/金额"])],
        ),
        (
            ["收入→→支出→→→", "项目名称→金额→功能分类→→支出用途→", "→→功能科目名称→金额→项目名称→金额"],
            [
                ("revenue", None, ["金额"]),
                ("expenditure", None, ["功能分类/金额"]),
                ("purpose", "支出用途", ["金额"]),
            ],
        ),
        (
            ["收入→→支出→→→", "项目→决算数→项目(按功能分类)→决算数→项目(按支出性质和经济分类)→决算数"],
            [
                ("revenue", None, ["决算数"]),
                ("expenditure", None, ["决算数"]),
                ("purpose", "项目(按支出性质和经济分类)", ["决算数"]),
            ],
        ),
        (
            ["收入→→支出（按功能分类）→→支出（按经济分类）→", "项目→金额→项目→金额→项目→金额"],
            [
                ("revenue", None, ["金额"]),
                ("expenditure", None, ["金额"]),
                ("purpose", "支出（按经济分类）", ["金额"]),
            ],
        ),
    ],
)
def test_sides_are_told_by_their_headings(lines: list[str], sides: list[Said]) -> None:
    """收入 and 支出 in any wording, or their order; a third block has the heading that the side beside it has not."""
    assert list(map(_said, _sides(*lines))) == sides


@pytest.mark.parametrize(
    "lines",
    [
        ["收入→→收入→", "项目→预算数→项目→预算数"],
        ["甲→→乙→", "项目→预算数→项目→预算数"],
        ["项目→预算数→项目→预算数→项目→预算数"],
        ["收入→→支出→→→", "项目→金额→项目→金额→项目→金额"],
        ["科目编码→合计"],
    ],
)
def test_columns_whose_side_is_not_told_are_no_sides(lines: list[str]) -> None:
    """Two sides alike, sides that no heading names, and a third block without a heading of its own settle nothing."""
    assert _sides(*lines) == ()

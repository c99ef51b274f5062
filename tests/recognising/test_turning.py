"""How far the print of a header agrees with a template: which headings stand the other way round."""

import pytest

from fiscaltables.reading.pages import Cell
from fiscaltables.reading.text import read_text
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.turning import PlacedHeading, interleaved, turned

TEMPLATE = (("合计", ()), ("基本支出", ("人员经费", "公用经费")), ("项目支出", ("小计", "基本建设资金支出")))
"""Headings from left to right, each with those under it."""


def _printed(text: str) -> dict[str, PlacedHeading]:
    """Give the headings of a print, one a word, by their texts."""
    cells = [cell for row in read_text(text)[0].rows for cell in row.cells]
    return {cell.text: PlacedHeading((at,), cell, cell.text, {cell.span.line: at}) for at, cell in enumerate(cells)}


def _tree(printed: dict[str, PlacedHeading]) -> Node:
    def node(rule: str, texts: tuple[str, ...], children: tuple[Node, ...] = (), after: int = 0) -> Node:
        return Node(rule, tuple(printed[text].cell for text in texts), texts, children, after)

    below = tuple(node("under", under, (), at) for at, (_, under) in enumerate(TEMPLATE, start=1) if under)
    return node("header", tuple(text for text, _ in TEMPLATE), below)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("合计 基本支出 项目支出\n人员经费 公用经费 小计 基本建设资金支出", 0),
        ("合计 基本支出 项目支出 人员经费 公用经费 小计 基本建设资金支出", 0),
        ("人员经费 公用经费 小计 基本建设资金支出\n合计 基本支出 项目支出", 0),
        ("基本支出 项目支出\n合计\n人员经费 公用经费 小计 基本建设资金支出", 2),
        ("合计 基本支出 项目支出\n小计 基本建设资金支出\n人员经费 公用经费", 4),
        ("合计 项目支出 基本支出\n人员经费 公用经费 小计 基本建设资金支出", None),
        ("合计 基本支出 项目支出\n小计 基本建设资金支出 人员经费 公用经费", None),
    ],
)
def test_headings_of_one_level_are_compared_with_the_print(text: str, pairs: int | None) -> None:
    """Those the other way round are counted, under one heading or under several; on one line there may be none."""
    printed = _printed(text)
    by_cell = {id(heading.cell): heading for heading in printed.values()}
    assert turned(_tree(printed), by_cell) == pairs


def test_two_headings_of_one_kind_are_not_told_apart_out_of_order() -> None:
    """Where the print has them the other way round, each could as well be the other."""
    left, right = (
        PlacedHeading((at,), Cell(text, read_text(text)[0].rows[0].cells[0].span, at), "YEAR_FIGURE", {at: at})
        for text, at in (("2023年预算数", 1), ("2024年预算数", 0))
    )
    tree = Node("header", (left.cell, right.cell), ("YEAR_FIGURE", "YEAR_FIGURE"))
    assert turned(tree, {id(left.cell): left, id(right.cell): right}) is None


def test_a_heading_that_is_printed_inside_another_is_interleaved() -> None:
    """A heading whose pieces stand before and behind a whole one."""
    cell = read_text("合计")[0].rows[0].cells[0]
    outer, inner = PlacedHeading((0, 2), cell, "A", {1: 0}), PlacedHeading((1,), cell, "B", {1: 1})
    assert interleaved((outer, inner))
    assert not interleaved((inner,))

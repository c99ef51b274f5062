"""Whether the cells of a header can stand where they do."""

import pytest

from fiscaltables.placing.headers import Column, columns_of_grid
from fiscaltables.placing.soundness import sound
from fiscaltables.reading.text import read_text
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.vocabulary import heading_kinds

PAIRS = "→".join(["预算数→决算数"] * 3)


def _kind(text: str) -> str:
    return (heading_kinds(text) or ("OTHER_HEADING",))[0] if text else "BLANK"


def _grid(*lines: str) -> tuple[Column, ...]:
    rows = read_text("\n".join(line.replace("→", "\t") for line in lines))[0].rows
    return columns_of_grid(
        tuple(Node("header_row", row.cells, tuple(_kind(cell.text) for cell in row.cells)) for row in rows)
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["科目编码→科目名称→合计→基本支出→→项目支出", "→→→人员经费→公用经费→"],
        ["项目→→→→本年支出合计→基本支出", "功能分类科目编码→→→科目名称→→", "类→款→项→→→"],
        ["类→款→项→科目名称→合计"],
        ["合计→→因公出国（境）费→→公务接待费→", PAIRS],
        ["项目→2024年决算数→2025年→→比较→", "→→预算数→执行数→增减额→增减%"],
        ["经济分类科目编码→→科目名称→决算数→经济分类科目编码→→科目名称→决算数", "类→款→→→类→款→→"],
        ["项目→预算数→决算数→项目→预算数→决算数"],
    ],
)
def test_a_header_that_kept_its_blanks_is_sound(lines: list[str]) -> None:
    """Parts stand under what has parts, measures under items, and whole blocks may stand side by side."""
    assert sound(_grid(*lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["科目编码→科目名称→合计→基本支出→项目支出", "人员经费→公用经费"],
        ["科目编码→科目名称→合计→基本支出→→项目支出", "→→人员经费→公用经费→→"],
        ["合计→因公出国（境）费→→公务接待费→→", PAIRS],
        ["合计→→因公出国（境）费→→公务接待费", "预算数→决算数→预算数→决算数→决算数"],
        ["项目→→金额", "类→款→项"],
        ["2024年预算数→→合计", "科目名称→基本支出→"],
        ["合计→合计→基本支出"],
        ["科目编码→科目名称→→合计", "→类→款→"],
    ],
)
def test_a_header_that_lost_blanks_is_not(lines: list[str]) -> None:
    """A heading under one that has no parts, an item with other measures, or a name twice shows that cells moved."""
    assert not sound(_grid(*lines))

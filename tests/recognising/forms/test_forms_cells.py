"""What a cell of a form could be."""

import pytest

from fiscaltables.model.places import Span
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.forms.cells import is_heading_row, is_money_head, kinds_of

KINDS = [
    ("√", False, "TICK"),
    ("≥", True, "OPERATOR"),
    ("2025-12", True, "DATE"),
    ("91.85%", False, "FIGURE"),
    ("执行率", False, "RATE_LABEL"),
    ("执行率", True, "TEXT"),
    ("总体目标", True, "GOAL_LABEL"),
    ("数量指标", True, "LEVEL2"),
    ("数量指标", False, "TEXT"),
]
ROWS = [
    (("绩效指标", "一级指标", "二级指标"), True, False),
    (("运算符号", "内容", "度量单位"), True, False),
    (("项目资金（万元）", "年初预算数", "全年执行数", "分值", "得分"), False, True),
    (("对应项目", "项目下达金额", "分值", "得分"), False, False),
    (("项目预算金额(万元)", "871", "执行率", "91.85%"), False, False),
]


@pytest.mark.parametrize(("text", "among_indicators", "kind"), KINDS)
def test_the_first_kind_of_a_text_follows_from_where_it_stands(text: str, among_indicators: bool, kind: str) -> None:  # noqa: FBT001  a case of the table
    """Among indicators a name may read like a field's label; a level stands nowhere else."""
    assert kinds_of(text, among_indicators=among_indicators)[0] == kind


@pytest.mark.parametrize(("texts", "heading", "money"), ROWS)
def test_a_row_of_headings_is_told_from_fields(texts: tuple[str, ...], heading: bool, money: bool) -> None:  # noqa: FBT001  cases of the table
    """The header of the indicators and that of 项目资金 print headings alone."""
    cells = tuple(Cell(text, Span(), at) for at, text in enumerate(texts))
    assert (is_heading_row(cells), is_money_head(cells)) == (heading, money)

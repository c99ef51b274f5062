"""Performance forms: what they hold, in printed order, and when an indicator is due."""

from decimal import Decimal

import pytest

from fiscaltables.model.amounts import Amount, Placement
from fiscaltables.model.performance import Funding, Indicator, PerformanceTable, Project, Task
from fiscaltables.model.places import Span
from fiscaltables.model.tables import Family, Layout

HERE = Span(line=7)


def amount(text: str) -> Amount:
    """Give an amount that a grid shows."""
    return Amount(text, Decimal(text), "万元", ("预算数",), Placement.PRINTED)


def indicator(name: str, deadline: str | None = None) -> Indicator:
    """Give an indicator of quantity."""
    return Indicator("产出指标", "数量指标", name, HERE, deadline=deadline)


FORM = Project(
    name="档案数字化",
    amount=amount("5"),
    executed=amount("4"),
    funding=(Funding("财政拨款", amount("3"), None, amount("2")), Funding("其他资金")),
    tasks=(Task("扫描", amount("1"), amount("0")),),
    indicators=(indicator("扫描卷数"), indicator("培训人数")),
    span=HERE,
)
TABLE = PerformanceTable(
    family=Family.TARGETS,
    layout=Layout.TABBED,
    number="表9",
    title="绩效目标表",
    unit_of_measure="万元",
    entity=None,
    span=HERE,
    projects=(FORM, Project(name="修缮", indicators=(indicator("面积"),), span=HERE)),
)


def test_a_form_has_its_amounts_in_printed_order() -> None:
    """Its sum and what was executed, then its sources of funds, then its tasks; a blank cell gives none."""
    assert [it.text for it in FORM.amounts] == ["5", "4", "3", "2", "1", "0"]


def test_a_table_has_the_indicators_and_amounts_of_all_its_forms() -> None:
    """They follow one another as the forms do."""
    assert [it.name for it in TABLE.indicators] == ["扫描卷数", "培训人数", "面积"]
    assert TABLE.amounts == FORM.amounts


def test_a_table_of_forms_says_how_much_it_holds() -> None:
    """Its rows are indicators."""
    assert repr(TABLE) == "<PerformanceTable targets 表9 绩效目标表 (万元): 3 indicators, 6 amounts>"


@pytest.mark.parametrize(
    ("deadline", "due"),
    [
        ("2025-12", (2025, 12)),
        ("2025年12月", (2025, 12)),
        ("2025.6", (2025, 6)),
        ("2025年", (2025, None)),
        ("2025", (2025, None)),
        ("长期", None),
        (None, None),
    ],
)
def test_a_deadline_is_a_year_and_a_month(deadline: str | None, due: tuple[int, int | None] | None) -> None:
    """However it is written; a year alone has no month, and what is no year is no date."""
    assert indicator("扫描卷数", deadline).due == due

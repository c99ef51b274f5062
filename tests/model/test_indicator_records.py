"""Tidy records of indicators: each says whose it is, what was printed and what that means."""

from decimal import Decimal

from attrs import evolve
from hypothesis import given

from fiscaltables.model.disclosure import Coverage, Disclosure, Source
from fiscaltables.model.indicator_records import IndicatorRecord, IndicatorRecords
from fiscaltables.model.performance import Evaluation, Indicator, PerformanceTable, Project, Target
from fiscaltables.model.places import Span
from fiscaltables.model.tables import Family, Layout, UnrecognisedTable
from generated.values import DISCLOSURES

HERE = Span(line=7)
INDICATOR = Indicator(
    "产出指标",
    "数量指标",
    "培训人数",
    HERE,
    operator="≥",
    value="95人",
    deadline="2025-12",
    weight="10",
    target=Target(">=", Decimal(95), "人"),
    evaluation=Evaluation("96人", "100%", "10", ("其他",), "略有超出", "重新测算"),
)
UNKNOWN = UnrecognisedTable(
    family=Family.OTHER,
    layout=None,
    number=None,
    title="资产情况表",
    unit_of_measure=None,
    entity=None,
    span=HERE,
    rows=(),
)
FORMS = PerformanceTable(
    family=Family.EVALUATION,
    layout=Layout.TABBED,
    number="表9",
    title="绩效自评表",
    unit_of_measure="万元",
    entity=None,
    span=HERE,
    projects=(Project(name="培训", code="6302", implementing_unit="图书馆", indicators=(INDICATOR,), span=HERE),),
)
DISCLOSURE = Disclosure(
    entity="青禾县图书馆",
    entity_code=None,
    fiscal_year=2025,
    stage=None,
    tables=(UNKNOWN, FORMS),
    sections=(),
    problems=(),
    source=Source("青禾.txt", "text/plain", "utf-8", "0" * 64),
    coverage=Coverage(0, 0, 0, 0),
)
RECORD = IndicatorRecord(
    document="青禾.txt",
    entity="青禾县图书馆",
    year=2025,
    table=1,
    table_number="表9",
    family="evaluation",
    project="培训",
    project_code="6302",
    implementing_unit="图书馆",
    level1="产出指标",
    level2="数量指标",
    name="培训人数",
    operator="≥",
    value="95人",
    unit=None,
    target_operator=">=",
    number=Decimal(95),
    target_unit="人",
    deadline="2025-12",
    weight="10",
    actual="96人",
    completion="100%",
    score="10",
    reason_flags=("其他",),
    reason="略有超出",
    improvement="重新测算",
    open=(),
    span=HERE,
)


def test_a_record_can_be_used_alone() -> None:
    """It says whose indicator it is, of which form, what is printed of it and what that means."""
    assert DISCLOSURE.indicators() == (RECORD,)


def test_an_indicator_of_few_words_has_a_record_too() -> None:
    """Without target and evaluation their fields are None, and the fields that are left open are named."""
    bare = Indicator("产出指标", None, None, HERE, open={"level2": ("数量", "质量"), "name": ("人数", None)})
    forms = evolve(FORMS, projects=(Project(indicators=(bare,), span=HERE),))
    (record,) = evolve(DISCLOSURE, tables=(forms,)).indicators()
    assert (record.project, record.name, record.number, record.actual, record.reason_flags) == (None,) * 4 + ((),)
    assert record.open == ("level2", "name")


def test_records_say_how_many_they_are() -> None:
    """The prompt shows their number and how many are open, never all of them."""
    unsettled = evolve(RECORD, open=("unit", "value"))
    assert repr(IndicatorRecords([RECORD])) == "<IndicatorRecords: 1 indicator>"
    assert repr(IndicatorRecords([RECORD, unsettled, unsettled])) == "<IndicatorRecords: 3 indicators, 2 open>"
    assert repr(IndicatorRecords()) == "<IndicatorRecords: no indicators>"


@given(DISCLOSURES)
def test_every_indicator_has_a_record_in_printed_order(disclosure: Disclosure) -> None:
    """The records hold the indicators of all forms of all tables, one each, each with its form."""
    forms = [
        project for table in disclosure.tables if isinstance(table, PerformanceTable) for project in table.projects
    ]
    assert disclosure.projects == tuple(forms)
    assert [(it.project, it.name, it.value, it.open, it.span) for it in disclosure.indicators()] == [
        (project.name, it.name, it.value, tuple(it.open), it.span) for project in forms for it in project.indicators
    ]

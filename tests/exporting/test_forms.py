"""The display of performance forms: what a form says of itself, its money, its tasks and its indicators."""

import re
from decimal import Decimal
from html import escape
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from fiscaltables.exporting.cells import ROWS_SHOWN
from fiscaltables.exporting.notebook import table_html
from fiscaltables.model.amounts import Amount, Path, Placement
from fiscaltables.model.performance import Evaluation, Funding, Indicator, PerformanceTable, Project, Target, Task
from fiscaltables.model.places import Span
from fiscaltables.model.tables import Family, Layout
from generated.values import FORMS

HERE = Span(line=7)
SCRIPT = "<script>alert('表')</script>"
CELL = re.compile(r"<t[dh][^>]*>(.*?)</t[dh]>", re.DOTALL)
ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)


def printed(text: str) -> Amount:
    """Give an amount that a grid shows."""
    return Amount(text, Decimal(text), "万元", ("预算数",), Placement.PRINTED)


def unsettled(text: str, *candidates: Path) -> Amount:
    """Give an open amount."""
    return Amount(text, Decimal(text), "万元", None, Placement.OPEN, candidates)


def indicator(name: str) -> Indicator:
    """Give an indicator of quantity."""
    return Indicator("产出指标", "数量指标", name, HERE, value="95")


def form(*indicators: Indicator) -> Project:
    """Give a form with these indicators."""
    return Project(name="档案数字化", indicators=indicators, span=HERE)


def table(*projects: Project) -> PerformanceTable:
    """Give a table of these forms."""
    return PerformanceTable(
        family=Family.EVALUATION,
        layout=Layout.TABBED,
        number="表9",
        title="项目支出绩效自评表",
        unit_of_measure="万元",
        entity=None,
        span=HERE,
        projects=projects,
    )


def rows_of(*projects: Project) -> list[list[str]]:
    """Give the cells that are shown, row by row, the marks of our own headings left out."""
    rows = ROW.findall(table_html(table(*projects)))
    return [[re.sub("</?i>", "", cell) for cell in CELL.findall(row)] for row in rows]


def test_a_form_is_headed_by_what_it_is_about() -> None:
    """Name, code, category, department and unit; a whole department's form is named by its unit."""
    known = evolve(form(), code="6302", category="特定目标类", competent_department="档案局", implementing_unit="中心")
    html = table_html(table(known, Project(implementing_unit="图书馆", span=HERE), Project(span=HERE)))
    assert "<p><b>档案数字化</b>, 6302, 特定目标类, 档案局, 中心</p>" in html
    assert "<p><b>图书馆</b></p>" in html
    assert "<p><b>form without a name</b></p>" in html


def test_what_a_form_says_of_itself_stands_above_its_indicators() -> None:
    """Amounts, the goal, what has only a printed label, and the scores, each with its label."""
    known = evolve(form(), amount=printed("50"), goal="扫描全部馆藏", texts={"开始日期": "2025-01"}, total_score="98")
    html = table_html(table(known))
    for label, text in (("amount", "50"), ("goal", "扫描全部馆藏"), ("开始日期", "2025-01"), ("total score", "98")):
        assert f"<p><i>{label}: </i>{text}</p>" in html
    assert "executed" not in html


def test_indicators_stand_under_the_columns_that_they_have() -> None:
    """The levels, the name and the value always, others where any indicator of the form has them."""
    known = evolve(indicator("扫描卷数"), operator="≥", target=Target(">=", Decimal(95), "卷"))
    rated = evolve(indicator("培训人数"), evaluation=Evaluation("96", reason_flags=("其他", "制度")))
    assert rows_of(form(known, rated)) == [
        ["level 1", "level 2", "name", "operator", "value", "actual", "ticked"],
        ["产出指标", "数量指标", "扫描卷数", "≥", "95", "", ""],
        ["产出指标", "数量指标", "培训人数", "", "95", "96", "其他; 制度"],
    ]


def test_an_open_field_is_empty_and_its_readings_stand_in_the_last_column() -> None:
    """A reading that leaves the field blank is called nothing."""
    unparted = evolve(indicator("x"), level2=None, name=None, open={"level2": ("数量", None), "name": ("人数", "数")})
    header, row = rows_of(form(unparted))
    assert header[-1] == "open"
    assert row == ["产出指标", "", "", "95", "level2: 数量 or nothing; name: 人数 or 数"]


def test_sources_of_funds_and_tasks_have_tables_of_their_own() -> None:
    """Under the headings that have anything under them."""
    funded = evolve(
        form(),
        funding=(Funding("财政拨款", printed("3"), executed=printed("2"), rate="67%"), Funding("其他资金")),
        tasks=(Task("扫描", printed("1")),),
    )
    assert rows_of(funded) == [
        ["source", "budget", "executed", "rate"],
        ["财政拨款", "3", "2", "67%"],
        ["其他资金", "", "", ""],
        ["task", "amount"],
        ["扫描", "1"],
    ]


def test_an_open_amount_names_the_columns_that_remain() -> None:
    """In the form's own lines and in its tables."""
    amount = unsettled("7", ("预算数",), ("执行数",))
    unsure = evolve(form(), amount=amount, funding=(Funding("财政拨款", amount),))
    assert "<p><i>amount: </i>7 → 预算数 or 执行数</p>" in table_html(table(unsure))
    assert rows_of(unsure)[-1] == ["财政拨款", "7 → 预算数 or 执行数"]


@pytest.mark.parametrize(("more", "words"), [(0, None), (1, "… 1 more indicator"), (30, "… 30 more indicators")])
def test_a_long_form_is_cut_in_words(more: int, words: str | None) -> None:
    """The first indicators are shown, and how many more there are is said."""
    html = table_html(table(form(*[indicator("扫描卷数")] * (ROWS_SHOWN + more))))
    assert html.count("扫描卷数") == ROWS_SHOWN
    assert (f"<p>{words}</p>" in html) if words else ("more" not in html)


def test_many_forms_are_cut_in_words() -> None:
    """All forms of a table together show no more rows than another table; one without indicators counts as a row."""
    long = form(*[indicator("扫描卷数")] * (ROWS_SHOWN - 2))
    html = table_html(table(long, form(), form(indicator("培训人数"), indicator("面积")), form(), form()))
    assert html.count("<b>档案数字化</b>") == 3
    assert ("培训人数" in html, "面积" in html) == (True, False)
    assert "<p>… 1 more indicator</p>" in html
    assert "<p>… 2 more forms</p>" in html


def test_nothing_of_a_form_becomes_an_element() -> None:
    """A script in any printed text is shown as text."""
    amount = Amount(SCRIPT, None, SCRIPT, (SCRIPT,), Placement.DERIVED, reason=SCRIPT)
    texts: dict[str, Any] = dict.fromkeys(("name", "code", "category", "competent_department", "goal"), SCRIPT)
    fields: dict[str, Any] = dict.fromkeys(("level1", "level2", "name", "operator", "value", "unit", "weight"), SCRIPT)
    rated: dict[str, Any] = dict.fromkeys(("actual", "completion", "score", "reason", "improvement"), SCRIPT)
    evaluation = Evaluation(**rated, reason_flags=(SCRIPT,))
    evil = Indicator(**fields, span=HERE, evaluation=evaluation, open={SCRIPT: (SCRIPT,)})
    whole = Project(
        **texts,
        amount=amount,
        executed=unsettled("7", (SCRIPT,)),
        funding=(Funding(SCRIPT, amount, amount, unsettled("7", (SCRIPT,)), *[SCRIPT] * 3),),
        tasks=(Task(SCRIPT, amount, amount, *[SCRIPT] * 3),),
        texts={SCRIPT: SCRIPT},
        indicators=(evil,),
        total_score=SCRIPT,
        span=HERE,
    )
    html = table_html(table(whole))
    assert escape(SCRIPT) in html
    assert "<script" not in html


@given(FORMS)
def test_every_text_of_a_form_is_shown(project: Project) -> None:
    """Whatever was read, names, goals, scores, values, readings and further texts are in the display."""
    html = table_html(table(project))
    texts = [
        project.name,
        project.goal,
        project.goal_done,
        project.total_score,
        *project.texts,
        *project.texts.values(),
    ]
    texts += [text for it in project.indicators for text in (it.level1, it.name, it.value, it.weight, it.deadline)]
    texts += [it.evaluation.improvement for it in project.indicators if it.evaluation]
    texts += [text for it in project.indicators for readings in it.open.values() for text in readings]
    texts += [text for source in project.funding for text in (source.label, source.score)]
    assert all(escape(text) in html for text in texts if text)

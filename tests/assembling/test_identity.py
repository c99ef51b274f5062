"""Whose disclosure it is, for which year and stage: what most captions and headings say."""

import pytest

from fiscaltables.assembling.identity import Identity, identity_of
from fiscaltables.model.disclosure import Stage
from fiscaltables.reading.text import read_text
from fiscaltables.segmenting.captions import Caption
from fiscaltables.segmenting.segments import Segment, Segmented

CENTRE, LIBRARY = "云溪市档案服务中心", "青禾县图书馆"


def _table(
    title: str = "收支总表", entity: str | None = None, year: int | None = None, body: str = "项目\t预算数"
) -> Segment:
    return Segment(Caption(title=title, entity=entity, year=year), (read_text(body)[0].rows,))


def _identity(*tables: Segment, narrative: str = "") -> Identity:
    return identity_of(Segmented(tables, read_text(narrative)[0].rows))


def _of(narrative: str) -> Identity:
    return _identity(narrative=narrative)


@pytest.mark.parametrize(
    ("entities", "entity"),
    [
        ([CENTRE], CENTRE),
        ([CENTRE, LIBRARY, CENTRE], CENTRE),
        ([None, CENTRE, None], CENTRE),
        ([CENTRE, LIBRARY], None),
        ([None], None),
        ([f"068005{CENTRE}"], CENTRE),
        ([f"068005{CENTRE}-210400000", CENTRE], CENTRE),
    ],
)
def test_most_captions_name_the_entity(entities: list[str | None], entity: str | None) -> None:
    """The entity is the one that most captions print; where two are printed as often, none is chosen."""
    assert _identity(*(_table(entity=each) for each in entities)).entity == entity


@pytest.mark.parametrize(
    "heading",
    [
        f"第一部分 {CENTRE}概况",
        f"第一部分 {CENTRE}基本情况",
        f"{CENTRE}2025年部门预算",
        f"{CENTRE}2025年度单位预算公开",
        f"2025年{CENTRE}部门预算",
        f"2025年度{CENTRE}单位预算",
        f"第二部分 {CENTRE} 2025年部门预算表",
    ],
)
def test_a_heading_names_the_entity(heading: str) -> None:
    """Where no caption prints an entity, the headings of the document name it."""
    assert _of(heading).entity == CENTRE


def test_captions_come_before_headings() -> None:
    """A caption says the entity of its table; a heading may speak of another."""
    assert _identity(_table(entity=CENTRE), narrative=f"{LIBRARY}2025年部门预算").entity == CENTRE


@pytest.mark.parametrize(
    "narrative",
    [
        "",
        "目录",
        f"{CENTRE}负责全市档案的接收、整理和利用，2025年部门预算由市局批复。",
        "第一部分 概况",
        "2025年部门预算",
    ],
)
def test_without_a_caption_or_heading_no_entity_is_made_up(narrative: str) -> None:
    """Sentences of the narrative and headings without a name give no entity."""
    assert _of(narrative).entity is None


@pytest.mark.parametrize(
    ("table", "code"),
    [
        (_table(entity=f"068005{CENTRE}"), "068005"),
        (_table(entity=f"068005{CENTRE}-210400000"), "068005"),
        (_table(entity=CENTRE, body=f"部门（单位）名称\t068005{CENTRE}-210400000"), "068005"),
        (_table(entity=CENTRE, body=f"部门（单位）名称\t068005{LIBRARY}-210400000"), None),
        (_table(entity=CENTRE), None),
    ],
)
def test_the_code_stands_before_the_entitys_name(table: Segment, code: str | None) -> None:
    """Digits printed before this entity's own name are its code; digits before another's are not."""
    assert _identity(table).entity_code == code


@pytest.mark.parametrize(
    ("tables", "narrative", "year"),
    [
        ([_table(year=2024)], "", 2024),
        ([_table(year=2024), _table(year=2024), _table(year=2023)], "", 2024),
        ([_table(title="2024年度收入支出决算总表")], "", 2024),
        ([_table()], "2025年部门预算", 2025),
        ([], "二〇二四年度部门决算", 2024),
        ([], "第二部分 2025年部门预算表", 2025),
        ([_table(year=2024), _table(year=2025)], "", None),
        ([], "2023年完成档案整理3万卷", None),
        ([], "", None),
    ],
)
def test_most_captions_and_headings_name_the_year(tables: list[Segment], narrative: str, year: int | None) -> None:
    """The fiscal year is the one that captions, titles and headings of the disclosure print most often."""
    assert _identity(*tables, narrative=narrative).fiscal_year == year


@pytest.mark.parametrize(
    ("titles", "narrative", "stage"),
    [
        (["收支预算总表"], "", Stage.BUDGET),
        (["收入支出决算总表"], "", Stage.FINAL_ACCOUNTS),
        (["一般公共预算财政拨款支出决算表"], "", Stage.FINAL_ACCOUNTS),
        (["一般公共预算支出表"], "", None),
        (["政府性基金预算支出表", "国有资本经营预算支出表"], "", None),
        (["收支总表"], "2025年部门预算公开", Stage.BUDGET),
        (["收支总表"], "云溪市档案局2024年度部门决算", Stage.FINAL_ACCOUNTS),
        (["部门预算项目支出绩效自评表", "收入支出决算总表"], "", Stage.FINAL_ACCOUNTS),
        ([], "", None),
    ],
)
def test_titles_and_headings_tell_the_stage(titles: list[str], narrative: str, stage: Stage | None) -> None:
    """预算 or 决算 in a title or heading tells the stage; the name of a fund's budget alone tells nothing."""
    assert _identity(*map(_table, titles), narrative=narrative).stage is stage


def test_a_document_that_says_nothing_has_no_identity() -> None:
    """Where nothing is printed, nothing is claimed."""
    assert _of("") == Identity(None, None, None, None)

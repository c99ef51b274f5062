"""Which family a table's title leads to, and that every family has what the registry promises."""

import pytest

from fiscaltables.model.tables import Family
from fiscaltables.recognising.families import FAMILIES, OTHER, FamilyEntry, families_of_title

TITLES = {
    Family.BALANCE: """
        收支总表 收支预算总表 部门收支总表 财务收支预算总表 收入支出决算总表 2024年度收入支出决算总表
        财政拨款收支总表 财政拨款收支预算总表 财政拨款收入支出决算总表 高等学校收支决算总表
    """,
    Family.REVENUE: """
        收入总表 收入预算总表 收入预算表 收入决算表 收入决算总表 部门收入总表 高等学校收入决算表
    """,
    Family.EXPENDITURE: """
        支出总表 支出预算总表 支出预算表 支出决算表 支出决算总表 部门支出总表
    """,
    Family.FUNCTIONAL: """
        一般公共预算支出表 一般公共预算财政拨款支出决算表 一般公共预算支出功能分类预算表 支出功能分类预算表
        政府性基金预算支出表 政府性基金预算财政拨款收入支出决算表 政府性基金预算支出功能分类预算表
        国有资本经营预算支出表 国有资本经营预算财政拨款支出决算表 国有资本经营预算财政拨款收入支出决算表
        财政拨款支出预算表 高等学校财政拨款支出决算表 一般公共预算支出预算表（功能科目）
    """,
    Family.ECONOMIC: """
        一般公共预算基本支出表 一般公共预算财政拨款基本支出决算表 一般公共预算财政拨款基本支出决算明细表
        支出经济分类预算表（部门预算） 支出经济分类预算表（政府预算） 一般公共预算机关运行经费支出预算表
        一般公共预算基本支出部门预算经济分类预算表 一般公共预算基本支出预算表（经济科目）
    """,
    Family.THREE_PUBLIC: """
        财政拨款“三公”经费支出决算表 财政拨款预算“三公”经费支出表 一般公共预算财政拨款"三公"经费支出表
        一般公共预算‘三公’经费支出表 “三公”经费和机关运行经费预算表 “三公”经费及会议费、培训费支出决算表
    """,
    Family.PROJECT_EXPENDITURE: "项目支出预算表 项目支出表 项目支出决算表",
    Family.DEBT: "债务支出预算表",
    Family.PROCUREMENT: "政府采购支出预算表 政府采购支出表",
    Family.SERVICES: "政府购买服务支出预算表",
    Family.EARMARKED: "部门管理专项资金预算表",
    Family.TARGETS: "项目支出绩效目标表 部门预算项目（政策）绩效目标表",
    Family.OVERALL_TARGETS: "部门整体支出绩效目标表 部门（单位）整体绩效目标表",
    Family.EVALUATION: "项目支出绩效自评表 部门预算项目支出绩效自评表",
    Family.OVERALL_EVALUATION: "部门整体支出绩效自评表",
}
CASES = [(title, family) for family, titles in TITLES.items() for title in titles.split()]


@pytest.mark.parametrize(("title", "family"), CASES)
def test_a_title_leads_to_its_family(title: str, family: Family) -> None:
    """The first family of a title is the one that the glossary's rule names."""
    assert families_of_title(title)[0].family is family


@pytest.mark.parametrize("title", ["收 支 预 算 总 表", "收支\u3000总表", "收支总表"])
def test_blanks_in_a_title_do_not_count(title: str) -> None:
    """A title is compared without blanks."""
    assert families_of_title(title)[0].family is Family.BALANCE


@pytest.mark.parametrize("title", ["国有资产情况表", "2025年单位预算批复表", "人员情况表", ""])
def test_a_title_that_says_nothing_leads_to_no_family(title: str) -> None:
    """A title with none of the words is of no family; none is taken by default."""
    assert families_of_title(title) == ()


@pytest.mark.parametrize("title", [title for title, _ in CASES])
def test_no_family_is_named_twice(title: str) -> None:
    """The families that a title may be of are each given once, best first."""
    families = [entry.family for entry in families_of_title(title)]
    assert sorted(set(families), key=families.index) == families


def test_every_family_but_other_is_registered() -> None:
    """The registry knows every family that a table can be of; OTHER is what none of them is, read by its grid alone."""
    assert set(FAMILIES) == set(Family) - {OTHER.family}
    assert [entry for entry in (*FAMILIES.values(), OTHER) if entry.by_grid] == [OTHER]
    assert all(entry.family is family for family, entry in FAMILIES.items())


@pytest.mark.parametrize("entry", FAMILIES.values(), ids=lambda entry: entry.family.value)
def test_the_grammar_of_a_family_is_there(entry: FamilyEntry) -> None:
    """A family names a grammar file that exists, or none."""
    path = entry.path
    assert path is None or path.is_file()


def test_only_the_balance_has_two_sides() -> None:
    """收支总表 is the one family whose rows carry a label on either side."""
    assert [family for family, entry in FAMILIES.items() if entry.two_sided] == [Family.BALANCE]

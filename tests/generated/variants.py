"""Small variants of final accounts: Guangdong, Shaanxi, and the lists of a department with its units."""

from collections.abc import Callable
from functools import partial

from attrs import evolve

from generated import national, sichuan
from generated.classification import THREE_PUBLIC
from generated.documents import AnyTable, Heading, Kind, MoneyTable, Row, amount_paths
from generated.figures import GENERAL, PERSONNEL, PROJECT, RUNNING, Figures, Spending, added_up
from generated.jiangsu import MEETINGS
from generated.liaoning import three_public_spendings
from generated.rows import DEPARTMENTAL_ECONOMIC, NumberStyle, only, rows_with_total, summed_row

UNIT_NAME = Heading("单位名称", kind=Kind.NAME)
VEHICLES = Heading(
    "公务用车购置及运行维护费", (Heading("小计"), Heading("公务用车购置费"), Heading("公务用车运行维护费"))
)
LIST = (
    ("合计", "合计"),
    ("一、因公出国（境）支出", "因公出国（境）费"),
    ("二、公务接待支出", "公务接待费"),
    ("三、公务用车购置及运行维护支出", "公务用车购置及运行维护费"),
    ("其中：公务用车购置支出", "公务用车购置费"),
    ("公务用车运行维护支出", "公务用车运行维护费"),
)
Headings = tuple[Heading, ...]
Template = Callable[[Figures, NumberStyle], AnyTable]


def basic_items(figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算财政拨款基本支出决算表 of Shaanxi: one list with 人员经费 and 公用经费 as columns."""
    coded = (Heading("经济分类科目编码", kind=Kind.CODE), Heading("科目名称", kind=Kind.NAME))
    headings = (*coded, Heading("合计"), Heading(PERSONNEL), Heading(RUNNING))
    rows = rows_with_total(only(figures.spendings, GENERAL, "基本支出"), headings, style, DEPARTMENTAL_ECONOMIC)
    return _money("一般公共预算财政拨款基本支出决算表", "economic", figures, headings, rows)


def three_public_and_meetings(figures: Figures, style: NumberStyle) -> AnyTable:
    """“三公”经费及会议费、培训费支出决算表: a row of 预算数 and a row of 决算数."""
    items = (Heading("小计"), Heading("因公出国（境）费"), Heading("公务接待费"), VEHICLES)
    appropriated = Heading("一般公共预算财政拨款安排的“三公”经费", items)
    headings = (Heading("项目", kind=Kind.NAME), appropriated, Heading("会议费"), Heading("培训费"))
    actual = tuple(one for one in only(figures.spendings, GENERAL) if one.item in {*THREE_PUBLIC, *MEETINGS})
    rows = tuple(
        Row(name, amounts=style.texts(added_up(spent, amount_paths(headings))))
        for name, spent in (("预算数", figures.previous), ("决算数", actual))
    )
    return _money("“三公”经费及会议费、培训费支出决算表", "three_public", figures, headings, rows)


def three_public_as_a_list(figures: Figures, style: NumberStyle) -> AnyTable:
    """“三公”经费决算汇总表 of a city: one item a row, numbered, without 栏次."""
    headings = (Heading("项目", kind=Kind.NAME), Heading("决算数"))
    spent = three_public_spendings(figures)
    rows = tuple(
        Row(name, amounts=style.texts({("决算数",): sum(one.cents for one in only(spent, word))}))
        for name, word in LIST
    )
    return _money("市本级“三公”经费决算汇总表", "three_public", figures, headings, rows)


def three_public_by_unit(figures: Figures, style: NumberStyle) -> AnyTable:
    """所属单位“三公”经费决算表: a row for every unit, 公务接待费 before the vehicles."""
    items = (Heading("总计"), Heading("因公出国（境）费"), Heading("公务接待费"), VEHICLES)
    spent = three_public_spendings(figures)
    rows = (summed_row("合计", spent, (UNIT_NAME, *items), style), *_by_unit(figures, spent, items, style))
    return _money("所属单位“三公”经费决算表", "three_public", figures, (UNIT_NAME, *items), rows)


def units(figures: Figures, style: NumberStyle) -> AnyTable:
    """部门决算单位构成情况表: texts only, not even a unit of measure."""
    del style
    headings = (Heading("序号", kind=Kind.TEXT), UNIT_NAME, Heading("备注", kind=Kind.TEXT))
    rows = tuple(
        Row(name, texts={"序号": str(at), **({"备注": remark} if remark else {})})
        for at, (name, remark) in enumerate(_units(figures), start=1)
    )
    return evolve(_money("部门决算单位构成情况表", "other", figures, headings, rows), unit=None)


def running_costs(figures: Figures, style: NumberStyle) -> AnyTable:
    """机关运行经费支出决算表, by economic item."""
    coded = (Heading("科目编码", kind=Kind.CODE), Heading("科目名称", kind=Kind.NAME))
    headings = (*coded, Heading("决算数"))
    rows = rows_with_total(only(figures.spendings, GENERAL, RUNNING), headings, style, DEPARTMENTAL_ECONOMIC)
    return _money("机关运行经费支出决算表", "economic", figures, headings, rows)


def running_costs_by_unit(figures: Figures, style: NumberStyle) -> AnyTable:
    """机关运行经费情况表, by unit."""
    headings = (UNIT_NAME, Heading("机关运行经费支出"))
    spent = only(figures.spendings, GENERAL, RUNNING)
    rows = (summed_row("合计", spent, headings, style), *_by_unit(figures, spent, headings[1:], style))
    table = _money("机关运行经费情况表", "other", figures, headings, rows)
    return evolve(table, family_of_title="economic")


def _renamed(template: Template, title: str, number: str, figures: Figures, style: NumberStyle) -> AnyTable:
    return evolve(template(figures, style), title=title, number=number)


_NATIONAL = dict(zip(national.FAMILIES, national.TABLES, strict=True))
_IN_GUANGDONG: tuple[tuple[str, Template], ...] = (
    *(tuple(_NATIONAL.items())[:5]),
    ("一般公共预算财政拨款基本支出决算明细表", national.basic_expenditure),
    ("一般公共预算财政拨款“三公”经费支出决算表", sichuan.three_public),
    *(tuple(_NATIONAL.items())[7:]),
)
_IN_SHAANXI: tuple[tuple[str, Template], ...] = (
    ("收入支出决算总表", national.balance_of_all),
    ("收入决算总表", national.revenue),
    ("支出决算总表", national.expenditure),
    *(tuple(_NATIONAL.items())[3:5]),
    ("一般公共预算财政拨款基本支出决算表", basic_items),
    ("“三公”经费及会议费、培训费支出决算表", three_public_and_meetings),
    *(tuple(_NATIONAL.items())[7:]),
)
TABLES_OF_GUANGDONG = tuple(
    partial(_renamed, template, title, f"公开{at:02d}表") for at, (title, template) in enumerate(_IN_GUANGDONG, start=1)
)
TABLES_OF_SHAANXI = tuple(
    partial(_renamed, template, title, f"表{at}") for at, (title, template) in enumerate(_IN_SHAANXI, start=1)
)
LISTS: tuple[Template, ...] = (
    units,
    three_public_as_a_list,
    three_public_by_unit,
    running_costs,
    running_costs_by_unit,
)


def _units(figures: Figures) -> tuple[tuple[str, str], ...]:
    locality = figures.organisation.locality
    return (
        (f"{figures.organisation.name}（本级）", ""),
        (f"{locality}电子文件管理中心", ""),
        (f"{locality}音像资料馆", f"{figures.year}年新设"),
    )


def _by_unit(
    figures: Figures, spendings: tuple[Spending, ...], columns: Headings, style: NumberStyle
) -> tuple[Row, ...]:
    """Give the rows of the units: the first has what is no project, the others the projects by turns."""
    names = [name for name, _ in _units(figures)]
    return tuple(
        summed_row(name, [one for one in spendings if _unit_of(one) == at], columns, style)
        for at, name in enumerate(names)
    )


def _unit_of(spending: Spending) -> int:
    return 1 + (spending.project or 0) % 2 if spending.nature == PROJECT else 0


def _money(title: str, family: str, figures: Figures, headings: Headings, rows: tuple[Row, ...]) -> MoneyTable:
    return MoneyTable(
        family=family, number=None, title=title, entity=figures.organisation.name, headings=headings, rows=rows
    )

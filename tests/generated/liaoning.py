"""The budget tables of Liaoning, without the forms of performance targets."""

from collections.abc import Callable

from generated.classification import THREE_PUBLIC
from generated.documents import AnyTable, BalanceTable, Heading, Kind, MoneyTable, Row, Side
from generated.figures import FISCAL, GENERAL, PERSONNEL, PROJECT, RUNNING, UNIT_SOURCES, Figures, Spending
from generated.projects import PROJECTS
from generated.rows import (
    DEPARTMENTAL_ECONOMIC,
    GOVERNMENTAL_ECONOMIC,
    Labelled,
    NumberStyle,
    appropriated,
    balanced,
    category_names,
    numbered,
    only,
    rows_with_total,
    summed_row,
    unspent,
)

CODE, NAME = Heading("科目编码", kind=Kind.CODE), Heading("科目名称", kind=Kind.NAME)
UNIT_NAME, PROJECT_NAME = Heading("单位名称", kind=Kind.NAME), Heading("项目名称", kind=Kind.TEXT)
TOTAL, SUBTOTAL = Heading("合计"), Heading("小计")
FUNDS = tuple(Heading(fund) for fund in (*FISCAL, "财政专户管理资金", "单位资金"))
BROKEN_DOWN = (*FUNDS[:-1], Heading("单位资金", (SUBTOTAL, *(Heading(source) for source in UNIT_SOURCES))))
CARRY_OVER = Heading("上年结转结余", (TOTAL, *FUNDS))
SOURCES = (Heading("总计"), Heading("本年收入", (TOTAL, *FUNDS)), CARRY_OVER)
PURPOSES = (TOTAL, Heading("基本支出", (SUBTOTAL, Heading(PERSONNEL), Heading(RUNNING))), Heading(PROJECT))
VEHICLES = Heading("公务用车购置及运行费", (SUBTOTAL, Heading("公务用车购置费"), Heading("公务用车运行费")))
BUDGETED = (Heading("预算数"),)
SERVICE_TEXTS = ("支出功能分类（类级）", "购买服务项目名称", "购买服务指导目录对应项目（三级目录代码及名称）")
FAMILIES = {
    "收支预算总表": "balance",
    "收入预算总表": "revenue",
    "支出预算总表": "expenditure",
    "财政拨款收支预算总表": "balance",
    "一般公共预算支出表": "functional",
    "一般公共预算基本支出表": "economic",
    "财政拨款预算“三公”经费支出表": "three_public",
    "政府性基金预算支出表": "functional",
    "项目支出预算表": "project_expenditure",
    "支出功能分类预算表": "functional",
    "支出经济分类预算表（政府预算）": "economic",
    "支出经济分类预算表（部门预算）": "economic",
    "债务支出预算表": "debt",
    "政府采购支出预算表": "procurement",
    "政府购买服务支出预算表": "services",
    "部门管理专项资金预算表": "earmarked",
}
NUMBERS = {title: f"表{number}" for number, title in enumerate(FAMILIES, start=1)}
NUMBERS["部门管理专项资金预算表"] = "表18"
Headings = tuple[Heading, ...]
Foot = tuple[Labelled, ...]


def balance_of_all(figures: Figures, style: NumberStyle) -> AnyTable:
    """收支预算总表."""
    received, spent = figures.received, figures.spendings
    main = (*(f"{fund}拨款收入" for fund in FISCAL), "财政专户管理资金收入", "单位资金收入")
    left = (*numbered("{}、{}", main, received), *numbered("（{}）{}", UNIT_SOURCES, received))
    right = numbered("{}、{}", category_names(spent), spent)
    left_foot = (
        ("本年收入合计", only(received, "本年收入")),
        ("上年结转结余", only(received, "上年结转")),
        ("收入总计", received),
    )
    right_foot = (("本年支出合计", spent), ("年终结转结余", unspent(received)), ("支出总计", received))
    return _balance("收支预算总表", figures, style, (left, left_foot), (right, right_foot))


def balance_of_appropriations(figures: Figures, style: NumberStyle) -> AnyTable:
    """财政拨款收支预算总表."""
    received, spent = appropriated(figures.received), appropriated(figures.spendings)
    current, carried = only(received, "本年收入"), only(received, "上年结转")
    labels = [f"{fund}拨款" for fund in FISCAL]
    left = (
        ("一、本年收入", current),
        *((f"{label}收入", ones) for label, ones in numbered("（{}）{}", labels, current)),
        ("二、上年结转", carried),
        *((f"{label}收入", ones) for label, ones in numbered("（{}）{}", labels, carried)),
    )
    right = (("一、本年支出", spent), *numbered("（{}）{}", category_names(spent), spent))
    right_foot = (("二、年终结转结余", unspent(received)), ("支出总计", received))
    return _balance("财政拨款收支预算总表", figures, style, (left, (("收入总计", received),)), (right, right_foot))


def revenue(figures: Figures, style: NumberStyle) -> AnyTable:
    """收入预算总表, with 单位资金 broken down for the current year only."""
    headings = (UNIT_NAME, Heading("总计"), Heading("本年收入", (TOTAL, *BROKEN_DOWN)), CARRY_OVER)
    names = ("合计", figures.organisation.name)
    rows = tuple(summed_row(name, figures.received, headings, style) for name in names)
    return _money("收入预算总表", figures, headings, rows)


def expenditure(figures: Figures, style: NumberStyle) -> AnyTable:
    """支出预算总表."""
    headings = (CODE, NAME, *PURPOSES)
    return _money("支出预算总表", figures, headings, rows_with_total(figures.spendings, headings, style))


def general_expenditure(figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算支出表."""
    headings = (CODE, NAME, Heading("本年一般公共预算支出", PURPOSES))
    rows = rows_with_total(only(figures.spendings, "本年一般公共预算支出"), headings, style)
    return _money("一般公共预算支出表", figures, headings, rows)


def basic_expenditure(figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算基本支出表."""
    columns = (TOTAL, Heading(PERSONNEL), Heading(RUNNING))
    headings = (Heading("部门预算支出经济分类科目", (CODE, NAME)), Heading("本年一般公共预算基本支出", columns))
    spent = only(figures.spendings, "本年一般公共预算基本支出", "基本支出")
    rows = rows_with_total(spent, headings, style, DEPARTMENTAL_ECONOMIC)
    return _money("一般公共预算基本支出表", figures, headings, rows)


def three_public(figures: Figures, style: NumberStyle) -> AnyTable:
    """财政拨款预算“三公”经费支出表, of one year."""
    headings = (Heading("“三公”经费合计"), Heading("因公出国（境）费"), VEHICLES, Heading("公务接待费"))
    rows = three_public_rows(figures, headings, style)
    return _money("财政拨款预算“三公”经费支出表", figures, headings, rows)


def three_public_rows(figures: Figures, headings: Headings, style: NumberStyle) -> tuple[Row, ...]:
    """Give the one row of a 三公 table of one year; none where it prints nothing."""
    row = summed_row(None, three_public_spendings(figures), headings, style)
    return (row,) if row.amounts else ()


def three_public_spendings(figures: Figures) -> tuple[Spending, ...]:
    """Give the 三公 spendings of the year, which are appropriations of the general public budget."""
    return tuple(one for one in only(figures.spendings, GENERAL, "本年收入") if one.item in THREE_PUBLIC)


def fund_expenditure(figures: Figures, style: NumberStyle) -> AnyTable:
    """政府性基金预算支出表, mostly empty."""
    headings = (CODE, NAME, Heading("本年政府性基金预算支出", (TOTAL, Heading("基本支出"), Heading(PROJECT))))
    spent = only(figures.spendings, "本年政府性基金预算支出")
    notes = () if spent else ("备注：如此表为空表，则表示部门无政府性基金预算安排的支出。",)
    rows = rows_with_total(spent, headings, style)
    return _money("政府性基金预算支出表", figures, headings, rows, *notes)


def project_expenditure(figures: Figures, style: NumberStyle) -> AnyTable:
    """项目支出预算表: the organisation's row, then its projects by name and content."""
    headings = (UNIT_NAME, PROJECT_NAME, Heading("项目内容", kind=Kind.TEXT), *SOURCES)
    spent = only(figures.spendings, PROJECT)
    heads = ("合计", figures.organisation.name) if spent else ("合计",)
    rows = [summed_row(name, spent, headings, style) for name in heads]
    for index in sorted({one.project for one in spent if one.project is not None}):
        row = summed_row(None, (one for one in spent if one.project == index), headings, style)
        name, content = PROJECTS[index]
        rows.append(Row(None, amounts=row.amounts, texts={"项目名称": name, "项目内容": content}))
    return _money("项目支出预算表", figures, headings, tuple(rows))


def functions_by_fund(figures: Figures, style: NumberStyle) -> AnyTable:
    """支出功能分类预算表."""
    headings = (CODE, NAME, *SOURCES)
    return _money("支出功能分类预算表", figures, headings, rows_with_total(figures.spendings, headings, style))


def governmental_items(figures: Figures, style: NumberStyle) -> AnyTable:
    """支出经济分类预算表（政府预算）."""
    headings = (CODE, NAME, *SOURCES)
    rows = rows_with_total(figures.spendings, headings, style, GOVERNMENTAL_ECONOMIC)
    return _money("支出经济分类预算表（政府预算）", figures, headings, rows)


def departmental_items(figures: Figures, style: NumberStyle) -> AnyTable:
    """支出经济分类预算表（部门预算）."""
    headings = (CODE, NAME, *SOURCES)
    rows = rows_with_total(figures.spendings, headings, style, DEPARTMENTAL_ECONOMIC)
    return _money("支出经济分类预算表（部门预算）", figures, headings, rows)


def debt(figures: Figures, style: NumberStyle) -> AnyTable:
    """债务支出预算表, empty."""
    headings = (UNIT_NAME, PROJECT_NAME, *SOURCES)
    return _money("债务支出预算表", figures, headings, (summed_row("合计", (), headings, style),))


def procurement(figures: Figures, style: NumberStyle) -> AnyTable:
    """政府采购支出预算表, empty."""
    headings = (UNIT_NAME, PROJECT_NAME, *SOURCES)
    return _money("政府采购支出预算表", figures, headings, (summed_row("合计", (), headings, style),))


def services(figures: Figures, style: NumberStyle) -> AnyTable:
    """政府购买服务支出预算表, empty."""
    headings = (UNIT_NAME, *(Heading(text, kind=Kind.TEXT) for text in SERVICE_TEXTS), *SOURCES)
    return _money("政府购买服务支出预算表", figures, headings, (summed_row("合计", (), headings, style),))


def earmarked(figures: Figures, style: NumberStyle) -> AnyTable:
    """部门管理专项资金预算表: every project, all of it allocated."""
    headings = (Heading("项目", kind=Kind.NAME), Heading("总计"), Heading("已分配数"), Heading("未分配数"))
    spent = only(figures.spendings, PROJECT)
    rows = [summed_row("合计", spent, headings, style)]
    for index in sorted({one.project for one in spent if one.project is not None}):
        ones = (one for one in spent if one.project == index)
        rows.append(summed_row(PROJECTS[index][0], ones, headings, style))
    return _money("部门管理专项资金预算表", figures, headings, tuple(rows))


TABLES: tuple[Callable[[Figures, NumberStyle], AnyTable], ...] = (
    balance_of_all,
    revenue,
    expenditure,
    balance_of_appropriations,
    general_expenditure,
    basic_expenditure,
    three_public,
    fund_expenditure,
    project_expenditure,
    functions_by_fund,
    governmental_items,
    departmental_items,
    debt,
    procurement,
    services,
    earmarked,
)


def _money(title: str, figures: Figures, headings: Headings, rows: tuple[Row, ...], *notes: str) -> MoneyTable:
    return MoneyTable(
        family=FAMILIES[title],
        number=NUMBERS[title],
        title=title,
        entity=figures.organisation.name,
        headings=headings,
        rows=rows,
        notes=notes,
    )


def _balance(
    title: str, figures: Figures, style: NumberStyle, left: tuple[Foot, Foot], right: tuple[Foot, Foot]
) -> BalanceTable:
    revenue_entries, expenditure_entries = balanced((left, right), (BUDGETED, BUDGETED), style)
    return BalanceTable(
        family=FAMILIES[title],
        number=NUMBERS[title],
        title=title,
        entity=figures.organisation.name,
        revenue=Side("收入", "项目", BUDGETED, revenue_entries),
        expenditure=Side("支出", "项目", BUDGETED, expenditure_entries),
    )

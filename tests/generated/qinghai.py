"""The nine budget tables of Qinghai: flat columns, full lists of categories, the year in the headings."""

from collections.abc import Callable

from generated.classification import CATEGORIES
from generated.documents import AnyTable, BalanceTable, Heading, Kind, MoneyTable, Row, Side, amount_paths
from generated.figures import (
    FISCAL,
    GENERAL,
    GOVERNMENT_FUND,
    OTHER_NATURES,
    PERSONNEL,
    PROJECT,
    RUNNING,
    STATE_CAPITAL,
    Figures,
    added_up,
)
from generated.liaoning import BUDGETED, CODE, NAME, TOTAL, three_public_spendings
from generated.rows import (
    DEPARTMENTAL_ECONOMIC,
    NUMERALS,
    Labelled,
    NumberStyle,
    appropriated,
    balanced,
    of_category,
    only,
    rows_with_total,
    summed_row,
    unspent,
)

FAMILIES = {
    "收支总表": "balance",
    "收入总表": "revenue",
    "支出总表": "expenditure",
    "财政拨款收支总表": "balance",
    "一般公共预算支出表": "functional",
    "一般公共预算基本支出表": "economic",
    "一般公共预算“三公”经费支出表": "three_public",
    "政府性基金预算支出表": "functional",
    "国有资本经营预算支出情况表": "functional",
}
NUMBERS = {title: f"部门公开表{number}" for number, title in enumerate(FAMILIES, start=1)}
LISTED = (*CATEGORIES[:22], "预备费", "其他支出", "转移性支出", "债务还本支出", "债务付息支出", "债务发行费用支出")
SOURCES = ("事业收入", "上级补助收入", "附属单位上缴收入", "事业单位经营收入", "其他收入")
REVENUES = (*(f"{fund}拨款收入" for fund in FISCAL), "财政专户管理资金收入", *SOURCES)
BY_FUND = (TOTAL, *(Heading(fund) for fund in FISCAL))
ITEM = Heading("支出功能分类科目", (CODE, NAME))
NATURES = ("基本支出", PROJECT, "事业单位经营支出", OTHER_NATURES[1], OTHER_NATURES[2])
VEHICLES = ("小计", "公务用车购置费", "公务用车运行费")


def balance_of_all(figures: Figures, style: NumberStyle) -> AnyTable:
    """收支总表, every category listed."""
    received, spent = figures.received, figures.spendings
    left = tuple((f"{NUMERALS[at]}. {word}", only(received, word)) for at, word in enumerate(REVENUES))
    right = tuple((f"{NUMERALS[at]}. {word}", of_category(spent, word)) for at, word in enumerate(LISTED))
    left_foot = (
        ("本年收入合计", only(received, "本年收入")),
        ("上年结转", only(received, "上年结转")),
        ("收入总计", received),
    )
    right_foot = (("本年支出合计", spent), ("结转下年", unspent(received)), ("支出总计", received))
    entries = balanced(((left, left_foot), (right, right_foot)), (BUDGETED, BUDGETED), style)
    return _balance(
        figures,
        "收支总表",
        Side("收入", "项目", BUDGETED, entries[0]),
        Side("支出", "项目（按功能分类）", BUDGETED, entries[1]),
    )


def balance_of_appropriations(figures: Figures, style: NumberStyle) -> AnyTable:
    """财政拨款收支总表, with four columns of expenditure."""
    received, spent = appropriated(figures.received), appropriated(figures.spendings)
    current, carried = only(received, "本年收入"), only(received, "上年结转")
    left = (
        ("一、本年收入", current),
        *((f"{fund}拨款收入", only(current, fund)) for fund in FISCAL),
    )
    left_foot = (
        ("二、上年结转", carried),
        *((f"({NUMERALS[at]}) {fund}拨款", only(carried, fund)) for at, fund in enumerate(FISCAL)),
        ("收入总计", received),
    )
    right: tuple[Labelled, ...] = (
        ("一、本年支出", spent),
        *((f"({NUMERALS[at]}) {word}", of_category(spent, word)) for at, word in enumerate(LISTED)),
    )
    right_foot = (("二、结转下年", unspent(received)), ("支出总计", received))
    entries = balanced(((left, left_foot), (right, right_foot)), (BUDGETED, BY_FUND), style)
    return _balance(
        figures,
        "财政拨款收支总表",
        Side("收入", "项目", BUDGETED, entries[0]),
        Side("支出", "项目", BY_FUND, entries[1]),
    )


def revenue(figures: Figures, style: NumberStyle) -> AnyTable:
    """收入总表, by 预算单位 and with flat columns."""
    columns = (Heading("小计"), Heading("上年结转"), *(Heading(word) for word in REVENUES))
    headings = (Heading("预算单位", kind=Kind.NAME), *columns)
    names = ("合计", figures.organisation.superior, figures.organisation.name)
    rows = tuple(summed_row(name, figures.received, headings, style) for name in names)
    return _money("收入总表", figures, headings, rows)


def expenditure(figures: Figures, style: NumberStyle) -> AnyTable:
    """支出总表."""
    headings = (CODE, NAME, TOTAL, *(Heading(word) for word in NATURES))
    return _money("支出总表", figures, headings, rows_with_total(figures.spendings, headings, style))


def general_expenditure(figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算支出表."""
    headings = (ITEM, Heading(f"{figures.year}年预算数", (TOTAL, Heading("基本支出"), Heading(PROJECT))))
    rows = rows_with_total(only(figures.spendings, GENERAL), headings, style)
    return _money("一般公共预算支出表", figures, headings, rows)


def basic_expenditure(figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算基本支出表."""
    columns = (TOTAL, Heading(PERSONNEL), Heading(RUNNING))
    headings = (Heading("支出经济分类科目", (CODE, NAME)), Heading(f"{figures.year}年基本支出", columns))
    rows = rows_with_total(only(figures.spendings, GENERAL, "基本支出"), headings, style, DEPARTMENTAL_ECONOMIC)
    return _money("一般公共预算基本支出表", figures, headings, rows)


def three_public(figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算“三公”经费支出表, of two years."""
    headings = two_years("上年预算数", f"{figures.year}年预算数", "因公出国(境)费用")
    rows = two_year_rows(figures, headings, style)
    return _money("一般公共预算“三公”经费支出表", figures, headings, rows)


def two_years(previous: str, current: str, travel: str) -> tuple[Heading, ...]:
    """Give the headings of a 三公 table of two years."""
    vehicles = Heading("公务用车购置及运行费", tuple(Heading(word) for word in VEHICLES))
    columns = (TOTAL, Heading(travel), vehicles, Heading("公务接待费"))
    return Heading(previous, columns), Heading(current, columns)


def two_year_rows(figures: Figures, headings: tuple[Heading, ...], style: NumberStyle) -> tuple[Row, ...]:
    """Give the one row of a 三公 table of two years; none where it prints nothing."""
    previous, current = (
        {(heading.text, *path): cents for path, cents in added_up(spendings, amount_paths(heading.parts)).items()}
        for heading, spendings in zip(headings, (figures.previous, three_public_spendings(figures)), strict=True)
    )
    amounts = style.texts({**previous, **current})
    return (Row(None, amounts=amounts),) if amounts else ()


def fund_expenditure(figures: Figures, style: NumberStyle) -> AnyTable:
    """政府性基金预算支出表, with a note where it is empty."""
    headings = (ITEM, Heading(f"{figures.year}年预算数", (TOTAL, Heading("基本支出"), Heading(PROJECT))))
    spent = only(figures.spendings, GOVERNMENT_FUND)
    note = f"注：本部门{figures.year}年没有政府性基金预算支出，故本表无数据。"
    rows = rows_with_total(spent, headings, style)
    return _money("政府性基金预算支出表", figures, headings, rows, *(() if spent else (note,)))


def capital_expenditure(figures: Figures, style: NumberStyle) -> AnyTable:
    """国有资本经营预算支出情况表, with a note where it is empty."""
    columns = (Heading("小计"), Heading("其中：基本支出"), Heading(PROJECT))
    headings = (Heading("功能分类科目", (CODE, NAME)), Heading("国有资本经营预算支出", columns))
    spent = only(figures.spendings, STATE_CAPITAL)
    note = f"注：本部门{figures.year}年没有国有资本经营预算支出，故本表无数据。"
    rows = rows_with_total(spent, headings, style)
    return _money("国有资本经营预算支出情况表", figures, headings, rows, *(() if spent else (note,)))


TABLES: tuple[Callable[[Figures, NumberStyle], AnyTable], ...] = (
    balance_of_all,
    revenue,
    expenditure,
    balance_of_appropriations,
    general_expenditure,
    basic_expenditure,
    three_public,
    fund_expenditure,
    capital_expenditure,
)


def _money(
    title: str, figures: Figures, headings: tuple[Heading, ...], rows: tuple[Row, ...], *notes: str
) -> MoneyTable:
    return MoneyTable(
        family=FAMILIES[title],
        number=NUMBERS[title],
        title=title,
        entity=figures.organisation.name,
        headings=headings,
        rows=rows,
        notes=notes,
    )


def _balance(figures: Figures, title: str, revenue_side: Side, expenditure_side: Side) -> BalanceTable:
    return BalanceTable(
        family=FAMILIES[title],
        number=NUMBERS[title],
        title=title,
        entity=figures.organisation.name,
        revenue=revenue_side,
        expenditure=expenditure_side,
    )

"""The common national set of budget tables: the eight of Guangxi in their order, and the nine of a central department.

一般公共预算支出表 compares with what was spent the year before: a sum of money and a percentage.
"""

from collections.abc import Callable, Sequence
from functools import partial

from attrs import evolve, frozen

from generated.documents import AnyTable, BalanceTable, Entry, Heading, Kind, MoneyTable, Path, Row, Side, amount_paths
from generated.figures import (
    EDUCATION_FEES,
    FISCAL,
    GENERAL,
    GOVERNMENT_FUND,
    OTHER_NATURES,
    PERSONNEL,
    PROJECT,
    RUNNING,
    SPECIAL_ACCOUNT,
    STATE_CAPITAL,
    USED_BALANCE,
    Figures,
    Spending,
    counted,
)
from generated.qinghai import two_year_rows, two_years
from generated.rows import (
    DEPARTMENTAL_ECONOMIC,
    FUNCTIONAL,
    NUMERALS,
    Labelled,
    NumberStyle,
    balanced,
    category_names,
    coded_rows,
    numbered,
    only,
    rows_with_total,
    unspent,
)

CODED = (Heading("科目编码", kind=Kind.CODE), Heading("科目名称", kind=Kind.NAME))
FUNCTION, ECONOMIC = Heading("功能分类科目", CODED), Heading("经济分类科目", CODED)
NATURES = (Heading("合计"), Heading("基本支出"), Heading(PROJECT))
BUDGETED = (Heading("预算数"),)
BY_FUND = (Heading("合计"), *(Heading(fund) for fund in FISCAL[:2]))
SOURCES = ("事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入", USED_BALANCE)
Headings = tuple[Heading, ...]


@frozen
class Form:
    """What differs between the two sets: their titles in order, and how percentages are printed."""

    titles: tuple[str, ...]
    numbered: bool
    percentage: str
    percent_sign: bool


GUANGXI = Form(
    titles=(
        "财政拨款收支总表",
        "一般公共预算支出表",
        "一般公共预算基本支出表",
        "“三公”经费情况表",
        "政府性基金预算拨款支出预算表",
        "部门收支总表",
        "部门收入总表",
        "部门支出总表",
    ),
    numbered=True,
    percentage="增减%",
    percent_sign=False,
)
CENTRAL = Form(
    titles=(
        "部门收支总表",
        "部门收入总表",
        "部门支出总表",
        "财政拨款收支总表",
        "一般公共预算支出表",
        "一般公共预算基本支出表",
        "一般公共预算“三公”经费支出表",
        "政府性基金预算支出表",
        "国有资本经营预算支出表",
    ),
    numbered=False,
    percentage="增减（%）",
    percent_sign=True,
)


def prepared(figures: Figures) -> Figures:
    """Count the special account as 教育收费, last year's own money as 使用非财政拨款结余."""
    return evolve(figures, spendings=tuple(map(_renamed, figures.spendings)))


def balance_of_all(title: str, form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """部门收支总表."""
    received, spent = figures.received, figures.spendings
    words = (*(f"{fund}拨款收入" for fund in FISCAL), "事业收入", *SOURCES[:-1])
    left_foot: tuple[Labelled, ...] = (
        ("本年收入合计", only(received, "本年收入")),
        (USED_BALANCE, only(received, USED_BALANCE)),
        ("上年结转", only(received, "上年结转")),
        ("收入总计", received),
    )
    right_foot = ("本年支出合计", spent), ("结转下年", unspent(received)), ("支出总计", received)
    right = numbered("{}、{}", category_names(spent), spent)
    sides = (numbered("{}、{}", words, received), left_foot), (right, right_foot)
    return _balance(title, form, figures, balanced(sides, (BUDGETED, BUDGETED), style), BUDGETED)


def balance_of_appropriations(title: str, form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """财政拨款收支总表, of the general budget and the fund budget."""
    kept = tuple(one for one in figures.received if one.fund in FISCAL[:2])
    spent = tuple(one for one in figures.spendings if one.fund in FISCAL[:2])
    current, carried = only(kept, "本年收入"), only(kept, "上年结转")
    left: tuple[Labelled, ...] = (
        ("一、本年收入", current),
        *((f"（{NUMERALS[at]}）{fund}拨款", only(current, fund)) for at, fund in enumerate(FISCAL[:2])),
        ("二、上年结转", carried),
        *((f"（{NUMERALS[at]}）{fund}拨款", only(carried, fund)) for at, fund in enumerate(FISCAL[:2])),
    )
    right = (("一、本年支出", spent), *numbered("（{}）{}", category_names(spent), spent))
    right_foot = ("二、结转下年", unspent(kept)), ("支出总计", kept)
    sides = (left, (("收入总计", kept),)), (right, right_foot)
    return _balance(title, form, figures, balanced(sides, (BUDGETED, BY_FUND), style), BY_FUND)


def revenue(title: str, form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """部门收入总表."""
    service = Heading("事业收入", (Heading("金额"), Heading("其中：教育收费")))
    funds = tuple(Heading(f"{fund}拨款收入") for fund in FISCAL)
    headings = (
        Heading("科目", CODED),
        Heading("合计"),
        Heading("上年结转"),
        *funds,
        service,
        *(Heading(word) for word in SOURCES),
    )
    return _money(title, form, figures, headings, rows_with_total(figures.received, headings, style))


def expenditure(title: str, form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """部门支出总表."""
    others = ("上缴上级支出", "事业单位经营支出", OTHER_NATURES[2])
    headings = (*CODED, *NATURES, *(Heading(word) for word in others))
    return _money(title, form, figures, headings, rows_with_total(figures.spendings, headings, style))


def general_expenditure(title: str, form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算支出表: last year's outturn, this year's budget, and the change in money and per cent."""
    before, now = f"{figures.year - 1}年执行数", f"{figures.year}年预算数"
    change = (Heading("增减额"), Heading(form.percentage, unit="%"))
    budget = Heading(now, (Heading("小计"), *NATURES[1:]))
    headings = (FUNCTION, Heading(before), budget, Heading(f"{now}比{before}", change))
    spent = only(figures.spendings, GENERAL)
    paths, styled = amount_paths(headings), evolve(style, percent_sign=form.percent_sign)
    total = Row("合计", amounts=_compared(spent, paths, styled))
    rows = tuple(
        evolve(row, amounts=_compared([one for one in spent if one.function.startswith(row.code or "")], paths, styled))
        for row in coded_rows(spent, (FUNCTION,), style, FUNCTIONAL)
    )
    return _money(title, form, figures, headings, (total, *rows))


def basic_expenditure(title: str, form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算基本支出表."""
    columns = (Heading("合计"), Heading(PERSONNEL), Heading(RUNNING))
    headings = (ECONOMIC, Heading(f"{figures.year}年基本支出", columns))
    spent = only(figures.spendings, GENERAL, "基本支出")
    return _money(title, form, figures, headings, rows_with_total(spent, headings, style, DEPARTMENTAL_ECONOMIC))


def three_public(title: str, form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """“三公”经费支出表, of two years."""
    headings = two_years(f"{figures.year - 1}年预算数", f"{figures.year}年预算数", "因公出国（境）费")
    return _money(title, form, figures, headings, two_year_rows(figures, headings, style))


def fund_expenditure(fund: str, title: str, form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """政府性基金 or 国有资本经营预算支出表, with a note where it is empty."""
    headings = (*CODED, Heading(f"本年{fund}支出", NATURES))
    spent = only(figures.spendings, fund)
    note = f"注：{figures.organisation.name}{figures.year}年没有使用{fund}拨款安排的支出，故本表无数据。"
    rows = rows_with_total(spent, headings, style)
    return evolve(_money(title, form, figures, headings, rows), notes=() if spent else (note,))


_TEMPLATES: dict[str, tuple[str, Callable[[str, Form, Figures, NumberStyle], AnyTable]]] = {
    "部门收支总表": ("balance", balance_of_all),
    "部门收入总表": ("revenue", revenue),
    "部门支出总表": ("expenditure", expenditure),
    "财政拨款收支总表": ("balance", balance_of_appropriations),
    "一般公共预算支出表": ("functional", general_expenditure),
    "一般公共预算基本支出表": ("economic", basic_expenditure),
    "“三公”经费情况表": ("three_public", three_public),
    "一般公共预算“三公”经费支出表": ("three_public", three_public),
    "政府性基金预算拨款支出预算表": ("functional", partial(fund_expenditure, GOVERNMENT_FUND)),
    "政府性基金预算支出表": ("functional", partial(fund_expenditure, GOVERNMENT_FUND)),
    "国有资本经营预算支出表": ("functional", partial(fund_expenditure, STATE_CAPITAL)),
}
TABLES_OF_GUANGXI = tuple(partial(_TEMPLATES[title][1], title, GUANGXI) for title in GUANGXI.titles)
TABLES_OF_A_CENTRAL_DEPARTMENT = tuple(partial(_TEMPLATES[title][1], title, CENTRAL) for title in CENTRAL.titles)


def before(spending: Spending) -> Spending:
    """Give what was spent for the same purpose the year before: more or less by a share that the items settle."""
    share = 70 + (int(spending.function) + int(spending.item)) % 60
    return evolve(spending, cents=spending.cents * share // 100)


def _compared(spendings: Sequence[Spending], paths: tuple[Path, ...], style: NumberStyle) -> dict[Path, str]:
    outturn, budget, change, percentage = paths[0], paths[1:-2], paths[-2], paths[-1]
    earlier = sum(before(one).cents for one in spendings)
    now = {path: counted(spendings, path[1:]) for path in budget}
    difference = now[budget[0]] - earlier
    texts = style.texts({outturn: earlier, **now, change: difference})
    share = style.percentage(difference, earlier)
    return {**texts, **({percentage: share} if share else {})}


def _number(title: str, form: Form) -> str | None:
    return f"表{form.titles.index(title) + 1}" if form.numbered else None


def _money(title: str, form: Form, figures: Figures, headings: Headings, rows: tuple[Row, ...]) -> MoneyTable:
    return MoneyTable(
        family=_TEMPLATES[title][0],
        number=_number(title, form),
        title=title,
        entity=figures.organisation.name,
        headings=headings,
        rows=rows,
    )


def _balance(
    title: str, form: Form, figures: Figures, entries: tuple[tuple[Entry, ...], ...], columns: Headings
) -> BalanceTable:
    return BalanceTable(
        family="balance",
        number=_number(title, form),
        title=title,
        entity=figures.organisation.name,
        revenue=Side("收入", "项目", BUDGETED, entries[0]),
        expenditure=Side("支出", "项目", columns, entries[1]),
    )


def _renamed(spending: Spending) -> Spending:
    if spending.carried_over and spending.fund not in FISCAL:
        return evolve(spending, fund=USED_BALANCE)
    return evolve(spending, fund=EDUCATION_FEES) if spending.fund == SPECIAL_ACCOUNT else spending

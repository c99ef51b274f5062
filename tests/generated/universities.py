"""The tables of universities under a ministry: the four of a budget as three years print them, and those of accounts.

教育收费 (the special account) is a part of 事业收入. From 2023 on 收入预算表 begins with last year's money and ends
with 使用非财政拨款结余; that of 2024 is one row without code or name.
"""

from collections.abc import Callable
from functools import partial

from attrs import evolve, frozen

from generated.documents import AnyTable, BalanceTable, Heading, Kind, MoneyTable, Row, Side
from generated.figures import (
    EDUCATION_FEES,
    FISCAL,
    OTHER_NATURES,
    PROJECT,
    SPECIAL_ACCOUNT,
    USED_BALANCE,
    Figures,
    Spending,
)
from generated.national import LISTED
from generated.rows import (
    NUMERALS,
    Labelled,
    NumberStyle,
    appropriated,
    balanced,
    category_names,
    numbered,
    of_category,
    only,
    rows_with_total,
    summed_row,
    unspent,
)

NAME = Heading("科目名称", kind=Kind.NAME)
CODED = (Heading("科目编码", kind=Kind.CODE), NAME)
PARTS = tuple(Heading(text, kind=Kind.CODE) for text in ("类", "款", "项"))
SERVICE = Heading("事业收入", (Heading("金额"), Heading("其中：教育收费")))
REMARK = Heading("备注", kind=Kind.TEXT)
NATURES = (Heading("合计"), Heading("基本支出"), Heading(PROJECT))
BUDGETED, ACCOUNTED = (Heading("预算数"),), (Heading("决算数"),)
CARRIED = "含上年结转资金"
Headings = tuple[Heading, ...]


@frozen
class Form:
    """What differs from year to year: the headings of 收入预算表 and of the two tables of expenditure."""

    revenue: Headings
    expenditure: Headings
    appropriated: Headings
    coded_revenue: bool = True
    current_revenue_only: bool = False


_SINCE_2023 = (
    Heading("合计"),
    Heading("上年结转"),
    Heading("财政拨款收入"),
    SERVICE,
    Heading("事业单位经营收入"),
    Heading("其他收入"),
    Heading("使用非财政拨款结余"),
)
OF_2021 = Form(
    revenue=(*CODED, Heading("本年收入合计"), Heading("财政拨款收入"), SERVICE, Heading("其他收入")),
    expenditure=(*CODED, *NATURES),
    appropriated=(*CODED, *NATURES),
    current_revenue_only=True,
)
OF_2023 = Form(
    revenue=(*CODED, *_SINCE_2023),
    expenditure=(*CODED, *NATURES, *(Heading(word) for word in ("上缴上级支出", "经营支出", "对下级单位补助支出"))),
    appropriated=(Heading("科目代码", kind=Kind.CODE), NAME, *NATURES),
)
OF_2024 = Form(
    revenue=_SINCE_2023,
    expenditure=(*CODED, *NATURES, REMARK),
    appropriated=(*CODED, *NATURES, REMARK),
    coded_revenue=False,
)


def prepared(figures: Figures) -> Figures:
    """Count the special account as 教育收费, and last year's own money as 使用非财政拨款结余."""
    return evolve(figures, spendings=tuple(map(_of_university, figures.spendings)))


def prepared_for_2021(figures: Figures) -> Figures:
    """Leave out last year's own money and the revenue from operations too, for which the tables have no column."""
    kept = (_without_operations(one) for one in prepared(figures).spendings)
    return evolve(figures, spendings=tuple(kept))


def balance(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """收支预算总表."""
    del form
    received, spent = figures.received, figures.spendings
    words = ("财政拨款收入", "事业收入", "事业单位经营收入", "其他收入")
    left_foot: tuple[Labelled, ...] = (
        ("本年收入合计", only(received, "本年收入")),
        ("使用非财政拨款结余", only(received, "使用非财政拨款结余")),
        ("上年结转", only(received, "上年结转")),
        ("收入总计", received),
    )
    right_foot = ("本年支出合计", spent), ("结转下年", unspent(received)), ("支出总计", received)
    right = numbered("{}、{}", category_names(spent), spent)
    sides = (numbered("{}、{}", words, received), left_foot), (right, right_foot)
    entries = balanced(sides, (BUDGETED, BUDGETED), style)
    return BalanceTable(
        family="balance",
        number=None,
        title="收支预算总表",
        entity=figures.organisation.name,
        revenue=Side("收入", "项目", BUDGETED, entries[0]),
        expenditure=Side("支出", "项目", BUDGETED, entries[1]),
    )


def revenue(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """收入预算表."""
    received = only(figures.received, "本年收入") if form.current_revenue_only else figures.received
    rows = (
        rows_with_total(received, form.revenue, style)
        if form.coded_revenue
        else (summed_row(None, received, form.revenue, style),)
    )
    return _budget("收入预算表", "revenue", figures, form.revenue, rows)


def expenditure(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """支出预算表."""
    rows = _with_remarks(rows_with_total(figures.spendings, form.expenditure, style), form.expenditure, figures)
    return _budget("支出预算表", "expenditure", figures, form.expenditure, rows)


def appropriated_expenditure(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """财政拨款支出预算表."""
    kept = evolve(figures, spendings=appropriated(figures.spendings))
    rows = _with_remarks(rows_with_total(kept.spendings, form.appropriated, style), form.appropriated, kept)
    return _budget("财政拨款支出预算表", "functional", figures, form.appropriated, rows)


_OF_A_BUDGET: tuple[Callable[[Form, Figures, NumberStyle], AnyTable], ...] = (
    balance,
    revenue,
    expenditure,
    appropriated_expenditure,
)
TABLES_OF_2021 = tuple(partial(template, OF_2021) for template in _OF_A_BUDGET)
TABLES_OF_2023 = tuple(partial(template, OF_2023) for template in _OF_A_BUDGET)
TABLES_OF_2024 = tuple(partial(template, OF_2024) for template in _OF_A_BUDGET)


def balance_of_accounts(figures: Figures, style: NumberStyle) -> AnyTable:
    """高等学校收支决算总表, with 栏次 over each side and no 行次."""
    received, spent = figures.received, figures.spendings
    sources = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
    words = (*(f"{fund}财政拨款收入" for fund in FISCAL), *sources)
    left_foot: tuple[Labelled, ...] = (
        ("本年收入合计", only(received, "本年收入")),
        ("使用非财政拨款结余（含专用结余）", only(received, "使用非财政拨款结余")),
        ("年初结转和结余", only(received, "上年结转")),
        ("总计", received),
    )
    right_foot: tuple[Labelled, ...] = (
        ("本年支出合计", spent),
        ("结余分配", ()),
        ("年末结转和结余", unspent(received)),
        ("总计", received),
    )
    right = tuple((f"{NUMERALS[at]}、{word}", of_category(spent, word)) for at, word in enumerate(LISTED))
    sides = (numbered("{}、{}", words, received), left_foot), (right, right_foot)
    entries = balanced(sides, (ACCOUNTED, ACCOUNTED), style)
    return BalanceTable(
        family="balance",
        number="表1",
        title="高等学校收支决算总表",
        entity=figures.organisation.name,
        numbered_columns=True,
        revenue=Side("收入", "项目", ACCOUNTED, entries[0]),
        expenditure=Side("支出", "项目(按功能分类)", ACCOUNTED, entries[1]),
    )


def revenue_accounts(figures: Figures, style: NumberStyle) -> AnyTable:
    """高等学校收入决算表: 栏次 stand beside the parts of the code, the total below them."""
    words = "经营收入", "附属单位上缴收入", "其他收入"
    before = (Heading("本年收入合计"), Heading("财政拨款收入"), Heading("上级补助收入"))
    headings = (_item(1), *before, SERVICE, *(Heading(word) for word in words))
    rows = rows_with_total(only(figures.received, "本年收入"), headings, style)
    return _accounts(2, "高等学校收入决算表", figures, headings, rows)


def expenditure_accounts(figures: Figures, style: NumberStyle) -> AnyTable:
    """高等学校支出决算表."""
    words = ("本年支出合计", "基本支出", PROJECT, OTHER_NATURES[1], OTHER_NATURES[0], OTHER_NATURES[2])
    headings = (_item(1), *(Heading(word) for word in words))
    return _accounts(3, "高等学校支出决算表", figures, headings, rows_with_total(figures.spendings, headings, style))


def appropriated_accounts(figures: Figures, style: NumberStyle) -> AnyTable:
    """高等学校财政拨款支出决算表: the total beside the parts of the code, without 栏次."""
    projects = Heading(PROJECT, (Heading("小计"), Heading("其中：基本建设资金支出")))
    headings = (_item(2), Heading("本年支出", (*NATURES[:2], projects)))
    rows = rows_with_total(appropriated(figures.spendings), headings, style)
    return evolve(_accounts(4, "高等学校财政拨款支出决算表", figures, headings, rows), numbered_columns=False)


TABLES_OF_ACCOUNTS: tuple[Callable[[Figures, NumberStyle], AnyTable], ...] = (
    balance_of_accounts,
    revenue_accounts,
    expenditure_accounts,
    appropriated_accounts,
)


def _item(rows: int) -> Heading:
    return Heading("项目", (Heading("科目编码", PARTS, rows=rows), NAME))


def _budget(title: str, family: str, figures: Figures, headings: Headings, rows: tuple[Row, ...]) -> MoneyTable:
    return MoneyTable(
        family=family, number=None, title=title, entity=figures.organisation.name, headings=headings, rows=rows
    )


def _accounts(at: int, title: str, figures: Figures, headings: Headings, rows: tuple[Row, ...]) -> MoneyTable:
    return MoneyTable(
        family={2: "revenue", 3: "expenditure", 4: "functional"}[at],
        number=f"表{at}",
        title=title,
        entity=figures.organisation.name,
        numbered_columns=True,
        total_in_header=True,
        headings=headings,
        rows=rows,
    )


def _with_remarks(rows: tuple[Row, ...], headings: Headings, figures: Figures) -> tuple[Row, ...]:
    """Remark the items that last year's money is spent on, where there is a column for it."""
    carried = {one.function for one in figures.spendings if one.carried_over}
    if REMARK not in headings:
        return rows
    return tuple(evolve(row, texts={"备注": CARRIED}) if row.code in carried else row for row in rows)


def _of_university(spending: Spending) -> Spending:
    known = {SPECIAL_ACCOUNT: EDUCATION_FEES, "上级补助收入": "其他收入", "附属单位上缴收入": "其他收入"}
    own = spending.carried_over and spending.fund not in FISCAL
    return evolve(spending, fund=USED_BALANCE if own else known.get(spending.fund, spending.fund))


def _without_operations(spending: Spending) -> Spending:
    return evolve(spending, fund="其他收入") if spending.fund == "事业单位经营收入" else spending

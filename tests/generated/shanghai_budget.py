"""The nine budget tables of Shanghai, of a department and of a unit: eight in 元 and the last in 万元.

Codes stand in three columns with the leading parts on every row, totals are last, titles begin with the year.
"""

from collections.abc import Callable
from functools import partial

from attrs import evolve, frozen

from generated.documents import AnyTable, BalanceTable, Entry, Heading, Kind, MoneyTable, Row, Side, amount_paths
from generated.figures import (
    FISCAL,
    GENERAL,
    GOVERNMENT_FUND,
    PERSONNEL,
    PROJECT,
    RUNNING,
    SPECIAL_ACCOUNT,
    STATE_CAPITAL,
    Figures,
    Spending,
    counted,
)
from generated.liaoning import three_public_spendings
from generated.rows import (
    DEPARTMENTAL_ECONOMIC,
    FUNCTIONAL,
    Classification,
    Labelled,
    NumberStyle,
    appropriated,
    balanced,
    category_names,
    numbered,
    only,
    rows_with_total,
)

REVENUES = ("事业收入", "事业单位经营收入", "其他收入")
OTHER_APPROPRIATIONS = ("政府性基金", "国有资本经营预算")
TOTAL, BASIC = Heading("合计"), Heading("基本支出")
BUDGETED = (Heading("预算数"),)
PARTS = tuple(Heading(text, kind=Kind.CODE) for text in ("类", "款", "项"))
ITEM = Heading("项目", (Heading("功能分类科目编码", PARTS), Heading("功能分类科目名称", kind=Kind.NAME)))
Headings = tuple[Heading, ...]
YUAN_IN_TEN_THOUSAND = 10_000


@frozen
class Form:
    """What differs between the tables of a department and those of a unit."""

    subject: str
    last_subject: str
    by_nature: bool
    economic_item: Heading
    travel: str
    source: str
    first_source: str
    year_in_headings: bool
    whole_yuan: bool


DEPARTMENT = Form(
    subject="部门",
    last_subject="部门",
    by_nature=False,
    economic_item=Heading(
        "项目",
        (Heading("部门预算经济分类科目编码", PARTS[:2]), Heading("经济分类科目名称", kind=Kind.NAME)),
    ),
    travel="因公出国(境)费",
    source="{}. {}",
    first_source="一般公共预算资金",
    year_in_headings=False,
    whole_yuan=False,
)
UNIT = Form(
    subject="预算单位",
    last_subject="单位",
    by_nature=True,
    economic_item=Heading(
        "项目",
        (Heading("经济分类科目编码", PARTS[:2]), Heading("部门经济分类科目名称", kind=Kind.NAME)),
    ),
    travel="因公出国（境）费",
    source="　　{}、{}",
    first_source="一般公共预算资金",
    year_in_headings=False,
    whole_yuan=True,
)


DEPARTMENT_2023 = evolve(DEPARTMENT, first_source="一般公共预算", year_in_headings=True, whole_yuan=True)


def prepared(figures: Figures) -> Figures:
    """Give sums of yuan and fen, without the kinds of revenue that these tables do not know."""
    return _rescaled(figures, 137)


def prepared_whole(figures: Figures) -> Figures:
    """Give whole yuan."""
    return _rescaled(figures, 100)


def balance_of_all(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """财务收支预算总表; that of a unit breaks the expenditure down by nature."""
    received = figures.received
    sources = (form.first_source, *OTHER_APPROPRIATIONS)
    left: tuple[Labelled, ...] = (
        ("一、财政拨款收入", appropriated(received)),
        *((form.source.format(at, word), only(received, word)) for at, word in enumerate(sources, start=1)),
        *numbered("{}、{}", ("财政拨款收入", *REVENUES), received)[1:],
    )
    natures = (TOTAL, Heading("基本支出", (Heading(PERSONNEL), Heading(RUNNING))), Heading(PROJECT))
    columns = (Heading("预算数", natures),) if form.by_nature else BUDGETED
    right = numbered("{}、{}", category_names(figures.spendings), figures.spendings)
    revenue_side, expenditure_side = _entries(form, figures, style, (left, right), columns)
    return _balance(
        f"{figures.year}年{form.subject}财务收支预算总表",
        figures,
        Side("本年收入", "项目", BUDGETED, revenue_side),
        Side("本年支出", "项目", columns, expenditure_side),
    )


def revenue(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """收入预算总表."""
    columns = (TOTAL, Heading("财政拨款收入"), *(Heading(word) for word in REVENUES))
    headings = (ITEM, Heading("收入预算", columns))
    title = f"{figures.year}年{form.subject}收入预算总表"
    return _money(title, "revenue", figures, headings, _rows(form, figures.received, headings, style))


def expenditure(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """支出预算总表."""
    headings = (ITEM, Heading("支出预算", (TOTAL, BASIC, Heading(PROJECT))))
    title = f"{figures.year}年{form.subject}支出预算总表"
    return _money(title, "expenditure", figures, headings, _rows(form, figures.spendings, headings, style))


def balance_of_appropriations(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """财政拨款收支预算总表, with four columns of expenditure."""
    spent = appropriated(figures.spendings)
    left = numbered("{}、{}", ("一般公共预算资金", *OTHER_APPROPRIATIONS), spent)
    right = numbered("{}、{}", category_names(spent), spent)
    columns = (TOTAL, *(Heading(fund) for fund in FISCAL))
    kept = evolve(figures, spendings=spent)
    revenue_side, expenditure_side = _entries(form, kept, style, (left, right), columns)
    return _balance(
        f"{figures.year}年{form.subject}财政拨款收支预算总表",
        figures,
        Side("财政拨款收入", "项目", BUDGETED, revenue_side),
        Side("财政拨款支出", "项目", columns, expenditure_side),
    )


def functions_of_fund(fund: str, form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """Give the table by function of one of the three budgets; that of a fund is mostly empty and says so."""
    headings = (ITEM, Heading(f"{fund}支出", (TOTAL, BASIC, Heading(PROJECT))))
    spent = only(figures.spendings, fund)
    title = f"{figures.year}年{form.subject}{fund}支出功能分类预算表"
    table = _money(title, "functional", figures, headings, _rows(form, spent, headings, style))
    note = f"注:本{form.last_subject}{figures.year}年无{fund}财政拨款安排的预算，故本表为空表。"
    return evolve(table, notes=() if spent else (note,))


def basic_expenditure(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算基本支出部门预算经济分类预算表."""
    headings = (form.economic_item, Heading("一般公共预算基本支出", (TOTAL, Heading(PERSONNEL), Heading(RUNNING))))
    spent = only(figures.spendings, GENERAL, "基本支出")
    title = f"{figures.year}年{form.subject}一般公共预算基本支出部门预算经济分类预算表"
    return _money(title, "economic", figures, headings, _rows(form, spent, headings, style, DEPARTMENTAL_ECONOMIC))


def three_public(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """“三公”经费和机关运行经费预算表, in 万元: one row without a label."""
    vehicles = Heading("公务用车购置及运行费", (Heading("小计"), Heading("购置费"), Heading("运行费")))
    items = (TOTAL, Heading(form.travel), Heading("公务接待费"), vehicles)
    year = f"{figures.year}年" if form.year_in_headings else ""
    headings = (Heading(f"{year}“三公”经费预算数", items), Heading(f"{year}机关运行经费预算数"))
    parts = {path: _in_ten_thousand(three_public_spendings(figures)) for path in amount_paths(headings)[:-1]}
    running = only(figures.spendings, GENERAL, RUNNING)
    amounts = {path: counted(ones, path) for path, ones in parts.items()}
    amounts[amount_paths(headings)[-1]] = sum(one.cents for one in _in_ten_thousand(running))
    texts = evolve(style, whole=False).texts(amounts)
    return MoneyTable(
        family="three_public",
        number=None,
        title=f"{figures.year}年{form.last_subject}“三公”经费和机关运行经费预算表",
        entity=figures.organisation.name,
        headings=headings,
        rows=(Row(None, amounts=texts),) if texts else (),
    )


_OF_BOTH: tuple[Callable[[Form, Figures, NumberStyle], AnyTable], ...] = (
    balance_of_all,
    revenue,
    expenditure,
    balance_of_appropriations,
    partial(functions_of_fund, GENERAL),
    partial(functions_of_fund, GOVERNMENT_FUND),
    partial(functions_of_fund, STATE_CAPITAL),
    basic_expenditure,
    three_public,
)
TABLES = tuple(partial(template, DEPARTMENT) for template in _OF_BOTH)
TABLES_OF_2023 = tuple(partial(template, DEPARTMENT_2023) for template in _OF_BOTH)
TABLES_OF_A_UNIT = tuple(partial(template, UNIT) for template in _OF_BOTH)


def _rows(
    form: Form,
    spent: tuple[Spending, ...],
    headings: Headings,
    style: NumberStyle,
    classification: Classification = FUNCTIONAL,
) -> tuple[Row, ...]:
    total, *rows = rows_with_total(spent, headings, evolve(style, whole=form.whole_yuan), classification)
    return *rows, total


def _money(title: str, family: str, figures: Figures, headings: Headings, rows: tuple[Row, ...]) -> MoneyTable:
    return MoneyTable(
        family=family,
        number=None,
        title=title,
        unit="元",
        entity=figures.organisation.name,
        headings=headings,
        rows=rows,
        total_across=True,
    )


def _entries(
    form: Form,
    figures: Figures,
    style: NumberStyle,
    labelled: tuple[tuple[Labelled, ...], tuple[Labelled, ...]],
    columns: Headings,
) -> tuple[tuple[Entry, ...], ...]:
    feet = (("收入总计", figures.received),), (("支出总计", figures.spendings),)
    together = tuple(zip(labelled, feet, strict=True))
    return balanced(together, (BUDGETED, columns), evolve(style, whole=form.whole_yuan))


def _balance(title: str, figures: Figures, revenue_side: Side, expenditure_side: Side) -> BalanceTable:
    return BalanceTable(
        family="balance",
        number=None,
        title=title,
        unit="元",
        entity=figures.organisation.name,
        revenue=revenue_side,
        expenditure=expenditure_side,
    )


def _rescaled(figures: Figures, factor: int) -> Figures:
    known = {SPECIAL_ACCOUNT: "事业收入", "上级补助收入": "其他收入", "附属单位上缴收入": "其他收入"}
    spendings = (
        evolve(one, cents=one.cents * factor, fund=known.get(one.fund, one.fund), carried_over=False)
        for one in figures.spendings
    )
    return evolve(figures, spendings=tuple(spendings), unspent=0)


def _in_ten_thousand(spendings: tuple[Spending, ...]) -> tuple[Spending, ...]:
    """Give sums of 万元, each rounded for itself, so that what is printed adds up."""
    return tuple(evolve(one, cents=round(one.cents / YUAN_IN_TEN_THOUSAND)) for one in spendings)

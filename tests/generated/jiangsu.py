"""The twelve budget tables of Jiangsu before 2020, in 万元, with the functional categories of these years.

收支预算总表 has three blocks side by side; the labels at its foot stand over the second and the third of them.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from attrs import evolve, frozen

from generated.classification import FUNCTIONS, THREE_PUBLIC
from generated.documents import AnyTable, BalanceTable, Heading, Kind, MoneyTable, Row, Side
from generated.figures import (
    FISCAL,
    GENERAL,
    GOVERNMENT_FUND,
    PROJECT,
    RESERVE,
    RUNNING,
    SPECIAL_ACCOUNT,
    STATE_CAPITAL,
    Figures,
    Spending,
)
from generated.procurement import procurement_rows
from generated.rows import (
    DEPARTMENTAL_ECONOMIC,
    NUMERALS,
    Classification,
    Labelled,
    NumberStyle,
    appropriated,
    balanced,
    numbered,
    only,
    rows_with_total,
    summed_row,
    unspent,
)

OLD_NAMES = {
    "207": "文化体育与传媒支出",
    "210": "医疗卫生与计划生育支出",
    "20805": "行政事业单位离退休",
}
"""What the functional classification called some of its items before 2019."""
CATEGORIES: Mapping[str, str | None] = {
    "一般公共服务支出": "201",
    "外交支出": None,
    "国防支出": None,
    "公共安全支出": None,
    "教育支出": "205",
    "科学技术支出": None,
    "文化体育与传媒支出": "207",
    "社会保障和就业支出": "208",
    "医疗卫生与计划生育支出": "210",
    "节能环保支出": None,
    "城乡社区支出": "212",
    "农林水支出": None,
    "交通运输支出": None,
    "资源勘探信息等支出": None,
    "商业服务业等支出": None,
    "金融支出": None,
    "国土海洋气象等支出": None,
    "住房保障支出": "221",
    "粮油物资储备支出": None,
    "其他支出": "229",
}
OLD_FUNCTIONAL = Classification(lambda spending: spending.function, {**FUNCTIONS, **OLD_NAMES})
AMOUNT = (Heading("金额"),)
PURPOSES = ("基本支出", PROJECT, RESERVE)
FUNCTION = (Heading("功能科目编码", kind=Kind.CODE), Heading("功能科目名称", kind=Kind.NAME))
ITEM = (Heading("科目编码", kind=Kind.CODE), Heading("科目名称", kind=Kind.NAME))
MEETINGS = ("30215", "30216")
PROCURED = ("专项名称", "经济科目", "采购物品名称", "采购组织形式")


TITLES = (
    ("balance", "收支预算总表"),
    ("revenue", "收入预算总表"),
    ("expenditure", "支出预算总表"),
    ("balance", "财政拨款收支预算总表"),
    ("functional", "财政拨款支出预算表（功能科目）"),
    ("economic", "财政拨款基本支出预算表（经济科目）"),
    ("functional", "一般公共预算支出预算表（功能科目）"),
    ("economic", "一般公共预算基本支出预算表（经济科目）"),
    ("three_public", "“三公”经费、会议费、培训费支出预算表"),
    ("functional", "财政拨款政府性基金支出预算表"),
    ("economic", "一般公共预算机关运行经费支出预算表"),
    ("procurement", "政府采购预算表"),
)
Headings = tuple[Heading, ...]


@frozen
class Form:
    """How the captions are put: with numbers (公开01表) and the department, or with neither and a longer title."""

    numbered: bool


def prepared(figures: Figures) -> Figures:
    """Leave out the state-capital budget, which these tables do not know."""
    spendings = (
        evolve(one, fund=GENERAL, function="2120399") if one.fund == STATE_CAPITAL else one for one in figures.spendings
    )
    return evolve(figures, spendings=tuple(spendings))


def balance_of_all(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """收支预算总表: revenue, expenditure by function, and expenditure by purpose as a third block."""
    received, spent = figures.received, figures.spendings
    current = only(received, "本年收入")
    left: tuple[Labelled, ...] = (
        ("一、财政拨款", appropriated(current)),
        *((f" {at}.{fund}", only(current, fund)) for at, fund in enumerate(FISCAL[:2], start=1)),
        ("二、财政专户管理资金", only(current, SPECIAL_ACCOUNT)),
        ("三、其他资金", only(current, "单位资金")),
    )
    left_foot = ("当年收入小计", current), ("上年结转资金", only(received, "上年结转")), ("收入合计", received)
    right = tuple(
        (f"{NUMERALS[at]}、{name}", _of_category(spent, code)) for at, (name, code) in enumerate(CATEGORIES.items())
    )
    right_foot = ("当年支出小计", spent), ("结转下年资金", unspent(received)), ("支出合计", received)
    purposes = numbered("{}、{}", PURPOSES, spent)
    sides = (left, left_foot), (right, right_foot), (purposes, ((("", ()),) * len(right_foot)))
    first, second, third = balanced(sides, (AMOUNT, (Heading("功能分类", AMOUNT),), AMOUNT), style)
    across = tuple(evolve(entry, across=True) for entry in second[-len(right_foot) :])
    by_function = Side("支出", "功能科目名称", AMOUNT, (*second[: -len(right_foot)], *across), group="功能分类")
    third_block = Side("支出用途", "项目名称", AMOUNT, third)
    return _balance(form, figures, 1, (Side("收入", "项目名称", AMOUNT, first), by_function, third_block))


def revenue(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """收入预算总表: the name of a fund stands beside its 小计, and the blank cells below belong to it."""
    headings = (Heading("项目名称", kind=Kind.NAME, over=2), *AMOUNT)
    current = only(figures.received, "本年收入")
    fiscal, carried = only(current, GENERAL), only(figures.received, "上年结转")
    own = only(current, "单位资金")
    groups: tuple[tuple[str, tuple[Labelled, ...]], ...] = (
        ("一般公共预算资金", (("小计", fiscal), ("公共财政拨款(补助)资金", fiscal), ("专项收入", ()))),
        ("政府性基金", (("小计", only(current, GOVERNMENT_FUND)),)),
        (
            "财政专户管理资金",
            (
                ("小计", only(current, SPECIAL_ACCOUNT)),
                ("专户管理教育收费", only(current, SPECIAL_ACCOUNT)),
                ("其他非税收入", ()),
            ),
        ),
        (
            "其他资金",
            (
                ("小计", own),
                *((word, only(own, word)) for word in ("事业收入", "经营收入")),
                ("其他收入", _other(own)),
                ("债务资金(银行贷款)", ()),
            ),
        ),
        ("上年结转和结余资金", (("小计", carried), ("其中：动用上年结转和结余资金", carried))),
    )
    rows = [summed_row("收入总计", figures.received, headings, style)]
    for group, labelled in groups:
        for at, (label, ones) in enumerate(labelled):
            amounts = summed_row(None, ones, headings, style).amounts
            rows.append(Row(None if at else group, amounts=amounts, texts={"项目名称": label}))
    return _money(form, figures, 2, headings, tuple(rows))


def expenditure(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """支出预算总表: one row without a label."""
    headings = tuple(Heading(word) for word in ("合计", *PURPOSES, "结转下年资金"))
    return _money(form, figures, 3, headings, (summed_row(None, figures.received, headings, style),))


def balance_of_appropriations(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """财政拨款收支预算总表: expenditure by purpose only."""
    spent = appropriated(figures.spendings)
    left = tuple((f"{NUMERALS[at]}、{fund}", only(spent, fund)) for at, fund in enumerate(FISCAL[:2]))
    sides = (left, (("收入合计", spent),)), (numbered("{}、{}", PURPOSES, spent), (("支出合计", spent),))
    first, second = balanced(sides, (AMOUNT, (Heading("支出用途", AMOUNT),)), style)
    by_purpose = Side("支出", "项目名称", AMOUNT, second, group="支出用途")
    return _balance(form, figures, 4, (Side("收入", "项目名称", AMOUNT, first), by_purpose))


def functions(at: int, form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """Give a table by function: of all 财政拨款, of the general public budget, or of the fund budget."""
    headings = (*FUNCTION, *AMOUNT)
    funds = {5: FISCAL, 7: (GENERAL,), 10: (GOVERNMENT_FUND,)}[at]
    kept = tuple(one for one in figures.spendings if one.fund in funds)
    rows = rows_with_total(kept, headings, style, OLD_FUNCTIONAL)
    return _money(form, figures, at, headings, rows, *(() if kept else ("注：本部门无该项目",)))


def items(at: int, form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """Give a table by economic item: the 基本支出 of all 财政拨款 or of the general budget, or 机关运行经费."""
    word = "机关运行经费支出" if at == RUNNING_COSTS else "金额"
    headings = (*ITEM, Heading(word))
    kept = appropriated(figures.spendings) if at == BASIC_OF_ALL else only(figures.spendings, GENERAL)
    spent = only(kept, RUNNING if at == RUNNING_COSTS else "基本支出")
    return _money(form, figures, at, headings, rows_with_total(spent, headings, style, DEPARTMENTAL_ECONOMIC))


def three_public(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """“三公”经费、会议费、培训费支出预算表: one row without a label."""
    vehicles = Heading(
        "公务用车购置及运行维护费", (Heading("小计"), Heading("公务用车购置费"), Heading("公务用车运行维护费"))
    )
    items_of_it = (Heading("小计"), Heading("因公出国（境）费"), vehicles, Heading("公务接待费"))
    headings = (Heading("合计"), Heading("“三公”经费", items_of_it), Heading("会议费"), Heading("培训费"))
    spent = tuple(one for one in only(figures.spendings, GENERAL) if one.item in {*THREE_PUBLIC, *MEETINGS})
    row = summed_row(None, spent, headings, style)
    return _money(form, figures, 9, headings, (row,) if row.amounts else ())


def procurement(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """政府采购预算表: groups, projects with their economic items, and what is bought."""
    headings = (
        Heading("采购品目大类", kind=Kind.NAME),
        *(Heading(text, kind=Kind.TEXT) for text in PROCURED),
        Heading("总计"),
    )
    rows = procurement_rows(only(figures.spendings, PROJECT), headings, style)
    table = _money(form, figures, 12, headings, rows)
    return evolve(table, title=f"{figures.year}年{TITLES[11][1]}") if form.numbered else table


BASIC_OF_ALL, RUNNING_COSTS = 6, 11
_TEMPLATES: tuple[Callable[[Form, Figures, NumberStyle], AnyTable], ...] = (
    balance_of_all,
    revenue,
    expenditure,
    balance_of_appropriations,
    partial(functions, 5),
    partial(items, BASIC_OF_ALL),
    partial(functions, 7),
    partial(items, 8),
    three_public,
    partial(functions, 10),
    partial(items, RUNNING_COSTS),
    procurement,
)
TABLES = tuple(partial(template, Form(numbered=True)) for template in _TEMPLATES)
TABLES_OF_A_REPORT = tuple(partial(template, Form(numbered=False)) for template in _TEMPLATES)


def _of_category(spent: Sequence[Spending], code: str | None) -> tuple[Spending, ...]:
    return tuple(one for one in spent if code and one.function.startswith(code))


def _other(own: tuple[Spending, ...]) -> tuple[Spending, ...]:
    named = {*only(own, "事业收入"), *only(own, "经营收入")}
    return tuple(one for one in own if one not in named)


def _title(form: Form, figures: Figures, at: int) -> str:
    title = TITLES[at - 1][1]
    return title if form.numbered else f"{figures.year}年度{figures.organisation.name}{title}"


def _money(form: Form, figures: Figures, at: int, headings: Headings, rows: tuple[Row, ...], *notes: str) -> MoneyTable:
    return MoneyTable(
        family=TITLES[at - 1][0],
        number=f"公开{at:02d}表" if form.numbered else None,
        outline="" if form.numbered else f"{NUMERALS[at - 1]}、",
        title=_title(form, figures, at),
        entity=figures.organisation.name if form.numbered else None,
        headings=headings,
        rows=rows,
        notes=notes,
    )


def _balance(form: Form, figures: Figures, at: int, sides: tuple[Side, ...]) -> BalanceTable:
    first, second, *third = sides
    return BalanceTable(
        family="balance",
        number=f"公开{at:02d}表" if form.numbered else None,
        outline="" if form.numbered else f"{NUMERALS[at - 1]}、",
        title=_title(form, figures, at),
        entity=figures.organisation.name if form.numbered else None,
        revenue=first,
        expenditure=second,
        third=third[0] if third else None,
    )

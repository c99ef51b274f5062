"""The nine tables of final accounts in the form of Shanghai: no numbers, no 栏次, no name of the department.

There are two forms. One prints whole codes and explains each table in a note; the other prints codes in two or three
columns (类, 款, 项) with the total of 收入决算表 and 支出决算表 beside them, and has notes for empty tables only.
"""

from collections.abc import Callable
from functools import partial

from attrs import frozen

from generated.classification import CATEGORIES, DEPARTMENTAL
from generated.documents import (
    AnyTable,
    BalanceTable,
    Block,
    BlocksTable,
    Heading,
    Kind,
    MoneyTable,
    Row,
    Side,
    amount_paths,
)
from generated.figures import FISCAL, GENERAL, GOVERNMENT_FUND, OTHER_NATURES, PROJECT, STATE_CAPITAL, Figures, counted
from generated.liaoning import three_public_spendings
from generated.national import FAMILIES, LISTED, REVENUES
from generated.rows import (
    DEPARTMENTAL_ECONOMIC,
    NUMERALS,
    Labelled,
    NumberStyle,
    appropriated,
    balanced,
    coded_rows,
    numbered,
    of_category,
    only,
    rows_with_total,
    summed_row,
    unspent,
)

CAPITAL = "国有资本经营预算财政拨款收入支出决算表"
NAME = Heading("科目名称", kind=Kind.NAME)
PARTS = tuple(Heading(text, kind=Kind.CODE) for text in ("类", "款", "项"))
FIGURE = Heading("决算数")
PAIR = (Heading("预算数"), FIGURE)
Headings = tuple[Heading, ...]
Feet = tuple[tuple[Labelled, ...], tuple[Labelled, ...]]


@frozen
class Form:
    """What differs between the two forms."""

    item: Heading
    economic_code: Heading
    listed: tuple[str, ...]
    vehicles: str
    running: str
    spent: str
    used: str
    explains: bool
    total_in_header: bool


WHOLE = Form(
    item=Heading("项目", (Heading("功能分类科目编码", kind=Kind.CODE), NAME)),
    economic_code=Heading("经济分类科目编码", kind=Kind.CODE),
    listed=(*CATEGORIES, "抗疫特别国债安排的支出"),
    vehicles="公务用车购置及运行维护费",
    running="公务用车运行维护费",
    spent="合计",
    used="使用非财政拨款结余",
    explains=True,
    total_in_header=False,
)
IN_PARTS = Form(
    item=Heading("项目", (Heading("支出功能分类科目编码", PARTS), NAME)),
    economic_code=Heading("经济分类科目编码", PARTS[:2]),
    listed=LISTED,
    vehicles="公务用车购置及运行费",
    running="公务用车运行费",
    spent="小计",
    used="使用非财政拨款结余（含专用结余）",
    explains=False,
    total_in_header=True,
)


def balance_of_all(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """收入支出决算总表."""
    received, spent = figures.received, figures.spendings
    words = (*(f"{fund}财政拨款收入" for fund in FISCAL), *REVENUES)
    feet: Feet = (
        (
            ("本年收入合计", only(received, "本年收入")),
            (form.used, ()),
            ("年初结转和结余", only(received, "上年结转")),
            ("总计", received),
        ),
        (("本年支出合计", spent), ("结余分配", ()), ("年末结转和结余", unspent(received)), ("总计", received)),
    )
    left = numbered("{}、{}", words, received)
    right = tuple((f"{NUMERALS[at]}、{word}", of_category(spent, word)) for at, word in enumerate(form.listed))
    sides = balanced(((left, feet[0]), (right, feet[1])), ((FIGURE,), (FIGURE,)), style)
    return BalanceTable(
        family=FAMILIES["收入支出决算总表"],
        number=None,
        title="收入支出决算总表",
        revenue=Side("收入", "项目", (FIGURE,), sides[0]),
        expenditure=Side("支出", "项目", (FIGURE,), sides[1]),
        notes=_notes(form, "的总收支和年末结转结余情况"),
    )


def balance_of_appropriations(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """财政拨款收入支出决算总表, with four columns of expenditure."""
    received, spent = appropriated(figures.received), appropriated(figures.spendings)
    current, carried = only(received, "本年收入"), only(received, "上年结转")
    words = tuple(f"{fund}财政拨款" for fund in FISCAL)
    feet: Feet = (
        (
            ("本年收入合计", current),
            ("年初财政拨款结转和结余", carried),
            *numbered("{}、{}", words, carried),
            ("总计", received),
        ),
        (
            ("本年支出合计", spent),
            ("年末财政拨款结转和结余", unspent(received)),
            *((("", ()),) * 3),
            ("总计", received),
        ),
    )
    columns = (Heading("合计"), *(Heading(word) for word in words))
    left = numbered("{}、{}", words, current)
    right = tuple((f"{NUMERALS[at]}、{word}", of_category(spent, word)) for at, word in enumerate(form.listed))
    sides = balanced(((left, feet[0]), (right, feet[1])), ((FIGURE,), columns), style)
    return BalanceTable(
        family=FAMILIES["财政拨款收入支出决算总表"],
        number=None,
        title="财政拨款收入支出决算总表",
        revenue=Side("收入", "项目", (FIGURE,), sides[0]),
        expenditure=Side("支出", "项目", columns, sides[1]),
        notes=_notes(form, "财政拨款总收支和结转结余情况"),
    )


def revenue(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """收入决算表, the total first."""
    words = ("本年收入合计", "财政拨款收入", *REVENUES)
    headings = (form.item, *(Heading(word) for word in words))
    rows = rows_with_total(only(figures.received, "本年收入"), headings, style)
    notes = _notes(form, "取得的各项收入情况")
    return _money("收入决算表", headings, rows, notes, shared=form.total_in_header)


def expenditure(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """支出决算表, the total first."""
    words = ("本年支出合计", "基本支出", PROJECT, OTHER_NATURES[1], OTHER_NATURES[0], OTHER_NATURES[2])
    headings = (form.item, *(Heading(word) for word in words))
    rows = rows_with_total(figures.spendings, headings, style)
    return _money("支出决算表", headings, rows, _notes(form, "各项支出情况"), shared=form.total_in_header)


def general_expenditure(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算财政拨款支出决算表, the total last."""
    headings = (form.item, Heading("合计"), Heading("基本支出"), Heading(PROJECT))
    total, *rows = rows_with_total(only(figures.spendings, GENERAL), headings, style)
    notes = _notes(form, "一般公共预算财政拨款支出情况")
    return _money("一般公共预算财政拨款支出决算表", headings, (*rows, total), notes)


def basic_expenditure(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算财政拨款基本支出决算表: two lists side by side without a heading over them."""
    headings = (form.economic_code, NAME, FIGURE)
    spent = only(figures.spendings, GENERAL, "基本支出")
    blocks = tuple(
        Block(
            None,
            (coded_rows(kept, headings, style, DEPARTMENTAL_ECONOMIC, listed),),
            summed_row(f"{name}合计", kept, headings, style),
        )
        for name, categories in (("人员经费", ("301", "303")), ("公用经费", ("302", "310")))
        for kept in (tuple(one for one in spent if one.item.startswith(categories)),)
        for listed in (tuple(code for code in DEPARTMENTAL if code.startswith(categories)),)
    )
    return BlocksTable(
        family=FAMILIES["一般公共预算财政拨款基本支出决算表"],
        number=None,
        title="一般公共预算财政拨款基本支出决算表",
        headings=headings,
        blocks=blocks,
        notes=_notes(form, "一般公共预算财政拨款基本支出明细情况"),
    )


def three_public(form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """财政拨款“三公”经费支出决算表: 预算数 and 决算数 of every item beside one another, in one row."""
    vehicles = tuple(Heading(word, PAIR) for word in ("小计", "公务用车购置费", form.running))
    items = (
        Heading("合计", PAIR, rows=2),
        Heading("因公出国（境）费", PAIR, rows=2),
        Heading(form.vehicles, vehicles),
        Heading("公务接待费", PAIR, rows=2),
    )
    headings = (Heading("财政拨款“三公”经费", items),)
    amounts = paired_amounts(figures, headings, style)
    rows = (Row(None, amounts=amounts),) if amounts else ()
    notes = _notes(form, "“三公”经费支出预决算情况", "" if rows else "没有财政拨款“三公”经费支出", figures)
    return _money("财政拨款“三公”经费支出决算表", headings, rows, notes)


def paired_amounts(figures: Figures, headings: Headings, style: NumberStyle) -> dict[tuple[str, ...], str]:
    """Give the 三公 amounts of columns that end in 预算数 (the plan) or 决算数."""
    phases = {"预算数": figures.previous, "决算数": three_public_spendings(figures)}
    return style.texts({path: counted(phases[path[-1]], path) for path in amount_paths(headings)})


def fund_accounts(title: str, fund: str, form: Form, figures: Figures, style: NumberStyle) -> AnyTable:
    """政府性基金 or 国有资本经营预算财政拨款收入支出决算表, mostly empty."""
    outlay = Heading("本年支出", (Heading(form.spent), Heading("基本支出"), Heading(PROJECT)))
    headings = (form.item, Heading("年初结转和结余"), Heading("本年收入"), outlay, Heading("年末结转和结余"))
    spent = only(figures.spendings, fund)
    rows = rows_with_total(spent, headings, style)
    empty = "" if spent else f"没有{fund}财政拨款收入和支出"
    notes = _notes(form, f"{fund}财政拨款收入支出及结转和结余情况", empty, figures)
    return _money(title, headings, rows, notes)


_OF_BOTH: tuple[Callable[[Form, Figures, NumberStyle], AnyTable], ...] = (
    balance_of_all,
    revenue,
    expenditure,
    balance_of_appropriations,
    general_expenditure,
    basic_expenditure,
    three_public,
    partial(fund_accounts, "政府性基金预算财政拨款收入支出决算表", GOVERNMENT_FUND),
    partial(fund_accounts, CAPITAL, STATE_CAPITAL),
)
TABLES = tuple(partial(template, WHOLE) for template in _OF_BOTH)
TABLES_IN_PARTS = tuple(partial(template, IN_PARTS) for template in _OF_BOTH)


def _money(
    title: str, headings: Headings, rows: tuple[Row, ...], notes: tuple[str, ...], *, shared: bool = False
) -> MoneyTable:
    return MoneyTable(
        family=FAMILIES.get(title, "functional"),
        number=None,
        title=title,
        headings=headings,
        rows=rows,
        notes=notes,
        total_in_header=shared,
    )


def _notes(form: Form, what: str, empty: str = "", figures: Figures | None = None) -> tuple[str, ...]:
    """Give what the table shows, where the form says so, and why it is empty."""
    shown = (f"注：本表反映部门本年度{what}。",) if form.explains else ()
    if not empty or figures is None:
        return shown
    word = "说明" if form.explains else "注"
    return *shown, f"{word}：{figures.organisation.name}本年度{empty}，故本表无数据。"

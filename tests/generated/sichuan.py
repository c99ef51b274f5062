"""The thirteen tables of final accounts in Sichuan: the national ones and four more, 公开01表 to 公开13表.

The two 明细表 have the economic items as columns: one their categories, the other every item, which makes it very wide.
"""

from collections.abc import Callable
from functools import partial

from attrs import evolve

from generated import national
from generated.classification import DEPARTMENTAL
from generated.documents import AnyTable, Heading, MoneyTable, Path, Row, amount_paths
from generated.figures import GENERAL, PROJECT, STATE_CAPITAL, Figures, counted
from generated.liaoning import three_public_spendings
from generated.national import ITEM, SPENT
from generated.rows import NumberStyle, appropriated, only, rows_with_total

NUMBERS = {
    title: f"公开{at:02d}表"
    for at, title in enumerate(
        (
            "收入支出决算总表",
            "收入决算表",
            "支出决算表",
            "财政拨款收入支出决算总表",
            "财政拨款支出决算明细表",
            "一般公共预算财政拨款支出决算表",
            "一般公共预算财政拨款支出决算明细表",
            "一般公共预算财政拨款基本支出决算表",
            "一般公共预算财政拨款项目支出决算表",
            "政府性基金预算财政拨款收入支出决算表",
            "国有资本经营预算财政拨款收入支出决算表",
            "国有资本经营预算财政拨款支出决算表",
            "财政拨款“三公”经费支出决算表",
        ),
        start=1,
    )
}
CATEGORIES = tuple(code for code in DEPARTMENTAL if len(code) == len("301"))
BY_CATEGORY = (Heading("合计"), *(Heading(DEPARTMENTAL[code]) for code in CATEGORIES))
BY_ITEM = (
    Heading("合计"),
    *(
        Heading(
            DEPARTMENTAL[category],
            (
                Heading("小计"),
                *(Heading(name) for code, name in DEPARTMENTAL.items() if code[:3] == category and code != category),
            ),
        )
        for category in CATEGORIES
    ),
)
Headings = tuple[Heading, ...]
Template = Callable[[Figures, NumberStyle], AnyTable]


def appropriations_in_detail(figures: Figures, style: NumberStyle) -> AnyTable:
    """财政拨款支出决算明细表: by function, and by category of economic items."""
    headings = (ITEM, *BY_CATEGORY)
    rows = rows_with_total(appropriated(figures.spendings), headings, style)
    return _money("财政拨款支出决算明细表", figures, headings, rows)


def general_in_detail(figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算财政拨款支出决算明细表: by function, and by every economic item."""
    headings = (ITEM, *BY_ITEM)
    rows = rows_with_total(only(figures.spendings, GENERAL), headings, style)
    return _money("一般公共预算财政拨款支出决算明细表", figures, headings, rows)


def general_projects(figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算财政拨款项目支出决算表, by function."""
    headings = (ITEM, Heading("本年支出"))
    rows = rows_with_total(only(figures.spendings, GENERAL, PROJECT), headings, style)
    table = _money("一般公共预算财政拨款项目支出决算表", figures, headings, rows)
    return evolve(table, family="functional", family_of_title="project_expenditure")


def capital_accounts(figures: Figures, style: NumberStyle) -> AnyTable:
    """国有资本经营预算财政拨款收入支出决算表."""
    spent = Heading("本年支出", SPENT)
    headings = (ITEM, Heading("年初结转和结余"), Heading("本年收入"), spent, Heading("年末结转和结余"))
    rows = rows_with_total(only(figures.spendings, STATE_CAPITAL), headings, style)
    return _money("国有资本经营预算财政拨款收入支出决算表", figures, headings, rows)


def three_public(figures: Figures, style: NumberStyle) -> AnyTable:
    """财政拨款“三公”经费支出决算表: six columns of 预算数, then six of 决算数, numbered 1 to 12, and one row."""
    vehicles = (Heading("小计"), Heading("公务用车购置费"), Heading("公务用车运行维护费"))
    items = (
        Heading("合计"),
        Heading("因公出国（境）费"),
        Heading("公务用车购置及运行维护费", vehicles),
        Heading("公务接待费"),
    )
    headings = (Heading("预算数", items), Heading("决算数", items))
    phases = {"预算数": figures.previous, "决算数": three_public_spendings(figures)}
    amounts: dict[Path, str] = style.texts({path: counted(phases[path[0]], path) for path in amount_paths(headings)})
    rows = (Row(None, amounts=amounts),) if amounts else ()
    return evolve(_money("财政拨款“三公”经费支出决算表", figures, headings, rows), family="three_public")


def _numbered(template: Template, figures: Figures, style: NumberStyle) -> AnyTable:
    table = template(figures, style)
    return evolve(table, number=NUMBERS[table.title])


TABLES = tuple(
    partial(_numbered, template)
    for template in (
        national.balance_of_all,
        national.revenue,
        national.expenditure,
        national.balance_of_appropriations,
        appropriations_in_detail,
        national.general_expenditure,
        general_in_detail,
        national.basic_expenditure,
        general_projects,
        national.fund_accounts,
        capital_accounts,
        national.capital_expenditure,
        three_public,
    )
)


def _money(title: str, figures: Figures, headings: Headings, rows: tuple[Row, ...]) -> MoneyTable:
    return MoneyTable(
        family="functional",
        number=NUMBERS[title],
        title=title,
        entity=figures.organisation.name,
        year=figures.year,
        numbered_columns=True,
        headings=headings,
        rows=rows,
    )

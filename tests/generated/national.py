"""The nine tables of final accounts in the national form: 公开01表 to 公开09表, with 栏次 and 行次."""

from collections.abc import Callable, Iterable, Sequence

from attrs import evolve

from generated.classification import CATEGORIES, DEPARTMENTAL
from generated.documents import (
    AnyTable,
    BalanceTable,
    Block,
    BlocksTable,
    Entry,
    Heading,
    Kind,
    MoneyTable,
    Row,
    Side,
)
from generated.figures import (
    FISCAL,
    GENERAL,
    GOVERNMENT_FUND,
    OTHER_NATURES,
    PROJECT,
    RUNNING,
    SPECIAL_ACCOUNT,
    STATE_CAPITAL,
    Figures,
    Spending,
)
from generated.liaoning import three_public_spendings
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

FAMILIES = {
    "收入支出决算总表": "balance",
    "收入决算表": "revenue",
    "支出决算表": "expenditure",
    "财政拨款收入支出决算总表": "balance",
    "一般公共预算财政拨款支出决算表": "functional",
    "一般公共预算财政拨款基本支出决算表": "economic",
    "财政拨款“三公”经费支出决算表": "three_public",
    "政府性基金预算财政拨款收入支出决算表": "functional",
    "国有资本经营预算财政拨款支出决算表": "functional",
}
NUMBERS = {title: f"公开{number:02d}表" for number, title in enumerate(FAMILIES, start=1)}
REVENUES = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
LISTED = (*CATEGORIES, "债务还本支出", "债务付息支出", "抗疫特别国债安排的支出")
CODE, NAME = Heading("功能分类科目编码", kind=Kind.CODE), Heading("科目名称", kind=Kind.NAME)
ITEM = Heading("项目", (CODE, NAME))
SPENT = (Heading("小计"), Heading("基本支出"), Heading(PROJECT))
ECONOMIC = (Heading("科目编码", kind=Kind.CODE), NAME, Heading("决算数"))
THREE_PUBLIC_LINES = (
    ("合计", "合计"),
    ("1、因公出国（境）费", "因公出国（境）费"),
    ("2、公务接待费", "公务接待费"),
    ("3、公务用车购置及运行费", "公务用车购置及运行费"),
    ("其中：（1）公务用车运行维护费", "公务用车运行费"),
    ("（2）公务用车购置费", "公务用车购置费"),
)
ROUNDING = "本表金额转换成万元时，因四舍五入可能存在尾差。"
Headings = tuple[Heading, ...]


def prepared(figures: Figures) -> Figures:
    """Count the special account as 事业收入, as final accounts do."""
    return evolve(figures, spendings=tuple(_as_service_revenue(one) for one in figures.spendings))


def balance_of_all(figures: Figures, style: NumberStyle) -> AnyTable:
    """收入支出决算总表."""
    received, spent = figures.received, figures.spendings
    words = (*(f"{fund}财政拨款收入" for fund in FISCAL), *REVENUES)
    left_foot: tuple[Labelled, ...] = (
        ("本年收入合计", only(received, "本年收入")),
        ("使用非财政拨款结余", ()),
        ("年初结转和结余", only(received, "上年结转")),
        ("", ()),
        ("总计", received),
    )
    right_foot: tuple[Labelled, ...] = (
        ("本年支出合计", spent),
        ("结余分配", ()),
        ("年末结转和结余", unspent(received)),
        ("", ()),
        ("总计", received),
    )
    sides = (numbered("{}、{}", words, received), left_foot), (_categories(spent), right_foot)
    return _balance("收入支出决算总表", figures, style, sides, (Heading("金额"),))


def balance_of_appropriations(figures: Figures, style: NumberStyle) -> AnyTable:
    """财政拨款收入支出决算总表, with four columns of expenditure."""
    received, spent = appropriated(figures.received), appropriated(figures.spendings)
    current, carried = only(received, "本年收入"), only(received, "上年结转")
    words = tuple(f"{fund}财政拨款" for fund in FISCAL)
    left_foot: tuple[Labelled, ...] = (
        ("本年收入合计", current),
        ("年初财政拨款结转和结余", carried),
        *((word, only(carried, word)) for word in words),
        ("总计", received),
    )
    right_foot: tuple[Labelled, ...] = (
        ("本年支出合计", spent),
        ("年末财政拨款结转和结余", unspent(received)),
        *((("", ()),) * 3),
        ("总计", received),
    )
    sides = (numbered("{}、{}", words, current), left_foot), (_categories(spent), right_foot)
    columns = (Heading("合计"), *(Heading(word) for word in words))
    return _balance("财政拨款收入支出决算总表", figures, style, sides, columns)


def revenue(figures: Figures, style: NumberStyle) -> AnyTable:
    """收入决算表."""
    headings = (ITEM, *(Heading(word) for word in ("本年收入合计", "财政拨款收入", *REVENUES)))
    rows = rows_with_total(only(figures.received, "本年收入"), headings, style)
    return _money("收入决算表", figures, headings, rows, "注：本表反映部门本年度取得的各项收入情况。")


def expenditure(figures: Figures, style: NumberStyle) -> AnyTable:
    """支出决算表."""
    words = ("本年支出合计", "基本支出", PROJECT, OTHER_NATURES[1], OTHER_NATURES[0], OTHER_NATURES[2])
    headings = (ITEM, *(Heading(word) for word in words))
    rows = rows_with_total(figures.spendings, headings, style)
    return _money("支出决算表", figures, headings, rows, "注：本表反映部门本年度各项支出情况。")


def general_expenditure(figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算财政拨款支出决算表."""
    headings = (ITEM, Heading("本年支出", SPENT))
    rows = rows_with_total(only(figures.spendings, GENERAL), headings, style)
    return _money("一般公共预算财政拨款支出决算表", figures, headings, rows)


def basic_expenditure(figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算财政拨款基本支出决算表: three lists side by side, 人员经费 over one, 公用经费 over two."""
    spent = only(figures.spendings, GENERAL, "基本支出")
    personnel = _economic_rows(spent, ("301", "303"), style)
    running = _economic_rows(spent, ("302",), style), _economic_rows(spent, ("310",), style)
    title = "一般公共预算财政拨款基本支出决算表"
    return BlocksTable(
        family=FAMILIES[title],
        number=NUMBERS[title],
        title=title,
        entity=figures.organisation.name,
        year=figures.year,
        headings=ECONOMIC,
        blocks=(
            Block("人员经费", (personnel,), _total("人员经费", spent, style)),
            Block(RUNNING, running, _total(RUNNING, spent, style)),
        ),
    )


def three_public(figures: Figures, style: NumberStyle) -> AnyTable:
    """财政拨款“三公”经费支出决算表, as a list."""
    headings = (Heading("项目", kind=Kind.NAME), Heading("预算数"), Heading("决算数"))
    plan, actual = figures.previous, three_public_spendings(figures)
    rows = tuple(
        Row(name, amounts={**_cell("预算数", plan, word, style), **_cell("决算数", actual, word, style)})
        for name, word in THREE_PUBLIC_LINES
    )
    table = _money("财政拨款“三公”经费支出决算表", figures, headings, rows)
    return evolve(table, numbered_columns=False)


def fund_accounts(figures: Figures, style: NumberStyle) -> AnyTable:
    """政府性基金预算财政拨款收入支出决算表."""
    spent = Heading("本年支出", SPENT)
    headings = (ITEM, Heading("年初结转和结余"), Heading("本年收入"), spent, Heading("年末结转和结余"))
    rows = rows_with_total(only(figures.spendings, GOVERNMENT_FUND), headings, style)
    return _money("政府性基金预算财政拨款收入支出决算表", figures, headings, rows)


def capital_expenditure(figures: Figures, style: NumberStyle) -> AnyTable:
    """国有资本经营预算财政拨款支出决算表."""
    headings = (ITEM, Heading("本年支出", (Heading("合计"), *SPENT[1:])))
    rows = rows_with_total(only(figures.spendings, STATE_CAPITAL), headings, style)
    return _money("国有资本经营预算财政拨款支出决算表", figures, headings, rows)


TABLES: tuple[Callable[[Figures, NumberStyle], AnyTable], ...] = (
    balance_of_all,
    revenue,
    expenditure,
    balance_of_appropriations,
    general_expenditure,
    basic_expenditure,
    three_public,
    fund_accounts,
    capital_expenditure,
)


def with_cut_codes(table: AnyTable) -> AnyTable:
    """Let narrow columns cut the codes of a table of blocks to four digits; other tables stay as they are."""
    if not isinstance(table, BlocksTable):
        return table
    blocks = tuple(
        evolve(block, lists=tuple(tuple(_cut(row) for row in rows) for rows in block.lists)) for block in table.blocks
    )
    return evolve(table, blocks=blocks)


def _cut(row: Row) -> Row:
    code = row.code or ""
    return evolve(row, printed_code=code[:4]) if len(code) > len("3010") else row


def _money(title: str, figures: Figures, headings: Headings, rows: tuple[Row, ...], *notes: str) -> MoneyTable:
    return MoneyTable(
        family=FAMILIES[title],
        number=NUMBERS[title],
        title=title,
        entity=figures.organisation.name,
        year=figures.year,
        numbered_columns=True,
        headings=headings,
        rows=rows,
        notes=(*notes, ROUNDING) if notes else (),
    )


def _balance(
    title: str,
    figures: Figures,
    style: NumberStyle,
    sides: tuple[tuple[tuple[Labelled, ...], tuple[Labelled, ...]], ...],
    columns: Headings,
) -> BalanceTable:
    amount = (Heading("金额"),)
    left, right = balanced(sides, (amount, columns), style)
    return BalanceTable(
        family=FAMILIES[title],
        number=NUMBERS[title],
        title=title,
        entity=figures.organisation.name,
        year=figures.year,
        numbered_columns=True,
        revenue=Side("收入", "项目", amount, _with_line_numbers(left, 1)),
        expenditure=Side("支出", "项目", columns, _with_line_numbers(right, 1 + len(left))),
        notes=("注：本表反映部门本年度的总收支和年末结转结余情况。",),
    )


def _with_line_numbers(entries: Sequence[Entry], first: int) -> tuple[Entry, ...]:
    return tuple(evolve(entry, line_number=str(first + at)) for at, entry in enumerate(entries))


def _categories(spent: Sequence[Spending]) -> tuple[Labelled, ...]:
    return tuple((f"{NUMERALS[at]}、{word}", of_category(spent, word)) for at, word in enumerate(LISTED))


def _economic_rows(spent: Iterable[Spending], categories: tuple[str, ...], style: NumberStyle) -> tuple[Row, ...]:
    kept = tuple(one for one in spent if one.item.startswith(categories))
    listed = tuple(code for code in DEPARTMENTAL if code.startswith(categories))
    return coded_rows(kept, ECONOMIC, style, DEPARTMENTAL_ECONOMIC, listed)


def _total(block: str, spent: Sequence[Spending], style: NumberStyle) -> Row:
    return summed_row(f"{block}合计", only(spent, block), ECONOMIC, style)


def _cell(heading: str, spendings: Sequence[Spending], word: str, style: NumberStyle) -> dict[tuple[str, ...], str]:
    return style.texts({(heading,): sum(one.cents for one in only(spendings, word))})


def _as_service_revenue(spending: Spending) -> Spending:
    return evolve(spending, fund="事业收入") if spending.fund == SPECIAL_ACCOUNT else spending

"""Golden pairs of tabbed tables: small prints whose cells are easily misread, and what must be read from them.

A print stands with → for a tab. What must be read is the kind and family of each table, its columns, and one line for
each row: code, name, other texts in brackets, then the amounts as ``column=text``; ``~`` instead of ``=`` where the
sums of the row settle it, ``?`` where the column is open.
"""

from collections.abc import Iterator

import pytest

import fiscaltables
from fiscaltables.model.amounts import Amount
from fiscaltables.model.tables import BalanceTable, Entry, Line, MoneyTable, Table

TOTAL_BESIDE_PARTS = (
    """收入决算表
单位：万元
项目→→→→本年收入合计→财政拨款收入→其他收入
支出功能分类→→→科目名称→→→
科目编码→→→→→→
类→款→项→合计→9.00→8.00→1.00
201→→→一般公共服务支出→7.00→6.00→1.00
201→26→→档案事务→7.00→6.00→1.00

项目→→→→本年收入合计→财政拨款收入→其他收入
支出功能分类→→→科目名称→→→
科目编码→→→→→→
类→款→项→合计→9.00→8.00→1.00
201→26→04→档案馆→7.00→6.00→1.00
205→→→教育支出→2.00→2.00→
→08→→进修及培训→2.00→2.00→
""",
    """money revenue 收入决算表
项目/支出功能分类科目编码/类 项目/支出功能分类科目编码/款 项目/支出功能分类科目编码/项 项目/科目名称
 本年收入合计 财政拨款收入 其他收入
- 合计 本年收入合计=9.00 财政拨款收入=8.00 其他收入=1.00
201 一般公共服务支出 本年收入合计=7.00 财政拨款收入=6.00 其他收入=1.00
20126 档案事务 本年收入合计=7.00 财政拨款收入=6.00 其他收入=1.00
2012604 档案馆 本年收入合计=7.00 财政拨款收入=6.00 其他收入=1.00
205 教育支出 本年收入合计=2.00 财政拨款收入=2.00
(08) 进修及培训 本年收入合计=2.00 财政拨款收入=2.00
""",
)
TOTAL_BEFORE_HEADINGS = (
    """政府性基金预算财政拨款收入支出决算表
单位：万元
项目→→年初结转和结余→本年收入→本年支出→→→年末结转和结余
功能分类科目编码→科目名称→→→→→→
合计→→→→合计→基本支出→项目支出→
→→→→→→→
注：本表反映政府性基金收支情况。
说明：青禾县图书馆本年度没有政府性基金收支，故本表无数据。
""",
    """money functional 政府性基金预算财政拨款收入支出决算表
项目/功能分类科目编码 项目/科目名称 年初结转和结余 本年收入 本年支出/合计 本年支出/基本支出
 本年支出/项目支出 年末结转和结余
- 合计
""",
)
PAIRS_OF_THREE = (
    """财政拨款“三公”经费支出决算表
单位：万元
合计→→因公出国（境）费→→公务用车购置及运行费→→→→→→公务接待费→
→→→→小计→→公务用车购置费→→公务用车运行费→→→
预算数→决算数→预算数→决算数→预算数→决算数→预算数→决算数→预算数→决算数→预算数→决算数
9.00→8.00→→→6.00→6.00→→→6.00→6.00→3.00→2.00
""",
    """money three_public 财政拨款“三公”经费支出决算表
合计/预算数 合计/决算数 因公出国（境）费/预算数 因公出国（境）费/决算数 公务用车购置及运行费/小计/预算数
 公务用车购置及运行费/小计/决算数 公务用车购置及运行费/公务用车购置费/预算数
 公务用车购置及运行费/公务用车购置费/决算数 公务用车购置及运行费/公务用车运行费/预算数
 公务用车购置及运行费/公务用车运行费/决算数 公务接待费/预算数 公务接待费/决算数
- - 合计/预算数=9.00 合计/决算数=8.00 公务用车购置及运行费/小计/预算数=6.00 公务用车购置及运行费/小计/决算数=6.00
 公务用车购置及运行费/公务用车运行费/预算数=6.00 公务用车购置及运行费/公务用车运行费/决算数=6.00
 公务接待费/预算数=3.00 公务接待费/决算数=2.00
""",
)
BLOCKS_IN_PARTS = (
    """一般公共预算财政拨款基本支出决算表
单位：万元
经济分类科目编码→→科目名称→决算数→经济分类科目编码→→科目名称→决算数
类→款→→→类→款→→
301→→工资福利支出→7.00→302→→商品和服务支出→2.00
301→01→基本工资→7.00→302→01→办公费→2.00
→→→→310→→资本性支出→
人员经费合计→→→7.00→公用经费合计→→→2.00
""",
    """money economic 一般公共预算财政拨款基本支出决算表
经济分类科目编码/类 经济分类科目编码/款 科目名称 决算数
301 工资福利支出 决算数=7.00
30101 基本工资 决算数=7.00
- 人员经费合计 决算数=7.00
302 商品和服务支出 决算数=2.00
30201 办公费 决算数=2.00
310 资本性支出
- 公用经费合计 决算数=2.00
""",
)
THIRD_BLOCK = (
    """收支预算总表
单位：万元
收入→→支出→→→
项目名称→金额→功能分类→→支出用途→
→→功能科目名称→金额→项目名称→金额
一、财政拨款→9.00→一、教育支出→9.00→一、基本支出→7.00
 1.一般公共预算→9.00→二、其他支出→→二、项目支出→2.00
收入合计→9.00→支出合计→→→9.00
""",
    """balance balance 收支预算总表
一、财政拨款 金额=9.00
1.一般公共预算 金额=9.00
收入合计 金额=9.00
一、教育支出 功能分类/金额=9.00
二、其他支出
支出合计 功能分类/金额=9.00
一、基本支出 金额=7.00
二、项目支出 金额=2.00
""",
)
YEARS_AND_CHANGES = (
    """一般公共预算支出表
单位：万元
科目编码→科目名称→2024年执行数→2025年预算数→→→2025年预算数比2024年执行数→
→→→小计→基本支出→项目支出→增减额→增减%
205→教育支出→4.00→5.00→3.00→2.00→1.00→25.0%
208→5.00→3.00→2.00→1.00
""",
    """money functional 一般公共预算支出表
科目编码 科目名称 2024年执行数 2025年预算数/小计 2025年预算数/基本支出 2025年预算数/项目支出
 2025年预算数比2024年执行数/增减额
 2025年预算数比2024年执行数/增减%
205 教育支出 2024年执行数=4.00 2025年预算数/小计=5.00 2025年预算数/基本支出=3.00 2025年预算数/项目支出=2.00
 2025年预算数比2024年执行数/增减额=1.00 2025年预算数比2024年执行数/增减%=25.0%
208 - ?=5.00 ?=3.00 ?=2.00 ?=1.00
""",
)
NO_FAMILY = (
    """单位构成情况表
序号→单位名称→备注
1→青禾县图书馆→
2→青禾县档案馆→2024年新设

2024年全区社会保险情况表
单位：亿元
项目→2023年决算数→2024年→→比上年增长%
→→预算数→决算数→
参保人数（万人）→2.10→2.20→2.30→9.5
基金支出→3.00→4.00→4.20→40%
""",
    """money other 单位构成情况表
序号 单位名称 备注
- 青禾县图书馆 [序号: 1]
- 青禾县档案馆 [序号: 2] [备注: 2024年新设]
money other 2024年全区社会保险情况表
项目 2023年决算数 2024年/预算数 2024年/决算数 比上年增长%
- 参保人数（万人） 2023年决算数=2.10 2024年/预算数=2.20 2024年/决算数=2.30 比上年增长%=9.5
- 基金支出 2023年决算数=3.00 2024年/预算数=4.00 2024年/决算数=4.20 比上年增长%=40%
""",
)
PRINTS = [
    pytest.param(*TOTAL_BESIDE_PARTS, id="a total beside the parts of the code, on two pages"),
    pytest.param(*TOTAL_BEFORE_HEADINGS, id="a total before the lowest headings of an empty table"),
    pytest.param(*PAIRS_OF_THREE, id="预算数 and 决算数 in turn under every item"),
    pytest.param(*BLOCKS_IN_PARTS, id="two blocks without headings, codes in parts"),
    pytest.param(*THIRD_BLOCK, id="a third block and a foot over two"),
    pytest.param(*YEARS_AND_CHANGES, id="two years, a change and a row that is shifted"),
    pytest.param(*NO_FAMILY, id="tables that no family knows"),
]


@pytest.mark.parametrize(("printed", "read"), PRINTS)
def test_a_tabbed_print_is_read_as_its_golden_pair_says(printed: str, read: str) -> None:
    """Every table, column and row is as the pair has it, and nothing is unread or an error."""
    disclosure = fiscaltables.loads(printed.replace("→", "\t"))
    found = [line for table in disclosure.tables for line in _table(table)]
    assert found == read.replace("\n ", " ").splitlines()
    assert disclosure.errors == ()
    assert disclosure.coverage.unread == 0


def test_what_counts_no_money_has_no_money_for_a_unit() -> None:
    """The unit of each amount is that of its cell, its row, its column or the caption, in this order."""
    table = fiscaltables.loads(NO_FAMILY[0].replace("→", "\t")).tables[1]
    assert [amount.unit for amount in table.amounts] == ["万人", "万人", "万人", "%", "亿元", "亿元", "亿元", "%"]


def _table(table: Table) -> Iterator[str]:
    yield f"{table.kind} {table.family.value} {table.title}"
    if isinstance(table, MoneyTable):
        yield " ".join("/".join(column) for column in table.columns)
        yield from map(_line, table.lines)
    elif isinstance(table, BalanceTable):
        yield from map(_entry, table.entries)


def _line(line: Line) -> str:
    code = str(line.code) if line.code else f"({line.printed_code})" if line.printed_code else "-"
    texts = [f"[{heading}: {text}]" for heading, text in line.texts.items()]
    return " ".join((code, line.name or "-", *texts, *map(_amount, line.amounts)))


def _entry(entry: Entry) -> str:
    return " ".join((entry.label, *map(_amount, entry.amounts)))


def _amount(amount: Amount) -> str:
    if amount.column is None:
        return f"?={amount.text}"
    return f"{'/'.join(amount.column)}{'=' if amount.placement.value == 'printed' else '~'}{amount.text}"

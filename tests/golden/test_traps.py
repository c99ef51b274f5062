"""Golden pairs: small prints of layouts that are easily misread, and what must be read from them.

A print stands with → for a tab. What must be read is one line for the caption of each table and one for each row, its
label before the bar and its amounts behind it: ``合计=5.00`` stands where it is printed, ``合计~5.00`` is settled by
the arithmetic of the tables, ``合计?5.00`` may be open, but only with this column among its candidates. Behind ``!``
stands an error or a warning with its line, behind ``unread`` a row that is kept as it is printed. An indented line goes
on with the one above.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest

import fiscaltables

Plain = dict[str, Any]

FUNDS = """
合计

一般公共

预算

政府
性基
金预
算

国有
资本
经营
预算

财政
专户
管理
资金

单
位
资
金
"""

CARRIED_OVER = (
    f"""
支出经济分类预算表（部门预算）
表 12

单位:万元

科目编

码
科目名称 总计

本年收入 上年结转结余
{FUNDS}{FUNDS}
合计 60.00 50.00 50.00 10.00 10.00

548003
云溪市档案

服务中心
60.00 50.00 50.00 10.00 10.00

302 商品和服务支出 60.00 50.00 50.00 10.00 10.00

30201 办公费 50.00 50.00 50.00

30209
物业管理费
10.00 10.00 10.00

30214 租赁费
 30215 会议费

30216
培训

费
""",
    """
表12 支出经济分类预算表（部门预算） economic flowing 万元
合计 | 总计~60.00 本年收入/合计~50.00 本年收入/一般公共预算?50.00
    上年结转结余/合计~10.00 上年结转结余/一般公共预算?10.00
548003 云溪市档案服务中心 | 总计~60.00 本年收入/合计~50.00 本年收入/一般公共预算?50.00
    上年结转结余/合计~10.00 上年结转结余/一般公共预算?10.00
302 商品和服务支出 | 总计~60.00 本年收入/合计~50.00 本年收入/一般公共预算?50.00
    上年结转结余/合计~10.00 上年结转结余/一般公共预算?10.00
30201 办公费 | 总计~50.00 本年收入/合计?50.00 本年收入/一般公共预算?50.00
30209 物业管理费 | 总计~10.00 上年结转结余/合计?10.00 上年结转结余/一般公共预算?10.00
30214 租赁费 |
30215 会议费 |
30216 培训费 |
""",
)

CONTINUED = (
    """
一般公共预算支出表

表5

单位名称：云溪市档案服务中心 单位：万元

科目编码 科目名称

本年一般公共预算支出

合计

基本支出

项目支出

小计 人员经费 公用经费

合计 40.00 30.00 25.00 5.00 10.00

#

208 社会保障和就业支出 12.00 12.00 12.00

20805   行政事业单位养老支出 12.00 12.00 12.00



一般公共预算支出表

表5

单位名称：云溪市档案服务中心 单位：万元

科目编码 科目名称

本年一般公共预算支出

合计

基本支出

项目支出

小计 人员经费 公用经费

#

2080505     机关事业单位基本养老保险缴费支出 12.00 12.00 12.00

201 一般公共服务支出 28.00 18.00 13.00 5.00 10.00
""",
    """
表5 一般公共预算支出表 functional flowing 万元
合计 | 本年一般公共预算支出/合计~40.00 本年一般公共预算支出/基本支出/小计~30.00
    本年一般公共预算支出/基本支出/人员经费~25.00 本年一般公共预算支出/基本支出/公用经费~5.00
    本年一般公共预算支出/项目支出~10.00
208 社会保障和就业支出 | 本年一般公共预算支出/合计~12.00 本年一般公共预算支出/基本支出/小计~12.00
    本年一般公共预算支出/基本支出/人员经费?12.00
20805 行政事业单位养老支出 | 本年一般公共预算支出/合计~12.00 本年一般公共预算支出/基本支出/小计~12.00
    本年一般公共预算支出/基本支出/人员经费?12.00
2080505 机关事业单位基本养老保险缴费支出 | 本年一般公共预算支出/合计~12.00
    本年一般公共预算支出/基本支出/小计~12.00 本年一般公共预算支出/基本支出/人员经费?12.00
201 一般公共服务支出 | 本年一般公共预算支出/合计~28.00 本年一般公共预算支出/基本支出/小计~18.00
    本年一般公共预算支出/基本支出/人员经费~13.00 本年一般公共预算支出/基本支出/公用经费~5.00
    本年一般公共预算支出/项目支出~10.00
""",
)

TWO_SIDED = (
    """
收支预算总表

表1

单位名称：云溪市档案服务中心 单位:万元

收     入 支    出

项    目 预算数 项    目 预算数

一、一般公共预算拨款收入 458.38 一、一般公共服务支出 385.96

二、政府性基金预算拨款收入 二、社会保障和就业支出 53.48

三、住房保障支出 25.54

四、财政专户管理资金收入

(一)事业收入 6.60

（二） 其他收入

本年收入合计 464.98 本年支出合计 464.98

上年结转结余 年终结转结余

收   入   总   计 464.98 支   出   总   计 464.98
""",
    """
表1 收支预算总表 balance flowing 万元
收入 一、一般公共预算拨款收入 | 预算数~458.38
收入 二、政府性基金预算拨款收入 |
收入 四、财政专户管理资金收入 |
收入 (一)事业收入 | 预算数~6.60
收入 （二）其他收入 |
收入 本年收入合计 | 预算数~464.98
收入 上年结转结余 |
收入 收入总计 | 预算数~464.98
支出 一、一般公共服务支出 | 预算数~385.96
支出 二、社会保障和就业支出 | 预算数~53.48
支出 三、住房保障支出 | 预算数~25.54
支出 本年支出合计 | 预算数~464.98
支出 年终结转结余 |
支出 支出总计 | 预算数~464.98
""",
)

SEVEN_FOR_TWELVE = (
    """
财政拨款预算“三公”经费支出表

表 7 单位:万元

2023预算数 2024预算数

合计
因公出国

（境）费

公务用车购置及运行费

公务接待费 合计
因公出国

（境）费

公务用车购置及运行费

公务接待费

小计
公务用车购

置费

公务用车运

行费
小计

公务用车购

置费

公务用车运

行费

6 6 6 6.5 6 6 0.5
""",
    """
表7 财政拨款预算“三公”经费支出表 three_public flowing 万元
- | 2023预算数/合计~6 2023预算数/公务用车购置及运行费/小计~6
    2023预算数/公务用车购置及运行费/公务用车运行费?6 2024预算数/合计~6.5
    2024预算数/公务用车购置及运行费/小计~6 2024预算数/公务用车购置及运行费/公务用车运行费?6
    2024预算数/公务接待费~0.5
""",
)

SENTENCES = (
    f"""
项目支出预算表

表9

单位名称：云溪市档案服务中心 单位：万元

单位名称 项目名称 项目内容 总计

本年收入 上年结转结余
{FUNDS}{FUNDS}
合计 500.00 500.00 500.00

云溪市档案服
务中心

500.00 500.00 500.00

馆藏民国档案数字化资
源建设

扫描民国档案300万页：
1、按卷整理，按件著录；
2、检查[2023]1号清单。

300.00 300.00 300.00

库房设施维护经费（保
运转）

恒温恒湿设备2套。 200.00 200.00 200.00
""",
    """
表9 项目支出预算表 project_expenditure flowing 万元
合计 | 总计~500.00 本年收入/合计?500.00 本年收入/一般公共预算?500.00
云溪市档案服务中心 | 总计~500.00 本年收入/合计?500.00 本年收入/一般公共预算?500.00
- 项目名称:馆藏民国档案数字化资源建设
    项目内容:扫描民国档案300万页：1、按卷整理，按件著录；2、检查[2023]1号清单。
    | 总计~300.00 本年收入/合计?300.00 本年收入/一般公共预算?300.00
- 项目名称:库房设施维护经费（保运转） 项目内容:恒温恒湿设备2套。
    | 总计~200.00 本年收入/合计?200.00 本年收入/一般公共预算?200.00
""",
)

ONE_MORE_LEVEL = (
    f"""
收入预算总表

表2

单位名称：云溪市档案服务中心 单位:万元

单位名称 总计

本年收入 上年结转结余
{FUNDS}{FUNDS}
小计
事业
收入

事业
单位
经营
收入

上级
补助
收入

附属
单位
上缴
收入

其他
收入

合计 476.88 464.38 458.38 6.00 6.00 12.50 12.50

云溪市档案服
务中心

476.88 464.38 458.38 6.00 6.00 12.50 12.50
""",
    """
表2 收入预算总表 revenue flowing 万元
合计 | 总计~476.88 本年收入/合计~464.38 本年收入/一般公共预算?458.38 本年收入/单位资金/小计?6.00
    本年收入/单位资金/其他收入?6.00 上年结转结余/合计~12.50 上年结转结余/一般公共预算?12.50
云溪市档案服务中心 | 总计~476.88 本年收入/合计~464.38 本年收入/一般公共预算?458.38
    本年收入/单位资金/小计?6.00 本年收入/单位资金/其他收入?6.00 上年结转结余/合计~12.50
    上年结转结余/一般公共预算?12.50
""",
)

PAGE_BREAKS = """
支出预算总表

表3

单位：万元

科目编码→科目名称→合计→基本支出→项目支出
→合计→9.00→6.00→3.00
201→一般公共服务支出→7.00→4.00→3.00
{}208→社会保障和就业支出→2.00→2.00→
20805→行政事业单位养老支出→2.00→2.00→
"""

PAGES_READ = """
表3 支出预算总表 expenditure tabbed 万元
合计 | 合计=9.00 基本支出=6.00 项目支出=3.00
201 一般公共服务支出 | 合计=7.00 基本支出=4.00 项目支出=3.00
208 社会保障和就业支出 | 合计=2.00 基本支出=2.00
20805 行政事业单位养老支出 | 合计=2.00 基本支出=2.00
"""

HEADER_AGAIN = "科目编码→科目名称→合 计→基本支出→项目支出\n"

BLOCKS = (
    """
# 一般公共预算财政拨款基本支出决算表

公开 06 表

单位：云溪市档案服务中心

2024 年度

金额单位：万元

人员经费→→→公用经费→→→→→
科目编码→科目名称→决算数→科目编码→科目名称→决算数→科目编码→科目名称→决算数
301→工资福利支出→284.50→302→商品和服务支出→32.58→310→资本性支出→2.50
3010→基本工资→284.50→3020→办公费→0.60→3100→办公设备购置→2.50
3011→医疗费→→3023→其他交通费用→31.98→3100→大型修缮→
303→对个人和家庭的补助→6.80→→→→→→
3030→退休费→6.80→→→→→→
人员经费合计→→291.30→公用经费合计→→→→→35.08

注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。

如本表为空，则我部门本年度无此类资金收支余。
""",
    """
公开06表 一般公共预算财政拨款基本支出决算表 economic tabbed 万元
[人员经费] 301 工资福利支出 | 决算数=284.50
[人员经费] 3010 基本工资 | 决算数=284.50
[人员经费] 3011 医疗费 |
[人员经费] 303 对个人和家庭的补助 | 决算数=6.80
[人员经费] 3030 退休费 | 决算数=6.80
[人员经费] 人员经费合计 | 决算数=291.30
[公用经费] 302 商品和服务支出 | 决算数=32.58
[公用经费] 3020 办公费 | 决算数=0.60
[公用经费] 3023 其他交通费用 | 决算数=31.98
[公用经费] 公用经费合计 | 决算数=35.08
[公用经费] 310 资本性支出 | 决算数=2.50
[公用经费] 3100 办公设备购置 | 决算数=2.50
[公用经费] 3100 大型修缮 |
""",
)

LINE_NUMBERS = (
    """
收入支出决算总表

公开01表
部门：云溪市档案服务中心→→→→→金额单位：万元
收入→→→支出→→
项目→行次→金额→项目→行次→金额
栏次→→1→栏次→→2
一、一般公共预算财政拨款收入→1→458.38→一、一般公共服务支出→32→404.90
二、事业收入→2→6.00→二、外交支出→33→
→3→→三、社会保障和就业支出→34→53.48
→4→→→35→
本年收入合计→5→464.38→本年支出合计→36→458.38
年初结转和结余→6→→年末结转和结余→37→6.00
总计→7→464.38→总计→38→464.38
""",
    """
公开01表 收入支出决算总表 balance tabbed 万元
收入 1 一、一般公共预算财政拨款收入 | 金额=458.38
收入 2 二、事业收入 | 金额=6.00
收入 5 本年收入合计 | 金额=464.38
收入 6 年初结转和结余 |
收入 7 总计 | 金额=464.38
支出 32 一、一般公共服务支出 | 金额=404.90
支出 33 二、外交支出 |
支出 34 三、社会保障和就业支出 | 金额=53.48
支出 36 本年支出合计 | 金额=458.38
支出 37 年末结转和结余 | 金额=6.00
支出 38 总计 | 金额=464.38
""",
)

MARKUP = (
    """
## 第二部分 部门预算表

部门公开表1

### 收支总表

部门名称：云溪市档案服务中心

单位：万元

收入→→支出→
项目→预算数→项目（按功能分类）→预算数
一. 一般公共预算拨款收入→458.38→一. 一般公共服务支出→404.90
<b>本年收入合计</b>→458.38→<b>本年支出合计</b>→404.90

收入→→支出→
项目→预算数→项目（按功能分类）→预算数
上年结转→→结转下年→53.48
<p>收入总计</p>→458.38→**支出总计**→458.38

支出总表

部门名称：云溪市档案服务中心

单位：万元 表3

| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| 201 | 一般公共服务支出 | 404.90 | 404.90 | |
-------→-------
""",
    """
部门公开表1 收支总表 balance tabbed 万元
收入 一.一般公共预算拨款收入 | 预算数=458.38
收入 本年收入合计 | 预算数=458.38
收入 上年结转 |
收入 收入总计 | 预算数=458.38
支出 一.一般公共服务支出 | 预算数=404.90
支出 本年支出合计 | 预算数=404.90
支出 结转下年 | 预算数=53.48
支出 支出总计 | 预算数=458.38
表3 支出总表 expenditure tabbed 万元
201 一般公共服务支出 | 合计=404.90 基本支出=404.90
""",
)

ODD_LABELS = (
    """
财政拨款收支预算总表
单位：万元

收 入→→支 出→
项 目→预算数→项 目→预算数
一、本年收入→9.00→一、本年支出→9.00
二、上年结转→—→...→
收 入 总 计→9.00→支 出 总 计→9.00

部门管理专项资金预算表
表13
单位：万元

项 目→总计→已分配数→未分配数
→7.00→7.00→0.00
库房维护→7.00→7.00→

支出预算总表
单位：万元

科目编码→科目名称→合计→基本支出→项目支出
合计-→→9.00→6.00→3.00
2013601→行政运行→9.00→6.00→3.00
20499→其他支出→→→
""",
    """
- 财政拨款收支预算总表 balance tabbed 万元
收入 一、本年收入 | 预算数=9.00
收入 二、上年结转 | 预算数=—
收入 收入总计 | 预算数=9.00
支出 一、本年支出 | 预算数=9.00
支出 ... |
支出 支出总计 | 预算数=9.00
表13 部门管理专项资金预算表 earmarked tabbed 万元
- | 总计=7.00 已分配数=7.00 未分配数=0.00
库房维护 | 总计=7.00 已分配数=7.00
- 支出预算总表 expenditure tabbed 万元
合计- | 合计=9.00 基本支出=6.00 项目支出=3.00
2013601 行政运行 | 合计=9.00 基本支出=6.00 项目支出=3.00
20499 其他支出 |
""",
)

SHIFTED = (
    """
一般公共预算基本支出表
表6
单位：万元

科目编码→科目名称→合计→人员经费→公用经费
→合计→9.00→6.00→3.00
301→工资福利支出→6.00→6.00→
302→商品和服务支出→3.00→3.00
30201→办公费→→2.00→→2.00
30211→差旅费→1.00→见附件→1.00
""",
    """
表6 一般公共预算基本支出表 economic tabbed 万元
合计 | 合计=9.00 人员经费=6.00 公用经费=3.00
301 工资福利支出 | 合计=6.00 人员经费=6.00
302 商品和服务支出 | 合计~3.00 公用经费?3.00
30201 办公费 | 合计~2.00 公用经费?2.00
unread 30211→差旅费→1.00→见附件→1.00
! error misplaced-cells 10
""",
)

UNITS = (
    """
一、部门支出预算总表
编制部门：云溪市档案局 单位：元

科目编码→科目名称→合计→基本支出→项目支出
201→一般公共服务支出→96,282,213.44→96282213.44→

“三公”经费预算表
编制部门：云溪市档案局 单位：万元

“三公”经费合计→因公出国（境）费→公务用车购置及运行费→公务接待费
2.80→→2.50→0.30

政府采购支出预算表
编制部门：云溪市档案局

单位名称→项目名称→数量（台）→总计（千元）
云溪市档案局→电脑→12→96.00
""",
    """
- 部门支出预算总表 expenditure tabbed 元
201 一般公共服务支出 | 合计=96,282,213.44 基本支出=96282213.44
- “三公”经费预算表 three_public tabbed 万元
- | “三公”经费合计=2.80 公务用车购置及运行费=2.50 公务接待费=0.30
- 政府采购支出预算表 procurement tabbed -
云溪市档案局 项目名称:电脑 | 数量（台）=12 总计（千元）=96.00
""",
)

CONTENTS = (
    """
目 录

第二部分 2025年部门预算表

一、收支预算总表

二、支出预算总表

第三部分 2025年部门预算情况说明

第二部分 2025年部门预算表

二、支出预算总表

表2 单位：万元

科目编码 科目名称 合计 基本支出 项目支出

201 一般公共服务支出 9.00 6.00 3.00

备注：无。

第三部分 2025年部门预算情况说明

支出预算总额见上表。
""",
    """
表2 支出预算总表 expenditure flowing 万元
201 一般公共服务支出 | 合计~9.00 基本支出~6.00 项目支出~3.00
""",
)

PAIRS = [
    pytest.param(*CARRIED_OVER, id="a row like all others may be carried over; names are wrapped, amounts missing"),
    pytest.param(*CONTINUED, id="number, title and header are printed again on the next page"),
    pytest.param(*TWO_SIDED, id="two labels and one amount on a line"),
    pytest.param(*SEVEN_FOR_TWELVE, id="seven amounts for twelve columns under a wrapped header"),
    pytest.param(*SENTENCES, id="sentences with figures, list marks and brackets between names and amounts"),
    pytest.param(*ONE_MORE_LEVEL, id="a header with one more level, wrapped to single characters"),
    pytest.param(PAGE_BREAKS.format("\n"), PAGES_READ, id="a page break is a blank line"),
    pytest.param(PAGE_BREAKS.format("\n- 4 -\n\f"), PAGES_READ, id="a page break is a page number and a form feed"),
    pytest.param(PAGE_BREAKS.format("\n" + HEADER_AGAIN), PAGES_READ, id="a page repeats the header without the title"),
    pytest.param(
        PAGE_BREAKS.format("\n支出预算总表\n\n表3\n\n单位：万元\n\n" + HEADER_AGAIN),
        PAGES_READ,
        id="a page repeats it all",
    ),
    pytest.param(*BLOCKS, id="three blocks side by side with cut codes and a total split over two blocks"),
    pytest.param(*LINE_NUMBERS, id="line numbers and lanes are no amounts"),
    pytest.param(*MARKUP, id="markup, heads and separators; the number before the title or behind the unit"),
    pytest.param(*ODD_LABELS, id="totals without a name or with a dash, dots for a label, codes that look like years"),
    pytest.param(*SHIFTED, id="rows with a blank cell too few or too many"),
    pytest.param(*UNITS, id="units and number styles change inside one document"),
    pytest.param(*CONTENTS, id="titles in a contents list are no tables"),
]


@pytest.mark.parametrize(("printed", "read"), PAIRS)
def test_a_print_is_read_as_its_golden_pair_says(printed: str, read: str) -> None:
    """Tables, rows, amounts and their columns are those of the pair, and so is every error and warning."""
    expected = re.sub(r"\n +", " ", read).strip().split("\n")
    assert list(_read_along(printed, expected)) == expected


@pytest.mark.parametrize(("printed", "read"), PAIRS)
def test_every_printed_figure_is_somewhere_in_what_is_read(printed: str, read: str) -> None:
    """A pair leaves out no figure that is printed: each is an amount or in an unread row, as often as printed."""
    printed_figures = re.findall(r"(?<![\d.,])\d[\d,]*\.\d+(?![\d.])", printed)
    read_figures = re.findall(r"(?:[=~?→])(\d[\d,]*\.\d+)", read)
    assert sorted(printed_figures) == sorted(read_figures)


def _read_along(printed: str, expected: list[str]) -> Iterator[str]:
    """Show what is read, line by line, along with what is expected of its open amounts."""
    data = fiscaltables.loads(printed.strip().replace("→", "\t")).to_dict()
    shown = [line for index, table in enumerate(data["tables"]) for line in _table(table, _problems(data, index))]
    for index, (label, amounts) in enumerate(shown):
        wanted = "".join(expected[index : index + 1]).partition("|")[2].split()
        yield label if amounts is None else " ".join([label, "|", *_amounts(amounts, wanted)])


def _table(table: Plain, problems: list[str]) -> Iterator[tuple[str, list[Plain] | None]]:
    caption = [
        table["number"] or "-",
        table["title"],
        table["family"],
        table["layout"],
        table["unit_of_measure"] or "-",
    ]
    yield " ".join(caption), None
    for line in table.get("lines", []):
        yield _line(line), line["amounts"]
    for side, name in (("revenue", "收入"), ("expenditure", "支出")):
        for entry in table.get(side, []):
            yield " ".join(filter(None, [name, entry["line_number"], entry["label"]])), entry["amounts"]
    yield from (("unread " + "→".join(row["cells"]), None) for row in table["unread"])
    yield from ((problem, None) for problem in problems)


def _line(line: Plain) -> str:
    block = f"[{line['block']}]" if line["block"] else None
    names = [line["name"], *(f"{heading}:{text}" for heading, text in line["texts"].items())]
    code = line["code"] or line["printed_code"]
    unnamed = "-" if not code and not line["name"] else None
    return " ".join(filter(None, [block, code, unnamed, *names]))


def _amounts(amounts: list[Plain], wanted: list[str]) -> Iterator[str]:
    """Show amounts; one that may be open is shown as it is expected where that column is among its candidates."""
    for index, amount in enumerate(amounts):
        columns = ["/".join(path) for path in amount.get("candidates", [amount["column"]])]
        column, mark, _ = "".join(wanted[index : index + 1]).partition("?")
        if not mark or column not in columns:
            column, mark = "|".join(columns), {"printed": "=", "open": "?"}.get(amount["placement"], "~")
        yield f"{column}{mark}{amount['text']}"


def _problems(data: Plain, table: int) -> list[str]:
    """Show the errors and warnings of a table with the line that they stand at."""
    found = [problem for problem in data["problems"] if problem["table"] == table and problem["severity"] != "note"]
    return [f"! {problem['severity']} {problem['code']} {problem['span']['line']}" for problem in found]


def test_two_blocks_without_headings_stand_side_by_side() -> None:
    """A header printed twice in a row is that of two blocks: codes inside a line begin their own lines."""
    read = fiscaltables.loads(
        "一般公共预算财政拨款基本支出决算表\n单位：万元\n"
        "经济分类\n科目编码\n科目名称 决算数\n经济分类\n科目编码\n科目名称 决算数\n"
        "301 工资福利支出 5.00 302 商品和服务支出 3.00\n30108 机关事业单位基本\n养老保险缴费\n5.00 30201 办公费 3.00\n"
        "人员经费合计 5.00 公用经费合计 3.00\n"
    )
    (table,) = read.tables
    assert isinstance(table, fiscaltables.MoneyTable)
    assert [(str(line.code or ""), line.name, line.amounts[0].text) for line in table.lines] == [
        ("301", "工资福利支出", "5.00"),
        ("30108", "机关事业单位基本养老保险缴费", "5.00"),
        ("", "人员经费合计", "5.00"),
        ("302", "商品和服务支出", "3.00"),
        ("30201", "办公费", "3.00"),
        ("", "公用经费合计", "3.00"),
    ]
    assert read.errors == ()


def test_a_page_whose_rows_run_on_is_read_however_long_its_line_is() -> None:
    """The rows of a whole page on one line of text are each a line of the table."""
    rows = " ".join(f"{20101 + number} 某项支出 3.00 2.00 1.00" for number in range(90))
    read = fiscaltables.loads(f"支出总表\n单位：万元\n科目编码 科目名称 合计 基本支出 项目支出\n{rows}\n")
    (table,) = read.tables
    assert isinstance(table, fiscaltables.MoneyTable)
    assert [str(line.code) for line in table.lines] == [str(20101 + number) for number in range(90)]


def test_an_amount_before_a_remark_is_no_code() -> None:
    """Where 备注 stands behind the amounts, 208 before a remark is not the code of another row."""
    read = fiscaltables.loads(
        "支出预算表\n单位：元\n科目编码 科目名称 合计 基本支出 项目支出 备注\n205 教育支出 508 300 208 含上年结转资金\n"
    )
    (table,) = read.tables
    assert isinstance(table, fiscaltables.UnrecognisedTable)
    assert table.rows[-1].cells == ("205", "教育支出", "508", "300", "208", "含上年结转资金")
    assert [problem.code for problem in read.problems] == ["not-recognised"]


def test_a_remark_over_two_lines_is_no_row_and_no_name() -> None:
    """Where it is not shown that a wrapped remark is of the row before, the row is kept whole, and no other changes."""
    read = fiscaltables.loads(
        "支出预算表\n单位：元\n科目编码 科目名称 合计 基本支出 项目支出 备注\n201 一般公共服务支出 4.00 3.00 1.00\n"
        "205 教育支出 8.00 3.00 5.00 含上年结转资金\n208 元\n210 卫生健康支出 2.00 2.00\n"
    )
    (table,) = read.tables
    assert isinstance(table, fiscaltables.MoneyTable)
    assert [(str(line.code), line.name, line.texts) for line in table.lines] == [
        ("201", "一般公共服务支出", {}),
        ("210", "卫生健康支出", {}),
    ]
    assert [row.cells for row in table.unread] == [
        ("205", "教育支出", "8.00", "3.00", "5.00", "含上年结转资金"),
        ("208", "元"),
    ]
    assert [problem.code for problem in read.errors] == ["unexpected-cell", "unexpected-cell"]


def test_totals_printed_last_are_not_joined_where_two_amounts_do_not_say_whose_they_are() -> None:
    """With several columns of expenditure, two amounts behind 收入总计 may both be of the right side."""
    read = fiscaltables.loads(
        "财政拨款收支总表\n单位：万元\n收入 支出\n项目 预算数 项目 合计 一般公共预算 政府性基金预算 国有资本经营预算\n"
        "一、一般公共预算拨款收入 5.00 一、教育支出 5.00 5.00\n收入总计 5.00 5.00\n支出总计\n"
    )
    (table,) = read.tables
    assert isinstance(table, fiscaltables.BalanceTable)
    total = next(entry for entry in table.revenue if entry.label == "收入总计")
    assert {amount.placement.value for amount in total.amounts} == {"open"}
    assert read.errors


def test_an_amount_is_never_a_part_of_a_name() -> None:
    """A row that holds an amount before a text is refused, where names are no sentences."""
    read = fiscaltables.loads(
        "一般公共预算基本支出表\n单位：万元\n科目编码 科目名称 决算数\n301 工资福利支出 5.00 商品和服务支出 3.00\n"
    )
    assert not any("5.00" in (line.name or "") for table in read.tables for line in getattr(table, "lines", ()))
    assert read.problems

"""Pages become a disclosure: every stage once, in order, nothing lost and nothing raised."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fiscaltables.assembling.disclosure import assemble
from fiscaltables.model.disclosure import Coverage, Disclosure, Source, Stage
from fiscaltables.model.tables import BalanceTable, Family, MoneyTable, UnrecognisedTable
from fiscaltables.reading.text import read_text

SOURCE = Source("云溪.txt", "text/plain", "utf-8", "0" * 64)
DOCUMENT = """云溪市档案服务中心2025年部门预算

第一部分 概况
一、主要职责
负责档案的接收和整理。

第二部分 部门预算表
收支预算总表
表1
单位名称：云溪市档案服务中心
单位：万元
收入→→支出→
项目→预算数→项目→预算数
一、事业收入→9.00→一、一般公共服务支出→9.00

支出预算总表
表2
单位名称：云溪市档案服务中心
单位：万元
科目编码→科目名称→合计→基本支出→项目支出
201→一般公共服务支出→9.00→6.00→3.00
注：本表反映支出情况。

国有资产情况表
资产→数量
车辆→2
第三部分 情况说明
一、收支情况
收支总预算9.00万元。
"""
RUN = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TITLES = [
    "收支总表",
    "支出总表",
    "收入总表",
    "一般公共预算基本支出表",
    "“三公”经费支出表",
    "项目支出预算表",
    "部门管理专项资金预算表",
    "国有资产情况表",
]
HEADERS = [
    "科目编码→科目名称→合计→基本支出→项目支出",
    "科目编码→科目名称",
    "收入→→支出→\n项目→预算数→项目→预算数",
    "人员经费→→→公用经费→→\n科目编码→科目名称→决算数→科目编码→科目名称→决算数",
    "单位名称→项目名称→项目内容→总计",
    "科目编码 科目名称 合计 基本支出 项目支出",
    "收入 支出\n项目 预算数 项目 预算数",
    "收入 支出\n项目 行次 决算数 项目 行次 决算数",
    "“三公”经费合计 因公出国（境）费 公务用车购置及运行费 公务接待费",
    "项目 总计 已分配数 未分配数",
    "资产→数量",
    "",
]
FIXED = [
    "合计",
    "小计",
    "总计",
    "201",
    "20101",
    "301",
    "3010",
    "548003",
    "—",
    "-",
    "#REF!",
    "1.2.3",
    "一、事业收入",
    "一、教育支出",
    "（一）其他收入",
    "1",
    "2",
    "3",
    "#",
    "12.5%",
    "...",
]


def _assembled(text: str) -> Disclosure:
    return assemble(read_text(text.replace("→", "\t")), SOURCE)


@st.composite
def _printed(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw a document of odd rows under real headers, and the texts in it that stand nowhere else."""
    once: list[str] = []

    def cell() -> str:
        what = draw(st.sampled_from(["figure", "name"]) | st.sampled_from(FIXED))
        if what not in {"figure", "name"}:
            return what
        once.append(f"{101 + len(once)}.{57}" if what == "figure" else f"档案{chr(0x4E00 + 7 * len(once))}馆")
        return once[-1]

    lines = [draw(st.sampled_from(TITLES)), "单位：万元", draw(st.sampled_from(HEADERS))]
    border = "→" if "→" in lines[-1] else " "
    for _ in range(draw(st.integers(0, 5))):
        row = [cell() for _ in range(draw(st.integers(1, 6)))]
        if border == "→":
            row.insert(draw(st.integers(0, len(row))), "")
        lines.append(border.join(row))
    return "\n".join(lines) + "\n", once


def test_a_document_becomes_a_disclosure() -> None:
    """Identity, tables, narrative and source of a document come together."""
    read = _assembled(DOCUMENT)
    assert (read.entity, read.entity_code, read.fiscal_year, read.stage) == (
        "云溪市档案服务中心",
        None,
        2025,
        Stage.BUDGET,
    )
    assert read.source is SOURCE
    assert [(type(table), table.family, table.number) for table in read.tables] == [
        (BalanceTable, Family.BALANCE, "表1"),
        (MoneyTable, Family.EXPENDITURE, "表2"),
        (UnrecognisedTable, Family.OTHER, None),
    ]
    assert [section.title for section in read.sections] == [
        None,
        "第一部分 概况",
        "一、主要职责",
        "第二部分 部门预算表",
        "第三部分 情况说明",
        "一、收支情况",
    ]


def test_problems_name_their_table() -> None:
    """A problem carries the index of its table in the disclosure."""
    assert [(problem.table, problem.code) for problem in _assembled(DOCUMENT).problems] == [(2, "not-recognised")]


def test_coverage_counts_every_printed_cell() -> None:
    """Cells of the tables are read or furniture here; none is unread."""
    assert _assembled(DOCUMENT).coverage == Coverage(cells=34, read=13, furniture=21, unread=0)


def test_a_row_that_could_not_be_read_is_counted_as_unread() -> None:
    """The printed cells of an unread row are the unread ones."""
    read = _assembled("支出总表\n单位：万元\n科目编码→科目名称→合计\n201→服务→5.00\n202→外交→见附件→1.00→\n")
    assert [row.cells for row in read.tables[0].unread] == [("202", "外交", "见附件", "1.00")]
    assert read.coverage == Coverage(cells=12, read=3, furniture=5, unread=4)


def test_the_order_of_tables_is_that_of_the_document() -> None:
    """Tables stand as printed, whatever their numbers."""
    body = "项目→总计→已分配数→未分配数\n展览→1.00→1.00→\n"
    read = _assembled(f"部门管理专项资金预算表\n表9\n{body}\n部门管理专项资金预算表\n表2\n{body}")
    assert [table.number for table in read.tables] == ["表9", "表2"]


def test_an_empty_document_is_an_empty_disclosure() -> None:
    """A text that prints nothing has no tables, no narrative and no identity, and says so."""
    read = _assembled("")
    assert (read.tables, read.sections) == ((), ())
    assert [problem.code for problem in read.problems] == ["empty-document"]
    assert (read.entity, read.fiscal_year, read.stage) == (None, None, None)
    assert read.coverage == Coverage(0, 0, 0, 0)


@RUN
@given(printed=_printed())
def test_reading_never_runs_into_a_fault(printed: tuple[str, list[str]]) -> None:
    """Whatever rows stand under whatever header, reading neither raises nor has to report a fault of its own."""
    problems = _assembled(printed[0]).problems
    assert [problem.message for problem in problems if problem.code == "fault"] == []


@RUN
@given(printed=_printed())
def test_nothing_that_is_printed_is_dropped(printed: tuple[str, list[str]]) -> None:
    """Every text and figure of a document is somewhere in its disclosure, at the least in an unread row."""
    text, once = printed
    read = _assembled(text).to_json()
    assert [cell for cell in once if cell not in read] == []


@RUN
@given(printed=_printed())
def test_coverage_adds_up(printed: tuple[str, list[str]]) -> None:
    """Read, furniture and unread cells are all the cells of the tables, none of them less than none."""
    coverage = _assembled(printed[0]).coverage
    assert coverage.cells == coverage.read + coverage.furniture + coverage.unread
    assert min(coverage.read, coverage.furniture, coverage.unread) >= 0

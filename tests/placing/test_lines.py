"""The lines of a table of amounts: code, name, texts and amounts of every printed row."""

import pytest

from fiscaltables.errors import Severity
from fiscaltables.model.amounts import Amount, Placement
from fiscaltables.model.tables import Line
from fiscaltables.placing.lines import Lines, flowing_lines, gridded_lines, known_names
from fiscaltables.reading.text import read_text
from fiscaltables.recognising.tables import Recognised, recognise
from fiscaltables.segmenting.captions import Caption
from fiscaltables.segmenting.segments import Segment

NATURES = "科目编码→科目名称→合计→基本支出→项目支出\n"
BLOCKS = "人员经费→→→公用经费→→\n科目编码→科目名称→决算数→科目编码→科目名称→决算数\n"
FUNDS = "合计 一般公共预算 政府性基金预算 国有资本经营预算 财政专户管理资金 单位资金"
PROJECTS = f"单位名称 项目名称 项目内容\n总计\n\n本年收入\n\n上年结转结余\n\n{FUNDS}\n\n{FUNDS}\n\n"
FLOWING = "科目编码 科目名称 合计\n\n基本支出\n\n项目支出\n\n小计 人员经费 公用经费\n\n"


def _recognised(title: str, body: str) -> tuple[Segment, Recognised]:
    rows = read_text(body.replace("→", "\t"))[0].rows
    segment = Segment(Caption(title=title, unit="万元"), (rows,))
    read = recognise(segment)
    assert read is not None
    return segment, read


def _gridded(title: str, body: str) -> Lines:
    lines = gridded_lines(_recognised(title, body)[1], "万元")
    assert lines is not None
    return lines


def _flowing(title: str, body: str, known: str | None = None) -> Lines:
    segment, read = _recognised(title, body)
    blanks = frozenset(row.span.line for row in segment.rows if row.after_blank and row.span.line)
    lines = flowing_lines(read, "万元", known_names(known), blanks)
    assert lines is not None
    return lines


def _said(amount: Amount) -> str:
    """Give the column and the text, or the number of columns that remain."""
    return f"{'/'.join(amount.column) if amount.column else len(amount.candidates)}={amount.text}"


def _shown(line: Line) -> tuple[str | None, str | None, list[str]]:
    return str(line.code) if line.code else None, line.name, [_said(amount) for amount in line.amounts]


def _placements(lines: Lines) -> set[Placement]:
    return {amount.placement for line in lines.lines for amount in line.amounts}


def test_a_line_has_its_code_name_and_amounts() -> None:
    """Every row of a tabbed table is a line; its amounts stand where they are printed, blanks give none."""
    lines = _gridded("支出总表", NATURES + "→合 计→5.00→3.00→2.00\n208→社会保障→3.00→3.00→\n548003→云溪市档案馆→—→→—\n")
    assert lines.columns == (("科目编码",), ("科目名称",), ("合计",), ("基本支出",), ("项目支出",))
    assert list(map(_shown, lines.lines)) == [
        (None, "合计", ["合计=5.00", "基本支出=3.00", "项目支出=2.00"]),
        ("208", "社会保障", ["合计=3.00", "基本支出=3.00"]),
        ("548003", "云溪市档案馆", ["合计=—", "项目支出=—"]),
    ]
    assert _placements(lines) == {Placement.PRINTED}
    assert (lines.unread, lines.problems) == ((), ())


def test_the_code_of_an_organisation_has_no_scheme() -> None:
    """The code of an organisation in the code column is the line's code and belongs to no classification."""
    (line,) = _gridded("支出总表", NATURES + "548003→云溪市档案馆→1.00→1.00→\n").lines
    assert line.code is not None
    assert (line.code.digits, line.code.scheme) == ("548003", None)


def test_a_row_without_amounts_is_kept() -> None:
    """A row that prints a code and a name alone is a line without amounts."""
    lines = _gridded("支出总表", NATURES + "208→社会保障→→→\n210→卫生健康→1.00→1.00→\n").lines
    assert _shown(lines[0]) == ("208", "社会保障", [])


def test_a_total_row_without_a_name_has_none() -> None:
    """Amounts that stand in a row without any label are a line without a name."""
    (line, _) = _gridded(
        "部门管理专项资金预算表", "项目→总计→已分配数→未分配数\n→7.51→7.51→\n库房维护→5.50→5.50→\n"
    ).lines
    assert _shown(line) == (None, None, ["总计=7.51", "已分配数=7.51"])


@pytest.mark.parametrize("row", ["合计→→5.00→3.00→2.00\n", "→合计→5.00→3.00→2.00\n"])
def test_a_total_may_stand_in_the_column_of_the_code(row: str) -> None:
    """合计 in the code column is the name of the line, not its code."""
    (line,) = _gridded("支出总表", NATURES + row).lines
    assert _shown(line) == (None, "合计", ["合计=5.00", "基本支出=3.00", "项目支出=2.00"])


def test_a_name_beside_a_total_is_not_dropped() -> None:
    """Where 小计 stands in the code column and a text in the name column, both are kept."""
    lines = _gridded("支出总表", NATURES + "小计→档案事务→5.00→3.00→2.00\n")
    kept = [text for line in lines.lines for text in (line.name, *line.texts.values())]
    kept += [text for row in lines.unread for text in row.cells]
    assert any("小计" in (text or "") for text in kept)
    assert any("档案事务" in (text or "") for text in kept)


def test_a_cut_code_is_kept_as_it_is_printed() -> None:
    """Four digits are no code; what the narrow column left of it is kept."""
    (line,) = _gridded(
        "一般公共预算基本支出表", "科目编码→科目名称→合计→人员经费→公用经费\n3010→基本工资→1.00→1.00→\n"
    ).lines
    assert (line.code, line.printed_code, line.name) == (None, "3010", "基本工资")


def test_further_text_columns_are_texts_of_the_line() -> None:
    """The first column of texts names the line, the others stand under their heading; blank cells are left out."""
    header = "单位名称→项目名称→项目内容→总计\n"
    lines = _gridded("项目支出预算表", header + "云溪市档案馆→→→3.00\n→数字化→扫描10万页，加工费0.8元。→3.00\n").lines
    assert [(line.name, line.texts) for line in lines] == [
        ("云溪市档案馆", {}),
        (None, {"项目名称": "数字化", "项目内容": "扫描10万页，加工费0.8元。"}),
    ]


def test_blocks_side_by_side_share_their_columns() -> None:
    """The lines of the left block come first; each knows the heading over its block."""
    rows = "301→工资福利支出→7.00→302→商品和服务支出→2.00\n30101→基本工资→7.00→30201→办公费→2.00\n"
    lines = _gridded("一般公共预算基本支出决算表", BLOCKS + rows)
    assert lines.columns == (("科目编码",), ("科目名称",), ("决算数",))
    assert [(*_shown(line), line.block) for line in lines.lines] == [
        ("301", "工资福利支出", ["决算数=7.00"], "人员经费"),
        ("30101", "基本工资", ["决算数=7.00"], "人员经费"),
        ("302", "商品和服务支出", ["决算数=2.00"], "公用经费"),
        ("30201", "办公费", ["决算数=2.00"], "公用经费"),
    ]


def test_blocks_of_names_side_by_side_are_told_apart() -> None:
    """Blocks without codes are blocks too: an amount belongs to the name of its own block."""
    lines = _gridded("支出总表", "项目→预算数→项目→预算数\n教育支出→1.00→科技支出→2.00\n").lines
    assert list(map(_shown, lines)) == [(None, "教育支出", ["预算数=1.00"]), (None, "科技支出", ["预算数=2.00"])]


def test_texts_under_the_same_heading_are_all_kept() -> None:
    """Where two columns of texts print the same heading, neither text takes the place of the other."""
    header = "单位名称→项目名称→项目名称→总计\n"
    (line,) = _gridded("政府采购支出预算表", header + "云溪市档案馆→电脑→便携式→3.00\n").lines
    kept = [line.name, *line.texts.values()]
    assert all(any(text in (cell or "") for cell in kept) for text in ("云溪市档案馆", "电脑", "便携式"))


def test_a_block_that_is_shorter_ends_earlier() -> None:
    """Blank cells of a block that has no more rows give no line."""
    lines = _gridded("一般公共预算基本支出决算表", BLOCKS + "301→工资→7.00→302→商品→2.00\n→→→30201→办公费→2.00\n").lines
    assert [line.name for line in lines] == ["工资", "商品", "办公费"]


def test_a_total_whose_amount_stands_in_another_block_is_one_line() -> None:
    """公用经费合计 stands in the second of three blocks and its amount in the third: both are one line."""
    header = "人员经费→→→公用经费→→→→→\n" + "→".join(["科目编码→科目名称→决算数"] * 3) + "\n"
    rows = "301→工资→7.00→302→商品→2.00→310→资本性支出→1.00\n人员经费合计→→7.00→公用经费合计→→→→→3.00\n"
    lines = _gridded("一般公共预算基本支出决算表", header + rows).lines
    totals = [_shown(line) for line in lines if line.name and line.name.endswith("合计")]
    assert totals == [(None, "人员经费合计", ["决算数=7.00"]), (None, "公用经费合计", ["决算数=3.00"])]


def test_a_row_that_is_shifted_is_placed_by_its_sums() -> None:
    """A row whose blank cells are missing does not fit the header cell by cell; its sums place it, and it says so."""
    lines = _gridded("支出总表", NATURES + "→合计→5.00→3.00→2.00\n208→5.00→3.00→2.00\n")
    line = lines.lines[1]
    assert _shown(line) == ("208", None, ["合计=5.00", "基本支出=3.00", "项目支出=2.00"])
    assert {amount.placement for amount in line.amounts} == {Placement.DERIVED}
    assert all("shifted" in (amount.reason or "") for amount in line.amounts)


def test_a_shifted_row_stays_open_where_sums_do_not_settle_it() -> None:
    """Two equal amounts of a shifted row may stand in either part; neither is chosen."""
    lines = _gridded("支出总表", NATURES + "→合计→5.00→3.00→2.00\n208→5.00→5.00\n")
    assert _shown(lines.lines[1])[2] == ["合计=5.00", "2=5.00"]


def test_a_row_that_cannot_be_told_apart_is_unread() -> None:
    """A row with texts between its figures fits no column; it is kept as printed, with an error."""
    lines = _gridded("支出总表", NATURES + "208→社会保障→5.00→见附件→2.00\n210→卫生健康→1.00→1.00→\n")
    assert [row.cells for row in lines.unread] == [("208", "社会保障", "5.00", "见附件", "2.00")]
    assert [(problem.severity, problem.code) for problem in lines.problems] == [(Severity.ERROR, "misplaced-cells")]
    assert [line.name for line in lines.lines] == ["卫生健康"]


def test_a_header_with_blank_columns_at_its_right_reads_the_same() -> None:
    """Columns in which nothing is printed are no columns of the table."""
    lines = _gridded(
        "支出总表",
        "科目编码→科目名称→合计→基本支出→→项目支出→→\n→→→人员经费→公用经费→→→\n208→社会保障→5.00→2.00→1.00→2.00→→\n",
    )
    assert _shown(lines.lines[0])[2] == [
        "合计=5.00",
        "基本支出/人员经费=2.00",
        "基本支出/公用经费=1.00",
        "项目支出=2.00",
    ]


@pytest.mark.parametrize(
    "row",
    [
        "2080505 机关事业单位基本养老保险缴费支出 5.00 3.00 2.00 1.00 2.00",
        "2080505\n机关事业单位基本\n养老保险缴费支出\n5.00 3.00 2.00 1.00 2.00",
        "2080505\n\n机关事业单位基本\n\n养老保险缴费支出\n\n5.00 3.00\n\n2.00 1.00 2.00",
        " 2080505   机关事业单位基本 养老保险缴费支出 5.00\n3.00 2.00 1.00 2.00",
    ],
)
def test_a_flowing_row_is_put_together_from_its_lines(row: str) -> None:
    """Code, pieces of the name and amounts may stand on one line or on many, with blank lines between."""
    (line,) = _flowing("支出总表", FLOWING + row + "\n").lines
    assert _shown(line) == (
        "2080505",
        "机关事业单位基本养老保险缴费支出",
        ["合计=5.00", "基本支出/小计=3.00", "基本支出/人员经费=2.00", "基本支出/公用经费=1.00", "项目支出=2.00"],
    )


def test_a_flowing_row_without_amounts_does_not_take_the_next_row() -> None:
    """Codes and names without amounts are lines of their own."""
    rows = "20801 民政事务\n\n2080101\n行政运行\n20802 就业 5.00 5.00 5.00\n"
    assert [line[:2] for line in map(_shown, _flowing("支出总表", FLOWING + rows).lines)] == [
        ("20801", "民政事务"),
        ("2080101", "行政运行"),
        ("20802", "就业"),
    ]


def test_flowing_amounts_are_derived_or_open() -> None:
    """Where blanks are lost no amount is called printed: sums settle it, or its columns are listed."""
    lines = _flowing("支出总表", FLOWING + "合计 5.00 3.00 2.00 1.00 2.00\n\n210 卫生健康 4.00 4.00 4.00\n")
    assert _placements(lines) == {Placement.DERIVED, Placement.OPEN}
    assert _shown(lines.lines[1])[2] == ["合计=4.00", "基本支出/小计=4.00", "2=4.00"]


def test_the_texts_of_a_flowing_row_stand_under_their_headings() -> None:
    """Where the entity's name shows how cells are parted, project and content are told apart."""
    entity = "合计 8.00 8.00 8.00\n\n云溪市档案服\n务中心\n\n8.00 8.00 8.00\n\n"
    rows = f"{entity}馆藏民国档案数字\n化\n\n对馆藏档案开展整理\n扫描。\n\n8.00 8.00 8.00\n"
    lines = _flowing("项目支出预算表", PROJECTS + rows, "云溪市档案服务中心").lines
    assert [(line.name, line.texts) for line in lines] == [
        ("合计", {}),
        ("云溪市档案服务中心", {}),
        (None, {"项目名称": "馆藏民国档案数字化", "项目内容": "对馆藏档案开展整理扫描。"}),
    ]


def test_texts_whose_border_is_not_settled_stay_together_with_a_warning() -> None:
    """Where nothing shows how cells are parted, the words of a row are kept in one, and a warning says so."""
    lines = _flowing("项目支出预算表", PROJECTS + "数字化\n\n扫描民国档案\n十万页。\n\n8.00 8.00 8.00\n")
    (line,) = lines.lines
    assert line.name is None
    assert list(line.texts.values()) == ["数字化扫描民国档案十万页。"]
    assert [(problem.severity, problem.code) for problem in lines.problems] == [(Severity.WARNING, "text-border")]


def test_lines_stand_where_they_are_printed() -> None:
    """A line reaches from its first printed cell to its last."""
    (line,) = _flowing("支出总表", FLOWING + "2080505\n\n养老保险\n缴费支出\n5.00 5.00 5.00\n").lines
    assert (line.span.line, line.span.column, line.span.end_line, line.span.end_column) == (9, 1, 13, 14)


def test_known_names_are_compared_in_one_form() -> None:
    """Names are given without blanks and with one form of bracket; a missing name is none."""
    assert known_names("云溪市 档案馆（本级）", None, "") == frozenset({"云溪市档案馆(本级)"})


def test_a_remark_stands_under_its_heading() -> None:
    """What is printed behind the amounts of a flowing row is its remark; a name before them is still a name."""
    header = "科目编码 科目名称 合计 基本支出 项目支出 备注\n"
    lines = _flowing("支出预算表", header + "205 教育支出 5.00 3.00 2.00 含上年 结转\n合计 5.00 3.00 2.00 已批复\n")
    assert [(line.name, line.texts) for line in lines.lines] == [
        ("教育支出", {"备注": "含上年结转"}),
        ("合计", {"备注": "已批复"}),
    ]
    assert _placements(lines) == {Placement.DERIVED}

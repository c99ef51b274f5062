"""A segment read through the grammar of its family: typed rows, furniture, and what was refused."""

import pytest

from fiscaltables.model.tables import Family, Layout
from fiscaltables.reading.text import read_text
from fiscaltables.recognising.tables import Recognised, readings_of, recognise, recognise_by_grid
from fiscaltables.segmenting.captions import Caption
from fiscaltables.segmenting.segments import Segment

HEADER = "科目编码→科目名称→合计→基本支出→→→项目支出\n→→→小计→人员经费→公用经费→\n"
ROWS = "→合计→5.00→3.00→2.00→1.00→2.00\n208→社会保障和就业支出→5.00→3.00→2.00→1.00→2.00\n"
FLOWING = "科目编码 科目名称 合计\n\n基本支出\n\n项目支出\n\n小计 人员经费 公用经费\n\n"
WORDS = "合计 5.00 3.00 2.00 1.00 2.00\n\n208 社会保障和就业支出 5.00 3.00 2.00 1.00 2.00\n\n"


def _recognised(title: str | None, *parts: str) -> Recognised | None:
    """Read a table with this title, each part printed on a page of its own."""
    rows = tuple(read_text(part.replace("→", "\t"))[0].rows for part in parts)
    return recognise(Segment(Caption(title=title, unit="万元"), rows))


def _read(title: str, *parts: str) -> Recognised:
    found = _recognised(title, *parts)
    assert found is not None
    return found


def _texts(read: Recognised) -> list[list[str]]:
    return [[cell.text for cell in row.cells if cell.text] for row in read.rows]


BODY = [
    ["合计", "5.00", "3.00", "2.00", "1.00", "2.00"],
    ["208", "社会保障和就业支出", "5.00", "3.00", "2.00", "1.00", "2.00"],
]


@pytest.mark.parametrize(("text", "layout"), [(HEADER + ROWS, Layout.TABBED), (FLOWING + WORDS, Layout.FLOWING)])
def test_the_rows_of_a_table_are_read_in_either_layout(text: str, layout: Layout) -> None:
    """Header and rows are told apart; nothing is refused; the headings are furniture."""
    read = _read("支出总表", text)
    assert (read.entry.family, read.layout, read.refused) == (Family.EXPENDITURE, layout, ())
    assert _texts(read) == BODY
    assert read.furniture == 8


def test_a_header_row_may_stand_over_several_lines() -> None:
    """Every header row of a tabbed table is kept, in order, blanks included."""
    read = _read("支出总表", HEADER + ROWS)
    assert [[cell.text for cell in row.cells] for row in read.header] == [
        ["科目编码", "科目名称", "合计", "基本支出", "", "", "项目支出"],
        ["", "", "", "小计", "人员经费", "公用经费", ""],
    ]


@pytest.mark.parametrize(
    ("furniture", "cells"),
    [
        ("栏次→→1→2→3→4→5\n", 6),
        ("#→→→→→→\n", 1),
        ("→→→→→→\n", 0),
        (HEADER, 8),
        ("科目编码→科目名称→合 计→基本支出→→→项目支出\n→→→小计→人员经费→公用经费→\n", 8),
    ],
)
def test_rows_that_hold_no_data_are_furniture(furniture: str, cells: int) -> None:
    """栏次, stray signs, blank rows and repeated headers are counted as furniture and give no row."""
    read = _read("支出总表", HEADER + furniture + ROWS)
    assert _texts(read) == BODY
    assert read.refused == ()
    assert read.furniture == 8 + cells


def test_a_flowing_page_that_goes_on_repeats_its_header() -> None:
    """The header of a continued page is furniture, and the rows go on."""
    read = _read("支出总表", FLOWING + WORDS, FLOWING + "210 卫生健康支出 0.00\n")
    assert _texts(read) == [*BODY, ["210", "卫生健康支出", "0.00"]]
    assert read.furniture == 16


def test_a_flowing_page_may_go_on_without_its_header() -> None:
    """A continued page that repeats the caption alone goes on with rows."""
    read = _read("支出总表", FLOWING + WORDS, "210 卫生健康支出 0.00\n")
    assert _texts(read) == [*BODY, ["210", "卫生健康支出", "0.00"]]


def test_a_stray_hash_sign_in_flowing_text_is_furniture() -> None:
    """A # between flowing rows is counted and gives no row."""
    read = _read("支出总表", FLOWING + "#\n\n" + WORDS)
    assert _texts(read) == BODY
    assert (read.refused, read.furniture) == ((), 9)


def test_a_bad_row_is_refused_and_the_others_are_read() -> None:
    """A code with a figure where its name should stand is refused whole, and the rows around it are read."""
    read = _read("支出总表", FLOWING + WORDS + "210 5.00 3.00\n\n221 住房保障支出 0.00\n")
    assert _texts(read) == [*BODY, ["221", "住房保障支出", "0.00"]]
    assert [[cell.text for cell in row.cells] for row in read.refused] == [["210", "5.00", "3.00"]]


def test_a_row_of_lanes_with_amounts_is_not_furniture() -> None:
    """Figures that are no numbers of columns are not dropped because 栏次 stands in their row."""
    read = _read("支出总表", HEADER + "栏次→→5.00→3.00→2.00→1.00→2.00\n" + ROWS)
    kept = [cell.text for row in read.rows for cell in row.cells]
    kept += [cell.text for row in read.refused for cell in row.cells]
    assert kept.count("5.00") == 3


@pytest.mark.parametrize(
    ("title", "header", "row", "family"),
    [
        ("收支总表", "收入→→支出→\n项目→预算数→项目→预算数", "一、事业收入→1.00→一、教育支出→1.00", Family.BALANCE),
        ("收入总表", "单位名称→总计→本年收入→上年结转结余", "云溪市档案馆→1.00→1.00→", Family.REVENUE),
        (
            "一般公共预算支出表",
            "科目编码→科目名称→合计→基本支出→项目支出",
            "208→社会保障→1.00→1.00→",
            Family.FUNCTIONAL,
        ),
        (
            "一般公共预算基本支出表",
            "科目编码→科目名称→合计→人员经费→公用经费",
            "301→工资福利支出→1.00→1.00→",
            Family.ECONOMIC,
        ),
        ("“三公”经费支出表", "“三公”经费合计→因公出国（境）费→公务接待费", "1.00→→1.00", Family.THREE_PUBLIC),
        ("项目支出预算表", "单位名称→项目名称→项目内容→总计", "→展览→2场→1.00", Family.PROJECT_EXPENDITURE),
        ("债务支出预算表", "单位名称→项目名称→总计", "云溪市档案馆→库房→1.00", Family.DEBT),
        ("政府采购支出预算表", "单位名称→项目名称→总计", "云溪市档案馆→电脑→1.00", Family.PROCUREMENT),
        ("政府购买服务支出预算表", "单位名称→购买服务项目名称→总计", "云溪市档案馆→保洁→1.00", Family.SERVICES),
        ("部门管理专项资金预算表", "项目→总计→已分配数→未分配数", "展览→1.00→1.00→", Family.EARMARKED),
    ],
)
def test_each_family_is_read_by_its_grammar(title: str, header: str, row: str, family: Family) -> None:
    """The title leads to the family, whose grammar takes header and row."""
    read = _read(title, f"{header}\n{row}\n")
    assert (read.entry.family, read.refused) == (family, ())
    assert _texts(read) == [[cell for cell in row.split("→") if cell]]


@pytest.mark.parametrize(
    "title", ["项目支出绩效目标表", "部门整体支出绩效目标表", "项目支出绩效自评表", "部门整体支出绩效自评表"]
)
def test_a_family_without_a_grammar_is_not_read_as_another(title: str) -> None:
    """A performance form is not read as the table of amounts that its title also fits."""
    form = "项目名称→档案数字化\n一级指标→二级指标→三级指标→指标值\n产出指标→数量指标→数字化页数→≥120万页\n"
    read = _recognised(title, form)
    assert read is None or read.entry.family.value.endswith(("targets", "evaluation"))


@pytest.mark.parametrize("body", ["资产类别→数量\n车辆→2\n", "序号→单位名称\n1→无\n"])
def test_a_table_that_no_title_and_no_header_tells_is_not_read(body: str) -> None:
    """A table with an unknown header under an unknown title is left unread rather than forced into a family."""
    assert _recognised("国有资产情况表", body) is None


def test_a_table_without_a_title_is_read_where_only_one_family_takes_it() -> None:
    """Its headings alone can tell the family; where several would take it none is chosen."""
    read = _recognised(None, "项目→总计→已分配数→未分配数\n展览→1.00→1.00→\n")
    assert read is not None
    assert read.entry.family is Family.EARMARKED
    assert _recognised(None, "单位名称→项目名称→总计\n云溪市档案馆→电脑→1.00\n") is None


def test_a_flowing_table_with_an_unknown_header_is_not_read() -> None:
    """Headings that no template has leave a flowing table unread."""
    assert _recognised("支出总表", "科目编码 备注 合计\n208 社会保障 1.00\n") is None


def _segment(title: str | None, text: str) -> Segment:
    return Segment(Caption(title=title, unit="万元"), (read_text(text.replace("→", "\t"))[0].rows,))


def test_the_family_that_knows_all_headings_reads_before_one_that_knows_some() -> None:
    """项目支出 in a title names a family of projects, but codes under 科目编码 are those of a functional table."""
    text = "项目→→本年支出\n科目编码→科目名称→\n201→一般公共服务支出→3.00\n"
    read = recognise(_segment("一般公共预算财政拨款项目支出决算表", text))
    assert read is not None
    assert (read.entry.family, read.refused) == (Family.FUNCTIONAL, ())


def test_a_table_without_a_title_and_without_figures_is_of_no_family() -> None:
    """A list of units is not read as the only family that knows its headings."""
    assert recognise(_segment(None, "序号→单位名称→备注\n1→青禾县图书馆→\n")) is None


def test_the_grid_alone_shows_the_header() -> None:
    """Where no family knows the table its headings have no kind, and texts below them are no headings."""
    read = recognise_by_grid(_segment("全区情况表", "科目编码→项目→2024年→\n→→预算数→某数\n101→合计→3.00→2.00\n"), None)
    assert read is not None
    assert [set(row.kinds) for row in read.header] == [{"OTHER_HEADING", "BLANK"}] * 2
    assert [row.kinds for row in read.rows] == [("REVENUE_CODE", "TOTAL", "AMOUNT", "AMOUNT")]
    assert (read.entry.family, read.entry.by_grid) == (Family.OTHER, True)


def test_a_header_that_a_family_knows_is_not_read_by_the_grid_alone() -> None:
    """Where a template and the grid do not agree, the grid is not believed without it."""
    segment = _segment("支出总表", "科目编码→科目名称→合计→基本支出→项目支出\n201→外交支出→1.00→1.00→\n")
    assert recognise_by_grid(segment, recognise(segment)) is None
    assert [reading.entry.family for reading in readings_of(segment)] == [Family.EXPENDITURE]


@pytest.mark.parametrize("title", ["项目支出绩效目标表", "部门整体支出绩效自评表"])
def test_a_performance_form_is_not_read_by_its_grid(title: str) -> None:
    """A form whose title says so is no table of amounts, whatever its rows look like."""
    assert tuple(readings_of(_segment(title, "项目名称→预算数→执行数\n档案数字化→3.00→2.00\n"))) == ()


UNDER_YEAR = "经济分类科目 基本支出\n科目编码 科目名称 合计 人员经费 公用经费\n合计 3.00 1.00 2.00\n"
PLAIN = "科目编码 科目名称 合计 人员经费 公用经费\n合计 3.00 1.00 2.00\n"


@pytest.mark.parametrize(
    ("text", "in_caption", "heading", "unsettled"),
    [
        (UNDER_YEAR, False, "2024年基本支出", True),
        (UNDER_YEAR, True, "基本支出", False),
        (UNDER_YEAR.replace("基本支出", "预算数"), False, "2024年预算数", False),
        (PLAIN, False, "合计", False),
    ],
)
def test_a_year_over_a_header_is_a_heading_s_or_the_caption_s(
    text: str, *, in_caption: bool, heading: str, unsettled: bool
) -> None:
    """It is the heading's that needs it, or can take it while no caption prints one so; then that is told."""
    rows = read_text("2024年\n" + text)[0].rows
    read = recognise(Segment(Caption(title="基本支出表", unit="万元"), (rows,), year_in_caption=in_caption))
    assert read is not None
    assert heading in [cell.text for cell in read.templates[0].cells]
    assert (read.unsettled_year is not None) is unsettled
    assert len(read.rows) == 1


def test_a_row_before_a_refused_one_keeps_its_figures_and_takes_no_others() -> None:
    """A lone amount stays a row; a dash under a text that no row takes is kept with the text."""
    read = _read("支出总表", "科目编码 科目名称 合计 基本支出 项目支出\n101.57\n档案馆\n103.57\n—\n图书馆\n")
    assert _texts(read) == [["101.57"]]
    assert [[cell.text for cell in row.cells] for row in read.refused] == [["档案馆", "103.57", "—"], ["图书馆"]]

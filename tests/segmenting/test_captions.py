"""What a line over a table says: its 表号, title, unit, entity and year, in every form they are printed in."""

import pytest

from fiscaltables.reading.pages import Row
from fiscaltables.reading.text import read_text
from fiscaltables.segmenting.captions import Caption, caption_of, is_part_heading, year_in


def _row(line: str) -> Row:
    (row,) = read_text(line)[0].rows
    return row


def _said(line: str) -> dict[str, object] | None:
    """Give the parts that the line prints, by name."""
    caption = caption_of(_row(line))
    if caption is None:
        return None
    parts = {name: getattr(caption, name) for name in ("title", "number", "unit", "entity", "year")}
    return {name: part for name, part in parts.items() if part is not None}


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("表1", "表1"),
        ("表 12", "表12"),
        ("表01", "表01"),
        ("表一", "表一"),
        ("表十二", "表十二"),
        ("表17-1", "表17-1"),
        ("表3-1-2", "表3-1-2"),
        ("附表1", "附表1"),
        ("附表 3", "附表3"),
        ("公开01表", "公开01表"),
        ("公开 06 表", "公开06表"),
        ("公开05－1表", "公开05－1表"),
        ("公开表1", "公开表1"),
        ("公开表十", "公开表十"),
        ("部门公开表1", "部门公开表1"),
        ("部门公开表 12", "部门公开表12"),
        ("单位公开表2", "单位公开表2"),
        ("预算公开表1", "预算公开表1"),
        ("预算01表", "预算01表"),
        ("财决01表", "财决01表"),
        ("财预01-1表", "财预01-1表"),
        ("GK01表", "GK01表"),
        ("Z01表", "Z01表"),
        ("（表1）", "表1"),
        ("【表1】", "表1"),
    ],
)
def test_a_table_number_is_known_in_every_form(line: str, number: str) -> None:
    """A 表号 is given as it is printed, without blanks and brackets."""
    assert _said(line) == {"number": number}


def test_what_is_nearly_a_table_number_is_none() -> None:
    """The words before a number are cut in one way only, however many of them there are."""
    assert _said("部门预算公开" * 500 + "x") is None


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("单位：万元", "万元"),
        ("单位:元", "元"),
        ("单位： 万元", "万元"),
        ("单 位：万元", "万元"),
        ("单位： 万 元", "万元"),
        ("（单位：万元）", "万元"),
        ("(单位:万元)", "万元"),
        ("金额单位：万元", "万元"),
        ("计量单位：亿元", "亿元"),
        ("货币单位：人民币元", "元"),
        ("单位：人民币万元", "万元"),
        ("单位：万元（人民币）", "万元"),
        ("单位：千元", "千元"),
        ("单位：百万元", "百万元"),
        ("单位：万元、%", "万元"),
        ("（万元）", "万元"),
        ("万元", "万元"),
    ],
)
def test_a_unit_is_known_in_every_form(line: str, unit: str) -> None:
    """The unit of the table is given as its word, blanks inside the print left out."""
    assert _said(line) == {"unit": unit}


@pytest.mark.parametrize(
    "label",
    [
        "单位",
        "单位名称",
        "部门",
        "部门名称",
        "编制部门",
        "编制单位",
        "公开部门",
        "填报单位",
        "填报单位（盖章）",
        "部门名称（盖章）",
        "预算单位",
        "预算单位名称",
        "部门（单位）名称",
        "申报单位",
    ],
)
@pytest.mark.parametrize("colon", ["：", ":", " ： "])
def test_an_entity_is_known_behind_every_label(label: str, colon: str) -> None:
    """What stands behind a label of an organisation is the entity, unless it is a unit of money."""
    assert _said(f"{label}{colon}云溪市档案服务中心") == {"entity": "云溪市档案服务中心"}


@pytest.mark.parametrize(
    ("line", "entity"),
    [
        ("单位名称：云溪市 档案服务中心", "云溪市档案服务中心"),
        ("单位：云溪市档案服务中心（本级）", "云溪市档案服务中心（本级）"),
        ("（单位名称：云溪市档案服务中心）", "云溪市档案服务中心"),
        ("部门：068005云溪市档案服务中心-210400000", "068005云溪市档案服务中心-210400000"),
        ("068005云溪市档案服务中心", "068005云溪市档案服务中心"),
        ("068005云溪市档案服务中心-210400000", "068005云溪市档案服务中心-210400000"),
    ],
)
def test_an_entity_is_given_as_it_is_printed(line: str, entity: str) -> None:
    """The entity keeps its code and its own brackets and loses its blanks."""
    assert _said(line) == {"entity": entity}


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("2024年度", 2024),
        ("2024年", 2024),
        ("2024 年度", 2024),
        ("（2024年度）", 2024),
        ("2024年度预算", 2024),
        ("年度：2024", 2024),
        ("预算年度：2025", 2025),
        ("二〇二四年度", 2024),
        ("二○二五年", 2025),
        ("二零二四年度", 2024),
    ],
)
def test_a_year_is_known_in_every_form(line: str, year: int) -> None:
    """A year over a table is given as a number, whether in digits or in Chinese numerals."""
    assert _said(line) == {"year": year}


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("收支总表", "收支总表"),
        ("收 支 总 表", "收支总表"),
        ("【收支总表】", "收支总表"),
        ("## （一）收支总表", "收支总表"),
        ("<b>收支总表</b>", "收支总表"),
        ("一、收支总表", "收支总表"),
        ("十一、支出经济分类预算表（部门预算）", "支出经济分类预算表（部门预算）"),
        ("（一）收支总表", "收支总表"),
        ("1、收支总表", "收支总表"),
        ("1.收支总表", "收支总表"),
        ("1.1 收支总表", "收支总表"),
        ("2024年度收入支出决算总表", "2024年度收入支出决算总表"),
        ("支出经济分类预算表（政府预算）（2025年）", "支出经济分类预算表（政府预算）（2025年）"),
        ("财政拨款预算“三公”经费支出表", "财政拨款预算“三公”经费支出表"),
        ("部门预算项目（政策）绩效目标表", "部门预算项目（政策）绩效目标表"),
        ("部门管理专项资金预算表", "部门管理专项资金预算表"),
        ("国有资产情况表", "国有资产情况表"),
        ("2025年云溪市档案服务中心单位预算批复表", "2025年云溪市档案服务中心单位预算批复表"),
    ],
)
def test_a_title_is_known_without_its_outline_number(line: str, title: str) -> None:
    """A title ends in 表 and speaks of money; its outline number is left out, its year and brackets stay."""
    assert _said(line) == {"title": title}


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("表1 收支总表", {"number": "表1", "title": "收支总表"}),
        ("表 1  收 支 总 表", {"number": "表1", "title": "收支总表"}),
        ("表1：收支总表", {"number": "表1", "title": "收支总表"}),
        ("表1、收支总表", {"number": "表1", "title": "收支总表"}),
        ("公开01表：收支总表", {"number": "公开01表", "title": "收支总表"}),
        ("附表1-2 收入预算总表", {"number": "附表1-2", "title": "收入预算总表"}),
        ("表18 单位:万元", {"number": "表18", "unit": "万元"}),
        ("单位：万元 表18", {"number": "表18", "unit": "万元"}),
        ("项目支出预算表 单位：万元", {"title": "项目支出预算表", "unit": "万元"}),
        ("表9 项目支出预算表 单位：万元", {"number": "表9", "title": "项目支出预算表", "unit": "万元"}),
        ("单位名称：云溪市档案馆 单位：万元", {"entity": "云溪市档案馆", "unit": "万元"}),
        ("编制部门：云溪市档案局\u3000\u3000单位：元", {"entity": "云溪市档案局", "unit": "元"}),
        ("部门：云溪市档案馆\t\t\t金额单位：万元", {"entity": "云溪市档案馆", "unit": "万元"}),
        ("部门：云溪市档案馆 公开06表", {"entity": "云溪市档案馆", "number": "公开06表"}),
        (
            "公开06表 部门：云溪市档案馆 金额单位：万元",
            {"number": "公开06表", "entity": "云溪市档案馆", "unit": "万元"},
        ),
        ("部门：云溪市档案馆 2024年度 金额单位：万元", {"entity": "云溪市档案馆", "year": 2024, "unit": "万元"}),
        ("编制单位： 金额单位：万元", {"unit": "万元"}),
        ("单位名称：", {}),
    ],
)
def test_one_line_may_print_several_parts(line: str, parts: dict[str, object]) -> None:
    """Each part of a line is told apart; a label with nothing behind it is a caption line that says nothing."""
    assert _said(line) == parts


@pytest.mark.parametrize(
    "line",
    [
        "合计",
        "合计 12.00",
        "收入",
        "项目",
        "单位",
        "12",
        "301 工资福利支出",
        "工资福利支出",
        "2024年预算数",
        "序号 单位名称",
        "单位名称 总计",
        "目录",
        "收支总表......1",
        "收支总表情况说明",
        "第二部分 部门预算表",
        "表",
        "代表",
        "登记表",
        "名词解释表",
        "见附表1。",
        "本表反映部门收支情况。",
        "如本表为空，则表示无此项支出表",
        "2025年收支总预算458.38万元。",
        "收支情况说明：详见收支总表",
        "单位：负责档案接收、整理；开展编研。",
        "年度总体目标：做好档案工作",
        "项目名称：馆藏档案数字化",
        "主管部门：云溪市档案局",
    ],
)
def test_what_is_no_caption_is_not_taken_for_one(line: str) -> None:
    """Headings, rows, sentences and the narrative's own headings are no part of a caption."""
    assert caption_of(_row(line)) is None


def test_a_line_with_two_titles_is_no_caption() -> None:
    """A line that would print the same part twice is not read as a caption."""
    assert caption_of(_row("单位名称：云溪市档案馆 编制单位：云溪市图书馆")) is None


def test_a_caption_keeps_the_rows_it_was_read_from() -> None:
    """The row stays with the caption, and rows add up when captions are joined."""
    first, second = _row("收支总表"), _row("单位：万元")
    caption = Caption().joined(caption_of(first) or Caption()).joined(caption_of(second) or Caption())
    assert caption == Caption(title="收支总表", unit="万元", rows=(first, second))


@pytest.mark.parametrize(
    ("one", "other", "clashes"),
    [
        (Caption(title="收支总表"), Caption(title="收入总表"), True),
        (Caption(title="收支总表"), Caption(title="收支总表"), True),
        (Caption(number="表1"), Caption(number="表2"), True),
        (Caption(entity="云溪市档案馆"), Caption(entity="云溪市图书馆"), True),
        (Caption(title="收支总表"), Caption(number="表1", unit="万元"), False),
        (Caption(unit="万元", year=2024), Caption(unit="元", year=2025), False),
    ],
)
def test_two_captions_clash_where_both_print_the_same_part(one: Caption, other: Caption, *, clashes: bool) -> None:
    """Two titles, two numbers or two entities begin two tables."""
    assert one.clashes(other) is clashes


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024年预算数", 2024),
        ("2024 年度", 2024),
        ("二○二五年执行数", 2025),
        ("二〇二四年", 2024),
        ("2023年决算数和2024年预算数", 2023),
        ("上年预算数", None),
        ("2077500", None),
        ("2024", None),
        ("3024年", None),
    ],
)
def test_the_first_year_of_a_text_is_found(text: str, year: int | None) -> None:
    """A year is four digits with 年 behind them, or its Chinese numerals; other digits are no year."""
    assert year_in(text) == year


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("第一部分 云溪市档案服务中心概况", True),
        ("第 三 部 分 情况说明", True),
        ("第二章 部门预算表", True),
        ("附件1：", True),
        ("第一季度", False),
        ("一、收支总表", False),
        ("本部分说明第一部分", False),
    ],
)
def test_headings_of_parts_are_known(text: str, *, is_part: bool) -> None:
    """A part, chapter or annex of the document begins with its number."""
    assert is_part_heading(text) is is_part

"""The closed vocabulary: what a heading or a label is, however its blanks and punctuation are printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fiscaltables.recognising.vocabulary import (
    begins_heading,
    begins_side_label,
    counts_no_money,
    heading_kinds,
    is_of_kind,
    is_total,
    normal,
    side_of,
    starts_item,
    unit_in_heading,
    without_ordinal,
)
from fiscaltables.recognising.wordings import HEADINGS, LABELS, SECTIONS

HEADING_TEXTS = st.sampled_from(sorted({label for labels in HEADINGS.values() for label in labels}))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("合     计", "合计"),
        ("收\u3000入\n总\u00a0计", "收入总计"),
        ("因公出国（境）费", "因公出国(境)费"),
        ("“三公”经费", '"三公"经费'),
        ("‘三公’经费", '"三公"经费'),
        ("＂三公＂经费", '"三公"经费'),
        ("2024年预算数", "〈年〉预算数"),
        ("2024 年度 决算数", "〈年〉决算数"),
        ("2023预算数", "〈年〉预算数"),
        ("二○二五年执行数", "〈年〉执行数"),
        ("二零二四年度预算数", "〈年〉预算数"),
        ("２０２４年预算数", "〈年〉预算数"),
        ("单位：万元", "单位:万元"),
        ("2080505", "2080505"),
        ("12024", "12024"),
    ],
)
def test_labels_are_compared_in_one_form(text: str, form: str) -> None:
    """Blanks, widths, brackets, quotes and the year of a label do not tell it from another."""
    assert normal(text) == form


@given(text=st.text("收支 2024年二〇（）“”\"'三公１. ", max_size=20))
def test_the_form_of_a_form_is_itself(text: str) -> None:
    """A label that is already in the form for comparing does not change."""
    assert normal(normal(text)) == normal(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("一、一般公共预算拨款收入", "一般公共预算拨款收入"),
        ("二十三、预备费", "预备费"),
        ("一. 外交支出", "外交支出"),
        ("（一）事业收入", "事业收入"),
        ("(一)事业收入", "事业收入"),
        ("(1)事业收入", "事业收入"),
        ("1、因公出国（境）费", "因公出国(境)费"),
        ("2.公务接待费", "公务接待费"),
        ("①人员经费", "人员经费"),
        ("其中：财政拨款", "财政拨款"),
        ("一、（一）事业收入", "事业收入"),
        ("一般公共服务支出", "一般公共服务支出"),
        ("2.50", "2.50"),
    ],
)
def test_an_outline_number_is_no_part_of_a_label(text: str, label: str) -> None:
    """A label is compared without the number that it carries, whose form differs from region to region."""
    assert without_ordinal(text) == label


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("一、事业收入", True),
        ("（二）其他收入", True),
        ("3.公务接待费", True),
        ("其中：财政拨款", True),
        ("事业收入", False),
        ("一般公共服务支出", False),
        ("3.50", False),
        ("（境）费", False),
    ],
)
def test_an_outline_number_begins_an_item(text: str, *, starts: bool) -> None:
    """Only an outline number begins an item; 一般 and 3.50 merely look like one."""
    assert starts_item(text) is starts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("科目编码", "CODE_HEADING"),
        ("科 目 名 称", "NAME_HEADING"),
        ("单位名称", "UNIT_NAME"),
        ("项目", "ITEM"),
        ("项目（按功能分类）", "ITEM"),
        ("行次", "LINE_NUMBER"),
        ("栏次", "LANE"),
        ("总 计", "GRAND_TOTAL"),
        ("合 计", "TOTAL_HEADING"),
        ("小计", "SUBTOTAL_HEADING"),
        ("一般公共预算", "GENERAL_PUBLIC"),
        ("政府性基金预算财政拨款", "GOVERNMENT_FUND"),
        ("上年结转结余", "CARRY_OVER"),
        ("决算数", "FIGURE"),
        ("2024年预算数", "YEAR_FIGURE"),
        ("上年预算数", "YEAR_FIGURE"),
        ("财政拨款“三公”经费", "THREE_PUBLIC"),
        ('"三公"经费合计', "THREE_PUBLIC_TOTAL"),
        ("因公出国（境）费", "ABROAD"),
        ("公务用车购置及运行维护费", "VEHICLES"),
        ("公务接待费", "HOSPITALITY"),
        ("本年收入", "CURRENT_YEAR"),
        ("支出", "EXPENDITURE_SIDE"),
        ("决算数（万元）", "FIGURE"),
        ("合计（%）", "TOTAL_HEADING"),
        ("预算数（人民币元）", "FIGURE"),
    ],
)
def test_a_heading_has_its_kind(text: str, kind: str) -> None:
    """A heading is known with blanks, in any brackets and quotes, of any year and with its unit behind it."""
    assert kind in heading_kinds(text)


@pytest.mark.parametrize("text", ["合计数据", "基本工资", "2024", "", "合计（含税）", "（万元）"])
def test_what_is_no_heading_has_no_kind(text: str) -> None:
    """A text outside the vocabulary is never a heading by likeness."""
    assert heading_kinds(text) == ()


def test_kinds_of_headings_are_never_shared_by_a_slip() -> None:
    """No wording stands twice, but for 功能分类, which is a column of texts in one table and a block in another."""
    wordings = [label for labels in HEADINGS.values() for label in labels]
    assert {wording for wording in wordings if wordings.count(wording) > 1} == {"功能分类"}
    assert all(heading_kinds(wording) for wording in wordings)


def test_an_economic_item_is_a_heading_only_where_it_is_asked_for() -> None:
    """As a text of its own it is a row's name; no other kind of heading takes it for one of its own."""
    items = SECTIONS["ECONOMIC_SECTION"]
    assert len(set(items)) == len(items)
    assert all(is_of_kind(item, "ECONOMIC_SECTION") for item in items)
    assert not is_of_kind("基本工资", "ECONOMIC_CATEGORY")
    assert (heading_kinds("基本工资"), begins_heading("基本工")) == ((), False)


def test_the_vocabulary_is_written_in_the_form_for_comparing() -> None:
    """Every wording stands as ``normal`` gives it, else it could never be found."""
    wordings = [label for known in (HEADINGS, SECTIONS, LABELS) for labels in known.values() for label in labels]
    assert [wording for wording in wordings if normal(wording) != wording] == []


@given(heading=HEADING_TEXTS, data=st.data())
def test_every_beginning_of_a_heading_begins_it(heading: str, data: st.DataObject) -> None:
    """A heading that is wrapped can be put together word by word: each piece so far begins a heading."""
    end = data.draw(st.integers(1, len(heading)))
    assert begins_heading(heading[:end].replace("〈年〉", "2024年"))


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("一般公", True),
        ("一般公共预", True),
        ("预算数（", True),
        ("预算数（万", True),
        ("预算数（万元）", True),
        ("预算数（含", False),
        ("基本工资", False),
        ("7", False),
    ],
)
def test_beginnings_of_headings_are_told_from_other_texts(text: str, *, begins: bool) -> None:
    """A piece of a heading, or of the unit behind it, begins a heading; another text does not."""
    assert begins_heading(text) is begins


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("预算数（万元）", "万元"),
        ("预算数(元)", "元"),
        ("预算数（人民币元）", "元"),
        ("金额（ 亿元 ）", "亿元"),
        ("车辆（辆）", "辆"),
        ("接待人数（人）", "人"),
        ("增长%", "%"),
        ("完成率（%）", "%"),
        ("增减（％）", "%"),
        ("房屋面积（平方米）", "平方米"),
        ("预算数（单位：万元）", "万元"),
        ("设备（台，套）", None),
        ("合计", None),
        ("支出功能分类（类级）", None),
        ("因公出国（境）费", None),
    ],
)
def test_a_heading_prints_its_unit_in_a_bracket(text: str, unit: str | None) -> None:
    """A known unit in a bracket at the end, or a percent sign, is the unit of the column."""
    assert unit_in_heading(text) == unit


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("人数", True),
        ("国内公务接待人次（人）", True),
        ("公务用车保有量", True),
        ("因公出国（境）团组数", True),
        ("增减幅度", True),
        ("决算数为预算数的%", True),
        ("房屋建筑面积", True),
        ("人员经费", False),
        ("公务用车购置费", False),
        ("税率调整补助", False),
        ("合计", False),
    ],
)
def test_headings_that_count_no_money_are_known(text: str, *, counts: bool) -> None:
    """Heads, vehicles, area and rates are told by their words; what costs money is not."""
    assert counts_no_money(text) is counts


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("合计", True),
        ("合     计", True),
        ("总计", True),
        ("小计", True),
        ("合计-", True),
        ("人员经费合计", True),
        ("公用经费合计", True),
        ("一、合计", True),
        ("收入总计", True),
        ("合计数", False),
        ("基本工资", False),
        ("审计", False),
        ("设计", False),
        ("", False),
    ],
)
def test_labels_of_totals_are_known(text: str, *, total: bool) -> None:
    """合计, 总计 and 小计 label a total, alone or behind what is added up; 审计 does not."""
    assert is_total(text) is total


@pytest.mark.parametrize(
    ("label", "side"),
    [
        ("一、一般公共预算拨款收入", "revenue"),
        ("（一）事业收入", "revenue"),
        ("本年收入合计", "revenue"),
        ("收   入   总   计", "revenue"),
        ("上年结转结余", "revenue"),
        ("使用非财政拨款结余（含专用结余）", "revenue"),
        ("年初财政拨款结转和结余", "revenue"),
        ("一、社会保障和就业支出", "expenditure"),
        ("（二）卫生健康支出", "expenditure"),
        ("本年支出合计", "expenditure"),
        ("支 出 总 计", "expenditure"),
        ("二十三. 预备费", "expenditure"),
        ("年终结转结余", "expenditure"),
        ("结转下年", "expenditure"),
        ("结余分配", "expenditure"),
        ("总计", None),
        ("合计", None),
        ("...", None),
    ],
)
def test_a_label_belongs_to_its_side(label: str, side: str | None) -> None:
    """A label of a two-sided table shows its side by its words; 总计 stands on either."""
    assert side_of(label) == side


@pytest.mark.parametrize(
    ("text", "begins"),
    [("收入", True), ("收 入 总", True), ("本年支", True), ("收入总计", False), ("云溪", False)],
)
def test_a_piece_of_a_side_label_begins_it(text: str, *, begins: bool) -> None:
    """A piece that goes on to a known label begins it; a whole label does not begin itself."""
    assert begins_side_label(text) is begins

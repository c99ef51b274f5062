"""How a document is cut into tables and narrative."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Row
from fiscaltables.reading.text import read_text
from fiscaltables.recognising.headings import is_header, may_open_header, opens_header
from fiscaltables.segmenting.captions import Caption
from fiscaltables.segmenting.document import segment
from fiscaltables.segmenting.segments import Knowledge, Segment, Segmented, Traits

TABBED = "科目编码→科目名称→合计\n201→一般公共服务支出→3.00\n"
MORE = "202→外交支出→2.00\n"
FLOWING = "科目编码 科目名称 合计\n\n201 一般公共服务支出 3.00\n"
LINES = st.sampled_from(
    [
        "",
        "目录",
        "收支总表",
        "一、支出总表",
        "表3",
        "单位：万元",
        "科目编码→科目名称→合计",
        "201→一般公共服务支出→3.00",
        "科目编码 科目名称 合计",
        "201 一般公共服务支出 3.00",
        "注：本表反映支出情况。",
        "第三部分 情况说明",
        "云溪市档案服务中心负责档案工作。",
        "- 3 -",
    ]
)


def _opens(row: Row) -> bool:
    return opens_header(row.cells)


def _may_open(row: Row) -> bool:
    return may_open_header(row.cells)


def _is_header(row: Row) -> bool:
    return is_header(row.cells)


def _traits(caption: Caption) -> Traits:
    return Traits(free_text="项目" in (caption.title or ""), two_sided="收支" in (caption.title or ""))


def _segmented(text: str) -> Segmented:
    knowledge = Knowledge(_opens, _may_open, _is_header, _is_header, lambda _: False, _traits)
    return segment(read_text(text.replace("→", "\t")), knowledge)


def _table(text: str) -> Segment:
    (table,) = _segmented(text).tables
    return table


def _texts(rows: tuple[Row, ...]) -> list[str]:
    return [row.text for row in rows]


def _titles(document: Segmented) -> list[str | None]:
    return [table.caption.title for table in document.tables]


HEADER, ROW, SECOND = "科目编码 科目名称 合计", "201 一般公共服务支出 3.00", "202 外交支出 2.00"


@pytest.mark.parametrize("body", [TABBED, FLOWING])
@pytest.mark.parametrize(
    "caption",
    [
        "支出总表\n表3\n部门：云溪市档案馆\n单位：万元\n",
        "表3\n支出总表\n\n部门：云溪市档案馆\n\n单位：万元\n\n",
        "表3 支出总表\n部门：云溪市档案馆 单位：万元\n",
        "## 支出总表\n部门：云溪市档案馆\n单位：万元 表3\n",
        "部门：云溪市档案馆\n支出总表\n单位：万元\n表3\n",
    ],
)
def test_the_lines_of_a_caption_come_in_any_order(caption: str, body: str) -> None:
    """Number, title, entity and unit belong to the table below them, in whatever order and on however many lines."""
    table = _table(caption + body)
    found = table.caption
    assert (found.title, found.number, found.unit, found.entity) == ("支出总表", "表3", "万元", "云溪市档案馆")
    assert _texts(table.rows) == [HEADER, ROW]


@pytest.mark.parametrize(
    ("text", "title", "number"),
    [("表14\n单位：万元\n" + TABBED, None, "表14"), ("支出总表\n" + TABBED, "支出总表", None), (TABBED, None, None)],
)
def test_tabbed_rows_are_a_table_whatever_stands_over_them(text: str, title: str | None, number: str | None) -> None:
    """A table with a number and no title, a title and no number, or nothing at all over it is a table."""
    table = _table(text)
    assert (table.caption.title, table.caption.number) == (title, number)


def test_caption_lines_inside_the_table_belong_to_the_caption() -> None:
    """A title, entity or unit that stands as the table's first rows is no row of its body."""
    table = _table("支出总表→→\n部门：云溪市档案馆→→金额单位：万元\n" + TABBED)
    assert (table.caption.title, table.caption.entity, table.caption.unit) == ("支出总表", "云溪市档案馆", "万元")
    assert _texts(table.rows) == [HEADER, ROW]


def test_a_contents_list_is_no_table() -> None:
    """Titles without a body are entries of a contents list: they stay narrative, each line once and in order."""
    contents = ["目录", "一、收支总表", "二、支出总表", "三、收入总表", "第二部分 部门预算表"]
    document = _segmented("\n\n".join(contents) + "\n\n一、支出总表\n单位：万元\n" + TABBED)
    assert _titles(document) == ["支出总表"]
    assert _texts(document.narrative) == contents


@pytest.mark.parametrize("leader", ["......3", "……3", " …… 3", "\t3"])
def test_a_contents_list_with_page_numbers_is_no_table(leader: str) -> None:
    """A title with dots and a page number behind it is narrative."""
    document = _segmented(f"收支总表{leader}\n支出总表{leader}\n\n支出总表\n单位：万元\n{TABBED}")
    assert _titles(document)[-1:] == ["支出总表"]
    assert _texts(document.tables[-1].rows) == [HEADER, ROW]


def test_the_last_entry_of_a_contents_list_does_not_take_the_next_table() -> None:
    """A contents list straight before a table leaves it its own title."""
    document = _segmented("一、收支总表\n二、收入总表\n\n支出总表\n单位：万元\n" + TABBED)
    assert _titles(document) == ["支出总表"]


@pytest.mark.parametrize("body", [TABBED, FLOWING])
def test_the_same_caption_again_goes_on_with_the_table(body: str) -> None:
    """A table whose number, title and unit are printed again on the next page is one table in two parts."""
    caption = "支出总表\n表3\n单位：万元\n\n"
    more = body.replace("201", "202").replace("一般公共服务支出", "外交支出").replace("3.00", "2.00")
    table = _table(caption + body + "\n" + caption + more)
    assert [_texts(part) for part in table.parts] == [[HEADER, ROW], [HEADER, SECOND]]
    assert _texts(table.furniture) == ["支出总表", "表3", "单位：万元"]


@pytest.mark.parametrize(
    "second",
    [
        "\n" + MORE,
        "\n- 4 -\n\n" + MORE,
        "第 3 页 共 20 页\n" + MORE,
        "\f" + MORE,
        "12\n\f" + MORE + "13\n",
        "\n\n\n" + MORE,
    ],
)
def test_rows_after_a_page_break_go_on_with_the_table(second: str) -> None:
    """A blank line, a page number or a form feed with no caption behind it does not end a table."""
    first = "\f支出总表\n表3\n单位：万元\n" + TABBED
    document = _segmented(first + second)
    assert [_texts(table.rows) for table in document.tables] == [[HEADER, ROW, SECOND]]
    assert _texts(document.narrative) == []


def test_a_header_without_a_caption_goes_on_with_the_table() -> None:
    """A page that repeats the header alone is the same table."""
    assert _texts(_table("支出总表\n单位：万元\n" + TABBED + "\n" + TABBED).rows) == [HEADER, ROW, HEADER, ROW]


@pytest.mark.parametrize(
    "second",
    [
        "支出总表\n表4\n单位：万元\n",
        "收入总表\n表3\n单位：万元\n",
        "支出总表\n表3\n单位：元\n",
        "支出总表\n表3\n部门：云溪市图书馆\n单位：万元\n",
    ],
)
def test_another_caption_begins_another_table(second: str) -> None:
    """A table with another number, title, unit or entity is another table, though all else is the same."""
    assert len(_segmented("支出总表\n表3\n单位：万元\n" + TABBED + "\n" + second + TABBED).tables) == 2


def test_forms_with_the_same_caption_are_each_a_table() -> None:
    """Performance forms that all print the same number and title are as many tables."""
    form = "项目支出绩效目标表\n表17 单位：万元\n项目名称→档案数字化\n主管部门→云溪市档案局→实施单位→云溪市档案馆\n"
    assert [table.caption.number for table in _segmented(form * 3).tables] == ["表17", "表17", "表17"]


@pytest.mark.parametrize("body", [TABBED, FLOWING])
def test_notes_belong_to_the_table_above(body: str) -> None:
    """Notes end the body; their further sentences go with them, a part of the document does not."""
    notes = ["注：本表反映支出情况。", "本表金额转换成万元时，因四舍五入可能存在尾差。", "如本表为空，则无此类支出。"]
    document = _segmented(
        "支出总表\n表3\n单位：万元\n" + body + "\n\n".join(notes) + "\n第三部分 情况说明\n说明如下。\n"
    )
    (table,) = document.tables
    assert _texts(table.rows) == [HEADER, ROW]
    assert _texts(table.notes) == notes
    assert _texts(document.narrative) == ["第三部分 情况说明", "说明如下。"]


@pytest.mark.parametrize(
    "note",
    [
        "备注：无",
        "说明：本表为空。",
        "注1：含结转。",
        "（注：四舍五入）",
        "附注.见下",
        "备注：如此表为空表，则无。",
        "此表为空",
    ],
)
def test_notes_are_known_in_every_form(note: str) -> None:
    """A note begins with its mark, or speaks of this table."""
    table = _table("支出总表\n单位：万元\n" + TABBED + note + "\n")
    assert _texts(table.notes) == [note]


@pytest.mark.parametrize("body", [TABBED, FLOWING])
@pytest.mark.parametrize("heading", ["第三部分 情况说明", "## 三、情况说明"])
def test_a_heading_ends_the_table(heading: str, body: str) -> None:
    """A part of the document, or a heading by its markup, is no row of the table above it."""
    document = _segmented("支出总表\n表3\n单位：万元\n" + body + heading + "\n支出总额为3.00万元。\n")
    assert _texts(document.tables[0].rows) == [HEADER, ROW]
    assert _texts(document.narrative) == [heading.removeprefix("## "), "支出总额为3.00万元。"]


def test_narrative_between_tables_is_kept() -> None:
    """Sentences before, between and behind tabbed tables are narrative, in document order."""
    table = "支出总表\n单位：万元\n" + TABBED
    document = _segmented(f"前言。\n{table}中间的说明，没有表。\n收入总表\n单位：万元\n{TABBED}后记文字。\n")
    assert _titles(document) == ["支出总表", "收入总表"]
    assert _texts(document.narrative) == ["前言。", "中间的说明，没有表。", "后记文字。"]


def test_a_title_over_sentences_is_narrative() -> None:
    """A title and number with prose behind them is no table."""
    document = _segmented("支出总表\n表3\n\n云溪市档案服务中心没有此项支出。\n")
    assert document.tables == ()
    assert _texts(document.narrative) == ["支出总表", "表3", "云溪市档案服务中心没有此项支出。"]


def test_a_title_of_the_narrative_does_not_open_a_flowing_table() -> None:
    """A title alone, with neither unit nor number, needs a header behind it to be a table."""
    document = _segmented("支出总表\n\n工资 3.00 万元\n")
    assert document.tables == ()


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        ("支出总表\n单位：万元\n" + TABBED, Layout.TABBED),
        ("支出总表\n单位：万元\n| 科目编码 | 合计 |\n|---|---|\n| 201 | 3.00 |\n", Layout.TABBED),
        ("支出总表\n单位：万元\n" + FLOWING, Layout.FLOWING),
    ],
)
def test_a_table_knows_its_layout(text: str, layout: Layout) -> None:
    """Rows with tabs or pipes are TABBED, rows without are FLOWING."""
    assert _table(text).layout is layout


def test_a_cell_alone_on_its_line_stays_in_the_table() -> None:
    """A short line between two tabbed rows is a cell that stands alone at a page break."""
    table = _table(
        "绩效表\n单位：万元\n一级指标→二级指标\n产出→数量\n\n可持续性\n→体制改革\n".replace("绩效表", "支出绩效表")
    )
    assert _texts(table.rows) == ["一级指标 二级指标", "产出 数量", "可持续性", "体制改革"]


def test_a_stray_hash_sign_stays_in_the_table() -> None:
    """A line with nothing but # between flowing rows neither ends the table nor is lost."""
    table = _table("支出总表\n表3\n单位：万元\n" + FLOWING + "\n#\n\n202 外交支出 2.00\n")
    assert _texts(table.rows) == [HEADER, ROW, "#", SECOND]


def test_a_separator_after_the_last_row_does_not_end_the_table() -> None:
    """A Markdown separator in the middle of a table is left out."""
    table = _table("支出总表\n单位：万元\n" + TABBED + "-------→-------\n" + MORE)
    assert _texts(table.rows) == [HEADER, ROW, SECOND]


def test_a_table_spans_from_its_caption_to_its_last_note() -> None:
    """The place of a table reaches over caption, body and notes."""
    span = _table("\n支出总表\n单位：万元\n" + TABBED + "\n注：四舍五入。\n").span
    assert (span.line, span.column, span.end_line, span.end_column) == (2, 1, 7, 7)


@pytest.mark.parametrize("text", ["", "\n\n", "\f\f"])
def test_an_empty_document_has_nothing(text: str) -> None:
    """No rows give no tables and no narrative."""
    assert _segmented(text) == Segmented((), ())


@given(lines=st.lists(LINES, max_size=14))
@example(lines=["收支总表", "收支总表"])
@example(lines=["收支总表", "表3", "目录", "表3", "科目编码→科目名称→合计"])
def test_every_row_goes_to_one_place(lines: list[str]) -> None:
    """Whatever stands in a document, each printed row is in one table or in the narrative, once; page numbers aside."""
    document = _segmented("\n".join(lines))
    rows = [*document.narrative]
    for table in document.tables:
        rows += [*table.caption.rows, *table.rows, *table.notes, *table.furniture]
    printed = [number for number, line in enumerate(lines, start=1) if line not in {"", "- 3 -"}]
    assert sorted(row.span.line or 0 for row in rows) == printed


@pytest.mark.parametrize(
    ("over", "body", "elsewhere"),
    [
        ("2024年", ["2024年", "科目名称 基本支出", "合计 3.00"], False),
        ("2024年", ["科目名称 合计", "外交支出 3.00"], False),
        ("2024年度\n单位：万元", ["科目名称 合计", "外交支出 3.00"], True),
    ],
)
def test_a_year_alone_over_a_header_is_of_the_table_where_a_heading_below_may_go_on_with_it(
    over: str, body: list[str], *, elsewhere: bool
) -> None:
    """It may be the caption's all the same; whether captions of the document print one so is told with it."""
    rows = [row for row in body if row != "2024年"]
    table = _table("\n".join(("支出总表", over, *rows)))
    assert (_texts(table.rows), table.year_in_caption) == (body, elsewhere)

"""A segment and its reading become a table of the model, with the problems met."""

import pytest

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.tables import BalanceTable, Family, Layout, MoneyTable, UnrecognisedTable
from fiscaltables.placing.building import Built
from fiscaltables.placing.tables import build
from fiscaltables.reading.text import read_text
from fiscaltables.recognising.tables import readings_of
from fiscaltables.segmenting.captions import Caption, caption_of
from fiscaltables.segmenting.segments import Segment

NATURES = "科目编码→科目名称→合计→基本支出→项目支出\n"
SIDES = "收入→→支出→\n项目→预算数→项目→预算数\n一、事业收入→9.00→一、教育支出→9.00\n"


def _built(caption: str, body: str, notes: str = "", entity: str | None = None) -> Built:
    """Build a table from its printed lines: those of the caption, of the body and of the notes."""
    text = (caption + body + notes).replace("→", "\t")
    rows = read_text(text)[0].rows
    over, under = caption.count("\n"), notes.count("\n")
    printed = Caption()
    for row in rows[:over]:
        printed = printed.joined(caption_of(row) or Caption())
    segment = Segment(printed, (rows[over : len(rows) - under],), rows[len(rows) - under :])
    return build(segment, readings_of(segment), entity)


def _severities(built: Built) -> list[tuple[Severity, str]]:
    return [(problem.severity, problem.code) for problem in built.problems]


def test_a_table_has_what_its_caption_prints() -> None:
    """Number, title, unit, entity, notes and place of the table are those of the print."""
    built = _built(
        "支出总表\n公开03表\n部门：云溪市档案馆\n单位：万元\n",
        NATURES + "208→社会保障→1.00→1.00→\n",
        "注：四舍五入。\n",
    )
    table = built.table
    assert isinstance(table, MoneyTable)
    assert (table.family, table.layout) == (Family.EXPENDITURE, Layout.TABBED)
    assert (table.title, table.number, table.unit_of_measure) == ("支出总表", "公开03表", "万元")
    assert (table.entity, table.notes, table.unread) == ("云溪市档案馆", ("注：四舍五入。",), ())
    assert (table.span.line, table.span.end_line) == (1, 7)
    assert built.problems == ()


def test_what_is_not_printed_over_a_table_is_not_made_up() -> None:
    """A table without number, unit and entity has none; its amounts have no unit."""
    table = _built("支出总表\n", NATURES + "208→社会保障→1.00→1.00→\n").table
    assert (table.number, table.unit_of_measure, table.entity, table.notes) == (None, None, None, ())
    assert {amount.unit for amount in table.amounts} == {None}


def test_a_two_sided_table_is_a_balance() -> None:
    """收支总表 gives a balance with the entries of either side."""
    table = _built("收支总表\n单位：万元\n", SIDES).table
    assert isinstance(table, BalanceTable)
    assert [entry.label for entry in table.entries] == ["一、事业收入", "一、教育支出"]
    assert (table.revenue_columns, table.expenditure_columns) == ((("预算数",),), (("预算数",),))


def test_a_flowing_balance_is_a_balance() -> None:
    """Flowing text gives the same kind of table."""
    table = _built(
        "收支总表\n单位：万元\n", "收入 支出\n项目 预算数 项目 预算数\n一、事业收入 9.00 一、教育支出 9.00\n"
    ).table
    assert isinstance(table, BalanceTable)
    assert table.layout is Layout.FLOWING


@pytest.mark.parametrize(
    ("title", "body", "family", "severity"),
    [
        ("国有资产情况表", "资产类别→数量→→\n车辆→2→→\n", Family.OTHER, Severity.NOTE),
        ("支出总表", "208→社会保障→→\n210→卫生健康→→\n", Family.EXPENDITURE, Severity.WARNING),
        ("收支总表", "某项→某数→→\n一、事业收入→9.00→→\n", Family.BALANCE, Severity.WARNING),
    ],
)
def test_a_table_that_no_grammar_reads_is_kept_whole(title: str, body: str, family: Family, severity: Severity) -> None:
    """Its printed rows are kept without blank ends; a problem names it, and its family is the title's."""
    built = _built(f"{title}\n", body)
    assert isinstance(built.table, UnrecognisedTable)
    assert built.table.family is family
    assert [list(row.cells) for row in built.table.rows] == [line.strip("→").split("→") for line in body.split()]
    assert _severities(built) == [(severity, "not-recognised")]
    assert title in built.problems[0].message


def test_a_refused_row_is_unread_and_an_error_in_words() -> None:
    """A row that the grammar does not take is kept as printed; the error quotes the cell where it stopped."""
    header = "科目编码 科目名称 合计 基本支出 项目支出\n"
    rows = "208 社会保障 1.00 1.00\n210 5.00 3.00\n221 住房保障 2.00 2.00\n"
    built = _built("支出总表\n单位：万元\n", header + rows)
    assert isinstance(built.table, MoneyTable)
    assert [line.name for line in built.table.lines] == ["社会保障", "住房保障"]
    assert [row.cells for row in built.table.unread] == [("210", "5.00", "3.00")]
    (error,) = (problem for problem in built.problems if problem.severity is Severity.ERROR)
    assert error.code == "unexpected-cell"
    assert error.message.startswith("'5.00' stands where")
    assert (error.span.line, error.span.column) == (5, 5)


def test_open_amounts_are_noted_once_a_table() -> None:
    """A table with amounts whose columns are open says how many, in one note."""
    header = "科目编码 科目名称 合计 基本支出 项目支出\n"
    built = _built("支出总表\n单位：万元\n", header + "208 社会保障 1.00 1.00\n210 卫生健康 2.00 2.00\n")
    notes = [problem for problem in built.problems if problem.code == "open-columns"]
    assert [problem.severity for problem in notes] == [Severity.NOTE]
    assert "2 of 4 amounts" in notes[0].message


def test_the_entity_shows_where_cells_end() -> None:
    """The document's own entity, wrapped in a row of the table, tells how the cells of the others are parted."""
    header = "单位名称 购买服务项目名称\n总计\n\n本年收入\n\n上年结转结余\n\n"
    funds = "合计 一般公共预算 政府性基金预算 国有资本经营预算 财政专户管理资金 单位资金\n\n" * 2
    rows = "云溪市档案服\n务中心\n\n8.00 8.00 8.00\n\n库房物业\n服务\n\n8.00 8.00 8.00\n"
    caption = "政府购买服务支出预算表\n单位：万元\n"
    table = _built(caption, header + funds + rows, entity="云溪市档案服务中心").table
    assert isinstance(table, MoneyTable)
    assert [(line.name, line.texts) for line in table.lines] == [
        ("云溪市档案服务中心", {}),
        (None, {"购买服务项目名称": "库房物业服务"}),
    ]


@pytest.mark.parametrize(
    ("caption", "body", "cells", "furniture"),
    [
        ("支出总表\n", NATURES + "208→社会保障→1.00→1.00→\n", 10, 6),
        ("支出总表\n单位：万元\n", NATURES + "栏次→→1→2→3\n208→社会保障→1.00→1.00→\n", 15, 11),
        ("国有资产情况表\n", "车辆→2\n", 3, 1),
        ("收支总表\n", SIDES, 11, 7),
    ],
)
def test_every_printed_cell_is_counted(caption: str, body: str, cells: int, furniture: int) -> None:
    """Cells are those of caption, header and rows; captions, headings and 栏次 are furniture among them."""
    built = _built(caption, body)
    assert (built.cells, built.furniture) == (cells, furniture)


def test_problems_carry_their_place() -> None:
    """A problem stands at the line and column of the cell that it is about."""
    built = _built("支出总表\n单位：万元\n", NATURES + "208→社会保障→#REF!→1.00→\n")
    (problem,) = (problem for problem in built.problems if problem.code == "unreadable-amount")
    assert isinstance(problem, Problem)
    assert (problem.span.line, problem.span.column, problem.span.end_column) == (4, 10, 14)


@pytest.mark.parametrize(
    ("caption", "body", "family", "codes"),
    [
        ("全县限额情况表\n单位：亿元\n", "地区→限额→余额\n青禾县→3.00→2.00\n", Family.OTHER, []),
        ("单位构成情况表\n", "序号→单位名称→备注\n1→青禾县图书馆→\n2→青禾县档案馆→新设\n", Family.OTHER, []),
        (
            "收支执行情况表\n单位：万元\n",
            "科目→预算数→决算数\n税收→3.00→2.00\n",
            Family.OTHER,
            ["other-family"],
        ),
        ("单位：万元\n", "项目→预算数→决算数\n甲→3.00→2.00\n", Family.OTHER, ["read-by-grid"]),
    ],
)
def test_a_table_of_no_family_is_read_by_its_printed_header(
    caption: str, body: str, family: Family, codes: list[str]
) -> None:
    """Its columns are those of the print; where a family was named or no title is there, a note or warning says so."""
    built = _built(caption, body)
    assert isinstance(built.table, MoneyTable)
    assert built.table.family is family
    assert "→".join(column for (column,) in built.table.columns) in body
    assert built.table.unread == ()
    assert [problem.code for problem in built.problems] == codes
    assert not [problem for problem in built.problems if problem.severity is Severity.ERROR]


def test_a_list_of_texts_keeps_them_all() -> None:
    """The name of a row is its unit, number and remark are texts; there is no amount."""
    table = _built("单位构成情况表\n", "序号→单位名称→备注\n1→青禾县图书馆→\n2→青禾县档案馆→新设\n").table
    assert isinstance(table, MoneyTable)
    assert [(line.name, line.texts, line.amounts) for line in table.lines] == [
        ("青禾县图书馆", {"序号": "1"}, ()),
        ("青禾县档案馆", {"序号": "2", "备注": "新设"}, ()),
    ]


def test_headers_that_the_grid_alone_shows_have_several_rows() -> None:
    """Years over what they divide into; percentages have their unit, figures under known headings the table's."""
    header = "科目编码→项目→2023年决算数→2024年→→比较→\n→→→预算数→执行数→比上年增长%→完成预算的%\n"
    built = _built("全区情况表\n单位：万元\n", header + "101→税收收入→2.00→3.00→2.40→20.0→80%\n")
    assert isinstance(built.table, MoneyTable)
    assert built.table.columns[2:] == (
        ("2023年决算数",),
        ("2024年", "预算数"),
        ("2024年", "执行数"),
        ("比较", "比上年增长%"),
        ("比较", "完成预算的%"),
    )
    assert [amount.unit for amount in built.table.amounts] == ["万元", "万元", "万元", "%", "%"]


@pytest.mark.parametrize(
    ("caption", "body"),
    [
        ("项目情况表\n", "项目名称→库房维修→实施单位→青禾县档案馆\n金额→3.00→年度→2024\n"),
        ("项目情况表\n", "项目名称→库房维修\n负责人→甲\n"),
        ("情况表\n", "地区→限额→余额\n青禾县→3.00→约二\n某县→2.00→1.00\n"),
        ("情况表\n", "地区→限额→限额\n青禾县→3.00→2.00\n"),
        ("", "地区→限额→余额\n青禾县→3.00→2.00\n"),
        ("", "序号→单位名称→备注\n1→青禾县图书馆→\n"),
        ("情况表\n", "地区→限额→余额\n"),
    ],
)
def test_what_may_be_no_table_is_kept_whole(caption: str, body: str) -> None:
    """A form, a row that does not fit, a heading twice, or an unknown heading without a title: nothing is read."""
    assert isinstance(_built(caption, body).table, UnrecognisedTable)


def test_a_header_that_claims_no_sums_leaves_a_shifted_row_open() -> None:
    """Where no family vouches for the header, a row with fewer cells is not placed by 合计 = 基本支出 + 项目支出."""
    body = "项目→合计→基本支出→项目支出\n教育→3.00→2.00→1.00\n文化→3.00→3.00\n体育→3.00→3.00→\n"
    table = _built("收支结构表\n单位：万元\n", body).table
    assert isinstance(table, MoneyTable)
    assert table.family is Family.OTHER
    assert len([amount for amount in table.amounts if amount.column is None]) == 2


@pytest.mark.parametrize(
    "body", ["", "→合计→→→\n", "→→→→\n"], ids=["only the header", "a total without amounts", "a blank row"]
)
def test_an_empty_table_keeps_its_note(body: str) -> None:
    """A table of its family with no line, or a total without amounts, and the note that explains it; no error."""
    note = "注：本部门2024年无政府性基金预算安排的支出，故本表无数据。\n"
    built = _built("政府性基金预算支出表\n单位：万元\n", NATURES + body, note)
    assert isinstance(built.table, MoneyTable)
    assert built.table.family is Family.FUNCTIONAL
    assert (built.table.notes, built.table.amounts) == ((note.strip(),), ())
    assert [line.name for line in built.table.lines] == (["合计"] if "合计" in body else [])
    assert built.problems == ()


def test_the_word_that_an_empty_table_prints_is_a_note() -> None:
    """无 where the first row would stand is no line; beside rows with amounts it is one like any other."""
    title = "政府性基金预算支出表\n单位：万元\n"
    empty = _built(title, NATURES + "无→→→→\n合计→→→→\n", "注：故本表为空表。\n").table
    assert isinstance(empty, MoneyTable)
    assert ([line.name for line in empty.lines], empty.notes) == (["合计"], ("无", "注：故本表为空表。"))
    filled = _built(title, NATURES + "→无→→→\n→合计→1.00→1.00→\n").table
    assert isinstance(filled, MoneyTable)
    assert ([line.name for line in filled.lines], filled.notes) == (["无", "合计"], ())

"""A gridded row bound to its columns: cell by cell, by its sums, or kept as it is printed."""

import pytest

from fiscaltables.errors import Severity
from fiscaltables.model.amounts import Amount, Placement
from fiscaltables.model.places import Span
from fiscaltables.model.tables import Line
from fiscaltables.placing.binding import bind_row
from fiscaltables.placing.blocks import blocks_of
from fiscaltables.placing.figures import frame_of
from fiscaltables.placing.headers import columns_of_grid
from fiscaltables.placing.shifting import Bound
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import figure_kind
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.vocabulary import heading_kinds

NATURES = ("科目编码→科目名称→合计→基本支出→项目支出",)
COLUMNS = "科目编码→科目名称→决算数"
BLOCKS = ("人员经费→→→公用经费→→", f"{COLUMNS}→{COLUMNS}")
PIECES = (f"{COLUMNS}→{COLUMNS}",)
PROJECTS = ("单位名称→项目名称→项目内容→总计",)


def _node(line: str, rule: str = "header_row") -> Node:
    texts = line.split("→")
    cells = tuple(
        Cell(text, Span(line=1, column=at, end_line=1, end_column=at), at) for at, text in enumerate(texts, 1)
    )
    return Node(
        rule, cells, tuple(next(iter(heading_kinds(text)), "OTHER_HEADING") if text else "BLANK" for text in texts)
    )


def _bound(header: tuple[str, ...], row: str, *, trimmed: bool = False) -> Bound:
    """Bind a row under header rows, both printed with → between their cells."""
    blocks = blocks_of(columns_of_grid(tuple(map(_node, header))))
    figures = tuple(column for column in blocks[0].columns if column.role == "figure")
    frame = frame_of(figures, (text for text in row.split("→") if figure_kind(text)), "万元")
    return bind_row(_node(row, "coded"), blocks, frame, trimmed=trimmed)


def _said(amount: Amount) -> str:
    """Give the column and the text, or the number of columns that remain."""
    return f"{'/'.join(amount.column) if amount.column else len(amount.candidates)}={amount.text}"


def _shown(line: Line) -> tuple[str | None, str | None, list[str]]:
    return str(line.code) if line.code else None, line.name, [_said(amount) for amount in line.amounts]


def _only(bound: Bound) -> Line:
    (line,) = (line for lines in bound.by_block.values() for line in lines)
    return line


def _placements(bound: Bound) -> set[Placement]:
    return {amount.placement for lines in bound.by_block.values() for line in lines for amount in line.amounts}


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("208→社会保障→5.00→3.00→2.00", ("208", "社会保障", ["合计=5.00", "基本支出=3.00", "项目支出=2.00"])),
        ("208→社会保障→5.00→→5.00", ("208", "社会保障", ["合计=5.00", "项目支出=5.00"])),
        ("208→社会保障→9.00→3.00→2.00", ("208", "社会保障", ["合计=9.00", "基本支出=3.00", "项目支出=2.00"])),
        ("→合 计→5.00→—→5.00", (None, "合计", ["合计=5.00", "基本支出=—", "项目支出=5.00"])),
        ("合计→→5.00→5.00→", (None, "合计", ["合计=5.00", "基本支出=5.00"])),
        ("→→5.00→5.00→", (None, None, ["合计=5.00", "基本支出=5.00"])),
        ("208→社会保障→5.00→5.00→→→", ("208", "社会保障", ["合计=5.00", "基本支出=5.00"])),
    ],
)
def test_a_row_that_fits_its_header_is_bound_cell_by_cell(
    row: str, line: tuple[str | None, str | None, list[str]]
) -> None:
    """Codes under codes, names under names, figures under figures: every amount stands where it is printed."""
    bound = _bound(NATURES, row)
    assert _shown(_only(bound)) == line
    assert _placements(bound) == {Placement.PRINTED}
    assert (bound.unread, bound.problems) == ((), ())


@pytest.mark.parametrize(
    ("row", "amounts"),
    [
        ("208→5.00→3.00→2.00", ["合计=5.00", "基本支出=3.00", "项目支出=2.00"]),
        ("208→社会保障→→5.00→3.00→2.00", ["合计=5.00", "基本支出=3.00", "项目支出=2.00"]),
        ("208→5.00→5.00", ["合计=5.00", "2=5.00"]),
        ("→208→社会保障→5.00→5.00", ["合计=5.00", "2=5.00"]),
    ],
)
def test_a_shifted_row_is_placed_by_its_sums(row: str, amounts: list[str]) -> None:
    """A row that does not fit is read in order; a figure stands where its sums leave one column, else it is open."""
    bound = _bound(NATURES, row)
    line = _only(bound)
    assert (str(line.code), [_said(amount) for amount in line.amounts]) == ("208", amounts)
    assert Placement.PRINTED not in _placements(bound)
    derived = [amount for amount in line.amounts if amount.placement is Placement.DERIVED]
    assert all("shifted" in (amount.reason or "") for amount in derived)


def test_a_shifted_row_that_does_not_add_up_stays_open_with_a_warning() -> None:
    """Where no placement satisfies the sums, no column is chosen."""
    bound = _bound(NATURES, "208→9.00→3.00")
    assert _shown(_only(bound))[2] == ["2=9.00", "2=3.00"]
    assert [(problem.severity, problem.code) for problem in bound.problems] == [
        (Severity.WARNING, "row-does-not-add-up")
    ]


@pytest.mark.parametrize(
    ("row", "trimmed", "amounts", "placements"),
    [
        ("208→社会保障→3.00→3.00", True, ["合计=3.00", "基本支出=3.00"], {Placement.PRINTED}),
        ("208→社会保障", True, [], set()),
        ("208→社会保障→5.00→3.00", True, ["2=5.00", "2=3.00"], {Placement.OPEN}),
        ("208→社会保障→3.00→3.00", False, ["合计=3.00", "2=3.00"], {Placement.DERIVED, Placement.OPEN}),
        ("208→社会保障→3.00→3.00→", False, ["合计=3.00", "基本支出=3.00"], {Placement.PRINTED}),
    ],
)
def test_trailing_blanks_that_are_cut_off_are_believed_where_the_sums_hold(
    row: str, amounts: list[str], placements: set[Placement], *, trimmed: bool
) -> None:
    """A shorter row stands where it is printed only if every row lost its trailing blanks and this one adds up."""
    bound = _bound(NATURES, row, trimmed=trimmed)
    assert _shown(_only(bound))[2] == amounts
    assert _placements(bound) == placements


@pytest.mark.parametrize(
    "row",
    [
        "208→社会保障→5.00→见附件→2.00",
        "208→社会保障→行政运行→5.00",
        "208→社会保障→5.00→210→卫生健康→1.00",
        "合计→5.00→小计→3.00",
    ],
)
def test_cells_that_cannot_be_told_apart_keep_the_row_as_printed(row: str) -> None:
    """Texts between figures, more texts than columns or more rows than blocks are an error; the row is unread."""
    bound = _bound(NATURES, row)
    assert bound.by_block == {}
    assert [kept.cells for kept in bound.unread] == [tuple(row.split("→"))]
    (problem,) = bound.problems
    assert (problem.severity, problem.code) == (Severity.ERROR, "misplaced-cells")
    assert problem.message.endswith("the row is kept as printed")
    assert problem.span == bound.unread[0].span


@pytest.mark.parametrize(
    ("row", "by_block"),
    [
        ("301→工资→7.00→302→商品→2.00", {0: "301", 1: "302"}),
        ("301→工资→7.00→→→", {0: "301"}),
        ("→→→302→商品→2.00", {1: "302"}),
        ("301→工资→7.00→302→商品→2.00→→", {0: "301", 1: "302"}),
        ("302→商品→2.00→→→", {1: "302"}),
        ("301→7.00→302→商品→2.00→", {0: "301", 1: "302"}),
        ("→301→工资→7.00→302→商品→2.00", {0: "301", 1: "302"}),
        ("30101→工资→7.00→→30201→办公→2.00", {0: "30101", 1: "30201"}),
        ("302→商品→2.00", {1: "302"}),
    ],
)
def test_a_row_over_blocks_gives_each_block_its_line(row: str, by_block: dict[int, str]) -> None:
    """In its place or shifted, a code takes what stands behind it to the block that its digits show."""
    bound = _bound(BLOCKS, row)
    assert {index: str(line.code) for index, (line,) in bound.by_block.items()} == by_block
    headings = ("人员经费", "公用经费")
    assert all(line.block == headings[index] for index, (line,) in bound.by_block.items())


def test_a_row_of_a_list_cut_in_pieces_has_no_block_heading() -> None:
    """Pieces of one list hold any code, each where it is printed."""
    bound = _bound(PIECES, "302→商品→2.00→301→工资→7.00")
    assert {index: _shown(line) for index, (line,) in bound.by_block.items()} == {
        0: ("302", "商品", ["决算数=2.00"]),
        1: ("301", "工资", ["决算数=7.00"]),
    }
    assert {line.block for (line,) in bound.by_block.values()} == {None}


def test_a_total_whose_amount_stands_in_the_next_block_is_one_line() -> None:
    """A label without an amount takes the amount that stands without a label to its right."""
    line = _only(_bound(BLOCKS, "合计→→→→→9.00"))
    assert _shown(line) == (None, "合计", ["决算数=9.00"])


def test_texts_fewer_than_their_columns_are_kept_together() -> None:
    """In a shifted row with two texts for three columns no heading is chosen; a warning names all of them."""
    bound = _bound(PROJECTS, "数字化→扫描→3.00")
    line = _only(bound)
    assert (line.name, line.texts) == (None, {"单位名称／项目名称／项目内容": "数字化扫描"})
    assert [_said(amount) for amount in line.amounts] == ["总计=3.00"]
    assert [(problem.severity, problem.code) for problem in bound.problems] == [(Severity.WARNING, "text-border")]


PARTS = ("项目→→→→合计→基本支出→项目支出", "功能分类科目编码→→→科目名称", "类→款→项")


@pytest.mark.parametrize(
    ("row", "code", "printed", "name"),
    [
        ("201→→→一般公共服务支出→3.00→2.00→1.00", "201", None, "一般公共服务支出"),
        ("201→26→→档案事务→3.00→2.00→1.00", "20126", None, "档案事务"),
        ("201→26→04→档案馆→3.00→2.00→1.00", "2012604", None, "档案馆"),
        ("→26→→档案事务→3.00→2.00→1.00", None, "26", "档案事务"),
        ("2012604→→→档案馆→3.00→2.00→1.00", "2012604", None, "档案馆"),
        ("合计→→→→3.00→2.00→1.00", None, None, "合计"),
        ("→→→合计→3.00→2.00→1.00", None, None, "合计"),
    ],
)
def test_a_code_in_parts_is_joined(row: str, code: str | None, printed: str | None, name: str) -> None:
    """类, 款 and 项 make up one code where all the leading parts are printed; else the part stays as it is printed."""
    line = _only(_bound(PARTS, row))
    assert (*_shown(line)[:2], line.printed_code) == (code, name, printed)
    assert _shown(line)[2] == ["合计=3.00", "基本支出=2.00", "项目支出=1.00"]
    assert (line.texts, {amount.placement for amount in line.amounts}) == ({}, {Placement.PRINTED})


def test_a_shifted_row_with_a_code_in_parts_is_placed_by_its_sums() -> None:
    """Where the blank cell of 项 is missing, the parts before the name are the code."""
    bound = _bound(PARTS, "201→26→档案事务→3.00→2.00→1.00")
    assert _shown(_only(bound)) == ("20126", "档案事务", ["合计=3.00", "基本支出=2.00", "项目支出=1.00"])
    assert _placements(bound) == {Placement.DERIVED}


def test_a_second_code_of_a_row_is_a_text() -> None:
    """Where a table prints a functional and an economic code, neither is dropped."""
    header = ("功能科目编码→功能科目名称→经济科目编码→经济科目名称→金额",)
    line = _only(_bound(header, "2012604→档案馆→30201→办公费→1.00"))
    assert _shown(line) == ("2012604", "档案馆", ["金额=1.00"])
    assert line.texts == {"经济科目编码": "30201", "经济科目名称": "办公费"}


def test_a_remark_is_a_text_and_no_name() -> None:
    """备注 stands among the texts of the line, also where it is the only text."""
    line = _only(_bound(("备注→科目编码→合计",), "含结转→2012604→1.00"))
    assert (line.name, line.texts) == (None, {"备注": "含结转"})


def test_a_label_in_the_second_column_of_its_heading_is_the_name() -> None:
    """A heading that spreads over two columns of labels names the row with the first text below it."""
    header = ("项目名称→→金额",)
    lines = [_only(_bound(header, row)) for row in ("其他资金→小计→2.00", "→事业收入→2.00", "收入总计→→2.00")]
    assert [(line.name, line.texts) for line in lines] == [
        ("其他资金", {"项目名称": "小计"}),
        ("事业收入", {}),
        ("收入总计", {}),
    ]

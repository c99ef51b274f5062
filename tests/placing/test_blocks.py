"""Sets of columns that stand side by side, and which of them a line belongs to."""

import pytest
from attrs import evolve

from fiscaltables.model.codes import code_from
from fiscaltables.model.places import Span
from fiscaltables.model.tables import Line
from fiscaltables.placing.blocks import Block, block_of, blocks_of, by_block, in_its_block
from fiscaltables.placing.headers import columns_of_grid
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.vocabulary import heading_kinds

COLUMNS = "科目编码→科目名称→决算数"
TWO = ("人员经费→→→公用经费→→", f"{COLUMNS}→{COLUMNS}")
THREE = ("人员经费→→→公用经费→→→→→", f"{COLUMNS}→{COLUMNS}→{COLUMNS}")
CUT = (f"{COLUMNS}→{COLUMNS}",)


def _cells(texts: list[str]) -> tuple[Cell, ...]:
    return tuple(Cell(text, Span(), index) for index, text in enumerate(texts))


def _blocks(*header: str) -> tuple[Block, ...]:
    """Make the blocks of header rows that are printed with → between their cells."""
    rows = [line.split("→") for line in header]
    kinds = [
        tuple(next(iter(heading_kinds(text)), "OTHER_HEADING") if text else "BLANK" for text in row) for row in rows
    ]
    nodes = (Node("header_row", _cells(row), kind) for row, kind in zip(rows, kinds, strict=True))
    return blocks_of(columns_of_grid(tuple(nodes)))


def _line(code: str | None = None, name: str | None = None, cut: str | None = None) -> Line:
    return Line(code_from(code) if code else None, name, (), Span(), cut)


def _shown(lines: tuple[Line, ...]) -> list[tuple[str | None, str | None]]:
    return [(str(line.code or line.printed_code or line.name), line.block) for line in lines]


@pytest.mark.parametrize(
    ("header", "blocks"),
    [
        (TWO, [(0, "人员经费"), (3, "公用经费")]),
        (THREE, [(0, "人员经费"), (3, "公用经费"), (6, "公用经费")]),
        (CUT, [(0, None), (3, None)]),
        (("项目→预算数→项目→预算数",), [(0, None), (2, None)]),
    ],
)
def test_the_columns_are_cut_where_the_first_heading_stands_again(
    header: tuple[str, ...], blocks: list[tuple[int, str | None]]
) -> None:
    """A list cut in pieces and sets of columns under headings of their own are blocks of the same columns."""
    found = _blocks(*header)
    assert [(block.start, block.heading) for block in found] == blocks
    paths = [column.path for column in found[0].columns]
    assert all([column.path for column in block.columns] == paths for block in found)
    assert all(len(path) == 1 for path in paths)


@pytest.mark.parametrize(
    "header",
    [
        (COLUMNS,),
        ("单位名称→项目名称→项目名称→总计",),
        ("科目编码→科目名称→合计→科目编码→科目名称→决算数",),
        ("科目编码→科目名称→科目编码→科目名称→决算数",),
        ("科目编码→科目名称→决算数→科目编码→决算数",),
        ("合计→合计",),
        ("2023年预算数→→2024年预算数→", "合计→公务接待费→合计→公务接待费"),
    ],
)
def test_columns_that_do_not_repeat_as_a_whole_are_one_block(header: tuple[str, ...]) -> None:
    """Blocks begin with a code or a text, have the same headings in the same order, and each has figures."""
    (block,) = _blocks(*header)
    assert (block.start, block.heading) == (0, None)


@pytest.mark.parametrize(
    ("code", "personnel", "running_costs"),
    [
        ("301", True, False),
        ("30101", True, False),
        ("303", True, False),
        ("30399", True, False),
        ("3010", True, False),
        ("302", False, True),
        ("310", False, True),
        ("30201", False, True),
        ("399", False, True),
        ("合计", True, True),
        ("", True, True),
    ],
)
def test_301_and_303_are_personnel_and_all_others_running_costs(
    code: str, *, personnel: bool, running_costs: bool
) -> None:
    """A code stands under its own heading only; what is no code may stand under either."""
    left, right = _blocks(*TWO)
    (cell,) = _cells([code])
    found = [in_its_block(cell, block.columns[0], block) for block in (left, right)]
    assert found == [personnel, running_costs]


def test_a_code_may_stand_in_any_piece_of_a_list_that_is_cut() -> None:
    """Blocks without such headings, and columns that hold no codes, rule nothing out."""
    (cell,) = _cells(["301"])
    assert all(in_its_block(cell, block.columns[0], block) for block in _blocks(*CUT))
    right = _blocks(*TWO)[1]
    assert in_its_block(cell, right.columns[2], right)


@pytest.mark.parametrize(
    ("line", "index"),
    [
        (_line("30101", "基本工资"), 0),
        (_line("303", "对个人和家庭的补助"), 0),
        (_line(name="基本工资", cut="3010"), 0),
        (_line(name="人员经费合计"), 0),
        (_line("302", "商品和服务支出"), 1),
        (_line("31002", "办公设备购置"), 1),
        (_line(name="公用经费合计"), 1),
    ],
)
def test_a_line_belongs_to_the_block_of_its_code_or_label(line: Line, index: int) -> None:
    """The code tells, cut off or whole; without one, 人员经费 at the head of the label."""
    assert block_of(line, _blocks(*TWO)) == index
    assert block_of(line, _blocks(*THREE)) == index


@pytest.mark.parametrize("line", [_line("301"), _line("302"), _line(name="人员经费合计"), _line(name="合计")])
def test_headings_that_do_not_tell_give_no_block(line: Line) -> None:
    """Pieces of one list have no heading, so a line belongs to none of them by its code."""
    assert block_of(line, _blocks(*CUT)) is None


def test_flowing_lines_are_put_in_the_order_of_their_blocks() -> None:
    """Lines that are printed across both blocks come block by block, by code, each block's total last."""
    lines = tuple(map(_line, ("301", "302", "30101", "30201", "303")))
    totals = (_line(name="人员经费合计"), _line(name="公用经费合计"))
    assert _shown(by_block((*lines, *totals), _blocks(*TWO))) == [
        ("301", "人员经费"),
        ("30101", "人员经费"),
        ("303", "人员经费"),
        ("人员经费合计", "人员经费"),
        ("302", "公用经费"),
        ("30201", "公用经费"),
        ("公用经费合计", "公用经费"),
    ]


def test_flowing_lines_of_a_list_that_is_cut_keep_their_order() -> None:
    """Where the headings do not tell, the lines stay as they are printed and belong to no block."""
    lines = tuple(map(_line, ("302", "301", "30201")))
    assert by_block(lines, _blocks(*CUT)) == lines


@pytest.mark.parametrize(
    "printed",
    [
        [["301", "302"], ["30101", "30201"], ["30202"], [None, None]],
        [["301", "302"], ["30101", "30201"], ["30202", None, None]],
        [["301", "302"], ["30101", "30201", "30202", None, None]],
    ],
)
def test_lists_without_headings_are_told_apart_where_rows_run_on(printed: list[list[str | None]]) -> None:
    """Of two codes on a line the first is left; of more each goes on with its list, and totals have their own row."""
    lines = tuple(
        evolve(_line(code, None if code else "合计"), span=Span(line=number))
        for number, codes in enumerate(printed, start=1)
        for code in codes
    )
    shown = [label for label, _ in _shown(by_block(lines, _blocks(*CUT)))]
    assert shown == ["301", "30101", "合计", "302", "30201", "30202", "合计"]

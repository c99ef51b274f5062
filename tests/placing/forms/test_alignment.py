"""Cells of a form's row are placed under its headings in order, by what they and the gaps show."""

import pytest

from fiscaltables.model.places import Span
from fiscaltables.placing.forms.alignment import aligned, in_place
from fiscaltables.placing.forms.leaves import Leaf
from fiscaltables.reading.pages import Cell

KINDS = ("LEVEL1", "LEVEL2", "NAME", "OPERATOR", "VALUE", "UNIT", "DEADLINE")
LEAVES = tuple(Leaf(f"{kind}_HEADING", kind, at) for at, kind in enumerate(KINDS, start=1))

ROWS = [
    ({1: "产出指标", 2: "数量指标", 3: "扫描页数", 4: ">=", 5: "3", 6: "万页", 7: "2025-12"}, [KINDS]),
    ({0: "数量指标", 1: "扫描页数", 2: ">=", 3: "3", 4: "万页", 5: "2025-12"}, [KINDS[1:]]),
    ({3: "扫描页数", 5: "完成", 7: "2025-12"}, [("NAME", "VALUE", "DEADLINE")]),
    ({3: "基础管理", 4: "完成率", 5: "=", 6: "100", 7: "%"}, [("LEVEL2", "NAME", "OPERATOR", "VALUE", "UNIT")]),
    ({1: "成本指标", 3: "单价", 4: "<=", 5: "3", 6: "元"}, [("LEVEL2", "NAME", "OPERATOR", "VALUE", "UNIT")]),
    ({1: "满意度指标", 2: "服务对象满意度", 3: "≥", 4: "90"}, [("LEVEL1", "NAME", "OPERATOR", "VALUE")]),
    ({3: "扫描页数", 4: ">="}, []),
    ({3: "便民程度", 4: "定性", 5: "提高", 6: "其他"}, [("NAME", "OPERATOR", "VALUE", "UNIT")]),
    ({2: "便民程度", 3: "定性", 4: "提高", 5: "其他"}, []),
]


@pytest.mark.parametrize(("printed", "ways"), ROWS)
def test_a_row_stands_where_its_cells_can(printed: dict[int, str], ways: list[tuple[str, ...]]) -> None:
    """Known labels, operators, units and kept gaps settle the columns of a row that lost its blank cells."""
    cells = tuple(Cell(text, Span(), column) for column, text in printed.items())
    found = aligned(cells, LEAVES, gaps=True)
    assert [tuple(KINDS[leaf] for leaf in way) for way in found] == ways


def test_without_gaps_only_a_known_label_is_a_level() -> None:
    """In flowing text nothing shows that an unknown text would be a second level."""
    cells = tuple(Cell(text, Span(), at) for at, text in enumerate(("韧性管理", "完成率", "=", "100")))
    assert aligned(cells, LEAVES, gaps=False) == ()


def test_several_ways_are_all_given() -> None:
    """Two texts whose gap fits a level and a name as well as a name and a value have both readings."""
    cells = tuple(Cell(text, Span(), at) for at, text in ((2, "公众便利"), (3, "提高")))
    ways = aligned(cells, tuple(leaf for leaf in LEAVES if leaf.kind != "OPERATOR_HEADING"), gaps=False)
    assert ways == ((2, 3),)
    leaves = (LEAVES[1], LEAVES[2], Leaf("VALUE_HEADING", "VALUE", 4))
    assert aligned(cells, leaves, gaps=True) == ((0, 1), (1, 2))
    assert in_place(cells, leaves, ((0, 1), (1, 2))) == ((0, 1),)

"""The columns of a form's rows: what each heading stands for, and where it stands."""

from itertools import dropwhile

from attrs import evolve, frozen

from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.forms.vocabulary import FIELDS_OF_LIST, HEADING_KINDS, form_kinds
from fiscaltables.recognising.grammar import Node

OTHER = "OTHER"
NOTED_FLAG = "NOTED_FLAG"
"""A column of 未完成原因 that holds a √ or the reason itself, for there is none of 原因说明."""
_UNDER_VALUE = frozenset({"OPERATOR_HEADING", "VALUE_HEADING", "UNIT_HEADING"})
_UNDER_REASONS = frozenset({"FLAG_HEADING", "REASON_HEADING", "IMPROVEMENT_HEADING"})


@frozen
class Leaf:
    """A column of a form: the kind of its heading, the heading as printed, and the cell it is counted as in its row."""

    kind: str
    text: str
    column: int


def indicator_leaves(headers: tuple[Node, ...]) -> tuple[Leaf, ...]:
    """Give the columns of the indicators from their header rows, left to right.

    The second row stands under 年度目标值 (运算符号, 内容, 度量单位) and under 未完成原因分析 (经费保障 … 原因说明).
    """
    first, *later = [tuple(cell for cell in header.cells if not _is_marker(cell)) for header in headers]
    leaves = [_leaf(cell) for cell in first]
    for row in later:
        under = [_leaf(cell) for cell in row]
        for group, kinds in (("VALUE_HEADING", _UNDER_VALUE), ("REASONS_HEADING", _UNDER_REASONS)):
            leaves = _with_group(leaves, group, [leaf for leaf in under if leaf.kind in kinds])
    explained = any(leaf.kind == "REASON_HEADING" for leaf in leaves)
    return _once(
        [leaf if explained or leaf.kind != "FLAG_HEADING" else evolve(leaf, kind=NOTED_FLAG) for leaf in leaves]
    )


def task_leaves(head: Node) -> tuple[Leaf, ...]:
    """Give the columns of the tasks: the name, the amounts, 执行率, 分值 and 得分."""
    cells = [cell for cell in head.cells if "TASKS_LABEL" not in form_kinds(cell.text) or _names_task(cell, head)]
    name, *others = cells
    return _once([Leaf("TASK_NAME", name.text, name.column), *(_figure_leaf(cell) for cell in others)])


def funding_leaves(head: Node) -> tuple[Leaf, ...]:
    """Give the columns of 项目资金: 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分."""
    known = dropwhile(lambda cell: "FUNDING_COLUMN" not in form_kinds(cell.text), head.cells)
    return _once([_figure_leaf(cell) for cell in known])


def _names_task(cell: Cell, head: Node) -> bool:
    return cell is not head.cells[0] or head.kinds[0] == "TASK_NAME"


def _figure_leaf(cell: Cell) -> Leaf:
    text = cell.text
    for kind, words in (
        ("RATE", ("率",)),
        ("WEIGHT", ("分值", "权重")),
        ("SCORE", ("得分",)),
        ("EXECUTED", ("执行",)),
        ("ADJUSTED", ("全年预算", "调整")),
        ("BUDGET", ("预算", "金额", "资金", "总额", "拨款")),
    ):
        if any(word in text for word in words):
            return Leaf(kind, text, cell.column)
    return Leaf(OTHER, text, cell.column)


def _is_marker(cell: Cell) -> bool:
    return "INDICATORS" in form_kinds(cell.text)


def _leaf(cell: Cell) -> Leaf:
    kinds = form_kinds(cell.text)
    heading = next((kind for kind in kinds if kind in HEADING_KINDS), None)
    field = next((kind for kind in kinds if kind in FIELDS_OF_LIST), None)
    return Leaf(heading or field or OTHER, cell.text, cell.column)


def _with_group(leaves: list[Leaf], group: str, under: list[Leaf]) -> list[Leaf]:
    """Put the headings of a second row in the place of the one they stand under."""
    at = next((at for at, leaf in enumerate(leaves) if leaf.kind == group), None)
    if at is None or not under or any(leaf.kind == under[0].kind for leaf in leaves if leaf.kind != group):
        return leaves
    return [*leaves[:at], *under, *leaves[at + 1 :]]


def _once(leaves: list[Leaf]) -> tuple[Leaf, ...]:
    """Give of columns of one kind only the first that kind: the others are kept as printed, not instead of it."""
    seen: set[str] = set()
    found: list[Leaf] = []
    for leaf in leaves:
        again = leaf.kind in seen and leaf.kind not in {"FLAG_HEADING", NOTED_FLAG}
        found.append(evolve(leaf, kind=OTHER) if again else leaf)
        seen.add(leaf.kind)
    return tuple(found)

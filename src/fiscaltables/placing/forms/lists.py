"""Lists of forms: one row for each indicator, its project in the columns before those of the indicators."""

from itertools import takewhile

from fiscaltables.placing.forms.leaves import OTHER, Leaf
from fiscaltables.placing.forms.rows import RowRead
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.forms.vocabulary import levels_of

_OF_INDICATORS = frozenset({"LEVEL1_HEADING", "LEVEL2_HEADING", "NAME_HEADING"})
FIELD_NAMES = {"IMPLEMENTER_LABEL": "implementing_unit", "PROJECT_LABEL": "name", "CODE_LABEL": "code"}
FIELDS_OF_LIST = (
    "PROJECT_LABEL",
    "CODE_LABEL",
    "CATEGORY_LABEL",
    "DEPARTMENT_LABEL",
    "IMPLEMENTER_LABEL",
    "AMOUNT_LABEL",
    "GOAL_LABEL",
)


def is_of_project(heading: str, leaves: tuple[Leaf, ...]) -> bool:
    """Whether a column that no field is known for stands before those of the indicators."""
    before = takewhile(lambda leaf: leaf.kind not in _OF_INDICATORS, leaves)
    return any(leaf.kind == OTHER and leaf.text == heading for leaf in before)


def prints_project(read: RowRead, leaves: tuple[Leaf, ...]) -> bool:
    """Whether a row that could not be placed prints something before the columns of the indicators."""
    first = next((leaf for leaf in leaves if leaf.kind in _OF_INDICATORS), None)
    listed = any(leaf.kind in FIELDS_OF_LIST for leaf in leaves)
    return listed and not read.placed and first is not None and read.cells[0].column < first.column


def is_of_header(cell: Cell, leaves: tuple[Leaf, ...]) -> bool:
    """Whether a text alone in its row belongs to a heading behind the names: 其中：预算执行率权重10%."""
    name = next((leaf.column for leaf in leaves if leaf.kind == "NAME_HEADING"), None)
    return name is not None and cell.column > name and not levels_of(cell.text)

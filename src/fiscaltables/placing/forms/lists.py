"""Lists of forms: one row for each indicator, its project in the columns before those of the indicators."""

from itertools import takewhile

from fiscaltables.placing.forms.leaves import Leaf
from fiscaltables.placing.forms.rows import UNKNOWN, RowRead
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.forms.vocabulary import FIELDS_OF_LIST, is_number, levels_of

_OF_INDICATORS = frozenset({"LEVEL1_HEADING", "LEVEL2_HEADING", "NAME_HEADING"})
_BEGINNINGS = frozenset({"PROJECT_LABEL", "CODE_LABEL", "IMPLEMENTER_LABEL", "AMOUNT_LABEL"})
_WEIGHED = frozenset({"WEIGHT_HEADING", "SCORE_HEADING"})


def is_list(leaves: tuple[Leaf, ...]) -> bool:
    """Whether a table is a list: columns of its rows say which project they are of."""
    return any(leaf.kind in FIELDS_OF_LIST for leaf in leaves)


def begins_project(read: RowRead, leaves: tuple[Leaf, ...]) -> bool:
    """Whether a row begins a project: it names one, its unit or its money.

    One that could not be placed does where it prints something before the columns of the indicators.
    """
    first = next((leaf.column for leaf in leaves if leaf.kind in _OF_INDICATORS), 0)
    astray = is_list(leaves) and not read.placed and read.cells[0].column < first
    return astray or bool(_BEGINNINGS & read.texts.keys())


def sum_in(cells: tuple[Cell, ...], leaves: tuple[Leaf, ...]) -> tuple[Cell, str] | None:
    """Give the figure of a total row that is the sum of the money, with its heading; None where it may be another."""
    figures = [cell for cell in cells if is_number(cell.text)]
    money = next((leaf for leaf in leaves if leaf.kind == "AMOUNT_LABEL"), None)
    if len(figures) != 1 or money is None:
        return None
    settled = figures[0].column == money.column or not any(leaf.kind in _WEIGHED for leaf in leaves)
    return (figures[0], money.text) if settled else None


def is_of_project(heading: str, leaves: tuple[Leaf, ...]) -> bool:
    """Whether a column that no field is known for stands before those of the indicators."""
    before = takewhile(lambda leaf: leaf.kind not in _OF_INDICATORS, leaves)
    return any(leaf.kind in UNKNOWN and leaf.text == heading for leaf in before)


def is_of_header(cell: Cell, leaves: tuple[Leaf, ...]) -> bool:
    """Whether a text alone in its row belongs to a heading behind the names: 其中：预算执行率权重10%."""
    name = next((leaf.column for leaf in leaves if leaf.kind == "NAME_HEADING"), None)
    return name is not None and cell.column > name and not levels_of(cell.text)

"""Whether the cells of a header can stand where they do; a header that is not sound lost blank cells."""

from collections import defaultdict

from fiscaltables.placing.headers import MEASURES, Column

_LABEL_ROLES = frozenset({"code", "text", "line_number"})
_OF_FIGURES = frozenset(
    {
        "YEAR_FIGURE",
        "YEAR_OUTTURN",
        "FIGURE",
        "CARRY_OVER",
        "BASIC",
        "PROJECT",
        "VEHICLES",
        "UNIT_FUNDS",
        "THREE_PUBLIC",
    }
)
_OF_LABELS = frozenset({"NAME_HEADING", "UNIT_NAME", "PROJECT_NAME", "CONTENT", "DIRECTORY", "LINE_NUMBER"})
_MEASURED = frozenset(
    {
        "GRAND_TOTAL", "TOTAL_HEADING", "SUBTOTAL_HEADING", "REVENUE_TOTAL", "EXPENDITURE_TOTAL", "ABROAD",
        "HOSPITALITY", "VEHICLE_PURCHASE", "VEHICLE_RUNNING", "ALLOCATED", "UNALLOCATED", "OPENING_BALANCE",
        "CLOSING_BALANCE", "MEETINGS", "TRAINING", "AGENCY_COSTS",
    }
)  # fmt: skip
"""Headings without parts: nothing may stand under them but measures, 预算数 and 决算数."""


def sound(columns: tuple[Column, ...]) -> bool:
    """Whether every heading stands over what can stand under it, and no two columns of figures are named alike.

    Nothing stands under a heading without parts (科目名称), but 预算数 and 决算数 may under an item (合计), the same
    under each; no name stands under a heading of figures (2024年预算数). Columns are named alike where whole blocks
    stand side by side.
    """
    figures = [column.path for column in columns if column.role == "figure"]
    alike = len(figures) > len(set(figures))
    placed = all(column.path and _well_placed(column) for column in columns)
    return placed and _alike_measured(columns) and (not alike or _blocks(columns) > 1)


def _well_placed(column: Column) -> bool:
    """Whether each heading of a path may stand over the next."""
    if column.role in _LABEL_ROLES and _OF_FIGURES.intersection(column.kinds[:-1]):
        return False
    return all(_may_stand_over(kind, column.kinds[at:]) for at, kind in enumerate(column.kinds[:-1], start=1))


def _may_stand_over(kind: str, below: tuple[str, ...]) -> bool:
    if kind == "CODE_HEADING":
        return below == ("CODE_PART",)
    return kind not in _OF_LABELS and (kind not in _MEASURED or MEASURES.issuperset(below))


def _alike_measured(columns: tuple[Column, ...]) -> bool:
    """Whether all the items that are measured at all print the same measures."""
    measures: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for column in columns:
        if len(column.path) > 1 and column.kinds[-2] in _MEASURED:
            measures[column.path[:-1]].append(column.path[-1])
    return len({tuple(each) for each in measures.values()}) <= 1


def _blocks(columns: tuple[Column, ...]) -> int:
    """Count how often the heading of labels that stands first is printed again."""
    first = columns[0]
    labels = first.role in {"code", "text"}
    return sum(labels and (column.path[-1], column.role) == (first.path[-1], first.role) for column in columns)

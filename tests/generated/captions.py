"""The lines over a table, and labels with blanks inside them."""

import re

from generated.documents import Table
from generated.styles import CaptionStyle

_SPACED = frozenset(
    ("收入", "支出", "项目", "合计", "总计", "收入总计", "支出总计"),
)


def caption_lines(table: Table, style: CaptionStyle, title_mark: str = "") -> tuple[str, ...]:
    """Give title, number, entity, year and unit, each on its own line or as the style joins them."""
    title = f"{title_mark}{table.outline}{table.title}"
    unit = _unit(table, style)
    number = _number(table, style)
    if number and unit and style.unit_beside_number and not table.entity:
        return title, f"{number} {unit}"
    names = (number, title) if style.number_first else (title, number)
    return *(name for name in names if name), *_under_the_title(table, style, unit)


def lines_without_title(table: Table, style: CaptionStyle) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give what stands over the data and what below, where the title does: an entity apart from the unit is below."""
    number = _number(table, style)
    lines = _under_the_title(table, style, _unit(table, style))
    below = lines[:1] if table.entity and not style.unit_beside_entity else ()
    return (*((number,) if number else ()), *lines[len(below) :]), below


def spaced(label: str, gap: str) -> str:
    """Put a gap between the characters of a label that departments like to spread.

    >>> spaced("合计", "  "), spaced("基本工资", "  ")
    ('合  计', '基本工资')
    """
    return gap.join(label) if label in _SPACED else label


def is_total(label: str | None) -> bool:
    """Tell whether a label is that of a total."""
    return bool(label) and str(label).endswith(("合计", "总计"))


def _number(table: Table, style: CaptionStyle) -> str | None:
    found = re.search(r"\d[\d-]*", table.number or "")
    if table.number is None or found is None or not style.spaced_number:
        return table.number
    before, after = table.number[: found.start()], table.number[found.end() :]
    return f"{before} {found.group()} {after}".rstrip()


def _unit(table: Table, style: CaptionStyle) -> str:
    if table.unit is None:
        return ""
    label = "金额单位：" if table.entity and style.entity_label == "单位：" else style.unit_label
    return f"{label}{table.unit}"


def _under_the_title(table: Table, style: CaptionStyle, unit: str) -> tuple[str, ...]:
    year = (f"{table.year} 年度",) if table.year else ()
    entity = f"{style.entity_label}{table.entity}" if table.entity else ""
    beside = entity and unit and style.unit_beside_entity
    lines = (*year, f"{entity} {unit}") if beside else (entity, *year, unit)
    return tuple(line for line in lines if line)

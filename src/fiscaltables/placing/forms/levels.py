"""Levels 1 and 2 of the indicators, filled down from merged cells; what the print does not settle stays open."""

from itertools import zip_longest

from attrs import evolve, field, frozen

from fiscaltables.recognising.forms.vocabulary import levels_of
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.vocabulary import normal

_FIRST_LEVELS = {
    "产出": ("数量", "质量", "时效"),
    "成本": ("经济成本", "社会成本", "生态环境成本"),
    "效益": ("经济效益", "社会效益", "生态效益", "可持续影响"),
    "满意度": ("服务对象满意度",),
}
"""The second levels that belong to one first level wherever both are printed: the pattern of 财预〔2020〕10号."""
_OF = {second: first for first, seconds in _FIRST_LEVELS.items() for second in seconds}

Readings = tuple[str | None, ...]


@frozen
class Levels:
    """The levels of a row and their readings where they are open."""

    level1: str | None
    level2: str | None
    open: dict[str, Readings] = field(factory=dict, hash=False)


@frozen
class Printed:
    """What a row prints of the levels and of a name, which a label that stands alone has not.

    ``shifted`` tells that blank cells are lost between the name and what stands behind it, ``open`` holds the readings
    of a level that the row itself leaves open.
    """

    level1: str | None
    level2: str | None
    name: str | None
    shifted: bool = False
    open: dict[str, Readings] = field(factory=dict, hash=False)


def filled_down(rows: tuple[Printed, ...], firsts: frozenset[str], *, may_be_late: bool) -> tuple[Levels, ...]:
    """Give the levels of every row; ``firsts`` are the first levels that are printed anywhere in the table.

    ``may_be_late`` tells that rows may be shifted: a second level that stands alone behind a row without one may be
    that row's, printed late.
    """
    levels = tuple(_carried(rows, firsts))
    late = _late(rows, levels) if may_be_late else {}
    return tuple(_with_late(each, late.get(at)) for at, each in enumerate(levels))


def _carried(rows: tuple[Printed, ...], firsts: frozenset[str]) -> list[Levels]:
    """Fill the levels down; a level that a row leaves open is as open for the rows below it that print none."""
    found: list[Levels] = []
    first: str | None = None
    second: str | None = None
    doubts: dict[str, Readings] = {}
    for row in rows:
        if row.level1 is not None:
            first, second, doubts = row.level1, None, {}
        if row.level2 is not None:
            doubts = {level: readings for level, readings in doubts.items() if level != "level2"}
        second = row.level2 or second
        levels = _of_row(row, first, second, firsts)
        own = {level: _either(readings, getattr(levels, level)) for level, readings in row.open.items()}
        doubts = {**doubts, **levels.open, **own}
        found.append(evolve(levels, open=doubts))
    return found


def _either(readings: Readings, carried: str | None) -> Readings:
    return _readings(*(reading or carried for reading in readings))


def _of_row(row: Printed, first: str | None, second: str | None, firsts: frozenset[str]) -> Levels:
    known = levels_of(row.name or "")
    if row.shifted and row.level1 is None and row.level2 is None and "LEVEL2" in known and row.name is not None:
        either = _readings(first, _first_of(row.name, firsts))
        return Levels(None, None, {"level1": either, "level2": _readings(second, row.name)})
    if second is None and "LEVEL2" in known:
        return Levels(first, None, {"level2": (row.name, None)})
    if second is not None and row.level1 is None and not _belongs(second, first):
        other = _first_of(second, firsts)
        return Levels(other, second, {} if other else {"level1": _readings(first, None)})
    return Levels(first, second)


def _readings(*readings: str | None) -> Readings:
    return tuple(dict.fromkeys(readings))


def _belongs(second: str, first: str | None) -> bool:
    wanted = _OF.get(_stem(second))
    return wanted is None or (first is not None and _stem(first) not in _FIRST_LEVELS) or wanted == _stem(first or "")


def _first_of(second: str, firsts: frozenset[str]) -> str | None:
    """Give the first level that a second one belongs to, as it is printed elsewhere in the table."""
    wanted = _OF.get(_stem(second))
    return next((first for first in sorted(firsts) if _stem(first) == wanted), None)


def _stem(label: str) -> str:
    return normal(label).partition("(")[0].removesuffix("指标")


def _late(rows: tuple[Printed, ...], levels: tuple[Levels, ...]) -> dict[int, str | None]:
    """Give what the second level of rows would be, were the labels of their group printed one row late."""
    found: dict[int, str | None] = {}
    for at in range(len(rows)):
        if rows[at].name is None and rows[at].level2 and rows[at].level1 is None and _ends_group(rows, at):
            found.update(_one_row_late(rows, levels, at))
    return found


def _ends_group(rows: tuple[Printed, ...], at: int) -> bool:
    return at + 1 == len(rows) or rows[at + 1].level1 is not None


def _one_row_late(rows: tuple[Printed, ...], levels: tuple[Levels, ...], end: int) -> dict[int, str | None]:
    begin = next((at for at in range(end, -1, -1) if rows[at].level1 is not None), 0)
    labelled = [at for at in range(begin + 1, end + 1) if rows[at].level2]
    if any(rows[at - 1].level2 or rows[at - 1].name is None for at in labelled):
        return {}
    return {at - 1: rows[at].level2 for at in labelled if rows[at].level2 != levels[at - 1].level2}


def _with_late(levels: Levels, late: str | None) -> Levels:
    if late is None:
        return levels
    return Levels(levels.level1, None, {**levels.open, "level2": _readings(levels.level2, late)})


def with_levels_told_apart(rows: tuple[Node, ...]) -> tuple[Node, ...]:
    """Settle labels that may be of either level (成本指标): of the first where a second one stands right behind."""
    return tuple(_level_row(row, after) for row, after in zip_longest(rows, rows[1:]) if row is not None)


def _level_row(row: Node, after: Node | None) -> Node:
    if row.rule != "flowing_level" or len(levels_of(row.cells[0].text)) == 1:
        return row
    first = after is not None and after.rule == "flowing_level" and after.kinds == ("LEVEL2",)
    alone = first and "LEVEL1" not in levels_of(after.cells[0].text) if after is not None else False
    return evolve(row, kinds=("LEVEL1",) if alone else ("LEVEL2",))

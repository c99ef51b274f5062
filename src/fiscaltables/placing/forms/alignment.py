"""Which column each cell of a form's row is in: all orders-preserving ways, judged by what the cells and gaps show.

Tabbed text loses the blank cells of merged labels, flowing text all of them, so a cell is never bound by its index
alone. A way is possible where every cell fits its column; of the possible ones those stand that most known labels,
operators, units and kept gaps speak for. Where several are left, they are the readings of the row.
"""

import re
from collections.abc import Callable
from functools import cache

from attrs import frozen

from fiscaltables.placing.forms.leaves import NOTED_FLAG, OTHER, Leaf
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.forms.vocabulary import (
    TICKS,
    is_date,
    is_number,
    is_operator,
    is_unit,
    levels_of,
    split_operator,
)

Ways = tuple[tuple[int, ...], ...]
"""For each reading the column of every cell, by its index among the leaves."""

_LEVELS = frozenset({"LEVEL1_HEADING", "LEVEL2_HEADING"})
_MOST_WAYS = 8
_LONGEST_UNIT = 8
_LONGEST_NOTE = 8
_CODED = re.compile(r"[0-9A-Z]{8,}\s*[-—_].+")
_ORGANISATION = re.compile(r"\d{3,9}\s*[-—]?[^\d\s-].+")
_CATEGORY = re.compile(r"(?:\d{1,2}-)?[^\d\s]{2,10}类")
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]$")
_DATED = re.compile(r"\d.*[年月日天]|长期|全年")
_KNOWN, _SHOWN = 4, 2


@frozen
class _Cells:
    """The cells of a row and the leaves of its header; ``gaps`` whether blank cells between them are kept.

    ``any_unit`` lets an unknown word be the unit of what is no number.
    """

    cells: tuple[Cell, ...]
    leaves: tuple[Leaf, ...]
    gaps: bool
    any_unit: bool = False

    @property
    def name(self) -> int:
        """The index of the column of names; -1 where there is none."""
        return next((at for at, leaf in enumerate(self.leaves) if leaf.kind == "NAME_HEADING"), -1)


def aligned(cells: tuple[Cell, ...], leaves: tuple[Leaf, ...], *, gaps: bool) -> Ways:
    """Give the best ways to stand under the leaves; none where a cell fits no column in order.

    What stands behind the column of names has a name before it, an operator a value behind it, a unit a value before
    it. An unknown word is the unit of what is no number (提高, 其他) only where every cell stands in its place.
    """
    ways = _best(_Cells(cells, leaves, gaps))(0, -1)[1]
    if not ways and gaps:
        ways = in_place(cells, leaves, _best(_Cells(cells, leaves, gaps, any_unit=True))(0, -1)[1])
    return ways[:_MOST_WAYS]


def in_place(cells: tuple[Cell, ...], leaves: tuple[Leaf, ...], ways: Ways) -> Ways:
    """Give those ways in which every cell stands where the header has its column."""
    return tuple(
        way for way in ways if all(cell.column == leaves[leaf].column for cell, leaf in zip(cells, way, strict=True))
    )


def _best(row: _Cells) -> Callable[[int, int], tuple[int, Ways]]:
    name = row.name

    @cache
    def from_cell(at: int, last: int) -> tuple[int, Ways]:
        if at == len(row.cells):
            return (0, ((),)) if _may_end(row, last) else (0, ())
        found: list[tuple[int, Ways]] = []
        for leaf in range(last + 1, len(row.leaves)):
            if last < name < leaf:
                break
            fits = _follows(row, last, leaf) and not _strange_unit(row, at, leaf)
            shown = _shows(row.cells[at], row.leaves[leaf]) if fits else None
            if shown == 0 and not row.gaps and row.leaves[leaf].kind in _LEVELS:
                shown = None  # where no gap shows its column, only a known label is one of a level
            rest, ways = from_cell(at + 1, leaf) if shown is not None else (0, ())
            if ways and shown is not None:
                score = shown + _keeps_gap(row, at, last, leaf) + rest
                found.append((score, tuple((leaf, *way) for way in ways[:_MOST_WAYS])))
        top = max((score for score, _ in found), default=0)
        return top, tuple(way for score, ways in found if score == top for way in ways)

    return from_cell


def _follows(row: _Cells, last: int, leaf: int) -> bool:
    """Whether a column may be the next that is printed: no operator without a value, and no unit without one.

    Where the header has the value right behind the operator, and the unit right behind the value.
    """
    kinds = [each.kind for each in row.leaves]
    if kinds[leaf] == "UNIT_HEADING" and leaf and kinds[leaf - 1] == "VALUE_HEADING":
        return last == leaf - 1
    if last >= 0 and kinds[last : last + 2] == ["OPERATOR_HEADING", "VALUE_HEADING"]:
        return leaf == last + 1
    return True


def _may_end(row: _Cells, last: int) -> bool:
    kinds = [each.kind for each in row.leaves]
    return last < 0 or kinds[last : last + 2] != ["OPERATOR_HEADING", "VALUE_HEADING"]


def _strange_unit(row: _Cells, at: int, leaf: int) -> bool:
    """Whether an unknown word would be the unit of what is no number."""
    if row.any_unit or row.leaves[leaf].kind != "UNIT_HEADING" or at == 0:
        return False
    behind = row.leaves[leaf - 1].kind == "VALUE_HEADING"
    value = row.cells[at - 1 : at] if behind else row.cells[at + 1 : at + 2]
    return not is_unit(row.cells[at].text) and not any(is_number(cell.text) for cell in value)


def _keeps_gap(row: _Cells, at: int, last: int, leaf: int) -> int:
    if not row.gaps or last < 0:
        return 0
    printed = row.cells[at].column - row.cells[at - 1].column
    return int(printed == row.leaves[leaf].column - row.leaves[last].column)


def _shows(cell: Cell, leaf: Leaf) -> int | None:
    """Give how much speaks for a cell under a leaf; None where it cannot stand there."""
    text, kind = cell.text, leaf.kind
    if text in TICKS:
        return _SHOWN if kind in {"FLAG_HEADING", NOTED_FLAG} else None
    if kind == "OPERATOR_HEADING" or is_operator(text):
        operator = kind == "OPERATOR_HEADING" and (is_operator(text) or text == "0")
        return (_SHOWN if is_operator(text) else 0) if operator else None
    return _CHECKS[kind](text) if kind in _CHECKS else _as_text(text)


def _level(level: str) -> Callable[[str], int | None]:
    def shows(text: str) -> int | None:
        known = levels_of(text)
        if level in known:
            return _KNOWN if level == "LEVEL2" or len(known) == 1 else _KNOWN - _SHOWN
        return None if known or not _is_words(text) else 0

    return shows


def _as_text(text: str) -> int | None:
    return 0 if _is_words(text) else None


def _as_name(text: str) -> int | None:
    return None if not _is_words(text) or split_operator(text) or text in {"-", "—"} else 0


def _as_value(text: str) -> int | None:
    return _SHOWN if split_operator(text) else 0


def _as_unit(text: str) -> int | None:
    if is_unit(text):
        return _SHOWN
    short = (
        len(_BRACKETED.sub("", text)) <= _LONGEST_UNIT
        and _is_words(text)
        and not re.search(r"\d", text)
        and not levels_of(text)
    )
    return 0 if short else None


def _as_deadline(text: str) -> int | None:
    return _SHOWN if is_date(text) else 0 if _DATED.search(text) else None


def _as_number(text: str) -> int | None:
    return 0 if is_number(text) or text in {"-", "—", "/"} else None


def _as_completion(text: str) -> int | None:
    return 0 if is_number(text) or len(text) <= _LONGEST_NOTE else None


def _matching(pattern: re.Pattern[str]) -> Callable[[str], int | None]:
    def shows(text: str) -> int | None:
        return _KNOWN if pattern.fullmatch(text) else _as_text(text)

    return shows


def _as_goal(text: str) -> int | None:
    return (_SHOWN if re.search("[，。；,;]", text) else 0) if _is_words(text) and not levels_of(text) else None


def _is_words(text: str) -> bool:
    return not (is_number(text) or is_date(text))


def _nothing_else(text: str) -> int | None:  # noqa: ARG001  a column of ticks holds nothing else
    return None


def _anything(text: str) -> int | None:  # noqa: ARG001  every text may be a value
    return 0


_CHECKS: dict[str, Callable[[str], int | None]] = {
    "LEVEL1_HEADING": _level("LEVEL1"),
    "LEVEL2_HEADING": _level("LEVEL2"),
    "NAME_HEADING": _as_name,
    "VALUE_HEADING": _as_value,
    "UNIT_HEADING": _as_unit,
    "DEADLINE_HEADING": _as_deadline,
    "ACTUAL_HEADING": _anything,
    "COMPLETION_HEADING": _as_completion,
    "WEIGHT_HEADING": _as_number,
    "SCORE_HEADING": _as_number,
    "SERIAL_HEADING": _as_number,
    "FLAG_HEADING": _nothing_else,
    NOTED_FLAG: _as_text,
    "AMOUNT_LABEL": _as_number,
    "PROJECT_LABEL": _matching(_CODED),
    "IMPLEMENTER_LABEL": _matching(_ORGANISATION),
    "CATEGORY_LABEL": _matching(_CATEGORY),
    "CODE_LABEL": _as_name,
    "GOAL_LABEL": _as_goal,
    "BUDGET": _as_number,
    "ADJUSTED": _as_number,
    "EXECUTED": _as_number,
    "RATE": _as_number,
    "WEIGHT": _as_number,
    "SCORE": _as_number,
    OTHER: _anything,
}

"""The code of a line: whole in one cell, or in parts in columns of their own (类, 款, 项)."""

from collections.abc import Sequence

from attrs import frozen

from fiscaltables.model.codes import Code, code_from
from fiscaltables.placing.headers import Column
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import code_kinds, figure_kind, joined, part_of_code
from fiscaltables.recognising.vocabulary import is_total

_LENGTHS = (3, 2, 2)


@frozen
class Coded:
    """What the columns of codes of a row say: a code, or what is printed instead of a whole one, or a total's label."""

    code: Code | None = None
    printed: str | None = None
    label: str | None = None


def coded(cells: Sequence[Cell]) -> Coded:
    """Give what the cells of one code say, in the order of their columns: one cell, or one for each part."""
    printed = [cell for cell in cells if not cell.blank]
    if not printed:
        return Coded()
    if not all(cell.text.isdecimal() for cell in printed):
        return Coded(label=joined(cell.text.strip() for cell in printed).replace(" ", ""))
    digits = _whole([cell.text for cell in cells])
    return Coded(code_from(digits)) if digits else Coded(printed=" ".join(cell.text for cell in printed))


def may_stand(cell: Cell, column: Column) -> bool:
    """Whether a cell that is not blank may stand in a column of codes: a code, a part of one, or a total's label."""
    part = column.kinds[-1] == "CODE_PART" and part_of_code(cell.text)
    return part or bool(code_kinds(cell.text)) or (not figure_kind(cell.text) and is_total(cell.text))


def code_columns(columns: Sequence[Column]) -> tuple[int, ...]:
    """Give the columns of the first code: one, or those of its parts under the same heading."""
    found = [index for index, column in enumerate(columns) if column.role == "code"]
    if not found or columns[found[0]].kinds[-1] != "CODE_PART":
        return tuple(found[:1])
    above = columns[found[0]].path[:-1]
    return tuple(index for index in found if columns[index].path[:-1] == above)


def _whole(parts: list[str]) -> str | None:
    """Give the digits of the code that parts make up, None where a part before is not printed.

    A part may repeat what stands before it (201, 20126): then the last is whole.
    """
    printed = [part for part in parts if part]
    whole, last = "".join(printed), printed[-1]
    in_order = parts[: len(printed)] == printed and tuple(map(len, printed)) == _LENGTHS[: len(printed)]
    if len(printed) > 1 and in_order and _is_code(whole):
        return whole
    return last if _is_code(last) and all(last.startswith(part) for part in printed) else None


def _is_code(digits: str) -> bool:
    return code_kinds(digits) not in {(), ("CUT_CODE",)}

"""Several sets of columns side by side: 人员经费 and 公用经费, or one list cut into pieces."""

from itertools import groupby

from attrs import evolve, frozen

from fiscaltables.model.tables import Line
from fiscaltables.placing.headers import Column
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import code_kinds
from fiscaltables.recognising.vocabulary import heading_kinds, normal

_PERSONNEL = frozenset({"301", "303"})
_TOTALS = {"人员经费": "PERSONNEL", "公用经费": "RUNNING_COSTS"}


@frozen
class Block:
    """One of several sets of columns that stand side by side, from column ``start`` on."""

    start: int
    columns: tuple[Column, ...]
    heading: str | None


def blocks_of(columns: tuple[Column, ...]) -> tuple[Block, ...]:
    """Cut the columns where the first heading stands again; blocks alike share the columns of the first."""
    labels = [(column.path[-1], column.role) if column.path else None for column in columns]
    starts = [index for index, label in enumerate(labels) if label == labels[0]]
    if len(starts) < 2 or columns[0].role not in {"code", "text"}:  # noqa: PLR2004  a single block
        return (Block(0, columns, None),)
    ends = [*starts[1:], len(columns)]
    runs = [columns[start:end] for start, end in zip(starts, ends, strict=True)]
    alike = len({tuple(column.path[-1] for column in run) for run in runs}) == 1
    if not alike or not all(any(column.role == "figure" for column in run) for run in runs):
        return (Block(0, columns, None),)
    headed = all(len(column.path) > 1 and column.path[0] == run[0].path[0] for run in runs for column in run)
    return tuple(
        Block(start, tuple(column.below(int(headed)) for column in run), run[0].path[0] if headed else None)
        for start, run in zip(starts, runs, strict=True)
    )


def in_its_block(cell: Cell, column: Column, block: Block) -> bool:
    """Whether a code may stand under the heading of its block: 301 and 303 are 人员经费, all others 公用经费.

    Source: the national template of 基本支出决算表 (docs/families.md).
    """
    kind = _kind_of(block.heading)
    if column.role != "code" or not code_kinds(cell.text) or kind not in {"PERSONNEL", "RUNNING_COSTS"}:
        return True
    return (cell.text[:3] in _PERSONNEL) is (kind == "PERSONNEL")


def by_block(lines: tuple[Line, ...], blocks: tuple[Block, ...]) -> tuple[Line, ...]:
    """Put the lines of flowing blocks in the order of the blocks, which their codes show."""
    headings = {_kind_of(block.heading): block.heading for block in blocks}
    if set(headings) == {None}:
        return _left_first(lines, len(blocks))
    if set(headings) != {"PERSONNEL", "RUNNING_COSTS"}:
        return lines
    placed = [evolve(line, block=headings.get(_kind_of_line(line))) for line in lines]
    return tuple(sorted(placed, key=_order))


def _left_first(lines: tuple[Line, ...], blocks: int) -> tuple[Line, ...]:
    """Put the lines of blocks without headings left list first, where the codes of each list grow.

    Of as many lines as there are blocks, printed on one line of text, the first is the left; any other goes on with the
    list whose last code it follows. Totals have a row of their own, also where rows run on in one line.
    """
    lists: list[list[Line]] = []
    for _, printed in groupby(lines, key=lambda line: (line.span.line, line.code is None)):
        beside = list(printed)
        for at, line in enumerate(beside):
            place = at if 1 < len(beside) <= blocks else _list_of(line, lists)
            lists += [[]] * (place + 1 - len(lists))
            lists[place] = [*lists[place], line]
    grow = all(codes == sorted(codes) for codes in ([str(line.code) for line in found if line.code] for found in lists))
    return tuple(line for found in lists for line in found) if grow else lines


def _list_of(line: Line, lists: list[list[Line]]) -> int:
    """Give the list that a line printed alone goes on with: the one of its 类, else the last with a lower code."""
    lasts = [next((str(one.code) for one in reversed(found) if one.code), "") for found in lists]
    code = str(line.code or "")
    alike = [at for at, last in enumerate(lasts) if last[:3] == code[:3] and last < code]
    lower = [at for at, last in enumerate(lasts) if last < code]
    return (alike or lower or [0])[-1]


def block_of(line: Line, blocks: tuple[Block, ...]) -> int | None:
    """Give the block that a line belongs to by its code or its label; None where the headings do not tell."""
    kind = _kind_of_line(line)
    return next((index for index, block in enumerate(blocks) if kind and _kind_of(block.heading) == kind), None)


def _order(line: Line) -> tuple[bool, bool, str]:
    code = str(line.code or line.printed_code or "")
    return _kind_of_line(line) != "PERSONNEL", not code, code


def _kind_of_line(line: Line) -> str | None:
    """Give the kind of block that a line belongs to; a total that names neither belongs to none."""
    code = str(line.code or line.printed_code or "")
    if code:
        return "PERSONNEL" if code[:3] in _PERSONNEL else "RUNNING_COSTS"
    name = normal(line.name or "")
    return next((kind for label, kind in _TOTALS.items() if name.startswith(label)), None)


def _kind_of(heading: str | None) -> str | None:
    return next(iter(heading_kinds(heading or "")), None)

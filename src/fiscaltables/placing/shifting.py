"""A gridded row whose cells do not stand under their headings, bound by what its cells are."""

from collections.abc import Iterator
from itertools import takewhile

from attrs import evolve, frozen

from fiscaltables.errors import Problem
from fiscaltables.model.places import spanning
from fiscaltables.model.tables import Line, PrintedRow
from fiscaltables.placing.blocks import Block, block_of
from fiscaltables.placing.coding import code_columns, coded
from fiscaltables.placing.figures import SHIFTED, Frame, in_unit_of, misplaced, placed_amounts
from fiscaltables.placing.headers import Column
from fiscaltables.placing.texts import kept_together, key_of
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import code_kinds, figure_kind, joined, part_of_code
from fiscaltables.recognising.vocabulary import is_total


@frozen
class Bound:
    """What one printed row gives: lines by block, or the row unread."""

    by_block: dict[int, tuple[Line, ...]]
    unread: tuple[PrintedRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def shifted_row(cells: tuple[Cell, ...], blocks: tuple[Block, ...], frame: Frame) -> Bound:
    """Bind a row whose cells are not under their headings: each code or total takes the texts and figures behind it."""
    printed = tuple(cell for cell in cells if not cell.blank)
    groups = tuple(_groups(printed, blocks[0].columns))
    if len(groups) > len(blocks) or not all(_straight(group, blocks[0]) for group in groups):
        row, problem = misplaced(printed)
        return Bound({}, (row,), (problem,))
    lines: dict[int, tuple[Line, ...]] = {}
    problems: list[Problem] = []
    for group in groups:
        line, found = _line(group, blocks[0].columns, frame)
        problems += found
        index = block_of(line, blocks)
        heading = blocks[index].heading if index is not None else None
        lines[index or 0] = (*lines.get(index or 0, ()), evolve(line, block=heading))
    return Bound(lines, (), tuple(problems))


def _groups(cells: tuple[Cell, ...], columns: tuple[Column, ...]) -> Iterator[tuple[Cell, ...]]:
    """Cut a row before every code or total that stands behind a text or a figure; a code needs a text behind it."""
    group: list[Cell] = []
    for at, cell in enumerate(cells):
        begins = is_total(cell.text) or bool(_code(cells[at:], columns))
        if group and begins and (len(group) > 1 or is_total(group[0].text)):
            yield tuple(group)
            group = []
        group.append(cell)
    yield tuple(group)


def _code(cells: tuple[Cell, ...], columns: tuple[Column, ...]) -> tuple[Cell, ...]:
    """Give the cells of the code that stands here with a text behind it: its first part, then two digits for each."""
    most = len(code_columns(columns))
    if not most or not code_kinds(cells[0].text):
        return ()
    parts = tuple(takewhile(lambda cell: part_of_code(cell.text), cells[1:most]))
    behind = cells[1 + len(parts) : 2 + len(parts)]
    return (cells[0], *parts) if behind and not figure_kind(behind[0].text) else ()


def _straight(group: tuple[Cell, ...], block: Block) -> bool:
    """Whether a group is a code, texts for which there is room, and figures, in this order."""
    _, texts, figures = _pieces(group, block.columns)
    room = sum(column.role == "text" for column in block.columns)
    return all(figure_kind(cell.text) for cell in figures) and len(texts) <= max(room, 1)


def _pieces(
    group: tuple[Cell, ...], columns: tuple[Column, ...]
) -> tuple[tuple[Cell, ...], tuple[Cell, ...], tuple[Cell, ...]]:
    """Part a group into its code, which may have no text behind it here, its texts and its figures."""
    may_be_code = bool(code_columns(columns)) and bool(code_kinds(group[0].text))
    code = _code(group, columns) or (group[:1] if may_be_code else ())
    rest = group[len(code) :]
    count = next((index for index, cell in enumerate(rest) if figure_kind(cell.text)), len(rest))
    return code, rest[:count], rest[count:]


def _line(group: tuple[Cell, ...], columns: tuple[Column, ...], frame: Frame) -> tuple[Line, tuple[Problem, ...]]:
    code, texts, figures = _pieces(group, columns)
    room = [column for column in columns if column.role == "text"]
    placed = placed_amounts(figures, frame, SHIFTED)
    said = coded(code)
    names = [joined(cell.text.split()) for cell in texts]
    span = spanning(tuple(cell.span for cell in group))
    if names and len(names) < len(room) and not is_total(names[0]):
        further, problem = kept_together(texts, room)
        return Line(said.code, None, placed.amounts, span, said.printed, further), (*placed.problems, problem)
    if room and room[0].names_items:
        placed = in_unit_of(names[0] if names else None, placed)
    further = {key_of(column): text for column, text in zip(room[1:], names[1:], strict=False)}
    return Line(said.code, names[0] if names else None, placed.amounts, span, said.printed, further), placed.problems

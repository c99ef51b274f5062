"""A gridded row bound to its columns: cell by cell where it fits the header, else by what its cells are."""

from collections.abc import Iterator

from attrs import evolve

from fiscaltables.errors import Problem
from fiscaltables.model.places import spanning
from fiscaltables.model.tables import Line
from fiscaltables.placing.blocks import Block, in_its_block
from fiscaltables.placing.coding import Coded, code_columns, coded, may_stand
from fiscaltables.placing.figures import Frame, adds_up, in_unit_of, printed_amounts
from fiscaltables.placing.headers import Column
from fiscaltables.placing.shifting import Bound, shifted_row
from fiscaltables.placing.texts import by_heading, key_of
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import figure_kind, joined
from fiscaltables.recognising.grammar import Node

_NUMBERING = frozenset({"SERIAL"})
_NAMELESS = frozenset({"SERIAL", "REMARK"})


def bind_row(row: Node, blocks: tuple[Block, ...], frame: Frame, *, trimmed: bool) -> Bound:
    """Bind a row; ``trimmed`` tells whether the trailing blank cells of every row are cut off."""
    cells = row.cells
    width = blocks[-1].start + len(blocks[-1].columns)
    whole = len(cells) >= width or trimmed
    if whole and all(cell.blank for cell in cells[width:]) and all(_fits(cells, block) for block in blocks):
        padded = len(cells) < width and len(blocks) == 1
        if not padded or _adds_up(cells, blocks[0], frame):
            return _by_cell(cells, blocks, frame)
    return shifted_row(cells, blocks, frame)


def _fits(cells: tuple[Cell, ...], block: Block) -> bool:
    return all(_stands(cell, column) and in_its_block(cell, column, block) for cell, column in _under(cells, block))


def _stands(cell: Cell, column: Column) -> bool:
    """Whether a cell can stand in a column of its role."""
    figure = figure_kind(cell.text)
    if cell.blank or column.role == "figure":
        return cell.blank or figure is not None
    if column.role == "code":
        return may_stand(cell, column)
    if column.role == "text":
        return figure in {None, "DASH"} or column.kinds[-1] in _NUMBERING
    return figure == "AMOUNT"


def _adds_up(cells: tuple[Cell, ...], block: Block, frame: Frame) -> bool:
    figures = [cell.text for cell, column in _under(cells, block) if column.role == "figure"]
    return adds_up({index: text for index, text in enumerate(figures) if text}, frame)


def _under(cells: tuple[Cell, ...], block: Block) -> Iterator[tuple[Cell, Column]]:
    return zip(cells[block.start : block.start + len(block.columns)], block.columns, strict=False)


def _by_cell(cells: tuple[Cell, ...], blocks: tuple[Block, ...], frame: Frame) -> Bound:
    """Bind every cell to the column over it; figures without a label belong to the total labelled to their left."""
    lines: dict[int, tuple[Line, ...]] = {}
    problems: list[Problem] = []
    waiting: int | None = None
    for index, block in enumerate(blocks):
        here = tuple(_under(cells, block))
        if all(cell.blank for cell, _ in here):
            continue
        shared = tuple((cell, blocks[0].columns[at]) for at, (cell, _) in enumerate(here))
        line, found = _line(shared, frame, block.heading)
        problems += found
        bare = not (line.code or line.printed_code or line.name or line.texts)
        if bare and waiting is not None:
            labelled = lines[waiting][0]
            lines[waiting] = (evolve(labelled, amounts=line.amounts, span=spanning((labelled.span, line.span))),)
            waiting = None
            continue
        lines[index] = (line,)
        waiting = index if line.name and not line.code and not line.amounts else None
    return Bound(lines, (), tuple(problems))


def _line(here: tuple[tuple[Cell, Column], ...], frame: Frame, block: str | None) -> tuple[Line, tuple[Problem, ...]]:
    placed = printed_amounts(tuple(pair for pair in here if pair[1].role == "figure"), frame)
    said, further = _codes(here)
    name, texts = _named(here)
    if any(pair[1].names_items for pair in here):
        placed = in_unit_of(name, placed)
    if said.label and name:
        texts = ((key_of(next(column for _, column in here if column.role == "text")), name), *texts)
    span = spanning(tuple(cell.span for cell, _ in here if cell.text))
    kept = by_heading((*texts, *further))
    return Line(said.code, said.label or name, placed.amounts, span, said.printed, kept, block), placed.problems


def _codes(here: tuple[tuple[Cell, Column], ...]) -> tuple[Coded, Iterator[tuple[str, str]]]:
    """Give what the first code says, of which parts may stand in columns of their own; further codes are texts."""
    first = code_columns([column for _, column in here])
    printed = [index for index, (cell, column) in enumerate(here) if column.role == "code" and cell.text]
    if len(first) == 1:
        first = tuple(printed[:1])
    further = ((key_of(here[index][1]), here[index][0].text) for index in printed if index not in first)
    return coded([here[index][0] for index in first]), further


def _named(here: tuple[tuple[Cell, Column], ...]) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """Give the name of a line, the first text under the first heading of names, and its other texts by heading."""
    texts = [(column, joined(cell.text.split())) for cell, column in here if column.role == "text"]
    path = next((column.path for column, _ in texts if column.kinds[-1] not in _NAMELESS), None)
    named = next((index for index, (column, text) in enumerate(texts) if text and column.path == path), None)
    others = ((key_of(column), text) for index, (column, text) in enumerate(texts) if text and index != named)
    return texts[named][1] if named is not None else None, tuple(others)

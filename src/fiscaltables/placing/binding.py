"""A gridded row bound to its columns: cell by cell where it fits the header, else by what its cells are."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.codes import Code, code_from
from fiscaltables.model.places import spanning
from fiscaltables.model.tables import Line, PrintedRow
from fiscaltables.placing.blocks import Block, block_of, in_its_block
from fiscaltables.placing.figures import SHIFTED, Frame, adds_up, misplaced, placed_amounts, printed_amounts
from fiscaltables.placing.headers import Column
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import code_kinds, figure_kind, joined
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.vocabulary import is_total

_BORDER = "／"


@frozen
class Bound:
    """What one printed row gives: lines by block, or the row unread."""

    by_block: dict[int, tuple[Line, ...]]
    unread: tuple[PrintedRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def bind_row(row: Node, blocks: tuple[Block, ...], frame: Frame, *, trimmed: bool) -> Bound:
    """Bind a row; ``trimmed`` tells whether the trailing blank cells of every row are cut off."""
    cells = row.cells
    width = blocks[-1].start + len(blocks[-1].columns)
    whole = len(cells) >= width or trimmed
    if whole and all(cell.blank for cell in cells[width:]) and all(_fits(cells, block) for block in blocks):
        padded = len(cells) < width and len(blocks) == 1
        if not padded or _adds_up(cells, blocks[0], frame):
            return _by_cell(cells, blocks, frame)
    return _shifted_row(cells, blocks, frame)


def code_cell(cell: Cell | None) -> tuple[Code | None, str | None, str | None]:
    """Give the code, or its print where it is cut off, or the label of a total that stands in the code's column."""
    if cell is None:
        return None, None, None
    kinds = code_kinds(cell.text)
    if not kinds:
        return None, None, joined(cell.text.split())
    return (None, cell.text, None) if kinds == ("CUT_CODE",) else (code_from(cell.text), None, None)


def kept_together(cells: Sequence[Cell], columns: Sequence[Column]) -> tuple[dict[str, str], Problem]:
    """Keep texts whose columns are not settled under the headings of all of them."""
    headings = _BORDER.join(key_of(column) for column in columns)
    message = (
        f"which of the columns {headings.replace(_BORDER, ', ')} the text stands in is not settled; it is kept whole"
    )
    problem = Problem(Severity.WARNING, "text-border", message, spanning(tuple(cell.span for cell in cells)))
    return {headings: joined(cell.text for cell in cells)}, problem


def key_of(column: Column) -> str:
    """Give the heading that a text column's texts are kept under."""
    return "/".join(column.path)


def _fits(cells: tuple[Cell, ...], block: Block) -> bool:
    return all(_stands(cell, column) and in_its_block(cell, column, block) for cell, column in _under(cells, block))


def _stands(cell: Cell, column: Column) -> bool:
    """Whether a cell can stand in a column of its role."""
    figure = figure_kind(cell.text)
    if cell.blank or column.role == "figure":
        return cell.blank or figure is not None
    if column.role == "code":
        return bool(code_kinds(cell.text)) or (figure is None and is_total(cell.text))
    if column.role == "text":
        return figure in {None, "DASH"} or column.kinds[-1] == "SERIAL"
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
        bare = line.code is None and line.printed_code is None and line.name is None
        if bare and waiting is not None:
            lines[waiting] = (evolve(lines[waiting][0], amounts=line.amounts),)
            waiting = None
            continue
        lines[index] = (line,)
        waiting = index if line.name and not line.code and not line.amounts else None
    return Bound(lines, (), tuple(problems))


def _line(here: tuple[tuple[Cell, Column], ...], frame: Frame, block: str | None) -> tuple[Line, tuple[Problem, ...]]:
    placed = printed_amounts(tuple(pair for pair in here if pair[1].role == "figure"), frame)
    code = next((cell for cell, column in here if column.role == "code" and cell.text), None)
    texts = [(column, joined(cell.text.split()) or None) for cell, column in here if column.role == "text"]
    named = next((index for index, (column, _) in enumerate(texts) if column.kinds[-1] != "SERIAL"), None)
    name = texts.pop(named)[1] if named is not None else None
    digits, cut, label = code_cell(code)
    span = spanning(tuple(cell.span for cell, _ in here if cell.text))
    further = _by_heading((key_of(column), text) for column, text in texts if text)
    if label and name and named is not None:
        further |= {key_of(next(column for _, column in here if column.role == "text")): name}
    return Line(digits, label or name, placed.amounts, span, cut, further, block), placed.problems


def _by_heading(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give texts by their heading; a heading that is printed again is numbered."""
    found: dict[str, str] = {}
    for heading, text in texts:
        again = sum(key == heading or key.startswith(f"{heading} (") for key in found)
        found[f"{heading} ({again + 1})" if again else heading] = text
    return found


def _shifted_row(cells: tuple[Cell, ...], blocks: tuple[Block, ...], frame: Frame) -> Bound:
    """Bind a row whose cells are not under their headings: each code or total takes the texts and figures behind it."""
    printed = tuple(cell for cell in cells if not cell.blank)
    groups = tuple(_groups(printed, coded=any(column.role == "code" for column in blocks[0].columns)))
    if len(groups) > len(blocks) or not all(_straight(group, blocks[0]) for group in groups):
        row, problem = misplaced(printed)
        return Bound({}, (row,), (problem,))
    lines: dict[int, tuple[Line, ...]] = {}
    problems: list[Problem] = []
    for group in groups:
        line, found = _shifted_line(group, blocks[0].columns, frame)
        problems += found
        index = block_of(line, blocks)
        heading = blocks[index].heading if index is not None else None
        lines[index or 0] = (*lines.get(index or 0, ()), evolve(line, block=heading))
    return Bound(lines, (), tuple(problems))


def _groups(cells: tuple[Cell, ...], *, coded: bool) -> Iterator[tuple[Cell, ...]]:
    """Cut a row before every code or total that stands behind a text or a figure; a code needs a text behind it."""
    group: list[Cell] = []
    for at, cell in enumerate(cells):
        named = at + 1 < len(cells) and not figure_kind(cells[at + 1].text)
        begins = is_total(cell.text) or (coded and named and bool(code_kinds(cell.text)))
        if group and begins and (len(group) > 1 or is_total(group[0].text)):
            yield tuple(group)
            group = []
        group.append(cell)
    yield tuple(group)


def _straight(group: tuple[Cell, ...], block: Block) -> bool:
    """Whether a group is a code, texts for which there is room, and figures, in this order."""
    _, texts, figures = _parts(group, block.columns)
    room = sum(column.role == "text" for column in block.columns)
    return all(figure_kind(cell.text) for cell in figures) and len(texts) <= max(room, 1)


def _parts(
    group: tuple[Cell, ...], columns: tuple[Column, ...]
) -> tuple[Cell | None, tuple[Cell, ...], tuple[Cell, ...]]:
    coded = any(column.role == "code" for column in columns) and bool(code_kinds(group[0].text))
    code, rest = (group[0], group[1:]) if coded else (None, group)
    count = next((index for index, cell in enumerate(rest) if figure_kind(cell.text)), len(rest))
    return code, rest[:count], rest[count:]


def _shifted_line(
    group: tuple[Cell, ...], columns: tuple[Column, ...], frame: Frame
) -> tuple[Line, tuple[Problem, ...]]:
    code, texts, figures = _parts(group, columns)
    room = [column for column in columns if column.role == "text"]
    placed = placed_amounts(figures, frame, SHIFTED)
    digits, cut, _ = code_cell(code)
    names = [joined(cell.text.split()) for cell in texts]
    span = spanning(tuple(cell.span for cell in group))
    if names and len(names) < len(room) and not is_total(names[0]):
        further, problem = kept_together(texts, room)
        return Line(digits, None, placed.amounts, span, cut, further), (*placed.problems, problem)
    further = {key_of(column): text for column, text in zip(room[1:], names[1:], strict=False)}
    return Line(digits, names[0] if names else None, placed.amounts, span, cut, further), placed.problems

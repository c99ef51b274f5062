"""The lines of a table of amounts, from what the grammar read."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.amounts import Path
from fiscaltables.model.codes import Code, code_from
from fiscaltables.model.places import spanning
from fiscaltables.model.tables import Line, PrintedRow
from fiscaltables.placing.borders import Word, split_texts
from fiscaltables.placing.columns import columns_of
from fiscaltables.placing.figures import Frame, adds_up, frame_of, placed_amounts, printed_amounts
from fiscaltables.placing.headers import Column
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import code_kinds, figure_kind, joined
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.tables import Recognised
from fiscaltables.recognising.vocabulary import heading_kinds, is_total, normal

_FIGURES = frozenset({"AMOUNT", "DASH", "UNREADABLE"})
_NAMES = frozenset({"NAME", "ITEM_NAME", "MORE"})
_TEXTS = _NAMES | {"TOTAL"}
_PERSONNEL = frozenset({"301", "303"})
_BORDER = "／"
_SHIFTED = "the row's cells are shifted against the header"
_FLOWING = "blank cells are lost in flowing text"


@frozen
class Lines:
    """The columns and lines of a table, the rows that could not be bound to it, and the problems met."""

    columns: tuple[Path, ...]
    lines: tuple[Line, ...]
    unread: tuple[PrintedRow, ...] = ()
    problems: tuple[Problem, ...] = ()


@frozen
class _Block:
    """One of several sets of columns that stand side by side, from column ``start`` on."""

    start: int
    columns: tuple[Column, ...]
    heading: str | None


def gridded_lines(read: Recognised, unit: str | None) -> Lines | None:
    """Give the lines of a table whose cells are known; a row that does not fit the header is bound by its sums.

    None where the header does not settle the columns.
    """
    bodies = tuple(row.cells for row in read.rows)
    columns = columns_of(read)
    if columns is None:
        return None
    blocks = _blocks(columns)
    first = blocks[0].columns
    frame = frame_of(_figures(first), _printed_figures(read.rows), unit)
    trimmed = not any(cells and cells[-1].blank for cells in bodies)
    rows = tuple(_gridded_row(row, blocks, frame, trimmed=trimmed) for row in read.rows)
    order = [line for index in range(len(blocks)) for row in rows for line in row.by_block.get(index, ())]
    unread = tuple(printed for row in rows for printed in row.unread)
    problems = tuple(problem for row in rows for problem in row.problems)
    return Lines(tuple(column.path for column in first), tuple(order), unread, problems)


def flowing_lines(read: Recognised, unit: str | None, known: frozenset[str], blanks: frozenset[int]) -> Lines | None:
    """Give the lines of a flowing table.

    ``known`` are texts known to be one cell of the first column, ``blanks`` the numbers of the lines that stand after a
    blank line.
    """
    found = columns_of(read)
    if found is None:
        return None
    blocks = _blocks(found)
    columns = blocks[0].columns
    frame = frame_of(_figures(columns), _printed_figures(read.rows), unit)
    texts = tuple(column for column in columns if column.role == "text")
    words = tuple(tuple(_words(row, blanks)) for row in read.rows)
    kinds = tuple(column.kinds[-1] for column in texts)
    split = split_texts(words, kinds, known) if texts else (None,) * len(words)
    built = [_flowing_line(row, cells, texts, frame) for row, cells in zip(read.rows, split, strict=True)]
    problems = tuple(problem for _, found in built for problem in found)
    lines = tuple(line for line, _ in built)
    ordered = _by_block(lines, blocks) if len(blocks) > 1 else lines
    return Lines(tuple(column.path for column in columns), ordered, (), problems)


@frozen
class _Bound:
    """What one printed row gives: lines by block, or the row unread."""

    by_block: dict[int, tuple[Line, ...]]
    unread: tuple[PrintedRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def _gridded_row(row: Node, blocks: tuple[_Block, ...], frame: Frame, *, trimmed: bool) -> _Bound:
    cells = row.cells
    width = blocks[-1].start + len(blocks[-1].columns)
    whole = len(cells) >= width or trimmed
    if whole and all(cell.blank for cell in cells[width:]) and all(_fits(cells, block) for block in blocks):
        padded = len(cells) < width and len(blocks) == 1
        if not padded or _adds_up(cells, blocks[0], frame):
            return _by_cell(cells, blocks, frame)
    return _shifted_row(cells, blocks, frame)


def _fits(cells: tuple[Cell, ...], block: _Block) -> bool:
    return all(_stands(cell, column) and _in_its_block(cell, column, block) for cell, column in _under(cells, block))


def _in_its_block(cell: Cell, column: Column, block: _Block) -> bool:
    """Whether a code may stand under the heading of its block: 301 and 303 are 人员经费, all others 公用经费.

    Source: the national template of 基本支出决算表 (docs/families.md).
    """
    kind = _kind_of(block.heading)
    if column.role != "code" or not code_kinds(cell.text) or kind not in {"PERSONNEL", "RUNNING_COSTS"}:
        return True
    return (cell.text[:3] in _PERSONNEL) is (kind == "PERSONNEL")


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


def _adds_up(cells: tuple[Cell, ...], block: _Block, frame: Frame) -> bool:
    figures = [cell.text for cell, column in _under(cells, block) if column.role == "figure"]
    return adds_up({index: text for index, text in enumerate(figures) if text}, frame)


def _under(cells: tuple[Cell, ...], block: _Block) -> Iterator[tuple[Cell, Column]]:
    return zip(cells[block.start : block.start + len(block.columns)], block.columns, strict=False)


def _by_cell(cells: tuple[Cell, ...], blocks: tuple[_Block, ...], frame: Frame) -> _Bound:
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
    return _Bound(lines, (), tuple(problems))


def _line(here: tuple[tuple[Cell, Column], ...], frame: Frame, block: str | None) -> tuple[Line, tuple[Problem, ...]]:
    placed = printed_amounts(tuple(pair for pair in here if pair[1].role == "figure"), frame)
    code = next((cell for cell, column in here if column.role == "code" and cell.text), None)
    texts = [(column, joined(cell.text.split()) or None) for cell, column in here if column.role == "text"]
    named = next((index for index, (column, _) in enumerate(texts) if column.kinds[-1] != "SERIAL"), None)
    name = texts.pop(named)[1] if named is not None else None
    digits, cut, label = _code_cell(code)
    span = spanning(tuple(cell.span for cell, _ in here if cell.text))
    further = _by_heading((_key(column), text) for column, text in texts if text)
    if label and name and named is not None:
        further |= {_key(next(column for _, column in here if column.role == "text")): name}
    return Line(digits, label or name, placed.amounts, span, cut, further, block), placed.problems


def _by_heading(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give texts by their heading; a heading that is printed again is numbered."""
    found: dict[str, str] = {}
    for heading, text in texts:
        again = sum(key == heading or key.startswith(f"{heading} (") for key in found)
        found[f"{heading} ({again + 1})" if again else heading] = text
    return found


def _code_cell(cell: Cell | None) -> tuple[Code | None, str | None, str | None]:
    """Give the code, or its print where it is cut off, or the label of a total that stands in the code's column."""
    if cell is None:
        return None, None, None
    kinds = code_kinds(cell.text)
    if not kinds:
        return None, None, joined(cell.text.split())
    return (None, cell.text, None) if kinds == ("CUT_CODE",) else (code_from(cell.text), None, None)


def _shifted_row(cells: tuple[Cell, ...], blocks: tuple[_Block, ...], frame: Frame) -> _Bound:
    """Bind a row whose cells are not under their headings: code, texts, then figures placed by the row's sums."""
    printed = tuple(cell for cell in cells if not cell.blank)
    columns = blocks[0].columns
    coded = any(column.role == "code" for column in columns) and bool(code_kinds(printed[0].text))
    code, rest = (printed[0], printed[1:]) if coded else (None, printed)
    count = next((index for index, cell in enumerate(rest) if figure_kind(cell.text)), len(rest))
    texts, figures = rest[:count], rest[count:]
    room = [column for column in columns if column.role == "text"]
    straight = len(blocks) == 1 and all(figure_kind(cell.text) for cell in figures) and len(texts) <= max(len(room), 1)
    if not straight:
        return _misplaced(printed)
    placed = placed_amounts(figures, frame, _SHIFTED)
    digits, cut, _ = _code_cell(code)
    names = [joined(cell.text.split()) for cell in texts]
    span = spanning(tuple(cell.span for cell in printed))
    if names and len(names) < len(room) and not is_total(names[0]):
        further, problem = _kept_together(texts, room)
        return _Bound({0: (Line(digits, None, placed.amounts, span, cut, further),)}, (), (*placed.problems, problem))
    further = {_key(column): text for column, text in zip(room[1:], names[1:], strict=False)}
    line = Line(digits, names[0] if names else None, placed.amounts, span, cut, further)
    return _Bound({0: (line,)}, (), placed.problems)


def _kept_together(cells: Sequence[Cell], columns: Sequence[Column]) -> tuple[dict[str, str], Problem]:
    """Keep texts whose columns are not settled under the headings of all of them."""
    headings = _BORDER.join(_key(column) for column in columns)
    message = (
        f"which of the columns {headings.replace(_BORDER, ', ')} the text stands in is not settled; it is kept whole"
    )
    problem = Problem(Severity.WARNING, "text-border", message, spanning(tuple(cell.span for cell in cells)))
    return {headings: joined(cell.text for cell in cells)}, problem


def _misplaced(cells: tuple[Cell, ...]) -> _Bound:
    span = spanning(tuple(cell.span for cell in cells))
    message = "the row's cells do not stand under the headings and cannot be told apart; the row is kept as printed"
    row = PrintedRow(tuple(cell.text for cell in cells), span)
    return _Bound({}, (row,), (Problem(Severity.ERROR, "misplaced-cells", message, span),))


def _flowing_line(
    row: Node, split: tuple[str | None, ...] | None, texts: tuple[Column, ...], frame: Frame
) -> tuple[Line, tuple[Problem, ...]]:
    pairs = tuple(zip(row.cells, row.kinds, strict=True))
    figures = tuple(cell for cell, kind in pairs if kind in _FIGURES)
    total = next((joined(cell.text.split()) for cell, kind in pairs if kind == "TOTAL"), None)
    words = [cell for cell, kind in pairs if kind in _TEXTS]
    code = next((cell for cell, kind in pairs if kind not in _FIGURES | _TEXTS), None)
    digits, cut, _ = _code_cell(code)
    placed = placed_amounts(figures, frame, _FLOWING)
    span = spanning(tuple(cell.span for cell in row.cells))
    name, further, problems = total, {}, placed.problems
    if total is None and split is not None:
        name = split[0]
        further = {_key(column): text for column, text in zip(texts[1:], split[1:], strict=True) if text}
    elif total is None and words:
        further, problem = _kept_together(words, texts)
        problems += (problem,)
    return Line(digits, name, placed.amounts, span, cut, further), problems


def _by_block(lines: tuple[Line, ...], blocks: tuple[_Block, ...]) -> tuple[Line, ...]:
    """Put the lines of flowing blocks in the order of the blocks, which their codes show."""
    headings = {_kind_of(block.heading): block.heading for block in blocks}
    if set(headings) != {"PERSONNEL", "RUNNING_COSTS"}:
        return lines
    placed = [evolve(line, block=headings["PERSONNEL" if _is_personnel(line) else "RUNNING_COSTS"]) for line in lines]
    last = "9" * 7
    return tuple(
        sorted(placed, key=lambda line: (not _is_personnel(line), str(line.code or line.printed_code or last)))
    )


def _is_personnel(line: Line) -> bool:
    code = str(line.code or line.printed_code or "")
    return code[:3] in _PERSONNEL if code else normal(line.name or "").startswith("人员经费")


def _kind_of(heading: str | None) -> str | None:
    return next(iter(heading_kinds(heading or "")), None)


def _words(row: Node, blanks: frozenset[int]) -> Iterator[Word]:
    for cell, kind in zip(row.cells, row.kinds, strict=True):
        if kind in _NAMES:
            yield Word(cell, cell.span.line in blanks)


def _blocks(columns: tuple[Column, ...]) -> tuple[_Block, ...]:
    """Cut the columns where the first heading stands again; blocks alike share the columns of the first."""
    labels = [(column.path[-1], column.role) if column.path else None for column in columns]
    starts = [index for index, label in enumerate(labels) if label == labels[0]]
    if len(starts) < 2 or columns[0].role not in {"code", "text"}:  # noqa: PLR2004  a single block
        return (_Block(0, columns, None),)
    ends = [*starts[1:], len(columns)]
    runs = [columns[start:end] for start, end in zip(starts, ends, strict=True)]
    alike = len({tuple(column.path[-1] for column in run) for run in runs}) == 1
    if not alike or not all(any(column.role == "figure" for column in run) for run in runs):
        return (_Block(0, columns, None),)
    headed = all(len(column.path) > 1 for column in columns)
    return tuple(
        _Block(start, tuple(column.below(int(headed)) for column in run), run[0].path[0] if headed else None)
        for start, run in zip(starts, runs, strict=True)
    )


def _figures(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    return tuple(column for column in columns if column.role == "figure")


def _printed_figures(rows: tuple[Node, ...]) -> Iterator[str]:
    for row in rows:
        for cell, kind in zip(row.cells, row.kinds, strict=True):
            if kind == "AMOUNT":
                yield cell.text


def _key(column: Column) -> str:
    return "/".join(column.path)


def known_names(*names: str | None) -> frozenset[str]:
    """Give names in the form that texts are compared in."""
    return frozenset(normal(name) for name in names if name)

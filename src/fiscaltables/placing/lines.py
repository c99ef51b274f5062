"""The lines of a table of amounts, from what the grammar read."""

from collections.abc import Iterator

from attrs import evolve, frozen

from fiscaltables.errors import Problem
from fiscaltables.model.amounts import Path
from fiscaltables.model.places import spanning
from fiscaltables.model.tables import Line, PrintedRow
from fiscaltables.placing.binding import bind_row
from fiscaltables.placing.blocks import blocks_of, by_block
from fiscaltables.placing.borders import Word, split_texts
from fiscaltables.placing.coding import coded
from fiscaltables.placing.columns import columns_of
from fiscaltables.placing.figures import FLOWING, Frame, frame_of, placed_amounts
from fiscaltables.placing.headers import Column, figures_of
from fiscaltables.placing.texts import kept_together, key_of
from fiscaltables.recognising.cells import joined
from fiscaltables.recognising.grammar import Node, tells_remarks
from fiscaltables.recognising.tables import Recognised
from fiscaltables.recognising.vocabulary import normal

_FIGURES = frozenset({"AMOUNT", "DASH", "UNREADABLE"})
_NAMES = frozenset({"NAME", "UNIT", "UNIT_LABEL", "ITEM_NAME", "MORE"})
_TEXTS = _NAMES | {"TOTAL"}
_BESIDE = frozenset({"ITEM_TOTAL", "REMARK_TEXT", "SERIAL_NUMBER"})
_APART = {"REMARK": "REMARK_TEXT", "SERIAL": "SERIAL_NUMBER"}
"""The columns whose cells the grammar tells by a kind of their own."""


@frozen
class Lines:
    """The columns and lines of a table, the rows that could not be bound to it, and the problems met."""

    columns: tuple[Path, ...]
    lines: tuple[Line, ...]
    unread: tuple[PrintedRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def gridded_lines(read: Recognised, unit: str | None) -> Lines | None:
    """Give the lines of a table whose cells are known; a row that does not fit the header is bound by its sums.

    None where the header does not settle the columns.
    """
    bodies = tuple(row.cells for row in read.rows)
    columns = columns_of(read)
    if columns is None:
        return None
    blocks = blocks_of(columns)
    first = blocks[0].columns
    frame = _frame(read, first, unit)
    trimmed = not any(cells and cells[-1].blank for cells in bodies)
    rows = tuple(bind_row(row, blocks, frame, trimmed=trimmed) for row in read.rows)
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
    blocks = blocks_of(found)
    columns = blocks[0].columns
    frame = _frame(read, columns, unit)
    told = read.entry.path is not None and tells_remarks(read.entry.path)
    apart = tuple(column for column in columns if told and column.kinds[-1] in _APART)
    texts = tuple(column for column in columns if column.role == "text" and column not in apart)
    words = tuple(tuple(_words(row, blanks)) for row in read.rows)
    kinds = tuple(column.kinds[-1] for column in texts)
    split = split_texts(words, kinds, known) if texts else (None,) * len(words)
    built = [_flowing_line(row, cells, texts, frame) for row, cells in zip(read.rows, split, strict=True)]
    problems = tuple(problem for _, found in built for problem in found)
    lines = tuple(_with_texts_apart(line, row, apart) for (line, _), row in zip(built, read.rows, strict=True))
    ordered = by_block(lines, blocks) if len(blocks) > 1 else lines
    return Lines(tuple(column.path for column in columns), ordered, (), problems)


def _frame(read: Recognised, columns: tuple[Column, ...], unit: str | None) -> Frame:
    """Give what places the figures of a table; a header that is known by its grid alone claims no sums."""
    frame = frame_of(figures_of(columns), _printed_figures(read.rows), unit)
    return evolve(frame, identities=()) if read.entry.by_grid else frame


def _flowing_line(
    row: Node, split: tuple[str | None, ...] | None, texts: tuple[Column, ...], frame: Frame
) -> tuple[Line, tuple[Problem, ...]]:
    pairs = tuple(zip(row.cells, row.kinds, strict=True))
    figures = tuple(cell for cell, kind in pairs if kind in _FIGURES)
    named = any(kind in _NAMES for kind in row.kinds)
    total = next((joined(cell.text.split()) for cell, kind in pairs if kind == "TOTAL" and not named), None)
    words = [cell for cell, kind in pairs if kind in _TEXTS]
    said = coded([cell for cell, kind in pairs if kind not in _FIGURES | _TEXTS | _BESIDE])
    placed = placed_amounts(figures, frame, FLOWING)
    span = spanning(tuple(cell.span for cell in row.cells))
    name, further, problems = total, {}, placed.problems
    if total is None and split is not None:
        name = split[0]
        further = {key_of(column): text for column, text in zip(texts[1:], split[1:], strict=True) if text}
    elif total is None and words:
        further, problem = kept_together(words, texts)
        problems += (problem,)
    beside = {f"{key_of(texts[0])} (2)": cell.text for cell, kind in pairs if kind == "ITEM_TOTAL"}
    return Line(said.code, name, placed.amounts, span, said.printed, further | beside), problems


def _with_texts_apart(line: Line, row: Node, columns: tuple[Column, ...]) -> Line:
    """Add the words that the grammar read as a remark or as the number of a row under their headings."""
    pairs = tuple(zip(row.cells, row.kinds, strict=True))
    words = {
        key_of(column): joined(cell.text for cell, kind in pairs if kind == _APART[column.kinds[-1]])
        for column in columns
    }
    said = {key: text for key, text in words.items() if text}
    return evolve(line, texts={**line.texts, **said}) if said else line


def _words(row: Node, blanks: frozenset[int]) -> Iterator[Word]:
    for cell, kind in zip(row.cells, row.kinds, strict=True):
        if kind in _NAMES:
            yield Word(cell, cell.span.line in blanks)


def _printed_figures(rows: tuple[Node, ...]) -> Iterator[str]:
    for row in rows:
        for cell, kind in zip(row.cells, row.kinds, strict=True):
            if kind == "AMOUNT":
                yield cell.text


def known_names(*names: str | None) -> frozenset[str]:
    """Give names in the form that texts are compared in."""
    return frozenset(normal(name) for name in names if name)

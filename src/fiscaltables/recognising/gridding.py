"""Rows of a ruled or tabbed table made ready for its grammar, and parted after it.

A row that was broken is mended, blank columns and headers printed again are left out, the rows that stand under
headings that spread are marked as headings. What the grammar reads as the last header row may hold the first row of the
body too.
"""

from collections.abc import Iterator
from itertools import takewhile

from attrs import evolve

from fiscaltables.model.places import spanning
from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.cells import Candidate, body_candidates, figure_kind, gridded_candidates, merged
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.vocabulary import heading_kinds, is_total

_FEWEST_HEADINGS = 2
_BESIDE = {"TOTAL": "total", "LANE": "lane"}


def candidates_of(rows: tuple[Row, ...], *, by_grid: bool = False) -> tuple[tuple[Candidate, ...], ...]:
    """Give the candidates of every row; the cells of a row under spreading headings are headings before all else.

    Where the header is known ``by_grid`` alone, no other row holds headings.
    """
    depth = header_depth(rows)
    header = (gridded_candidates(row, heading=at > 0) for at, row in enumerate(rows[:depth]))
    return (*header, *map(body_candidates if by_grid else gridded_candidates, rows[depth:]))


def header_depth(rows: tuple[Row, ...]) -> int:
    """Count the first rows whose cells all stand under headings that spread, as the grid alone shows.

    A heading spreads over the blank cells to its right. A row with a figure ends the header; so does a text that nobody
    knows under the first heading, which stands over labels. Beside 类, 款 and 项 the total may stand, with its figures.
    """
    width = max((len(row.cells) for row in rows), default=0)
    owners: list[tuple[int, ...]] = [()] * width
    for depth, row in enumerate(rows):
        printed = [index for index, cell in enumerate(row.cells) if not cell.blank]
        texts = not any(figure_kind(row.cells[index].text) for index in printed)
        under = all(owners.count(owners[index]) > 1 and _may_head(row, index, owners) for index in printed)
        if not printed or not texts or not under:
            return depth + (_count_parts(row) > 0)
        owners = _divided(owners, printed)
    return len(rows)


def _may_head(row: Row, index: int, owners: list[tuple[int, ...]]) -> bool:
    labels = bool(owners[0]) and owners[index][0] == owners[0][0]
    return not labels or bool(heading_kinds(row.cells[index].text))


def _divided(owners: list[tuple[int, ...]], printed: list[int]) -> list[tuple[int, ...]]:
    """Divide the columns under each heading at the cells of the next row."""
    found: list[tuple[int, ...]] = []
    for index, owner in enumerate(owners):
        goes_on = index > 0 and index not in printed and owners[index - 1] == owner
        found.append(found[-1] if goes_on else (*owner, index))
    return found


def parts_of(row: Node, *, known: bool = True) -> tuple[Node, ...]:
    """Give what one printed row holds: a header row and the total or 栏次, where that stands beside 类, 款 and 项.

    Where the headings are not ``known`` to the grammar, what they are is looked up.
    """
    if not known and row.rule == "header_row":
        row = evolve(row, kinds=tuple(map(_looked_up, row.cells, row.kinds)))
    at = next((index for index, kind in enumerate(row.kinds) if kind in _BESIDE), None)
    if row.rule != "header_row" or at is None:
        return (row,)
    blanks = tuple(evolve(cell, text="") for cell in row.cells[:at])
    header = evolve(row, cells=row.cells[:at], kinds=row.kinds[:at])
    kinds = (*("BLANK",) * at, *row.kinds[at:])
    return header, Node(_BESIDE[row.kinds[at]], (*blanks, *row.cells[at:]), kinds)


def _looked_up(cell: Cell, kind: str) -> str:
    return next(iter(heading_kinds(cell.text)), kind) if kind == "OTHER_HEADING" else kind


def unbroken(rows: tuple[Row, ...]) -> Iterator[Row]:
    """Join a row that was broken inside a cell: two pieces that make up the width of the header together."""
    width = max((len(row.cells) for row in _first_rows(rows)), default=0)
    before: Row | None = None
    for row in rows:
        if before is not None and _broken(before, row, width):
            before = _as_one(before, row)
            continue
        if before is not None:
            yield before
        before = row
    if before is not None:
        yield before


def _broken(first: Row, second: Row, width: int) -> bool:
    pieces = 1 < len(first.cells) < width > len(second.cells) > 1
    whole = len(first.cells) + len(second.cells) - 1 == width
    end, start = first.cells[-1].text, second.cells[0].text
    texts = bool(end and start) and not figure_kind(end) and not figure_kind(start) and not is_total(start)
    return pieces and whole and texts and not second.after_blank


def _as_one(first: Row, second: Row) -> Row:
    joint = merged((first.cells[-1], second.cells[0]))
    cells = (*first.cells[:-1], joint, *second.cells[1:])
    numbered = tuple(evolve(cell, column=column) for column, cell in enumerate(cells))
    return evolve(first, cells=numbered, span=spanning((first.span, second.span)))


def without_blank_columns(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Leave out the columns in which nothing is printed, neither a heading nor a cell.

    Not beyond the headings: where they are fewer than the columns, the header lost blank cells, not the body.
    """
    headed = max((len(row.cells) for row in _first_rows(rows)), default=0)
    printed = {index for row in rows for index, cell in enumerate(row.cells) if not cell.blank or index >= headed}
    return tuple(
        evolve(row, cells=tuple(cell for index, cell in enumerate(row.cells) if index in printed)) for row in rows
    )


def _first_rows(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Give the rows of the header: those with a known heading in them, before the first figure."""
    return tuple(takewhile(_may_be_header, rows))


def _may_be_header(row: Row) -> bool:
    if row.printed and "CODE_PART" in heading_kinds(row.printed[0].text):
        return True
    figures = any(figure_kind(cell.text) for cell in row.printed)
    return not figures and any(heading_kinds(cell.text) for cell in row.printed)


def without_repeated_header(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Take out the rows that print the first header again, on a page that goes on with the table."""
    first = _first_rows(rows)
    printed = {texts for row in first for texts in (_texts(row.cells), _texts(row.cells[: _count_parts(row)]))}
    again = [
        index
        for index, row in enumerate(rows)
        if index >= len(first) and len(row.printed) >= _FEWEST_HEADINGS and _texts(row.cells) in printed
    ]
    left_out = frozenset(again)
    kept = tuple(row for index, row in enumerate(rows) if index not in left_out)
    return kept, tuple(rows[index] for index in again)


def _count_parts(row: Row) -> int:
    """Count the headings 类, 款 and 项 that a row begins with; what stands beside them is not printed again."""
    return sum(1 for _ in takewhile(lambda cell: "CODE_PART" in heading_kinds(cell.text), row.cells))


def _texts(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    texts = [cell.text.replace(" ", "") for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)

"""Rows of a ruled or tabbed table made ready for its grammar.

A row that was broken is mended, blank columns and headers printed again are left out, a header row that holds the first
row of the body too is parted, and the rows that stand under headings that spread are marked as headings.
"""

from collections.abc import Iterator
from itertools import takewhile

from attrs import evolve

from fiscaltables.model.places import spanning
from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.cells import Candidate, body_candidates, figure_kind, gridded_candidates, merged
from fiscaltables.recognising.vocabulary import heading_kinds, is_total

_FEWEST_HEADINGS = 2


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
    knows under the first heading, which stands over labels.
    """
    owners = _first_owners(rows)
    for depth, row in enumerate(rows):
        if not row.printed or not all(_may_head(row, index, owners) for index in _printed(row)):
            return depth
        owners = _divided(owners, _printed(row))
    return len(rows)


def parted(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Part the row below the header that holds headings and the total, or 栏次, on one line.

    The headings stand under headings that spread (类, 款 and 项 under 科目编码), the others under those that do not.
    """
    depth = header_depth(rows)
    if not 0 < depth < len(rows):
        return rows
    row, owners = rows[depth], _first_owners(rows)
    for above in rows[:depth]:
        owners = _divided(owners, _printed(above))
    headings = [at for at in _printed(row) if heading_kinds(row.cells[at].text) and _may_head(row, at, owners)]
    others = [at for at in _printed(row) if at not in headings]
    if not headings or not others or not _begins_body(tuple(row.cells[at].text for at in others)):
        return rows
    return (*rows[:depth], _only(row, headings), _only(row, others), *rows[depth + 1 :])


def _first_owners(rows: tuple[Row, ...]) -> list[tuple[int, ...]]:
    return [()] * max((len(row.cells) for row in rows), default=0)


def _printed(row: Row) -> list[int]:
    return [index for index, cell in enumerate(row.cells) if not cell.blank]


def _may_head(row: Row, index: int, owners: list[tuple[int, ...]]) -> bool:
    """Whether a cell is a text that stands under a heading that spreads; under the first one it must be known."""
    text, owner = row.cells[index].text, owners[index]
    labels = bool(owner) and owner[0] == owners[0][0]
    known = not labels or bool(heading_kinds(text))
    return known and not figure_kind(text) and owners.count(owner) > 1


def _begins_body(texts: tuple[str, ...]) -> bool:
    """Whether texts are a total or 栏次 with the figures behind it."""
    label = is_total(texts[0]) or "LANE" in heading_kinds(texts[0])
    return label and all(map(figure_kind, texts[1:]))


def _only(row: Row, kept: list[int]) -> Row:
    cells = (cell if index in kept else evolve(cell, text="") for index, cell in enumerate(row.cells))
    return evolve(row, cells=tuple(cells))


def _divided(owners: list[tuple[int, ...]], printed: list[int]) -> list[tuple[int, ...]]:
    """Divide the columns under each heading at the cells of the next row."""
    found: list[tuple[int, ...]] = []
    for index, owner in enumerate(owners):
        goes_on = index > 0 and index not in printed and owners[index - 1] == owner
        found.append(found[-1] if goes_on else (*owner, index))
    return found


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
    """Take out the rows that print the first header again, on a page that goes on with the table.

    A row with a single heading is one only behind another of them.
    """
    first = _first_rows(rows)
    printed = {texts for row in first for texts in (_texts(row.cells), _texts(row.cells[: _count_parts(row)]))}
    kept, again = list(rows[: len(first)]), list[Row]()
    inside = False
    for row in rows[len(first) :]:
        inside = _texts(row.cells) in printed and (inside or len(row.printed) >= _FEWEST_HEADINGS)
        (again if inside else kept).append(row)
    return tuple(kept), tuple(again)


def _count_parts(row: Row) -> int:
    """Count the headings 类, 款 and 项 that a row begins with; what stands beside them is not printed again."""
    return sum(1 for _ in takewhile(lambda cell: "CODE_PART" in heading_kinds(cell.text), row.cells))


def _texts(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    texts = [cell.text.replace(" ", "") for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)

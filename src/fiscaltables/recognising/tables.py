"""A segment read through the grammar of a family: typed rows, and what was refused."""

from collections.abc import Iterator
from itertools import pairwise, takewhile
from pathlib import Path

from attrs import evolve, frozen

from fiscaltables.model.places import spanning
from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.cells import figure_kind, gridded_candidates, merged
from fiscaltables.recognising.families import FAMILIES, FamilyEntry, families_of_title
from fiscaltables.recognising.flowing import Print, flowing_candidates
from fiscaltables.recognising.grammar import Driven, Node, Refused, drive_rows, drive_words
from fiscaltables.recognising.headings import FlowingHeader, find_header, find_headers
from fiscaltables.recognising.labels import side_candidates
from fiscaltables.recognising.vocabulary import heading_kinds, is_total
from fiscaltables.segmenting.segments import Segment

_FURNITURE = frozenset({"lane", "separator", "blank", "spare", "flowing_lane"})
_FEWEST_HEADINGS = 2


@frozen
class Recognised:
    """What the grammar of a family read in a segment.

    ``header`` holds the header rows of a gridded table; ``templates`` the header as known templates have it, always of
    a flowing table, of a gridded one where there is one: several where the print does not say which it is.
    ``furniture`` counts the printed cells of headings, 栏次, repeated headers and separators.
    """

    entry: FamilyEntry
    layout: Layout
    rows: tuple[Node, ...]
    header: tuple[Node, ...]
    templates: tuple[Node, ...]
    refused: tuple[Refused, ...]
    furniture: int


def recognise(segment: Segment) -> Recognised | None:
    """Give the reading of a family that the title may be of, the one that refuses fewest rows, best family first.

    A table without a title is read as the only family that takes every row and knows every heading. None where no
    grammar takes the table's header, and where the title names no family.
    """
    named = families_of_title(segment.caption.title or "")
    if (named and named[0].path is None) or (segment.caption.title and not named):
        return None
    readings = [reading for entry in named for reading in (_read(segment, entry),) if reading]
    if named:
        return min(readings, key=lambda reading: len(reading.refused), default=None)
    readings = [reading for entry in FAMILIES.values() for reading in (_read(segment, entry),) if reading]
    clean = [reading for reading in readings if not reading.refused and _all_known(reading)]
    return clean[0] if len(clean) == 1 else None


def _read(segment: Segment, entry: FamilyEntry) -> Recognised | None:
    if entry.path is None:
        return None
    if segment.layout is Layout.FLOWING:
        return _flowing(segment, entry, entry.path)
    return _gridded(segment, entry, entry.path)


def _gridded(segment: Segment, entry: FamilyEntry, path: Path) -> Recognised | None:
    rows, repeated = _without_repeated_header(_without_blank_columns(segment.rows))
    rows = tuple(_unbroken(rows))
    driven = drive_rows(path, tuple(map(gridded_candidates, rows)))
    header = tuple(row for row in driven.rows if row.rule == "header_row")
    if not header:
        return None
    body = tuple(row for row in driven.rows if row.rule != "header_row" and row.rule not in _FURNITURE)
    furniture = (row for row in driven.rows if row.rule == "header_row" or row.rule in _FURNITURE)
    cells = sum(map(_printed, (*(row.cells for row in furniture), *(row.cells for row in repeated))))
    labels = tuple(cell for row in header for cell in row.cells if not cell.blank)
    whole = tuple(found.tree for found in find_headers(path, labels) if found.words == len(labels) and not found.spare)
    return Recognised(entry, segment.layout, body, header, whole, driven.refused, cells)


def _unbroken(rows: tuple[Row, ...]) -> Iterator[Row]:
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


def _without_blank_columns(rows: tuple[Row, ...]) -> tuple[Row, ...]:
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
    figures = any(figure_kind(cell.text) for cell in row.printed)
    return not figures and any(heading_kinds(cell.text) for cell in row.printed)


def _without_repeated_header(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Take out the rows that print the first header again, on a page that goes on with the table."""
    first = _first_rows(rows)
    printed = {_texts(row) for row in first if len(row.printed) >= _FEWEST_HEADINGS}
    again = [index for index, row in enumerate(rows) if index >= len(first) and _texts(row) in printed]
    left_out = frozenset(again)
    kept = tuple(row for index, row in enumerate(rows) if index not in left_out)
    return kept, tuple(rows[index] for index in again)


def _texts(row: Row) -> tuple[str, ...]:
    texts = [cell.text.replace(" ", "") for cell in row.cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _flowing(segment: Segment, entry: FamilyEntry, path: Path) -> Recognised | None:
    first, *later = segment.parts
    headers = find_headers(path, _words(first))
    if not headers:
        return None
    header = headers[0]
    printed = "".join(cell.text for cell in _words(first)[: header.words])
    first, *inside = _split_before(first, printed)
    if inside and not _after(first, header):
        return None  # the header is printed twice side by side, which no template of the family has
    later = [*inside, *(piece for part in later for piece in _split_before(part, printed))]
    bodies = [_after(first, header)]
    furniture = header.words
    for part in later:
        again = find_header(path, _words(part))
        bodies.append(_after(part, again) if again else part)
        furniture += again.words if again else 0
    driven = _drive_flowing(path, entry, header, tuple(row for body in bodies for row in body))
    if driven.refused and driven.refused[0].cells and _begins_with(bodies, driven.refused[0]):
        return None
    rows = tuple(row for row in driven.rows if row.rule not in _FURNITURE)
    furniture += sum(len(row.cells) for row in driven.rows if row.rule in _FURNITURE)
    furniture += sum(cell.text.strip("#") == "" for body in bodies for row in body for cell in row.cells)
    return Recognised(
        entry, Layout.FLOWING, rows, (), tuple(found.tree for found in headers), driven.refused, furniture
    )


def _split_before(rows: tuple[Row, ...], header: str) -> list[tuple[Row, ...]]:
    """Cut rows before every line at which the whole header is printed again."""
    starts = [0, *(at for at in range(1, len(rows)) if _prints(rows[at : at + len(header)], header))]
    return [rows[start:end] for start, end in pairwise([*starts, len(rows)])]


def _prints(rows: tuple[Row, ...], header: str) -> bool:
    left = header
    for cell in _words(rows):
        if not left or not left.startswith(cell.text):
            break
        left = left[len(cell.text) :]
    return not left


def _drive_flowing(path: Path, entry: FamilyEntry, header: FlowingHeader, rows: tuple[Row, ...]) -> Driven:
    if not entry.two_sided:
        blocks = _count(header.tree, "CODE_HEADING")
        parts = _count(header.tree, "CODE_PART") // max(blocks, 1)
        how = Print(free_text=entry.free_text, blocks=blocks, parts=max(parts, 1))
        return drive_words(path, flowing_candidates(rows, how))
    numbered = "LINE_NUMBER" in _kinds(header.tree)
    return drive_words(path, side_candidates(rows, numbered=numbered))


def _begins_with(bodies: list[tuple[Row, ...]], refused: Refused) -> bool:
    """Whether the very first words of the body are refused: then the header goes on, and is not the template's."""
    cells = [cell for body in bodies for row in body for cell in row.cells]
    return bool(cells) and refused.cells[0].span.line == cells[0].span.line


def _words(rows: tuple[Row, ...]) -> tuple[Cell, ...]:
    return tuple(cell for row in rows for cell in row.cells)


def _after(rows: tuple[Row, ...], header: FlowingHeader) -> tuple[Row, ...]:
    """Leave out the words of the header, with the rows that are empty then; what is spare in it begins the rows."""
    kept: list[Row] = []
    words = header.words
    for row in rows:
        rest, words = row.cells[words:], max(words - len(row.cells), 0)
        if header.spare is not None and header.spare in row.cells:
            kept.append(evolve(row, cells=(header.spare,)))
        if rest:
            kept.append(evolve(row, cells=rest))
    return tuple(kept)


def _count(node: Node, kind: str) -> int:
    return node.kinds.count(kind) + sum(_count(child, kind) for child in node.children)


def _kinds(node: Node) -> frozenset[str]:
    return frozenset(node.kinds).union(*(_kinds(child) for child in node.children))


def _all_known(reading: Recognised) -> bool:
    return all("OTHER_HEADING" not in row.kinds for row in reading.header)


def _printed(cells: tuple[Cell, ...]) -> int:
    return sum(not cell.blank for cell in cells)

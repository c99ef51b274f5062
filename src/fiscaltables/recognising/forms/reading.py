"""A segment of performance forms read through the grammar of its family: rows of fields, tasks, goals, indicators."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from attrs import frozen

from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import Candidate
from fiscaltables.recognising.driving import Driven, Refused, drive_rows, drive_words
from fiscaltables.recognising.families import FamilyEntry, families_of_title
from fiscaltables.recognising.forms.cells import is_heading_row, kinds_of, row_candidates
from fiscaltables.recognising.forms.mending import Word, mended
from fiscaltables.recognising.forms.vocabulary import HEADING_KINDS, form_kinds, is_date, leads_part
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.vocabulary import is_total
from fiscaltables.segmenting.segments import Segment


@frozen
class ReadForms:
    """What the grammar of a family of forms read: rows of cells by the name of their rule, in printed order.

    ``by_line`` tells that a row is a line of flowing text, whose cells may be wrapped onto the next. ``cells`` counts
    the cells, a label whose pieces were put together as one.
    """

    entry: FamilyEntry
    layout: Layout
    rows: tuple[Node, ...]
    refused: tuple[Refused, ...]
    cells: int
    by_line: bool = False


def readings_of_forms(segment: Segment) -> Iterator[ReadForms]:
    """Give the readings of a table whose title names forms, best family first."""
    for entry in families_of_title(segment.caption.title or ""):
        read = read_forms(segment, entry) if entry.forms else None
        if read is not None:
            yield read


def read_forms(segment: Segment, entry: FamilyEntry) -> ReadForms | None:
    """Give the reading of a segment; None where it prints no header of indicators."""
    if entry.path is None:
        return None
    if segment.layout is not Layout.FLOWING:
        return _by_rows(segment, entry, tuple(row.printed for row in segment.rows), entry.path, by_line=False)
    words = mended(segment.rows)
    if _has_deadlines(words):
        return _collected(segment, entry, drive_words(entry.path, tuple(_flowing(words))), by_line=False)
    lines = tuple(tuple(word.cell for word in line) for _, line in groupby(words, key=lambda word: word.line))
    return _by_rows(segment, entry, lines, entry.path, by_line=True)


def _by_rows(
    segment: Segment, entry: FamilyEntry, rows: tuple[tuple[Cell, ...], ...], path: Path, *, by_line: bool
) -> ReadForms | None:
    driven = drive_rows(path, tuple(_gridded(row for row in rows if row)))
    return _collected(segment, entry, driven, by_line=by_line)


def _collected(segment: Segment, entry: FamilyEntry, driven: Driven, *, by_line: bool) -> ReadForms | None:
    rows = tuple(row for part in driven.rows for row in (part.children or (part,)))
    if not any(row.rule in {"header_row", "flowing_header"} for row in rows):
        return None
    cells = sum(len(row.cells) for row in rows) + sum(len(row.cells) for row in driven.refused)
    return ReadForms(entry, segment.layout, rows, driven.refused, cells, by_line)


def _has_deadlines(words: tuple[Word, ...]) -> bool:
    """Whether a deadline is a column of the indicators, and dates are printed: then a date ends each of them."""
    headed = any("DEADLINE_HEADING" in form_kinds(word.cell.text) for word in words)
    return headed and any(is_date(word.cell.text) for word in words)


def _gridded(rows: Iterator[tuple[Cell, ...]]) -> Iterator[tuple[Candidate, ...]]:
    among = begun = False
    for row in rows:
        heading = is_heading_row(row)
        among = heading or (among and not leads_part(row[0].text)) or "INDICATORS" in form_kinds(row[0].text)
        yield row_candidates(row, among_indicators=among and not heading)
        among = among and not (is_total(row[0].text) and not heading and begun)
        begun = begun or (among and not heading)


def _flowing(words: tuple[Word, ...]) -> Iterator[Candidate]:
    header = among = False
    for word in words:
        text = word.cell.text
        kinds = frozenset(form_kinds(text))
        heading = bool(kinds & HEADING_KINDS) and (header or "LEVEL1_HEADING" in kinds or "NAME_HEADING" in kinds)
        among = not heading and (header or (among and not leads_part(text)))
        header = heading
        yield Candidate(word.cell, kinds_of(text, among_indicators=among), word.begins_line)

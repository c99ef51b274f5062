"""A segment read through the grammar of a family: typed rows, and what was refused."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from attrs import evolve, frozen

from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.bodies import drive_body
from fiscaltables.recognising.driving import Refused, drive_rows
from fiscaltables.recognising.families import OTHER, FamilyEntry, all_families, families_of_title, readable_families
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.gridding import (
    candidates_of,
    parted,
    unbroken,
    without_blank_columns,
    without_repeated_header,
)
from fiscaltables.recognising.headings import FlowingHeader, find_header, find_headers
from fiscaltables.recognising.vocabulary import heading_kinds
from fiscaltables.segmenting.segments import Segment
from fiscaltables.segmenting.shapes import is_lone_year

MOST_CELLS = 300
"""How many cells a row of a table may have; what is wider is no table of a disclosure."""
MOST_WORDS = 20_000
"""How many words a line of flowing text may have: a page whose rows run on is one line."""
_FEWEST_COLUMNS = 3
_PIECES_OF_WHICH = frozenset({"其", "其中", "其中:", "其中："})
_FIGURES = frozenset({"AMOUNT", "DASH", "UNREADABLE"})
_OF_FORMS = frozenset(
    {
        "SERIAL",
        "UNIT_NAME",
        "PROJECT_NAME",
        "CONTENT",
        "CODE_HEADING",
        "NAME_HEADING",
        "FIGURE",
        "YEAR_FIGURE",
        "YEAR_OUTTURN",
        "REMARK",
    }
)
_Names = frozenset[str]
_FURNITURE = frozenset({"lane", "separator", "blank", "spare", "flowing_lane"})


@frozen
class Recognised:
    """What the grammar of a family read in a segment.

    ``header`` holds the header rows of a gridded table; ``templates`` the header as known templates have it, always of
    a flowing table, of a gridded one where there is one: several where the print does not say which it is.
    ``furniture`` counts the printed cells of headings, 栏次, repeated headers and separators. ``unsettled_year`` is a
    year alone over the header that a heading took, and that may be the caption's.
    """

    entry: FamilyEntry
    layout: Layout
    rows: tuple[Node, ...]
    header: tuple[Node, ...]
    templates: tuple[Node, ...]
    refused: tuple[Refused, ...]
    furniture: int
    unsettled_year: Row | None = None


def readings_of(segment: Segment, units: _Names = frozenset()) -> Iterator[Recognised]:
    """Give the readings of a table, best first: by the grammar of a family, then by its printed header alone.

    ``units`` are the names of units that other tables print, as ``normal`` gives them. None where a row has more cells
    than a table has columns, and where there is neither a title nor a heading.
    """
    if is_too_wide(segment) or not (segment.caption.title or _may_have_header(segment)):
        return
    known = recognise(segment, units)
    if known is not None:
        yield known
    printed = recognise_by_grid(segment, known)
    if printed is not None:
        yield printed


def is_too_wide(segment: Segment) -> bool:
    """Whether a row is longer than any of a disclosure; a line of flowing text may hold the rows of a whole page."""
    return segment.widest > (MOST_WORDS if segment.layout is Layout.FLOWING else MOST_CELLS)


def _may_have_header(segment: Segment) -> bool:
    """Whether a table begins with known headings; the last of the first row may be a piece of one, or be left out."""
    first = segment.rows[0].printed
    headings = all(heading_kinds(cell.text) for cell in first[:-1]) and bool(first)
    return segment.layout is Layout.FLOWING or headings


def recognise(segment: Segment, units: _Names = frozenset()) -> Recognised | None:
    """Give the reading of a family that the title may be of, the one that refuses fewest rows, best family first.

    A table without a title is read as the only family that takes every row, with figures in some, and knows every
    heading. None where no grammar takes the table's header, and where the title names no family.
    """
    named = families_of_title(segment.caption.title or "")
    if segment.caption.title and not named:
        return None
    tried = readable_families(segment.caption.title or "") if named else all_families()
    if named:
        return _best(_read(segment, entry, units) for entry in tried)
    readings = [reading for entry in tried for reading in (_read(segment, entry, units),) if reading]
    clean = [reading for reading in readings if not reading.refused and _all_known(reading) and _has_figures(reading)]
    return clean[0] if len({reading.entry.family for reading in clean}) == 1 else None


def _best(readings: Iterator[Recognised | None]) -> Recognised | None:
    """Give the first reading that takes every row, else the one that refuses fewest."""
    found: list[Recognised] = []
    for reading in readings:
        if reading is not None and not reading.refused and not _misread(reading):
            return reading
        found += [reading] if reading else []
    return min(found, key=lambda reading: (len(reading.refused), _misread(reading)), default=None)


def recognise_by_grid(segment: Segment, known: Recognised | None) -> Recognised | None:
    """Give the reading of a table by its printed header alone, whatever its headings say.

    ``known`` is the reading of a family. None for a performance form, for a header that a family knows as a template of
    its own, and where the rows may be no table.
    """
    named = families_of_title(segment.caption.title or "")
    if (named and named[0].forms) or (known and known.templates):
        return None
    reading = _read(segment, OTHER)
    if reading is None or not _may_be_table(reading):
        return None
    return reading if _shows_columns(reading, titled=bool(segment.caption.title), named=bool(named)) else None


def _may_be_table(reading: Recognised) -> bool:
    """Whether no row is refused and none prints headings again, as a form does: 项目名称 or 金额 in its middle."""
    texts = (cell.text for row in reading.rows for cell in row.cells)
    return bool(reading.rows) and not reading.refused and all(map(_OF_FORMS.isdisjoint, map(heading_kinds, texts)))


def _shows_columns(reading: Recognised, *, titled: bool, named: bool) -> bool:
    """Whether a header is one: several headings over figures where it has a title, else a row of known headings.

    A list of texts has known headings and a title that names no family.
    """
    headings = sum(_printed(row.cells) for row in reading.header)
    if not _has_figures(reading):
        return titled and not named and _all_worded(reading)
    several = titled and headings >= _FEWEST_COLUMNS
    return several or (_all_worded(reading) and (titled or len(reading.header) <= 1))


def _read(segment: Segment, entry: FamilyEntry, units: _Names = frozenset()) -> Recognised | None:
    if entry.path is None:
        return None
    if segment.layout is Layout.FLOWING:
        return _under_year(segment, entry, entry.path, units)
    return _gridded(segment, entry, entry.path)


def _gridded(segment: Segment, entry: FamilyEntry, path: Path) -> Recognised | None:
    rows, repeated = without_repeated_header(without_blank_columns(segment.rows))
    rows = parted(tuple(unbroken(rows)))
    driven = drive_rows(path, candidates_of(rows, by_grid=entry.by_grid))
    header = tuple(row for row in driven.rows if row.rule == "header_row")
    if not header:
        return None
    body = tuple(row for row in driven.rows if row.rule != "header_row" and row.rule not in _FURNITURE)
    furniture = (row for row in driven.rows if row.rule == "header_row" or row.rule in _FURNITURE)
    cells = sum(map(_printed, (*(row.cells for row in furniture), *(row.cells for row in repeated))))
    labels = tuple(cell for row in header for cell in row.cells if not cell.blank)
    templates = () if entry.by_grid else find_headers(path, labels)
    whole = tuple(found.tree for found in templates if found.words == len(labels) and not found.spare)
    return Recognised(entry, segment.layout, body, header, whole, driven.refused, cells)


def _under_year(segment: Segment, entry: FamilyEntry, path: Path, units: _Names) -> Recognised | None:
    """Read a flowing table; a year alone over its header is of a heading, or of the caption where none takes it.

    Where a heading can take it and need not, it is of the caption if other captions of the document print one so.
    """
    year = segment.rows[0]
    if not is_lone_year(year):
        return _flowing(segment, entry, path, units)
    of_heading = _flowing(segment, entry, path, units)
    below = evolve(segment, parts=tuple(map(_without_year, segment.parts)))
    of_caption = _flowing(below, entry, path, units)
    if of_caption is None or (of_heading is not None and not segment.year_in_caption):
        return of_heading and evolve(of_heading, unsettled_year=year if of_caption else None)
    years = sum(len(part[0].cells) for part in segment.parts if is_lone_year(part[0]))
    return evolve(of_caption, furniture=of_caption.furniture + years)


def _without_year(part: tuple[Row, ...]) -> tuple[Row, ...]:
    return part[1:] if is_lone_year(part[0]) else part


def _flowing(segment: Segment, entry: FamilyEntry, path: Path, units: _Names) -> Recognised | None:
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
    if _goes_on(bodies[0]):
        return None
    furniture = header.words
    for part in later:
        again = find_header(path, _words(part))
        bodies.append(_after(part, again) if again else part)
        furniture += again.words if again else 0
    driven = drive_body(path, entry, header.tree, tuple(row for body in bodies for row in body), units)
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


def _goes_on(body: tuple[Row, ...]) -> bool:
    """Whether the header goes on in what is left of it: no row begins with 小计, or with a piece of 其中."""
    first = next((cell.text for row in body for cell in row.cells), "")
    return "SUBTOTAL_HEADING" in heading_kinds(first) or first in _PIECES_OF_WHICH


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


def _all_known(reading: Recognised) -> bool:
    return all("OTHER_HEADING" not in row.kinds for row in reading.header)


def _all_worded(reading: Recognised) -> bool:
    return all(cell.blank or heading_kinds(cell.text) for row in reading.header for cell in row.cells)


def _misread(reading: Recognised) -> int:
    """Count the known headings that the family does not know."""
    pairs = ((cell, kind) for row in reading.header for cell, kind in zip(row.cells, row.kinds, strict=True))
    return sum(kind == "OTHER_HEADING" and bool(heading_kinds(cell.text)) for cell, kind in pairs)


def _has_figures(reading: Recognised) -> bool:
    """Whether a figure is printed in the body that does not only number its row."""
    headings = [(at, heading_kinds(cell.text)) for row in reading.header for at, cell in enumerate(row.cells)]
    numbering = {at for at, kinds in headings if "SERIAL" in kinds}
    return any(kind in _FIGURES and at not in numbering for row in reading.rows for at, kind in enumerate(row.kinds))


def _printed(cells: tuple[Cell, ...]) -> int:
    return sum(not cell.blank for cell in cells)

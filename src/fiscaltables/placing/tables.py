"""A segment and its reading become a table of the model."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.amounts import Placement
from fiscaltables.model.tables import (
    BalanceTable,
    Family,
    Layout,
    MoneyTable,
    PrintedRow,
    SideBlock,
    Table,
    UnrecognisedTable,
)
from fiscaltables.placing.building import (
    Built,
    caption_cells,
    printed_cells,
    refusal,
    shared_of,
    unit_in_labels,
    unread_row,
)
from fiscaltables.placing.entries import Entries, flowing_entries, gridded_entries
from fiscaltables.placing.lines import Lines, flowing_lines, gridded_lines, known_names
from fiscaltables.placing.sides import EXPENDITURE, REVENUE, THIRD
from fiscaltables.reading.pages import Row
from fiscaltables.recognising.families import families_of_title, readable_families
from fiscaltables.recognising.tables import Recognised, is_too_wide
from fiscaltables.screen import quoted
from fiscaltables.segmenting.segments import Segment

_NOTHING = frozenset({"无", "空", "空表", "无数据", "本表无数据", "此表无数据"})
"""What an empty table prints where its first row would stand."""


def build(segment: Segment, readings: Iterable[Recognised], entity: str | None) -> Built:
    """Give the table of a segment by the first of its readings whose header settles the columns, else whole.

    ``entity`` is the document's, whose name may be wrapped in a row of the table.
    """
    found = (built for read in readings for built in (_build(segment, read, entity),) if built)
    built = next(found, None) or _whole(segment)
    return evolve(built, problems=(*_other_family(segment, built.table), *built.problems, *_open_columns(built.table)))


def _other_family(segment: Segment, table: Table) -> Iterator[Problem]:
    """Warn where the title names one family and only another reads the rows."""
    named = families_of_title(segment.caption.title or "")
    if named and named[0].family is not table.family:
        message = f"the title {table.title} names {named[0].family.value}, its rows read as {table.family.value}"
        yield Problem(Severity.WARNING, "other-family", message, segment.span)


def unbuilt(segment: Segment, fault: Exception) -> Built:
    """Give the table of a segment whole, where reading it ran into a fault of the library."""
    built = _whole(segment)
    message = (
        f"{built.table.title or 'a table'} is kept as printed rows: reading it ran into {fault!r}; please report it"
    )
    return evolve(built, problems=(Problem(Severity.ERROR, "fault", message, segment.span),))


def _open_columns(table: Table) -> Iterator[Problem]:
    unsettled = [amount for amount in table.amounts if amount.placement is Placement.OPEN]
    if unsettled:
        of_all = f"{len(unsettled)} of {len(table.amounts)} amounts"
        called = table.title or "a table without a title"
        message = f"{of_all} of {called} could stand in several columns; each lists them, none is chosen"
        yield Problem(Severity.NOTE, "open-columns", message, unsettled[0].span)


def _build(segment: Segment, read: Recognised, entity: str | None) -> Built | None:
    placed = _entries(segment, read) if read.entry.two_sided else _lines(segment, read, entity)
    if placed is None or (read.entry.by_grid and any(map(_is_doubt, placed.problems))):
        return None
    refused = tuple(unread_row(row) for row in read.refused)
    problems = (*_by_grid(segment, read), *_year_over_header(read), *map(refusal, read.refused), *placed.problems)
    furniture = caption_cells(segment) + read.furniture
    if isinstance(placed, Entries):
        table: Table = _balance(segment, read, placed, refused)
        furniture += placed.furniture
    else:
        table = _money(segment, read, placed, refused)
    return Built(table, problems, caption_cells(segment) + printed_cells(segment), furniture)


def _by_grid(segment: Segment, read: Recognised) -> Iterator[Problem]:
    """Say that a table without a title is read by its printed headings alone; a title of no family says so itself."""
    if read.entry.by_grid and not segment.caption.title:
        message = "a table without a title is read by its printed headings alone; no sums of its columns are known"
        yield Problem(Severity.NOTE, "read-by-grid", message, segment.span)


def _year_over_header(read: Recognised) -> Iterator[Problem]:
    """Warn where a heading took a year that stands alone over the header, and could do without it."""
    if read.unsettled_year is not None:
        year = quoted(read.unsettled_year.text)
        message = f"{year} stands alone over the header; it is read as part of a heading and may be the caption's"
        yield Problem(Severity.WARNING, "unsettled-year", message, read.unsettled_year.span)


def _is_doubt(problem: Problem) -> bool:
    return problem.severity is not Severity.NOTE


def _entries(segment: Segment, read: Recognised) -> Entries | None:
    unit = segment.caption.unit
    return flowing_entries(read, unit) if read.layout is Layout.FLOWING else gridded_entries(read, unit)


def _lines(segment: Segment, read: Recognised, entity: str | None) -> Lines | None:
    if read.layout is not Layout.FLOWING:
        return gridded_lines(read, segment.caption.unit)
    blanks = frozenset(row.span.line for row in segment.rows if row.after_blank and row.span.line)
    return flowing_lines(read, segment.caption.unit, known_names(entity, segment.caption.entity), blanks)


def _money(segment: Segment, read: Recognised, lines: Lines, refused: tuple[PrintedRow, ...]) -> MoneyTable:
    """Give a table of amounts; what an empty one prints instead of a row (无) is a note."""
    empty = not any(line.amounts for line in lines.lines)
    said = tuple(line for line in lines.lines if empty and line.name in _NOTHING and not (line.code or line.texts))
    shared = shared_of(segment, read.entry.family, read.layout)
    shared["notes"] = (*(str(line.name) for line in said), *shared["notes"])
    return MoneyTable(
        **shared,
        columns=lines.columns,
        lines=tuple(line for line in lines.lines if line not in said),
        unread=(*refused, *lines.unread),
    )


def _balance(segment: Segment, read: Recognised, entries: Entries, refused: tuple[PrintedRow, ...]) -> BalanceTable:
    return BalanceTable(
        **shared_of(segment, read.entry.family, read.layout),
        revenue_columns=entries.columns[REVENUE],
        expenditure_columns=entries.columns[EXPENDITURE],
        revenue=entries.entries[REVENUE],
        expenditure=entries.entries[EXPENDITURE],
        blocks=(SideBlock(entries.third, entries.columns[THIRD], entries.entries[THIRD]),) if entries.third else (),
        unread=(*refused, *entries.unread),
    )


def _whole(segment: Segment) -> Built:
    caption = caption_cells(segment)
    entries = families_of_title(segment.caption.title or "")
    family = entries[0].family if entries else Family.OTHER
    rows = tuple(_printed(row) for row in segment.rows)
    shared = shared_of(segment, family, segment.layout)
    shared["unit_of_measure"] = segment.caption.unit or unit_in_labels(row.cells for row in segment.rows)
    table = UnrecognisedTable(**shared, rows=rows)
    readable = bool(readable_families(segment.caption.title or ""))
    reason = "its title names no family" if segment.caption.title else "no single grammar takes it"
    if entries:
        reason = "its header is none that its grammar knows" if readable else "it prints no header of indicators"
    if is_too_wide(segment):
        reason = f"a row of it has {segment.widest:,} cells, more than a row of a disclosure has"
    message = f"{segment.caption.title or 'a table without a title'} is kept as printed rows: {reason}"
    severity = Severity.WARNING if readable else Severity.NOTE
    return Built(
        table, (Problem(severity, "not-recognised", message, segment.span),), caption + printed_cells(segment), caption
    )


def _printed(row: Row) -> PrintedRow:
    cells = [cell.text for cell in row.cells]
    while cells and not cells[-1]:
        cells.pop()
    return PrintedRow(tuple(cells), row.span)

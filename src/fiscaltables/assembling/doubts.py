"""What is doubtful about a document as a whole: nothing printed, no table, two run together, cut off in a row."""

from collections.abc import Iterator

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.tables import Layout
from fiscaltables.placing.building import Built
from fiscaltables.reading.pages import Cell, Page, Row
from fiscaltables.recognising.cells import code_kinds, figure_kind, value_of
from fiscaltables.recognising.vocabulary import is_total
from fiscaltables.segmenting.second_headers import has_figures
from fiscaltables.segmenting.segments import Segment

_FEWEST_AMOUNTS = 3


def doubts_of_document(pages: tuple[Page, ...], tables: tuple[Segment, ...]) -> Iterator[Problem]:
    """Say that nothing is printed in a document, or that no table was found in it."""
    first = next((row for page in pages for row in page.rows), None)
    if first is None:
        message = "nothing is printed in the document: it is empty, or holds nothing but blanks"
        yield Problem(Severity.ERROR, "empty-document", message)
    elif not tables:
        message = "no table was found, neither a title with rows under it nor rows of cells; all text is in sections"
        yield Problem(Severity.WARNING, "no-tables", message, first.span)


def doubts_of_table(segment: Segment, built: Built, last: Row | None) -> Iterator[Problem]:
    """Say what is doubtful about the borders of a table; ``last`` is the last row of the document."""
    if segment.untitled:
        message = "a header stands right behind the rows of a table, without a title; another table begins there"
        yield Problem(Severity.WARNING, "second-header", message, segment.rows[0].span)
    if not built.table.row_count and not built.table.unread:
        message = f"{built.table.title or 'a table without a title'} has a header and no rows"
        yield Problem(Severity.NOTE, "empty-table", message, segment.span)
    if again := _second_beginning(segment.rows):
        message = "the header and its total stand here again; two tables may have run together"
        yield Problem(Severity.WARNING, "second-header", message, again.span)
    cut = _cut_off(segment.rows) if last and segment.rows[-1].span == last.span else None
    if cut:
        message = f"the document may be cut off here: {cut}"
        yield Problem(Severity.WARNING, "cut-off", message, segment.rows[-1].printed[-1].span)


def _second_beginning(rows: tuple[Row, ...]) -> Row | None:
    """Give the row that prints the header again where a total stands right under it, as under the first one."""
    data = next((at for at, row in enumerate(rows) if has_figures(row)), 0)
    if not data or not _is_total(rows[data]):
        return None
    header = _texts(rows[data - 1])
    pairs = zip(rows[data:], rows[data + 1 :], strict=False)
    return next((row for row, after in pairs if _texts(row) == header and _is_total(after)), None)


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row.printed)


def _is_total(row: Row) -> bool:
    return bool(row.printed) and is_total(row.printed[0].text)


def _cut_off(rows: tuple[Row, ...]) -> str | None:
    """Say why the last row of a document looks as if it were not whole; None where it does not."""
    *before, last = rows
    full = [row for row in before if has_figures(row)]
    if not last.printed or not (full or has_figures(last)):
        return None
    if last.layout is Layout.FLOWING:
        if code_kinds(last.cells[0].text) and not has_figures(last):
            return "its last row has a code and no figures"
    elif len(last.cells) < _width(full or before):
        return "its last row is shorter than the others"
    return "its last figure has fewer decimals than all others" if _lacks_decimals(last.printed[-1], full) else None


def _width(rows: list[Row]) -> int:
    """Give how many cells each of the rows has; 0 where they differ."""
    widths = {len(row.cells) for row in rows}
    return widths.pop() if len(widths) == 1 else 0


def _lacks_decimals(last: Cell, rows: list[Row]) -> bool:
    amounts = [cell for row in rows for cell in row.printed[1:] if _is_amount(cell)]
    return len(amounts) >= _FEWEST_AMOUNTS and _is_amount(last) and _decimals(last) < min(map(_decimals, amounts))


def _is_amount(cell: Cell) -> bool:
    return figure_kind(cell.text) == "AMOUNT" and not code_kinds(cell.text)


def _decimals(cell: Cell) -> int:
    return len(str(value_of(cell.text)).partition(".")[2])

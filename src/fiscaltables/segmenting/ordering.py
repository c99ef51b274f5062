"""Pages whose text comes in another order than it is read in.

A workbook printed as PDF gives the cells first and what is merged or centred later: title, unit and parts of the header
stand after the rows. Such a page holds one table, and is put in the order caption, header, rows, notes.
"""

import re
from collections.abc import Iterator

from attrs import evolve

from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Page, Row
from fiscaltables.segmenting.captions import is_part_heading
from fiscaltables.segmenting.segments import Knowledge
from fiscaltables.segmenting.shapes import caption_part, is_note, is_prose

_AMOUNT = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|-?\d+\.\d+")
_FEWEST_HEADINGS = 2


def in_reading_order(pages: tuple[Page, ...], knowledge: Knowledge) -> tuple[Page, ...]:
    """Put pages in order whose only title stands behind the rows, in a document that mostly prints them so.

    Elsewhere a title behind rows is that of the next table.
    """
    if len(pages) == 1:
        return pages
    behind = frozenset(page.number for page in pages if _title_is_behind(page, knowledge))
    before = sum(_title_is_before(page) for page in pages)
    if len(behind) <= before:
        return pages
    return tuple(_in_order(page, knowledge) if page.number in behind else page for page in pages)


def _title_is_behind(page: Page, knowledge: Knowledge) -> bool:
    titles = _titles(page)
    if len(titles) != 1 or any(is_prose(row) and not is_note(row) for row in page.rows):
        return False
    first, last = page.rows[: titles[0]], page.rows[titles[0] + 1 :]
    printed = any(map(_holds_amount, first)) or any(map(knowledge.is_header, first))
    return printed and not any(map(_holds_amount, last)) and not any(is_part_heading(row.text) for row in page.rows)


def _title_is_before(page: Page) -> bool:
    titles = _titles(page)
    return bool(titles) and any(map(_holds_amount, page.rows[titles[0] + 1 :]))


def _titles(page: Page) -> list[int]:
    parts = [(at, caption_part(row)) for at, row in enumerate(page.rows) if row.layout is Layout.FLOWING]
    return [at for at, part in parts if part is not None and part.title]


def _holds_amount(row: Row) -> bool:
    """Whether an amount is printed in a row: a number as a cell of its own, no page number."""
    figures = [cell for cell in row.cells if _AMOUNT.fullmatch(cell.text)]
    return row.layout is Layout.FLOWING and (len(row.cells) > 1 or "." in row.text) and bool(figures)


def _in_order(page: Page, knowledge: Knowledge) -> Page:
    captions = [row for row in page.rows if caption_part(row) is not None]
    notes = [row for row in page.rows if is_note(row)]
    rest = [row for row in page.rows if caption_part(row) is None and not is_note(row)]
    header = list(_header(rest, knowledge, page.rows))
    taken = frozenset(map(id, header))
    body = [row for row in rest if id(row) not in taken]
    return evolve(page, rows=(*captions, *header, *body, *notes))


def _header(rows: list[Row], knowledge: Knowledge, page: tuple[Row, ...]) -> Iterator[Row]:
    """Yield the rows of headings: before the first amount, and behind the last from the first clear one on.

    A single known word right behind the rows may be a label (小计); behind a caption or a line of headings it is one of
    the header. What rows are labelled with (结转下年资金) stays behind them: before them it would take
    their amounts.
    """
    filled = [at for at, row in enumerate(rows) if _holds_amount(row)]
    first, last = (filled[0], filled[-1]) if filled else (len(rows), len(rows))
    yield from (row for row in rows[:first] if knowledge.is_of_header(row))
    before = {id(row): page[at - 1] for at, row in enumerate(page)}
    clear = False
    for row in rows[last + 1 :]:
        after_caption = caption_part(before[id(row)]) is not None
        clear = clear or after_caption or (knowledge.is_header(row) and len(row.cells) >= _FEWEST_HEADINGS)
        if clear and knowledge.is_of_header(row) and not knowledge.labels_row(row):
            yield row

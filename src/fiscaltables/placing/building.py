"""What every table is built with: its caption, the count of its cells, the rows that a grammar refused."""

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.amounts import YUAN
from fiscaltables.model.places import spanning
from fiscaltables.model.tables import Family, Layout, PrintedRow, Table
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.driving import Refused
from fiscaltables.recognising.messages import expected_words
from fiscaltables.recognising.vocabulary import unit_in_heading
from fiscaltables.screen import quoted
from fiscaltables.segmenting.segments import Segment


@frozen
class Built:
    """A table, the problems met in it, and what became of its printed cells."""

    table: Table
    problems: tuple[Problem, ...]
    cells: int
    furniture: int


def caption_cells(segment: Segment) -> int:
    """Count the printed cells of a caption, of what repeats it and of the notes."""
    return sum(len(row.printed) for row in (*segment.caption.rows, *segment.furniture, *segment.notes))


def printed_cells(segment: Segment) -> int:
    """Count the printed cells of the rows."""
    return sum(len(row.printed) for row in segment.rows)


def shared_of(segment: Segment, family: Family, layout: Layout) -> dict[str, Any]:
    """Give what every table has, from its caption."""
    caption = segment.caption
    return {
        "family": family,
        "layout": layout,
        "number": caption.number,
        "title": caption.title or "",
        "unit_of_measure": caption.unit,
        "entity": caption.entity,
        "notes": (*caption.remarks, *(row.text for row in segment.notes)),
        "span": segment.span,
    }


def unit_in_labels(rows: Iterable[tuple[Cell, ...]]) -> str | None:
    """Give the unit of money that the labels of a form print: 项目预算金额(万元); None where they print none or two."""
    units = {unit_in_heading(cell.text) for row in rows for cell in row}.intersection(YUAN)
    return units.pop() if len(units) == 1 else None


def unread_row(refused: Refused) -> PrintedRow:
    """Give a refused row as it is printed."""
    cells = refused.cells
    return PrintedRow(tuple(cell.text for cell in cells), spanning(tuple(cell.span for cell in cells)))


def refusal(refused: Refused) -> Problem:
    """Say what stood where, and what should."""
    stood = quoted(refused.at.text) if refused.at.text else "a blank cell"
    message = f"{stood} stands where {expected_words(refused.expected)} should; the row is kept as it is printed"
    return Problem(Severity.ERROR, "unexpected-cell", message, refused.at.span)

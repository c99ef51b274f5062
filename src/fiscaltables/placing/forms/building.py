"""A segment of performance forms and its reading become a table of the model."""

from fiscaltables.model.performance import PerformanceTable
from fiscaltables.placing.building import (
    Built,
    caption_cells,
    printed_cells,
    refusal,
    shared_of,
    unit_in_labels,
    unread_row,
)
from fiscaltables.placing.forms.tables import projects_of
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.forms.reading import ReadForms
from fiscaltables.recognising.grammar import Node
from fiscaltables.segmenting.segments import Segment

_OF_MONEY = frozenset(
    {"AMOUNT_LABEL", "EXECUTED_LABEL", "FUNDING_LABEL", "SUM_LABEL", "TASK_COLUMN", "COLUMN", "FUNDING_COLUMN"}
)


def build_forms(segment: Segment, read: ReadForms) -> Built | None:
    """Give the table of a segment of forms; None where no form is in it."""
    unit = segment.caption.unit or unit_in_labels(_labels(row) for row in read.rows)
    found = projects_of(read, unit)
    if not found.projects:
        return None
    refused = tuple(map(unread_row, read.refused))
    shared = shared_of(segment, read.entry.family, read.layout)
    shared.update(unit_of_measure=unit, notes=(*found.notes, *shared["notes"]), total=found.total)
    table = PerformanceTable(**shared, projects=found.projects, unread=(*refused, *found.unread))
    problems = (*map(refusal, read.refused), *found.problems)
    caption = caption_cells(segment)
    wrapped = printed_cells(segment) - read.cells
    return Built(table, problems, caption + printed_cells(segment), caption + found.furniture + wrapped)


def _labels(row: Node) -> tuple[Cell, ...]:
    pairs = zip(row.cells, row.kinds, strict=True)
    return tuple(cell for cell, kind in pairs if kind in _OF_MONEY)

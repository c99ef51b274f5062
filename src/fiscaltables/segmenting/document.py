"""A document cut into its tables, each joined over its pages, and its narrative."""

from attrs import evolve

from fiscaltables.reading.pages import Page
from fiscaltables.segmenting.joining import joined
from fiscaltables.segmenting.ordering import in_reading_order
from fiscaltables.segmenting.running import without_running_lines
from fiscaltables.segmenting.segments import Knowledge, Segmented, cut


def segment(pages: tuple[Page, ...], knowledge: Knowledge) -> Segmented:
    """Give the tables and the narrative of a document, without page numbers and running heads."""
    ordered = in_reading_order(without_running_lines(pages), knowledge)
    document = cut(tuple(row for page in ordered for row in page.rows), knowledge)
    return evolve(document, tables=tuple(joined(iter(document.tables))))

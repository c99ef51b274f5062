"""Places in a document: how they print, and what several of them span."""

import pytest

from fiscaltables.model.places import Span, spanning

LEFT, RIGHT = (10.0, 20.0, 30.0, 40.0), (25.0, 5.0, 60.0, 35.0)


@pytest.mark.parametrize(
    ("span", "printed"),
    [
        (Span(line=45, column=7, end_line=46, end_column=20), "45:7"),
        (Span(line=45), "45:1"),
        (Span(page=3, line=45, column=2), "45:2"),
        (Span(page=3), "page 3"),
        (Span(page=3, box=LEFT), "page 3"),
        (Span(sheet="表1"), "sheet 表1"),
        (Span(sheet="表1", page=2), "sheet 表1, page 2"),
        (Span(), "?"),
    ],
)
def test_a_place_prints_as_messages_need_it(span: Span, printed: str) -> None:
    """A place prints as line and column where it has a line, else as sheet and page."""
    assert str(span) == printed


def test_spanning_goes_from_the_first_beginning_to_the_last_end() -> None:
    """Several places span from where the first begins to where the last ends."""
    first = Span(page=1, line=3, column=9, end_line=3, end_column=12)
    middle = Span(page=1, line=4, column=1, end_line=4, end_column=80)
    last = Span(page=2, line=6, column=2, end_line=6, end_column=5)
    assert spanning((first, middle, last)) == Span(page=1, line=3, column=9, end_line=6, end_column=5)


def test_spanning_one_place_is_that_place() -> None:
    """A single place spans itself."""
    place = Span(page=2, sheet="表1", line=3, column=9, end_line=4, end_column=12, box=LEFT)
    assert spanning((place,)) == place


def test_spanning_nothing_is_nowhere() -> None:
    """No places span no place."""
    assert spanning(()) == Span()


def test_boxes_of_one_page_are_joined() -> None:
    """The box around several boxes reaches to the outermost edge on every side."""
    assert spanning((Span(page=1, box=LEFT), Span(page=1, box=RIGHT))).box == (10.0, 5.0, 60.0, 40.0)


def test_boxes_of_a_later_page_do_not_count() -> None:
    """The box lies on the page where the span begins; coordinates of another page cannot be joined to it."""
    assert spanning((Span(page=1, box=LEFT), Span(page=2, box=RIGHT))).box == LEFT

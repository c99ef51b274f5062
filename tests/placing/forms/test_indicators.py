"""Doubts about the indicators of a whole list."""

import pytest

from fiscaltables.model.places import Span
from fiscaltables.placing.forms.indicators import run_together
from fiscaltables.placing.forms.rows import RowRead
from fiscaltables.reading.pages import Cell

CUT = ["馆" * 24] * 6 + ["馆" * length for length in range(4, 20)]
LISTS = [
    ([*CUT, "馆" * 48], ["馆" * 48]),
    (CUT, []),
    (["馆" * length for length in range(4, 60)], []),
    (["馆" * 8] * 20 + ["馆" * 30], []),
]


@pytest.mark.parametrize(("names", "doubtful"), LISTS)
def test_a_name_longer_than_the_width_names_are_cut_at_is_doubtful(names: list[str], doubtful: list[str]) -> None:
    """Names that pile up at one length are cut there; a few longer ones may be two that have run together."""
    rows = tuple(RowRead((Cell(name, Span(line=at), 0),), {"NAME_HEADING": name}) for at, name in enumerate(names))
    assert [names[problem.span.line or 0] for problem in run_together(rows)] == doubtful

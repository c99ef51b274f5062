"""Values in one line: what the prompt shows."""

import pytest
from hypothesis import given

from fiscaltables.model.disclosure import Disclosure
from fiscaltables.model.summaries import LONGEST, counted, shortened, summary
from generated.values import DISCLOSURES


@pytest.mark.parametrize(
    ("number", "word", "text"),
    [
        (0, "line", "no lines"),
        (1, "line", "1 line"),
        (23, "line", "23 lines"),
        (2, "entry", "2 entries"),
        (1, "entry", "1 entry"),
    ],
)
def test_things_are_counted_in_words(number: int, word: str, text: str) -> None:
    """One thing is singular, none is said in a word."""
    assert counted(number, word) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("收支总表", "收支总表"),
        ("收支\n 总表\t", "收支 总表"),
        ("\x1b[31m表\u202e", "[31m表"),
        ("收" * LONGEST, "收" * LONGEST),
        ("收" * (LONGEST + 1), "收" * (LONGEST - 1) + "…"),
    ],
)
def test_a_printed_text_is_shown_on_one_line_and_not_too_long(text: str, shown: str) -> None:
    """Breaks and characters that steer a terminal become blanks, and a long text is cut with a mark."""
    assert shortened(text) == shown


def test_what_has_no_name_is_left_out() -> None:
    """A name that is None or empty leaves no gap."""
    assert summary("MoneyTable", [None, "表6", ""], ["23 lines", "2 open"]) == "<MoneyTable 表6: 23 lines, 2 open>"


@given(DISCLOSURES)
def test_every_disclosure_and_table_is_one_short_line(disclosure: Disclosure) -> None:
    """Whatever is printed, the prompt shows one line that no screen wraps more than once."""
    for value in (disclosure, disclosure.amounts(), *disclosure.tables):
        assert repr(value).isprintable()
        assert len(repr(value)) <= 4 * LONGEST + 80

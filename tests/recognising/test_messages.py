"""What messages say was expected."""

import pytest

from fiscaltables.recognising.messages import expected_words


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (("AMOUNT",), "an amount"),
        (("AMOUNT", "NAME"), "a name or an amount"),
        (("NAME", "AMOUNT"), "a name or an amount"),
        (("FUNCTION_CODE", "TOTAL", "AMOUNT"), "a total's label or an amount or a functional code"),
        (("REVENUE_LABEL", "LINE_NUMBER_CELL"), "a label of 收入 or a 行次"),
        (("BLANK", "DASH", "NAME", "_ROW", "UNREADABLE"), "a name"),
    ],
)
def test_what_was_expected_is_said_in_words(kinds: tuple[str, ...], words: str) -> None:
    """Kinds are named in one order, whichever order they come in; kinds that have no word are left out."""
    assert expected_words(kinds) == words


@pytest.mark.parametrize("kinds", [(), ("_ROW",), ("BLANK", "SEPARATOR", "$END")])
def test_where_nothing_has_a_word_the_row_should_end(kinds: tuple[str, ...]) -> None:
    """Where no cell that could be named was expected, the row should have ended."""
    assert expected_words(kinds) == "the end of the row"

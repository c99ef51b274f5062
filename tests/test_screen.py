"""Printed text on a screen: widths, quotations, the line with a caret."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fiscaltables.screen import WIDTH, display_width, excerpt, harmless, quoted


@pytest.mark.parametrize(("text", "width"), [("", 0), ("ab", 2), ("表1", 3), ("（）", 4), ("é", 1), ("a\u0301", 1)])
def test_display_width_counts_columns_of_the_screen(text: str, width: int) -> None:
    """Chinese characters and full-width brackets are two wide, combining marks take nothing."""
    assert display_width(text) == width


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("208 115", 5, "208 115\n    ^"),
        ("社会保障支出 115", 8, "社会保障支出 115\n             ^"),
        ("支出", 1, "支出\n^"),
        ("支出", 2, "支出\n  ^"),
        ("支出", 3, "支出\n    ^"),
        ("支出", 99, "支出\n    ^"),
        ("", 1, "\n^"),
        ("208\t社保\t\t1.00", 9, "208    社保        1.00\n                   ^"),
        ("“三公”经费", 5, "“三公”经费\n      ^"),
        ("e\u0301社保", 4, "e\u0301社保\n   ^"),
        ("\ufeff社\u200b保 1", 6, "社保 1\n     ^"),
        ("社\ufffd保", 3, "社\ufffd保\n   ^"),
        ("社\0保\x1b[1m", 3, "社 保 [1m\n   ^"),
        ("社\ud800", 2, "社\ufffd\n  ^"),
    ],
)
def test_the_caret_stands_right_under_its_character(line: str, column: int, shown: str) -> None:
    """Whatever stands before it: wide characters, tabs, marks without width, what steers a terminal."""
    assert excerpt(line, column) == shown


@pytest.mark.parametrize("column", [1, 2, 30, 5_000, 9_999, 10_000])
def test_a_long_line_is_cut_around_the_caret(column: int) -> None:
    """What is shown fits a terminal, and the caret points to the one character that is meant."""
    line = "社" * (column - 1) + "@" + "保" * (10_000 - column)
    shown, caret = excerpt(line, column).split("\n")
    assert display_width(shown) <= WIDTH
    assert display_width(shown[: shown.index("@")]) == caret.index("^")
    assert shown.startswith("…") is (column >= 30)
    assert shown.endswith("…") is (column < 9_990)


@given(st.text(max_size=300), st.integers(1, 310), st.integers(8, 100))
def test_an_excerpt_is_two_lines_of_bounded_width(line: str, column: int, width: int) -> None:
    """Any text in any column gives one line that fits and one caret under it."""
    shown, caret = excerpt(line, column, width).split("\n")
    assert display_width(shown) <= width
    assert caret.strip(" ") == "^"
    assert len(caret) <= width + 1
    assert harmless(shown) == shown


def test_a_long_text_is_quoted_short() -> None:
    """A cell of ten thousand characters does not fill the message."""
    assert quoted("表" * 20 + "x" * 10_000 + "3.00") == f"'{'表' * 20}…{'x' * 16}3.00'"

"""HTML as text: what is escaped, and where headings stand."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fiscaltables.exporting.markup import Html, element, header_rows, together
from fiscaltables.model.amounts import Path
from generated.values import PATHS

BETWEEN = ("合计",), ("基本支出", "小计"), ("基本支出", "人员经费"), ("项目支出",)


def test_a_text_is_escaped_wherever_it_stands() -> None:
    """Inside an element, beside one, and in an attribute."""
    assert element("td", "<b>&", title="\"'") == '<td title="&quot;&#x27;">&lt;b&gt;&amp;</td>'
    assert together("<", Html("<br>"), ">") == "&lt;<br>&gt;"


def test_html_is_taken_as_it_is() -> None:
    """An element inside an element is not escaped again."""
    assert element("tr", element("td", "&")) == "<tr><td>&amp;</td></tr>"


@pytest.mark.parametrize("text", ["\x00", "\x1b", "\x85", "\ud800"])
def test_what_no_browser_takes_is_replaced(text: str) -> None:
    """A control character or half a surrogate pair is shown as a replacement, and can be sent."""
    assert element("td", f"a{text}b").encode() == "<td>a\N{REPLACEMENT CHARACTER}b</td>".encode()


@given(st.text())
def test_no_text_becomes_an_element(text: str) -> None:
    """Escaped, no text has a bracket or a quote left, and a browser reads the text itself."""
    shown = together(text)
    assert not set(shown) & set("<>\"'")
    assert set(unescape(shown)) <= {*text, "\N{REPLACEMENT CHARACTER}"}


def test_a_heading_that_neighbours_share_stands_once_over_them() -> None:
    """A heading spans its columns, and a column without further headings spans the rows below."""
    first, second = header_rows(BETWEEN)
    assert [(it.text, it.column, it.across, it.down) for it in first] == [
        ("合计", 0, 1, 2),
        ("基本支出", 1, 2, 1),
        ("项目支出", 3, 1, 2),
    ]
    assert [(it.text, it.column) for it in second] == [("小计", 1), ("人员经费", 2)]


def test_the_same_heading_further_on_stands_again() -> None:
    """Only neighbours are put together: the columns stay in their order."""
    paths = (("基本支出", "小计"), ("合计",), ("基本支出", "人员经费"))
    assert [(it.text, it.across) for it in header_rows(paths)[0]] == [("基本支出", 1), ("合计", 1), ("基本支出", 1)]


def test_a_column_named_as_the_heading_beside_it_keeps_its_own_cell() -> None:
    """A heading over nothing else is not put together with the same heading over others."""
    assert [(it.text, it.across, it.down) for it in header_rows((("其中",), ("其中", "公用经费")))[0]] == [
        ("其中", 1, 2),
        ("其中", 1, 1),
    ]


def test_no_columns_have_no_header() -> None:
    """There is no row where there is nothing to say."""
    assert header_rows(()) == ()


@given(st.lists(PATHS, max_size=6))
def test_every_column_reads_down_to_its_path(paths: list[Path]) -> None:
    """The headings cover the columns and rows of the header exactly once, and say each path from top to leaf."""
    rows = header_rows(paths)
    grid: dict[tuple[int, int], str | None] = {}
    for level, row in enumerate(rows):
        for heading in row:
            for down in range(heading.down):
                for across in range(heading.across):
                    place = (level + down, heading.column + across)
                    assert place not in grid
                    grid[place] = None if down else heading.text
    assert set(grid) == {(level, column) for level in range(len(rows)) for column in range(len(paths))}
    read = [[grid[level, column] for level in range(len(rows))] for column in range(len(paths))]
    assert [tuple(text for text in texts if text is not None) for texts in read] == [path or ("",) for path in paths]

"""How text becomes pages of rows of cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fiscaltables.model.places import Span
from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Row
from fiscaltables.reading.text import read_text

PIECES = st.text("收支 1.0-*#|_<b>&;\t\n\r\f（）", max_size=40)


def _rows(text: str) -> tuple[Row, ...]:
    return tuple(row for page in read_text(text) for row in page.rows)


def _row(text: str) -> Row:
    (row,) = _rows(text)
    return row


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def _places(row: Row) -> list[tuple[int | None, int | None]]:
    return [(cell.span.column, cell.span.end_column) for cell in row.cells]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("301\t工资福利支出\t284.50", ["301", "工资福利支出", "284.50"]),
        ("\t合计\t", ["", "合计", ""]),
        ("上年结转\t\t\t", ["上年结转", "", "", ""]),
        ("收 入\t\t支  出\t", ["收 入", "", "支 出", ""]),
        ("  301 \t 工资\u3000福利 \t", ["301", "工资 福利", ""]),
        ("项目\t指标|值\t5", ["项目", "指标|值", "5"]),
    ],
)
def test_a_line_with_tabs_is_a_row_of_cells(line: str, cells: list[str]) -> None:
    """Tabs part the cells; a blank cell stays where it is, also at the end of the line."""
    row = _row(line)
    assert (row.layout, _texts(row)) == (Layout.TABBED, cells)
    assert [cell.column for cell in row.cells] == list(range(len(cells)))


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| 301 | 工资福利支出 | 284.50 |", ["301", "工资福利支出", "284.50"]),
        ("|301||284.50|", ["301", "", "284.50"]),
        ("  | 合计 |  |  |  ", ["合计", "", ""]),
        (r"| 甲\|乙 | 1 |", ["甲|乙", "1"]),
    ],
)
def test_a_markdown_row_is_a_row_of_cells(line: str, cells: list[str]) -> None:
    """Pipes at both ends make a Markdown row; an escaped pipe is a part of its cell."""
    row = _row(line)
    assert (row.layout, _texts(row)) == (Layout.TABBED, cells)


@pytest.mark.parametrize("line", ["|---|---|", "| :--- | ---: |", "---|---", "-------\t-------", "--- \t\t ---\t|"])
def test_a_markdown_separator_is_no_row(line: str) -> None:
    """A row of dashes under a Markdown header, or after the last row, prints nothing."""
    assert [row.text for row in _rows(f"a\n{line}\nb")] == ["a", "b"]


def test_what_is_nearly_a_separator_is_a_row() -> None:
    """There are endless ways to share its blanks between its pieces, of which only one is tried."""
    (row,) = _rows("---\t\t" * 300 + "x")
    assert row.printed[-1].text == "x"


@pytest.mark.parametrize("line", ["-\t-", "—\t—", "- - -", "——"])
def test_dashes_that_stand_for_amounts_stay(line: str) -> None:
    """A dash in a cell is printed and stays."""
    assert [row.text.split() for row in _rows(line)] == [line.split()]


def test_a_line_without_tabs_is_a_row_of_words() -> None:
    """Where no tab or pipe shows cells, every word of the line is one, and the layout says so."""
    row = _row("302 商品和服务支出  1,048.52 —")
    assert (row.layout, _texts(row)) == (Layout.FLOWING, ["302", "商品和服务支出", "1,048.52", "—"])
    assert row.text == "302 商品和服务支出  1,048.52 —"


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        (
            "<b>本年收入合计</b>\t682.48\t<b>本年支出合计</b>\t<strong>682.48</strong>",
            "本年收入合计 682.48 本年支出合计 682.48",
        ),
        ("<p>收支总表</p>", "收支总表"),
        ('<span style="color:red">合计</span>\t<font size=2>1.00</font>', "合计 1.00"),
        ("**合计**\t**1.00**", "合计 1.00"),
        ("__合计__\t1.00", "合计 1.00"),
        ("<B>合计</B>\t1.00<br/>", "合计 1.00"),
    ],
)
def test_markup_is_no_part_of_a_text(line: str, cells: str) -> None:
    """Simple HTML tags and Markdown emphasis are left out of the cells."""
    assert " ".join(_texts(_row(line))) == cells


@pytest.mark.parametrize("line", ["<p></p>", "<br>", "<b> </b>"])
def test_a_line_of_nothing_but_markup_is_no_row(line: str) -> None:
    """Markup around nothing prints nothing."""
    assert _rows(line) == ()


@pytest.mark.parametrize("line", ["工资<5000元", "增长>=95", "2<3\t3>2"])
def test_signs_that_are_no_tag_stay(line: str) -> None:
    """A less-than or greater-than sign of a target value is printed and stays."""
    assert _row(line).text.split() == line.split()


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Q&amp;A\t1.00", "Q&A 1.00"),
        ("收入&nbsp;合计\t1.00", "收入 合计 1.00"),
        ("&lt;=\t95", "<= 95"),
        ("R&amp;D经费", "R&D经费"),
        ("&#26631;准\t1", "标准 1"),
    ],
)
def test_html_entities_are_read_as_their_character(line: str, text: str) -> None:
    """An entity stands for one character and parts no word."""
    assert " ".join(_texts(_row(line))) == text


@pytest.mark.parametrize(
    ("line", "text", "heading"),
    [
        ("# 收支总表", "收支总表", True),
        ("### （五）稽核部", "（五）稽核部", True),
        ("###### 注", "注", True),
        ("## **收支总表**", "收支总表", True),
        ("收支总表", "收支总表", False),
        ("#", "#", False),
        ("#REF!\t1.00", "#REF! 1.00", False),
        ("####### 收支总表", "####### 收支总表", False),
    ],
)
def test_markdown_heads_are_headings(line: str, text: str, *, heading: bool) -> None:
    """One to six hash signs before a text make it a heading; a stray hash sign or an error value does not."""
    row = _row(line)
    assert (row.text, row.heading) == (text, heading)


@pytest.mark.parametrize("line", ["- 收支总表", "* 收支总表", "+ 收支总表", "  - 收支总表"])
def test_list_marks_are_no_part_of_a_text(line: str) -> None:
    """The mark of a Markdown list is left out."""
    assert _row(line).text == "收支总表"


@pytest.mark.parametrize("line", ["- 5 -", "- 12 -", "- 12.00", "- 1,234.00", "-5", "— 3 —", "12", "第 3 页 共 20 页"])
def test_page_numbers_and_negative_figures_keep_their_dashes(line: str) -> None:
    """A dash before a figure is no list mark: it belongs to a page number or to the figure."""
    assert _row(line).text == line


def test_a_form_feed_begins_a_page() -> None:
    """A form feed begins a page, at the head of a line or within it; pages and places are numbered from 1."""
    pages = read_text("甲\n\f乙\n丙\f丁")
    assert [(page.number, [row.text for row in page.rows]) for page in pages] == [
        (1, ["甲"]),
        (2, ["乙", "丙"]),
        (3, ["丁"]),
    ]
    assert [(row.span.page, row.span.line) for page in pages for row in page.rows] == [(1, 1), (2, 2), (2, 3), (3, 3)]


def test_text_without_form_feeds_has_one_page_without_a_number() -> None:
    """Where no page break is printed, no page is claimed."""
    (page,) = read_text("甲\n\n乙")
    assert page.number is None
    assert [row.span.page for row in page.rows] == [None, None]


def test_an_empty_page_is_a_page() -> None:
    """A page on which nothing is printed keeps its number, so that the next one does."""
    assert [(page.number, len(page.rows)) for page in read_text("甲\f\f乙")] == [(1, 1), (2, 0), (3, 1)]


@pytest.mark.parametrize("text", ["", "\n\n", " \t \n", "\u3000\r\n", "\ufeff"])
def test_blank_text_has_no_rows(text: str) -> None:
    """A text that prints nothing is one page without rows."""
    (page,) = read_text(text)
    assert page.rows == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_ends_one_line(end: str) -> None:
    """CR LF, LF and CR end a line alike, and CR LF counts once."""
    rows = _rows(end.join(["甲\t1", "", "乙\t2"]))
    assert [(_texts(row), row.span.line, row.after_blank) for row in rows] == [
        (["甲", "1"], 1, False),
        (["乙", "2"], 3, True),
    ]


@pytest.mark.parametrize(
    ("printed", "text"),
    [("cafe\u0301", "caf\u00e9"), ("\uf9be", "\u6599"), ("“三公”经费（合计）", "“三公”经费（合计）"), ("１２", "１２")],
)
def test_texts_are_in_one_form_and_else_as_printed(printed: str, text: str) -> None:
    """Texts are NFC: composed characters, but full-width brackets, quotes and digits as they are printed."""
    assert _row(printed).text == text


@pytest.mark.parametrize("blank", ["\u00a0", "\u3000", "\u2003", "\u202f"])
def test_every_kind_of_blank_parts_words(blank: str) -> None:
    """A blank of any width is a blank."""
    assert _texts(_row(f"合计{blank}1.00")) == ["合计", "1.00"]


@pytest.mark.parametrize("invisible", ["\u200b", "\ufeff", "\u00ad", "\u2060"])
def test_invisible_characters_are_no_part_of_a_text(invisible: str) -> None:
    """What is not seen in print is not in the text."""
    assert _row(f"合{invisible}计\t1.00").text == "合计 1.00"


def test_rows_after_a_blank_line_are_marked() -> None:
    """A row knows whether a blank line stands before it; the first row has none before it."""
    rows = _rows("甲\n乙\n\n丙\n \t\n\n丁\n戊")
    assert [(row.text, row.after_blank) for row in rows] == [
        ("甲", False),
        ("乙", False),
        ("丙", True),
        ("丁", True),
        ("戊", False),
    ]


def test_a_form_feed_is_no_blank_line() -> None:
    """The first line of a page stands after a blank line only where one is printed."""
    first, second, third = _rows("甲\n\f乙\n\n\f丙")
    assert (first.after_blank, second.after_blank, third.after_blank) == (False, False, True)


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("301\t工资福利支出\t284.50", [(1, 3), (5, 10), (12, 17)]),
        (" 301  工资 1.00", [(2, 4), (7, 8), (10, 13)]),
        ("| 301 | 工资 |", [(3, 5), (9, 10)]),
        ("<b>合计</b>\t1.00", [(4, 5), (11, 14)]),
        ("## 收支总表", [(4, 7)]),
        ("- 收支总表", [(3, 6)]),
        ("**合计**\t1.00", [(3, 4), (8, 11)]),
        ("&lt;=\t95", [(1, 5), (7, 8)]),
    ],
)
def test_cells_stand_in_the_columns_of_the_file(line: str, places: list[tuple[int, int]]) -> None:
    """Columns are those of the characters in the file, from 1 and ends included, markup counted."""
    assert _places(_row(line)) == places


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("\f合计\t1.00", [(2, 3), (5, 8)]),
        ("甲\f合计\t1.00", [(3, 4), (6, 9)]),
        ("合\u200b计\t1.00", [(1, 3), (5, 8)]),
        ("\u200b合计\t1.00", [(2, 3), (5, 8)]),
    ],
)
def test_what_is_not_printed_counts_for_the_columns(line: str, places: list[tuple[int, int]]) -> None:
    """A form feed or an invisible character before a cell is a character of the file."""
    assert _places(_rows(line)[-1]) == places


def test_blank_cells_have_a_place() -> None:
    """A blank cell stands between its tabs."""
    row = _row("合计\t\t1.00")
    assert row.cells[1].blank
    assert row.cells[1].span == Span(line=1, column=4, end_line=1, end_column=4)
    assert [cell.text for cell in row.printed] == ["合计", "1.00"]


def test_lines_are_those_of_the_file() -> None:
    """Rows carry the number of their line, blank and separator lines counted."""
    rows = _rows("\n表1\n\n|合计|\n|---|\n\n|1.00|")
    assert [(row.text, row.span.line) for row in rows] == [("表1", 2), ("合计", 4), ("1.00", 7)]


@given(text=PIECES)
def test_every_cell_is_found_at_its_place(text: str) -> None:
    """Whatever the text, no character is lost: a printed cell without markup stands at its place in the file."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for row in _rows(text):
        for cell in row.printed:
            line = lines[(cell.span.line or 0) - 1]
            if "\f" not in line and not set("<&\\").intersection(line):
                printed = line[(cell.span.column or 0) - 1 : cell.span.end_column]
                assert _without_marks(printed) == _without_marks(cell.text)


def _without_marks(text: str) -> str:
    return "".join(character for character in text if character not in "*_" and not character.isspace())

"""Page numbers and running heads, and what looks like them and is none."""

import pytest

from fiscaltables.reading.text import read_text
from fiscaltables.segmenting.running import without_running_lines

HEAD = "云溪市档案馆2024年部门预算"


def _left(text: str) -> list[str]:
    """Give the lines that are left of a text; pages are parted by form feeds."""
    return [row.text for page in without_running_lines(read_text(text.replace("→", "\t"))) for row in page.rows]


@pytest.mark.parametrize(
    "number",
    ["- 3 -", "—3—", "－ 12 －", "~3~", "·3·", "第3页", "第 3 页 共 20 页", "第3页/共20页", "第3页，共20页", "3/20"],
)
def test_a_marked_number_is_a_page_number(number: str) -> None:
    """A number between dashes, in 第…页 or over the number of pages is a page's wherever it stands."""
    assert _left(f"前言\n{number}\n后记") == ["前言", "后记"]
    assert _left(f"前言\n{number}\n正文\f后记") == ["前言", "正文", "后记"]


@pytest.mark.parametrize("line", ["3.00", "-3", "3-", "-3.5-", "- 12345 -", "第3条", "第一页", "208", "12 13", "12→13"])
def test_figures_are_no_page_numbers(line: str) -> None:
    """An amount, a negative figure, a code or two figures on a line stay."""
    assert _left(f"前言\n{line}\n后记") == ["前言", line.replace("→", " "), "后记"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("前言\n1\f正文\n2\f后记\n3", ["前言", "正文", "后记"]),
        ("1\n前言\f2\n正文\f3\n后记", ["前言", "正文", "后记"]),
        ("前言\n5\f正文\n6\f后记\n7", ["前言", "正文", "后记"]),
        ("前言\f正文\n1\f后记\n2", ["前言", "正文", "后记"]),
        ("前言\n1\f正文\f后记", ["前言", "正文", "后记"]),
        ("前言\n1\f正文\n2\f后记\n7", ["前言", "正文", "后记", "7"]),
        ("前言\n4\f正文\f后记", ["前言", "4", "正文", "后记"]),
        ("前言\n2\n总论\f正文\n2\f后记", ["前言", "2", "总论", "正文", "后记"]),
    ],
)
def test_bare_numbers_are_page_numbers_where_they_count_with_the_pages(text: str, left: list[str]) -> None:
    """At a page's edge a bare number is dropped where others keep its distance to the page, or it is the page's own."""
    assert _left(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("前言\n" * 12 + "1\n" + "正文\n" * 12 + "2", ["前言"] * 12 + ["正文"] * 12),
        ("公务接待费\n12\n公务用车运行费\n13", ["公务接待费", "12", "公务用车运行费", "13"]),
        ("前言\n12\n后记", ["前言", "12", "后记"]),
        ("前言\n1\n正文\n3\n后记", ["前言", "1", "正文", "3", "后记"]),
        ("前言\n2\n正文\n1\n后记", ["前言", "2", "正文", "1", "后记"]),
    ],
)
def test_bare_numbers_without_pages_are_dropped_only_where_all_follow_one_another(text: str, left: list[str]) -> None:
    """Where no page is marked, one bare number, one out of turn or a page too short leaves all of them standing."""
    assert _left(text) == left


@pytest.mark.parametrize("text", ["前言\n208\n后记", "208\n209\n210", "208\f209\f210", "前言\n208\f后记\n209"])
def test_digits_that_could_be_a_code_are_never_dropped(text: str) -> None:
    """A 208 alone on its line stays, also where such lines count on with the pages."""
    assert _left(text) == text.replace("\f", "\n").split("\n")


@pytest.mark.parametrize(
    "head",
    [HEAD, "2024年部门预算报告", "云溪市档案馆2024年度部门决算公开说明", "云溪市档案馆 2024年度单位预算公开情况"],
)
def test_a_running_head_is_dropped_where_it_stands_three_times(head: str) -> None:
    """A line that names the disclosure is a running head from the third time on; twice it is a heading."""
    pages = ["前言", "正文", "后记"]
    assert _left("\f".join(f"{head}\n{page}" for page in pages)) == pages
    assert _left(f"{head}\n前言\f{head}\n正文") == [head, "前言", head, "正文"]


def test_blanks_in_a_running_head_do_not_count() -> None:
    """A head that is spaced on one page is the same head."""
    assert _left(f"云 溪市档案馆 2024年部门预算\n前言\f{HEAD}\n正文\f{HEAD}\n后记") == ["前言", "正文", "后记"]


@pytest.mark.parametrize(
    "line",
    [
        "2024年收支预算总表",
        "部门：云溪市档案馆",
        "2024年度",
        "单位：万元",
        "第一部分 2024年部门预算",
        "2024年部门预算。",
        "云溪市档案馆",
        "2024年预算数",
    ],
)
def test_what_repeats_and_is_no_running_head_stays(line: str) -> None:
    """Captions, headings of parts, sentences and headings of columns stay, however often they are printed."""
    assert _left("\f".join([f"{line}\n正文"] * 4)) == [line, "正文"] * 4


def test_rows_with_tabs_are_no_page_numbers() -> None:
    """A number alone in a row with tabs is a cell of a table."""
    assert _left("1→\n前言\f2→\n正文\f3→\n后记") == ["1", "前言", "2", "正文", "3", "后记"]


@pytest.mark.parametrize("text", ["", "\f\f", "\n\n"])
def test_a_document_without_lines_has_none(text: str) -> None:
    """Nothing printed gives nothing, with pages or without."""
    assert _left(text) == []

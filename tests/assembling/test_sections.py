"""The narrative between the tables, cut into sections at its headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fiscaltables.assembling.sections import sections_of
from fiscaltables.model.disclosure import Section
from fiscaltables.model.places import Span
from fiscaltables.reading.text import read_text

LINES = st.sampled_from(
    ["第一部分 概况", "一、主要职责", "负责档案工作。", "（二）机构设置", "## 说明", "设3个科室；编制20名。"]
)


def _sections(text: str, *tables: int) -> tuple[Section, ...]:
    """Give the sections of a text, with tables that begin on these lines."""
    rows = tuple(row for page in read_text(text) for row in page.rows)
    return sections_of(rows, tuple(Span(line=line, end_line=line) for line in tables))


def _said(sections: tuple[Section, ...]) -> list[tuple[str | None, str]]:
    return [(section.title, section.text) for section in sections]


@pytest.mark.parametrize(
    "heading",
    [
        "第一部分 概况",
        "第三部分 2025年部门预算情况说明",
        "一、收支预算情况说明",
        "（二）机构设置",
        "(二)机构设置",
        "## 说明",
    ],
)
def test_a_heading_begins_a_section(heading: str) -> None:
    """A part, a numbered heading or a heading by its markup is the title of what follows."""
    assert _said(_sections(f"前言。\n\n{heading}\n\n正文一。\n正文二。\n")) == [
        (None, "前言。"),
        (heading.removeprefix("## "), "正文一。\n正文二。"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "一、负责全市档案的接收和整理；承担编研工作。",
        "（一）事业收入：指事业单位开展业务取得的收入。",
        "云溪市档案服务中心",
        "2025年收支总预算476.88万元",
        "一、" + "档" * 40,
    ],
)
def test_a_sentence_or_list_entry_begins_no_section(line: str) -> None:
    """A numbered sentence, a definition and a plain line belong to the section that they stand in."""
    assert _said(_sections(f"一、主要职责\n{line}\n")) == [("一、主要职责", line)]


def test_a_heading_without_text_is_a_section() -> None:
    """Headings that follow one another directly are sections with no text."""
    assert _said(_sections("第一部分 概况\n一、主要职责\n档案工作。\n")) == [
        ("第一部分 概况", ""),
        ("一、主要职责", "档案工作。"),
    ]


def test_a_table_ends_a_section() -> None:
    """What stands behind a table is another section, without a title unless it prints one."""
    assert _said(_sections("一、收支情况\n说明如下。\n\n\n附带说明。\n\n\n再说明。\n", 3, 6)) == [
        ("一、收支情况", "说明如下。"),
        (None, "附带说明。"),
        (None, "再说明。"),
    ]


def test_a_section_spans_its_lines() -> None:
    """A section reaches from its title to its last line."""
    (section,) = _sections("\n一、主要职责\n\n档案工作。\n")
    assert (section.span.line, section.span.column, section.span.end_line, section.span.end_column) == (2, 1, 4, 5)


def test_no_narrative_has_no_sections() -> None:
    """A document of tables alone has no sections."""
    assert _sections("", 1) == ()


@given(lines=st.lists(LINES, max_size=12), tables=st.lists(st.integers(1, 12), max_size=3))
def test_every_line_is_in_one_section(lines: list[str], tables: list[int]) -> None:
    """Titles and texts of the sections, one after another, are the narrative."""
    sections = _sections("\n".join(lines), *tables)
    printed = [line for section in sections for line in (section.title, *section.text.split("\n")) if line]
    assert printed == [line.removeprefix("## ") for line in lines]

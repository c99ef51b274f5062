"""Where one text cell of a flowing row ends and the next begins."""

import pytest

from fiscaltables.placing.borders import Word, split_texts
from fiscaltables.reading.text import read_text

ENTITY = frozenset({"云溪市档案服务中心"})
NAME, CONTENT = "馆藏民国档案数字\n化", "对馆藏档案开展整理\n扫描。"
PROJECTS = ("UNIT_NAME", "PROJECT_NAME", "CONTENT")


def _words(text: str) -> tuple[Word, ...]:
    """Make the words of a row from its lines; a blank line stands before a line where one is printed."""
    return tuple(Word(cell, row.after_blank) for row in read_text(text)[0].rows for cell in row.cells)


def _split(kinds: tuple[str, ...], *rows: str, known: frozenset[str] = ENTITY) -> list[tuple[str | None, ...] | None]:
    return list(split_texts(tuple(map(_words, rows)), kinds, known))


def test_a_single_column_takes_every_word() -> None:
    """Where the table has one column of texts a wrapped name is put together, whatever blank lines stand in it."""
    assert _split(("NAME_HEADING",), "机关事业单位基本\n\n养老保险缴费", "住房\n公积金", "") == [
        ("机关事业单位基本养老保险缴费",),
        ("住房公积金",),
        (None,),
    ]


def test_blank_lines_part_cells_where_a_known_name_shows_it() -> None:
    """The lines of the entity's name stand together, so a blank line parts the cells of the other rows."""
    assert _split(PROJECTS, "云溪市档案服\n务中心", f"\n{NAME}\n\n{CONTENT}", "\n口述历史资料采集\n\n采集史料。") == [
        ("云溪市档案服务中心", None, None),
        (None, "馆藏民国档案数字化", "对馆藏档案开展整理扫描。"),
        (None, "口述历史资料采集", "采集史料。"),
    ]


def test_blank_lines_stand_inside_cells_where_a_known_name_shows_it() -> None:
    """The lines of the entity's name stand apart, so lines without a blank line between them are two cells."""
    name, content = NAME.replace("\n", "\n\n"), CONTENT.replace("\n", "\n\n")
    assert _split(PROJECTS, "云溪市档案服\n\n务中心", f"\n{name}\n{content}") == [
        ("云溪市档案服务中心", None, None),
        (None, "馆藏民国档案数字化", "对馆藏档案开展整理扫描。"),
    ]


def test_texts_that_fit_several_columns_are_not_split() -> None:
    """Two narrow texts for three columns may be entity and project or project and content: neither is chosen."""
    assert _split(PROJECTS, "云溪市档案服\n务中心", "\n库房室\n\n物业")[1] is None


def test_a_single_text_stands_in_the_column_that_names_the_row() -> None:
    """A text that is no known entity is the project, which no row of projects leaves blank."""
    assert _split(PROJECTS[:2], "云溪市档案服\n务中心", "\n库房\n物业")[1] == (None, "库房物业")


def test_a_known_name_fills_the_first_column_however_it_is_wrapped() -> None:
    """A row that prints nothing but a known name is that cell, also where nothing settles the other rows."""
    assert _split(PROJECTS, "云溪市档案服务中心", "云溪市\n档案服务中心", "馆藏档案\n\n数字化")[:2] == [
        ("云溪市档案服务中心", None, None),
        ("云溪市档案服务中心", None, None),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("馆藏档案\n\n数字化扫描",),
        ("云溪市档案服务中心", "馆藏档案\n\n数字化扫描"),
        ("云溪市档案服\n务中心", "云溪市档案服\n\n务中心", "馆藏档案\n\n数字化扫描"),
    ],
)
def test_without_confirmation_no_border_is_chosen(rows: tuple[str, ...]) -> None:
    """Where no wrapped name is known, or known names contradict each other, the texts of a row are not split."""
    assert _split(PROJECTS, *rows)[-1] is None


def test_a_row_without_words_has_no_texts() -> None:
    """A row of amounts alone has a blank in every column of texts, once the style of the table is known."""
    assert _split(PROJECTS, "云溪市档案服\n务中心", "")[1] == (None, None, None)


def test_no_word_is_lost_or_doubled() -> None:
    """A row that is split holds its words once and in order."""
    row = f"\n{NAME}\n\n1、扫描10万页；2、著\n录3册。"
    found = _split(PROJECTS, "云溪市档案服\n务中心", row)[1]
    assert found is not None
    assert "".join(text or "" for text in found).replace(" ", "") == "".join(row.split())


def test_a_list_of_names_is_compared_in_one_form() -> None:
    """A known name is known with other brackets and blanks too."""
    known = frozenset({"云溪市档案馆(本级)"})
    assert _split(PROJECTS, "云溪市档案\n馆（本级）", known=known) == [("云溪市档案馆（本级）", None, None)]

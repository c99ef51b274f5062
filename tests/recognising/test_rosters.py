"""Rows that are named by organisations begin where the print shows it."""

import pytest

from fiscaltables.model.places import Span
from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.cells import Candidate
from fiscaltables.recognising.flowing import Print, flowing_candidates
from fiscaltables.recognising.rosters import by_unit, numbered

NUMBERED = [
    ("1 云溪市档案局（本级）\n2 云溪市档案馆", "SERIAL_NUMBER NAME SERIAL_NUMBER NAME"),
    ("1 云溪市档案馆 2024年新设", "SERIAL_NUMBER NAME REMARK_TEXT"),
    ("1 云溪市电子文件管理\n中心", "SERIAL_NUMBER NAME NAME"),
    ("1 云溪市电子文件管理\n中心 新设", "SERIAL_NUMBER NAME NAME REMARK_TEXT"),
    ("1 云溪市文化集团", "SERIAL_NUMBER NAME"),
    ("1 云溪市档案局\n机关服务中心", "STRAY STRAY STRAY"),
    ("1 云溪市档案局 （本级）", "STRAY STRAY STRAY"),
    ("1 云溪市档案局 机关服务 中心", "STRAY STRAY STRAY STRAY"),
    ("1 云溪市档案 2024年\n局（本级） 新设", "STRAY STRAY STRAY STRAY STRAY"),
    ("1 云溪市档案馆 2024年\n新设", "STRAY STRAY STRAY STRAY"),
    ("1\n云溪市档案馆", "STRAY STRAY"),
    ("1 公益一类 财政拨款", "STRAY STRAY STRAY"),
    ("序言\n1 云溪市档案馆", "STRAY SERIAL_NUMBER NAME"),
]
WITHOUT_REMARKS = [
    ("1 云溪市 档案馆", "SERIAL_NUMBER NAME NAME"),
    ("1 云溪市电子文件管理\n中心", "SERIAL_NUMBER NAME NAME"),
    ("1 云溪市档案馆\n合计 1家", "STRAY STRAY STRAY STRAY"),
    ("1 云溪市档案局（本级）\n云溪市电子文件\n2\n管理中心", "STRAY STRAY STRAY STRAY STRAY"),
]
BY_UNIT = [
    ("合计 9.97\n云溪市档案局（本级） 9.97", "TOTAL AMOUNT UNIT_LABEL AMOUNT"),
    ("合 计 9.97\n云溪市文化集团 9.97", "TOTAL AMOUNT UNIT_LABEL AMOUNT"),
    ("云溪市电子文件管理\n中心 3.00", "UNIT_LABEL MORE AMOUNT"),
    ("云溪市档案局\n机关服务中心 3.00", "STRAY STRAY AMOUNT"),
    ("云溪市档案局 5.00\n机关服务中心", "STRAY AMOUNT STRAY"),
    ("云溪市档案馆 5.00\n青禾县图书馆", "UNIT_LABEL AMOUNT UNIT_LABEL"),
    ("云溪市档案馆\n青禾县图书馆 5.00", "UNIT_LABEL UNIT_LABEL AMOUNT"),
    ("青禾县\n图书馆\n云溪市档案馆\n5.00", "UNIT_LABEL MORE UNIT_LABEL AMOUNT"),
    ("青禾县图书馆\n服务中心 5.00", "STRAY STRAY AMOUNT"),
    ("云溪市 第 1 中学 5.00\n3.00", "STRAY STRAY STRAY STRAY AMOUNT AMOUNT"),
]
KNOWN = frozenset({"云溪市档案馆", "青禾县图书馆"})


@pytest.mark.parametrize(("text", "kinds"), NUMBERED)
def test_a_row_of_a_numbered_list_begins_at_the_next_number(text: str, kinds: str) -> None:
    """Behind the only name of an organisation stands a remark; a name that may go on refuses the row."""
    assert _kinds(numbered(_rows(text), remarks=True)) == kinds


@pytest.mark.parametrize(("text", "kinds"), WITHOUT_REMARKS)
def test_without_remarks_a_line_of_its_own_belongs_to_a_name_that_is_none_without_it(text: str, kinds: str) -> None:
    """All words on the line of the number are the name; what may be of the next row, or of a total, refuses the row."""
    assert _kinds(numbered(_rows(text), remarks=False)) == kinds


@pytest.mark.parametrize(("text", "kinds"), BY_UNIT)
def test_a_row_of_a_unit_begins_where_its_name_is_known_to(text: str, kinds: str) -> None:
    """Names that the document prints elsewhere part rows without figures; without them an open border is refused."""
    assert _kinds(by_unit(flowing_candidates(_rows(text), Print()), KNOWN)) == kinds


def test_names_that_can_be_parted_in_two_ways_are_refused() -> None:
    """Where two units together have the name of a third, which of them are printed is not said."""
    known = KNOWN | {"云溪市档案馆青禾县图书馆"}
    words = flowing_candidates(_rows("云溪市档案馆\n青禾县图书馆 5.00"), Print())
    assert _kinds(by_unit(words, known)) == "STRAY STRAY AMOUNT"


def _kinds(words: tuple[Candidate, ...]) -> str:
    return " ".join(word.kinds[0] for word in words)


def _rows(text: str) -> tuple[Row, ...]:
    return tuple(
        Row(
            tuple(
                Cell(word, Span(line=at, column=1, end_line=at, end_column=1), i) for i, word in enumerate(line.split())
            ),
            Layout.FLOWING,
            Span(line=at),
            line,
        )
        for at, line in enumerate(text.split("\n"), start=1)
    )

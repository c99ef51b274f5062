"""Rows that are named by organisations begin where the print shows it."""

import pytest

from fiscaltables.model.places import Span
from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.rosters import numbered, of_units

NUMBERED = [
    ("1 云溪市档案局（本级）\n2 云溪市档案馆", "SERIAL_NUMBER NAME SERIAL_NUMBER NAME"),
    ("1 云溪市档案馆 2024年新设", "SERIAL_NUMBER NAME REMARK_TEXT"),
    ("1 云溪市电子文件管理\n中心", "SERIAL_NUMBER NAME NAME"),
    ("1 云溪市档案局\n机关服务中心", "SERIAL_NUMBER STRAY STRAY"),
    ("1 公益一类 财政拨款", "SERIAL_NUMBER STRAY STRAY"),
    ("序言\n1 云溪市档案馆", "STRAY SERIAL_NUMBER NAME"),
]
UNITS = [
    ("合计 999.97\n云溪市档案局（本级） 999.97\n云溪市档案馆", "TOTAL AMOUNT UNIT AMOUNT UNIT"),
    ("云溪市电子文件管理\n中心 3.00", "UNIT AMOUNT"),
    ("云溪市档案局\n（本级） 3.00", "UNIT AMOUNT"),
    ("公益一类\n3.00", "NAME AMOUNT"),
]


@pytest.mark.parametrize(("text", "kinds"), NUMBERED)
def test_a_row_of_a_numbered_list_begins_at_the_next_number(text: str, kinds: str) -> None:
    """Behind the name of an organisation stands a remark; a name that may go on refuses the row."""
    assert " ".join(word.kinds[0] for word in numbered(_rows(text), remarks=True)) == kinds


@pytest.mark.parametrize(("text", "kinds"), UNITS)
def test_a_row_of_a_unit_begins_at_its_name(text: str, kinds: str) -> None:
    """The lines of a wrapped name are one word; a bracket on the next line belongs to it."""
    assert " ".join(word.kinds[0] for word in of_units(_rows(text))) == kinds


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

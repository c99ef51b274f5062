"""Wrapped labels of flowing forms are put together, and nothing else is."""

import pytest

from fiscaltables.model.places import Span
from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.forms.mending import mended

CASES = [
    ("产出指\n标", ["产出指标"]),
    ("项目(政\n策)名称\n档案数字化", ["项目(政策)名称", "档案数字化"]),
    ("满意\n度指\n标", ["满意度指标"]),
    ("三级指标 运算\n符号 指标值", ["三级指标", "运算符号", "指标值"]),
    ("产出指 标", ["产出指", "标"]),
    ("提高党性修养 ，提升能力", ["提高党性修养，提升能力"]),
    ("扫描\n页数", ["扫描", "页数"]),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_pieces_of_a_label_on_lines_of_their_own_are_one_word(text: str, words: list[str]) -> None:
    """A line break may part a known label; a blank on a line may not, save before a closing mark."""
    assert [word.cell.text for word in mended(_rows(text))] == words


def _rows(text: str) -> tuple[Row, ...]:
    return tuple(
        Row(
            tuple(Cell(word, Span(line=at, column=1), column) for column, word in enumerate(line.split())),
            Layout.FLOWING,
            Span(line=at),
            line,
        )
        for at, line in enumerate(text.split("\n"), start=1)
    )

"""The code of a line, from the cells in its columns of codes."""

import pytest

from fiscaltables.model.places import Span
from fiscaltables.placing.coding import Coded, code_columns, coded, may_stand
from fiscaltables.placing.headers import Column
from fiscaltables.reading.pages import Cell


def _cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(text, Span(), at) for at, text in enumerate(texts))


def _said(found: Coded) -> tuple[str | None, str | None, str | None]:
    return str(found.code) if found.code else None, found.printed, found.label


@pytest.mark.parametrize(
    ("text", "code", "printed", "label"),
    [
        ("20805", "20805", None, None),
        ("548003", "548003", None, None),
        ("3010", None, "3010", None),
        ("合 计", None, None, "合计"),
        ("", None, None, None),
    ],
)
def test_a_cell_of_the_code_column_is_a_code_a_piece_of_one_or_a_label(
    text: str, code: str | None, printed: str | None, label: str | None
) -> None:
    """Digits that are no whole code are kept as printed; a label is kept without its blanks."""
    assert _said(coded(_cells(text))) == (code, printed, label)


def test_no_cell_has_no_code() -> None:
    """A row without a cell in the code column has neither code nor label."""
    assert coded(()) == Coded()


@pytest.mark.parametrize(
    ("parts", "code", "printed"),
    [
        (("201", "", ""), "201", None),
        (("201", "26", ""), "20126", None),
        (("201", "26", "04"), "2012604", None),
        (("301", "02"), "30102", None),
        (("2012604", "", ""), "2012604", None),
        (("", "", "2012604"), "2012604", None),
        (("201", "20126", "2012604"), "2012604", None),
        (("", "26", ""), None, "26"),
        (("", "26", "04"), None, "26 04"),
        (("201", "", "04"), None, "201 04"),
        (("201", "6", ""), None, "201 6"),
        (("201", "30126", ""), None, "201 30126"),
        (("26", "04", ""), None, "26 04"),
    ],
)
def test_parts_make_up_a_code_where_none_before_is_missing(
    parts: tuple[str, ...], code: str | None, printed: str | None
) -> None:
    """Three digits and two and two are joined; what leaves a part out, or has another length, is kept as printed."""
    assert _said(coded(_cells(*parts))) == (code, printed, None)


def test_the_label_of_a_total_in_a_column_of_parts_is_a_label() -> None:
    """合计 may stand under 类 or under any other part."""
    assert _said(coded(_cells("合计", "", ""))) == (None, None, "合计")
    assert _said(coded(_cells("", "合 计", ""))) == (None, None, "合计")


def test_the_parts_of_one_code_stand_under_one_heading() -> None:
    """Columns of parts under another heading are another code; without parts the first column alone is the code."""
    part, whole = ("CODE_HEADING", "CODE_PART"), ("CODE_HEADING",)
    parts = [Column((above, name), part, "code") for above, name in ("ax", "ay", "bx")]
    name = Column(("n",), ("NAME_HEADING",), "text")
    assert code_columns([name, *parts]) == (1, 2)
    assert code_columns([Column(("c",), whole, "code"), name, Column(("d",), whole, "code")]) == (0,)
    assert code_columns([name]) == ()


@pytest.mark.parametrize(
    ("text", "kind", "stands"),
    [
        ("05", "CODE_PART", True),
        ("205", "CODE_PART", True),
        ("合计", "CODE_PART", True),
        ("5.00", "CODE_PART", False),
        ("教育支出", "CODE_PART", False),
        ("05", "CODE_HEADING", False),
        ("205", "CODE_HEADING", True),
    ],
)
def test_two_digits_stand_in_a_column_of_parts_alone(text: str, kind: str, *, stands: bool) -> None:
    """A column of codes holds codes and totals; two digits are a code only where the column is a part's."""
    assert may_stand(Cell(text, Span(), 0), Column(("x",), (kind,), "code")) is stands

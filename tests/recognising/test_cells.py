"""What a cell could be: figures, codes, and the kinds that the grammar chooses from."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fiscaltables.model.places import Span
from fiscaltables.reading.pages import Cell, Row
from fiscaltables.reading.text import read_text
from fiscaltables.recognising.cells import (
    code_kinds,
    figure_kind,
    gridded_candidates,
    joined,
    merged,
    value_of,
)

FIGURES = st.decimals(-(10**12), 10**12, places=2)


def _rows(text: str) -> tuple[Row, ...]:
    return read_text(text.replace("→", "\t"))[0].rows


def _gridded(line: str) -> list[tuple[str, ...]]:
    (row,) = _rows(line)
    return [candidate.kinds for candidate in gridded_candidates(row)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("682.48", "AMOUNT", "682.48"),
        ("162,953.23", "AMOUNT", "162953.23"),
        ("1,234,567", "AMOUNT", "1234567"),
        ("0", "AMOUNT", "0"),
        ("0.00", "AMOUNT", "0.00"),
        ("6.50", "AMOUNT", "6.50"),
        ("-12.30", "AMOUNT", "-12.30"),
        ("−12.30", "AMOUNT", "-12.30"),
        ("91.85%", "AMOUNT", "91.85"),
        ("１２．５", "AMOUNT", "12.5"),
        ("87267272.44", "AMOUNT", "87267272.44"),
        ("-", "DASH", None),
        ("—", "DASH", None),
        ("——", "DASH", None),
        ("/", "DASH", None),
        ("#REF!", "UNREADABLE", None),
        ("#DIV/0!", "UNREADABLE", None),
        ("#N/A", "UNREADABLE", None),
        ("####", "UNREADABLE", None),
        ("1.2.3", "UNREADABLE", None),
        ("1,23.00", "UNREADABLE", None),
        ("12,3456", "UNREADABLE", None),
        ("12\ufffd3.00", "UNREADABLE", None),
        ("1" * 29, "UNREADABLE", None),
        ("1" * 50_000, "UNREADABLE", None),
        ("1" * 50_000 + "x", None, None),
        (".5", "UNREADABLE", None),
        ("合计", None, None),
        ("", None, None),
        ("3万元", None, None),
        ("1、按", None, None),
        ("2023-12", None, None),
        ("[2021]1号", None, None),
        (">=95", None, None),
        ("...", None, None),
    ],
)
def test_figures_are_told_from_texts(text: str, kind: str | None, value: str | None) -> None:
    """A number, a dash, a number that cannot be read and a text are four different things."""
    assert figure_kind(text) == kind
    assert value_of(text) == (None if value is None else Decimal(value))


@given(value=FIGURES)
def test_a_printed_figure_reads_back(value: Decimal) -> None:
    """A figure has its value, digits kept, with thousands separated or not."""
    for printed in (f"{value:,}", f"{value}"):
        assert figure_kind(printed) == "AMOUNT"
        assert str(value_of(printed)) == str(value)


@given(text=st.text("0123456789.,-#— ", max_size=10))
def test_only_an_amount_has_a_value(text: str) -> None:
    """A value is given for amounts and for nothing else."""
    assert (value_of(text) is not None) == (figure_kind(text) == "AMOUNT")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("208", ("FUNCTION_CODE",)),
        ("20805", ("FUNCTION_CODE",)),
        ("2080505", ("FUNCTION_CODE",)),
        ("301", ("ECONOMIC_CODE",)),
        ("30101", ("ECONOMIC_CODE",)),
        ("50101", ("ECONOMIC_CODE",)),
        ("103", ("REVENUE_CODE",)),
        ("3010", ("CUT_CODE",)),
        ("2080", ("CUT_CODE",)),
        ("548003", ("ORGANISATION",)),
        ("068005", ("ORGANISATION",)),
        ("12", ()),
        ("208.00", ()),
        ("208,000", ()),
        ("２０８", ()),
        ("合计", ()),
        ("", ()),
    ],
)
def test_digits_show_the_kind_of_code(text: str, kinds: tuple[str, ...]) -> None:
    """First digit and length tell which code the digits could be; a figure with a point or a comma is no code."""
    assert code_kinds(text) == kinds


def test_a_code_may_be_an_amount_and_comes_first_as_code() -> None:
    """Digits that could be a code could also be money; the code is tried first."""
    assert _gridded("208→社会保障→208")[0] == ("FUNCTION_CODE", "AMOUNT")
    assert _gridded("208→社会保障→208")[2] == ("FUNCTION_CODE", "AMOUNT")


def test_a_blank_cell_is_blank() -> None:
    """A cell with nothing in it is one kind of cell."""
    assert _gridded("→合计→") == [("BLANK",), _gridded("→合计→")[1], ("BLANK",)]


def test_a_total_may_be_a_heading() -> None:
    """合计 labels a row and heads a column: which one, the place decides."""
    kinds = _gridded("合计→12.00")[0]
    assert kinds[:2] == ("TOTAL", "TOTAL_HEADING")
    assert "NAME" in kinds


def test_a_text_that_no_vocabulary_knows_may_be_a_name_or_a_heading() -> None:
    """An unknown text is a name before it is an unknown heading."""
    assert _gridded("馆藏档案数字化→1.00")[0] == ("NAME", "OTHER_HEADING")


@pytest.mark.parametrize("line", ["栏次→1→2→3", "1→2→3→4", "→→1→2→3", "栏次→→1→"])
def test_the_numbers_of_columns_are_no_amounts(line: str) -> None:
    """A row of 栏次, or of nothing but 1, 2, 3 …, holds numbers of columns."""
    kinds = {kind for candidate in _gridded(line) for kind in candidate}
    assert "LANE_NUMBER" in kinds
    assert "AMOUNT" not in kinds


@pytest.mark.parametrize("line", ["1→2", "1→2→4", "2→3→4", "合计→1→2→3", "1.00→2.00→3.00"])
def test_figures_that_do_not_count_columns_are_amounts(line: str) -> None:
    """A row whose figures are not exactly 1, 2, 3 … from the first holds amounts."""
    assert "LANE_NUMBER" not in {kind for candidate in _gridded(line) for kind in candidate}


def test_a_row_of_hash_signs_is_a_separator() -> None:
    """A stray # is a separator before it is a name."""
    assert _gridded("#→")[0] == ("SEPARATOR", "NAME")


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        (["机关事业单位基本", "养老保险缴费"], "机关事业单位基本养老保险缴费"),
        (["Windows", "10", "许可"], "Windows 10许可"),
        (["档案", "OCR", "识别"], "档案OCR识别"),
        (["公务用车购", "置费"], "公务用车购置费"),
        (["A4", "(80g)"], "A4(80g)"),
        (["一"], "一"),
        ([], ""),
    ],
)
def test_pieces_of_a_wrapped_text_are_joined(pieces: list[str], whole: str) -> None:
    """Chinese is joined without a blank; two Latin words or numbers keep one between them."""
    assert joined(pieces) == whole


def test_merged_cells_reach_from_the_first_to_the_last() -> None:
    """Several cells as one have the joined text, the place of all and the column of the first."""
    first = Cell("公务用车购", Span(line=3, column=9, end_line=3, end_column=13), 2)
    second = Cell("置费", Span(line=5, column=1, end_line=5, end_column=2), 0)
    assert merged((first, second)) == Cell("公务用车购置费", Span(line=3, column=9, end_line=5, end_column=2), 2)

"""Remarks behind the amounts of flowing rows: told where the print settles them, else their rows are kept whole."""

import pytest

from fiscaltables.reading.text import read_text
from fiscaltables.recognising.flowing import Print, flowing_candidates
from fiscaltables.recognising.remarks import with_remarks

BY_CELL = "2080505\n机关事业单位基本养老\n保险缴费支出\n3.00 3.00\n"
"""A row whose name is wrapped before its amounts: its table is printed cell after cell."""
NEXT = "210 卫生健康支出 1.00 1.00\n"


def _told(text: str, *, blocks: int = 1, decimals: bool = True) -> tuple[str, list[str]]:
    """Give the words of the remarks, and what nothing can take."""
    rows = read_text(text)[0].rows
    words = flowing_candidates(rows, Print(blocks=blocks, remarks=True))
    told = with_remarks(words, coded=blocks > 0, decimals=decimals)
    assert [word.cell for word in told] == [word.cell for word in words]
    remarks = "".join(word.cell.text for word in told if word.kinds == ("REMARK_TEXT",))
    return remarks, [word.cell.text for word in told if word.kinds == ("STRAY",)]


@pytest.mark.parametrize(
    "text",
    [
        "205 教育支出 5.00 5.00\n",
        "205 教育支出 5.00 5.00 含上年结转\n" + NEXT,
        "205 教育支出 5.00 5.00 含上年 结转\n" + NEXT,
        "合计 5.00 5.00 含上年结转\n" + NEXT,
        BY_CELL + "205 教育支出 5.00 5.00 含上年\n结转\n" + NEXT,
        BY_CELL + "205 教育支出 5.00 5.00\n含上年\n结转\n" + NEXT,
        "205 教育\n支出 5.00 5.00 含上年结转\n" + NEXT,
        "栏次 1 2\n205 教育支出 5.00 5.00 含上年结转\n栏次 1 2\n" + NEXT,
    ],
)
def test_texts_behind_amounts_are_a_remark(text: str) -> None:
    """On the line of the amounts, and on further lines where a table is printed cell after cell."""
    assert _told(text) == ("含上年结转" if "含" in text else "", [])


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("205 教育支出 5.00 5.00 含上年\n结转\n" + NEXT, ["205"]),
        ("205 教育支出 5.00 5.00 含结转 3.00 万元\n" + NEXT, ["205"]),
        ("205 教育支出 5.00 5.00 含结转\n3.00 万元\n" + NEXT, ["205"]),
        ("205 教育支出 5.00 5.00 含结转\n208 万元\n" + NEXT, ["205", "208"]),
        ("205 教育支出 5.00 5.00\n含上年\n210 卫生健康支出 1.00 1.00 结转\n", ["含上年", "210"]),
        ("205 教育支出 5.00 5.00 合计\n", ["205"]),
        ("205 教育支出 含上年结转\n" + NEXT, ["205"]),
        ("205 教育 含上年\n支出 5.00 5.00 结转\n" + NEXT, ["205"]),
    ],
)
def test_a_row_whose_remark_is_not_settled_is_refused(text: str, refused: list[str]) -> None:
    """It may be a piece of another, hold figures, or be a part of the name; nothing can take the row's head then."""
    assert _told(text) == ("", refused)


def test_a_code_before_a_text_may_begin_another_row() -> None:
    """208 before a text is an amount only where every amount prints decimals but those."""
    row = "205 教育支出 5.00 2.00 208 结转\n"
    assert _told(row) == ("结转", [])
    assert _told(row, decimals=False) == ("", ["205"])


def test_rows_without_codes_begin_on_any_line() -> None:
    """Where rows are named by their units, a text at the head of a line is a row's name and no remark."""
    assert _told("云溪市第一中学 5.00 5.00 含结转\n云溪市第二中学 1.00 1.00\n", blocks=0) == ("含结转", [])
    assert _told("云溪市第一中学 5.00 5.00 含结\n转\n云溪市第二中学 1.00 1.00\n", blocks=0) == (
        "",
        ["云溪市第一中学", "转"],
    )

"""The words of a flowing two-sided table: labels of either side, 行次 and figures."""

import pytest

from fiscaltables.reading.text import read_text
from fiscaltables.recognising.labels import side_candidates
from fiscaltables.recognising.settling import UNSETTLED

REVENUE, EXPENDITURE, AMOUNT = "REVENUE_LABEL", "EXPENDITURE_LABEL", "AMOUNT"


def _read(text: str, *, numbered: bool = False) -> list[tuple[str, str]]:
    """Give each word that was put together, with the first kind it could be."""
    rows = read_text(text)[0].rows
    return [(candidate.cell.text, candidate.kinds[0]) for candidate in side_candidates(rows, numbered=numbered)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "一、一般公共预算拨款收入 9.00 一、社会保障和就业支出 8.00",
            [
                ("一、一般公共预算拨款收入", REVENUE),
                ("9.00", AMOUNT),
                ("一、社会保障和就业支出", EXPENDITURE),
                ("8.00", AMOUNT),
            ],
        ),
        (
            "二、政府性基金预算拨款收入 二、卫生健康支出 1.00",
            [("二、政府性基金预算拨款收入", REVENUE), ("二、卫生健康支出", EXPENDITURE), ("1.00", AMOUNT)],
        ),
        ("三、住房保障支出 2.00", [("三、住房保障支出", EXPENDITURE), ("2.00", AMOUNT)]),
        ("四、财政专户管理资金收入", [("四、财政专户管理资金收入", REVENUE)]),
        ("（二） 其他收入 1.00", [("（二）其他收入", REVENUE), ("1.00", AMOUNT)]),
        ("(一)事业收入 —", [("(一)事业收入", REVENUE), ("—", "DASH")]),
        (
            "本年收入合计 9.00 本年支出合计 9.00",
            [("本年收入合计", REVENUE), ("9.00", AMOUNT), ("本年支出合计", EXPENDITURE), ("9.00", AMOUNT)],
        ),
        ("上年结转结余 年终结转结余", [("上年结转结余", REVENUE), ("年终结转结余", EXPENDITURE)]),
        (
            "收   入   总   计 9.00 支   出   总   计 9.00",
            [("收入总计", REVENUE), ("9.00", AMOUNT), ("支出总计", EXPENDITURE), ("9.00", AMOUNT)],
        ),
        (
            "一. 一般公共预算拨款收入 9.00 二十三. 预备费 1.00",
            [("一.一般公共预算拨款收入", REVENUE), ("9.00", AMOUNT), ("二十三.预备费", EXPENDITURE), ("1.00", AMOUNT)],
        ),
        ("年初结转和结余 1.00 结余分配", [("年初结转和结余", REVENUE), ("1.00", AMOUNT), ("结余分配", EXPENDITURE)]),
    ],
)
def test_the_labels_of_a_line_are_told_apart(line: str, words: list[tuple[str, str]]) -> None:
    """One label or two, with amounts or without, on one line: each has its side by its own words."""
    assert _read(line) == words


def test_the_same_label_on_either_side_is_settled_by_its_place() -> None:
    """总计 stands on both sides: the first on a line is of 收入, the second of 支出."""
    assert [kind for _, kind in _read("总计 9.00 总计 9.00")] == [REVENUE, AMOUNT, EXPENDITURE, AMOUNT]


def test_a_label_that_nothing_settles_belongs_to_no_side() -> None:
    """总计 alone on its line could be of either side; neither is chosen."""
    ((label, kind), amount) = _read("总计 9.00")
    assert (label, amount) == ("总计", ("9.00", AMOUNT))
    assert kind not in {REVENUE, EXPENDITURE}


def test_a_label_wrapped_over_lines_is_put_together() -> None:
    """A line that goes on with a label that is not whole belongs to it."""
    assert _read("二、国有资本经营预算财政拨款\n\n收入 9.00") == [
        ("二、国有资本经营预算财政拨款收入", REVENUE),
        ("9.00", AMOUNT),
    ]


def test_a_whole_label_does_not_take_the_next_line() -> None:
    """A label that is whole, with no amount behind it, leaves the next label alone."""
    assert _read("（一）事业收入\n（二）上级补助收入\n本年收入合计 9.00") == [
        ("（一）事业收入", REVENUE),
        ("（二）上级补助收入", REVENUE),
        ("本年收入合计", REVENUE),
        ("9.00", AMOUNT),
    ]


def test_line_numbers_are_no_amounts() -> None:
    """Where the header prints 行次, the whole number behind a label is its 行次, and other figures are amounts."""
    assert _read("一、财政拨款收入 1 9.00 一、教育支出 32 8", numbered=True) == [
        ("一、财政拨款收入", REVENUE),
        ("1", "LINE_NUMBER_CELL"),
        ("9.00", AMOUNT),
        ("一、教育支出", EXPENDITURE),
        ("32", "LINE_NUMBER_CELL"),
        ("8", AMOUNT),
    ]


def test_whole_numbers_are_amounts_where_no_line_numbers_are_printed() -> None:
    """Without 行次 in the header a whole number is an amount."""
    assert _read("一、财政拨款收入 9 一、教育支出 8") == [
        ("一、财政拨款收入", REVENUE),
        ("9", AMOUNT),
        ("一、教育支出", EXPENDITURE),
        ("8", AMOUNT),
    ]


def test_a_line_number_without_a_label_is_told_from_an_amount() -> None:
    """A 行次 whose side has no label on this line is spare: the numbers of each side follow one another."""
    words = _read("一、财政拨款收入 1 9.00 一、教育支出 32 8.00\n2 二、外交支出 33 1.00", numbered=True)
    assert words[6:] == [
        ("2", "SPARE_LINE_NUMBER"),
        ("二、外交支出", EXPENDITURE),
        ("33", "LINE_NUMBER_CELL"),
        ("1.00", AMOUNT),
    ]


def test_line_numbers_settle_which_side_a_total_is_on() -> None:
    """总计 alone on its line is of the side whose 行次 goes on with its number."""
    words = _read("事业收入 1 9.00 教育支出 4 8.00\n总计 2 9.00\n总计 5 9.00", numbered=True)
    assert [kind for label, kind in words if label == "总计"] == [REVENUE, EXPENDITURE]


WRAPPED = [
    ("一、财政拨款收入 1 9.00 一、教育支出 32 8.00\n二、政府性基金预算财政拨\n款收入\n2 二、外交支出 33", "2", 6),
    ("一、财政拨款收入 1 9.00 一、教育支出 32 8.00\n2 二、国有资本经营预算支\n出\n33 1.00", "33", 6),
]


@pytest.mark.parametrize(("text", "number", "at"), WRAPPED)
def test_a_line_number_at_the_head_of_a_line_is_that_of_a_wrapped_label(text: str, number: str, at: int) -> None:
    """It is the next of the side whose label stands last and has none."""
    words = _read(text, numbered=True)[at:]
    assert (number, "LINE_NUMBER_CELL") in words
    assert words[words.index((number, "LINE_NUMBER_CELL")) - 1][1] in {REVENUE, EXPENDITURE}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "使用非财政拨款结余（含专用\n结余） 结余分配",
            [("使用非财政拨款结余（含专用结余）", REVENUE), ("结余分配", EXPENDITURE)],
        ),
        (
            "(一) 一般公共预算拨款 (一) 教育支出\n(二) 政府性基金预算\n拨款\n(二) 外交支出",
            [
                ("(一)一般公共预算拨款", REVENUE),
                ("(一)教育支出", EXPENDITURE),
                ("(二)政府性基金预算拨款", REVENUE),
                ("(二)外交支出", EXPENDITURE),
            ],
        ),
        (
            "一、教育支出 一、一般公共预算财政拨款 总计",
            [("一、教育支出", EXPENDITURE), ("一、一般公共预算财政拨款", UNSETTLED), ("总计", UNSETTLED)],
        ),
    ],
)
def test_the_tail_of_a_label_is_told_from_the_label_behind_it(text: str, labels: list[tuple[str, str]]) -> None:
    """What makes a label a known one is its tail, whatever stands behind it; a total is a label of its own."""
    assert _read(text) == labels

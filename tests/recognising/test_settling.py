"""Labels that either side of a table may print, settled by what is printed around them."""

import pytest

from fiscaltables.model.places import Span
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import Candidate, figure_kind
from fiscaltables.recognising.settling import SIDES, UNSETTLED, Outline, outline_of, settled

REVENUE, EXPENDITURE = SIDES
KINDS = {"R": REVENUE, "E": EXPENDITURE, "?": UNSETTLED}


def _labels(text: str) -> tuple[Candidate, ...]:
    """Make labels of words like R:一、事业收入, E: for 支出 and ?: for either; other words are figures."""
    words = [word.split(":") for word in text.split()]
    pairs = [(word[-1], KINDS[word[0]] if word[1:] else str(figure_kind(word[0]))) for word in words]
    return tuple(Candidate(Cell(text, Span(), 0), (kind,)) for text, kind in pairs)


def _shown(labels: tuple[Candidate, ...]) -> str:
    letters = {kind: letter for letter, kind in KINDS.items()}
    return "".join(letters.get(label.kinds[0], "") for label in labels)


@pytest.mark.parametrize(
    ("text", "outline"),
    [
        ("十、其他支出", Outline((False, False, False), 10)),
        ("（二十一）其他支出", Outline((True, False, True), 21)),
        ("12．其他支出", Outline((False, True, False), 12)),
        ("十十、其他支出", None),
        ("总计", None),
    ],
)
def test_an_outline_number_has_a_style_and_a_value(text: str, outline: Outline | None) -> None:
    """Chinese numerals and digits, in brackets or not; a numeral that is none has no outline."""
    assert outline_of(text) == outline


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("R:1.甲 E:二、乙 ?:2.丙", "RER"),
        ("R:一、甲 E:一、乙 ?:二、丙 E:二、丁", "RERE"),
        ("R:一、甲 E:一、乙 ?:二、丙 E:三、丁", "RE?E"),
        ("E:(二十六)甲 ?:(一)乙 E:(二十七)丙 ?:(二)丁 E:(二十八)戊", "ERERE"),
        ("R:三、甲 E:二、乙 ?:三、丙 ?:四、丁", "REE?"),
        ("E:二、乙 R:三、甲 ?:四、丁 E:四、丙", "ERRE"),
        ("?:一、甲", "?"),
        ("?:丙", "?"),
    ],
)
def test_a_label_is_of_the_side_whose_list_goes_on_with_its_number(text: str, sides: str) -> None:
    """Where the lists of both may, also because a label before is of either, it stays open."""
    assert _shown(settled(_labels(text), appropriated=False)) == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("?:总计 9.00 ?:总计 9.00", "RE"),
        ("?:总计 9.00 ?:总计 9.00 8.00", "RE"),
        ("?:总计 9.00 ?:总计 8.00", "??"),
        ("?:总计 ?:总计", "??"),
        ("?:总计 9.00 ?:合计 9.00", "??"),
        ("R:总计 9.00 ?:总计 9.00", "R?"),
        ("?:总计 9.00 E:乙 ?:总计 9.00", "?E?"),
    ],
)
def test_a_total_printed_twice_with_one_amount_is_of_both_sides(text: str, sides: str) -> None:
    """收入 stands left of 支出; any other number of totals, or other amounts, settle nothing."""
    assert _shown(settled(_labels(text), appropriated=False)) == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("?:一般公共预算财政拨款 ?:政府性基金预算财政拨款", "RR"),
        ("?:一般公共预算财政拨款 ?:一般公共预算财政拨款", "??"),
        ("?:拨款", "?"),
    ],
)
def test_appropriated_funds_are_of_the_side_that_alone_prints_them(text: str, sides: str) -> None:
    """A label that stands twice where nothing tells its side may be of both."""
    assert _shown(settled(_labels(text), appropriated=True)) == sides

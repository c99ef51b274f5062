"""Labels that either side of a table may print, settled by what is printed around them.

Where the rows of a page run on in one line, or a label stands alone, its place on the line says nothing. The outline
numbers of each side still follow one another, and a total that is printed twice is printed once for each side.
"""

import re
from collections import Counter
from collections.abc import Sequence

from attrs import evolve, frozen

from fiscaltables.recognising.cells import Candidate, figure_kind, value_of
from fiscaltables.recognising.vocabulary import is_side_label, is_total, normal, without_ordinal

UNSETTLED = "UNSETTLED_LABEL"
SIDES = ("REVENUE_LABEL", "EXPENDITURE_LABEL")
_APPROPRIATED = "拨款"
_OUTLINE = re.compile(
    r"(?P<open>[(（]?)(?P<number>[一二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?|\d{1,2})(?P<close>[、.．)）])"
)
_DIGITS = {digit: value for value, digit in enumerate(("", *"一二三四五六七八九"))}


@frozen
class Outline:
    """An outline number, and the style in which its list is numbered."""

    style: tuple[bool, bool, bool]
    number: int


def settled(labels: Sequence[Candidate], *, appropriated: bool) -> tuple[Candidate, ...]:
    """Give the labels with those settled that only one side can print there.

    ``appropriated`` tells whether the table prints labels of appropriated funds on the left alone.
    """
    found = list(labels)
    printed = Counter(normal(label.cell.text) for label in labels if label.kinds[0] == UNSETTLED)
    for at, label in enumerate(labels):
        if label.kinds[0] == UNSETTLED:
            once = printed[normal(label.cell.text)] == 1
            of_funds = appropriated and once and is_appropriation(label.cell.text)
            kind = SIDES[0] if of_funds else _by_outline(found, at)
            found[at] = evolve(label, kinds=(kind or UNSETTLED,))
    return tuple(_totals_of_both_sides(found))


def outline_of(text: str) -> Outline | None:
    """Give the outline number that a label begins with.

    >>> outline_of("（二十一）其他支出").number, outline_of("3. 国有资本经营预算").number, outline_of("总计")
    (21, 3, None)
    """
    found = _OUTLINE.match("".join(text.split()))
    if found is None:
        return None
    decimal, closed = found["number"].isdecimal(), found["close"] in ")）"
    number = int(found["number"]) if decimal else _value(found["number"])
    return Outline((bool(found["open"]), decimal, closed), number)


def is_appropriation(text: str) -> bool:
    """Whether a text labels appropriated funds of a budget.

    >>> is_appropriation("二、政府性基金预算财政拨款"), is_appropriation("拨款")
    (True, False)
    """
    return without_ordinal(text).endswith(_APPROPRIATED) and is_side_label(text)


def _value(numeral: str) -> int:
    """Give the number of a Chinese numeral below a hundred."""
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGITS[tens] or 1) * 10 * bool(ten) + _DIGITS[ones]


def _by_outline(labels: Sequence[Candidate], at: int) -> str | None:
    """Give the one side whose list goes on with a label's number, or begins a list with it; None where both may."""
    here = outline_of(labels[at].cell.text)
    fitting = [side for side in SIDES if here is not None and _fits(labels, at, side, here)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(labels: Sequence[Candidate], at: int, side: str, here: Outline) -> bool:
    """Whether a side's list may go on with a number; labels before it that may be of either side may be of its list."""
    before, reached = _numbers(labels[:at][::-1], side, here)
    _, following = _numbers(labels[at + 1 :], side, here)
    if following is not None and following in {here.number, (reached or 0) + 1}:
        return False  # the list goes on without it
    return here.number == 1 or (here.number - 1) in before


def _numbers(labels: Sequence[Candidate], side: str, here: Outline) -> tuple[list[int], int | None]:
    """Give the numbers in one style up to the first that is of a side, and that one; others may be of either."""
    numbers: list[int] = []
    for label in labels:
        outline = outline_of(label.cell.text) if label.kinds[0] in {side, UNSETTLED} else None
        if outline and outline.style == here.style:
            numbers.append(outline.number)
            if label.kinds[0] == side:
                return numbers, outline.number
    return numbers, None


def _totals_of_both_sides(labels: list[Candidate]) -> list[Candidate]:
    """Give a total that is printed twice, one right behind the other with the same amount, to 收入 and then to 支出."""
    open_totals = [at for at, label in enumerate(labels) if label.kinds[0] == UNSETTLED and is_total(label.cell.text)]
    alike = {normal(labels[at].cell.text) for at in open_totals}
    if len(open_totals) != len(SIDES) or len(alike) > 1 or _is_printed_on_a_side(labels, alike):
        return labels
    first, second = open_totals
    between = labels[first + 1 : second]
    behind = labels[second + 1 : second + 1 + len(between)]
    equal = [value_of(label.cell.text) for label in between] == [value_of(label.cell.text) for label in behind]
    if between and equal and all(figure_kind(label.cell.text) for label in between):
        for at, side in zip(open_totals, SIDES, strict=True):
            labels[at] = evolve(labels[at], kinds=(side,))
    return labels


def _is_printed_on_a_side(labels: list[Candidate], texts: set[str]) -> bool:
    return any(label.kinds[0] in SIDES and normal(label.cell.text) in texts for label in labels)

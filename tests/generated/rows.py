"""Rows and entries that are summed from figures: the parts of which the templates make their tables."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import frozen

from generated.classification import CATEGORY_CODES, DEPARTMENTAL, FUNCTIONS, GOVERNMENTAL, ancestry, governmental
from generated.documents import Entry, Heading, Path, Row, amount_paths
from generated.figures import FISCAL, UNSPENT, Spending, added_up, meaning

_DIGITS = "一二三四五六七八九"
NUMERALS = (*_DIGITS, "十", *(f"十{digit}" for digit in _DIGITS), "二十", *(f"二十{digit}" for digit in _DIGITS))


@frozen
class NumberStyle:
    """How a table prints its amounts.

    ``zero`` is the whole text of a zero, blank where it prints none; ``trimmed`` leaves out needless zeros at the end,
    ``whole`` all decimals, where they are zeros; ``percent_sign`` is printed behind a percentage.
    """

    commas: bool = True
    zero: str = ""
    trimmed: bool = False
    whole: bool = False
    percent_sign: bool = True

    def text(self, cents: int) -> str:
        """Give the text of an amount in hundredths.

        >>> NumberStyle().text(123450), NumberStyle(trimmed=True).text(650), NumberStyle(commas=False).text(100000)
        ('1,234.50', '6.5', '1000.00')
        """
        if cents == 0:
            return self.zero
        if cents < 0:
            return f"-{self.text(-cents)}"
        whole = f"{cents // 100:,}" if self.commas else f"{cents // 100}"
        if self.whole and cents % 100 == 0:
            return whole
        text = f"{whole}.{cents % 100:02d}"
        return text.rstrip("0").rstrip(".") if self.trimmed else text

    def percentage(self, part: int, whole: int) -> str:
        """Give the text of a share to one decimal; blank where there is no whole.

        >>> NumberStyle().percentage(-9, 200), NumberStyle(percent_sign=False).percentage(1, 3)
        ('-4.5%', '33.3')
        """
        if not whole:
            return ""
        return f"{part / whole * 100:.1f}{'%' if self.percent_sign else ''}"

    def texts(self, amounts: Mapping[Path, int]) -> dict[Path, str]:
        """Give the texts of a row, without the amounts that are printed blank."""
        return {path: self.text(cents) for path, cents in amounts.items() if self.text(cents)}


def summed_row(
    name: str | None, spendings: Iterable[Spending], headings: tuple[Heading, ...], style: NumberStyle
) -> Row:
    """Give a row without a code."""
    return Row(name, amounts=style.texts(added_up(spendings, amount_paths(headings))))


@frozen
class Classification:
    """Where a spending stands in one of the lists of codes."""

    code_of: Callable[[Spending], str]
    names: Mapping[str, str]


FUNCTIONAL = Classification(lambda spending: spending.function, FUNCTIONS)
DEPARTMENTAL_ECONOMIC = Classification(lambda spending: spending.item, DEPARTMENTAL)
GOVERNMENTAL_ECONOMIC = Classification(lambda spending: governmental(spending.item), GOVERNMENTAL)


def coded_rows(
    spendings: Sequence[Spending],
    headings: tuple[Heading, ...],
    style: NumberStyle,
    classification: Classification,
    listed: Iterable[str] = (),
) -> tuple[Row, ...]:
    """Give a row for every code that is spent on, with the codes above it, and for the codes that are listed anyway."""
    paths, code_of = amount_paths(headings), classification.code_of
    codes = {above for spending in spendings for above in ancestry(code_of(spending))} | set(listed)
    return tuple(
        Row(
            classification.names[code],
            code=code,
            amounts=style.texts(added_up((one for one in spendings if code_of(one).startswith(code)), paths)),
            level=(len(code) - 3) // 2,
        )
        for code in sorted(codes)
    )


def rows_with_total(
    spendings: Sequence[Spending],
    headings: tuple[Heading, ...],
    style: NumberStyle,
    classification: Classification = FUNCTIONAL,
) -> tuple[Row, ...]:
    """Give the total row and a row for every code that is spent on."""
    total = summed_row("合计", spendings, headings, style)
    return (total, *coded_rows(spendings, headings, style, classification))


Labelled = tuple[str, Sequence[Spending]]
"""A label of a balance and what it counts."""


def only(spendings: Iterable[Spending], *words: str) -> tuple[Spending, ...]:
    """Keep the spendings that all the words count."""
    tests = [meaning(word) for word in words]
    return tuple(one for one in spendings if all(test(one) for test in tests))


def unspent(received: Iterable[Spending]) -> tuple[Spending, ...]:
    """Keep what is left at the end of the year."""
    return tuple(one for one in received if one.nature == UNSPENT)


def appropriated(spendings: Iterable[Spending]) -> tuple[Spending, ...]:
    """Keep the 财政拨款: the three budgets."""
    return tuple(one for one in spendings if one.fund in FISCAL)


def category_names(spendings: Sequence[Spending]) -> tuple[str, ...]:
    """Give the names of the functional categories that are spent on, by their codes."""
    return tuple(name for name in sorted(CATEGORY_CODES, key=CATEGORY_CODES.__getitem__) if only(spendings, name))


def of_category(spendings: Sequence[Spending], name: str) -> tuple[Spending, ...]:
    """Keep the spendings of a functional category by its name; none for one that nothing here is spent on."""
    return only(spendings, name) if name in CATEGORY_CODES else ()


def numbered(pattern: str, words: Iterable[str], spendings: Sequence[Spending]) -> tuple[Labelled, ...]:
    """Give a numbered label for every word, with what the word counts; the pattern takes numeral and word."""
    return tuple(
        (pattern.format(numeral, word), only(spendings, word)) for numeral, word in zip(NUMERALS, words, strict=False)
    )


def balanced(
    sides: Sequence[tuple[Sequence[Labelled], Sequence[Labelled]]],
    headings: Sequence[tuple[Heading, ...]],
    style: NumberStyle,
) -> tuple[tuple[Entry, ...], ...]:
    """Give the entries of sides that are printed side by side: each has a body and a foot, the feet stand level."""
    length = max(len(body) + len(foot) for body, foot in sides)
    return tuple(
        (
            *(_entry(one, columns, style) for one in body),
            *(Entry("") for _ in range(length - len(body) - len(foot))),
            *(_entry(one, columns, style) for one in foot),
        )
        for (body, foot), columns in zip(sides, headings, strict=True)
    )


def _entry(labelled: Labelled, headings: tuple[Heading, ...], style: NumberStyle) -> Entry:
    label, spendings = labelled
    if not label:
        return Entry("")
    return Entry(label, style.texts(added_up(spendings, amount_paths(headings))))

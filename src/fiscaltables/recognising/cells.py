"""What a cell could be: its kinds, best first. The grammar takes the first that its state can act on."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import evolve, frozen

from fiscaltables.model.places import spanning
from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.vocabulary import heading_kinds, is_total, wordings

_NUMBER = re.compile(r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")
_DASH = re.compile(r"[-−—–─/]{1,4}")
_BROKEN = re.compile(r"\(\d[\d,]*\.\d+\)|#[A-Z0-9/]+[!?]?|#{2,}|[-−]?[.,\ufffd]*\d[\d.,\ufffd]*%?")
_LONGEST_NUMBER = 28
"""How many characters a number may have; with more digits sums would be rounded."""
_SCHEMES = {"1": "REVENUE_CODE", "2": "FUNCTION_CODE", "3": "ECONOMIC_CODE", "5": "ECONOMIC_CODE"}
_LANE = re.compile(r"\d{1,2}")
_CODE_LENGTHS = frozenset({3, 5, 7})
_NO_OTHER = frozenset({"CODE_PART"})
_FIRST_FUNCTION, _LAST_FUNCTION = "201", "239"
_CUT_LENGTH = 4
_PART_LENGTH = 2
_FEWEST_LANES = 3


@frozen
class Candidate:
    """A cell with the kinds it could be, best first; ``begins_line`` whether it is the first of its line."""

    cell: Cell
    kinds: tuple[str, ...]
    begins_line: bool = True


def figure_kind(text: str) -> str | None:
    """Give AMOUNT, DASH or UNREADABLE; None for a text that is no figure.

    >>> figure_kind("1,234.50"), figure_kind("—"), figure_kind("#REF!"), figure_kind("1.2.3"), figure_kind("合计")
    ('AMOUNT', 'DASH', 'UNREADABLE', 'UNREADABLE', None)
    """
    plain = unicodedata.normalize("NFKC", text)
    if _is_number(plain):
        return "AMOUNT"
    if _DASH.fullmatch(plain):
        return "DASH"
    return "UNREADABLE" if _BROKEN.fullmatch(plain) else None


def value_of(text: str) -> Decimal | None:
    """Give the number that is printed; None for a dash and for what is no number.

    >>> value_of("162,953.23"), value_of("-"), value_of("１２")
    (Decimal('162953.23'), None, Decimal('12'))
    """
    plain = unicodedata.normalize("NFKC", text)
    if not _is_number(plain):
        return None
    return Decimal(plain.replace(",", "").replace("−", "-").rstrip("%"))


def _is_number(plain: str) -> bool:
    return len(plain) <= _LONGEST_NUMBER and bool(_NUMBER.fullmatch(plain))


def code_kinds(text: str) -> tuple[str, ...]:
    """Give the kind of code that the digits of a cell could be.

    >>> code_kinds("20805"), code_kinds("3010"), code_kinds("548003")
    (('FUNCTION_CODE',), ('CUT_CODE',), ('ORGANISATION',))
    """
    if not (text.isascii() and text.isdecimal()) or len(text) < min(_CODE_LENGTHS):
        return ()
    if len(text) in _CODE_LENGTHS and text[0] in _SCHEMES:
        return (_SCHEMES[text[0]],) if text[0] != "2" or _FIRST_FUNCTION <= text[:3] <= _LAST_FUNCTION else ()
    return ("CUT_CODE",) if len(text) == _CUT_LENGTH else ("ORGANISATION",)


def gridded_candidates(row: Row, *, heading: bool = False) -> tuple[Candidate, ...]:
    """Give the candidates of a row whose cells are known; ``heading`` tells that its texts stand where headings do."""
    lanes, lone = is_lanes(row), len(row.printed) == 1
    kinds = (_gridded_kinds(cell.text, lanes=lanes, lone=lone and not heading) for cell in row.cells)
    candidates = (Candidate(cell, found) for cell, found in zip(row.cells, kinds, strict=True))
    return tuple(map(_as_heading, candidates) if heading else candidates)


def body_candidates(row: Row) -> tuple[Candidate, ...]:
    """Give the candidates of a row that is none of the header, as the grid shows: its texts are no headings."""
    return tuple(evolve(candidate, kinds=tuple(_of_body(candidate.kinds))) for candidate in gridded_candidates(row))


def part_of_code(text: str) -> bool:
    """Whether a text could be the part of a code in a column 款 or 项.

    >>> part_of_code("05"), part_of_code("5"), part_of_code("205")
    (True, False, False)
    """
    return len(text) == _PART_LENGTH and text.isascii() and text.isdecimal()


def merged(cells: tuple[Cell, ...]) -> Cell:
    """Give several cells as one, from the place of the first to that of the last."""
    return Cell(joined(cell.text for cell in cells), spanning(tuple(cell.span for cell in cells)), cells[0].column)


def joined(texts: Iterable[str]) -> str:
    """Join the pieces of a wrapped text: without blank as Chinese is, with one between two Latin words.

    >>> joined(["机关事业单位基本", "养老保险缴费"]), joined(["Windows", "10", "许可"])
    ('机关事业单位基本养老保险缴费', 'Windows 10许可')
    """
    whole = ""
    for text in texts:
        apart = whole[-1:].isascii() and whole[-1:].isalnum() and text[:1].isascii() and text[:1].isalnum()
        whole += f" {text}" if apart else text
    return whole


def _gridded_kinds(text: str, *, lanes: bool, lone: bool) -> tuple[str, ...]:
    if not text:
        return ("BLANK",)
    if text.strip("#") == "":
        return ("SEPARATOR", "NAME")
    figure = figure_kind(text)
    if lanes and _LANE.fullmatch(text):
        return ("LANE_NUMBER",)
    if figure:
        return (*code_kinds(text), *(("TWO_DIGITS",) if part_of_code(text) else ()), figure)
    return _text_kinds(text, lone=lone)


def _text_kinds(text: str, *, lone: bool) -> tuple[str, ...]:
    """Give the kinds of a text: a label that stands alone in its row is a name before it is a heading."""
    headings = heading_kinds(text)
    total = ("TOTAL",) if is_total(text) else ()
    if lone:
        return (*total, "NAME", *headings)
    if _NO_OTHER.intersection(headings):
        return (*headings, "NAME")
    return (*total, *headings, "OTHER_HEADING", "NAME") if headings else (*total, "NAME", "OTHER_HEADING")


def _of_body(kinds: tuple[str, ...]) -> Iterator[str]:
    return (kind for kind in kinds if kind == "LANE" or (kind != "OTHER_HEADING" and kind not in wordings()))


def _as_heading(candidate: Candidate) -> Candidate:
    """Try a heading that nobody knows before a name."""
    named = "NAME" in candidate.kinds and "OTHER_HEADING" in candidate.kinds
    kinds = (*(kind for kind in candidate.kinds if kind != "NAME"), "NAME")
    return evolve(candidate, kinds=kinds) if named else candidate


def is_lanes(row: Row) -> bool:
    """Whether the row numbers the columns: it says 栏次, or prints nothing but 1, 2, 3 …."""
    texts = [cell.text for cell in row.printed]
    if any("LANE" in heading_kinds(text) for text in texts):
        return True
    return len(texts) >= _FEWEST_LANES and texts == [str(number) for number in range(1, len(texts) + 1)]

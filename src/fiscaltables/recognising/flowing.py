"""The words of flowing rows and what each could be."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from attrs import evolve, frozen

from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.cells import Candidate, code_kinds, figure_kind, is_lanes, merged
from fiscaltables.recognising.tails import with_tails
from fiscaltables.recognising.vocabulary import (
    heading_kinds,
    is_omission,
    is_source,
    is_total,
    normal,
    starts_item,
    without_ordinal,
)

_ITEMS = frozenset({"ABROAD", "VEHICLES", "VEHICLE_PURCHASE", "VEHICLE_RUNNING", "HOSPITALITY"})
_LONGEST_TOTAL = 6
_CATEGORY = 3
_STRAY = "STRAY"
_CODE_PART = re.compile(r"\d{2}")
_MONEY = re.compile(r"[￥¥+][\d,]+(?:\.\d+)?(?:[万亿]?元)?|[\d,]*[.,]\d+[万亿]?元")


@frozen
class Print:
    """How a table prints its rows.

    ``free_text`` tells whether its texts are sentences, which may hold figures; ``blocks`` how many columns of codes
    there are; where several stand side by side, codes stand inside a line too. ``parts`` tells in how many columns each
    code is printed (类, 款, 项), ``remarks`` whether a text may stand behind the amounts, ``decimals`` whether every
    amount prints them.
    """

    free_text: bool = False
    blocks: int = 0
    parts: int = 1
    remarks: bool = False
    decimals: bool = False

    @property
    def side_by_side(self) -> bool:
        """Whether a line holds codes of several blocks."""
        return self.blocks > 1


def flowing_candidates(rows: tuple[Row, ...], how: Print) -> tuple[Candidate, ...]:
    """Give the candidates of the words of flowing rows; the parts of a code and of a total's label are put together."""
    rows = tuple(chain.from_iterable(_unfolded(evolve(row, cells=_mended_codes(row.cells, how)), how) for row in rows))
    rows = with_tails(rows) if how.side_by_side else rows
    how = evolve(how, decimals=whole_numbers_are_strange(rows))
    around = zip((None, *rows), rows, (*rows[1:], None), strict=False)
    candidates = chain.from_iterable(_of_row(before, row, after, how) for before, row, after in around)
    return tuple(_with_items_going_on(candidates))


def lane_candidates(row: Row) -> tuple[Candidate, ...]:
    """Give the candidates of a flowing row that numbers the columns; none where it does not."""
    if not is_lanes(row):
        return ()
    if not all(cell.text.isdecimal() or "LANE" in heading_kinds(cell.text) for cell in row.cells):
        return ()
    kinds = ("LANE_NUMBER" if index and figure_kind(cell.text) else "LANE" for index, cell in enumerate(row.cells))
    return tuple(
        Candidate(cell, (kind,), index == 0) for index, (cell, kind) in enumerate(zip(row.cells, kinds, strict=True))
    )


def whole_numbers_are_strange(rows: tuple[Row, ...]) -> bool:
    """Whether every amount of a table prints decimals, so that a whole number by itself is none of them."""
    figures = [cell.text for row in rows for cell in row.cells if len(row.cells) > 1 and figure_kind(cell.text)]
    amounts = [text for text in figures if not code_kinds(text) and figure_kind(text) == "AMOUNT"]
    last = [row.cells[-1].text for row in rows if _ends_in_whole_number(row)]
    return any("." in text for text in amounts) and sum("." not in text for text in amounts) <= len(last)


def stray_candidates(row: Row) -> tuple[Candidate, ...]:
    """Give the candidate of a row that is one whole number, as a page number is; none for other rows.

    For tables whose amounts all print decimals: nothing can take it, so that it is refused with a problem.
    """
    lone = len(row.cells) == 1 and row.cells[0].text.isdecimal() and not code_kinds(row.cells[0].text)
    return (Candidate(row.cells[0], (_STRAY,)),) if lone else ()


def _of_row(before: Row | None, row: Row, after: Row | None, how: Print) -> Iterator[Candidate]:
    special = lane_candidates(row) or (stray_candidates(row) if how.decimals else ())
    if special:
        yield from special
        return
    line = tuple(_of_line(_mended_totals(row.cells), before, after, how))
    yield from line[:-1]
    if line:
        named = how.decimals and _ends_in_whole_number(row) and after is not None and _is_figures(after)
        yield evolve(line[-1], kinds=("NAME", *line[-1].kinds)) if named else line[-1]


def _ends_in_whole_number(row: Row) -> bool:
    """Whether a line is a text with one whole number behind it, which may be part of the text: 庆祝建馆 100."""
    texts = [cell for cell in row.cells if not figure_kind(cell.text)]
    return bool(texts) and row.cells[-2:-1] == tuple(texts[-1:]) and row.cells[-1].text.isdecimal()


def _is_figures(row: Row) -> bool:
    return all(figure_kind(cell.text) for cell in row.cells)


def _unfolded(row: Row, how: Print) -> Iterator[Row]:
    """Cut a line that runs on over several rows: before a code or a total behind figures.

    Not where remarks stand behind the amounts: 208 before one is an amount as likely as a code.
    """
    starts = [0, *(at for at in range(1, len(row.cells) - 1) if _begins_inside(row.cells, at))]
    if how.blocks != 1 or how.free_text or how.remarks or len(starts) == 1:
        yield row
        return
    for start, end in pairwise([*starts, len(row.cells)]):
        yield evolve(row, cells=row.cells[start:end])


def _begins_inside(words: tuple[Cell, ...], at: int) -> bool:
    before, text, after = words[at - 1].text, words[at].text, words[at + 1].text
    coded = bool(code_kinds(text)) and not figure_kind(after) and not is_total(after)
    if coded and len(text) > _CATEGORY:
        return True  # five digits and more are no part of a name, so the row before has no amounts
    return bool(figure_kind(before)) and (coded or (is_total(text) and bool(figure_kind(after))))


def _mended_codes(words: tuple[Cell, ...], how: Print) -> tuple[Cell, ...]:
    """Put 201, 06 and 01 together where a name follows, on the line or on the next."""
    mended: list[Cell] = []
    while words:
        length = _length_of_code(words, how.parts, first=not mended)
        digits = "".join(cell.text for cell in words[:length])
        mended.append(evolve(merged(words[:length]), text=digits) if length > 1 else words[0])
        words = words[length:]
    return tuple(mended)


def _length_of_code(words: tuple[Cell, ...], parts: int, *, first: bool) -> int:
    """Give how many of the next words are one code: 类 and what follows of 款 and 项, a name behind them."""
    if len(words[0].text) != _CATEGORY or not code_kinds(words[0].text):
        return 1
    length = 1
    while length < min(parts, len(words)) and _CODE_PART.fullmatch(words[length].text):
        length += 1
    behind = words[length].text if length < len(words) else ""
    return length if (behind and not figure_kind(behind)) or (first and not behind) else 1


def _mended_totals(words: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Put 合 and 计 together at the head of a line."""
    for end in range(min(len(words), _LONGEST_TOTAL), 1, -1):
        if is_total("".join(cell.text for cell in words[:end])) and not is_total(words[0].text):
            return (merged(words[:end]), *words[end:])
    return words


def _with_items_going_on(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Mark the texts that go on with a wrapped item: those that are no item, and those that make it a known one."""
    item = ""
    for candidate in candidates:
        text = candidate.cell.text
        known = _ITEMS.intersection(heading_kinds(without_ordinal(item + text)))
        begins = candidate.kinds[0] == "ITEM_NAME" and not known
        goes_on = item and not begins and "NAME" in candidate.kinds and not is_total(text)
        yield evolve(candidate, kinds=("MORE", *candidate.kinds)) if goes_on else candidate
        item = item + text if goes_on else text if candidate.kinds[0] == "ITEM_NAME" else ""


def _of_line(words: tuple[Cell, ...], before: Row | None, after: Row | None, how: Print) -> Iterator[Candidate]:
    last_text = max((index for index, cell in enumerate(words) if not figure_kind(cell.text)), default=-1)
    coded = bool(words) and (_may_begin(before, words, after) or (how.decimals and bool(code_kinds(words[0].text))))
    shared = how.side_by_side and before is not None and _names_several(before)
    for index, cell in enumerate(words):
        if shared and index == 0 and not figure_kind(cell.text) and not is_total(cell.text):
            yield Candidate(cell, (_STRAY,))
        elif index == 1 and coded and not how.free_text and _CODE_PART.fullmatch(cell.text) and last_text > 1:
            yield Candidate(cell, (_STRAY,), begins_line=False)
        else:
            kinds = _kinds(cell.text, _Standing(index == 0, index < last_text, coded), how)
            yield from (Candidate(cell, kinds, index == 0),) if kinds else ()


def _names_several(row: Row) -> bool:
    """Whether a line names several codes, so that what goes on with a name may go on with either."""
    codes = [bool(code_kinds(cell.text)) for cell in row.cells]
    return sum(codes) > 1 and not codes[-1]


@frozen
class _Standing:
    """Where a word stands: first of its line, before a text on it, in a line whose first word may be a code."""

    first: bool
    before_text: bool
    coded: bool


def _may_begin(before: Row | None, words: tuple[Cell, ...], after: Row | None) -> bool:
    """Whether the first word of a line may be a code: a text stands behind it, on the line or on the next.

    Behind a line that ends in figures it may be one in any case: those are the amounts of the row before.
    """
    if not code_kinds(words[0].text):
        return False
    if len(words) > 1:
        figures = all(figure_kind(cell.text) for cell in words)
        return not figures or before is None or bool(figure_kind(before.cells[-1].text))
    return after is None or not figure_kind(after.cells[0].text) or bool(code_kinds(after.cells[0].text))


def _kinds(text: str, standing: _Standing, how: Print) -> tuple[str, ...]:
    figure = figure_kind(text)
    if figure:
        return _figure_kinds(text, figure, standing, how)
    if not how.free_text and _MONEY.fullmatch(text):
        return ("UNREADABLE",)
    if is_total(text):
        return ("TOTAL", "NAME") if standing.first else ("ITEM_TOTAL", "NAME", "TOTAL")
    if standing.first and (starts_item(text) or _ITEMS.intersection(heading_kinds(text)) or is_source(text)):
        return ("ITEM_NAME", "NAME")
    if is_omission(text):
        return ("TOTAL",) if standing.first else ()
    names = ("NAME",) if how.blocks or how.free_text else ("NAME", "UNIT")
    return names if normal(text).strip("#") else ()


def _figure_kinds(text: str, figure: str, standing: _Standing, how: Print) -> tuple[str, ...]:
    """Give the kinds of a figure: a code at the head of a line or of a block, or a whole number inside a name."""
    codes = tuple(kind for kind in code_kinds(text) if how.side_by_side or kind != "CUT_CODE")
    if how.free_text and standing.before_text and not (standing.first and standing.coded):
        return ("NAME", figure)
    if standing.first and not standing.coded:
        return (figure, *codes, "NAME") if standing.before_text and text.isdecimal() else (figure, *codes)
    if standing.first and codes and not how.free_text:
        return codes
    if not standing.before_text:
        return (*codes, figure) if standing.first else (figure, *(codes if how.side_by_side else ()))
    if how.free_text:
        return (*codes, "NAME", figure) if standing.first else ("NAME", figure)
    named = ("NAME",) if text.isdecimal() and not how.remarks else ()
    return (*codes, figure, *named) if how.side_by_side else (figure, *named)

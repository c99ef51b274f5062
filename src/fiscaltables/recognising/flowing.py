"""The words of flowing rows and what each could be."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from attrs import evolve

from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.cells import Candidate, code_kinds, figure_kind, is_lanes, merged
from fiscaltables.recognising.vocabulary import heading_kinds, is_total, normal, starts_item, without_ordinal

_ITEMS = frozenset({"ABROAD", "VEHICLES", "VEHICLE_PURCHASE", "VEHICLE_RUNNING", "HOSPITALITY"})
_LONGEST_TOTAL = 6
_STRAY = "STRAY"


def flowing_candidates(rows: tuple[Row, ...], *, free_text: bool) -> tuple[Candidate, ...]:
    """Give the candidates of the words of flowing rows; the words of a total's label are put together first.

    ``free_text`` tells whether the texts of the table are sentences, which may hold figures.
    """
    whole = whole_numbers_are_strange(rows)
    candidates = chain.from_iterable(
        _of_row(row, after, free_text=free_text, strange=whole) for row, after in pairwise((*rows, None)) if row
    )
    return tuple(_with_items_going_on(candidates))


def lane_candidates(row: Row) -> tuple[Candidate, ...]:
    """Give the candidates of a flowing row that numbers the columns; none where it does not."""
    if not is_lanes(row):
        return ()
    if not all(cell.text.isdecimal() or "LANE" in heading_kinds(cell.text) for cell in row.cells):
        return ()
    kinds = ("LANE_NUMBER" if figure_kind(cell.text) else "LANE" for cell in row.cells)
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


def _of_row(row: Row, after: Row | None, *, free_text: bool, strange: bool) -> Iterator[Candidate]:
    special = lane_candidates(row) or (stray_candidates(row) if strange else ())
    if special:
        yield from special
        return
    line = tuple(_of_line(_mended_totals(row.cells), free_text=free_text))
    yield from line[:-1]
    if line:
        named = strange and _ends_in_whole_number(row) and after is not None and _is_figures(after)
        yield evolve(line[-1], kinds=("NAME", *line[-1].kinds)) if named else line[-1]


def _ends_in_whole_number(row: Row) -> bool:
    """Whether a line is a text with one whole number behind it, which may be part of the text: 庆祝建馆 100."""
    texts = [cell for cell in row.cells if not figure_kind(cell.text)]
    return bool(texts) and row.cells[-2:-1] == tuple(texts[-1:]) and row.cells[-1].text.isdecimal()


def _is_figures(row: Row) -> bool:
    return all(figure_kind(cell.text) for cell in row.cells)


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
        goes_on = item and not begins and candidate.kinds[-1] == "NAME"
        yield evolve(candidate, kinds=("MORE", *candidate.kinds)) if goes_on else candidate
        item = item + text if goes_on else text if candidate.kinds[0] == "ITEM_NAME" else ""


def _of_line(words: tuple[Cell, ...], *, free_text: bool) -> Iterator[Candidate]:
    last_text = max((index for index, cell in enumerate(words) if not figure_kind(cell.text)), default=-1)
    for index, cell in enumerate(words):
        kinds = _kinds(cell.text, first=index == 0, before_text=index < last_text, free_text=free_text)
        if kinds:
            yield Candidate(cell, kinds, index == 0)


def _kinds(text: str, *, first: bool, before_text: bool, free_text: bool) -> tuple[str, ...]:
    figure = figure_kind(text)
    if figure:
        return _figure_kinds(text, figure, first=first, before_text=before_text, free_text=free_text)
    if is_total(text):
        return ("TOTAL", "NAME") if first else ("NAME", "TOTAL")
    if first and (starts_item(text) or _ITEMS.intersection(heading_kinds(text))):
        return ("ITEM_NAME", "NAME")
    return ("NAME",) if normal(text).strip("#") else ()


def _figure_kinds(text: str, figure: str, *, first: bool, before_text: bool, free_text: bool) -> tuple[str, ...]:
    """Give the kinds of a figure: with text behind it on its line it may be a code, or stand inside a sentence."""
    codes = code_kinds(text)
    if not before_text:
        return (*codes, figure) if first else (figure, *codes)
    if free_text:
        return (*codes, "NAME", figure)
    return codes if first and codes else (*codes, figure, "NAME")

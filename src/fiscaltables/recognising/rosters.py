"""Flowing rows that are named by organisations: lists of the units of a department, and one figure for each of them.

Their names are wrapped, and blank cells are lost, so a row begins only where the print shows it: at the next number of
a numbered list, or at a line that is the name of an organisation by itself.
"""

from collections.abc import Iterator

from attrs import evolve

from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.cells import Candidate, figure_kind, joined, merged
from fiscaltables.recognising.vocabulary import is_organisation, is_total

_MOST_PIECES = 4
_BRACKETS = ("(", "（")
_STRAY = "STRAY"


def numbered(rows: tuple[Row, ...], *, remarks: bool) -> tuple[Candidate, ...]:
    """Give the candidates of a list whose rows are numbered from 1.

    ``remarks`` tells whether a text may stand behind the name. A row whose name cannot be told from it is refused.
    """
    items: list[list[Cell]] = [[]]
    for row in rows:
        begins = row.cells[0].text == str(len(items)) and bool(row.cells)
        items += [[]] if begins else []
        items[-1] += row.cells
    return tuple(word for item in items if item for word in _numbered(tuple(item), remarks=remarks))


def of_units(rows: tuple[Row, ...]) -> tuple[Candidate, ...]:
    """Give the candidates of rows that begin with the name of a unit, the pieces of a wrapped one put together."""
    found: list[Candidate] = []
    waiting = list(rows)
    while waiting:
        name, used = _name_of(waiting)
        if name is None:
            found += [_word(cell, at == 0) for at, cell in enumerate(waiting.pop(0).cells)]
            continue
        rest = waiting[used - 1].cells[1:]
        del waiting[:used]
        found += [Candidate(name, ("UNIT",)), *(_word(cell, first=False) for cell in rest)]
    return tuple(found)


def _numbered(words: tuple[Cell, ...], *, remarks: bool) -> Iterator[Candidate]:
    number, *texts = words
    if not number.text.isdecimal() or not texts:
        yield from (Candidate(cell, (_STRAY,), begins_line=at == 0) for at, cell in enumerate(words))
        return
    length = _length_of_name(texts) if remarks and len(texts) > 1 else len(texts)
    kinds = ["NAME" if at < length else "REMARK_TEXT" for at in range(len(texts))] if length else [_STRAY] * len(texts)
    yield Candidate(number, ("SERIAL_NUMBER",))
    yield from (Candidate(cell, (kind,), begins_line=False) for cell, kind in zip(texts, kinds, strict=True))


def _length_of_name(texts: list[Cell]) -> int:
    """Give how many words are the name before a remark; 0 where the print does not show it."""
    length = next((at for at in range(1, len(texts) + 1) if is_organisation(joined(map(str, texts[:at])))), 0)
    parted = {cell.span.line for cell in texts[length:]} - {texts[length - 1].span.line}
    return 0 if parted else length


def _name_of(rows: list[Row]) -> tuple[Cell | None, int]:
    """Give the name that the rows begin with and over how many lines it is printed."""
    for used in range(1, min(len(rows), _MOST_PIECES) + 1):
        pieces = tuple(row.cells[0] for row in rows[:used])
        if any(len(row.cells) > 1 for row in rows[: used - 1]) or figure_kind(pieces[-1].text):
            break
        if is_organisation(joined(map(str, pieces))):
            goes_on = (
                used < len(rows) and rows[used].cells[0].text.startswith(_BRACKETS) and len(rows[used - 1].cells) == 1
            )
            if not goes_on:
                return merged(pieces), used
    return None, 0


def _word(cell: Cell, first: bool) -> Candidate:  # noqa: FBT001  whether it is the first of its line
    figure = figure_kind(cell.text)
    kind = figure or ("TOTAL" if is_total(cell.text) else "NAME")
    return evolve(Candidate(cell, (kind,)), begins_line=first)

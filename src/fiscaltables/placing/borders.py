"""Where one text cell of a flowing row ends and the next begins.

Blank lines part the cells of some documents and the wrapped lines of one cell in others; a row whose text is known (the
entity's own name) shows which. A line that was wrapped shows how wide its column is. A row whose border neither settles
keeps its texts together.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations, groupby, pairwise

from attrs import frozen

from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import joined
from fiscaltables.recognising.vocabulary import is_organisation, normal, starts_item

_UNBROKEN = re.compile(r"[（《“(\[【]*(?:[\x21-\x7e]+|.)[，。、；：）》”】！？]*")
_SLACK = 2
_KEY_KINDS = frozenset({"PROJECT_NAME", "ITEM"})


@frozen
class Word:
    """A word of a text cell, and whether a blank line stands before its line."""

    cell: Cell
    after_blank: bool


@frozen
class _Style:
    """How a table parts its cells: by blank lines, or by their absence; ``widest`` is the room of a column."""

    blank_parts: bool
    widest: tuple[int | None, ...]


_Cells = tuple[tuple[Word, ...], ...]


def split_texts(
    rows: tuple[tuple[Word, ...], ...], kinds: tuple[str, ...], known: frozenset[str]
) -> tuple[tuple[str | None, ...] | None, ...]:
    """Give for each row the text of every text column, or None where its borders are not settled.

    ``kinds`` are the kinds of the headings of the text columns; ``known`` are texts that are known to be one cell of
    the first column, as ``normal`` gives them.
    """
    if len(kinds) == 1:
        return tuple((_text(row) or None,) if _evenly_wrapped(row) else None for row in rows)
    confirmed = [row for row in rows if len(row) > 1 and normal(_text(row)) in known]
    parts = {word.after_blank for row in confirmed for word in row[1:]}
    blank_parts = None if len(parts) != 1 else not parts.pop()
    if blank_parts is None:
        return tuple((_text(row), *[None] * (len(kinds) - 1)) if _is_first(row, kinds, known) else None for row in rows)
    return _settle(rows, kinds, known, blank_parts=blank_parts)


def _is_first(row: tuple[Word, ...], kinds: tuple[str, ...], known: frozenset[str]) -> bool:
    """Whether a row holds nothing but a text of the first column: a known name, or a class with its outline number."""
    return normal(_text(row)) in known or (kinds[0] == "CLASS" and bool(row) and starts_item(row[0].cell.text))


def _settle(
    rows: tuple[tuple[Word, ...], ...], kinds: tuple[str, ...], known: frozenset[str], *, blank_parts: bool
) -> tuple[tuple[str | None, ...] | None, ...]:
    """Settle row after row until the widths learned from the wrapped lines settle no more."""
    style = _Style(blank_parts, (None,) * len(kinds))
    settled: dict[int, _Cells] = {}
    while True:
        before = len(settled)
        for index, row in enumerate(rows):
            if index not in settled:
                found = _only(row, kinds, known, style)
                if found is not None:
                    settled[index] = found
                    style = _Style(blank_parts, _narrower(style.widest, found))
        if len(settled) == before:
            break
    return tuple(
        tuple(_text(cell) or None for cell in settled[index]) if index in settled else None
        for index in range(len(rows))
    )


def _only(row: tuple[Word, ...], kinds: tuple[str, ...], known: frozenset[str], style: _Style) -> _Cells | None:
    """Give the only way to cut a row into its cells.

    A way that follows the blank lines stands where it fills every column, or where no cell of it could be two.
    """
    if not row:
        return ((),) * len(kinds)
    if normal(_text(row)) in known:
        return (row, *((),) * (len(kinds) - 1))
    groups = tuple(tuple(group) for group in _groups(row, style))
    found = list(dict.fromkeys(_arranged(groups, kinds, style)))
    finer = list(dict.fromkeys(way for cut in _cut_once(groups) for way in _arranged(cut, kinds, style)))
    if len(found) == 1 and (all(found[0]) or not finer):
        return found[0]
    return finer[0] if len(finer) == 1 and not found else None


def _groups(row: tuple[Word, ...], style: _Style) -> Iterator[tuple[Word, ...]]:
    """Put the words together that the style of the table shows to be one cell."""
    group: list[Word] = []
    for word in row:
        same_line = bool(group) and group[-1].cell.span.line == word.cell.span.line
        if group and (same_line or word.after_blank is style.blank_parts):
            yield tuple(group)
            group = []
        group.append(word)
    yield tuple(group)


def _cut_once(groups: _Cells) -> Iterator[_Cells]:
    for index, group in enumerate(groups):
        for at in range(1, len(group)):
            yield (*groups[:index], group[:at], group[at:], *groups[index + 1 :])


def _arranged(groups: _Cells, kinds: tuple[str, ...], style: _Style) -> Iterator[_Cells]:
    """Yield the ways to put the groups into the columns, in order; the column that names the row holds something."""
    if len(groups) > len(kinds):
        return
    for columns in combinations(range(len(kinds)), len(groups)):
        named = any(kinds[column] in _KEY_KINDS for column in columns) or not _KEY_KINDS.intersection(kinds)
        named |= columns == (0,) and kinds[0] == "UNIT_NAME"
        fits = (_room(group, style.widest[column]) for group, column in zip(groups, columns, strict=True))
        fitting = all(_of_kind(group, kinds[column]) for group, column in zip(groups, columns, strict=True))
        if named and fitting and all(map(_evenly_wrapped, groups)) and all(fits):
            cells = dict(zip(columns, groups, strict=True))
            yield tuple(cells.get(column, ()) for column in range(len(kinds)))


def _of_kind(group: tuple[Word, ...], kind: str) -> bool:
    """Whether a text can stand under a heading of this kind: 单位名称 holds organisations."""
    return kind != "UNIT_NAME" or is_organisation(_text(group))


def _room(group: tuple[Word, ...], widest: int | None) -> bool:
    return widest is None or all(_width(line) <= widest for line in _lines(group))


def _evenly_wrapped(group: tuple[Word, ...]) -> bool:
    """Whether every line but the last is as full as the widest: a line is only wrapped where the next does not fit."""
    widest = max(map(_width, _lines(group)), default=0)
    return all(full >= widest - _SLACK for full in _full_lines(group))


def _narrower(widest: tuple[int | None, ...], cells: _Cells) -> tuple[int | None, ...]:
    """Learn the room of the columns: a wrapped line was too full for what begins the next and cannot be broken."""
    return tuple(
        min((width for width in (old, *_full_lines(cell)) if width is not None), default=None)
        for old, cell in zip(widest, cells, strict=True)
    )


def _full_lines(cell: tuple[Word, ...]) -> Iterator[int]:
    lines = list(_lines(cell))
    for line, after in pairwise(lines):
        unbroken = _UNBROKEN.match(after)
        yield _width(line) + _width(unbroken[0] if unbroken else after) - 1


def _lines(cell: tuple[Word, ...]) -> Iterator[str]:
    for _, words in groupby(cell, key=lambda word: word.cell.span.line):
        yield " ".join(word.cell.text for word in words)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def _text(words: tuple[Word, ...]) -> str:
    return joined(word.cell.text for word in words)

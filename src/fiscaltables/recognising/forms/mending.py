"""Wrapped labels of flowing forms put together again: 产出指 over 标 is 产出指标."""

from collections.abc import Iterator

from attrs import frozen

from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.cells import merged
from fiscaltables.recognising.forms.vocabulary import form_kinds

_MOST_PIECES = 6
_CLOSING = tuple("，。、；：！？）》”,;")


@frozen
class Word:
    """A word of flowing text with the line it begins on; ``begins_line`` whether it is the first there."""

    cell: Cell
    line: int
    begins_line: bool


def mended(rows: tuple[Row, ...]) -> tuple[Word, ...]:
    """Give the words of flowing rows, the pieces of a wrapped label as one word where it begins.

    Only pieces with a line break between them are put together, and only into a text that is a known label.
    """
    words = tuple(_words(rows))
    found: list[Word] = []
    at = 0
    while at < len(words):
        end = _end_of_label(words, at)
        cell = merged(tuple(word.cell for word in words[at:end])) if end > at + 1 else words[at].cell
        found.append(Word(cell, words[at].line, words[at].begins_line))
        at = end
    return tuple(found)


def _words(rows: tuple[Row, ...]) -> Iterator[Word]:
    for line, row in enumerate(rows):
        for at, cell in enumerate(_unparted(row.printed)):
            yield Word(cell, line, at == 0)


def _unparted(cells: tuple[Cell, ...]) -> Iterator[Cell]:
    """Put a word that begins with a comma or another closing mark to the one before: no cell begins so."""
    run: list[Cell] = []
    for cell in cells:
        if run and not cell.text.startswith(_CLOSING):
            yield merged(tuple(run))
            run = []
        run.append(cell)
    if run:
        yield merged(tuple(run))


def _end_of_label(words: tuple[Word, ...], at: int) -> int:
    """Give where the longest known label that begins at a word ends; the next word where none does."""
    text, longest = words[at].cell.text, at + 1
    for end in range(at + 1, min(at + _MOST_PIECES, len(words))):
        if not words[end].begins_line:
            break
        text += words[end].cell.text
        if form_kinds(text):
            longest = end + 1
    return longest

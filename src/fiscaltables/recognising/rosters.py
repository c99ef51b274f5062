"""Flowing rows that are named by organisations: the numbered units of a department, and tables with a row for each.

Their names are wrapped and blank cells are lost, so one name may go on where another organisation could begin: 财政局
over 国库支付中心 may be two units or one. Only what the print settles is a row; the words of any other are refused.
"""

from collections.abc import Iterator
from itertools import groupby

from attrs import evolve, frozen

from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.cells import Candidate, joined
from fiscaltables.recognising.vocabulary import is_organisation, normal

_FIGURES = frozenset({"AMOUNT", "DASH", "UNREADABLE"})
_TOTALS = frozenset({"TOTAL", "ITEM_TOTAL"})
_MOST_PIECES = 16
"""How many words one name may be printed in."""
_STRAY = ("STRAY",)
_Words = tuple[Candidate, ...]


def numbered(rows: tuple[Row, ...], *, remarks: bool) -> _Words:
    """Give the candidates of a list whose rows are numbered from 1.

    ``remarks`` tells whether a text may stand behind the name. A row whose name cannot be told from it, and one that
    may hold a line of the next, is refused.
    """
    items: list[list[Cell]] = [[]]
    for row in rows:
        items += [[]] if row.cells and row.cells[0].text == str(len(items)) else []
        items[-1] += row.cells
    return tuple(word for item in items if item for word in _numbered(tuple(item), remarks=remarks))


def by_unit(words: _Words, known: frozenset[str]) -> _Words:
    """Give the candidates of rows that begin with the name of a unit, the beginning of each marked.

    ``known`` are the names that the document prints elsewhere, as ``normal`` gives them: they alone settle where one
    unit without figures ends. A row is refused with the one before it, whose name may go on below its figures.
    """
    groups = list(_groups(words))
    told: list[_Words] = []
    for at, group in enumerate(groups):
        marked = _marked(group, known) if group.named else group.words
        if marked is None:
            if told and at and groups[at - 1].named:
                told[-1] = _refused(groups[at - 1])
            marked = _refused(group)
        told.append(marked)
    return tuple(word for marked in told for word in marked)


def _numbered(words: tuple[Cell, ...], *, remarks: bool) -> Iterator[Candidate]:
    number, *texts = words
    length = _length_of_name(texts, number.span.line, remarks=remarks) if number.text.isdecimal() else 0
    if not length:
        yield from (Candidate(cell, _STRAY, begins_line=at == 0) for at, cell in enumerate(words))
        return
    yield Candidate(number, ("SERIAL_NUMBER",))
    kinds = ("NAME" if at < length else "REMARK_TEXT" for at in range(len(texts)))
    yield from (Candidate(cell, (kind,), begins_line=False) for cell, kind in zip(texts, kinds, strict=True))


def _length_of_name(texts: list[Cell], line: int | None, *, remarks: bool) -> int:
    """Give how many words are the name; 0 where the print does not show it.

    On the line of the number all words are, or a remark stands behind the only beginning that names an organisation.
    A further line is of this row, and not of the next one's, only where the name is none without it.
    """
    if not texts or texts[0].span.line != line:
        return 0
    lines = [tuple(words) for _, words in groupby(texts, key=lambda cell: cell.span.line)]
    if len(lines) == 1 and (len(texts) == 1 or not remarks):
        return len(texts)
    lengths = _lengths_of_names(texts)
    whole = len(texts) - len(lines[-1])
    narrow = not remarks or all(len(words) == 1 for words in lines[:-1])
    settled = len(lengths) == 1 and lengths[0] > whole and narrow and (remarks or lengths[0] == len(texts))
    return lengths[0] if settled else 0


def _lengths_of_names(texts: list[Cell]) -> list[int]:
    """Give how many words from the first are the name of an organisation together, each way that there is."""
    reach = range(1, min(len(texts), _MOST_PIECES) + 1)
    return [length for length in reach if is_organisation(joined(cell.text for cell in texts[:length]))]


@frozen
class _Group:
    """Words that stand together: texts with the figures behind them, or one word that is neither."""

    names: _Words = ()
    rest: _Words = ()
    doubtful: bool = False

    @property
    def named(self) -> bool:
        return bool(self.names)

    @property
    def words(self) -> _Words:
        return (*self.names, *self.rest)


def _groups(words: _Words) -> Iterator[_Group]:
    """Cut words where a text follows what is none; a number between two texts of a line may be part of a name."""
    group = _Group()
    for at, word in enumerate(words):
        inside = _is_inside(words, at)
        if _is_text(word) or inside:
            if group.rest:
                yield group
                group = _Group()
            group = evolve(group, names=(*group.names, word), doubtful=group.doubtful or inside)
        elif word.kinds[0] in _FIGURES:
            group = evolve(group, rest=(*group.rest, word))
        else:
            yield group
            group = _Group(rest=(word,))
    yield group


def _is_text(word: Candidate) -> bool:
    return "NAME" in word.kinds and word.kinds[0] not in _FIGURES | _TOTALS


def _is_inside(words: _Words, at: int) -> bool:
    around = words[max(at - 1, 0) : at + 2]
    one_line = len({word.cell.span.line for word in around}) == 1
    return one_line and "NAME" in words[at].kinds and len(around) == 3 and _is_text(around[0]) and _is_text(around[2])  # noqa: PLR2004  a word and its neighbours


def _marked(group: _Group, known: frozenset[str]) -> _Words | None:
    """Mark the words that begin a name; None where the print does not show which do."""
    texts = [word.cell for word in group.names]
    starts = _known_starts(texts, known)
    if starts is None:
        if group.doubtful or not group.rest or (len(texts) > 1 and _lengths_of_names(texts) != [len(texts)]):
            return None
        starts = frozenset({0})
    kinds = (("UNIT_LABEL",) if at in starts else ("MORE",) for at in range(len(texts)))
    names = tuple(evolve(word, kinds=kind) for word, kind in zip(group.names, kinds, strict=True))
    return (*names, *group.rest)


def _known_starts(texts: list[Cell], known: frozenset[str]) -> frozenset[int] | None:
    """Give where names begin if all texts are known names, one after another, in one way only."""
    ways, last = [1], [0]
    for end in range(1, len(texts) + 1):
        begun = (start for start in range(max(end - _MOST_PIECES, 0), end) if ways[start])
        found = [start for start in begun if normal(joined(cell.text for cell in texts[start:end])) in known]
        ways.append(min(sum(ways[start] for start in found), 2))
        last.append(found[0] if found else 0)
    if ways[-1] != 1:
        return None
    starts = [last[-1]]
    while starts[-1]:
        starts.append(last[starts[-1]])
    return frozenset(starts)


def _refused(group: _Group) -> _Words:
    return (*(evolve(word, kinds=_STRAY) for word in group.names), *group.rest)

"""Which words behind the amounts of a flowing row are its remark, where a table has a column 备注 at its right.

A remark may be wrapped, may begin above its own row, and may hold figures, so only what the print settles is one. A row
whose remark cannot be told from the rest is kept whole: nothing can take its head, and it is refused with a problem.
"""

from collections.abc import Iterator

from attrs import evolve, frozen

from fiscaltables.recognising.cells import Candidate, code_kinds

_FIGURES = frozenset({"AMOUNT", "DASH", "UNREADABLE"})
_CODES = frozenset({"FUNCTION_CODE", "ECONOMIC_CODE", "REVENUE_CODE", "CUT_CODE", "ORGANISATION"})
_TEXTS = frozenset({"NAME", "UNIT", "ITEM_NAME", "MORE"})
_FURNITURE = frozenset({"LANE", "STRAY"})
_HEADS = _CODES | _FURNITURE | {"TOTAL"}
_REMARK = ("REMARK_TEXT",)
_STRAY = ("STRAY",)


def with_remarks(words: tuple[Candidate, ...], *, coded: bool, decimals: bool) -> tuple[Candidate, ...]:
    """Give the candidates of a table with a column 备注, its remarks marked.

    ``coded`` tells whether rows begin with codes: others begin on any line. ``decimals`` tells whether every amount
    prints them, so that a whole number before a text is none.
    """
    rows = tuple(_rows(words, coded=coded))
    by_cell = any(row.wrapped for row in rows)
    told: list[Candidate] = []
    for before, row, after in zip((None, *rows), rows, (*rows[1:], None), strict=False):
        if not _is_told(row, decimals=decimals):
            told += _refused(row)
        elif row.tail and row.tail[0].begins_line and not by_cell:
            told += _marked(row, _STRAY)
        elif row.tail and not _stands_apart(before, row, after, by_cell=by_cell):
            told += _refused(row)
        else:
            told += _marked(row, _REMARK)
    return tuple(told)


@frozen
class _Row:
    """The words from the head of a row to the next: what names it, its amounts, and the texts behind them."""

    names: tuple[Candidate, ...]
    figures: tuple[Candidate, ...] = ()
    tail: tuple[Candidate, ...] = ()

    @property
    def wrapped(self) -> bool:
        """Whether its name goes on over several lines before its amounts: then it is printed cell after cell."""
        return bool(self.figures) and len({word.cell.span.line for word in self.names[1:]}) > 1

    @property
    def loose(self) -> bool:
        """Whether there are lines of texts alone behind its amounts."""
        return any(word.begins_line for word in self.tail)

    @property
    def broken(self) -> bool:
        """Whether it has no amounts, so that it may be a piece of another row."""
        return not self.figures and self.names[0].kinds[0] not in _FURNITURE


def _rows(words: tuple[Candidate, ...], *, coded: bool) -> Iterator[_Row]:
    heads = [at for at, word in enumerate(words) if word.begins_line and _is_head(word, coded=coded)]
    starts = sorted({0, *heads})
    for start, end in zip(starts, (*starts[1:], len(words)), strict=True):
        figures = [at for at in range(start + 1, end) if words[at].kinds[0] in _FIGURES]
        first, last = (figures[0], figures[-1] + 1) if figures else (end, end)
        if start < end:
            yield _Row(words[start:first], words[first:last], words[last:end])


def _is_head(word: Candidate, *, coded: bool) -> bool:
    return word.kinds[0] in _HEADS or (not coded and word.kinds[0] in _TEXTS)


def _is_told(row: _Row, *, decimals: bool) -> bool:
    """Whether a row cannot be cut in another way: its amounts stand together, and none of them may be a code."""
    head = row.names[0]
    if head.kinds[0] in _FURNITURE or (head.kinds[0] == "TOTAL" and not row.tail):
        return True
    if not row.figures or not all(word.kinds[0] in _FIGURES for word in row.figures):
        return False
    lines = {word.cell.span.line for word in row.names[1:]}
    crowded = row.wrapped and len(row.names) - 1 > len(lines)
    coded = not decimals and bool(_CODES.intersection(code_kinds(row.figures[-1].cell.text), head.kinds))
    return not row.tail or not (crowded or coded or any(word.kinds[0] not in _TEXTS for word in row.tail))


def _stands_apart(before: _Row | None, row: _Row, after: _Row | None, *, by_cell: bool) -> bool:
    """Whether the texts behind a row's amounts can be of no other row, and no other text can be of them."""
    if after is not None and after.broken:
        return False
    return by_cell or not (row.loose or (before is not None and (before.loose or before.broken)))


def _marked(row: _Row, kinds: tuple[str, ...]) -> tuple[Candidate, ...]:
    return (*row.names, *row.figures, *(evolve(word, kinds=kinds) for word in row.tail))


def _refused(row: _Row) -> tuple[Candidate, ...]:
    return (evolve(row.names[0], kinds=_STRAY), *row.names[1:], *row.figures, *row.tail)

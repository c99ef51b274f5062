"""The words of a flowing two-sided table as labels of its sides, 行次 and figures."""

from collections.abc import Iterator
from itertools import pairwise

from attrs import define, evolve

from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.cells import Candidate, figure_kind, merged
from fiscaltables.recognising.flowing import lane_candidates, stray_candidates, whole_numbers_are_strange
from fiscaltables.recognising.vocabulary import begins_side_label, side_of, starts_item

_KINDS = {"revenue": "REVENUE_LABEL", "expenditure": "EXPENDITURE_LABEL"}
_UNSETTLED = "UNSETTLED_LABEL"


def side_candidates(rows: tuple[Row, ...], *, numbered: bool) -> tuple[Candidate, ...]:
    """Give the candidates of the rows; ``numbered`` tells whether the header prints 行次.

    A label that either side may print (总计) belongs to 收入 where another label follows on its line, to 支出 where
    one stands before it, else to the side whose 行次 it goes on with. Where nothing settles it, it has no kind of a
    side and is refused.
    """
    labels: list[Candidate] = []
    numbers = _LineNumbers()
    strange = not numbered and whole_numbers_are_strange(rows)
    for row in rows:
        special = lane_candidates(row) or (stray_candidates(row) if strange else ())
        if special:
            labels.extend(special)
            continue
        pieces = list(_pieces(row.cells))
        if labels and _continues(labels[-1], pieces):
            whole = merged((labels.pop().cell, pieces.pop(0)))
            pieces.insert(0, whole)
        line = list(_of_line(pieces))
        labels.extend(numbers.read(line) if numbered else line)
    return tuple(labels)


@define
class _LineNumbers:
    """The 行次 read so far: the numbers of each side follow one another."""

    revenue: int = 0
    expenditure: int = 0

    def read(self, line: list[Candidate]) -> Iterator[Candidate]:
        """Tell 行次 from figures: behind a label, or alone where it is the next of its side."""
        for index, candidate in enumerate(line):
            before = line[index - 1] if index else None
            if not candidate.cell.text.isdecimal():
                yield self._label(candidate, line[index + 1 : index + 2])
            elif before is not None and before.kinds[0] in {*_KINDS.values(), _UNSETTLED}:
                yield self._numbered(candidate, "LINE_NUMBER_CELL")
            elif self._is_next(int(candidate.cell.text)) and not _numbered_later(line[index:], candidate):
                yield self._numbered(candidate, "SPARE_LINE_NUMBER")
            else:
                yield candidate

    def _label(self, candidate: Candidate, behind: list[Candidate]) -> Candidate:
        number = int(behind[0].cell.text) if behind and behind[0].cell.text.isdecimal() else None
        if candidate.kinds[0] != _UNSETTLED or number is None or self.revenue == self.expenditure:
            return candidate
        if number == self.revenue + 1:
            return evolve(candidate, kinds=("REVENUE_LABEL",))
        return evolve(candidate, kinds=("EXPENDITURE_LABEL",)) if number == self.expenditure + 1 else candidate

    def _is_next(self, number: int) -> bool:
        return number in {self.revenue + 1, self.expenditure + 1}

    def _numbered(self, candidate: Candidate, kind: str) -> Candidate:
        number = int(candidate.cell.text)
        if number == self.revenue + 1 or not self.revenue:
            self.revenue = number
        else:
            self.expenditure = number
        return evolve(candidate, kinds=(kind, *candidate.kinds))


def _numbered_later(rest: list[Candidate], number: Candidate) -> bool:
    """Whether the same number stands behind a label further on in the line: then this one is a figure."""
    return any(
        later.cell.text == number.cell.text and label.kinds[0] in {*_KINDS.values(), _UNSETTLED}
        for label, later in pairwise(rest)
    )


def _pieces(words: tuple[Cell, ...]) -> Iterator[Cell]:
    """Put the words of a line together to labels; figures stay alone."""
    pending: list[Cell] = []
    for word in words:
        if figure_kind(word.text):
            if pending:
                yield merged(tuple(pending))
            pending = []
            yield word
            continue
        if pending and _begins_label(merged(tuple(pending)).text, word.text):
            yield merged(tuple(pending))
            pending = []
        pending.append(word)
    if pending:
        yield merged(tuple(pending))


def _begins_label(before: str, word: str) -> bool:
    """Whether a word begins a new label: it is numbered, or what stands before it is whole."""
    if starts_item(word):
        return True
    return bool(side_of(before)) and not begins_side_label(before + word) and not side_of(before + word)


def _continues(label: Candidate, pieces: list[Cell]) -> bool:
    """Whether the first piece of a line goes on with a label that is not whole."""
    if not pieces or figure_kind(label.cell.text) or figure_kind(pieces[0].text) or starts_item(pieces[0].text):
        return False
    return side_of(label.cell.text) is None and side_of(label.cell.text + pieces[0].text) is not None


def _of_line(pieces: list[Cell]) -> Iterator[Candidate]:
    texts = [index for index, piece in enumerate(pieces) if not figure_kind(piece.text)]
    for index, piece in enumerate(pieces):
        if index in texts:
            kinds = _label_kinds(piece.text, before=index > texts[0], last=index == texts[-1])
            yield Candidate(piece, kinds, index == 0)
        else:
            yield Candidate(piece, (str(figure_kind(piece.text)),), index == 0)


def _label_kinds(text: str, *, before: bool, last: bool) -> tuple[str, ...]:
    side = side_of(text)
    if side:
        return (_KINDS[side],)
    if before:
        return (_KINDS["expenditure"],)
    return (_UNSETTLED,) if last else (_KINDS["revenue"],)

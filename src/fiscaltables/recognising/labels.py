"""The words of a flowing two-sided table as labels of its sides, 行次 and figures."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise, takewhile

from attrs import define, evolve

from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.cells import Candidate, figure_kind, merged
from fiscaltables.recognising.flowing import lane_candidates, stray_candidates, whole_numbers_are_strange
from fiscaltables.recognising.settling import SIDES, UNSETTLED, is_appropriation, settled
from fiscaltables.recognising.vocabulary import (
    begins_side_label,
    is_ordinal,
    is_row_label,
    is_side_label,
    is_total,
    normal,
    side_of,
    starts_item,
    without_ordinal,
)
from fiscaltables.recognising.wordings import COUNTERPARTS, LABELS

_COUNTERED = frozenset(counterpart for counterpart, *_ in COUNTERPARTS.values())
_KINDS = dict(zip(("revenue", "expenditure"), SIDES, strict=True))
_LONGEST_TAIL = 3
_TAILS = frozenset({"收入", "支出", "等支出", "款收入", "等收入"})


def side_candidates(
    rows: tuple[Row, ...], *, numbered: bool, purposes: bool = False, single: bool = False
) -> tuple[Candidate, ...]:
    """Give the candidates of the rows.

    ``numbered`` tells whether the header prints 行次, ``purposes`` whether a block 支出用途 stands beside 功能分类,
    ``single`` whether each side has one column of figures.

    A label that either side may print (总计) belongs to 收入 where another label follows on its line, to 支出 where
    one stands before it, else to the side whose 行次 it goes on with. Where nothing settles it, it has no kind of a
    side and is refused.
    """
    rows = _with_counterparts(rows) if single else rows
    labels: list[Candidate] = []
    numbers, last_line = _LineNumbers(_whole_numbers(rows), _labelled_numbers(rows)), 0
    strange = not numbered and whole_numbers_are_strange(rows)
    for row in rows:
        special = lane_candidates(row) or (stray_candidates(row) if strange else ())
        if special:
            labels.extend(special)
            continue
        pieces = _pieces_behind(labels, _mended_ordinals(row.cells))
        if labels and _continues(labels[-1], pieces):
            whole = merged((labels.pop().cell, pieces.pop(0)))
            pieces.insert(0, whole)
        else:
            _give_tail(last_line, labels, pieces)
        line = list(_of_line(pieces, purposes))
        if numbered:
            labels[-1:] = [numbers.label(label, line[:1]) for label in labels[-1:]]
            line = list(numbers.read(line, labels[-1:]))
        last_line = len(labels)
        labels.extend(line)
    return settled(labels, appropriated=_prints_appropriations_left(rows))


def _with_counterparts(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Put totals of 支出 that are printed behind all rows beside those of 收入 that they belong to.

    A cell that spans several columns is printed last by some programs. Where each of the labels is the counterpart of
    a total on the left that has none on its line, in the same order, no other place is left for them. A line with one
    amount does not say whose it is; then all stay where they are.
    """
    end = len(rows)
    while end and len(rows[end - 1].cells) == 1 and without_ordinal(rows[end - 1].cells[0].text) in _COUNTERED:
        end -= 1
    loose = [row.cells[0] for row in rows[end:]]
    places = [at for at, row in enumerate(rows[:end]) if _lacks_counterpart(row)]
    wanted = [COUNTERPARTS[without_ordinal(rows[at].cells[0].text)][0] for at in places]
    if not loose or [without_ordinal(cell.text) for cell in loose] != wanted:
        return rows
    if any(len(rows[at].cells) not in {1, 3} for at in places):
        return rows
    beside = dict(zip(places, loose, strict=True))
    return tuple(_put_beside(row, beside[at]) if at in beside else row for at, row in enumerate(rows[:end]))


def _lacks_counterpart(row: Row) -> bool:
    texts = [cell.text for cell in row.cells if not figure_kind(cell.text)]
    return len(texts) == 1 and texts[0] == row.cells[0].text and without_ordinal(texts[0]) in COUNTERPARTS


def _put_beside(row: Row, label: Cell) -> Row:
    """Put a label between the amounts of a row, one for each side, where it has any."""
    return evolve(row, cells=(*row.cells[:2], label, *row.cells[2:]))


def _mended_ordinals(words: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Put an outline number together with the label behind it: 1. 一般公共预算资金."""
    mended: list[Cell] = []
    for word in words:
        if mended and is_ordinal(mended[-1].text) and not figure_kind(word.text):
            mended[-1] = evolve(merged((mended[-1], word)), text=mended[-1].text + word.text)
        else:
            mended.append(word)
    return tuple(mended)


def _prints_appropriations_left(rows: tuple[Row, ...]) -> bool:
    """Whether labels of appropriated funds stand first on lines of one row, and none behind another label."""
    lines = [[piece.text for piece in _pieces(row.cells) if not figure_kind(piece.text)] for row in rows]
    lines = [texts for texts in lines if len(texts) <= len(SIDES)]
    places = {at for texts in lines for at, text in enumerate(texts) if is_appropriation(text)}
    return places == {0}


def _give_tail(start: int, labels: list[Candidate], pieces: list[Cell]) -> None:
    """Join the tail of a wrapped label to the one label of the line before that it makes whole."""
    if not pieces or figure_kind(pieces[0].text) or starts_item(pieces[0].text):
        return
    cut = [
        index
        for index in range(start, len(labels))
        if not figure_kind(labels[index].cell.text) and _makes_whole(labels[index].cell.text, pieces[0].text)
    ]
    if len(cut) == 1:
        whole = merged((labels[cut[0]].cell, pieces.pop(0)))
        labels[cut[0]] = evolve(labels[cut[0]], cell=whole, kinds=_label_kinds(whole.text, before=False, last=True))


def _whole_numbers(rows: tuple[Row, ...]) -> Counter[str]:
    return Counter(cell.text for row in rows for cell in row.cells if cell.text.isdecimal())


def _labelled_numbers(rows: tuple[Row, ...]) -> frozenset[str]:
    """Give the whole numbers that stand right behind a text somewhere."""
    pairs = (pair for row in rows for pair in pairwise(row.cells))
    return frozenset(after.text for before, after in pairs if after.text.isdecimal() and not figure_kind(before.text))


@define
class _LineNumbers:
    """The 行次 read so far: the numbers of each side grow.

    ``printed`` counts the whole numbers of the table, ``labelled`` are those that stand behind a label.
    """

    printed: Counter[str]
    labelled: frozenset[str]
    revenue: int = 0
    expenditure: int = 0

    def read(self, line: list[Candidate], last: list[Candidate]) -> Iterator[Candidate]:
        """Tell 行次 from figures: behind a label, at the head of a line, or as the next number of a side.

        ``last`` is what stands last before the line: the number at its head is that of a label there without one.
        A number of the sequence that is printed again behind a label is a figure here; one that is printed again
        elsewhere may be either, has no kind and is refused.
        """
        for index, candidate in enumerate(line):
            text, before = candidate.cell.text, line[index - 1] if index else None
            if not text.isdecimal():
                yield self.label(candidate, line[index + 1 : index + 2])
            elif before is None and last and self._is_next_of(last[0].kinds[0], int(text)):
                yield self._numbered(candidate, "LINE_NUMBER_CELL", last[0].kinds[0])
            elif before is not None and before.kinds[0] in {*_KINDS.values(), UNSETTLED}:
                yield self._numbered(candidate, "LINE_NUMBER_CELL", before.kinds[0])
            elif before is None or (self._is_next(int(text)) and self.printed[text] == 1):
                yield self._numbered(candidate, "SPARE_LINE_NUMBER", self._side_of(int(text)))
            elif self._is_next(int(text)) and text not in self.labelled:
                yield evolve(candidate, kinds=("UNSETTLED_NUMBER",))
            else:
                yield candidate

    def label(self, candidate: Candidate, behind: list[Candidate]) -> Candidate:
        """Give a label with the side whose numbers go on with the one behind it, where only one does."""
        number = int(behind[0].cell.text) if behind and behind[0].cell.text.isdecimal() else None
        if candidate.kinds[0] != UNSETTLED or number is None or self.revenue == self.expenditure:
            return candidate
        if number == self.revenue + 1:
            return evolve(candidate, kinds=("REVENUE_LABEL",))
        return evolve(candidate, kinds=("EXPENDITURE_LABEL",)) if number == self.expenditure + 1 else candidate

    def _is_next(self, number: int) -> bool:
        return number in {self.revenue + 1, self.expenditure + 1}

    def _is_next_of(self, kind: str, number: int) -> bool:
        return (kind, number) in zip(SIDES, (self.revenue + 1, self.expenditure + 1), strict=True)

    def _side_of(self, number: int) -> str:
        """Give the side that a number without a label goes on with."""
        if number == self.expenditure + 1 or (self.expenditure and number > self.expenditure):
            return _KINDS["expenditure"]
        return _KINDS["revenue"]

    def _numbered(self, candidate: Candidate, kind: str, side: str) -> Candidate:
        number = int(candidate.cell.text)
        if side == _KINDS["expenditure"]:
            self.expenditure = number
        else:
            self.revenue = number
        return evolve(candidate, kinds=(kind, *candidate.kinds) if kind == "LINE_NUMBER_CELL" else (kind,))


def _pieces_behind(labels: list[Candidate], words: tuple[Cell, ...]) -> list[Cell]:
    """Put the words of a line together to labels, those that make the last label whole apart from what follows."""
    tail = tuple(takewhile(_may_be_of_tail, words[:_LONGEST_TAIL])) if labels else ()
    for end in range(len(tail), 0, -1):
        last, text = labels[-1].cell.text, "".join(word.text for word in tail[:end])
        if not figure_kind(last) and _makes_whole(last, text):
            return [merged(tail[:end]), *_pieces(words[end:])]
    return list(_pieces(words))


def _may_be_of_tail(word: Cell) -> bool:
    return not figure_kind(word.text) and not starts_item(word.text)


def _pieces(words: tuple[Cell, ...]) -> Iterator[Cell]:
    """Put the words of a line together to labels; figures stay alone."""
    pending: list[Cell] = []
    for word in chain.from_iterable(map(_unglued, words)):
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


def _unglued(word: Cell) -> tuple[Cell, ...]:
    """Part a total that is printed twice without a blank between: those of both sides."""
    half = len(word.text) // 2
    twice = word.text[:half] == word.text[half:] and is_total(word.text[:half])
    return (evolve(word, text=word.text[:half]), evolve(word, text=word.text[half:])) if twice else (word,)


def _begins_label(before: str, word: str) -> bool:
    """Whether a word begins a new label: it is numbered, or what stands before it is whole."""
    if word[:1] in {"（", "("} and not starts_item(word):
        return False
    if starts_item(word) or (is_total(before) and is_total(word)):
        return True
    whole = bool(side_of(before)) or (is_side_label(before) and is_total(word))
    return whole and not begins_side_label(before + word) and not side_of(before + word)


def _continues(label: Candidate, pieces: list[Cell]) -> bool:
    """Whether the first piece of a line goes on with a label that is not whole."""
    if not pieces or figure_kind(label.cell.text) or figure_kind(pieces[0].text) or starts_item(pieces[0].text):
        return False
    return _makes_whole(label.cell.text, pieces[0].text)


def _makes_whole(label: str, tail: str) -> bool:
    """Whether a label is whole with this tail, and was not without it; or the tail can be nothing else."""
    known = side_of(label) if tail in _TAILS else is_side_label(label) and (is_side_label(tail) or is_row_label(tail))
    return not known and is_side_label(label + tail)


def _of_line(pieces: list[Cell], purposes: bool) -> Iterator[Candidate]:  # noqa: FBT001  handed on
    texts = [index for index, piece in enumerate(pieces) if not figure_kind(piece.text)]
    crowded = len(texts) > len(SIDES) + purposes
    for index, piece in enumerate(pieces):
        if index in texts and purposes and without_ordinal(piece.text) in LABELS["PURPOSE"]:
            yield Candidate(piece, ("PURPOSE_LABEL",), index == 0)
        elif index in texts:
            kinds = _label_kinds(piece.text, before=index > texts[0], last=index == texts[-1])
            yield Candidate(piece, _by_itself(piece.text) if crowded else kinds, index == 0)
        else:
            yield Candidate(piece, (str(figure_kind(piece.text)),), index == 0)


def _by_itself(text: str) -> tuple[str, ...]:
    """Give the kind of a label on a line that runs on over several rows: its place there says nothing."""
    side = side_of(text)
    return (_KINDS[side],) if side and normal(text) not in _TAILS else (UNSETTLED,)


def _label_kinds(text: str, *, before: bool, last: bool) -> tuple[str, ...]:
    side = side_of(text)
    if side and normal(text) not in _TAILS:
        return (_KINDS[side],)
    either = starts_item(text) or is_total(text)
    if before and either:
        return (_KINDS["expenditure"],)
    return (_KINDS["revenue"],) if not before and not last and either else (UNSETTLED,)

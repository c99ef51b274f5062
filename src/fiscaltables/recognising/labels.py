"""The words of a flowing two-sided table as labels of its sides, 行次 and figures."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from attrs import evolve

from fiscaltables.reading.pages import Cell, Row
from fiscaltables.recognising.cells import Candidate, figure_kind, lane_candidates, merged
from fiscaltables.recognising.vocabulary import begins_side_label, side_of, starts_item

_KINDS = {"revenue": "REVENUE_LABEL", "expenditure": "EXPENDITURE_LABEL"}


def side_candidates(rows: Iterable[Row], *, numbered: bool) -> tuple[Candidate, ...]:
    """Give the candidates of the rows; ``numbered`` tells whether the header prints 行次.

    A label that either side may print (总计) belongs to 收入 where another label follows on its line, to 支出 where one
    stands before it. A label alone on its line that either side may print has no kind and is refused.
    """
    labels: list[Candidate] = []
    for row in rows:
        lanes = lane_candidates(row)
        if lanes:
            labels.extend(lanes)
            continue
        pieces = list(_pieces(row.cells))
        if labels and not labels[-1].kinds[0].endswith("NUMBER") and _continues(labels[-1], pieces):
            labels[-1] = evolve(labels[-1], cell=merged((labels[-1].cell, pieces.pop(0))))
            labels[-1] = evolve(labels[-1], kinds=_label_kinds(labels[-1].cell.text, before=False, last=True))
        labels.extend(_of_line(pieces, numbered=numbered))
    return tuple(_by_line_number(labels))


def _by_line_number(labels: list[Candidate]) -> Iterator[Candidate]:
    """Settle the labels that either side may print by 行次: the numbers of each side follow one another."""
    last = {"REVENUE_LABEL": 0, "EXPENDITURE_LABEL": 0}
    for label, after in zip_longest(labels, labels[1:]):
        number = int(after.cell.text) if after and after.kinds[0] == "LINE_NUMBER_CELL" else None
        side = next((side for side, before in last.items() if number == before + 1), None)
        settled = evolve(label, kinds=(side,)) if side and label.kinds[0] == "UNSETTLED_LABEL" else label
        spare = int(label.cell.text) if label.kinds[0] == "SPARE_LINE_NUMBER" else None
        for side, before in last.items():
            if spare == before + 1 or (number is not None and side == settled.kinds[0]):
                last[side] = number or spare or before
        yield settled


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


def _of_line(pieces: list[Cell], *, numbered: bool) -> Iterator[Candidate]:
    texts = [index for index, piece in enumerate(pieces) if not figure_kind(piece.text)]
    for index, piece in enumerate(pieces):
        if index in texts:
            before = index > texts[0]
            yield Candidate(piece, _label_kinds(piece.text, before=before, last=index == texts[-1]), index == 0)
        elif numbered and piece.text.isdecimal():
            after_label = index > 0 and index - 1 in texts
            yield Candidate(piece, ("LINE_NUMBER_CELL" if after_label else "SPARE_LINE_NUMBER", "AMOUNT"), index == 0)
        else:
            yield Candidate(piece, (str(figure_kind(piece.text)),), index == 0)


def _label_kinds(text: str, *, before: bool, last: bool) -> tuple[str, ...]:
    side = side_of(text)
    if side:
        return (_KINDS[side],)
    if before:
        return (_KINDS["expenditure"],)
    return ("UNSETTLED_LABEL",) if last else (_KINDS["revenue"],)

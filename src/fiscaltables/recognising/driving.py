"""Drive a grammar with cells: row by row, or word by word.

The driver keeps every good row and gives one refusal for a bad one. A cell is fed as the first of its kinds that the
parser's state can act on; where that leads into an error inside the row, the row is fed again with the next kinds. Only
the stacks are cut back, to where the row began: a copy made before would take the rows already read twice.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from fiscaltables.model.places import Span
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import Candidate
from fiscaltables.recognising.grammar import Node, compiled, nodes_of, token, without_values
from fiscaltables.recognising.registry import forgotten_on_registering

_MOST_READINGS = 200
_MOST_FED = 20_000
"""How many cells may be fed again for one that is stuck."""
_FIGURES = frozenset({"AMOUNT", "DASH", "UNREADABLE"})
_ROW_END = Candidate(Cell("", Span(), 0), ("_ROW",))
_ROWS_OF_FLOWING = re.compile(r"__flowing_(?:star|plus)_\d+")
_ROWS_OF_PART = re.compile(r"__flowing_(?:tasks|indicators)_plus_\d+|flowing_(?:task_head|header)")
"""What stands under the first cell of a row in a part of a form."""


@frozen
class Refused:
    """The cells of a row that the grammar does not take, the cell where it stopped, and what could stand there."""

    cells: tuple[Cell, ...]
    at: Cell
    expected: tuple[str, ...]


@frozen
class Driven:
    """The rows that were read and those that were refused, each in printed order."""

    rows: tuple[Node, ...]
    refused: tuple[Refused, ...]


def drive_rows(path: Path, rows: tuple[tuple[Candidate, ...], ...]) -> Driven:
    """Read rows whose cells are known, with the grammar's start ``gridded``."""
    drive = _Drive(compiled(path).parse_interactive(start="gridded"), _answers(path, "gridded"))
    for row in rows:
        drive.feed_row((*row, _ROW_END))
    return drive.result()


def drive_words(path: Path, words: tuple[Candidate, ...]) -> Driven:
    """Read the words of flowing rows, with the grammar's start ``flowing``; rows begin where the grammar says."""
    drive = _Drive(compiled(path).parse_interactive(start="flowing"), _answers(path, "flowing"))
    drive.feed_words(words)
    return drive.result()


_Answers = dict[tuple[tuple[Any, ...], str], bool]


@forgotten_on_registering
@cache
def _answers(path: Path, start: str) -> _Answers:  # noqa: ARG001  the key of the memory
    """Give the memory of what a grammar can take: by the states on its stack, which alone decide, and the kind."""
    return {}


@define(eq=False)
class _Drive:
    """One parse of a table.

    ``row`` holds the candidates fed since the row began, ``taken`` the kind that each was fed as, ``base`` the height
    of the stacks before it.
    """

    parser: Any
    answers: _Answers
    refused: list[Refused] = field(factory=list)
    row: list[Candidate] = field(factory=list)
    taken: list[int] = field(factory=list)
    base: int = 0
    rows_read: int = 0

    def feed_row(self, row: tuple[Candidate, ...]) -> None:
        """Feed one row whose end is known; a refused row leaves no trace in the parser."""
        self._begin(self._height)
        for at, candidate in enumerate(row):
            if not self._feed(candidate, begins=at == 0):
                self._refuse(tuple(other.cell for other in row[:-1]), row[min(at, len(row) - 2)])
                return

    def feed_words(self, words: tuple[Candidate, ...]) -> None:
        """Feed words whose rows are not marked; after a refused row go on where the next can begin."""
        at, start = 0, 0
        while at < len(words):
            if self._feed(words[at], begins=False):
                start = at + 1 - len(self.row)
                at += 1
                continue
            end = _next_beginning(words, at + 1)
            if self._can_take("$END"):
                self._let_stand()
                start = at
            self._refuse(tuple(word.cell for word in words[start:end]), words[at])
            at = start = end

    def result(self) -> Driven:
        """Close the parse; a row that is cut in its middle is refused."""
        from lark.exceptions import UnexpectedToken  # noqa: PLC0415  importing fiscaltables must not load lark

        try:
            tree = self.parser.feed_eof()
        except UnexpectedToken:
            if self.row:
                self._refuse(tuple(candidate.cell for candidate in self.row), self.row[-1])
            tree = self._closed()
        return Driven(tuple(nodes_of(tree.children)) if tree is not None else (), tuple(self.refused))

    def _closed(self) -> Any:  # noqa: ANN401  lark's own tree
        """Close the parse where whole rows stand; None where not even a header was read."""
        from lark.exceptions import UnexpectedToken  # noqa: PLC0415  importing fiscaltables must not load lark

        try:
            return self.parser.feed_eof()
        except UnexpectedToken:
            return None

    @property
    def _height(self) -> int:
        return len(self.parser.parser_state.value_stack)

    def _feed(self, candidate: Candidate, *, begins: bool) -> bool:
        """Feed a candidate as its first kind that can stand here, reading the row anew where none can."""
        taken = self._take(candidate, 0)
        if taken is None:
            return self._read_anew(candidate)
        self._keep(candidate, taken, begins=begins)
        return True

    def _keep(self, candidate: Candidate, taken: int, *, begins: bool = False) -> None:
        if begins or self._row_begun():
            self._begin(self._height - 1)
        self.row.append(candidate)
        self.taken.append(taken)

    def _row_begun(self) -> bool:
        """Whether the cell fed last is the first of a flowing row: nothing but whole rows are under it."""
        under = [str(getattr(value, "data", "")) for value in self.parser.parser_state.value_stack[:-1]]
        whole = not under or (len(under) == 1 and bool(_ROWS_OF_FLOWING.fullmatch(under[0])))
        return whole or bool(_ROWS_OF_PART.fullmatch(under[-1]))

    def _take(self, candidate: Candidate, first: int) -> int | None:
        for index, kind in enumerate(candidate.kinds[first:], start=first):
            if self._can_take(kind):
                self.parser.feed_token(token(kind, candidate.cell))
                return index
        return None

    def _can_take(self, kind: str) -> bool:
        """Whether a token can be fed to its end."""
        asked = tuple(self.parser.parser_state.state_stack), kind
        if asked not in self.answers:
            self.answers[asked] = self._try(kind)
        return self.answers[asked]

    def _try(self, kind: str) -> bool:
        """Feed a token to a copy that reduces nothing.

        A look-ahead of LALR may allow reductions and then no shift, and what was reduced by then cannot be taken back.
        """
        from lark.exceptions import UnexpectedToken  # noqa: PLC0415  importing fiscaltables must not load lark

        if kind not in self.parser.choices():
            return False
        try:
            without_values(self.parser).feed_token(token(kind, kind))
        except UnexpectedToken:
            return False
        return True

    def _read_anew(self, stuck: Candidate) -> bool:
        """Feed the row again with the next kinds, latest choice first, until the cell that was stuck can stand."""
        row, taken, before = [*self.row, stuck], self.taken[:], self.taken[:]
        base, rows_read = self.base, self.rows_read
        for _ in range(min(_MOST_READINGS, _MOST_FED // len(row))):
            if not taken:
                break
            last = taken.pop()
            self._replay(row, taken, base, rows_read)
            other = self._take(row[len(taken)], last + 1)
            if other is None:
                continue
            self._keep(row[len(taken)], other)
            taken.append(other)
            if self._go_on(row, taken):
                return True
        self._replay(row, before, base, rows_read)
        return False

    def _replay(self, row: list[Candidate], taken: list[int], base: int, rows_read: int) -> None:
        self.base, self.rows_read = base, rows_read
        self._cut()
        self.row, self.taken = [], []
        for candidate, index in zip(row, taken, strict=False):
            self._take(candidate, index)
            self._keep(candidate, index)

    def _go_on(self, row: list[Candidate], taken: list[int]) -> bool:
        while len(taken) < len(row):
            index = self._take(row[len(taken)], 0)
            if index is None:
                return False
            self._keep(row[len(taken)], index)
            taken.append(index)
        return True

    def _let_stand(self) -> None:
        """Keep the row read so far, which is whole, and refuse only what comes after it."""
        self._begin(self._height)

    def _refuse(self, cells: tuple[Cell, ...], at: Candidate) -> None:
        kinds = (str(kind) for kind in self.parser.choices() if kind.isupper() and kind not in at.kinds)
        expected = tuple(sorted(filter(self._can_take, kinds)))
        self._cut()
        self.refused.append(Refused(cells, at.cell, expected))
        self.row, self.taken = [], []

    def _begin(self, base: int) -> None:
        """Begin a row on stacks of this height; what is under it is counted, for a trial may add to its list.

        A cell alone under it is the first of a list that is not made yet.
        """
        self.row, self.taken, self.base = [], [], base
        under = self.parser.parser_state.value_stack[base - 1 : base] if base else []
        self.rows_read = sum(len(getattr(value, "children", (value,))) for value in under)

    def _rows_under(self) -> list[list[Any]]:
        """Give the list of the rows read so far, if there is one."""
        under = self.parser.parser_state.value_stack[self.base - 1 : self.base] if self.base else []
        return [tree.children for tree in under if hasattr(tree, "children")]

    def _cut(self) -> None:
        state = self.parser.parser_state
        for rows in self._rows_under():
            del rows[self.rows_read :]
        del state.value_stack[self.base :]
        del state.state_stack[self.base + 1 :]


def _next_beginning(words: tuple[Candidate, ...], at: int) -> int:
    """Give the next word at which a row can begin: a code or total at the head of a line, or a text after a figure."""
    for index in range(at, len(words)):
        word, before = words[index], words[index - 1]
        after_figure = before.kinds[-1] in _FIGURES or before.kinds[0] == "AMOUNT"
        named = word.kinds[0] == "NAME" and after_figure
        if word.begins_line and (named or word.kinds[0] not in _FIGURES | {"NAME"}):
            return index
    return len(words)

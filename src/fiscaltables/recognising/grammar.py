"""Find a family's grammar, compile it, and drive it with cells: row by row, or word by word.

The driver keeps every good row and gives one refusal for a bad one. A cell is fed as the first of its kinds that the
parser's state can act on; where that leads into an error inside the row, the row is fed again with the next kinds. Only
the stacks are cut back, to where the row began: a copy made before would take the rows already read twice.
"""

import re
from collections.abc import Iterator
from copy import copy
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from fiscaltables.model.places import Span
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import Candidate
from fiscaltables.recognising.registry import forgotten_on_registering

if TYPE_CHECKING:
    from lark import Lark

STARTS = ("gridded", "flowing_header", "flowing")
_MOST_READINGS = 200
_MOST_FED = 20_000
"""How many cells may be fed again for one that is stuck."""
_ROW_END = Candidate(Cell("", Span(), 0), ("_ROW",))
_ROWS_OF_FLOWING = re.compile(r"__flowing_star_\d+")


@frozen
class Node:
    """What the grammar read: the name of a rule, the cells in it with the kind each was read as, and rules inside.

    ``after`` counts the cells of the rule around it that stand before it.
    """

    rule: str
    cells: tuple[Cell, ...] = ()
    kinds: tuple[str, ...] = ()
    children: tuple["Node", ...] = ()
    after: int = 0


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


@cache
def grammar_folder() -> Path:
    """Give the folder of the grammars: inside the installed package, or two folders up in a checkout."""
    package = Path(str(files("fiscaltables")))
    inside = package / "grammars"
    return inside if inside.is_dir() else package.parent.parent / "grammars"


@forgotten_on_registering
@cache
def compiled(path: Path) -> "Lark":
    """Compile a family's grammar on first use."""
    return compile_grammar(path)


def compile_grammar(path: Path) -> "Lark":
    """Compile a grammar with its three starts; it may import from its own folder and from that of the grammars."""
    from lark import Lark  # noqa: PLC0415  importing fiscaltables must not load lark

    return Lark(
        path.read_text("utf-8"),
        parser="lalr",
        lexer="basic",
        start=list(STARTS),
        import_paths=[str(path.parent), str(grammar_folder())],
        maybe_placeholders=False,
    )


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


def read_header(path: Path, cells: tuple[Cell, ...], kinds: tuple[str, ...]) -> Node | None:
    """Read the headings of a flowing header as a known template; None where no template has them in this order."""
    from lark.exceptions import UnexpectedToken  # noqa: PLC0415  importing fiscaltables must not load lark

    parser: Any = compiled(path).parse_interactive(start="flowing_header")
    try:
        for cell, kind in zip(cells, kinds, strict=True):
            parser.feed_token(_token(kind, cell))
        return _node(parser.feed_eof())
    except UnexpectedToken:
        return None


@forgotten_on_registering
@cache
def header_kinds(path: Path) -> frozenset[str]:
    """Give the kinds of heading that the templates of a grammar know."""
    return heading_kinds_of(compiled(path))


def terminals_of(grammar: "Lark") -> frozenset[str]:
    """Give the kinds of cell that the rules of a grammar use."""
    return frozenset(part.name for rule in grammar.rules for part in rule.expansion if part.is_term)


def heading_kinds_of(grammar: "Lark") -> frozenset[str]:
    """Give the kinds of heading that the start ``flowing_header`` of a grammar reaches."""
    rules = grammar.rules
    parts = {rule.origin.name: set[Any]() for rule in rules}
    for rule in rules:
        parts[rule.origin.name].update(rule.expansion)
    reached, waiting = set[str](), ["flowing_header"]
    kinds = set[str]()
    while waiting:
        name = waiting.pop()
        reached.add(name)
        kinds.update(part.name for part in parts[name] if part.is_term)
        waiting += [part.name for part in parts[name] if not part.is_term and part.name not in reached]
    return frozenset(kinds)


@frozen(eq=False)
class BegunHeader:
    """A flowing header of which some headings were read, in the order of a template."""

    parser: Any

    @property
    def state(self) -> tuple[Any, ...]:
        """What decides how the header may go on."""
        return tuple(self.parser.parser_state.state_stack)

    @property
    def choices(self) -> frozenset[str]:
        """The kinds of heading that may come next; some of them may turn out not to fit."""
        return frozenset(self.parser.choices())

    @property
    def whole(self) -> bool:
        """Whether no heading is missing."""
        from lark.exceptions import UnexpectedToken  # noqa: PLC0415  importing fiscaltables must not load lark

        try:
            _without_values(self.parser).feed_eof()
        except UnexpectedToken:
            return False
        return True

    def going_on(self, kind: str) -> "BegunHeader | None":
        """Give the header with one heading more; None where no template has it here."""
        from lark.exceptions import UnexpectedToken  # noqa: PLC0415  importing fiscaltables must not load lark

        if kind not in self.parser.choices():
            return None
        parser = _without_values(self.parser)
        try:
            parser.feed_token(_token(kind, kind))
        except UnexpectedToken:
            return None
        return BegunHeader(parser)


def begun_header(path: Path) -> BegunHeader:
    """Give a flowing header of which nothing was read yet."""
    return BegunHeader(compiled(path).parse_interactive(start="flowing_header"))


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
        return Driven(tuple(_nodes(tree.children)) if tree is not None else (), tuple(self.refused))

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
        under = self.parser.parser_state.value_stack[:-1]
        return not under or (len(under) == 1 and bool(_ROWS_OF_FLOWING.fullmatch(str(getattr(under[0], "data", "")))))

    def _take(self, candidate: Candidate, first: int) -> int | None:
        for index, kind in enumerate(candidate.kinds[first:], start=first):
            if self._can_take(kind):
                self.parser.feed_token(_token(kind, candidate.cell))
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
            _without_values(self.parser).feed_token(_token(kind, kind))
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
        """Begin a row on stacks of this height; the rows under it are counted, for a trial may add to their list."""
        self.row, self.taken, self.base = [], [], base
        self.rows_read = sum(map(len, self._rows_under()))

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
        after_figure = before.kinds[-1] in {"AMOUNT", "DASH", "UNREADABLE"} or before.kinds[0] == "AMOUNT"
        if word.begins_line and (word.kinds[0] not in {"NAME", "AMOUNT"} or (word.kinds[0] == "NAME" and after_figure)):
            return index
    return len(words)


def _without_values(parser: Any) -> Any:  # noqa: ANN401  lark's own parser
    """Give a copy of a parser that goes through its states and builds nothing."""
    trial = parser.copy(deepcopy_values=False)
    trial.parser_state.parse_conf = copy(trial.parser_state.parse_conf)
    trial.parser_state.parse_conf.callbacks = {}
    return trial


def _token(kind: str, cell: object) -> Any:  # noqa: ANN401  lark's own token
    from lark import Token  # noqa: PLC0415  importing fiscaltables must not load lark

    return Token(kind, cell)


def _nodes(children: list[Any]) -> Iterator[Node]:
    cells = 0
    for child in children:
        if hasattr(child, "data"):
            yield _node(child, cells)
        else:
            cells += 1


def _node(tree: Any, after: int = 0) -> Node:  # noqa: ANN401  lark's own tree
    tokens = [child for child in tree.children if not hasattr(child, "data")]
    return Node(
        str(tree.data),
        tuple(token.value for token in tokens),
        tuple(token.type for token in tokens),
        tuple(_nodes(tree.children)),
        after,
    )

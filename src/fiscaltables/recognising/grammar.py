"""Find a family's grammar, compile it, and read the headings of a flowing header with it."""

from collections.abc import Iterator
from copy import copy
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.registry import forgotten_on_registering

if TYPE_CHECKING:
    from lark import Lark

STARTS = ("gridded", "flowing_header", "flowing")


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


def read_header(path: Path, cells: tuple[Cell, ...], kinds: tuple[str, ...]) -> Node | None:
    """Read the headings of a flowing header as a known template; None where no template has them in this order."""
    from lark.exceptions import UnexpectedToken  # noqa: PLC0415  importing fiscaltables must not load lark

    parser: Any = compiled(path).parse_interactive(start="flowing_header")
    try:
        for cell, kind in zip(cells, kinds, strict=True):
            parser.feed_token(token(kind, cell))
        return node_of(parser.feed_eof())
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


@forgotten_on_registering
@cache
def tells_remarks(path: Path) -> bool:
    """Whether the rows of a grammar have remarks behind their amounts."""
    return "REMARK_TEXT" in terminals_of(compiled(path))


@forgotten_on_registering
@cache
def names_units(path: Path) -> bool:
    """Whether the rows of a grammar may begin with the name of a unit, marked as such."""
    return "UNIT_LABEL" in terminals_of(compiled(path))


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
            without_values(self.parser).feed_eof()
        except UnexpectedToken:
            return False
        return True

    def going_on(self, kind: str) -> "BegunHeader | None":
        """Give the header with one heading more; None where no template has it here."""
        from lark.exceptions import UnexpectedToken  # noqa: PLC0415  importing fiscaltables must not load lark

        if kind not in self.parser.choices():
            return None
        parser = without_values(self.parser)
        try:
            parser.feed_token(token(kind, kind))
        except UnexpectedToken:
            return None
        return BegunHeader(parser)


def begun_header(path: Path) -> BegunHeader:
    """Give a flowing header of which nothing was read yet."""
    return BegunHeader(compiled(path).parse_interactive(start="flowing_header"))


def without_values(parser: Any) -> Any:  # noqa: ANN401  lark's own parser
    """Give a copy of a parser that goes through its states and builds nothing."""
    trial = parser.copy(deepcopy_values=False)
    trial.parser_state.parse_conf = copy(trial.parser_state.parse_conf)
    trial.parser_state.parse_conf.callbacks = {}
    return trial


def token(kind: str, cell: object) -> Any:  # noqa: ANN401  lark's own token
    """Give a cell as a token of a kind."""
    from lark import Token  # noqa: PLC0415  importing fiscaltables must not load lark

    return Token(kind, cell)


def nodes_of(children: list[Any]) -> Iterator[Node]:
    """Give the rules among the parts of one, each with how many cells stand before it."""
    cells = 0
    for child in children:
        if hasattr(child, "data"):
            yield node_of(child, cells)
        else:
            cells += 1


def node_of(tree: Any, after: int = 0) -> Node:  # noqa: ANN401  lark's own tree
    """Give what a tree of lark's says, without lark."""
    tokens = [child for child in tree.children if not hasattr(child, "data")]
    return Node(
        str(tree.data),
        tuple(token.value for token in tokens),
        tuple(token.type for token in tokens),
        tuple(nodes_of(tree.children)),
        after,
    )

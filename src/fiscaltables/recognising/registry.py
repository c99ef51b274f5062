"""What is added from outside: grammars of further tables and variants, by ``register`` or by an installed package.

What is read from it is remembered elsewhere; ``forgotten_on_registering`` marks each such memory, and registering
clears them all.
"""

import warnings
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Protocol, TypeVar

from attrs import define, field, frozen

from fiscaltables.model.tables import Family

ENTRY_POINTS = "fiscaltables.families"
"""The group of entry points that an installed package names its grammars in."""


class _Memory(Protocol):
    def cache_clear(self) -> None: ...


_Remembered = TypeVar("_Remembered", bound=_Memory)


def _family(family: Family | str) -> Family:
    return Family(family)


def _path(path: str | PathLike[str]) -> Path:
    return Path(path).absolute()


def _texts(texts: str | Iterable[str]) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)


def _wordings(headings: Mapping[str, str | Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {kind: _texts(labels) for kind, labels in headings.items()}


@frozen
class FamilyGrammar:
    """A grammar from outside: a regional variant of a known family, or a kind of table of its own (``Family.OTHER``).

    ``grammar`` is a .lark file with the three starts that docs/grammars.md describes. ``titles`` are titles that lead
    to it, or words of them parted by blanks, all of which a title must have; without any it is tried wherever its
    family is. ``headings`` are further wordings by kind of heading; a new kind is declared in the file and heads
    figures. ``free_text`` tells whether its texts are sentences, which may hold figures, ``two_sided`` whether 收入 and
    支出 stand side by side.
    """

    family: Family = field(converter=_family)
    grammar: Path = field(converter=_path)
    titles: tuple[str, ...] = field(default=(), converter=_texts, kw_only=True)
    headings: Mapping[str, tuple[str, ...]] = field(factory=dict, converter=_wordings, kw_only=True, hash=False)
    free_text: bool = field(default=False, kw_only=True)
    two_sided: bool = field(default=False, kw_only=True)


@define
class _Registry:
    """The grammars added so far, in the order of adding; ``asked`` whether the installed packages were."""

    added: tuple[FamilyGrammar, ...] = ()
    asked: bool = False
    memories: list[_Memory] = field(factory=list)

    def hold(self, added: tuple[FamilyGrammar, ...]) -> None:
        self.added = added
        for memory in self.memories:
            memory.cache_clear()


_REGISTRY = _Registry()


def register(grammar: FamilyGrammar) -> None:
    """Let every later reading try a grammar, after those that its family has.

    Of the readings of a table the one that refuses the fewest rows wins, then the one that knows more of the headings,
    then the one that was there first. A grammar that is registered already stays where it is. A ValueError says what
    is wrong with the file: that it is missing, that it does not compile, or a heading that has no wording.
    """
    from fiscaltables.recognising.checking import check  # noqa: PLC0415  importing fiscaltables must not load lark

    check(grammar)
    if grammar not in _REGISTRY.added:
        _REGISTRY.hold((*_REGISTRY.added, grammar))


def unregister(grammar: FamilyGrammar) -> None:
    """Take a grammar out again; one that is not registered is no error."""
    _REGISTRY.hold(tuple(other for other in _REGISTRY.added if other != grammar))


def registered() -> tuple[FamilyGrammar, ...]:
    """Give the grammars from outside; the installed packages are asked for theirs once, the first time."""
    if not _REGISTRY.asked:
        _REGISTRY.asked = True
        _ask_packages()
    return _REGISTRY.added


def forgotten_on_registering(memory: _Remembered) -> _Remembered:
    """Mark a cached function whose results follow from what is registered."""
    _REGISTRY.memories.append(memory)
    return memory


def _ask_packages() -> None:
    """Register what packages name in the group of entry points; one that fails is left out with a warning."""
    from importlib import metadata  # noqa: PLC0415  importing fiscaltables must stay cheap

    for point in metadata.entry_points(group=ENTRY_POINTS):
        try:
            for grammar in _grammars(point.load()):
                register(grammar)
        except Exception as fault:  # noqa: BLE001  another package's fault must not stop a reading
            message = f"the entry point {point.name} of {ENTRY_POINTS} is left out: {fault}"
            warnings.warn(message, RuntimeWarning, stacklevel=2)


def _grammars(loaded: object) -> Iterator[FamilyGrammar]:
    """Yield what an entry point gives: a grammar, several, or a function that returns either."""
    if isinstance(loaded, FamilyGrammar):
        yield loaded
    elif callable(loaded):
        yield from _grammars(loaded())
    elif isinstance(loaded, Iterable) and not isinstance(loaded, str | bytes):
        for each in loaded:
            yield from _grammars(each)
    else:
        raise TypeError(f"{loaded!r} is no FamilyGrammar")

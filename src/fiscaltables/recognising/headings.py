"""The header of a flowing table: its words put together into known headings, in the order of a known template.

Cells are wrapped down to one character a line, so the words are read as one string without blanks and cut into labels;
the family's grammar (its start ``flowing_header``) says which label may come next.
"""

from pathlib import Path

from attrs import frozen

from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import merged
from fiscaltables.recognising.grammar import Node, heading_choices, read_header
from fiscaltables.recognising.vocabulary import begins_heading, heading_kinds

_MOST_STEPS = 5_000


@frozen
class FlowingHeader:
    """The header as the template took it, and how many words it is made of."""

    tree: Node
    words: int


def find_header(path: Path, words: tuple[Cell, ...]) -> FlowingHeader | None:
    """Give the longest header that the words begin with; None where no template of the family takes them."""
    found = max(_Search(path, words).all(), key=lambda labels: sum(map(len, labels[1])), default=None)
    if found is None:
        return None
    kinds, pieces = found
    tree = read_header(path, tuple(map(merged, pieces)), kinds)
    return FlowingHeader(tree, sum(map(len, pieces))) if tree else None


_Labels = tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]


class _Search:
    """Every way to cut the first words into the headings of a template, longest label first."""

    def __init__(self, path: Path, words: tuple[Cell, ...]) -> None:
        self._path, self._words, self._steps = path, words, 0

    def all(self) -> list[_Labels]:
        found: list[_Labels] = []
        self._extend(0, (), (), found)
        return found

    def _extend(
        self, at: int, kinds: tuple[str, ...], pieces: tuple[tuple[Cell, ...], ...], found: list[_Labels]
    ) -> None:
        self._steps += 1
        choices = heading_choices(self._path, kinds)
        if "$END" in choices:
            found.append((kinds, pieces))
        if self._steps > _MOST_STEPS:
            return
        for end in self._label_ends(at):
            piece = self._words[at:end]
            for kind in heading_kinds("".join(cell.text for cell in piece)):
                if kind in choices:
                    self._extend(end, (*kinds, kind), (*pieces, piece), found)

    def _label_ends(self, at: int) -> list[int]:
        ends, text = [], ""
        for end in range(at + 1, len(self._words) + 1):
            text += self._words[end - 1].text
            if not begins_heading(text):
                break
            if heading_kinds(text):
                ends.append(end)
        return ends[::-1]


def is_header(words: tuple[Cell, ...]) -> bool:
    """Whether words are nothing but known headings, whole ones."""
    reached = {0}
    for start in range(len(words)):
        text = ""
        for end in range(start + 1, len(words) + 1) if start in reached else ():
            text += words[end - 1].text
            if heading_kinds(text):
                reached.add(end)
    return len(words) in reached


def may_open_header(words: tuple[Cell, ...]) -> bool:
    """Whether words begin with a known heading, or are the beginning of one that is wrapped."""
    return opens_header(words) or begins_heading("".join(cell.text for cell in words))


def opens_header(words: tuple[Cell, ...]) -> bool:
    """Whether words begin with a heading that is known, wrapped or whole."""
    text = ""
    for cell in words:
        text += cell.text
        if not begins_heading(text):
            return False
        if heading_kinds(text):
            return True
    return False

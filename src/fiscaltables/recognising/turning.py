"""How far the print of a flowing header agrees with a template about the order of its headings."""

from collections.abc import Iterator
from itertools import combinations

from attrs import frozen

from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.grammar import Node


@frozen
class PlacedHeading:
    """Some of the words, put together: their places in the print, on each line the first of them, and the kind."""

    at: tuple[int, ...]
    cell: Cell
    kind: str
    lines: dict[int | None, int]


def turned(tree: Node, by_cell: dict[int, PlacedHeading]) -> int | None:
    """Count the pairs of headings that the template has side by side and the print the other way round.

    None where two of them stand whole on one line, for there the print shows which is left; and where two of one kind
    (years) are turned, which could as well be taken the other way, or stand at different heights, since one is divided
    and the other not: where no line holds both, their order in the print says nothing.
    """
    pairs = [(by_cell[id(left)], by_cell[id(right)]) for left, right in _beside((tree,))]
    if any(_back_on_line(*pair) for pair in pairs) or _may_be_swapped(tree, by_cell):
        return None
    return sum(_is_turned(*pair) for pair in pairs)


def _beside(nodes: tuple[Node, ...]) -> Iterator[tuple[Cell, Cell]]:
    """Yield the pairs of one level, left first: those under one heading, and of others those that are divided alike."""
    if not nodes:
        return
    level = [
        (number, cell, any(child.after == at for child in node.children))
        for number, node in enumerate(nodes)
        for at, cell in enumerate(node.cells, start=1)
    ]
    for (here, left, divided), (there, right, other) in combinations(level, 2):
        if here == there or divided is other:
            yield left, right
    yield from _beside(tuple(child for node in nodes for child in node.children))


def _may_be_swapped(tree: Node, by_cell: dict[int, PlacedHeading]) -> bool:
    """Whether two headings of one kind stand side by side in the template and the print does not say in which order."""
    parents = {child.after - 1 for child in tree.children}
    headings = [(by_cell[id(cell)], at in parents) for at, cell in enumerate(tree.cells)]
    for (left, divided), (right, other) in combinations(headings, 2):
        uneven = divided is not other and left.lines.keys().isdisjoint(right.lines)
        if left.kind == right.kind and (uneven or _is_turned(left, right)):
            return True
    return any(_may_be_swapped(child, by_cell) for child in tree.children)


def _is_turned(left: PlacedHeading, right: PlacedHeading) -> bool:
    """Whether the heading that should stand right is printed left, as the first line that both stand on shows it."""
    shared = next((line for line in left.lines if line in right.lines), None)
    if shared is not None:
        return left.lines[shared] > right.lines[shared]
    return left.at[0] > right.at[0] and not _encloses(right, left)


def _back_on_line(left: PlacedHeading, right: PlacedHeading) -> bool:
    """Whether two headings stand whole on one line, and the one that should stand right stands left."""
    return left.lines.keys() == right.lines.keys() and len(left.lines) == 1 and left.at[0] > right.at[0]


def _encloses(outer: PlacedHeading, inner: PlacedHeading) -> bool:
    """Whether a heading is printed while another is not whole: which of them stands left is not said then."""
    return outer.at[0] < inner.at[0] and inner.at[-1] < outer.at[-1]


def interleaved(headings: tuple[PlacedHeading, ...]) -> bool:
    """Whether a heading is printed while another is not whole."""
    return any(_encloses(*pair) for pair in combinations(headings, 2))

"""Headers become columns: a path of headings for every leaf, from a grid of header cells or from a known template."""

from itertools import pairwise

from attrs import evolve, frozen

from fiscaltables.model.amounts import Path
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import figure_kind
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.vocabulary import counts_no_money, heading_kinds, unit_in_heading

_TEXT_KINDS = frozenset(
    {
        "NAME_HEADING", "UNIT_NAME", "PROJECT_NAME", "CONTENT", "CLASS", "DIRECTORY", "ITEM", "SERIAL", "METHOD",
        "ECONOMIC_ITEM", "REMARK",
    }
)  # fmt: skip
_UNSAID = frozenset({"OTHER_HEADING", "CLASSIFICATION", "FUNCTION_BLOCK", "PURPOSE_BLOCK"})
MEASURES = frozenset({"FIGURE", "YEAR_FIGURE", "YEAR_OUTTURN"})
"""Headings that say which figure of an item is printed: 预算数, 决算数, of this year or the last."""
_ROLES = {"CODE_HEADING": "code", "CODE_PART": "code", "LINE_NUMBER": "line_number"} | dict.fromkeys(
    _TEXT_KINDS, "text"
)


_Place = tuple[int, int]
"""The row and the column of a heading's cell."""


@frozen
class Column:
    """A leaf of a header.

    ``kinds`` are the kinds of the headings of ``path``; ``role`` is code, text, line_number, figure, or unknown where
    only the cells below can tell.
    """

    path: Path
    kinds: tuple[str, ...]
    role: str

    @property
    def unit(self) -> str | None:
        """The unit that the column's own headings print."""
        return next((unit for unit in map(unit_in_heading, reversed(self.path)) if unit), None)

    @property
    def holds_money(self) -> bool:
        """Whether its figures are money in the table's unit: some heading is known, and none counts anything else."""
        known = any(kind != "OTHER_HEADING" for kind in self.kinds)
        return known and "CHANGE_RATE" not in self.kinds and not any(map(counts_no_money, self.path))

    @property
    def names_items(self) -> bool:
        """Whether its labels are items, each of which may have a unit of its own, as names of projects have not."""
        return self.role == "text" and self.kinds[-1] in {"ITEM", "OTHER_HEADING"}

    def below(self, levels: int) -> "Column":
        """Give the column without its uppermost headings."""
        return evolve(self, path=self.path[levels:], kinds=self.kinds[levels:])


def columns_of_grid(rows: tuple[Node, ...]) -> tuple[Column, ...]:
    """Give the columns of header rows whose cells are known.

    A label spreads right over blanks, as far as the label above it reaches, and down over blanks. In the lowest row
    only the heading of labels does, over labels that are indented into a column of their own. A heading that is wrapped
    over two rows stands as one. What the grammar of the family does not know is looked up.
    """
    width = max((len(row.cells) for row in rows), default=0)
    paths: list[list[tuple[str, str]]] = [[] for _ in range(width)]
    owners: list[tuple[_Place, ...]] = [() for _ in range(width)]
    for level, row in enumerate(rows):
        texts = [(_label(cell), _looked_up(cell, kind)) for cell, kind in zip(row.cells, row.kinds, strict=True)]
        texts += [("", "BLANK")] * (width - len(texts))
        sources = _spread(texts, owners, lowest=level == len(rows) - 1)
        for column, source in enumerate(sources):
            if source is not None:
                paths[column].append(texts[source])
                owners[column] = (*owners[column], (level, source))
    whole = [_unwrapped(path, over, owners) for path, over in zip(paths, owners, strict=True)]
    return tuple(_column(path) for path in _without_trailing_blanks(whole))


def columns_of_template(header: Node) -> tuple[Column, ...]:
    """Give the columns of a flowing header that a template took: a rule stands under the heading before it."""
    return tuple(_column(path) for path in _leaves(header, ()))


def settled(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> tuple[Column, ...]:
    """Settle the columns whose heading is not known by what stands in them: text, or figures."""

    def role(index: int, column: Column) -> str:
        if column.role != "unknown":
            return column.role
        below = [row[index].text for row in rows if index < len(row) and row[index].text]
        return "text" if below and not all(map(figure_kind, below)) else "figure"

    return tuple(evolve(column, role=role(index, column)) for index, column in enumerate(columns))


def _label(cell: Cell) -> str:
    return "".join(cell.text.split())


def _looked_up(cell: Cell, kind: str) -> str:
    return next(iter(heading_kinds(cell.text)), kind) if kind == "OTHER_HEADING" else kind


def _spread(texts: list[tuple[str, str]], owners: list[tuple[_Place, ...]], *, lowest: bool) -> list[int | None]:
    """Give for each column the column of this row whose label stands over it, None where the label above goes on.

    In the lowest row every leaf has its own cell there or above.
    """
    sources: list[int | None] = []
    for column, (text, _) in enumerate(texts):
        if text:
            sources.append(column)
            continue
        left = sources[-1] if sources else None
        reaches = left is not None and owners[left] == owners[column]
        labels = left is not None and texts[left][1] in _TEXT_KINDS
        sources.append(left if reaches and (labels or not lowest) else None)
    return sources


def _unwrapped(
    path: list[tuple[str, str]], over: tuple[_Place, ...], owners: list[tuple[_Place, ...]]
) -> list[tuple[str, str]]:
    """Put two headings together that stand over the same columns and are a known heading only as one."""
    whole = path[:1]
    for above, below, (text, kind) in zip(over, over[1:], path[1:], strict=False):
        joint = whole[-1][0] + text
        same = [above in each for each in owners] == [below in each for each in owners]
        kinds = heading_kinds(joint) if same else ()
        whole[-1:] = [(joint, kinds[0])] if kinds else [whole[-1], (text, kind)]
    return whole


def _without_trailing_blanks(paths: list[list[tuple[str, str]]]) -> list[list[tuple[str, str]]]:
    while paths and not paths[-1]:
        paths = paths[:-1]
    return paths


def _column(path: list[tuple[str, str]]) -> Column:
    kept = path[:1] + [after for before, after in pairwise(path) if after != before]
    texts, kinds = tuple(text for text, _ in kept), tuple(kind for _, kind in kept)
    return Column(texts, kinds, _role(kinds[-1]) if kinds else "unknown")


def _role(kind: str) -> str:
    return _ROLES.get(kind, "unknown" if kind in _UNSAID else "figure")


def _leaves(node: Node, path: tuple[tuple[str, str], ...]) -> list[list[tuple[str, str]]]:
    found: list[list[tuple[str, str]]] = []
    for index, (cell, kind) in enumerate(zip(node.cells, node.kinds, strict=True), start=1):
        here = (*path, (_label(cell), kind))
        below = next((child for child in node.children if child.after == index), None)
        found += _leaves(below, here) if below else [list(here)]
    return found


def figures_of(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Give the columns of figures among the columns."""
    return tuple(column for column in columns if column.role == "figure")

"""Headers become columns: a path of headings for every leaf, from a grid of header cells or from a known template."""

from itertools import pairwise

from attrs import evolve, frozen

from fiscaltables.model.amounts import Path
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import figure_kind
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.vocabulary import unit_in_heading

_TEXT_KINDS = frozenset(
    {
        "NAME_HEADING", "UNIT_NAME", "PROJECT_NAME", "CONTENT", "CLASS", "DIRECTORY", "ITEM", "SERIAL", "REMARK",
        "METHOD", "ECONOMIC_ITEM",
    }
)  # fmt: skip
_LABEL_ROLES = frozenset({"code", "text", "line_number"})
_OF_FIGURES = frozenset(
    {"YEAR_FIGURE", "FIGURE", "CARRY_OVER", "BASIC", "PROJECT", "VEHICLES", "UNIT_FUNDS", "THREE_PUBLIC"}
)
_BLOCK_KINDS = frozenset({"CODE_HEADING", "ITEM"})
_WITHOUT_PARTS = frozenset(
    {
        "CODE_HEADING", "NAME_HEADING", "UNIT_NAME", "PROJECT_NAME", "CONTENT", "DIRECTORY", "LINE_NUMBER",
        "GRAND_TOTAL", "TOTAL_HEADING", "SUBTOTAL_HEADING", "REVENUE_TOTAL", "EXPENDITURE_TOTAL", "ABROAD",
        "HOSPITALITY", "VEHICLE_PURCHASE", "VEHICLE_RUNNING", "ALLOCATED", "UNALLOCATED", "OPENING_BALANCE",
        "CLOSING_BALANCE",
    }
)  # fmt: skip
_ROLES = {"CODE_HEADING": "code", "CODE_PART": "code", "LINE_NUMBER": "line_number"} | dict.fromkeys(
    _TEXT_KINDS, "text"
)


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

    def below(self, levels: int) -> "Column":
        """Give the column without its uppermost headings."""
        return evolve(self, path=self.path[levels:], kinds=self.kinds[levels:])


def columns_of_grid(rows: tuple[Node, ...]) -> tuple[Column, ...]:
    """Give the columns of header rows whose cells are known.

    A label spreads right over blanks, as far as the label above it reaches, and down over blanks.
    """
    width = max((len(row.cells) for row in rows), default=0)
    paths: list[list[tuple[str, str]]] = [[] for _ in range(width)]
    owners: list[tuple[int, ...]] = [() for _ in range(width)]
    for level, row in enumerate(rows):
        texts = [(_label(cell), kind) for cell, kind in zip(row.cells, row.kinds, strict=True)]
        texts += [("", "BLANK")] * (width - len(texts))
        sources = _spread([text for text, _ in texts], owners, lowest=level == len(rows) - 1)
        for column, source in enumerate(sources):
            if source is not None:
                paths[column].append(texts[source])
                owners[column] = (*owners[column], source)
    return tuple(_column(path) for path in _without_trailing_blanks(paths))


def columns_of_template(header: Node) -> tuple[Column, ...]:
    """Give the columns of a flowing header that a template took: a rule stands under the heading before it."""
    return tuple(_column(path) for path in _leaves(header, ()))


def sound(columns: tuple[Column, ...]) -> bool:
    """Whether the cells of a header can stand where they do.

    Nothing stands under a heading without parts (科目编码, 合计), no name under a heading of figures (2024年预算数),
    and no two columns of figures are named alike, but where whole blocks stand side by side. A header that is not sound
    lost blank cells.
    """
    figures = [column.path for column in columns if column.role == "figure"]
    alike = len(figures) - len(set(figures))
    blocks = sum(column.role in {"code", "text"} and column.kinds[-1] in _BLOCK_KINDS for column in columns)
    nested = any(_WITHOUT_PARTS.intersection(column.kinds[:-1]) for column in columns)
    nested |= any(column.role in _LABEL_ROLES and _OF_FIGURES.intersection(column.kinds[:-1]) for column in columns)
    return not nested and all(column.path for column in columns) and (not alike or blocks > 1)


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


def _spread(texts: list[str], owners: list[tuple[int, ...]], *, lowest: bool) -> list[int | None]:
    """Give for each column the column of this row whose label stands over it, None where the label above goes on.

    In the lowest row nothing spreads: every leaf has its own cell there or above.
    """
    sources: list[int | None] = []
    for column, text in enumerate(texts):
        if text:
            sources.append(column)
            continue
        left = sources[-1] if sources else None
        reaches = left is not None and owners[left] == owners[column] and not lowest
        sources.append(left if reaches else None)
    return sources


def _without_trailing_blanks(paths: list[list[tuple[str, str]]]) -> list[list[tuple[str, str]]]:
    while paths and not paths[-1]:
        paths = paths[:-1]
    return paths


def _column(path: list[tuple[str, str]]) -> Column:
    kept = path[:1] + [after for before, after in pairwise(path) if after != before]
    texts, kinds = tuple(text for text, _ in kept), tuple(kind for _, kind in kept)
    return Column(texts, kinds, _role(kinds[-1]) if kinds else "unknown")


def _role(kind: str) -> str:
    return _ROLES.get(kind, "unknown" if kind == "OTHER_HEADING" else "figure")


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

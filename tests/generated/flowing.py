"""Tables printed as the plain text of a page gives them: blank cells are lost, cells are wrapped.

A header is printed breadth first, one row of headings after the other; headings of one height stand together.
"""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import cycle, groupby, pairwise, zip_longest

from generated.captions import caption_lines, spaced
from generated.documents import (
    AnyTable,
    BalanceTable,
    BlocksTable,
    Entry,
    Heading,
    Kind,
    MoneyTable,
    Path,
    Row,
    Side,
    amount_paths,
    columns_of,
)
from generated.styles import FlowingStyle

Pieces = list[str]
"""The pieces of one cell, a line each."""
_UNBREAKABLE = re.compile(r"[（“《\[]*(?:[0-9.,]+|.)[）”》\]。，；：、]*")


def flowing_pages(table: AnyTable, style: FlowingStyle) -> list[str]:
    """Give the text of every page of a table; the notes stand on the last."""
    head = "\n\n".join((*caption_lines(table, style.caption), *_header(table, style)))
    rows = [joined(cells, style) for cells in _body(table, style) if cells]
    size = style.page_rows or len(rows) or 1
    bodies = ["\n\n".join(rows[start : start + size]) for start in range(0, max(len(rows), 1), size)]
    first, *others = bodies
    repeated = [f"{head}\n\n{body}" for body in others] if style.repeats_caption else others
    pages = [f"{head}\n\n{first}".rstrip(), *repeated]
    return [*pages[:-1], "\n\n".join((pages[-1], *table.notes))]


def joined(cells: Sequence[Pieces], style: FlowingStyle) -> str:
    """Put cells one after the other; what parts pieces and what parts cells is a matter of style."""
    within = "\n" if style.pieces_adjacent else "\n\n"
    text = within.join(cells[0])
    for left, right in pairwise(cells):
        text += _border(left, right, style) + within.join(right)
    return text


def wrapped(text: str, width: int) -> Pieces:
    """Cut a text into pieces of about a width, but no number and nothing before a closing mark; 0 leaves it whole.

    >>> wrapped("一般公共预算", 4), wrapped("2024预算数", 2), wrapped("万元。", 2)
    (['一般公共', '预算'], ['2024', '预算', '数'], ['万', '元。'])
    """
    pieces = [""]
    for part in _UNBREAKABLE.findall(text):
        if width and pieces[-1] and len(pieces[-1]) + len(part) > width:
            pieces.append("")
        pieces[-1] += part
    return pieces


def _border(left: Pieces, right: Pieces, style: FlowingStyle) -> str:
    if len(left) == len(right) == 1:
        return " "
    if style.pieces_adjacent:
        return "\n" if len(left) == 1 else "\n\n"
    return "\n\n" if len(left) > 1 and len(right) > 1 else "\n"


def _header(table: AnyTable, style: FlowingStyle) -> list[str]:
    headings = _headings(table)
    depth = max(heading.depth for heading in headings)
    widths = cycle(style.heading_widths)
    level: list[Heading] = list(headings)
    lines: list[str] = []
    for left in range(depth, 0, -1):
        for _, alike in groupby(level, key=partial(_height, left)):
            lines.append(joined([_heading_pieces(heading.text, next(widths), style) for heading in alike], style))
        level = [part for heading in level for part in heading.parts]
    return [*lines, *_column_numbers(table)]


def _height(left: int, heading: Heading) -> int:
    return 1 if heading.parts else left


def _headings(table: AnyTable) -> tuple[Heading, ...]:
    if isinstance(table, BalanceTable):
        return _side_heading(table.revenue), _side_heading(table.expenditure)
    if isinstance(table, BlocksTable):
        return tuple(Heading(block.heading, table.headings * len(block.lists)) for block in table.blocks)
    return table.headings


def _side_heading(side: Side) -> Heading:
    lines = (Heading("行次"),) if side.entries[0].line_number else ()
    return Heading(side.heading, (Heading(side.label_heading), *lines, *side.headings))


def _heading_pieces(text: str, width: int, style: FlowingStyle) -> Pieces:
    return wrapped(text, width) if width and len(text) > width else [spaced(text, style.gap)]


def _column_numbers(table: AnyTable) -> list[str]:
    if not table.numbered_columns or isinstance(table, BlocksTable):
        return []
    if isinstance(table, MoneyTable):
        return [" ".join(("栏次", *_numbers(len(amount_paths(table.headings)), 1)))]
    left, right = len(table.revenue.headings), len(table.expenditure.headings)
    return [" ".join(("栏次", *_numbers(left, 1), "栏次", *_numbers(right, 1 + left)))]


def _numbers(count: int, first: int) -> list[str]:
    return [str(first + at) for at in range(count)]


def _body(table: AnyTable, style: FlowingStyle) -> list[list[Pieces]]:
    if isinstance(table, BalanceTable):
        pairs = zip(table.revenue.entries, table.expenditure.entries, strict=True)
        return [
            [*_entry(left, table.revenue, style), *_entry(right, table.expenditure, style)] for left, right in pairs
        ]
    if isinstance(table, BlocksTable):
        return _side_by_side(table, style)
    return [_row(row, table, style) for row in table.rows]


def _entry(entry: Entry, side: Side, style: FlowingStyle) -> list[Pieces]:
    labels = [_label(entry.label, style.label_width, style)] if entry.label else []
    lines = [[entry.line_number]] if entry.line_number else []
    return [*labels, *lines, *_amounts(entry.amounts, amount_paths(side.headings))]


def _row(row: Row, table: MoneyTable, style: FlowingStyle) -> list[Pieces]:
    if row.texts:
        return [*_texts(row, table, style), *_amounts(row.amounts, amount_paths(table.headings))]
    has_texts = any(kind is Kind.TEXT for _, kind in columns_of(table.headings))
    indent = "  " * row.level if style.indented else ""
    code = [[f"{indent}{row.printed_code or row.code}"]] if row.code else []
    name = _label(row.name, style.entity_width if has_texts else style.name_width, style) if row.name else []
    if name and code and len(name) == 1:
        name = [f"{indent}{name[0]}"]
    return [*code, *([name] if name else []), *_amounts(row.amounts, amount_paths(table.headings))]


def _texts(row: Row, table: MoneyTable, style: FlowingStyle) -> list[Pieces]:
    name, content = row.texts.values()
    return [wrapped(name, _project_width(table, style)), wrapped(content, style.content_width)]


def _project_width(table: MoneyTable, style: FlowingStyle) -> int:
    """Give the width of the project names: one at which no name ends where its column does, so that its end shows."""
    names = [next(iter(row.texts.values())) for row in table.rows if row.texts]
    widths = range(style.project_width, style.project_width + 20)
    return next(width for width in widths if all(len(wrapped(name, width)[-1]) < width - 1 for name in names))


def _label(text: str, width: int, style: FlowingStyle) -> Pieces:
    return wrapped(text, width) if width and len(text) > width else [spaced(text, style.gap)]


def _amounts(amounts: dict[Path, str], paths: Iterable[Path]) -> list[Pieces]:
    return [[amounts[path]] for path in paths if path in amounts]


def _side_by_side(table: BlocksTable, style: FlowingStyle) -> list[list[Pieces]]:
    lists = [rows for block in table.blocks for rows in block.lists]
    paths = amount_paths(table.headings)
    body = [
        [cell for row in rows if row for cell in _coded(row, paths, style)]
        for rows in zip_longest(*lists, fillvalue=None)
    ]
    totals = [([block.total.name or ""], *_amounts(block.total.amounts, paths)) for block in table.blocks]
    return [*body, [cell for cells in totals for cell in cells]]


def _coded(row: Row, paths: Iterable[Path], style: FlowingStyle) -> list[Pieces]:
    name = _label(row.name or "", style.name_width, style)
    return [[row.printed_code or row.code or ""], name, *_amounts(row.amounts, paths)]

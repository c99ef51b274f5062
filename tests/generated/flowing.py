"""Tables printed as the plain text of a page gives them: blank cells are lost, cells are wrapped.

A header is printed row by row, headings of one height together, or in another order that pages have.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import cycle, groupby, pairwise, zip_longest

from generated.captions import caption_lines, lines_without_title, spaced
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
from generated.headers import (
    HeadingCell,
    code_parts,
    header_shares_row,
    header_shares_total,
    heading_cells,
    heading_lines,
)
from generated.styles import FlowingStyle, HeaderOrder, Lines

Pieces = list[str]
"""The pieces of one cell, a line each."""
_SENTENCES = {"项目名称", "项目内容"}
_UNBREAKABLE = re.compile(r"[（“《\[]*(?:[0-9.,]+|.)[）)”》\]。，；：、]*")


def flowing_pages(table: AnyTable, style: FlowingStyle) -> list[str]:
    """Give the text of every page of a table; the notes stand on the last."""
    between = _between_rows(style)
    before, after, repeated = _around(table, style)
    rows = [joined(cells, style) for cells in _body(table, style) if cells]
    size = style.page_rows or len(rows) or 1
    bodies = [rows[start : start + size] for start in range(0, max(len(rows), 1), size)]
    if style.runs_on:
        bodies[1:] = [[" ".join(" ".join(rows_of_page).split())] for rows_of_page in bodies[1:]]
    pages = [[*before, *bodies[0]], *([*repeated, *body] for body in bodies[1:])]
    pages[-1] += table.notes
    pages[0] += after
    return [between.join(page) for page in pages]


def joined(cells: Sequence[Pieces], style: FlowingStyle) -> str:
    """Put cells one after the other; what parts pieces and what parts cells is a matter of style."""
    within = "\n" if style.pieces_adjacent or style.lines is not Lines.PARTED else "\n\n"
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
    if len(left) == len(right) == 1 or style.lines is Lines.INLINE:
        return " "
    if style.lines is Lines.AFTER:
        return " " if len(left) == 1 else "\n"
    if style.lines is Lines.ALONE:
        return "\n"
    if style.pieces_adjacent:
        return "\n" if len(left) == 1 else "\n\n"
    return "\n\n" if len(left) > 1 and len(right) > 1 else "\n"


def _between_rows(style: FlowingStyle) -> str:
    return "\n\n" if style.lines is Lines.PARTED else "\n"


def _around(table: AnyTable, style: FlowingStyle) -> tuple[list[str], list[str], list[str]]:
    """Give the lines over the data, those below it on its first page, and those over it on later pages."""
    caption = caption_lines(table, style.caption)
    cells = heading_cells(table)
    if style.order is not HeaderOrder.MERGED_LAST:
        header, numbers = _header(cells, style), _column_numbers(table)
        shared = [f"{header[-1]} {numbers[0]}"] if numbers and header_shares_row(table) else [header[-1], *numbers]
        over = [*caption, *header[:-1], *shared]
        return _with_total(over, table, style), [], over if style.repeats_caption else []
    single = _header([cell for cell in cells if not cell.merged], style)
    merged = _header([cell for cell in cells if cell.merged], style)
    above, below = lines_without_title(table, style.caption)
    repeated = [*single, *merged] if style.repeats_caption else []
    return [*above, *single, *_column_numbers(table)], [f"{table.outline}{table.title}", *merged, *below], repeated


def _with_total(over: list[str], table: AnyTable, style: FlowingStyle) -> list[str]:
    if not header_shares_total(table):
        return over
    assert isinstance(table, MoneyTable)
    return [*over[:-1], f"{over[-1]} {joined(_row(table.rows[0], table, style), style)}"]


def _header(cells: Sequence[HeadingCell], style: FlowingStyle) -> list[str]:
    widths = cycle(style.heading_widths)
    if style.order is HeaderOrder.BY_LINE:
        return heading_lines([(cell, _heading_pieces(cell.text, next(widths), style)) for cell in cells])
    by_row = style.order is HeaderOrder.BY_ROW
    ordered = cells if by_row else sorted(cells, key=lambda cell: (cell.middle, cell.column))
    return [
        joined([_heading_pieces(cell.text, next(widths), style) for cell in alike], style)
        for _, alike in groupby(ordered, key=_of_row if by_row else _of_middle)
    ]


def _of_row(cell: HeadingCell) -> tuple[float, int]:
    return cell.row, cell.rows


def _of_middle(cell: HeadingCell) -> tuple[float, int]:
    return cell.middle, 0


def _heading_pieces(text: str, width: int, style: FlowingStyle) -> Pieces:
    return wrapped(text, width) if width and len(text) > width else [spaced(text, style.gap)]


def _column_numbers(table: AnyTable) -> list[str]:
    if not table.numbered_columns or isinstance(table, BlocksTable):
        return []
    if isinstance(table, MoneyTable):
        figures_only = columns_of(table.headings)[0][1] is Kind.AMOUNT
        return [" ".join((*(() if figures_only else ("栏次",)), *_numbers(len(amount_paths(table.headings)), 1)))]
    words: list[str] = []
    first = 1
    for side in table.sides:
        words += ["栏次", *_numbers(len(side.paths), first)]
        first += len(side.paths)
    return [" ".join(words)]


def _numbers(count: int, first: int) -> list[str]:
    return [str(first + at) for at in range(count)]


def _body(table: AnyTable, style: FlowingStyle) -> list[list[Pieces]]:
    if isinstance(table, BalanceTable):
        together = zip(*(side.entries for side in table.sides), strict=True)
        return [
            [cell for entry, side in zip(entries, table.sides, strict=True) for cell in _entry(entry, side, style)]
            for entries in together
        ]
    if isinstance(table, BlocksTable):
        return _side_by_side(table, style)
    shared = header_shares_total(table) and style.order is not HeaderOrder.MERGED_LAST
    return [_row(row, table, style) for row in table.rows[shared:]]


def _entry(entry: Entry, side: Side, style: FlowingStyle) -> list[Pieces]:
    labels = [_label(entry.label, style.label_width, style)] if entry.label else []
    lines = [[entry.line_number]] if entry.line_number else []
    return [*labels, *lines, *_amounts(entry.amounts, side.paths)]


def _row(row: Row, table: MoneyTable, style: FlowingStyle) -> list[Pieces]:
    amounts = _amounts(row.amounts, amount_paths(table.headings))
    if set(row.texts) == _SENTENCES:
        return [*_texts(row, table, style), *amounts]
    columns = columns_of(table.headings)
    named_by_unit = columns[0][0][-1] == "单位名称" and any(kind is Kind.TEXT for _, kind in columns)
    width = style.entity_width if named_by_unit else style.name_width
    indent = "  " * row.level if style.indented else ""
    codes = _codes(row, table.headings, indent)
    name = _label(row.name, width, style) if row.name else []
    if name and codes and len(name) == 1:
        name = [f"{indent}{name[0]}"]
    at = iter(codes)
    cells = [
        next(at, []) if kind is Kind.CODE else name if kind is Kind.NAME else _cell(row, path, kind, style)
        for path, kind in columns
    ]
    return [cell for cell in cells if cell]


def _codes(row: Row, headings: tuple[Heading, ...], indent: str = "") -> list[Pieces]:
    count = sum(kind is Kind.CODE for _, kind in columns_of(headings))
    parts = [part for part in code_parts(row.printed_code or row.code or "", count or 1) if part]
    return [[f"{'' if at else indent}{part}"] for at, part in enumerate(parts)]


def _cell(row: Row, path: Path, kind: Kind, style: FlowingStyle) -> Pieces:
    if kind is Kind.AMOUNT:
        return [row.amounts[path]] if path in row.amounts else []
    text = row.texts.get(path[-1], "")
    return wrapped(text, style.text_width) if text else []


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
        [cell for row in rows if row for cell in _coded(row, table.headings, style)]
        for rows in zip_longest(*lists, fillvalue=None)
    ]
    totals = [([block.total.name or ""], *_amounts(block.total.amounts, paths)) for block in table.blocks]
    return [*body, [cell for cells in totals for cell in cells]]


def _coded(row: Row, headings: tuple[Heading, ...], style: FlowingStyle) -> list[Pieces]:
    name = _label(row.name or "", style.name_width, style)
    return [*_codes(row, headings), name, *_amounts(row.amounts, amount_paths(headings))]

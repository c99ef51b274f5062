"""Tables printed with a tab, or a bar, between the cells; what spans several columns leaves blank cells."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from generated.captions import caption_lines, is_total, spaced
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
    amount_paths,
    columns_of,
)
from generated.headers import code_parts, header_shares_row, header_shares_total, heading_cells
from generated.styles import PageBreak, TabbedStyle

Cells = list[str]


def tabbed_table(table: AnyTable, style: TabbedStyle) -> str:
    """Give caption, header, rows and notes of a table."""
    caption = "\n\n".join(caption_lines(table, style.caption, style.title_mark))
    header = _header_lines(_header(table, style), style)
    repeated = _header_lines(_with_column_numbers(table, style), style)
    pages = _pages(_body(table, style), style.page_rows)
    between = _between(caption, repeated, style)
    body = between.join("\n".join(_joined(cells, style) for cells in page) for page in pages)
    return "\n\n".join(("\n".join((caption, "", *header, body)), *table.notes))


def _between(caption: str, header: Sequence[str], style: TabbedStyle) -> str:
    repeated = {
        PageBreak.BLANK: (),
        PageBreak.HEADER: header,
        PageBreak.CAPTION: (caption, "", *header),
    }[style.page_break]
    return "\n".join(("", "", *repeated, "")) if repeated else "\n\n"


def _pages(rows: list[Cells], size: int) -> list[list[Cells]]:
    if not size or not rows:
        return [rows]
    return [rows[start : start + size] for start in range(0, len(rows), size)]


def _joined(cells: Cells, style: TabbedStyle) -> str:
    return f"| {' | '.join(cells)} |" if style.bars else "\t".join(cells)


def _header_lines(header: list[Cells], style: TabbedStyle) -> tuple[str, ...]:
    rows = [_joined(cells, style) for cells in header]
    if style.bars:
        rows.insert(1, _joined(["---"] * len(header[0]), style))
    return tuple(rows)


def _header(table: AnyTable, style: TabbedStyle) -> list[Cells]:
    rows = _with_column_numbers(table, style)
    if not header_shares_total(table):
        return rows
    assert isinstance(table, MoneyTable)
    return [*rows[:-1], _shared(rows[-1], _row(table.rows[0], table, style))]


def _with_column_numbers(table: AnyTable, style: TabbedStyle) -> list[Cells]:
    rows, numbers = _heading_rows(table, style), _column_numbers(table)
    if not numbers or not header_shares_row(table):
        return [*rows, *numbers]
    return [*rows[:-1], _shared(rows[-1], numbers[0])]


def _shared(headings: Cells, cells: Cells) -> Cells:
    return [heading or cell for heading, cell in zip(headings, cells, strict=True)]


def _heading_rows(table: AnyTable, style: TabbedStyle) -> list[Cells]:
    cells = heading_cells(table)
    width = max(cell.column + cell.columns for cell in cells)
    rows = [[""] * width for _ in range(max(cell.row + cell.rows for cell in cells))]
    for cell in cells:
        rows[cell.row][cell.column] = _heading_text(cell.text, style)
    return rows


def _heading_text(text: str, style: TabbedStyle) -> str:
    half = len(text) // 2
    if style.blanks_in_headings and half > len("小计") and not text[half].isdecimal():
        return f"{text[:half]} {text[half:]}"
    return spaced(text, style.gap)


def _column_numbers(table: AnyTable) -> list[Cells]:
    if not table.numbered_columns or isinstance(table, BlocksTable):
        return []
    if isinstance(table, MoneyTable):
        kinds = [kind for _, kind in columns_of(table.headings)]
        at = kinds.index(Kind.NAME) if header_shares_row(table) else 0
        numbers = iter(_numbers(len(kinds), 1))
        lanes = [next(numbers) if kind is Kind.AMOUNT else "" for kind in kinds]
        return [[lane or ("栏次" if index == at else "") for index, lane in enumerate(lanes)]]
    cells: Cells = []
    first = 1
    for side in table.sides:
        lines = [""] if side.entries[0].line_number else []
        cells += ["栏次", *lines, *_numbers(len(side.paths), first)]
        first += len(side.paths)
    return [cells]


def _numbers(count: int, first: int) -> Cells:
    return [str(first + at) for at in range(count)]


def _body(table: AnyTable, style: TabbedStyle) -> list[Cells]:
    if isinstance(table, BalanceTable):
        together = zip(*(side.entries for side in table.sides), strict=True)
        return [_entries(entries, table, style) for entries in together]
    if isinstance(table, BlocksTable):
        return _side_by_side(table, style)
    rows = table.rows[1:] if header_shares_total(table) else table.rows
    return [_row(row, table, style) for row in rows]


def _entries(entries: Sequence[Entry], table: BalanceTable, style: TabbedStyle) -> Cells:
    cells: Cells = []
    for entry, side in zip(entries, table.sides, strict=True):
        lines = [entry.line_number] if entry.line_number else []
        cells += [_label(entry.label, style), *lines, *_amounts(entry.amounts, side.paths)]
        if entry.across:
            return [*cells[:-1], "", "", cells[-1]]
    return cells


def _row(row: Row, table: MoneyTable, style: TabbedStyle) -> Cells:
    codes = _codes(row, table.headings)
    cells = [
        next(codes) if kind is Kind.CODE else _cell(row, path, kind, style) for path, kind in columns_of(table.headings)
    ]
    across = table.total_across or (table.numbered_columns and not table.total_in_header)
    if across and row.code is None and row.name:
        at = next(at for at, (_, kind) in enumerate(columns_of(table.headings)) if kind is Kind.NAME)
        cells[0], cells[at] = cells[at], cells[0]
    return cells


def _codes(row: Row, headings: tuple[Heading, ...]) -> Iterator[str]:
    count = sum(kind is Kind.CODE for _, kind in columns_of(headings))
    return iter(code_parts(row.printed_code or row.code or "", count))


def _cell(row: Row, path: Path, kind: Kind, style: TabbedStyle) -> str:
    if kind is Kind.NAME:
        return _label(row.name or "", style)
    return row.texts.get(path[-1], "") if kind is Kind.TEXT else row.amounts.get(path, "")


def _label(text: str, style: TabbedStyle) -> str:
    label = spaced(text, style.gap)
    return f"<b>{label}</b>" if style.bold_totals and is_total(text) else label


def _amounts(amounts: dict[Path, str], paths: Iterable[Path]) -> Cells:
    return [amounts.get(path, "") for path in paths]


def _side_by_side(table: BlocksTable, style: TabbedStyle) -> list[Cells]:
    lists = [rows for block in table.blocks for rows in block.lists]
    body = [
        [cell for row in rows for cell in _coded(row, table.headings)] for rows in zip_longest(*lists, fillvalue=None)
    ]
    paths, width = amount_paths(table.headings), len(columns_of(table.headings))
    total: Cells = []
    for block in table.blocks:
        blanks = [""] * (width * len(block.lists) - 1 - len(paths))
        total += [_label(block.total.name or "", style), *blanks, *_amounts(block.total.amounts, paths)]
    return [*body, total]


def _coded(row: Row | None, headings: tuple[Heading, ...]) -> Cells:
    if row is None:
        return [""] * len(columns_of(headings))
    return [*_codes(row, headings), row.name or "", *_amounts(row.amounts, amount_paths(headings))]

"""Tables printed with a tab, or a bar, between the cells; what spans several columns leaves blank cells."""

from collections.abc import Iterable, Sequence
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
    Side,
    amount_paths,
    columns_of,
)
from generated.styles import PageBreak, TabbedStyle

Cells = list[str]


def tabbed_table(table: AnyTable, style: TabbedStyle) -> str:
    """Give caption, header, rows and notes of a table."""
    caption = "\n\n".join(caption_lines(table, style.caption, style.title_mark))
    header = _header_lines(table, style)
    pages = _pages(_body(table, style), style.page_rows)
    body = _between(caption, header, style).join("\n".join(_joined(cells, style) for cells in page) for page in pages)
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


def _header_lines(table: AnyTable, style: TabbedStyle) -> tuple[str, ...]:
    rows = [_joined(cells, style) for cells in _header(table, style)]
    if style.bars:
        rows.insert(1, _joined(["---"] * len(_header(table, style)[0]), style))
    return tuple(rows)


def _header(table: AnyTable, style: TabbedStyle) -> list[Cells]:
    if isinstance(table, BalanceTable):
        headings = (_side_heading(table.revenue), _side_heading(table.expenditure))
        rows = _heading_rows(headings, style)
        return [*rows, *_column_numbers_of_balance(table)]
    if isinstance(table, BlocksTable):
        blocks = tuple(Heading(block.heading, table.headings * len(block.lists)) for block in table.blocks)
        return _heading_rows(blocks, style)
    rows = _heading_rows(table.headings, style)
    return [*rows, _column_numbers(table)] if table.numbered_columns else rows


def _side_heading(side: Side) -> Heading:
    lines = (Heading("行次"),) if side.entries[0].line_number else ()
    return Heading(side.heading, (Heading(side.label_heading), *lines, *side.headings))


def _heading_rows(headings: tuple[Heading, ...], style: TabbedStyle) -> list[Cells]:
    depth = max(heading.depth for heading in headings)
    return [[cell for heading in headings for cell in _cells_at(heading, level, style)] for level in range(depth)]


def _cells_at(heading: Heading, level: int, style: TabbedStyle) -> Cells:
    if level == 0:
        return [_heading_text(heading.text, style), *[""] * (heading.width - 1)]
    if not heading.parts:
        return [""]
    return [cell for part in heading.parts for cell in _cells_at(part, level - 1, style)]


def _heading_text(text: str, style: TabbedStyle) -> str:
    half = len(text) // 2
    if style.blanks_in_headings and half > len("小计") and not text[half].isdecimal():
        return f"{text[:half]} {text[half:]}"
    return spaced(text, style.gap)


def _column_numbers(table: MoneyTable) -> Cells:
    texts = sum(kind is not Kind.AMOUNT for _, kind in columns_of(table.headings))
    return ["栏次", *[""] * (texts - 1), *_numbers(len(amount_paths(table.headings)), 1)]


def _column_numbers_of_balance(table: BalanceTable) -> list[Cells]:
    if not table.numbered_columns:
        return []
    left, right = len(table.revenue.headings), len(table.expenditure.headings)
    return [["栏次", "", *_numbers(left, 1), "栏次", "", *_numbers(right, 1 + left)]]


def _numbers(count: int, first: int) -> Cells:
    return [str(first + at) for at in range(count)]


def _body(table: AnyTable, style: TabbedStyle) -> list[Cells]:
    if isinstance(table, BalanceTable):
        pairs = zip(table.revenue.entries, table.expenditure.entries, strict=True)
        return [
            [*_entry(left, table.revenue, style), *_entry(right, table.expenditure, style)] for left, right in pairs
        ]
    if isinstance(table, BlocksTable):
        return _side_by_side(table, style)
    return [_row(row, table, style) for row in table.rows]


def _entry(entry: Entry, side: Side, style: TabbedStyle) -> Cells:
    lines = [entry.line_number] if entry.line_number else []
    return [_label(entry.label, style), *lines, *_amounts(entry.amounts, amount_paths(side.headings))]


def _row(row: Row, table: MoneyTable, style: TabbedStyle) -> Cells:
    cells = [_cell(row, path, kind, style) for path, kind in columns_of(table.headings)]
    if table.numbered_columns and row.code is None:
        cells[0], cells[1] = cells[1], cells[0]
    return cells


def _cell(row: Row, path: Path, kind: Kind, style: TabbedStyle) -> str:
    if kind is Kind.CODE:
        return row.printed_code or row.code or ""
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
    paths = amount_paths(table.headings)
    total: Cells = []
    for block in table.blocks:
        blanks = [""] * (len(table.headings) * len(block.lists) - 1 - len(paths))
        total += [_label(block.total.name or "", style), *blanks, *_amounts(block.total.amounts, paths)]
    return [*body, total]


def _coded(row: Row | None, headings: tuple[Heading, ...]) -> Cells:
    if row is None:
        return [""] * len(headings)
    return [row.printed_code or row.code or "", row.name or "", *_amounts(row.amounts, amount_paths(headings))]

"""Forms printed with a tab, or a bar, between the cells, and spoilt as pages spoil them: see ``Shift``."""

from collections.abc import Iterable, Iterator, Sequence

from generated.captions import caption_lines
from generated.form_grids import Grid, GridRow, Part
from generated.form_styles import FormBreak, FormTabbedStyle, Shift
from generated.forms import FormDocument, FormTable

_FIELDS_ABOVE = 4


def print_forms_tabbed(document: FormDocument, grid: Grid, style: FormTabbedStyle) -> str:
    """Print a cover and the tables of a document."""
    tables = (tabbed_forms(table, tuple(grid(table)), style) for table in document.tables)
    return "\n\n".join((document.cover, *tables)) + "\n"


def tabbed_forms(table: FormTable, rows: tuple[GridRow, ...], style: FormTabbedStyle) -> str:
    """Give caption, rows and notes of a table."""
    caption = "\n\n".join(caption_lines(table, style.caption, style.title_mark))
    pages = [tuple(page) for page in _pages(_filled(rows) if style.filled else rows, style.page_rows)]
    header = [row for row in rows if row.part is Part.HEADER]
    repeated = list(dict.fromkeys(row.cells for row in header))
    lines = [_joined(cells, style) for cells in _spoilt(pages[0], style)]
    if style.bars:
        lines.insert(1, _joined(["---"] * len(rows[0].cells), style))
    body = "\n".join(lines)
    for page in pages[1:]:
        body += "\n\n" + _over(caption, repeated, page, style)
        body += "\n".join(_joined(cells, style) for cells in _spoilt(page, style))
    return "\n\n".join((caption, body, *table.notes))


def _over(caption: str, header: Sequence[tuple[str, ...]], page: tuple[GridRow, ...], style: FormTabbedStyle) -> str:
    """Give what stands over a later page; a page that begins with fields has nothing but the blank line."""
    if page[0].part is not Part.ITEM or style.page_break is FormBreak.BLANK:
        return ""
    in_a_list = page[0].labels >= _FIELDS_ABOVE
    if in_a_list and style.page_break is FormBreak.MARKER:
        return ""
    if style.page_break is FormBreak.MARKER:
        return f"{next(cell for cell in header[0] if cell)}\n\n"
    lines = "\n".join(_joined(cells, style) for cells in header)
    return f"{caption}\n\n{lines}\n" if style.page_break is FormBreak.CAPTION else f"{lines}\n"


def _pages(rows: tuple[GridRow, ...], size: int) -> Iterator[list[GridRow]]:
    """End a page after so many rows, but only before an indicator that is not the first of its form."""
    page: list[GridRow] = []
    for row in rows:
        inside = row.part is Part.ITEM and page and page[-1].part is Part.ITEM
        if size and inside and len(page) >= size and not _is_led(row):
            yield page
            page = []
        page.append(row)
    yield page


def _is_led(row: GridRow) -> bool:
    """Whether a row begins a project of a list."""
    return row.labels >= _FIELDS_ABOVE and any(row.cells[: row.labels - 2])


def _filled(rows: Iterable[GridRow]) -> tuple[GridRow, ...]:
    found: list[GridRow] = []
    last = ""
    for row in rows:
        if row.part is not Part.ITEM:
            found.append(row)
            continue
        at = row.labels - 1
        last = row.cells[at] or last
        found.append(GridRow((*row.cells[:at], last, *row.cells[at + 1 :]), Part.ITEM, row.labels))
    return tuple(found)


def _spoilt(rows: Iterable[GridRow], style: FormTabbedStyle) -> Iterator[list[str]]:
    count = 0
    for row in rows:
        cells = list(row.cells)
        if row.part is Part.ITEM:
            count += 1
            cells = _without_unit(row) if style.lost_units else cells
            cells = _shifted(cells, row, style.shift) if _is_hit(count, style) else cells
        elif style.shift is Shift.COLUMN and row.part is Part.HEADER:
            cells = [*cells, ""]
        yield _stripped(cells) if style.stripped and not style.bars else cells


def _is_hit(count: int, style: FormTabbedStyle) -> bool:
    return style.shift is Shift.COLUMN or count % style.every == 0


def _shifted(cells: list[str], row: GridRow, shift: Shift) -> list[str]:
    leading = next((at for at, cell in enumerate(cells) if cell), 0)
    lost = {Shift.ONE_LOST: min(leading, 1), Shift.ALL_LOST: leading}.get(shift, 0)
    if shift in {Shift.ONE_MORE, Shift.COLUMN}:
        return [*cells[: row.labels], "", *cells[row.labels :]]
    return [*cells[lost:], *("",) * lost]


def _without_unit(row: GridRow) -> list[str]:
    """Leave out the blank cell behind a text: the third behind the name."""
    unit = row.labels + 3
    cells = list(row.cells)
    return cells[:unit] + cells[unit + 1 :] if cells[unit - 2] == "定性" and not cells[unit] else cells


def _stripped(cells: list[str]) -> list[str]:
    width = max((at for at, cell in enumerate(cells, start=1) if cell), default=0)
    return cells[:width]


def _joined(cells: Sequence[str], style: FormTabbedStyle) -> str:
    decorated = [_decorated(cell, style) for cell in cells]
    return f"| {' | '.join(decorated)} |" if style.bars else "\t".join(decorated)


def _decorated(cell: str, style: FormTabbedStyle) -> str:
    if style.paragraphs and "。" in cell[:-1]:
        return "".join(f"<p>{sentence}。</p>" for sentence in cell.split("。") if sentence)
    labels = ("指标", "目标", "任务", "项目", "得分", "部门", "名称", "分值")
    return f"<b>{cell}</b>" if style.bold and cell.endswith(labels) and len(cell) < len("年度(/项目)指标值") else cell

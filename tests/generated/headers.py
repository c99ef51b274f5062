"""Where the headings of a table stand: a grid of cells that span rows and columns."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from attrs import evolve, frozen

from generated.documents import AnyTable, BalanceTable, BlocksTable, Heading, MoneyTable, Side

CODE_LENGTHS = (3, 2, 2)


@frozen
class HeadingCell:
    """A heading with its place in the grid of the header: first row and column, and how many of each it takes."""

    text: str
    row: int
    column: int
    rows: int
    columns: int

    @property
    def merged(self) -> bool:
        """Whether it takes more than one cell of the grid."""
        return self.rows > 1 or self.columns > 1

    @property
    def middle(self) -> float:
        """How far down its middle is."""
        return self.row + self.rows / 2


def headings_of(table: AnyTable) -> tuple[Heading, ...]:
    """Give the headings as they are printed: with those of labels and of 行次, once for every list of a block."""
    if isinstance(table, BalanceTable):
        return _of_balance(table)
    if isinstance(table, BlocksTable):
        return tuple(heading for block in table.blocks for heading in _of_block(block.heading, len(block.lists), table))
    return table.headings


def heading_cells(table: AnyTable) -> tuple[HeadingCell, ...]:
    """Give the cells of the header, row by row and left to right; where a total shares its last row, most end above."""
    headings = headings_of(table)
    depth = max(heading.depth for heading in headings)
    cells = sorted(_placed(headings, 0, 0, depth), key=lambda cell: (cell.row, cell.column))
    if not header_shares_row(table):
        return tuple(cells)
    return tuple(
        evolve(cell, rows=cell.rows - 1) if cell.rows > 1 and cell.row + cell.rows == depth else cell for cell in cells
    )


def heading_lines(cells: Sequence[tuple[HeadingCell, Sequence[str]]]) -> list[str]:
    """Give the lines of a header whose wrapped headings stand in the middle of their cells.

    >>> code, source = HeadingCell("编码", 0, 0, 1, 1), HeadingCell("附属收入", 0, 1, 1, 1)
    >>> heading_lines([(code, ["编码"]), (source, ["附属", "收入"])])
    ['附属', '编码 收入']
    """
    depth = max(cell.row + cell.rows for cell, _ in cells)
    heights = [1] * depth
    for cell, pieces in sorted(cells, key=lambda pair: pair[0].rows):
        inside = range(cell.row, cell.row + cell.rows)
        heights[inside[-1]] += max(0, len(pieces) - sum(heights[row] for row in inside))
    placed = []
    for cell, pieces in cells:
        top = sum(heights[: cell.row])
        spare = sum(heights[cell.row : cell.row + cell.rows]) - len(pieces)
        placed += [(top + (spare + 1) // 2 + at, cell.column, piece) for at, piece in enumerate(pieces)]
    ordered = sorted(placed)
    return [" ".join(piece for *_, piece in line) for _, line in groupby(ordered, key=itemgetter(0))]


def header_shares_row(table: AnyTable) -> bool:
    """Tell whether 栏次 or the first row of the body stand on the last row of the header."""
    return isinstance(table, MoneyTable) and table.total_in_header and bool(table.rows)


def header_shares_total(table: AnyTable) -> bool:
    """Tell whether the first row of the body stands on the last row of the header."""
    return header_shares_row(table) and not table.numbered_columns


def code_parts(code: str, count: int) -> tuple[str, ...]:
    """Cut a code into the cells of its columns; what it does not reach stays blank.

    >>> code_parts("20805", 3), code_parts("30101", 2), code_parts("20805", 1)
    (('208', '05', ''), ('301', '01'), ('20805',))
    """
    if count == 1:
        return (code,)
    starts = [sum(CODE_LENGTHS[:at]) for at in range(count)]
    return tuple(code[start : start + length] for start, length in zip(starts, CODE_LENGTHS, strict=False))


def _of_balance(table: BalanceTable) -> tuple[Heading, ...]:
    left, right = _of_side(table.revenue), _of_side(table.expenditure)
    if table.third is None:
        return left, right
    return left, Heading(right.text, (*right.parts, _of_side(table.third)))


def _of_side(side: Side) -> Heading:
    lines = (Heading("行次"),) if side.entries[0].line_number else ()
    parts = (Heading(side.label_heading), *lines, *side.headings)
    return Heading(side.heading, (Heading(side.group, parts),) if side.group else parts)


def _of_block(heading: str | None, lists: int, table: BlocksTable) -> tuple[Heading, ...]:
    parts = table.headings * lists
    return (Heading(heading, parts),) if heading else parts


def _placed(headings: tuple[Heading, ...], row: int, column: int, left: int) -> Iterator[HeadingCell]:
    for heading in headings:
        rows = heading.rows if heading.parts else left
        yield HeadingCell(heading.text, row, column, rows, heading.width)
        yield from _placed(heading.parts, row + rows, column, left - rows)
        column += heading.width

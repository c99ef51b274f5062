"""The units of a department whose names the tables of a document print: evidence of one table for another."""

from collections.abc import Iterable, Iterator

from fiscaltables.model.tables import Layout, Line, MoneyTable, Table, UnrecognisedTable
from fiscaltables.recognising.vocabulary import heading_kinds, is_total, normal
from fiscaltables.segmenting.segments import Segment

_SHORTEST = 2


def units_of(tables: Iterable[Table]) -> frozenset[str]:
    """Give the names under 单位名称, as ``normal`` gives them.

    In flowing text a name counts where the print shows all of it: on one line with its row, or in a numbered row.
    """
    named = (table for table in tables if isinstance(table, MoneyTable) and _names_units(table))
    return frozenset(name for table in named for name in _names(table))


def may_settle(units: frozenset[str], segment: Segment, table: Table) -> bool:
    """Whether a flowing table with rows that were not read prints one of the units, or the beginning of its name."""
    if segment.layout is not Layout.FLOWING or not (table.unread or isinstance(table, UnrecognisedTable)):
        return False
    beginnings = {unit[:end] for unit in units for end in range(_SHORTEST, len(unit) + 1)}
    return any(normal(cell.text) in beginnings for row in segment.rows for cell in row.cells)


def _names_units(table: MoneyTable) -> bool:
    """Whether 单位名称 is the first heading, but for that of the numbers of rows."""
    kinds = (heading_kinds(path[-1]) for path in table.columns if path)
    return "UNIT_NAME" in next((found for found in kinds if "SERIAL" not in found), ())


def _names(table: MoneyTable) -> Iterator[str]:
    for line in table.lines:
        told = table.layout is not Layout.FLOWING or _whole(line)
        if told and line.name and not line.code and not is_total(line.name):
            yield normal(line.name)


def _whole(line: Line) -> bool:
    numbered = any("SERIAL" in heading_kinds(heading) for heading in line.texts)
    return numbered or line.span.line == line.span.end_line

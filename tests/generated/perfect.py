"""What a reader without fault gives for a document: the JSON form, as far as the comparison looks at it."""

from typing import Any

from generated.comparing import blocks_of, value_of
from generated.documents import (
    AnyTable,
    BalanceTable,
    Document,
    Entry,
    Path,
    Row,
    Side,
    columns_of,
    own_units,
    rows_of,
)

Plain = dict[str, Any]
_PrintedAs = tuple[str | None, str]
"""The unit of a table and its layout."""


def perfect_reading(document: Document, layout: str) -> Plain:
    """Give the JSON form of a document; in flowing text every amount is derived."""
    return {
        "entity": document.entity,
        "fiscal_year": document.year,
        "stage": document.stage,
        "problems": [],
        "tables": [_table(table, layout) for table in document.tables],
    }


def _table(table: AnyTable, layout: str) -> Plain:
    common = {
        "family": table.family,
        "layout": layout,
        "number": table.number,
        "title": table.title,
        "unit_of_measure": table.unit,
        "entity": table.entity,
        "notes": list(table.notes),
        "unread": [],
    }
    printed_as = table.unit, layout
    if isinstance(table, BalanceTable):
        sides = {"revenue": table.revenue, "expenditure": table.expenditure}
        columns = {name: [list(path) for path in side.paths] for name, side in sides.items()}
        entries = {name: _entries(side, printed_as) for name, side in sides.items()}
        third = [_block(table.third, printed_as)] if table.third else []
        return {**common, "kind": "balance", "columns": columns, **entries, "blocks": third}
    own = own_units(table.headings)
    blocks = blocks_of(table)
    lines = [_line(row, blocks.get(id(row)), own, printed_as) for row in rows_of(table)]
    return {
        **common,
        "kind": "money",
        "columns": [list(path) for path, _ in columns_of(table.headings)],
        "lines": lines,
    }


def _block(side: Side, printed_as: _PrintedAs) -> Plain:
    columns = [list(path) for path in side.paths]
    return {"side": side.heading, "columns": columns, "entries": _entries(side, printed_as)}


def _entries(side: Side, printed_as: _PrintedAs) -> list[Plain]:
    return [_entry(entry, printed_as) for entry in side.entries if entry.label]


def _entry(entry: Entry, printed_as: _PrintedAs) -> Plain:
    label = "".join(entry.label.split())
    return {"label": label, "line_number": entry.line_number, "amounts": _amounts(entry.amounts, {}, printed_as)}


def _line(row: Row, block: str | None, own: dict[Path, str], printed_as: _PrintedAs) -> Plain:
    return {
        "code": row.code,
        "printed_code": row.printed_code,
        "name": row.name,
        "texts": dict(row.texts),
        "block": block,
        "amounts": _amounts(row.amounts, own, printed_as),
    }


def _amounts(amounts: dict[Path, str], own: dict[Path, str], printed_as: _PrintedAs) -> list[Plain]:
    unit, layout = printed_as
    placement = "derived" if layout == "flowing" else "printed"
    return [
        {
            "text": text,
            "value": None if value is None else str(value),
            "unit": own.get(path, unit),
            "column": list(path),
            "placement": placement,
        }
        for path, text in amounts.items()
        for value in (value_of(text),)
    ]

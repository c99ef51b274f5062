"""Plain data and JSON: the public format ``fiscaltables/1``, written and read back."""

import json
from collections.abc import Callable
from typing import Any

from fiscaltables.errors import Problem, ReadError
from fiscaltables.exporting.amounts import plain_amount, plain_paths, plain_span
from fiscaltables.exporting.performance import plain_project
from fiscaltables.exporting.pieces import Piece
from fiscaltables.exporting.reviving import disclosure_from
from fiscaltables.model.disclosure import Coverage, Disclosure, Section, Source
from fiscaltables.model.performance import PerformanceTable
from fiscaltables.model.tables import (
    BalanceTable,
    Entry,
    Line,
    MoneyTable,
    PrintedRow,
    SideBlock,
    Table,
    UnrecognisedTable,
)

FORMAT = "fiscaltables/1"
"""The name and the version of the format; ``schema.json_schema()`` describes it."""


def to_dict(disclosure: Disclosure) -> dict[str, Any]:
    """Give a disclosure as plain data: dictionaries, lists, texts and numbers, as JSON has them.

    Every key is always there, except ``candidates`` and ``reason`` of an amount and ``open`` of an indicator that has
    none. An amount's value is a text without exponent, so that no reader makes a binary fraction of it.
    """
    return {
        "format": FORMAT,
        "source": _source(disclosure.source),
        "entity": disclosure.entity,
        "entity_code": disclosure.entity_code,
        "fiscal_year": disclosure.fiscal_year,
        "stage": disclosure.stage.value if disclosure.stage else None,
        "tables": [_table(table) for table in disclosure.tables],
        "sections": [_section(section) for section in disclosure.sections],
        "problems": [_problem(problem) for problem in disclosure.problems],
        "coverage": _coverage(disclosure.coverage),
    }


def to_json(disclosure: Disclosure, *, indent: int | None = None) -> str:
    """Give a disclosure as JSON text; Chinese is kept readable."""
    return json.dumps(to_dict(disclosure), ensure_ascii=False, allow_nan=False, indent=indent)


def from_dict(data: dict[str, Any]) -> Disclosure:
    """Give the disclosure that ``to_dict`` wrote.

    Another format, a missing key or a value that cannot stand where it stands is a ReadError that names the place;
    keys that the format does not know are passed over.
    """
    piece = Piece(data)
    named = piece["format"].value
    if named != FORMAT:
        raise ReadError(f"the format of this document is {named!r}; this version reads {FORMAT!r}")
    return disclosure_from(piece)


def from_json(text: str) -> Disclosure:
    """Give the disclosure that ``to_json`` wrote: equal to the one that was written."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"this text is no JSON document: {error}") from error
    return from_dict(data)


def _source(source: Source) -> dict[str, Any]:
    return {
        "name": source.name,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "sha256": source.sha256,
        "pages": source.pages,
    }


def _section(section: Section) -> dict[str, Any]:
    return {"title": section.title, "text": section.text, "span": plain_span(section.span)}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "span": plain_span(problem.span),
        "table": problem.table,
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "cells": coverage.cells,
        "read": coverage.read,
        "furniture": coverage.furniture,
        "unread": coverage.unread,
    }


def _table(table: Table) -> dict[str, Any]:
    shared = {
        "kind": table.kind,
        "family": table.family.value,
        "layout": table.layout.value if table.layout else None,
        "number": table.number,
        "title": table.title,
        "unit_of_measure": table.unit_of_measure,
        "entity": table.entity,
        "notes": list(table.notes),
        "total": plain_amount(table.total) if table.total else None,
        "unread": [_printed_row(row) for row in table.unread],
        "span": plain_span(table.span),
    }
    return shared | BODIES[table.kind](table)


def _money(table: MoneyTable) -> dict[str, Any]:
    return {"columns": plain_paths(table.columns), "lines": [_line(line) for line in table.lines]}


def _balance(table: BalanceTable) -> dict[str, Any]:
    return {
        "columns": {
            "revenue": plain_paths(table.revenue_columns),
            "expenditure": plain_paths(table.expenditure_columns),
        },
        "revenue": [_entry(entry) for entry in table.revenue],
        "expenditure": [_entry(entry) for entry in table.expenditure],
        "blocks": [_side_block(block) for block in table.blocks],
    }


def _performance(table: PerformanceTable) -> dict[str, Any]:
    return {"projects": [plain_project(project) for project in table.projects]}


def _unrecognised(table: UnrecognisedTable) -> dict[str, Any]:
    return {"rows": [_printed_row(row) for row in table.rows]}


BODIES: dict[str, Callable[[Any], dict[str, Any]]] = {
    MoneyTable.kind: _money,
    BalanceTable.kind: _balance,
    PerformanceTable.kind: _performance,
    UnrecognisedTable.kind: _unrecognised,
}
"""What a table of each kind has beside what every table has."""


def _line(line: Line) -> dict[str, Any]:
    return {
        "code": line.code.digits if line.code else None,
        "printed_code": line.printed_code,
        "name": line.name,
        "texts": dict(line.texts),
        "amounts": [plain_amount(amount) for amount in line.amounts],
        "block": line.block,
        "span": plain_span(line.span),
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "label": entry.label,
        "line_number": entry.line_number,
        "amounts": [plain_amount(amount) for amount in entry.amounts],
        "span": plain_span(entry.span),
    }


def _side_block(block: SideBlock) -> dict[str, Any]:
    return {
        "side": block.side,
        "columns": plain_paths(block.columns),
        "entries": [_entry(entry) for entry in block.entries],
    }


def _printed_row(row: PrintedRow) -> dict[str, Any]:
    return {"cells": list(row.cells), "span": plain_span(row.span)}

"""Reviving: a Disclosure out of the pieces of its plain form."""

from collections.abc import Callable
from typing import Any

from fiscaltables.errors import Problem, Severity
from fiscaltables.exporting.amounts import amount_from, path_from, span_from
from fiscaltables.exporting.performance import project_from
from fiscaltables.exporting.pieces import Piece
from fiscaltables.model.codes import Code, code_from
from fiscaltables.model.disclosure import Coverage, Disclosure, Section, Source, Stage
from fiscaltables.model.performance import PerformanceTable
from fiscaltables.model.tables import (
    BalanceTable,
    Entry,
    Family,
    Layout,
    Line,
    MoneyTable,
    PrintedRow,
    SideBlock,
    Table,
    UnrecognisedTable,
)


def disclosure_from(piece: Piece) -> Disclosure:
    """Give the disclosure of a whole document; what is wrong in it is a ReadError that names the place."""
    return Disclosure(
        source=_source(piece["source"]),
        entity=piece["entity"].maybe(Piece.text),
        entity_code=piece["entity_code"].maybe(Piece.text),
        fiscal_year=piece["fiscal_year"].maybe(Piece.whole),
        stage=piece["stage"].maybe(_stage),
        tables=piece["tables"].each(_table),
        sections=piece["sections"].each(_section),
        problems=piece["problems"].each(_problem),
        coverage=_coverage(piece["coverage"]),
    )


def _source(piece: Piece) -> Source:
    return Source(
        name=piece["name"].maybe(Piece.text),
        media_type=piece["media_type"].text(),
        encoding=piece["encoding"].maybe(Piece.text),
        sha256=piece["sha256"].text(),
        pages=piece["pages"].maybe(Piece.whole),
    )


def _stage(piece: Piece) -> Stage:
    return piece.choice(Stage)


def _section(piece: Piece) -> Section:
    return Section(title=piece["title"].maybe(Piece.text), text=piece["text"].text(), span=span_from(piece["span"]))


def _problem(piece: Piece) -> Problem:
    return Problem(
        severity=piece["severity"].choice(Severity),
        code=piece["code"].text(),
        message=piece["message"].text(),
        span=span_from(piece["span"]),
        table=piece["table"].maybe(Piece.whole),
    )


def _coverage(piece: Piece) -> Coverage:
    return Coverage(
        cells=piece["cells"].whole(),
        read=piece["read"].whole(),
        furniture=piece["furniture"].whole(),
        unread=piece["unread"].whole(),
    )


def _table(piece: Piece) -> Table:
    kind = piece["kind"]
    if kind.text() not in REVIVERS:
        known = ", ".join(map(repr, REVIVERS))
        raise kind.error(f"one of the kinds of tables {known} should stand here")
    return REVIVERS[kind.text()](piece, _shared(piece))


def _shared(piece: Piece) -> dict[str, Any]:
    return {
        "family": piece["family"].choice(Family),
        "layout": piece["layout"].maybe(_layout),
        "number": piece["number"].maybe(Piece.text),
        "title": piece["title"].text(),
        "unit_of_measure": piece["unit_of_measure"].maybe(Piece.text),
        "entity": piece["entity"].maybe(Piece.text),
        "notes": piece["notes"].each(Piece.text),
        "total": piece["total"].maybe(amount_from),
        "unread": piece["unread"].each(_printed_row),
        "span": span_from(piece["span"]),
    }


def _layout(piece: Piece) -> Layout:
    return piece.choice(Layout)


def _money(piece: Piece, shared: dict[str, Any]) -> MoneyTable:
    return MoneyTable(**shared, columns=piece["columns"].each(path_from), lines=piece["lines"].each(_line))


def _balance(piece: Piece, shared: dict[str, Any]) -> BalanceTable:
    return BalanceTable(
        **shared,
        revenue_columns=piece["columns"]["revenue"].each(path_from),
        expenditure_columns=piece["columns"]["expenditure"].each(path_from),
        revenue=piece["revenue"].each(_entry),
        expenditure=piece["expenditure"].each(_entry),
        blocks=piece["blocks"].each(_side_block),
    )


def _performance(piece: Piece, shared: dict[str, Any]) -> PerformanceTable:
    return PerformanceTable(**shared, projects=piece["projects"].each(project_from))


def _unrecognised(piece: Piece, shared: dict[str, Any]) -> UnrecognisedTable:
    return UnrecognisedTable(**shared, rows=piece["rows"].each(_printed_row))


REVIVERS: dict[str, Callable[[Piece, dict[str, Any]], Table]] = {
    MoneyTable.kind: _money,
    BalanceTable.kind: _balance,
    PerformanceTable.kind: _performance,
    UnrecognisedTable.kind: _unrecognised,
}
"""How a table of each kind comes back, given its piece and what every table has."""


def _line(piece: Piece) -> Line:
    return Line(
        code=piece["code"].maybe(_code),
        name=piece["name"].maybe(Piece.text),
        amounts=piece["amounts"].each(amount_from),
        span=span_from(piece["span"]),
        printed_code=piece["printed_code"].maybe(Piece.text),
        texts={heading: cell.text() for heading, cell in piece["texts"].items()},
        block=piece["block"].maybe(Piece.text),
    )


def _code(piece: Piece) -> Code:
    return code_from(piece.text())


def _entry(piece: Piece) -> Entry:
    return Entry(
        label=piece["label"].text(),
        amounts=piece["amounts"].each(amount_from),
        span=span_from(piece["span"]),
        line_number=piece["line_number"].maybe(Piece.text),
    )


def _side_block(piece: Piece) -> SideBlock:
    return SideBlock(
        side=piece["side"].text(), columns=piece["columns"].each(path_from), entries=piece["entries"].each(_entry)
    )


def _printed_row(piece: Piece) -> PrintedRow:
    return PrintedRow(cells=piece["cells"].each(Piece.text), span=span_from(piece["span"]))

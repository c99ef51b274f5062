"""Reviving: a Disclosure out of the pieces of its plain form."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from fiscaltables.errors import Problem, Severity
from fiscaltables.exporting.pieces import Piece
from fiscaltables.model.amounts import Amount, Dimensions, Path, Placement
from fiscaltables.model.codes import Code, code_from
from fiscaltables.model.disclosure import Coverage, Disclosure, Section, Source, Stage
from fiscaltables.model.places import Span
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

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_SIDES_OF_A_BOX = 4


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
    return Section(title=piece["title"].maybe(Piece.text), text=piece["text"].text(), span=_span(piece["span"]))


def _problem(piece: Piece) -> Problem:
    return Problem(
        severity=piece["severity"].choice(Severity),
        code=piece["code"].text(),
        message=piece["message"].text(),
        span=_span(piece["span"]),
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
        "total": piece["total"].maybe(_amount),
        "unread": piece["unread"].each(_printed_row),
        "span": _span(piece["span"]),
    }


def _layout(piece: Piece) -> Layout:
    return piece.choice(Layout)


def _money(piece: Piece, shared: dict[str, Any]) -> MoneyTable:
    return MoneyTable(**shared, columns=piece["columns"].each(_path), lines=piece["lines"].each(_line))


def _balance(piece: Piece, shared: dict[str, Any]) -> BalanceTable:
    return BalanceTable(
        **shared,
        revenue_columns=piece["columns"]["revenue"].each(_path),
        expenditure_columns=piece["columns"]["expenditure"].each(_path),
        revenue=piece["revenue"].each(_entry),
        expenditure=piece["expenditure"].each(_entry),
        blocks=piece["blocks"].each(_side_block),
    )


def _unrecognised(piece: Piece, shared: dict[str, Any]) -> UnrecognisedTable:
    return UnrecognisedTable(**shared, rows=piece["rows"].each(_printed_row))


REVIVERS: dict[str, Callable[[Piece, dict[str, Any]], Table]] = {
    MoneyTable.kind: _money,
    BalanceTable.kind: _balance,
    UnrecognisedTable.kind: _unrecognised,
}
"""How a table of each kind comes back, given its piece and what every table has."""


def _line(piece: Piece) -> Line:
    return Line(
        code=piece["code"].maybe(_code),
        name=piece["name"].maybe(Piece.text),
        amounts=piece["amounts"].each(_amount),
        span=_span(piece["span"]),
        printed_code=piece["printed_code"].maybe(Piece.text),
        texts={heading: cell.text() for heading, cell in piece["texts"].items()},
        block=piece["block"].maybe(Piece.text),
    )


def _code(piece: Piece) -> Code:
    return code_from(piece.text())


def _entry(piece: Piece) -> Entry:
    return Entry(
        label=piece["label"].text(),
        amounts=piece["amounts"].each(_amount),
        span=_span(piece["span"]),
        line_number=piece["line_number"].maybe(Piece.text),
    )


def _side_block(piece: Piece) -> SideBlock:
    return SideBlock(
        side=piece["side"].text(), columns=piece["columns"].each(_path), entries=piece["entries"].each(_entry)
    )


def _printed_row(piece: Piece) -> PrintedRow:
    return PrintedRow(cells=piece["cells"].each(Piece.text), span=_span(piece["span"]))


def _amount(piece: Piece) -> Amount:
    return Amount(
        text=piece["text"].text(),
        value=piece["value"].maybe(_decimal),
        unit=piece["unit"].maybe(Piece.text),
        column=piece["column"].maybe(_path),
        placement=piece["placement"].choice(Placement),
        candidates=piece.get("candidates", []).each(_path),
        reason=piece.get("reason").maybe(Piece.text),
        dimensions=_dimensions(piece["dimensions"]),
        span=_span(piece["span"]),
    )


def _decimal(piece: Piece) -> Decimal:
    if not _NUMBER.fullmatch(piece.text()):
        raise piece.error("a number in digits should stand here")
    return Decimal(piece.text())


def _dimensions(piece: Piece) -> Dimensions:
    return Dimensions(
        side=piece["side"].maybe(Piece.text),
        fund=piece["fund"].maybe(Piece.text),
        nature=piece["nature"].maybe(Piece.text),
        phase=piece["phase"].maybe(Piece.text),
        origin=piece["origin"].maybe(Piece.text),
        item=piece["item"].maybe(Piece.text),
        year=piece["year"].maybe(Piece.whole),
    )


def _path(piece: Piece) -> Path:
    return piece.each(Piece.text)


def _span(piece: Piece) -> Span:
    return Span(
        page=piece["page"].maybe(Piece.whole),
        sheet=piece["sheet"].maybe(Piece.text),
        line=piece["line"].maybe(Piece.whole),
        column=piece["column"].maybe(Piece.whole),
        end_line=piece["end_line"].maybe(Piece.whole),
        end_column=piece["end_column"].maybe(Piece.whole),
        box=piece["box"].maybe(_box),
    )


def _box(piece: Piece) -> tuple[float, float, float, float]:
    sides = piece.each(Piece.number)
    if len(sides) != _SIDES_OF_A_BOX:
        raise piece.error("four numbers should stand here: left, top, right, bottom")
    left, top, right, bottom = sides
    return left, top, right, bottom

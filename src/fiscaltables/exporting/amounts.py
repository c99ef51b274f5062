"""Amounts and places in the plain form: written, and read back."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from fiscaltables.exporting.pieces import Piece
from fiscaltables.model.amounts import Amount, Dimensions, Path, Placement
from fiscaltables.model.places import Span

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_SIDES_OF_A_BOX = 4


def plain_amount(amount: Amount) -> dict[str, Any]:
    """Give an amount as plain data; ``candidates`` and ``reason`` stand only where there are any."""
    return {
        "text": amount.text,
        "value": None if amount.value is None else plain_decimal(amount.value),
        "unit": amount.unit,
        "column": list(amount.column) if amount.column is not None else None,
        "placement": amount.placement.value,
        **({"candidates": plain_paths(amount.candidates)} if amount.candidates else {}),
        **({"reason": amount.reason} if amount.reason is not None else {}),
        "span": plain_span(amount.span),
        "dimensions": _dimensions(amount.dimensions),
    }


def plain_decimal(value: Decimal) -> str:
    """Give a number as a text without exponent, so that no reader makes a binary fraction of it.

    >>> plain_decimal(Decimal("1.20E+3"))
    '1200'
    """
    return format(value, "f")


def plain_paths(paths: Iterable[Path]) -> list[list[str]]:
    """Give paths of headings as lists."""
    return [list(path) for path in paths]


def plain_span(span: Span) -> dict[str, Any]:
    """Give a place with all its keys; what it does not know is None."""
    return {
        "page": span.page,
        "sheet": span.sheet,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "box": list(span.box) if span.box is not None else None,
    }


def amount_from(piece: Piece) -> Amount:
    """Give the amount that ``plain_amount`` wrote."""
    return Amount(
        text=piece["text"].text(),
        value=piece["value"].maybe(decimal_from),
        unit=piece["unit"].maybe(Piece.text),
        column=piece["column"].maybe(path_from),
        placement=piece["placement"].choice(Placement),
        candidates=piece.get("candidates", []).each(path_from),
        reason=piece.get("reason").maybe(Piece.text),
        dimensions=_dimensions_from(piece["dimensions"]),
        span=span_from(piece["span"]),
    )


def decimal_from(piece: Piece) -> Decimal:
    """Give a number that is written in digits."""
    if not _NUMBER.fullmatch(piece.text()):
        raise piece.error("a number in digits should stand here")
    return Decimal(piece.text())


def path_from(piece: Piece) -> Path:
    """Give a path of headings."""
    return piece.each(Piece.text)


def span_from(piece: Piece) -> Span:
    """Give the place that ``plain_span`` wrote."""
    return Span(
        page=piece["page"].maybe(Piece.whole),
        sheet=piece["sheet"].maybe(Piece.text),
        line=piece["line"].maybe(Piece.whole),
        column=piece["column"].maybe(Piece.whole),
        end_line=piece["end_line"].maybe(Piece.whole),
        end_column=piece["end_column"].maybe(Piece.whole),
        box=piece["box"].maybe(_box_from),
    )


def _dimensions(dimensions: Dimensions) -> dict[str, Any]:
    return {
        "side": dimensions.side,
        "fund": dimensions.fund,
        "nature": dimensions.nature,
        "phase": dimensions.phase,
        "origin": dimensions.origin,
        "item": dimensions.item,
        "year": dimensions.year,
    }


def _dimensions_from(piece: Piece) -> Dimensions:
    return Dimensions(
        side=piece["side"].maybe(Piece.text),
        fund=piece["fund"].maybe(Piece.text),
        nature=piece["nature"].maybe(Piece.text),
        phase=piece["phase"].maybe(Piece.text),
        origin=piece["origin"].maybe(Piece.text),
        item=piece["item"].maybe(Piece.text),
        year=piece["year"].maybe(Piece.whole),
    )


def _box_from(piece: Piece) -> tuple[float, float, float, float]:
    sides = piece.each(Piece.number)
    if len(sides) != _SIDES_OF_A_BOX:
        raise piece.error("four numbers should stand here: left, top, right, bottom")
    left, top, right, bottom = sides
    return left, top, right, bottom

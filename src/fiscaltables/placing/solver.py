"""Which columns the amounts of a row can stand in, where their blank cells are lost.

A row has k amounts for n columns. Its candidates are the order-preserving assignments that satisfy the row's
identities; a blank counts as 0. Bounded: past ``MOST_STEPS`` nothing is ruled out but what the order forbids.
"""

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from fiscaltables.placing.identities import Identity

MOST_STEPS = 20_000
"""How many cells one row may try before its amounts are left open."""


@frozen
class Solution:
    """For each amount of the row the columns it can stand in, and why no more is known, if so.

    ``contradicted`` says that no assignment satisfies the identities, ``unbounded`` that the bound was reached.
    """

    candidates: tuple[tuple[int, ...], ...]
    contradicted: bool = False
    unbounded: bool = False


class _TooManyStepsError(Exception):
    """The row has more assignments than may be tried."""


def solve_row(
    values: tuple[Decimal | None, ...], width: int, identities: tuple[Identity, ...], place: Decimal
) -> Solution:
    """Give the columns, of ``width``, that each value of a row can stand in.

    A value of None is not known: identities that it takes part in say nothing. ``place`` is the last decimal place that
    the table prints (0.01); a sum of n figures may miss by n + 1 halves of it.
    """
    by_order = tuple(tuple(range(index, width - len(values) + index + 1)) for index in range(len(values)))
    if len(values) >= width:
        whole = dict(enumerate(values))
        return Solution(by_order, contradicted=not all(satisfied(whole, each, place) for each in identities))
    try:
        found = list(_assignments(values, width, identities, place))
    except _TooManyStepsError:
        return Solution(by_order, unbounded=True)
    if not found:
        return Solution(by_order, contradicted=True)
    return Solution(tuple(tuple(sorted(set(columns))) for columns in zip(*found, strict=True)))


def satisfied(row: dict[int, Decimal | None], identity: Identity, place: Decimal) -> bool:
    """Whether a row, blanks left out, satisfies an identity within the rounding of its figures."""
    printed = [row[part] for part in identity.parts if part in row]
    total = row.get(identity.total, Decimal(0))
    if total is None or any(value is None for value in printed):
        return True
    missed = abs(total - sum(value for value in printed if value is not None))
    return missed <= place / 2 * (len(printed) + 1)


def _assignments(
    values: tuple[Decimal | None, ...], width: int, identities: tuple[Identity, ...], place: Decimal
) -> Iterator[tuple[int, ...]]:
    closing: dict[int, list[Identity]] = {}
    for identity in identities:
        closing.setdefault(identity.last, []).append(identity)
    steps = 0
    row: dict[int, Decimal | None] = {}

    def from_column(column: int, used: int) -> Iterator[tuple[int, ...]]:
        nonlocal steps
        steps += 1
        if steps > MOST_STEPS:
            raise _TooManyStepsError
        if column == width:
            yield tuple(row)
            return
        for take in (True, False):
            if (take and used == len(values)) or (not take and width - column == len(values) - used):
                continue
            if take:
                row[column] = values[used]
            if all(satisfied(row, identity, place) for identity in closing.get(column, ())):
                yield from from_column(column + 1, used + take)
            row.pop(column, None)

    return from_column(0, 0)

"""Which columns of a row add up to which: identities read off the header tree.

Sources: the printed headers of the templates in docs/families.md; docs/design.md says how they are used.
An identity is only given where every heading concerned is known and the headings can be added; a part marked 其中 or a
heading that nobody knows gives none.
"""

from collections.abc import Iterator
from itertools import groupby

from attrs import frozen

from fiscaltables.placing.headers import Column

_TOTALS = frozenset(
    {"GRAND_TOTAL", "TOTAL_HEADING", "SUBTOTAL_HEADING", "REVENUE_TOTAL", "EXPENDITURE_TOTAL", "THREE_PUBLIC_TOTAL"}
)
_FUNDS = frozenset({"GENERAL_PUBLIC", "GOVERNMENT_FUND", "STATE_CAPITAL"})
_UNIT_FUNDS = frozenset(
    {"SERVICE_REVENUE", "OPERATING_REVENUE", "HIGHER_SUBSIDY", "SUBORDINATE_REMITTANCE", "OTHER_REVENUE"}
)
_ADDABLE = (
    frozenset({"CURRENT_YEAR", "CARRY_OVER"}),
    _FUNDS | {"CARRY_OVER", "SPECIAL_ACCOUNT", "UNIT_FUNDS"},
    _FUNDS | {"CARRY_OVER", "SPECIAL_ACCOUNT"} | _UNIT_FUNDS,
    frozenset({"CARRY_OVER", "APPROPRIATION"}) | _UNIT_FUNDS,
    _UNIT_FUNDS,
    frozenset({"BASIC", "PROJECT", "OPERATING_EXPENDITURE", "HIGHER_REMITTANCE", "SUBORDINATE_SUBSIDY"}),
    frozenset({"PERSONNEL", "RUNNING_COSTS"}),
    frozenset({"ABROAD", "VEHICLES", "HOSPITALITY"}),
    frozenset({"VEHICLE_PURCHASE", "VEHICLE_RUNNING"}),
    frozenset({"ALLOCATED", "UNALLOCATED"}),
)
"""Sets of headings whose amounts may be added to one total; no set holds a heading and a part of it."""


@frozen
class Identity:
    """The amount in column ``total`` is the sum of those in ``parts``; both count the columns of figures from 0."""

    total: int
    parts: tuple[int, ...]

    @property
    def last(self) -> int:
        """The rightmost column that is concerned."""
        return max(self.total, *self.parts)

    def words(self, columns: tuple[Column, ...]) -> str:
        """Say the identity with the printed headings: 合计 = 基本支出 + 项目支出."""
        parts = " + ".join("/".join(columns[part].path) for part in self.parts)
        return f"{'/'.join(columns[self.total].path)} = {parts}"


def row_identities(columns: tuple[Column, ...]) -> tuple[Identity, ...]:
    """Give the identities that hold in every row of a table with these columns of figures."""
    if not columns or not all(column.path for column in columns):
        return ()
    return tuple(_of_group(columns, tuple(range(len(columns))), 0))


def _of_group(columns: tuple[Column, ...], group: tuple[int, ...], depth: int) -> Iterator[Identity]:
    """Yield the identity between the headings on one level, then those on the levels below."""
    children = _children(columns, tuple(index for index in group if len(columns[index].path) > depth), depth)
    if not children:
        return
    first, rest = children[0], children[1:]
    kinds = [columns[child[0]].kinds[depth] for child in rest]
    distinct = len(set(kinds)) == len(kinds)
    marked = any(columns[child[0]].path[depth].startswith("其中") for child in rest)
    total = len(first) == 1 and columns[first[0]].kinds[depth] in _TOTALS
    if total and rest and distinct and not marked and any(addable.issuperset(kinds) for addable in _ADDABLE):
        yield Identity(first[0], tuple(part for child in rest for part in _parts(columns, child, depth + 1)))
    for child in children:
        if len(columns[child[0]].path) > depth + 1:
            yield from _of_group(columns, child, depth + 1)


def _parts(columns: tuple[Column, ...], child: tuple[int, ...], depth: int) -> tuple[int, ...]:
    """Give the columns that stand for a heading: itself, the total printed below it, or all that stands below."""
    below = _children(columns, child, depth) if len(columns[child[0]].path) > depth else ()
    if not below:
        return child
    first = columns[below[0][0]]
    if len(below[0]) == 1 and first.kinds[depth] in _TOTALS:
        return below[0]
    return tuple(part for group in below for part in _parts(columns, group, depth + 1))


def _children(columns: tuple[Column, ...], group: tuple[int, ...], depth: int) -> tuple[tuple[int, ...], ...]:
    def heading(index: int) -> tuple[str, int]:
        path = columns[index].path
        return (path[depth], -1 if len(path) > depth + 1 else index)

    return tuple(tuple(run) for _, run in groupby(group, key=heading))

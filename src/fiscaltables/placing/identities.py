"""Which columns of a row add up to which: identities read off the header tree.

Sources: the printed headers of the templates in docs/families.md; docs/design.md says how they are used.
An identity is only given where every heading concerned is known and the headings can be added; a part marked 其中 or a
heading that nobody knows gives none. Items that all divide into the same measures (预算数, 决算数) add up measure by
measure. What holds from one balance to the next (年初结转和结余 + 本年收入 = …) is no identity here: what is paid back
to the treasury breaks it.
"""

from collections.abc import Iterator
from itertools import groupby

from attrs import evolve, frozen

from fiscaltables.placing.headers import MEASURES, Column

_TOTALS = frozenset(
    {"GRAND_TOTAL", "TOTAL_HEADING", "SUBTOTAL_HEADING", "REVENUE_TOTAL", "EXPENDITURE_TOTAL", "THREE_PUBLIC_TOTAL"}
)
_FUNDS = frozenset({"GENERAL_PUBLIC", "GOVERNMENT_FUND", "STATE_CAPITAL"})
_UNIT_FUNDS = frozenset(
    {"SERVICE_REVENUE", "OPERATING_REVENUE", "HIGHER_SUBSIDY", "SUBORDINATE_REMITTANCE", "OTHER_REVENUE"}
)
_BALANCES = frozenset({"CARRY_OVER", "OPENING_BALANCE", "USED_BALANCE"})
_SEVERAL = frozenset({"ECONOMIC_CATEGORY", "ECONOMIC_SECTION"})
"""Kinds of which several different headings stand beside one another."""
_BESIDE = frozenset({"AGENCY_COSTS", "MEETINGS", "TRAINING"})
"""What a table of “三公”经费 prints beside it and does not count to it."""
_OF_THE_YEAR = frozenset({"REVENUE_TOTAL", "EXPENDITURE_TOTAL"})
_NOT_OF_THE_YEAR = _BALANCES | {"CARRIED_FORWARD"}
_OF_WHICH = "其中"
_ADDABLE = (
    frozenset({"CURRENT_YEAR", "CARRY_OVER"}),
    _FUNDS | _BALANCES | {"SPECIAL_ACCOUNT", "UNIT_FUNDS"},
    _FUNDS | _BALANCES | {"SPECIAL_ACCOUNT"} | _UNIT_FUNDS,
    _BALANCES | {"APPROPRIATION"} | _UNIT_FUNDS,
    _UNIT_FUNDS,
    frozenset({"BASIC", "PROJECT", "OPERATING_EXPENDITURE", "HIGHER_REMITTANCE", "SUBORDINATE_SUBSIDY"}),
    frozenset({"BASIC", "PROJECT", "RESERVE", "CARRIED_FORWARD"}),
    frozenset({"PERSONNEL", "RUNNING_COSTS"}),
    frozenset({"ECONOMIC_CATEGORY"}),
    frozenset({"ECONOMIC_SECTION"}),
    frozenset({"ABROAD", "VEHICLES", "HOSPITALITY"}),
    frozenset({"THREE_PUBLIC", "MEETINGS", "TRAINING"}),
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
    measures = _measures(columns, children, depth)
    for measure in measures:
        inner = tuple(index for child in children for index in child if columns[index].path[-1] == measure)
        yield from _of_group(tuple(map(_without_measure, columns)), inner, depth)
    if measures or not children:
        return
    yield from _between(columns, children, depth)
    for child in children:
        if len(columns[child[0]].path) > depth + 1:
            yield from _of_group(columns, child, depth + 1)


def _measures(columns: tuple[Column, ...], children: tuple[tuple[int, ...], ...], depth: int) -> tuple[str, ...]:
    """Give the measures that several headings all divide into at last, by which their columns can be parted."""
    divided = [[columns[index] for index in child if len(columns[index].path) > depth + 1] for child in children]
    measured = all(found and all(column.kinds[-1] in MEASURES for column in found) for found in divided)
    sets = {tuple(dict.fromkeys(column.path[-1] for column in found)) for found in divided}
    return sets.pop() if measured and len(children) > 1 and len(sets) == 1 else ()


def _without_measure(column: Column) -> Column:
    return evolve(column, path=column.path[:-1], kinds=column.kinds[:-1])


def _between(columns: tuple[Column, ...], children: tuple[tuple[int, ...], ...], depth: int) -> Iterator[Identity]:
    """Yield the identity of a total that stands first and the headings beside it, if those can be added."""
    first = children[0]
    total = columns[first[0]].kinds[depth]
    if len(first) > 1 or total not in _TOTALS:
        return
    beside = _BESIDE if total == "THREE_PUBLIC_TOTAL" else frozenset()
    rest = tuple(child for child in children[1:] if columns[child[0]].kinds[depth] not in beside)
    parts = [_parts(columns, child, depth + 1) for child in rest]
    doubtful = total in _OF_THE_YEAR and any(columns[child[0]].kinds[depth] in _NOT_OF_THE_YEAR for child in rest)
    if rest and not doubtful and _can_be_added(columns, rest, depth) and all(parts):
        yield Identity(first[0], tuple(index for part in parts for index in part))


def _can_be_added(columns: tuple[Column, ...], headings: tuple[tuple[int, ...], ...], depth: int) -> bool:
    """Whether headings on one level are parts of one sum: known, different, none marked as a part of another."""
    firsts = [columns[heading[0]] for heading in headings]
    kinds = [column.kinds[depth] for column in firsts]
    named = [column.path[depth] if column.kinds[depth] in _SEVERAL else column.kinds[depth] for column in firsts]
    marked = any(column.path[depth].startswith(_OF_WHICH) for column in firsts)
    distinct = len(set(named)) == len(named)
    return distinct and not marked and any(addable.issuperset(kinds) for addable in _ADDABLE)


def _parts(columns: tuple[Column, ...], child: tuple[int, ...], depth: int) -> tuple[int, ...]:
    """Give the columns that stand for a heading: itself, its own figure printed below it, or all that stands below.

    None where what stands below is not known to make up the heading.
    """
    below = _children(columns, child, depth) if len(columns[child[0]].path) > depth else ()
    if not below:
        return child
    first = columns[below[0][0]]
    of_which = all(columns[group[0]].path[depth].startswith(_OF_WHICH) for group in below[1:])
    own = first.kinds[depth] in _TOTALS or (first.kinds[depth] in MEASURES and of_which)
    if own and len(below[0]) == 1:
        return below[0]
    parts = [_parts(columns, group, depth + 1) for group in below]
    if not _can_be_added(columns, below, depth) or not all(parts):
        return ()
    return tuple(index for part in parts for index in part)


def _children(columns: tuple[Column, ...], group: tuple[int, ...], depth: int) -> tuple[tuple[int, ...], ...]:
    def heading(index: int) -> tuple[str, int]:
        path = columns[index].path
        return (path[depth], -1 if len(path) > depth + 1 else index)

    return tuple(tuple(run) for _, run in groupby(group, key=heading))

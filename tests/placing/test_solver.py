"""Which columns the amounts of a row can stand in: exactly those that order and sums leave."""

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fiscaltables.placing.identities import Identity
from fiscaltables.placing.solver import MOST_STEPS, Solution, satisfied, solve_row

CENT = Decimal("0.01")
NATURES = (Identity(0, (1, 2)),)
FUNDS = (Identity(0, (1, 5)), Identity(1, (2, 3, 4)), Identity(5, (6, 7, 8)))

Values = tuple[Decimal | None, ...]


def _values(*texts: str) -> Values:
    return tuple(None if text == "?" else Decimal(text) for text in texts)


def _adds_up(row: dict[int, Decimal | None], identity: Identity, place: Decimal) -> bool:
    """Say it again: every figure was rounded by half a place at most, a blank is 0, None is not known."""
    parts = [row[part] for part in identity.parts if part in row]
    figures = [row.get(identity.total, Decimal(0)), *parts]
    if None in figures:
        return True
    total, *rest = (figure for figure in figures if figure is not None)
    return abs(total - sum(rest)) * 2 <= place * (len(rest) + 1)


def _tried_all(values: Values, width: int, identities: tuple[Identity, ...], place: Decimal) -> Solution:
    """Try every order-preserving assignment."""
    every = list(combinations(range(width), len(values)))
    good = [
        columns
        for columns in every
        if all(_adds_up(dict(zip(columns, values, strict=True)), identity, place) for identity in identities)
    ]
    by_value = zip(*(good or every), strict=True)
    return Solution(tuple(tuple(sorted(set(columns))) for columns in by_value), contradicted=not good)


@st.composite
def _rows(draw: st.DrawFn) -> tuple[Values, int, tuple[Identity, ...]]:
    """Draw a small row: few values, so that sums meet by chance, and identities of any shape."""
    width = draw(st.integers(1, 6))
    figures = st.none() | st.integers(-1, 4).map(lambda cents: cents * CENT)
    values = tuple(draw(st.lists(figures, max_size=width)))
    columns = st.permutations(range(width)).flatmap(
        lambda order: st.integers(2, width).map(lambda length: Identity(order[0], tuple(order[1:length])))
    )
    identities = tuple(draw(st.lists(columns, max_size=3))) if width > 1 else ()
    return values, width, identities


@settings(max_examples=400, deadline=None)
@given(row=_rows(), place=st.sampled_from([CENT, Decimal("0.001")]))
def test_the_solver_leaves_exactly_what_trying_everything_leaves(
    row: tuple[Values, int, tuple[Identity, ...]], place: Decimal
) -> None:
    """On small rows the candidates are those of all order-preserving assignments that satisfy the identities."""
    values, width, identities = row
    assert solve_row(values, width, identities, place) == _tried_all(values, width, identities, place)


@pytest.mark.parametrize(
    ("texts", "width", "identities", "candidates"),
    [
        (["5.00", "3.00", "2.00"], 3, NATURES, ((0,), (1,), (2,))),
        (["5.00", "5.00"], 3, NATURES, ((0,), (1, 2))),
        (["0.00", "0.00"], 3, NATURES, ((0, 1), (1, 2))),
        (["5.00", "3.00", "3.00", "2.00"], 5, (Identity(0, (1, 4)), Identity(1, (2, 3))), ((0,), (1,), (2, 3), (4,))),
        (["7.00", "4.00", "4.00", "3.00", "3.00"], 9, FUNDS, ((0,), (1,), (2, 3, 4), (5,), (6, 7, 8))),
        (["4.00", "4.00", "4.00"], 9, FUNDS, ((0,), (1, 5), (2, 3, 4, 6, 7, 8))),
        (["7.00", "4.00", "1.00", "3.00", "3.00", "3.00"], 9, FUNDS, ((0,), (1,), (2, 3), (3, 4), (5,), (6, 7, 8))),
        ([], 3, NATURES, ()),
        (["5.00"], 3, (), ((0, 1, 2),)),
    ],
)
def test_a_row_stands_where_its_sums_let_it(
    texts: list[str], width: int, identities: tuple[Identity, ...], candidates: tuple[tuple[int, ...], ...]
) -> None:
    """What sums and order settle has one column; what they leave open has exactly those that remain."""
    assert solve_row(_values(*texts), width, identities, CENT) == Solution(candidates)


@pytest.mark.parametrize(
    ("texts", "place", "adds_up"),
    [
        (["10.00", "3.33", "6.67"], "0.01", True),
        (["10.00", "3.33", "6.66"], "0.01", True),
        (["10.00", "3.34", "6.67"], "0.01", True),
        (["10.00", "3.33", "6.65"], "0.01", False),
        (["10.00", "3.35", "6.67"], "0.01", False),
        (["10", "3", "6"], "1", True),
        (["10", "3", "5"], "1", False),
        (["10", "3", "6"], "0.1", False),
        (["10.5", "4", "6.5"], "0.1", True),
        (["10.5", "4", "6.3"], "0.1", False),
    ],
)
def test_a_sum_may_miss_by_the_rounding_of_its_figures(texts: list[str], place: str, *, adds_up: bool) -> None:
    """Total and two parts may together miss three halves of the last decimal place that the table prints."""
    row = dict(enumerate(_values(*texts)))
    assert satisfied(row, NATURES[0], Decimal(place)) is adds_up
    assert solve_row(_values(*texts), 3, NATURES, Decimal(place)).contradicted is not adds_up


def test_blank_parts_do_not_widen_the_tolerance() -> None:
    """Only figures that are printed were rounded: a total and one part may miss a whole place, no more."""
    assert satisfied({0: Decimal("5.00"), 1: Decimal("4.99")}, NATURES[0], CENT)
    assert not satisfied({0: Decimal("5.00"), 1: Decimal("4.98")}, NATURES[0], CENT)


def test_a_blank_counts_as_nothing() -> None:
    """A total over blank parts, and parts under a blank total, do not add up; nothing over nothing does."""
    assert not satisfied({0: Decimal("5.00")}, NATURES[0], CENT)
    assert not satisfied({1: Decimal("5.00")}, NATURES[0], CENT)
    assert satisfied({}, NATURES[0], CENT)


@pytest.mark.parametrize("row", [{0: None, 1: Decimal(3)}, {0: Decimal(5), 1: None, 2: Decimal(1)}])
def test_a_figure_that_is_not_known_contradicts_nothing(row: dict[int, Decimal | None]) -> None:
    """An identity with a figure that could not be read says nothing."""
    assert satisfied(row, NATURES[0], CENT)


def test_an_unknown_figure_leaves_its_row_open() -> None:
    """Where a figure could not be read, the sums it takes part in settle nothing, the others still do."""
    assert solve_row(_values("?", "3.00"), 3, NATURES, CENT).candidates == ((0, 1), (1, 2))
    identities = (Identity(0, (1, 4)), Identity(1, (2, 3)))
    assert solve_row(_values("?", "3.00", "1.00", "2.00", "9.00"), 5, identities, CENT).candidates == (
        (0,),
        (1,),
        (2,),
        (3,),
        (4,),
    )


@pytest.mark.parametrize("texts", [["5.00", "4.00"], ["5.00"], ["9.00", "3.00", "2.00"]])
def test_a_row_that_adds_up_nowhere_is_left_to_its_order(texts: list[str]) -> None:
    """Where no placement satisfies the sums, the row says so and keeps every column that its order allows."""
    solution = solve_row(_values(*texts), 3, NATURES, CENT)
    assert solution.contradicted
    assert solution.candidates == solve_row(_values(*texts), 3, (), CENT).candidates


def test_a_row_with_too_many_placements_is_left_to_its_order() -> None:
    """Past the bound nothing is ruled out but what the order forbids, and the row says so."""
    width, count = 40, 20
    values = (Decimal(1),) * count
    solution = solve_row(values, width, (Identity(0, tuple(range(1, width))),), CENT)
    assert solution.unbounded
    assert not solution.contradicted
    assert solution.candidates == tuple(tuple(range(at, width - count + at + 1)) for at in range(count))


def test_a_row_as_wide_as_its_table_never_meets_the_bound() -> None:
    """As many amounts as columns have one placement, however many they are."""
    solution = solve_row((Decimal(0),) * MOST_STEPS, MOST_STEPS, (), CENT)
    assert not solution.unbounded
    assert solution.candidates[:2] == ((0,), (1,))

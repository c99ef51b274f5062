"""Printed figures become amounts, and say how their column is known."""

from decimal import Decimal

import pytest

from fiscaltables.errors import Severity
from fiscaltables.model.amounts import Amount, Placement
from fiscaltables.model.places import Span
from fiscaltables.placing.figures import Frame, Placed, adds_up, frame_of, in_unit_of, placed_amounts, printed_amounts
from fiscaltables.placing.headers import Column
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.vocabulary import heading_kinds

NATURES = ("合计", "基本支出", "项目支出")
CAUSE = "blank cells are lost"


def _columns(*paths: str) -> tuple[Column, ...]:
    split = [tuple(path.split("/")) for path in paths]
    kinds = [tuple((heading_kinds(heading) or ("OTHER_HEADING",))[0] for heading in path) for path in split]
    return tuple(Column(path, each, "figure") for path, each in zip(split, kinds, strict=True))


def _frame(*paths: str, unit: str | None = "万元", figures: str = "0.00") -> Frame:
    return frame_of(_columns(*paths), iter(figures.split()), unit)


def _cells(texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(text, Span(line=7, column=index + 1), index) for index, text in enumerate(texts.split()))


def _placed(texts: str, frame: Frame) -> Placed:
    return placed_amounts(_cells(texts), frame, CAUSE)


def _printed(texts: list[str], frame: Frame) -> Placed:
    cells = (Cell(text, Span(line=7, column=index + 1), index) for index, text in enumerate(texts))
    return printed_amounts(tuple(zip(cells, frame.columns, strict=True)), frame)


def _where(placed: Placed) -> list[str]:
    return ["/".join(amount.column) if amount.column else "?" for amount in placed.amounts]


def _codes(placed: Placed) -> list[tuple[Severity, str]]:
    return [(problem.severity, problem.code) for problem in placed.problems]


def test_a_printed_figure_is_an_amount_of_its_column() -> None:
    """A figure at its cell has its text, its value, the caption's unit, its column and its place."""
    assert _printed(["1,234.50", "", ""], _frame(*NATURES)) == Placed(
        (
            Amount(
                "1,234.50",
                Decimal("1234.50"),
                "万元",
                ("合计",),
                Placement.PRINTED,
                span=Span(line=7, column=1),
            ),
        )
    )


def test_blank_zero_dash_and_unreadable_are_four_things() -> None:
    """A blank is no amount, 0.00 is one of 0, a dash one without value, and #REF! one without value and an error."""
    placed = _printed(["", "0.00", "—", "#REF!"], _frame("合计", "基本支出", "项目支出", "经营支出"))
    assert [(amount.text, amount.value) for amount in placed.amounts] == [
        ("0.00", Decimal("0.00")),
        ("—", None),
        ("#REF!", None),
    ]
    assert _codes(placed) == [(Severity.ERROR, "unreadable-amount")]
    assert placed.problems[0].span == Span(line=7, column=4)
    assert "#REF!" in placed.problems[0].message


@pytest.mark.parametrize(
    ("heading", "text", "unit"),
    [
        ("预算数", "1.00", "万元"),
        ("预算数（元）", "1.00", "元"),
        ("数量（辆）", "2", "辆"),
        ("增长%", "5.2", "%"),
        ("预算数", "91.85%", "%"),
    ],
)
def test_the_unit_nearest_to_the_figure_counts(heading: str, text: str, unit: str) -> None:
    """A percent sign behind the figure comes before the unit of the column, that one before the caption's."""
    (amount,) = _printed([text], _frame(heading)).amounts
    assert amount.unit == unit


@pytest.mark.parametrize(
    "heading", ["人数", "公务用车保有量", "2024年预算数/增减幅度", "合计/比重", "比上年/增减幅度", "某项", "预算执行率"]
)
def test_what_is_no_money_has_not_the_unit_of_the_table(heading: str) -> None:
    """Heads, vehicles and rates are not in 万元, nor is what nobody knows; such an amount is worth no yuan."""
    (amount,) = _printed(["2"], _frame(heading)).amounts
    assert (amount.unit, amount.yuan) == (None, None)


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("公务用车保有量（辆）", "辆"),
        ("国内公务接待批次", None),
        ("机关运行经费（元）", "元"),
        ("因公出国（境）费", "万元"),
        (None, "万元"),
    ],
)
def test_a_row_may_have_a_unit_of_its_own(label: str | None, unit: str | None) -> None:
    """The unit that a label prints is its amounts'; a label that counts no money leaves them without one."""
    placed = in_unit_of(label, _printed(["2"], _frame("预算数")))
    assert [amount.unit for amount in placed.amounts] == [unit]


def test_a_percent_sign_comes_before_the_unit_of_the_row() -> None:
    """A figure that prints a percent sign is a percentage in any row."""
    (amount,) = in_unit_of("公务用车保有量（辆）", _printed(["50%"], _frame("预算数"))).amounts
    assert (amount.unit, amount.yuan) == ("%", None)


def test_without_a_printed_unit_there_is_none() -> None:
    """No unit is assumed where caption and heading print none."""
    (amount,) = _printed(["1.00"], _frame("预算数", unit=None)).amounts
    assert (amount.unit, amount.yuan) == (None, None)


def test_as_many_amounts_as_columns_are_derived() -> None:
    """Amounts that are as many as the columns stand in their order, and say so."""
    placed = _placed("5.00 3.00 2.00", _frame(*NATURES))
    assert _where(placed) == list(NATURES)
    assert {amount.placement for amount in placed.amounts} == {Placement.DERIVED}
    reasons = {amount.reason for amount in placed.amounts}
    assert reasons == {f"{CAUSE}; the row has as many amounts as the table has columns"}
    assert placed.problems == ()


def test_sums_settle_columns_and_are_the_reason() -> None:
    """An amount that the sums leave one column is derived; the reason quotes the sum with the printed headings."""
    frame = _frame("合计", "基本支出/小计", "基本支出/人员经费", "基本支出/公用经费", "项目支出")
    placed = _placed("9.00 5.00 5.00 4.00", frame)
    assert _where(placed) == ["合计", "基本支出/小计", "?", "项目支出"]
    reason = placed.amounts[3].reason or ""
    assert reason.startswith(f"{CAUSE}; ")
    assert "合计 = 基本支出/小计 + 项目支出" in reason


def test_what_sums_do_not_settle_is_open() -> None:
    """An amount that several columns could hold lists exactly those, and none is chosen."""
    placed = _placed("5.00 5.00", _frame(*NATURES))
    total, part = placed.amounts
    assert (total.placement, total.column) == (Placement.DERIVED, ("合计",))
    assert (part.placement, part.column, part.reason) == (Placement.OPEN, None, None)
    assert part.candidates == (("基本支出",), ("项目支出",))
    assert part.unit == "万元"


def test_open_amounts_have_a_unit_only_where_all_candidates_share_it() -> None:
    """Where the candidates print different units the amount has none."""
    (amount,) = _placed("5.00", _frame("预算数（元）", "增长（%）")).amounts
    assert (amount.placement, amount.unit) == (Placement.OPEN, None)
    (amount,) = _placed("5.00", _frame("预算数（元）", "决算数（元）")).amounts
    assert (amount.placement, amount.unit) == (Placement.OPEN, "元")


def test_a_row_that_does_not_add_up_stays_open_with_a_warning() -> None:
    """Figures that satisfy the sums nowhere are open; the warning quotes the sums and stands at the row."""
    placed = _placed("5.00 4.00", _frame(*NATURES))
    assert [amount.placement for amount in placed.amounts] == [Placement.OPEN, Placement.OPEN]
    assert _codes(placed) == [(Severity.WARNING, "row-does-not-add-up")]
    assert "合计 = 基本支出 + 项目支出" in placed.problems[0].message
    assert placed.problems[0].span == Span(line=7, column=1)


def test_a_whole_row_that_does_not_add_up_is_not_silent() -> None:
    """A row with an amount for every column that contradicts the table's own sums comes with a warning."""
    placed = _placed("9.00 3.00 2.00", _frame(*NATURES))
    assert (Severity.WARNING, "row-does-not-add-up") in _codes(placed)


def test_more_amounts_than_columns_are_an_error() -> None:
    """Every amount of a row that is too long is kept, open among all columns, with an error."""
    placed = _placed("5.00 3.00 2.00 1.00", _frame(*NATURES))
    assert [amount.text for amount in placed.amounts] == ["5.00", "3.00", "2.00", "1.00"]
    assert {amount.candidates for amount in placed.amounts} == {tuple((nature,) for nature in NATURES)}
    assert _codes(placed) == [(Severity.ERROR, "too-many-amounts")]


def test_a_dash_counts_as_nothing_in_a_sum() -> None:
    """A dash stands in a column of its own and adds 0."""
    placed = _placed("5.00 — 5.00", _frame(*NATURES))
    assert _where(placed) == list(NATURES)
    assert placed.amounts[1].value is None
    assert placed.problems == ()


def test_an_unreadable_figure_settles_nothing_by_its_sum() -> None:
    """A figure that is no number is kept with an error; the sums that it takes part in rule nothing out."""
    placed = _placed("#REF! 3.00", _frame(*NATURES))
    assert [len(amount.candidates) for amount in placed.amounts] == [2, 2]
    assert _codes(placed) == [(Severity.ERROR, "unreadable-amount")]


def test_a_row_without_figures_has_no_amounts() -> None:
    """No figures, no amounts and no problem."""
    assert _placed("", _frame(*NATURES)) == Placed(())


@pytest.mark.parametrize(
    ("figures", "place"),
    [
        ("6 6.5 6.50", "0.01"),
        ("6 6.5", "0.1"),
        ("6 1,234", "1"),
        ("", "1"),
        ("— #REF! 1.000", "0.001"),
        ("12.5% 1", "0.1"),
    ],
)
def test_the_precision_of_a_table_is_its_longest_fraction(figures: str, place: str) -> None:
    """Fewer decimals mean dropped zeros: the most that any figure prints are the table's."""
    assert _frame(*NATURES, figures=figures).place == Decimal(place)


def test_tolerance_follows_the_precision_of_the_table() -> None:
    """10.00 = 3.33 + 6.66 is rounding where cents are printed, and no sum where a third decimal is."""
    assert _placed("10.00 3.33 6.66", _frame(*NATURES)).problems == ()
    assert _codes(_placed("10.00 3.33 6.66", _frame(*NATURES, figures="0.000"))) == [
        (Severity.WARNING, "row-does-not-add-up")
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({0: "5.00", 1: "3.00", 2: "2.00"}, True),
        ({0: "5.00", 1: "5.00"}, True),
        ({0: "5.00", 1: "—", 2: "5.00"}, True),
        ({0: "5.00", 1: "3.00"}, False),
        ({1: "3.00"}, False),
        ({0: "#REF!", 1: "3.00"}, True),
        ({}, True),
    ],
)
def test_a_row_adds_up_where_every_sum_holds(row: dict[int, str], *, expected: bool) -> None:
    """Blanks and dashes count as nothing, what cannot be read contradicts nothing."""
    assert adds_up(row, _frame(*NATURES)) is expected

"""What an amount is worth, and in which units of money it can be given."""

from decimal import Decimal

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from fiscaltables.model.amounts import YUAN, Amount, Placement

FIGURES = st.decimals(-(10**12), 10**12, places=2)


def _amount(value: Decimal | None, unit: str | None) -> Amount:
    return Amount("", value, unit, ("合计",), Placement.PRINTED)


@pytest.mark.parametrize(
    ("value", "unit", "yuan"),
    [
        ("12.34", "元", "12.34"),
        ("12.34", "千元", "12340"),
        ("12.34", "万元", "123400"),
        ("12.34", "百万元", "12340000"),
        ("12.34", "亿元", "1234000000"),
        ("-0.01", "万元", "-100"),
        ("0.00", "万元", "0"),
    ],
)
def test_money_is_given_in_yuan(value: str, unit: str, yuan: str) -> None:
    """An amount in any unit of money has its worth in 元."""
    assert _amount(Decimal(value), unit).yuan == Decimal(yuan)


@pytest.mark.parametrize("unit", ["人", "%", "辆", "批次", None])
def test_what_is_no_money_has_no_yuan(unit: str | None) -> None:
    """A count, a percentage and a figure whose unit is not printed have no worth in 元, in no unit."""
    amount = _amount(Decimal(12), unit)
    assert amount.yuan is None
    assert amount.to("万元") is None


def test_a_dash_has_no_yuan() -> None:
    """An amount without a number has no worth, though its unit is money."""
    assert _amount(None, "万元").yuan is None
    assert _amount(None, "万元").to("亿元") is None


def test_a_zero_is_worth_zero_and_not_nothing() -> None:
    """A printed 0.00 is worth 0 元, which is not the same as no worth."""
    assert _amount(Decimal("0.00"), "万元").yuan == 0


@pytest.mark.parametrize(
    ("value", "unit", "wanted", "worth"),
    [
        ("12000", "元", "万元", "1.2"),
        ("1.2", "万元", "元", "12000"),
        ("1", "亿元", "万元", "10000"),
        ("355.18", "万元", "万元", "355.18"),
        ("96282213.44", "元", "万元", "9628.221344"),
    ],
)
def test_amounts_convert_between_units_without_rounding(value: str, unit: str, wanted: str, worth: str) -> None:
    """A unit of money converts to another with every digit kept."""
    assert _amount(Decimal(value), unit).to(wanted) == Decimal(worth)


@given(value=FIGURES, unit=st.sampled_from(sorted(YUAN)), other=st.sampled_from(sorted(YUAN)))
def test_conversion_there_and_back_gives_the_same_value(value: Decimal, unit: str, other: str) -> None:
    """Converting to any unit and back loses nothing."""
    assert _amount(_amount(value, unit).to(other), other).to(unit) == value


@pytest.mark.parametrize("unit", ["圆", "美元", "人", ""])
def test_an_unknown_unit_is_named_together_with_the_known_ones(unit: str) -> None:
    """Asking for a unit that is no money is an error that lists the units of money."""
    with pytest.raises(ValueError, match="元、千元、万元、百万元、亿元") as raised:
        _amount(Decimal(1), "万元").to(unit)
    assert repr(unit) in str(raised.value)


def test_value_keeps_the_printed_decimals() -> None:
    """A value keeps the zeros that are printed, so that 6.50 does not become 6.5."""
    assert str(_amount(Decimal("6.50"), "万元").value) == "6.50"
    assert str(_amount(Decimal("6.50"), "万元").to("万元")) == "6.50"


def test_an_amount_cannot_be_changed() -> None:
    """An amount is a frozen value: nothing corrects it in place."""
    amount = _amount(Decimal(1), "万元")
    with pytest.raises(FrozenInstanceError):
        amount.value = Decimal(2)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("placement", "word"),
    [
        (Placement.PRINTED, "printed"),
        (Placement.DERIVED, "derived"),
        (Placement.SUPPORTED, "supported"),
        (Placement.OPEN, "open"),
    ],
)
def test_placements_have_the_words_of_the_json_form(placement: Placement, word: str) -> None:
    """The four ways to know a column are called as in the public format."""
    assert placement.value == word

"""What operator, value and unit mean."""

from decimal import Decimal

import pytest

from fiscaltables.model.performance import Target
from fiscaltables.placing.forms.targets import target_of

CASES = [
    (("≥", "95", "%"), Target(">=", Decimal(95), "%")),
    ((None, "≥95%", None), Target(">=", Decimal(95), "%")),
    (("0", "1,300", "元"), Target("=", Decimal(1300), "元")),
    (("大于等于", "3 万元", None), Target(">=", Decimal(3), "万元")),
    ((None, "≥13459.00(平方米)", None), Target(">=", Decimal("13459.00"), "平方米")),
    ((None, "210000", None), Target(None, Decimal(210000))),
    (("定性", "高", None), Target(text="高")),
    (("定性", "10", "%"), Target(text="10%")),
    (("=", "及时", None), Target(text="及时")),
    ((None, "开展至少1次", None), Target(text="开展至少1次")),
]


@pytest.mark.parametrize(("printed", "target"), CASES)
def test_a_target_is_a_number_with_its_unit_or_a_text(
    printed: tuple[str | None, str, str | None], target: Target
) -> None:
    """The operator may stand in its own cell or before the value; what is no number is a text."""
    assert target_of(*printed) == target


def test_no_value_has_no_target() -> None:
    """An operator alone means nothing."""
    assert target_of("≥", None, None) is None

"""Classification codes: which scheme the digits show, and which code stands above another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fiscaltables.model.codes import Code, Level, Scheme, code_from, scheme_of

CLASSIFIED = st.builds(
    lambda first, rest: f"{first}{rest}",
    st.sampled_from("1235"),
    st.sampled_from([2, 4, 6]).flatmap(lambda length: st.text("0123456789", min_size=length, max_size=length)),
)


@pytest.mark.parametrize(
    ("digits", "scheme"),
    [
        ("208", Scheme.FUNCTIONAL),
        ("20805", Scheme.FUNCTIONAL),
        ("2080505", Scheme.FUNCTIONAL),
        ("301", Scheme.DEPARTMENTAL_ECONOMIC),
        ("30101", Scheme.DEPARTMENTAL_ECONOMIC),
        ("39999", Scheme.DEPARTMENTAL_ECONOMIC),
        ("501", Scheme.GOVERNMENTAL_ECONOMIC),
        ("50501", Scheme.GOVERNMENTAL_ECONOMIC),
        ("103", Scheme.REVENUE),
        ("1030199", Scheme.REVENUE),
        ("548003", None),
        ("068005", None),
        ("3010", None),
        ("20", None),
        ("401", None),
        ("2080505001", None),
        ("20a05", None),
        ("", None),
    ],
)
def test_digits_show_their_scheme(digits: str, scheme: Scheme | None) -> None:
    """The first digit and the length tell the scheme; the code of an organisation and a cut code have none."""
    assert scheme_of(digits) is scheme


@pytest.mark.parametrize(
    ("digits", "level"),
    [
        ("208", Level.CATEGORY),
        ("20805", Level.SECTION),
        ("2080505", Level.ITEM),
        ("301", Level.CATEGORY),
        ("30101", Level.SECTION),
        ("548003", None),
    ],
)
def test_length_tells_the_level(digits: str, level: Level | None) -> None:
    """A code is a 类, a 款 or a 项 by its length; the code of an organisation is none of them."""
    assert code_from(digits).level is level


@pytest.mark.parametrize(
    ("digits", "parent"),
    [("2080505", "20805"), ("20805", "208"), ("208", None), ("30101", "301"), ("301", None), ("548003", None)],
)
def test_parent_is_the_code_one_level_up(digits: str, parent: str | None) -> None:
    """The parent is two digits shorter; a 类 and an organisation have none."""
    above = code_from(digits).parent
    assert (above.digits if above else None) == parent


def test_parent_is_of_the_same_scheme() -> None:
    """A parent belongs to the list that its child belongs to."""
    assert Code("50501", Scheme.GOVERNMENTAL_ECONOMIC).parent == Code("505", Scheme.GOVERNMENTAL_ECONOMIC)


@given(digits=CLASSIFIED)
def test_ancestors_end_at_the_category(digits: str) -> None:
    """Going from parent to parent ends at a 类 whose digits begin the code's."""
    code = code_from(digits)
    while code.parent:
        code = code.parent
        assert digits.startswith(code.digits)
    assert code.level is Level.CATEGORY


@given(digits=st.text("0123456789", min_size=1, max_size=12))
def test_a_code_prints_as_its_digits(digits: str) -> None:
    """The text of a code is exactly the digits it was made from, whatever they are."""
    assert str(code_from(digits)) == digits

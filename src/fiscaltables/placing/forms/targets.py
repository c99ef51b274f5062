"""What an indicator's printed operator, value and unit mean."""

import re
import unicodedata
from decimal import Decimal

from fiscaltables.model.performance import Target
from fiscaltables.recognising.forms.vocabulary import is_unit, split_operator
from fiscaltables.recognising.forms.wordings import OPERATORS

_QUANTITY = re.compile(r"(?P<number>[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*\(?(?P<unit>[^\d()]*)\)?")
_LONGEST_UNIT = 6
_QUALITATIVE = "定性"


def target_of(operator: str | None, value: str | None, unit: str | None) -> Target | None:
    """Give the meaning of a target; None where no value is printed.

    >>> target_of("≥", "95", "%") == target_of(None, "≥95%", None) == Target(">=", Decimal(95), "%")
    True
    >>> target_of("=", "3 万元", None) == Target("=", Decimal(3), "万元")
    True
    >>> target_of("定性", "高", None) == Target(text="高")
    True
    """
    if value is None:
        return None
    split = split_operator(value) if operator is None else None
    if split:
        operator, value = split
    plain = "".join((operator or "").split())
    found = _QUANTITY.fullmatch(unicodedata.normalize("NFKC", value).strip())
    if plain == _QUALITATIVE or not found or not _is_measured(found["unit"], plain):
        return Target(text=f"{value}{unit or ''}")
    number = Decimal(found["number"].replace(",", "").replace("−", "-"))
    return Target(OPERATORS.get(plain), number, _normal(found["unit"] or unit))


def _is_measured(unit: str, operator: str) -> bool:
    """Whether what stands behind a number is its unit: a known one, or behind an operator any short word."""
    return not unit or is_unit(unit) or (bool(operator) and len(unit) <= _LONGEST_UNIT)


def _normal(unit: str | None) -> str | None:
    plain = unicodedata.normalize("NFKC", "".join((unit or "").split()))
    return plain or None

"""Classification codes: 支出功能分类, 支出经济分类 and 收入分类."""

from enum import Enum

from attrs import frozen


class Scheme(Enum):
    """Which list of the 政府收支分类科目 a code belongs to."""

    FUNCTIONAL = "functional"
    DEPARTMENTAL_ECONOMIC = "departmental_economic"
    GOVERNMENTAL_ECONOMIC = "governmental_economic"
    REVENUE = "revenue"


class Level(Enum):
    """How deep a code stands: 类, 款, 项."""

    CATEGORY = "category"
    SECTION = "section"
    ITEM = "item"


_SCHEMES = {
    "1": Scheme.REVENUE,
    "2": Scheme.FUNCTIONAL,
    "3": Scheme.DEPARTMENTAL_ECONOMIC,
    "5": Scheme.GOVERNMENTAL_ECONOMIC,
}
_LEVELS = {3: Level.CATEGORY, 5: Level.SECTION, 7: Level.ITEM}


@frozen
class Code:
    """A code in a table of amounts.

    ``scheme`` is None for the code of an organisation, which stands in the code column of some tables (548003).

    >>> Code("2080505", Scheme.FUNCTIONAL).parent
    Code(digits='20805', scheme=<Scheme.FUNCTIONAL: 'functional'>)
    """

    digits: str
    scheme: Scheme | None = None

    def __str__(self) -> str:
        """Give the digits."""
        return self.digits

    @property
    def level(self) -> Level | None:
        """类, 款 or 项; None for the code of an organisation."""
        return _LEVELS.get(len(self.digits)) if self.scheme else None

    @property
    def parent(self) -> "Code | None":
        """The code one level up; None for a 类 and for the code of an organisation."""
        if self.level in (None, Level.CATEGORY):
            return None
        return Code(self.digits[:-2], self.scheme)


def scheme_of(digits: str) -> Scheme | None:
    """Give the scheme that a code's digits show; None where they are no classification code.

    >>> scheme_of("30101"), scheme_of("548003")
    (<Scheme.DEPARTMENTAL_ECONOMIC: 'departmental_economic'>, None)
    """
    return _SCHEMES.get(digits[:1]) if len(digits) in _LEVELS and digits.isdecimal() else None


def code_from(digits: str) -> Code:
    """Give the Code that the digits stand for."""
    return Code(digits, scheme_of(digits))

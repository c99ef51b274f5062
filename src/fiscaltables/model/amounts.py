"""Amounts: what is printed, what it is worth, and how its column is known."""

from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from fiscaltables.model.places import Span

Path = tuple[str, ...]
"""The headings over a column from top to leaf, as printed without blanks: ``("本年收入", "一般公共预算")``."""

YUAN = {
    "元": Decimal(1),
    "千元": Decimal(1_000),
    "万元": Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "亿元": Decimal(100_000_000),
}
"""How many yuan one of each unit of money is."""


class Placement(Enum):
    """How the column of an amount is known."""

    PRINTED = "printed"
    """A grid shows it."""
    DERIVED = "derived"
    """The table's own arithmetic leaves this column only."""
    SUPPORTED = "supported"
    """Another table or the narrative settles it; the reason is kept."""
    OPEN = "open"
    """Not settled: the candidates are the columns that remain, none is chosen."""


@frozen
class Dimensions:
    """What a column means in words that every region shares; None where the headings do not say."""

    side: str | None = None
    fund: str | None = None
    nature: str | None = None
    phase: str | None = None
    origin: str | None = None
    item: str | None = None
    year: int | None = None


@frozen
class Amount:
    """One printed amount.

    ``value`` is in ``unit``, never rounded or rescaled; it is None for a dash and for a cell that should be a number
    and is none. ``column`` is None and ``candidates`` are given where ``placement`` is OPEN.

    >>> Amount("2,937.37", Decimal("2937.37"), "万元", ("合计",), Placement.PRINTED).yuan
    Decimal('29373700.00')
    """

    text: str
    value: Decimal | None
    unit: str | None
    column: Path | None
    placement: Placement
    candidates: tuple[Path, ...] = ()
    reason: str | None = None
    dimensions: Dimensions = field(factory=Dimensions)
    span: Span = field(factory=Span)

    @property
    def yuan(self) -> Decimal | None:
        """The value in 元; None for what is not money or holds no number."""
        return self.to("元")

    def to(self, unit: str) -> Decimal | None:
        """Give the value in another unit of money; None for what is not money or holds no number.

        >>> Amount("12,000", Decimal(12000), "元", ("合计",), Placement.PRINTED).to("万元")
        Decimal('1.2')
        """
        if unit not in YUAN:
            known = "、".join(YUAN)
            raise ValueError(f"{unit!r} is no unit of money known here; use one of {known}")
        if self.value is None or self.unit not in YUAN:
            return None
        return self.value * YUAN[self.unit] / YUAN[unit]

"""What invented performance forms say: projects with their money, goals, tasks and indicators.

Everything is a text exactly as it is printed; what a form does not print is None. Figures add up: weights to what a
form gives out in all, scores to their sum, sources of money to the project's.
"""

from collections.abc import Iterator
from itertools import groupby

from attrs import field, frozen

from generated.documents import Table


@frozen
class Indicator:
    """A row of the indicators; without a name it is a label of level 2 that is printed with no indicator.

    ``value`` holds operator and unit too where all are printed in one cell; ``target`` is then what they mean, else it
    follows from the parts.
    """

    level1: str
    level2: str | None
    name: str | None
    operator: str | None = None
    value: str | None = None
    unit: str | None = None
    deadline: str | None = None
    weight: str | None = None
    actual: str | None = None
    completion: str | None = None
    score: str | None = None
    flags: tuple[str, ...] = ()
    reason: str | None = None
    improvement: str | None = None
    target: tuple[str | None, str, str | None] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """What flowing text prints of it behind its labels."""
        parts = (self.name, self.operator, self.value, self.unit, self.deadline)
        return tuple(part for part in parts if part)


@frozen
class Source:
    """Where a project's money comes from, with an amount for each column that is printed."""

    label: str
    budget: str | None = None
    adjusted: str | None = None
    executed: str | None = None
    weight: str | None = None
    rate: str | None = None
    score: str | None = None

    @property
    def amounts(self) -> tuple[str, ...]:
        """The amounts that are printed."""
        return tuple(amount for amount in (self.budget, self.adjusted, self.executed) if amount)


@frozen
class Task:
    """A main task of a department."""

    name: str
    amount: str
    executed: str | None = None
    rate: str | None = None
    weight: str | None = None
    score: str | None = None


@frozen(kw_only=True)
class Form:
    """One form. ``total`` is the row of all money, ``sources`` those below it; ``texts`` has what has no field."""

    name: str | None = None
    code: str | None = None
    category: str | None = None
    department: str | None = None
    implementer: str
    total: Source | None = None
    sources: tuple[Source, ...] = ()
    tasks: tuple[Task, ...] = ()
    goal: str
    goal_done: str | None = None
    texts: dict[str, str] = field(factory=dict)
    indicators: tuple[Indicator, ...]
    subtotal: str | None = None
    execution_score: str | None = None
    deduction: str | None = None
    total_score: str | None = None


@frozen(kw_only=True)
class FormTable(Table):
    """A table of one form, or of several that follow one another; ``total`` is a sum that is printed over them."""

    forms: tuple[Form, ...]
    total: str | None = None


@frozen(kw_only=True)
class FormDocument:
    """A disclosure of nothing but forms."""

    entity: str
    year: int
    stage: str
    tables: tuple[FormTable, ...]

    @property
    def cover(self) -> str:
        """The line on the cover."""
        word = "部门预算" if self.stage == "budget" else "年度部门决算"
        return f"{self.entity}{self.year}年{word}".replace("年年", "年")


Level2 = tuple[str | None, tuple[Indicator, ...]]
"""A label of level 2 with its rows."""


def levels(indicators: tuple[Indicator, ...]) -> Iterator[tuple[str, tuple[Level2, ...]]]:
    """Give each label of level 1 with the labels of level 2 below it and their rows, as they follow one another."""
    for level1, rows in groupby(indicators, key=lambda row: row.level1):
        yield level1, tuple((level2, tuple(own)) for level2, own in groupby(rows, key=lambda row: row.level2))

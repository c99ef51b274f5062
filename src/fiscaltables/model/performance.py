"""Performance forms: projects with their goals, tasks and indicators, as 绩效目标表 and 绩效自评表 print them."""

from decimal import Decimal
from typing import ClassVar

from attrs import field, frozen

from fiscaltables.model.amounts import Amount
from fiscaltables.model.places import Span
from fiscaltables.model.tables import Table


@frozen
class Target:
    """What an indicator's printed operator, value and unit mean.

    ``operator`` is one of ``>=``, ``<=``, ``=``, ``>`` and ``<``, ``unit`` a unit of measure (%, 万元, 人次 …). A value
    that is no number is ``text`` and has neither number nor unit.

    >>> Target(">=", Decimal(95), "%")
    Target(operator='>=', number=Decimal('95'), unit='%', text=None)
    """

    operator: str | None = None
    number: Decimal | None = None
    unit: str | None = None
    text: str | None = None


@frozen
class Evaluation:
    """What a self-evaluation says of an indicator, as printed; ``reason_flags`` are the headings ticked by √."""

    actual: str | None = None
    completion: str | None = None
    score: str | None = None
    reason_flags: tuple[str, ...] = ()
    reason: str | None = None
    improvement: str | None = None


@frozen
class Indicator:
    """One row of the indicator table; levels 1 and 2 are filled down from merged cells.

    ``operator``, ``value``, ``unit``, ``deadline`` and ``weight`` are as printed, ``target`` is what they mean. A field
    that the print leaves between several readings is None; the readings are in ``open`` by the field's name.
    """

    level1: str | None
    level2: str | None
    name: str | None
    span: Span
    operator: str | None = None
    value: str | None = None
    unit: str | None = None
    deadline: str | None = None
    weight: str | None = None
    target: Target | None = None
    evaluation: Evaluation | None = None
    open: dict[str, tuple[str | None, ...]] = field(factory=dict, hash=False)

    @property
    def due(self) -> tuple[int, int | None] | None:
        """The year and month of the deadline; the month is None where only a year is printed.

        >>> Indicator("产出指标", "数量指标", "检查次数", Span(), deadline="2025-12").due
        (2025, 12)
        """
        parts = (self.deadline or "").replace("年", "-").replace("月", "").replace(".", "-").split("-")
        year, month = parts[0].strip(), parts[1].strip() if len(parts) > 1 else ""
        if not year.isdecimal():
            return None
        return int(year), int(month) if month.isdecimal() else None


@frozen
class Funding:
    """One source of a project's money, as a row of 预算资金情况 prints it."""

    label: str
    budget: Amount | None = None
    adjusted_budget: Amount | None = None
    executed: Amount | None = None
    weight: str | None = None
    rate: str | None = None
    score: str | None = None

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The amounts that are printed."""
        return tuple(amount for amount in (self.budget, self.adjusted_budget, self.executed) if amount)


@frozen
class Task:
    """One of the main tasks of a department (年度主要任务)."""

    name: str | None
    amount: Amount | None = None
    executed: Amount | None = None
    rate: str | None = None
    weight: str | None = None
    score: str | None = None

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The amounts that are printed."""
        return tuple(amount for amount in (self.amount, self.executed) if amount)


@frozen(kw_only=True)
class Project:
    """One form: a project, or a whole department, whose ``name`` is None and which ``implementing_unit`` names.

    What is not printed is None. ``texts`` holds what has no field of its own, by its printed label.
    """

    name: str | None = None
    code: str | None = None
    category: str | None = None
    competent_department: str | None = None
    implementing_unit: str | None = None
    amount: Amount | None = None
    executed: Amount | None = None
    execution_rate: str | None = None
    funding: tuple[Funding, ...] = ()
    tasks: tuple[Task, ...] = ()
    goal: str | None = None
    goal_done: str | None = None
    texts: dict[str, str] = field(factory=dict, hash=False)
    indicators: tuple[Indicator, ...] = ()
    subtotal: str | None = None
    execution_score: str | None = None
    deduction: str | None = None
    total_score: str | None = None
    span: Span

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """Every amount of the form: its sum, what was executed, its sources and its tasks."""
        own = tuple(amount for amount in (self.amount, self.executed) if amount)
        sources = (amount for source in self.funding for amount in source.amounts)
        return (*own, *sources, *(amount for task in self.tasks for amount in task.amounts))


@frozen(kw_only=True, repr=False)
class PerformanceTable(Table):
    """A table of performance forms: one form, or several that follow one another."""

    kind: ClassVar[str] = "performance"
    row_word: ClassVar[str] = "indicator"
    projects: tuple[Project, ...]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of all forms."""
        return tuple(indicator for project in self.projects for indicator in project.indicators)

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The amounts of all forms."""
        return tuple(amount for project in self.projects for amount in project.amounts)

    @property
    def row_count(self) -> int:
        """How many indicators were read."""
        return len(self.indicators)

"""Tidy records of performance: every indicator of a disclosure with all that is needed to use it alone."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from fiscaltables.model.performance import Evaluation, Indicator, PerformanceTable, Project, Target
from fiscaltables.model.places import Span
from fiscaltables.model.summaries import counted, summary
from fiscaltables.model.tables import Table

if TYPE_CHECKING:
    from pandas import DataFrame


@frozen
class IndicatorRecord:
    """One indicator with all that is needed to use it alone: a row of a tidy table.

    ``entity`` and ``year`` are the disclosure's, ``table`` is the index of the table in it. ``operator``, ``value`` and
    ``unit`` are as printed; ``target_operator``, ``number`` and ``target_unit`` are what they mean, where the value is
    a number. ``open`` names the fields that the print leaves open; these are None.
    """

    document: str | None
    entity: str | None
    year: int | None
    table: int
    table_number: str | None
    family: str
    project: str | None
    project_code: str | None
    implementing_unit: str | None
    level1: str | None
    level2: str | None
    name: str | None
    operator: str | None
    value: str | None
    unit: str | None
    target_operator: str | None
    number: Decimal | None
    target_unit: str | None
    deadline: str | None
    weight: str | None
    actual: str | None
    completion: str | None
    score: str | None
    reason_flags: tuple[str, ...]
    reason: str | None
    improvement: str | None
    open: tuple[str, ...]
    span: Span


class IndicatorRecords(tuple[IndicatorRecord, ...]):
    """The records of a disclosure or a choice of them: a tuple that becomes a data frame.

    A slice or a filter gives a plain tuple; ``IndicatorRecords(chosen)`` makes records of it again.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        """Give one line that says how many indicators there are and how many of them have an open field."""
        unsettled = sum(bool(record.open) for record in self)
        held = [counted(len(self), "indicator"), *([f"{unsettled} open"] if unsettled else [])]
        return summary("IndicatorRecords", (), held)

    def to_pandas(self) -> "DataFrame":
        """Give a data frame of one row per indicator; without pandas a MissingExtra says what to install."""
        from fiscaltables.exporting.frames import indicators_frame  # noqa: PLC0415  exporting stands above the model

        return indicators_frame(self)


def indicator_records_of(
    tables: Iterable[Table], document: str | None = None, entity: str | None = None, year: int | None = None
) -> IndicatorRecords:
    """Give the record of every indicator of the tables, in printed order; the rest says whose tables they are."""
    return IndicatorRecords(
        _record(table, index, project, indicator, (document, entity, year))
        for index, table in enumerate(tables)
        if isinstance(table, PerformanceTable)
        for project in table.projects
        for indicator in project.indicators
    )


def _record(
    table: PerformanceTable,
    index: int,
    project: Project,
    indicator: Indicator,
    whose: tuple[str | None, str | None, int | None],
) -> IndicatorRecord:
    document, entity, year = whose
    target, evaluation = indicator.target or Target(), indicator.evaluation or Evaluation()
    return IndicatorRecord(
        document=document,
        entity=entity,
        year=year,
        table=index,
        table_number=table.number,
        family=table.family.value,
        project=project.name,
        project_code=project.code,
        implementing_unit=project.implementing_unit,
        level1=indicator.level1,
        level2=indicator.level2,
        name=indicator.name,
        operator=indicator.operator,
        value=indicator.value,
        unit=indicator.unit,
        target_operator=target.operator,
        number=target.number,
        target_unit=target.unit,
        deadline=indicator.deadline,
        weight=indicator.weight,
        actual=evaluation.actual,
        completion=evaluation.completion,
        score=evaluation.score,
        reason_flags=evaluation.reason_flags,
        reason=evaluation.reason,
        improvement=evaluation.improvement,
        open=tuple(indicator.open),
        span=indicator.span,
    )

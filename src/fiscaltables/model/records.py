"""Tidy records: every amount of a disclosure with all that is needed to use it alone."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from fiscaltables.model.amounts import Amount, Path, Placement
from fiscaltables.model.performance import PerformanceTable, Project
from fiscaltables.model.places import Span
from fiscaltables.model.summaries import counted, summary
from fiscaltables.model.tables import BalanceTable, MoneyTable, Table

if TYPE_CHECKING:
    from pandas import DataFrame


@frozen
class AmountRecord:
    """One amount with all that is needed to use it alone: a row of a tidy table.

    Of a performance form, ``code`` is the project's and ``name`` the project's, or that of the implementing unit. An
    amount of a source of funds or of a task has its label as ``name`` and the form's as ``block``.
    """

    document: str | None
    table: int
    table_number: str | None
    table_title: str
    family: str
    side: str | None
    block: str | None
    code: str | None
    name: str | None
    column: Path | None
    text: str
    value: Decimal | None
    unit: str | None
    yuan: Decimal | None
    placement: str
    candidates: tuple[Path, ...]
    reason: str | None
    span: Span


class AmountRecords(tuple[AmountRecord, ...]):
    """The records of a disclosure or a choice of them: a tuple that becomes a data frame.

    A slice or a filter gives a plain tuple; ``AmountRecords(chosen)`` makes records of it again.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        """Give one line that says how many amounts there are and how many are open."""
        unsettled = sum(record.placement == Placement.OPEN.value for record in self)
        held = [counted(len(self), "amount"), *([f"{unsettled} open"] if unsettled else [])]
        return summary("AmountRecords", (), held)

    def to_pandas(self) -> "DataFrame":
        """Give a data frame of one row per amount; without pandas installed a MissingExtra says what to install."""
        from fiscaltables.exporting.frames import records_frame  # noqa: PLC0415  exporting stands above the model

        return records_frame(self)


def records_of(tables: Iterable[Table], document: str | None) -> AmountRecords:
    """Give the record of every amount of the tables, in printed order; ``document`` is its name."""
    return AmountRecords(
        _record(table, index, document, row, amount)
        for index, table in enumerate(tables)
        for row in _rows(table)
        for amount in row.amounts
    )


@frozen
class _Row:
    side: str | None
    block: str | None
    code: str | None
    name: str | None
    amounts: tuple[Amount, ...]


def _rows(table: Table) -> Iterator[_Row]:
    if isinstance(table, MoneyTable):
        for line in table.lines:
            yield _Row(None, line.block, line.shown_code, line.name, line.amounts)
    elif isinstance(table, BalanceTable):
        for side in table.sides:
            for entry in side.entries:
                yield _Row(side.side, None, None, entry.label, entry.amounts)
    elif isinstance(table, PerformanceTable):
        for project in table.projects:
            yield from _form_rows(project)


def _form_rows(project: Project) -> Iterator[_Row]:
    """Give the form's own amounts as a row, then a row for every source of funds and every task."""
    name = project.name or project.implementing_unit
    yield _Row(None, None, project.code, name, tuple(amount for amount in (project.amount, project.executed) if amount))
    for source in project.funding:
        yield _Row(None, name, project.code, source.label, source.amounts)
    for task in project.tasks:
        yield _Row(None, name, project.code, task.name, task.amounts)


def _record(table: Table, index: int, document: str | None, row: _Row, amount: Amount) -> AmountRecord:
    return AmountRecord(
        document=document,
        table=index,
        table_number=table.number,
        table_title=table.title,
        family=table.family.value,
        side=row.side,
        block=row.block,
        code=row.code,
        name=row.name,
        column=amount.column,
        text=amount.text,
        value=amount.value,
        unit=amount.unit,
        yuan=amount.yuan,
        placement=amount.placement.value,
        candidates=amount.candidates,
        reason=amount.reason,
        span=amount.span,
    )

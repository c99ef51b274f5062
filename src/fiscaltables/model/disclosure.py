"""A disclosure: the whole document as a typed value."""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import Any

from attrs import frozen

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.amounts import Path, Placement
from fiscaltables.model.places import Span
from fiscaltables.model.tables import BalanceTable, Family, MoneyTable, Table


class Stage(Enum):
    """预算 or 决算."""

    BUDGET = "budget"
    FINAL_ACCOUNTS = "final_accounts"


@frozen
class Source:
    """Where a disclosure was read from; ``pages`` is None where the document has no pages."""

    name: str | None
    media_type: str
    encoding: str | None
    sha256: str
    pages: int | None = None


@frozen
class Section:
    """A piece of the narrative between the tables."""

    title: str | None
    text: str
    span: Span


@frozen
class Coverage:
    """What became of every printed cell of the tables: read, furniture (headings, page numbers) or unread."""

    cells: int
    read: int
    furniture: int
    unread: int


@frozen
class AmountRecord:
    """One amount with all that is needed to use it alone: a row of a tidy table."""

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


@frozen(kw_only=True)
class Disclosure:
    """One department's disclosure: its tables, its narrative, and the problems met while reading."""

    entity: str | None
    entity_code: str | None
    fiscal_year: int | None
    stage: Stage | None
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...]
    source: Source
    coverage: Coverage

    def find(
        self, family: Family | str | None = None, *, title: str | None = None, number: str | None = None
    ) -> tuple[Table, ...]:
        """Give the tables of a family, with a piece of a title, with a number; all that are given must hold.

        The family may be named as in the JSON form: ``find("economic")``. An unknown family is a ValueError.
        """
        wanted = Family(family) if family is not None else None
        return tuple(
            table
            for table in self.tables
            if (wanted is None or table.family is wanted)
            and (title is None or title in table.title)
            and (number is None or _squeezed(number) == _squeezed(table.number or ""))
        )

    def __getitem__(self, key: str) -> Table:
        """Give the one table with this number or this title; KeyError lists what there is."""
        found = self.find(number=key) or tuple(table for table in self.tables if table.title == _squeezed(key))
        if len(found) == 1:
            return found[0]
        there = "; ".join(f"{table.number or '-'} {table.title}" for table in found or self.tables)
        how_many = f"{len(found)} tables are" if found else "no table is"
        raise KeyError(f"{how_many} named {key!r}; there are: {there}")

    def amounts(self) -> tuple[AmountRecord, ...]:
        """Give one tidy record for every amount of every table."""
        return tuple(record for index in range(len(self.tables)) for record in self._records(index))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that are errors: something printed could not be read."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON form ``fiscaltables/1`` as plain data."""
        from fiscaltables.exporting.plain import to_dict  # noqa: PLC0415  exporting stands above the model

        return to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """Give the JSON form ``fiscaltables/1`` as text; Chinese is kept readable."""
        from fiscaltables.exporting.plain import to_json  # noqa: PLC0415  exporting stands above the model

        return to_json(self, indent=indent)

    def _records(self, index: int) -> Iterator[AmountRecord]:
        table = self.tables[index]
        rows: list[tuple[str | None, str | None, str | None, str | None, Any]] = []
        if isinstance(table, MoneyTable):
            rows = [
                (None, line.block, str(line.code) if line.code else line.printed_code, line.name, line.amounts)
                for line in table.lines
            ]
        elif isinstance(table, BalanceTable):
            sides = [("revenue", table.revenue), ("expenditure", table.expenditure)]
            sides += [(block.side, block.entries) for block in table.blocks]
            rows = [(side, None, None, entry.label, entry.amounts) for side, entries in sides for entry in entries]
        for side, block, code, name, amounts in rows:
            for amount in amounts:
                yield AmountRecord(
                    document=self.source.name,
                    table=index,
                    table_number=table.number,
                    table_title=table.title,
                    family=table.family.value,
                    side=side,
                    block=block,
                    code=code,
                    name=name,
                    column=amount.column,
                    text=amount.text,
                    value=amount.value,
                    unit=amount.unit,
                    yuan=amount.yuan,
                    placement=Placement(amount.placement).value,
                    candidates=amount.candidates,
                    reason=amount.reason,
                    span=amount.span,
                )


def _squeezed(text: str) -> str:
    return "".join(text.split())

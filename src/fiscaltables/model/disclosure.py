"""A disclosure: the whole document as a typed value."""

from enum import Enum
from typing import TYPE_CHECKING, Any

from attrs import frozen

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.indicator_records import IndicatorRecords, indicator_records_of
from fiscaltables.model.performance import PerformanceTable, Project
from fiscaltables.model.places import Span
from fiscaltables.model.records import AmountRecords, records_of
from fiscaltables.model.summaries import counted, summary
from fiscaltables.model.tables import Family, Table

if TYPE_CHECKING:
    from pandas import DataFrame


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

    def __repr__(self) -> str:
        """Give one line that says whose disclosure it is and how much it holds."""
        year = str(self.fiscal_year) if self.fiscal_year is not None else None
        named = (self.entity, year, self.stage.value if self.stage else None)
        errors = f" ({counted(len(self.errors), 'error')})" if self.errors else ""
        held = [counted(len(self.tables), "table"), counted(len(self.problems), "problem") + errors]
        return summary("Disclosure", named, held)

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

    def amounts(self) -> AmountRecords:
        """Give one tidy record for every amount of every table; its ``to_pandas()`` makes a data frame of them."""
        return records_of(self.tables, self.source.name)

    @property
    def projects(self) -> tuple[Project, ...]:
        """The forms of every performance table, in printed order."""
        tables = (table for table in self.tables if isinstance(table, PerformanceTable))
        return tuple(project for table in tables for project in table.projects)

    def indicators(self) -> IndicatorRecords:
        """Give one tidy record for every indicator of every form; ``to_pandas()`` makes a data frame of them."""
        return indicator_records_of(self.tables, self.source.name, self.entity, self.fiscal_year)

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

    def to_pandas(self) -> "DataFrame":
        """Give a data frame of one row per amount of every table, the same as ``amounts().to_pandas()``."""
        return self.amounts().to_pandas()

    def _repr_html_(self) -> str:
        from fiscaltables.exporting.notebook import disclosure_html  # noqa: PLC0415  exporting stands above the model

        return disclosure_html(self)


def _squeezed(text: str) -> str:
    return "".join(text.split())

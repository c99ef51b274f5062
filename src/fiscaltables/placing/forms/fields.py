"""The fields of one form: labels with what is printed for them, sources of money, tasks and goals."""

import re
from collections.abc import Iterator

from attrs import define, evolve, field, frozen

from fiscaltables.model.amounts import Amount, Placement
from fiscaltables.model.performance import Funding, Project, Task
from fiscaltables.model.places import spanning
from fiscaltables.placing.forms.alignment import aligned
from fiscaltables.placing.forms.leaves import Leaf
from fiscaltables.placing.forms.rows import RowRead
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import joined, value_of
from fiscaltables.recognising.forms.vocabulary import LABEL_KINDS, is_number
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.vocabulary import normal, unit_in_heading

BEGINNINGS = ("PROJECT_LABEL", "CODE_LABEL", "IMPLEMENTER_LABEL")
"""The labels that may stand first in a form."""
_TEXTS = {
    "PROJECT_LABEL": "name",
    "CODE_LABEL": "code",
    "CATEGORY_LABEL": "category",
    "DEPARTMENT_LABEL": "competent_department",
    "IMPLEMENTER_LABEL": "implementing_unit",
    "RATE_LABEL": "execution_rate",
    "SUBTOTAL_LABEL": "subtotal",
    "EXECUTION_SCORE_LABEL": "execution_score",
    "DEDUCTION_LABEL": "deduction",
    "TOTAL_SCORE_LABEL": "total_score",
    "GOAL_LABEL": "goal",
    "PLANNED_LABEL": "goal",
    "DONE_LABEL": "goal_done",
}
_BESIDE = frozenset({"DEPARTMENT_LABEL", "IMPLEMENTER_LABEL", "PROJECT_LABEL", "CODE_LABEL", "CATEGORY_LABEL"})
"""The labels that stand two in a row."""
_AMOUNTS = {"AMOUNT_LABEL": "amount", "EXECUTED_LABEL": "executed"}
_CODED_NAME = re.compile(r"(?P<code>[0-9A-Z]{8,})\s*[-—_]\s*(?P<name>.+)", re.DOTALL)
_WITH_UNIT = re.compile(r"(?P<number>[\d,]+(?:\.\d+)?)\s*(?P<unit>亿元|万元|元)")
_OF_THIS_YEAR = ("年度", "当年", "本年")
_BEHIND_LABEL = "the figure stands right behind its label"


@frozen
class Money:
    """What turns the figures of a form into amounts: the unit of the table, and whether a grid shows their place."""

    unit: str | None
    printed: bool

    def amount(self, cell: Cell, label: str) -> Amount | None:
        """Give the amount of a cell; None for a text that is none."""
        inside = _WITH_UNIT.fullmatch(cell.text)
        if not (inside or is_number(cell.text) or cell.text in {"-", "—", "/"}):
            return None
        unit = inside["unit"] if inside else unit_in_heading(label) or self.unit
        value = value_of(inside["number"] if inside else cell.text)
        placement = Placement.PRINTED if self.printed else Placement.DERIVED
        reason = None if self.printed else _BEHIND_LABEL
        return Amount(cell.text, value, unit, ("".join(label.split()),), placement, reason=reason, span=cell.span)


@frozen
class Pair:
    """A label with the cells printed behind it."""

    kind: str
    label: Cell
    values: tuple[Cell, ...]


def pairs_of(row: Node) -> tuple[Pair, ...]:
    """Give the labels of a row, each with the cells up to the next."""
    found: list[tuple[str, Cell, list[Cell]]] = []
    for cell, kind in zip(row.cells, row.kinds, strict=True):
        if kind in LABEL_KINDS:
            found.append((kind, cell, []))
        elif found:
            found[-1][2].append(cell)
    return tuple(Pair(kind, label, tuple(values)) for kind, label, values in found)


def completed(pairs: tuple[Pair, ...], beside: dict[int, str]) -> tuple[Pair, ...]:
    """Give a second value behind one label to the label that stands there in the forms before.

    A form that loses the label 实施单位 keeps its cell: it stands where that of the form above stands.
    """
    for pair in pairs:
        beside.update({cell.column: pair.kind for cell in pair.values[:1]})
    found: list[Pair] = []
    for pair in pairs:
        if len(pair.values) != 2 or is_number(pair.values[1].text) or pair.kind not in _BESIDE:  # noqa: PLR2004  two
            found.append(pair)
            continue
        first, last = pair.values
        other = beside.get(last.column)
        if other is not None and other not in {each.kind for each in pairs}:
            found += [evolve(pair, values=(first,)), Pair(other, last, (last,))]
        else:
            found.append(pair)
    return tuple(found)


@define
class Form:
    """A form in the making."""

    money: Money
    cells: list[Cell] = field(factory=list)
    fields: dict[str, str] = field(factory=dict)
    amounts: dict[str, tuple[Cell, Amount]] = field(factory=dict)
    sums: list[tuple[Cell, Amount]] = field(factory=list)
    texts: dict[str, str] = field(factory=dict)
    funding: list[Funding] = field(factory=list)
    tasks: list[Task] = field(factory=list)
    labels: set[str] = field(factory=set)
    rows: list[RowRead] = field(factory=list)

    @property
    def begun(self) -> bool:
        """Whether anything was printed in it."""
        return bool(self.cells)

    def put(self, pair: Pair) -> None:
        """Keep what a label says; a second text for one field is kept by its label."""
        self.labels.add(pair.kind)
        self.cells += [pair.label, *pair.values]
        if pair.kind in {"FUNDING_LABEL", "SUM_LABEL"}:
            self._fund(pair)
        elif pair.kind in _AMOUNTS and any(self.money.amount(cell, pair.label.text) for cell in pair.values):
            self._pay(pair)
        elif pair.values:
            self._say(_TEXTS.get(pair.kind), pair.label.text, joined(cell.text for cell in pair.values))

    def aim(self, kind: str, label: str, text: str) -> None:
        """Keep the text of a goal; one goes on with the text that its label was printed with."""
        name = _TEXTS.get(kind)
        if name and name in self.fields:
            self.fields[name] = joined((self.fields[name], text))
        else:
            self._say(name, label, text)

    def _say(self, name: str | None, label: str, text: str) -> None:
        if name is not None and name not in self.fields:
            self.fields[name] = text
        else:
            self._note(label, text)

    def _note(self, label: str, text: str) -> None:
        key = normal(label).rstrip(":")
        while key in self.texts:
            key += "′"
        self.texts[key] = text

    def _pay(self, pair: Pair) -> None:
        """Keep an amount; of two the one whose label says that it is this year's, the other is a source."""
        name = _AMOUNTS[pair.kind]
        for cell in pair.values:
            amount = self.money.amount(cell, pair.label.text)
            if amount is None:
                self._note(pair.label.text, cell.text)
            elif name not in self.amounts:
                self.amounts[name] = (pair.label, amount)
            elif normal(pair.label.text).startswith(_OF_THIS_YEAR):
                label, before = self.amounts[name]
                self.funding.append(Funding(_words(label.text), before))
                self.amounts[name] = (pair.label, amount)
            else:
                self.funding.append(Funding(_words(pair.label.text), amount))

    def _fund(self, pair: Pair) -> None:
        amounts = [amount for cell in pair.values if (amount := self.money.amount(cell, pair.label.text))]
        self.funding.append(Funding(_words(pair.label.text), amounts[0] if amounts else None))
        if pair.kind == "SUM_LABEL" and amounts:
            self.sums.append((pair.label, amounts[0]))
        for cell in pair.values[len(amounts[:1]) :]:
            self._note(pair.label.text, cell.text)

    def fund_by_columns(self, pair: Pair, leaves: tuple[Leaf, ...]) -> bool:
        """Keep a row of 项目资金 under its columns; False where they are not settled."""
        columns = {leaf.column: leaf.kind for leaf in leaves}
        ways = aligned(pair.values, leaves, gaps=self.money.printed)
        if self.money.printed and all(cell.column in columns for cell in pair.values):
            kinds = {columns[cell.column]: cell for cell in pair.values}
        elif len(ways) == 1:
            kinds = {leaves[leaf].kind: cell for cell, leaf in zip(pair.values, ways[0], strict=True)}
        else:
            return False
        found = {
            kind: self.money.amount(kinds[kind], pair.label.text) if kind in kinds else None
            for kind in ("BUDGET", "ADJUSTED", "EXECUTED")
        }
        rate, weight, score = (kinds[kind].text if kind in kinds else None for kind in ("RATE", "WEIGHT", "SCORE"))
        funding = Funding(
            _words(pair.label.text), found["BUDGET"], found["ADJUSTED"], found["EXECUTED"], weight, rate, score
        )
        self.cells += [pair.label, *pair.values]
        self.funding.append(funding)
        if pair.kind == "AMOUNT_LABEL":
            self._take_sum(pair.label, funding)
        return True

    def _take_sum(self, label: Cell, funding: Funding) -> None:
        if funding.budget or funding.adjusted_budget:
            self.amounts.setdefault("amount", (label, funding.budget or funding.adjusted_budget))  # type: ignore[arg-type]
        if funding.executed:
            self.amounts.setdefault("executed", (label, funding.executed))
        if funding.rate:
            self.fields.setdefault("execution_rate", funding.rate)

    def add_task(self, cells: tuple[Cell, ...], leaves: tuple[Leaf, ...]) -> bool:
        """Keep a task under its columns; False where they are not settled."""
        ways = aligned(cells, leaves, gaps=self.money.printed)
        if len(ways) != 1 or not cells:
            return False
        kinds = {leaves[leaf].kind: (cell, leaves[leaf].text) for cell, leaf in zip(cells, ways[0], strict=True)}
        name = kinds["TASK_NAME"][0].text if "TASK_NAME" in kinds else None
        amount, executed = (
            self.money.amount(*kinds[kind]) if kind in kinds else None for kind in ("BUDGET", "EXECUTED")
        )
        rate, weight, score = (kinds[kind][0].text if kind in kinds else None for kind in ("RATE", "WEIGHT", "SCORE"))
        self.cells += cells
        self.tasks.append(Task(name, amount, executed, rate, weight, score))
        return True

    def _agreed_sum(self) -> dict[str, tuple[Cell, Amount]]:
        """Give the sum of a whole department: what its revenue and its expenditure are both printed as."""
        sums = {amount.value for _, amount in self.sums}
        return {"amount": self.sums[0]} if len(sums) == 1 else {}

    def project(self) -> Project:
        """Give the form as it stands, without indicators; a name printed behind its code is parted from it."""
        fields = dict(self.fields)
        coded = _CODED_NAME.fullmatch(fields.get("name", ""))
        if coded and "code" not in fields:
            fields.update(code=coded["code"], name=coded["name"])
        return Project(
            **fields,  # type: ignore[arg-type]
            **{name: amount for name, (_, amount) in (self._agreed_sum() | self.amounts).items()},  # type: ignore[arg-type]
            funding=tuple(self.funding),
            tasks=tuple(self.tasks),
            texts=self.texts,
            span=spanning(tuple(self._spans())),
        )

    def _spans(self) -> Iterator:  # type: ignore[type-arg]
        cells = [*self.cells, *(cell for row in self.rows for cell in row.cells)]
        yield from (cell.span for cell in sorted(cells, key=lambda cell: (cell.span.line or 0, cell.column)))


def _words(text: str) -> str:
    return "".join(text.split())

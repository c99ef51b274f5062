"""The fields of one form: labels with what is printed for them, sources of money, tasks and goals."""

import re
from collections.abc import Iterator

from attrs import define, evolve, field, frozen

from fiscaltables.model.amounts import Amount, Placement
from fiscaltables.model.performance import Funding, Project, Task
from fiscaltables.model.places import spanning
from fiscaltables.placing.forms.alignment import aligned, in_place
from fiscaltables.placing.forms.goals import OF_THIS_YEAR
from fiscaltables.placing.forms.leaves import OTHER, Leaf
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
_SUMS = ("BUDGET", "ADJUSTED", "EXECUTED")
_SCORED = ("WEIGHT_HEADING", "SCORE_HEADING")
_CODED_NAME = re.compile(r"(?P<code>[0-9A-Z]{8,})\s*[-—_]\s*(?P<name>.+)", re.DOTALL)
_WITH_UNIT = re.compile(r"(?P<number>[\d,]+(?:\.\d+)?)\s*(?P<unit>亿元|万元|元)")
_BEHIND_LABEL = "the figure stands right behind its label"


@frozen
class Money:
    """What turns the figures of a form into amounts: the unit of the table, and whether a grid shows their place."""

    unit: str | None
    printed: bool

    def amount(self, cell: Cell, *path: str) -> Amount | None:
        """Give the amount of a cell by its label, and its heading where there is one; None for a text that is none.

        The unit in a label's bracket goes before that of the table.
        """
        inside = _WITH_UNIT.fullmatch(cell.text)
        if not (inside or is_number(cell.text) or cell.text in {"-", "—", "/"}):
            return None
        said = next((unit for unit in map(unit_in_heading, reversed(path)) if unit), self.unit)
        unit = inside["unit"] if inside else said
        value = value_of(inside["number"] if inside else cell.text)
        placement = Placement.PRINTED if self.printed else Placement.DERIVED
        reason = None if self.printed else _BEHIND_LABEL
        return Amount(cell.text, value, unit, tuple(map(_words, path)), placement, reason=reason, span=cell.span)


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
            self.note(label, text)

    def note(self, label: str, text: str) -> None:
        """Keep a text that has no field by its label; of one label printed again the further texts are marked."""
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
                self.note(pair.label.text, cell.text)
            elif name not in self.amounts:
                self.amounts[name] = (pair.label, amount)
            elif normal(pair.label.text).startswith(OF_THIS_YEAR):
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
            self.note(pair.label.text, cell.text)

    def fund_by_columns(self, pair: Pair, leaves: tuple[Leaf, ...]) -> bool:
        """Keep a row of 项目资金 under its columns; False where they are not settled."""
        found = _under(pair.values, leaves, self.money)
        label = pair.label.text
        amounts = {kind: self.money.amount(cell, label, head) for kind, (cell, head) in found.items() if kind in _SUMS}
        if not found or not all(amounts.values()):
            return False
        budget, adjusted, executed = (amounts.get(kind) for kind in _SUMS)
        rate, weight, score = (found[kind][0].text if kind in found else None for kind in ("RATE", "WEIGHT", "SCORE"))
        funding = Funding(_words(label), budget, adjusted, executed, weight, rate, score)
        self.cells += [pair.label, *pair.values]
        self.funding.append(funding)
        self._note_rest(label, found)
        if pair.kind == "AMOUNT_LABEL":
            self._take_sum(pair.label, funding)
        return True

    def _note_rest(self, label: str, found: dict[str, tuple[Cell, str]]) -> None:
        """Keep what stands in a column without a field by the label of its row and its heading."""
        for kind, (cell, heading) in found.items():
            if kind.startswith(OTHER):
                self.note(f"{label}·{heading}", cell.text)

    def _take_sum(self, label: Cell, funding: Funding) -> None:
        if budget := funding.budget or funding.adjusted_budget:
            self.amounts.setdefault("amount", (label, budget))
        if funding.executed:
            self.amounts.setdefault("executed", (label, funding.executed))
        if funding.rate:
            self.fields.setdefault("execution_rate", funding.rate)

    def add_task(self, cells: tuple[Cell, ...], leaves: tuple[Leaf, ...]) -> bool:
        """Keep a task under its columns; False where they are not settled."""
        found = _under(cells, leaves, self.money)
        amounts = {kind: self.money.amount(*found[kind]) for kind in _SUMS if kind in found}
        if not found or not all(amounts.values()):
            return False
        name, rate, weight, score = (
            found[kind][0].text if kind in found else None for kind in ("TASK_NAME", "RATE", "WEIGHT", "SCORE")
        )
        amount, adjusted, executed = (amounts.get(kind) for kind in _SUMS)
        if amount and adjusted:
            found[f"{OTHER} {found['ADJUSTED'][1]}"] = found["ADJUSTED"]
        self.cells += cells
        self.tasks.append(Task(name, amount or adjusted, executed, rate, weight, score))
        self._note_rest(name or "", found)
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


def _under(cells: tuple[Cell, ...], leaves: tuple[Leaf, ...], money: Money) -> dict[str, tuple[Cell, str]]:
    """Give the cells of a row by the kind of their column, each with its heading; nothing where that is not settled.

    Columns without a field have a kind of their own each.
    """
    ways = aligned(cells, leaves, gaps=money.printed)
    straight = in_place(cells, leaves, ways) if money.printed else ()
    settled = straight if len(straight) == 1 else ways
    if len(settled) != 1:
        return {}
    pairs = [(leaves[leaf], cell) for cell, leaf in zip(cells, settled[0], strict=True)]
    return {leaf.kind if leaf.kind != OTHER else f"{OTHER} {leaf.text}": (cell, leaf.text) for leaf, cell in pairs}


def scores_of(pair: Pair, leaves: tuple[Leaf, ...], *, printed: bool) -> tuple[Cell | None, Cell | None] | None:
    """Give the cells of 分值 and 得分 that a total prints; None where the print does not show which is which."""
    columns = tuple(leaf for leaf in leaves if leaf.kind in _SCORED)
    places = {leaf.column: leaf.kind for leaf in columns}
    if not pair.values:
        return None, None
    if len(pair.values) == 1 and ("得分" in pair.label.text or not columns):
        return None, pair.values[0]
    if printed and all(cell.column in places for cell in pair.values):
        found = {places[cell.column]: cell for cell in pair.values}
    elif len(pair.values) == len(columns):
        found = dict(zip((leaf.kind for leaf in columns), pair.values, strict=True))
    else:
        return None
    return found.get("WEIGHT_HEADING"), found.get("SCORE_HEADING")

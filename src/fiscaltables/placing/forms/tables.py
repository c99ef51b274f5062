"""The rows of a segment of forms, one after another, become projects."""

from collections.abc import Callable

from attrs import define, evolve, field, frozen

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.amounts import Amount
from fiscaltables.model.performance import Project
from fiscaltables.model.places import spanning
from fiscaltables.model.tables import Layout, PrintedRow
from fiscaltables.placing.forms.fields import BEGINNINGS, Form, Money, Pair, completed, pairs_of, scores_of
from fiscaltables.placing.forms.goals import Goal, texts_of_goals
from fiscaltables.placing.forms.indicators import indicators_of, run_together, without_field
from fiscaltables.placing.forms.leaves import Leaf, funding_leaves, indicator_leaves, task_leaves
from fiscaltables.placing.forms.levels import with_levels_told_apart
from fiscaltables.placing.forms.lists import begins_project, is_list, is_of_header, is_of_project, sum_in
from fiscaltables.placing.forms.rows import (
    RowRead,
    flowing_row,
    gridded_row,
    straightened,
    with_whole_name,
    without_wrapped,
)
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import joined
from fiscaltables.recognising.forms.reading import ReadForms
from fiscaltables.recognising.forms.vocabulary import FIELDS_OF_LIST, is_number
from fiscaltables.recognising.grammar import Node
from fiscaltables.recognising.vocabulary import is_total
from fiscaltables.screen import quoted

_LONGEST_LABEL = 20
_LEVEL_HEADINGS = {"LEVEL1": "LEVEL1_HEADING", "LEVEL2": "LEVEL2_HEADING"}


@frozen
class Projects:
    """The projects of a table, its printed sum, and what could not be read."""

    projects: tuple[Project, ...]
    total: Amount | None
    notes: tuple[str, ...]
    unread: tuple[PrintedRow, ...]
    problems: tuple[Problem, ...]
    furniture: int


def projects_of(read: ReadForms, unit: str | None) -> Projects:
    """Give the projects of the rows that the grammar read; figures are in ``unit`` where no label says another."""
    table = _Table(read, Money(unit, printed=read.layout is not Layout.FLOWING))
    for row in with_levels_told_apart(read.rows):
        table.take(row)
    return table.result()


@define
class _Table:
    """The table as far as it was read: the forms, and the part of a form that the next row may go on with."""

    read: ReadForms
    money: Money
    forms: list[Form] = field(factory=list)
    leaves_of: list[tuple[Leaf, ...]] = field(factory=list)
    headers: list[Node] = field(factory=list)
    leaves: tuple[Leaf, ...] = ()
    tasks: tuple[Leaf, ...] = ()
    funding: tuple[Leaf, ...] = ()
    funding_label: Cell | None = None
    goals: list[Goal] = field(factory=list)
    goal_cells: list[Cell] = field(factory=list)
    beside: dict[int, str] = field(factory=dict)
    total: Amount | None = None
    notes: list[str] = field(factory=list)
    unread: list[PrintedRow] = field(factory=list)
    problems: list[Problem] = field(factory=list)
    furniture: int = 0

    def take(self, row: Node) -> None:
        """Take the next row."""
        if row.rule != "other_row":
            self._close_goals()
        if row.rule not in {"header_row", "flowing_header"}:
            self._close_header()
        _RULES[row.rule](self, row)

    def result(self) -> Projects:
        self._close_goals()
        self._close_header()
        found = [self._finished(form, leaves) for form, leaves in zip(self.forms, self.leaves_of, strict=True)]
        rows = tuple(row for form in self.forms for row in form.rows)
        self.problems += (*without_field(rows), *(run_together(rows) if self.money.printed else ()))
        return Projects(
            tuple(found),
            self.total,
            tuple(self.notes),
            tuple(self.unread),
            tuple(self.problems),
            self.furniture,
        )

    def _finished(self, form: Form, leaves: tuple[Leaf, ...]) -> Project:
        rows = (row for each in self.forms for row in each.rows)
        firsts = frozenset(row.texts["LEVEL1_HEADING"] for row in rows if "LEVEL1_HEADING" in row.texts)
        astray = any(row.astray for each in self.forms for row in each.rows)
        own = straightened(tuple(form.rows), straight=not astray)
        own = without_wrapped(own) if self.read.by_line else own
        found = indicators_of(own, leaves, firsts, layout=self.read.layout)
        self.unread += found.unread
        self.problems += found.problems
        return evolve(form.project(), indicators=found.indicators)

    @property
    def form(self) -> Form:
        if not self.forms:
            self._begin()
        return self.forms[-1]

    def _begin(self) -> None:
        self.forms.append(Form(self.money))
        self.leaves_of.append(self.leaves)
        self.funding = ()

    # The fields.

    def fields(self, row: Node) -> None:
        pairs = pairs_of(row)
        if pairs[0].kind in BEGINNINGS and self.forms and self._is_full(pairs[0].kind):
            self._begin()
        self.furniture += len(pairs)
        for pair in completed(pairs, self.beside) if self.money.printed else pairs:
            if self.funding and pair.kind in {"AMOUNT_LABEL", "FUNDING_LABEL"} and pair.values:
                if not self.form.fund_by_columns(pair, self.funding):
                    self._keep((pair.label, *pair.values), "does not stand under the headings of the money")
            elif pair.kind == "TOTAL_SCORE_LABEL":
                self._score(pair)
            else:
                self.form.put(pair)
            if pair.label in pair.values:
                self._doubt(
                    pair.values, "has no label; it is read as what stands there in the forms before", "no-label"
                )

    def _score(self, pair: Pair) -> None:
        """Keep the total of the scores; a total of 分值, which it may print as well, is kept by its label."""
        found = scores_of(pair, self.leaves, printed=self.money.printed)
        if found is None:
            self._keep((pair.label, *pair.values), "may be a total of 分值 or of 得分")
            return
        weight, score = found
        self.form.put(evolve(pair, values=(score,) if score else ()))
        if weight:
            self.form.note(f"{pair.label.text}·分值", weight.text)

    def _is_full(self, kind: str) -> bool:
        return bool(self.form.rows) or kind in self.form.labels

    def funding_head(self, row: Node) -> None:
        self.furniture += len(row.cells)
        self.funding = funding_leaves(row)
        self.funding_label = row.cells[0]

    def other(self, row: Node) -> None:
        if self.goals:
            self.goal_cells += row.cells
        elif self.funding and self.funding_label and self._funds_without_label(row.cells):
            return
        elif len(row.cells) > 1 and len(row.cells[0].text) <= _LONGEST_LABEL and not is_number(row.cells[0].text):
            self.form.note(row.cells[0].text, joined(cell.text for cell in row.cells[1:]))
            self.form.cells += row.cells
            self._doubt(row.cells, "begins with a label that is not known; it is kept in texts by it", "unknown-label")
        else:
            self._keep(row.cells, "stands behind no label that is known")

    def _funds_without_label(self, cells: tuple[Cell, ...]) -> bool:
        """Take a row of figures right under the headings of the money as the sum."""
        pair = Pair("AMOUNT_LABEL", self.funding_label or cells[0], cells)
        return all(is_number(cell.text) for cell in cells) and self.form.fund_by_columns(pair, self.funding)

    # The tasks.

    def task_head(self, row: Node) -> None:
        self.furniture += len(row.cells)
        self.tasks = task_leaves(row)

    def task(self, row: Node) -> None:
        pairs = zip(row.cells, row.kinds, strict=True)
        cells = tuple(cell for cell, kind in pairs if kind != "TASKS_LABEL")
        self.furniture += len(row.cells) - len(cells)
        if row.rule == "flowing_task":
            cells = with_whole_name(row)
        if not self.tasks or not self.form.add_task(cells, self.tasks):
            self._keep(row.cells, "does not stand under the headings of the tasks")

    # The goals.

    def goal_head(self, row: Node) -> None:
        pairs = pairs_of(row)
        self.furniture += len(pairs)
        self.form.cells += [pair.label for pair in pairs]
        self.form.labels.update(pair.kind for pair in pairs)
        valued = [pair for pair in pairs if pair.values]
        if not valued:
            named = [pair for pair in pairs if pair.kind != "GOAL_LABEL"] or list(pairs)
            self.goals = [Goal(pair.kind, pair.label) for pair in named]
            return
        for pair in valued:
            self.form.put(pair)
        self.goals = [Goal(valued[-1].kind, valued[-1].label)]

    def _close_goals(self) -> None:
        cells, goals = tuple(self.goal_cells), tuple(self.goals)
        self.goal_cells, self.goals = [], []
        if not cells:
            return
        found = texts_of_goals(goals, cells, printed=self.money.printed)
        if found is None:
            self._keep(cells, "holds the texts of several headings, whose border the print does not show")
            return
        self.form.cells += cells
        for goal in found:
            self.form.aim(goal.kind, goal.label.text, goal.text)

    # The indicators.

    def header(self, row: Node) -> None:
        self.furniture += len(row.cells)
        self.headers.append(row)

    def _close_header(self) -> None:
        if not self.headers:
            return
        self.leaves = indicator_leaves(tuple(self.headers)) or self.leaves
        self.headers = []
        if self.forms and not self.forms[-1].rows:
            self.leaves_of[-1] = self.leaves

    def item(self, row: Node) -> None:
        cells = row.cells[1:] if row.kinds[0] == "INDICATORS" else row.cells
        self.furniture += len(row.cells) - len(cells)
        begun = bool(self.forms and self.forms[-1].rows)
        if is_total(cells[0].text.strip("-—:：")) and (not begun or is_list(self.leaves)):
            self._sum(cells, of_all=not begun)
            return
        if is_total(cells[0].text) and len(cells) > 1:
            self._score(Pair("TOTAL_SCORE_LABEL", cells[0], cells[1:]))
            return
        if len(cells) == 1 and self.money.printed and is_of_header(cells[0], self.leaves):
            self.furniture += cells[0].text in self.notes
            self.notes += [cells[0].text] if cells[0].text not in self.notes else []
            return
        read = gridded_row(cells, self.leaves, gaps=self.money.printed)
        self._take_row(self._with_fields(read))

    def _take_row(self, read: RowRead) -> None:
        if not self.forms:
            self._begin()
        if not self.form.rows:
            self.leaves_of[-1] = self.leaves
        self.form.rows.append(read)

    def _with_fields(self, read: RowRead) -> RowRead:
        """Take the columns of a list that say which project a row is of; a row that prints one begins a form.

        The unit, whose cell is merged over its projects, is printed with the first of them.
        """
        found = {kind: read.texts[kind] for kind in FIELDS_OF_LIST if kind in read.texts}
        if begins_project(read, self.leaves):
            self._begin_listed(read, named=bool({"PROJECT_LABEL", "CODE_LABEL"} & found.keys()))
        cells = {cell.text: cell for cell in reversed(read.cells)}
        labels = {leaf.kind: leaf.text for leaf in self.leaves}
        for kind, text in found.items():
            self.form.put(Pair(kind, evolve(cells[text], text=labels[kind]), (cells[text],)))
        own = [(heading, cell) for heading, cell in read.unknown if is_of_project(heading, self.leaves)]
        for heading, cell in own:
            self.form.note(heading, cell.text)
        rest = tuple(pair for pair in read.unknown if pair not in own)
        return evolve(read, texts={k: text for k, text in read.texts.items() if k not in found}, unknown=rest)

    def _begin_listed(self, read: RowRead, *, named: bool) -> None:
        unit = self.forms[-1].fields.get("implementing_unit") if self.forms else None
        self._begin()
        if unit and read.placed and "IMPLEMENTER_LABEL" not in read.texts:
            self.form.fields["implementing_unit"] = unit
        if read.placed and not named:
            self._doubt(read.cells, "prints no name of a project; it may go on with the one above", "open-reading")

    def _sum(self, cells: tuple[Cell, ...], *, of_all: bool) -> None:
        found = sum_in(cells, self.leaves) if of_all else None
        if found is None:
            self._keep(cells, "is a total of which it is not known what it sums")
            return
        self.total = self.money.amount(*found)

    def marker(self, row: Node) -> None:
        self.furniture += len(row.cells)

    def flowing_level(self, row: Node) -> None:
        kind = _LEVEL_HEADINGS[row.kinds[0]]
        self._take_row(RowRead(row.cells, {kind: row.cells[0].text}))

    def flowing_item(self, row: Node) -> None:
        self._take_row(flowing_row(row))

    def _keep(self, cells: tuple[Cell, ...], what: str) -> None:
        self.unread.append(PrintedRow(tuple(cell.text for cell in cells), spanning(tuple(cell.span for cell in cells))))
        severity = Severity.ERROR if self.money.printed else Severity.WARNING
        self.problems.append(_problem(severity, "misplaced-cell", cells, f"{what}; it is kept as printed"))

    def _doubt(self, cells: tuple[Cell, ...], what: str, code: str) -> None:
        self.problems.append(_problem(Severity.WARNING, code, cells, what))


def _problem(severity: Severity, code: str, cells: tuple[Cell, ...], what: str) -> Problem:
    span = spanning(tuple(cell.span for cell in cells))
    return Problem(severity, code, f"what begins with {quoted(cells[0].text)} {what}", span)


_RULES: dict[str, Callable[[_Table, Node], None]] = {
    "field_row": _Table.fields,
    "flowing_field": _Table.fields,
    "funding_head": _Table.funding_head,
    "other_row": _Table.other,
    "task_head": _Table.task_head,
    "flowing_task_head": _Table.task_head,
    "led_task": _Table.task,
    "task_row": _Table.task,
    "flowing_task": _Table.task,
    "goal_head": _Table.goal_head,
    "flowing_goal": _Table.fields,
    "header_row": _Table.header,
    "flowing_header": _Table.header,
    "led_item": _Table.item,
    "item_row": _Table.item,
    "marker_row": _Table.marker,
    "flowing_level": _Table.flowing_level,
    "flowing_item": _Table.flowing_item,
}

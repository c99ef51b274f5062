"""How a notebook shows performance forms: what a form is about, its money and tasks, and its indicators."""

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from fiscaltables.exporting.cells import (
    LEFT,
    MIDDLE,
    ROWS_SHOWN,
    bounded,
    columns_left,
    counted_rest,
    shown_amount,
    value_cell,
)
from fiscaltables.exporting.markup import Html, element
from fiscaltables.model.amounts import Amount, Placement
from fiscaltables.model.performance import Evaluation, Funding, Indicator, PerformanceTable, Project, Task
from fiscaltables.model.tables import Table

NOTHING = "nothing"
"""How a reading is shown that leaves a field blank."""

Values = tuple[str | Amount | None, ...]


def forms_html(table: PerformanceTable) -> Iterator[Html]:
    """Show the forms of a table; those after the last row that is shown of a long table are counted in words."""
    left = ROWS_SHOWN
    for index, project in enumerate(table.projects):
        if left <= 0:
            yield counted_rest(len(table.projects) - index, "form")
            return
        yield _form(project, table, left)
        left -= max(1, len(project.indicators))


def _form(project: Project, table: Table, most: int) -> Html:
    return element(
        "div",
        element("p", *_heading(project)),
        *(element("p", element("i", f"{label}: "), *shown) for label, shown in _facts(project, table)),
        _grid(_FUNDING, [_of_source(source) for source in project.funding], table, "source"),
        _grid(_TASKS, [_of_task(task) for task in project.tasks], table, "task"),
        _indicators(project.indicators, most),
    )


def _heading(project: Project) -> Iterator[str]:
    yield element("b", project.name or project.implementing_unit or "form without a name")
    unit = project.implementing_unit if project.name else None
    yield "".join(f", {fact}" for fact in (project.code, project.category, project.competent_department, unit) if fact)


def _facts(project: Project, table: Table) -> Iterator[tuple[str, Sequence[str]]]:
    """Give what is printed above and below the indicators, with a label of ours or the printed one."""
    for label, amount in (("amount", project.amount), ("executed", project.executed)):
        if amount:
            yield label, tuple(_amount(amount, table))
    texts = (
        ("execution rate", project.execution_rate),
        ("goal", project.goal),
        ("goal done", project.goal_done),
        *project.texts.items(),
        ("subtotal", project.subtotal),
        ("execution score", project.execution_score),
        ("deduction", project.deduction),
        ("total score", project.total_score),
    )
    yield from ((label, (text,)) for label, text in texts if text is not None)


def _amount(amount: Amount, table: Table) -> Iterator[str]:
    yield from shown_amount(amount, table)
    if amount.placement is Placement.OPEN:
        yield columns_left(amount)


_FUNDING = ("source", "budget", "adjusted budget", "executed", "weight", "rate", "score")
_TASKS = ("task", "amount", "executed", "rate", "weight", "score")


def _of_source(source: Funding) -> Values:
    money = (source.budget, source.adjusted_budget, source.executed)
    return (source.label, *money, source.weight, source.rate, source.score)


def _of_task(task: Task) -> Values:
    return (task.name, task.amount, task.executed, task.rate, task.weight, task.score)


def _grid(headings: Sequence[str], rows: Sequence[Values], table: Table, word: str) -> Html:
    """Show rows under those headings that have anything under them, the first always."""
    held = [index for index in range(len(headings)) if not index or any(row[index] is not None for row in rows)]

    def shown(row: Values) -> Html:
        return element("tr", *(_cell(row[index], table) for index in held))

    return bounded(_header([headings[index] for index in held]) if rows else [], rows, shown, word)


def _cell(value: str | Amount | None, table: Table) -> Html:
    if isinstance(value, Amount) and value.placement is Placement.OPEN:
        return element("td", *_amount(value, table), style=LEFT)
    return value_cell(value, table)


def _header(headings: Sequence[str]) -> list[Html]:
    # The headings are ours: forms of every region stand under the same words.
    return [element("tr", *(element("th", element("i", heading), style=MIDDLE) for heading in headings))]


@frozen
class _Column:
    """A column of the indicators: its heading, and what of an indicator stands in it."""

    heading: str
    of: Callable[[Indicator], str | None]
    always: bool = False


def _evaluated(of: Callable[[Evaluation], str | None]) -> Callable[[Indicator], str | None]:
    return lambda indicator: of(indicator.evaluation) if indicator.evaluation else None


_COLUMNS = (
    _Column("level 1", lambda indicator: indicator.level1, always=True),
    _Column("level 2", lambda indicator: indicator.level2, always=True),
    _Column("name", lambda indicator: indicator.name, always=True),
    _Column("operator", lambda indicator: indicator.operator),
    _Column("value", lambda indicator: indicator.value, always=True),
    _Column("unit", lambda indicator: indicator.unit),
    _Column("deadline", lambda indicator: indicator.deadline),
    _Column("weight", lambda indicator: indicator.weight),
    _Column("actual", _evaluated(lambda evaluation: evaluation.actual)),
    _Column("completion", _evaluated(lambda evaluation: evaluation.completion)),
    _Column("score", _evaluated(lambda evaluation: evaluation.score)),
    _Column("ticked", _evaluated(lambda evaluation: "; ".join(evaluation.reason_flags) or None)),
    _Column("reason", _evaluated(lambda evaluation: evaluation.reason)),
    _Column("improvement", _evaluated(lambda evaluation: evaluation.improvement)),
    _Column("open", lambda indicator: "; ".join(_readings(indicator)) or None),
)


def _indicators(indicators: Sequence[Indicator], most: int) -> Html:
    """Show indicators under the columns that any of them has; the readings of an open field stand in the last."""
    held = [column for column in _COLUMNS if column.always or any(column.of(it) is not None for it in indicators)]

    def shown(indicator: Indicator) -> Html:
        return element("tr", *(element("td", column.of(indicator) or "", style=LEFT) for column in held))

    header = _header([column.heading for column in held]) if indicators else []
    return bounded(header, indicators, shown, "indicator", most)


def _readings(indicator: Indicator) -> Iterator[str]:
    for name, texts in indicator.open.items():
        yield f"{name}: {' or '.join(NOTHING if text is None else text for text in texts)}"

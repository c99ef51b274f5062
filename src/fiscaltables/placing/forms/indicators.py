"""The indicators of a form from its rows: levels filled down, targets with what they mean, evaluations."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.performance import Evaluation, Indicator
from fiscaltables.model.tables import Layout, PrintedRow
from fiscaltables.placing.forms.leaves import Leaf
from fiscaltables.placing.forms.levels import Levels, Printed, filled_down
from fiscaltables.placing.forms.rows import RowRead
from fiscaltables.placing.forms.targets import target_of
from fiscaltables.screen import quoted

if TYPE_CHECKING:
    from fiscaltables.reading.pages import Cell

_FIELDS = {
    "NAME_HEADING": "name",
    "OPERATOR_HEADING": "operator",
    "VALUE_HEADING": "value",
    "UNIT_HEADING": "unit",
    "DEADLINE_HEADING": "deadline",
    "WEIGHT_HEADING": "weight",
    "FLAG_HEADING": "reason_flags",
    "ACTUAL_HEADING": "actual",
    "COMPLETION_HEADING": "completion",
    "SCORE_HEADING": "score",
    "REASON_HEADING": "reason",
    "REASONS_HEADING": "reason",
    "IMPROVEMENT_HEADING": "improvement",
}
_LEVELS = {"LEVEL1_HEADING": "level1", "LEVEL2_HEADING": "level2"}
_FEWEST_CUT, _NARROWEST = 5, 12
_FEW, _MUCH_LONGER = 0.08, 1.5
_EVALUATION = ("ACTUAL_HEADING", "COMPLETION_HEADING", "SCORE_HEADING", "REASON_HEADING", "IMPROVEMENT_HEADING")


@frozen
class Indicators:
    """The indicators of a form, the rows that could not be bound, and the problems met."""

    indicators: tuple[Indicator, ...] = ()
    unread: tuple[PrintedRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def indicators_of(
    rows: tuple[RowRead, ...], leaves: tuple[Leaf, ...], firsts: frozenset[str], *, layout: Layout
) -> Indicators:
    """Give the indicators of the rows of one form; ``firsts`` are the first levels printed anywhere in the table."""
    levels = filled_down(tuple(map(_printed, rows)), firsts, may_be_late=layout is Layout.TABBED)
    named = [(row, level) for row, level in zip(rows, levels, strict=True) if row.placed and _has_name(row)]
    evaluated = any(leaf.kind in {"ACTUAL_HEADING", "COMPLETION_HEADING", "SCORE_HEADING"} for leaf in leaves)
    unplaced = [row for row in rows if not row.placed]
    return Indicators(
        tuple(_indicator(row, level, evaluated=evaluated) for row, level in named),
        tuple(
            PrintedRow(tuple(cell.text for cell in cells), row.span)
            for row in rows
            if (cells := tuple(cell for _, cell in row.unknown) if row.placed else row.cells)
        ),
        tuple(_misplaced(row, layout) for row in unplaced)
        + tuple(problem for row, level in named for problem in _doubts(row, level)),
    )


def _printed(row: RowRead) -> Printed:
    name = row.texts.get("NAME_HEADING") or ("" if "NAME_HEADING" in row.open else None)
    doubtful = {level: row.open[kind] for kind, level in _LEVELS.items() if kind in row.open}
    return Printed(row.texts.get("LEVEL1_HEADING"), row.texts.get("LEVEL2_HEADING"), name, row.shifted, doubtful)


def _has_name(row: RowRead) -> bool:
    return "NAME_HEADING" in row.texts or "NAME_HEADING" in row.open


def _indicator(row: RowRead, levels: Levels, *, evaluated: bool) -> Indicator:
    texts = row.texts
    doubtful = _open(row, levels)
    settled = not {"operator", "value", "unit"} & doubtful.keys()
    operator, value, unit = (texts.get(f"{kind}_HEADING") for kind in ("OPERATOR", "VALUE", "UNIT"))
    return Indicator(
        level1=None if "level1" in doubtful else levels.level1,
        level2=None if "level2" in doubtful else levels.level2,
        name=texts.get("NAME_HEADING"),
        operator=operator,
        value=value,
        unit=unit,
        deadline=texts.get("DEADLINE_HEADING"),
        weight=texts.get("WEIGHT_HEADING"),
        target=target_of(operator, value, unit) if settled else None,
        evaluation=_evaluation(row) if evaluated else None,
        open=doubtful,
        span=row.span,
    )


def _open(row: RowRead, levels: Levels) -> dict[str, tuple[str | None, ...]]:
    found = {_FIELDS[kind]: readings for kind, readings in row.open.items() if kind in _FIELDS}
    return {**found, **levels.open}


def _evaluation(row: RowRead) -> Evaluation:
    actual, completion, score, reason, improvement = (row.texts.get(kind) for kind in _EVALUATION)
    return Evaluation(actual, completion, score, row.ticked, reason or row.texts.get("REASONS_HEADING"), improvement)


def _misplaced(row: RowRead, layout: Layout) -> Problem:
    first = quoted(row.cells[0].text)
    if layout is Layout.FLOWING:
        message = (
            f"the print does not show where the cells of the row that begins with {first} end; it is kept as printed"
        )
        return Problem(Severity.WARNING, "open-reading", message, row.span)
    message = f"the row that begins with {first} does not stand under the headings; it is kept as printed"
    return Problem(Severity.ERROR, "misplaced-cell", message, row.span)


def _doubts(row: RowRead, levels: Levels) -> Iterator[Problem]:
    doubtful = _open(row, levels)
    name = quoted(row.texts.get("NAME_HEADING") or row.cells[0].text)
    if doubtful:
        said = "; ".join(f"{key}: {_said(readings)}" for key, readings in doubtful.items())
        message = f"the print leaves open what {name} is read as: {said}"
        yield Problem(Severity.WARNING, "open-reading", message, row.span)


def without_field(rows: tuple[RowRead, ...]) -> Iterator[Problem]:
    """Say once for each heading that no field is known for that its cells are kept as printed."""
    found: dict[str, list[Cell]] = {}
    for row in rows:
        for heading, cell in row.unknown:
            found.setdefault(heading, []).append(cell)
    for heading, cells in found.items():
        count = f"{len(cells)} cells stand" if len(cells) > 1 else "a cell stands"
        message = f"{count} under {quoted(heading)}, for which no field is known; what they say is kept as printed"
        yield Problem(Severity.WARNING, "unknown-column", message, cells[0].span)


def run_together(rows: tuple[RowRead, ...]) -> Iterator[Problem]:
    """Warn of names that are too long for their column, where the names of a list are cut off at its width.

    The names pile up at the width that they are cut at; one that is much longer may be two that have run together.
    """
    named = [(len(row.texts["NAME_HEADING"]), row) for row in rows if "NAME_HEADING" in row.texts]
    width = _cut_at(Counter(length for length, _ in named))
    for length, row in named:
        if width and length > width * _MUCH_LONGER:
            name = quoted(row.texts["NAME_HEADING"])
            message = (
                f"names are cut off after {width} characters here, and {name} is longer; two may have run together"
            )
            yield Problem(Severity.WARNING, "run-together", message, row.span)


def _cut_at(lengths: "Counter[int]") -> int | None:
    """Give the width that names are cut at: at least a tenth of them end there, and next to none are longer."""
    count = lengths.total()
    widths = [width for width in lengths if lengths[width] + lengths[width - 1] >= max(_FEWEST_CUT, count / 10)]
    width = max(widths, default=0)
    longer = sum(number for length, number in lengths.items() if length > width)
    return width if width >= _NARROWEST and longer <= count * _FEW else None


def _said(readings: tuple[str | None, ...]) -> str:
    return " or ".join("nothing" if reading is None else quoted(reading) for reading in readings)

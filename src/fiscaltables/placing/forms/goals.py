"""The goals of a form: which text stands under which of the headings 总体目标, 预期目标, 实际完成情况."""

from attrs import evolve, frozen

from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import joined
from fiscaltables.recognising.vocabulary import normal

OF_THIS_YEAR = ("年度", "当年", "本年")
_BOTH = 2
BESIDE = "OTHER_LABEL"
"""The kind of a goal that is none of this year: it is kept by its label."""


@frozen
class Goal:
    """A heading of goals by its kind, and the text under it."""

    kind: str
    label: Cell
    text: str = ""


def texts_of_goals(goals: tuple[Goal, ...], cells: tuple[Cell, ...], *, printed: bool) -> tuple[Goal, ...] | None:
    """Give each text to its heading; None where the print does not show where one text ends.

    ``printed`` tells that the columns of the cells are known.
    """
    if len(goals) == 1:
        return (evolve(goals[0], text=joined(cell.text for cell in cells)),)
    named = tuple(_named(goal, goals) for goal in goals)
    return _by_column(named, cells) if printed else _alike(named, cells)


def _named(goal: Goal, goals: tuple[Goal, ...]) -> Goal:
    """Tell 年度总体目标 from 项目总目标, which stands beside it."""
    several = sum(other.kind == "GOAL_LABEL" for other in goals) > 1
    of_this_year = normal(goal.label.text).startswith(OF_THIS_YEAR)
    return evolve(goal, kind=BESIDE) if several and goal.kind == "GOAL_LABEL" and not of_this_year else goal


def _by_column(goals: tuple[Goal, ...], cells: tuple[Cell, ...]) -> tuple[Goal, ...]:
    """Give each text to the last heading that does not stand to the right of it."""
    texts: dict[int, list[Cell]] = {}
    for cell in cells:
        at = max((at for at, goal in enumerate(goals) if goal.label.column <= cell.column), default=0)
        texts.setdefault(at, []).append(cell)
    return tuple(evolve(goals[at], text=joined(cell.text for cell in found)) for at, found in texts.items())


def _alike(goals: tuple[Goal, ...], cells: tuple[Cell, ...]) -> tuple[Goal, ...] | None:
    """Part two texts that stand one behind the other, whose border shows only where they are the same."""
    text = joined(cell.text for cell in cells)
    half = len(text) // 2
    if len(goals) != _BOTH or text[:half] != text[half:]:
        return None
    return tuple(evolve(goal, text=text[:half]) for goal in goals)

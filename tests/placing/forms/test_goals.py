"""The texts of goals stand under their headings."""

from fiscaltables.model.places import Span
from fiscaltables.placing.forms.goals import BESIDE, Goal, texts_of_goals
from fiscaltables.reading.pages import Cell


def _cell(text: str, column: int) -> Cell:
    return Cell(text, Span(), column)


PLANNED = Goal("PLANNED_LABEL", _cell("预期目标", 1))
DONE = Goal("DONE_LABEL", _cell("实际完成情况", 5))


def test_texts_stand_under_the_heading_to_their_left() -> None:
    """With columns the last heading that is not to the right of a text is its own."""
    found = texts_of_goals((PLANNED, DONE), (_cell("扫描三万页。", 1), _cell("已扫描。", 6)), printed=True)
    assert found is not None
    assert [(goal.kind, goal.text) for goal in found] == [("PLANNED_LABEL", "扫描三万页。"), ("DONE_LABEL", "已扫描。")]


def test_texts_without_columns_are_parted_only_where_they_are_the_same() -> None:
    """One text printed twice is the text of both headings; of two texts nothing shows the border."""
    whole, year = Goal("GOAL_LABEL", _cell("项目总目标", 0)), Goal("GOAL_LABEL", _cell("年度总体目标", 1))
    found = texts_of_goals((whole, year), (_cell("便民利民。", 0), _cell("便民利民。", 1)), printed=False)
    assert found is not None
    assert [(goal.kind, goal.text) for goal in found] == [(BESIDE, "便民利民。"), ("GOAL_LABEL", "便民利民。")]
    assert texts_of_goals((whole, year), (_cell("便民。", 0), _cell("利民。", 1)), printed=False) is None

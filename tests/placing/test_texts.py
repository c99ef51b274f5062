"""The texts of a line under their headings."""

from fiscaltables.model.places import Span
from fiscaltables.placing.headers import Column
from fiscaltables.placing.texts import by_heading, kept_together, key_of
from fiscaltables.reading.pages import Cell

COLUMNS = (
    Column(("单位名称",), ("UNIT_NAME",), "text"),
    Column(("项目", "名称"), ("ITEM", "NAME_HEADING"), "text"),
)


def test_texts_kept_together_stand_under_all_their_headings() -> None:
    """The headings are joined in one key, and the warning says where the texts stand."""
    cells = tuple(
        Cell(text, Span(line=1, column=at, end_line=1, end_column=at), at) for at, text in ((1, "档案"), (2, "数字化"))
    )
    texts, problem = kept_together(cells, COLUMNS)
    assert [key_of(column) for column in COLUMNS] == ["单位名称", "项目/名称"]
    assert texts == {"单位名称／项目/名称": "档案数字化"}
    assert "单位名称, 项目/名称" in problem.message
    assert (problem.span.column, problem.span.end_column) == (1, 2)


def test_a_heading_that_is_printed_again_is_numbered() -> None:
    """No text takes the place of another under the same heading."""
    texts = [("项目名称", "电脑"), ("项目名称", "便携式"), ("备注", "急"), ("项目名称", "黑色")]
    assert by_heading(texts) == {
        "项目名称": "电脑",
        "项目名称 (2)": "便携式",
        "备注": "急",
        "项目名称 (3)": "黑色",
    }

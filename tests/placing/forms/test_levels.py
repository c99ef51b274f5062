"""Levels are filled down; what the print does not settle keeps its readings."""

from fiscaltables.placing.forms.levels import Levels, Printed, filled_down

FIRSTS = frozenset({"产出指标", "效益指标", "满意度指标"})


def test_levels_of_merged_cells_are_filled_down() -> None:
    """A first level without a second one behind it ends the second level above."""
    rows = (
        Printed("产出指标", "数量指标", "扫描页数"),
        Printed(None, None, "上架卷数"),
        Printed(None, "质量指标", "合格率"),
        Printed("效益指标", None, "查档人次"),
    )
    assert filled_down(rows, FIRSTS, may_be_late=True) == (
        Levels("产出指标", "数量指标"),
        Levels("产出指标", "数量指标"),
        Levels("产出指标", "质量指标"),
        Levels("效益指标", None),
    )


def test_labels_that_may_be_one_row_late_leave_both_readings() -> None:
    """A second level alone behind a row without one may be that row's, and so may the one before."""
    rows = (
        Printed("产出指标", "数量指标", "扫描页数"),
        Printed(None, None, "到位率"),
        Printed(None, "质量指标", "准确率"),
        Printed(None, None, "及时率"),
        Printed(None, "时效指标", None),
        Printed("效益指标", "社会效益指标", "查档人次"),
    )
    found = filled_down(rows, FIRSTS, may_be_late=True)
    assert [levels.open for levels in found] == [
        {},
        {"level2": ("数量指标", "质量指标")},
        {},
        {"level2": ("质量指标", "时效指标")},
        {},
        {},
    ]
    assert all(levels.open == {} for levels in filled_down(rows, FIRSTS, may_be_late=False))


def test_a_second_level_under_a_first_one_that_is_not_its_own_takes_that_of_the_table() -> None:
    """社会效益 never belongs to 产出指标: the label 效益指标 is lost there, and printed elsewhere in the table."""
    rows = (Printed("产出指标", "时效指标", "到位率"), Printed(None, "社会效益", "查档人次"))
    assert filled_down(rows, FIRSTS, may_be_late=True)[1] == Levels("效益指标", "社会效益")
    assert filled_down(rows, frozenset({"产出指标"}), may_be_late=True)[1].open == {"level1": ("产出指标", None)}


def test_a_name_that_reads_like_a_second_level_leaves_it_open() -> None:
    """满意度指标 and 服务对象满意度 before an operator: the second label is the name, or both."""
    rows = (Printed("满意度指标", None, "服务对象满意度"),)
    assert filled_down(rows, FIRSTS, may_be_late=True) == (
        Levels("满意度指标", None, {"level2": ("服务对象满意度", None)}),
    )


def test_a_level_that_a_row_leaves_open_is_open_for_the_rows_below() -> None:
    """Until a label is printed again nobody knows under which one they stand."""
    rows = (
        Printed("产出指标", "数量指标", "扫描页数"),
        Printed(None, None, "", open={"level2": (None, "韧性管理")}),
        Printed(None, None, "备份份数"),
        Printed(None, "质量指标", "合格率"),
    )
    found = filled_down(rows, FIRSTS, may_be_late=True)
    assert [levels.open.get("level2") for levels in found] == [
        None,
        ("数量指标", "韧性管理"),
        ("数量指标", "韧性管理"),
        None,
    ]

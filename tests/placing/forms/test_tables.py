"""The rows of forms become projects; what the print does not settle is kept and said."""

import pytest

import fiscaltables as ft

EVALUATION = (
    "项目支出绩效自评表\n单位：万元\n项目名称\t档案扫描\n"
    "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分\n"
    "\t产出指标\t数量指标\t页数\t≥3页\t3\t10\t9\n"
)
TARGETS = (
    "项目绩效目标表\n单位：万元\n项目名称\t档案扫描\n"
    "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t分值\n\t产出指标\t数量指标\t页数\t≥3页\t10\n"
)
LIST = (
    "项目支出绩效目标表\n单位：万元\n"
    "单位名称\t项目名称\t预算数\t绩效目标\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t权重\n"
    "502001-云溪市档案馆\t63020000001T0001-档案扫描\t4.00\t做好，一。\t产出指标\t数量指标\t页数\t≥\t3\t页\t10\n"
)
TOTALS = [
    (EVALUATION + "总分\t\t\t\t\t\t100\t97\n", "97", {"总分·分值": "100"}),
    (EVALUATION + "总分\t\t\t\t\t\t100\t\n", None, {"总分·分值": "100"}),
    (EVALUATION + "总分\t\t\t\t\t\t\t97\n", "97", {}),
    (EVALUATION + "总得分\t97\n", "97", {}),
    (TARGETS + "合计\t\t\t\t\t10\n", None, {"合计·分值": "10"}),
]


@pytest.mark.parametrize(("text", "score", "texts"), TOTALS)
def test_a_total_of_weights_is_no_score(text: str, score: str | None, texts: dict[str, str]) -> None:
    """A total prints 分值, 得分 or both; only what stands under 得分, or is called so, is the score."""
    (project,) = ft.loads(text).projects
    assert (project.total_score, project.texts) == (score, texts)


def test_a_total_that_may_be_of_weights_or_scores_is_kept_as_printed() -> None:
    """One figure under neither heading says nothing."""
    disclosure = ft.loads(EVALUATION + "总分\t97\n")
    assert [row.cells for row in disclosure.tables[0].unread] == [("总分", "97")]
    assert disclosure.projects[0].total_score is None


def test_a_second_column_of_one_kind_is_not_read_instead_of_the_first() -> None:
    """指标值 beside 目标值: the second is kept as printed, with a problem."""
    text = TARGETS.replace("指标值\t分值", "指标值\t目标值\t分值").replace("≥3页\t10", "≥3页\t≥4页\t10")
    disclosure = ft.loads(text)
    assert disclosure.projects[0].indicators[0].value == "≥3页"
    assert [row.cells for row in disclosure.tables[0].unread] == [("≥4页",)]
    assert [problem.code for problem in disclosure.problems] == ["unknown-column"]


def test_what_a_task_prints_without_a_field_is_a_text() -> None:
    """The contents of a task stand in texts by its name and their heading."""
    head = "年度主要任务\t任务名称\t主要内容\t金额\n\t巡查\t全县巡查\t5.00\n"
    (project,) = ft.loads(
        "部门整体绩效目标表\n单位：万元\n部门名称\t云溪市档案局\n" + head + TARGETS.split("\n", 3)[3]
    ).projects
    assert [(task.name, task.amount and task.amount.text) for task in project.tasks] == [("巡查", "5.00")]
    assert project.texts == {"巡查·主要内容": "全县巡查"}


def test_a_row_of_a_list_without_the_name_of_its_project_has_none() -> None:
    """It may go on with the project above or print another whose name is lost; that is said."""
    row = "502002-云溪市图书馆\t\t5.00\t做好，二。\t产出指标\t数量指标\t册数\t≥\t3\t册\t10\n"
    disclosure = ft.loads(LIST + row)
    assert [project.name for project in disclosure.projects] == ["档案扫描", None]
    assert [problem.code for problem in disclosure.problems] == ["open-reading"]


def test_a_subtotal_of_a_list_is_no_score() -> None:
    """What it sums is not printed; the row is kept."""
    disclosure = ft.loads(LIST + "小计\t\t4.00\n")
    assert disclosure.projects[0].total_score is None
    assert [row.cells for row in disclosure.tables[0].unread] == [("小计", "4.00")]


def test_a_cell_behind_a_lost_label_is_said_to_be() -> None:
    """A unit that stands where that of the form above stands is read, with a warning."""
    form = TARGETS.split("\n", 2)[2].replace(
        "档案扫描\n", "档案扫描\n主管部门\t云溪市文化局\t\t实施单位\t云溪市档案馆\n", 1
    )
    second = form.replace("\t\t实施单位\t", "\t\t\t")
    disclosure = ft.loads("项目绩效目标表\n单位：万元\n" + form + second)
    assert [project.implementing_unit for project in disclosure.projects] == ["云溪市档案馆", "云溪市档案馆"]
    assert [problem.code for problem in disclosure.problems] == ["no-label"]

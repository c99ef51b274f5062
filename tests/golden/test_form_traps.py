"""Golden pairs: small prints of forms that are easily misread, and what must be read from them.

A print stands with → for a tab.
"""

import pytest

from generated.form_reading import is_value, loaded, only, rows, texts

GRID = """
部门预算项目（政策）绩效目标表

表17

单位：万元

项目(政策)名称→→馆藏档案数字化→→→→→
主管部门→云溪市文化局→→实施单位→云溪市档案馆→→→
预算资金情况→12.50→→→→→→
总体目标→完成馆藏档案的扫描。→→→→→→
绩效指标→一级指标→二级指标→三级指标→运算符号→指标值→度量单位→完成时限
"""
EVALUATION = """
预算项目(政策)绩效自评表

(2024年度)

项目(政策)名称→→馆藏档案数字化→→→→→→→→→→→→→→→
主管部门→→云溪市文化局-→→→→→→→→→→→→→→→
实施单位→→云溪市档案馆-→→→→→→→→→→→→→→→
项目预算金额(万元)→→40→→→全年执行数(万元)→→→30→→→执行率→→→75%→→→
年度总体目标→年初设定目标→→→→→→→→→全年实际完成情况→→→→→→→
→完成馆藏档案的扫描。→→→→→→→→→已完成。→→→→→→→
绩效指标→一级指标→二级指标→三级指标→年度目标值→→→全年完成值→完成程度→分值→得分→未完成原因分析→→→→→→改进措施
→→→→运算符号→内容→度量单位→→→→→经费保障→制度保障→人员保障→硬件条件保障→其他→原因说明→
"""
CLOSING = "指标自评得分小计→→→{}→→→预算执行率得分→→→7.5→→减分项→→0→→绩效自评总得分→→{}\n"
LIST = """
2024年省级部门预算项目支出绩效目标表

单位名称→项目名称→项目类别→预算数(万元)→绩效目标→一级指标→二级指标→三级指标→绩效指标性质→绩效指标值→度量单位→分值权重
合计-→-→-→12.50
502003-云溪市档案馆→6302000002T0003-馆藏档案数字化→3-特定目标类→12.50→完成扫描。→"""


def test_a_label_one_row_late_leaves_the_row_above_open() -> None:
    """A label of level 2 alone on a row may belong to the row above: level2 is None, both readings are open."""
    printed = (
        "→产出指标→数量指标→足额率→=→100→%→100→100%→30→30→→→→→→→\n"
        "→→→报送率→>=→100→%→100→100%→30→30→→→→→→→\n"
        "→→时效指标→→→→→→→→→→→→→→→\n"
        "→满意度指标→服务对象满意度指标→读者满意率→>=→95→%→95→100%→30→30→→→→→→→\n"
    )
    read = loaded(EVALUATION + printed + CLOSING.format("90", "97.5"))
    late = next(one for one in only(read)["indicators"] if one["name"] == "报送率")
    assert late["level2"] is None
    assert set(late["open"]["level2"]) == {"数量指标", "时效指标"}
    assert any(problem["severity"] != "error" for problem in read["problems"])
    assert [one["level2"] for one in only(read)["indicators"]][::2] == ["数量指标", "服务对象满意度指标"]


def test_two_labels_and_no_name_are_not_guessed() -> None:
    """A row with two labels lacks its name, or its level 2 is also the name: no field is settled."""
    printed = "产出指标→数量指标→扫描页数→≥→3→万页→80→\n→→→→→→满意度指标→服务对象满意度→≥→90→%→10\n"
    read = loaded(LIST + printed)
    row = only(read)["indicators"][-1]
    assert (row["level1"], row["operator"], row["value"], row["unit"]) == ("满意度指标", "≥", "90", "%")
    assert (row["level2"], row["name"]).count("服务对象满意度") <= 1
    assert "服务对象满意度" in {
        row["level2"],
        row["name"],
        *row["open"].get("level2", ()),
        *row["open"].get("name", ()),
    }
    assert any(problem["severity"] == "warning" for problem in read["problems"])


def test_a_form_without_its_name_is_a_form() -> None:
    """The second of two forms in a table is printed without a name: its name is None, and its rows are its own."""
    second = (
        "项目(政策)名称→→→→→→→\n主管部门→→云溪市文化局→→云溪市档案馆→→→\n预算资金情况→预算资金总额→→37.37→→→→\n"
        "→一、本年收入→→37.37→→→→\n→(一) 一般公共预算拨款收入→→37.37→→→→\n→(二) 政府性基金预算拨款收入→→→→→→\n"
        "总体目标→→→→→→→\n保障馆舍正常运行。→→→→→→→\n"
        "绩效指标→一级指标→二级指标→三级指标→运算符号→指标值→度量单位→完成时限\n"
        "→效益指标→社会效益指标→保障水平→=→100→%→2024-12\n"
    )
    read = loaded(f"{GRID}→产出指标→数量指标→扫描页数→>=→3→万页→2024-12\n{second}")
    (table,) = read["tables"]
    first, other = table["projects"]
    assert (first["name"], other["name"]) == ("馆藏档案数字化", None)
    assert [form["amount"]["text"] for form in (first, other)] == ["12.50", "37.37"]
    assert other["goal"] == "保障馆舍正常运行。"
    assert [source["budget"]["text"] for source in other["funding"] if source["budget"]][-2:] == ["37.37", "37.37"]
    assert rows(other) == (("效益指标", "社会效益指标", "保障水平", "=", "100", "%", "2024-12"),)


def test_a_row_that_lost_the_blank_cells_of_its_labels_is_read() -> None:
    """Rows one, two and three columns to the left are read by what their cells are."""
    printed = (
        "→产出指标→数量指标→扫描页数→=→3→万页→3→100%→22.5→22.5→→→→→→→\n"
        "→时效指标→完成及时率→=→100→%→100→100%→22.5→22.5→→→→→→→→\n"
        "效益指标→可持续影响指标→保存年限→>=→30→年→30→100%→22.5→22.5→→→→→→→→\n"
        "→社会效益指标→查档人数→>=→50→人→30→60%→22.5→13.5→→→→→√→其他:来馆人数减少。→其他:加强宣传。→\n"
    )
    read = loaded(EVALUATION + printed + CLOSING.format("81", "88.5"))
    form = only(read)
    assert [row[:6] for row in rows(form)] == [
        ("产出指标", "数量指标", "扫描页数", "=", "3", "万页"),
        ("产出指标", "时效指标", "完成及时率", "=", "100", "%"),
        ("效益指标", "可持续影响指标", "保存年限", ">=", "30", "年"),
        ("效益指标", "社会效益指标", "查档人数", ">=", "50", "人"),
    ]
    last = form["indicators"][-1]["evaluation"]
    assert (last["actual"], last["completion"], last["score"]) == ("30", "60%", "13.5")
    assert (last["reason"], last["improvement"]) == ("其他:来馆人数减少。", "其他:加强宣传。")
    assert (form["subtotal"], form["execution_score"], form["deduction"], form["total_score"]) == (
        "81",
        "7.5",
        "0",
        "88.5",
    )


@pytest.mark.parametrize(("blanks", "flag"), [(0, "经费保障"), (2, "人员保障"), (4, "其他")])
@pytest.mark.parametrize("lost", [0, 1, 2, 3])
def test_a_tick_is_counted_from_the_score(blanks: int, flag: str, lost: int) -> None:
    """√ means the same heading however many blank cells of labels its row lost."""
    row = "→" * (3 - lost) + "著录条数→>=→50→条→30→60%→45→27→" + "→" * blanks + "√→" + "→" * (4 - blanks)
    printed = f"→产出指标→数量指标→扫描页数→=→3→万页→3→100%→45→45→→→→→→→\n{row}人手不足。→增加人手。\n"
    read = loaded(EVALUATION + printed + CLOSING.format("72", "79.5"))
    assert only(read)["indicators"][1]["evaluation"]["reason_flags"] == [flag]


def test_a_blank_line_inside_a_form_ends_nothing() -> None:
    """A page break with no header goes on with the form and its labels, also between the last row and the scores."""
    first = "→产出指标→数量指标→扫描页数→=→3→万页→3→100%→45→45→→→→→→→"
    second = "→→→著录条数→>=→50→条→50→100%→45→45→→→→→→→"
    closing = CLOSING.format("90", "97.5").replace("绩效自评总得分", "<b>绩效自评总得分</b>")
    read = loaded(f"{EVALUATION}{first}\n\n{second}\n\n{closing}")
    form = only(read)
    assert [row[:3] for row in rows(form)] == [
        ("产出指标", "数量指标", "扫描页数"),
        ("产出指标", "数量指标", "著录条数"),
    ]
    assert (form["subtotal"], form["total_score"]) == ("90", "97.5")


def test_a_zero_stands_for_equal_in_a_list() -> None:
    """Where the operator is printed as 0 the target is an equation; 定性 with 高 is a text."""
    printed = (
        "成本指标→经济成本→每页成本→0→3→元→20→\n→→→→→产出指标→数量指标→讲座→0→5→场→40→\n"
        "→→→→→→质量指标→制度执行到位→定性→高→30→\n"
    )
    read = loaded(LIST + printed)
    first, second, third = only(read)["indicators"]
    assert [(one["operator"], one["value"], one["unit"], one["weight"]) for one in (first, second, third)] == [
        ("0", "3", "元", "20"),
        ("0", "5", "场", "40"),
        ("定性", "高", None, "30"),
    ]
    assert [one["target"].get("operator") for one in (first, second)] == ["=", "="]
    assert third["target"]["text"] == "高"
    assert read["tables"][0]["total"]["text"] == "12.50"


def test_a_project_of_a_list_is_split_into_code_and_name() -> None:
    """6302…-馆藏… gives code and name; the category and the unit stay whole."""
    form = only(loaded(f"{LIST}产出指标→数量指标→扫描页数→≥→3→万页→90→\n"))
    assert (form["code"], form["name"]) == ("6302000002T0003", "馆藏档案数字化")
    assert (form["category"], form["implementing_unit"]) == ("3-特定目标类", "502003-云溪市档案馆")
    assert form["goal"] == "完成扫描。"


STRANGE: dict[str, str] = {
    "columns in another order": GRID.replace("运算符号→指标值→度量单位→完成时限", "完成时限→度量单位→指标值→运算符号")
    + "→产出指标→数量指标→扫描页数→2024-12→万页→3→>=\n→→质量指标→准确率→2024-12→%→100→=\n",
    "a column more": GRID.replace("完成时限", "完成时限→责任科室")
    + "→产出指标→数量指标→扫描页数→>=→3→万页→2024-12→保管利用科\n→→质量指标→准确率→=→100→%→2024-12→整理编目科\n",
    "fields that nobody knows": GRID.replace("总体目标→", "结转安排→原渠道使用→→→→→→\n总体目标→")
    + "→产出指标→数量指标→扫描页数→>=→3→万页→2024-12\n",
    "a label of level 1 that nobody knows": GRID
    + "→韧性指标→冗余指标→备份份数→>=→3→份→2024-12\n→→→异地保存份数→>=→1→份→2024-12\n",
    "the label of level 1 is missing": GRID
    + "→产出指标→数量指标→扫描页数→>=→3→万页→2024-12\n服务对象满意度→→→=→95→%→2024-12→\n",
    "a row shifted to the right that lost its end": GRID
    + "→产出指标→数量指标→扫描页数→>=→3→万页→2024-12\n→→→整体工作完成情况→完成及时率→=→100→%\n",
    "the values of the next project": LIST
    + "成本指标→经济成本→每页成本→≤→3→元→20→\n→→→→→→→满意度指标→服务对象满意度→讲座场次→≥→5→场→10.00\n",
    "a sentence after the form": GRID
    + "→产出指标→数量指标→扫描页数→>=→3→万页→2024-12\n\n备注：扫描经费按月支付。\n\n第四部分 名词解释\n",
}


@pytest.mark.parametrize("trap", STRANGE)
def test_a_strange_form_loses_no_text(trap: str) -> None:
    """Whatever is printed below the caption is in the model, unread, a note, or in the narrative."""
    text = STRANGE[trap]
    read = loaded(text)
    kept = "".join("".join(texts(read)).split())
    below = text[text.index("→") :]
    parts = [
        part for line in below.split("\n") for cell in line.split("→") if is_value(cell) for part in cell.split("-")
    ]
    assert [part for part in parts if part != "合计" and "".join(part.split()) not in kept] == []


def test_columns_in_another_order_are_bound_by_their_headings() -> None:
    """Where 完成时限 stands before 指标值 a value is still a value."""
    form = only(loaded(STRANGE["columns in another order"]))
    assert rows(form) == (
        ("产出指标", "数量指标", "扫描页数", ">=", "3", "万页", "2024-12"),
        ("产出指标", "质量指标", "准确率", "=", "100", "%", "2024-12"),
    )

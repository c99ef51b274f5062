"""Golden pairs: small prints of forms in flowing text that are easily misread, and what must be read from them."""

import pytest

from generated.form_reading import Row, complaints, loaded, only, rows

TARGETS = """
部门预算项目（政策）绩效目标表

表17 单位：万元

项目(政策)名称 馆藏档案数字化

主管部门 云溪市文化局 实施单位 云溪市档案馆

预算资金情况 12.50

总体目标 完成馆藏档案的扫描。

绩效指标

一级指标 二级指标 三级指标 运算符号 指标值 度量单位 完成时限

"""
PAGES = ("产出指标", "数量指标", "扫描页数", ">=", "3", "万页", "2024-12")
ENTRIES = ("产出指标", "数量指标", "著录条数", ">=", "5", "条", "2024-12")
ACCURACY = ("产出指标", "质量指标", "准确率", "=", "100", "%", "2024-12")

LABELS_OVER_LINES = (
    """
产

出指

标

数量指标

扫描页数 >= 3 万页 2024-12

著录条数 >= 5 条 2024-12

质量指标 准确率 = 100 % 2024-12
""",
    (PAGES, ENTRIES, ACCURACY),
)
NAME_OVER_LINES = (
    """
效益指标

社会效益指标
扫描后的馆藏档案供公众查阅利用的便

利程度
明显提高 2024-12

可持续影响指标 保存年限 >= 30 年 2024-12
""",
    (
        ("效益指标", "社会效益指标", "扫描后的馆藏档案供公众查阅利用的便利程度", None, "明显提高", None, "2024-12"),
        ("效益指标", "可持续影响指标", "保存年限", ">=", "30", "年", "2024-12"),
    ),
)
NO_INDICATOR = (
    """
效益指标

经济效益指标

社会效益指标 查档便利程度 提高 2024-12

满意度

指标

服务对象满意度指标 读者满意率 >= 95 % 2024-12

社会公众满意度指标
""",
    (
        ("效益指标", "社会效益指标", "查档便利程度", None, "提高", None, "2024-12"),
        ("满意度指标", "服务对象满意度指标", "读者满意率", ">=", "95", "%", "2024-12"),
    ),
)
INDICATORS_ON_THE_NEXT_LINE = (
    """
效益指标 可持续影响指标

消防设施完善情况 = 完善 2024-12

消防制度健全性 = 健全 2024-12

满意度指标 社会公众满意度指标 群众满意率 >= 90% 2024-12
""",
    (
        ("效益指标", "可持续影响指标", "消防设施完善情况", "=", "完善", None, "2024-12"),
        ("效益指标", "可持续影响指标", "消防制度健全性", "=", "健全", None, "2024-12"),
        ("满意度指标", "社会公众满意度指标", "群众满意率", ">=", "90%", None, "2024-12"),
    ),
)
PERCENTAGES = (
    """
产出指标

质量指标

合格率 = 100% 2024-12

准确率 = 100 % 2024-12
""",
    (("产出指标", "质量指标", "合格率", "=", "100%", None, "2024-12"), ACCURACY),
)
LABEL_NEXT_TO_A_ROW = (
    """
产出指标

数量指标
扫描页数 >= 3 万页 2024-12

著录条数 >= 5 条 2024-12

质量指标 准确率 = 100 % 2024-12
""",
    (PAGES, ENTRIES, ACCURACY),
)
END_OF_A_PAGE = (
    """
产出指标

数量指标

扫描页数 >= 3 万页 2024-12



 著录条数 >= 5 条 2024-12

质量指标 准确率 = 100 % 2024-12
""",
    (PAGES, ENTRIES, ACCURACY),
)
TRAPS: dict[str, tuple[str, tuple[Row, ...]]] = {
    "labels of level 1 over three lines": LABELS_OVER_LINES,
    "a name over two lines with its values on their own": NAME_OVER_LINES,
    "a label of level 2 without an indicator": NO_INDICATOR,
    "levels 1 and 2 on one line and the indicators on the next": INDICATORS_ON_THE_NEXT_LINE,
    "100% in one cell and in two": PERCENTAGES,
    "a label next to the first of its rows": LABEL_NEXT_TO_A_ROW,
    "a page that ends between the rows of a label": END_OF_A_PAGE,
}

WRAPPED_FIELDS = """
部门预算项目（政策）绩效目标表

表 17-2

单位：万元

项目(政

策)名称
馆藏档案数字化

主管部

门
云溪市文化局
实施单

位
云溪市档案馆

预算资

金情况
1,048.52

总体目

标
完成馆藏档案的扫描。

绩效指

标

一级指标 二级指标 三级指标
运算

符号
指标值

度量

单位
完成时限

产出指标 数量指标 扫描页数 >= 3 万页 2024-12
"""
DEPARTMENT = """
部门（单位）整体绩效目标表
表16 单位：万元

部门（单位）名称 068005云溪市档案馆-210400000

年度主要任务

对应项目 预算资金情况

基本支出人员经费（保工资） 2,192.04

基本支出公用经费（刚性） 180.71

年度绩效目标 按时完成基本支出资金支付。

年度绩效指标

一级指标 二级指标 三级指标 运算符号 指标值 度量单位 完成时限

履职效能

重点工作履行情况
重点工作办结率 = 100 % 2025-12

综合管理水平 管理规范 2025-12

预算执行 预算执行效率

预算调整率 <= 5 % 2025-12

管理效率

业务管理
政府采购管理违法违

规行为发生次数
<= 0 次 2025-12
"""


@pytest.mark.parametrize("trap", TRAPS)
def test_wrapped_and_missing_cells_of_flowing_text_are_read(trap: str) -> None:
    """Each indicator stands under its own labels, with its name, operator, value, unit and deadline."""
    text, expected = TRAPS[trap]
    read = loaded(TARGETS + text)
    assert rows(only(read)) == expected
    assert complaints(read) == []


def test_wrapped_labels_of_fields_are_mended() -> None:
    """主管部 over 门 is a label, and so is what follows the department's name."""
    form = only(loaded(WRAPPED_FIELDS))
    names = ("馆藏档案数字化", "云溪市文化局", "云溪市档案馆", "完成馆藏档案的扫描。")
    assert (form["name"], form["competent_department"], form["implementing_unit"], form["goal"]) == names
    assert form["amount"]["text"] == "1,048.52"
    assert rows(form) == (PAGES,)


def test_a_unit_inside_the_value_keeps_its_operator() -> None:
    """3 万元 in one cell or two is three of 万元, and no part of the name."""
    read = loaded(f"{TARGETS}产出指标 成本指标 宣传成本 <= 3 万元 2024-12\n")
    (row,) = rows(only(read))
    assert row[:4] == ("产出指标", "成本指标", "宣传成本", "<=")
    assert "".join(part or "" for part in row[4:6]).replace(" ", "") == "3万元"
    target = only(read)["indicators"][0]["target"]
    assert (target["operator"], target["number"], target["unit"]) == ("<=", "3", "万元")


def test_forms_with_one_number_are_tables_of_their_own() -> None:
    """Two forms that are both numbered 表17 stand apart."""
    form = f"{TARGETS}产出指标 数量指标 扫描页数 >= 3 万页 2024-12\n"
    read = loaded(f"{form}\n\n\n{form.replace('馆藏档案数字化', '公益讲座')}")
    assert [table["number"] for table in read["tables"]] == ["表17", "表17"]
    assert [only(read, at)["name"] for at in (0, 1)] == ["馆藏档案数字化", "公益讲座"]


def test_a_form_of_a_whole_department_has_no_name() -> None:
    """部门（单位）名称 is the implementing unit as printed, and its tasks have their amounts."""
    form = only(loaded(DEPARTMENT))
    assert (form["name"], form["implementing_unit"]) == (None, "068005云溪市档案馆-210400000")
    assert [(task["name"], task["amount"]["text"], task["amount"]["unit"]) for task in form["tasks"]] == [
        ("基本支出人员经费（保工资）", "2,192.04", "万元"),
        ("基本支出公用经费（刚性）", "180.71", "万元"),
    ]
    assert [row[:6] for row in rows(form)] == [
        ("履职效能", "重点工作履行情况", "重点工作办结率", "=", "100", "%"),
        ("履职效能", "重点工作履行情况", "综合管理水平", None, "管理规范", None),
        ("预算执行", "预算执行效率", "预算调整率", "<=", "5", "%"),
        ("管理效率", "业务管理", "政府采购管理违法违规行为发生次数", "<=", "0", "次"),
    ]


GLUED = """
财政项目支出绩效目标填报表
（2023年度）
项目名称 公益讲座 项目性质 阶段性项目 项目类别 特定目标类
主管部门 云溪市文化局 实施单位 云溪市档案馆
计划开始日期 2023-01-01 计划完成日期 2023-12-31
项目资金
（元）
项目资金总额 4,100.00 年度资金申请总额 4,100.00
其中：财政资金 4,100.00
其中：当年财政拨款 4,100.00
上年结转资金 0.00
其他资金 0.00 其他资金 0.00
项目
绩效
目标
项目总目标 年度总体目标
提高公众阅读兴趣 提高公众阅读兴趣
一级指标 二级指标 三级指标 年度(/项目)指标值
绩效指标
产出指标
数量指标 讲座场次 ≥13.00(场)
质量指标 完工及时率 及时率
效益指标 社会效益指标 阅读兴趣提高度 提高度不低于 80%
满意度指标
服务对象满意
度指标
听众满意度 ≥80.00(%)"""


def test_a_page_that_ends_in_its_last_value_ends_the_form() -> None:
    """A page of a PDF ends without a line break: behind ≥80.00(%) stands the title of the next form."""
    read = loaded(f"{GLUED.lstrip()}\f{GLUED.lstrip().replace('公益讲座', '口述历史采集')}\n")
    assert [only(read, at)["name"] for at in (0, 1)] == ["公益讲座", "口述历史采集"]
    for at in (0, 1):
        first, *_, last = only(read, at)["indicators"]
        assert (first["target"]["number"], last["target"]["number"]) == ("13.00", "80.00")
        assert (last["level1"], last["level2"], last["name"]) == ("满意度指标", "服务对象满意度指标", "听众满意度")

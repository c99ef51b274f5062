"""What each template of a performance form prints."""

from generated.form_making import Shape
from generated.form_words import LEVELS_OF_A_DEPARTMENT, LEVELS_OF_A_LIST

LIAONING_SOURCES = (
    "一、本年收入",
    "(一) 一般公共预算拨款收入",
    "(二) 政府性基金预算拨款收入",
    "(三) 国有资本经营预算拨款收入",
    "(四) 财政专户管理资金收入",
    "(五) 单位资金收入",
    "二、上年结转结余",
)
SICHUAN_SOURCES = ("其中：财政资金", "财政专户管理资金", "单位资金", "其他资金")
SHANGHAI_SOURCES = (
    "年度资金申请总额",
    "其中：财政资金",
    "其中：当年财政拨款",
    "上年结转资金",
)

LIAONING_TARGETS = Shape(total_label="预算资金情况", deadline=True, nameless=True)
LIAONING_TARGETS_PERCENT = Shape(total_label="预算资金情况", deadline=True, joined_percent=True)
LIAONING_TARGETS_FUNDED = Shape(total_label="预算资金总额", sources=LIAONING_SOURCES, whole=2, deadline=True)
LIAONING_OVERALL = Shape(
    levels=LEVELS_OF_A_DEPARTMENT, whole_department=True, department=False, tasks=True, deadline=True
)
LIAONING_EVALUATION = Shape(
    total_label="项目预算金额(万元)", evaluated=True, flagged=True, completion=True, out_of=90, subtotal=True
)
LIAONING_OVERALL_EVALUATION = Shape(
    levels=LEVELS_OF_A_DEPARTMENT,
    whole_department=True,
    department=False,
    tasks=True,
    evaluated=True,
    reasoned=False,
    completion=True,
    out_of=60,
    sources=("部门年初预算收入金额", "部门年初预算支出金额"),
    whole=2,
)
QINGHAI_LIST = Shape(
    levels=LEVELS_OF_A_LIST,
    coded=True,
    categorised=True,
    department=False,
    total_label="预算数(万元)",
    out_of=90,
    signs=True,
    qualitative="定性",
    qualitative_value="高",
)
HAINAN_LIST = Shape(
    levels=LEVELS_OF_A_LIST,
    coded=True,
    department=False,
    total_label="预算数（不含上年结转）",
    out_of=90,
    signs=True,
    qualitative="定性",
)
NATIONAL_EVALUATION = Shape(
    total_label="年度资金总额：",
    sources=("其中：当年财政拨款", "上年结转资金", "其他资金"),
    broken_down=True,
    adjusted=True,
    evaluated=True,
    out_of=90,
    signs=True,
    in_one_cell=True,
    points=(("产出指标", 50), ("效益指标", 30), ("满意度指标", 10)),
)
COURT_EVALUATION = Shape(
    total_label="年度资金总额",
    sources=("财政拨款", "其他资金"),
    broken_down=True,
    evaluated=True,
    out_of=90,
    signs=True,
    in_one_cell=True,
)
SICHUAN_EVALUATION = Shape(
    coded=True,
    total_label="总额",
    sources=SICHUAN_SOURCES,
    zeros=True,
    broken_down=True,
    adjusted=True,
    share=True,
    evaluated=True,
    out_of=90,
    signs=True,
    qualitative="定性",
    texts=(
        ("2.项目实施内容及过程概述", "全年按计划组织实施，经费按进度支付。"),
        ("评价结论", "项目自评良好，取得预期成效。"),
        ("存在问题", "无"),
        ("改进措施", "进一步加快支出进度。"),
    ),
)
CHONGQING_EVALUATION = Shape(
    total_label="项目预算执行情况（万元）",
    evaluated=True,
    out_of=90,
    signs=True,
    qualitative="定性",
    levels_in_one=True,
    reasoned=False,
)
MINISTRY_TARGETS = Shape(
    total_label="年度资金总额：",
    sources=("其中：财政拨款", "上年结转", "其他资金"),
    out_of=90,
    signs=True,
    in_one_cell=True,
)
SHANGHAI_TARGETS = Shape(
    categorised=True,
    total_label="项目资金总额",
    sources=SHANGHAI_SOURCES,
    two_totals=True,
    whole=3,
    zeros=True,
    signs=True,
    in_one_cell=True,
    bracketed_unit=True,
    texts=(("项目性质", "经常性项目"), ("计划开始日期", "2023-01-01"), ("计划完成日期", "2023-12-31")),
)

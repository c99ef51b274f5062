"""Which columns of a row add up to which, read off the header tree."""

import pytest

from fiscaltables.placing.headers import Column
from fiscaltables.placing.identities import Identity, row_identities
from fiscaltables.recognising.vocabulary import heading_kinds

FUNDS = ("合计", "一般公共预算", "政府性基金预算", "国有资本经营预算", "财政专户管理资金", "单位资金")


def _columns(*paths: str) -> tuple[Column, ...]:
    """Make columns of figures from paths that are printed with / between the headings."""
    split = [tuple(path.split("/")) for path in paths]
    kinds = [tuple((heading_kinds(heading) or ("OTHER_HEADING",))[0] for heading in path) for path in split]
    return tuple(Column(path, each, "figure") for path, each in zip(split, kinds, strict=True))


def _said(*paths: str) -> list[str]:
    columns = _columns(*paths)
    return [identity.words(columns) for identity in row_identities(columns)]


@pytest.mark.parametrize(
    ("paths", "identities"),
    [
        (["合计", "基本支出", "项目支出"], ["合计 = 基本支出 + 项目支出"]),
        (["合计", "人员经费", "公用经费"], ["合计 = 人员经费 + 公用经费"]),
        (["总计", "已分配数", "未分配数"], ["总计 = 已分配数 + 未分配数"]),
        (
            ["合计", "基本支出/小计", "基本支出/人员经费", "基本支出/公用经费", "项目支出"],
            ["合计 = 基本支出/小计 + 项目支出", "基本支出/小计 = 基本支出/人员经费 + 基本支出/公用经费"],
        ),
        (
            ["合计", "基本支出/人员经费", "基本支出/公用经费", "项目支出"],
            ["合计 = 基本支出/人员经费 + 基本支出/公用经费 + 项目支出"],
        ),
        (
            ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
            ["本年支出合计 = 基本支出 + 项目支出 + 上缴上级支出 + 经营支出 + 对附属单位补助支出"],
        ),
        (
            ["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"],
            ["本年收入合计 = 财政拨款收入 + 上级补助收入 + 事业收入 + 经营收入 + 附属单位上缴收入 + 其他收入"],
        ),
        (
            ["小计", "上年结转", "一般公共预算拨款收入", "财政专户管理资金收入", "事业收入", "其他收入"],
            ["小计 = 上年结转 + 一般公共预算拨款收入 + 财政专户管理资金收入 + 事业收入 + 其他收入"],
        ),
        (
            ["“三公”经费合计", "因公出国（境）费", "公务用车购置及运行费", "公务接待费"],
            ["“三公”经费合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费"],
        ),
        (
            [
                "合计",
                "因公出国费",
                "公务接待费",
                "公务用车购置及运行费/小计",
                "公务用车购置及运行费/购置费",
                "公务用车购置及运行费/运行费",
            ],
            [
                "合计 = 因公出国费 + 公务接待费 + 公务用车购置及运行费/小计",
                "公务用车购置及运行费/小计 = 公务用车购置及运行费/购置费 + 公务用车购置及运行费/运行费",
            ],
        ),
        (
            ["年初结转和结余", "本年收入", "本年支出/合计", "本年支出/基本支出", "本年支出/项目支出", "年末结转和结余"],
            ["本年支出/合计 = 本年支出/基本支出 + 本年支出/项目支出"],
        ),
        (
            [
                "2023年预算数/合计",
                "2023年预算数/因公出国费",
                "2023年预算数/公务接待费",
                "2024年预算数/合计",
                "2024年预算数/因公出国费",
                "2024年预算数/公务接待费",
            ],
            [
                "2023年预算数/合计 = 2023年预算数/因公出国费 + 2023年预算数/公务接待费",
                "2024年预算数/合计 = 2024年预算数/因公出国费 + 2024年预算数/公务接待费",
            ],
        ),
    ],
)
def test_a_total_is_the_sum_of_the_headings_beside_it(paths: list[str], identities: list[str]) -> None:
    """A total at the left of headings that can be added is their sum, on every level of the header."""
    assert _said(*paths) == identities


def test_a_table_by_fund_has_a_sum_on_either_level() -> None:
    """总计 is this year's total and the carried-over one; each of those is the sum of its funds."""
    paths = ("总计", *(f"本年收入/{fund}" for fund in FUNDS), *(f"上年结转结余/{fund}" for fund in FUNDS))
    assert row_identities(_columns(*paths)) == (
        Identity(0, (1, 7)),
        Identity(1, (2, 3, 4, 5, 6)),
        Identity(7, (8, 9, 10, 11, 12)),
    )


def test_unit_funds_stand_for_what_is_printed_below_them() -> None:
    """Where 单位资金 prints a 小计 of its own, that 小计 stands in the sum of the funds."""
    paths = ("合计", "一般公共预算", "单位资金/小计", "单位资金/事业收入", "单位资金/其他收入")
    assert _said(*paths) == [
        "合计 = 一般公共预算 + 单位资金/小计",
        "单位资金/小计 = 单位资金/事业收入 + 单位资金/其他收入",
    ]


@pytest.mark.parametrize(
    ("paths", "identities"),
    [
        (
            ["合计", "基本支出", "项目支出", "单位预留机动经费", "结转下年资金"],
            ["合计 = 基本支出 + 项目支出 + 单位预留机动经费 + 结转下年资金"],
        ),
        (
            ["合计", "上年结转", "财政拨款收入", "事业收入/金额", "事业收入/其中：教育收费", "使用非财政拨款结余"],
            ["合计 = 上年结转 + 财政拨款收入 + 事业收入/金额 + 使用非财政拨款结余"],
        ),
        (
            [
                "本年支出/合计",
                "本年支出/基本支出",
                "本年支出/项目支出/小计",
                "本年支出/项目支出/其中：基本建设资金支出",
            ],
            ["本年支出/合计 = 本年支出/基本支出 + 本年支出/项目支出/小计"],
        ),
        (
            ["2024年执行数", "2025年预算数/小计", "2025年预算数/基本支出", "2025年预算数/项目支出", "比上年/增减额"],
            ["2025年预算数/小计 = 2025年预算数/基本支出 + 2025年预算数/项目支出"],
        ),
        (
            ["合计", "工资福利支出", "商品和服务支出", "资本性支出"],
            ["合计 = 工资福利支出 + 商品和服务支出 + 资本性支出"],
        ),
    ],
)
def test_a_part_of_a_heading_is_not_added_beside_it(paths: list[str], identities: list[str]) -> None:
    """What stands under a heading as its own figure counts for it; what is marked 其中, or another year's, does not."""
    assert _said(*paths) == identities


def test_a_category_is_the_sum_of_its_economic_items() -> None:
    """合计 is the sum of what stands as 小计 under the categories, each of those of the items beside it."""
    wages, goods = "工资福利支出", "商品和服务支出"
    paths = [(wages, "小计"), (wages, "基本工资"), (wages, "奖金"), (goods, "小计"), (goods, "办公费")]
    kinds = ("SUBTOTAL_HEADING", "ECONOMIC_SECTION", "ECONOMIC_SECTION", "SUBTOTAL_HEADING", "ECONOMIC_SECTION")
    below = (Column(path, ("ECONOMIC_CATEGORY", kind), "figure") for path, kind in zip(paths, kinds, strict=True))
    columns = (Column(("合计",), ("TOTAL_HEADING",), "figure"), *below)
    assert row_identities(columns) == (Identity(0, (1, 4)), Identity(1, (2, 3)), Identity(4, (5,)))


def test_items_that_divide_into_the_same_measures_add_up_measure_by_measure() -> None:
    """Budget adds up to budget and outturn to outturn, also where an item has a total of its own below it."""
    items = ("合计", "因公出国费", "公务用车购置及运行费/小计", "公务用车购置及运行费/购置费", "公务接待费")
    paths = [f"“三公”经费/{item}/{measure}" for item in items for measure in ("预算数", "决算数")]
    assert row_identities(_columns(*paths)) == (
        Identity(0, (2, 4, 8)),
        Identity(4, (6,)),
        Identity(1, (3, 5, 9)),
        Identity(5, (7,)),
    )


@pytest.mark.parametrize(
    ("paths", "identities"),
    [
        (
            ["“三公”经费合计", "因公出国费", "公务接待费", "机关运行经费"],
            ["“三公”经费合计 = 因公出国费 + 公务接待费"],
        ),
        (
            ["“三公”经费/合计", "“三公”经费/因公出国费", "“三公”经费/公务接待费", "机关运行经费"],
            ["“三公”经费/合计 = “三公”经费/因公出国费 + “三公”经费/公务接待费"],
        ),
        (
            ["合计", "“三公”经费/小计", "“三公”经费/因公出国费", "“三公”经费/公务接待费", "会议费", "培训费"],
            [
                "合计 = “三公”经费/小计 + 会议费 + 培训费",
                "“三公”经费/小计 = “三公”经费/因公出国费 + “三公”经费/公务接待费",
            ],
        ),
    ],
)
def test_what_stands_beside_the_three_is_counted_where_the_header_says_so(
    paths: list[str], identities: list[str]
) -> None:
    """会议费 and 培训费 are parts of a total over all, 机关运行经费 never is a part of the three."""
    assert _said(*paths) == identities


@pytest.mark.parametrize(
    "paths",
    [
        ["合计"],
        ["预算数"],
        ["预算数", "决算数"],
        ["2023年预算数", "2024年预算数"],
        ["基本支出", "项目支出"],
        ["合计", "基本支出", "机动经费"],
        ["合计", "备注"],
        ["合计", "其中：基本支出", "项目支出"],
        ["合计", "基本支出", "基本支出"],
        ["合计", "基本支出", "人员经费"],
        ["合计", "一般公共预算", "基本支出"],
        ["基本支出", "项目支出", "合计"],
        ["合计/预算数", "合计/决算数", "因公出国费/预算数", "因公出国费/决算数", "公务接待费/决算数"],
        ["上年执行数", "本年预算数/小计", "比上年/增减额", "比上年/增减%"],
        ["合计", "因公出国费", "公务接待费", "机关运行经费"],
        ["本年收入合计", "财政拨款收入", "事业收入", "上年结转"],
        ["本年收入合计", "财政拨款收入", "事业收入/其中：教育收费", "其他收入"],
        ["合计", "基本支出/人员经费", "基本支出/备注", "项目支出"],
        ["年初结转和结余", "本年收入", "本年支出", "年末结转和结余"],
        [],
    ],
)
def test_headings_that_cannot_be_added_give_no_sum(paths: list[str]) -> None:
    """Without a total, with an unknown heading, with a part marked 其中 or counted twice, nothing is claimed."""
    assert _said(*paths) == []


def test_an_identity_knows_its_rightmost_column() -> None:
    """The last column concerned is the total's or a part's."""
    assert Identity(0, (3, 5)).last == 5
    assert Identity(7, (3, 5)).last == 7

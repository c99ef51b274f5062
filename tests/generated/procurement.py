"""The rows of a table of government procurement: groups, projects with their economic items, and what is bought."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generated.classification import DEPARTMENTAL
from generated.documents import Heading, Row
from generated.figures import Spending
from generated.projects import PROJECTS
from generated.rows import NumberStyle, summed_row

GROUPS = {"A": "一、货物A", "B": "二、工程B", "C": "三、服务C"}
GOODS = {
    "30201": ("A", "纸制文具及办公用品"),
    "30213": ("B", "修缮工程"),
    "30215": ("C", "会议服务"),
    "30226": ("C", "其他服务"),
    "30227": ("C", "软件开发服务（含数据加工）"),
    "31002": ("A", "台式计算机（20万以下）"),
    "31007": ("A", "其他计算机设备及软件"),
    "31013": ("A", "乘用车（轿车）"),
}
"""What is bought under an economic item, and the group it belongs to."""
ORGANISED = {"A": "政府集中采购", "B": "部门集中采购", "C": "分散自行组织"}


def procurement_rows(
    spendings: Sequence[Spending], headings: tuple[Heading, ...], style: NumberStyle
) -> tuple[Row, ...]:
    """Give the total, then each group with its projects; a project is named beside its first economic item only."""
    bought = sorted((one for one in spendings if one.item in GOODS), key=_order)
    rows = [summed_row("合计", bought, headings, style)]
    for group, ones in groupby(bought, key=_group):
        inside = list(ones)
        rows.append(summed_row(GROUPS[group], inside, headings, style))
        for project, named in groupby(inside, key=lambda one: one.project or 0):
            rows += _of_project(PROJECTS[project][0], list(named), headings, style)
    return tuple(rows)


def _of_project(
    name: str, spendings: Sequence[Spending], headings: tuple[Heading, ...], style: NumberStyle
) -> Iterator[Row]:
    for at, (item, same) in enumerate(groupby(spendings, key=lambda one: one.item)):
        ones = list(same)
        amounts = summed_row(None, ones, headings, style).amounts
        project = {} if at else {"专项名称": name}
        yield Row(None, amounts=amounts, texts={**project, "经济科目": DEPARTMENTAL[item]})
        group, goods = GOODS[item]
        yield Row(None, amounts=amounts, texts={"采购物品名称": goods, "采购组织形式": ORGANISED[group]})


def _group(spending: Spending) -> str:
    return GOODS[spending.item][0]


def _order(spending: Spending) -> tuple[str, int, str]:
    return _group(spending), spending.project or 0, spending.item

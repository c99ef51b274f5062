"""The text around the tables: what the department does, what its figures are, what the words mean.

Nothing of it is a table, though it names the tables and is full of amounts. Every sentence is true to the figures.
"""

from generated.documents import Section
from generated.figures import FISCAL, Figures, Spending
from generated.liaoning import three_public_spendings
from generated.rows import NumberStyle, category_names, only

PLAIN = NumberStyle(commas=False, zero="0.00")
DUTIES = (
    "贯彻执行国家有关法律法规和方针政策，负责本行业公共服务的组织实施和日常管理工作。",
    "负责编制年度工作计划和经费预算，组织开展业务培训、统计分析和绩效评价等工作，为公众提供查询、咨询和辅导服务。",
    "承担主管部门交办的其他工作。",
)
MEANINGS = (
    "1．一般公共预算拨款收入：指财政当年拨付的资金。",
    "2．基本支出：指保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。",
    "3．项目支出：指在基本支出之外为完成特定工作任务和事业发展目标所发生的支出。",
    "4．“三公”经费：指因公出国（境）费、公务用车购置及运行费和公务接待费。",
)


def overview(figures: Figures) -> Section:
    """第一部分: what the department is."""
    name, superior = figures.organisation.name, figures.organisation.superior
    staff = f"{name}为{superior}所属事业单位，设置3个内设机构，核定编制20名，年末共有车辆2辆。"
    return Section(f"第一部分 {name}概况", ("一、主要职责", *DUTIES, "二、机构设置", staff))


def explanation(figures: Figures, word: str) -> Section:
    """第三部分: what the figures are; ``word`` is 预算 or 决算."""
    paragraphs = (
        f"一、收支{word}总体情况说明",
        f"{figures.organisation.name}{figures.year}年收支总{word}{_money(figures.received)}。{_funds(figures)}",
        f"二、支出{word}情况说明",
        _categories(figures.spendings),
        f"三、“三公”经费{word}情况说明",
        _three_public(figures, word),
    )
    return Section(f"第三部分 {figures.year}年部门{word}情况说明", paragraphs)


def meanings() -> Section:
    """第四部分: what the words mean."""
    return Section("第四部分 名词解释", MEANINGS)


def _money(spendings: tuple[Spending, ...]) -> str:
    return f"{PLAIN.text(sum(one.cents for one in spendings))}万元"


def _funds(figures: Figures) -> str:
    current = only(figures.received, "本年收入")
    parts = [f"{fund}拨款收入{_money(only(current, fund))}" for fund in FISCAL]
    parts += [f"财政专户管理资金收入{_money(only(current, '财政专户管理资金'))}"]
    parts += [f"单位资金收入{_money(only(current, '单位资金'))}"]
    return f"收入包括：{'、'.join(parts)}、上年结转{_money(only(figures.received, '上年结转'))}。"


def _categories(spendings: tuple[Spending, ...]) -> str:
    parts = [f"{name}{_money(only(spendings, name))}" for name in category_names(spendings)]
    return f"支出包括：{'、'.join(parts)}。"


def _three_public(figures: Figures, word: str) -> str:
    spent = three_public_spendings(figures)
    words = ("因公出国（境）费", "公务接待费", "公务用车购置费", "公务用车运行费")
    parts = "，".join(f"{one}{_money(only(spent, one))}" for one in words)
    return f"{figures.year}年“三公”经费{word}数为{_money(spent)}，其中：{parts}。"

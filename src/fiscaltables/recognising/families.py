"""The registry: which families there are, which grammar reads each, and which words of a title lead to it."""

from pathlib import Path

from attrs import frozen

from fiscaltables.model.tables import Family
from fiscaltables.recognising.grammar import grammar_folder
from fiscaltables.recognising.vocabulary import normal


@frozen
class FamilyEntry:
    """A family, the file of its grammar (None where no grammar reads it yet), and whether it has two sides."""

    family: Family
    grammar: str | None = None
    two_sided: bool = False

    @property
    def path(self) -> Path | None:
        """The file of the family's grammar."""
        return grammar_folder() / self.grammar if self.grammar else None


@frozen
class _TitleRule:
    """A title with all of these words, and none of those, may be of this family."""

    family: Family
    words: tuple[str, ...]
    without: tuple[str, ...] = ()

    def fits(self, title: str) -> bool:
        return all(word in title for word in self.words) and not any(word in title for word in self.without)


FAMILIES = {
    entry.family: entry
    for entry in (
        FamilyEntry(Family.BALANCE, "balance.lark", two_sided=True),
        FamilyEntry(Family.REVENUE, "revenue.lark"),
        FamilyEntry(Family.EXPENDITURE, "expenditure.lark"),
        FamilyEntry(Family.FUNCTIONAL, "functional.lark"),
        FamilyEntry(Family.ECONOMIC, "economic.lark"),
        FamilyEntry(Family.THREE_PUBLIC, "three_public.lark"),
        FamilyEntry(Family.PROJECT_EXPENDITURE, "project_expenditure.lark"),
        FamilyEntry(Family.DEBT, "debt.lark"),
        FamilyEntry(Family.PROCUREMENT, "procurement.lark"),
        FamilyEntry(Family.SERVICES, "services.lark"),
        FamilyEntry(Family.EARMARKED, "earmarked.lark"),
        FamilyEntry(Family.TARGETS),
        FamilyEntry(Family.OVERALL_TARGETS),
        FamilyEntry(Family.EVALUATION),
        FamilyEntry(Family.OVERALL_EVALUATION),
    )
}
"""Every family that is known, by its name."""

_FUNDS = ("政府性基金", "国有资本")
_TITLES = (
    _TitleRule(Family.OVERALL_EVALUATION, ("整体", "自评")),
    _TitleRule(Family.EVALUATION, ("自评",)),
    _TitleRule(Family.OVERALL_TARGETS, ("整体", "绩效")),
    _TitleRule(Family.TARGETS, ("绩效",)),
    _TitleRule(Family.THREE_PUBLIC, ("三公",)),
    _TitleRule(Family.BALANCE, ("收支",), _FUNDS),
    _TitleRule(Family.BALANCE, ("收入支出",), _FUNDS),
    _TitleRule(Family.SERVICES, ("购买服务",)),
    _TitleRule(Family.PROCUREMENT, ("采购",)),
    _TitleRule(Family.DEBT, ("债务",)),
    _TitleRule(Family.EARMARKED, ("专项资金",)),
    _TitleRule(Family.PROJECT_EXPENDITURE, ("项目支出",)),
    _TitleRule(Family.ECONOMIC, ("经济分类",)),
    _TitleRule(Family.ECONOMIC, ("基本支出",)),
    _TitleRule(Family.ECONOMIC, ("机关运行经费",)),
    _TitleRule(Family.FUNCTIONAL, ("功能分类",)),
    _TitleRule(Family.FUNCTIONAL, ("支出", "一般公共预算")),
    _TitleRule(Family.FUNCTIONAL, ("支出", "政府性基金")),
    _TitleRule(Family.FUNCTIONAL, ("支出", "国有资本")),
    _TitleRule(Family.FUNCTIONAL, ("支出", "财政拨款")),
    _TitleRule(Family.REVENUE, ("收入",), ("支出",)),
    _TitleRule(Family.EXPENDITURE, ("支出",)),
)


def families_of_title(title: str) -> tuple[FamilyEntry, ...]:
    """Give the families that a title may be of, best first; none where no word of it says.

    >>> [entry.family.value for entry in families_of_title("一般公共预算财政拨款基本支出决算表")]
    ['economic', 'functional', 'expenditure']
    """
    plain = normal(title)
    found = dict.fromkeys(rule.family for rule in _TITLES if rule.fits(plain))
    return tuple(FAMILIES[family] for family in found)

"""The registry: which families there are, which grammar reads each, and which words of a title lead to it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from fiscaltables.model.tables import Family
from fiscaltables.recognising.grammar import grammar_folder
from fiscaltables.recognising.registry import FamilyGrammar, registered
from fiscaltables.recognising.vocabulary import normal


@frozen
class FamilyEntry:
    """A family and the file of its grammar, None where none of the package reads it yet.

    ``two_sided`` tells whether 收入 and 支出 stand side by side, ``free_text`` whether its texts are sentences, which
    may hold figures, ``by_grid`` whether the grid alone shows its header, whose headings then claim no sums, ``forms``
    whether it is a form of fields and indicators, no table of amounts.
    """

    family: Family
    grammar: str | None = None
    two_sided: bool = False
    free_text: bool = False
    by_grid: bool = False
    forms: bool = False

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
        FamilyEntry(Family.PROJECT_EXPENDITURE, "project_expenditure.lark", free_text=True),
        FamilyEntry(Family.DEBT, "debt.lark", free_text=True),
        FamilyEntry(Family.PROCUREMENT, "procurement.lark", free_text=True),
        FamilyEntry(Family.SERVICES, "services.lark", free_text=True),
        FamilyEntry(Family.EARMARKED, "earmarked.lark", free_text=True),
        FamilyEntry(Family.TARGETS, "targets.lark", free_text=True, forms=True),
        FamilyEntry(Family.OVERALL_TARGETS, "overall_targets.lark", free_text=True, forms=True),
        FamilyEntry(Family.EVALUATION, "evaluation.lark", free_text=True, forms=True),
        FamilyEntry(Family.OVERALL_EVALUATION, "overall_evaluation.lark", free_text=True, forms=True),
    )
}
"""Every family that is known, by its name, with the grammar of the package."""

OTHER = FamilyEntry(Family.OTHER, "other.lark", free_text=True, by_grid=True)
"""What a table is of that no family knows: its grammar takes any headings."""

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


def all_families() -> tuple[FamilyEntry, ...]:
    """Give every entry that a table without a title may be read by: those of the package, then those from outside."""
    own = (entry for entry in FAMILIES.values() if not entry.forms)
    return (*own, *map(_entry, registered()))


def families_of_title(title: str) -> tuple[FamilyEntry, ...]:
    """Give the families that a title may be of, best first; none where no word of it says.

    A family that has grammars from outside is given once for each, with that of the package first.

    >>> [entry.family.value for entry in families_of_title("一般公共预算财政拨款基本支出决算表")]
    ['economic', 'functional', 'expenditure']
    """
    plain = normal(title)
    added = [grammar for grammar in registered() if not grammar.titles or _leads(grammar, plain)]
    named = [rule.family for rule in _TITLES if rule.fits(plain)]
    named += [grammar.family for grammar in added if grammar.titles]
    return tuple(entry for family in dict.fromkeys(named) for entry in _entries_of(family, added))


def readable_families(title: str) -> tuple[FamilyEntry, ...]:
    """Give the families of tables of amounts that a title may be of; none where it names a form.

    >>> readable_families("项目支出绩效目标表")
    ()
    """
    named = families_of_title(title)
    return () if names_forms(title) else tuple(entry for entry in named if entry.path and not entry.forms)


def names_forms(title: str) -> bool:
    """Whether a title names performance forms.

    >>> names_forms("部门预算项目（政策）绩效目标表"), names_forms("收入预算总表")
    (True, False)
    """
    return any(entry.forms for entry in families_of_title(title)[:1])


def _leads(grammar: FamilyGrammar, title: str) -> bool:
    return any(all(normal(word) in title for word in words.split()) for words in grammar.titles)


def _entries_of(family: Family, added: Iterable[FamilyGrammar]) -> Iterator[FamilyEntry]:
    if family in FAMILIES:
        yield FAMILIES[family]
    yield from (_entry(grammar) for grammar in added if grammar.family is family)


def _entry(grammar: FamilyGrammar) -> FamilyEntry:
    return FamilyEntry(grammar.family, str(grammar.grammar), grammar.two_sided, grammar.free_text)

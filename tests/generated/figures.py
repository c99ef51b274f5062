"""Figures that add up in every table: each table of a department is a sum over one list of spendings."""

from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from generated.classification import CATEGORY_CODES, DEPARTMENTAL, THREE_PUBLIC
from generated.documents import Path

GENERAL, GOVERNMENT_FUND, STATE_CAPITAL = "一般公共预算", "政府性基金预算", "国有资本经营预算"
SPECIAL_ACCOUNT, UNIT_FUNDS = "财政专户管理资金", "单位资金"
EDUCATION_FEES, USED_BALANCE = "教育收费", "使用非财政拨款结余"
UNIT_SOURCES = ("事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入")
FISCAL = (GENERAL, GOVERNMENT_FUND, STATE_CAPITAL)
FUNDS = (*FISCAL, SPECIAL_ACCOUNT, *UNIT_SOURCES)

PERSONNEL, RUNNING, PROJECT, UNSPENT = "人员经费", "公用经费", "项目支出", "结余"
RESERVE = "单位预留机动经费"
OTHER_NATURES = ("经营支出", "上缴上级支出", "对附属单位补助支出")


@frozen
class Spending:
    """One sum of money: what it is for, what it is spent on, and which fund of which year it comes from."""

    function: str
    item: str
    nature: str
    cents: int
    fund: str = GENERAL
    carried_over: bool = False
    project: int | None = None


@frozen
class Organisation:
    """An invented department."""

    name: str
    superior: str
    code: str
    locality: str


@frozen
class Figures:
    """All that the tables of one department and year are summed from.

    ``previous`` are the 三公 spendings of the year before (or of the plan), ``unspent`` what is left at the end.
    """

    organisation: Organisation
    year: int
    spendings: tuple[Spending, ...]
    previous: tuple[Spending, ...] = ()
    unspent: int = 0

    @property
    def received(self) -> tuple[Spending, ...]:
        """The spendings and, as one more, what was received and is not spent."""
        if not self.unspent:
            return self.spendings
        first = self.spendings[0]
        left = Spending(first.function, first.item, UNSPENT, self.unspent)
        return (*self.spendings, left)


Test = Callable[[Spending], bool]


def _always(_: Spending) -> bool:
    return True


def _never(_: Spending) -> bool:
    return False


def _current(spending: Spending) -> bool:
    return not spending.carried_over


def _carried(spending: Spending) -> bool:
    return spending.carried_over and spending.fund != USED_BALANCE


def _of_fund(*funds: str) -> Test:
    return lambda spending: spending.fund in funds


def _of_nature(*natures: str) -> Test:
    return lambda spending: spending.nature in natures


def _on_items(*items: str) -> Test:
    return lambda spending: spending.item in items


def _of_items(code: str) -> Test:
    return lambda spending: spending.item.startswith(code)


def _of_category(code: str) -> Test:
    return lambda spending: spending.function.startswith(code)


def _both(first: Test, second: Test) -> Test:
    return lambda spending: first(spending) and second(spending)


_EVERYTHING = (
    *("合计", "总计", "小计", "收入总计", "支出总计", "金额", "预算数", "决算数", "已分配数"),
    *("功能分类", "支出用途", "机关运行经费支出", "收入预算", "支出预算", "“三公”经费预算数"),
    *("“三公”经费合计", "财政拨款“三公”经费", "本年支出", "本年支出合计"),
)
_MEANINGS: dict[str, Test] = {
    **{name: _on_items(code) for code, name in DEPARTMENTAL.items()},
    **{DEPARTMENTAL[code]: _of_items(code) for code in ("301", "302", "303", "310")},
    **dict.fromkeys(_EVERYTHING, _always),
    **dict.fromkeys(("未分配数", "年末结转和结余"), _never),
    **dict.fromkeys(("本年收入", "本年收入合计"), _current),
    **dict.fromkeys(("上年结转结余", "上年结转", "年初结转和结余", "年初财政拨款结转和结余"), _carried),
    **{fund: _of_fund(fund) for fund in (*FISCAL, SPECIAL_ACCOUNT)},
    **{f"{fund}支出": _of_fund(fund) for fund in FISCAL},
    "一般公共预算资金": _of_fund(GENERAL),
    "政府性基金": _of_fund(GOVERNMENT_FUND),
    "一般公共预算基本支出": _both(_of_fund(GENERAL), _of_nature(PERSONNEL, RUNNING)),
    **{f"{fund}财政拨款": _of_fund(fund) for fund in FISCAL},
    **{f"{fund}拨款": _of_fund(fund) for fund in FISCAL},
    **{f"{fund}拨款收入": _both(_current, _of_fund(fund)) for fund in FISCAL},
    **{f"{fund}财政拨款收入": _both(_current, _of_fund(fund)) for fund in FISCAL},
    **{source: _both(_current, _of_fund(source)) for source in UNIT_SOURCES},
    "事业收入": _both(_current, _of_fund("事业收入", EDUCATION_FEES)),
    "其中：教育收费": _of_fund(EDUCATION_FEES),
    USED_BALANCE: _of_fund(USED_BALANCE),
    "经营收入": _both(_current, _of_fund("事业单位经营收入")),
    "单位资金": _of_fund(*UNIT_SOURCES),
    "单位资金收入": _both(_current, _of_fund(*UNIT_SOURCES)),
    "财政专户管理资金收入": _both(_current, _of_fund(SPECIAL_ACCOUNT)),
    "财政拨款收入": _both(_current, _of_fund(*FISCAL)),
    "基本支出": _of_nature(PERSONNEL, RUNNING),
    "其中：基本支出": _of_nature(PERSONNEL, RUNNING),
    **{nature: _of_nature(nature) for nature in (PERSONNEL, RUNNING, PROJECT, RESERVE, *OTHER_NATURES)},
    "结转下年资金": _of_nature(UNSPENT),
    **dict.fromkeys(("“三公”经费", "一般公共预算财政拨款安排的“三公”经费"), _on_items(*THREE_PUBLIC)),
    "会议费": _on_items("30215"),
    "培训费": _on_items("30216"),
    "对下级单位补助支出": _of_nature(OTHER_NATURES[2]),
    "其中：基本建设资金支出": _both(_of_nature(PROJECT), lambda spending: spending.item.startswith("310")),
    "事业单位经营支出": _of_nature("经营支出"),
    "本年一般公共预算支出": _both(_current, _of_fund(GENERAL)),
    "本年一般公共预算基本支出": _both(_current, _of_fund(GENERAL)),
    "本年政府性基金预算支出": _both(_current, _of_fund(GOVERNMENT_FUND)),
    "本年国有资本经营预算支出": _both(_current, _of_fund(STATE_CAPITAL)),
    **{name: _on_items(item) for item, name in THREE_PUBLIC.items()},
    **dict.fromkeys(("因公出国(境)费用", "因公出国(境)费"), _on_items("30212")),
    **dict.fromkeys(("公务用车购置及运行费", "公务用车购置及运行维护费"), _on_items("31013", "30231")),
    **dict.fromkeys(("公务用车运行维护费", "运行费"), _on_items("30231")),
    "购置费": _on_items("31013"),
    **{name: _of_category(code) for name, code in CATEGORY_CODES.items()},
}


def meaning(word: str) -> Test:
    """Give which spendings a heading or a label counts; the year before it says nothing."""
    return _MEANINGS[word[5:] if word[:4].isdecimal() else word]


def counted(spendings: Iterable[Spending], path: Path) -> int:
    """Add up what all words of a path count together."""
    tests = [meaning(word) for word in path]
    return sum(spending.cents for spending in spendings if all(test(spending) for test in tests))


def added_up(spendings: Iterable[Spending], paths: Iterable[Path]) -> Mapping[Path, int]:
    """Add up every column of a row."""
    together = tuple(spendings)
    return {path: counted(together, path) for path in paths}

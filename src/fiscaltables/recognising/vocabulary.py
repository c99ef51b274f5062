"""The closed vocabulary of headings and labels: what a text is, compared without blanks and forms of punctuation."""

import re
import unicodedata
from functools import cache, lru_cache

from fiscaltables.recognising.registry import forgotten_on_registering, registered
from fiscaltables.recognising.wordings import HEADINGS, LABELS, SECTIONS

_QUOTES = re.compile("[“”„‟\"'‘’＂]")
_YEARS = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)年?度?|二[〇○零][〇○零一二三四五六七八九]{2}年?度?")
_ORDINAL = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d)|[①-⑳]|其中[:：])+"
)
_ORGANISATION = re.compile(
    "[^，。：；、]{2,60}(?:[局委会心馆院所站厅部室办处队校学社团园台府庭司区镇乡]|机关|本级|公司)(?:[(（][^()（）]{1,24}[)）])*"
)
_BRACKETS = str.maketrans("（）：，；＝〔〕", "():,;=()")
_BRACKETED_UNIT = re.compile(
    r"\((?:单位:)?(?:人民币)?(?:元|千元|万元|百万元|亿元|%|人|个|辆|台|套|件|次|批次|人次|万人|户|平方米|m2|公里)\)$"
)
_COUNTED = re.compile(
    "人数|人次|批次|辆数|台数|户数|个数|次数|件数|数量|面积|编制数|保有量|购置数|团组|比例|比重|占比|幅度|百分比|率$|[%‰]"
)
_LONGEST_TOTAL = 12
_MOST_REMEMBERED = 1 << 14
LONGEST_HEADING = 64
"""How many characters a heading may have, with its unit, years and blanks; a longer text is none."""
_BRACKETED = re.compile(r"\([^()]*\)$")
_BEGUN_YEAR = re.compile("2|19\\d{0,2}|20\\d{0,2}|二(?:[〇○零][〇○零一二三四五六七八九]?)?")
_BEGUN_DIGITS = re.compile(r"^(?:\d{1,4}|[二〇○零一三四五六七八九]{1,4}(?=年|$))")
_OF_WHICH = "其中:"
_BUDGETS = frozenset({"GENERAL_PUBLIC", "GOVERNMENT_FUND", "STATE_CAPITAL"})
_UNITS = ("元", "千元", "万元", "百万元", "亿元", "%", "人民币万元", "人民币元")


def normal(text: str) -> str:
    """Give a label in the form that labels are compared in.

    >>> normal("“三公” 经费（合计）"), normal("2024 年预算数")
    ('"三公"经费(合计)', '〈年〉预算数')
    """
    plain = "".join(unicodedata.normalize("NFKC", text).translate(_BRACKETS).split())
    return _YEARS.sub("〈年〉", _QUOTES.sub('"', plain))


def without_ordinal(text: str) -> str:
    """Give a label without its outline number.

    >>> without_ordinal("（一）事业收入"), without_ordinal("二. 外交支出")
    ('事业收入', '外交支出')
    """
    return _ORDINAL.sub("", normal(_ORDINAL.sub("", "".join(text.split()))))


def starts_item(text: str) -> bool:
    """Whether a text begins with an outline number."""
    return bool(_ORDINAL.match("".join(text.split())))


def is_ordinal(text: str) -> bool:
    """Whether a text is an outline number and nothing else.

    >>> is_ordinal("1."), is_ordinal("（一）"), is_ordinal("1.5")
    (True, True, False)
    """
    return bool(_ORDINAL.fullmatch(text))


@forgotten_on_registering
@cache
def wordings() -> dict[str, tuple[str, ...]]:
    """Give the wordings of every kind of heading: those of the package, then those of grammars from outside."""
    found = dict(HEADINGS)
    for grammar in registered():
        for kind, labels in grammar.headings.items():
            plain = (normal(label).removeprefix(_OF_WHICH) for label in labels)
            found[kind] = tuple(dict.fromkeys((*found.get(kind, ()), *plain)))
    return found


def heading_kinds(text: str) -> tuple[str, ...]:
    """Give the kinds of heading that a text could be; 其中 before it and the unit in a bracket behind it do not count.

    >>> heading_kinds("合 计"), heading_kinds("决算数（万元）"), heading_kinds("编制说明")
    (('TOTAL_HEADING',), ('FIGURE',), ())
    """
    return _heading_kinds(text) if len(text) <= LONGEST_HEADING else ()


@forgotten_on_registering
@lru_cache(_MOST_REMEMBERED)
def _heading_kinds(text: str) -> tuple[str, ...]:
    plain = normal(text).removeprefix(_OF_WHICH)
    return _headings().get(plain) or _headings().get(_BRACKETED_UNIT.sub("", plain), ())


def is_of_kind(text: str, kind: str) -> bool:
    """Whether a text is a heading of this kind; economic items are headings only where a grammar asks for them.

    >>> is_of_kind("差旅费", "ECONOMIC_SECTION"), heading_kinds("差旅费"), is_of_kind("合 计", "TOTAL_HEADING")
    (True, (), True)
    """
    return kind in heading_kinds(text) or normal(text) in SECTIONS.get(kind, ())


def begins_heading(text: str) -> bool:
    """Whether a known heading begins with this text, its bracketed unit aside."""
    return len(text) <= LONGEST_HEADING and any(_begins_kind(text, kind) for kind in wordings())


def begins_kind(text: str, kind: str) -> bool:
    """Whether a known heading of this kind begins with this text, its bracketed unit aside.

    >>> begins_kind("国有资", "STATE_CAPITAL"), begins_kind("国有资", "ABROAD"), begins_kind("20", "YEAR_FIGURE")
    (True, False, True)
    """
    return len(text) <= LONGEST_HEADING and _begins_kind(text, kind)


@forgotten_on_registering
@lru_cache(_MOST_REMEMBERED)
def _begins_kind(text: str, kind: str) -> bool:
    plain = normal(text).removeprefix(_OF_WHICH)
    return (
        plain in _beginnings(kind)
        or _OF_WHICH.startswith(plain)
        or (bool(_BEGUN_YEAR.fullmatch(plain)) and "〈" in _beginnings(kind))
        or any(plain.startswith(f"{label}(") and _may_be_unit(plain[len(label) :]) for label in _labels(kind))
    )


def kinds_of_piece(text: str) -> frozenset[str]:
    """Give the kinds of heading that a text is a piece of, be it the beginning or what is wrapped to a further line.

    >>> sorted(kinds_of_piece("位补助支出")), sorted(kinds_of_piece("（境）费")), sorted(kinds_of_piece("教育支出"))
    (['SUBORDINATE_SUBSIDY'], ['ABROAD', 'ECONOMIC_SECTION'], [])
    """
    return _kinds_of_piece(text) if len(text) <= LONGEST_HEADING else frozenset()


@forgotten_on_registering
@lru_cache(_MOST_REMEMBERED)
def _kinds_of_piece(text: str) -> frozenset[str]:
    plain = normal(text)
    behind = _BEGUN_DIGITS.sub("", plain)
    unit = any(behind and behind in f"({unit})" for unit in _UNITS)
    return frozenset(
        kind
        for kind in wordings() | SECTIONS
        if unit or {plain, behind} & _pieces(kind) or begins_kind(text, kind) or (not behind and "〈" in _pieces(kind))
    )


def unit_in_heading(text: str) -> str | None:
    """Give the unit that a heading prints in a bracket or as a percent sign.

    >>> unit_in_heading("预算数（万元）"), unit_in_heading("增长%"), unit_in_heading("合计")
    ('万元', '%', None)
    """
    plain = normal(text)
    bracket = _BRACKETED_UNIT.search(plain)
    if bracket:
        return bracket[0].strip("()").removeprefix("单位:").removeprefix("人民币")
    return "%" if plain.endswith("%") else None


def counts_no_money(text: str) -> bool:
    """Whether a heading or label says that what it stands over is no money: heads, vehicles, area, a percentage.

    >>> counts_no_money("公务用车保有量"), counts_no_money("执行率"), counts_no_money("公务用车购置费")
    (True, True, False)
    """
    return bool(_COUNTED.search(normal(text)))


def is_total(text: str) -> bool:
    """Whether a text labels a total row.

    >>> is_total("合     计"), is_total("人员经费合计"), is_total("基本工资")
    (True, True, False)
    """
    plain = without_ordinal(text)
    return plain in LABELS["TOTAL"] or (plain.endswith(("合计", "总计")) and len(plain) <= _LONGEST_TOTAL)


def is_omission(text: str) -> bool:
    """Whether a text is dots that stand for rows left out.

    >>> is_omission("……"), is_omission("...")
    (True, True)
    """
    return not text.strip("….·")


def is_organisation(text: str) -> bool:
    """Whether a text may name an organisation, by its last word.

    >>> is_organisation("云溪市档案服务中心"), is_organisation("办公楼租金")
    (True, False)
    """
    return bool(_ORGANISATION.fullmatch("".join(text.split())))


def side_of(label: str) -> str | None:
    """Give the side of a two-sided table that a label belongs to; None where it may be either.

    >>> side_of("（二）卫生健康支出"), side_of("四、事业收入"), side_of("总计")
    ('expenditure', 'revenue', None)
    """
    plain = without_ordinal(label)
    if plain not in LABELS["REVENUE"] and plain not in LABELS["EXPENDITURE"]:
        plain = _BRACKETED.sub("", plain)
    if plain in LABELS["REVENUE"] or (plain.endswith("收入") and plain not in LABELS["EXPENDITURE"]):
        return "revenue"
    return "expenditure" if plain in LABELS["EXPENDITURE"] or plain.endswith("支出") else None


def is_side_label(label: str) -> bool:
    """Whether a label of a two-sided table is known: its side is, or it names a budget, which either side may print.

    >>> is_side_label("二、政府性基金预算财政拨款"), is_side_label("二、政府性基金预算财政拨")
    (True, False)
    """
    return side_of(label) is not None or bool(_BUDGETS.intersection(heading_kinds(without_ordinal(label))))


def is_source(label: str) -> bool:
    """Whether a text labels a source of funds in a list of sources without codes.

    >>> is_source("其中：动用上年结转和结余资金"), is_source("云溪市档案服务中心")
    (True, False)
    """
    return without_ordinal(label) in LABELS["ONE_SIDED"]


def is_row_label(text: str) -> bool:
    """Whether rows of two-sided tables or of lists of sources are labelled so.

    >>> is_row_label("结转下年资金"), is_row_label("因公出国（境）费")
    (True, False)
    """
    return any(without_ordinal(text) in LABELS[kind] for kind in ("REVENUE", "EXPENDITURE", "ONE_SIDED"))


def begins_side_label(text: str) -> bool:
    """Whether a known label of a two-sided table begins with this text and goes on."""
    return normal(text) in _side_beginnings()


def _labels(kind: str) -> tuple[str, ...]:
    return (*wordings().get(kind, ()), *SECTIONS.get(kind, ()))


def _may_be_unit(text: str) -> bool:
    return bool(_BRACKETED_UNIT.fullmatch(text)) or any(f"({unit})".startswith(text) for unit in _UNITS)


@forgotten_on_registering
@cache
def _headings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, labels in wordings().items():
        for label in labels:
            found[label] = (*found.get(label, ()), kind)
    return found


@forgotten_on_registering
@cache
def _beginnings(kind: str) -> frozenset[str]:
    return frozenset(label[:end] for label in _labels(kind) for end in range(1, len(label) + 1))


@forgotten_on_registering
@cache
def _pieces(kind: str) -> frozenset[str]:
    labels = {label.replace("〈年〉", year) for label in _labels(kind) for year in ("〈年〉", "年", "年度")}
    return frozenset(
        label[start:end] for label in labels for start in range(len(label)) for end in range(start + 1, len(label) + 1)
    )


@cache
def _side_beginnings() -> frozenset[str]:
    whole = (*LABELS["REVENUE"], *LABELS["EXPENDITURE"], *LABELS["TOTAL"])
    return frozenset(label[:end] for label in whole for end in range(1, len(label)))

"""What a text of a performance form could be: a label, a heading, a level, an operator, a unit."""

import re
import unicodedata
from functools import cache, lru_cache

from fiscaltables.recognising.forms.wordings import HEADINGS, LABELS, LEVELS, OPERATORS, PARTS, UNITS
from fiscaltables.recognising.vocabulary import LONGEST_HEADING, normal, without_ordinal

_BRACKETED = re.compile(r"\((?:\d+(?:\.\d+)?分?|单位:)?(?:人民币)?(?:元|千元|万元|亿元|%|分)?\)$|\(\d+分?\)$|[:]$")
_DATE = re.compile(r"(?:19|20)\d\d(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?|月)?|年)")
_FIGURE = re.compile(r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[%％‰]?")
_OPERATOR_BEFORE = re.compile(r"(>=|<=|≥|≤|≧|≦|＞=|＜=|＞＝|＜＝|>|<|＞|＜|=|＝)\s*(.*\S)")
_OF_WHICH = "其中:"
TICKS = frozenset({"√", "✓", "✔", "☑", "v", "V"})
_MOST_REMEMBERED = 1 << 14
LABEL_KINDS = frozenset(LABELS)
HEADING_KINDS = frozenset(HEADINGS)
_WEAK = frozenset({"RATE_LABEL", "EXECUTED_LABEL", "FUNDING_LABEL", "AMOUNT_LABEL", "OTHER_LABEL", "DEDUCTION_LABEL"})
"""The kinds of label that an indicator may be named like."""
FIELDS_OF_LIST = (
    "PROJECT_LABEL",
    "CODE_LABEL",
    "CATEGORY_LABEL",
    "DEPARTMENT_LABEL",
    "IMPLEMENTER_LABEL",
    "AMOUNT_LABEL",
    "GOAL_LABEL",
)
"""The labels that head a column of their own in a list of forms."""
_LEADING = frozenset({"INDICATORS", "LEVEL1_HEADING", "LEVEL2_HEADING", "NAME_HEADING", "TASKS_LABEL"})


def form_kinds(text: str) -> tuple[str, ...]:
    """Give the kinds of label, heading and level that a text could be; 其中 and a bracket behind it do not count.

    >>> form_kinds("项目(政策)名称"), form_kinds("产出指标（50分）"), form_kinds("成本指标")
    (('PROJECT_LABEL',), ('LEVEL1',), ('LEVEL1', 'LEVEL2'))
    """
    return _form_kinds(text) if len(text) <= LONGEST_HEADING else ()


@lru_cache(_MOST_REMEMBERED)
def _form_kinds(text: str) -> tuple[str, ...]:
    plain = normal(text).removeprefix(_OF_WHICH)
    bare = _BRACKETED.sub("", plain)
    return _kinds().get(plain) or _kinds().get(bare) or _kinds().get(_BRACKETED.sub("", without_ordinal(text)), ())


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for table in (LABELS, PARTS, HEADINGS, LEVELS):
        for kind, labels in table.items():
            for label in labels:
                plain = normal(label)
                found[plain] = (*found.get(plain, ()), kind)
    return found


def leads_part(text: str) -> bool:
    """Whether a text begins another part of a form even among its indicators, none of which is named like this.

    >>> leads_part("项目名称"), leads_part("预算执行率"), leads_part("一级指标")
    (True, False, True)
    """
    return any(kind in _LEADING or (kind in LABEL_KINDS and kind not in _WEAK) for kind in form_kinds(text))


def levels_of(text: str) -> frozenset[str]:
    """Give the levels that a text is known to name.

    >>> sorted(levels_of("成本指标")), sorted(levels_of("数量指标")), sorted(levels_of("发放人数"))
    (['LEVEL1', 'LEVEL2'], ['LEVEL2'], [])
    """
    return frozenset(kind for kind in form_kinds(text) if kind in LEVELS)


def is_operator(text: str) -> bool:
    """Whether a text is an operator and nothing else; 0, which may be a number as well, is none.

    >>> is_operator("≥"), is_operator("定性"), is_operator("0"), is_operator(">=95")
    (True, True, False, False)
    """
    return text != "0" and "".join(text.split()) in OPERATORS


def is_unit(text: str) -> bool:
    """Whether a text is a known unit of measure.

    >>> is_unit("人次"), is_unit("元/人/月"), is_unit("落实待遇")
    (True, True, False)
    """
    return normal(text) in UNITS or text in UNITS


def is_date(text: str) -> bool:
    """Whether a text is a deadline.

    >>> is_date("2025-12"), is_date("2024年12月"), is_date("2024-12-31"), is_date("2024")
    (True, True, True, False)
    """
    return bool(_DATE.fullmatch(text))


def is_number(text: str) -> bool:
    """Whether a text is a number, with or without %.

    >>> is_number("4191300"), is_number("91.85%"), is_number("3 万元")
    (True, True, False)
    """
    return bool(_FIGURE.fullmatch(unicodedata.normalize("NFKC", text)))


def split_operator(text: str) -> tuple[str, str] | None:
    """Give the operator and the rest of a value that prints both in one cell; None where it does not.

    >>> split_operator("≥95%"), split_operator("95%")
    (('≥', '95%'), None)
    """
    found = _OPERATOR_BEFORE.fullmatch(text.strip())
    return (found[1], found[2]) if found else None

"""Whose disclosure it is, for which year, budget or final accounts: what most captions and headings say."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from attrs import frozen

from fiscaltables.model.disclosure import Stage
from fiscaltables.model.tables import Family
from fiscaltables.reading.pages import Row
from fiscaltables.recognising.families import families_of_title
from fiscaltables.recognising.vocabulary import is_organisation
from fiscaltables.segmenting.captions import is_part_heading, squeeze, year_in
from fiscaltables.segmenting.segments import Segment, Segmented

_PERFORMANCE = frozenset({Family.TARGETS, Family.OVERALL_TARGETS, Family.EVALUATION, Family.OVERALL_EVALUATION})
_FUND_BUDGETS = re.compile("一般公共预算|政府性基金预算|国有资本经营预算|社会保险基金预算")
_LONGEST_HEADING = 40
_SENTENCE = re.compile("[。；;，！？]")
_ENTITY = "(?P<entity>[^\\d第，。]{4,36}?(?:[(（][^()（）]{2,30}[)）])*)"
_NAMING = (
    re.compile(rf"第[一二三四五六七八九十]+部分{_ENTITY}(?:概况|基本情况|概述|简介)"),
    re.compile(rf"(?:第[一二三四五六七八九十]+部分)?{_ENTITY}(?:19|20)\d\d年度?(?:部门|单位)"),
    re.compile(rf"(?:19|20)\d\d年度?{_ENTITY}(?:部门|单位)(?:预算|决算)"),
)
_Vote = TypeVar("_Vote")
_NO_NAME = re.compile("\\d|预算|决算|公开|目录|报告|部分|职责|职能|机构")
_COVER_ROWS = 8
_CODED = re.compile(r"(?P<code>\d{3,9})(?P<entity>[^\d\s]{4,40}?)(?:-\d{6,9})?")


@frozen
class Identity:
    """The entity and its code, the fiscal year and the stage; None where the document does not settle it."""

    entity: str | None
    entity_code: str | None
    fiscal_year: int | None
    stage: Stage | None


def identity_of(document: Segmented) -> Identity:
    """Give what most captions and headings of a document say."""
    headings = tuple(squeeze(row.text) for row in document.narrative if _is_heading(row))
    entity = _entity(document.tables, headings)
    return Identity(
        entity, _code_of(entity, document.tables), _year(document.tables, headings), _stage(document, headings)
    )


def _entity(tables: tuple[Segment, ...], headings: tuple[str, ...]) -> str | None:
    captions = [table.caption.entity for table in tables if table.caption.entity]
    plain = [entity for entity in captions if not _CODED.fullmatch(entity)]
    named = [coded["entity"] for coded in map(_CODED.fullmatch, captions) if coded]
    by_form = ([found["entity"] for found in map(form.match, headings) if found] for form in _NAMING)
    cover = [text for text in headings[:_COVER_ROWS] if is_organisation(text) and not _NO_NAME.search(text)]
    return next((most for votes in (plain, named, *by_form, cover) if (most := _most(votes)) is not None), None)


def _code_of(entity: str | None, tables: tuple[Segment, ...]) -> str | None:
    """Give the code that is printed before the entity's name (068005…中心)."""
    firsts = (table.rows[0].printed[-1].text for table in tables if table.rows and table.rows[0].printed)
    texts = (*firsts, *(table.caption.entity or "" for table in tables))
    return _most([found["code"] for found in map(_CODED.fullmatch, texts) if found and found["entity"] == entity])


def _year(tables: tuple[Segment, ...], headings: tuple[str, ...]) -> int | None:
    votes = [table.caption.year for table in tables if table.caption.year]
    votes += [year for table in tables if (year := year_in(table.caption.title or ""))]
    votes += [year for text in headings if (year := _year_of_heading(text)) and _names_disclosure(text)]
    return _most(votes)


def _year_of_heading(text: str) -> int | None:
    """Give the year of a heading; where it prints several, the one that 预算 or 决算 follows."""
    years = {int(year) for year in re.findall(r"(?:19|20)\d\d(?=年)", text)}
    if len(years) > 1:
        named = {int(year) for year in re.findall(r"((?:19|20)\d\d)年度?(?:部门|单位)?(?:收支)?[预决]算", text)}
        return named.pop() if len(named) == 1 else None
    return year_in(text)


def _stage(document: Segmented, headings: tuple[str, ...]) -> Stage | None:
    titles = (table.caption.title or "" for table in document.tables if not _is_performance(table))
    votes = [stage for text in (*titles, *filter(_names_disclosure, headings)) if (stage := _stage_in(text))]
    return _most(votes)


def _stage_in(text: str) -> Stage | None:
    if "决算" in text:
        return Stage.FINAL_ACCOUNTS
    return Stage.BUDGET if "预算" in _FUND_BUDGETS.sub("", text) else None


def _names_disclosure(text: str) -> bool:
    return is_part_heading(text) or "预算" in text or "决算" in text


def _is_heading(row: Row) -> bool:
    return len(row.text) <= _LONGEST_HEADING and not _SENTENCE.search(row.text)


def _is_performance(table: Segment) -> bool:
    return bool(_PERFORMANCE.intersection(entry.family for entry in families_of_title(table.caption.title or "")[:1]))


def _most(votes: Iterable[_Vote]) -> _Vote | None:
    """Give what most say; None where two are said as often."""
    ranked = Counter(votes).most_common(2)
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    return ranked[0][0] if ranked else None

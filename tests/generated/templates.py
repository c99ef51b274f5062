"""The regions whose templates are known here, and how one of their disclosures is put together from figures."""

from collections.abc import Callable, Iterable, Sequence
from itertools import cycle

from attrs import evolve, frozen

from generated import (
    eight_tables,
    jiangsu,
    liaoning,
    national,
    qinghai,
    shanghai_budget,
    shanghai_finals,
    shenyang,
    sichuan,
    universities,
    variants,
)
from generated.documents import AnyTable, Document, Section
from generated.figures import OTHER_NATURES, PERSONNEL, PROJECT, RESERVE, RUNNING, Figures
from generated.narrative import explanation, meanings, overview
from generated.rows import NumberStyle

Template = Callable[[Figures, NumberStyle], AnyTable]


@frozen
class Region:
    """The tables of a region's disclosure, its stage, and the natures of spending that its columns know."""

    stage: str
    word: str
    tables: tuple[Template, ...]
    natures: tuple[str, ...] = (PERSONNEL, RUNNING, PROJECT)
    prepared: Callable[[Figures], Figures] = lambda figures: figures


LIAONING = Region("budget", "预算", liaoning.TABLES)
QINGHAI = Region("budget", "预算", qinghai.TABLES, (PERSONNEL, RUNNING, PROJECT, *OTHER_NATURES))
NATIONAL = Region("final_accounts", "决算", national.TABLES, QINGHAI.natures, national.prepared)
SHENYANG = Region("budget", "预算", shenyang.TABLES)
REGIONS = (LIAONING, QINGHAI, NATIONAL, SHENYANG)
"""Those that are read."""

SHANGHAI_FINALS = evolve(NATIONAL, tables=shanghai_finals.TABLES)
SHANGHAI_FINALS_IN_PARTS = evolve(NATIONAL, tables=shanghai_finals.TABLES_IN_PARTS)
SHANGHAI_BUDGET = Region("budget", "预算", shanghai_budget.TABLES, prepared=shanghai_budget.prepared)
SHANGHAI_BUDGET_2023 = evolve(
    SHANGHAI_BUDGET, tables=shanghai_budget.TABLES_OF_2023, prepared=shanghai_budget.prepared_whole
)
SHANGHAI_UNIT_BUDGET = evolve(SHANGHAI_BUDGET_2023, tables=shanghai_budget.TABLES_OF_A_UNIT)
JIANGSU = Region("budget", "预算", jiangsu.TABLES, (PERSONNEL, RUNNING, PROJECT, RESERVE), jiangsu.prepared)
JIANGSU_REPORT = evolve(JIANGSU, tables=jiangsu.TABLES_OF_A_REPORT)
UNIVERSITY_2021 = Region("budget", "预算", universities.TABLES_OF_2021, prepared=universities.prepared_for_2021)
UNIVERSITY_2023 = Region("budget", "预算", universities.TABLES_OF_2023, QINGHAI.natures, universities.prepared)
UNIVERSITY_2024 = Region("budget", "预算", universities.TABLES_OF_2024, prepared=universities.prepared)
UNIVERSITY_FINALS = evolve(NATIONAL, tables=universities.TABLES_OF_ACCOUNTS, prepared=universities.prepared)
GUANGXI = Region("budget", "预算", eight_tables.TABLES_OF_GUANGXI, QINGHAI.natures, eight_tables.prepared)
CENTRAL = evolve(GUANGXI, tables=eight_tables.TABLES_OF_A_CENTRAL_DEPARTMENT)
SICHUAN = evolve(NATIONAL, tables=sichuan.TABLES)
GUANGDONG = evolve(NATIONAL, tables=variants.TABLES_OF_GUANGDONG)
SHAANXI = evolve(NATIONAL, tables=variants.TABLES_OF_SHAANXI)
LISTS = evolve(NATIONAL, tables=variants.LISTS)
NEW_REGIONS = (
    SHANGHAI_FINALS,
    SHANGHAI_FINALS_IN_PARTS,
    SHANGHAI_BUDGET,
    SHANGHAI_BUDGET_2023,
    SHANGHAI_UNIT_BUDGET,
    JIANGSU,
    JIANGSU_REPORT,
    UNIVERSITY_2021,
    UNIVERSITY_2023,
    UNIVERSITY_2024,
    UNIVERSITY_FINALS,
    GUANGXI,
    CENTRAL,
    SICHUAN,
    GUANGDONG,
    SHAANXI,
    LISTS,
)
"""Those that are only printed so far."""


def covers(region: Region, figures: Figures) -> tuple[tuple[str, ...], ...]:
    """Give the covers that a department may choose from."""
    name, year, word = figures.organisation.name, figures.year, region.word
    if region.stage == "budget":
        return (f"{name}{year}年部门预算",), (f"{year}年{name}单位预算批复表",), (f"{year} 年部门预算公开报告", name)
    return (name, f"{year} 年度部门{word}"), (f"{name}{year}年度部门{word}",)


def tables_of(
    region: Region, figures: Figures, chosen: Iterable[int], styles: Sequence[NumberStyle]
) -> tuple[AnyTable, ...]:
    """Give the chosen tables of a region, in their order; the number styles are taken in turn."""
    known = region.prepared(figures)
    templates = [region.tables[index] for index in sorted(chosen)]
    return tuple(template(known, style) for template, style in zip(templates, cycle(styles), strict=False))


def document(
    region: Region, figures: Figures, tables: tuple[AnyTable, ...], *, cover: int = 0, narrated: bool = True
) -> Document:
    """Put a cover and the narrative around tables of a region."""
    known = region.prepared(figures)
    cover_choices = covers(region, known)
    return Document(
        entity=known.organisation.name,
        year=known.year,
        stage=region.stage,
        cover=cover_choices[cover % len(cover_choices)],
        tables=tables,
        before=(overview(known), _over_the_tables(region, known)) if narrated else (),
        after=(explanation(known, region.word), meanings()) if narrated else (),
    )


def _over_the_tables(region: Region, figures: Figures) -> Section:
    year = f"{figures.year}年" if region.stage == "budget" else f"{figures.year}年度"
    return Section(f"第二部分 {year}部门{region.word}表", ())

"""The cells of forms as a table of rows and columns: what spans several leaves blank cells.

Sources of the layouts: project and department forms of Liaoning, self-evaluations of Liaoning.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum

from attrs import frozen

from generated.form_words import FLAGS
from generated.forms import Form, FormTable, Indicator, levels


class Part(Enum):
    """What a row of a form belongs to."""

    FIELD = "fields, money, goals and the closing scores"
    HEADER = "the header of the indicators"
    ITEM = "an indicator"


@frozen
class GridRow:
    """A row of cells; of an indicator the first ``labels`` cells are those of merged labels."""

    cells: tuple[str, ...]
    part: Part = Part.FIELD
    labels: int = 0


Grid = Callable[[FormTable], Iterator[GridRow]]
"""Gives the rows of all forms of a table."""

_TARGET_HEADINGS = ("一级指标", "二级指标", "三级指标", "运算符号", "指标值", "度量单位", "完成时限")


def row(width: int, cells: Mapping[int, str | None], part: Part = Part.FIELD) -> GridRow:
    """Put texts into their columns, blank ones around them.

    >>> row(4, {0: "主管部门", 2: "云溪市档案局"}).cells
    ('主管部门', '', '云溪市档案局', '')
    """
    return GridRow(tuple(cells.get(at) or "" for at in range(width)), part)


def header(width: int, first: int, headings: Sequence[str], label: str | None = "绩效指标") -> GridRow:
    """Give the header of the indicators, whose first heading stands in column ``first``."""
    return row(
        width, {0: label if first else None} | {first + at: text for at, text in enumerate(headings)}, Part.HEADER
    )


def items(
    form: Form, width: int, first: int, values: Callable[[Indicator], Sequence[str | None]], *, levels_printed: int = 2
) -> Iterator[GridRow]:
    """Give a row for each indicator: its labels from column ``first`` on where they begin, then name and values."""
    for level1, groups in levels(form.indicators):
        for at, (level2, rows) in enumerate(groups):
            for index, one in enumerate(rows):
                labels = (level1 if not at and not index else "", (level2 or "") if not index else "")
                cells = ("",) * first + labels[:levels_printed]
                texts = [one.name or "", *(text or "" for text in values(one))]
                if levels_printed == 1 and not one.name:
                    continue
                filled = (*cells, *texts)
                yield GridRow((*filled, *("",) * (width - len(filled))), Part.ITEM, first + levels_printed)


def liaoning_targets(table: FormTable) -> Iterator[GridRow]:
    """绩效目标表 with the sources of the money, or with the sum alone."""
    for form in table.forms:
        yield row(8, {0: "项目(政策)名称", 2: form.name})
        yield row(8, {0: "主管部门", 1: form.department, 3: "实施单位", 4: form.implementer})
        yield from _money(form, "预算资金情况")
        yield row(8, {0: "总体目标", 1: form.goal})
        yield header(8, 1, _TARGET_HEADINGS)
        yield from items(form, 8, 1, _target)


def liaoning_overall(table: FormTable) -> Iterator[GridRow]:
    """整体绩效目标表: the main tasks of a department with their money."""
    for form in table.forms:
        yield row(8, {0: "部门（单位）名称", 1: form.implementer})
        yield row(8, {0: "年度主要任务", 1: "对应项目", 5: "预算资金情况"})
        yield from (row(8, {1: task.name, 5: task.amount}) for task in form.tasks)
        yield row(8, {0: "年度绩效目标", 1: form.goal})
        yield header(8, 1, ("一级指标", "二级指标", "三级指标", "运算符", *_TARGET_HEADINGS[4:]), "年度绩效指标")
        yield from items(form, 8, 1, _target)


def liaoning_evaluation(table: FormTable) -> Iterator[GridRow]:
    """绩效自评表: what was reached, and why not all."""
    headings = ("一级指标", "二级指标", "三级指标", "年度目标值", "", "", "全年完成值", "完成程度", "分值", "得分")
    for form in table.forms:
        total = form.total
        assert total
        yield row(18, {0: "项目(政策)名称", 2: form.name})
        yield row(18, {0: "主管部门", 2: form.department})
        yield row(18, {0: "实施单位", 2: form.implementer})
        money = {
            0: total.label,
            2: total.budget,
            5: "全年执行数(万元)",
            8: total.executed,
            11: "执行率",
            14: total.rate,
        }
        yield row(18, money)
        yield row(18, {0: "年度总体目标", 1: "年初设定目标", 10: "全年实际完成情况"})
        yield row(18, {1: form.goal, 10: form.goal_done})
        yield header(18, 1, (*headings, "未完成原因分析", "", "", "", "", "", "改进措施"))
        flags = {11 + at: flag for at, flag in enumerate(FLAGS)}
        yield row(18, {4: "运算符号", 5: "内容", 6: "度量单位", **flags, 16: "原因说明"}, Part.HEADER)
        yield from items(form, 18, 1, _flagged)
        scores = {0: "指标自评得分小计", 3: form.subtotal, 6: "预算执行率得分", 9: form.execution_score}
        yield row(18, {**scores, 11: "减分项", 13: form.deduction, 15: "绩效自评总得分", 17: form.total_score})


def liaoning_overall_evaluation(table: FormTable) -> Iterator[GridRow]:
    """整体绩效自评表: what came of a department's tasks."""
    headings = (
        *_TARGET_HEADINGS[:6],
        "全年完成值",
        "完成程度",
        "分值",
        "得分",
        "偏差原因分析",
        "",
        "",
        "",
        "",
        "改进措施",
    )
    task_headings = {8: "项目下达金额", 9: "项目执行金额", 10: "项目执行率", 11: "分值", 12: "得分"}
    for form in table.forms:
        yield row(17, {0: "部门（单位）名称", 1: form.implementer})
        yield from (row(17, {0: source.label, 1: source.budget}) for source in form.sources)
        yield row(17, {0: "年度主要任务", 1: "对应项目", **task_headings})
        for task in form.tasks:
            amounts = {8: task.amount, 9: task.executed, 10: task.rate, 11: task.weight, 12: task.score}
            yield row(17, {1: task.name, **amounts})
        yield row(17, {0: "年度目标", 1: "年初总体目标", 8: "全年完成情况"})
        yield row(17, {1: form.goal, 8: form.goal_done})
        yield header(17, 1, headings)
        flags = {11 + at: f"{flag}原因分析" for at, flag in enumerate(FLAGS)}
        yield row(17, flags, Part.HEADER)
        yield from items(form, 17, 1, lambda one: (*_values(one), one.actual, one.completion, one.weight, one.score))
        yield row(17, {0: "总评价得分", 1: form.total_score})


def _money(form: Form, label: str) -> Iterator[GridRow]:
    assert form.total
    if not form.sources:
        yield row(8, {0: label, 1: form.total.budget})
        return
    yield row(8, {0: label, 1: form.total.label, 4: form.total.budget})
    yield from (row(8, {1: source.label, 4: source.budget}) for source in form.sources)


def _values(one: Indicator) -> tuple[str | None, ...]:
    return one.operator, one.value, one.unit


def _target(one: Indicator) -> tuple[str | None, ...]:
    return *_values(one), one.deadline


def _flagged(one: Indicator) -> tuple[str | None, ...]:
    ticks = ("√" if flag in one.flags else None for flag in FLAGS)
    scores = (one.actual, one.completion, one.weight, one.score)
    return (*_values(one), *scores, *ticks, one.reason, one.improvement)

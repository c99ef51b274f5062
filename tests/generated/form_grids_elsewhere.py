"""The cells of forms of other regions: lists of a province, the national pattern, Sichuan, Chongqing, Shanghai."""

from collections.abc import Iterator

from generated.form_grids import GridRow, Part, header, items, row
from generated.forms import Form, FormTable, Indicator, Source

_LIST_HEADINGS = ("一级指标", "二级指标", "三级指标")


def qinghai_list(table: FormTable) -> Iterator[GridRow]:
    """Lay out a list of all projects: what is said of a project stands on the row of its first indicator."""
    headings = ("单位名称", "项目名称", "项目类别", "预算数(万元)", "绩效目标", *_LIST_HEADINGS)
    yield header(15, 0, (*headings, "绩效指标性质", "绩效指标值", "度量单位", "分值权重"))
    yield row(15, {12: "其中：预算执行率权重10%"}, Part.HEADER)
    yield row(15, {0: "合计-", 1: "-", 2: "-", 3: table.total})
    for at, form in enumerate(table.forms):
        unit = None if at else form.implementer
        fields = (unit, _coded_name(form), form.category, _budget(form), form.goal)
        yield from _listed(form, 15, fields)


def hainan_list(table: FormTable) -> Iterator[GridRow]:
    """Lay out a list whose projects are numbered."""
    headings = ("序号", "项目名称", "单位名称", "预算数（不含上年结转）", "年度目标", *_LIST_HEADINGS)
    yield header(12, 0, (*headings, "指标性质", "指标值", "度量单位", "权重"))
    for at, form in enumerate(table.forms, start=1):
        yield from _listed(form, 12, (str(at), _coded_name(form), form.implementer, _budget(form), form.goal))


def national_evaluation(table: FormTable) -> Iterator[GridRow]:
    """项目支出绩效自评表 of 2020: operator, value and unit in one cell, points behind the labels of level 1."""
    columns = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    headings = ("年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
    for form in table.forms:
        yield row(9, {0: "项目名称", 2: form.name})
        yield row(9, {0: "主管部门", 2: form.department, 5: "实施单位", 6: form.implementer})
        yield row(9, {0: "项目资金（万元）", **{3 + at: column for at, column in enumerate(columns)}})
        for source in _all_sources(form):
            yield row(9, {1: source.label, **dict(enumerate(_six(source), start=3))})
        yield from _two_goals(form, 9, "年度总体目标", "预期目标", "实际完成情况")
        yield header(9, 1, (*_LIST_HEADINGS, *headings))
        yield from items(form, 9, 1, lambda one: (one.value, one.actual, one.weight, one.score, one.reason))
        yield row(9, {0: "总分", 6: "100", 7: form.total_score})


def court_evaluation(table: FormTable) -> Iterator[GridRow]:
    """Lay out an older form of the courts: one budget and what was executed."""
    columns = ("预算数", "全年执行数", "分值", "执行率", "得分")
    headings = ("年度指标值", "全年实际值", "分值", "得分", "未完成原因分析")
    for form in table.forms:
        yield row(9, {0: "项目名称", 2: form.name})
        yield row(9, {0: "主管部门", 2: form.department, 5: "实施单位", 6: form.implementer})
        yield row(9, {0: "项目资金（万元）", **{4 + at: column for at, column in enumerate(columns)}})
        for source in _all_sources(form):
            cells = (source.budget, source.executed, source.weight, source.rate, source.score)
            yield row(9, {2: source.label, **dict(enumerate(cells, start=4))})
        yield from _two_goals(form, 9, "年度总体目标完成情况", "预期目标", "目标实际完成情况")
        yield header(9, 1, (*_LIST_HEADINGS, *headings))
        yield from items(form, 9, 1, lambda one: (one.value, one.actual, one.weight, one.score, one.reason))
        yield row(9, {0: "总分", 6: "100", 7: form.total_score})


def sichuan_evaluation(table: FormTable) -> Iterator[GridRow]:
    """Lay out the form of Sichuan: what was done at length, operator, value and unit apart."""
    columns = ("年度预算数（万元）", "年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分", "原因")
    headings = ("指标性质", "指标值", "度量单位", "完成值", "权重", "得分", "未完成原因分析")
    for form in table.forms:
        content, *closing = form.texts.items()
        yield row(11, {0: "项目名称", 1: _coded_name(form)})
        yield row(11, {0: "主管部门", 1: form.department, 6: "实施单位", 7: form.implementer})
        goal = {1: "1.项目年度目标完成情况", 3: "项目年度目标", 7: "年度目标完成情况"}
        yield row(11, {0: "项目基本情况", **goal})
        yield row(11, {3: form.goal, 7: form.goal_done})
        yield row(11, {1: content[0], 3: content[1]})
        yield row(11, {0: "预算执行情况（10分）", **dict(enumerate(columns, start=1))})
        for source in _all_sources(form):
            cells = (source.label, source.budget, source.adjusted, source.executed, source.rate)
            last = (source.weight or "/", source.score or "/")
            yield row(11, dict(enumerate((*cells, *last), start=1)))
        yield header(11, 1, (*_LIST_HEADINGS, *headings), "绩效指标（90分）")
        yield from items(form, 11, 1, _evaluated)
        yield row(11, {0: "合计", 8: "100", 9: form.total_score})
        yield from (row(11, {0: label, 1: text}) for label, text in closing)


def chongqing_evaluation(table: FormTable) -> Iterator[GridRow]:
    """Lay out the form of Chongqing: one level of indicators, the money on one row."""
    headings = ("指标类型", "指标名称", "指标性质", "指标值", "计量单位", "指标权重", "全年完成值", "得分")
    for form in table.forms:
        assert form.total
        yield row(9, {0: "项目名称", 1: form.name})
        yield row(9, {0: "主管部门", 1: form.department, 4: "实施单位", 5: form.implementer})
        money = {1: "全年预算数（A）", 4: "全年执行数（B）", 6: "执行率（B/A）"}
        yield row(9, {0: form.total.label, **money})
        yield row(9, {1: form.total.budget, 4: form.total.executed, 6: form.total.rate})
        yield from _two_goals(form, 9, "当年绩效目标", "全年绩效目标", "全年目标实际完成情况")
        yield header(9, 1, headings)
        yield from items(form, 9, 1, _evaluated_in_chongqing, levels_printed=1)
        yield row(9, {0: "总分", 8: form.total_score})


def ministry_targets(table: FormTable) -> Iterator[GridRow]:
    """Lay out the form of central departments, with the points for the execution of the budget beside the money."""
    for form in table.forms:
        assert form.total
        yield row(6, {0: "项目名称", 1: form.name})
        yield row(6, {0: "主管部门及代码", 1: form.department, 3: "实施单位", 4: form.implementer})
        yield row(6, {0: "项目资金（万元）", 1: form.total.label, 3: form.total.budget, 4: "执行率分值（10）"})
        yield from (row(6, {1: source.label, 3: source.budget}) for source in form.sources)
        yield row(6, {0: "年度总体目标", 1: form.goal})
        yield header(6, 1, (*_LIST_HEADINGS, "指标值", "分值（90）"))
        yield from items(form, 6, 1, lambda one: (one.value, one.weight))


def shanghai_targets(table: FormTable) -> Iterator[GridRow]:
    """财政项目支出绩效目标填报表: money of the whole project and of the year, two goals."""
    for form in table.forms:
        assert form.total
        year, public, this_year, last_year = form.sources
        dates = {0: "计划开始日期", 1: form.texts["计划开始日期"], 3: "计划完成日期", 4: form.texts["计划完成日期"]}
        nature = {0: "项目名称", 1: form.name, 2: "项目性质", 3: form.texts["项目性质"]}
        yield row(6, {**nature, 4: "项目类别", 5: form.category})
        yield row(6, {0: "主管部门", 1: form.department, 3: "实施单位", 4: form.implementer})
        yield row(6, dates)
        money = {0: "项目资金（元）", 1: form.total.label, 2: form.total.budget, 4: year.label, 5: year.budget}
        yield row(6, money)
        yield from (row(6, {4: source.label, 5: source.budget}) for source in (public, this_year, last_year))
        yield row(6, {0: "项目绩效目标", 1: "项目总目标", 3: "年度总体目标"})
        yield row(6, {1: form.goal, 3: form.goal})
        yield header(6, 1, (*_LIST_HEADINGS, "年度(/项目)指标值"))
        yield from items(form, 6, 1, lambda one: (one.value,))


def _listed(form: Form, width: int, fields: tuple[str | None, ...]) -> Iterator[GridRow]:
    for at, one in enumerate(items(form, width, len(fields), _weighed)):
        cells = (*(field or "" for field in fields), *one.cells[len(fields) :]) if not at else one.cells
        yield GridRow(cells, Part.ITEM, one.labels)


def _two_goals(form: Form, width: int, label: str, planned: str, done: str) -> Iterator[GridRow]:
    yield row(width, {0: label, 1: planned, 5: done})
    yield row(width, {1: form.goal, 5: form.goal_done})


def _all_sources(form: Form) -> tuple[Source, ...]:
    assert form.total
    return form.total, *form.sources


def _coded_name(form: Form) -> str:
    return f"{form.code}-{form.name}"


def _budget(form: Form) -> str | None:
    return form.total.budget if form.total else None


def _six(source: Source) -> tuple[str | None, ...]:
    return source.budget, source.adjusted, source.executed, source.weight, source.rate, source.score


def _weighed(one: Indicator) -> tuple[str | None, ...]:
    return one.operator, one.value, one.unit, one.weight


def _evaluated(one: Indicator) -> tuple[str | None, ...]:
    return one.operator, one.value, one.unit, one.actual, one.weight, one.score, one.reason


def _evaluated_in_chongqing(one: Indicator) -> tuple[str | None, ...]:
    return one.operator, one.value, one.unit, one.weight, one.actual, one.score

"""Forms as the plain text of a page gives them: blank cells are lost, labels and names are wrapped."""

from collections.abc import Callable, Iterator, Sequence

from attrs import evolve, frozen

from generated.captions import caption_lines
from generated.flowing import Pieces, joined, wrapped
from generated.form_styles import FormFlowingStyle, LabelBorder
from generated.forms import Form, FormDocument, FormTable, Indicator, Level2, levels
from generated.styles import Lines


@frozen
class Line:
    """Cells beside one another; ``adjacent`` to the line above, or parted from it as the style parts lines."""

    cells: tuple[Pieces, ...]
    adjacent: bool = False
    header: bool = False
    item: bool = False


Lay = Callable[[Form, FormFlowingStyle], Iterator[Line]]
"""Gives the lines of a form."""


def print_forms_flowing(document: FormDocument, lay: Lay, style: FormFlowingStyle) -> str:
    """Print a cover and the tables of a document as the text of their pages."""
    pages = [page for table in document.tables for page in flowing_forms(table, lay, style)]
    numbered = [f"{page}\n\n- {at} -" if style.page.page_numbers else page for at, page in enumerate(pages, start=1)]
    return style.page.page_end.value.join((document.cover, *numbered)) + "\n"


def flowing_forms(table: FormTable, lay: Lay, style: FormFlowingStyle) -> Iterator[str]:
    """Give the pages of a table; a page ends after so many lines, but only between indicators."""
    between = "\n\n" if style.page.lines is Lines.PARTED else "\n"
    text, count = between.join(caption_lines(table, style.page.caption)), 0
    for form in table.forms:
        before = False
        for line in lay(form, style):
            if style.page.page_rows and count >= style.page.page_rows and line.item and before and not line.adjacent:
                yield text
                text, count = _text(line, style), 0
            else:
                text += ("\n" if line.adjacent else between) + _text(line, style)
                count += 1
            before = line.item
    yield between.join((text, *table.notes))


def liaoning_targets(form: Form, style: FormFlowingStyle) -> Iterator[Line]:
    """绩效目标表 of a project."""
    assert form.total
    label = _label_of(style)
    yield Line((label("项目(政策)名称"), wrapped(form.name or "", style.project_width)))
    yield Line((label("主管部门"), [form.department or ""], label("实施单位"), [form.implementer]))
    yield Line((label(form.total.label), [form.total.budget or ""]))
    yield Line((label("总体目标"), [form.goal]))
    yield Line((label("绩效指标"),))
    yield from _indicators(form, style, ("运算符号", "指标值", "度量单位", "完成时限"))


def liaoning_overall(form: Form, style: FormFlowingStyle) -> Iterator[Line]:
    """整体绩效目标表 of a department."""
    label = _label_of(style)
    yield Line((label("部门（单位）名称"), [form.implementer]))
    yield Line((label("年度主要任务"),))
    yield Line((["对应项目"], ["预算资金情况"]))
    yield from (Line(([task.name], [task.amount])) for task in form.tasks)
    yield Line((label("年度绩效目标"), [form.goal]))
    yield Line((label("年度绩效指标"),))
    yield from _indicators(form, style, ("运算符", "指标值", "度量单位", "完成时限"))


def shanghai_targets(form: Form, style: FormFlowingStyle) -> Iterator[Line]:
    """财政项目支出绩效目标填报表: no deadline ends an indicator, its name and value stand on a line."""
    assert form.total
    year, *others = form.sources
    nature = (["项目性质"], [form.texts["项目性质"]], ["项目类别"], [form.category or ""])
    yield Line((["项目名称"], [form.name or ""], *nature))
    yield Line((["主管部门"], [form.department or ""], ["实施单位"], [form.implementer]))
    dates = ([label] for pair in [*form.texts.items()][1:] for label in pair)
    yield Line(tuple(dates))
    yield Line((["项目资金", "（元）"],))
    yield Line(([form.total.label], [form.total.budget or ""], [year.label], [year.budget or ""]))
    yield from (Line(tuple([word] for word in (other.label, other.budget) if word)) for other in others)
    yield Line((["项目", "绩效", "目标"],))
    yield Line((["项目总目标"], ["年度总体目标"]))
    yield Line((wrapped(form.goal, style.page.line_width), wrapped(form.goal, style.page.line_width)))
    yield Line((["一级指标"], ["二级指标"], ["三级指标"], ["年度(/项目)指标值"]), header=True)
    yield Line((["绩效指标"],))
    yield from _rows(form, style)


def _indicators(form: Form, style: FormFlowingStyle, headings: Sequence[str]) -> Iterator[Line]:
    half = len("运算")
    single = style.page.heading_widths == (0,)
    cells = [[text] if single or text in {"运算符", "指标值", "完成时限"} else wrapped(text, half) for text in headings]
    first = (_level("一级指标", style), ["二级指标"], ["三级指标"])
    yield Line((*first, *cells), header=True)
    yield from _rows(form, style)


def _rows(form: Form, style: FormFlowingStyle) -> Iterator[Line]:
    for level1, groups in levels(form.indicators):
        yield from _of_level1(_level(level1, style), groups, style)


def _of_level1(level1: Pieces, groups: tuple[Level2, ...], style: FormFlowingStyle) -> Iterator[Line]:
    adjacent = style.border is LabelBorder.ADJACENT
    if len(groups) == 1:
        yield from _of_level2((level1, [groups[0][0] or ""]), groups[0][1], style)
        return
    if style.border is LabelBorder.SAME_LINE:
        yield from _of_level2((level1, [groups[0][0] or ""]), groups[0][1], style)
    else:
        yield Line((level1,), item=True)
        first, *others = _of_level2(([groups[0][0] or ""],), groups[0][1], style)
        yield evolve(first, adjacent=adjacent)
        yield from others
    for level2, rows in groups[1:]:
        yield from _of_level2(([level2 or ""],), rows, style)


def _of_level2(labels: tuple[Pieces, ...], rows: tuple[Indicator, ...], style: FormFlowingStyle) -> Iterator[Line]:
    """Put a label beside its only row, over several rows as the style has it."""
    alone = len(rows) == 1 and not (style.lone_label and len(labels) > 1)
    if alone or style.border is LabelBorder.SAME_LINE:
        yield Line((*labels, *_words(rows[0], style)), item=True)
        rows = rows[1:]
        yield from (Line(_words(one, style), item=True) for one in rows)
        return
    yield Line(labels, item=True)
    for at, one in enumerate(rows):
        if one.name:
            yield Line(_words(one, style), adjacent=not at and style.border is LabelBorder.ADJACENT, item=True)


def _words(one: Indicator, style: FormFlowingStyle) -> tuple[Pieces, ...]:
    if not one.name:
        return ()
    name = wrapped(one.name, style.page.name_width)
    return (name, *([word] for word in one.words[1:]))


def _label_of(style: FormFlowingStyle) -> Callable[[str], Pieces]:
    return lambda text: wrapped(text, style.field_width) if style.field_width else [text]


def _level(text: str, style: FormFlowingStyle) -> Pieces:
    return wrapped(text, style.level_width) if style.level_width else [text]


def _text(line: Line, style: FormFlowingStyle) -> str:
    page = evolve(style.page, pieces_adjacent=style.header_adjacent) if line.header else style.page
    return joined(line.cells, page)

"""Every template of a form: what it prints, under which title, and how."""

from random import Random

from attrs import frozen

from generated import form_flowing, form_grids, form_grids_elsewhere, form_shapes
from generated.figures import Organisation
from generated.form_flowing import Lay
from generated.form_grids import Grid
from generated.form_making import Shape, make_form, money
from generated.forms import Form, FormDocument, FormTable


@frozen(kw_only=True)
class FormTemplate:
    """A template with the printers that it has.

    ``number`` is that of the table, of which ``-`` makes one of the form's own: 表17-1, 表17-2. ``together`` puts all
    forms into one table. ``unit`` is printed in the caption, ``unit_of_amounts`` is what the labels of amounts say.
    ``summed`` prints the sum of all forms over them.
    """

    title: str
    family: str
    shape: Shape
    grid: Grid | None = None
    lay: Lay | None = None
    stage: str = "budget"
    number: str | None = None
    together: bool = False
    unit: str | None = "万元"
    unit_of_amounts: str = "万元"
    dated: bool = False
    titled_by_year: bool = False
    summed: bool = False


TARGETS = "部门预算项目（政策）绩效目标表"
EVALUATION = "项目支出绩效自评表"
TEMPLATES: dict[str, FormTemplate] = {
    "liaoning targets": FormTemplate(
        title=TARGETS,
        family="targets",
        shape=form_shapes.LIAONING_TARGETS,
        grid=form_grids.liaoning_targets,
        lay=form_flowing.liaoning_targets,
        number="表17-",
    ),
    "liaoning targets with percentages": FormTemplate(
        title=TARGETS,
        family="targets",
        shape=form_shapes.LIAONING_TARGETS_PERCENT,
        grid=form_grids.liaoning_targets,
        lay=form_flowing.liaoning_targets,
        number="表17",
    ),
    "liaoning targets with sources": FormTemplate(
        title=TARGETS,
        family="targets",
        shape=form_shapes.LIAONING_TARGETS_FUNDED,
        grid=form_grids.liaoning_targets,
        number="表18",
        together=True,
    ),
    "liaoning department": FormTemplate(
        title="部门（单位）整体绩效目标表",
        family="overall_targets",
        shape=form_shapes.LIAONING_OVERALL,
        grid=form_grids.liaoning_overall,
        lay=form_flowing.liaoning_overall,
        number="表16",
    ),
    "liaoning evaluation": FormTemplate(
        title="预算项目(政策)绩效自评表",
        family="evaluation",
        shape=form_shapes.LIAONING_EVALUATION,
        grid=form_grids.liaoning_evaluation,
        stage="final_accounts",
        unit=None,
        dated=True,
    ),
    "liaoning department's evaluation": FormTemplate(
        title="部门（单位）整体绩效自评表",
        family="overall_evaluation",
        shape=form_shapes.LIAONING_OVERALL_EVALUATION,
        grid=form_grids.liaoning_overall_evaluation,
        stage="final_accounts",
    ),
    "qinghai list": FormTemplate(
        title="年省级部门预算项目支出绩效目标表",
        family="targets",
        shape=form_shapes.QINGHAI_LIST,
        grid=form_grids_elsewhere.qinghai_list,
        together=True,
        unit=None,
        titled_by_year=True,
        summed=True,
    ),
    "hainan list": FormTemplate(
        title="省本级重大项目绩效目标表",
        family="targets",
        shape=form_shapes.HAINAN_LIST,
        grid=form_grids_elsewhere.hainan_list,
        together=True,
    ),
    "national evaluation": FormTemplate(
        title=EVALUATION,
        family="evaluation",
        shape=form_shapes.NATIONAL_EVALUATION,
        grid=form_grids_elsewhere.national_evaluation,
        stage="final_accounts",
        unit=None,
        dated=True,
    ),
    "court evaluation": FormTemplate(
        title=EVALUATION,
        family="evaluation",
        shape=form_shapes.COURT_EVALUATION,
        grid=form_grids_elsewhere.court_evaluation,
        stage="final_accounts",
        unit=None,
        dated=True,
    ),
    "sichuan evaluation": FormTemplate(
        title="部门预算项目支出绩效自评表",
        family="evaluation",
        shape=form_shapes.SICHUAN_EVALUATION,
        grid=form_grids_elsewhere.sichuan_evaluation,
        stage="final_accounts",
        unit=None,
        dated=True,
    ),
    "chongqing evaluation": FormTemplate(
        title=EVALUATION,
        family="evaluation",
        shape=form_shapes.CHONGQING_EVALUATION,
        grid=form_grids_elsewhere.chongqing_evaluation,
        stage="final_accounts",
        unit=None,
        dated=True,
    ),
    "ministry targets": FormTemplate(
        title="项目绩效目标表",
        family="targets",
        shape=form_shapes.MINISTRY_TARGETS,
        grid=form_grids_elsewhere.ministry_targets,
        unit=None,
        dated=True,
    ),
    "shanghai targets": FormTemplate(
        title="财政项目支出绩效目标填报表",
        family="targets",
        shape=form_shapes.SHANGHAI_TARGETS,
        grid=form_grids_elsewhere.shanghai_targets,
        lay=form_flowing.shanghai_targets,
        unit=None,
        unit_of_amounts="元",
        dated=True,
    ),
}


def form_document(
    template: FormTemplate, organisation: Organisation, year: int, count: int, random: Random
) -> FormDocument:
    """Invent a disclosure with so many forms of a template; a whole department has one."""
    shape = template.shape
    numbers = range(1 if shape.whole_department else count)
    first = random.randrange(7)
    forms = tuple(make_form(shape, organisation, year, first + number, random) for number in numbers)
    parts = [forms] if template.together else [(form,) for form in forms]
    tables = (_table(template, part, at, year) for at, part in enumerate(parts, start=1))
    return FormDocument(entity=organisation.name, year=year, stage=template.stage, tables=tuple(tables))


def _table(template: FormTemplate, forms: tuple[Form, ...], at: int, year: int) -> FormTable:
    number = template.number
    return FormTable(
        family=template.family,
        number=f"{number}{at}" if number and number.endswith("-") else number,
        title=f"{year}{template.title}" if template.titled_by_year else template.title,
        unit=template.unit,
        year=year if template.dated else None,
        forms=forms,
        total=_sum(forms) if template.summed else None,
    )


def _sum(forms: tuple[Form, ...]) -> str:
    cents = sum(int((form.total.budget or "0").replace(",", "").replace(".", "")) for form in forms if form.total)
    return money(cents)

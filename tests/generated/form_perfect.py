"""What a perfect reader gives for forms, to test the comparison itself."""

from typing import Any

from generated.comparing import value_of
from generated.form_templates import FormTemplate
from generated.forms import Form, FormDocument, Indicator, Source, Task

Plain = dict[str, Any]


def perfect_forms(document: FormDocument, template: FormTemplate) -> Plain:
    """Give the JSON form of a document of forms, as far as it is compared."""
    tables = [
        {
            "kind": "performance",
            "family": table.family,
            "number": table.number,
            "title": table.title,
            "unit_of_measure": table.unit,
            "unread": [],
            "total": _amount(table.total, template),
            "projects": [_project(form, template) for form in table.forms],
        }
        for table in document.tables
    ]
    return {"entity": document.entity, "fiscal_year": document.year, "stage": document.stage, "tables": tables}


def _project(form: Form, template: FormTemplate) -> Plain:
    total = form.total or (form.sources[0] if form.sources else Source(""))
    columns = [form.total] if form.total and template.shape.broken_down else []
    return {
        "name": form.name,
        "code": form.code,
        "category": form.category,
        "competent_department": form.department,
        "implementing_unit": form.implementer,
        "amount": _amount(total.budget, template),
        "executed": _amount(total.executed, template),
        "execution_rate": total.rate,
        "funding": [_source(source, template) for source in (*columns, *form.sources)],
        "tasks": [_task(task, template) for task in form.tasks],
        "goal": form.goal,
        "goal_done": form.goal_done,
        "texts": dict(form.texts),
        "indicators": [_indicator(one) for one in form.indicators if one.name],
        "subtotal": form.subtotal,
        "execution_score": form.execution_score,
        "deduction": form.deduction,
        "total_score": form.total_score,
    }


def _source(source: Source, template: FormTemplate) -> Plain:
    return {
        "label": source.label,
        "budget": _amount(source.budget, template),
        "adjusted_budget": _amount(source.adjusted, template),
        "executed": _amount(source.executed, template),
        "weight": source.weight,
        "rate": source.rate,
        "score": source.score,
    }


def _task(task: Task, template: FormTemplate) -> Plain:
    amounts = {"amount": _amount(task.amount, template), "executed": _amount(task.executed, template)}
    return {"name": task.name, **amounts, "rate": task.rate, "weight": task.weight, "score": task.score}


def _indicator(one: Indicator) -> Plain:
    return {
        "level1": one.level1,
        "level2": one.level2,
        "name": one.name,
        "operator": one.operator,
        "value": one.value,
        "unit": one.unit,
        "deadline": one.deadline,
        "weight": one.weight,
        "target": _target(one),
        "evaluation": {
            "actual": one.actual,
            "completion": one.completion,
            "score": one.score,
            "reason_flags": list(one.flags),
            "reason": one.reason,
            "improvement": one.improvement,
        },
    }


def _target(one: Indicator) -> Plain | None:
    if one.target is None:
        return None
    operator, value, unit = one.target
    return {"operator": operator, "number": value, "unit": unit} if unit else {"text": value}


def _amount(text: str | None, template: FormTemplate) -> Plain | None:
    if text is None:
        return None
    return {"text": text, "value": str(value_of(text)), "unit": template.unit_of_amounts}

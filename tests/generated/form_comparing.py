"""What printed forms say against what was read of them, difference by difference.

What the JSON form leaves to the reader is taken either way: whether operator, value and unit of one cell are taken
apart; whether points stay behind a label of level 1; whether the row of all money is a source like the others; whether
sources without any figure are kept; which of a form's two budgets is its amount.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from generated.comparing import value_of
from generated.form_templates import FormTemplate
from generated.forms import Form, FormDocument, FormTable, Indicator, Source, Task

Plain = dict[str, Any]
_POINTS = re.compile(r"[（(]\d+分[）)]$")
_BLANKS = {"/", "", None}
_EVALUATION = ("actual", "completion", "score", "reason", "improvement")


def form_differences(document: FormDocument, template: FormTemplate, read: Plain) -> list[str]:
    """Give every difference between a document and the JSON form of what was read; none if all is as it should be."""
    found = [
        *_differing("entity", document.entity, read["entity"]),
        *_differing("fiscal_year", document.year, read["fiscal_year"]),
        *_differing("stage", document.stage, read["stage"]),
    ]
    titles = [_squeezed(table["title"]) for table in read["tables"]]
    expected = [_squeezed(table.title) for table in document.tables]
    if titles != expected:
        return [*found, f"tables: {expected} are printed, {titles} are read"]
    for table, one in zip(document.tables, read["tables"], strict=True):
        where = f"{table.number or ''}{table.title}"
        found += [f"{where}: {difference}" for difference in _of_table(table, template, one)]
    return found


def _of_table(table: FormTable, template: FormTemplate, read: Plain) -> Iterator[str]:
    yield from _differing("family", table.family, read["family"])
    yield from _differing("number", table.number, read["number"] and _squeezed(read["number"]))
    yield from _differing("unread", [], [row["cells"] for row in read["unread"]])
    if table.unit:
        yield from _differing("unit_of_measure", table.unit, read["unit_of_measure"])
    if read["kind"] != "performance":
        yield f"it is read as {read['kind']}"
        return
    yield from _of_amount("total", table.total, read["total"], template)
    for form, one in zip_longest(table.forms, read["projects"]):
        where = form.name or form.implementer if form else "nothing"
        if form is None or one is None:
            yield f"forms: {where} is printed, {one and (one['name'], one['implementing_unit'])} is read"
            continue
        yield from (f"{where}: {difference}" for difference in _of_form(form, template, one))


def _of_form(form: Form, template: FormTemplate, read: Plain) -> Iterator[str]:
    own = {
        "name": form.name,
        "code": form.code,
        "category": form.category,
        "competent_department": form.department,
        "implementing_unit": form.implementer,
        "goal": form.goal,
        "goal_done": form.goal_done,
        "subtotal": form.subtotal,
        "deduction": form.deduction,
        "total_score": form.total_score,
    }
    for field, text in own.items():
        yield from _differing(field, _loose(text), _loose(read[field]))
    if read["execution_score"] is not None or form.subtotal:
        yield from _differing("execution_score", form.execution_score, read["execution_score"])
    yield from _of_money(form, template, read)
    yield from _of_tasks(form.tasks, read["tasks"], template)
    yield from _of_texts(form, read["texts"])
    yield from _of_indicators([one for one in form.indicators if one.name], read["indicators"])


def _of_money(form: Form, template: FormTemplate, read: Plain) -> Iterator[str]:
    total = form.total or (form.sources[0] if form.sources else None)
    if total is None:
        yield from _of_amount("amount", None, read["amount"], template)
    else:
        text = read["amount"] and read["amount"]["text"]
        allowed = {total.budget, total.adjusted, *(source.budget for source in form.sources[:1])}
        if text not in allowed:
            yield f"amount: {total.budget!r} is printed, {text!r} is read"
        yield from _of_amount("amount", text, read["amount"], template)
        yield from _of_amount("executed", total.executed, read["executed"], template)
        yield from _differing("execution_rate", total.rate, read["execution_rate"])
    yield from _of_sources(form, template, read["funding"])


def _of_sources(form: Form, template: FormTemplate, read: list[Plain]) -> Iterator[str]:
    expected = [source for source in form.sources if source.amounts]
    found = [one for one in read if any(one[key] for key in ("budget", "adjusted_budget", "executed"))]
    total = form.total
    printed_apart = total and _label(total.label) in {_label(one["label"]) for one in found}
    if total and (printed_apart or template.shape.broken_down):
        one_sum_is_the_amount = template.shape.two_totals and len(found) == len(expected)
        expected = [total, *expected[one_sum_is_the_amount:]]
    labels, read_labels = [_label(one.label) for one in expected], [_label(one["label"]) for one in found]
    if labels != read_labels:
        yield f"funding: {labels} are printed, {read_labels} are read"
        return
    for source, one in zip(expected, found, strict=True):
        yield from (f"{source.label}: {fault}" for fault in _of_source(source, template, one))


def _of_source(source: Source, template: FormTemplate, read: Plain) -> Iterator[str]:
    if not template.shape.broken_down:
        budget = read["budget"] or read["adjusted_budget"]
        yield from _of_amount("budget", source.budget, budget, template)
        return
    yield from _of_amount("budget", source.budget, read["budget"], template)
    yield from _of_amount("adjusted_budget", source.adjusted, read["adjusted_budget"], template)
    yield from _of_amount("executed", source.executed, read["executed"], template)
    for key in ("weight", "rate", "score"):
        own = getattr(source, key)
        if not {own, read[key]} <= _BLANKS:
            yield from _differing(key, own, read[key])


def _of_amount(what: str, text: str | None, read: Plain | None, template: FormTemplate) -> Iterator[str]:
    yield from _differing(what, text, read and read["text"])
    if text and read and read["text"] == text:
        yield from _differing(f"value of {what}", value_of(text), read["value"] and Decimal(read["value"]))
        yield from _differing(f"unit of {what}", template.unit_of_amounts, read["unit"])


def _of_tasks(expected: tuple[Task, ...], read: list[Plain], template: FormTemplate) -> Iterator[str]:
    for task, one in zip_longest(expected, read):
        if task is None or one is None:
            yield f"tasks: {task and task.name} is printed, {one and one['name']} is read"
            continue
        yield from _differing("task", _squeezed(task.name), one["name"] and _squeezed(one["name"]))
        yield from _of_amount(f"{task.name}: amount", task.amount, one["amount"], template)
        yield from _of_amount(f"{task.name}: executed", task.executed, one["executed"], template)
        for key in ("rate", "weight", "score"):
            yield from _differing(f"{task.name}: {key}", getattr(task, key), one[key])


def _of_texts(form: Form, read: dict[str, str]) -> Iterator[str]:
    """Each text must stand under its label; its ordinal and a bracket behind it do not count."""
    found = {_label(label): _squeezed(text) for label, text in read.items()}
    for label, text in form.texts.items():
        yield from _differing(f"text of {label}", _squeezed(text), found.get(_label(label)))


def _of_indicators(expected: list[Indicator], read: list[Plain]) -> Iterator[str]:
    for indicator, one in zip_longest(expected, read):
        if indicator is None or one is None:
            yield f"indicators: {indicator and indicator.name} is printed, {one and one['name']} is read"
            continue
        yield from (f"{indicator.name}: {fault}" for fault in _of_indicator(indicator, one))


def _of_indicator(indicator: Indicator, read: Plain) -> Iterator[str]:
    read = _with_right_readings(indicator, read)
    yield from _differing("level1", _POINTS.sub("", indicator.level1), _POINTS.sub("", read["level1"] or ""))
    yield from _differing("level2", indicator.level2, read["level2"])
    yield from _differing("name", indicator.name, read["name"] and _squeezed(read["name"]))
    parts = (indicator.operator, indicator.value, indicator.unit)
    found = (read["operator"], read["value"], read["unit"])
    in_one_cell = indicator.operator is None and indicator.unit is None
    if _joined(parts) != _joined(found) if in_one_cell else parts != found:
        yield f"value: {parts} is printed, {found} is read"
    yield from _differing("deadline", indicator.deadline, read["deadline"])
    yield from _differing("weight", indicator.weight, read["weight"])
    yield from _of_target(indicator, read["target"])
    yield from _of_evaluation(indicator, read["evaluation"] or {})
    yield from _differing("open", {}, read.get("open") or {})


def _with_right_readings(indicator: Indicator, read: Plain) -> Plain:
    """Give what was read with the printed text of each open field that has it among its readings.

    Where blank cells are lost the print may not settle a field; then it must be open, with the right reading.
    """
    right = {key: getattr(indicator, key, None) for key in read.get("open") or {}}
    settled = {key: text for key, text in right.items() if text in read["open"][key]}
    found = {
        **read,
        **settled,
        "open": {key: texts for key, texts in (read.get("open") or {}).items() if key not in settled},
    }
    evaluation = {**(read["evaluation"] or {}), **{key: text for key, text in settled.items() if key in _EVALUATION}}
    of_value = {"operator", "value", "unit"}.intersection(settled)
    return {**found, "evaluation": evaluation, "target": _meaning(indicator) if of_value else read["target"]}


def _meaning(indicator: Indicator) -> Plain | None:
    if indicator.target is None:
        return None
    operator, value, unit = indicator.target
    return {"operator": operator, "number": value, "unit": unit} if unit else {"text": value}


def _of_target(indicator: Indicator, read: Plain | None) -> Iterator[str]:
    if indicator.target is None:
        return
    operator, value, unit = indicator.target
    found = read or {}
    if unit is None:
        yield from _differing("target", value, found.get("text"))
        return
    yield from _differing("target's operator", operator, found.get("operator"))
    number = found.get("number")
    yield from _differing("target's number", Decimal(value), number and Decimal(number))
    yield from _differing("target's unit", unit, found.get("unit"))


def _of_evaluation(indicator: Indicator, read: Plain) -> Iterator[str]:
    for key in _EVALUATION:
        yield from _differing(key, _loose(getattr(indicator, key)), _loose(read.get(key)))
    yield from _differing("reason_flags", [*indicator.flags], [*(read.get("reason_flags") or ())])


def _label(text: str) -> str:
    plain = _squeezed(text).removeprefix("其中：").rstrip("：:")
    return re.sub(r"^[0-9]+[.．、]", "", plain)


def _joined(parts: tuple[str | None, ...]) -> str:
    return re.sub(r"[()（）]", "", _squeezed("".join(part or "" for part in parts)))


def _loose(text: str | None) -> str | None:
    return text and _squeezed(text)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _differing(what: str, expected: object, read: object) -> Iterator[str]:
    if expected != read:
        yield f"{what}: {expected!r} is printed, {read!r} is read"

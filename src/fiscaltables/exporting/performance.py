"""Performance forms in the plain form: written, and read back."""

from typing import Any

from fiscaltables.exporting.amounts import amount_from, decimal_from, plain_amount, plain_decimal, plain_span, span_from
from fiscaltables.exporting.pieces import Piece
from fiscaltables.model.amounts import Amount
from fiscaltables.model.performance import Evaluation, Funding, Indicator, Project, Target, Task


def plain_project(project: Project) -> dict[str, Any]:
    """Give a form with its funds, tasks and indicators as plain data."""
    return {
        "name": project.name,
        "code": project.code,
        "category": project.category,
        "competent_department": project.competent_department,
        "implementing_unit": project.implementing_unit,
        "amount": _amount(project.amount),
        "executed": _amount(project.executed),
        "execution_rate": project.execution_rate,
        "funding": [_funding(source) for source in project.funding],
        "tasks": [_task(task) for task in project.tasks],
        "goal": project.goal,
        "goal_done": project.goal_done,
        "texts": dict(project.texts),
        "indicators": [plain_indicator(indicator) for indicator in project.indicators],
        "subtotal": project.subtotal,
        "execution_score": project.execution_score,
        "deduction": project.deduction,
        "total_score": project.total_score,
        "span": plain_span(project.span),
    }


def plain_indicator(indicator: Indicator) -> dict[str, Any]:
    """Give an indicator as plain data; ``open`` stands only where a field is left open."""
    readings = {name: list(texts) for name, texts in indicator.open.items()}
    return {
        "level1": indicator.level1,
        "level2": indicator.level2,
        "name": indicator.name,
        "operator": indicator.operator,
        "value": indicator.value,
        "unit": indicator.unit,
        "deadline": indicator.deadline,
        "weight": indicator.weight,
        "target": _target(indicator.target) if indicator.target else None,
        "evaluation": _evaluation(indicator.evaluation) if indicator.evaluation else None,
        **({"open": readings} if readings else {}),
        "span": plain_span(indicator.span),
    }


def project_from(piece: Piece) -> Project:
    """Give the form that ``plain_project`` wrote."""
    return Project(
        name=piece["name"].maybe(Piece.text),
        code=piece["code"].maybe(Piece.text),
        category=piece["category"].maybe(Piece.text),
        competent_department=piece["competent_department"].maybe(Piece.text),
        implementing_unit=piece["implementing_unit"].maybe(Piece.text),
        amount=piece["amount"].maybe(amount_from),
        executed=piece["executed"].maybe(amount_from),
        execution_rate=piece["execution_rate"].maybe(Piece.text),
        funding=piece["funding"].each(_funding_from),
        tasks=piece["tasks"].each(_task_from),
        goal=piece["goal"].maybe(Piece.text),
        goal_done=piece["goal_done"].maybe(Piece.text),
        texts={label: text.text() for label, text in piece["texts"].items()},
        indicators=piece["indicators"].each(indicator_from),
        subtotal=piece["subtotal"].maybe(Piece.text),
        execution_score=piece["execution_score"].maybe(Piece.text),
        deduction=piece["deduction"].maybe(Piece.text),
        total_score=piece["total_score"].maybe(Piece.text),
        span=span_from(piece["span"]),
    )


def indicator_from(piece: Piece) -> Indicator:
    """Give the indicator that ``plain_indicator`` wrote."""
    return Indicator(
        level1=piece["level1"].maybe(Piece.text),
        level2=piece["level2"].maybe(Piece.text),
        name=piece["name"].maybe(Piece.text),
        operator=piece["operator"].maybe(Piece.text),
        value=piece["value"].maybe(Piece.text),
        unit=piece["unit"].maybe(Piece.text),
        deadline=piece["deadline"].maybe(Piece.text),
        weight=piece["weight"].maybe(Piece.text),
        target=piece["target"].maybe(_target_from),
        evaluation=piece["evaluation"].maybe(_evaluation_from),
        open={name: readings.each(_reading_from) for name, readings in piece.get("open", {}).items()},
        span=span_from(piece["span"]),
    )


def _amount(amount: Amount | None) -> dict[str, Any] | None:
    return plain_amount(amount) if amount else None


def _funding(source: Funding) -> dict[str, Any]:
    return {
        "label": source.label,
        "budget": _amount(source.budget),
        "adjusted_budget": _amount(source.adjusted_budget),
        "executed": _amount(source.executed),
        "weight": source.weight,
        "rate": source.rate,
        "score": source.score,
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "name": task.name,
        "amount": _amount(task.amount),
        "executed": _amount(task.executed),
        "rate": task.rate,
        "weight": task.weight,
        "score": task.score,
    }


def _target(target: Target) -> dict[str, Any]:
    """Give what a target means: a number with operator and unit, or a text alone."""
    if target.number is None:
        return {"text": target.text}
    return {"operator": target.operator, "number": plain_decimal(target.number), "unit": target.unit}


def _evaluation(evaluation: Evaluation) -> dict[str, Any]:
    return {
        "actual": evaluation.actual,
        "completion": evaluation.completion,
        "score": evaluation.score,
        "reason_flags": list(evaluation.reason_flags),
        "reason": evaluation.reason,
        "improvement": evaluation.improvement,
    }


def _funding_from(piece: Piece) -> Funding:
    return Funding(
        label=piece["label"].text(),
        budget=piece["budget"].maybe(amount_from),
        adjusted_budget=piece["adjusted_budget"].maybe(amount_from),
        executed=piece["executed"].maybe(amount_from),
        weight=piece["weight"].maybe(Piece.text),
        rate=piece["rate"].maybe(Piece.text),
        score=piece["score"].maybe(Piece.text),
    )


def _task_from(piece: Piece) -> Task:
    return Task(
        name=piece["name"].maybe(Piece.text),
        amount=piece["amount"].maybe(amount_from),
        executed=piece["executed"].maybe(amount_from),
        rate=piece["rate"].maybe(Piece.text),
        weight=piece["weight"].maybe(Piece.text),
        score=piece["score"].maybe(Piece.text),
    )


def _target_from(piece: Piece) -> Target:
    if piece.get("text").value is not None:
        return Target(text=piece["text"].text())
    return Target(
        operator=piece["operator"].maybe(Piece.text),
        number=decimal_from(piece["number"]),
        unit=piece["unit"].maybe(Piece.text),
    )


def _evaluation_from(piece: Piece) -> Evaluation:
    return Evaluation(
        actual=piece["actual"].maybe(Piece.text),
        completion=piece["completion"].maybe(Piece.text),
        score=piece["score"].maybe(Piece.text),
        reason_flags=piece["reason_flags"].each(Piece.text),
        reason=piece["reason"].maybe(Piece.text),
        improvement=piece["improvement"].maybe(Piece.text),
    )


def _reading_from(piece: Piece) -> str | None:
    return piece.maybe(Piece.text)

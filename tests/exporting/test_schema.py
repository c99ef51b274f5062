"""The JSON Schema: it is one, it knows the model's words, and it refuses what the format does not allow."""

import json
from collections.abc import Iterable
from enum import Enum
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from fiscaltables.errors import Severity
from fiscaltables.exporting.plain import FORMAT
from fiscaltables.exporting.schema import json_schema
from fiscaltables.model.amounts import Placement
from fiscaltables.model.disclosure import Stage
from fiscaltables.model.tables import Family, Layout

Form = dict[str, Any]

PLACE: Form = {"page": 3, "sheet": None, "line": None, "column": None, "end_line": None, "end_column": None}
SPAN: Form = PLACE | {"box": [1.5, 2, 30, 40.25]}


def amount(**changes: object) -> Form:
    """Give an amount as JSON.md prints one."""
    dimensions = dict.fromkeys(("side", "fund", "nature", "phase", "origin", "item", "year"))
    form = {"text": "7.00", "value": "7.00", "unit": "万元", "column": ["合计"], "placement": "printed"}
    return form | {"span": SPAN, "dimensions": dimensions} | changes


def indicator(**changes: object) -> Form:
    """Give an indicator of a form of targets."""
    texts = {
        "level1": "产出指标",
        "level2": "数量指标",
        "name": "补助人数",
        "operator": ">=",
        "value": "95",
        "unit": "人",
    }
    return (
        texts
        | {"deadline": "2024-12", "weight": "10", "evaluation": None, "span": SPAN}
        | {"target": {"operator": ">=", "number": "95", "unit": "人"}}
        | changes
    )


def project(*indicators: Form) -> Form:
    """Give a form of performance targets."""
    texts = ("name", "code", "category", "competent_department", "implementing_unit", "execution_rate", "goal")
    scores = ("goal_done", "subtotal", "execution_score", "deduction", "total_score")
    funds = {"label": "一、本年收入", "budget": amount(), "adjusted_budget": None, "executed": amount()}
    task = {"name": "保工资", "amount": amount(), "executed": None, "rate": None, "weight": "10", "score": None}
    return dict.fromkeys((*texts, *scores)) | {
        "amount": amount(),
        "executed": None,
        "funding": [funds | {"weight": "10", "rate": "91.85%", "score": "9.2"}],
        "tasks": [task],
        "texts": {"计划开始日期": "2024-01"},
        "indicators": list(indicators),
        "span": SPAN,
    }


def table(kind: str, **body: object) -> Form:
    """Give a table of a kind."""
    shared = {"kind": kind, "family": "other", "layout": "grid", "number": None, "title": "表", "unit_of_measure": None}
    return shared | {"entity": None, "notes": [], "total": None, "unread": [], "span": SPAN} | body


def document(*tables: Form) -> Form:
    """Give a document with these tables."""
    return {
        "format": FORMAT,
        "source": {"name": None, "media_type": "application/pdf", "encoding": None, "sha256": "0" * 64, "pages": 24},
        "entity": None,
        "entity_code": None,
        "fiscal_year": 2024,
        "stage": "final_accounts",
        "tables": list(tables),
        "sections": [],
        "problems": [],
        "coverage": {"cells": 9, "read": 8, "furniture": 1, "unread": 0},
    }


def money(*amounts: Form) -> Form:
    """Give a table of one line with these amounts."""
    line: Form = {
        "code": "208",
        "printed_code": None,
        "name": None,
        "texts": {},
        "amounts": list(amounts),
        "block": None,
    }
    return table("money", columns=[["合计"]], lines=[line | {"span": SPAN}])


def valid(form: object) -> bool:
    """Say whether the schema takes a document."""
    return bool(Draft202012Validator(json_schema()).is_valid(form))


def words(*way: str) -> set[str | None]:
    """Give the words of an enumeration in the schema."""
    held = json_schema()
    for step in way:
        held = held[step]
    return set(held["enum"])


def values(choices: Iterable[Enum]) -> set[str]:
    """Give the words of an enumeration in the model."""
    return {choice.value for choice in choices}


def test_the_schema_is_a_schema() -> None:
    """It satisfies the draft that it names."""
    Draft202012Validator.check_schema(json_schema())


def test_the_schema_is_named_as_the_format_is() -> None:
    """The format's name and version stand in it."""
    assert json_schema()["properties"]["format"] == {"const": FORMAT}


def test_the_schema_knows_the_words_of_the_model() -> None:
    """Families, layouts, placements, severities and stages are the model's, no more and no fewer."""
    assert words("$defs", "shared", "properties", "family") == values(Family)
    assert words("$defs", "shared", "properties", "layout") == values(Layout) | {None}
    assert words("$defs", "amount", "properties", "placement") == values(Placement)
    assert words("$defs", "problem", "properties", "severity") == values(Severity)
    assert words("properties", "stage") == values(Stage) | {None}


def test_every_reference_leads_to_a_definition_and_every_definition_is_used() -> None:
    """Nothing in the schema is left over."""
    text = files("fiscaltables.exporting").joinpath("fiscaltables-1.schema.json").read_text(encoding="utf-8")
    assert all(f'"#/$defs/{name}"' in text for name in json_schema()["$defs"])
    assert text.count('"#/$defs/') == sum(text.count(f'"#/$defs/{name}"') for name in json_schema()["$defs"])


EVALUATION: Form = {"actual": "96", "completion": "100%", "score": "10", "reason_flags": ["其他"]}
EVALUATION |= {"reason": None, "improvement": None}


@pytest.mark.parametrize(
    "form",
    [
        document(),
        document(money(amount()), table("unrecognised", rows=[{"cells": ["", "甲"], "span": SPAN}])),
        document(money(amount(column=None, placement="open", candidates=[["甲"], ["乙"]]))),
        document(money(amount(placement="derived", reason="k amounts for k columns"), amount(text="-", value=None))),
        document(table("performance", projects=[project(), project(indicator(), indicator(target=None))])),
        document(table("performance", projects=[project(indicator(target={"text": "落实待遇"}))])),
        document(table("performance", projects=[project(indicator(evaluation=EVALUATION))])),
        document(table("performance", projects=[project(indicator(level2=None, open={"level2": ["甲", "乙"]}))])),
    ],
)
def test_the_schema_takes_what_the_format_allows(form: Form) -> None:
    """Every kind of table, open readings and forms of performance are valid."""
    Draft202012Validator(json_schema()).validate(json.loads(json.dumps(form)))


def without(form: Form, key: str) -> Form:
    """Give a form that lacks a key."""
    return {name: value for name, value in form.items() if name != key}


@pytest.mark.parametrize(
    "form",
    [
        without(document(), "coverage"),
        document() | {"format": "fiscaltables/2"},
        document() | {"remark": "unknown"},
        document(without(money(), "lines")),
        document(money() | {"rows": []}),
        document(table("poem")),
        document(money(without(amount(), "dimensions"))),
        document(money(amount(value=7))),
        document(money(amount(value="7e2"))),
        document(money(amount(placement="open"))),
        document(money(amount(candidates=[["甲"]]))),
        document(money(amount(candidates=[]))),
        document(money(amount(span=SPAN | {"line": 0}))),
        document(table("performance", projects=[project(indicator(target={"text": "落实", "unit": None}))])),
    ],
)
def test_the_schema_refuses_what_the_format_does_not_allow(form: Form) -> None:
    """A missing key, an unknown one, a number for a text, an open amount with a column are invalid."""
    assert not valid(form)

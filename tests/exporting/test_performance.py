"""Performance forms as plain data: every key is there, what is written comes back, and what is wrong is named."""

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import given

from fiscaltables.errors import ReadError
from fiscaltables.exporting.performance import indicator_from, plain_indicator, plain_project, project_from
from fiscaltables.exporting.pieces import Piece
from fiscaltables.exporting.schema import json_schema
from fiscaltables.model.performance import Evaluation, Funding, Indicator, Project, Target, Task
from fiscaltables.model.places import Span
from generated.values import FORMS

INDICATOR = Indicator("产出指标", "数量指标", "培训人数", Span(line=7), operator="≥", value="95人", deadline="2025-12")
FORM = Project(name="培训", span=Span(line=1), indicators=(INDICATOR,))


@given(FORMS)
def test_every_form_comes_back(form: Project) -> None:
    """What is read equals what was written."""
    assert project_from(Piece(plain_project(form))) == form


@pytest.mark.parametrize(
    ("definition", "kind", "left_out"),
    [
        ("project", Project, set()),
        ("funding", Funding, set()),
        ("task", Task, set()),
        ("indicator", Indicator, {"open"}),
        ("evaluation", Evaluation, set()),
    ],
)
def test_the_format_has_the_fields_of_the_model(definition: str, kind: type[Any], left_out: set[str]) -> None:
    """A field that the model gains is missed in the schema; only open may be left out."""
    schema = json_schema()["$defs"][definition]
    names = {part.name for part in fields(kind)}
    assert set(schema["properties"]) == names
    assert set(schema["required"]) == names - left_out


def test_the_keys_of_an_indicator_are_always_there() -> None:
    """What is not printed is null, but open stands only where something is open."""
    plain = plain_indicator(INDICATOR)
    assert (plain["unit"], plain["weight"], plain["target"], plain["evaluation"]) == (None,) * 4
    assert "open" not in plain


def test_open_readings_are_listed_by_field() -> None:
    """A reading that leaves the field blank is null."""
    indicator = evolve(INDICATOR, level2=None, open={"level2": ("数量指标", None)})
    plain = plain_indicator(indicator)
    assert (plain["level2"], plain["open"]) == (None, {"level2": ["数量指标", None]})
    assert indicator_from(Piece(plain)) == indicator


@pytest.mark.parametrize(
    ("target", "written"),
    [
        (Target(">=", Decimal("95.0"), "%"), {"operator": ">=", "number": "95.0", "unit": "%"}),
        (Target(number=Decimal("1E+2")), {"operator": None, "number": "100", "unit": None}),
        (Target(text="落实待遇"), {"text": "落实待遇"}),
    ],
)
def test_a_target_is_a_number_or_a_text(target: Target, written: dict[str, str | None]) -> None:
    """A number comes with operator and unit and is written in digits, a text stands alone."""
    plain = plain_indicator(evolve(INDICATOR, target=target))
    assert plain["target"] == written
    assert indicator_from(Piece(plain)).target == target


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"target": {"operator": ">=", "unit": "%"}}, "target: the key 'number' is missing"),
        (
            {"target": {"operator": ">=", "number": "many", "unit": "%"}},
            "target.number: a number in digits should stand here, not 'many'",
        ),
        ({"target": {"text": 7}}, "target.text: a text should stand here, not 7"),
        ({"open": {"level2": "数量指标"}}, "open.level2: a list should stand here, not '数量指标'"),
        ({"evaluation": {}}, "evaluation: the key 'actual' is missing"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(changes: dict[str, object], message: str) -> None:
    """An indicator that is not of the format is a ReadError whose sentence says what is wrong and where."""
    plain = plain_project(FORM)
    plain["indicators"][0] |= changes
    with pytest.raises(ReadError) as raised:
        project_from(Piece(plain))
    assert str(raised.value) == f"indicators[0].{message}"

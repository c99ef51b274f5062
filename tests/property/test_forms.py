"""Invented forms are printed in many ways and read back; what they say adds up."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fiscaltables
from generated.form_comparing import form_differences
from generated.form_flowing import print_forms_flowing
from generated.form_perfect import perfect_forms
from generated.form_strategies import form_documents, form_flowing_styles, form_tabbed_styles
from generated.form_tabbed import print_forms_tabbed
from generated.form_templates import TEMPLATES, FormTemplate
from generated.forms import Form, FormDocument
from generated.styles import Lines

RUN = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
MANY = settings(RUN, max_examples=30)
WITH_PAGES = [name for name, template in TEMPLATES.items() if template.lay and template.shape.deadline]
"""Without 完成时限 nothing shows where a wrapped cell ends."""
ALL = sorted(TEMPLATES)
WEIGHED = [name for name, template in TEMPLATES.items() if template.shape.out_of]
DENSE = (Lines.ALONE,)


@pytest.mark.parametrize("name", TEMPLATES)
@RUN
@given(data=st.data())
def test_tabbed_forms_read_back_as_they_were_printed(name: str, data: st.DataObject) -> None:
    """Every field, amount and indicator of a tabbed print is that of the form."""
    template = TEMPLATES[name]
    document = data.draw(form_documents(template))
    assert template.grid
    _reads_back(document, template, print_forms_tabbed(document, template.grid, data.draw(form_tabbed_styles())))


@pytest.mark.parametrize("name", WITH_PAGES)
@RUN
@given(data=st.data())
def test_flowing_forms_read_back_as_they_were_printed(name: str, data: st.DataObject) -> None:
    """Every field, amount and indicator of flowing text is that of the form."""
    template = TEMPLATES[name]
    document = data.draw(form_documents(template))
    lines = (Lines.PARTED,) if template.shape.deadline else DENSE
    assert template.lay
    _reads_back(document, template, print_forms_flowing(document, template.lay, data.draw(form_flowing_styles(lines))))


@MANY
@given(data=st.data())
def test_weights_of_generated_forms_add_up(data: st.DataObject) -> None:
    """The weights of a form's indicators are all that the form gives out, and its scores add up to its sub-total."""
    template = TEMPLATES[data.draw(st.sampled_from(WEIGHED))]
    for table in data.draw(form_documents(template)).tables:
        for form in table.forms:
            named = [one for one in form.indicators if one.name]
            assert sum(Decimal(one.weight or 0) for one in named) == template.shape.out_of
            assert all(Decimal(one.weight or 0) > 0 for one in named)
            if form.subtotal:
                assert sum(Decimal(one.score or 0) for one in named) == Decimal(form.subtotal)
                parts = Decimal(form.subtotal) + Decimal(form.execution_score or 0) - Decimal(form.deduction or 0)
                assert parts == Decimal(form.total_score or 0)


@MANY
@given(data=st.data())
def test_comparison_finds_nothing_against_a_perfect_reading(data: st.DataObject) -> None:
    """A reading that says what the forms say differs nowhere."""
    template = TEMPLATES[data.draw(st.sampled_from(ALL))]
    document = data.draw(form_documents(template))
    assert form_differences(document, template, perfect_forms(document, template)) == []


@MANY
@given(data=st.data())
def test_printers_of_forms_print_every_name_and_amount(data: st.DataObject) -> None:
    """The names of indicators and the amounts of a form stand in its print, however rows are spoilt."""
    template = TEMPLATES[data.draw(st.sampled_from(ALL))]
    document = data.draw(form_documents(template))
    assert template.grid
    texts = [print_forms_tabbed(document, template.grid, data.draw(form_tabbed_styles()))]
    if template.lay:
        lines = (Lines.PARTED,) if template.shape.deadline else DENSE
        texts.append(print_forms_flowing(document, template.lay, data.draw(form_flowing_styles(lines))))
    for text in ("".join(text.split()) for text in texts):
        assert all(words in text for table in document.tables for form in table.forms for words in _words(form))


def _words(form: Form) -> list[str]:
    names = [one.name for one in form.indicators if one.name]
    amounts = [amount for source in (form.total, *form.sources) if source for amount in source.amounts]
    return names + amounts + [form.implementer]


def _reads_back(document: FormDocument, template: FormTemplate, text: str) -> None:
    disclosure = fiscaltables.loads(text)
    found = form_differences(document, template, disclosure.to_dict())
    found += [f"error: {problem}" for problem in disclosure.errors]
    found += [f"{disclosure.coverage.unread} cells are unread"] if disclosure.coverage.unread else []
    assert not found, "\n".join((*found, "", text))

"""The grammars of the performance forms build, mean one thing, and read every row that they can draw."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark

from fiscaltables.model.places import Span
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import Candidate
from fiscaltables.recognising.driving import drive_rows
from fiscaltables.recognising.families import FAMILIES
from fiscaltables.recognising.forms.wordings import HEADINGS, LABELS, LEVELS, PARTS
from fiscaltables.recognising.grammar import Node, compiled, grammar_folder, terminals_of

PATHS = tuple(sorted({entry.path for entry in FAMILIES.values() if entry.path and entry.forms}))
CELLS = {"TEXT", "FIGURE", "DATE", "OPERATOR", "TICK", "COLUMN", "_ROW"}
RUN = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

every_form = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def _grammar(path: Path, start: str) -> Lark:
    return Lark(
        path.read_text("utf-8"),
        parser="lalr",
        lexer="basic",
        start=start,
        import_paths=[str(grammar_folder())],
        maybe_placeholders=False,
        strict=True,
    )


@cache
def _streams(path: Path) -> st.SearchStrategy[str]:
    grammar = _grammar(path, "gridded")
    return from_lark(grammar, explicit={name: st.just(f"{name} ") for name in terminals_of(grammar)})


@every_form
@pytest.mark.parametrize("start", ["gridded", "flowing"])
def test_a_grammar_of_forms_means_one_thing(path: Path, start: str) -> None:
    """It builds without a conflict, and no terminal is renamed by an import."""
    assert all("__" not in name for name in terminals_of(_grammar(path, start)))


@every_form
def test_every_kind_of_cell_of_a_form_has_a_wording(path: Path) -> None:
    """A label, heading or level that nothing is ever read as would be a dead rule."""
    worded = LABELS.keys() | PARTS.keys() | HEADINGS.keys() | LEVELS.keys()
    assert terminals_of(compiled(path)) - CELLS <= worded


@every_form
@RUN
@given(data=st.data())
def test_every_row_that_the_grammar_draws_is_read(path: Path, data: st.DataObject) -> None:
    """Rows of cells whose kinds are known are all read, with every cell in printed order."""
    kinds = [line.split() for line in data.draw(_streams(path)).split("_ROW") if line.split()]
    driven = drive_rows(path, tuple(tuple(_candidate(kind) for kind in row) for row in kinds))
    assert driven.refused == ()
    read = [kind for part in driven.rows for kind in _kinds(part)]
    assert read == [kind for row in kinds for kind in row]


def _candidate(kind: str) -> Candidate:
    return Candidate(Cell(kind, Span(), 0), (kind,))


def _kinds(node: Node) -> list[str]:
    return [*node.kinds, *(kind for child in node.children for kind in _kinds(child))]

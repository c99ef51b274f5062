"""Disclosures spoilt by hand and by copying: whatever they look like then, no figure is lost and none appears."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from attrs import AttrsInstance, asdict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fiscaltables as ft

EXAMPLES = sorted((Path(__file__).parents[2] / "docs" / "examples").glob("*.txt"))
FIGURE = re.compile(r"(?<![\d.])\d[\d,]*\.\d+(?![\d.])")
STRAYS = (
    "12",
    "3",
    "",
    "\f",
    "合计",
    "- 5 -",
    "100.00",
    "注：本表为空。",
    "2024年部门预算",
    "第三部分 情况说明",
    "备注",
)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["lose a tab", "add a tab", "join", "cut", "repeat", "swap", "insert"]),
        st.integers(0, 10_000),
        st.sampled_from(STRAYS),
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=EDITS)
def test_a_spoilt_disclosure_keeps_every_figure(example: Path, edits: list[tuple[str, int, str]]) -> None:
    """Each printed figure is an amount, unread, in a text or in the narrative, as often as it is printed."""
    text = _spoilt(example.read_text("utf-8"), edits)
    disclosure = ft.loads(text)
    assert _figures([text]) == _figures(_everything(disclosure))
    assert [problem.message for problem in disclosure.problems if problem.code == "fault"] == []


def _spoilt(text: str, edits: list[tuple[str, int, str]]) -> str:
    lines = text.split("\n")
    for what, number, stray in edits:
        at = number % (len(lines) - 1)
        line, after = lines[at], lines[at + 1]
        changed = {
            "lose a tab": [line.replace("\t", "", 1), after],
            "add a tab": [line.replace("\t", "\t\t", 1), after],
            "join": [f"{line} {after}"],
            "cut": [*line.split(" ", 1), after],
            "repeat": [line, line, after],
            "swap": [after, line],
            "insert": [line, stray, after],
        }
        if what != "lose a tab" or not re.search(r"\d\t\d", line):  # two figures run together are another figure
            lines[at : at + 2] = changed[what]
    return "\n".join(lines)


def _figures(texts: Iterable[str]) -> Counter[str]:
    return Counter(figure for text in texts for figure in FIGURE.findall(text))


def _everything(disclosure: ft.Disclosure) -> Iterable[str]:
    for table in disclosure.tables:
        yield from (table.title, *table.notes, *(cell for row in table.unread for cell in row.cells))
        yield from (amount.text for amount in table.amounts)
        if isinstance(table, ft.UnrecognisedTable):
            yield from (cell for row in table.rows for cell in row.cells)
        if isinstance(table, ft.MoneyTable):
            yield from (text for line in table.lines for text in (line.name or "", *line.texts.values()))
        if isinstance(table, ft.PerformanceTable):
            yield from _texts_of_forms(table)
        if isinstance(table, ft.BalanceTable):
            yield from (entry.label for entry in table.entries)
    for section in disclosure.sections:
        yield from (section.title or "", section.text)


def _texts_of_forms(table: ft.PerformanceTable) -> Iterable[str]:
    """Yield every text of the forms that is no amount, and the sum of the table."""
    yield from (table.total.text,) if table.total else ()
    for project in table.projects:
        evaluations = (each.evaluation for each in project.indicators if each.evaluation)
        parts: tuple[AttrsInstance, ...] = (
            project,
            *project.funding,
            *project.tasks,
            *project.indicators,
            *evaluations,
        )
        yield from (value for part in parts for value in _strings(part))
        yield from project.texts.values()


def _strings(part: AttrsInstance) -> Iterable[str]:
    return (value for value in asdict(part, recurse=False).values() if isinstance(value, str))

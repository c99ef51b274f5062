"""The plain text of real PDFs: tables of departments are read, and the page contradicts no column."""

import os
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest

import fiscaltables
from fiscaltables import Disclosure, Placement, Table

pytestmark = pytest.mark.corpus

FILES = sorted(Path(os.environ.get("FISCALTABLES_CORPUS", "."), "real").glob("*.pdf"))
PERFORMANCE = {"targets", "overall_targets", "evaluation", "overall_evaluation"}
GOVERNMENT = ("全区", "各市县")
"""Words of the titles of a government's own accounts."""

Place = tuple[int, int]
"""A page and a character on it, as pypdfium2 counts them."""


class Printed:
    """A PDF, its text page by page with form feeds between, and where each character of the text stands."""

    def __init__(self, path: Path) -> None:
        self._document = pypdfium2.PdfDocument(path)
        self._pages = [page.get_textpage() for page in self._document]
        self._places: dict[tuple[int, int], Place] = {}
        pieces = []
        line, column = 1, 1
        for number, page in enumerate(self._pages):
            text = page.get_text_range()
            pieces.append(text)
            for index, character in enumerate(text):
                self._places[line, column] = number, index
                if character == "\n":
                    line, column = line + 1, 1
                elif character != "\r":
                    column += 1
            column += 1
        self.text = "\f".join(pieces)

    def box(self, line: int, column: int, text: str) -> tuple[int, float, float] | None:
        """Give page, left and right of a text; None where the characters of the page are counted otherwise."""
        page, index = self._places[line, column]
        if self._pages[page].get_text_range(index, len(text)) != text:
            return None
        boxes = [self._pages[page].get_charbox(index + offset, loose=True) for offset in range(len(text))]
        return page, min(box[0] for box in boxes), max(box[2] for box in boxes)


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def printed(request: pytest.FixtureRequest) -> Printed:
    """Give each PDF."""
    return Printed(request.param)


@pytest.fixture(scope="module")
def read(printed: Printed) -> Disclosure:
    """Give the reading of its plain text."""
    return fiscaltables.loads(printed.text)


def test_the_text_is_read_without_an_error(read: Disclosure) -> None:
    """No row of any table is refused, and no figure unread."""
    assert read.errors == ()


def test_every_table_of_a_department_is_recognised(read: Disclosure) -> None:
    """Each table has its family, its title, its unit and its rows."""
    tables = [table for table in read.tables if table.family.value not in PERFORMANCE]
    if not any(word in table.title for table in tables for word in GOVERNMENT):
        assert [(table.title, table.kind) for table in tables if table.kind == "unrecognised" or not table.title] == []
        assert [table.title for table in tables if table.unit_of_measure is None] == []


def test_amounts_stand_in_the_order_of_their_columns(printed: Printed, read: Disclosure) -> None:
    """On a page, the amounts of a column stand over one another, and left of those of the columns to its right."""
    wrong = [
        (table.title, left, right)
        for table in read.tables
        for columns in _columns(printed, table)
        for (left, one), (right, other) in combinations(columns, 2)
        if max(one) >= min(other)
    ]
    assert wrong == []


def _columns(printed: Printed, table: Table) -> Iterator[list[tuple[tuple[str, ...], list[float]]]]:
    """Yield for every page, and side of a table, the columns in order with the middles of their amounts."""
    sides = [getattr(table, "columns", ())]
    if isinstance(table, fiscaltables.BalanceTable):
        sides = [table.revenue_columns, table.expenditure_columns]
    for columns in sides:
        pages: dict[int, dict[tuple[str, ...], list[float]]] = defaultdict(lambda: defaultdict(list))
        for amount in _amounts(table, columns):
            box = printed.box(amount.span.line or 0, amount.span.column or 0, amount.text)
            if box is not None and amount.column is not None:
                pages[box[0]][amount.column].append((box[1] + box[2]) / 2)
        for found in pages.values():
            yield [(column, found[column]) for column in columns if found[column]]


def _amounts(table: Table, columns: tuple[tuple[str, ...], ...]) -> tuple[fiscaltables.Amount, ...]:
    amounts = table.amounts
    if isinstance(table, fiscaltables.BalanceTable):
        entries = table.revenue if columns is table.revenue_columns else table.expenditure
        amounts = tuple(amount for entry in entries for amount in entry.amounts)
    return tuple(amount for amount in amounts if amount.placement is not Placement.OPEN)

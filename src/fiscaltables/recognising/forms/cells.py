"""The candidates of a form's cells: what each could be, best first."""

from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import Candidate
from fiscaltables.recognising.forms.vocabulary import (
    FIELDS_OF_LIST,
    HEADING_KINDS,
    TICKS,
    form_kinds,
    is_date,
    is_number,
    is_operator,
    leads_part,
)
from fiscaltables.recognising.forms.wordings import LEVELS

_COLUMNS = frozenset({*FIELDS_OF_LIST, "OTHER_LABEL", "SERIAL_HEADING"})
"""The labels that may head a column in a list of forms."""
_FEWEST_HEADINGS = 2
_FEWEST_COLUMNS = 3
_OF_INDICATORS = frozenset({"LEVEL1_HEADING", "LEVEL2_HEADING", "NAME_HEADING", "OPERATOR_HEADING", "FLAG_HEADING"})
"""The headings that nothing but a table of indicators prints."""


def row_candidates(cells: tuple[Cell, ...], *, among_indicators: bool) -> tuple[Candidate, ...]:
    """Give the candidates of a row whose blank cells are left out; a row of headings is one of a header."""
    if is_heading_row(cells):
        return tuple(Candidate(cell, _heading_kinds(cell.text)) for cell in cells)
    if not among_indicators and is_money_head(cells):
        return tuple(Candidate(cell, _money_kinds(cell.text)) for cell in cells)
    return tuple(Candidate(cell, kinds_of(cell.text, among_indicators=among_indicators)) for cell in cells)


def is_money_head(cells: tuple[Cell, ...]) -> bool:
    """Whether a row heads 项目资金: it prints three of its columns (预算数, 执行数, 分值 …) and no figure."""
    columns = sum("FUNDING_COLUMN" in form_kinds(cell.text) for cell in cells)
    return columns >= _FEWEST_COLUMNS and not any(is_number(cell.text) for cell in cells)


def is_heading_row(cells: tuple[Cell, ...]) -> bool:
    """Whether a row is one of the header of the indicators: it prints two of its headings, and no figure."""
    kinds = [HEADING_KINDS.intersection(form_kinds(cell.text)) for cell in cells]
    own = any(_OF_INDICATORS.intersection(found) for found in kinds)
    return own and sum(map(bool, kinds)) >= _FEWEST_HEADINGS and not any(is_number(cell.text) for cell in cells)


def kinds_of(text: str, *, among_indicators: bool) -> tuple[str, ...]:
    """Give the kinds of a text, best first; among the rows of indicators a name may read like the label of a field.

    >>> kinds_of("预算执行率", among_indicators=True), kinds_of("主管部门", among_indicators=False)
    (('TEXT', 'RATE_LABEL', 'FUNDING_COLUMN'), ('DEPARTMENT_LABEL', 'COLUMN', 'TEXT'))
    """
    if text in TICKS:
        return ("TICK", "TEXT")
    if is_operator(text):
        return ("OPERATOR",)
    if is_date(text):
        return ("DATE",)
    if is_number(text):
        return ("FIGURE", "TEXT")
    known = form_kinds(text)
    columns = ("COLUMN",) if _COLUMNS.intersection(known) else ()
    levels = tuple(kind for kind in known if kind in LEVELS)
    others = tuple(kind for kind in known if kind not in LEVELS)
    if not among_indicators:
        return (*others, *columns, "TEXT", *levels)
    return (*others, *columns, "TEXT", *levels) if leads_part(text) else (*levels, "TEXT", *others)


def _heading_kinds(text: str) -> tuple[str, ...]:
    known = form_kinds(text)
    headings = tuple(kind for kind in known if kind in HEADING_KINDS)
    columns = ("COLUMN",) if _COLUMNS.intersection(known) else ()
    markers = tuple(kind for kind in known if kind == "INDICATORS")
    return (*markers, *headings, *columns, "TEXT")


def _money_kinds(text: str) -> tuple[str, ...]:
    known = form_kinds(text)
    return ("AMOUNT_LABEL",) if "AMOUNT_LABEL" in known and "FUNDING_COLUMN" not in known else ("FUNDING_COLUMN",)

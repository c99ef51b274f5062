"""A header that stands right behind the rows of a table, without a title: a table of its own begins there."""

import re
from collections.abc import Callable
from itertools import takewhile

from fiscaltables.reading.pages import Row
from fiscaltables.segmenting.captions import squeeze

_FIGURE = re.compile(r"-?[\d,]*\d(?:\.\d+)?")
_FEWEST_HEADINGS = 3
_LONGEST_HEADER = 60


def begins_second_table(before: tuple[Row, ...], row: Row, is_header: Callable[[Row], bool]) -> bool:
    """Whether a row is a header, of other headings than the table that the rows before it are of.

    ``before`` begins with the header of that table. Rows with figures stand between the two, and a header printed again
    at the head of a page is none; its last row may hold the first figures too.
    """
    if len(row.printed) < _FEWEST_HEADINGS or not is_header(row):
        return False
    first = before[:_LONGEST_HEADER]
    depth = sum(1 for _ in takewhile(lambda other: not has_figures(other), first))
    printed = squeeze("".join(other.text for other in first[: depth + 1]))
    return 0 < depth < len(first) and squeeze(row.text) not in printed


def has_figures(row: Row) -> bool:
    """Whether a figure is printed behind the first cell of a row."""
    return any(_FIGURE.fullmatch(cell.text) for cell in row.printed[1:])

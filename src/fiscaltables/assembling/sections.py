"""The narrative between the tables, cut into sections at its headings."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from fiscaltables.model.disclosure import Section
from fiscaltables.model.places import Span, spanning
from fiscaltables.reading.pages import Row
from fiscaltables.segmenting.captions import is_part_heading, squeeze

_NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])[^。；;：:]{2,38}$")


def sections_of(narrative: tuple[Row, ...], tables: tuple[Span, ...]) -> tuple[Section, ...]:
    """Give the sections of the narrative; a table ends a section."""
    starts = sorted(span.line or 0 for span in tables)
    return tuple(_section(rows) for rows in _cut(narrative, starts))


def _cut(narrative: tuple[Row, ...], starts: list[int]) -> Iterator[list[Row]]:
    rows: list[Row] = []
    for row in narrative:
        parted = rows and _between(starts, rows[-1].span.line or 0, row.span.line or 0)
        if rows and (parted or _is_heading(row)):
            yield rows
            rows = []
        rows.append(row)
    if rows:
        yield rows


def _between(starts: list[int], before: int, after: int) -> bool:
    return bisect_right(starts, before) < bisect_right(starts, after)


def _section(rows: list[Row]) -> Section:
    titled = _is_heading(rows[0])
    title = rows[0].text if titled else None
    text = "\n".join(row.text for row in (rows[1:] if titled else rows))
    return Section(title, text, spanning(tuple(row.span for row in rows)))


def _is_heading(row: Row) -> bool:
    return row.heading or is_part_heading(row.text) or bool(_NUMBERED.match(squeeze(row.text)))

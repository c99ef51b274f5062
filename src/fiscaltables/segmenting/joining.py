"""Tables that go on over pages: with their caption repeated, with their header alone, or with neither."""

import re
from collections.abc import Iterator
from itertools import accumulate

from attrs import evolve

from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Row
from fiscaltables.segmenting.captions import squeeze
from fiscaltables.segmenting.segments import Segment

_TOTAL = re.compile("[合总]计|支出合计")
_FIGURE = re.compile(r"[\d.,-]+$")
_MOST_PIECES = 4
"""Over how many lines the label may be wrapped."""
_FORM_HEADS = frozenset(
    {"项目(政策)名称", "项目名称", "部门(单位)名称", "单位(部门)名称", "部门名称", "单位名称", "项目单位"}
)


def joined(tables: Iterator[Segment]) -> Iterator[Segment]:
    """Join what continues: a table that directly follows another and prints the same caption, or none."""
    run: list[Segment] = []
    total, first_label = False, None
    for table in tables:
        totalled, label = _has_total(table.rows), _first_label(table.rows)
        anew = (total and totalled) or (label is not None and label == first_label and bool(table.caption.rows))
        if run and not (table.follows and _continues(run[0], table) and not anew):
            yield _whole(run)
            run, total = [], False
        first_label = first_label if run else label
        run.append(table)
        total = total or totalled
    if run:
        yield _whole(run)


def _whole(run: list[Segment]) -> Segment:
    """Give the pages of one table as one segment."""
    first, *later = run
    own = first.caption.remarks
    further = dict.fromkeys(remark for segment in later for remark in segment.caption.remarks if remark not in own)
    return evolve(
        first,
        caption=evolve(first.caption, remarks=(*own, *further)),
        parts=tuple(part for segment in run for part in segment.parts),
        notes=tuple(note for segment in run for note in segment.notes),
        furniture=tuple(row for segment in later for row in segment.caption.rows),
    )


def _continues(first: Segment, after: Segment) -> bool:
    """Whether a page goes on with the table that began on another: no form and no list begins anew in it."""
    if after.untitled or (_is_form(after) and _begins_form(after.rows)):
        return False
    if not after.caption.rows:
        return after.layout is first.layout and (first.widest >= after.widest or after.layout is Layout.FLOWING)
    pairs = [
        (getattr(first.caption, name), getattr(after.caption, name)) for name in ("title", "number", "unit", "entity")
    ]
    agree = all(mine == theirs or not theirs for mine, theirs in pairs)
    return agree and any(mine and mine == theirs for mine, theirs in pairs[:2])


def _first_label(rows: tuple[Row, ...]) -> str | None:
    """Give the code or label of the first row with figures that do not number the columns."""
    labels = (squeeze(row.printed[0].text) for row in rows if any(_FIGURE.match(cell.text) for cell in row.printed[1:]))
    return next((label for label in labels if label != "栏次"), None)


def _is_form(segment: Segment) -> bool:
    return any(word in (segment.caption.title or "") for word in ("绩效", "自评"))


def _has_total(rows: tuple[Row, ...]) -> bool:
    """Whether a total row with a figure is among the rows; a heading 合计 has headings beside it."""
    return any(
        len(row.printed) > 1 and _TOTAL.fullmatch(squeeze(row.printed[0].text)) and _FIGURE.match(row.printed[1].text)
        for row in rows
    )


def _begins_form(rows: tuple[Row, ...]) -> bool:
    """Whether the rows begin a performance form: its first label stands alone at the left."""
    if not rows or not rows[0].printed:
        return False
    alone = len({squeeze(cell.text) for cell in rows[0].printed}) <= 2  # noqa: PLR2004  a label and its value
    pieces = (squeeze(row.printed[0].text) for row in rows[:_MOST_PIECES] if row.printed)
    return alone and any(text.replace("（", "(").replace("）", ")") in _FORM_HEADS for text in accumulate(pieces))

"""What a row looks like before any grammar reads it: a caption, a note, a sentence, data."""

import re

from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Row
from fiscaltables.segmenting.captions import Caption, caption_of, squeeze

_NOTE = re.compile(r"^(?:[（(]?(?:注|备注|说明|附注|填表说明)\d*[)）]?[：:、.]|如?[本此]表(?!\d))")
_SENTENCE = re.compile("[。；;！？?]")
_NARRATIVE_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[.、])[^\d。，]{2,30}(?:说明|情况|概况|解释)[：:]?"
    r"|[^\d。，]{2,30}(?:说明|概况)[：:]?"
)
_GRAND_TOTALS = re.compile(r"(?:收入)?[总合]计[\d.,-]+(?:支出)?[总合]计[\d.,-]+")
_GOES_ON = re.compile("(?:其中[：:]?)?[^一二三四五六七八九十（(\\d]{0,12}(?:结转|结余|[合总]计)")
_CODED = re.compile(r"\d{3,7}")
_FIGURE = re.compile(r"-?[\d,]+(?:\.\d+)?|[-—－]{1,2}")
_TOTAL_ROW = re.compile(r"(?:收入|支出)?[总合]\s*计\s.*\d")
_CONTENTS_ROW = re.compile(r"\d{1,3}")
_WIDEST_CAPTION = 4


def caption_part(row: Row) -> Caption | None:
    """Give what a row says as a part of a caption; a wide row of a grid is a header and says nothing."""
    wide = len(row.printed) > _WIDEST_CAPTION and row.layout is not Layout.FLOWING
    return None if wide else caption_of(row)


def is_lone_year(row: Row) -> bool:
    """Whether a row of flowing text is a year alone: a caption prints it, or it begins a wrapped heading."""
    part = caption_of(row) if row.layout is Layout.FLOWING else None
    return part is not None and part == Caption(year=part.year, rows=part.rows)


def is_contents(row: Row) -> bool:
    """Whether a row is an entry of a contents list: a text and the number of a page."""
    cells = row.printed
    return len(cells) <= 1 or (len(cells) == 2 and bool(_CONTENTS_ROW.fullmatch(cells[1].text)))  # noqa: PLR2004


def is_data(row: Row) -> bool:
    """Whether a flowing row is one of a table: a code and a text or figures behind it, or two figures at its end."""
    texts = [cell.text for cell in row.cells]
    if len(texts) > 1 and _CODED.fullmatch(texts[0]):
        return True
    return len(texts) > 2 and all(_FIGURE.fullmatch(text) for text in texts[-2:])  # noqa: PLR2004  a label before them


def is_tabbed(row: Row) -> bool:
    """Whether a row is one of a table with tabs, not a caption printed in its cells."""
    return row.layout is not Layout.FLOWING and len(row.cells) > 1 and caption_part(row) is None


def is_note(row: Row) -> bool:
    """Whether a row begins a note: 注：, 备注：, 说明：, 如本表为空."""
    return bool(_NOTE.match(squeeze(row.text)))


def is_prose(row: Row) -> bool:
    """Whether a row is a sentence or a piece of one."""
    return bool(_SENTENCE.search(row.text)) or "，" in row.text


def is_sentence(row: Row) -> bool:
    """Whether a sentence ends in a row."""
    return bool(_SENTENCE.search(row.text))


def is_narrative_heading(row: Row) -> bool:
    """Whether a row is a heading of the narrative: 二、收入预算情况说明."""
    return bool(_NARRATIVE_HEADING.fullmatch(squeeze(row.text)))


def is_total_row(row: Row) -> bool:
    """Whether a flowing row is a total with figures."""
    return bool(_TOTAL_ROW.fullmatch(row.text))


def ends_balance(before: Row, here: Row) -> bool:
    """Whether the first row prints both grand totals with amounts, and the second does not go on with balances."""
    return bool(_GRAND_TOTALS.fullmatch(squeeze(before.text))) and not _GOES_ON.match(squeeze(here.text))

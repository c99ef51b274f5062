"""The ways in which departments print one and the same table."""

from enum import Enum

from attrs import frozen


class PageBreak(Enum):
    """What stands between two pages of one table."""

    BLANK = "a blank line"
    HEADER = "the header once more"
    CAPTION = "caption and header once more"


@frozen
class CaptionStyle:
    """How the lines over a table are put.

    ``entity_label`` is 单位名称： or another; where it is 单位： the unit of measure is 金额单位：.
    """

    entity_label: str = "单位名称："
    unit_label: str = "单位："
    number_first: bool = False
    spaced_number: bool = False
    unit_beside_entity: bool = True
    unit_beside_number: bool = False


@frozen
class TabbedStyle:
    """How cells are kept apart by tabs, or by the bars of a Markdown table.

    ``page_rows`` is the number of rows after which a page ends, 0 for never; ``title_mark`` stands before a title.
    """

    caption: CaptionStyle = CaptionStyle()
    title_mark: str = ""
    bars: bool = False
    bold_totals: bool = False
    gap: str = ""
    blanks_in_headings: bool = False
    page_rows: int = 0
    page_break: PageBreak = PageBreak.BLANK
    contents: bool = True


class PageEnd(Enum):
    """How a page of plain text ends."""

    BLANK_LINES = "\n\n\n\n"
    FORM_FEED = "\n\n\f"
    LEADING_BLANK = "\n "


@frozen
class FlowingStyle:
    """How the plain text of a page loses the borders of cells.

    ``pieces_adjacent``: the pieces of a wrapped cell stand on adjacent lines and a blank line parts cells (style A),
    else the other way round (style B). Widths are in characters, 0 for no wrap; those of headings are taken in turn.
    """

    caption: CaptionStyle = CaptionStyle()
    pieces_adjacent: bool = True
    heading_widths: tuple[int, ...] = (0,)
    name_width: int = 0
    label_width: int = 0
    entity_width: int = 4
    project_width: int = 9
    content_width: int = 18
    indented: bool = False
    gap: str = ""
    page_rows: int = 0
    repeats_caption: bool = True
    page_end: PageEnd = PageEnd.BLANK_LINES
    page_numbers: bool = False
    line_width: int = 28
    adjacent_lines: bool = False
    contents: bool = True

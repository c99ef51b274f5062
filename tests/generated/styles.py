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
    ADJACENT = "\n\f"


class HeaderOrder(Enum):
    """In which order the plain text of a page gives the headings."""

    BY_ROW = "row by row; a heading that spans rows stands in the first of them"
    BY_MIDDLE = "from top to bottom by the middle of each; a heading that spans rows stands lower than its neighbours"
    BY_LINE = "line by line as they stand, so that the pieces of wrapped headings stand among one another"
    MERGED_LAST = "only those of a single cell stand over the data; title and all others follow below it"


class Lines(Enum):
    """What parts the lines of a page."""

    PARTED = "a blank line parts rows, and either cells or the pieces of a cell"
    ALONE = "no blank lines; a wrapped cell has lines of its own"
    AFTER = "no blank lines; a wrapped cell begins on the line of the cell before it"
    INLINE = "no blank lines; a wrapped cell begins and ends on the lines of its neighbours"


@frozen
class FlowingStyle:
    """How the plain text of a page loses the borders of cells.

    ``pieces_adjacent``: the pieces of a wrapped cell stand on adjacent lines and a blank line parts cells (style A),
    else the other way round (style B), both only where lines are parted. Widths are in characters, 0 for no wrap; those
    of headings are taken in turn. ``runs_on``: the rows of a later page all stand on one line.
    """

    caption: CaptionStyle = CaptionStyle()
    lines: Lines = Lines.PARTED
    pieces_adjacent: bool = True
    order: HeaderOrder = HeaderOrder.BY_ROW
    heading_widths: tuple[int, ...] = (0,)
    name_width: int = 0
    label_width: int = 0
    entity_width: int = 4
    project_width: int = 9
    content_width: int = 18
    text_width: int = 0
    indented: bool = False
    gap: str = ""
    page_rows: int = 0
    runs_on: bool = False
    repeats_caption: bool = True
    page_end: PageEnd = PageEnd.BLANK_LINES
    page_numbers: bool = False
    line_width: int = 28
    adjacent_lines: bool = False
    contents: bool = True

"""The ways in which departments print one and the same form."""

from enum import Enum

from attrs import frozen

from generated.styles import CaptionStyle, FlowingStyle

_CAPTION = CaptionStyle()
_PAGE = FlowingStyle(contents=False)


class Shift(Enum):
    """What happens to the blank cells of merged labels."""

    NONE = "all are kept"
    ONE_LOST = "one is missing in some rows, so that these stand one column to the left"
    ALL_LOST = "all are missing in some rows"
    ONE_MORE = "one more stands before the names of some rows"
    COLUMN = "a blank column runs through the form before the names"


class FormBreak(Enum):
    """What stands between two pages of one form."""

    BLANK = "a blank line"
    MARKER = "the label of the indicators alone"
    HEADER = "the header of the indicators once more"
    CAPTION = "caption and header once more"


@frozen
class FormTabbedStyle:
    """How the cells of a form are kept apart.

    ``every`` names the rows that a shift hits: each second, each third. ``filled`` prints the label of level 2 on every
    row, as lists do. ``lost_units`` leaves out the blank cell of a unit behind a text. ``stripped`` cuts blank cells at
    the end of a row. ``page_rows`` is the number of rows after which a page ends, 0 for never.
    """

    caption: CaptionStyle = _CAPTION
    title_mark: str = ""
    shift: Shift = Shift.NONE
    every: int = 2
    filled: bool = False
    lost_units: bool = False
    stripped: bool = False
    bars: bool = False
    bold: bool = False
    paragraphs: bool = False
    page_rows: int = 0
    page_break: FormBreak = FormBreak.BLANK


class LabelBorder(Enum):
    """How the label of several rows is parted from the first of them."""

    PARTED = "a line of its own, parted like rows"
    ADJACENT = "a line of its own, next to the first row"
    SAME_LINE = "on the line of the first row"


@frozen
class FormFlowingStyle:
    """How a page loses the borders of a form's cells.

    ``page`` says how cells are wrapped and what parts lines; its ``name_width`` is that of the names of indicators.
    ``level_width`` and ``field_width`` are those of the labels of level 1 and of fields, ``project_width`` that of the
    names of projects, 0 for no wrap. ``lone_label`` puts level 1 and 2 on a line and a single indicator on the next.
    Where lines are parted, ``header_adjacent`` says whether the pieces of a wrapped heading are adjacent.
    """

    page: FlowingStyle = _PAGE
    border: LabelBorder = LabelBorder.PARTED
    level_width: int = 0
    field_width: int = 0
    project_width: int = 0
    lone_label: bool = False
    header_adjacent: bool = True

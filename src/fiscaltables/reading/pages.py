"""What every reader gives: pages of rows of cells, whatever the format."""

from attrs import frozen

from fiscaltables.model.places import Span
from fiscaltables.model.tables import Layout


@frozen
class Cell:
    """A printed cell; in FLOWING rows one word of a line.

    ``column`` counts cells of the row from 0, or columns of the grid where the format knows them.
    """

    text: str
    span: Span
    column: int
    colspan: int = 1
    rowspan: int = 1

    def __str__(self) -> str:
        """Give the printed text."""
        return self.text

    @property
    def blank(self) -> bool:
        """Whether nothing is printed in the cell."""
        return not self.text


@frozen
class Row:
    """A row of cells. ``text`` is the whole line without markup, ``heading`` whether markup makes it a heading."""

    cells: tuple[Cell, ...]
    layout: Layout
    span: Span
    text: str
    after_blank: bool = False
    heading: bool = False

    @property
    def printed(self) -> tuple[Cell, ...]:
        """The cells that hold something."""
        return tuple(cell for cell in self.cells if not cell.blank)


@frozen
class Page:
    """A page of rows; ``number`` is None where the document has no pages."""

    number: int | None
    rows: tuple[Row, ...]

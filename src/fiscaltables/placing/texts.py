"""The texts of a line under their headings."""

from collections.abc import Iterable, Sequence

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.places import spanning
from fiscaltables.placing.headers import Column
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import joined

_BORDER = "／"


def kept_together(cells: Sequence[Cell], columns: Sequence[Column]) -> tuple[dict[str, str], Problem]:
    """Keep texts whose columns are not settled under the headings of all of them."""
    headings = _BORDER.join(key_of(column) for column in columns)
    message = (
        f"which of the columns {headings.replace(_BORDER, ', ')} the text stands in is not settled; it is kept whole"
    )
    problem = Problem(Severity.WARNING, "text-border", message, spanning(tuple(cell.span for cell in cells)))
    return {headings: joined(cell.text for cell in cells)}, problem


def key_of(column: Column) -> str:
    """Give the heading that a text column's texts are kept under."""
    return "/".join(column.path)


def by_heading(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give texts by their heading; a heading that is printed again is numbered."""
    found: dict[str, str] = {}
    for heading, text in texts:
        again = sum(key == heading or key.startswith(f"{heading} (") for key in found)
        found[f"{heading} ({again + 1})" if again else heading] = text
    return found

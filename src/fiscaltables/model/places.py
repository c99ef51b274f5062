"""Where something stands in a document."""

from attrs import frozen


@frozen
class Span:
    """A place in a document.

    Pages, lines and columns count from 1 and ends are included. Text knows lines and columns, a PDF the page and the
    box in points (left, top, right, bottom), a workbook the sheet.

    >>> str(Span(line=45, column=1, end_line=46, end_column=20))
    '45:1'
    """

    page: int | None = None
    sheet: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    box: tuple[float, float, float, float] | None = None

    def __str__(self) -> str:
        """Give the beginning of the place, as messages print it."""
        if self.line is not None:
            return f"{self.line}:{self.column or 1}"
        where = [f"sheet {self.sheet}" if self.sheet else "", f"page {self.page}" if self.page else ""]
        return ", ".join(part for part in where if part) or "?"

    def within(self, name: str) -> str:
        """Give the place in a document of this name; the name alone where the place is not known.

        >>> Span(line=45, column=1).within("a.txt"), Span(page=3).within("a.pdf"), Span().within("a.txt")
        ('a.txt:45:1', 'a.pdf: page 3', 'a.txt')
        """
        if self.line is not None:
            return f"{name}:{self}"
        return f"{name}: {self}" if self.page is not None or self.sheet is not None else name


def spanning(spans: "tuple[Span, ...]") -> Span:
    """Give the place from the beginning of the first span to the end of the last.

    >>> spanning((Span(line=1, column=3, end_line=1, end_column=5), Span(line=4, column=1, end_line=4, end_column=2)))
    Span(page=None, sheet=None, line=1, column=3, end_line=4, end_column=2, box=None)
    """
    if not spans:
        return Span()
    first, last = spans[0], spans[-1]
    return Span(first.page, first.sheet, first.line, first.column, last.end_line, last.end_column, _around(spans))


def _around(spans: tuple[Span, ...]) -> tuple[float, float, float, float] | None:
    boxes = [span.box for span in spans if span.box and span.page == spans[0].page]
    if not boxes:
        return None
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)

"""The tree of errors, and Problem: what the reader could not settle in a document."""

from enum import Enum

from attrs import field, frozen

from fiscaltables.model.places import Span
from fiscaltables.screen import excerpt, harmless


class FiscalTablesError(Exception):
    """The root of every error that fiscaltables raises."""


class ReadError(FiscalTablesError, ValueError):
    """A document could not be read at all."""


class EncodingError(ReadError):
    """The bytes are no text in any encoding that was tried."""


class UnsupportedFormat(ReadError):  # noqa: N818  the glossary's name says what is wrong
    """The file is of a kind that fiscaltables does not read."""


class LimitExceeded(ReadError):  # noqa: N818  the glossary's name says what is wrong
    """The document is larger than the limit that was set."""


class MissingExtra(FiscalTablesError, ImportError):  # noqa: N818  the glossary's name says what is wrong
    """An optional dependency is not installed; the message gives the pip command."""


class Severity(Enum):
    """How much a problem matters."""

    ERROR = "error"
    """Something printed could not be read."""
    WARNING = "warning"
    """Read, but with a doubt that a reader should look at."""
    NOTE = "note"
    """Worth knowing; nothing is lost."""


@frozen
class Problem:
    """What could not be read or settled, and where.

    ``code`` is stable (docs/errors.md lists them); ``table`` is the index of the table in the disclosure, from 0.
    ``line`` is the printed line that the place is in, of a text that was just read; it is not compared, and no part of
    the JSON form.
    """

    severity: Severity
    code: str
    message: str
    span: Span = field(factory=Span)
    table: int | None = None
    line: str | None = field(default=None, eq=False, repr=False)

    def __str__(self) -> str:
        """Give place, severity and message in one line."""
        return f"{self.span}: {self.severity.value}: {self.message}"

    def report(self, name: str) -> str:
        r"""Say what is wrong in a document of this name: place and message, then the line and a caret under the place.

        >>> problem = Problem(Severity.ERROR, "code", "no number", Span(line=4, column=4), line="支出\t#REF!")
        >>> print(problem.report("a.txt"))
        a.txt:4:4: no number
        支出    #REF!
                ^
        """
        said = harmless(f"{self.span.within(name)}: {self.message}")
        shown = "" if self.line is None else f"\n{excerpt(self.line, self.span.column or 1)}"
        return f"{said}{shown}"


class ContentProblem(FiscalTablesError):  # noqa: N818  the glossary's name says what is wrong
    """The first problem of a document that was read with ``strict=True``."""

    def __init__(self, problem: Problem, name: str) -> None:
        """Keep the problem; ``name`` is the document's."""
        super().__init__(problem.report(name))
        self.problem = problem

"""What is damaged in the text of a document, as problems with their places."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from attrs import frozen

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.places import Span
from fiscaltables.reading.mending import Stretch

_MOST_STRETCHES = 20
"""How many damaged stretches have a problem of their own; one more problem counts the others."""
_LINE_END = re.compile("\r\n|\r|\n")


def damages(text: str, stretches: tuple[Stretch, ...], encoding: str | None) -> tuple[Problem, ...]:
    r"""Give the problems of a text: bytes that were not decoded, lines in another encoding, NUL characters.

    >>> [str(problem) for problem in damages("收入\0\0\n\0", (), None)]
    ['1:3: warning: NUL characters stand in the text, 3 of them, the first here; they are left out']
    """
    if not stretches and "\0" not in text:
        return ()
    places = _Places(text, (0, *(end.end() for end in _LINE_END.finditer(text))))
    damaged = [stretch for stretch in stretches if stretch.encoding is None]
    return (
        *_undecodable(damaged, places, encoding),
        *(_of_another(stretch, places, encoding) for stretch in stretches if stretch.encoding),
        *_nuls(places),
    )


@frozen
class _Places:
    """A text and where its lines begin."""

    text: str
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Give the place of a part of the text, whose end is not included."""
        first, last = bisect_right(self.starts, start), bisect_right(self.starts, end - 1)
        return Span(
            line=first, column=self._column(first, start), end_line=last, end_column=self._column(last, end - 1)
        )

    def _column(self, line: int, at: int) -> int:
        # Columns count composed characters, as readers compose them.
        return len(unicodedata.normalize("NFC", self.text[self.starts[line - 1] : at])) + 1


def _undecodable(damaged: list[Stretch], places: _Places, encoding: str | None) -> Iterator[Problem]:
    shown, others = damaged[:_MOST_STRETCHES], damaged[_MOST_STRETCHES:]
    for stretch in shown:
        message = f"bytes that are no {encoding} stand here; each is shown as \ufffd"
        yield Problem(Severity.ERROR, "undecodable-bytes", message, places.span(stretch.start, stretch.end))
    if others:
        message = f"bytes that are no {encoding} stand in {len(others)} further lines, in this one first"
        yield Problem(Severity.ERROR, "undecodable-bytes", message, places.span(others[0].start, others[0].end))


def _of_another(stretch: Stretch, places: _Places, encoding: str | None) -> Problem:
    span = places.span(stretch.start, stretch.end)
    message = f"the text is {stretch.encoding} up to line {span.end_line}, in a document of {encoding}; it is read so"
    return Problem(Severity.WARNING, "mixed-encodings", message, span)


def _nuls(places: _Places) -> Iterator[Problem]:
    first, count = places.text.find("\0"), places.text.count("\0")
    if count:
        message = f"NUL characters stand in the text, {count} of them, the first here; they are left out"
        yield Problem(Severity.WARNING, "nul-characters", message, places.span(first, first + 1))

"""Text to pages of rows: TABBED where a line has tabs or Markdown pipes, FLOWING elsewhere.

A form feed begins a page. Markup (Markdown heads, bold, list marks, simple HTML tags) is blanked out in place, so that
every cell keeps the columns it has in the file.
"""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from attrs import frozen

from fiscaltables.model.places import Span
from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Cell, Page, Row

_TAG = re.compile(r"</?(?:b|strong|em|i|u|p|br|span|font|sup|sub|div)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|#\d{1,6});")
_HEAD = re.compile(r"\s*#{1,6}\s+(?=\S)")
_BULLET = re.compile(r" *[-*+] +(?=\S)(?![-\d,.\s—]+$)")
_BOLD = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u3000\u2002\u2003\u2009\u202f", " "))
_INVISIBLE = re.compile("[\0\u200b-\u200f\u2060\ufeff\u00ad]")
_TORN = re.compile(r"(?<=[\d.,])\0+(?=[\d.,])")
_NOTHING = "\u200b"
_WORD = re.compile(f"[^\\s{_NOTHING}](?:\\S*[^\\s{_NOTHING}])?")
_SEPARATOR = re.compile(r"\s*+\|?(?:\s*+:?-{3,}+:?(?:\s*+\||[^\S\t]*+\t\s*+\|?))+(?:\s*+:?-{3,}+:?\s*+)?\|?\s*+")
_PIPED = re.compile(r"\s*\|(.*)\|\s*")
_PIPE = re.compile(r"(?<!\\)\|")


# Unicode's own remedy: a joiner behind every 30 marks, because composing sorts a run of them in quadratic time.
_MOST_MARKS = 30
_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{_MOST_MARKS + 1},}}")
_JOINER = "\u034f"


@frozen
class _Line:
    number: int
    page: int
    start: int
    text: str
    after_blank: bool


def read_text(text: str) -> tuple[Page, ...]:
    """Give the pages of a text, its rows in order; blank lines are kept as ``after_blank`` of the next row."""
    lines = tuple(_lines(text))
    paged = any(line.page > 1 for line in lines)
    last = lines[-1].page if lines else 1
    pages: dict[int, list[Row]] = {number: [] for number in range(1, last + 1)}
    for line in lines:
        row = _row(line, paged=paged)
        if row is not None:
            pages[line.page].append(row)
    return tuple(Page(number if paged else None, tuple(rows)) for number, rows in pages.items())


def printed_lines(text: str) -> list[str]:
    """Give the lines of a text as the spans of its cells count them and their characters."""
    composed = unicodedata.normalize("NFC", _MARKS.sub(_with_joiners, text))
    return composed.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _with_joiners(run: re.Match[str]) -> str:
    if not any(map(unicodedata.combining, run[0])):
        return run[0]
    return _JOINER.join(run[0][start : start + _MOST_MARKS] for start in range(0, len(run[0]), _MOST_MARKS))


def _lines(text: str) -> Iterator[_Line]:
    page, blank = 1, False
    for number, line in enumerate(printed_lines(text), start=1):
        start = 0
        for turn, piece in enumerate(line.split("\f")):
            page += turn > 0
            clean = _INVISIBLE.sub(_NOTHING, _TORN.sub(_unreadable, piece)).translate(_BLANKS)
            yield _Line(number, page, start, clean, blank)
            blank = blank and not clean.strip()
            start += len(piece) + 1
        blank = not line.translate(_BLANKS).strip()


def _unreadable(torn: re.Match[str]) -> str:
    # What stood between two digits nobody knows: to join them would make another figure.
    return "\ufffd" * len(torn[0])


def _row(line: _Line, *, paged: bool) -> Row | None:
    if not line.text.replace(_NOTHING, "").strip() or _SEPARATOR.fullmatch(line.text):
        return None
    heading = bool(_HEAD.match(line.text))
    bare = _without_markup(line.text)
    piped = _PIPED.fullmatch(bare)
    if piped:
        pieces = _split(_PIPE, piped[1], piped.start(1))
    elif "\t" in bare:
        pieces = _split(re.compile("\t"), bare, 0)
    else:
        return _flowing(line, bare, heading=heading, paged=paged)
    cells = tuple(_cell(line, column, start, piece, paged=paged) for column, (start, piece) in enumerate(pieces))
    whole = " ".join(cell.text for cell in cells if cell.text)
    return Row(cells, Layout.TABBED, _span(line, 0, len(bare), paged=paged), whole, line.after_blank, heading)


def _flowing(line: _Line, bare: str, *, heading: bool, paged: bool) -> Row | None:
    words = tuple(_WORD.finditer(bare))
    if not words:
        return None
    cells = tuple(
        Cell(_printed(word[0]), _span(line, word.start(), word.end(), paged=paged), index)
        for index, word in enumerate(words)
    )
    span = _span(line, words[0].start(), words[-1].end(), paged=paged)
    return Row(cells, Layout.FLOWING, span, _printed(bare).strip(), line.after_blank, heading)


def _without_markup(text: str) -> str:
    for mark in (_HEAD, _BULLET):
        found = mark.match(text)
        if found:
            text = " " * found.end() + text[found.end() :]
    for mark in (_TAG, _BOLD):
        text = mark.sub(lambda found: " " * len(found[0]), text)
    return text.replace("&nbsp;", " " * len("&nbsp;"))


def _printed(text: str) -> str:
    """Give a text as a browser would print it, without what is not printed."""
    return _ENTITY.sub(lambda found: unescape(found[0]), text).replace(_NOTHING, "")


def _split(border: re.Pattern[str], text: str, start: int) -> Iterator[tuple[int, str]]:
    for piece in border.split(text):
        yield start, piece
        start += len(piece) + 1


def _cell(line: _Line, column: int, start: int, piece: str, *, paged: bool) -> Cell:
    text = " ".join(_printed(piece.replace("\\|", "|")).split())
    unprinted = f" \t{_NOTHING}"
    lead = len(piece) - len(piece.lstrip(unprinted))
    return Cell(
        text, _span(line, start + lead, start + lead + max(len(piece.strip(unprinted)), 1), paged=paged), column
    )


def _span(line: _Line, start: int, end: int, *, paged: bool) -> Span:
    page = line.page if paged else None
    first, last = line.start + start + 1, line.start + max(end, start + 1)
    return Span(page=page, line=line.number, column=first, end_line=line.number, end_column=last)

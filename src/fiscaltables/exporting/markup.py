"""HTML as text: what comes from a document is escaped wherever it stands, since only ``Html`` is taken as it is."""

import unicodedata
from collections.abc import Iterator, Sequence
from html import escape

from attrs import frozen

from fiscaltables.model.amounts import Path


class Html(str):
    """A text that is HTML already."""

    __slots__ = ()


@frozen
class Heading:
    """A heading of a table: the index of its first column, how many columns and how many header rows it covers."""

    text: str
    column: int
    across: int
    down: int


def element(name: str, *inside: str, **attributes: str) -> Html:
    """Give an element; a text inside it or in an attribute is escaped.

    >>> element("td", "<b>", title='"')
    '<td title="&quot;">&lt;b&gt;</td>'
    """
    given = "".join(f' {key}="{escape(_safe(value))}"' for key, value in attributes.items())
    return Html(f"<{name}{given}>{together(*inside)}</{name}>")


def together(*pieces: str) -> Html:
    """Give pieces one after another; a text among them is escaped."""
    return Html("".join(piece if isinstance(piece, Html) else escape(_safe(piece)) for piece in pieces))


def header_rows(paths: Sequence[Path]) -> tuple[tuple[Heading, ...], ...]:
    """Give the header rows over columns with these paths: a heading that neighbours share stands once over them.

    >>> for row in header_rows([("合计",), ("基本支出", "人员经费"), ("基本支出", "公用经费")]):
    ...     print([(heading.text, heading.across, heading.down) for heading in row])
    [('合计', 1, 2), ('基本支出', 2, 1)]
    [('人员经费', 1, 1), ('公用经费', 1, 1)]
    """
    named = [path or ("",) for path in paths]
    depth = max(map(len, named), default=0)
    return tuple(tuple(_headings(named, level, depth)) for level in range(depth))


def _headings(paths: Sequence[Path], level: int, depth: int) -> Iterator[Heading]:
    for index, path in enumerate(paths):
        if len(path) == level + 1:
            yield Heading(path[-1], index, 1, depth - level)
        elif len(path) > level + 1 and not (index and _together(paths[index - 1], path, level)):
            following = range(index + 1, len(paths))
            end = next((at for at in following if not _together(paths[at], path, level)), len(paths))
            yield Heading(path[level], index, end - index, 1)


def _together(path: Path, other: Path, level: int) -> bool:
    """Whether one heading of this level stands over both columns."""
    return min(len(path), len(other)) > level + 1 and path[: level + 1] == other[: level + 1]


def _safe(text: str) -> str:
    # HTML has no place for control characters, and half a surrogate pair cannot be sent to a browser.
    return "".join("\N{REPLACEMENT CHARACTER}" if _unsendable(character) else character for character in text)


def _unsendable(character: str) -> bool:
    return character not in "\t\n\r" and unicodedata.category(character) in {"Cc", "Cs"}

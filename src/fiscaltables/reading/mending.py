"""Texts that one encoding does not read to the end: bytes that are damaged, lines that are in another encoding."""

import codecs
import re
from collections.abc import Iterator
from itertools import groupby

from attrs import frozen

from fiscaltables.reading.weighing import weigh

_BY_LINES = ("utf-8", "gb18030", "big5")
"""The encodings in which a byte of a line's end is never a part of a character."""
_DAMAGED = "\udcff"
_HANDLER = "fiscaltables.damaged"
_DAMAGE = re.compile(f"{_DAMAGED}(?:[^\r\n]*{_DAMAGED})?")
_THREE_BYTES = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f](?:.*[^\x00-\x7f])?", re.DOTALL)


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _DAMAGED, error.end


# A lone surrogate is what no encoding reads from bytes, so it tells damage from a U+FFFD that is printed.
codecs.register_error(_HANDLER, _mark)


@frozen
class Stretch:
    """A part of a text, its end not included, that is in another encoding, or damaged where ``encoding`` is None.

    A damaged stretch is one of a line, from its first to its last damaged byte.
    """

    start: int
    end: int
    encoding: str | None = None


def mend(data: bytes, encoding: str) -> tuple[str, tuple[Stretch, ...]]:
    r"""Give the text in an encoding, lines that are in another as that, each damaged character as U+FFFD.

    >>> mend("收入 12.00\n".encode() + "支出合计 9.00".encode("gbk"), "utf-8")
    ('收入 12.00\n支出合计 9.00', (Stretch(start=9, end=13, encoding='gb18030'),))
    >>> mend("收入".encode() + b"\xff", "utf-8")
    ('收入�', (Stretch(start=2, end=3, encoding=None),))
    """
    pieces, stretches, at = list[str](), list[Stretch](), 0
    for lines, suspect in _runs(data, encoding):
        text, other = _read(lines, encoding) if suspect else (lines.decode(encoding), None)
        found = (_BEYOND_ASCII if other else _DAMAGE).finditer(text)
        stretches += [Stretch(at + match.start(), at + match.end(), other) for match in found]
        pieces.append(text)
        at += len(text)
    return "".join(pieces).replace(_DAMAGED, "\ufffd"), tuple(stretches)


def _runs(data: bytes, encoding: str) -> Iterator[tuple[bytes, bool]]:
    """Cut a text into runs of lines that are of this encoding, and of lines that may be of another."""
    if encoding not in _BY_LINES:
        yield data, True
        return
    suspect = False

    def is_suspect(line: bytes) -> bool:
        nonlocal suspect
        suspect = suspect if line.isascii() else _is_suspect(line, encoding)
        return suspect

    for found, lines in groupby(data.splitlines(keepends=True), key=is_suspect):
        yield b"".join(lines), found


def _is_suspect(line: bytes, encoding: str) -> bool:
    """Whether a line is not of this encoding, or is UTF-8, which GB18030 and Big5 often read without an error."""
    if _decoded(line, encoding) is None:
        return True
    return encoding != "utf-8" and bool(_THREE_BYTES.search(line)) and _decoded(line, "utf-8") is not None


def _read(lines: bytes, encoding: str) -> tuple[str, str | None]:
    """Give the text of suspect lines, and the other encoding that shows more known labels in it, if one does."""
    own = lines.decode(encoding, _HANDLER)
    if encoding not in _BY_LINES:
        return own, None
    others = ((other, _decoded(lines, other)) for other in _BY_LINES if other != encoding)
    likely = [(weigh(text), text, other) for other, text in others if text and not _PRIVATE_USE.search(text)]
    best = max(likely, default=None)
    if best is None or best[0].evidence <= 0 or best[0].labels <= weigh(own).labels:
        return own, None
    return best[1], best[2]


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None

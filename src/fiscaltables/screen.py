"""Printed text as a screen shows it: how wide it is, a line with a caret under a place, a short quotation.

A Chinese character takes two columns. Where Unicode leaves the width to the context (“, —, …), it is one, as terminals
have it.
"""

import unicodedata

WIDTH = 76
"""How many columns of a screen the excerpt of a line takes at most."""

_LONGEST_QUOTATION = 40
_CUT = "…"
_TAB = " " * 4
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
_STEERING = frozenset({"Cc", "Zl", "Zp"})


def display_width(text: str) -> int:
    r"""Give how many columns of a screen a text takes.

    >>> display_width("表1"), display_width("e\N{COMBINING ACUTE ACCENT}")
    (3, 1)
    """
    return sum(map(_character_width, text))


def harmless(text: str) -> str:
    r"""Give a text that neither breaks columns nor steers a terminal; what would is a blank.

    >>> harmless("合计\x1b[31m\t3.00")
    '合计 [31m 3.00'
    """
    return "".join(" " if unicodedata.category(character) in _STEERING else character for character in text)


def quoted(text: str) -> str:
    """Give a printed text in quotation marks, the middle of a long one left out.

    >>> quoted("说明见附件"), len(quoted("表" * 1000))
    ("'说明见附件'", 43)
    """
    half = _LONGEST_QUOTATION // 2
    return repr(text if len(text) <= _LONGEST_QUOTATION else f"{text[:half]}{_CUT}{text[-half:]}")


def excerpt(line: str, column: int, width: int = WIDTH) -> str:
    r"""Give a line and, under the character in this column, a caret; of a long line the part around it.

    Columns count characters from 1. Tabs are four blanks, what steers a terminal is one.

    >>> print(excerpt("201\t外交支出\t约一", 10))
    201    外交支出    约一
                       ^
    >>> print(excerpt("支出" * 1000 + "约一" + "支出" * 1000, 2001, width=20))
    …出支出支出约一支出…
               ^
    """
    at = min(column - 1, len(line))
    # Characters without width apart, nothing further off than the width of the screen can be shown.
    before, behind = _shown(line[max(at - 2 * width, 0) : at]), _shown(line[at : at + 2 * width])
    behind = _beginning(behind, max(width // 2, width - display_width(before)))
    before = _beginning(before[::-1], width - display_width(behind))[::-1]
    return f"{before}{behind}\n{' ' * display_width(before)}^"


def _shown(text: str) -> str:
    # Marks of direction would turn the line around; a lone surrogate cannot be printed at all.
    visible = (character for character in text if unicodedata.category(character) != "Cf")
    whole = ("\ufffd" if unicodedata.category(character) == "Cs" else character for character in visible)
    return harmless("".join(whole).replace("\t", _TAB))


def _beginning(text: str, room: int) -> str:
    """Give as much of a text as there is room for, with a mark where it is cut."""
    if display_width(text) <= room:
        return text
    taken, left = "", room - display_width(_CUT)
    for character in text:
        left -= _character_width(character)
        if left < 0:
            break
        taken += character
    return taken + _CUT


def _character_width(character: str) -> int:
    if unicodedata.category(character) in _WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1

"""A value in one line, for a person at the prompt."""

from collections.abc import Iterable

LONGEST = 40
"""How many characters of one printed text a summary gives."""


def summary(kind: str, named: Iterable[str | None], held: Iterable[str]) -> str:
    """Give one line: the kind of value, what it is called, and what it holds; a name that is None or empty is left out.

    >>> summary("MoneyTable", ["economic", "表6", None], ["23 lines", "61 amounts"])
    '<MoneyTable economic 表6: 23 lines, 61 amounts>'
    """
    words = [kind, *(shortened(name) for name in named if name)]
    return f"<{' '.join(words)}: {', '.join(held)}>"


def counted(number: int, word: str) -> str:
    """Give a number of things in words.

    >>> counted(1, "line"), counted(2, "entry"), counted(0, "problem")
    ('1 line', '2 entries', 'no problems')
    """
    if number == 1:
        return f"1 {word}"
    plural = f"{word.removesuffix('y')}ies" if word.endswith("y") else f"{word}s"
    return f"{number or 'no'} {plural}"


def shortened(text: str) -> str:
    r"""Give a printed text on one line and not too long, without characters that steer a terminal.

    >>> shortened("收支\n总表\x1b[31m")
    '收支 总表 [31m'
    """
    line = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"

"""The kinds of cell in words, for messages."""

_WORDS = {
    "NAME": "a name",
    "TOTAL": "a total's label",
    "AMOUNT": "an amount",
    "FUNCTION_CODE": "a functional code",
    "ECONOMIC_CODE": "an economic code",
    "REVENUE_LABEL": "a label of 收入",
    "EXPENDITURE_LABEL": "a label of 支出",
    "LINE_NUMBER_CELL": "a 行次",
    "CODE_HEADING": "a heading",
    "TEXT": "a text",
    "FIGURE": "a figure",
    "PROJECT_LABEL": "a label of a form",
    "LEVEL1_HEADING": "一级指标",
}


def expected_words(kinds: tuple[str, ...]) -> str:
    """Say what was expected: the kinds that have a word, in one order.

    >>> expected_words(("AMOUNT", "BLANK", "NAME"))
    'a name or an amount'
    """
    said = [word for kind, word in _WORDS.items() if kind in kinds]
    return " or ".join(said) if said else "the end of the row"

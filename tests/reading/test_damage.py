"""What is damaged in a text, as problems with their places."""

import pytest

from fiscaltables.errors import Severity
from fiscaltables.model.places import Span
from fiscaltables.reading.damage import damages
from fiscaltables.reading.encoding import decode
from fiscaltables.reading.text import printed_lines, read_text

CAPTION = "收支预算总表 单位：万元"


def test_a_sound_text_has_no_problem() -> None:
    """Nothing is said of what is whole."""
    assert damages(CAPTION, (), "utf-8") == ()


def test_damaged_bytes_are_an_error_with_line_and_columns() -> None:
    """The place is from the first to the last damaged character of a line."""
    decoded = decode(CAPTION.encode() + b"\r\n\xe6\x94\xaf\xe5\x87\xba\xff 1\xfe2\n", "a.txt")
    (problem,) = damages(decoded.text, decoded.stretches, decoded.encoding)
    assert (problem.severity, problem.code) == (Severity.ERROR, "undecodable-bytes")
    assert problem.span == Span(line=2, column=3, end_line=2, end_column=6)
    assert problem.message == "bytes that are no utf-8 stand here; each is shown as \ufffd"


def test_many_damaged_lines_are_counted_in_one_problem() -> None:
    """A document full of damage does not give a problem for each line of it."""
    decoded = decode((CAPTION * 50).encode() + b"\n1\xff" * 1_000, "a.txt")
    problems = damages(decoded.text, decoded.stretches, decoded.encoding)
    assert [problem.span.line for problem in problems] == list(range(2, 23))
    assert problems[-1].message == "bytes that are no utf-8 stand in 980 further lines, in this one first"


def test_lines_in_another_encoding_are_a_warning() -> None:
    """They were read, but a person should look at them."""
    decoded = decode((CAPTION * 3).encode() + f"\n{CAPTION}\n1\n{CAPTION}\n".encode("gbk"), "a.txt")
    (problem,) = damages(decoded.text, decoded.stretches, decoded.encoding)
    assert (problem.severity, problem.code) == (Severity.WARNING, "mixed-encodings")
    assert problem.message == "the text is gb18030 up to line 4, in a document of utf-8; it is read so"
    assert problem.span == Span(line=2, column=1, end_line=4, end_column=len(CAPTION))


@pytest.mark.parametrize(
    ("text", "place"), [("\0", "1:1"), ("收入\r\r支\0出\0", "3:2"), ("e\u0301\0\n\0", "1:2"), ("收\f\0", "1:3")]
)
def test_nul_characters_are_a_warning_at_the_first(text: str, place: str) -> None:
    """How many there are is in the message; columns count composed characters."""
    (problem,) = damages(text, (), None)
    assert (problem.severity, problem.code, str(problem.span)) == (Severity.WARNING, "nul-characters", place)
    assert f" {text.count(chr(0))} of them" in problem.message


def test_nul_characters_are_no_part_of_a_cell() -> None:
    """A cell that is filled up with them holds what was printed, at its place."""
    (row,) = read_text("收入\0\0\t12.00\0\n\0\0\n")[0].rows
    assert [(cell.text, cell.span.column, cell.span.end_column) for cell in row.cells] == [
        ("收入", 1, 2),
        ("12.00", 6, 10),
    ]


@pytest.mark.parametrize("text", ["12\0003.00", "12.\0\00000", "1,\000234.00"])
def test_a_figure_with_a_nul_inside_is_not_joined(text: str) -> None:
    """Nobody knows what stood between its digits; the cell holds a mark instead."""
    (row,) = read_text(text)[0].rows
    assert row.cells[0].text == text.replace("\0", "\ufffd")


def test_endless_marks_do_not_take_endless_time() -> None:
    """Unicode's joiner parts a run of combining marks, which would be sorted in quadratic time, and nothing is lost."""
    marks = "\u0301\u0327" * 50_000
    (line,) = printed_lines(f"a{marks}")
    assert len(line.replace("\u034f", "")) >= len(marks)
    assert printed_lines("─" * 100 + "e\u0301") == ["─" * 100 + "é"]

"""Bad input: a clear error, or a disclosure with problems that has lost nothing; never a fault from inside."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

import fiscaltables as ft

TITLE = "支出总表\n单位：万元\n"
HEADER = "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
ROWS = "合计\t\t3.00\t1.00\t2.00\n201\t外交支出\t3.00\t1.00\t2.00\n"
TABLE = TITLE + HEADER + ROWS
OTHER = "科目编码\t科目名称\t合计\t上年结转\t一般公共预算\t政府性基金预算\t国有资本经营预算\t事业收入\n"
OTHER_ROWS = "202\t国防支出\t9.00\t\t9.00\t\t\t\n"
SIDES = "收支总表\n单位：万元\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n"


def flowing(text: str) -> str:
    """Give a tabbed text as the plain text of a page: a blank for every run of tabs."""
    return re.sub(r"\t+", " ", text)


LAYOUTS = pytest.mark.parametrize("printed", [str, flowing], ids=["tabbed", "flowing"])


def kept(disclosure: ft.Disclosure) -> Counter[str]:
    """Count every printed figure that the disclosure holds, wherever it is."""
    return Counter(re.findall(r"\d[\d.]*", "\n".join(_texts(disclosure))))


def _texts(disclosure: ft.Disclosure) -> Iterator[str]:
    for table in disclosure.tables:
        yield from (table.title, *table.notes, *(cell for row in table.unread for cell in row.cells))
        yield from (amount.text for amount in table.amounts)
        yield from (cell for row in getattr(table, "rows", ()) for cell in row.cells)
        for line in getattr(table, "lines", ()):
            yield from (str(line.code or line.printed_code or ""), line.name or "", *line.texts.values())
    for section in disclosure.sections:
        yield from (section.title or "", section.text)


def codes(disclosure: ft.Disclosure) -> list[str]:
    """Give the codes of the problems, notes left out."""
    return [problem.code for problem in disclosure.problems if problem.severity is not ft.Severity.NOTE]


def read(text: str) -> ft.Disclosure:
    """Read a text and see to it that every figure printed in it is kept, and that no fault was met."""
    disclosure = ft.loads(text)
    assert kept(disclosure) == Counter(re.findall(r"\d[\d.]*", text))
    assert "fault" not in codes(disclosure)
    return disclosure


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\t\r\n\x0c\xe3\x80\x80", b"|---|---|\n"])
def test_a_file_without_content_is_an_error_of_the_disclosure(tmp_path: Path, data: bytes) -> None:
    """Empty, or nothing but blanks: there is nothing to read, and nothing to raise."""
    file = tmp_path / "empty.txt"
    file.write_bytes(data)
    disclosure = ft.load(file)
    assert (disclosure.tables, disclosure.sections) == ((), ())
    assert [problem.code for problem in disclosure.errors] == ["empty-document"]
    with pytest.raises(ft.ContentProblem, match="nothing is printed in the document"):
        ft.load(file, strict=True)


def test_a_text_without_a_table_is_a_warning() -> None:
    """All of it is in the narrative."""
    disclosure = read("云溪市档案服务中心\n本单位2025年收入 12.00 万元。")
    assert (codes(disclosure), disclosure.tables) == (["no-tables"], ())


def test_a_missing_file_is_the_systems_own_error(tmp_path: Path) -> None:
    """The name is in it."""
    with pytest.raises(FileNotFoundError, match=r"预算\.txt"):
        ft.load(tmp_path / "预算.txt")


def test_a_folder_is_refused_with_what_to_do(tmp_path: Path) -> None:
    """The message names the folder."""
    with pytest.raises(ft.ReadError, match=f"{tmp_path.name} is a folder; give the path of one file in it"):
        ft.load(tmp_path)


def test_text_in_the_place_of_a_path_is_refused_with_what_to_do() -> None:
    """The two are easily taken for one another."""
    with pytest.raises(ft.ReadError, match=r"use loads\(\) for text"):
        ft.load(TABLE)


def test_a_picture_is_refused(tmp_path: Path) -> None:
    """The message names the file as it was given, whatever its ending says."""
    file = tmp_path / "扫描.txt"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    with pytest.raises(ft.UnsupportedFormat) as refused:
        ft.load(file)
    assert str(refused.value).startswith(f"{file} is a picture; ")


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"\x01\x02\xff\xfe" * 5_000, b"\0\0\0\x01" * 5_000, b"\xff" * 5_000]
)
def test_a_binary_file_is_refused(tmp_path: Path, data: bytes) -> None:
    """It is no text in any encoding, and the message says where the likeliest one fails."""
    file = tmp_path / "data.bin"
    file.write_bytes(data)
    with pytest.raises(ft.EncodingError) as refused:
        ft.load(file)
    assert str(refused.value).startswith(f"{file}: the bytes are no text in ")


def test_fifty_megabytes_of_noise_are_refused() -> None:
    """Random bytes are no text in any encoding, however many there are."""
    noise = Random(1).randbytes(50_000_000)  # noqa: S311  noise needs no secrets
    with pytest.raises(ft.EncodingError, match="the bytes are no text in "):
        ft.load(noise)


def test_a_document_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of a file that never ends no more is read than is needed to say so."""
    monkeypatch.setattr("fiscaltables.api.MOST_BYTES", 100)
    file = tmp_path / "large.txt"
    file.write_bytes(b"1" * 101)
    for source in (file, b"1" * 101, Path("/dev/zero")):
        if not isinstance(source, Path) or source.exists():
            with pytest.raises(ft.LimitExceeded, match="is larger than 100 bytes"):
                ft.load(source)
    with pytest.raises(ft.LimitExceeded, match="text is larger than 100 "):
        ft.loads("1" * 101)


def test_the_place_of_a_problem_is_shown_under_chinese_text(tmp_path: Path) -> None:
    """The error has path, line and column, the printed line, and a caret in the display column of the cell."""
    file = tmp_path / "预算.txt"
    file.write_text(TITLE + HEADER + "201\t外交支出\t#REF!\t1.00\t2.00\n", "utf-8")
    with pytest.raises(ft.ContentProblem) as raised:
        ft.load(file, strict=True)
    said, line, caret = str(raised.value).split("\n")
    assert said == f"{file}:4:10: '#REF!' stands where an amount should and is no number"
    assert line == "201    外交支出    #REF!    1.00    2.00"
    assert caret == " " * (3 + 4 + 8 + 4) + "^"


def test_a_damaged_character_is_an_error_and_the_rest_is_read() -> None:
    """One bad byte costs one character, not the document."""
    data = TABLE.encode().replace("外交".encode(), "外".encode() + b"\xe4\xba")
    disclosure = ft.load(data)
    assert codes(disclosure) == ["undecodable-bytes"]
    assert disclosure.problems[0].report("a.txt").split("\n")[1:] == [
        "201    外\ufffd支出    3.00    1.00    2.00",
        "         ^",
    ]
    assert kept(disclosure) == kept(ft.loads(TABLE))
    with pytest.raises(ft.ContentProblem, match="bytes that are no utf-8 stand here"):
        ft.load(data, strict=True)


def test_a_damaged_figure_is_no_amount() -> None:
    """What is left of its digits is not taken for a number."""
    disclosure = ft.load(TABLE.encode().replace(b"3.00\t1.00\t2.00\n201", b"3\xff00\t1.00\t2.00\n201"))
    assert codes(disclosure) == ["undecodable-bytes", "unreadable-amount"]
    assert next((amount.text, amount.value) for amount in disclosure.tables[0].amounts) == ("3\ufffd00", None)


def test_two_encodings_in_one_file_are_both_read() -> None:
    """A document put together from two files is read whole, with a warning where the encoding changes."""
    text = f"{TABLE}\n收入总表\n单位：万元\n{OTHER}{OTHER_ROWS}"
    data = TABLE.encode() + text[len(TABLE) :].encode("gb18030")
    disclosure = ft.load(data)
    assert codes(disclosure) == ["mixed-encodings"]
    assert disclosure.tables == ft.loads(text).tables


def test_nul_characters_are_a_warning_and_no_part_of_a_cell() -> None:
    """Fields that are filled up with them are read as what they hold."""
    disclosure = ft.load(TABLE.replace("\t", "\0\t", 6).encode())
    assert codes(disclosure) == ["nul-characters"]
    amounts = [(amount.text, amount.column) for amount in disclosure.tables[0].amounts]
    assert amounts == [(amount.text, amount.column) for amount in ft.loads(TABLE).tables[0].amounts]


@LAYOUTS
@pytest.mark.parametrize("left", range(1, len(ROWS.rstrip()) - ROWS.index("201")))
def test_a_table_cut_in_the_middle_of_a_row_is_kept(printed: type[str], left: int) -> None:
    """Wherever it ends, the rows before are read and what there is of the last one is kept.

    A problem says so; but a row that ends in a tab has a blank cell as others have, and a lone number may be a page's.
    """
    text = printed(TABLE).rstrip()[:-left]
    disclosure = read(text)
    whole = ft.loads(printed(TITLE + HEADER + ROWS[: ROWS.index("201")]))
    assert disclosure.tables[0].amounts[:3] == whole.tables[0].amounts
    assert codes(disclosure) or text.endswith(("\t", "\n2", "\n20", "\n201"))


@pytest.mark.parametrize(
    ("printed", "end"),
    [
        (str, "201\t外交支出\t3.00\t1.0"),
        (str, "201\t外交支出\t3.00\t1.00\t2"),
        (str, "201\t外交"),
        (flowing, "201\t外交支出\t3.00\t1.0"),
        (flowing, "201\t外交"),
    ],
)
def test_a_row_that_is_not_whole_is_a_warning(printed: type[str], end: str) -> None:
    """Its last cell may be a piece of one: 1.0 of 1.00, or of 1.05."""
    assert "cut-off" in codes(read(printed(TITLE + HEADER + ROWS[: ROWS.index("201")] + end)))


@pytest.mark.parametrize(
    "end", ["一、一般公共预算拨款收入\t12.50\t一、文化旅", "收入总计\t12.50\t支出总计\t12.50\n本年\t1"]
)
def test_a_two_sided_table_that_is_cut_off_is_a_warning(end: str) -> None:
    """The last label, or its figure, may be a piece of one."""
    assert "cut-off" in codes(ft.loads(SIDES + end))


@LAYOUTS
def test_a_header_without_rows_is_an_empty_table(printed: type[str]) -> None:
    """Departments without such expenditure print it so: a note, no warning."""
    disclosure = read(printed(TITLE + HEADER))
    assert [(table.title, table.row_count) for table in disclosure.tables] == [("支出总表", 0)]
    assert [problem.code for problem in disclosure.problems] == ["empty-table"]


@LAYOUTS
def test_a_header_that_is_cut_off_keeps_its_words(printed: type[str]) -> None:
    """No amount can be read under it, and nothing is lost."""
    disclosure = read(printed(TITLE + HEADER[: HEADER.index("基本支出") + 1]))
    assert disclosure.tables[0].amounts == ()
    assert disclosure.problems


@LAYOUTS
def test_rows_without_a_header_are_kept_as_printed(printed: type[str]) -> None:
    """Which column an amount stands in is not said; the table has its rows and no amounts."""
    (table,) = read(printed(TITLE + ROWS)).tables
    assert isinstance(table, ft.UnrecognisedTable)
    assert [row.cells[0] for row in table.rows] == ["合计", "201"]


@LAYOUTS
def test_rows_without_title_and_header_are_kept(printed: type[str]) -> None:
    """Rows of cells are a table, rows of words are narrative; both are said to be."""
    disclosure = read(printed(ROWS))
    assert [problem.code for problem in disclosure.problems] == [
        "not-recognised" if printed is str else "no-tables",
    ]


@LAYOUTS
def test_a_second_table_right_behind_the_last_row_is_read(printed: type[str]) -> None:
    """Its title begins it, without a blank line; a unit that it does not print is not taken from the first."""
    first, second = read(printed(f"{TABLE}收入总表\n{OTHER}{OTHER_ROWS}")).tables
    assert (first.title, second.title) == ("支出总表", "收入总表")
    assert (len(first.amounts), [amount.text for amount in second.amounts]) == (6, ["9.00", "9.00"])
    assert (first.unit_of_measure, second.unit_of_measure) == ("万元", None)


@LAYOUTS
def test_a_second_header_right_behind_the_last_row_begins_a_table(printed: type[str]) -> None:
    """Its rows are not read under the headings of the first table; that it has no title is a warning."""
    disclosure = read(printed(TABLE + OTHER + OTHER_ROWS))
    first, second = disclosure.tables
    assert (first.title, second.title, codes(disclosure)) == ("支出总表", "", ["second-header"])
    assert len(first.amounts) == 6
    assert ("项目支出",) not in {amount.column for amount in second.amounts}
    assert {("上年结转",), ("一般公共预算",)} & {*second.amounts[1].candidates, second.amounts[1].column}


@LAYOUTS
def test_the_same_header_and_its_total_again_is_a_warning(printed: type[str]) -> None:
    """The columns are the same; two tables may have become one."""
    disclosure = read(printed(TABLE + HEADER + ROWS))
    assert codes(disclosure) == ["second-header"]
    assert [len(table.amounts) for table in disclosure.tables] == [12]


def test_a_header_printed_again_on_a_page_is_no_second_table() -> None:
    """A table that goes on prints its header again and no second total."""
    disclosure = read(TABLE + HEADER + "202\t国防支出\t3.00\t1.00\t2.00\n")
    assert (codes(disclosure), len(disclosure.tables)) == ([], 1)


def test_a_title_on_the_line_of_the_last_row_takes_no_figures() -> None:
    """The figures stay amounts; the words behind them are unread, and the next header begins a table."""
    disclosure = read(flowing(f"{TABLE.rstrip()}\t收入总表\n{OTHER}{OTHER_ROWS}"))
    assert len(disclosure.tables[0].amounts) == 6
    assert disclosure.tables[0].unread[0].cells == ("收入总表",)
    assert codes(disclosure) == ["unexpected-cell", "second-header"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n\n\n", "\f"])
def test_any_end_of_a_line_is_one(end: str) -> None:
    """Lines of Windows and of old Macs, blank lines and page breaks give the same amounts."""
    amounts = [amount.text for amount in ft.loads(TABLE.replace("\n", end)).tables[0].amounts]
    assert amounts == [amount.text for amount in ft.loads(TABLE).tables[0].amounts]

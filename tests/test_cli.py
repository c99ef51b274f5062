"""The command line: what it prints, and what it answers to the shell."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from fiscaltables import cli
from fiscaltables.errors import MissingExtra, Problem, ReadError, Severity, UnsupportedFormat
from fiscaltables.exporting.plain import from_json
from fiscaltables.model.amounts import Amount, Placement
from fiscaltables.model.codes import code_from
from fiscaltables.model.disclosure import Coverage, Disclosure, Source, Stage
from fiscaltables.model.places import Span
from fiscaltables.model.tables import (
    BalanceTable,
    Entry,
    Family,
    Layout,
    Line,
    MoneyTable,
    PrintedRow,
    Table,
    UnrecognisedTable,
)

PRINTED = Amount("7", Decimal(7), "万元", ("合计",), Placement.PRINTED)
UNSETTLED = Amount("7", Decimal(7), "万元", None, Placement.OPEN, candidates=(("甲",), ("乙",)))
NOTE = Problem(Severity.NOTE, "empty-table", "the table has no rows", Span(page=4))
WARNING = Problem(Severity.WARNING, "two-readings", "this row can be read in two ways")
ERROR = Problem(
    Severity.ERROR,
    "unexpected-cell",
    "'115' stands where a name should",
    Span(line=45, column=8),
    line="社会保障支出\t115",
)

MONEY = MoneyTable(
    family=Family.ECONOMIC,
    layout=Layout.FLOWING,
    number="表12",
    title="支出经济分类预算表",
    unit_of_measure="万元",
    entity=None,
    span=Span(line=9),
    columns=(("科目编码",), ("合计",)),
    lines=(
        Line(code_from("301"), "工资福利支出", (PRINTED, UNSETTLED), Span(line=10)),
        Line(code_from("302"), "商品和服务支出", (PRINTED,), Span(line=11)),
    ),
)
BALANCE = BalanceTable(
    family=Family.BALANCE,
    layout=Layout.TABBED,
    number=None,
    title="收支总表",
    unit_of_measure=None,
    entity=None,
    span=Span(line=1),
    revenue_columns=(("预算数",),),
    expenditure_columns=(("预算数",),),
    revenue=(Entry("收入总计", (PRINTED,), Span(line=2)),),
    expenditure=(Entry("一、教育支出", (), Span(line=2)), Entry("支出总计", (PRINTED,), Span(line=3))),
)
UNRECOGNISED = UnrecognisedTable(
    family=Family.OTHER,
    layout=None,
    number="2",
    title="x\ty",
    unit_of_measure=None,
    entity=None,
    span=Span(),
    rows=(PrintedRow(("甲", ""), Span()),),
)


def disclosure_of(*tables: Table, problems: tuple[Problem, ...] = ()) -> Disclosure:
    """Give a disclosure with these tables and problems."""
    return Disclosure(
        entity="山海市图书馆",
        entity_code="068005",
        fiscal_year=2025,
        stage=Stage.BUDGET,
        tables=tables,
        sections=(),
        problems=problems,
        source=Source("a.txt", "text/plain", "gb18030", "0" * 64, pages=3),
        coverage=Coverage(cells=12, read=9, furniture=2, unread=1),
    )


Outcome = Disclosure | Exception


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the command line read what a test says, by the names of the files."""

    def set_up(**outcomes: Outcome) -> None:
        def load(source: Path) -> Disclosure:
            outcome = outcomes[source.stem]
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        monkeypatch.setattr(cli, "load", load)

    return set_up


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], io.BytesIO]:
    """Put a console of some encoding in the place of standard output, and give what arrives there."""

    def set_up(encoding: str) -> io.BytesIO:
        arrived = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(arrived, encoding=encoding, newline="\n"))
        return arrived

    return set_up


def test_the_summary_shows_document_tables_and_coverage() -> None:
    """Everything stands under one another on a screen where a Chinese character is two wide."""
    assert cli.summary(disclosure_of(MONEY, BALANCE, UNRECOGNISED), "in/a.txt") == (
        "in/a.txt\n"
        "  entity       山海市图书馆 (068005)\n"
        "  fiscal year  2025\n"
        "  stage        budget\n"
        "  source       text/plain, gb18030, 3 pages\n"
        "\n"
        "  number  title               family    layout   unit  rows  amounts  open\n"
        "  表12    支出经济分类预算表  economic  flowing  万元     2        3     1\n"
        "  -       收支总表            balance   tabbed   -        3        2     0\n"
        "  2       x y                 other     -        -        1        0     0\n"
        "\n"
        "  coverage  12 cells: 9 read, 2 furniture, 1 unread\n"
    )


def test_the_summary_groups_problems_by_severity_with_their_places() -> None:
    """Errors come first; a problem begins with file, line and column, or with the page, or with the file alone."""
    shown = cli.summary(disclosure_of(problems=(NOTE, WARNING, ERROR, NOTE)), "a.txt")
    assert shown.endswith(
        "  errors (1)\n"
        "    a.txt:45:8: '115' stands where a name should [unexpected-cell]\n"
        "    社会保障支出    115\n"
        "                    ^\n"
        "\n"
        "  warnings (1)\n"
        "    a.txt: this row can be read in two ways [two-readings]\n"
        "\n"
        "  notes (2)\n"
        "    a.txt: page 4: the table has no rows [empty-table]\n"
        "    a.txt: page 4: the table has no rows [empty-table]\n"
    )


def test_the_summary_says_that_there_are_no_tables() -> None:
    """A document without tables shows no empty table of tables."""
    assert "\n  no tables\n" in cli.summary(disclosure_of(), "a.txt")


def test_printed_text_does_not_steer_the_terminal() -> None:
    """An escape character of the document arrives as a blank."""
    problem = Problem(Severity.ERROR, "unexpected-cell", "here \x1b[31m", Span(line=1), line="208\x1b[31m")
    assert "\x1b" not in cli.summary(disclosure_of(problems=(problem,)), "a\x1b.txt")


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        (disclosure_of(MONEY), 0),
        (disclosure_of(MONEY, problems=(NOTE, WARNING)), 0),
        (disclosure_of(MONEY, problems=(NOTE, ERROR)), 1),
        (ReadError("no text"), 2),
        (UnsupportedFormat("no such format"), 2),
        (MissingExtra("pip install 'fiscaltables[pdf]'"), 2),
        (FileNotFoundError(2, "No such file or directory", "a.txt"), 2),
    ],
)
def test_the_exit_code_says_how_it_went(reading: Callable[..., None], outcome: Outcome, status: int) -> None:
    """0 is read, 1 is read with errors, 2 is not read."""
    reading(a=outcome)
    assert cli.main(["a.txt"]) == status


def test_the_worst_of_several_files_counts(reading: Callable[..., None]) -> None:
    """One file that could not be read gives 2, wherever it stands, and the others are read."""
    reading(a=ReadError("no text"), b=disclosure_of(problems=(ERROR,)), c=disclosure_of())
    assert cli.main(["a.txt", "b.txt", "c.txt"]) == 2
    assert cli.main(["c.txt", "b.txt"]) == 1


@pytest.mark.parametrize(
    ("outcome", "message"),
    [
        (ReadError("the bytes are no text"), "fiscaltables: in/a.txt: the bytes are no text\n"),
        (ReadError("in/a.txt is empty"), "fiscaltables: in/a.txt is empty\n"),
        (FileNotFoundError(2, "No such file", "in/a.txt"), "fiscaltables: in/a.txt: No such file\n"),
    ],
)
def test_what_could_not_be_read_is_one_line_on_standard_error(
    reading: Callable[..., None], capsys: pytest.CaptureFixture[str], outcome: Exception, message: str
) -> None:
    """The line names the file once and says why; there is no traceback, and standard output stays empty."""
    reading(a=outcome)
    cli.main(["in/a.txt"])
    assert capsys.readouterr() == ("", message)


def test_json_of_one_file_is_one_object(reading: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    """The object is the JSON form, which comes back as an equal disclosure."""
    disclosure = disclosure_of(MONEY, BALANCE, problems=(ERROR,))
    reading(a=disclosure)
    assert cli.main(["--json", "a.txt"]) == 1
    shown = capsys.readouterr().out
    assert from_json(shown) == disclosure
    assert "支出经济分类预算表" in shown


def test_json_of_several_files_is_one_line_each(
    reading: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that could not be read has no line; its message is on standard error."""
    reading(a=disclosure_of(MONEY), b=ReadError("no text"), c=disclosure_of(BALANCE))
    assert cli.main(["--json", "a.txt", "b.txt", "c.txt"]) == 2
    shown = capsys.readouterr()
    assert [len(json.loads(line)["tables"]) for line in shown.out.splitlines()] == [1, 1]
    assert shown.err == "fiscaltables: b.txt: no text\n"


def test_a_console_without_chinese_shows_escapes(
    reading: Callable[..., None], console: Callable[[str], io.BytesIO]
) -> None:
    """Reading does not stop at the first character that the console cannot show."""
    reading(a=disclosure_of(MONEY))
    arrived = console("cp1252")
    assert cli.main(["a.txt"]) == 0
    assert rb"\u652f\u51fa" in arrived.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "gb18030", "ascii"])
def test_json_is_the_same_document_on_every_console(
    reading: Callable[..., None], console: Callable[[str], io.BytesIO], encoding: str
) -> None:
    """What arrives is JSON in UTF-8 and comes back equal, also from a console of another encoding."""
    disclosure = disclosure_of(MONEY)
    reading(a=disclosure)
    arrived = console(encoding)
    assert cli.main(["--json", "a.txt"]) == 0
    assert from_json(arrived.getvalue().decode("utf-8")) == disclosure


def test_a_stream_that_cannot_be_reconfigured_is_written_to(
    reading: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Notebooks and other hosts put their own objects in the place of standard output."""
    reading(a=disclosure_of(MONEY))
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stdout", shown)
    assert cli.main(["a.txt"]) == 0
    assert "支出经济分类预算表" in shown.getvalue()


def test_a_closed_pipe_ends_quietly(
    reading: Callable[..., None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reader that stops early (head, a pager) is no error, and nothing is said."""
    reading(a=disclosure_of(*[MONEY] * 2000))
    end_to_read, end_to_write = os.pipe()
    os.close(end_to_read)
    with os.fdopen(end_to_write, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert cli.main(["a.txt", "a.txt"]) == 0
    assert capsys.readouterr().err == ""


def test_a_call_without_files_says_how_to_call(capsys: pytest.CaptureFixture[str]) -> None:
    """The shell gets 2, as for everything that could not be read."""
    with pytest.raises(SystemExit) as left:
        cli.main([])
    assert left.value.code == 2
    assert "usage: fiscaltables" in capsys.readouterr().err


def test_the_package_runs_as_a_module() -> None:
    """``python -m fiscaltables`` is the command line."""
    command = [sys.executable, "-m", "fiscaltables", "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert shown.startswith("usage: fiscaltables")
    assert "Exit code: 0 read, 1 read with errors, 2 could not be read." in shown

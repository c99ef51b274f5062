"""The command line: what was read of a disclosure, for people or as JSON."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TextIO

from fiscaltables.api import load
from fiscaltables.errors import FiscalTablesError, Problem, Severity
from fiscaltables.model.disclosure import Coverage, Disclosure, Source
from fiscaltables.model.tables import Table
from fiscaltables.screen import display_width, harmless

READ = 0
READ_WITH_ERRORS = 1
NOT_READ = 2

_HEADINGS = ("number", "title", "family", "layout", "unit", "rows", "amounts", "open")
_COUNTS = ("rows", "amounts", "open")


def main(argv: Sequence[str] | None = None) -> int:
    """Print what was read of each file and give the exit code.

    The code is 0 where all was read, 1 where a problem is an error, 2 where a file could not be read; of several files
    the worst counts.
    """
    asked = _parser().parse_args(argv)
    tell = _json_teller(pretty=len(asked.files) == 1) if asked.json else summary
    for stream in (sys.stdout, sys.stderr):
        _make_lossless(stream)
    worst = READ
    try:
        for file in asked.files:
            worst = max(worst, _told(file, tell))
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go(sys.stdout)
    return worst


def summary(disclosure: Disclosure, file: str) -> str:
    """Give in words what was read: the document, one row per table, the coverage, the problems with their places."""
    parts = [
        "\n".join([harmless(file), *_indented(_facts(disclosure))]),
        "\n".join(_indented(_table_rows(disclosure.tables))) if disclosure.tables else "  no tables",
        "\n".join(_indented([f"coverage  {_covered(disclosure.coverage)}"])),
        *("\n".join(_indented(_problem_group(severity, disclosure, file))) for severity in Severity),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def aligned(rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> list[str]:
    """Give rows as lines whose columns stand under one another on a screen, where a Chinese character is two wide.

    >>> for line in aligned([("表1", "收支总表", "7"), ("2", "x", "12")], right=frozenset({2})):
    ...     print(line)
    表1  收支总表   7
    2    x         12
    """
    lines = list(rows)
    widths = [max(map(display_width, column)) for column in zip(*lines, strict=True)]
    return [_line(row, widths, right) for row in lines]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="fiscaltables",
        description="Read Chinese government fiscal disclosures and print what was read of them.",
        epilog="Exit code: 0 read, 1 read with errors, 2 could not be read.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a disclosure")
    parser.add_argument(
        "--json", action="store_true", help="print the JSON form: one object, or for several files one line each"
    )
    return parser


def _json_teller(*, pretty: bool) -> Callable[[Disclosure, str], str]:
    def tell(disclosure: Disclosure, _file: str) -> str:
        # A console that cannot show Chinese gets JSON's own escapes: still the same document.
        plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
        return json.dumps(disclosure.to_dict(), ensure_ascii=plain, indent=2 if pretty else None) + "\n"

    return tell


def _told(file: str, tell: Callable[[Disclosure, str], str]) -> int:
    try:
        disclosure = load(Path(file))
    except (FiscalTablesError, OSError) as error:
        sys.stdout.flush()
        sys.stderr.write(f"fiscaltables: {harmless(_why(error, file))}\n")
        return NOT_READ
    sys.stdout.write(tell(disclosure, file))
    return READ_WITH_ERRORS if disclosure.errors else READ


def _why(error: Exception, file: str) -> str:
    message = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return message if file in message else f"{file}: {message}"


def _facts(disclosure: Disclosure) -> list[str]:
    code = f" ({disclosure.entity_code})" if disclosure.entity_code else ""
    facts = [
        ("entity", harmless(f"{disclosure.entity or '-'}{code}")),
        ("fiscal year", str(disclosure.fiscal_year or "-")),
        ("stage", disclosure.stage.value if disclosure.stage else "-"),
        ("source", _read_from(disclosure.source)),
    ]
    return aligned(facts)


def _read_from(source: Source) -> str:
    pages = f"{source.pages} pages" if source.pages is not None else None
    return ", ".join(harmless(part) for part in (source.media_type, source.encoding, pages) if part)


def _table_rows(tables: Iterable[Table]) -> list[str]:
    right = frozenset(_HEADINGS.index(heading) for heading in _COUNTS)
    return aligned([_HEADINGS, *map(_table_row, tables)], right)


def _table_row(table: Table) -> tuple[str, ...]:
    layout = table.layout.value if table.layout else "-"
    texts = (table.number or "-", table.title, table.family.value, layout, table.unit_of_measure or "-")
    return (*map(harmless, texts), str(table.row_count), str(len(table.amounts)), str(len(table.open_amounts)))


def _covered(coverage: Coverage) -> str:
    return f"{coverage.cells} cells: {coverage.read} read, {coverage.furniture} furniture, {coverage.unread} unread"


def _problem_group(severity: Severity, disclosure: Disclosure, file: str) -> list[str]:
    problems = [problem for problem in disclosure.problems if problem.severity is severity]
    if not problems:
        return []
    lines = [line for problem in problems for line in _indented(_problem_lines(problem, file))]
    return [f"{severity.value}s ({len(problems)})", *lines]


def _problem_lines(problem: Problem, file: str) -> list[str]:
    said, *line_and_caret = problem.report(file).split("\n")
    return [f"{said} [{problem.code}]", *line_and_caret]


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _line(row: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> str:
    cells = enumerate(zip(row, widths, strict=True))
    return "  ".join(_padded(cell, width, right=index in right) for index, (cell, width) in cells).rstrip()


def _padded(cell: str, width: int, *, right: bool) -> str:
    blanks = " " * (width - display_width(cell))
    return blanks + cell if right else cell + blanks


def _make_lossless(stream: TextIO) -> None:
    # A console of another encoding then shows \u8868 for 表 instead of stopping in the middle.
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


def _let_go(stream: TextIO) -> None:
    # Python flushes once more at exit, which would complain a second time about the closed pipe.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)

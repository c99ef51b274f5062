"""The notebook's display: what is shown, where it stands, and that nothing of a document is HTML."""

from collections.abc import Iterator
from decimal import Decimal
from html import escape
from html.parser import HTMLParser
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from fiscaltables.errors import Problem, Severity
from fiscaltables.exporting.cells import CANDIDATES_SHOWN, ROWS_SHOWN
from fiscaltables.exporting.notebook import BODIES, disclosure_html, table_html
from fiscaltables.model.amounts import Amount, Path, Placement
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
    SideBlock,
    Table,
    UnrecognisedTable,
)
from generated.values import DISCLOSURES

TOTAL, BASIC, PROJECT = ("合计",), ("支出", "基本支出"), ("支出", "项目支出")
HERE = Span(line=7, column=1)
SCRIPT = "<script>alert('表')</script>"


def printed(text: str, column: Path = TOTAL) -> Amount:
    """Give an amount that a grid shows."""
    return Amount(text, Decimal(text), "万元", column, Placement.PRINTED)


def unsettled(text: str, *candidates: Path) -> Amount:
    """Give an open amount."""
    return Amount(text, Decimal(text), "万元", None, Placement.OPEN, candidates)


def money(*lines: Line) -> MoneyTable:
    """Give a table of amounts with these lines."""
    return MoneyTable(
        family=Family.EXPENDITURE,
        layout=Layout.FLOWING,
        number="表3",
        title="支出总表",
        unit_of_measure="万元",
        entity=None,
        span=HERE,
        columns=(("科目编码",), ("科目名称",), TOTAL, BASIC, PROJECT),
        lines=lines,
    )


def line(*amounts: Amount, name: str = "教育支出") -> Line:
    """Give a line of code 205."""
    return Line(code_from("205"), name, amounts, HERE)


BALANCE = BalanceTable(
    family=Family.BALANCE,
    layout=Layout.TABBED,
    number="表1",
    title="收支总表",
    unit_of_measure="万元",
    entity="云溪市档案服务中心",
    span=HERE,
    revenue_columns=(("预算数",),),
    expenditure_columns=(TOTAL,),
    revenue=(Entry("一、事业收入", (printed("7.00", ("预算数",)),), HERE),),
    expenditure=(Entry("一、教育支出", (printed("6.00"),), HERE, line_number="31"),),
    blocks=(SideBlock("支出用途", (TOTAL,), (Entry("一、基本支出", (printed("5.00"),), HERE),)),),
)
UNKNOWN = UnrecognisedTable(
    family=Family.OTHER,
    layout=Layout.TABBED,
    number=None,
    title="资产情况表",
    unit_of_measure=None,
    entity=None,
    span=HERE,
    rows=(PrintedRow(("车辆", "", "2"), HERE),),
)


def disclosure(*tables: Table, problems: tuple[Problem, ...] = ()) -> Disclosure:
    """Give a disclosure with these tables and problems."""
    return Disclosure(
        entity="云溪市档案服务中心",
        entity_code="548003",
        fiscal_year=2025,
        stage=Stage.FINAL_ACCOUNTS,
        tables=tables,
        sections=(),
        problems=problems,
        source=Source("云溪.txt", "text/plain", "utf-8", "0" * 64),
        coverage=Coverage(0, 0, 0, 0),
    )


class Reader(HTMLParser):
    """Reads HTML as a browser does: the tags that are used, the texts, and the rows of the tables."""

    def __init__(self, html: str) -> None:
        """Read the HTML at once; every element must be closed by its own end."""
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.rows: list[list[str]] = []
        self.reach: list[list[tuple[str, int, int]]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and where a cell begins."""
        self.tags.append(tag)
        self._open.append(tag)
        held = dict(attrs)
        self.attributes |= set(held)
        if tag == "tr":
            self.rows.append([])
            self.reach.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
            self.reach[-1].append((tag, int(held.get("colspan") or 1), int(held.get("rowspan") or 1)))

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Add a text to its cell."""
        if {"td", "th"} & set(self._open):
            self.rows[-1][-1] += data


def rows_of(value: Table | Disclosure) -> list[list[str]]:
    """Give the texts of the cells that a notebook shows, row by row."""
    html = disclosure_html(value) if isinstance(value, Disclosure) else table_html(value)
    return Reader(html).rows


def texts_of(whole: Disclosure) -> Iterator[str]:
    """Give every printed text that its tables show."""
    for table in whole.tables:
        yield from (amount.text for amount in table.amounts)
        yield from (table.title, *table.notes, *(cell for row in table.unread for cell in row.cells))
        if isinstance(table, UnrecognisedTable):
            yield from (cell for row in table.rows for cell in row.cells)


def test_a_table_of_amounts_has_its_header_and_a_row_for_every_line() -> None:
    """The headings are nested as printed, and each amount stands under its own."""
    reader = Reader(table_html(money(line(printed("3.00"), printed("2.00", PROJECT)))))
    assert reader.rows == [
        ["科目编码", "科目名称", "合计", "支出"],
        ["基本支出", "项目支出"],
        ["205", "教育支出", "3.00", "", "2.00"],
    ]
    assert reader.reach[0] == [("th", 1, 2), ("th", 1, 2), ("th", 1, 2), ("th", 2, 1)]


def test_amounts_are_right_aligned_and_texts_left() -> None:
    """Figures stand under one another, whatever the notebook's own style says."""
    html = table_html(money(line(printed("3.00"))))
    assert '<td style="text-align:right;vertical-align:top">3.00</td>' in html
    assert '<td style="text-align:left;vertical-align:top">教育支出</td>' in html


def test_an_open_amount_stands_under_no_column() -> None:
    """It has a column of its own, with the columns that remain; the cells it may belong to are empty."""
    rows = rows_of(money(line(printed("3.00"), unsettled("2.00", BASIC, PROJECT)), line(printed("1.00"))))
    assert rows[0][-1] == "open"
    assert rows[2] == ["205", "教育支出", "3.00", "", "", "2.00 → 支出/基本支出 or 支出/项目支出"]
    assert rows[3] == ["205", "教育支出", "1.00", "", "", ""]


def test_a_table_without_open_amounts_has_no_column_for_them() -> None:
    """The column appears where it is needed."""
    assert all("open" not in row for row in rows_of(money(line(printed("3.00")))))


@pytest.mark.parametrize(
    ("candidates", "end"),
    [
        ((), "2.00 → no column"),
        ((BASIC,), "2.00 → 支出/基本支出"),
        (tuple((str(index),) for index in range(CANDIDATES_SHOWN + 2)), " or … 2 more columns"),
    ],
)
def test_the_columns_that_remain_are_named_or_counted(candidates: tuple[Path, ...], end: str) -> None:
    """A few are named, many are counted in words."""
    assert rows_of(money(line(unsettled("2.00", *candidates))))[2][-1].endswith(end)


def test_how_a_column_is_known_can_be_looked_up() -> None:
    """An amount that is not simply printed under its heading says why it stands there."""
    amount = evolve(printed("3.00"), placement=Placement.DERIVED, reason="合计 = 基本支出 + 项目支出")
    html = table_html(money(line(amount)))
    assert 'title="derived: 合计 = 基本支出 + 项目支出"' in html
    assert "title=" not in table_html(money(line(printed("3.00"))))


@pytest.mark.parametrize(("unit", "shown"), [("万元", "3"), (None, "3"), ("人", "3 人"), ("%", "3 %")])
def test_a_unit_that_is_not_the_captions_is_shown(unit: str | None, shown: str) -> None:
    """Heads and per cent are not read as money."""
    amount = evolve(printed("3"), unit=unit)
    assert rows_of(money(line(amount)))[2][2] == shown


@pytest.mark.parametrize("text", ["0.00", "-", "#REF!", ""])
def test_an_amount_is_shown_as_it_is_printed(text: str) -> None:
    """Nought, a dash and what is no number stay apart."""
    amount = Amount(text, None, "万元", TOTAL, Placement.PRINTED)
    assert rows_of(money(line(amount)))[2][2] == text


def test_a_table_without_lines_shows_its_header() -> None:
    """The columns of an empty table are seen."""
    assert rows_of(money())[0] == ["科目编码", "科目名称", "合计", "支出"]


def test_both_sides_and_further_blocks_are_shown() -> None:
    """Each side has its own header and rows, with the printed line numbers."""
    assert rows_of(BALANCE) == [
        ["label", "预算数"],
        ["一、事业收入", "7.00"],
        ["label", "line number", "合计"],
        ["一、教育支出", "31", "6.00"],
        ["label", "合计"],
        ["一、基本支出", "5.00"],
    ]
    html = table_html(BALANCE)
    assert all(f"<p>{side}</p>" in html for side in ("revenue", "expenditure", "支出用途"))


def test_an_unrecognised_table_shows_its_printed_rows() -> None:
    """Its cells stand as they are printed, blank ones too."""
    assert rows_of(UNKNOWN) == [["车辆", "", "2"]]


def test_headings_of_our_own_look_different() -> None:
    """What the document does not print is in italics."""
    assert "<i>label</i>" in table_html(BALANCE)
    assert "<i>科目名称</i>" not in table_html(money(line()))


def test_a_caption_says_which_table_it_is() -> None:
    """Number and title, family, unit, entity, layout and how many rows."""
    caption = "<p><b>表1 收支总表</b>, balance, 万元, 云溪市档案服务中心, tabbed, 3 entries</p>"
    assert caption in table_html(BALANCE)
    assert "<b>table without a title</b>" in table_html(evolve(UNKNOWN, title=""))


def test_notes_total_and_unread_rows_are_shown() -> None:
    """What stands around the rows, and what could not be read, is not left out."""
    unread = (PrintedRow(("说明", "见附件"), HERE),)
    table = evolve(money(), notes=("注：本表为空。",), total=printed("9.00"), unread=unread)
    html = table_html(table)
    assert all(text in html for text in ("<p>注：本表为空。</p>", "<p>total: 9.00</p>", "<p>1 row unread:</p>"))
    assert rows_of(table)[-1] == ["说明", "见附件"]


@pytest.mark.parametrize(("more", "words"), [(0, None), (1, "… 1 more line"), (180, "… 180 more lines")])
def test_a_long_table_is_cut_in_words(more: int, words: str | None) -> None:
    """The first rows are shown, and how many more there are is said."""
    html = table_html(money(*[line(printed("3.00"))] * (ROWS_SHOWN + more)))
    assert html.count("3.00") == ROWS_SHOWN
    assert (f"<p>{words}</p>" in html) if words else ("more" not in html)


def test_a_disclosure_lists_its_tables() -> None:
    """Whose it is, and for every table number, title, family, unit, rows, amounts, open amounts and unread rows."""
    whole = disclosure(money(line(printed("3.00"), unsettled("2.00", BASIC))), evolve(UNKNOWN, unread=UNKNOWN.rows))
    html = disclosure_html(whole)
    assert "<b>云溪市档案服务中心 (548003)</b>, 2025, final accounts, from 云溪.txt" in html
    assert Reader(html).rows == [
        ["number", "title", "family", "unit", "rows", "amounts", "open", "unread"],
        ["表3", "支出总表", "expenditure", "万元", "1", "2", "1", "0"],
        ["", "资产情况表", "other", "", "1", "0", "0", "1"],
    ]
    assert "<p>2 tables</p>" in html
    assert "<p>no problems</p>" in html


def test_a_disclosure_lists_its_problems() -> None:
    """Each with severity, code, place and message, whose lines stay under one another."""
    problem = Problem(Severity.ERROR, "unexpected-cell", "'115' stands here\n115\n^", HERE)
    html = disclosure_html(disclosure(problems=(problem,)))
    assert Reader(html).rows == [["error", "unexpected-cell", "7:1", "'115' stands here\n115\n^"]]
    assert "white-space:pre-wrap" in html
    assert "<p>1 problem</p>" in html


def test_what_a_disclosure_does_not_say_is_said() -> None:
    """Unknown entity, year and stage are words, not blanks."""
    nobody = evolve(disclosure(), entity=None, entity_code=None, fiscal_year=None, stage=None)
    assert "<b>entity not known</b>, year not known, stage not known" in disclosure_html(nobody)


def test_many_tables_and_problems_are_cut_in_words() -> None:
    """A disclosure with hundreds of either stays readable."""
    problem = Problem(Severity.NOTE, "note", "here")
    html = disclosure_html(disclosure(*[UNKNOWN] * (ROWS_SHOWN + 2), problems=(problem,) * (ROWS_SHOWN + 1)))
    assert "<p>… 2 more tables</p>" in html
    assert "<p>… 1 more problem</p>" in html


def test_nothing_of_a_document_becomes_an_element() -> None:
    """A script in any printed text is shown as text."""
    place = (SCRIPT,)
    amount = evolve(printed("3", place), text=SCRIPT, unit=SCRIPT, placement=Placement.DERIVED, reason=SCRIPT)
    held = Line(None, SCRIPT, (amount, unsettled("2", place)), HERE, SCRIPT, {SCRIPT: SCRIPT}, SCRIPT)
    shared: dict[str, Any] = {
        "title": SCRIPT,
        "number": SCRIPT,
        "unit_of_measure": SCRIPT,
        "entity": SCRIPT,
        "notes": (SCRIPT,),
    }
    rows = (PrintedRow((SCRIPT,), HERE),)
    tables = (
        evolve(money(held), **shared, unread=rows, total=amount, columns=(place, (SCRIPT, SCRIPT))),
        evolve(BALANCE, **shared, blocks=(SideBlock(SCRIPT, (place,), (Entry(SCRIPT, (amount,), HERE, SCRIPT),)),)),
        evolve(UNKNOWN, **shared, rows=rows),
    )
    problem = Problem(Severity.ERROR, SCRIPT, SCRIPT, Span(sheet=SCRIPT))
    source = Source(SCRIPT, "text/plain", None, "")
    whole = evolve(disclosure(*tables, problems=(problem,)), entity=SCRIPT, entity_code=SCRIPT, source=source)
    for html in (disclosure_html(whole), *map(table_html, tables)):
        assert escape(SCRIPT) in html
        assert "script" not in Reader(html).tags


def test_a_notebook_asks_the_values_themselves() -> None:
    """The methods that notebooks call give what this module gives."""
    whole = disclosure(BALANCE)
    assert whole._repr_html_() == disclosure_html(whole)
    assert BALANCE._repr_html_() == table_html(BALANCE)


def test_every_kind_of_table_can_be_shown() -> None:
    """A kind that the model knows is known to the notebook."""
    assert set(BODIES) == {kind.kind for kind in Table.__subclasses__()}


@given(DISCLOSURES)
def test_every_printed_text_is_shown_and_escaped(whole: Disclosure) -> None:
    """Whatever was read, the HTML is well formed, holds every amount and text, and nothing but plain elements."""
    tables = [table_html(table) for table in whole.tables]
    html = "".join(tables)
    assert all(escape(text) in html for text in texts_of(whole))
    for reader in map(Reader, (*tables, disclosure_html(whole))):
        assert set(reader.tags) <= {"div", "p", "b", "i", "small", "table", "thead", "tbody", "tr", "th", "td"}
        assert reader.attributes <= {"style", "title", "colspan", "rowspan"}

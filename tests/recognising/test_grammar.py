"""The grammars build and mean one thing; the driver keeps every good row and gives each bad one once."""

from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark

from fiscaltables.model.places import Span
from fiscaltables.reading.pages import Cell
from fiscaltables.recognising.cells import Candidate
from fiscaltables.recognising.driving import Driven, drive_rows, drive_words
from fiscaltables.recognising.families import FAMILIES, OTHER
from fiscaltables.recognising.grammar import (
    STARTS,
    BegunHeader,
    Node,
    begun_header,
    compiled,
    grammar_folder,
    header_kinds,
    read_header,
)
from fiscaltables.recognising.wordings import HEADINGS, SECTIONS

PATHS = tuple(sorted({entry.path for entry in (*FAMILIES.values(), OTHER) if entry.path and not entry.forms}))
EXPENDITURE = grammar_folder() / "expenditure.lark"
RUN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
NO_KIND = "NO_KIND_OF_CELL"

every_family = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)

Pair = tuple[str, str]


def _grammar(path: Path, start: str) -> Lark:
    """Build a family's grammar with one start, so that it holds nothing that this start does not reach."""
    return Lark(
        path.read_text("utf-8"),
        parser="lalr",
        lexer="basic",
        start=start,
        import_paths=[str(path.parent), str(grammar_folder())],
        maybe_placeholders=False,
        strict=True,
    )


def _terminals(grammar: Lark) -> frozenset[str]:
    return frozenset(symbol.name for rule in grammar.rules for symbol in rule.expansion if symbol.is_term)


@cache
def _streams(path: Path, start: str) -> st.SearchStrategy[list[str]]:
    """Draw the kinds of the cells of a table that the grammar takes.

    The terminals are declared and have no pattern, so each is drawn as its own name and a blank.
    """
    grammar = _grammar(path, start)
    names = {str(name): st.just(f"{name} ") for name in _terminals(grammar)}
    return from_lark(grammar, start=start, explicit=names).map(str.split)


def _candidates(kinds: list[str], numbers: Iterator[int]) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(Cell(f"cell {number}", Span(), index), (kind,), index == 0)
        for index, (kind, number) in enumerate(zip(kinds, numbers, strict=False))
    )


def _rows_of(kinds: list[str]) -> list[tuple[Candidate, ...]]:
    """Cut a stream at the ends of its rows; every cell has a text of its own."""
    numbers = count()
    rows: list[list[str]] = [[]]
    for kind in kinds:
        if kind == "_ROW":
            rows.append([])
        else:
            rows[-1].append(kind)
    assert rows.pop() == []
    return [_candidates(row, numbers) for row in rows]


def _doubtful(row: tuple[Candidate, ...], path: Path, data: st.DataObject) -> tuple[Candidate, ...]:
    """Give cells that could also be something else, which is tried before what they are."""
    others = st.lists(st.sampled_from(sorted(_terminals(compiled(path)) - {"_ROW"})), max_size=2, unique=True)
    return tuple(evolve(cell, kinds=(*data.draw(others), *cell.kinds)) for cell in row)


def _fed(rows: list[tuple[Candidate, ...]]) -> list[Pair]:
    return [(candidate.cell.text, candidate.kinds[0]) for row in rows for candidate in row]


def _read(nodes: tuple[Node, ...]) -> list[Pair]:
    """Give the cells that came back, with the kind each was read as."""
    assert not any(node.children for node in nodes)
    return [(cell.text, kind) for node in nodes for cell, kind in zip(node.cells, node.kinds, strict=True)]


def _as_last_kind(row: tuple[Candidate, ...]) -> list[Pair]:
    return [(candidate.cell.text, candidate.kinds[-1]) for candidate in row]


def _row(*cells: Pair) -> tuple[Candidate, ...]:
    """Make a row of texts with their kinds, best first and parted by blanks."""
    return tuple(
        Candidate(Cell(text, Span(line=1, column=index), index), tuple(kinds.split()), index == 0)
        for index, (text, kinds) in enumerate(cells)
    )


HEADER = _row(("科目编码", "CODE_HEADING"), ("科目名称", "NAME_HEADING"), ("合计", "TOTAL_HEADING"))
FIRST = _row(("201", "FUNCTION_CODE AMOUNT"), ("一般公共服务支出", "NAME"), ("3.00", "AMOUNT"))
SECOND = _row(("202", "FUNCTION_CODE AMOUNT"), ("外交支出", "NAME"), ("2.00", "AMOUNT"))
BAD = _row(("203", "FUNCTION_CODE AMOUNT"), ("?", NO_KIND), ("1.00", "AMOUNT"))


def _texts(driven: Driven) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in driven.rows]


def _refused(driven: Driven) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in driven.refused]


def _words(*rows: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    return tuple(candidate for row in rows for candidate in row)


@every_family
@pytest.mark.parametrize("start", STARTS)
def test_every_grammar_builds_without_any_conflict(path: Path, start: str) -> None:
    """Each start of each family is LALR(1) without a shift or reduce conflict, as strict mode checks."""
    assert _grammar(path, start).options.strict


@every_family
def test_no_terminal_is_renamed_by_an_import(path: Path) -> None:
    """A family imports each terminal that it can meet; one that only a rule brings with it would get a new name."""
    names = _terminals(compiled(path))
    assert names >= {"BLANK", "NAME", "TOTAL"}
    assert [name for name in names if "__" in name] == []


@every_family
@pytest.mark.parametrize("start", STARTS)
def test_no_rule_is_renamed_by_an_import(path: Path, start: str) -> None:
    """The rules that placing knows by name keep it: only what lark itself adds for repetitions has two underscores."""
    names = {rule.origin.name for rule in _grammar(path, start).rules}
    assert [name for name in names if "__" in name and not name.startswith("__")] == []


@every_family
def test_every_heading_of_a_grammar_has_a_wording(path: Path) -> None:
    """A heading that a grammar expects in a flowing header can be printed: the vocabulary has wordings for it."""
    assert _terminals(_grammar(path, "flowing_header")) <= set(HEADINGS | SECTIONS)


@every_family
@RUN
@given(data=st.data())
def test_every_gridded_table_of_the_grammar_is_read_whole(path: Path, data: st.DataObject) -> None:
    """Rows that the grammar describes are none refused, and every cell comes back once, in order, as its kind."""
    rows = _rows_of(data.draw(_streams(path, "gridded")))
    driven = drive_rows(path, tuple(rows))
    assert driven.refused == ()
    assert _read(driven.rows) == _fed(rows)
    assert len(driven.rows) == len(rows)


@every_family
@RUN
@given(data=st.data())
def test_every_flowing_table_of_the_grammar_is_read_whole(path: Path, data: st.DataObject) -> None:
    """Words that the grammar describes are none refused, and every word comes back once, in order, as its kind."""
    words = _candidates(data.draw(_streams(path, "flowing")), count())
    driven = drive_words(path, words)
    assert driven.refused == ()
    assert _read(driven.rows) == _fed([words])


def _begun(path: Path, kinds: tuple[str, ...]) -> BegunHeader | None:
    begun: BegunHeader | None = begun_header(path)
    for kind in kinds:
        begun = begun.going_on(kind) if begun else None
    return begun


@every_family
@RUN
@given(data=st.data())
def test_every_flowing_header_of_the_grammar_is_a_template(path: Path, data: st.DataObject) -> None:
    """Headings in an order that the grammar describes are a template, and each step to it is among the choices."""
    kinds = tuple(data.draw(_streams(path, "flowing_header")))
    cells = tuple(Cell(kind, Span(), index) for index, kind in enumerate(kinds))
    assert read_header(path, cells, kinds) is not None
    begun = _begun(path, kinds)
    assert begun is not None
    assert begun.whole
    assert header_kinds(path).issuperset(kinds)


@every_family
@RUN
@given(data=st.data())
def test_bad_rows_cost_a_gridded_table_nothing_else(path: Path, data: st.DataObject) -> None:
    """Bad rows put in anywhere are each refused once, whole; every other row is read, none twice."""
    rows = _rows_of(data.draw(_streams(path, "gridded")))
    bad = _row(("bad 1", "NAME"), ("bad 2", NO_KIND), ("bad 3", "AMOUNT"))
    places = data.draw(st.lists(st.integers(0, len(rows)), max_size=3).map(sorted))
    mixed = list(rows)
    for place in reversed(places):
        mixed.insert(place, bad)
    driven = drive_rows(path, tuple(mixed))
    assert _refused(driven) == [["bad 1", "bad 2", "bad 3"]] * len(places)
    assert _read(driven.rows) == _fed(rows)


@every_family
@RUN
@given(data=st.data())
def test_cells_that_could_be_several_things_come_back_once(path: Path, data: st.DataObject) -> None:
    """Whatever else the cells of a table could be, each of its rows is read or refused, once and with its own cells."""
    rows = [_doubtful(row, path, data) for row in _rows_of(data.draw(_streams(path, "gridded")))]
    driven = drive_rows(path, tuple(rows))
    assert sorted(_texts(driven) + _refused(driven)) == sorted([cell.cell.text for cell in row] for row in rows)


@every_family
@RUN
@given(data=st.data())
def test_words_that_could_be_several_things_come_back_once(path: Path, data: st.DataObject) -> None:
    """Whatever else the words of a flowing table could be, each is in one row or one refusal."""
    words = _doubtful(_candidates(data.draw(_streams(path, "flowing")), count()), path, data)
    driven = drive_words(path, words)
    found = [text for row in _texts(driven) + _refused(driven) for text in row]
    assert sorted(found) == sorted(word.cell.text for word in words)


def test_a_bad_row_between_good_ones_is_refused_alone() -> None:
    """One refusal holds the bad row and where it stopped; both good rows are read, once."""
    driven = drive_rows(EXPENDITURE, (HEADER, FIRST, BAD, SECOND))
    assert _texts(driven) == [
        ["科目编码", "科目名称", "合计"],
        ["201", "一般公共服务支出", "3.00"],
        ["202", "外交支出", "2.00"],
    ]
    assert _refused(driven) == [["203", "?", "1.00"]]
    assert [row.at.text for row in driven.refused] == ["?"]


@pytest.mark.parametrize("start", [0, 1, 2, 3])
def test_a_bad_row_may_stand_anywhere(start: int) -> None:
    """A bad row before the header, first, between or last costs no other row."""
    rows = [HEADER, FIRST, SECOND]
    driven = drive_rows(EXPENDITURE, (*rows[:start], BAD, *rows[start:]))
    assert _read(driven.rows) == _fed(rows)
    assert _refused(driven) == [["203", "?", "1.00"]]


def test_several_bad_rows_are_each_refused() -> None:
    """Each bad row is one refusal, also straight behind another."""
    driven = drive_rows(EXPENDITURE, (HEADER, BAD, BAD, FIRST, BAD))
    assert _texts(driven)[1:] == [["201", "一般公共服务支出", "3.00"]]
    assert _refused(driven) == [["203", "?", "1.00"]] * 3


def test_a_bad_flowing_row_between_good_ones_is_refused_alone() -> None:
    """Words that fit no row are refused up to where the next row can begin."""
    driven = drive_words(EXPENDITURE, _words(FIRST, BAD, SECOND))
    assert _texts(driven) == [["201", "一般公共服务支出", "3.00"], ["202", "外交支出", "2.00"]]
    assert _refused(driven) == [["203", "?", "1.00"]]


@pytest.mark.parametrize("start", [0, 1, 2])
def test_a_bad_flowing_row_may_stand_anywhere(start: int) -> None:
    """Bad words first, between or last cost no other row, also twice in a row."""
    rows = [FIRST, SECOND]
    driven = drive_words(EXPENDITURE, _words(*rows[:start], BAD, BAD, *rows[start:]))
    assert _read(driven.rows) == _fed(rows)
    assert _refused(driven) == [["203", "?", "1.00"]] * 2


def test_a_flowing_row_that_is_cut_off_is_refused() -> None:
    """A code at the end of the words, with no name behind it, is refused and the row before it kept."""
    driven = drive_words(EXPENDITURE, _words(FIRST, _row(("202", "FUNCTION_CODE"))))
    assert _texts(driven) == [["201", "一般公共服务支出", "3.00"]]
    assert _refused(driven) == [["202"]]


@pytest.mark.parametrize("rows", [(), (FIRST,), (BAD,)])
def test_rows_without_a_header_are_refused(rows: tuple[tuple[Candidate, ...], ...]) -> None:
    """A table has a header: where none is read, no row is, and nothing is dropped either."""
    driven = drive_rows(EXPENDITURE, rows)
    assert driven.rows == ()
    assert _refused(driven) == [[candidate.cell.text for candidate in row] for row in rows]


def test_no_words_are_no_rows() -> None:
    """A flowing table without words has no rows and nothing refused."""
    assert drive_words(EXPENDITURE, ()) == Driven((), ())


def test_a_cell_is_read_as_the_first_of_its_kinds_that_can_stand() -> None:
    """208 is a code at the head of a flowing row and money further on; 合计 a heading above and a total below."""
    total = _row(("合计", "TOTAL TOTAL_HEADING NAME"), ("208", "FUNCTION_CODE AMOUNT"))
    coded = _row(("208", "FUNCTION_CODE AMOUNT"), ("社会保障", "NAME"), ("208", "AMOUNT"))
    driven = drive_rows(
        EXPENDITURE, (_row(("科目编码", "CODE_HEADING"), ("合计", "TOTAL TOTAL_HEADING")), total, coded)
    )
    assert [(row.rule, row.kinds) for row in driven.rows] == [
        ("header_row", ("CODE_HEADING", "TOTAL_HEADING")),
        ("total", ("TOTAL", "AMOUNT")),
        ("coded", ("FUNCTION_CODE", "NAME", "AMOUNT")),
    ]


def test_a_row_is_read_anew_where_its_first_reading_ends_in_an_error() -> None:
    """A header cell that could begin another kind of row is tried as its next kind when the row does not go on."""
    header = _row(("项目", "NAME ITEM"), ("合计", "TOTAL_HEADING"))
    driven = drive_rows(EXPENDITURE, (HEADER, header, FIRST))
    assert [(row.rule, row.kinds) for row in driven.rows][1] == ("header_row", ("ITEM", "TOTAL_HEADING"))
    assert driven.refused == ()


def test_a_row_read_anew_does_not_double_the_rows_before_it() -> None:
    """Trying a row with its next kinds leaves the rows already read as they are."""
    odd = _row(("甲", "TOTAL NAME"), ("乙", NO_KIND))
    rows = [HEADER, FIRST, odd, SECOND, odd, FIRST]
    driven = drive_rows(EXPENDITURE, tuple(rows))
    assert _read(driven.rows) == _fed([HEADER, FIRST, SECOND, FIRST])


def test_a_kind_that_leads_nowhere_leaves_no_trace() -> None:
    """A label below the header that is also a heading is read as a label, and no cell before it comes back twice."""
    label = _row(("", "BLANK"), ("", "BLANK"), ("基本支出", "BASIC NAME"), ("1.00", "AMOUNT"))
    driven = drive_rows(EXPENDITURE, (HEADER, FIRST, label, SECOND))
    assert _read(driven.rows) == [*_fed([HEADER, FIRST]), *_as_last_kind(label), *_fed([SECOND])]


def test_a_word_that_leads_nowhere_leaves_no_trace() -> None:
    """A figure that could also begin another row is read as a figure, and no amount before it comes back twice."""
    words = _row(("6", "AMOUNT"), ("6.5", "AMOUNT"), ("0.5", "ITEM_NAME AMOUNT"))
    driven = drive_words(grammar_folder() / "three_public.lark", words)
    assert _read(driven.rows) == _as_last_kind(words)


@pytest.mark.parametrize("start", [0, 1, 2, 3])
def test_a_row_whose_first_cell_cannot_stand_costs_no_other(start: int) -> None:
    """A row that is refused at its first cell takes no row before it away."""
    rows, bad = [HEADER, FIRST, SECOND], _row(("?", NO_KIND), ("1.00", "AMOUNT"))
    driven = drive_rows(EXPENDITURE, (*rows[:start], bad, *rows[start:]))
    assert _read(driven.rows) == _fed(rows)
    assert _refused(driven) == [["?", "1.00"]]


def test_a_refusal_says_what_could_stand_in_the_row() -> None:
    """Behind a code of a flowing row a name must stand; that is what the refusal says, and not what begins a row."""
    (refused,) = drive_words(EXPENDITURE, _words(FIRST, BAD, SECOND)).refused
    assert "NAME" in refused.expected
    assert "FUNCTION_CODE" not in refused.expected


def test_a_refusal_says_only_kinds_of_cells() -> None:
    """What could stand there are kinds of cells: no sign of the parser's own."""
    (refused,) = drive_rows(EXPENDITURE, (HEADER, BAD)).refused
    assert [kind for kind in refused.expected if not kind.replace("_", "").isalpha()] == []


def test_headings_in_an_unknown_order_are_no_template() -> None:
    """A header whose headings stand in an order that no template has is not read by force."""
    kinds = ("CODE_HEADING", "TOTAL_HEADING", "NAME_HEADING")
    cells = tuple(Cell(kind, Span(), index) for index, kind in enumerate(kinds))
    assert read_header(EXPENDITURE, cells, kinds) is None
    assert _begun(EXPENDITURE, kinds) is None


def test_what_stands_under_a_heading_is_a_rule_inside_the_header() -> None:
    """The tree of a template names what stands under a heading, and keeps its cells."""
    printed = {
        "科目编码": "CODE_HEADING",
        "科目名称": "NAME_HEADING",
        "合计": "TOTAL_HEADING",
        "基本支出": "BASIC",
        "小计": "SUBTOTAL_HEADING",
        "人员经费": "PERSONNEL",
        "公用经费": "RUNNING_COSTS",
        "项目支出": "PROJECT",
    }
    tree = read_header(EXPENDITURE, tuple(Cell(text, Span(), 0) for text in printed), tuple(printed.values()))
    assert tree is not None
    assert [cell.text for cell in tree.cells] == ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
    (below,) = tree.children
    assert [cell.text for cell in below.cells] == ["小计", "人员经费", "公用经费"]
    assert tree.cells[below.after - 1].text == "基本支出"


def test_a_grammar_is_compiled_once() -> None:
    """Asking again gives the same grammar."""
    assert compiled(EXPENDITURE) is compiled(EXPENDITURE)


def test_every_grammar_file_belongs_to_a_family() -> None:
    """No grammar lies unused in the folder; cells.lark and forms.lark are the alphabets that the others share."""
    used = {entry.path.name for entry in (*FAMILIES.values(), OTHER) if entry.path}
    assert {path.name for path in grammar_folder().glob("*.lark")} - {"cells.lark", "forms.lark"} == used

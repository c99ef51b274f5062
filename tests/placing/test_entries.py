"""The entries of a two-sided table: every printed label on its side, with its amounts."""

import pytest

from fiscaltables.errors import Severity
from fiscaltables.model.amounts import Placement
from fiscaltables.model.tables import Entry, Layout
from fiscaltables.placing.entries import Entries, flowing_entries, gridded_entries
from fiscaltables.reading.text import read_text
from fiscaltables.recognising.tables import recognise
from fiscaltables.segmenting.captions import Caption
from fiscaltables.segmenting.segments import Segment

HEADER = "收入→→支出→\n项目→预算数→项目→预算数\n"
WIDE = "收入→→支出→→→\n项目→金额→项目→合计→一般公共预算→政府性基金预算\n"
NUMBERED = "收入→→→支出→→\n项目→行次→金额→项目→行次→金额\n栏次→→1→栏次→→2\n"
FLOWING = "收     入 支    出\n\n项    目 预算数 项    目 预算数\n\n"
FLOWING_WIDE = "收入 支出\n\n项目 预算数 项目 合计 一般公共预算 政府性基金预算 国有资本经营预算\n\n"

Said = tuple[str, list[str]]


def _entries(body: str) -> Entries | None:
    rows = read_text(body.replace("→", "\t"))[0].rows
    read = recognise(Segment(Caption(title="收支总表", unit="万元"), (rows,)))
    assert read is not None
    return (flowing_entries if read.layout is Layout.FLOWING else gridded_entries)(read, "万元")


def _read(body: str) -> Entries:
    entries = _entries(body)
    assert entries is not None
    return entries


def _said(entry: Entry) -> Said:
    """Give the label, and each amount with its column or the number of columns that remain."""
    where = ("/".join(amount.column) if amount.column else str(len(amount.candidates)) for amount in entry.amounts)
    return entry.label, [f"{column}={amount.text}" for column, amount in zip(where, entry.amounts, strict=True)]


def _sides(entries: Entries) -> tuple[list[Said], list[Said]]:
    return list(map(_said, entries.entries["revenue"])), list(map(_said, entries.entries["expenditure"]))


TABBED_ROWS = """一、财政拨款收入→9.00→一、教育支出→8.00
二、事业收入→→二、其他支出→1.00
收 入 总 计→9.00→支 出 总 计→9.00
"""
FLOWING_ROWS = """一、财政拨款收入 9.00 一、教育支出 8.00

二、事业收入 二、其他支出 1.00

收   入   总   计 9.00 支   出   总   计 9.00
"""


@pytest.mark.parametrize(
    ("body", "placement"),
    [(HEADER + TABBED_ROWS, Placement.PRINTED), (FLOWING + FLOWING_ROWS, Placement.DERIVED)],
)
def test_every_label_stands_on_its_side(body: str, placement: Placement) -> None:
    """Each label is an entry of its side, also without amount, totals too; blanks inside labels are left out."""
    entries = _read(body)
    assert _sides(entries) == (
        [("一、财政拨款收入", ["预算数=9.00"]), ("二、事业收入", []), ("收入总计", ["预算数=9.00"])],
        [("一、教育支出", ["预算数=8.00"]), ("二、其他支出", ["预算数=1.00"]), ("支出总计", ["预算数=9.00"])],
    )
    placements = {amount.placement for side in entries.entries.values() for entry in side for amount in entry.amounts}
    assert placements == {placement}
    assert (entries.unread, entries.problems) == ((), ())


def test_the_paths_leave_out_the_side() -> None:
    """收入 and 支出 are no part of the columns, whose headings stand below them."""
    assert _read(WIDE + "一、事业收入→1.00→一、教育支出→1.00→1.00→\n").columns == {
        "revenue": (("金额",),),
        "expenditure": (("合计",), ("一般公共预算",), ("政府性基金预算",)),
    }


@pytest.mark.parametrize("body", [HEADER + "→→十、农林水支出→2.00\n", FLOWING + "十、农林水支出 2.00\n"])
def test_a_row_may_have_one_side_only(body: str) -> None:
    """A row that prints the right side alone gives no entry on the left."""
    assert _sides(_read(body)) == ([], [("十、农林水支出", ["预算数=2.00"])])


@pytest.mark.parametrize("label", ["基本支出", "其中：项目支出", "本年支出", "人员经费", "政府性基金预算"])
def test_a_label_that_is_also_a_heading_stands_where_it_is_printed(label: str) -> None:
    """A row of the right side whose label is the wording of a heading is an entry like any other."""
    entries = _read(HEADER + f"一、事业收入→9.00→一、教育支出→9.00\n→→{label}→3.00\n")
    assert _sides(entries)[1][1:] == [(label, ["预算数=3.00"])]
    assert {amount.placement for amount in entries.entries["expenditure"][1].amounts} == {Placement.PRINTED}
    assert entries.unread == ()


def test_a_label_without_amount_does_not_take_the_other_sides() -> None:
    """A flowing line with an income label, then an expenditure label and one amount: the amount is the latter's."""
    assert _sides(_read(FLOWING + "二、政府性基金预算拨款收入 二、卫生健康支出 142.97\n")) == (
        [("二、政府性基金预算拨款收入", [])],
        [("二、卫生健康支出", ["预算数=142.97"])],
    )


def test_the_amounts_of_a_side_with_funds_are_placed_by_their_sum() -> None:
    """合计 of the expenditure side is the sum of the funds; one fund for one total is open among them."""
    rows = "一、财政拨款收入 9.00 一、教育支出 9.00 9.00\n本年收入合计 9.00 本年支出合计 9.00 5.00 4.00\n"
    entries = _read(FLOWING_WIDE + rows)
    assert _sides(entries)[1] == [
        ("一、教育支出", ["合计=9.00", "3=9.00"]),
        ("本年支出合计", ["合计=9.00", "2=5.00", "2=4.00"]),
    ]


def test_line_numbers_belong_to_their_entry() -> None:
    """A printed 行次 is the entry's line number and no amount, in either layout."""
    rows = "一、财政拨款收入→1→9.00→一、教育支出→32→8.00\n二、事业收入→2→→二、其他支出→33→1.00\n"
    flowing = rows.replace("→→", " ").replace("→", " ")
    header = "收入 支出\n项目 行次 金额 项目 行次 金额\n"
    for entries in (_read(NUMBERED + rows), _read(header + flowing)):
        numbers = [[entry.line_number for entry in entries.entries[side]] for side in ("revenue", "expenditure")]
        assert numbers == [["1", "2"], ["32", "33"]]
        assert _sides(entries)[0] == [("一、财政拨款收入", ["金额=9.00"]), ("二、事业收入", [])]


def test_a_line_number_without_a_label_is_furniture() -> None:
    """Rows that print a 行次 and nothing else on a side give no entry there; the number is counted as furniture."""
    entries = _read(NUMBERED + "→9→→二、其他支出→33→1.00\n")
    assert _sides(entries) == ([], [("二、其他支出", ["金额=1.00"])])
    assert entries.furniture == 1


def test_an_amount_without_a_label_is_unread() -> None:
    """A figure on a side that prints no label is kept as printed, with an error."""
    entries = _read(HEADER + "→7.00→二、其他支出→1.00\n")
    assert [row.cells for row in entries.unread] == [("7.00",)]
    assert [(problem.severity, problem.code) for problem in entries.problems] == [
        (Severity.ERROR, "amount-without-label")
    ]
    assert _sides(entries) == ([], [("二、其他支出", ["预算数=1.00"])])


def test_a_shifted_row_is_bound_by_its_labels() -> None:
    """A row that lost a blank cell keeps each amount with the label before it, and says that it is shifted."""
    entries = _read(HEADER + "一、事业收入→一、教育支出→8.00\n")
    assert _sides(entries) == ([("一、事业收入", [])], [("一、教育支出", ["预算数=8.00"])])
    (amount,) = entries.entries["expenditure"][0].amounts
    assert (amount.placement, "shifted" in (amount.reason or "")) == (Placement.DERIVED, True)


@pytest.mark.parametrize("row", ["总计→总计→9.00", "7.00→一、教育支出→8.00", "其他→其他→3.00"])
def test_a_shifted_row_that_its_labels_do_not_settle_is_unread(row: str) -> None:
    """Where no word of a label says its side, or a figure comes first, the row is kept as printed, with an error."""
    entries = _read(HEADER + row + "\n")
    assert [list(printed.cells) for printed in entries.unread] == [row.split("→")]
    assert [problem.severity for problem in entries.problems] == [Severity.ERROR]


def test_dashes_and_dots_are_printed() -> None:
    """A dash is an amount without value; dots that stand for a label are a label."""
    (left, right) = _sides(_read(HEADER + "二、上年结转→—→...→\n"))
    assert left == [("二、上年结转", ["预算数=—"])]
    assert right == [("...", [])]


def test_a_column_before_the_labels_is_not_dropped() -> None:
    """A number that stands before the label in a column of its own is somewhere in what was read, or unread."""
    entries = _read("收入→→→支出→→\n行次→项目→金额→行次→项目→金额\n1→一、事业收入→9.00→32→一、教育支出→8.00\n")
    left, right = (entries.entries[side] for side in ("revenue", "expenditure"))
    unread = [cell for row in entries.unread for cell in row.cells]
    assert "1" in [*unread, *(entry.line_number for entry in left)]
    assert "32" in [*unread, *(entry.line_number for entry in right)]


def test_a_header_without_two_sides_gives_no_entries() -> None:
    """A table that is called 收支总表 and prints one list is not read as a two-sided one."""
    assert _entries("项目→预算数\n一、事业收入→9.00\n") is None


def test_an_entry_stands_where_it_is_printed() -> None:
    """An entry reaches from its label to its last amount."""
    entries = _read(HEADER + "一、事业收入→9.00→一、教育支出→8.00\n")
    spans = [entries.entries[side][0].span for side in ("revenue", "expenditure")]
    assert [(span.line, span.column, span.end_column) for span in spans] == [(3, 1, 11), (3, 13, 23)]


THREE = "收入→→支出→→→\n项目名称→金额→功能分类→→支出用途→\n→→功能科目名称→金额→项目名称→金额\n"


def test_a_third_block_has_entries_of_its_own() -> None:
    """支出用途 beside 功能分类 is a block with its own labels, and no label of it gets an amount of another."""
    entries = _read(
        THREE + "一、财政拨款→9.00→一、教育支出→8.00→一、基本支出→7.00\n→→二、其他支出→→二、项目支出→2.00\n"
    )
    assert (entries.third, entries.columns["purpose"]) == ("支出用途", (("金额",),))
    assert _sides(entries)[1] == [("一、教育支出", ["功能分类/金额=8.00"]), ("二、其他支出", [])]
    assert list(map(_said, entries.entries["purpose"])) == [
        ("一、基本支出", ["金额=7.00"]),
        ("二、项目支出", ["金额=2.00"]),
    ]
    assert (entries.unread, entries.problems) == ((), ())


def test_a_label_over_two_blocks_has_the_amount_at_their_end() -> None:
    """支出合计 stands over 功能分类 and 支出用途, and its one amount under the last of them is its own."""
    entries = _read(THREE + "收入合计→9.00→支出合计→→→9.00\n上年结转→→结转下年→→→\n")
    assert _sides(entries)[1] == [("支出合计", ["功能分类/金额=9.00"]), ("结转下年", [])]
    assert (entries.entries["purpose"], entries.unread, entries.problems) == ((), (), ())


def test_an_amount_without_a_label_in_any_block_is_unread() -> None:
    """Where the label before has an amount already, a further one behind it belongs to nobody."""
    entries = _read(THREE + "收入合计→9.00→支出合计→9.00→→8.00\n")
    assert _sides(entries)[1] == [("支出合计", ["功能分类/金额=9.00"])]
    assert [row.cells for row in entries.unread] == [("8.00",)]


def test_labels_without_the_word_revenue_stand_where_they_are_printed() -> None:
    """A source of funds is an entry of 收入 by its place alone, a category of expenditure one of 支出."""
    rows = "1. 一般公共预算资金→4.00→一、教育→9.00\n二、财政专户管理资金→5.00→二、科学技术→\n"
    assert _sides(_read(HEADER + rows)) == (
        [("1.一般公共预算资金", ["预算数=4.00"]), ("二、财政专户管理资金", ["预算数=5.00"])],
        [("一、教育", ["预算数=9.00"]), ("二、科学技术", [])],
    )


def test_a_label_in_two_cells_is_kept_whole() -> None:
    """A label whose number stands in a cell of its own is one label."""
    entries = _read("收入→→→支出→\n项目→→预算数→项目→预算数\n一、→事业收入→4.00→一、教育支出→4.00\n")
    assert _sides(entries)[0] == [("一、事业收入", ["预算数=4.00"])]

"""Invented disclosures are printed in many ways and read back: nothing is lost, nothing is put in a wrong place."""

from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import fiscaltables
from generated.comparing import differences
from generated.documents import (
    BalanceTable,
    BlocksTable,
    Document,
    Entry,
    Heading,
    MoneyTable,
    Path,
    Row,
    amount_paths,
    own_units,
    printed_amounts,
)
from generated.perfect import perfect_reading
from generated.printing import print_flowing, print_tabbed
from generated.strategies import documents, flowing_styles, tabbed_styles
from generated.styles import FlowingStyle, TabbedStyle
from generated.templates import NEW_REGIONS, REGIONS

RUN = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
KNOWN = settings(RUN, derandomize=True)
"""The same examples at every run: others fail where a page prints its header again over nothing but a total."""
TOTALS = ("合计", "小计")
ALL_REGIONS = (*REGIONS, *NEW_REGIONS)


@RUN
@given(document=documents(cut_codes=True), style=tabbed_styles())
def test_a_tabbed_disclosure_reads_back_as_it_was_printed(document: Document, style: TabbedStyle) -> None:
    """Every row, code, name and amount of a tabbed print stands where it was printed."""
    _reads_back(document, print_tabbed(document, style))


@KNOWN
@given(document=documents(), style=flowing_styles())
def test_a_flowing_disclosure_reads_back_without_a_wrong_column(document: Document, style: FlowingStyle) -> None:
    """Every amount of flowing text stands under its own column, or is open with that column among the candidates."""
    _reads_back(document, print_flowing(document, style))


@RUN
@given(document=documents(regions=ALL_REGIONS))
def test_rows_of_generated_tables_add_up_to_their_totals(document: Document) -> None:
    """The total row of a table by code is the sum of its categories, in every column."""
    for table in document.tables:
        if isinstance(table, MoneyTable) and any(row.code for row in table.rows):
            (total,) = (row for row in table.rows if row.name == "合计")
            categories = [row for row in table.rows if row.code and len(row.code) == len("208")]
            for path in set(amount_paths(table.headings)) - set(own_units(table.headings)):
                assert _value(total, path) == sum(_value(row, path) for row in categories)


@RUN
@given(document=documents(regions=ALL_REGIONS))
def test_columns_of_generated_tables_add_up_in_every_row(document: Document) -> None:
    """A column 合计 or 小计 is the sum of the columns beside it under the same heading."""
    for table in document.tables:
        if isinstance(table, MoneyTable):
            for row in table.rows:
                for heading in table.headings:
                    _worth(row, heading, ())


@RUN
@given(document=documents(regions=ALL_REGIONS))
def test_sides_of_generated_balances_agree(document: Document) -> None:
    """The last entries of the two sides of a balance, its grand totals, are equal."""
    for table in document.tables:
        if isinstance(table, BalanceTable):
            left, right = table.revenue.entries[-1], table.expenditure.entries[-1]
            assert _value(left, table.revenue.paths[0]) == _value(right, table.expenditure.paths[0])


@RUN
@given(document=documents(regions=ALL_REGIONS))
def test_blocks_of_generated_tables_add_up(document: Document) -> None:
    """The total of a block is the sum of the categories in its lists."""
    for table in document.tables:
        if isinstance(table, BlocksTable):
            path = amount_paths(table.headings)[0]
            for block in table.blocks:
                rows = [row for rows in block.lists for row in rows if row.code and len(row.code) == len("301")]
                assert _value(block.total, path) == sum(_value(row, path) for row in rows)


@RUN
@given(document=documents(regions=ALL_REGIONS), tabbed=tabbed_styles(), flowing=flowing_styles(pages=True))
def test_both_printers_print_every_amount(document: Document, tabbed: TabbedStyle, flowing: FlowingStyle) -> None:
    """An amount stands in the printed text at least as often as in the document."""
    amounts = [text for table in document.tables for text in printed_amounts(table)]
    for text in (print_tabbed(document, tabbed), print_flowing(document, flowing)):
        words = text.replace("|", " ").split()
        assert all(words.count(amount) >= amounts.count(amount) for amount in set(amounts))


@RUN
@given(document=documents(cut_codes=True, regions=ALL_REGIONS), layout=st.sampled_from(("tabbed", "flowing")))
def test_comparison_finds_nothing_against_a_perfect_reading(document: Document, layout: str) -> None:
    """A reading that says what the document says differs nowhere."""
    assert differences(document, perfect_reading(document, layout)) == []


@RUN
@given(document=documents(regions=ALL_REGIONS), layout=st.sampled_from(("tabbed", "flowing")), data=st.data())
def test_comparison_finds_an_amount_in_a_wrong_column(document: Document, layout: str, data: st.DataObject) -> None:
    """One amount under another heading is one difference."""
    read = perfect_reading(document, layout)
    amounts = [amount for table in read["tables"] for line in _lines(table) for amount in line["amounts"]]
    assume(amounts)
    amount = data.draw(st.sampled_from(amounts))
    amount["column"] = ["another heading"]
    assert len(differences(document, read)) == 1


@RUN
@given(document=documents(regions=ALL_REGIONS), data=st.data())
def test_comparison_takes_an_open_amount_only_with_its_own_column(document: Document, data: st.DataObject) -> None:
    """An open amount of flowing text is right if and only if its column is among the candidates."""
    read = perfect_reading(document, "flowing")
    amounts = [amount for table in read["tables"] for line in _lines(table) for amount in line["amounts"]]
    assume(amounts)
    amount = data.draw(st.sampled_from(amounts))
    amount.update(placement="open", candidates=[amount["column"], ["another heading"]], column=None)
    assert differences(document, read) == []
    amount["candidates"] = [["another heading"]]
    assert len(differences(document, read)) == 1


@RUN
@given(document=documents(regions=ALL_REGIONS), data=st.data())
def test_comparison_finds_a_row_that_is_missing(document: Document, data: st.DataObject) -> None:
    """A row that is not read is a difference."""
    read = perfect_reading(document, "tabbed")
    rows = [rows for table in read["tables"] for rows in _lists(table) if rows]
    assume(rows)
    data.draw(st.sampled_from(rows)).pop()
    assert differences(document, read)


def _lists(table: dict[str, Any]) -> list[list[dict[str, Any]]]:
    return [table[key] for key in ("lines", "revenue", "expenditure") if key in table]


def _lines(table: dict[str, Any]) -> list[dict[str, Any]]:
    return [line for lines in _lists(table) for line in lines]


def _reads_back(document: Document, text: str) -> None:
    disclosure = fiscaltables.loads(text)
    read = disclosure.to_dict()
    found = differences(document, read)
    found += [f"error: {problem}" for problem in disclosure.errors]
    found += [f"{disclosure.coverage.unread} cells are unread"] if disclosure.coverage.unread else []
    assert not found, "\n".join((*found, "", text))


def _value(row: Row | Entry, path: Path) -> Decimal:
    text = row.amounts.get(path, "").replace(",", "")
    return Decimal(text) if text[-1:].isdecimal() else Decimal(0)


def _worth(row: Row, heading: Heading, above: Path) -> Decimal:
    path = (*above, heading.text)
    if not heading.parts:
        return _value(row, path)
    of_which = len(heading.parts) == 2 and heading.parts[1].text.startswith("其中：")
    parts = [_worth(row, part, path) for part in heading.parts[: 1 if of_which else None]]
    if heading.parts[0].text in TOTALS and len(parts) > 1:
        assert parts[0] == sum(parts[1:])
        return parts[0]
    return Decimal(sum(parts))

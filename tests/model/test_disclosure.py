"""A disclosure as a value: how its tables are found, and its amounts as tidy records."""

from decimal import Decimal

import pytest
from attrs import evolve

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.amounts import Amount, Placement
from fiscaltables.model.codes import code_from
from fiscaltables.model.disclosure import Coverage, Disclosure, Source, Stage
from fiscaltables.model.places import Span
from fiscaltables.model.records import AmountRecord
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

COLUMNS = (("合计",), ("本年收入", "单位资金"))


def _amount(text: str, line: int) -> Amount:
    return Amount(text, Decimal(text), "万元", COLUMNS[0], Placement.PRINTED, span=Span(line=line))


def _money(number: str | None, title: str, family: Family, *lines: Line) -> MoneyTable:
    return MoneyTable(
        family=family,
        layout=Layout.FLOWING,
        number=number,
        title=title,
        unit_of_measure="万元",
        entity=None,
        span=Span(),
        columns=COLUMNS,
        lines=lines,
    )


def _entry(label: str, *amounts: Amount) -> Entry:
    return Entry(label, amounts, Span())


def _disclosure(*tables: Table, problems: tuple[Problem, ...] = ()) -> Disclosure:
    return Disclosure(
        entity="云溪市档案服务中心",
        entity_code=None,
        fiscal_year=2025,
        stage=None,
        tables=tables,
        sections=(),
        problems=problems,
        source=Source("云溪.txt", "text/plain", "utf-8", "0" * 64),
        coverage=Coverage(0, 0, 0, 0),
    )


BALANCE = BalanceTable(
    family=Family.BALANCE,
    layout=Layout.TABBED,
    number="表 1",
    title="收支预算总表",
    unit_of_measure="万元",
    entity=None,
    span=Span(),
    revenue_columns=(("预算数",),),
    expenditure_columns=(("预算数",),),
    revenue=(_entry("四、事业收入", _amount("7.00", 5)), _entry("五、其他收入")),
    expenditure=(_entry("一、教育支出", _amount("6.00", 5)),),
    blocks=(SideBlock("支出用途", (("金额",),), (_entry("一、基本支出", _amount("5.00", 6)),)),),
)
DEPARTMENTAL = _money("表12", "支出经济分类预算表（部门预算）", Family.ECONOMIC)
GOVERNMENTAL = _money("表11", "支出经济分类预算表（政府预算）", Family.ECONOMIC)
FORMS = tuple(_money("表17", "项目支出绩效目标表", Family.TARGETS) for _ in range(2))
UNKNOWN = UnrecognisedTable(
    family=Family.OTHER,
    layout=Layout.TABBED,
    number=None,
    title="国有资产情况表",
    unit_of_measure=None,
    entity=None,
    span=Span(),
    rows=(PrintedRow(("车辆", "2"), Span()),),
)
WHOLE = _disclosure(BALANCE, DEPARTMENTAL, GOVERNMENTAL, *FORMS, UNKNOWN)


def test_tables_of_a_family_are_found() -> None:
    """Every table of the family is given, in document order, whether the family is a value or its word."""
    assert WHOLE.find(Family.ECONOMIC) == (DEPARTMENTAL, GOVERNMENTAL)
    assert WHOLE.find("economic") == (DEPARTMENTAL, GOVERNMENTAL)


def test_tables_with_a_piece_of_a_title_are_found() -> None:
    """A piece of the title is enough."""
    assert WHOLE.find(title="政府预算") == (GOVERNMENTAL,)


@pytest.mark.parametrize("number", ["表1", "表 1", " 表1 "])
def test_numbers_are_compared_without_blanks(number: str) -> None:
    """A number is found however it is spaced, and only whole: 表1 is not 表12."""
    assert WHOLE.find(number=number) == (BALANCE,)


def test_all_that_is_asked_for_must_hold() -> None:
    """Family, title and number together give what fits all of them."""
    assert WHOLE.find("economic", title="部门预算", number="表12") == (DEPARTMENTAL,)
    assert WHOLE.find("economic", title="部门预算", number="表11") == ()


def test_asking_for_nothing_gives_every_table() -> None:
    """Without a condition every table is given."""
    assert WHOLE.find() == WHOLE.tables


def test_an_unknown_family_is_an_error() -> None:
    """A family that does not exist is told apart from one that the document does not print."""
    with pytest.raises(ValueError, match="economical"):
        WHOLE.find("economical")
    assert WHOLE.find("debt") == ()


@pytest.mark.parametrize(
    ("key", "table"),
    [
        ("表12", DEPARTMENTAL),
        ("表 12", DEPARTMENTAL),
        ("表1", BALANCE),
        ("收支预算总表", BALANCE),
        ("国有资产情况表", UNKNOWN),
        ("支出经济分类预算表 （政府预算）", GOVERNMENTAL),
    ],
)
def test_a_key_gives_the_one_table_with_that_number_or_title(key: str, table: Table) -> None:
    """A number or a whole title in brackets gives the table itself, not a tuple."""
    assert WHOLE[key] is table


def test_a_missing_key_lists_what_there_is() -> None:
    """A key that no table has is a KeyError with the number and title of every table."""
    with pytest.raises(KeyError) as raised:
        WHOLE["表99"]
    message = str(raised.value)
    assert "no table is named '表99'" in message
    assert all(f"{table.number or '-'} {table.title}" in message for table in WHOLE.tables)


def test_a_key_of_several_tables_lists_those() -> None:
    """A number that several tables print is a KeyError that says how many there are and names only those."""
    with pytest.raises(KeyError) as raised:
        WHOLE["表17"]
    message = str(raised.value)
    assert "2 tables are named '表17'" in message
    assert message.count("表17 项目支出绩效目标表") == 2
    assert "表12" not in message


def test_a_piece_of_a_title_is_no_key() -> None:
    """A key must be the whole title, so that it cannot mean several tables by chance."""
    with pytest.raises(KeyError):
        WHOLE["收支"]


def test_every_amount_has_one_record() -> None:
    """The records hold every amount of every table, in document order, with the table's index."""
    economic = _money(
        "表12", "支出经济分类表", Family.ECONOMIC, Line(code_from("301"), None, (_amount("9", 2),), Span())
    )
    records = _disclosure(economic, UNKNOWN, BALANCE).amounts()
    assert [(record.table, record.text) for record in records] == [(0, "9"), (2, "7.00"), (2, "6.00"), (2, "5.00")]


def test_a_record_of_a_line_can_be_used_alone() -> None:
    """A record of a table by code holds the document, the table, the row, the column and the amount."""
    reason = "the order of the row leaves only this column"
    amount = Amount("6.50", Decimal("6.50"), "万元", COLUMNS[1], Placement.DERIVED, reason=reason, span=Span(line=9))
    line = Line(code_from("30201"), "办公费", (amount,), Span(line=9), block="公用经费")
    assert _disclosure(_money("表6", "基本支出表", Family.ECONOMIC, line)).amounts() == (
        AmountRecord(
            document="云溪.txt",
            table=0,
            table_number="表6",
            table_title="基本支出表",
            family="economic",
            side=None,
            block="公用经费",
            code="30201",
            name="办公费",
            column=("本年收入", "单位资金"),
            text="6.50",
            value=Decimal("6.50"),
            unit="万元",
            yuan=Decimal(65000),
            placement="derived",
            candidates=(),
            reason=reason,
            span=Span(line=9),
        ),
    )


def test_a_record_of_an_entry_names_its_side() -> None:
    """A record of a two-sided table says which side the label stands on; a third block is named as it is printed."""
    records = _disclosure(BALANCE).amounts()
    assert [(record.side, record.name) for record in records] == [
        ("revenue", "四、事业收入"),
        ("expenditure", "一、教育支出"),
        ("支出用途", "一、基本支出"),
    ]


def test_a_record_of_a_cut_code_gives_what_is_printed() -> None:
    """Where the code is not restored the record gives its print."""
    line = Line(None, "基本工资", (_amount("1", 1),), Span(), printed_code="3010")
    (record,) = _disclosure(_money(None, "基本支出表", Family.ECONOMIC, line)).amounts()
    assert record.code == "3010"


def test_a_record_of_an_open_amount_lists_its_candidates() -> None:
    """An amount whose column is not known has no column and all the columns that remain."""
    amount = Amount("5.00", Decimal(5), "万元", None, Placement.OPEN, COLUMNS)
    (record,) = _disclosure(_money(None, "收入表", Family.REVENUE, Line(None, "合计", (amount,), Span()))).amounts()
    assert (record.column, record.candidates, record.placement) == (None, COLUMNS, "open")


def test_errors_are_the_problems_that_lose_something() -> None:
    """Warnings and notes are problems, not errors."""
    error, warning, note = (Problem(severity, "code", "message") for severity in Severity)
    assert _disclosure(problems=(note, error, warning)).errors == (error,)


def test_a_disclosure_is_shown_in_one_line() -> None:
    """The prompt shows whose disclosure it is, its year and stage, and how many tables and problems it holds."""
    error, warning = (Problem(severity, "code", "message") for severity in (Severity.ERROR, Severity.WARNING))
    whole = evolve(_disclosure(BALANCE, UNKNOWN, problems=(error, warning)), stage=Stage.BUDGET)
    assert repr(whole) == "<Disclosure 云溪市档案服务中心 2025 budget: 2 tables, 2 problems (1 error)>"


def test_a_disclosure_of_nobody_is_shown_too() -> None:
    """What is not known is left out of the line."""
    nobody = evolve(_disclosure(), entity=None, fiscal_year=None)
    assert repr(nobody) == "<Disclosure: no tables, no problems>"

"""Data frames: exact values, one row per row, and open amounts under no column."""

import sys
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from fiscaltables.errors import MissingExtra
from fiscaltables.exporting.frames import CONTENTS, records_frame, table_frame
from fiscaltables.model.amounts import Amount, Path, Placement
from fiscaltables.model.codes import code_from
from fiscaltables.model.disclosure import Coverage, Disclosure, Source
from fiscaltables.model.indicator_records import IndicatorRecords
from fiscaltables.model.performance import Evaluation, Indicator, PerformanceTable, Project, Target
from fiscaltables.model.places import Span
from fiscaltables.model.records import AmountRecords
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
HERE = Span(page=2, line=7, column=1)


def printed(text: str, column: Path = TOTAL, unit: str | None = "万元") -> Amount:
    """Give an amount that a grid shows."""
    return Amount(text, Decimal(text), unit, column, Placement.PRINTED, span=HERE)


def unsettled(text: str, *candidates: Path) -> Amount:
    """Give an open amount."""
    return Amount(text, Decimal(text), "万元", None, Placement.OPEN, candidates, span=HERE)


def money(*lines: Line, columns: tuple[Path, ...] = (TOTAL, BASIC, PROJECT)) -> MoneyTable:
    """Give a table of amounts with these lines."""
    return MoneyTable(
        family=Family.EXPENDITURE,
        layout=Layout.FLOWING,
        number="表3",
        title="支出总表",
        unit_of_measure="万元",
        entity=None,
        span=HERE,
        columns=columns,
        lines=lines,
    )


def line(*amounts: Amount, **texts: str) -> Line:
    """Give a line of code 205."""
    return Line(code_from("205"), "教育支出", amounts, HERE, texts=texts)


BALANCE = BalanceTable(
    family=Family.BALANCE,
    layout=Layout.TABBED,
    number="表1",
    title="收支总表",
    unit_of_measure="万元",
    entity=None,
    span=HERE,
    revenue_columns=(("预算数",),),
    expenditure_columns=(TOTAL, ("预算数",)),
    revenue=(Entry("一、事业收入", (printed("7.00", ("预算数",)),), HERE, line_number="1"),),
    expenditure=(Entry("一、教育支出", (printed("6.00"), unsettled("5.00", TOTAL)), HERE),),
    blocks=(SideBlock("支出用途", (TOTAL,), (Entry("一、基本支出", (printed("5.00"),), HERE),)),),
)
UNKNOWN = UnrecognisedTable(
    family=Family.OTHER,
    layout=None,
    number=None,
    title="资产情况表",
    unit_of_measure=None,
    entity=None,
    span=HERE,
    rows=(PrintedRow(("车辆", "", "2"), HERE), PrintedRow(("合计",), HERE)),
)
ATTENDANCE = Indicator(
    "产出指标",
    "数量指标",
    "培训人数",
    HERE,
    operator="≥",
    value="95人",
    deadline="2025-12",
    target=Target(">=", Decimal(95), "人"),
    evaluation=Evaluation("96人", score="10", reason_flags=("其他", "制度"), reason="略有超出"),
)
UNPARTED = Indicator("效益指标", None, None, HERE, open={"level2": ("社会", None), "name": ("效益好", "社会效益好")})
FORMS = PerformanceTable(
    family=Family.EVALUATION,
    layout=Layout.TABBED,
    number="表9",
    title="项目支出绩效自评表",
    unit_of_measure="万元",
    entity=None,
    span=HERE,
    projects=(
        Project(name="档案数字化", code="6302", amount=printed("50.00"), indicators=(ATTENDANCE, UNPARTED), span=HERE),
        Project(implementing_unit="档案中心", amount=unsettled("7", TOTAL), indicators=(ATTENDANCE,), span=HERE),
        Project(name="修缮", amount=printed("1", unit="元"), span=HERE),
    ),
)


def disclosure(*tables: Table) -> Disclosure:
    """Give a disclosure with these tables."""
    return Disclosure(
        entity=None,
        entity_code=None,
        fiscal_year=2025,
        stage=None,
        tables=tables,
        sections=(),
        problems=(),
        source=Source("云溪.txt", "text/plain", "utf-8", "0" * 64),
        coverage=Coverage(0, 0, 0, 0),
    )


def rows(frame: Any) -> list[dict[str, object]]:  # noqa: ANN401  pandas has no types here
    """Give the rows of a frame by column."""
    found: list[dict[str, object]] = frame.to_dict("records")
    return found


def test_a_line_is_a_row() -> None:
    """Code, name and block come first, then a column for every path, then the open amounts."""
    assert rows(table_frame(money(line(printed("3.00"), printed("2.00", PROJECT))))) == [
        {
            "code": "205",
            "name": "教育支出",
            "block": None,
            "合计": Decimal("3.00"),
            "支出/基本支出": None,
            "支出/项目支出": Decimal("2.00"),
            "open": (),
        }
    ]


def test_columns_of_code_and_name_are_not_there_twice() -> None:
    """The printed columns of code and name are the columns code and name."""
    columns = (("科目编码",), ("科目名称",), ("项目内容",), TOTAL)
    frame = table_frame(money(line(printed("3.00"), 项目内容="修缮"), columns=columns))
    assert list(frame.columns) == ["code", "name", "block", "项目内容", "合计", "open"]
    assert frame.loc[0, "项目内容"] == "修缮"


def test_an_open_amount_is_in_no_column() -> None:
    """Its text is in the column open, and what it may belong to stays empty."""
    (row,) = rows(
        table_frame(money(line(printed("3.00"), unsettled("2.00", BASIC, PROJECT), unsettled("1.00", BASIC))))
    )
    assert (row["支出/基本支出"], row["支出/项目支出"], row["open"]) == (None, None, ("2.00", "1.00"))


def test_values_are_exact() -> None:
    """A value is the Decimal that was read, not a float, and None where there is no number."""
    dash = Amount("-", None, "万元", BASIC, Placement.PRINTED)
    frame = table_frame(money(line(printed("0.10"), dash), line(printed("0.20"))))
    assert [type(value) for value in frame["合计"]] == [Decimal, Decimal]
    assert frame["合计"].sum() == Decimal("0.30")
    assert list(frame["支出/基本支出"]) == [None, None]
    assert {str(kind) for kind in frame.dtypes} == {"object"}


def test_a_frame_can_be_computed_with() -> None:
    """Where floats are wanted, they are one call away, and what is missing becomes NaN."""
    frame = table_frame(money(line(printed("0.10")), line()))
    assert list(frame["合计"].astype(float).fillna(-1)) == [0.1, -1]


def test_a_frame_says_which_table_it_is() -> None:
    """Number, title, family, layout, units and what could not be read are its attributes."""
    table = evolve(money(line(printed("3.00"), printed("2", BASIC, "人"))), unread=(PrintedRow(("说明",), HERE),))
    assert table_frame(table).attrs == {
        "number": "表3",
        "title": "支出总表",
        "family": "expenditure",
        "layout": "flowing",
        "unit_of_measure": "万元",
        "units": {"合计": ("万元",), "支出/基本支出": ("人",)},
        "unread": (("说明",),),
    }


def test_several_units_in_a_column_are_all_named() -> None:
    """A column of money in which a percentage is printed says so."""
    frame = table_frame(money(line(printed("3.00")), line(printed("5", unit="%")), line(printed("1.00"))))
    assert frame.attrs["units"] == {"合计": ("万元", "%")}


def test_a_code_that_is_cut_off_is_given_as_it_is_printed() -> None:
    """As in the records of amounts."""
    cut = Line(None, "基本工资", (printed("1"),), HERE, printed_code="3010")
    assert table_frame(money(cut)).loc[0, "code"] == "3010"


def test_headings_alike_are_numbered() -> None:
    """Every column has a name of its own, also where a heading is printed twice or is one of our words."""
    columns = (("支出/基本支出",), BASIC, ("open",), ("code",), TOTAL)
    lines = line(*(printed("1", path) for path in columns))
    assert list(table_frame(money(lines, columns=columns)).columns) == [
        *("code", "name", "block"),
        *("支出/基本支出", "支出/基本支出 (2)", "open (2)", "code (2)", "合计"),
        "open",
    ]


def test_all_sides_of_a_balance_are_in_one_frame() -> None:
    """A column says which side an entry stands on; sides that print the same heading share its column."""
    frame = table_frame(BALANCE)
    assert list(frame.columns) == ["side", "label", "line_number", "预算数", "合计", "open"]
    assert [tuple(row.values()) for row in rows(frame)] == [
        ("revenue", "一、事业收入", "1", Decimal("7.00"), None, ()),
        ("expenditure", "一、教育支出", None, None, Decimal("6.00"), ("5.00",)),
        ("支出用途", "一、基本支出", None, None, Decimal("5.00"), ()),
    ]


def test_an_indicator_is_a_row_with_its_project() -> None:
    """What the form says of itself comes first, then the indicator as printed and what its value means."""
    first, second, third = rows(table_frame(FORMS))
    assert {name: value for name, value in first.items() if value is not None} == {
        "project": "档案数字化",
        "project_code": "6302",
        "amount": Decimal("50.00"),
        "level1": "产出指标",
        "level2": "数量指标",
        "name": "培训人数",
        "operator": "≥",
        "value": "95人",
        "target_operator": ">=",
        "number": Decimal(95),
        "target_unit": "人",
        "deadline": "2025-12",
        "actual": "96人",
        "score": "10",
        "reason_flags": ("其他", "制度"),
        "reason": "略有超出",
        "open": (),
    }
    assert (second["project"], second["name"], second["open"]) == ("档案数字化", None, ("level2", "name"))
    assert (third["project"], third["implementing_unit"], third["amount"]) == (None, "档案中心", None)


def test_the_units_of_forms_are_those_of_the_amounts_that_are_shown() -> None:
    """A form without indicators has no row, and an open amount stands in none."""
    assert table_frame(FORMS).attrs["units"] == {"amount": ("万元",)}
    assert table_frame(evolve(FORMS, projects=FORMS.projects[1:])).attrs["units"] == {}


def test_an_indicator_is_a_row_of_the_tidy_frame() -> None:
    """Its record, the ticked headings and the open fields readable, the place as page, sheet and line."""
    frame = disclosure(money(), FORMS).indicators().to_pandas()
    first, second, _ = rows(frame)
    assert (first["document"], first["year"], first["table"], first["table_number"]) == ("云溪.txt", 2025, 1, "表9")
    assert (first["family"], first["number"], first["reason_flags"]) == ("evaluation", Decimal(95), "其他; 制度")
    assert (first["open"], second["open"]) == (None, "level2; name")
    assert list(frame.columns)[-3:] == ["page", "sheet", "line"]
    assert [str(frame.dtypes[name]) for name in ("year", "table", "page", "line")] == ["Int64"] * 4


def test_a_choice_of_indicators_is_a_frame_too() -> None:
    """Whoever filters the records can still have a frame, also an empty one."""
    records = disclosure(FORMS).indicators()
    assert list(IndicatorRecords(it for it in records if it.open).to_pandas()["level1"]) == ["效益指标"]
    assert list(IndicatorRecords().to_pandas().columns) == list(records.to_pandas().columns)


def test_an_unrecognised_table_is_its_printed_cells() -> None:
    """Columns are numbered; a cell that a shorter row does not have is None, a blank one an empty text."""
    assert [tuple(row.values()) for row in rows(table_frame(UNKNOWN))] == [("车辆", "", "2"), ("合计", None, None)]


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        (money(columns=(TOTAL,)), ["code", "name", "block", "合计", "open"]),
        (
            evolve(BALANCE, revenue=(), expenditure=(), blocks=()),
            ["side", "label", "line_number", "预算数", "合计", "open"],
        ),
        (evolve(FORMS, projects=()), list(table_frame(FORMS).columns)),
        (evolve(UNKNOWN, rows=()), []),
    ],
)
def test_a_table_without_rows_keeps_its_columns(table: Table, columns: list[str]) -> None:
    """The frame has the columns that it would have with rows."""
    assert list(table_frame(table).columns) == columns


def test_every_kind_of_table_has_a_frame() -> None:
    """A kind that the model knows is known here."""
    assert set(CONTENTS) == {kind.kind for kind in Table.__subclasses__()}


def test_an_amount_is_a_row_of_the_tidy_frame() -> None:
    """Everything of its record, the paths readable, the place as page, sheet and line."""
    first, second = rows(disclosure(money(line(printed("3.00", BASIC), unsettled("2.00", TOTAL, PROJECT)))).to_pandas())
    assert first == {
        "document": "云溪.txt",
        "table": 0,
        "table_number": "表3",
        "table_title": "支出总表",
        "family": "expenditure",
        "side": None,
        "block": None,
        "code": "205",
        "name": "教育支出",
        "column": "支出/基本支出",
        "text": "3.00",
        "value": Decimal("3.00"),
        "unit": "万元",
        "yuan": Decimal(30000),
        "placement": "printed",
        "candidates": None,
        "reason": None,
        "page": 2,
        "sheet": None,
        "line": 7,
    }
    assert (second["column"], second["candidates"]) == (None, "合计; 支出/项目支出")


def test_whole_numbers_stay_whole() -> None:
    """A line is 7, not 7.0, also where another amount has none."""
    nowhere = evolve(printed("1"), span=Span())
    frame = disclosure(money(line(printed("3.00"), nowhere))).to_pandas()
    assert [str(frame.dtypes[name]) for name in ("table", "page", "line")] == ["Int64"] * 3
    assert list(frame["line"].isna()) == [False, True]


def test_a_choice_of_records_is_a_frame_too() -> None:
    """Whoever filters the records can still have a frame, also an empty one."""
    records = disclosure(money(line(printed("3.00"), unsettled("2.00", BASIC)))).amounts()
    assert list(AmountRecords(it for it in records if it.column is None).to_pandas()["text"]) == ["2.00"]
    assert list(AmountRecords().to_pandas().columns) == list(records.to_pandas().columns)


@pytest.mark.parametrize("asked", [money(), BALANCE, FORMS, UNKNOWN, disclosure(), AmountRecords(), IndicatorRecords()])
def test_without_pandas_the_message_says_what_to_install(
    asked: Table | Disclosure | AmountRecords | IndicatorRecords, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence names the extra and the command."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(
        MissingExtra, match=r'^to_pandas\(\) needs the extra pandas: pip install "fiscaltables\[pandas\]"$'
    ):
        asked.to_pandas()


@given(DISCLOSURES)
def test_every_amount_is_in_its_frames_once(whole: Disclosure) -> None:
    """What is not in a column of its table's frame is among the open; the tidy frame has a row for each."""
    tidy = records_frame(whole.amounts())
    assert list(tidy["text"]) == [amount.text for table in whole.tables for amount in table.amounts]
    assert list(tidy["value"]) == [amount.value for table in whole.tables for amount in table.amounts]
    for table in whole.tables:
        frame = table_frame(table)
        assert len(frame) == table.row_count
        assert frame.columns.is_unique
        if isinstance(table, MoneyTable | BalanceTable):
            in_columns = sum(isinstance(cell, Decimal) for row in frame.to_numpy() for cell in row)
            beside = [text for texts in frame["open"] for text in texts]
            valued = sum(amount.value is not None for amount in table.amounts)
            assert Counter(beside) >= Counter(amount.text for amount in table.open_amounts)
            assert valued <= in_columns + len(beside) <= len(table.amounts)

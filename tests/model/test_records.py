"""Tidy records: a tuple that says how much it holds."""

from decimal import Decimal

from attrs import evolve
from hypothesis import given

from fiscaltables.model.amounts import Amount, Placement
from fiscaltables.model.disclosure import Disclosure
from fiscaltables.model.performance import Funding, PerformanceTable, Project, Task
from fiscaltables.model.places import Span
from fiscaltables.model.records import AmountRecord, AmountRecords, records_of
from fiscaltables.model.tables import Family, Layout
from generated.values import DISCLOSURES

RECORD = AmountRecord(
    document="云溪.txt",
    table=0,
    table_number="表6",
    table_title="基本支出表",
    family="economic",
    side=None,
    block=None,
    code="30201",
    name="办公费",
    column=("合计",),
    text="6.50",
    value=None,
    unit="万元",
    yuan=None,
    placement="printed",
    candidates=(),
    reason=None,
    span=Span(line=9),
)
OPEN = evolve(RECORD, column=None, placement="open")


def test_records_say_how_many_they_are() -> None:
    """The prompt shows their number and how many are open, never all of them."""
    assert repr(AmountRecords([RECORD])) == "<AmountRecords: 1 amount>"
    assert repr(AmountRecords([RECORD, OPEN, OPEN])) == "<AmountRecords: 3 amounts, 2 open>"
    assert repr(AmountRecords()) == "<AmountRecords: no amounts>"


def test_records_are_a_tuple() -> None:
    """They are compared, taken apart and chosen from as any tuple."""
    records = AmountRecords([RECORD, OPEN])
    assert records == (RECORD, OPEN)
    assert records[1:] == (OPEN,)
    assert AmountRecords(record for record in records if record.placement != "open") == (RECORD,)


@given(DISCLOSURES)
def test_every_amount_has_a_record_in_printed_order(disclosure: Disclosure) -> None:
    """The records hold the amounts of all tables, one each."""
    amounts = [amount for table in disclosure.tables for amount in table.amounts]
    records = disclosure.amounts()
    assert [(record.text, record.span) for record in records] == [(amount.text, amount.span) for amount in amounts]
    assert sum(record.placement == "open" for record in records) == sum(
        amount.placement is Placement.OPEN for amount in amounts
    )


def test_an_amount_of_a_form_says_what_it_is_for() -> None:
    """The form's own amounts have its name, those of a source or a task their label, and the form's name as block."""
    amount = Amount("5", Decimal(5), "万元", ("预算数",), Placement.PRINTED)
    form = Project(
        name="档案数字化",
        code="6302",
        amount=amount,
        executed=amount,
        funding=(Funding("财政拨款", amount),),
        tasks=(Task("扫描", amount),),
        span=Span(),
    )
    department = Project(implementing_unit="图书馆", amount=amount, span=Span())
    assert [(record.block, record.code, record.name) for record in records_of([forms(form, department)], None)] == [
        (None, "6302", "档案数字化"),
        (None, "6302", "档案数字化"),
        ("档案数字化", "6302", "财政拨款"),
        ("档案数字化", "6302", "扫描"),
        (None, None, "图书馆"),
    ]


def forms(*projects: Project) -> PerformanceTable:
    """Give a table of these forms."""
    return PerformanceTable(
        family=Family.TARGETS,
        layout=Layout.TABBED,
        number=None,
        title="绩效目标表",
        unit_of_measure="万元",
        entity=None,
        span=Span(),
        projects=projects,
    )

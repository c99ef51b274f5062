"""Values of the model as hypothesis draws them: also those that no document prints."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from fiscaltables.errors import Problem, Severity
from fiscaltables.model.amounts import Amount, Dimensions, Placement
from fiscaltables.model.codes import code_from
from fiscaltables.model.disclosure import Coverage, Disclosure, Section, Source, Stage
from fiscaltables.model.performance import Evaluation, Funding, Indicator, PerformanceTable, Project, Target, Task
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

TEXTS = st.text('收支表合计 1（）\n\t"\\é', max_size=6)
COUNTS = st.integers(1, 9999)
PATHS = st.lists(TEXTS, max_size=3).map(tuple)
POINTS = st.floats(0, 2000, allow_nan=False)
VALUES = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**13), max_value=10**13) | st.sampled_from(
    [Decimal("1E+3"), Decimal("1E-9"), Decimal("-0.00"), Decimal("6.50")]
)


def perhaps(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw a value or None."""
    return st.none() | strategy


def several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw a short tuple."""
    return st.lists(strategy, max_size=2).map(tuple)


SPANS = st.builds(
    Span,
    page=perhaps(COUNTS),
    sheet=perhaps(TEXTS),
    line=perhaps(COUNTS),
    column=perhaps(COUNTS),
    end_line=perhaps(COUNTS),
    end_column=perhaps(COUNTS),
    box=perhaps(st.tuples(POINTS, POINTS, POINTS, POINTS)),
)
DIMENSIONS = st.builds(Dimensions, side=perhaps(TEXTS), fund=perhaps(TEXTS), item=perhaps(TEXTS), year=perhaps(COUNTS))


def amounts_with(**known: st.SearchStrategy[Any]) -> st.SearchStrategy[Amount]:
    """Draw amounts whose column is known in the given way."""
    return st.builds(
        Amount, text=TEXTS, value=perhaps(VALUES), unit=perhaps(TEXTS), dimensions=DIMENSIONS, span=SPANS, **known
    )


SETTLED = st.sampled_from([Placement.PRINTED, Placement.DERIVED, Placement.SUPPORTED])
AMOUNTS = amounts_with(column=PATHS, placement=SETTLED, reason=perhaps(TEXTS)) | amounts_with(
    column=st.none(), placement=st.just(Placement.OPEN), candidates=several(PATHS)
)
PRINTED_ROWS = st.builds(PrintedRow, cells=several(TEXTS), span=SPANS)
LINES = st.builds(
    Line,
    code=perhaps(st.sampled_from(["208", "20805", "30101", "548003", "50101"]).map(code_from)),
    name=perhaps(TEXTS),
    amounts=several(AMOUNTS),
    span=SPANS,
    printed_code=perhaps(TEXTS),
    texts=st.dictionaries(TEXTS, TEXTS, max_size=2),
    block=perhaps(TEXTS),
)
ENTRIES = st.builds(Entry, label=TEXTS, amounts=several(AMOUNTS), span=SPANS, line_number=perhaps(TEXTS))
SIDE_BLOCKS = st.builds(SideBlock, side=TEXTS, columns=several(PATHS), entries=several(ENTRIES))
TARGETS = st.builds(Target, operator=perhaps(TEXTS), number=VALUES, unit=perhaps(TEXTS)) | st.builds(Target, text=TEXTS)
EVALUATIONS = st.builds(
    Evaluation,
    actual=perhaps(TEXTS),
    completion=perhaps(TEXTS),
    score=perhaps(TEXTS),
    reason_flags=several(TEXTS),
    reason=perhaps(TEXTS),
    improvement=perhaps(TEXTS),
)
FIELDS = ("level1", "level2", "name", "operator", "value", "unit", "deadline", "weight")
READINGS = st.lists(perhaps(TEXTS), min_size=2, max_size=3).map(tuple)


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    """Draw an indicator; a field that is left open is None."""
    readings = draw(st.dictionaries(st.sampled_from(FIELDS), READINGS, max_size=2))
    settled = {name: draw(perhaps(TEXTS)) for name in FIELDS}
    return Indicator(
        **settled | dict.fromkeys(readings),
        span=draw(SPANS),
        target=draw(perhaps(TARGETS)),
        evaluation=draw(perhaps(EVALUATIONS)),
        open=readings,
    )


SOURCES = st.builds(
    Funding,
    label=TEXTS,
    budget=perhaps(AMOUNTS),
    adjusted_budget=perhaps(AMOUNTS),
    executed=perhaps(AMOUNTS),
    weight=perhaps(TEXTS),
    rate=perhaps(TEXTS),
    score=perhaps(TEXTS),
)
TASKS = st.builds(
    Task,
    name=perhaps(TEXTS),
    amount=perhaps(AMOUNTS),
    executed=perhaps(AMOUNTS),
    rate=perhaps(TEXTS),
    weight=perhaps(TEXTS),
    score=perhaps(TEXTS),
)
FORMS = st.builds(
    Project,
    name=perhaps(TEXTS),
    code=perhaps(TEXTS),
    category=perhaps(TEXTS),
    competent_department=perhaps(TEXTS),
    implementing_unit=perhaps(TEXTS),
    amount=perhaps(AMOUNTS),
    executed=perhaps(AMOUNTS),
    execution_rate=perhaps(TEXTS),
    funding=several(SOURCES),
    tasks=several(TASKS),
    goal=perhaps(TEXTS),
    goal_done=perhaps(TEXTS),
    texts=st.dictionaries(TEXTS, TEXTS, max_size=2),
    indicators=several(indicators()),
    subtotal=perhaps(TEXTS),
    execution_score=perhaps(TEXTS),
    deduction=perhaps(TEXTS),
    total_score=perhaps(TEXTS),
    span=SPANS,
)


def tables_of(kind: Callable[..., Table], **body: st.SearchStrategy[Any]) -> st.SearchStrategy[Table]:
    """Draw tables of one kind with what every table has."""
    return st.builds(
        kind,
        family=st.sampled_from(Family),
        layout=perhaps(st.sampled_from(Layout)),
        number=perhaps(TEXTS),
        title=TEXTS,
        unit_of_measure=perhaps(TEXTS),
        entity=perhaps(TEXTS),
        notes=several(TEXTS),
        total=perhaps(AMOUNTS),
        unread=several(PRINTED_ROWS),
        span=SPANS,
        **body,
    )


TABLES = st.one_of(
    tables_of(MoneyTable, columns=several(PATHS), lines=several(LINES)),
    tables_of(
        BalanceTable,
        revenue_columns=several(PATHS),
        expenditure_columns=several(PATHS),
        revenue=several(ENTRIES),
        expenditure=several(ENTRIES),
        blocks=several(SIDE_BLOCKS),
    ),
    tables_of(PerformanceTable, projects=several(FORMS)),
    tables_of(UnrecognisedTable, rows=several(PRINTED_ROWS)),
)
DISCLOSURES = st.builds(
    Disclosure,
    entity=perhaps(TEXTS),
    entity_code=perhaps(TEXTS),
    fiscal_year=perhaps(COUNTS),
    stage=perhaps(st.sampled_from(Stage)),
    tables=several(TABLES),
    sections=several(st.builds(Section, title=perhaps(TEXTS), text=TEXTS, span=SPANS)),
    problems=several(
        st.builds(Problem, st.sampled_from(Severity), TEXTS, TEXTS, SPANS, perhaps(st.integers(0, 9))),
    ),
    source=st.builds(
        Source,
        name=perhaps(TEXTS),
        media_type=TEXTS,
        encoding=perhaps(TEXTS),
        sha256=st.just("0" * 64),
        pages=perhaps(COUNTS),
    ),
    coverage=st.builds(Coverage, COUNTS, COUNTS, COUNTS, COUNTS),
)

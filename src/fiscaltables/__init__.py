"""Chinese government fiscal disclosures (部门预算公开, 部门决算公开) as typed tables, never silently wrong."""

from fiscaltables.api import load, loads
from fiscaltables.errors import (
    ContentProblem,
    EncodingError,
    FiscalTablesError,
    LimitExceeded,
    MissingExtra,
    Problem,
    ReadError,
    Severity,
    UnsupportedFormat,
)
from fiscaltables.exporting.plain import from_dict, from_json
from fiscaltables.exporting.schema import json_schema
from fiscaltables.model.amounts import Amount, Dimensions, Placement
from fiscaltables.model.codes import Code, Level, Scheme
from fiscaltables.model.disclosure import Coverage, Disclosure, Section, Source, Stage
from fiscaltables.model.indicator_records import IndicatorRecord, IndicatorRecords
from fiscaltables.model.performance import Evaluation, Funding, Indicator, PerformanceTable, Project, Target, Task
from fiscaltables.model.places import Span
from fiscaltables.model.records import AmountRecord, AmountRecords
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
from fiscaltables.recognising.registry import FamilyGrammar, register, unregister

__all__ = [
    "Amount",
    "AmountRecord",
    "AmountRecords",
    "BalanceTable",
    "Code",
    "ContentProblem",
    "Coverage",
    "Dimensions",
    "Disclosure",
    "EncodingError",
    "Entry",
    "Evaluation",
    "Family",
    "FamilyGrammar",
    "FiscalTablesError",
    "Funding",
    "Indicator",
    "IndicatorRecord",
    "IndicatorRecords",
    "Layout",
    "Level",
    "LimitExceeded",
    "Line",
    "MissingExtra",
    "MoneyTable",
    "PerformanceTable",
    "Placement",
    "PrintedRow",
    "Problem",
    "Project",
    "ReadError",
    "Scheme",
    "Section",
    "Severity",
    "SideBlock",
    "Source",
    "Span",
    "Stage",
    "Table",
    "Target",
    "Task",
    "UnrecognisedTable",
    "UnsupportedFormat",
    "from_dict",
    "from_json",
    "json_schema",
    "load",
    "loads",
    "register",
    "unregister",
]

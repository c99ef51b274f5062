"""Plain data and JSON: what is written comes back, and what is wrong is named."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from fiscaltables.errors import ReadError
from fiscaltables.exporting.plain import BODIES, FORMAT, from_dict, from_json, to_dict, to_json
from fiscaltables.exporting.reviving import REVIVERS
from fiscaltables.exporting.schema import json_schema
from fiscaltables.model.amounts import Amount, Placement
from fiscaltables.model.codes import code_from
from fiscaltables.model.disclosure import Coverage, Disclosure, Source
from fiscaltables.model.places import Span
from fiscaltables.model.tables import Family, Layout, Line, MoneyTable, Table
from generated.values import DISCLOSURES


def disclosure_of(*tables: Table) -> Disclosure:
    """Give a disclosure that holds these tables and nothing else."""
    return Disclosure(
        entity=None,
        entity_code=None,
        fiscal_year=None,
        stage=None,
        tables=tables,
        sections=(),
        problems=(),
        source=Source("a.txt", "text/plain", "utf-8", "0" * 64),
        coverage=Coverage(0, 0, 0, 0),
    )


def table_of(*amounts: Amount) -> MoneyTable:
    """Give a table of one line with these amounts."""
    return MoneyTable(
        family=Family.ECONOMIC,
        layout=Layout.FLOWING,
        number="表12",
        title="支出经济分类预算表",
        unit_of_measure="万元",
        entity=None,
        span=Span(line=1),
        columns=(("科目编码",), ("本年收入", "合计")),
        lines=(Line(code_from("30101"), "基本工资", amounts, Span(line=2)),),
    )


KNOWN = Amount("1,200", Decimal("1.2E+3"), "万元", ("本年收入", "合计"), Placement.PRINTED)
UNSETTLED = Amount("7", Decimal(7), "万元", None, Placement.OPEN, candidates=(("甲",), ("乙",)))
DERIVED = Amount("7", Decimal(7), "万元", ("甲",), Placement.DERIVED, reason="合计 = 甲 + 乙")
DASH = Amount("-", None, "万元", ("甲",), Placement.PRINTED)


def written(amount: Amount) -> dict[str, Any]:
    """Give the plain form of one amount."""
    form: dict[str, Any] = to_dict(disclosure_of(table_of(amount)))["tables"][0]["lines"][0]["amounts"][0]
    return form


@given(DISCLOSURES)
def test_every_disclosure_comes_back_from_its_json(disclosure: Disclosure) -> None:
    """What is read from the JSON text equals what was written, compact or indented."""
    assert from_json(to_json(disclosure)) == disclosure
    assert from_json(to_json(disclosure, indent=1)) == disclosure


@given(DISCLOSURES)
def test_every_disclosure_satisfies_the_schema(disclosure: Disclosure) -> None:
    """The JSON Schema that ships takes whatever is written."""
    Draft202012Validator(json_schema()).validate(json.loads(to_json(disclosure)))


@given(DISCLOSURES)
def test_plain_data_holds_what_json_has_and_nothing_else(disclosure: Disclosure) -> None:
    """The plain data equals itself after a way through JSON text, so that it holds no tuples and no Decimals."""
    plain = to_dict(disclosure)
    assert json.loads(json.dumps(plain)) == plain


def test_the_methods_of_a_disclosure_give_the_same_form() -> None:
    """Disclosure.to_dict and to_json are the functions of this module."""
    disclosure = disclosure_of(table_of(KNOWN))
    assert disclosure.to_dict() == to_dict(disclosure)
    assert disclosure.to_json(indent=2) == to_json(disclosure, indent=2)


def test_chinese_stays_readable() -> None:
    """The text holds the characters themselves, no escapes."""
    assert "基本工资" in to_json(disclosure_of(table_of(KNOWN)))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("1.2E+3"), "1200"),
        (Decimal("162573.63"), "162573.63"),
        (Decimal("6.50"), "6.50"),
        (Decimal("1E-9"), "0.000000001"),
        (Decimal(-3), "-3"),
    ],
)
def test_a_value_is_written_in_digits(value: Decimal, text: str) -> None:
    """No exponent is written, and the decimals that were printed stay."""
    assert written(Amount("x", value, None, ("甲",), Placement.PRINTED))["value"] == text


def test_a_dash_has_a_text_and_no_value() -> None:
    """A printed dash is kept and differs from nought."""
    assert (written(DASH)["text"], written(DASH)["value"]) == ("-", None)


def test_candidates_stand_only_where_there_are_any() -> None:
    """An open amount lists its columns and has none; others have no such key."""
    assert written(UNSETTLED)["candidates"] == [["甲"], ["乙"]]
    assert written(UNSETTLED)["column"] is None
    assert "candidates" not in written(KNOWN)


def test_a_reason_stands_only_where_there_is_one() -> None:
    """A derived amount says why; a printed one has no such key."""
    assert written(DERIVED)["reason"] == "合计 = 甲 + 乙"
    assert "reason" not in written(KNOWN)


def test_a_span_always_has_all_its_keys() -> None:
    """What a place does not know is null."""
    assert written(KNOWN)["span"] == {
        "page": None,
        "sheet": None,
        "line": None,
        "column": None,
        "end_line": None,
        "end_column": None,
        "box": None,
    }


def test_a_line_writes_the_digits_of_its_code() -> None:
    """The scheme is not written; it comes back from the digits."""
    disclosure = disclosure_of(table_of())
    assert to_dict(disclosure)["tables"][0]["lines"][0]["code"] == "30101"
    table = from_dict(to_dict(disclosure)).tables[0]
    assert isinstance(table, MoneyTable)
    assert table.lines[0].code == code_from("30101")


def test_every_kind_of_table_is_written_and_revived() -> None:
    """A kind that the model knows is known to both directions."""
    kinds = {kind.kind for kind in Table.__subclasses__()}
    assert set(BODIES) == set(REVIVERS) == kinds


def changed(way: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """Give a written document with another value at the end of a way, or without the key if the value is Ellipsis."""
    plain = to_dict(disclosure_of(table_of(KNOWN)))
    held: Any = plain
    for step in way[:-1]:
        held = held[step]
    if value is ...:
        del held[way[-1]]
    else:
        held[way[-1]] = value
    return plain


AMOUNT = ("tables", 0, "lines", 0, "amounts", 0)


@pytest.mark.parametrize(
    ("way", "value", "message"),
    [
        (("format",), ..., "the document: the key 'format' is missing"),
        (
            ("format",),
            "fiscaltables/2",
            "the format of this document is 'fiscaltables/2'; this version reads 'fiscaltables/1'",
        ),
        (("coverage",), ..., "the document: the key 'coverage' is missing"),
        ((*AMOUNT, "unit"), ..., "tables[0].lines[0].amounts[0]: the key 'unit' is missing"),
        (
            (*AMOUNT, "value"),
            "1.2E3",
            "tables[0].lines[0].amounts[0].value: a number in digits should stand here, not '1.2E3'",
        ),
        ((*AMOUNT, "value"), 7, "tables[0].lines[0].amounts[0].value: a text should stand here, not 7"),
        (
            (*AMOUNT, "placement"),
            "guessed",
            (
                "tables[0].lines[0].amounts[0].placement: "
                "one of 'printed', 'derived', 'supported', 'open' should stand here, not 'guessed'"
            ),
        ),
        (
            ("tables", 0, "kind"),
            "poem",
            (
                "tables[0].kind: "
                "one of the kinds of tables 'money', 'balance', 'performance', 'unrecognised' should stand here, "
                "not 'poem'"
            ),
        ),
        (("tables", 0, "kind"), [], "tables[0].kind: a text should stand here"),
        (("tables", 0, "notes"), None, "tables[0].notes: a list should stand here, not None"),
        (("tables", 0, "lines", 0, "texts"), [], "tables[0].lines[0].texts: an object should stand here"),
        (("tables", 0, "span", "line"), True, "tables[0].span.line: a whole number should stand here, not True"),
        (("tables", 0, "span", "box"), [1, 2, 3, "4"], "tables[0].span.box[3]: a number should stand here, not '4'"),
        (
            ("tables", 0, "span", "box"),
            [1, 2, 3],
            "tables[0].span.box: four numbers should stand here: left, top, right, bottom",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(way: tuple[str | int, ...], value: object, message: str) -> None:
    """A document that is not of the format is a ReadError whose sentence says what is wrong and where."""
    with pytest.raises(ReadError) as raised:
        from_json(json.dumps(changed(way, value)))
    assert str(raised.value) == message


@pytest.mark.parametrize("text", ["", "{", "收入", "[" * 100_000])
def test_a_text_that_is_no_json_is_a_read_error(text: str) -> None:
    """The error says so, whatever the parser stumbled over."""
    with pytest.raises(ReadError, match="this text is no JSON document"):
        from_json(text)


@pytest.mark.parametrize("text", ["[]", "null", "7", '"fiscaltables/1"'])
def test_json_that_is_no_object_is_a_read_error(text: str) -> None:
    """A document is an object."""
    with pytest.raises(ReadError, match="the document: an object should stand here"):
        from_json(text)


def test_keys_that_the_format_does_not_know_are_passed_over() -> None:
    """A remark that somebody added does not keep a document from being read."""
    assert from_dict(changed(("remark",), "checked")) == disclosure_of(table_of(KNOWN))


def test_the_format_has_a_version() -> None:
    """The name and the version stand first in every document."""
    assert next(iter(to_dict(disclosure_of()).items())) == ("format", FORMAT)

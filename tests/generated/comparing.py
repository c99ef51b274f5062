"""What a printed document says against what was read of it, difference by difference.

What the rules of the JSON form leave to the reader is taken either way: a row whose label stands over two blocks, and
the pieces of a label under a heading that spans two columns.

An amount of a tabbed table must stand under its own column as it is printed. An amount of flowing text may be open, if
its own column is among the candidates; it may never stand under another. Two texts of flowing text may stay together,
if a problem says that their border is not known.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, zip_longest
from typing import Any

from generated.documents import (
    AnyTable,
    BalanceTable,
    BlocksTable,
    Document,
    Entry,
    Path,
    Row,
    amount_paths,
    columns_of,
    own_units,
    rows_of,
)

Plain = dict[str, Any]
_PrintedAs = tuple[tuple[Path, ...], str | None, str]
"""The columns of a side, the unit of the table and its layout."""


def differences(document: Document, read: Plain) -> list[str]:
    """Give every difference between a document and the JSON form of what was read; none if all is as it should be."""
    found = [
        *_differing("entity", document.entity, read["entity"]),
        *_differing("fiscal_year", document.year, read["fiscal_year"]),
        *_differing("stage", document.stage, read["stage"]),
    ]
    titles = [_squeezed(table["title"]) for table in read["tables"]]
    expected = [_squeezed(table.title) for table in document.tables]
    if titles != expected:
        return [*found, f"tables: {expected} are printed, {titles} are read"]
    doubted = {problem["table"] for problem in read["problems"]}
    for index, (table, one) in enumerate(zip(document.tables, read["tables"], strict=True)):
        found += [f"{table.title}: {difference}" for difference in _of_table(table, one, doubted=index in doubted)]
    return found


def value_of(text: str) -> Decimal | None:
    """Give what an amount is worth, a percentage as it is printed; None for a dash."""
    plain = text.replace(",", "").removesuffix("%")
    return Decimal(plain) if plain[-1].isdecimal() else None


def blocks_of(table: AnyTable) -> dict[int, str | None]:
    """Give the heading over the block of every row, by the row's identity."""
    if not isinstance(table, BlocksTable):
        return {}
    return {
        id(row): block.heading
        for block in table.blocks
        for row in (*(row for rows in block.lists for row in rows), block.total)
    }


def _of_table(table: AnyTable, read: Plain, *, doubted: bool) -> Iterator[str]:
    kind = "balance" if isinstance(table, BalanceTable) else "money"
    yield from _differing("kind", kind, read["kind"])
    if read["family"] != table.family_of_title:
        yield from _differing("family", table.family, read["family"])
    yield from _differing("number", table.number, read["number"] and _squeezed(read["number"]))
    yield from _differing("unit_of_measure", table.unit, read["unit_of_measure"])
    yield from _differing("entity", table.entity, read["entity"])
    yield from _differing("notes", _squeezed("".join(table.notes)), _squeezed("".join(read["notes"])))
    yield from _differing("unread", [], [row["cells"] for row in read["unread"]])
    if kind != read["kind"]:
        return
    if isinstance(table, BalanceTable):
        yield from _of_sides(table, read)
    else:
        paths = [list(path) for path, _ in columns_of(table.headings)]
        yield from _differing("columns", _once(paths), _once(read["columns"]))
        yield from _of_rows(table, read, doubted=doubted and read["layout"] == "flowing")


def _of_sides(table: BalanceTable, read: Plain) -> Iterator[str]:
    third: Plain = read["blocks"][0] if read.get("blocks") else {"side": None, "columns": [], "entries": []}
    across = [entry for entry in table.expenditure.entries if entry.across]
    labels = [_squeezed(entry.label) for entry in across]
    sides = {"revenue": read["revenue"], "expenditure": read["expenditure"], "third": third["entries"]}
    found = {name: [one for one in sides[name] if _squeezed(one["label"]) not in labels] for name in sides}
    columns = {**read["columns"], "third": third["columns"]}
    for name, side in zip(sides, table.sides, strict=False):
        printed_as = (side.paths, table.unit, read["layout"])
        yield from _differing(f"columns of {name}", [list(path) for path in side.paths], columns[name])
        yield from _of_entries(name, [one for one in side.entries if not one.across], found[name], printed_as)
    if table.third:
        yield from _differing("heading of the third block", table.third.heading, third["side"])
        over_both = [one for name in ("expenditure", "third") for one in sides[name] if one not in found[name]]
        paths = (*table.expenditure.paths, *table.third.paths)
        yield from _of_entries("both blocks", across, over_both, (paths, table.unit, read["layout"]))
    else:
        yield from _differing("blocks", [], read.get("blocks", []))


def _of_entries(name: str, entries: Sequence[Entry], read: Sequence[Plain], printed_as: _PrintedAs) -> Iterator[str]:
    expected = [entry for entry in entries if entry.label]
    labels, read_labels = [_squeezed(entry.label) for entry in expected], [_squeezed(one["label"]) for one in read]
    if labels != read_labels:
        yield f"labels of {name}: {labels} are printed, {read_labels} are read"
        return
    for entry, one in zip(expected, read, strict=True):
        yield from _of_entry(entry, one, printed_as)


def _of_entry(entry: Entry, read: Plain, printed_as: _PrintedAs) -> Iterator[str]:
    paths, unit, layout = printed_as
    yield from _differing(f"{entry.label}: line_number", entry.line_number, read["line_number"])
    amounts = read["amounts"]
    if entry.across and len(amounts) == 1 and tuple(amounts[0]["column"] or ()) in paths:
        amounts = [{**amounts[0], "column": list(next(iter(entry.amounts)))}]
    yield from _of_amounts(entry.label, entry.amounts, amounts, (dict.fromkeys(paths, unit), layout))


def _of_rows(table: AnyTable, read: Plain, *, doubted: bool) -> Iterator[str]:
    assert not isinstance(table, BalanceTable)
    expected, lines = list(rows_of(table)), list(read["lines"])
    if isinstance(table, BlocksTable):
        expected = _totals_last(expected, [row.name for row in expected])
        lines = _totals_last(lines, [line["name"] for line in lines])
    blocks = blocks_of(table)
    units = dict.fromkeys(amount_paths(table.headings), table.unit) | own_units(table.headings)
    joined = any(heading.over > 1 for heading in table.headings)
    for row, line in zip_longest(expected, lines):
        if row is None or line is None:
            yield f"rows: {_name(row)} is printed, {line and (line['code'], line['name'], line['texts'])} is read"
            continue
        yield from _differing(f"{_name(row)}: block", blocks.get(id(row)), line["block"])
        yield from _of_code(row, line)
        yield from _of_label(row, line) if joined else _of_name(row, line, doubted=doubted)
        yield from _of_amounts(_name(row), row.amounts, line["amounts"], (units, read["layout"]))


def _of_code(row: Row, read: Plain) -> Iterator[str]:
    if row.printed_code is None or read["code"] is not None:  # a code that was cut off may stay unresolved
        yield from _differing(f"{_name(row)}: code", row.code, read["code"])
    yield from _differing(f"{_name(row)}: printed_code", row.printed_code, read["printed_code"])


def _of_label(row: Row, read: Plain) -> Iterator[str]:
    """Compare a label that may be printed in two cells under one heading: it may be read as name and text or as one."""
    expected = "".join((row.name or "", *row.texts.values()))
    found = "".join((read["name"] or "", *read["texts"].values()))
    yield from _differing(f"{_name(row)}: label", _squeezed(expected), _squeezed(found))


def _of_name(row: Row, read: Plain, *, doubted: bool) -> Iterator[str]:
    """Compare name and texts; where their border does not show they may stay together, if a problem says so."""
    yield from _differing(
        f"{_name(row)}: name", row.name and _squeezed(row.name), read["name"] and _squeezed(read["name"])
    )
    expected = {key: _squeezed(text) for key, text in row.texts.items()}
    texts = {key: _squeezed(text) for key, text in read["texts"].items()}
    together = doubted and all("／" in key for key in texts) and "".join(expected.values()) == "".join(texts.values())
    if not together:
        yield from _differing(f"{_name(row)}: texts", expected, texts)


def _of_amounts(
    where: str, expected: dict[Path, str], read: Sequence[Plain], printed_as: tuple[Mapping[Path, str | None], str]
) -> Iterator[str]:
    units, layout = printed_as
    if [*expected.values()] != [one["text"] for one in read]:
        yield f"{where}: {expected} are printed, {[(one['text'], one['column']) for one in read]} are read"
        return
    for (path, text), one in zip(expected.items(), read, strict=True):
        yield from _differing(f"{where}: value of {text}", value_of(text), one["value"] and Decimal(one["value"]))
        yield from _differing(f"{where}: unit of {text}", units[path], one["unit"])
        yield from (f"{where}: {text} of {path} {fault}" for fault in _misplaced(path, one, layout))


def _misplaced(path: Path, read: Plain, layout: str) -> Iterator[str]:
    if read["placement"] == "open" and layout == "flowing":
        if read["column"] is not None:
            yield f"is open and yet under {read['column']}"
        if list(path) not in read["candidates"]:
            yield f"is open, but only between {read['candidates']}"
        return
    if read["column"] != list(path):
        yield f"is read under {read['column']}, {read['placement']}: {read.get('reason')}"
    allowed = {"flowing": ("derived", "supported")}.get(layout, ("printed",))
    if read["placement"] not in allowed:
        yield f"is {read['placement']} in a {layout} table"


def _totals_last(rows: Iterable[Any], names: Iterable[str | None]) -> list[Any]:
    """Put the totals of blocks after the coded rows: which of several lists a total ends is not said."""
    pairs = [(row, str(name).endswith("合计")) for row, name in zip(rows, names, strict=True)]
    return [row for row, total in pairs if not total] + [row for row, total in pairs if total]


def _name(row: Row | None) -> str:
    if row is None:
        return "nothing"
    return " ".join(part for part in (row.code, row.name, *row.texts.values()) if part) or "a row without a name"


def _differing(what: str, expected: object, read: object) -> Iterator[str]:
    if expected != read:
        yield f"{what}: {expected!r} is printed, {read!r} is read"


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _once(paths: Iterable[list[str]]) -> list[list[str]]:
    """Give a path that several columns beside one another have only once."""
    return [path for path, _ in groupby(paths)]

"""The body of a flowing table: its words as what they could be, by the header over them, and the rows of a grammar."""

from pathlib import Path

from fiscaltables.reading.pages import Row
from fiscaltables.recognising.cells import Candidate
from fiscaltables.recognising.driving import Driven, drive_words
from fiscaltables.recognising.families import FamilyEntry
from fiscaltables.recognising.flowing import Print, flowing_candidates, whole_numbers_are_strange
from fiscaltables.recognising.grammar import Node, names_units, tells_remarks
from fiscaltables.recognising.labels import side_candidates
from fiscaltables.recognising.remarks import with_remarks
from fiscaltables.recognising.rosters import by_unit, numbered

_LIST_OF_UNITS = frozenset({"SERIAL", "UNIT_NAME", "REMARK"})
_OTHER_TEXTS = frozenset({"SERIAL", "PROJECT_NAME", "CONTENT", "CLASS", "DIRECTORY", "REMARK"})


def drive_body(path: Path, entry: FamilyEntry, header: Node, rows: tuple[Row, ...], units: frozenset[str]) -> Driven:
    """Read the rows under a header that a template of the grammar took.

    ``units`` are names of units that the document prints elsewhere, as ``normal`` gives them.
    """
    kinds = _kinds(header)
    if entry.two_sided:
        return drive_words(path, _of_sides(rows, kinds))
    if "SERIAL" in kinds and kinds <= _LIST_OF_UNITS:
        return drive_words(path, numbered(rows, remarks="REMARK" in kinds))
    words = _of_lines(path, rows, _print(entry, header))
    named = "UNIT_NAME" in kinds and not kinds & _OTHER_TEXTS and names_units(path)
    return drive_words(path, by_unit(words, units) if named else words)


def _of_sides(rows: tuple[Row, ...], kinds: frozenset[str]) -> tuple[Candidate, ...]:
    purposes = {"FUNCTION_BLOCK", "PURPOSE_BLOCK"} <= kinds
    return side_candidates(
        rows, numbered="LINE_NUMBER" in kinds, purposes=purposes, single="TOTAL_HEADING" not in kinds
    )


def _of_lines(path: Path, rows: tuple[Row, ...], how: Print) -> tuple[Candidate, ...]:
    words = flowing_candidates(rows, how)
    if how.remarks and tells_remarks(path):
        return with_remarks(words, coded=how.blocks > 0, decimals=whole_numbers_are_strange(rows))
    return words


def _print(entry: FamilyEntry, header: Node) -> Print:
    blocks = _count(header, "CODE_HEADING")
    parts = _count(header, "CODE_PART") // max(blocks, 1)
    return Print(entry.free_text, blocks, max(parts, 1), remarks="REMARK" in _kinds(header))


def _count(node: Node, kind: str) -> int:
    return node.kinds.count(kind) + sum(_count(child, kind) for child in node.children)


def _kinds(node: Node) -> frozenset[str]:
    return frozenset(node.kinds).union(*(_kinds(child) for child in node.children))

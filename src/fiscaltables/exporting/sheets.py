"""A table of amounts as a sheet: a cell for every column of every row, and beside the row what is under no column."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from attrs import frozen

from fiscaltables.model.amounts import Amount, Path, Placement
from fiscaltables.model.tables import Line, MoneyTable, SideBlock
from fiscaltables.recognising.vocabulary import heading_kinds

_CODES = frozenset({"CODE_HEADING"})
_NAMES = frozenset({"NAME_HEADING", "UNIT_NAME", "PROJECT_NAME", "CONTENT", "CLASS", "DIRECTORY", "ITEM"})
_NUMBERS = frozenset({"SERIAL", "LINE_NUMBER"})


class Role(Enum):
    """What stands in a column of a sheet."""

    BLOCK = "block"
    CODE = "code"
    NAME = "name"
    LABEL = "label"
    LINE_NUMBER = "line_number"
    TEXT = "text"
    AMOUNT = "amount"


@frozen
class SheetColumn:
    """A column of a sheet; ``printed`` is false where the heading is ours and none of the document's."""

    role: Role
    path: Path
    printed: bool = True

    @property
    def heading(self) -> str:
        """The headings from top to leaf in one text, as the keys of ``Line.texts`` are written."""
        return "/".join(self.path)


@frozen
class SheetRow:
    """A row of a sheet: a cell for every column, and ``beside`` them the amounts that no column holds."""

    cells: tuple[str | Amount | None, ...]
    beside: tuple[Amount, ...]


@frozen
class Sheet:
    """Columns, those of which the heading is ours first, and rows."""

    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]


def sheet_of_lines(table: MoneyTable) -> Sheet:
    """Give the lines of a table under its columns.

    Code and name stand under the printed heading that is known to be theirs, else under a heading of our own; nothing
    stands under a heading by guess.
    """
    columns = tuple(_columns(table))
    rows = (_row(columns, [_text(line, column) for column in columns], line.amounts) for line in table.lines)
    return Sheet(columns, tuple(rows))


def sheet_of_side(side: SideBlock) -> Sheet:
    """Give the entries of one side of a two-sided table under its columns; the heading over the labels is ours."""
    numbered = any(entry.line_number is not None for entry in side.entries)
    roles = (Role.LABEL, Role.LINE_NUMBER)[: 1 + numbered]
    own = (SheetColumn(role, (role.value.replace("_", " "),), printed=False) for role in roles)
    amounts = (amount for entry in side.entries for amount in entry.amounts)
    columns = (*own, *(SheetColumn(Role.AMOUNT, path) for path in dict.fromkeys((*side.columns, *_settled(amounts)))))
    rows = (_row(columns, (entry.label, entry.line_number), entry.amounts) for entry in side.entries)
    return Sheet(columns, tuple(rows))


def _columns(table: MoneyTable) -> Iterator[SheetColumn]:
    roles = _roles(table)
    held = {
        Role.BLOCK: any(line.block is not None for line in table.lines),
        Role.CODE: any(line.shown_code is not None for line in table.lines),
        Role.NAME: any(line.name is not None for line in table.lines),
    }
    for role, is_held in held.items():
        if is_held and role not in roles.values():
            yield SheetColumn(role, (role.value,), printed=False)
    printed = [SheetColumn(roles.get(path, Role.AMOUNT), path) for path in dict.fromkeys(table.columns)]
    headings = {column.heading for column in printed if column.role is Role.TEXT}
    keys = dict.fromkeys(key for line in table.lines for key in line.texts)
    yield from (SheetColumn(Role.TEXT, (key,)) for key in keys if key not in headings)
    yield from printed
    further = dict.fromkeys(path for path in _settled(table.amounts) if path not in table.columns)
    yield from (SheetColumn(Role.AMOUNT, path) for path in further)


def _roles(table: MoneyTable) -> dict[Path, Role]:
    """Give what stands in the columns that hold no amount, as far as texts and headings tell."""
    claimed = {*_settled(table.amounts), *(path for amount in table.amounts for path in amount.candidates)}
    free = [path for path in dict.fromkeys(table.columns) if path not in claimed]
    keys = {key for line in table.lines for key in line.texts}
    by_heading = {"/".join(path): path for path in reversed(free)}
    roles = {path: Role.TEXT for heading, path in by_heading.items() if heading in keys}
    rest = [path for path in free if path not in roles and not _kinds(path) & _NUMBERS]
    codes = [path for path in rest if _kinds(path) & _CODES]
    if len(codes) == 1:
        roles[codes[0]] = Role.CODE
    # The first text of a row is its name: an unknown heading before it may be the one over the names.
    first = next((path for path in rest if path not in codes), None)
    if first is not None and _kinds(first) & _NAMES:
        roles[first] = Role.NAME
    return roles


def _kinds(path: Path) -> frozenset[str]:
    return frozenset(heading_kinds(path[-1]) if path else ())


def _text(line: Line, column: SheetColumn) -> str | None:
    if column.role is Role.TEXT:
        return line.texts.get(column.heading)
    return {Role.BLOCK: line.block, Role.CODE: line.shown_code, Role.NAME: line.name}.get(column.role)


def _row(columns: Sequence[SheetColumn], texts: Sequence[str | None], amounts: Iterable[Amount]) -> SheetRow:
    """Give a row; of two amounts under one column the second stands beside."""
    placed: dict[Path, Amount] = {}
    beside: list[Amount] = []
    for amount in amounts:
        if amount.placement is Placement.OPEN or amount.column is None or amount.column in placed:
            beside.append(amount)
        else:
            placed[amount.column] = amount
    padded = (*texts, *[None] * len(columns))
    cells = (
        placed.get(column.path) if column.role is Role.AMOUNT else text
        for column, text in zip(columns, padded, strict=False)
    )
    return SheetRow(tuple(cells), tuple(beside))


def _settled(amounts: Iterable[Amount]) -> Iterator[Path]:
    """Give the columns that amounts stand in."""
    for amount in amounts:
        if amount.column is not None and amount.placement is not Placement.OPEN:
            yield amount.column

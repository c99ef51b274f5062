"""The columns of a reading: from the grid of its header where that is sound, from a known template otherwise."""

from itertools import groupby

from fiscaltables.model.amounts import Path
from fiscaltables.placing.figures import adds_up, frame_of, known_value
from fiscaltables.placing.headers import Column, columns_of_grid, columns_of_template, figures_of, settled
from fiscaltables.placing.identities import row_identities
from fiscaltables.placing.solver import solve_row
from fiscaltables.placing.soundness import sound
from fiscaltables.recognising.cells import figure_kind
from fiscaltables.recognising.tables import Recognised

_FIGURES = frozenset({"AMOUNT", "DASH", "UNREADABLE"})


def columns_of(read: Recognised) -> tuple[Column, ...] | None:
    """Give the columns of a table; None where neither its grid nor a template settles them.

    Where the grid and the template differ, the one that more rows satisfy is right; as many for both, or one that
    claims no sum, settle nothing.
    """
    alike = {tuple(column.path for column in found): found for found in map(columns_of_template, read.templates)}
    templates = tuple(alike.values())
    if not read.header:
        return templates[0] if len(templates) == 1 else _by_rows(read, templates)
    template = templates[0] if templates else None
    rows = tuple(row.cells for row in read.rows)
    grid = settled(columns_of_grid(read.header), rows)
    if template is None or not sound(grid):
        return grid if sound(grid) else template and settled(template, rows)
    return grid if _paths(grid) == _paths(template) else _better(read, grid, settled(template, rows))


def _paths(columns: tuple[Column, ...]) -> list[Path]:
    """Give the paths of the columns; labels that are indented into a column of their own stand under one heading."""
    return [path for path, _ in groupby(column.path for column in columns)]


def _by_rows(read: Recognised, templates: tuple[tuple[Column, ...], ...]) -> tuple[Column, ...] | None:
    """Give the template whose sums more rows satisfy than those of any other; any where there are no figures."""
    rows = [
        tuple(cell.text for cell, kind in zip(row.cells, row.kinds, strict=True) if kind in _FIGURES)
        for row in read.rows
    ]
    if not any(rows):
        return next(iter(templates), None)
    ranked = sorted(templates, key=lambda columns: _contradicted(rows, columns))
    alone = _contradicted(rows, ranked[0]) < _contradicted(rows, ranked[1])
    return ranked[0] if alone else None


def _contradicted(rows: list[tuple[str, ...]], columns: tuple[Column, ...]) -> int:
    """Count the rows whose figures no placement lets satisfy the sums of the columns."""
    frame = frame_of(figures_of(columns), (text for row in rows for text in row), None)
    values = (tuple(map(known_value, row)) for row in rows)
    return sum(solve_row(row, len(frame.columns), frame.identities, frame.place).contradicted for row in values)


def _better(read: Recognised, grid: tuple[Column, ...], template: tuple[Column, ...]) -> tuple[Column, ...] | None:
    says_grid, says_template = bool(row_identities(figures_of(grid))), bool(row_identities(figures_of(template)))
    by_grid, by_template = _rows_satisfied(read, grid), _rows_satisfied(read, template)
    if not says_grid or not says_template or by_grid == by_template:
        return None
    return grid if by_grid > by_template else template


def _rows_satisfied(read: Recognised, columns: tuple[Column, ...]) -> int:
    """Count the rows that fit the columns cell by cell and satisfy every identity."""
    figures = [(index, column) for index, column in enumerate(columns) if column.role == "figure"]
    texts = (cell.text for row in read.rows for cell in row.cells if figure_kind(cell.text))
    frame = frame_of(tuple(column for _, column in figures), texts, None)
    count = 0
    for row in read.rows:
        cells = {at: row.cells[index].text for at, (index, _) in enumerate(figures) if index < len(row.cells)}
        printed = {at: text for at, text in cells.items() if text}
        count += bool(printed) and all(map(figure_kind, printed.values())) and adds_up(printed, frame)
    return count

"""Pages become a disclosure: every stage once, in order."""

from attrs import evolve

from fiscaltables.assembling.doubts import doubts_of_document, doubts_of_table
from fiscaltables.assembling.identity import identity_of
from fiscaltables.assembling.sections import sections_of
from fiscaltables.assembling.units import may_settle, units_of
from fiscaltables.errors import Problem
from fiscaltables.model.disclosure import Coverage, Disclosure, Source
from fiscaltables.placing.building import Built
from fiscaltables.placing.forms.building import build_forms
from fiscaltables.placing.lines import known_names
from fiscaltables.placing.tables import build, unbuilt
from fiscaltables.reading.pages import Page, Row
from fiscaltables.recognising.families import families_of_title
from fiscaltables.recognising.forms.reading import readings_of_forms
from fiscaltables.recognising.headings import is_header, is_of_header, may_open_header, opens_header
from fiscaltables.recognising.tables import readings_of
from fiscaltables.recognising.vocabulary import is_row_label
from fiscaltables.segmenting.captions import Caption
from fiscaltables.segmenting.document import segment
from fiscaltables.segmenting.segments import Knowledge, Segment, Traits


def assemble(pages: tuple[Page, ...], source: Source) -> Disclosure:
    """Give the disclosure that the pages print."""
    document = segment(pages, Knowledge(_opens_body, _may_open_header, _is_header, _is_of_header, _labels_row, _traits))
    identity = identity_of(document)
    last = next((row for page in reversed(pages) for row in reversed(page.rows)), None)
    first = tuple(_built(table, identity.entity, last) for table in document.tables)
    units = units_of(each.table for each in first)
    built = tuple(
        _built(table, identity.entity, last, units) if may_settle(units, table, each.table) else each
        for table, each in zip(document.tables, first, strict=True)
    )
    tables = tuple(each.table for each in built)
    return Disclosure(
        entity=identity.entity,
        entity_code=identity.entity_code,
        fiscal_year=identity.fiscal_year,
        stage=identity.stage,
        tables=tables,
        sections=sections_of(document.narrative, tuple(table.span for table in tables)),
        problems=(
            *doubts_of_document(pages, document.tables),
            *(problem for index, each in enumerate(built) for problem in _indexed(each, index)),
        ),
        source=source,
        coverage=_coverage(built),
    )


def _built(table: Segment, entity: str | None, last: Row | None, units: frozenset[str] = frozenset()) -> Built:
    known = units | known_names(entity, table.caption.entity)
    try:
        built = _forms(table) or build(table, readings_of(table, known), entity)
        return evolve(built, problems=(*built.problems, *doubts_of_table(table, built, last)))
    except Exception as fault:  # noqa: BLE001  whatever a document holds, reading it does not raise
        return unbuilt(table, fault)


def _forms(table: Segment) -> Built | None:
    """Give the table as performance forms where its title names them and a form is in it."""
    return next((built for read in readings_of_forms(table) if (built := build_forms(table, read))), None)


def _opens_body(row: Row) -> bool:
    return opens_header(row.cells)


def _may_open_header(row: Row) -> bool:
    return may_open_header(row.cells)


def _is_header(row: Row) -> bool:
    return is_header(row.cells)


def _is_of_header(row: Row) -> bool:
    return is_of_header(row.cells)


def _labels_row(row: Row) -> bool:
    return len(row.cells) == 1 and is_row_label(row.cells[0].text)


def _traits(caption: Caption) -> Traits:
    entries = families_of_title(caption.title or "")
    return Traits(entries[0].free_text, entries[0].two_sided) if entries else Traits(free_text=True, two_sided=False)


def _indexed(built: Built, index: int) -> tuple[Problem, ...]:
    return tuple(evolve(problem, table=index) for problem in built.problems)


def _coverage(built: tuple[Built, ...]) -> Coverage:
    cells, furniture = sum(each.cells for each in built), sum(each.furniture for each in built)
    unread = sum(bool(text) for each in built for row in each.table.unread for text in row.cells)
    return Coverage(cells, cells - furniture - unread, furniture, unread)

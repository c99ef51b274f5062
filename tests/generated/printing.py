"""Whole disclosures as text: a cover, a list of contents, the narrative and the tables."""

from generated.documents import Document, Section
from generated.flowing import flowing_pages, wrapped
from generated.rows import NUMERALS
from generated.styles import FlowingStyle, TabbedStyle
from generated.tabbed import tabbed_table


def print_tabbed(document: Document, style: TabbedStyle) -> str:
    """Print a document whose tables have tabs or bars between the cells."""
    mark = f"{style.title_mark} " if style.title_mark else ""
    contents = _contents(document) if style.contents else ()
    before = [line for section in document.before for line in _section(section, mark)]
    after = [line for section in document.after for line in _section(section, mark)]
    tables = [tabbed_table(table, style) for table in document.tables]
    return "\n\n".join((*document.cover, *contents, *before, *tables, *after)) + "\n"


def print_flowing(document: Document, style: FlowingStyle) -> str:
    """Print a document as the text of its pages."""
    narrative = "\n" if style.adjacent_lines else "\n\n"
    contents = _contents(document) if style.contents else ()
    first = "\n\n".join((*document.cover, *contents))
    before = [_narrative(section, style, narrative) for section in document.before]
    after = [_narrative(section, style, narrative) for section in document.after]
    tables = [page for table in document.tables for page in flowing_pages(table, style)]
    pages = [first, *before, *tables, *after]
    if style.page_numbers:
        pages = [f"{page}\n\n- {number} -" for number, page in enumerate(pages, start=1)]
    return style.page_end.value.join(pages) + "\n"


def _contents(document: Document) -> tuple[str, ...]:
    if not document.before and not document.after:
        return ()
    titles = [f"{NUMERALS[at]}、{table.title}" for at, table in enumerate(document.tables)]
    sections = [section.title for section in document.before]
    return ("目 录", *sections, *titles, *(section.title for section in document.after))


def _section(section: Section, mark: str) -> tuple[str, ...]:
    return (f"{mark}{section.title}", *section.paragraphs)


def _narrative(section: Section, style: FlowingStyle, between: str) -> str:
    paragraphs = (section.title, *section.paragraphs)
    return between.join(line for paragraph in paragraphs for line in wrapped(paragraph, style.line_width))

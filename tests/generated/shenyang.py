"""Two budget tables of Shenyang: captions without an organisation, a row for the organisation's own code."""

from collections.abc import Callable

from generated.classification import DEPARTMENTAL
from generated.documents import AnyTable, MoneyTable, Row
from generated.figures import Figures
from generated.liaoning import CODE, NAME, SOURCES
from generated.qinghai import two_year_rows, two_years
from generated.rows import DEPARTMENTAL_ECONOMIC, NumberStyle, coded_rows, summed_row


def three_public(figures: Figures, style: NumberStyle) -> AnyTable:
    """一般公共预算“三公”经费支出表, of two years, its amounts without needless zeros."""
    headings = two_years(f"{figures.year - 1}预算数", f"{figures.year}预算数", "因公出国（境）费")
    rows = two_year_rows(figures, headings, NumberStyle(commas=style.commas, zero=style.zero, trimmed=True))
    title = "一般公共预算“三公”经费支出表"
    return MoneyTable(family="three_public", number="表7", title=title, headings=headings, rows=rows)


def departmental_items(figures: Figures, style: NumberStyle) -> AnyTable:
    """支出经济分类预算表（部门预算）, with the organisation under the total and items that nothing is spent on."""
    headings = (CODE, NAME, *SOURCES)
    spent = figures.spendings
    total = summed_row("合计", spent, headings, style)
    organisation = Row(figures.organisation.name, code=figures.organisation.code, amounts=total.amounts)
    listed = tuple(code for code in DEPARTMENTAL if code.startswith(("301", "302")))
    rows = coded_rows(spent, headings, style, DEPARTMENTAL_ECONOMIC, listed)
    title = "支出经济分类预算表（部门预算）"
    rows = (total, organisation, *rows)
    return MoneyTable(family="economic", number="表12", title=title, headings=headings, rows=rows)


TABLES: tuple[Callable[[Figures, NumberStyle], AnyTable], ...] = (three_public, departmental_items)

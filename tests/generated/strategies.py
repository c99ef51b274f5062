"""What hypothesis draws: figures that add up, documents made of them, and the ways to print these."""

from hypothesis import strategies as st

from generated.classification import DEPARTMENTAL, FUNCTIONS, THREE_PUBLIC
from generated.documents import Document
from generated.figures import (
    FUNDS,
    GENERAL,
    GOVERNMENT_FUND,
    PERSONNEL,
    PROJECT,
    RESERVE,
    RUNNING,
    STATE_CAPITAL,
    Figures,
    Organisation,
    Spending,
)
from generated.national import with_cut_codes
from generated.projects import PROJECTS
from generated.rows import NumberStyle
from generated.styles import CaptionStyle, FlowingStyle, HeaderOrder, Lines, PageBreak, PageEnd, TabbedStyle
from generated.templates import REGIONS, Region, document, tables_of

ORGANISATIONS = (
    Organisation("云溪市档案服务中心", "云溪市档案局", "548003", "云溪市"),
    Organisation("青禾县图书馆", "青禾县文化和旅游局", "068005", "青禾县"),
    Organisation("松岭市疾病预防控制中心", "松岭市卫生健康局", "503012", "松岭市"),
    Organisation("白桦岭区城乡规划展览馆", "白桦岭区自然资源局", "221007", "白桦岭区"),
)
_FUND_FUNCTIONS = {GOVERNMENT_FUND: ("2296002",), STATE_CAPITAL: ("2230105",)}
_ORDINARY = tuple(code for code in FUNCTIONS if len(code) == len("2080505") and not code.startswith("22960"))
_ITEMS = {
    PERSONNEL: tuple(code for code in DEPARTMENTAL if len(code) > len("301") and code[:3] in {"301", "303"}),
    RUNNING: tuple(code for code in DEPARTMENTAL if len(code) > len("301") and code[:3] in {"302", "310"}),
    PROJECT: ("30201", "30213", "30226", "30227", "30299", "30305", "31002", "31007"),
}
_OTHER_ITEMS = ("30299",)
_FUNDS = {
    PROJECT: st.just(GENERAL) | st.sampled_from(FUNDS),
    RESERVE: st.just(GENERAL),
    **dict.fromkeys((PERSONNEL, RUNNING), st.sampled_from((GENERAL, GENERAL, "事业收入"))),
}


def cents() -> st.SearchStrategy[int]:
    """Draw an amount in hundredths, small and round ones often."""
    return st.integers(1, 2_000_000) | st.sampled_from((50, 600, 100_000)) | st.integers(1, 99)


@st.composite
def spendings(draw: st.DrawFn, natures: tuple[str, ...]) -> Spending:
    """Draw a spending of one of the natures; a fund goes with functions that it may pay for."""
    nature = draw(st.sampled_from(natures))
    fund = draw(_FUNDS.get(nature, st.just("事业单位经营收入")))
    functions = _FUND_FUNCTIONS.get(fund, tuple(code for code in _ORDINARY if code != "2230105"))
    return Spending(
        function=draw(st.sampled_from(functions)),
        item=draw(st.sampled_from(_ITEMS.get(nature, _OTHER_ITEMS))),
        nature=nature,
        cents=draw(cents()),
        fund=fund,
        carried_over=nature == PROJECT and draw(st.booleans()),
        project=draw(st.integers(0, len(PROJECTS) - 1)) if nature == PROJECT else None,
    )


@st.composite
def figures(draw: st.DrawFn, region: Region) -> Figures:
    """Draw the figures of a department and year."""
    previous = st.builds(Spending, st.just("2080150"), st.sampled_from(sorted(THREE_PUBLIC)), st.just(RUNNING), cents())
    return Figures(
        organisation=draw(st.sampled_from(ORGANISATIONS)),
        year=draw(st.sampled_from((2024, 2025, 2026))),
        spendings=tuple(draw(st.lists(spendings(region.natures), min_size=1, max_size=16))),
        previous=tuple(draw(st.lists(previous, max_size=3))),
        unspent=draw(st.just(0) | cents()),
    )


def number_styles() -> st.SearchStrategy[NumberStyle]:
    """Draw how a table prints its amounts."""
    return st.builds(NumberStyle, commas=st.booleans(), zero=st.sampled_from(("", "", "0.00", "0", "—")))


@st.composite
def documents(draw: st.DrawFn, *, cut_codes: bool = False, regions: tuple[Region, ...] = REGIONS) -> Document:
    """Draw a disclosure with some of the tables of a region; ``cut_codes`` allows codes that a column cuts off."""
    region = draw(st.sampled_from(regions))
    known = draw(figures(region))
    chosen = draw(st.sets(st.integers(0, len(region.tables) - 1), min_size=1, max_size=5))
    tables = tables_of(region, known, chosen, draw(st.lists(number_styles(), min_size=1, max_size=2)))
    if cut_codes and draw(st.booleans()):
        tables = tuple(with_cut_codes(table) for table in tables)
    return document(region, known, tables, cover=draw(st.integers(0, 2)), narrated=draw(st.booleans()))


def caption_styles() -> st.SearchStrategy[CaptionStyle]:
    """Draw how the lines over a table are put."""
    return st.builds(
        CaptionStyle,
        entity_label=st.sampled_from(("单位名称：", "部门名称：", "单位：", "部门：", "编制单位：", "编制部门：")),
        unit_label=st.sampled_from(("单位：", "单位:", "金额单位：")),
        number_first=st.booleans(),
        spaced_number=st.booleans(),
        unit_beside_entity=st.booleans(),
        unit_beside_number=st.booleans(),
    )


def tabbed_styles() -> st.SearchStrategy[TabbedStyle]:
    """Draw how cells are kept apart."""
    return st.builds(
        TabbedStyle,
        caption=caption_styles(),
        title_mark=st.sampled_from(("", "# ", "### ")),
        bars=st.booleans(),
        bold_totals=st.booleans(),
        gap=st.sampled_from(("", " ", "   ")),
        blanks_in_headings=st.booleans(),
        page_rows=st.just(0) | st.integers(3, 12),
        page_break=st.sampled_from(PageBreak),
        contents=st.booleans(),
    )


def flowing_styles(*, pages: bool = False) -> st.SearchStrategy[FlowingStyle]:
    """Draw how a page loses the borders of its cells; ``pages`` allows every order and lines that nothing parts."""
    return st.builds(
        FlowingStyle,
        caption=caption_styles(),
        lines=st.sampled_from(Lines) if pages else st.just(Lines.PARTED),
        order=st.sampled_from(HeaderOrder) if pages else st.just(HeaderOrder.BY_ROW),
        label_width=st.just(0) | st.integers(8, 14) if pages else st.just(0),
        runs_on=st.booleans() if pages else st.just(value=False),
        text_width=st.just(0) | st.integers(6, 12) if pages else st.just(0),
        pieces_adjacent=st.booleans(),
        heading_widths=st.lists(st.sampled_from((0, 2, 3, 4, 5)), min_size=1, max_size=4).map(tuple),
        name_width=st.just(0) | st.integers(6, 12),
        entity_width=st.integers(3, 5),
        project_width=st.integers(6, 14),
        content_width=st.integers(14, 22),
        indented=st.booleans(),
        gap=st.sampled_from(("", "   ")),
        page_rows=st.just(0) | st.integers(3, 12),
        repeats_caption=st.booleans(),
        page_end=st.sampled_from(PageEnd),
        page_numbers=st.booleans(),
        line_width=st.integers(24, 34),
        adjacent_lines=st.booleans(),
        contents=st.booleans(),
    )

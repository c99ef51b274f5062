"""What hypothesis draws: documents of forms, and the ways to print these."""

from hypothesis import strategies as st

from generated.form_styles import FormBreak, FormFlowingStyle, FormTabbedStyle, LabelBorder, Shift
from generated.form_templates import FormTemplate, form_document
from generated.forms import FormDocument
from generated.strategies import ORGANISATIONS, caption_styles
from generated.styles import FlowingStyle, Lines, PageEnd


@st.composite
def form_documents(draw: st.DrawFn, template: FormTemplate) -> FormDocument:
    """Draw a disclosure with one to three forms of a template."""
    random = draw(st.randoms(use_true_random=False))
    year = draw(st.sampled_from((2023, 2024, 2025)))
    return form_document(template, draw(st.sampled_from(ORGANISATIONS)), year, draw(st.integers(1, 3)), random)


def form_tabbed_styles() -> st.SearchStrategy[FormTabbedStyle]:
    """Draw how cells are kept apart, and how rows are spoilt."""
    return st.builds(
        FormTabbedStyle,
        caption=caption_styles(),
        title_mark=st.sampled_from(("", "## ")),
        shift=st.sampled_from(Shift),
        every=st.integers(1, 3),
        filled=st.booleans(),
        lost_units=st.booleans(),
        stripped=st.booleans(),
        bars=st.booleans(),
        bold=st.booleans(),
        paragraphs=st.booleans(),
        page_rows=st.just(0) | st.integers(8, 20),
        page_break=st.sampled_from(FormBreak),
    )


def form_flowing_styles(lines: tuple[Lines, ...] = (Lines.PARTED,)) -> st.SearchStrategy[FormFlowingStyle]:
    """Draw how a page loses the borders of its cells."""
    page = st.builds(
        FlowingStyle,
        caption=caption_styles(),
        lines=st.sampled_from(lines),
        pieces_adjacent=st.booleans(),
        heading_widths=st.sampled_from(((0,), (2,))),
        name_width=st.just(0) | st.integers(9, 18),
        page_rows=st.just(0) | st.integers(8, 24),
        page_end=st.sampled_from(PageEnd),
        line_width=st.integers(20, 40),
        page_numbers=st.booleans(),
        contents=st.just(value=False),
    )
    return st.builds(
        FormFlowingStyle,
        page=page,
        border=st.sampled_from(LabelBorder),
        level_width=st.sampled_from((0, 0, 2, 3)),
        field_width=st.sampled_from((0, 0, 3, 5)),
        project_width=st.just(0) | st.integers(10, 18),
        lone_label=st.booleans(),
        header_adjacent=st.booleans(),
    )

"""The columns of a table: by its own grid, by a known template, or not settled."""

import pytest

from fiscaltables.placing.columns import columns_of
from fiscaltables.placing.headers import Column
from fiscaltables.reading.text import read_text
from fiscaltables.recognising.tables import recognise
from fiscaltables.segmenting.captions import Caption
from fiscaltables.segmenting.segments import Segment

TEMPLATE = ["科目编码", "科目名称", "合计", "基本支出/小计", "基本支出/人员经费", "基本支出/公用经费", "项目支出"]
SPLIT_PROJECT = ["科目编码", "科目名称", "合计", "基本支出", "项目支出/小计", "项目支出/人员经费", "项目支出/公用经费"]


def _columns(body: str) -> tuple[Column, ...] | None:
    rows = read_text(body.replace("→", "\t"))[0].rows
    read = recognise(Segment(Caption(title="支出总表", unit="万元"), (rows,)))
    assert read is not None
    return columns_of(read)


def _paths(body: str) -> list[str] | None:
    columns = _columns(body)
    return None if columns is None else ["/".join(column.path) for column in columns]


@pytest.mark.parametrize(
    "header",
    [
        "科目编码→科目名称→合计→基本支出→→→项目支出\n→→→小计→人员经费→公用经费→\n",
        "科目编码→科目名称→合计→基本支出→→→项目支出→→\n→→→小计→人员经费→公用经费→→→\n",
        "科目编码→科目名称→合计→基本支出→→→项目支出\n小计→人员经费→公用经费\n",
        "科目编码→科目名称→合计→基本支出→项目支出\n→小计→人员经费→公用经费\n",
        "科目编码 科目名称 合计\n基本支出\n项目支出\n小计 人员经费 公用经费\n",
    ],
)
@pytest.mark.parametrize("row", ["208→社会保障→5.00→3.00→2.00→1.00→2.00\n", "208→社会保障→→→→→\n"])
def test_a_header_that_lost_its_blanks_is_read_as_a_template(header: str, row: str) -> None:
    """Whole or without its blanks, in tabs or flowing, the header gives the template's columns, whatever the rows."""
    assert _paths(header + (row if "→" in header else row.replace("→", " "))) == TEMPLATE


def test_a_header_that_is_no_template_gives_its_own_columns() -> None:
    """A sound grid with a heading that no template has is believed."""
    header = "科目编码→科目名称→合计→项目支出→基本支出\n"
    assert _paths(header + "208→社会保障→5.00→2.00→3.00\n") == ["科目编码", "科目名称", "合计", "项目支出", "基本支出"]


@pytest.mark.parametrize(
    "header",
    [
        "科目编码→科目名称→合计→项目支出→机动费用→\n小计→人员经费→公用经费→→→\n",
        "科目编码→科目名称→合计→小计→基本支出→小计\n",
        "科目编码→科目名称→合计→合计→项目支出\n",
    ],
)
def test_a_grid_that_is_not_sound_and_no_template_settles_nothing(header: str) -> None:
    """Headings under 科目编码, or two columns of figures named alike, show that the header lost blanks."""
    assert _paths(header + "208→社会保障→5.00→2.00→3.00→\n") is None


@pytest.mark.parametrize(
    ("header", "rows", "paths"),
    [
        (
            "科目编码→科目名称→合计→基本支出→→项目支出\n→→→小计→人员经费→公用经费\n",
            "208→社会保障→5.00→3.00→2.00→1.00→2.00\n",
            TEMPLATE,
        ),
        (
            "科目编码→科目名称→合计→基本支出→项目支出→→\n→→→→小计→人员经费→公用经费\n",
            "208→社会保障→5.00→3.00→2.00→1.50→0.50\n",
            SPLIT_PROJECT,
        ),
        (
            "科目编码→科目名称→合计→基本支出→项目支出→→\n→→→→小计→人员经费→公用经费\n",
            "208→社会保障→5.00→3.00→2.00→1.00→2.00\n210→卫生健康→2.00→2.00→1.00→1.00→\n",
            TEMPLATE,
        ),
        (
            "科目编码→科目名称→合计→基本支出→项目支出→→\n→→→→小计→人员经费→公用经费\n",
            "208→社会保障→5.00→3.00→2.00→1.50→0.50\n210→卫生健康→#REF!→见附件→1.00→1.00→2.00\n",
            SPLIT_PROJECT,
        ),
    ],
)
def test_grid_against_template_is_decided_by_the_rows(header: str, rows: str, paths: list[str]) -> None:
    """Where the grid and a template both could be, the one whose sums more rows satisfy is the header."""
    assert _paths(header + rows) == paths


@pytest.mark.parametrize(
    "rows",
    [
        "208→社会保障→→→→→\n",
        "208→社会保障→0.00→0.00→0.00→0.00→0.00\n",
        "208→社会保障→9.00→1.00→1.00→1.00→1.00\n",
        "208→社会保障→5.00→3.00→2.00→1.50→0.50\n210→卫生健康→5.00→3.00→2.00→1.00→2.00\n",
    ],
)
def test_a_tie_of_grid_and_template_settles_nothing(rows: str) -> None:
    """Rows that satisfy both, neither, or as many each leave the columns unknown rather than guessed."""
    header = "科目编码→科目名称→合计→基本支出→项目支出→→\n→→→→小计→人员经费→公用经费\n"
    assert _paths(header + rows) is None


@pytest.mark.parametrize(("cell", "role"), [("见附件", "text"), ("1.00", "figure"), ("—", "figure"), ("", "figure")])
def test_the_rows_settle_what_an_unknown_heading_stands_over(cell: str, role: str) -> None:
    """A column whose heading nobody knows holds texts where the rows print one."""
    columns = _columns(f"科目编码→科目名称→合计→机动费用\n208→社会保障→5.00→{cell}\n")
    assert columns is not None
    assert [column.role for column in columns] == ["code", "text", "figure", role]

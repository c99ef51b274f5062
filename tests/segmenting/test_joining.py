"""Tables that go on over pages are one; tables that only look alike are several."""

import pytest
from attrs import evolve

from fiscaltables.reading.text import read_text
from fiscaltables.segmenting.captions import Caption, caption_of
from fiscaltables.segmenting.joining import joined
from fiscaltables.segmenting.segments import Segment

CAPTION = "支出总表\n表3\n部门：云溪市档案馆\n单位：万元\n"
HEADER = "科目编码→科目名称→合计\n"
LANES = "栏次→→1\n"
TOTAL, FIRST, SECOND = "合计→→5.00\n", "201→一般公共服务支出→3.00\n", "202→外交支出→2.00\n"
FORM = "项目支出绩效目标表\n表17\n单位：万元\n"


def _segment(caption: str, body: str, *, follows: bool = True) -> Segment:
    """Make a table of one page with its printed caption, whose lines are each a part of one."""
    printed = Caption()
    for row in read_text(caption)[0].rows:
        part = caption_of(row)
        assert part is not None
        printed = printed.joined(part)
    return Segment(printed, (read_text(body.replace("→", "\t"))[0].rows,), follows=follows)


def _parts(*tables: Segment) -> list[int]:
    """Give for each table that comes out how many parts it has."""
    return [len(table.parts) for table in joined(iter(tables))]


def _both(caption: str, second: str = HEADER + SECOND, first: str = HEADER + FIRST) -> list[int]:
    return _parts(_segment(CAPTION, first), _segment(caption, second))


@pytest.mark.parametrize(
    "caption",
    [
        CAPTION,
        "支出总表\n表3\n",
        "支出总表\n",
        "表3\n",
        "支出总表\n部门：云溪市档案馆\n",
        "表3\n单位：万元\n",
        "支出总表（续表）\n",
        "续支出总表\n",
    ],
)
def test_the_same_caption_goes_on_though_parts_are_missing(caption: str) -> None:
    """A page that prints the title or the number again, and nothing else that differs, goes on with the table."""
    assert _both(caption) == [2]


@pytest.mark.parametrize(
    "caption",
    [
        "支出总表\n表4\n",
        "收入总表\n表3\n",
        "支出总表\n单位：元\n",
        "支出总表\n部门：云溪市图书馆\n",
        "单位：万元\n",
        "部门：云溪市档案馆\n",
    ],
)
def test_another_caption_begins_another_table(caption: str) -> None:
    """Anything that differs begins another table; so does a caption with neither title nor number."""
    assert _both(caption) == [1, 1]


@pytest.mark.parametrize(
    ("second", "parts"),
    [
        (SECOND, [2]),
        (HEADER + SECOND, [2]),
        ("202→外交支出\n", [2]),
        ("202→外交支出→2.00→2.00\n", [1, 1]),
        ("202 外交支出 2.00\n", [1, 1]),
    ],
)
def test_rows_without_a_caption_go_on_where_they_are_no_wider(second: str, parts: list[int]) -> None:
    """Rows straight behind a table are its own, with its header or without; wider ones or flowing ones are not."""
    assert _both("", second) == parts


def test_flowing_rows_without_a_caption_go_on_with_a_flowing_table() -> None:
    """The words of a flowing line say nothing of the width of its table."""
    rows = "科目编码 科目名称 合计\n201 一般公共服务支出 3.00\n"
    assert _both("", "202 外交 支出 2.00 2.00\n", rows) == [2]


def test_a_table_behind_narrative_goes_on_with_nothing() -> None:
    """The same caption behind a sentence of the narrative begins another table."""
    assert _parts(_segment(CAPTION, FIRST), _segment(CAPTION, SECOND, follows=False)) == [1, 1]


@pytest.mark.parametrize("caption", [CAPTION, ""])
@pytest.mark.parametrize("total", ["合计→→5.00\n", "→合 计→5.00\n", "总计→→5.00\n", "支出合计→→5.00\n"])
def test_a_second_total_begins_another_table(caption: str, total: str) -> None:
    """A table has one total row: where both print one they are two, with the same caption or none."""
    assert _both(caption, HEADER + total + SECOND, HEADER + TOTAL + FIRST) == [1, 1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (HEADER + TOTAL + FIRST, HEADER + SECOND),
        (HEADER + FIRST, HEADER + SECOND + TOTAL),
        ("合计→基本支出→项目支出\n" + TOTAL + FIRST, "合计→基本支出→项目支出\n" + SECOND),
    ],
)
def test_one_total_belongs_to_the_whole_table(first: str, second: str) -> None:
    """A total on the first page or on the last leaves the pages together; a heading 合计 is no total."""
    assert _both(CAPTION, second, first) == [2]


@pytest.mark.parametrize(
    ("first", "second", "parts"),
    [
        (HEADER + FIRST + SECOND, HEADER + FIRST + SECOND, [1, 1]),
        (HEADER + FIRST + SECOND, HEADER + "201→一般公共 服务支出→9.00\n", [1, 1]),
        (HEADER + FIRST + SECOND, HEADER + SECOND, [2]),
        (HEADER + LANES + FIRST, HEADER + LANES + SECOND, [2]),
        ("201→一般公共服务支出\n", "201→一般公共服务支出\n", [2]),
    ],
)
def test_a_table_that_begins_again_with_its_first_label_is_another(first: str, second: str, parts: list[int]) -> None:
    """The first label with figures again begins another table; headings, 栏次 and rows without figures say nothing."""
    assert _both(CAPTION, second, first) == parts


@pytest.mark.parametrize("label", ["项目名称", "项目（政策）名称", "单位名称", "部门(单位)名称", "项 目 名 称"])
def test_forms_are_never_joined(label: str) -> None:
    """Every performance form is a table of its own, though all print the same caption."""
    form = _segment(FORM, f"{label}→档案数字化\n主管部门→云溪市档案局→实施单位→云溪市档案馆\n")
    assert _parts(form, form, form) == [1, 1, 1]


def test_a_page_that_begins_no_form_goes_on_with_one() -> None:
    """The second page of a form begins with indicators, not with the project's name."""
    form = _segment(FORM, "项目名称→档案数字化\n主管部门→云溪市档案局\n")
    assert _parts(form, _segment(FORM, "产出指标→数量指标→10万页\n"), form) == [2, 1]


def test_what_is_joined_keeps_its_rows_notes_and_furniture() -> None:
    """The parts follow one another, notes add up, and a repeated caption is furniture."""
    first, second, third = (_segment(CAPTION, HEADER + row) for row in (FIRST, SECOND, "203→国防支出→1.00\n"))
    (table,) = joined(iter((first, second, third)))
    assert table.caption == first.caption
    assert table.parts == (*first.parts, *second.parts, *third.parts)
    assert table.furniture == (*second.caption.rows, *third.caption.rows)


def test_a_remark_over_a_later_page_is_kept() -> None:
    """A line that stands between the repeated caption and its header stays with the table."""
    first, second = _segment(CAPTION, HEADER + FIRST), _segment(CAPTION, HEADER + SECOND)
    remark = evolve(second, caption=evolve(second.caption, remarks=("100.00",)))
    (table,) = joined(iter((first, remark)))
    assert table.caption.remarks == ("100.00",)


def test_no_tables_stay_none() -> None:
    """A document without tables has none after joining."""
    assert _parts() == []

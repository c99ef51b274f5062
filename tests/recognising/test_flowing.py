"""What the words of flowing rows could be: codes, figures, names, and what nothing can take."""

import pytest

from fiscaltables.reading.pages import Row
from fiscaltables.reading.text import read_text
from fiscaltables.recognising.flowing import (
    Print,
    flowing_candidates,
    lane_candidates,
    stray_candidates,
    whole_numbers_are_strange,
)

NAMES, SENTENCES, SIDE_BY_SIDE = Print(blocks=1), Print(free_text=True), Print(blocks=2)


def _rows(text: str) -> tuple[Row, ...]:
    return read_text(text)[0].rows


def _flowing(text: str, how: Print = NAMES) -> list[tuple[str, tuple[str, ...]]]:
    return [(candidate.cell.text, candidate.kinds) for candidate in flowing_candidates(_rows(text), how)]


def test_a_code_stands_at_the_head_of_a_flowing_line() -> None:
    """Digits at the head of a line are a code first; the same digits behind a name are money first."""
    (_, head), _, (_, behind), _ = _flowing("208 社会保障和就业支出 208 12.00")
    assert head[0] == "FUNCTION_CODE"
    assert behind[0] == "AMOUNT"


def test_a_figure_in_a_sentence_is_a_part_of_it_first() -> None:
    """Where texts are sentences, a number with text behind it belongs to that text before it is an amount."""
    words = dict(_flowing("采购服务器 2 台 3.00", SENTENCES))
    assert words["2"].index("NAME") < words["2"].index("AMOUNT")
    assert words["3.00"][0] == "AMOUNT"


def test_a_figure_between_names_is_an_amount_first() -> None:
    """Where texts are names, a whole number inside them is an amount first, and one with decimals nothing else."""
    words = dict(_flowing("工资福利支出 724.73 庆祝建国 200 周年 269.65"))
    assert words["724.73"] == ("AMOUNT",)
    assert words["200"].index("AMOUNT") < words["200"].index("NAME")


@pytest.mark.parametrize("line", ["合计 12.00", "合 计 12.00", "合  计 12.00", "人员经费合计 12.00"])
def test_the_words_of_a_total_are_put_together(line: str) -> None:
    """合 计 at the head of a line is one label, wherever its blanks stand."""
    (label, kinds), (amount, _) = _flowing(line)
    assert (label.endswith("合计"), kinds, amount) == (True, ("TOTAL", "NAME"), "12.00")


def test_stray_hash_signs_are_no_words() -> None:
    """A # alone among flowing words is furniture."""
    assert _flowing("#\n合计 1.00") == _flowing("合计 1.00")


def test_the_first_word_of_a_line_is_marked() -> None:
    """A candidate knows whether it begins its line."""
    rows = _rows("30110\n职工基本医疗 缴费\n1.00 1.00")
    marks = [candidate.begins_line for candidate in flowing_candidates(rows, NAMES)]
    assert marks == [True, True, False, True, False]


@pytest.mark.parametrize(
    ("how", "kinds"),
    [(NAMES, ("AMOUNT", "NAME")), (SENTENCES, ("NAME", "AMOUNT"))],
)
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2080299 庆祝建馆 200 周年 12.00", "200"),
        ("2080299 庆祝建馆 200 周年 12 12", "200"),
        ("2080299 档案整理\n2024 年度支出\n12.00 12.00", "2024"),
    ],
)
def test_a_number_before_a_text_may_be_a_part_of_it(text: str, number: str, how: Print, kinds: tuple[str, ...]) -> None:
    """A number inside a name, or a year at the head of its next line, is no code and may belong to the name."""
    assert dict(_flowing(text, how))[number] == kinds


@pytest.mark.parametrize(
    ("figures", "kinds"),
    [("12.00 12.00", ("NAME", "AMOUNT")), ("12 12", ("AMOUNT",))],
)
def test_a_whole_number_at_the_end_of_a_name_is_a_part_of_it_where_amounts_print_decimals(
    figures: str, kinds: tuple[str, ...]
) -> None:
    """庆祝建馆 100 over a line of figures is a name to its end, unless amounts are whole numbers too."""
    assert dict(_flowing(f"2080299 庆祝建馆 100\n{figures}\n"))["100"] == kinds


@pytest.mark.parametrize(
    ("after", "kinds"),
    [
        ("养老保险缴费\n12 5", ("FUNCTION_CODE",)),
        ("2080506 职业年金缴费 12 5", ("FUNCTION_CODE",)),
        ("12.00 5.00", ("FUNCTION_CODE",)),
        ("12 5", ("AMOUNT", "FUNCTION_CODE")),
    ],
)
def test_a_code_may_stand_alone_on_its_line(after: str, kinds: tuple[str, ...]) -> None:
    """Digits alone are a code where a text follows or amounts print decimals; else they are money first."""
    assert _flowing(f"2080505\n{after}\n")[0] == ("2080505", kinds)


@pytest.mark.parametrize(
    ("before", "kinds"),
    [
        ("", ("FUNCTION_CODE",)),
        ("2080505 养老保险缴费 12 5\n", ("FUNCTION_CODE",)),
        ("2080505 养老保险缴费\n", ("AMOUNT", "FUNCTION_CODE")),
    ],
)
def test_a_line_of_figures_alone_may_begin_with_a_code_behind_a_row_that_has_its_amounts(
    before: str, kinds: tuple[str, ...]
) -> None:
    """Where the line before ends in a name, the figures are its amounts; else the first of them is a code."""
    assert dict(_flowing(f"{before}208 6 3\n"))["208"] == kinds


@pytest.mark.parametrize("money", ["3.5万元", "3,000.00元", "￥3.50", "¥3.50万元", "+3.50", "1.2亿元"])
def test_money_with_its_unit_is_an_unreadable_amount(money: str) -> None:
    """A figure that carries its unit or a sign is kept as an amount that cannot be read; in sentences it is text."""
    assert dict(_flowing(f"208 社会保障 {money} 2.00"))[money] == ("UNREADABLE",)
    assert dict(_flowing(f"采购电脑 {money} 2.00", SENTENCES))[money] == ("NAME",)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("208 社会保障 5.00\n12\n210 卫生健康 3.00\n", ("STRAY",)),
        ("208 社会保障 5\n12\n210 卫生健康 3\n", ("AMOUNT",)),
    ],
)
def test_a_whole_number_alone_among_amounts_with_decimals_is_stray(text: str, kinds: tuple[str, ...]) -> None:
    """A page number in a table can be taken by nothing; in a table of whole numbers it may be an amount."""
    assert dict(_flowing(text))["12"] == kinds


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("208 社会保障 5.00 3.00", True),
        ("208 庆祝建馆 100\n5.00 3.00", True),
        ("208 社会保障 5.00 3", False),
        ("208 社会保障 5 3", False),
        ("5.00\n3.00", False),
        ("208 社会保障", False),
        ("", False),
    ],
)
def test_whole_numbers_are_strange_where_every_amount_prints_decimals(text: str, *, strange: bool) -> None:
    """One amount without decimals, codes and numbers that end a name aside, or no amount at all, shows nothing."""
    assert whole_numbers_are_strange(_rows(text)) is strange


@pytest.mark.parametrize("line", ["208", "12.00", "12 13", "第12页", "—"])
def test_what_may_be_a_code_or_money_is_not_stray(line: str) -> None:
    """Only a whole number alone on its line that can be no code is stray."""
    assert stray_candidates(_rows(line)[0]) == ()


@pytest.mark.parametrize(
    ("how", "kinds"),
    [(Print(), ("AMOUNT", "NAME")), (SIDE_BY_SIDE, ("ECONOMIC_CODE", "AMOUNT", "NAME"))],
)
def test_codes_stand_inside_a_line_only_where_blocks_stand_side_by_side(how: Print, kinds: tuple[str, ...]) -> None:
    """302 behind the amount of 301 is a code where a second set of columns begins, and money elsewhere."""
    assert dict(_flowing("301 工资福利支出 5.00 302 商品和服务支出 3.00", how))["302"] == kinds


def test_a_cut_code_is_one_only_where_blocks_stand_side_by_side() -> None:
    """Four digits at the head of a line are a code cut off by a narrow column of a block, and money elsewhere."""
    assert _flowing("3010 基本工资 1.00", SIDE_BY_SIDE)[0] == ("3010", ("CUT_CODE",))
    assert _flowing("3010 基本工资 1.00")[0] == ("3010", ("AMOUNT", "NAME"))


def test_a_text_that_may_go_on_with_either_of_two_names_is_stray() -> None:
    """Below a line that names two codes nothing tells whose name goes on; a total is a row of its own."""
    names = "30101 机关事业单位基本 30201 办公用品及印刷\n"
    assert _flowing(f"{names}养老保险\n5.00", SIDE_BY_SIDE)[4] == ("养老保险", ("STRAY",))
    assert _flowing(f"{names}合计 5.00", SIDE_BY_SIDE)[4] == ("合计", ("TOTAL", "NAME"))
    assert _flowing(f"{names}养老保险\n5.00")[4] == ("养老保险", ("NAME",))


def test_a_small_number_at_the_head_of_a_line_may_be_a_part_of_the_text_behind_it() -> None:
    """Digits too few for a code are money first, as those of the row before, and may belong to the name."""
    assert dict(_flowing("2080299 庆祝建馆\n12 周年活动\n12.00 12.00"))["12"] == ("AMOUNT", "NAME")


def test_a_piece_of_a_code_behind_a_code_is_stray() -> None:
    """A code in pieces, 类 款 项 each in its column, is neither completed nor read as money."""
    assert dict(_flowing("208 05 养老支出 1.00"))["05"] == ("STRAY",)
    assert dict(_flowing("208 05 1.00"))["05"] == ("AMOUNT",)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("1.公务用车购\n置费 5.00", ("MORE", "NAME")),
        ("公务用车购\n置费 5.00", ("NAME",)),
    ],
)
def test_a_text_goes_on_with_a_wrapped_item(text: str, kinds: tuple[str, ...]) -> None:
    """Behind an item by its outline number a text may go on with it; behind any other text it is a name."""
    assert dict(_flowing(text))["置费"] == kinds


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("栏次 1 2 3", ["LANE", "LANE_NUMBER", "LANE_NUMBER", "LANE_NUMBER"]),
        ("1 2 3", ["LANE", "LANE_NUMBER", "LANE_NUMBER"]),
        ("栏次 合计 1 2", []),
        ("栏次 1 2.00", []),
        ("1 2", []),
        ("1 3 2", []),
    ],
)
def test_a_line_that_numbers_the_columns_is_told_from_amounts(line: str, kinds: list[str]) -> None:
    """栏次 with nothing but numbers behind it, or 1, 2, 3 … alone, numbers columns; no other line does."""
    assert [candidate.kinds for candidate in lane_candidates(_rows(line)[0])] == [(kind,) for kind in kinds]

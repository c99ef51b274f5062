"""The header of a flowing table: its headings, however they are wrapped, in the order of a known template."""

import re
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark

from fiscaltables.model.places import Span
from fiscaltables.reading.pages import Cell
from fiscaltables.reading.text import read_text
from fiscaltables.recognising.families import FAMILIES, OTHER
from fiscaltables.recognising.grammar import Node, grammar_folder
from fiscaltables.recognising.headings import FlowingHeader, find_header, opens_header
from fiscaltables.recognising.wordings import HEADINGS, SECTIONS

FUNDS = "合计 一般公共预算 政府性基金预算 国有资本经营预算 财政专户管理资金 单位资金"
BY_FUND = f"总计 本年收入 上年结转结余 {FUNDS} {FUNDS}"
PARTS = "小计 事业收入 事业单位经营收入 上级补助收入 附属单位上缴收入 其他收入"
ITEMS = "“三公”经费合计 因公出国（境）费 公务用车购置及运行费 公务接待费"
VEHICLES = "小计 公务用车购置费 公务用车运行费"

HEADERS = [
    ("balance", "收入 支出 项目 预算数 项目 预算数"),
    ("balance", "收 入 支 出 项 目 预算数 项 目 预算数"),
    ("balance", "收入 支出 项目 行次 决算数 项目 行次 决算数"),
    ("balance", "收入 支出 项目 金额 项目 合计 一般公共预算 政府性基金预算 国有资本经营预算"),
    ("revenue", f"单位名称 {BY_FUND}"),
    ("revenue", f"单位名称 {BY_FUND} {PARTS}"),
    (
        "revenue",
        "项目 本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入 科目编码 科目名称",
    ),
    ("expenditure", "科目编码 科目名称 合计 基本支出 项目支出 小计 人员经费 公用经费"),
    ("expenditure", "科目编码 科目名称 合计 基本支出 小计 人员经费 公用经费 项目支出"),
    (
        "expenditure",
        "项目 本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出 功能分类科目编码 科目名称",
    ),
    ("functional", "科目编码 科目名称 本年一般公共预算支出 合计 基本支出 项目支出"),
    ("functional", "科目编码 科目名称 2025年预算数 小计 基本支出 项目支出"),
    ("functional", f"科目编码 科目名称 {BY_FUND}"),
    ("functional", "项目 本年支出 功能分类科目编码 科目名称"),
    ("functional", "项目 合计 工资福利支出 商品和服务支出 资本性支出 功能分类科目编码 科目名称"),
    ("functional", "项目 年初结转和结余 本年收入 本年支出 年末结转和结余 科目编码 科目名称 小计 基本支出 项目支出"),
    ("economic", "部门预算支出经济分类科目 本年一般公共预算基本支出 科目编码 科目名称 合计 人员经费 公用经费"),
    ("economic", f"科目编码 科目名称 {BY_FUND}"),
    ("economic", "人员经费 公用经费 科目编码 科目名称 决算数 科目编码 科目名称 决算数 科目编码 科目名称 决算数"),
    ("three_public", f"{ITEMS} {VEHICLES}"),
    ("three_public", f"2023年预算数 2024年预算数 {ITEMS} {ITEMS} {VEHICLES} {VEHICLES}".replace("“三公”经费", "")),
    ("three_public", f"财政拨款“三公”经费 {ITEMS} {VEHICLES}".replace("“三公”经费合计", "合计")),
    ("three_public", "“三公”经费合计 因公出国（境）费 公务接待费 公务用车购置及运行费 小计 购置费 运行费"),
    ("three_public", "项目 预算数 决算数"),
    ("project_expenditure", f"单位名称 项目名称 项目内容 {BY_FUND}"),
    ("debt", f"单位名称 项目名称 {BY_FUND}"),
    ("procurement", f"单位名称 项目名称 {BY_FUND}"),
    (
        "services",
        f"单位名称 支出功能分类（类级） 购买服务项目名称 购买服务指导目录对应项目（三级目录代码及名称） {BY_FUND}",
    ),
    ("earmarked", "项目 总计 已分配数 未分配数"),
]
RUN = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

every_family = pytest.mark.parametrize(
    "family",
    sorted({entry.path.stem for entry in (*FAMILIES.values(), OTHER) if entry.path and not entry.forms}),
)
header_cases = pytest.mark.parametrize(("family", "headings"), HEADERS)


def _cells(words: list[str]) -> tuple[Cell, ...]:
    return tuple(Cell(word, Span(line=1, column=index), index) for index, word in enumerate(words))


def _found(family: str, words: list[str]) -> FlowingHeader | None:
    return find_header(grammar_folder() / f"{family}.lark", _cells(words))


def _headings_of(node: Node) -> list[Cell]:
    cells = [*node.cells, *(cell for child in node.children for cell in _headings_of(child))]
    return sorted(cells, key=lambda cell: cell.span.column or 0)


def _read(family: str, words: list[str]) -> list[str] | None:
    """Give the headings that were read, in printed order and without blanks."""
    header = _found(family, words)
    return ["".join(cell.text.split()) for cell in _headings_of(header.tree)] if header else None


def _whole(headings: str) -> list[str]:
    """Put the headings together whose characters are printed apart."""
    return headings.replace("收 入", "收入").replace("支 出", "支出").replace("项 目", "项目").split()


def _wrapped(headings: list[str], data: st.DataObject) -> list[str]:
    """Cut headings anywhere, down to single characters; the digits of a year stay together."""
    pieces: list[str] = []
    for heading in headings:
        characters = re.findall(r"\d{4}|.", heading)
        cuts = data.draw(st.sets(st.integers(0, len(characters))).map(sorted))
        edges = sorted({0, *cuts, len(characters)})
        pieces += ["".join(characters[start:end]) for start, end in pairwise(edges)]
    return pieces


@cache
def _kinds_of_headers(family: str) -> st.SearchStrategy[list[str]]:
    """Draw the kinds of the headings of any header that the family's grammar describes."""
    path = grammar_folder() / f"{family}.lark"
    grammar = Lark(
        path.read_text("utf-8"), parser="lalr", lexer="basic", start="flowing_header", import_paths=[str(path.parent)]
    )
    names = {str(symbol.name) for rule in grammar.rules for symbol in rule.expansion if symbol.is_term}
    return from_lark(grammar, explicit={name: st.just(f"{name} ") for name in names}).map(str.split)


@header_cases
def test_the_header_of_a_family_is_read(family: str, headings: str) -> None:
    """The headings that a family prints are known and in an order that its grammar has."""
    assert _read(family, headings.split()) == _whole(headings)


@header_cases
@RUN
@given(data=st.data())
def test_a_wrapped_header_is_put_together(family: str, headings: str, data: st.DataObject) -> None:
    """Headings that are wrapped anywhere, down to one character a line, read like whole ones."""
    pieces = _wrapped(_whole(headings), data)
    header = _found(family, pieces)
    assert header is not None
    assert header.words == len(pieces)
    assert [cell.text for cell in _headings_of(header.tree)] == _whole(headings)


@every_family
@RUN
@given(data=st.data())
def test_every_wording_of_a_header_is_read_whole(family: str, data: st.DataObject) -> None:
    """Any order of the grammar in any wording of the vocabulary, wrapped anywhere, is a header to its last word."""
    kinds = data.draw(_kinds_of_headers(family))
    assume(len(kinds) < 30)
    headings = [data.draw(st.sampled_from((HEADINGS | SECTIONS)[kind])).replace("〈年〉", "2024年") for kind in kinds]
    pieces = _wrapped(headings, data)
    header = _found(family, pieces)
    assert header is not None
    assert header.words == len(pieces)


@header_cases
@pytest.mark.parametrize(
    "body", ["合计 40.00 30.00", "208 社会保障和就业支出 3.00", "云溪市档案馆 3.00", "6 6 6.5", "一、事业收入 3.00"]
)
def test_a_header_ends_where_the_rows_begin(family: str, headings: str, body: str) -> None:
    """The first row is no part of the header, although 合计 is also a heading."""
    header = _found(family, [*headings.split(), *body.split()])
    assert header is not None
    assert header.words == len(headings.split())


@pytest.mark.parametrize(
    "pieces",
    [
        ["2024年", "预算数"],
        ["2024", "年预算数"],
        ["20", "24年预", "算数"],
        ["2", "0", "2", "4", "年", "预", "算", "数"],
        ["二", "〇二四年", "预算数"],
    ],
)
def test_a_wrapped_year_is_put_together(pieces: list[str]) -> None:
    """A year in a heading is put together from its digits, however narrow the column is."""
    assert _read("three_public", ["项目", *pieces, "决算数"]) == ["项目", "".join(pieces), "决算数"]


def test_a_unit_behind_a_heading_belongs_to_it() -> None:
    """A unit in a bracket, also as a word of its own, is a part of the heading."""
    assert _read("three_public", ["项目", "预算数（万元）", "决算数", "（万元）"]) == [
        "项目",
        "预算数（万元）",
        "决算数（万元）",
    ]


@pytest.mark.parametrize(
    ("family", "words"),
    [
        ("expenditure", "科目编码 科目名称 备注 合计"),
        ("expenditure", "合计 科目编码 科目名称"),
        ("expenditure", "科目编码 科目名称"),
        ("expenditure", "208 社会保障和就业支出 3.00"),
        ("balance", "支出 收入 项目 预算数 项目 预算数"),
        ("earmarked", "项目 总计 已分配数"),
        ("debt", ""),
    ],
)
def test_an_unknown_header_is_not_read_by_force(family: str, words: str) -> None:
    """A header with an unknown heading, in another order or cut short is no template, rather than a wrong one."""
    assert _found(family, words.split()) is None


WAGES = "小计 基本工资 津贴补贴 奖金 绩效工资 职业年金缴费 职工基本医疗保险缴费 住房公积金 其他工资福利支出"
GOODS = "小计 办公费 印刷费 水费 电费 邮电费 差旅费 维修（护）费 会议费 培训费 公务接待费 劳务费 其他商品和服务支出"
CAPITAL = "小计 办公设备购置 专用设备购置 公务用车购置"


@pytest.mark.parametrize(
    "lines",
    [
        ["项目 合计 工资福利支出 商品和服务支出 资本性支出", f"功能分类科目编码 科目名称 {WAGES} {GOODS} {CAPITAL}"],
        [
            "项目",
            "合计",
            "工资福利支出",
            "商品和服务",
            "支出 资本性支出",
            "功能分类科目编码",
            "科目名称",
            WAGES,
            GOODS,
            CAPITAL,
        ],
        ["项目 工资福利支出 商品和服务支出 资本性支出", "合计", f"功能分类科目编码 科目名称 {WAGES} {GOODS} {CAPITAL}"],
    ],
)
def test_the_items_of_a_wide_header_stand_under_their_category(lines: list[str]) -> None:
    """Where a row of headings holds the items of several categories, 小计 begins those of the next."""
    header = find_header(grammar_folder() / "functional.lark", _printed(lines))
    assert header is not None
    assert [[cell.text for cell in child.cells] for child in header.tree.children] == [
        ["功能分类科目编码", "科目名称"],
        *(items.split() for items in (WAGES, GOODS, CAPITAL)),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["项目 合计 工资福利支出 资本性支出", "科目编码 科目名称 小计 基本工资 奖金 小计 专用设备购置 大型修缮"],
        ["科目编码 科目名称 小计 基本工资 奖金 小计 专用设备购置 大型修缮", "项目 工资福利支出 资本性支出", "合计"],
    ],
)
def test_an_item_is_never_put_under_the_category_before(lines: list[str]) -> None:
    """Headings of one line stay in their order, also under different headings; else the header is not known."""
    header = find_header(grammar_folder() / "functional.lark", _printed(lines))
    below = [[cell.text for cell in child.cells] for child in header.tree.children[1:]] if header else []
    assert below in ([], [["小计", "基本工资", "奖金"], ["小计", "专用设备购置", "大型修缮"]])


def _printed(lines: list[str]) -> tuple[Cell, ...]:
    return tuple(cell for row in read_text("\n".join(lines))[0].rows for cell in row.cells)


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("科目编码 科目名称 合计", True),
        ("收     入 支    出", True),
        ("科目编", False),
        ("科目编 码", True),
        ("“三公”经费合计", True),
        ("2024年预算数", True),
        ("208 社会保障和就业支出", False),
        ("云溪市档案服务中心", False),
        ("合计 40.00", True),
        ("本单位2025年没有此项支出。", False),
    ],
)
def test_a_line_that_begins_with_a_heading_opens_a_table(line: str, *, opens: bool) -> None:
    """A known heading, whole or in pieces, at the head of a line opens the body of a table."""
    (row,) = read_text(line)[0].rows
    assert opens_header(row.cells) is opens

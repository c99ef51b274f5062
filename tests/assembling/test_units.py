"""Names of units that one table prints settle the rows of another."""

import pytest

import fiscaltables

LIST = "单位构成情况表\n序号 单位名称 备注\n1 云溪市档案局（本级）\n2 云溪市档案馆\n\n"
TABBED_LIST = "单位构成情况表\n序号\t单位名称\t备注\n1\t云溪市档案局（本级）\t\n2\t云溪市档案馆\t\n\n"
COSTS = "机关运行经费情况表\n编制部门：云溪市档案局 单位：万元\n单位名称 机关运行经费支出\n"
ROWS = "合计 5.00\n云溪市档案局（本级） 5.00\n云溪市档案馆\n"
ROWS_WITH_A_BLANK = [
    ROWS,
    "合计 5.00\n云溪市档案馆\n云溪市档案局（本级） 5.00\n",
    "合计 5.00\n云溪市档\n案馆\n云溪市档案局\n（本级） 5.00\n",
]


def _costs(text: str) -> tuple[list[str | None], int]:
    """Give the names of the rows of the last table, and how many rows of it are unread."""
    table = fiscaltables.loads(text).tables[-1]
    assert isinstance(table, fiscaltables.MoneyTable)
    return [line.name for line in table.lines], len(table.unread)


@pytest.mark.parametrize("units", [LIST, TABBED_LIST])
@pytest.mark.parametrize("rows", ROWS_WITH_A_BLANK)
def test_a_unit_that_a_list_names_is_a_row_without_figures(units: str, rows: str) -> None:
    """Rows whose blank amounts are lost are parted by the names of the list, in either layout of it."""
    names, unread = _costs(units + COSTS + rows)
    assert sorted(str(name) for name in names) == ["云溪市档案局（本级）", "云溪市档案馆", "合计"]
    assert not unread


def test_a_unit_that_nothing_names_is_not_told_from_the_name_before_it() -> None:
    """Without a list the last line may be a unit or go on with the name above: both rows stay as printed."""
    assert _costs(COSTS + ROWS) == (["合计"], 2)


def test_a_list_of_other_units_settles_nothing() -> None:
    """A name that only begins like a known one is not parted behind it."""
    rows = "合计 5.00\n云溪市档案馆\n服务中心 5.00\n"
    assert _costs(LIST + COSTS + rows) == (["合计"], 2)

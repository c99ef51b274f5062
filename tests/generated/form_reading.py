"""Small prints of forms read for the tests of traps, and what tests ask of them."""

from collections.abc import Iterator
from typing import Any

import fiscaltables

Plain = dict[str, Any]
Row = tuple[str | None, ...]


def loaded(text: str) -> Plain:
    """Read a print with → for a tab under the cover of a department; give the JSON form."""
    return fiscaltables.loads(f"云溪市档案馆2024年部门预算\n\n{text.replace('→', chr(9))}").to_dict()


def only(read: Plain, table: int = 0) -> Plain:
    """Give the one form of a table."""
    (form,) = read["tables"][table]["projects"]
    assert isinstance(form, dict)
    return form


def rows(form: Plain) -> tuple[Row, ...]:
    """Give labels, name, operator, value, unit and deadline of every indicator."""
    keys = ("level1", "level2", "name", "operator", "value", "unit", "deadline")
    return tuple(tuple(one[key] for key in keys) for one in form["indicators"])


def complaints(read: Plain) -> list[str]:
    """Give what is unread, and the messages of errors."""
    unread = ["→".join(row["cells"]) for table in read["tables"] for row in table["unread"]]
    return unread + [problem["message"] for problem in read["problems"] if problem["severity"] == "error"]


def is_value(cell: str) -> bool:
    """Whether a cell must be kept: headings are none, nor is what is only a label of a field."""
    headings = (
        "指标",
        "标值",
        "符号",
        "单位",
        "时限",
        "名称",
        "部门",
        "情况",
        "目标",
        "性质",
        "权重",
        "类别",
        "(万元)",
    )
    return bool(cell.strip("-")) and not cell.endswith(headings)


def texts(value: object) -> Iterator[str]:
    """Give every text in a JSON form, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for key, one in value.items() for text in (str(key), *texts(one)))
    elif isinstance(value, list):
        yield from (text for one in value for text in texts(one))

"""Whatever bytes or text are given: an error of the library's own, or a disclosure that can be written."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fiscaltables as ft

PIECES = (
    *(
        "支出总表",
        "收支总表",
        "单位：万元",
        "科目编码",
        "科目名称",
        "合计",
        "基本支出",
        "项目支出",
        "项目",
        "预算数",
        "收入",
    ),
    *(
        "支出",
        "201",
        "20805",
        "外交支出",
        "一、教育支出",
        "1.00",
        "12",
        "-",
        "#REF!",
        "注：无",
        "第三部分 说明",
        "2025年",
    ),
    *("说明。", "公开01表", "\t", "\t", " ", "\n", "\n", "\n\n", "\f", "\r", "\0", "|", "**", "# ", "<b>", "&#10;"),
    *("\u200b", "\ufffd", "\ud800", "\u0301"),
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("\t".join),
)
BYTES = st.one_of(
    st.binary(max_size=200),
    st.lists(
        st.builds(
            lambda text, codec: text.encode(codec, "replace"),
            TEXTS,
            st.sampled_from(["utf-8", "gb18030", "big5", "utf-16-le"]),
        ),
        max_size=3,
    ).map(b"".join),
    st.builds(
        lambda text, at, noise: text.encode("utf-8", "replace")[:at] + noise + text.encode("utf-8", "replace")[at:],
        TEXTS,
        st.integers(0, 200),
        st.binary(max_size=4),
    ),
)
RUN = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _is_sound(disclosure: ft.Disclosure) -> None:
    plain: dict[str, Any] = disclosure.to_dict()
    assert ft.from_dict(plain) == disclosure
    assert disclosure.to_json()
    assert [problem.message for problem in disclosure.problems if problem.code == "fault"] == []
    assert all(problem.report("any.txt") for problem in disclosure.problems)


@RUN
@given(data=BYTES)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No other exception comes out, and a disclosure can be written and read back."""
    try:
        disclosure = ft.load(data)
    except ft.ReadError:
        return
    _is_sound(disclosure)


@RUN
@given(text=TEXTS)
def test_any_text_is_read(text: str) -> None:
    """A text is always read; with ``strict`` its first error is raised, and nothing else."""
    disclosure = ft.loads(text)
    _is_sound(disclosure)
    try:
        ft.loads(text, strict=True)
    except ft.ContentProblem as raised:
        assert raised.problem == disclosure.errors[0]  # noqa: PT017  where nothing is wrong, nothing is raised
    else:
        assert disclosure.errors == ()

"""How bytes become text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fiscaltables.errors import EncodingError
from fiscaltables.reading.encoding import Decoded, decode
from fiscaltables.reading.mending import Stretch

SIMPLIFIED = "收支预算总表 单位：万元"
TRADITIONAL = "收支總表 單位：萬元"
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "hz")
LABELS = {
    "big5": ("收支總表", "預算數", "決算數", "本年收入合計", "支出總計", "單位名稱", "財政撥款", "結轉結餘", "萬元"),
    "hz": ("收支总表", "预算数", "决算数", "本年收入合计", "支出总计", "单位名称", "财政拨款", "结转结余", "万元"),
}
EITHER = LABELS["big5"] + LABELS["hz"]


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (SIMPLIFIED, "hz", "hz"),
        (TRADITIONAL, "utf-8", "utf-8"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "gbk", "gb18030"),
        ("2080505 机关事业单位基本养老保险缴费支出 㐂 12.00", "gb18030", "gb18030"),
        ("目录", "gbk", "gb18030"),
        ("收入", "utf-16-be", "utf-16-be"),
        ("1,234.00\n", "utf-16-le", "utf-16-le"),
        ("1,234.00\n", "utf-16-be", "utf-16-be"),
    ],
)
def test_one_line_is_enough(text: str, codec: str, encoding: str) -> None:
    """A document of one line decodes in the encoding it was written in."""
    assert decode(text.encode(codec), "line.txt") == Decoded(text, encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_long_documents_decode_whole(encoding: str) -> None:
    """A document far larger than what is weighed decodes to its last character."""
    caption = TRADITIONAL if encoding == "big5" else SIMPLIFIED
    text = f"{caption}\n" + "30101\t1,234.00\n" * 30_000 + caption
    assert decode(text.encode(encoding), "long.txt") == Decoded(text, encoding)


def test_chinese_after_much_ascii_is_found() -> None:
    """The only label of a page decides, however much markup stands before it."""
    text = "<td>0.00</td>" * 50_000 + SIMPLIFIED
    assert decode(text.encode("gbk"), "page.html") == Decoded(text, "gb18030")


@pytest.mark.parametrize(
    ("codec", "mark", "encoding"),
    [
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
        ("utf-32-be", b"\x00\x00\xfe\xff", "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [SIMPLIFIED, "\uf06c 喀什", "1,234.00", ""])
def test_byte_order_mark_settles_the_encoding(text: str, codec: str, mark: bytes, encoding: str) -> None:
    """A byte order mark names the encoding, whatever the text, and is no part of it."""
    assert decode(mark + text.encode(codec), "marked.txt") == Decoded(text, encoding)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "30101\t1,234.00\r\n",
        "~{ home ~~ not a pair ~}",
        "US MOney",
        "OS",
        "café § 5 µm",
        "Бюджет",
        "喀什",
        "\uf06c 收入",
        "收入\x0c支出\x0c",
        "收入 12.00\x00 支出 12.00",
    ],
)
def test_strict_utf8_stays_utf8(text: str) -> None:
    """What is UTF-8 is read as UTF-8: ASCII, other scripts, rare and private-use characters, a stray control."""
    assert decode(text.encode(), "plain.txt") == Decoded(text, "utf-8")


def test_marks_of_hz_are_read_before_ascii() -> None:
    """HZ is made of ASCII bytes; its marks tell it apart, and the doubled tilde is undone."""
    assert decode(b"~{JUHk~}\t~~12~~\n~{V'3v~}\t3\n", "mail.txt") == Decoded("收入\t~12~\n支出\t3\n", "hz")


@pytest.mark.parametrize(("text", "codec"), [("喀喇沁旗鄂伦春 1,234.00", "gbk"), ("嘉義 12.00", "big5")])
def test_statistics_settle_what_known_words_leave_even(text: str, codec: str) -> None:
    """Rare characters that GB18030 and Big5 both read are given to the one that chardet ranks first."""
    assert decode(text.encode(codec), "rare.txt").text == text


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (SIMPLIFIED.encode() + b"\x80", "utf-8", f"{SIMPLIFIED}@"),
        (SIMPLIFIED.encode()[:-1], "utf-8", f"{SIMPLIFIED[:-1]}@"),
        (SIMPLIFIED.encode("gbk") + b"\xff\n", "gb18030", f"{SIMPLIFIED}@\n"),
        (b"\xff" + SIMPLIFIED.encode("gbk"), "gb18030", f"@{SIMPLIFIED}"),
        (TRADITIONAL.encode("big5") + b"\xff\n", "big5", f"{TRADITIONAL}@\n"),
        (SIMPLIFIED.encode("utf-16-le") + b"\n", "utf-16-le", f"{SIMPLIFIED}@"),
        (SIMPLIFIED.encode("utf-16-be") + b"\xd8\x00", "utf-16-be", f"{SIMPLIFIED}@"),
        (SIMPLIFIED.encode("hz") + b"\xff", "hz", f"{SIMPLIFIED}@"),
        (b"~{5%N;#:MrT", "hz", "单位：万@"),
        (b"\xef\xbb\xbfabc\xff", "utf-8", "abc@"),
    ],
)
def test_damaged_characters_are_replaced_and_the_rest_is_read(data: bytes, encoding: str, text: str) -> None:
    """A document that is text but for some bytes is read in its encoding, and the stretch says where they were."""
    stretch = Stretch(text.index("@"), text.index("@") + 1)
    assert decode(data, "damaged.txt") == Decoded(text.replace("@", "\ufffd"), encoding, (stretch,))


@pytest.mark.parametrize(("codec", "encoding"), [("gb18030", "gb18030"), ("utf-16-le", "utf-16-le")])
def test_a_private_use_character_does_not_refuse_a_text(codec: str, encoding: str) -> None:
    """A bullet of Word's symbol font in a text full of known labels is kept."""
    text = f"{SIMPLIFIED}\n\uf06c 收入"
    assert decode(text.encode(codec), "bullets.txt") == Decoded(text, encoding)


@pytest.mark.parametrize(
    ("first", "second"), [("utf-8", "gb18030"), ("gb18030", "utf-8"), ("utf-8", "big5"), ("big5", "utf-8")]
)
def test_lines_in_another_encoding_are_read_as_that(first: str, second: str) -> None:
    """Of a document that was put together from two, both parts are read, and the smaller one is named."""
    labels = {"gb18030": SIMPLIFIED, "utf-8": SIMPLIFIED, "big5": TRADITIONAL}
    most, few = f"{labels[first]}\n12.00\n" * 3, f"{labels[second]}\n9.00\n{labels[second]}"
    decoded = decode(most.encode(first) + few.encode(second), "mixed.txt")
    assert (decoded.text, decoded.encoding) == (most + few, first)
    assert decoded.stretches == (Stretch(len(most), len(most + few), second),)


def test_lines_that_no_encoding_makes_likely_are_damaged() -> None:
    """Where no other encoding shows known labels, what is not read is marked, line by line."""
    decoded = decode(SIMPLIFIED.encode() + b"\n1\xff2\xfe\n3\n\xfd", "damaged.txt")
    assert decoded.text == f"{SIMPLIFIED}\n1\ufffd2\ufffd\n3\n\ufffd"
    start = len(SIMPLIFIED) + 2
    assert decoded.stretches == (Stretch(start, start + 3), Stretch(start + 6, start + 7))


def test_a_printed_replacement_character_is_no_damage() -> None:
    """What an earlier conversion has lost is printed so, and is not told apart any more."""
    assert decode(f"{SIMPLIFIED}\ufffd".encode(), "lost.txt").stretches == ()


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5"])
def test_nul_bytes_do_not_make_it_utf_16(codec: str) -> None:
    """Every second byte of UTF-16 may be NUL; some in the text, or many at its end, do not make it that."""
    text = f"{TRADITIONAL}\t\0\n12.00\0\n" * 3 + "\0" * 4_000
    assert decode(text.encode(codec), "nul.txt") == Decoded(text, codec)


def test_the_error_says_what_was_tried_and_where_it_failed() -> None:
    """The message names the file, the encodings, the byte where the likeliest fails, and what to do."""
    with pytest.raises(EncodingError) as refused:
        decode(b"12.00\n" + bytes(range(128, 256)), "noise.txt")
    message = str(refused.value)
    assert message.startswith(f"noise.txt: the bytes are no text in {', '.join(ENCODINGS)}; ")
    assert " comes closest and fails at byte 6 (" in message
    assert message.endswith("save it as UTF-8")


def test_offsets_count_the_byte_order_mark() -> None:
    """Behind a byte order mark one encoding is tried, and the offset counts from the beginning of the bytes."""
    with pytest.raises(EncodingError, match=r"no text in utf-8; utf-8 comes closest and fails at byte 4 "):
        decode(b"\xef\xbb\xbfa\xff\xff\xff", "marked.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 40,
        bytes(range(0x20)) * 4,
        b"\x01\x02\x03",
        b"\xef\xbb\xbf\x01\x02\x03",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "預算書 収入 支出の部".encode("shift-jis"),
        "예산 수입 지출".encode("euc-kr"),
        "café über straße".encode("latin-1"),
    ],
)
def test_what_is_no_chinese_text_is_refused(data: bytes) -> None:
    """Control characters, binary data and other countries' encodings are refused, also where they decode."""
    with pytest.raises(EncodingError, match="fails at byte"):
        decode(data, "binary.dat")


@st.composite
def documents(draw: st.DrawFn, labels: tuple[str, ...]) -> str:
    """Draw a caption and rows of a label and figures."""
    figures = st.decimals(min_value=0, max_value=10**8, places=2).map("{:,}".format)
    row = st.tuples(st.sampled_from(labels), st.lists(figures, max_size=4)).map(lambda parts: [parts[0], *parts[1]])
    rows = draw(st.lists(row, min_size=1, max_size=8))
    return "".join("\t".join(cells) + "\n" for cells in rows)


@given(st.data(), st.sampled_from(ENCODINGS))
def test_every_encoding_comes_back(data: st.DataObject, encoding: str) -> None:
    """Rows of labels and figures decode to the same text from every encoding, which is named."""
    text = data.draw(documents(LABELS.get(encoding, EITHER)))
    assert decode(text.encode(encoding), "drawn.txt") == Decoded(text, encoding)


@given(st.binary(max_size=200))
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    """Bytes of any kind give a text that is the same bytes again, a damaged one, or an EncodingError."""
    try:
        decoded = decode(data, "any.txt")
    except EncodingError:
        return
    if any(stretch.encoding is None for stretch in decoded.stretches):
        assert "\ufffd" in decoded.text
        return
    written = decoded.text.encode(decoded.encoding)
    assert decoded.encoding == "hz" or data.endswith(written)

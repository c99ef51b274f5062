"""How bytes become text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fiscaltables.errors import EncodingError
from fiscaltables.reading.encoding import Decoded, decode

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
    ("data", "encoding", "offset"),
    [
        (SIMPLIFIED.encode() + b"\x80", "utf-8", 34),
        (SIMPLIFIED.encode("gbk") + b"\xff\n", "gb18030", 23),
        (b"\xff" + SIMPLIFIED.encode("gbk"), "gb18030", 0),
        (TRADITIONAL.encode("big5") + b"\xff\n", "big5", 19),
        (SIMPLIFIED.encode("utf-16-le") + b"\n", "utf-16-le", 24),
        (SIMPLIFIED.encode("utf-16-be") + b"\xd8\x00", "utf-16-be", 24),
        (SIMPLIFIED.encode("hz") + b"\xff", "hz", 31),
        (b"~{5%N;#:MrT", "hz", 10),
        ("收入\ue04c 支出".encode("gb18030"), "gb18030", 4),
        ("收入\uf06c 支出".encode("utf-16-le"), "utf-16-le", 4),
    ],
)
def test_illegal_bytes_are_placed(data: bytes, encoding: str, offset: int) -> None:
    """A damaged document is refused: the error names all that was tried and where the likeliest encoding fails."""
    with pytest.raises(EncodingError) as refused:
        decode(data, "damaged.txt")
    message = str(refused.value)
    assert message.startswith(f"damaged.txt: the bytes are no text in {', '.join(ENCODINGS)}; ")
    assert f"{encoding} comes closest and fails at byte {offset} (" in message
    assert message.endswith("save it as UTF-8")


def test_offsets_count_the_byte_order_mark() -> None:
    """Behind a byte order mark one encoding is tried, and the offset counts from the beginning of the bytes."""
    with pytest.raises(EncodingError, match=r"no text in utf-8; utf-8 comes closest and fails at byte 6 "):
        decode(b"\xef\xbb\xbfabc\xff", "marked.txt")


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
    """Bytes of any kind give a text that is the same bytes again, or an EncodingError."""
    try:
        decoded = decode(data, "any.txt")
    except EncodingError:
        return
    written = decoded.text.encode(decoded.encoding)
    assert decoded.encoding == "hz" or data.endswith(written)

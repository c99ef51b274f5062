"""Files that are no text are told by their beginning."""

import pytest

from fiscaltables.errors import UnsupportedFormat
from fiscaltables.reading.formats import check_text


@pytest.mark.parametrize(
    ("beginning", "said"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\xef\xbb\xbf%PDF-1.4", "PDF"),
        (b"PK\x03\x04\x14\x00", "Excel, Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
        (b"SQLite format 3\x00\x10\x00", "database"),
        (b"\x7fELF\x02\x01\x01\x00", "program"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00", "program"),
        (b"ID3\x03\x00\x00\x00", "sound recording"),
        (b"\xff\xfb\x90\x64\x00", "sound recording"),
        (b"RIFF\x24\x08\x00\x00WAVEfmt ", "recording"),
        (b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00", "recording"),
        (b"\x1f\x8b\x08\x00", "archive"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"\r\n<?xml version='1.0'?>\n<html lang='zh'>", "web page"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_what_to_do(beginning: bytes, said: str) -> None:
    """The message names the file, its kind, and the way out."""
    with pytest.raises(UnsupportedFormat, match=said) as caught:
        check_text(beginning + b"...", "决算.pdf")
    assert "决算.pdf" in str(caught.value)
    assert ".txt" in str(caught.value)


@pytest.mark.parametrize(
    "beginning",
    [
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"GIF89a\x01\x00",
        b"BM\x36\x00\x0c\x00\x00\x00\x00\x00\x36\x00",
        b"II*\x00\x08\x00\x00\x00",
        b"MM\x00*\x00\x00\x00\x08",
        b"RIFF\x24\x08\x00\x00WEBPVP8 ",
        b"\x00\x00\x00\x18ftypheic\x00\x00",
        b"\x00\x00\x01\x00\x01\x00\x10\x10",
    ],
)
def test_a_picture_is_refused_and_needs_recognition(beginning: bytes) -> None:
    """A scanned page holds no text before a program for OCR has made some."""
    with pytest.raises(UnsupportedFormat, match=r"决算.txt is a picture; .*OCR"):
        check_text(beginning + b"...", "决算.txt")


@pytest.mark.parametrize("data", [b"", "收支预算总表".encode(), "收支预算总表".encode("gb18030"), b"<b>208</b>\t1.00"])
def test_text_passes(data: bytes) -> None:
    """Text in any encoding is let through, markup inside it too."""
    check_text(data, "text")


@pytest.mark.parametrize("text", ["BM 2024\n", "MZ 收入\n", "ID3 支出", "II 收入", "RIFF", "<!---->" * 140 + "表"])
def test_text_that_begins_like_another_file_passes(text: str) -> None:
    """Two letters are no signature, and comments without a page behind them are no web page."""
    check_text(text.encode(), "text")

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
        (b"\x89PNG\r\n\x1a\n", "picture"),
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


@pytest.mark.parametrize("data", [b"", "收支预算总表".encode(), "收支预算总表".encode("gb18030"), b"<b>208</b>\t1.00"])
def test_text_passes(data: bytes) -> None:
    """Text in any encoding is let through, markup inside it too."""
    check_text(data, "text")

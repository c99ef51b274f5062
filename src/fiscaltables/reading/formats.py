"""Which format bytes are in, told by their beginning; the name of a file says nothing."""

import re

from fiscaltables.errors import UnsupportedFormat

_HTML = re.compile(
    rb"\s*+(?:(?><!--.*?-->)\s*+|(?><\?xml[^>]*>)\s*+)*+<(?:!doctype\s+html|html|head|body|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_SIGNATURES = {
    rb"%PDF-": "a PDF file",
    rb"PK(?:\x03\x04|\x05\x06)": "a zip-based file (Excel, Word or OpenDocument)",
    rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Office file (.xls, .doc, .wps)",
    rb"\{\\rtf": "an RTF file",
    rb"Rar!|7z\xbc\xaf\x27\x1c|\x1f\x8b|BZh[1-9]1AY|\xfd7zXZ\x00": "an archive",
    rb"SQLite format 3\x00": "a database",
    rb"\x7fELF|MZ.{0,200}\x00\x00": "a program",
    rb"ID3[\x02-\x04]|\xff[\xf2\xf3\xfa\xfb][\x10-\xef]|OggS\x00|fLaC": "a sound recording",
    rb"RIFF.{4}(?:WAVE|AVI )|\x00\x00\x00.ftyp": "a recording",
}
_PICTURES = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\x00\x00\x00\x00|II\*\x00|MM\x00\*|RIFF.{4}WEBP|\x00\x00\x00.ftyp(?:heic|heix|mif1|avif)"
    rb"|\x00\x00\x01\x00[\x01-\x20]\x00|\x00\x00\x00\x0cjP  ",
    re.DOTALL,
)
_LONGEST_BEGINNING = 1024


def check_text(data: bytes, name: str) -> None:
    """Raise UnsupportedFormat where the bytes are a file of a kind that is known and is no plain text."""
    beginning = data[:_LONGEST_BEGINNING].removeprefix(b"\xef\xbb\xbf")
    if _PICTURES.match(beginning):
        raise UnsupportedFormat(
            f"{name} is a picture; fiscaltables reads no pictures: recognise its text with a program for OCR and save "
            "that as a .txt file"
        )
    found = _kind_of(beginning)
    if found is not None:
        raise UnsupportedFormat(f"{name} is {found}; this version reads text: save or extract its text as a .txt file")


def _kind_of(beginning: bytes) -> str | None:
    for signature, kind in _SIGNATURES.items():
        if re.match(signature, beginning, re.DOTALL):
            return kind
    if _HTML.match(beginning):
        return "a web page"
    return "a PDF file" if b"%PDF-" in beginning else None

"""Which format bytes are in, told by their beginning; the name of a file says nothing."""

import re

from fiscaltables.errors import UnsupportedFormat

_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|table)\b", re.IGNORECASE | re.DOTALL
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip-based file (Excel, Word or OpenDocument)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.xls, .doc, .wps)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF file"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"\x1f\x8b", "an archive"),
)
_LONGEST_BEGINNING = 1024


def check_text(data: bytes, name: str) -> None:
    """Raise UnsupportedFormat where the bytes are a file of a kind that is known and is no plain text."""
    beginning = data[:_LONGEST_BEGINNING].removeprefix(b"\xef\xbb\xbf")
    found = next((kind for signature, kind in _SIGNATURES if beginning.startswith(signature)), None)
    if found is None and _HTML.match(beginning):
        found = "a web page"
    if found is None and b"%PDF-" in beginning:
        found = "a PDF file"
    if found is not None:
        raise UnsupportedFormat(f"{name} is {found}; this version reads text: save or extract its text as a .txt file")

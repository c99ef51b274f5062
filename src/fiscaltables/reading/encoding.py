"""Encodings: the bytes of a document to its text, and the name of the encoding they were in."""

import codecs
import re
from collections.abc import Iterable

from attrs import field, frozen

from fiscaltables.errors import EncodingError
from fiscaltables.reading.mending import Stretch, mend
from fiscaltables.reading.weighing import Weight, first_control, weigh

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 stands first because the mark of UTF-16 LE begins its own.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "hz")

_HZ_PAIRS = re.compile(rb"~\{(?:[!-w][!-~])+~\}")
_THREE_BYTES = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_BYTE_BEYOND_ASCII = re.compile(rb"[^\x00-\x7f]")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_SAMPLE = 1 << 18
_MIXED = frozenset({"gb18030", "big5"})
"""The encodings that read much UTF-8 without an error, as mojibake."""


@frozen
class Decoded:
    """The text of a document and the lower-case name of its encoding; GBK and GB2312 count as gb18030.

    ``stretches`` are the parts that are damaged, or in another encoding.
    """

    text: str
    encoding: str
    stretches: tuple[Stretch, ...] = field(default=(), repr=False)


def decode(data: bytes, name: str) -> Decoded:
    """Give the text of the bytes, without a byte order mark.

    A byte order mark, the marks of HZ and strict UTF-8 settle it; else the encoding that reads all the bytes with the
    most known labels and common characters. Where one that fails shows more known labels than those that do not, or
    none reads all the bytes, the document is damaged or holds several encodings: lines in another are read as that, and
    each character that none reads is U+FFFD. EncodingError, which names the document by ``name``, is raised where what
    comes out is no likely text.

    >>> decode("收支预算总表 单位：万元".encode("gbk"), "budget.txt")
    Decoded(text='收支预算总表 单位：万元', encoding='gb18030')
    """
    mark, settled = _settled(data)
    tried = (settled,) if settled else _ENCODINGS
    body = data[len(mark) :]
    best = _best(body, tuple(_attempt(body, encoding, settled=settled is not None) for encoding in tried))
    if best.failure is None and best.encoding not in _MIXED:
        return Decoded(best.text, best.encoding)
    if best.failure is None or _is_likely(best.weight, settled):
        text, stretches = mend(body, best.encoding)
        if best.failure is None or (_is_likely(weigh(text), settled) and not first_control(text)):
            return Decoded(text, best.encoding, stretches)
    raise EncodingError(_message(name, tried, best.failure, len(mark))) from best.failure


@frozen
class _Attempt:
    """What the bytes give in one encoding: the whole text, or with a failure the beginning with replaced characters."""

    encoding: str
    text: str
    failure: UnicodeDecodeError | None
    weight: Weight


def _settled(data: bytes) -> tuple[bytes, str | None]:
    """Give the byte order mark, and the encoding where no comparison is needed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    if _HZ_PAIRS.search(data) and _decodes(data, "hz"):
        return b"", "hz"
    # “目录” and “小計” in GBK are Latin letters in UTF-8: without a character of three bytes nothing is settled.
    if 0 not in data and _THREE_BYTES.search(data) and _decodes(data, "utf-8"):
        return b"", "utf-8"
    return b"", None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _attempt(data: bytes, encoding: str, *, settled: bool) -> _Attempt:
    failure = None
    try:
        text = data.decode(encoding)
        _refuse_control(text, data, encoding)
        if not settled and encoding != "utf-8":
            _refuse_private_use(text, data, encoding)
            _refuse_strange(text, data, encoding)
    except UnicodeDecodeError as refused:
        failure = refused
        text = data[:_SAMPLE].decode(encoding, errors="replace")
    return _Attempt(encoding, text, failure, weigh(text))


def _is_likely(weight: Weight, settled: str | None) -> bool:
    """Whether damaged text is one: familiar characters prevail; without a mark, known labels are in it too."""
    return weight.evidence > 0 and (settled is not None or weight.labels > 0)


def _refuse_control(text: str, data: bytes, encoding: str) -> None:
    first = first_control(text)
    if first:
        _refuse(text, data, encoding, first, "control characters begin here and are many")


def _refuse_private_use(text: str, data: bytes, encoding: str) -> None:
    """Raise where there are private-use characters: GB18030 makes them, and with them a text, of nearly any Big5."""
    first = _PRIVATE_USE.search(text)
    if first:
        _refuse(text, data, encoding, first, f"private-use character U+{ord(first[0]):04X}")


def _refuse_strange(text: str, data: bytes, encoding: str) -> None:
    """Raise where strange characters prevail: Japanese, Korean and binary data may decode, but to no disclosure."""
    first = _BEYOND_ASCII.search(text)
    if first and weigh(text).evidence < 0:
        _refuse(text, data, encoding, first, "rare characters begin here and prevail")


def _refuse(text: str, data: bytes, encoding: str, first: re.Match[str], reason: str) -> None:
    start = len(text[: first.start()].encode(encoding))
    raise UnicodeDecodeError(encoding, data, start, start + 1, reason)


def _best(data: bytes, attempts: tuple[_Attempt, ...]) -> _Attempt:
    """Give the likeliest attempt; it is one that fails where what it reads shows more known labels than the others."""
    whole = tuple(attempt for attempt in attempts if attempt.failure is None)
    broken = max((attempt for attempt in attempts if attempt.failure), key=lambda attempt: attempt.weight, default=None)
    likeliest = _likeliest(data, whole) if whole else None
    if likeliest is None or (broken and _shows_more(broken, likeliest)):
        return broken or attempts[0]
    return likeliest


def _shows_more(broken: _Attempt, whole: _Attempt) -> bool:
    return broken.weight.labels > whole.weight.labels and broken.weight.evidence > 0


def _likeliest(data: bytes, whole: tuple[_Attempt, ...]) -> _Attempt:
    most = max(attempt.weight.evidence for attempt in whole)
    equal = tuple(attempt for attempt in whole if attempt.weight.evidence == most)
    return equal[0] if len({attempt.text for attempt in equal}) == 1 else _by_statistics(data, equal)


def _by_statistics(data: bytes, attempts: tuple[_Attempt, ...]) -> _Attempt:
    """Give the attempt that chardet ranks first; it is asked without a threshold, for it is seldom sure of GB18030."""
    import chardet  # noqa: PLC0415  few documents need it

    named = {attempt.encoding: attempt for attempt in attempts}
    first = attempts[0].encoding
    beyond = _BYTE_BEYOND_ASCII.search(data)
    start = beyond.start() if beyond else 0
    sample = data[start : start + _SAMPLE]
    ranking = chardet.detect_all(
        sample, ignore_threshold=True, compat_names=False, include_encodings=named, no_match_encoding=first
    )
    # chardet calls Big5 by the name of its superset, big5hkscs.
    names = ((result["encoding"] or first).removesuffix("hkscs") for result in ranking)
    return next((named[name] for name in names if name in named), attempts[0])


def _message(name: str, tried: Iterable[str], failure: UnicodeDecodeError, skipped: int) -> str:
    return (
        f"{name}: the bytes are no text in {', '.join(tried)}; {failure.encoding} comes closest and fails at "
        f"byte {failure.start + skipped} ({failure.reason}); "
        "if it is a text, open it in the program it came from and save it as UTF-8"
    )

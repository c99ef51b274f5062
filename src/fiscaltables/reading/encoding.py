"""Encodings: the bytes of a document to its text, and the name of the encoding they were in."""

import codecs
import re
from collections.abc import Iterable

from attrs import frozen

from fiscaltables.errors import EncodingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 stands first because the mark of UTF-16 LE begins its own.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "hz")

_LABELS = (
    "预算 決算 决算 預算 收入 支出 收支 合计 合計 总计 總計 小计 小計 本年 上年 年度 单位 單位 万元 萬元 金额 金額 "
    "科目 编码 編碼 名称 名稱 项目 項目 基本 财政 財政 拨款 撥款 一般公共 政府性基金 国有资本 國有資本 结转 結轉 "
    "结余 結餘 部门 部門 经费 經費 人员 人員 三公 公务 公務 接待 购置 購置 采购 採購 绩效 績效 指标 指標 目标 目標 "
    "总表 總表 功能分类 功能分類 经济分类 經濟分類 社会保障 社會保障 公开 公開 情况 情況 说明 說明"
)
_COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们到说作地于出就分对成会可主发年动同工也能下过子行面保标支算指"
    "业预费位务单社政金公目事资险本元效万项经部障度服收基入管表理率市门员完款数财补级计老养绩其及性拨运量心助机二"
    "况合满意名情益休总退全三办共关类放称般府额制定职缴购策因等实医疗结房待企专生体按规转营决开设车住值十置力科持"
    "源施续原局执产编加足众离维评改四法明余济各确户反映统顺增减内提进护活备号第准平采码接省区县镇乡街道家自安质外"
    "方与比从录標費業預務單會資項經數財補級計養績撥運滿總辦關類稱額職繳購實醫療結專體規轉營開設車續執產編眾離維"
    "評餘濟確戶統順內護備準採碼說這個國時來們對發動過為與於後長無應從萬億門員況險區縣鎮鄉質錄"
    "，。、；：（）“”《》％·"
)
_WORDS = tuple(_LABELS.split())
_FAMILIAR = frozenset(_COMMON) | frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\t\r\n")
_LABEL_WEIGHT = 8

_HZ_PAIRS = re.compile(rb"~\{(?:[!-w][!-~])+~\}")
_THREE_BYTES = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]")
# A page extracted from a PDF holds a handful of control characters; UTF-16 read as UTF-8 is half of them.
_CONTROL_SHARE = 0.1

_SAMPLE = 1 << 18
_WINDOW = 1 << 10


@frozen
class Decoded:
    """The text of a document and the lower-case name of its encoding; GBK and GB2312 count as gb18030."""

    text: str
    encoding: str


def decode(data: bytes, name: str) -> Decoded:
    """Give the text of the bytes, without a byte order mark.

    A byte order mark, the marks of HZ and strict UTF-8 settle it; else the encoding that reads all the bytes with the
    most known labels and common characters. EncodingError, which names the document by ``name``, is raised where no
    encoding reads all the bytes as likely text, or where one that fails shows more known labels than those that do.

    >>> decode("收支预算总表 单位：万元".encode("gbk"), "budget.txt")
    Decoded(text='收支预算总表 单位：万元', encoding='gb18030')
    """
    mark, settled = _settled(data)
    tried = (settled,) if settled else _ENCODINGS
    body = data[len(mark) :]
    best = _best(body, tuple(_attempt(body, encoding, settled=settled is not None) for encoding in tried))
    if best.failure is None:
        return Decoded(best.text, best.encoding)
    raise EncodingError(_message(name, tried, best.failure, len(mark))) from best.failure


@frozen
class _Attempt:
    """What the bytes give in one encoding: the whole text, or with a failure the beginning with replaced characters."""

    encoding: str
    text: str
    failure: UnicodeDecodeError | None
    labels: int
    evidence: int


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
    return _Attempt(encoding, text, failure, *_weigh(text))


def _weigh(text: str) -> tuple[int, int]:
    """Count the known labels; and weigh them with the familiar characters against the strange ones.

    Strange characters count because UTF-16 makes rare characters of any ASCII text, and some common ones.
    """
    sample = _sample(text)
    labels = sum(map(sample.count, _WORDS))
    familiar = sum(map(_FAMILIAR.__contains__, sample))
    return labels, _LABEL_WEIGHT * labels + 2 * familiar - len(sample)


def _sample(text: str) -> str:
    """Give a short text whole, and of a long one pieces from beginning to end."""
    step = max(_WINDOW, len(text) * _WINDOW // _SAMPLE)
    return "".join(text[start : start + _WINDOW] for start in range(0, len(text), step))


def _refuse_control(text: str, data: bytes, encoding: str) -> None:
    first = _CONTROL.search(text)
    sample = _sample(text) if first else ""
    if first and len(_CONTROL.findall(sample)) > _CONTROL_SHARE * len(sample):
        _refuse(text, data, encoding, first, "control characters begin here and are many")


def _refuse_private_use(text: str, data: bytes, encoding: str) -> None:
    """Raise where there are private-use characters: GB18030 makes them, and with them a text, of nearly any Big5."""
    first = _PRIVATE_USE.search(text)
    if first:
        _refuse(text, data, encoding, first, f"private-use character U+{ord(first[0]):04X}")


def _refuse_strange(text: str, data: bytes, encoding: str) -> None:
    """Raise where strange characters prevail: Japanese, Korean and binary data may decode, but to no disclosure."""
    first = _BEYOND_ASCII.search(text)
    if first and _weigh(text)[1] < 0:
        _refuse(text, data, encoding, first, "rare characters begin here and prevail")


def _refuse(text: str, data: bytes, encoding: str, first: re.Match[str], reason: str) -> None:
    start = len(text[: first.start()].encode(encoding))
    raise UnicodeDecodeError(encoding, data, start, start + 1, reason)


def _best(data: bytes, attempts: tuple[_Attempt, ...]) -> _Attempt:
    """Give the likeliest attempt; it is one that fails where what it reads shows more known labels than the others."""
    whole = tuple(attempt for attempt in attempts if attempt.failure is None)
    broken = max((attempt for attempt in attempts if attempt.failure), key=_labels_first, default=None)
    likeliest = _likeliest(data, whole) if whole else None
    if likeliest is None or (broken and broken.labels > likeliest.labels and broken.evidence > 0):
        return broken or attempts[0]
    return likeliest


def _labels_first(attempt: _Attempt) -> tuple[int, int]:
    return attempt.labels, attempt.evidence


def _likeliest(data: bytes, whole: tuple[_Attempt, ...]) -> _Attempt:
    most = max(attempt.evidence for attempt in whole)
    equal = tuple(attempt for attempt in whole if attempt.evidence == most)
    return equal[0] if len({attempt.text for attempt in equal}) == 1 else _by_statistics(data, equal)


def _by_statistics(data: bytes, attempts: tuple[_Attempt, ...]) -> _Attempt:
    """Give the attempt that chardet ranks first; it is asked without a threshold, for it is seldom sure of GB18030."""
    import chardet  # noqa: PLC0415  few documents need it

    named = {attempt.encoding: attempt for attempt in attempts}
    first = attempts[0].encoding
    ranking = chardet.detect_all(
        data, ignore_threshold=True, compat_names=False, include_encodings=named, no_match_encoding=first
    )
    # chardet calls Big5 by the name of its superset, big5hkscs.
    names = ((result["encoding"] or first).removesuffix("hkscs") for result in ranking)
    return next((named[name] for name in names if name in named), attempts[0])


def _message(name: str, tried: Iterable[str], failure: UnicodeDecodeError, skipped: int) -> str:
    return (
        f"{name}: the bytes are no text in {', '.join(tried)}; {failure.encoding} comes closest and fails at "
        f"byte {failure.start + skipped} ({failure.reason}); "
        "open the document in the program it came from and save it as UTF-8"
    )

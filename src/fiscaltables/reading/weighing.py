"""How likely a text is one of a disclosure: the known labels and the familiar characters in it."""

import re

from attrs import frozen

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
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]")
# A page extracted from a PDF holds a handful of control characters; UTF-16 read as UTF-8 is half of them.
_CONTROL_SHARE = 0.1
_SAMPLE = 1 << 18
_WINDOW = 1 << 10


@frozen(order=True)
class Weight:
    """What speaks for a text: its known labels, and these with the familiar characters against the strange ones."""

    labels: int
    evidence: int


def weigh(text: str) -> Weight:
    """Weigh a text, a long one by samples from beginning to end.

    Strange characters count because UTF-16 makes rare characters of any ASCII text, and some common ones.
    """
    sample = _sample(text)
    labels = sum(map(sample.count, _WORDS))
    familiar = sum(map(_FAMILIAR.__contains__, sample))
    return Weight(labels, _LABEL_WEIGHT * labels + 2 * familiar - len(sample))


def first_control(text: str) -> re.Match[str] | None:
    """Give the first control character of a text that is full of them; None where they are few."""
    first = _CONTROL.search(text)
    sample = _sample(text) if first else ""
    return first if len(_CONTROL.findall(sample)) > _CONTROL_SHARE * len(sample) else None


def _sample(text: str) -> str:
    """Give a short text whole, and of a long one pieces from beginning to end.

    NULs at the end do not count: a file that was not written to its end is filled up with them.
    """
    printed = text.rstrip("\0") or text
    step = max(_WINDOW, len(printed) * _WINDOW // _SAMPLE)
    return "".join(printed[start : start + _WINDOW] for start in range(0, len(printed), step))

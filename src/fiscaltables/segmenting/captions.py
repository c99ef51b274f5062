"""What stands over a table: its title, 表号, unit, entity and year, in all the forms they are printed in."""

import re

from attrs import evolve, frozen

from fiscaltables.model.amounts import YUAN
from fiscaltables.reading.pages import Row

_UNITS = "|".join(sorted(YUAN, key=len, reverse=True))
_LABEL = re.compile(
    r"[（(]?(?P<what>(?:金额|计量|货币)?单位|(?:公开|编制|填报|预算|申报|报送)?(?:部门|单位)(?:名称)?(?:[（(]盖章[)）])?"
    r"|(?:部门|单位)[（(](?:单位|部门)[)）]名称|部门[/／]单位|(?:人数|数量|车辆)单位|(?:制表|填报|编制|公开)?日期|预算年度|年度)\s*[：:]"
)
_UNIT = re.compile(
    rf"(?:人民币)?\s*({_UNITS})(?:\s*[（(]?人民币[)）]?)?(?:\s*[、,，/]\s*[%％人个辆]*)*(?:\s*[（(][^（）()]*[)）])?"
)
_UNIT_ANYWHERE = re.compile(rf"单位\s*[：:]\s*({_UNITS})")
_ORDINAL = "[0-9一二三四五六七八九十〇]+"
_NUMBER = re.compile(
    rf"(?:(?:附|部门|单位|公开|预算|决算|财决|财预|政府|财政|批复|区级|市级|省级)*表{_ORDINAL}(?:[-－—.．]{_ORDINAL})*"
    rf"|(?:附|部门|单位|公开|预算|决算|财决|财预|政府|财政)+[0-9]+(?:[-－—.．][0-9]+)*表|[A-Z]{{1,3}}[0-9]{{1,3}}表)"
)
_YEAR = re.compile(r"(?P<digits>(?:19|20)\d{2})年{1,2}度?(?:预算|决算)?")
_CHINESE_YEAR = re.compile(r"(?P<digits>二[〇○零Oo0][〇○零一二三四五六七八九]{2})年度?")
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九Oo", "000123456789" + "00")
_OUTLINE = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d{1,2}(?:\.\d{1,2})*[.、．]?(?!\d|年))"
)
_TITLE = re.compile(r"[^。；;，！!？?：:]{2,58}?表(?:[（(][^（）()]{1,24}[)）]){0,2}")
_AMOUNT = re.compile(r"\d\.\d")
_LONGEST_ENTITY = 50
_COUNTED = frozenset({"人", "%", "％", "个", "户", "辆", "台", "人次", "平方米"})
_LONGEST_REMARK = 80
_ORGANISATION = re.compile(r"\d{6}[^\d\s]{4,30}(?:-\d{6,9})?|\d{3,9}[^\d\s]{4,30}-\d{6,9}")
_CONTINUED = re.compile("[（(]续表?[)）]|^续")
_LOOSE = re.compile(r"单\s+位(?=[\s名：:])|部\s+门(?=[\s名：:])|(?<=[：:\s])[万亿]\s+元")
_DATE_OR_PAGE = re.compile(r"(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?|第\d{1,4}页(?:共\d{1,4}页)?")
_PART = re.compile(
    r"^(?:第[一二三四五六七八九十\d]+(?:部分|章|节)[^。；;，,\d.]{0,40}(?:\d{4}(?:年[^。；;，,]{0,40})?)?|附件[一二三四五六七八九十\d]*[：:]?)$"
)
_FRAGMENT = re.compile(r"[^\d收支经绩采债资基购财部单一政国项三]{0,4}表|[出入][决预]算总?表")
_SUBJECTS = re.compile(
    "收|支|预算|决算|经费|绩效|采购|债务|债券|资金|基金|购买服务|财政|资产|拨款|项目|机关运行|三公|情况表|明细表|一览表|统计表"
)


@frozen
class Caption:
    """The parts of a caption that are printed; texts without blanks, the unit as its word.

    ``remarks`` are lines that stand in it and say something else: a date, a page, a sentence on the table.
    """

    title: str | None = None
    number: str | None = None
    unit: str | None = None
    entity: str | None = None
    year: int | None = None
    remarks: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def says_nothing(self) -> bool:
        """Whether there are only remarks in it."""
        return not (self.title or self.number or self.unit or self.entity or self.year)

    def clashes(self, other: "Caption") -> bool:
        """Whether both print a title, a number or an entity, so that they cannot be one caption."""
        pairs = ((self.title, other.title), (self.number, other.number), (self.entity, other.entity))
        return any(mine and theirs for mine, theirs in pairs)

    def joined(self, other: "Caption") -> "Caption":
        """Give both captions as one; what this one prints stays."""
        return Caption(
            self.title or other.title,
            self.number or other.number,
            self.unit or other.unit,
            self.entity or other.entity,
            self.year or other.year,
            (*self.remarks, *other.remarks),
            (*self.rows, *other.rows),
        )


def caption_of(row: Row) -> Caption | None:
    """Give what a row says as a part of a caption; None where anything in it is not of a caption.

    A row of several printed cells is one where each cell is such a part.
    """
    found = _parts(row.text) or _unit_alone(row.text)
    return evolve(found, rows=(row,)) if found else None


def wrapped_title(first: str, second: str) -> str | None:
    """Give the title that two lines make up, where the second is no title of its own but the end of one.

    >>> wrapped_title("国有资本经营预算财政拨款支出", "决算表"), wrapped_title("公开内容", "收支总表")
    ('国有资本经营预算财政拨款支出决算表', None)
    """
    whole = _titled(squeeze(first) + squeeze(second))
    return whole.title if whole and _FRAGMENT.fullmatch(squeeze(second)) else None


def year_in(text: str) -> int | None:
    """Give the first year that is printed as 2024年 or 二〇二四年.

    >>> year_in("二○二五年执行数")
    2025
    """
    squeezed = squeeze(text)
    found = _YEAR.search(squeezed) or _CHINESE_YEAR.search(squeezed)
    return int(found["digits"].translate(_CHINESE_DIGITS)) if found else None


def is_part_heading(text: str) -> bool:
    """Whether a line begins a part of the document (第三部分 …)."""
    return bool(_PART.match(squeeze(text)))


def squeeze(text: str) -> str:
    """Give the text without any blank."""
    return "".join(text.split())


def _parts(text: str) -> Caption | None:
    text = _LOOSE.sub(lambda found: squeeze(found[0]), text)
    labels = list(_LABEL.finditer(text))
    lead = text[: labels[0].start()] if labels else text
    caption = _unlabelled(lead)
    for index, label in enumerate(labels):
        end = labels[index + 1].start() if index + 1 < len(labels) else len(text)
        part = _labelled(label["what"], text[label.end() : end].strip())
        if caption is None or part is None or caption.clashes(part):
            return None
        caption = caption.joined(part)
    return caption if caption != Caption() or labels else None


def _unit_alone(text: str) -> Caption | None:
    """Give the unit of a line that says more than is understood; the line is kept as a remark."""
    found = _UNIT_ANYWHERE.search(text)
    if found is None or len(text) > _LONGEST_REMARK or re.search("[。；;！？]", text):
        return None
    return Caption(unit=found[1], remarks=(text,))


def _labelled(what: str, value: str) -> Caption | None:
    value = (
        value.rstrip("）)") if value.count("（") + value.count("(") < value.count("）") + value.count(")") else value
    )
    if what.endswith("年度"):
        return Caption(year=year_in(value + "年")) if value else Caption()
    if what[:2] in {"人数", "数量", "车辆"} or what.endswith("日期"):
        return Caption()
    unit = _UNIT.match(value)
    if unit and what.endswith("单位"):
        rest = _unlabelled(value[unit.end() :].lstrip("）) "))
        return rest and rest.joined(Caption(unit=unit[1]))
    if what.endswith("单位") and value in _COUNTED:
        return Caption(unit=value)
    words, behind = value.split(), Caption()
    while len(words) > 1 and (part := _behind_entity(words[-1])) is not None:
        words, behind = words[:-1], behind.joined(part)
    entity = _entity("".join(words))
    return entity and entity.joined(behind)


def _behind_entity(word: str) -> Caption | None:
    """Give what a word says that stands behind an entity on its line: a year, a 表号, a date, a page."""
    part = _unlabelled(word)
    return part if part is not None and not part.title and not part.entity else None


def _entity(value: str) -> Caption | None:
    if len(value) > _LONGEST_ENTITY or re.search("[。；;，！？]", value):
        return None
    return Caption(entity=value or None)


def _unlabelled(text: str) -> Caption | None:
    words = text.split()
    if len(words) > 1 and _NUMBER.fullmatch(words[-1]):
        title = _unlabelled(" ".join(words[:-1]))
        return title and title.joined(Caption(number=words[-1]))
    squeezed = squeeze(text).strip("【】[]")
    inner = squeezed[1:-1] if squeezed[:1] in {"（", "("} and squeezed[-1:] in {"）", ")"} else squeezed
    if not inner:
        return Caption()
    if _NUMBER.fullmatch(inner):
        return Caption(number=inner)
    if _DATE_OR_PAGE.fullmatch(inner) or _YEAR.fullmatch(inner) or _CHINESE_YEAR.fullmatch(inner):
        return Caption(remarks=(inner,)) if _DATE_OR_PAGE.fullmatch(inner) else Caption(year=year_in(inner))
    if _UNIT.fullmatch(inner):
        return Caption(unit=_UNIT.match(inner)[1])  # type: ignore[index]
    return Caption(entity=inner) if _ORGANISATION.fullmatch(inner) else _titled(squeezed)


def _titled(text: str) -> Caption | None:
    text = _CONTINUED.sub("", text)
    number = _NUMBER.match(text)
    if number and text[number.end() :]:
        rest = _titled(text[number.end() :].lstrip("：:、.．-－—"))
        return rest and rest.joined(Caption(number=number[0]))
    title = _OUTLINE.sub("", text, count=1)
    if not _TITLE.fullmatch(title) or not _SUBJECTS.search(title) or is_part_heading(title) or _AMOUNT.search(title):
        return None
    return Caption(title=title)

"""Sorts quantities: which may be metrics, and what the others are (dates, plans, ordinals, names, slogans, ...)."""

from __future__ import annotations

import re

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.periods import Period
from engine.model.parse import NumeralClass
from engine.parsing.quantities.quantity import Quantity

_YEAR = re.compile(r"(?:19|20)\d{2}")
_DATE_AFTER = re.compile(r"年|月|日(?!元)|号|时(?!间)|:|/|-")
_DOCUMENT = re.compile(r"[〔\[]$")
_ISSUE = re.compile(
    r"号(?!召|称)|〕|\]|届|次(?:全[会体国]|会议|党代)|中全会|条|款|章|节|编|部分|期(?:工程|项目)?|批|讲|版|卷"
)
_NAME_AFTER = re.compile(
    r"[A-Za-z]|号线|号文|国道|省道|高速|路|街|产业园|园区|计划|工程(?!师)|行动|中学|小学|医院|大道|会议|客户端|热线|电话|平台|项目[“”]|[+＋xX×]|-\d"
)
_NAME_BEFORE = re.compile(r"[A-Za-z+＋×#&-]$|(?:国道|省道|[GSX]|编号|电话|热线|邮编|传真|代码|证号)$")
_QUOTE_BEFORE = re.compile(r"[“\"‘'《][^”\"’'》，。；、]{0,10}$")
_QUOTE_AFTER = re.compile(r"[^“\"‘'《，。；、]{0,14}[”\"’'》]")
_BARE_LINK = re.compile(
    r"(?:指数|系数|总数|人数|户数|数|比|得分|弹性|密度|总量|值|率|分)"
    r"(?:[\u4e00-\u9fa5]{0,3}[到至为在]|达|是|：|:|突破|超过|共|约|由|从)*$"
)
_CHANGED_TO = re.compile(r"(?:提高|增加|上升|下降|降低|减少|缩小|扩大|增长|调整|提升|回升|回落|[降升增减缩])[到至为]$")
_THRESHOLD = re.compile(
    r"(?:及|或)?以[上下](?!的?(?:标准|额度|补[贴助]|奖[励补]|资助|罚款))(?:的)?(?![，。；：、）)\s]|$)"
)
_NORM = re.compile(r"国$")  # 国三及以下柴油货车
_SHORTENED = re.compile(r"(?:压缩|缩短|压减|缩减|精简|延长|提速|减少|控制|限定)(?:至|到|在|为|成)(?:平均)?$")
_PLAN = re.compile(r"[“\"]?十[一二三四五六七]?五[”\"]?")
_CONGRESS = re.compile(r"大(?!型|力|约|概|小|于|学|中)")
_CALENDAR = re.compile(r"\d{4}|[〇○零]|月")
_AGE = re.compile(r"周?岁(?:以上|以下|及|至|—)?+(?:的)?(?:[\u4e00-\u9fa5])")
_FRACTION = re.compile("分之")
_CLAUSE = re.compile(r"[，。；：、]")
_CAPTION = re.compile(r"(?:附?[图表]|附件|专栏)[ （(]?$")
# 六个方面, 3种模式: counted, but never measured.
_ABSTRACT = re.compile(r"(?:方面|部分|环节|阶段|层次|层面|维度|步骤|要点|角度|特点|特征|原则|意见|要求|转变|坚持|模式)")
_ROUND = frozenset(10.0**power for power in range(4, 13))
_ROUND_NOUN = re.compile(r"级?的?(?:企业|产业|项目|集群|园区|强?[镇县村乡]|单位|公司|品牌)")
_OF_ENTITY = re.compile(
    r"(?:以上|以下)?的(?:企业|项目|单位|[村镇县]|个人|家庭|农户|公司|园区|机构)(?![\u4e00-\u9fa5]{2})"
)
_STAGE = re.compile(r"[十百千万]*[万亿]元?(?:台阶|大关|俱乐部)")  # 连跨3个万亿元台阶
_CODE = re.compile(r"\d{5,}")
_NAME_UNITS = frozenset(("A级", "星", "星级", "强", "连冠", "连增"))
_ALWAYS = frozenset(("ratio", "currency", "proportion"))
_TIME_UNITS = frozenset(
    (
        "年",
        "月",
        "日",
        "天",
        "周",
        "星期",
        "季度",
        "小时",
        "分钟",
        "秒",
        "工作日",
        "岁",
        "自然日",
        "交易日",
        "学年",
        "昼夜",
        "世纪",
        "分",
        "届",
    )
)


def sort_quantity(text: str, quantity: Quantity, period: Period | None, lexicon: Lexicon) -> NumeralClass:
    """What a quantity is; "metric" means that it may be one. `period` is the last time that begins before it."""
    start, end = quantity.number_start, quantity.unit_end
    if period and quantity.number_end <= period.end:
        return sort_of_period(period.text)
    before, after = text[max(0, start - 24) : start], text[end : end + 16]
    if _FRACTION.search(text, start, quantity.number_end):
        return "metric"
    if special := _by_neighbours(text, quantity, before, after):
        return special
    if quantity.kind == "rank" or quantity.group.startswith("multiple") or quantity.group in _ALWAYS:
        return "metric"
    if quantity.unit in _TIME_UNITS:
        return "metric" if _is_measured_time(text, quantity, before, lexicon) else "period"
    if not quantity.unit:
        return _bare(quantity, before, after)
    if quantity.group == "count" and not quantity.scaled and _ABSTRACT.match(after):
        return "slogan"
    if quantity.chinese and not quantity.scaled and quantity.value < 100 and quantity.group in ("count", "person", ""):
        return "metric" if quantity.qualifier and quantity.value >= 10 else "slogan"
    return "metric"


def sort_of_period(said: str) -> NumeralClass:
    """A plan (十二五), a calendar date (2023年6月底) or a stretch of time (过去五年)."""
    if _PLAN.search(said):
        return "plan"
    return "date" if _CALENDAR.search(said) else "period"


def _is_threshold(text: str, quantity: Quantity) -> bool:
    """`亿元以上重点项目`, `500万元以下的小微企业`, `35岁以下青年`: a bound that is part of a noun."""
    if quantity.value in _ROUND and _ROUND_NOUN.match(text, quantity.unit_end) and quantity.chinese:
        return True  # 产值超百亿企业
    if quantity.group == "currency" and quantity.qualifier and _OF_ENTITY.match(text, quantity.unit_end):
        return True  # 年纳税额突破1000万元的企业
    if quantity.group not in ("currency", "time") or not _THRESHOLD.match(text, quantity.unit_end):
        return False
    return quantity.kind == "level"


def _by_neighbours(text: str, quantity: Quantity, before: str, after: str) -> NumeralClass | None:
    behind = text[quantity.number_end : quantity.number_end + 12]
    number = text[quantity.number_start : quantity.number_end]
    if _PLAN.fullmatch(number):
        return "plan"
    if _DOCUMENT.search(before) or behind.startswith(("号文", "〕", "]")):
        return "document-number"
    if not quantity.chinese and _YEAR.fullmatch(number) and _is_year(quantity, before, behind, after):
        return "date"
    if not quantity.unit and quantity.group != "proportion" and _DATE_AFTER.match(behind):
        return "document-number" if behind.startswith("号") else "date"
    if _CAPTION.search(before):
        return "ordinal"
    if quantity.kind != "rank" and (quantity.ordinal or (quantity.chinese and _ISSUE.match(behind))):
        return "ordinal"
    if _is_name(text, quantity, before, behind, after) or _is_threshold(text, quantity):
        return "name"
    return "slogan" if quantity.chinese and _is_quoted(text, quantity, before) else None


def _is_year(quantity: Quantity, before: str, behind: str, after: str) -> bool:
    if behind.startswith("年"):
        return True
    return not quantity.unit and not after[:1].isalnum() and not before.endswith(("为", "到", "达"))


def _is_name(text: str, quantity: Quantity, before: str, behind: str, after: str) -> bool:
    """Digits of a name: 5G用户, C919, “633”工程, 创新128产业园, 4A级, 81890, 二十大."""
    if quantity.unit in _NAME_UNITS or (quantity.chinese and quantity.value >= 10 and _CONGRESS.match(behind)):
        return True
    if quantity.chinese and not quantity.unit and quantity.value <= 7 and _NORM.search(before):
        return True
    if _NAME_BEFORE.search(before) or (not quantity.unit and _NAME_AFTER.match(behind)):
        return True
    if quantity.unit == "个" and _STAGE.match(after):
        return True
    if quantity.group == "data" and quantity.unit in ("G", "M", "T"):
        return (quantity.unit == "G" and quantity.value <= 6) or "\u4e00" <= after[:1] <= "\u9fa5"
    if not quantity.unit and not quantity.scaled and _CODE.fullmatch(text, quantity.number_start, quantity.number_end):
        return True
    return not quantity.chinese and _is_quoted(text, quantity, before)


def _is_quoted(text: str, quantity: Quantity, before: str) -> bool:
    """Inside short quotation marks: “四个意识”, “3+N”; a physical quantity may stand in a quotation all the same."""
    hard = quantity.group in ("ratio", "currency", "length", "area", "mass", "energy", "rank")
    if hard and not quantity.chinese:
        return False
    return bool(_QUOTE_BEFORE.search(before) and _QUOTE_AFTER.match(text, quantity.unit_end))


def _bare(quantity: Quantity, before: str, after: str) -> NumeralClass:
    if re.match(r"[：∶]\d", after):
        return "other"
    if quantity.scaled or quantity.qualifier or quantity.kind == "change":
        return "metric"
    if _BARE_LINK.search(before) or _CHANGED_TO.search(before):
        return "metric"
    if not quantity.chinese and re.match(r"(?:部门|省|市|县|国|多)", after):
        return "metric"
    return "slogan" if quantity.chinese else "other"


def _is_measured_time(text: str, quantity: Quantity, before: str, lexicon: Lexicon) -> bool:
    if quantity.unit == "届":
        return not quantity.chinese and not quantity.ordinal
    if quantity.kind == "change":
        return True
    if quantity.start < quantity.number_start and quantity.qualifier in ("at_least", "at_most"):
        return True
    clause = _CLAUSE.split(before)[-1]
    ends = [said.end() for said in lexicon.indicators.span.finditer(clause)]
    near = bool(ends) and (not quantity.chinese or len(clause) - ends[-1] <= 4)
    if quantity.unit == "岁" and not near and _AGE.match(text, quantity.number_end):
        return False
    return near or _SHORTENED.search(before) is not None

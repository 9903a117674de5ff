"""What a quantity is said of: the noun phrase before it, behind it, or that of the quantity before."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.periods import Period
from engine.lexicon.trends import Trend
from engine.parsing.metrics.left import Left, Spans, read_left, text_of, trim
from engine.parsing.metrics.nouns import STAGES, Phrase, head_of, right_phrase, shorten, subject_of
from engine.parsing.metrics.sentence import Slot

_OF_GROWTH = re.compile(
    r"(?:左右|以上|以内)?的?(?:年均|平均|较快|中高速|速度|高位|高速|快速|平稳|稳定|同比|正|负)*"
    r"(?:增长|增速|增幅|涨幅|增长率|增长速度|(?:的)?速度(?:递增|增长)|降幅|速度下降)(?![点极])"
)
COUNTERPARTS = (
    ("收入", "支出"),
    ("支出", "收入"),
    ("出口", "进口"),
    ("进口", "出口"),
    ("存款余额", "贷款余额"),
    ("总收入", "总支出"),
)
_STANDARD = re.compile(
    r"的?(?:标准|额度)(?:一次性)?(?:给予|予以|发放|进行|享受)?(?:一次性|适当|定额)?([^，。；、]{2,8})"
)
_CIRCUMSTANCE = re.compile(r".{0,10}(?:标准|情况|条件|基础|范围|领域|方面|过程)(?:之?下|中|内|上)")
_MORE = re.compile(r"(?:日均|月均|年均|平均)(?:新增|净增|增加)")
_EMPTY = frozenset(("年", "月", "季", "当年", "年度", "其", "全球", "这", "该"))
_SHARE = re.compile(r"约?占(?![地用道有线股领])")
_RATE = re.compile(r"占比|比[重例]|增|涨|降|率")
_SHARES = re.compile(r"(.+?)占.+(?:比[重例]|份额)$")
_FOR = re.compile(r"(?:对于?|为|给予?|向)([^，。；]{2,30})[，,]$")
_GIVE = re.compile(r"^(?:给予|予以|安排|发放|奖励|补助|补贴|拨付|支付|一次性)+")


class Name(NamedTuple):
    """An indicator's name: its text, where it stands (empty when inherited), whether it was put together, and what
    the words around it tell: a trend, that it is the base of 从A到B; `subject` is what the next one may inherit."""

    text: str
    spans: Spans = ()
    derived: bool = False
    trend: Trend | None = None
    is_base: bool = False
    subject: str = ""
    sure: float = 0.9


class Context(NamedTuple):
    """What stands around the sentence's quantities: the text, its times, the name said before; `fresh` when that was in
    this sentence, `noun` its word of change when that was a noun (增速)."""

    text: str
    shown: str
    periods: list[Period]
    previous: str
    lexicon: Lexicon
    after_base: bool = False
    fresh: bool = False
    noun: Trend | None = None


def name_of(slot: Slot, context: Context) -> Name:
    """The name of one quantity."""
    text, lexicon = context.text, context.lexicon
    left = read_left(text, slot, context.periods, lexicon, after_base=context.after_base)
    quantity = slot.quantity
    own = text_of(context.shown, left.spans)
    own = "" if own in _EMPTY or _CIRCUMSTANCE.fullmatch(own) else own
    if quantity.kind == "rank":
        return _ranked(own, left, context)
    right = text[quantity.end : slot.right]
    trend = left.trend
    if quantity.group == "ratio" and trend is None and (growth := _OF_GROWTH.match(right)):
        direction = "down" if "降" in growth[0] else "up"
        trend = Trend(growth[0], "down" if direction == "down" else "up", "noun", quantity.end, quantity.end)
    elif trend is None and right and not left.is_base:
        topic = _topic(slot, context) if not own else ""
        if quantity.group == "currency" and (standard := _STANDARD.match(right)):
            given = _FOR.search(text[max(0, slot.left - 40) : slot.left])
            return Name(
                f"{given[1] if given else own}{standard[1]}标准", left.spans, derived=True, subject=own, sure=0.7
            )
        phrase = right_phrase(text, context.shown, slot, left.spans, topic, lexicon)
        if phrase:
            return _from_right(phrase, left, slot, context)
    return _from_left(own, left._replace(trend=trend), slot, context)


def _ranked(own: str, left: Left, context: Context) -> Name:
    region = re.sub(r"^.*?(?:居|列|于|名|位|至|在|到|排|身|入|升|获)+", "", left.ranked)
    subject = own
    if not own or context.lexicon.indicators.relation.fullmatch(own):
        subject = f"{_without_share(context.previous)}{own}"
    return Name(f"{subject}{region}位次", left.spans, derived=True, subject=subject, sure=0.9 if subject else 0.4)


def _from_right(phrase: Phrase, left: Left, slot: Slot, context: Context) -> Name:
    name = phrase.text
    own = text_of(context.shown, left.spans)
    if own and context.text[slot.quantity.end] == "的" and context.lexicon.indicators.relation.fullmatch(own):
        return Name(phrase.head + own, (*phrase.spans, *left.spans), derived=True, subject=phrase.head, sure=0.8)
    clause = context.text[max(0, slot.left - 40) : slot.left]
    if _GIVE.match(name) and (given := _FOR.search(clause)):
        name = given[1] + _GIVE.sub("", name)
    derived = phrase.derived or name != phrase.text
    return Name(name, phrase.spans, derived, is_base=left.is_base, subject=phrase.head, sure=phrase.sure)


def _topic(slot: Slot, context: Context) -> str:
    """The clause just before, when it holds no quantity: `充实全国社保基金，储备规模…`."""
    text = context.text
    end = slot.left - 1
    if end <= slot.topic or text[end : end + 1] not in ("，", ","):
        return ""
    start = max(slot.topic, max(text.rfind(mark, 0, end) for mark in "，；：。,;") + 1)
    spans = trim(text, start, end, context.periods, context.lexicon)
    if not spans or end - start < 3 or text.startswith(STAGES, start):
        return ""
    spans = shorten(context.shown, subject_of(context.shown, spans, context.lexicon), context.lexicon, longest=6)
    return head_of(text_of(context.shown, spans))


def _from_left(own: str, left: Left, slot: Slot, context: Context) -> Name:
    lexicon, previous = context.lexicon, context.previous
    if _SHARE.match(own) or (left.trend and left.trend.role == "verb" and slot.quantity.unit == "%"):
        previous = _without_share(previous)
        context = context._replace(previous=previous)
    if left.share_of:
        return _shared(own, left, context)
    if not own:
        if left.linked and left.trend is None and slot.quantity.unit == "%" and previous:
            left = left._replace(trend=context.noun)  # 增速分别为0.8%和2.9%，全年达到3.9%
        topic = "" if left.trend or context.after_base else _topic(slot, context)
        name = topic or previous
        sure = 0.9 if previous and (left.trend or left.linked) else 0.7 if name else 0.3
        return Name(name, (), derived=True, trend=left.trend, is_base=left.is_base, subject=name, sure=sure)
    if context.fresh and previous and _is_act(own, left, slot, lexicon):
        people = slot.quantity.group == "person"
        name = f"{previous}{own}人数" if people else f"{own}{previous}"
        return Name(name, left.spans, derived=True, subject=previous, sure=0.7)
    if left.nominal and previous:
        name = f"{own}的{_head_noun(previous, lexicon)}"
        return Name(name, left.spans, derived=True, trend=left.trend, is_base=left.is_base, subject=previous, sure=0.75)
    if previous and (own in lexicon.indicators.support or _is_part(own, slot, context)):
        return Name(f"{previous}{own}", left.spans, derived=True, trend=left.trend, subject=previous, sure=0.75)
    if _SHARE.match(own) or own.endswith("之比") or lexicon.indicators.relation.fullmatch(own):
        return _related(own, left, slot, context)
    if _is_scope(own, previous, lexicon):
        siblings = "|".join(lexicon.indicators.scope)
        name = own + re.sub(rf"^(?:{siblings})(?=.{{2}})", "", previous)
        return Name(name, left.spans, derived=True, trend=left.trend, is_base=left.is_base, subject=previous, sure=0.75)
    spans = shorten(context.shown, left.spans, lexicon)
    name = _completed(
        head_of(text_of(context.shown, spans)),
        previous,
        lexicon,
        joined=context.text[slot.left - 1 : slot.left] == "、",
    )
    return Name(name, spans, len(spans) > 1, left.trend, left.is_base, name, 0.9)


def _without_share(name: str) -> str:
    """`规模达31.7万亿元，占GDP比重为31.2%，增长10.3%`: what grows by per cent is not the share."""
    shares = _SHARES.fullmatch(name)
    return shares[1] if shares else name


def _shared(own: str, left: Left, context: Context) -> Name:
    """`为预算的102.3%`: the indicator keeps its name for what follows."""
    subject = own or context.previous
    name = f"{subject}占{left.share_of}的比例"
    return Name(name, left.spans, derived=True, subject=subject, sure=0.8)


def _is_part(own: str, slot: Slot, context: Context) -> bool:
    """`危险废物产生量512万吨，其中利用236万吨、处置271万吨`: a verb behind 其中; `新登记企业98户，日均新增2户`."""
    if context.fresh and _MORE.fullmatch(own):
        return True
    text = context.text
    part = text.rfind("其中", slot.topic, slot.quantity.start)
    if part < 0 or len(own) > 3:
        return False
    words = context.lexicon.words.tag(own)
    return len(words) == 1 and words[0].tag.startswith("v") and not context.lexicon.indicators.head.search(own)


def _completed(name: str, previous: str, lexicon: Lexicon, *, joined: bool) -> str:
    """`市本级预算收入98亿元，支出…` takes its counterpart's scope, `惠及企业1.8万家、职工32.5万人` the verb before."""
    for one, other in COUNTERPARTS:
        if name == other and previous.endswith(one):
            return previous.removesuffix(one) + other
    if joined and previous.startswith(("新增", "新建")) and not name.startswith("新"):
        return previous[:2] + name
    if name in lexicon.indicators.entity:
        verb = next((verb for verb in lexicon.indicators.support if previous.startswith(verb)), "")
        return verb + name
    return name


def _related(own: str, left: Left, slot: Slot, context: Context) -> Name:
    """`增速`, `占全国的比重`, `储备规模`: said of the indicator before."""
    own = own.removeprefix("约") if own.startswith("约占") else own
    own = f"与{own}" if own.endswith("之比") else own
    if _SHARE.match(own) and not re.search(r"比[重例]?$", own):
        own += "的比重"
    parent = _topic(slot, context) or context.previous
    if not _RATE.search(own) and (measure := context.lexicon.indicators.relation.search(parent)) and measure.start():
        parent = parent[: measure.start()]  # 脐橙种植面积33万亩、产量25万吨
    whole = own if own in parent else f"{parent}{own}"
    return Name(whole, left.spans, derived=True, trend=left.trend, is_base=left.is_base, subject=whole, sure=0.8)


def _is_act(own: str, left: Left, slot: Slot, lexicon: Lexicon) -> bool:
    """`发生事故86起，死亡41人`, `整改51处，剩余7处`: a bare verb, said of what was named before."""
    if len(own) > 2 or left.trend or left.is_base or slot.quantity.group not in ("count", "person"):
        return False
    words = lexicon.words.tag(own)
    return len(words) == 1 and words[0].tag in ("v", "vn") and not lexicon.indicators.head.search(own)


def _is_scope(own: str, previous: str, lexicon: Lexicon) -> bool:
    """`其中城镇为29.2%`: a bare scope of the indicator before."""
    return bool(previous) and own in lexicon.indicators.scope


def _head_noun(name: str, lexicon: Lexicon) -> str:
    if "的" in name:
        return name.rpartition("的")[2]
    words = lexicon.words.tag(name)
    return words[-1].text if words else name

"""What a quantity is said of: the noun phrase before it, behind it, or that of the quantity before."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.periods import Period
from engine.lexicon.trends import Trend
from engine.parsing.metrics.nouns import Phrase, head_of, right_phrase, shorten
from engine.parsing.metrics.sentence import Slot

_COMPARED = re.compile(
    r"(?:同比|环比|(?<![占对同环可之分性])(?:比|较|与)(?![重例值率])[^，。；、]{1,14}?(?:相比)?|高于|低于|快于|慢于)(?:[^，。；、高低快慢]{0,14})$"
)
_COMPARE_WORD = re.compile(r"(?:高于|低于|快于|慢于|高出|多于|少于)([^，。；、]{2,14})$")
_TAIL = re.compile(
    r"(?:[的是了又均都将也已仍再]|同比|环比|年均|分别|名义|实际|扣除价格因素|累计|继续|平均|总体|一共|共|预计|每年|年度|同步|约|大幅|大幅度|明显|小幅|进一步|历史性|首次|按可比口径|按可比价计算|可比|[（(])+$"
)
_RANK_TAIL = re.compile(
    r"(?:稳|继续|均|分别|也|都|跃|已|稳定)?(?:位居|位列|位于|居于|居|列|排名|排位|排在|排|名列|跃居|跃升至|跃升到|升至|上升至|上升到|前移至|跻身|进入|位次|在)(?:(?:全国|全省|全市|全区|世界|全球|[\u4e00-\u9fa5]{2,8}))?$"
)
_BASE = re.compile(r"(?:从|由)([^，。；]{0,16})$")
_SHARE = re.compile(r"占([^，。；]{0,24})$")
_OF_GROWTH = re.compile(
    r"(?:左右|以上|以内)?的?(?:年均|平均|较快|中高速)?(?:增长|增速|增幅|涨幅|增长率|增长速度|速度(?:递增|增长)|降幅|速度下降)"
)
_EDGE = " 、，,；;：:。.“”\"'（）()《》—-·"


class Name(NamedTuple):
    """An indicator's name: its text, where it stands (empty when inherited), whether it was put together, and what
    the words around it tell of the quantity: a trend, that it is the base of 从A到B."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    derived: bool = False
    trend: Trend | None = None
    is_base: bool = False
    subject: str = ""
    sure: float = 0.9


class Left(NamedTuple):
    """The text before a quantity, taken apart: `spans` the name, `linked` a verb such as 达到 stood between."""

    spans: tuple[tuple[int, int], ...]
    trend: Trend | None = None
    linked: bool = False
    is_base: bool = False
    ranked: str = ""
    compared: bool = False


def text_of(shown: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The text of several spans put together."""
    return "".join(shown[start:end] for start, end in spans)


def read_left(text: str, slot: Slot, periods: list[Period], lexicon: Lexicon) -> Left:
    """Take the text before a quantity apart."""
    start, end = slot.left, slot.quantity.start
    trend = lexicon.trends.before(text, end) if slot.quantity.kind != "rank" else None
    if trend and trend.start < start:
        trend = None
    linked = is_base = compared = False
    ranked = ""
    if trend:
        end = trend.start
    elif slot.quantity.kind == "rank":
        if tail := _RANK_TAIL.search(text, start, end):
            ranked, end = tail[0], tail.start()
    else:
        if base := _BASE.search(text, start, end):
            is_base = True
            end = base.end() if base[1] and len(base[1]) > 2 else base.start()
        end, linked = _without_links(text, start, end, lexicon)
        if (noun := lexicon.trends.before(text, end)) and noun.role == "noun" and noun.start >= start and linked:
            trend, end = noun, noun.start
    if trend and (comparison := _COMPARED.search(text, start, end)):
        compared, end = True, comparison.start()
    spans = _trim(text, start, end, periods, lexicon)
    return Left(spans, trend, linked, is_base, ranked, compared)


def _without_links(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, bool]:
    linked = False
    while end > start and (link := lexicon.indicators.link.search(text, max(start, end - 6), end)):
        end = link.start()
        linked = True
    return end, linked


def _trim(text: str, start: int, end: int, periods: list[Period], lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """The stretch without times, fillers and adverbs."""
    spans: list[tuple[int, int]] = []
    at = start
    for period in periods:
        if period.start >= at and period.end <= end and period.kind != "weak":
            spans.append((at, period.start))
            at = period.end
    spans.append((at, end))
    return tuple(span for span in _trim_ends(text, spans, lexicon) if span[1] > span[0])


def _trim_ends(text: str, spans: list[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    spans = [span for span in spans if text[span[0] : span[1]].strip(_EDGE)]
    while spans:
        start, end = spans[0]
        if text[start] in _EDGE and text[start] not in "“《（":
            start += 1
        elif lead := lexicon.indicators.lead.match(text, start, end):
            start = lead.end()
        else:
            break
        spans[0] = (start, end)
        if start >= end:
            spans.pop(0)
    while spans:
        start, end = spans[-1]
        tail = _TAIL.search(text, start, end)
        if tail and tail.start() > start and text[tail.start() - 1] in "人户亩地" and tail[0].startswith("均"):
            break
        if tail:
            end = tail.start()
        elif text[end - 1] in _EDGE and text[end - 1] not in "”》）":
            end -= 1
        else:
            break
        spans[-1] = (start, end)
        if start >= end:
            spans.pop()
    return spans


def name_of(text: str, shown: str, slot: Slot, periods: list[Period], previous: str, lexicon: Lexicon) -> Name:
    """The name of one quantity; `previous` is that of the quantity before, for what is left unsaid."""
    left = read_left(text, slot, periods, lexicon)
    quantity = slot.quantity
    right = text[quantity.end : slot.right]
    trend = left.trend
    if quantity.group == "ratio" and trend is None and (growth := _OF_GROWTH.match(right)):
        down = "降" in growth[0]
        trend = Trend(growth[0], "down" if down else "up", "noun", quantity.end, quantity.end + growth.end())
        right = ""
    own = text_of(shown, left.spans)
    if quantity.kind == "rank":
        return _ranked(own, left, previous, lexicon)
    if trend is None and right:
        phrase = right_phrase(text, shown, slot, left.spans, lexicon)
        if phrase:
            return _from_right(phrase, left)
    return _from_left(shown, own, left, trend, previous, lexicon)


def _ranked(own: str, left: Left, previous: str, lexicon: Lexicon) -> Name:
    region = re.sub(r"^.*?(?:居|列|于|名|位|至|在|到|排|身|入)+", "", left.ranked)
    subject = own
    if not own or lexicon.indicators.relation.fullmatch(own):
        subject = f"{previous}{own}"
    return Name(f"{subject}{region}位次", left.spans, derived=True, subject=subject, sure=0.9 if subject else 0.4)


def _from_right(phrase: Phrase, left: Left) -> Name:
    return Name(phrase.text, phrase.spans, phrase.derived, None, left.is_base, phrase.head, phrase.sure)


def _from_left(shown: str, own: str, left: Left, trend: Trend | None, previous: str, lexicon: Lexicon) -> Name:
    if not own:
        sure = 0.9 if previous and (trend or left.is_base or left.linked) else 0.7 if previous else 0.3
        return Name(previous, (), derived=True, trend=trend, is_base=left.is_base, subject=previous, sure=sure)
    if _SHARE.match(own) or lexicon.indicators.relation.fullmatch(own):
        if own.startswith("占") and not re.search(r"比[重例]$", own):
            own += "的比重"
        whole = own if own in previous else f"{previous}{own}"
        return Name(whole, left.spans, derived=True, trend=trend, is_base=left.is_base, subject=whole, sure=0.8)
    spans = shorten(shown, left.spans, lexicon)
    name = head_of(text_of(shown, spans))
    return Name(name, spans, len(spans) > 1, trend, left.is_base, name, 0.9)

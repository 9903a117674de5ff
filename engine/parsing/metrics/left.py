"""Takes the text before a quantity apart: name, words of change, links such as 达到, comparisons, ranks."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.periods import Period
from engine.lexicon.trends import Direction, Trend
from engine.model.parse import Qualifier
from engine.parsing.metrics.sentence import Slot
from engine.parsing.quantities.quantity import Quantity

Spans = tuple[tuple[int, int], ...]

_COMPARED = re.compile(
    r"(?:同比|环比|(?:与|和|同|跟)[^，。；、]{1,14}相比|(?<![占对同环可之分性相])(?:比|较(?![大小高低好强重差多少快慢长短])|与|同)(?![重例值率])[^，。；、]{1,14}?(?:相比|增|净)?)(?:[^，。；、高低快慢]{0,14})$"
)
# 高于全省平均水平2个百分点, 超年度计划12%: the comparison stands before the quantity, the word of change before both.
_ABOVE = re.compile(r"(高于|快于|高出|多于|超出|超过|超|好于|领先|优于|低于|慢于|少于|落后)(?=[^，。；]{2,14}$)")
_BELOW = frozenset(("低于", "慢于", "少于", "落后"))
_ABOVE_UNITS = frozenset(("百分点", "%", "位", "天", "分", "名"))
_TAIL = re.compile(
    r"(?:[的是了又均都将也已仍再]|同比|环比|年均|分别|名义|实际|累计|继续|平均|总体|一共|共|预计|每年|年度|同步|约|大幅|大幅度"
    r"|各|各自|明显|小幅|进一步|历史性|首次|可比|同口径|[以按]|[（(]"
    r"|(?:剔除|扣除|按照?|考虑)[^，。；、]{2,14}?(?:因素|口径|计算|价格|价)后?"
    r"|每(?:人|户|亩|吨|户均|家|位|名|个|年|月|天|日|学年|生|头|次|千瓦时|立方米|平方米)(?:每?(?:人|户|年|月|天|日|学年|次))*)+$"
)
_RANK_TAIL = re.compile(
    r"(?:稳|继续|均|分别|也|都|跃|已|稳定|连续(?:[\d一二三四五六七八九十]+年)?)*(?:位居|位列|位于|居于|居|列|排名|排位|排在|排|名列|跃居|跃升至|跃升到|跃升|升至|上升至"
    r"|上升到|前移至|跻身|进入|位次|在|荣获|获)(?:(?:全[国省市区州县球]|世界|同类|[\u4e00-\u9fa5]{2,8}))?$"
    r"|(?:全[国省市区州县球]|世界)$"
)
_BASE = re.compile(r"(?:从(?![事业而严紧优重快])|(?<![自理缘])由(?!于))[^，。；]{0,16}$")
_TARGET_OF_BASE = re.compile(r"(?:[^，。；]{0,10}?(?:[到至为成]|以?[内上下])|、|和|以[上下]|[^，。；]{0,4}扩大)")
# 为预算的102.3%, 完成调整预算的96.7%: the share of something that the indicator before reached.
_SHARE_OF = re.compile(r"(?:相当于|完成|占|为|是|达到?)([^，。；、]{2,14})的$")
_TO_TARGET = re.compile(r"[^，。；、]{0,6}(?:到|至|为|成|达)[^，。；、]{0,4}$")
_TIMES_OF = re.compile(r"(?:是|为|相当于|约为)[^，。；]{0,12}的?$")
_FAR_KINDS: dict[str, Qualifier] = {
    "至少": "at_least", "最少": "at_least", "最高": "at_most", "最多": "at_most",
    "约占": "about", "约有": "about", "约为": "about",
}  # fmt: skip
_FAR_BOUND = re.compile(r"(至少|最少|最高|最多|约占|约有|约为)[^，。；、\d”\"]{0,14}$")
_LESS = frozenset(("减少", "净减少"))
_KEPT_BEFORE_SHORT = frozenset(("累计", "实际", "平均", "完成"))
_EDGE = " 、，,；;：:。.“”\"'（）()《》—-·"
_OPENING, _CLOSING = "“《（", "”》）"


class Left(NamedTuple):
    """`spans` is the name; `linked`: a verb such as 达到 stood between; `is_base` the A of 从A到B; `ranked` the words
    of standing (居全省); `nominal`: the name ends in 的 (`注册资金超千万的有`); `share_of` what it is a share of."""

    spans: Spans
    trend: Trend | None = None
    linked: bool = False
    is_base: bool = False
    ranked: str = ""
    nominal: bool = False
    share_of: str = ""


def with_far_bound(text: str, slot: Slot) -> Quantity:
    """`至少引进1个`, `约占全国总数的27%`: a bound that stands before the verb."""
    quantity = slot.quantity
    if quantity.qualifier is None and (far := _FAR_BOUND.search(text, slot.left, quantity.start)):
        return quantity._replace(qualifier=_FAR_KINDS[far[1]])
    return quantity


def text_of(shown: str, spans: Spans) -> str:
    """The text of several spans put together."""
    return "".join(shown[start:end] for start, end in spans)


def read_left(text: str, slot: Slot, periods: list[Period], lexicon: Lexicon, *, after_base: bool = False) -> Left:
    """Take the text before a quantity apart. `after_base`: it is the B of 从A到B."""
    start, end = slot.left, slot.quantity.start
    if after_base and (verb := _TO_TARGET.search(text, start, end)):
        return Left(trim(text, start, verb.start(), periods, lexicon), linked=True)
    if slot.quantity.kind == "rank":
        tail = _RANK_TAIL.search(text, start, end)
        ranked, end = (tail[0], tail.start()) if tail else ("", end)
        return Left(trim(text, start, end, periods, lexicon), ranked=ranked)
    trend, end = _trend(text, slot, periods, lexicon)
    if trend:
        start = trend.end if trend.end < end else start
        if comparison := _COMPARED.search(text, start, end):
            end = comparison.start()
        return Left(trim(text, start, end, periods, lexicon), trend)
    end = _before_comparison(text, slot, start, end)
    is_base = False
    if (base := _BASE.search(text, start, end)) and _TARGET_OF_BASE.match(text, slot.quantity.end):
        is_base, end = True, base.start()
    elif text.startswith("兑", slot.quantity.end):
        is_base = True
    elif slot.quantity.unit == "倍" and (times := _TIMES_OF.search(text, start, end)):
        end = times.start()
    if slot.quantity.unit == "%" and (share := _SHARE_OF.search(text, start, end)) and share[0][0] != "占":
        return Left(trim(text, start, share.start(), periods, lexicon), linked=True, share_of=share[1])
    end, linked = without_links(text, start, end, periods, lexicon)
    noun = lexicon.trends.before(text, end)
    if noun and noun.role == "noun" and noun.start >= start and linked:
        trend, end = noun, noun.start
    nominal = linked and text[end - 1 : end] == "的"
    return Left(trim(text, start, end, periods, lexicon), trend, linked, is_base, nominal=nominal)


def _before_comparison(text: str, slot: Slot, start: int, end: int) -> int:
    """国内生产总值比1980年翻两番: the doubling is its own word of change."""
    if slot.quantity.group == "multiple-of" and (comparison := _COMPARED.search(text, start, end)):
        return comparison.start()
    return end


def _trend(text: str, slot: Slot, periods: list[Period], lexicon: Lexicon) -> tuple[Trend | None, int]:
    """The word of change that governs a quantity and where the name before it ends."""
    start, end = slot.left, slot.quantity.start
    if slot.quantity.unit in _ABOVE_UNITS and (above := _ABOVE.search(text, start, end)):
        direction: Direction = "down" if above[1] in _BELOW else "up"
        return Trend(above[1], direction, "compare", above.start(), above.end()), above.start()
    trend = lexicon.trends.before(text, end)
    head = next((period.end for period in periods if period.start == start), start)  # 全年减少审批事项120项
    if trend is None and (leading := lexicon.trends.leading(text, head, end)):
        if slot.quantity.unit in ("%", "百分点"):
            return leading, end
        if leading.word in _LESS:
            return leading, end  # 减少农村贫困人口42.6万人
    if trend and trend.start >= start and (trend.role != "noun" or slot.quantity.group != "currency"):
        return trend, trend.start
    return None, end


def without_links(text: str, start: int, end: int, periods: list[Period], lexicon: Lexicon) -> tuple[int, bool]:
    """Go back over links (达到, 控制在), each-phrases (每人每月) and times (提高到2020年的) before a quantity."""
    linked = False
    while end > start:
        if link := lexicon.indicators.link.search(text, max(start, end - 6), end):
            end = link.start()
            linked = True
        elif each := _EACH.search(text, start, end):
            end = each.start()
        elif (time := _time_ending(periods, end)) is not None and time > start and linked is False:
            end = time
            trend = lexicon.trends.before(text, end)
            if trend and text[end] in "到至":  # 增长到2020年的2860亿元
                end, linked = trend.start, True
        else:
            break
    return end, linked


_EACH = re.compile(
    r"每(?:人|户|亩|吨|家|位|名|个|生|头|次|千瓦时|立方米|平方米|年|月|天|日|学年)(?:每?(?:人|户|年|月|天|日|学年|次))*$|连续[\d一二三四五六七八九十]+年$"
)


def _time_ending(periods: list[Period], end: int) -> int | None:
    return next(
        (period.start for period in periods if period.kind in ("wide", "span") and 0 <= end - period.end <= 1), None
    )


def trim(text: str, start: int, end: int, periods: list[Period], lexicon: Lexicon) -> Spans:
    """The stretch without times, brackets, fillers and adverbs."""
    holes = [(period.start, period.end) for period in periods if period.kind in ("wide", "span", "point")]
    holes += [match.span() for match in _BRACKETS.finditer(text, start, end)]
    spans: list[tuple[int, int]] = []
    at = start
    for hole_start, hole_end in sorted(holes):
        if hole_start >= at and hole_end <= end:
            spans.append((at, hole_start))
            at = hole_end
    spans.append((at, end))
    spans = [span for span in spans if text[span[0] : span[1]].strip(_EDGE)]
    _trim_back(text, spans)
    _trim_front(text, spans, lexicon)
    return tuple(spans)


_BRACKETS = re.compile(r"（(?![A-Za-z])[^（）]{0,40}）(?![型类级])|在[^，。；、]{2,14}?(?:基础上|前提下|情况下)")


def _trim_front(text: str, spans: list[tuple[int, int]], lexicon: Lexicon) -> None:
    while spans:
        start, end = spans[0]
        if text[start] in _EDGE and text[start] not in _OPENING:
            start += 1
        elif (lead := lexicon.indicators.lead.match(text, start, end)) and not _belongs(text, lead, end, lexicon):
            start = lead.end()
        else:
            return
        spans[0] = (start, end)
        if start >= end:
            spans.pop(0)


def _belongs(text: str, lead: re.Match[str], end: int, lexicon: Lexicon) -> bool:
    """Whether a lead is part of the name: one character that begins a word (上线, 对外), or 累计结余."""
    start = lead.start()
    if lead.end() - start > 1:
        return lead[0] in _KEPT_BEFORE_SHORT and end - lead.end() <= 2
    return any(stop <= end and lexicon.words.has(text[start:stop]) for stop in (start + 2, start + 3))


def _trim_back(text: str, spans: list[tuple[int, int]]) -> None:
    while spans:
        start, end = spans[-1]
        tail = _TAIL.search(text, start, end)
        if tail and tail[0].startswith("均") and tail.start() > start and text[tail.start() - 1] in "人户亩地":
            return
        if tail:
            end = tail.start()
        elif text[end - 1] in _EDGE and text[end - 1] not in _CLOSING:
            end -= 1
        else:
            return
        spans[-1] = (start, end)
        if start >= end:
            spans.pop()

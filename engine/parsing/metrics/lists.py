"""Names for quantities told in a row: `A、B、C x、y和z`, `城镇和农村居民收入分别达到x和y`."""

from __future__ import annotations

import re

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.trends import Trend
from engine.parsing.metrics.names import COUNTERPARTS, Context, Name, name_of
from engine.parsing.metrics.sentence import Slot

_SPLIT = re.compile(r"、|(?<![共总饱温])和(?!谐|平)|以及|及(?!格|时)|与")
_LATIN = re.compile(r"[A-Za-z0-9.]+")
_ORDINAL = re.compile(r"第?[一二三123](?:次|产业)?$")


def name_all(slots: list[Slot], context: Context) -> list[tuple[Slot, Name]]:
    """Names of the slots in order; runs of quantities share the stretch before the first."""
    named: list[tuple[Slot, Name]] = []
    at = 0
    while at < len(slots):
        end = at + 1
        while end < len(slots) and slots[end].run:
            end += 1
        group = slots[at:end]
        first = name_of(group[0], context)
        if len(group) == 1:
            named.append((group[0], first))
        else:
            recent = [name.text for _, name in named if name.is_base == context.after_base]
            last = name_of(group[-1], context) if len(first.text) <= 2 or not first.spans else first
            if last.spans:  # 8461户、29100人稳定脱贫; 剩余2314户4876名贫困人口
                first = last
            names = _row(first, len(group), recent, context.lexicon)
            named += [
                (slot, first._replace(text=name, subject=name, derived=True, trend=_trend(slot, first, context)))
                for slot, name in zip(group, names, strict=True)
            ]
        final = named[-1][1]
        noun = final.trend if final.trend and final.trend.role == "noun" else None
        subject = final.subject or context.previous
        context = context._replace(previous=subject, after_base=final.is_base, fresh=True, noun=noun)
        at = end
    return named


def _trend(slot: Slot, first: Name, context: Context) -> Trend | None:
    """Its own word of change (`分别下降1.8%、增长2.6%`), else that of the run."""
    if slot.left == slot.quantity.start:
        return first.trend
    return context.lexicon.trends.before(context.text, slot.quantity.start) or first.trend


def _row(first: Name, count: int, recent: list[str], lexicon: Lexicon) -> list[str]:
    """Names of a run: inherited one by one (`分别增长a和b`), said of the last ones (`总数分别达到`), or split."""
    if len(recent) >= count:
        if not first.spans:
            return recent[-count:]
        relation = first.text.removeprefix(recent[-1])
        if relation != first.text and lexicon.indicators.relation.fullmatch(relation):
            return [f"{name}{relation}" for name in recent[-count:]]
    return split_names(first.text, count, lexicon) or [first.text] * count


def split_names(name: str, count: int, lexicon: Lexicon) -> list[str] | None:
    """The names of `count` quantities from the one stretch before the first, or None when it does not hold so many."""
    if count == 2 and name.startswith("城乡"):
        return [f"城镇{name[2:]}", f"农村{name[2:]}"]
    name = name.replace("分别", "")
    pieces = [piece for piece in _SPLIT.split(name) if piece]
    if len(pieces) < count:
        return None
    if len(pieces) > count:
        pieces = pieces[-count:]
    last = pieces[-1] = _scoped(pieces[0], pieces[-1], lexicon)
    own = max(len(lexicon.words.tag(piece)) for piece in pieces[:-1])
    return [*(_completed(piece, last, own, lexicon) for piece in pieces[:-1]), _ordinal(last)]


def _scoped(first: str, last: str, lexicon: Lexicon) -> str:
    """`万元GDP能耗、水耗`, `一般公共预算收入、支出`: the last one has the scope of the first when they match."""
    for one, other in COUNTERPARTS:
        if last == other and first.endswith(one):
            return first.removesuffix(one) + other
    cut = len(first) - len(last)
    starts = [word.start for word in lexicon.words.tag(first)]
    if len(last) <= 3 and first[-1] == last[-1] and cut in starts[1:] and first[cut:] != last:
        return first[:cut] + last
    return last


def _completed(piece: str, last: str, own: int, lexicon: Lexicon) -> str:
    """`移动电话` of `固定电话、移动电话、固定互联网用户数`: 移动电话用户数. `own` counts the words that tell the pieces
    apart, as many in the last one: 固定 + 电话, so 固定 + 互联网."""
    if _ORDINAL.match(piece) and len(piece) <= 3:
        rest = re.sub(r"^第?[一二三123]次?(?:产业)?", "", last)
        return f"第{piece.lstrip('第')}产业{rest}"
    if piece[-1] == last[-1] or lexicon.indicators.head.search(piece):
        tail = _after_head(piece, last)
        return piece + tail
    if (latin := _LATIN.match(last)) and _LATIN.fullmatch(piece):
        return piece + last[latin.end() :]
    words = [word.text for word in lexicon.words.tag(last)]
    head = "".join(words[min(own, len(words) - 1) :])
    return piece + head


def _after_head(piece: str, last: str) -> str:
    """What the last name says behind the head they share: `…增加值占全州生产总值的比重`."""
    at = last.find(piece[-2:])
    return last[at + 2 :] if at >= 0 and len(last) - at > 4 else ""


def _ordinal(last: str) -> str:
    return re.sub(r"^([一二三])(?:次)?产业", r"第\1产业", last)

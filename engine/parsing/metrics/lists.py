"""Names for quantities told in a row: `A、B、C x、y和z`, `城镇和农村居民收入分别达到x和y`."""

from __future__ import annotations

import re

from engine.lexicon.lexicon import Lexicon

_SPLIT = re.compile(r"、|(?<![共总饱温])和(?!谐|平)|以及|及(?!格|时)|与")
_ORDINAL = re.compile(r"第?[一二三123](?:次|产业)?$")


def split_names(name: str, count: int, lexicon: Lexicon) -> list[str] | None:
    """The names of `count` quantities from the one stretch before the first, or None when it does not hold so many."""
    pieces = [piece for piece in _SPLIT.split(name) if piece]
    if len(pieces) < count:
        return None
    if len(pieces) > count:
        pieces = pieces[-count:]
    last = pieces[-1]
    return [*(_completed(piece, last, lexicon) for piece in pieces[:-1]), _ordinal(last)]


def _completed(piece: str, last: str, lexicon: Lexicon) -> str:
    """`固定电话` of `固定电话、移动电话、固定互联网用户数`: 固定电话用户数."""
    if _ORDINAL.match(piece) and len(piece) <= 3:
        rest = re.sub(r"^第?[一二三123]次?(?:产业)?", "", last)
        return f"第{piece.lstrip('第')}产业{rest}"
    if piece[-1] == last[-1] or lexicon.indicators.head.search(piece):
        tail = _after_head(piece, last)
        return piece + tail
    words = [word.text for word in lexicon.words.tag(last)]
    own = len(lexicon.words.tag(piece))
    head = "".join(words[min(own, len(words) - 1) :])
    return piece + head


def _after_head(piece: str, last: str) -> str:
    """What the last name says behind the head they share: `…增加值占全州生产总值的比重`."""
    at = last.find(piece[-2:])
    return last[at + 2 :] if at >= 0 and len(last) - at > 4 else ""


def _ordinal(last: str) -> str:
    return re.sub(r"^([一二三])(?:次)?产业", r"第\1产业", last)

"""Noun phrases by jieba's words and tags: the one behind a quantity, and the last one of a long stretch before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.words import Word
from engine.parsing.metrics.sentence import Slot

_LONG = 16  # characters; a longer name is cut to its last noun phrase
_PREDICATE = re.compile(
    r"(?:实现|提供|入选|成为|参加|获得|获|进入|达到|通过|完成|开展|纳入|到|赴|出国|用于|享受|受益|脱贫|摘帽|发放|落户|投入|建成|加入|取得|开工|竣工|投产|签约|落地|上线|位居|荣获|被|为|是|在|已|全部|均|得到|受到|覆盖|超过|来自|集中|有|可|能|就|从|向|与|按|经|由|列入|跻身|晋升|评为|认定|顺利|成功|正式|相继|同时|以|共同|免费|攻读)$"
)
_NOUNS = (
    "n",
    "vn",
    "an",
    "j",
    "l",
    "i",
    "b",
    "s",
    "f",
    "nr",
    "ns",
    "nt",
    "nz",
    "x",
    "eng",
    "t",
    "k",
    "q",
    "m",
    "a",
    "z",
    "g",
    "ng",
    "vg",
    "h",
)
_TO = re.compile(r"(?:为|向|给|使|让|将|把|对|与|同|和)(?:全[国省市州县区]|各|本[市省区])?$")
_CLOSERS = "，；。、：！？)）"


class Phrase(NamedTuple):
    """A name found behind a quantity; `head` is its noun phrase without what was put in front."""

    text: str
    spans: tuple[tuple[int, int], ...]
    derived: bool
    head: str
    sure: float


def head_of(name: str) -> str:
    """A name without marks at its ends."""
    return name.strip("、，,；;：: ").rstrip("的")


def right_phrase(
    text: str, shown: str, slot: Slot, left: tuple[tuple[int, int], ...], lexicon: Lexicon
) -> Phrase | None:
    """The name behind a quantity, or None when the name stands before it."""
    quantity = slot.quantity
    start = quantity.end
    right = text[start : slot.right]
    if right.startswith(("（", "(")):
        return None
    words = [word for word in lexicon.words.tag(right) if word.text.strip()]
    of = bool(words) and words[0].text == "的"
    if of:
        words = words[1:]
    if not words:
        return None
    own = "".join(text[a:b] for a, b in left)
    if quantity.group == "ratio":
        return _share(shown, start, words, own, left, of=of)
    if quantity.group not in ("count", "person", "", "data") and not of and not _opens_noun(words, own, lexicon):
        return None
    if not _is_noun(words[0]) and not _has_relative(words):
        return None
    return _counted(shown, start, words, own, left, lexicon)


def _opens_noun(words: list[Word], own: str, lexicon: Lexicon) -> bool:
    """`安排5亿元专项资金`: what stands before is only a verb, and a noun follows."""
    if not words[0].tag.startswith("n") and words[0].tag not in ("vn", "b", "j"):
        return False
    if not own:
        return True
    before = lexicon.words.tag(own)
    return before[-1].tag in ("v", "vd") and not lexicon.indicators.head.search(own)


def _is_noun(word: Word) -> bool:
    return word.tag in _NOUNS or (word.tag in ("v", "vd") and False)


def _has_relative(words: list[Word]) -> bool:
    return any(word.text == "的" for word in words[1:12])


def _share(
    shown: str, start: int, words: list[Word], own: str, left: tuple[tuple[int, int], ...], *, of: bool
) -> Phrase | None:
    """`90%以上的政务服务实现网上可办`, `全国财政支出70%以上用于民生`."""
    end = words[-1].end
    rest = shown[start + words[0].start : start + end]
    if of or not own:
        return Phrase(f"{rest[:20]}比例", ((start + words[0].start, start + end),), head=rest, derived=True, sure=0.7)
    if words[0].tag.startswith("v") or words[0].text in ("为", "是", "来自"):
        return Phrase(
            f"{own}{rest[:14]}比重", (*left, (start + words[0].start, start + end)), head=own, derived=True, sure=0.7
        )
    return None


def _counted(
    shown: str, start: int, words: list[Word], own: str, left: tuple[tuple[int, int], ...], lexicon: Lexicon
) -> Phrase | None:
    first = 0
    if not _is_noun(words[0]):
        first = next(at for at, word in enumerate(words) if word.text == "的") + 1
        if first >= len(words):
            return None
    last = _noun_end(words, first, lexicon)
    if last == first:
        return None
    noun_start, noun_end = words[first].start, words[last - 1].end
    noun = head_of(shown[start + noun_start : start + noun_end])
    spans: tuple[tuple[int, int], ...] = ((start + noun_start, start + noun_end),)
    rest = shown[start + noun_end : start + words[-1].end].strip("、 ")
    if (noun in lexicon.indicators.entity or len(noun) <= 6) and 2 <= len(rest) <= 24 and last < len(words):
        subject = own if _TO.search(own) else ""
        subject = _TO.sub("", subject)
        spans = ((start + noun_end, start + words[-1].end), *spans)
        return Phrase(f"{subject[-10:]}{rest}的{noun}", spans, head=noun, derived=True, sure=0.75)
    if len(noun) <= 3 and own and len(own) <= 12:
        return Phrase(f"{own}{noun}", (*left, *spans), head=noun, derived=True, sure=0.8)
    return Phrase(noun, spans, head=noun, derived=False, sure=0.85)


def _noun_end(words: list[Word], first: int, lexicon: Lexicon) -> int:
    """Index behind the last word of the noun phrase that begins at `first`."""
    at = first
    while at < len(words):
        word = words[at]
        if word.text in _CLOSERS and word.text != "、":
            break
        if at > first and _ends_phrase(words, at, lexicon):
            break
        at += 1
    while at > first and words[at - 1].text in ("、", "和", "及", "的", "与"):
        at -= 1
    return at


def _ends_phrase(words: list[Word], at: int, lexicon: Lexicon) -> bool:
    word, before = words[at], words[at - 1]
    if word.text in ("的", "、", "和", "与", "及", "以及", "等"):
        return False
    if _PREDICATE.fullmatch(word.text):
        return before.text not in ("的", "、", "和", "与")
    if word.tag in ("v", "vd", "d", "p", "r") and before.tag.startswith("n"):
        if before.text in lexicon.indicators.entity or word.tag in ("d", "p"):
            return True
        return not any(after.tag.startswith("n") or after.tag == "vn" for after in words[at + 1 : at + 3])
    return False


def shorten(shown: str, spans: tuple[tuple[int, int], ...], lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """The last noun phrase of a long stretch: behind its last verb that no 的 follows."""
    start, end = spans[-1]
    if sum(b - a for a, b in spans) <= _LONG:
        return spans
    text = shown[start:end]
    words = lexicon.words.tag(text)
    cut = 0
    for at, word in enumerate(words):
        rest = len(text) - word.end
        if word.tag in ("v", "p") and rest >= 4 and "的" not in text[word.end : word.end + 10]:
            after = words[at + 1] if at + 1 < len(words) else None
            if after is not None and after.tag not in ("v", "ul", "uj"):
                cut = word.end
    return ((start + cut, end),)

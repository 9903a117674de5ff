"""Noun phrases by jieba's words and tags: the one behind a quantity, and the last one of a long stretch before it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.words import Word
from engine.parsing.metrics.left import Spans, text_of
from engine.parsing.metrics.sentence import Slot

_LONG = 22  # characters; a longer name is cut to its last noun phrase
_PREDICATE = re.compile(
    r"(?:实现|提供|担任|挂包|帮扶|外出|进行|承担|负责|组成|达标|突破|首次|同比|入选|成为|参加|获得|获|进入|达到|通过|完成|开展|纳入|到|赴|出国|用于|享受|受益|脱贫|摘帽|发放|落户|投入|建成|加入|取得|开工|竣工|投产|签约|落地|上线|位居|荣获|被|为|是|在|已|全部|均|得到|受到|覆盖|超过|来自|集中|有|可|能|就|从|向|与|按|经|由|列入|跻身|晋升|评为|认定|顺利|成功|正式|相继|同时|以|共同|免费|攻读)$"
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
_CLOSERS = "，；。、：！？)）(（"


class Phrase(NamedTuple):
    """A name found behind a quantity; `head` is its noun phrase without what was put in front."""

    text: str
    spans: Spans
    derived: bool
    head: str
    sure: float


def head_of(name: str) -> str:
    """A name without marks at its ends."""
    return name.strip("、，,；;：: ").rstrip("的")


def right_phrase(text: str, shown: str, slot: Slot, left: Spans, topic: str, lexicon: Lexicon) -> Phrase | None:
    """The name behind a quantity, or None when the name stands before it. `topic` is the clause before, if the
    quantity's own names nothing."""
    quantity = slot.quantity
    start, end = _own_right(text, slot)
    right = text[start:end]
    if right[0] in "（）、和与及，；" or right.startswith(STAGES):
        return None
    words = [word for word in lexicon.words.tag(right) if word.text.strip()]
    of = bool(words) and words[0].text == "的"
    words = words[of:]
    if not words:
        return None
    own = text_of(text, left)
    served = bool(own) and _TO.search(text, slot.left, quantity.start) is not None
    after = After(shown, start, words, own, left, of, served)
    if quantity.group == "ratio":
        return _share(after, topic, of=of)
    if quantity.group == "currency" and words[0].text in _PURPOSE and _is_bare_verb(own, lexicon):
        spans = (*left, after.span(0, len(words)))
        return Phrase(own + after.piece(0, len(words))[:14], spans, derived=True, head=own, sure=0.7)
    if quantity.group not in _COUNTED and not of:
        return _named(after, lexicon) if _opens_noun(words, own, lexicon) else None
    if _opens_predicate(words) and not _has_relative(words):
        if quantity.group == "count" and 0 < len(own) <= 2 and words[0].tag in ("d", "ad"):
            return None  # 剩余7处全部落实管控措施
        return _people(after, topic, quantity.group, lexicon)
    if own and not _is_noun(words[0]) and not _ends_in_verb(own, lexicon):
        return None
    return _named(after, lexicon)


def _own_right(text: str, slot: Slot) -> tuple[int, int]:
    """What is said behind a quantity, without the note in `2300元（2010年不变价）的标准`, the verb of `按…标准计算`."""
    start, end = slot.quantity.end, slot.right
    if note := _NOTE.match(text, start, end):
        start = note.end()
    if "按" in text[slot.left : slot.quantity.start] and (reckoned := _RECKONED.search(text, start, end)):
        end = reckoned.start()
    return start, end


_NOTE = re.compile(r"（[^（）]{1,30}）(?=的.)")
_RECKONED = re.compile(r"(?<=.)(?:计算|测算)$")
_SHARES = frozenset(
    ("份额", "比重", "比例", "市场份额", "股份", "股权", "占比", "水平", "高水平", "较低水平", "较高水平")
)
STAGES = ("大关", "关口", "台阶", "门槛", "的目标", "目标")
_COUNTED = frozenset(("count", "person", "", "data", "rank"))


class After(NamedTuple):
    """The words behind a quantity (tagged from `start` of the text) and the name before it, if any. `of`: a 的 joins
    them; `served`: the name before is the subject of 为, 向, 给."""

    shown: str
    start: int
    words: list[Word]
    own: str
    left: Spans
    of: bool = False
    served: bool = False

    def piece(self, first: int, last: int) -> str:
        """The text of words [first, last)."""
        return self.shown[self.start + self.words[first].start : self.start + self.words[last - 1].end]

    def span(self, first: int, last: int) -> tuple[int, int]:
        return self.start + self.words[first].start, self.start + self.words[last - 1].end


def _opens_noun(words: list[Word], own: str, lexicon: Lexicon) -> bool:
    """`安排5亿元专项资金`: what stands before is only a verb, and a noun follows."""
    if not words[0].tag.startswith("n") and words[0].tag not in ("vn", "b", "j"):
        return False
    return not own or _ends_in_verb(own, lexicon)


def _is_bare_verb(own: str, lexicon: Lexicon) -> bool:
    """`安排2亿元用于乡村振兴`: the verb alone names nothing."""
    return len(own) <= 4 and all(word.tag.startswith("v") for word in lexicon.words.tag(own))


_PURPOSE = frozenset(("用于", "支持", "专项", "专项用于"))


def _ends_in_verb(own: str, lexicon: Lexicon) -> bool:
    words = lexicon.words.tag(own)
    if len(words) == 1 and len(own) <= 2 and own not in lexicon.indicators.entity:
        return not lexicon.indicators.head.search(own)
    if len(own) <= 4 and not any(word.tag[0] in "nj" for word in words):
        return not lexicon.indicators.head.search(own)
    tags = ("v", "vd", "p", "ad", "d", "vn") if len(words) == 1 else ("v", "vd", "p")
    return words[-1].tag in tags and not lexicon.indicators.head.search(own)


def _is_noun(word: Word) -> bool:
    return word.tag in _NOUNS


def _opens_predicate(words: list[Word]) -> bool:
    """`参加保险`, `稳定脱贫`: no noun follows at once."""
    if words[0].tag in ("a", "ad", "z") and len(words) > 1:
        return words[1].tag.startswith("v") and words[1].tag != "vn"
    return not _is_noun(words[0])


def _has_relative(words: list[Word]) -> bool:
    return any(word.text == "的" for word in words[1:12])


def _share(after: After, topic: str, *, of: bool) -> Phrase | None:
    """`90%以上的政务服务实现网上可办`, `全国财政支出70%以上用于民生`."""
    words = after.words
    rest = after.piece(0, len(words))
    span = after.span(0, len(words))
    if of and rest in _SHARES and (after.own or topic):
        return None
    if of or not after.own:
        return Phrase(f"{rest[:20]}比例", (span,), derived=True, head=rest, sure=0.7)
    if words[0].tag.startswith("v") or words[0].text in ("为", "是", "来自"):
        return Phrase(f"{after.own}{rest[:14]}比重", (*after.left, span), derived=True, head=after.own, sure=0.7)
    return None


def _people(after: After, topic: str, group: str, lexicon: Lexicon) -> Phrase | None:
    """`805万人享受城市最低生活保障`, `约6700万人受益`, `资助8990万人参加基本医疗保险`."""
    if after.own and not _ends_in_verb(after.own, lexicon):
        return None
    last = _noun_end(after.words, 0, lexicon)
    if not after.own and group != "person" and last > 1 and len(after.words) >= last:
        return _named(after, lexicon)
    rest = after.piece(0, len(after.words))[:20]
    name = f"{after.own or topic}{rest}{'人数' if group == 'person' else '数'}"
    return Phrase(name, (*after.left, after.span(0, len(after.words))), derived=True, head=name, sure=0.7)


def _named(after: After, lexicon: Lexicon) -> Phrase | None:
    """The noun phrase that follows, with what tells it apart when it is a short one."""
    words = after.words
    first = _relative_end(words)
    if first >= len(words):
        return None
    last = _predicate(words, first) or len(words) if after.of else _noun_end(words, first, lexicon)
    if last == first:
        return None
    noun = head_of(after.piece(first, last))
    span = after.span(first, last)
    rest = after.piece(last, len(words)) if last < len(words) else ""
    rest = "" if rest[:1] in "、和及与" else rest
    if (noun in lexicon.indicators.entity or len(noun) <= 6) and 2 <= len(rest) <= 24:
        subject = _TO.sub("", after.own) if after.served else ""
        spans = (after.span(last, len(words)), span)
        return Phrase(f"{subject[-10:]}{rest}的{noun}", spans, derived=True, head=noun, sure=0.75)
    if len(noun) <= 3 and 0 < len(after.own) <= 12:
        return Phrase(f"{after.own}{noun}", (*after.left, span), derived=True, head=noun, sure=0.8)
    return Phrase(noun, (span,), derived=False, head=noun, sure=0.85)


def _relative_end(words: list[Word]) -> int:
    """Where the noun phrase begins: behind the first 的 of a relative clause (`具有博士学位的企业紧缺人才`)."""
    if _is_noun(words[0]):
        return 0
    return next((at + 1 for at, word in enumerate(words) if word.text == "的" and at), 0)


def _noun_end(words: list[Word], first: int, lexicon: Lexicon) -> int:
    """Index behind the last word of the noun phrase that begins at `first`."""
    if predicate := _predicate(words, first):
        return predicate
    at, inside = first, _type_brackets(words)
    while at < len(words):
        word = words[at]
        if at in inside:
            at += 1
            continue
        if word.text in _CLOSERS and (word.text != "、" or words[at - 1].text in lexicon.indicators.entity):
            break
        if at > first and _ends_phrase(words, at, lexicon):
            break
        at += 1
    while at > first and words[at - 1].text in ("、", "和", "及", "的", "与"):
        at -= 1
    return at


def _type_brackets(words: list[Word]) -> set[int]:
    """The words of brackets that belong to a noun: `小（二）型水库`."""
    inside: set[int] = set()
    for at in range(len(words) - 3):
        if words[at].text == "（" and words[at + 2].text == "）" and words[at + 3].text[0] in "型类级":
            inside.update(range(at, at + 4))
    return inside


def _predicate(words: list[Word], first: int) -> int:
    """Index of the plain predicate (实现, 入选, 提供) behind a noun, its adverbs included; 0 when there is none."""
    inside = _type_brackets(words)
    for at in range(first + 1, len(words)):
        if at in inside:
            continue
        if words[at].text in _CLOSERS and words[at].text != "、":
            return 0
        if not _PREDICATE.fullmatch(words[at].text):
            continue
        end = at
        while end > first + 1 and words[end - 1].tag in ("d", "ad"):
            end -= 1
        if words[end - 1].tag.startswith(("n", "vn", "x", "l", "j", "i")) and len(words[end - 1].text) > 1:
            return end
        if words[end - 1].text in ("的", "、", "和", "与"):
            continue
    return 0


def _ends_phrase(words: list[Word], at: int, lexicon: Lexicon) -> bool:
    word, before = words[at], words[at - 1]
    if word.text in ("的", "、", "和", "与", "及", "以及", "等"):
        return False
    if _PREDICATE.fullmatch(word.text):
        return before.text not in ("的", "、", "和", "与")
    if word.tag in ("m", "mq") and word.text.startswith("一") and before.tag.startswith("n"):
        return True  # 重点事项一次办成
    if word.tag in ("v", "vd", "d", "p", "r") and before.tag.startswith("n"):
        if before.text in lexicon.indicators.entity or word.tag in ("d", "p"):
            return True
        if at + 1 == len(words):
            return False
        return not any(after.tag.startswith("n") or after.tag == "vn" for after in words[at + 1 : at + 3])
    return False


def subject_of(shown: str, spans: Spans, lexicon: Lexicon) -> Spans:
    """The noun phrase that a clause begins with (`高新技术企业数量实现倍增`), else the clause itself."""
    start, end = spans[0]
    words = lexicon.words.tag(shown[start:end])
    at = next((at for at, word in enumerate(words) if word.tag in ("v", "d", "ad", "p")), len(words))
    if at == len(words) or words[at].start < 3 or not words[at - 1].tag.startswith("n"):
        return spans
    return ((start, start + words[at].start),)


def shorten(shown: str, spans: Spans, lexicon: Lexicon, longest: int = _LONG) -> Spans:
    """The last noun phrase of a stretch longer than `longest`: behind its last verb that no 的 follows. A short stretch
    keeps one of the verbs that open it (`遴选培养名师`)."""
    start, end = spans[-1]
    length = sum(b - a for a, b in spans)
    if length <= _SHORT and len(spans) == 1:
        return ((start + _extra_verbs(lexicon.words.tag(shown[start:end])), end),)
    text = shown[start:end]
    words = lexicon.words.tag(text)
    if cut := _behind_adverb(words):
        return ((start + cut, end),)
    if length <= longest or ("、" in text and longest == _LONG):
        return spans
    cut = 0
    for word, after in pairwise(words):
        rest = len(text) - word.end
        if word.tag not in ("v", "p") or word.text in _INSIDE or rest < 4 or "的" in text[word.end : word.end + 10]:
            continue
        if after.tag not in ("v", "ul", "uj", "vn"):
            cut = word.end
    return ((start + cut, end),)


def _behind_adverb(words: list[Word]) -> int:
    """`仲裁机构共处理争议案件`, `市财政每年安排专项经费`: the object of the verb that follows the adverb."""
    for at in range(len(words) - 3, 0, -1):
        if words[at].text in _ADVERBS and words[at + 1].tag in ("v", "vn") and words[at + 2].tag not in ("v", "uj"):
            rest = words[-1].end - words[at + 1].end
            return words[at + 1].end if rest >= 3 else 0
    return 0


_ADVERBS = frozenset(("共", "累计", "已", "共计", "每年", "全年", "每月", "一共", "合计"))


def _extra_verbs(words: list[Word]) -> int:
    verbs = 0
    while verbs + 1 < len(words) and words[verbs].tag == "v" and words[verbs + 1].tag in ("v", "vn"):
        verbs += 1
    is_noun = verbs + 2 == len(words) and words[-1].tag.startswith("n")
    return words[verbs].start if verbs and is_noun else 0


_SHORT = 7
_INSIDE = frozenset(("占", "含", "用于", "用", "对", "新增", "新建"))

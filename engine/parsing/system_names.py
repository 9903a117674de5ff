"""Finds names of systems in a clause: where a name ends is told by its head, where it begins by the words before.

水情、雨情、地质灾害遥测系统 is one name, 数字档案馆、数字博物馆 are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from engine.lexicon.systems import SystemWords
from engine.lexicon.words import Word, Words


class Mention(NamedTuple):
    """A name at flow [start, end). `is_site` heads (中心, 基地, 网) are systems only on evidence; `verb` is the verb
    of building that governs the name, `owner` the subject before that verb; `after` is what follows in the clause."""

    start: int
    end: int
    name: str
    is_site: bool
    is_generic: bool
    is_quoted: bool
    verb: str
    owner: str | None
    before: str
    after: str


_CLAUSE = re.compile(r"[^。；;！!？?\n，,：:]+")
# the one 的 that ends what describes a name; 目的, 的士 and the like are not met before a head
_PARTICLE = re.compile(r".*(?:的|了|等(?=一批|一系列|各类|重点|重大)|(?<!接)着(?!力))")
_OPEN, _CLOSE = "“‘《（(", "”’》）)"
_LONGEST = 36
_COUNT = r"[\d一二两三四五六七八九十百千余多近]+[个家套座项处批所]"
_OPENING = re.compile(r"^(?:目前|同时|其中|此外|另外|今年|去年|今年以来|近年来|由|并|且)+")
_COUNTED = re.compile(rf"{_COUNT}|\d+(?:余|多)?[名人次条件]")
_MARKER = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]+|第[一二三四五六七八九十百\d]+[章节条]\s*|[一二三四五六七八九十][是要])"
)
_BETWEEN = re.compile(r"[\s、了¹²³⁰-⁹]+|(?:19|20)\d\d年(?:度|底|末)?|第?[一二三四]季度|[上下]半年")
_QUOTED = re.compile(r"[“\"‘「][^”\"’」]{1,20}[”\"’」]")
_SUBJECT_VERB = re.compile(
    r"^(?P<owner>.{2,40}?(?:部门|单位|[两三四五]级|局|委|办|厅|部|政府|公司|集团|银行|学校|医院|大学|中心|法院|检察院"
    r"|街道|镇|乡|管委会|企业|运营商))(?:已经|已|均|都|先后|共同|联合|也|还|正在|正|率先|相继|积极|要|将|分别)*$"
)


def mentions_in(text: str, start: int, end: int, words: SystemWords, tagger: Words) -> Iterator[Mention]:
    """Names in flow text [start, end), in order, not overlapping. Linear: each clause is looked at once a head, and
    only clauses that hold a head are tagged."""
    for clause in _CLAUSE.finditer(text, start, end):
        if len(clause.group()) > 4:
            marker = _MARKER.match(clause.group())
            low = clause.start() + (marker.end() if marker else 0)
            yield from _in_clause(text, low, clause.end(), words, tagger)


def _in_clause(text: str, start: int, end: int, words: SystemWords, tagger: Words) -> Iterator[Mention]:
    at = start
    for head in words.head.finditer(text, start, end):
        if head.end() <= at or _is_quoted_part(text, head, end) or _goes_on(text, head.end(), end, words, tagger):
            continue
        low = max(at, head.end() - _LONGEST - 10)
        stops = _stops(text[low : head.start()], words, tagger)
        mention = _mention(text, low, start, head, end, words, stops)
        at = head.end()
        if mention:
            yield mention


def _is_quoted_part(text: str, head: re.Match[str], end: int) -> bool:
    """Within quotes only a head at their end counts: not the 网 of “一网统管”平台."""
    closing = re.compile("[”’」]").search(text, head.end(), min(end, head.end() + 20))
    if closing is None or re.search("[“‘「]", text[head.end() : closing.start()]):
        return False
    return closing.start() > head.end() or text.rfind("“", head.start() - 4, head.start()) >= 0


def _stops(before: str, words: SystemWords, tagger: Words) -> list[int]:
    """Offsets in the words before a head after which a name may begin: the ends of particles, prepositions, pronouns,
    adverbs and of verbs that do not stand in names."""
    blotted = _without_quotes(before)
    if not blotted.strip("\0"):
        return []
    stops = []
    tagged = tagger.tag(blotted)
    for word in tagged:
        if "\0" in word.text or word.text in _JOINS or words.within.fullmatch(word.text):
            continue
        is_last = word is tagged[-1] and len(word.text) > 1  # 会诊系统: a verb right before the head belongs to it
        if _is_small(word) or words.act.fullmatch(word.text) or (not is_last and _is_strange_verb(word, words)):
            stops.append(word.end)
    return stops


def _is_small(word: Word) -> bool:
    """A particle, preposition, pronoun, adverb or time."""
    if word.tag[:1] == "t":
        return re.search("[年月日季前今近]", word.text) is not None
    return (word.tag[:1] in "pruyec" and word.tag != "eng") or word.tag in {"d", "zg"}


_SMALL_VERBS = frozenset("是有为用含设按占达到由将把被给让使对向从以于在或并成")
_JOINS = frozenset("、和与及等")


def _is_strange_verb(word: Word, words: SystemWords) -> bool:
    """A verb that is neither of building nor known to stand in names; of one character only the commonest (算力 is cut
    to 算 and 力)."""
    if word.tag != "v" or (len(word.text) == 1 and word.text not in _SMALL_VERBS):
        return False
    return not (words.build.fullmatch(word.text) or words.lead.fullmatch(word.text))


def _goes_on(text: str, at: int, end: int, words: SystemWords, tagger: Words) -> bool:
    """Another head stands behind nothing but nouns (城市大脑运营指挥中心): the name ends there."""
    following = words.head.search(text, at, min(end, at + 14))
    if following is None:
        return False
    between = text[at : following.start()]
    if not between:
        return True
    if len(between) > 8 or not _PLAIN.fullmatch(between):
        return False
    return all(word.tag[:1] in "nbjs" or words.within.fullmatch(word.text) for word in tagger.tag(between))


_PLAIN = re.compile(r"(?:(?![、和与及等的了已为在有是])[\u4e00-\u9fff])+")


def _mention(
    text: str, low: int, clause: int, head: re.Match[str], end: int, words: SystemWords, stops: list[int]
) -> Mention | None:
    before = text[low : head.start()]
    start = low + _name_start(before, words, stops)
    start = _past_conjunction(text, start, head.start(), words)
    start += _skip(text[start : head.start()], 0, words)
    counted = words.quantifier.match(text, start, head.start())
    if counted and _QUOTED.match(text, counted.end(), head.end()):
        start = counted.end()  # 各类“金”字工程 is one system all the same
    name = text[start : head.end()]
    modifier = text[start : head.start()]
    lead = text[max(clause, start - 14) : start]
    if not _is_name(name, modifier, lead, words, is_whole=head.group("whole") is not None):
        return None
    verb, owner = _governing(text[clause:start], words)
    return Mention(
        start,
        head.end(),
        name,
        is_site=head.group("site") is not None,
        is_generic=head.group("whole") is None and _is_generic(modifier, words),
        is_quoted=_QUOTED.search(name) is not None,
        verb=verb,
        owner=owner,
        before=text[clause:start],
        after=text[head.end() : end],
    )


def _is_generic(modifier: str, words: SystemWords) -> bool:
    plain = re.sub(r"[“”\"‘’]", "", modifier)
    return words.generic.fullmatch(plain) is not None and not words.specific.search(plain)


def _name_start(before: str, words: SystemWords, stops: list[int]) -> int:
    """Where in the words before a head its name begins."""
    particle = _PARTICLE.match(_without_quotes(before))
    start = max([particle.end() if particle else 0, *stops])
    start = _skip(before, start, words)
    start = _after_subject(before, start, words)
    start = _after_list(before, start, words)
    return _open_bracket(before, _skip(before, start, words))


def _after_list(before: str, start: int, words: SystemWords) -> int:
    """引进大项目、培育大产业、建设大平台: 、 before a verb or after a predicate parts no list of names."""
    for comma in re.finditer("、", _without_quotes(before[start:])):
        at = start + comma.end()
        verbal = words.build.match(before, at) or words.lead.match(before, at)
        if (verbal and verbal.end() < len(before)) or re.search("[不未无很更]", before[start : at - 1]):
            start = at
    return start


def _without_quotes(text: str) -> str:
    """The text with what stands in quotes or brackets blotted out, so that no verb is found there."""
    return re.sub(r"[“\"‘《（(][^”\"’》）)]*[”\"’》）)]", lambda match: "\0" * len(match.group()), text)


def _skip(before: str, start: int, words: SystemWords) -> int:
    """Past openings and verbs that stand at the beginning, however many."""
    at = start
    while at < len(before):
        for pattern in (_BETWEEN, words.build, words.lead, words.opening):
            match = pattern.match(before, at)
            if match and match.end() > at:
                at = match.end()
                break
        else:
            return at
    return at


def _after_subject(before: str, start: int, words: SystemWords) -> int:
    """城管、规划、建设等部门建设数字化管理服务平台: after the verb whose subject is an organ."""
    blotted = _without_quotes(before)
    for verb in words.build.finditer(blotted, start):
        if verb.start() > start and _SUBJECT_VERB.match(before[start : verb.start()]):
            return verb.end()
    return start


def _open_bracket(before: str, start: int) -> int:
    """A bracket or quote that opens before the name and closes in it is not cut in two."""
    depth = 0
    for at in range(len(before) - 1, start - 1, -1):
        if before[at] in _CLOSE:
            depth += 1
        elif before[at] in _OPEN:
            if depth == 0:
                return at + 1
            depth -= 1
    return start


def _past_conjunction(text: str, start: int, head: int, words: SystemWords) -> int:
    """Where the words before 、 or 和 are a name of their own the name begins after it."""
    at = start
    for match in re.finditer(r"[、]|以及|[和与及或]", _without_quotes(text[start:head])):
        left = text[at : start + match.start()]
        ended = [found.end() for found in words.head.finditer(left)]
        if left.endswith(("建设", "等")) or (ended and ended[-1] == len(left)):
            at = start + match.end()
    return at


def _is_name(name: str, modifier: str, lead: str, words: SystemWords, *, is_whole: bool) -> bool:
    if not (2 - 2 * is_whole) <= len(modifier) <= _LONGEST:
        return False
    if (
        re.search(r"[。；！？，]|\d+[%％]|^[\d.]+$", modifier)
        or _COUNTED.match(modifier)
        or name[0] in "”’）)》性化型级类层"
    ):
        return False
    plain = re.sub(r"[“”\"‘’\s]", "", name)
    if not _QUOTED.search(name) and (words.abstract.search(plain) or name.endswith("工程")):
        return False
    if modifier.endswith(("、", "+", "和", "与", "及", "或")):  # 技术规范、平台: the head stands for itself
        return False
    if name.endswith("工程") and not re.search('[”"’]字?工程$', name):
        return False
    if name.endswith("体系") and not words.technical.search(name):
        return False
    return not words.quantifier.match(modifier) and not _is_counted(lead, modifier, words)


def _is_counted(lead: str, modifier: str, words: SystemWords) -> bool:
    """一批载体平台, 各类应用平台: no one system; a quoted name is one all the same."""
    if _QUOTED.search(modifier):
        return False
    counted = rf"(?:{words.quantifier.pattern}|{_COUNT})(?:以上)?(?:重要|的)?$"
    return re.search(counted, lead) is not None


def _governing(before: str, words: SystemWords) -> tuple[str, str | None]:
    """The verb of building nearest before a name, and the organ that is its subject."""
    verbs = [*words.build.finditer(before)]
    built = verbs[-1].group() if verbs else ""
    for verb in sorted([*verbs, *words.act.finditer(before)], key=lambda match: match.start()):
        subject = _SUBJECT_VERB.match(before[: verb.start()].strip("，, "))
        if subject:
            return built, _OPENING.sub("", subject["owner"])
    return built, None

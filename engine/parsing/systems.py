"""Platforms, networks, databases, centres and parks that the text names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from msgspec import structs

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.systems import SystemWords
from engine.model.flow import Flow
from engine.model.parse import FieldPlace, Heading, Metric, System
from engine.parsing.sections import is_planned, sections_of
from engine.parsing.system_names import Mention, mentions_in
from engine.parsing.task_marks import find_marks


class _Found(NamedTuple):
    """One system as its mentions come in: `key` is its name without quotes and scope."""

    key: str
    name: str
    owner: str | None
    status: str
    confidence: float
    spans: list[tuple[int, int]]
    aliases: list[str]


_KINDS = frozenset({"body", "list", "heading", "footnote"})


def find_systems(
    flow: Flow, outline: tuple[Heading, ...], metrics: tuple[Metric, ...], lexicon: Lexicon
) -> tuple[System, ...]:
    """Systems in the order of their first mention, each with all its mentions. Names of general words only
    (智慧服务平台) and heads that are often no thing (中心, 基地, 网) need evidence that somebody made or runs them."""
    words = lexicon.systems
    sections = sections_of(flow, outline, lexicon.task_words)
    found = _Register(words)
    marks = [(mark.start, mark.end) for mark in find_marks(flow, lexicon.task_words, lexicon.organs)]
    for paragraph in flow.paragraphs:
        if paragraph.kind not in _KINDS:
            continue
        for mention in mentions_in(flow.text, paragraph.start, paragraph.end, words, lexicon.words):
            if not _is_within(marks, mention.start):  # 责任单位：省大数据中心 names an organ
                _take(found, mention, flow, words, planned=is_planned(sections, mention.start))
    systems = [_system(number, each, flow) for number, each in enumerate(found.systems, 1)]
    return _with_metrics(systems, metrics, flow)


def _is_within(ranges: list[tuple[int, int]], offset: int) -> bool:
    at = bisect_right(ranges, offset, key=lambda each: each[0]) - 1
    return at >= 0 and offset < ranges[at][1]


def _take(found: _Register, mention: Mention, flow: Flow, words: SystemWords, *, planned: bool) -> None:
    whole, key = mention, _key(mention.name)
    same = found.find(key)
    if same is None and "、" in mention.name:  # 创新南部商务区、创新128园区: what stands before is no system
        last = mention.name.rsplit("、", 1)[-1]
        mention = mention._replace(start=mention.end - len(last), name=last)
        key = _key(last)
        same = found.find(key)
    if same is not None:
        found.put(_merged(found.systems[same], mention, key), same)
        return
    mention, key = whole, _key(whole.name)
    status = _status(mention, words, planned=planned)
    if not _is_shown(mention, words, status):
        return
    confidence = 0.9 if mention.is_quoted or mention.verb else 0.8
    confidence -= 0.1 * mention.is_site + 0.15 * mention.is_generic
    alias = _ALIAS.match(flow.text, mention.end, mention.end + 40)
    aliases = [alias["name"]] if alias else []
    owner = mention.owner or _run_by(mention)
    spans = [(mention.start, mention.end)]
    found.put(_Found(key, mention.name, owner, status, round(confidence, 2), spans, aliases))


_ALIAS = re.compile(r"[（(](?:以下|下)?(?:统一)?简称[为：:]?[“\"]?(?P<name>[^”\"）)]{2,20})[”\"]?[）)]")


def _key(name: str) -> str:
    plain = re.sub(r"[“”\"‘’「」\s、]|[（(][^）)]*[）)]", "", name)
    return re.sub(r"^(?:全国|全省|全市|全区|全县|我省|我市|我区|我县|本市|本区)(?:统一的?)?", "", plain) or plain


class _Register:
    """The systems found so far, looked up by name, by core (创新128产业园 and 创新128园区) and by the end of a name."""

    def __init__(self, words: SystemWords) -> None:
        self.systems: list[_Found] = []
        self._words = words
        self._by_name: dict[str, int] = {}
        self._by_core: dict[tuple[str, str], int] = {}
        self._by_end: dict[str, list[int]] = {}

    def put(self, system: _Found, number: int | None = None) -> None:
        """Adds a system, or stores it again under the number it has."""
        if number is None:
            number = len(self.systems)
            self.systems.append(system)
        self.systems[number] = system
        for name in (system.key, *system.aliases):
            self._by_name[name] = number
        self._by_core[_core(system.key, self._words)] = number
        ends = self._by_end.setdefault(system.key[-_SHORTEST_END:], [])
        if number not in ends[-3:]:
            ends.append(number)

    def find(self, key: str) -> int | None:
        """The number of the system a name repeats: the same name, the same core, or the end of a longer one or a longer
        one of its end. The last found wins; a name of general words (政府门户网站) must not fit two."""
        same = self._by_name.get(key, self._by_core.get(_core(key, self._words)))
        if same is not None:
            return same
        near = self._by_end.get(key[-_SHORTEST_END:], [])[-_NEAR:]
        ends = [number for number in near if _is_end(key, self.systems[number].key)]
        if not ends or (len(ends) > 1 and _is_general(min(key, self.systems[ends[-1]].key, key=len), self._words)):
            return None
        return ends[-1]


_SHORTEST_END = 5
_NEAR = 20  # so many systems of the same end are compared at most


def _is_end(key: str, other: str) -> bool:
    short, long = sorted((key, other), key=len)
    return len(short) >= _SHORTEST_END and long.endswith(short)


def _core(key: str, words: SystemWords) -> tuple[str, str]:
    for head in sorted(words.families, key=len, reverse=True):
        if key.endswith(head) and len(key) > len(head) + 1:
            return key[: -len(head)], words.families[head]
    return key, ""


def _is_general(key: str, words: SystemWords) -> bool:
    head = next((match for match in words.head.finditer(key) if match.end() == len(key)), None)
    return head is not None and words.generic.fullmatch(key[: head.start()]) is not None


def _merged(system: _Found, mention: Mention, key: str) -> _Found:
    system.spans.append((mention.start, mention.end))
    if mention.name != system.name and mention.name not in system.aliases:
        if len(key) > len(system.key) and key.endswith(system.key):
            system.aliases.append(system.name)
            return system._replace(key=key, name=mention.name, owner=system.owner or mention.owner)
        system.aliases.append(mention.name)
    return system._replace(owner=system.owner or mention.owner)


def _is_shown(mention: Mention, words: SystemWords, status: str) -> bool:
    if mention.is_quoted:
        return True
    owned = mention.owner is not None or _run_by(mention) is not None
    after = _REST_OF_LIST.sub("", mention.after)
    stands = words.done.match(after[2:]) or words.done.match(after) or words.going.search(mention.after[:24])
    stands = stands or _GAINED.search(mention.before)
    if mention.is_generic:
        made = bool(mention.verb) and not mention.is_site and status == "built"
        return owned or made or (stands is not None and not mention.is_site and status != "planned")
    if _NAMES_LITTLE.fullmatch(mention.name):  # 安卓系统, 数字平台
        return owned or bool(mention.verb) or stands is not None
    if mention.is_site:
        if re.match(r"\s*\d+(?:余|多)?[家个处座所]", mention.after):
            return False
        return owned or bool(mention.verb) or stands is not None
    return True


_NAMES_LITTLE = re.compile(r"(?:.{1,2}|[A-Za-z]+)(?:平台|系统)")
_REST_OF_LIST = re.compile(r"^(?:[、和][^、，。和]{2,14})+?(?=建成|已|投入|投用|启用|开放|等)|^等")
_GAINED = re.compile("获批|批准设立|落户|落地|挂牌|进驻|入驻")
_RUN_BY = re.compile(
    r"由(?P<owner>[^由，。]{2,24}?)(?:牵头|负责|组织|统一|共同|联合)*(?:建设|建立|开发|运营|管理|承建|主办|搭建|打造|运维)"
)


def _run_by(mention: Mention) -> str | None:
    match = _RUN_BY.search(mention.before[-40:]) or _RUN_BY.match(mention.after)
    return match["owner"] if match else None


def _status(mention: Mention, words: SystemWords, *, planned: bool) -> str:
    near = mention.before[-16:]
    if re.search(r"(?:建立|建成|构建|打造|搭建|开通|成立|设立|推出|启用)(?:了|起)|建成|已|拥有", near):
        return "built"
    if words.done.match(mention.after):
        return "built"
    started = re.search(r"启动|加快|推进|实施$", near) and mention.after.lstrip("）)").startswith("建设")
    if started or words.going.search(mention.after[:24]) or re.search(r"正在|在建|加快(?:建设|推进)$", near):
        return "planned" if planned else "building"
    if planned or words.coming.search(near):
        return "planned"
    if mention.verb in {"筹建", "规划"}:
        return "planned"
    return "built"


def _system(number: int, found: _Found, flow: Flow) -> System:
    places = tuple(place for start, end in found.spans for place in flow.places(start, end))
    first = found.spans[0]
    fields = {"name": FieldPlace(flow.places(*first))}
    if found.owner:
        at = flow.text.rfind(found.owner, max(0, first[0] - 80), first[0])
        if at >= 0:
            fields["owner"] = FieldPlace(flow.places(at, at + len(found.owner)))
    return System(
        id=f"s{number}",
        name=found.name,
        confidence=found.confidence,
        spans=tuple(found.spans),
        owner=found.owner,
        status=found.status,  # type: ignore[arg-type]
        aliases=tuple(found.aliases),
        places=places,
        fields=fields,
    )


# A new sentence or a clause with a subject of its own: …产业园等一批载体平台加快建设，目前已拥有企业430多家
_NEW_SUBJECT = re.compile("[。；;！!？?]|等一批|[，,](?:目前|今年|去年|全[市区县省州]|我[市区县省州]|此外|同时|另外)")


def _with_metrics(systems: list[System], metrics: tuple[Metric, ...], flow: Flow) -> tuple[System, ...]:
    """Each metric goes to the system named last before it in its sentence (up to 。 or ；)."""
    spans = sorted((span, system.id) for system in systems for span in system.spans)
    held: dict[str, list[str]] = {}
    for metric in metrics:
        at = bisect_left(spans, ((metric.span[0], metric.span[0]), "")) - 1
        if at < 0:
            continue
        (_, end), owner = spans[at]
        between = flow.text[end : metric.span[0]]
        if (
            len(between) < 120
            and not _NEW_SUBJECT.search(between)
            and flow.paragraph_at(end) == flow.paragraph_at(metric.span[0])
        ):
            held.setdefault(owner, []).append(metric.id)
    return tuple(structs.replace(system, metrics=tuple(held.get(system.id, ()))) for system in systems)

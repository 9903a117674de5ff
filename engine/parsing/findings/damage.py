"""Characters broken by conversion: what the flow repaired, what it could not, and what nobody repaired yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.lexicon.damage import Damage
from engine.model.flow import Flow, Repair
from engine.parsing.findings.point import Point
from engine.text.damage import broken_characters, repairs_of

_ONCE = frozenset({"damage.radical", "damage.compatibility", "damage.width", "notation.zero"})
_FEW = 3  # more places of one damaged sign are one finding: an old font breaks it everywhere
_REST_OF_DATE = re.compile(
    r"年(?:\s*[〇一二三四五六七八九十\d]{1,3}\s*月)?(?:\s*[〇一二三四五六七八九十\d]{1,3}\s*日)?"
)
_WORD = re.compile(r"[\u4e00-\u9fff]")


def damage_points(flow: Flow, damage: Damage) -> Iterator[Point]:
    """Findings of repairs, each with what the page says as quote. Spellings that are spread over a document (radicals,
    compatibility forms, full-width digits, ○ for 〇) are one finding a rule; so is a sign broken in many places."""
    alike: dict[tuple[str, str], list[Repair]] = {}
    for repair in (*flow.repairs, *_unrepaired(flow, damage)):
        if not repair.rule.startswith("form."):
            sign = "" if repair.rule in _ONCE else repair.before
            alike.setdefault((repair.rule, sign), []).append(repair)
    for (rule, _), repairs in alike.items():
        if rule in _ONCE or (rule == "damage.glyph" and len(repairs) > _FEW):
            yield _many(_point(flow, repairs[0]), repairs)
        else:
            for repair in repairs:
                yield _point(flow, repair)
    yield from _unreadable(flow)


def _unrepaired(flow: Flow, damage: Damage) -> Iterator[Repair]:
    """Damage still in the flow's text: `before` is what stands there; the repair itself is in the table."""
    for paragraph in flow.paragraphs:
        for found in repairs_of(flow.of(paragraph), damage):
            start, end = paragraph.start + found.start, paragraph.start + found.end
            yield _Open(start, end, found.before, found.rule, found.certain, after=found.after)


class _Open(Repair, frozen=True):
    """A repair not made: the text still says `before`, it should say `after`."""

    after: str = ""


def _point(flow: Flow, repair: Repair) -> Point:
    start, end = _shown(flow, repair)
    quote = flow.original(start, end)
    suggestion = flow.text[start:end]
    if isinstance(repair, _Open):
        suggestion = flow.text[start : repair.start] + repair.after + flow.text[repair.end : end]
    certainty = {} if repair.certain else {"certain": 0.0}
    return Point(repair.rule, start, end, suggestion, {"text": suggestion, **certainty}, quote=quote)


def _shown(flow: Flow, repair: Repair) -> tuple[int, int]:
    """The range that a reader needs to see: the word of a sign (布臵), the whole of a date or number."""
    start, end = repair.start, repair.end
    if repair.rule in {"damage.zero", "notation.zero"}:
        rest = _REST_OF_DATE.match(flow.text, end)
        return start, rest.end() if rest else end
    if repair.rule == "damage.glyph":
        if start > 0 and _WORD.match(flow.text, start - 1):
            return start - 1, end
        return (start, end + 1) if end < len(flow.text) and _WORD.match(flow.text, end) else (start, end)
    while start > 0 and repair.start - start < 15 and re.match(r"[\d.,]", flow.text[start - 1]):
        start -= 1
    number = re.compile(r"[\d.,]*[%％‰万亿年]?").match(flow.text, end)
    return start, number.end() if number else end


def _many(point: Point, repairs: list[Repair]) -> Point:
    spans = tuple((repair.start, repair.end) for repair in repairs)
    return point._replace(expected={**point.expected, "count": float(len(repairs))}, spans=spans)


def _unreadable(flow: Flow) -> Iterator[Point]:
    """Signs that stand for nothing: one finding a sign, with all its places."""
    places: dict[str, list[tuple[int, int]]] = {}
    for start, end in broken_characters(flow.text):
        places.setdefault(flow.text[start:end], []).append((start, end))
    for spans in places.values():
        start, end = spans[0]
        yield Point("damage.unreadable", start, end, expected={"count": float(len(spans))}, spans=tuple(spans))

"""Sentences of a paragraph with their quantities sorted, and the stretch of text on either side of each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.periods import Period
from engine.model.parse import NumeralClass
from engine.parsing.metrics.sorting import sort_quantity
from engine.parsing.quantities.find import scan_quantities
from engine.parsing.quantities.quantity import Quantity
from engine.parsing.quantities.reading import Reading

_SENTENCE_END = re.compile(r"[。！？!?][”’」』）)]*|[\n]|\.(?=\s|$)")
_BARRIER = re.compile(r"[，；：。！？,;:—\n]")
_LONGEST = 1000
_JOINT = re.compile(r"(?:、|和|及|以及|与|并)+")


class Mention(NamedTuple):
    """A quantity with what it was sorted as."""

    quantity: Quantity
    sort: NumeralClass


class Sentence(NamedTuple):
    """[start, end) of the reading; periods and mentions in order, with offsets of the reading."""

    start: int
    end: int
    periods: list[Period]
    mentions: list[Mention]


class Slot(NamedTuple):
    """A candidate with the text that is its own: left [left, quantity.start), right [quantity.end, right).
    `run` tells that only a joint stands between it and the candidate before (`x、y和z`); `topic` is where the clauses
    since the quantity before, of whatever sort, begin; `start` that of the sentence."""

    quantity: Quantity
    left: int
    right: int
    run: bool
    topic: int
    start: int


def split_sentences(reading: Reading, lexicon: Lexicon) -> list[Sentence]:
    """Every sentence of a paragraph, with its quantities sorted."""
    text = reading.text
    periods = lexicon.periods.find(text)
    starts = [period.start for period in periods]
    mentions = []
    for quantity in scan_quantities(reading, lexicon):
        at = bisect_right(starts, quantity.number_start) - 1
        period = periods[at] if at >= 0 else None
        mentions.append(Mention(quantity, sort_quantity(text, quantity, period, lexicon)))
    sentences = []
    start = first_period = first = 0  # what is not in a sentence yet
    numbers = [one.quantity.number_start for one in mentions]
    for end in _ends(text):
        period_end, last = bisect_left(starts, end), bisect_left(numbers, end)
        if end > start:
            sentences.append(Sentence(start, end, periods[first_period:period_end], mentions[first:last]))
        start, first_period, first = end, period_end, last
    return sentences


def _ends(text: str) -> Iterator[int]:
    """Where sentences end; one that will not end is cut at a comma, so that time stays linear in the text's length."""
    at = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]:
        while end - at > _LONGEST:
            comma = max(text.rfind(mark, at + _LONGEST // 2, at + _LONGEST) for mark in "，；,;、")
            at = comma + 1 if comma > 0 else at + _LONGEST
            yield at
        yield end
        at = end


def find_slots(text: str, sentence: Sentence, trends: re.Pattern[str]) -> list[Slot]:
    """The candidates of a sentence, each with its own stretch of text. `trends` matches a word of change."""
    candidates = [mention.quantity for mention in sentence.mentions if mention.sort == "metric"]
    barriers = [sentence.start]
    barriers += [match.end() for match in _BARRIER.finditer(text, sentence.start, sentence.end)]
    slots: list[Slot] = []
    for index, quantity in enumerate(candidates):
        before = candidates[index - 1] if index else None
        following = candidates[index + 1] if index + 1 < len(candidates) else None
        left, run = _left(text, quantity, before, barriers, trends)
        if run and before and quantity.qualifier is None and before.number_start - before.start > 1:
            quantity = quantity._replace(qualifier=before.qualifier)  # noqa: PLW2901 - 分别低于7%和5%
        right = _right(text, quantity, following, barriers, sentence.end)
        slots.append(Slot(quantity, left, right, run, before.end if before else sentence.start, sentence.start))
    return slots


def _left(
    text: str, quantity: Quantity, before: Quantity | None, barriers: list[int], trends: re.Pattern[str]
) -> tuple[int, bool]:
    left = max((barrier for barrier in barriers if barrier <= quantity.start), default=0)
    opened = text.rfind("（", left, quantity.start)
    if opened >= 0 and "）" not in text[opened : quantity.start]:
        left = opened + 1
    if before is None:
        return left, False
    gap = text[before.end : quantity.start]
    if not gap and quantity.group == before.group:
        return quantity.start, True  # 2314户4876名
    if _JOINT.fullmatch(gap) and (quantity.unit == before.unit or _is_akin(quantity, before)):
        return quantity.start, True
    if (
        (joint := _JOINT.match(gap))
        and trends.fullmatch(gap, joint.end())
        and "分别" in text[max(0, before.start - 8) : before.start]
    ):
        return before.end + joint.end(), True
    if before.end <= left:
        return left, False
    joint = _JOINT.match(gap)
    if joint:
        return before.end + joint.end(), False
    cut = max(gap.rfind("、"), gap.rfind("和"), gap.rfind("及"), gap.rfind("与"))
    if cut >= 0 and before.group in ("count", "person", "", "area", "length"):
        return before.end + cut + 1, False
    return before.end, False


def _is_akin(one: Quantity, other: Quantity) -> bool:
    """Of one group, or both told in proportion: 分别增长26.3%和1.4倍."""
    return one.group == other.group or {one.group, other.group} == {"ratio", "multiple"}


def _right(text: str, quantity: Quantity, following: Quantity | None, barriers: list[int], end: int) -> int:
    right = min((barrier - 1 for barrier in barriers if barrier > quantity.end), default=end)
    right = min(right, end)
    if text[right - 1 : right] in "。！？" and right > quantity.end:
        right -= 1
    if following is None or following.start >= right:
        return max(right, quantity.end)
    gap = text[quantity.end : following.start]
    cut = max(gap.rfind("、"), gap.rfind("和"), gap.rfind("及"), gap.rfind("与"))
    return quantity.end + (cut if cut >= 0 else len(gap))

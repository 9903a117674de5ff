"""Touched items found again among those of another parse: by fingerprint, by place in the same text, fuzzily.

Of one parse no two are found as the same item; those of several parses are, where their words or their place say so."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from engine.anchoring.anchor import Quote, anchor_places, anchor_quote
from engine.anchoring.normalise import normal_text
from engine.editing.conflicts import same
from engine.editing.items import Machine
from engine.editing.machine import item_id, machine_items, parse_id
from engine.editing.review import Record
from engine.editing.targets import FlowText, fingerprint
from engine.model.parse import Parse
from engine.model.place import Places

ALIKE = 62.0  # of 100: a sentence that was changed, not another one
OVERLAP = 0.5
MANY = 400_000  # comparisons of sentences; beyond, only those near where an item is expected
NEAR = 60  # items either side


class Candidate(NamedTuple):
    """One item of the new parse, as it is compared."""

    id: str
    kind: str
    ordinal: int
    record: Machine
    sentence: str
    quote: str
    places: Places
    span: tuple[int, int] | None


class Match(NamedTuple):
    """The item a target was found as; `is_identical` when its sentence and its own words are the same."""

    candidate: Candidate
    is_identical: bool


def words_of(kind: str, record: Machine) -> str:
    """An item's own words, as `Item.quote` gives them."""
    if kind == "heading":
        return f"{getattr(record, 'marker', '')}{getattr(record, 'title', '')}"
    for name in ("quote", "text", "name", "caption"):
        words = getattr(record, name, None)
        if isinstance(words, str) and words:
            return words
    return ""


def candidates(parse: Parse) -> list[Candidate]:
    """Everything the machine found, ready to be compared."""
    one = parse_id(parse)
    found: list[Candidate] = []
    for at, (kind, ordinal, record) in enumerate(machine_items(parse)):
        words = words_of(kind, record)
        spans = getattr(record, "spans", None)
        span = (spans[0] if spans else None) if spans is not None else getattr(record, "span", None)
        sentence = getattr(record, "sentence", "") or words
        found.append(Candidate(item_id(kind, one, ordinal), kind, at, record, sentence, words, record.places, span))
    return found


def matched(targets: Mapping[str, Record], parse: Parse, *, same_text: frozenset[str]) -> dict[str, Match]:
    """The item each target is now, by target key; targets that are nowhere are not in it.

    `same_text` are the keys whose parse was of the very text of the new one: there the place on the page tells too.
    """
    matcher = _Matcher(parse)
    matcher.by_fingerprint(targets)
    matcher.by_place({key: record for key, record in targets.items() if key in same_text})
    matcher.by_likeness(targets)
    return matcher.found


class _Pool:
    """Candidates of one kind in text order with their sentences in normal form."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self.all = candidates
        self.ordinals = [one.ordinal for one in candidates]
        self._said = [normal_text(one.sentence) for one in candidates]
        self._grouped: dict[tuple[int, int], Mapping[str, list[Candidate]]] = {}  # the part asked for last

    def near(self, at: int, reach: int) -> slice:
        """The part of the pool that lies around a place."""
        return slice(max(0, at - reach), min(len(self.all), at + reach))

    def by_sentence(self, near: slice) -> Mapping[str, list[Candidate]]:
        """The candidates of a part by their sentence: one that lists a dozen figures is compared as one."""
        known = self._grouped.get((near.start, near.stop))
        if known is None:
            grouped: dict[str, list[Candidate]] = defaultdict(list)
            for said, one in zip(self._said[near], self.all[near], strict=True):
                grouped[said].append(one)
            self._grouped = {(near.start, near.stop): grouped}
            return grouped
        return known


class _Matcher:
    def __init__(self, parse: Parse) -> None:
        self.found: dict[str, Match] = {}
        self._text = FlowText(parse)
        self._taken: dict[str, set[str]] = defaultdict(set)  # parses of the targets found as an item, by its id
        self._contexts: dict[str, tuple[str, str]] = {}
        self._all = candidates(parse)
        self._prints: dict[str, list[Candidate]] = defaultdict(list)
        self._pages: dict[tuple[str, int], list[Candidate]] = defaultdict(list)
        self._kinds: dict[str, list[Candidate]] = defaultdict(list)
        for one in self._all:
            self._prints[fingerprint(one.kind, one.sentence, one.quote)].append(one)
            self._kinds[one.kind].append(one)
            for place in one.places[:1]:
                self._pages[one.kind, place.page].append(one)

    def by_fingerprint(self, targets: Mapping[str, Record]) -> None:
        """The same kind, sentence and words. Equal ones are told apart by what stands around, then by order."""
        equal: dict[str, list[str]] = defaultdict(list)
        for key, record in targets.items():
            if str(record.get("fingerprint")) in self._prints:
                equal[str(record.get("fingerprint"))].append(key)
        for mark, keys in equal.items():
            pool = self._prints[mark]
            if len(pool) == 1:
                for key in keys:
                    self._take(key, pool[0], is_identical=True)
                continue
            scored = sorted(
                ((self._closeness(targets[key], one), key, one) for key in keys for one in pool),
                key=lambda triple: (-triple[0], triple[2].ordinal),
            )
            for _, key, one in scored:
                self._take(key, one, is_identical=True)

    def by_place(self, targets: Mapping[str, Record]) -> None:
        """The same characters of the same page (the text has not changed, the machine reads it otherwise)."""
        for key, record in targets.items():
            places = anchor_places(record.get("anchor"))
            if key in self.found or not places:
                continue
            pool = self._pages[str(record.get("kind")), places[0].page]
            best = max(((_overlap(places, one.places), one) for one in pool), key=lambda pair: pair[0], default=None)
            if best and best[0] >= OVERLAP:
                self._take(key, best[1], is_identical=True)

    def by_likeness(self, targets: Mapping[str, Record]) -> None:
        """A changed sentence: the most alike first."""
        unmatched: dict[str, list[str]] = defaultdict(list)
        for key, record in targets.items():
            if key not in self.found:
                unmatched[str(record.get("kind"))].append(key)
        scored: list[tuple[float, str, Candidate]] = []
        for kind, keys in unmatched.items():
            pool = _Pool([one for one in self._kinds[kind] if not self._taken.get(one.id)])
            reach = NEAR if len(keys) * len(pool.all) > MANY else len(pool.all)
            guess = self._guesses(kind, pool)
            for key in keys:
                near = pool.near(guess(key), reach)
                scored.extend((score, key, one) for score, one in self._alike(targets[key], pool, near))
        for _, key, one in sorted(scored, key=lambda triple: (-triple[0], triple[2].ordinal)):
            self._take(key, one, is_identical=False)

    def _guesses(self, kind: str, pool: _Pool) -> Callable[[str], int]:
        """Where in a pool an item is expected: after the item before it that was found."""
        known = sorted(
            (_ordinal(key), match.candidate.ordinal)
            for key, match in self.found.items()
            if match.candidate.kind == kind
        )
        first = self._kinds[kind][0].ordinal if self._kinds[kind] else 0

        def guess(key: str) -> int:
            at = bisect_right(known, (_ordinal(key), 1 << 60)) - 1
            before, ordinal = known[at] if at >= 0 else (1, first)
            return bisect_right(pool.ordinals, ordinal + _ordinal(key) - before)

        return guess

    def _alike(self, record: Record, pool: _Pool, near: slice) -> list[tuple[float, Candidate]]:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - late: not before page one

        sentence = normal_text(str(record.get("sentence") or ""))
        quote = anchor_quote(record.get("anchor")) or Quote("")
        words = normal_text(quote.exact)
        there = pool.by_sentence(near)
        hits = process.extract(sentence, list(there), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=12)
        found: list[tuple[float, Candidate]] = []
        for said, score, _ in hits:
            for one in there[said]:
                own = fuzz.ratio(words, normal_text(one.quote)) / 100
                found.append((0.5 * score / 100 + 0.35 * self._around(quote, one) + 0.15 * own, one))
        return found

    def _around(self, quote: Quote, one: Candidate) -> float:
        from rapidfuzz import fuzz  # noqa: PLC0415

        if one.id not in self._contexts:
            there = self._text.quote(one.span, one.quote)
            self._contexts[one.id] = normal_text(there.prefix)[-12:], normal_text(there.suffix)[:12]
        prefix, suffix = self._contexts[one.id]
        before = fuzz.ratio(normal_text(quote.prefix)[-12:], prefix)
        after = fuzz.ratio(normal_text(quote.suffix)[:12], suffix)
        return float(before + after) / 200

    def _closeness(self, record: Record, one: Candidate) -> float:
        quote = anchor_quote(record.get("anchor")) or Quote("")
        places = anchor_places(record.get("anchor"))
        near = 0.0
        if places and one.places and places[0].page == one.places[0].page:
            near = 0.2 + 0.6 * _overlap(places, one.places)
        return self._around(quote, one) + near

    def _take(self, key: str, one: Candidate, *, is_identical: bool) -> None:
        parse = key.rpartition(":")[0]
        taken = self._taken[one.id]
        if key not in self.found and (parse not in taken if is_identical else not taken):
            self.found[key] = Match(one, is_identical)
            taken.add(parse)


def _ordinal(key: str) -> int:
    """17 of `metric:ps-…:m17`."""
    digits = key.rpartition(":")[2].lstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits) if digits.isdigit() else 0


def _overlap(one: Places, other: Places) -> float:
    """Share of the characters of two places that is common to both; 0 without characters."""
    if not one or not other or one[0].page != other[0].page or one[0].chars is None or other[0].chars is None:
        return 0.0
    (start, end), (first, last) = one[0].chars, other[0].chars
    return max(0, min(end, last) - max(start, first)) / max(max(end, last) - min(start, first), 1)


def context_of(candidate: Candidate, text: FlowText) -> Quote:
    """The quote of an item of the new parse with its context."""
    return text.quote(candidate.span, candidate.quote)


def same_value(one: Any, other: Any) -> bool:
    """Whether two field values are the same: lists and tuples alike, 25 and 25.0 too, but not 1 and True."""
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return same(list(one), list(other))
    return same(one, other)

"""A quote found again: exact in normal form, told apart by context and place, else fuzzily above a threshold, else not.

Silently wrong is worse than not found: what cannot be told apart is given back as lost, for the list a person goes
through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from engine.anchoring.anchor import Quote
from engine.anchoring.normalise import normal_text
from engine.anchoring.pages import DocumentText

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcodes

How = Literal["exact", "fuzzy", "changed"]

LONG = 8  # normal characters that may stand without context, when they occur once
CONTEXT_ENOUGH = 0.45  # of a short quote that occurs once
MARGIN = 0.12  # by which the best context must beat the next
FUZZY = 82.0  # of 100, for quotes that are not there word for word
WINDOW = 68.0  # of 100, for a quote together with its context
BOOK = 60_000  # normal characters; of more only the part around is searched fuzzily
CANDIDATES = 3000


class Found(NamedTuple):
    """Normal range of a quote in a document's text. `how`: word for word; a little different (`fuzzy`); in its
    context, but with other words (`changed`). `score` from 0 to 1."""

    start: int
    end: int
    how: How
    score: float


class _Words(NamedTuple):
    exact: str
    prefix: str
    suffix: str


def find(quote: Quote, document: DocumentText, near: tuple[int, float] | None = None) -> Found | None:
    """The place of a quote, None where it is lost or cannot be told from its likes.

    `near` is where it stood: normal offset hint in this document and how far from it (in normal characters) a place
    still counts as the same, for telling equal contexts apart."""
    words = _Words(normal_text(quote.exact), normal_text(quote.prefix), normal_text(quote.suffix))
    if not words.exact:
        return None
    places = list(_occurrences(document.text, words.exact))
    if places:
        found = _chosen(places, words, document.text, near)
        if found is not None or len(places) > 1 or len(words.exact) >= LONG:
            return found
    return _fuzzy(words, document.text, near) if not places else None


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    count = 0
    while at >= 0 and count < CANDIDATES:
        yield at
        count += 1
        at = text.find(words, at + 1)


def _chosen(places: list[int], words: _Words, text: str, near: tuple[int, float] | None) -> Found | None:
    scored = sorted(((context_score(text, at, at + len(words.exact), words), at) for at in places), reverse=True)
    best, at = scored[0]
    has_context = bool(words.prefix or words.suffix)
    if len(scored) == 1:
        if len(words.exact) >= LONG or best >= CONTEXT_ENOUGH or not has_context:
            return Found(at, at + len(words.exact), "exact", best)
        return None
    rivals = [(score, place) for score, place in scored if score >= best - MARGIN]
    if len(rivals) == 1:
        is_enough = best >= CONTEXT_ENOUGH or (len(words.exact) >= LONG and best >= 0.2)
        return Found(at, at + len(words.exact), "exact", best) if is_enough else None
    if best < CONTEXT_ENOUGH or near is None:
        return None
    return _nearest(rivals, len(words.exact), near)


def _nearest(rivals: list[tuple[float, int]], length: int, near: tuple[int, float]) -> Found | None:
    """Of places with equal context the one that is clearly nearest to where the quote stood."""
    expected, reach = near
    by_distance = sorted((abs(place - expected), -score, place) for score, place in rivals)
    distance, score, at = by_distance[0]
    if distance > reach or (len(by_distance) > 1 and by_distance[1][0] < 2 * distance + 4):
        return None
    return Found(at, at + length, "exact", -score)


def context_score(text: str, start: int, end: int, words: _Words) -> float:
    """How much of a quote's context stands around a place, 0 to 1: what touches the quote counts most."""
    sides = []
    if words.prefix:
        sides.append(_side(words.prefix[::-1], text[max(0, start - len(words.prefix)) : start][::-1]))
    if words.suffix:
        sides.append(_side(words.suffix, text[end : end + len(words.suffix)]))
    if not sides:
        return 0.0
    return 0.7 * max(sides) + 0.3 * min(sides) if len(sides) == 2 else sides[0]


def _side(wanted: str, there: str) -> float:
    """One side of the context, read outwards: the touching characters count double."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - late: not before page one

    if not there:
        return 0.0
    touching = 0
    for one, other in zip(wanted, there, strict=False):
        if one != other:
            break
        touching += 1
    shared = LCSseq.similarity(wanted, there) / len(wanted)
    return 0.5 * min(1.0, touching / min(8, len(wanted))) + 0.5 * shared


def _fuzzy(words: _Words, text: str, near: tuple[int, float] | None) -> Found | None:
    """The best place of a quote that is not there word for word: by itself when long, else with its context."""
    by_window = _by_window(words, text, near)
    by_words = _by_words(words, text, near)
    if by_window is None or by_words is None:
        return by_window or by_words
    if by_words.start < by_window.end and by_window.start < by_words.end:
        return max(by_window, by_words, key=lambda one: one.score)
    return None


def _by_words(words: _Words, text: str, near: tuple[int, float] | None) -> Found | None:
    from rapidfuzz import fuzz  # noqa: PLC0415

    if len(words.exact) < LONG:
        return None
    low, high = _searched(text, near)
    match = fuzz.partial_ratio_alignment(words.exact, text[low:high], score_cutoff=FUZZY)
    if match is None or len(text) < len(words.exact):
        return None
    start, end = _trimmed(words.exact, text, low + match.dest_start, low + match.dest_end)
    others = text[:start] + "\x00" * (end - start) + text[end:]
    rival = fuzz.partial_ratio(words.exact, others[low:high], score_cutoff=match.score - 4)
    context = context_score(text, start, end, words)
    if rival and context < CONTEXT_ENOUGH:
        return None
    return Found(start, end, "fuzzy", match.score / 100 * (0.8 + 0.2 * context))


def _trimmed(words: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The aligned stretch without what sticks out at its ends."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    wide_start, wide_end = max(0, start - 4), min(len(text), end + 4)
    blocks = [
        block for block in Levenshtein.opcodes(words, text[wide_start:wide_end]) if block.tag in ("equal", "replace")
    ]
    if not blocks:
        return start, end
    return wide_start + blocks[0].dest_start, wide_start + blocks[-1].dest_end


def _by_window(words: _Words, text: str, near: tuple[int, float] | None) -> Found | None:
    """The quote with its context as one stretch, a few characters of which may differ: it stands where the context
    says, with the same words or with others (a number was changed)."""
    from rapidfuzz import fuzz  # noqa: PLC0415
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    whole = words.prefix + words.exact + words.suffix
    if len(whole) < len(words.exact) + 8:
        return None
    low, high = _searched(text, near)
    match = fuzz.partial_ratio_alignment(whole, text[low:high], score_cutoff=WINDOW)
    if match is None or high - low < len(whole):
        return None
    start, end = low + match.dest_start, low + match.dest_end
    others = text[low:start] + "\x00" * (end - start) + text[end:high]
    if fuzz.partial_ratio(whole, others, score_cutoff=match.score - 6):
        return None
    start, end = max(0, start - 4), min(len(text), end + 4)
    first = _moved(Levenshtein.opcodes(whole, text[start:end]), len(words.prefix), is_end=False)
    last = _moved(Levenshtein.opcodes(whole, text[start:end]), len(words.prefix) + len(words.exact), is_end=True)
    if not 0 < last - first <= 2 * len(words.exact) + 8:
        return None
    found = _Words(text[start + first : start + last], "", "")
    if context_score(text, start + first, start + last, words) < CONTEXT_ENOUGH:
        return None
    likeness = Levenshtein.normalized_similarity(found.exact, words.exact)
    if len(words.exact) >= LONG and likeness < 0.5:  # the sentence is gone, another one stands there
        return None
    return Found(start + first, start + last, "fuzzy" if likeness >= 0.75 else "changed", match.score / 100)


def _moved(blocks: Opcodes, at: int, *, is_end: bool) -> int:
    """Where a boundary of the source stands in the destination; what was put in at it belongs to the quote."""
    for block in blocks:
        if block.src_start <= at < block.src_end or (is_end and at == block.src_end and block.src_start < at):
            if block.tag == "delete":
                return block.dest_start
            return min(block.dest_start + at - block.src_start, block.dest_end)
    return blocks[-1].dest_end if len(blocks) else 0


def _searched(text: str, near: tuple[int, float] | None) -> tuple[int, int]:
    """The stretch that is searched fuzzily: all of it, of a book the part around."""
    if near is None or len(text) <= BOOK:
        return 0, len(text)
    return max(0, near[0] - BOOK // 2), min(len(text), near[0] + BOOK // 2)

"""Marks and added items found again in the text of a new draft; what is not found stays listed with its former
words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from engine.anchoring.anchor import Quote, anchor_quote, anchor_record
from engine.anchoring.locate import Boxes, Located, locate
from engine.anchoring.normalise import normal_text, normalise
from engine.anchoring.pages import DocumentText
from engine.editing.conflicts import same
from engine.editing.joining import Put
from engine.editing.rebind import reopened
from engine.editing.references import verdicts_by_item
from engine.editing.review import Record, Review
from engine.model.place import Places

ANCHORED = ("notes", "added", "characters", "breaks")


class Rebased(NamedTuple):
    """The records to put, and how many anchors were found, found with other words, and lost."""

    puts: tuple[Put, ...]
    found: int
    changed: int
    lost: int


def rebased(review: Review, pages: Sequence[tuple[int, str]], boxes: Boxes) -> Rebased:
    """Every anchor of notes, added items and repairs in the page texts (number, raw text) of another draft.

    A mark without words (a box) stays on its page where the page is still there. An added item whose words or context
    changed goes back to open. Nothing is removed: what is lost keeps its former anchor and is marked `lost`.
    """
    document = DocumentText(pages)
    texts = dict(pages)
    verdicts = verdicts_by_item(review)
    puts: list[Put] = []
    count = {"found": 0, "changed": 0, "lost": 0}
    for section in ANCHORED:
        for key, record in review.sections[section].items():
            anchor = record.get("anchor")
            if not isinstance(anchor, dict) or record.get("replyTo"):
                continue
            located = locate(anchor, document, boxes, shift=lambda _page, _raw: None)
            if located is not None and located.how == "unmoved" and located.places[0].page not in texts:
                located = None
            outcome = _outcome(located)
            count[outcome] += 1
            puts.extend(_put(review, section, key, located, texts, verdicts.get(key, {})))
    return Rebased(tuple(puts), count["found"], count["changed"], count["lost"])


def _outcome(located: Located | None) -> str:
    if located is None:
        return "lost"
    return "changed" if located.how == "changed" else "found"


def _put(
    review: Review,
    section: str,
    key: str,
    located: Located | None,
    texts: dict[int, str],
    verdicts: dict[str, Record],
) -> Iterator[Put]:
    record = review.sections[section][key]
    if located is None:
        yield section, key, {**record, "lost": True}
        if section == "added":
            yield from reopened(verdicts)
        return
    former = anchor_quote(record.get("anchor"))
    quote = _quote(located.places, texts) if former is not None and located.how != "unmoved" else former
    renewed: Record = {**record, "anchor": anchor_record(located.places, quote)}
    renewed.pop("lost", None)
    if section in ("added", "notes"):
        renewed["carried"] = True
    is_changed = former is not None and quote is not None and not _is_same_sentence(former, quote)
    if former is not None and quote is not None and normal_text(former.exact) != normal_text(quote.exact):
        renewed["former"] = former.exact
    if not same(renewed, record):
        yield section, key, renewed
    if section == "added" and is_changed:
        yield from reopened(verdicts)


def _quote(places: Places, texts: dict[int, str]) -> Quote | None:
    parts = [(place.page, place.chars) for place in places if place.chars is not None]
    if not parts:
        return None
    (first, (start, _)), (last, (_, end)) = parts[0], parts[-1]
    exact = "".join(texts.get(page, "")[low:high] for page, (low, high) in parts)
    return Quote(exact, texts.get(first, "")[max(0, start - 32) : start], texts.get(last, "")[end : end + 32])


def _is_same_sentence(former: Quote, current: Quote) -> bool:
    """Whether the words and what stands beside them up to the sentence's ends are the same."""
    one, other = (_sentence(quote) for quote in (former, current))
    shorter = min(len(one), len(other))
    return one == other or (shorter > 12 and SequenceMatcher(None, one, other, autojunk=False).quick_ratio() == 1.0)


def _sentence(quote: Quote) -> str:
    before = normal_text(quote.prefix)
    after = normalise(quote.suffix).text
    for end in _ENDS:
        before = before.rpartition(end)[2]
        after = after.partition(end)[0]
    return f"{before[-20:]}{normal_text(quote.exact)}{after[:20]}"


_ENDS = (".", "!", "?", ";")

"""Parses as the sidecar keeps them: of each only the items that human work refers to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from engine.anchoring.prints import paragraph_prints
from engine.editing.fields import PLURALS
from engine.editing.machine import split_id, stored
from engine.editing.review import Record, Review, plain
from engine.editing.view import View
from engine.model.parse import Parse


def keep_machine_records(review: Review, view: View, items: Iterable[str]) -> None:
    """Keep what the machine says of these items of the parse in use, where it is not kept yet."""
    found: dict[str, dict[str, Record]] = defaultdict(dict)
    for one in items:
        pieces = split_id(one)
        if pieces is None or view.parse is None or pieces[1] != view.parse_id:
            continue
        item = view.item(one)
        if item is not None and item.record is not None and item.machine_id == pieces[2]:
            found[PLURALS[pieces[0]]][pieces[2]] = stored(item.record)
    if not found or view.parse is None:
        return
    parses = dict(plain(review.meta.get("parses")))
    kept = dict(plain(parses.get(view.parse_id)))
    kept.update(engine=view.parse.engine, sha256=view.parse.source.sha256)
    for plural, records in found.items():
        kept[plural] = {**plain(kept.get(plural)), **records}
    parses[view.parse_id] = kept
    review.meta["parses"] = parses


def joined_parses(own: object, theirs: object) -> Record:
    """Two sets of kept parses as one; where both tell of an item, our own."""
    first, second = plain(own), plain(theirs)
    joined: Record = {**second, **first}
    for one in first.keys() & second.keys():
        kept, other = plain(first[one]), plain(second[one])
        joined[one] = {**other, **kept}
        joined[one].update({name: {**plain(other.get(name)), **plain(kept.get(name))} for name in PLURALS.values()
                            if name in kept or name in other})  # fmt: skip
    return joined


def remember_paragraphs(review: Review, parse: Parse) -> None:
    """Keep the fingerprints of the text that the review is bound to, for the day the PDF is replaced by another
    draft."""
    source = review.source
    if source.get("sha256") == parse.source.sha256:
        prints = paragraph_prints(paragraph.text for paragraph in parse.paragraphs)
        review.meta["source"] = {**source, "paragraphs": prints}


def cut_parses(review: Review) -> None:
    """Leave of every parse only the items that have a target; unknown fields of a parse stay."""
    wanted: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for key in review.sections["targets"]:
        pieces = split_id(key)
        if pieces:
            wanted[pieces[1]].add((PLURALS[pieces[0]], pieces[2]))
    parses = plain(review.meta.get("parses"))
    cut: Record = {}
    for one, parse in parses.items():
        if one not in wanted or not isinstance(parse, dict):
            continue
        cut[one] = {
            name: {at: item for at, item in value.items() if (name, at) in wanted[one]}
            if name in PLURALS.values() and isinstance(value, dict)
            else value
            for name, value in parse.items()
        }
    if parses:
        review.meta["parses"] = cut

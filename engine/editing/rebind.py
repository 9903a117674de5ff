"""Human work found again in a newer parse or a new draft: applied, absorbed, conflict, former or orphan; nothing is
dropped.

Same text: where the machine changed its mind the human's value stays in force and both are shown (`conflict`). A
changed sentence: the item goes back to open with the former wording shown, a value that corrected the former wording
is `former`."""

from __future__ import annotations

from collections.abc import Iterator

from engine.anchoring.anchor import anchor_quote, anchor_record
from engine.editing.fields import attribute_of
from engine.editing.items import OVERLAID, Machine
from engine.editing.joining import Put, joined
from engine.editing.machine import item_id, machine_items, parse_id, split_id
from engine.editing.matching import Match, context_of, matched, same_value
from engine.editing.references import references, verdicts_by_item
from engine.editing.review import Record, Review, alike, plain
from engine.editing.targets import FlowText, fingerprint
from engine.editing.values import plain_value
from engine.model.parse import Parse


def rebound(review: Review, parse: Parse) -> Iterator[Put]:
    """The records that change because of this parse, each to be put before the next is asked for; none for its own
    parse."""
    one = parse_id(parse)
    targets = review.sections["targets"]
    here = {item_id(kind, one, ordinal) for kind, ordinal, _ in machine_items(parse)}
    worked = references(review)
    away = [key for key in targets if key not in here and (key in worked or not targets[key].get("joined"))]
    elsewhere = {key: targets[key] for key in sorted(away, key=lambda key: key not in worked)}  # work has the choice
    if not elsewhere:
        return
    same_text = frozenset(key for key in elsewhere if is_same_text(review, key, parse))
    found = matched(elsewhere, parse, same_text=same_text)
    text = FlowText(parse)
    verdicts = verdicts_by_item(review)
    known = {one: one for one in targets if one in here}  # the target of an item, by the item's id
    for key in elsewhere:
        match, own = found.get(key), verdicts.get(key, {})
        other = known.setdefault(match.candidate.id, key) if match else key
        if other == key or (match and not match.is_identical):
            yield from _carried(review, key, match, text, verdicts=own, is_same_text=key in same_text)
        if other != key:
            yield from joined(review, key, other, [*own])


def is_same_text(review: Review, key: str, parse: Parse) -> bool:
    """Whether a target was made on the text that the parse read: the same PDF, or one bound as saying the same."""
    pieces = split_id(key)
    held = plain(plain(review.meta.get("parses")).get(pieces[1] if pieces else ""))
    sha = held.get("sha256")
    return sha is None or sha == parse.source.sha256 or sha in alike(review)


def _carried(
    review: Review,
    key: str,
    match: Match | None,
    text: FlowText,
    *,
    verdicts: dict[str, Record],
    is_same_text: bool,
) -> Iterator[Put]:
    record, overrides = review.sections["targets"][key], review.record("overrides", key)
    if match is None:
        if record.get("now", key) is not None:
            yield "targets", key, {**record, "now": None}
        if overrides:
            yield from _with_states(key, overrides, dict.fromkeys(overrides, "orphan"))
        return
    is_changed = not match.is_identical
    renewed = {**record, "now": match.candidate.id}
    if is_changed:
        renewed |= _former(record, match, text)
        yield from reopened(verdicts)
    if renewed != record:
        yield "targets", key, renewed
    if overrides:
        read = match.candidate.record
        is_former = is_changed or (not is_same_text and "former" in record)
        yield from _with_states(key, overrides, _states(key, overrides, read, is_former=is_former), read)


def _former(record: Record, match: Match, text: FlowText) -> Record:
    """The target told anew of the changed wording, with what it was before."""
    one = match.candidate
    quote = anchor_quote(record.get("anchor"))
    return {
        "former": quote.exact if quote else "",
        "formerSentence": record.get("sentence", ""),
        "formerAnchor": record.get("anchor"),
        "fingerprint": fingerprint(one.kind, one.sentence, one.quote),
        "sentence": one.sentence,
        "anchor": anchor_record(one.places, context_of(one, text)),
    }


def reopened(verdicts: dict[str, Record]) -> Iterator[Put]:
    """Verdicts on a wording that changed: given once, to be given again."""
    for verdict, record in verdicts.items():
        if not record.get("reopened"):
            yield "verdicts", verdict, {**record, "reopened": True}


def _states(key: str, overrides: Record, read: Machine, *, is_former: bool) -> dict[str, str]:
    kind = key.partition(":")[0]
    states: dict[str, str] = {}
    for field, override in overrides.items():
        known = plain(override)
        machine = plain_value(getattr(read, attribute_of(kind, field), None))
        if field in OVERLAID or (kind == "table" and field != "caption"):
            states[field] = "former" if is_former and field != "reading" else "applied"
        elif same_value(machine, known.get("value")):
            states[field] = "absorbed"
        elif same_value(machine, known.get("machine")):
            states[field] = "applied"
        else:
            states[field] = "former" if is_former or known.get("state") == "former" else "conflict"
    return states


def _with_states(key: str, overrides: Record, states: dict[str, str], read: Machine | None = None) -> Iterator[Put]:
    kind = key.partition(":")[0]
    renewed: Record = {}
    for field, override in overrides.items():
        record = {name: value for name, value in plain(override).items() if name != "machineNow"}
        record["state"] = states.get(field, record.get("state"))
        if record["state"] in ("conflict", "former") and read is not None and field not in OVERLAID:
            record["machineNow"] = plain_value(getattr(read, attribute_of(kind, field), None))
        renewed[field] = record
    if renewed != overrides:
        yield "overrides", key, renewed


def restated(review: Review, key: str, machine: Machine | None) -> Record | None:
    """The overrides of an item with their states told anew of the parse in use: undo brings back records that were made
    under an earlier one."""
    overrides = review.record("overrides", key)
    target = review.record("targets", key)
    if not overrides or machine is None or not target or target.get("now", key) == key:
        return overrides
    states = _states(key, overrides, machine, is_former=False)
    for _, _, record in _with_states(key, overrides, states, machine):
        return record
    return overrides

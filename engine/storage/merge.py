"""Three-way merge of two reviews against their common base, field by field; commutative, idempotent, nothing vanishes.

Changed on one side: taken. Changed to the same: taken. Changed differently: both stand in `conflicts`, the later one is
in force until somebody decides. A deletion against a change: the change wins, marked `revived`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from engine.editing.conflicts import canonical, conflict_id, joined_values, same
from engine.editing.edit import RecordChange
from engine.editing.references import cut_targets, references
from engine.editing.review import Record, Review, Section, Sections, plain

QUIET = frozenset(
    {"at", "by", "step", "changedAt", "changedBy", "bulk", "first", "sha256"}
)  # who and when: the later one, no conflict
DERIVED = frozenset(
    {"now", "state", "machine", "machineNow", "former", "carried", "revived"}
)  # made anew from the parse
_NESTED = frozenset({"fields", "states"})
_ABSENT: Any = type("Absent", (), {"__repr__": lambda _self: "absent"})()


class Merged(NamedTuple):
    """The merged review and the ids of the conflicts that the merge made or opened again."""

    review: Review
    conflicts: tuple[str, ...]


def merge(base: Review | None, mine: Review, theirs: Review) -> Merged:
    """The merge of two reviews of one document; `base` None: no common base is known, equal ids are compared."""
    start = base or Review({}, {"documentId": mine.meta.get("documentId")})
    merger = _Merger(mine.sections["conflicts"], theirs.sections["conflicts"], start.sections["conflicts"])
    sections: Sections = {}
    for name in {**mine.sections, **theirs.sections}:
        if name != "conflicts":
            pair = (mine.sections.get(name, {}), theirs.sections.get(name, {}))
            sections[name] = merger.section(name, start.sections.get(name, {}), *pair)
    meta = _meta(start.meta, mine.meta, theirs.meta)
    sections["conflicts"] = merger.conflicts
    _keep_targets(sections, (mine, theirs, start))
    merged = Review(sections, meta)
    cut_targets(merged)
    return Merged(merged, tuple(sorted(merger.opened)))


def merge_changes(review: Review, changes: Iterable[RecordChange]) -> tuple[RecordChange, ...]:
    """Changes made on another state of a review, as changes of this one: `before` is their base, this review's records
    are the other side. Conflicts they lead to are among them."""
    merger = _Merger({}, {}, {})
    merger.conflicts = dict(review.sections["conflicts"])
    merged: list[RecordChange] = []
    for section, key, before, after in changes:
        held = review.record(section, key)
        if section == "conflicts":
            record: Record | None = after if held is None or same(held, before) else _joined(after, held, before)
        else:
            record = merger.record(section, key, before, after, held)
        if not same(record, held):
            merged.append(RecordChange(section, key, held, record))
    told = {change.key for change in merged if change.section == "conflicts"}
    for key in merger.opened - told:
        held = review.record("conflicts", key)
        merged.append(RecordChange("conflicts", key, held, merger.conflicts[key]))
    return tuple(merged)


def differences(former: Review, current: Review) -> tuple[RecordChange, ...]:
    """The record changes that lead from one state of a review to another."""
    found: list[RecordChange] = []
    for name in {**former.sections, **current.sections}:
        before, after = former.sections.get(name, {}), current.sections.get(name, {})
        found.extend(
            RecordChange(name, key, before.get(key), after.get(key))
            for key in {**before, **after}
            if not same(before.get(key), after.get(key))
        )
    return tuple(found)


def _keep_targets(sections: Sections, sources: tuple[Review, ...]) -> None:
    """A side that has no work on an item left has no target of it; where the other side has, the target stays."""
    for key in references(Review(sections, {"documentId": ""})) - sections["targets"].keys():
        records = [source.sections["targets"][key] for source in sources if key in source.sections["targets"]]
        if records:
            sections["targets"][key] = max(records, key=canonical)


class _Merger:
    def __init__(self, mine: Section, theirs: Section, base: Section) -> None:
        self.opened: set[str] = set()
        self.conflicts: Section = {}
        for key in {**mine, **theirs}:
            if (
                key in base
                and (key not in mine or key not in theirs)
                and _is_one_of(base[key], mine.get(key), theirs.get(key))
            ):
                continue  # undone on one side, untouched on the other
            self.conflicts[key] = _joined(mine.get(key), theirs.get(key), base.get(key))

    def section(self, name: str, base: Section, mine: Section, theirs: Section) -> Section:
        if name == "log":
            return _log(mine, theirs)
        merged: Section = {}
        for key in {**mine, **theirs}:
            record = self.record(name, key, base.get(key), mine.get(key), theirs.get(key))
            if record is not None:
                merged[key] = record
        return merged

    def record(
        self, section: str, key: str, base: Record | None, mine: Record | None, theirs: Record | None
    ) -> Record | None:
        if _is_one_of(theirs, mine, base):
            return mine
        if same(mine, base):
            return theirs
        if mine is None or theirs is None:
            kept = theirs if mine is None else mine
            return {**(kept or {}), "revived": True} if section not in _UNMARKED else kept
        if section == "verdicts":
            return _given_anew(base or {}, mine, theirs) or self._verdict(key, mine, theirs)
        merged = self._fields(section, key, base or {}, mine, theirs)
        return _revived(base or {}, mine, theirs, merged)

    def _verdict(self, key: str, mine: Record, theirs: Record) -> Record:
        if same(_told(mine), _told(theirs)):
            return dict(_earlier_said(mine, theirs))
        own_is_beaten = self._clash("verdicts", key, "", _said(_told(mine), mine), _said(_told(theirs), theirs))
        return theirs if own_is_beaten else mine

    def _fields(self, section: str, key: str, base: Record, mine: Record, theirs: Record, inside: str = "") -> Record:
        merged: Record = {}
        latest = _stamp(mine) >= _stamp(theirs)
        for name in {**mine, **theirs}:
            was, own, other = (record.get(name, _ABSENT) for record in (base, mine, theirs))
            if name in _NESTED and isinstance(own, dict) and isinstance(other, dict):
                value: Any = self._fields(section, key, plain(was), own, other, f"{inside}{name}.")
            elif _equal(section, own, other):
                value = own if own is other else _earlier_said(own, other)
            elif _equal(section, other, was):
                value = own
            elif _equal(section, own, was):
                value = other
            elif own is _ABSENT or other is _ABSENT:
                value = other if own is _ABSENT else own
            elif name in QUIET or name in DERIVED or section in ("targets", "people"):
                value = _greater(own, other, own_is_later=latest, is_tie=_stamp(mine) == _stamp(theirs))
            elif name == "deleted":
                value = False
            else:
                both = _said_of(section, own, mine), _said_of(section, other, theirs)
                value = other if self._clash(section, key, f"{inside}{name}", *both) else own
            if value is not _ABSENT:
                merged[name] = value
        return merged

    def _clash(self, section: str, key: str, field: str, own: Record, other: Record) -> bool:
        """Note both values; True where the other one is to be in force."""
        one = conflict_id(section, key, field)
        known = self.conflicts.get(one)
        values = joined_values([own, other], (known or {}).get("values") or [])
        decided = plain((known or {}).get("decided"))
        told = {canonical(plain(value).get("value")) for value in (known or {}).get("values") or []}
        if decided and {canonical(own["value"]), canonical(other["value"])} <= told | {canonical(decided.get("value"))}:
            if same(own["value"], decided.get("value")):
                return False
            if same(other["value"], decided.get("value")):
                return True
        self.opened.add(one)
        self.conflicts[one] = {
            **(known or {}),
            "record": f"{section}/{key}",
            "field": field,
            "values": values,
            "decided": None,
        }
        return (str(other.get("at")), canonical(other)) > (str(own.get("at")), canonical(own))


_UNMARKED = frozenset({"people", "targets", "log", "conflicts", "overrides", "verdicts", "front", "statements"})


def _is_one_of(value: Any, *others: Any) -> bool:
    return any(same(value, other) for other in others)


def _told(verdict: Record) -> Record:
    return {name: value for name, value in verdict.items() if name not in QUIET and value is not None}


def _given_anew(base: Record, mine: Record, theirs: Record) -> Record | None:
    """The verdict that one side gave anew while the other says what the base said, whether or not the base was open
    again for a changed wording; None where both or neither did, or where the wording changed since for one side."""
    if mine.get("reopened") or theirs.get("reopened") or not base.get("reopened"):
        return None
    is_told = [same(_told(one), _told({**base, "reopened": None})) for one in (mine, theirs)]
    return None if is_told[0] == is_told[1] else theirs if is_told[0] else mine


def _said(value: Any, record: Record) -> Record:
    return {
        "value": value,
        "by": record.get("changedBy") or record.get("by"),
        "at": record.get("changedAt") or record.get("at"),
    }


def _said_of(section: str, value: Any, record: Record) -> Record:
    if section == "overrides" and isinstance(value, dict):
        return _said(value.get("value"), value)
    return _said(value, record)


def _equal(section: str, one: Any, other: Any) -> bool:
    if section == "overrides" and isinstance(one, dict) and isinstance(other, dict):
        return same(one.get("value"), other.get("value"))
    if one is _ABSENT or other is _ABSENT:
        return one is other
    return same(one, other)


def _stamp(record: Record) -> str:
    return str(record.get("changedAt") or record.get("at") or "")


def _earlier_said(one: Any, other: Any) -> Any:
    """Of two that say the same the earlier said, the same whichever side asks."""
    if isinstance(one, dict) and isinstance(other, dict):
        return min((one, other), key=lambda record: (str(record.get("at")), canonical(record)))
    return min((one, other), key=canonical)


def _greater(own: Any, other: Any, *, own_is_later: bool, is_tie: bool) -> Any:
    if is_tie:
        return max((own, other), key=canonical)
    return own if own_is_later else other


def _revived(base: Record, mine: Record, theirs: Record, merged: Record) -> Record:
    """A tombstone on one side against a change on the other: the change wins, marked."""
    gone = [bool(record.get("deleted")) for record in (mine, theirs)]
    if gone[0] == gone[1] or bool(base.get("deleted")):
        return merged
    kept = theirs if gone[0] else mine
    changed = any(
        not same(kept.get(name), base.get(name)) for name in kept if name not in QUIET and name not in DERIVED
    )
    return {**merged, "deleted": False, "revived": True} if changed or kept.get("revived") else merged


def _joined(mine: Record | None, theirs: Record | None, base: Record | None) -> Record:
    if mine is None or theirs is None or same(mine, theirs):
        return dict(mine or theirs or {})
    if _is_one_of(base, mine, theirs):
        return dict(theirs if same(mine, base) else mine)
    values = joined_values(mine.get("values") or [], theirs.get("values") or [])
    decided = [one for one in (mine.get("decided"), theirs.get("decided")) if one is not None]
    if len(decided) == 2 and not same(plain(decided[0]).get("value"), plain(decided[1]).get("value")):
        values = joined_values(values, [plain(one) for one in decided])
        decided = []
    record = _greater(mine, theirs, own_is_later=True, is_tie=True)
    return {**record, "values": values, "decided": min(decided, key=canonical) if decided else None}


def _log(mine: Section, theirs: Section) -> Section:
    """The union by id, in logical time; of one id the entry that tells more."""
    both = {**mine, **theirs}
    for key in mine.keys() & theirs.keys():
        if not same(mine[key], theirs[key]):
            both[key] = max(mine[key], theirs[key], key=_entry_order)
    return dict(sorted(both.items(), key=lambda item: _entry_order(item[1])))


def _entry_order(entry: Record) -> tuple[int, str, str]:
    lamport = entry.get("lamport")
    return (lamport if isinstance(lamport, int) else 0, str(entry.get("id")), canonical(entry))


_OUTSIDE = ("revision", "activeParse", "documentId", "schema", "format")


def _meta(base: Record, mine: Record, theirs: Record) -> Record:
    """Everything that is no section: mine for what is outside the merge, parses united, the rest key by key."""
    merged: Record = {}
    for name in {**theirs, **mine}:
        if name in _OUTSIDE:
            merged[name] = mine.get(name, theirs.get(name))
        elif name == "parses":
            merged[name] = _united(theirs.get(name), mine.get(name))
        else:
            value = _three(base.get(name, _ABSENT), mine.get(name, _ABSENT), theirs.get(name, _ABSENT))
            if value is not _ABSENT:
                merged[name] = value
    return merged


def _three(base: Any, mine: Any, theirs: Any) -> Any:
    if _is_one_of(theirs, mine, base):
        return mine
    if same(mine, base):
        return theirs
    if isinstance(mine, dict) and isinstance(theirs, dict):
        was = base if isinstance(base, dict) else {}
        both = {
            name: _three(was.get(name, _ABSENT), mine.get(name, _ABSENT), theirs.get(name, _ABSENT))
            for name in {**mine, **theirs}
        }
        return {name: value for name, value in both.items() if value is not _ABSENT}
    if mine is _ABSENT or theirs is _ABSENT:
        return theirs if mine is _ABSENT else mine
    if isinstance(mine, list) and isinstance(theirs, list):
        return sorted({canonical(one): one for one in (*mine, *theirs)}.values(), key=canonical)
    return max((mine, theirs), key=canonical)


def _united(one: object, other: object) -> Record:
    """Objects within objects, joined; where both hold a plain value, one of them by a fixed order."""
    first, second = plain(one), plain(other)
    merged: Record = {}
    for name in {**first, **second}:
        left, right = first.get(name, _ABSENT), second.get(name, _ABSENT)
        if isinstance(left, Mapping) and isinstance(right, Mapping):
            merged[name] = _united(left, right)
        elif left is _ABSENT or right is _ABSENT:
            merged[name] = right if left is _ABSENT else left
        else:
            merged[name] = max((left, right), key=canonical)
    return merged

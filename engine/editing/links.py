"""Which items a record concerns: verdicts by item, notes by what they are about, replaced items, conflicts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.editing.conflicts import open_conflicts
from engine.editing.review import Record, Review, plain


class Links:
    """Indexes over a review, kept in step record by record."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._verdicts: dict[str, dict[str, Record]] = {}
        self._replaced: dict[str, set[str]] = {}
        self._notes: dict[str, set[str]] = {}
        self._about: dict[str, str] = {}
        self._conflicts = open_conflicts(review.sections["conflicts"])
        for section in ("verdicts", "added", "notes"):
            for key in review.sections[section]:
                self.update(section, key)

    def update(self, section: str, key: str) -> set[str]:
        """Take over a record that was put or taken out; returns the ids of the items it concerns, now or before."""
        record = self._review.record(section, key)
        match section:
            case "verdicts":
                return {self._verdict(key, record)}
            case "added":
                return {key} | self._added(key, record)
            case "notes":
                return self._note(key, record)
            case "conflicts":
                self._conflicts = open_conflicts(self._review.sections["conflicts"])
                return self._concerned_by(plain(record))
            case "overrides" | "targets":
                return {key}
            case _:
                return set()

    def verdicts(self, item: str) -> Mapping[str, Record]:
        """Verdict records of an item by person."""
        return self._verdicts.get(item, {})

    def notes(self, item: str) -> tuple[str, ...]:
        """Ids of the notes about an item that are not deleted."""
        return tuple(sorted(self._notes.get(item, ())))

    def is_replaced(self, item: str) -> bool:
        """Whether an added item stands in its place."""
        return bool(self._replaced.get(item))

    def conflicts(self, item: str) -> Mapping[str, tuple[Any, ...]]:
        """Undecided values by field; those of a verdict given differently on two computers as `verdict`."""
        found = self._conflicts.get(("overrides", item), {}) | self._conflicts.get(("added", item), {})
        for person in self._verdicts.get(item, {}) if self._conflicts else ():
            for values in self._conflicts.get(("verdicts", f"{item}/{person}"), {}).values():
                found["verdict"] = values
        for name, record in (self._review.record("overrides", item) or {}).items():
            if isinstance(record, dict) and record.get("state") == "conflict" and name not in found:
                found[name] = (record.get("value"), record.get("machineNow"))
        return found

    def _verdict(self, key: str, record: Record | None) -> str:
        item, _, person = key.rpartition("/")
        others = {one: known for one, known in self._verdicts.get(item, {}).items() if one != person}
        self._verdicts[item] = others if record is None else {**others, person: record}
        return item

    def _added(self, one: str, record: Record | None) -> set[str]:
        former = {item for item, by in self._replaced.items() if one in by}
        replaced = record.get("replaces") if record and not record.get("deleted") else None
        current = {str(item) for item in replaced} if isinstance(replaced, list) else set()
        for item in former - current:
            self._replaced[item].discard(one)
        for item in current:
            self._replaced.setdefault(item, set()).add(one)
        return former | current

    def _note(self, one: str, record: Record | None) -> set[str]:
        former = self._about.pop(one, None)
        if former:
            self._notes[former].discard(one)
        about = plain((record or {}).get("about")).get("id")
        if isinstance(about, str) and record and not record.get("deleted"):
            self._about[one] = about
            self._notes.setdefault(about, set()).add(one)
            return {about, former} if former else {about}
        return {former} if former else set()

    @staticmethod
    def _concerned_by(conflict: Record) -> set[str]:
        section, _, key = str(conflict.get("record", "")).partition("/")
        return {key.rpartition("/")[0] if section == "verdicts" else key} if key else set()

"""An edit: named before and after records by section and id. Undo and redo swap the two."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from engine.editing.conflicts import same
from engine.editing.review import Record


class RecordChange(NamedTuple):
    """One record before and after; None where it is not there."""

    section: str
    key: str
    before: Record | None
    after: Record | None

    def inverted(self) -> RecordChange:
        return self._replace(before=self.after, after=self.before)


class Edit(NamedTuple):
    """What a verb returns and `Session.apply` takes. `name` is a code (`set-field:value`) that the window words; edits
    that follow each other with one `merge_key` become one step of the history (typing); `ids` are the ids of the items
    and notes it is about."""

    name: str
    changes: tuple[RecordChange, ...]
    ids: tuple[str, ...] = ()
    merge_key: str | None = None

    def is_empty(self) -> bool:
        return all(same(change.before, change.after) for change in self.changes)

    def inverted(self) -> Edit:
        return self._replace(changes=tuple(change.inverted() for change in reversed(self.changes)))


class Changes(NamedTuple):
    """What a step touched: item and note ids, pages (their old and new places), kinds (`heading`, `metric`, `task`,
    `system`, `finding`, `numeral`, `table`, `note`, `front`, `text`, `conflict`, `parse`), and who asked for it."""

    ids: frozenset[str] = frozenset()
    pages: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()
    initiator: str = ""


def combine(edits: Iterable[Edit], name: str | None = None) -> Edit:
    """Several edits as one step. Changes of one record are joined: the first `before`, the last `after`.

    Each edit must have been made on the state that the ones before it leave, or touch other records than they do; verbs
    called on one view in a row are joined by record, the later one over the earlier one (see `layered`).
    """
    joined: dict[tuple[str, str], RecordChange] = {}
    ids: dict[str, None] = {}
    names: list[str] = []
    for edit in edits:
        names.append(edit.name)
        ids.update(dict.fromkeys(edit.ids))
        for change in edit.changes:
            at = (change.section, change.key)
            earlier = joined.get(at)
            joined[at] = change if earlier is None else layered(earlier, change)
    shared = names[0] if names and all(one == names[0] for one in names) else "several"
    return Edit(name or shared, tuple(joined.values()), tuple(ids))


def layered(first: RecordChange, second: RecordChange) -> RecordChange:
    """Two changes of one record as one. Where both started from the same record and both leave one, the second's
    fields go over the first's (two fields of one item set in one step). No overrides at all are no record."""
    section, key, before, done = first
    if same(second.before, done) or not same(second.before, before):
        return RecordChange(section, key, before, second.after)
    if section != "overrides" and (done is None or second.after is None):
        return RecordChange(section, key, before, second.after)
    known, one, other = before or {}, done or {}, second.after or {}
    changed = {name: value for name, value in other.items() if name not in known or not same(known[name], value)}
    after = {name: value for name, value in (one | changed).items() if name in other or name not in known}
    return RecordChange(section, key, before, (after or None) if section == "overrides" else after)

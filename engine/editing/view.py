"""The effective view of a parse and a review, computed once for window, exports and command line alike.

After an edit only the touched items are made anew: one edit costs the same with ten notes and with ten thousand.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from typing import Any

from engine.editing.edit import Changes
from engine.editing.fields import KINDS
from engine.editing.items import Item, Machine, Note, Parts
from engine.editing.links import Links
from engine.editing.machine import item_id, machine_items, parse_id, split_id, stored_item
from engine.editing.order import TextOrder
from engine.editing.review import Record, Review, plain
from engine.editing.targets import FlowText
from engine.model.parse import Parse

_Key = tuple[tuple[int, float, float], str]
_NOTHING: Record = {}


class _Ordered:
    """Things by id, and their ids in text order."""

    def __init__(self) -> None:
        self._keys: dict[str, _Key] = {}
        self._order: list[_Key] = []
        self._tuple: tuple[str, ...] | None = None

    def fill(self, keys: Iterable[_Key]) -> None:
        self._order = sorted(keys)
        self._keys = {key[1]: key for key in self._order}
        self._tuple = None

    def put(self, key: _Key) -> None:
        if self._keys.get(key[1]) == key:
            return
        self.take(key[1])
        self._keys[key[1]] = key
        insort(self._order, key)
        self._tuple = None

    def take(self, one: str) -> None:
        key = self._keys.pop(one, None)
        if key is not None:
            del self._order[bisect_left(self._order, key)]
            self._tuple = None

    @property
    def ids(self) -> tuple[str, ...]:
        if self._tuple is None:
            self._tuple = tuple(key[1] for key in self._order)
        return self._tuple

    def before(self, position: tuple[int, float, float]) -> str | None:
        """The last one that stands at or before a position."""
        at = bisect_left(self._order, (position, "\uffff"))
        return self._order[at - 1][1] if at else None


class View:
    """What is in force. Tuples are in text order and hold rejected items too (`reading` tells), but neither items that
    a split or merge replaced nor what the parse in use does not have (`orphans`). Only the session changes a view."""

    def __init__(self, review: Review, parse: Parse | None, person: str) -> None:
        self.review = review
        self.parse = parse
        self.person = person
        self.parse_id = parse_id(parse) if parse else str(review.meta.get("activeParse") or "")
        self.flow_text = FlowText(parse)
        self._order = TextOrder(parse)
        self._machine: dict[str, tuple[str, Machine]] = {}
        self._bound: dict[str, str] = {}
        self._items: dict[str, Item] = {}
        self._notes: dict[str, Note] = {}
        self._ordered = {kind: _Ordered() for kind in (*KINDS, "note", "orphan")}
        self._numerals: dict[str, list[str]] = {}
        self._links = Links(review)
        self._build()

    # -- what panels, pages and exports read -------------------------------------------------------------------------

    @property
    def headings(self) -> tuple[Item, ...]:
        return self.items("heading")

    @property
    def metrics(self) -> tuple[Item, ...]:
        return self.items("metric")

    @property
    def tasks(self) -> tuple[Item, ...]:
        return self.items("task")

    @property
    def systems(self) -> tuple[Item, ...]:
        return self.items("system")

    @property
    def findings(self) -> tuple[Item, ...]:
        return self.items("finding")

    @property
    def numerals(self) -> tuple[Item, ...]:
        return self.items("numeral")

    @property
    def orphans(self) -> tuple[Item, ...]:
        """Items with human work that the parse in use does not have: listed, never dropped."""
        return self.items("orphan")

    @property
    def notes(self) -> tuple[Note, ...]:
        """Notes that are not deleted."""
        return tuple(self._notes[one] for one in self._ordered["note"].ids)

    def items(self, kind: str) -> tuple[Item, ...]:
        """Items of a kind (`heading` … `table`, `orphan`) in text order."""
        return tuple(self._items[one] for one in self._ordered[kind].ids)

    def item(self, one: str) -> Item | None:
        """An item by id, also one replaced or orphaned; None where there is none (any more)."""
        return self._items.get(one) or self._items.get(self._bound.get(one, ""))

    def note(self, one: str) -> Note | None:
        """A note by id, deleted ones too."""
        return self._notes.get(one)

    def front(self, field: str) -> Any:
        """A field of the front matter in force: the human's, else the machine's."""
        record = self.review.record("front", field)
        if record is not None:
            return record.get("value")
        return self.front_machine(field)

    def front_machine(self, field: str) -> Any:
        """The machine's reading of a front field, by its published name."""
        name = "".join(f"_{char.lower()}" if char.isupper() else char for char in field)
        return getattr(self.parse.document, name, None) if self.parse else None

    def heading_of(self, item: Item) -> Item | None:
        """The heading an item stands under, by the outline in force."""
        for one in self._headings_before(item):
            if one.reading != "rejected" and one.id != item.id:
                return one
        return None

    def person_name(self, person: str) -> str:
        """The name a person gave, "" where unknown."""
        return str(plain(self.review.record("people", person)).get("name") or "")

    def numerals_of(self, metric: str) -> tuple[str, ...]:
        """Ids of the numerals that belong to a metric."""
        item = self.item(metric)
        return tuple(self._numerals.get(item.machine_id or "", ())) if item else ()

    def target_of(self, one: str) -> Record | None:
        """The stored target record of an item."""
        return self.review.record("targets", one)

    # -- what the session and the rebinding call -----------------------------------------------------------------------

    def touch(self, records: Iterable[tuple[str, str]], initiator: str) -> Changes:
        """Make anew what these (section, key) records concern; returns what that was."""
        found: set[str] = set()
        kinds: set[str] = set()
        pages: set[int] = set()
        notes: set[str] = set()
        for section, key in records:
            kinds.update(_KIND_OF_SECTION.get(section, ()))
            found |= self._links.update(section, key)
            if section == "notes":
                notes.add(key)
                self._renew_note(key, pages)
        for one in tuple(found):
            found.update(self.numerals_of(one))
        for one in found:
            self._renew_item(one, pages, kinds)
        return Changes(frozenset(found | notes), frozenset(pages), frozenset(kinds), initiator)

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        sections = self.review.sections
        for kind, ordinal, record in machine_items(self.parse) if self.parse else ():
            one = item_id(kind, self.parse_id, ordinal)
            self._machine[one] = (ordinal, record)
            metric = getattr(record, "item", None) if kind == "numeral" else None
            if metric:
                self._numerals.setdefault(metric, []).append(one)
        for target, kept in sections["targets"].items():
            now = kept.get("now")
            if isinstance(now, str) and now != target and now in self._machine:
                self._bound[now] = target
        ids = {self._bound.get(one, one) for one in self._machine}
        ids.update(sections["targets"], sections["added"])
        self._fill(ids)

    def _fill(self, ids: set[str]) -> None:
        """First fill: sort once instead of inserting one by one."""
        lists: dict[str, list[_Key]] = {kind: [] for kind in self._ordered}
        for one in ids:
            item = self._make(one)
            if item is None:
                continue
            self._items[one] = item
            listed = self._list_of(item)
            if listed:
                lists[listed].append((item.position, one))
        for one, record in self.review.sections["notes"].items():
            note = self._make_note(one, record)
            self._notes[one] = note
            if not note.deleted:
                lists["note"].append((note.position, one))
        for kind, keys in lists.items():
            self._ordered[kind].fill(keys)

    def _make(self, one: str) -> Item | None:
        added = self.review.record("added", one)
        if added is not None:
            kind, machine_id, machine = str(added.get("kind", "")), None, None
            if kind not in KINDS:
                return None
        else:
            pieces = split_id(one)
            if pieces is None:
                return None
            kind, (machine_id, machine) = pieces[0], self._machine_of(one)
            if machine is None:
                machine = stored_item(self.review.meta.get("parses"), one)
        target = self.review.record("targets", one) or _NOTHING
        if machine is None and added is None and not target:
            return None
        parts = Parts(
            one, kind, machine_id, machine, added, target, self.review.record("overrides", one) or _NOTHING,
            self._verdicts_of(one, machine), self.person, self._links.notes(one),
            self._links.conflicts(one), (0, 0.0, 0.0),
        )  # fmt: skip
        item = Item(parts)
        span = item.span if machine_id is not None else None
        return Item(parts._replace(position=self._order.position(item.places, span)))

    def _machine_of(self, one: str) -> tuple[str | None, Machine | None]:
        target = self.review.record("targets", one)
        now = target.get("now", one) if target else one
        return self._machine.get(now, (None, None)) if isinstance(now, str) else (None, None)

    def _list_of(self, item: Item) -> str | None:
        """The list an item stands in, None for what is replaced or removed."""
        added = self.review.record("added", item.id)
        if added is not None and added.get("deleted"):
            return None
        if self._links.is_replaced(item.id):
            return None
        if added is None and item.machine_id is None and self.parse is not None:
            joined = (self.review.record("targets", item.id) or _NOTHING).get("joined")
            return None if joined and not self._has_work(item.id) else "orphan"
        return item.kind

    def _has_work(self, one: str) -> bool:
        return bool(self.review.record("overrides", one) or self._links.verdicts(one))

    def _make_note(self, one: str, record: Record) -> Note:
        note = Note(one, record, (0, 0.0, 0.0))
        note.position = self._order.position(note.places)
        return note

    def _verdicts_of(self, one: str, machine: Machine | None) -> Mapping[str, Record]:
        own = self._links.verdicts(one)
        metric = getattr(machine, "item", None)
        if own or not metric:
            return own
        whole = item_id("metric", self.parse_id, metric)
        return self._links.verdicts(self._bound.get(whole, whole))

    def _renew_note(self, one: str, pages: set[int]) -> None:
        record = self.review.record("notes", one)
        former = self._notes.pop(one, None)
        note = self._make_note(one, record) if record else None
        for each in (former, note):
            pages.update(place.page for place in (each.places if each else ()))
        if note is not None:
            self._notes[one] = note
        if note is None or note.deleted:
            self._ordered["note"].take(one)
        else:
            self._ordered["note"].put((note.position, one))

    def _renew_item(self, one: str, pages: set[int], kinds: set[str]) -> None:
        former = self._items.pop(one, None)
        item = self._make(one)
        listed = self._list_of(item) if item else None
        for each in (former, item):
            if each is not None:
                pages.update(place.page for place in each.places)
                kinds.add(each.kind)
                for name in (each.kind, "orphan"):
                    if name != listed:
                        self._ordered[name].take(one)
        if item is not None:
            self._items[one] = item
            if listed:
                self._ordered[listed].put((item.position, one))

    def _headings_before(self, item: Item) -> Iterable[Item]:
        page, offset, top = item.position
        while True:
            found = self._ordered["heading"].before((page, offset, top))
            if found is None:
                return
            heading = self._items[found]
            yield heading
            page, offset, top = heading.position
            top -= 1e-6


_KIND_OF_SECTION = {
    "notes": ("note",),
    "front": ("front",),
    "characters": ("text",),
    "breaks": ("text",),
    "conflicts": ("conflict",),
    "people": ("people",),
    "statements": ("statement",),
}

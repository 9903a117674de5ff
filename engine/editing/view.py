"""The effective view of a parse and a review, computed once for window, exports and command line alike.

After an edit only the touched items are made anew: one edit costs the same with ten notes and with ten thousand.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from engine.editing.answers import Answers
from engine.editing.edit import Changes
from engine.editing.fields import KINDS
from engine.editing.items import Item, Note
from engine.editing.journey import Chronicle
from engine.editing.making import Maker
from engine.editing.ordered import Key, Ordered
from engine.editing.people import who
from engine.editing.review import Record, Review
from engine.editing.same_text import is_former_front
from engine.editing.targets import FlowText
from engine.model.parse import Parse

if TYPE_CHECKING:
    from engine.editing.corrected_text import TextInForce

_NOTHING: Record = {}


class View:
    """What is in force. Tuples are in text order and hold rejected items too (`reading` tells), but neither items that
    a split or merge replaced nor what the parse in use does not have (`orphans`). Only the session changes a view."""

    def __init__(self, review: Review, parse: Parse | None, person: str, named: Record | None = None) -> None:
        """`named`: what the person is called now (name, office), before their first step says so in the review."""
        self.review = review
        self.parse = parse
        self.person = person
        self.flow_text = FlowText(parse)
        self.named = named or {}
        self.chronicle = Chronicle(review)
        self._make = Maker(review, parse, person, who(self, person))
        self.parse_id = self._make.parse_id
        self._items: dict[str, Item] = {}
        self._notes: dict[str, Note] = {}
        self._note_tuple: tuple[Note, ...] | None = None  # of thousands of notes, asked for at every turn
        self.answers = Answers()
        self._ordered = {kind: Ordered() for kind in (*KINDS, "note", "orphan")}
        self.text: TextInForce | None = None  # made when first asked for: engine.editing.text_in_force
        self.is_text_stale = False
        self._fill()

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
        if self._note_tuple is None:
            self._note_tuple = tuple(self._notes[one] for one in self._ordered["note"].ids)
        return self._note_tuple

    def items(self, kind: str) -> tuple[Item, ...]:
        """Items of a kind (`heading` … `table`, `orphan`) in text order."""
        return tuple(self._items[one] for one in self._ordered[kind].ids)

    def item(self, one: str) -> Item | None:
        """An item by id, also one replaced or orphaned; None where there is none (any more)."""
        return self._items.get(one) or self._items.get(self._make.bound(one))

    def note(self, one: str) -> Note | None:
        """A note by id, deleted ones too."""
        return self._notes.get(one)

    def front(self, field: str) -> Any:
        """A field of the front matter in force: the human's, where it was said of this text, else the machine's."""
        record, machine = self.review.record("front", field), self.front_machine(field)
        if record is None or is_former_front(self.review, record, self.parse, machine or None):
            return machine
        return record.get("value")

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
        return str(who(self, person).get("name") or "")

    def numerals_of(self, metric: str) -> tuple[str, ...]:
        """Ids of the numerals that belong to a metric."""
        item = self.item(metric)
        return self._make.numerals(item.machine_id) if item else ()

    def metric_of(self, numeral: Item) -> Item | None:
        """The metric a numeral belongs to, None once a person put the numeral into another class."""
        metric = self._make.metric_of(numeral.id, numeral.record)
        return self.item(metric) if metric else None

    # -- what the session and the rebinding call -----------------------------------------------------------------------

    def touch(self, records: Iterable[tuple[str, str]], initiator: str) -> Changes:
        """Make anew what these (section, key) records concern; returns what that was."""
        found: set[str] = set()
        kinds: set[str] = set()
        pages: set[int] = set()
        notes: set[str] = set()
        for section, key in records:
            kinds.update(_KIND_OF_SECTION.get(section, ()))
            if section in ("characters", "breaks") or (section == "overrides" and key.startswith("table:")):
                self.is_text_stale = True
            found |= self._make.links.update(section, key)
            if section == "notes":
                notes.update(_thread(self.review, key))
                self._renew_note(key, pages)
        for one in tuple(found):
            found.update(self.numerals_of(one))
        for one in found:
            self._renew_item(one, pages, kinds)
        return Changes(frozenset(found | notes), frozenset(pages), frozenset(kinds), initiator)

    # -- building ----------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """First fill: sort once instead of inserting one by one."""
        lists: dict[str, list[Key]] = {kind: [] for kind in self._ordered}
        for one in self._make.ids():
            item = self._make.item(one)
            if item is None:
                continue
            self._items[one] = item
            listed = self.list_of(item)
            if listed:
                lists[listed].append((item.position, one))
        for one, record in self.review.sections["notes"].items():
            note = self._notes[one] = self._make.note(one, record)
            self.answers.put(note)
            if not note.deleted:
                lists["note"].append((note.position, one))
        for kind, keys in lists.items():
            self._ordered[kind].fill(keys)

    def list_of(self, item: Item) -> str | None:
        """The list an item stands in: its kind or `orphan`; None for what is replaced or removed."""
        added = self.review.record("added", item.id)
        if added is not None and added.get("deleted"):
            return None
        if self._make.links.is_replaced(item.id):
            return None
        if added is None and item.machine_id is None and self.parse is not None:
            return "orphan" if self._has_work(item.id) else None
        return item.kind

    def _has_work(self, one: str) -> bool:
        links = self._make.links
        return bool(self.review.record("overrides", one) or links.verdicts(one) or links.notes(one))

    def _renew_note(self, one: str, pages: set[int]) -> None:
        record = self.review.record("notes", one)
        former = self._notes.pop(one, None)
        note = self._make.note(one, record) if record else None
        self._note_tuple = None
        self.answers.take(former)
        self.answers.put(note)
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
        item = self._make.item(one)
        listed = self.list_of(item) if item else None
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
    "conflicts": ("conflict", "note", "front"),
    "people": ("people",),
    "statements": ("statement",),
}


def _thread(review: Review, one: str) -> tuple[str, ...]:
    """A note and, where it is a reply, the note it answers: both show it."""
    asked = (review.record("notes", one) or _NOTHING).get("replyTo")
    return (one, asked) if isinstance(asked, str) and asked else (one,)

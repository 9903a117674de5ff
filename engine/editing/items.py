"""Items and notes as the window, the exports and the command line see them: the machine's record with the human work
over it. They are frozen; a change of the review makes new ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from engine.anchoring.anchor import Quote, anchor_places, anchor_quote
from engine.editing.fields import attribute_of
from engine.editing.review import Record, plain
from engine.model.geometry import box_of_quad
from engine.model.parse import Finding, Heading, Metric, Numeral, System, TableItem, Task
from engine.model.place import Places

Machine = Heading | Metric | Task | System | Finding | Numeral | TableItem
Reading = Literal["machine", "corrected", "rejected", "added"]
Verdict = Literal["open", "correct", "wrong", "doubtful"]
Journey = Literal["", "carried", "changed", "orphan"]
"""What became of human work in the text at hand: from an earlier draft where the sentence is the same, where it was
changed, or not found. "" for what was made on this text."""

VERDICTS: tuple[Verdict, ...] = ("open", "correct", "wrong", "doubtful")
Position = tuple[int, float, float]
"""Order in the text: page, offset in the flow, minus the height on the page."""

OVERLAID = ("reading", "places")  # override fields that are no fields of the record


class Parts(NamedTuple):
    """What an item is made of; see `Item`."""

    id: str
    kind: str
    machine_id: str | None
    machine: Machine | None
    added: Record | None
    target: Record
    overrides: Record
    verdicts: Mapping[str, Record]
    person: str
    note_ids: tuple[str, ...]
    conflicts: Mapping[str, tuple[Any, ...]]
    position: Position
    journey: Journey = ""


class Item:
    """One heading, metric, task, system, finding, numeral or table.

    `id` is `metric:<parse id>:m17` for what the machine found, a uuid for what a person added. `value(field)` is what
    is in force, `machine(field)` what the machine reads now. `reading` says who read it, `verdict` what the session's
    person holds of it (`is_wrong_elsewhere`: open to them, wrong to another), `journey` what became of it in the text
    at hand (`former` tells the wording before). `position` orders items in the text.
    """

    __slots__ = ("_parts", "is_wrong_elsewhere", "journey", "places", "reading", "verdict")

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.journey: Journey = parts.journey
        self.places: Places = _places(parts)
        self.reading: Reading = _reading(parts)
        self.verdict: Verdict = verdict_of(parts.verdicts.get(parts.person))
        self.is_wrong_elsewhere = self.verdict == "open" and any(
            verdict_of(record) == "wrong" for record in parts.verdicts.values()
        )

    @property
    def id(self) -> str:
        return self._parts.id

    @property
    def kind(self) -> str:
        return self._parts.kind

    @property
    def position(self) -> Position:
        return self._parts.position

    @property
    def record(self) -> Machine | None:
        """The machine's record, None for added items."""
        return self._parts.machine

    @property
    def machine_id(self) -> str | None:
        """Its id in the parse in use (`m17`), None for added items and for what the parse no longer has."""
        return self._parts.machine_id

    @property
    def span(self) -> tuple[int, int] | None:
        """Flow range in the parse in use, in memory only; None for added items."""
        if isinstance(self._parts.machine, System):
            return self._parts.machine.spans[0] if self._parts.machine.spans else None
        return getattr(self._parts.machine, "span", None)

    def machine(self, field: str) -> Any:
        """What the machine reads for a field; None where it reads nothing or a person added the item."""
        return getattr(self._parts.machine, attribute_of(self.kind, field), None) if self._parts.machine else None

    def value(self, field: str) -> Any:
        """What is in force for a field: the human's value, else the machine's."""
        if self._parts.added is not None:
            return plain(self._parts.added.get("fields")).get(field)
        override = self.override(field)
        if override is not None and is_in_force(override):
            return override.get("value")
        return self.machine(field)

    def override(self, field: str) -> Record | None:
        """The human's record for a field (value, machine, by, at, step, state), None where nobody touched it."""
        record = self._parts.overrides.get(field)
        return record if isinstance(record, dict) else None

    @property
    def overridden(self) -> tuple[str, ...]:
        """Names of the fields a person has changed and that are in force."""
        return tuple(
            name
            for name, record in self._parts.overrides.items()
            if name not in OVERLAID and isinstance(record, dict) and is_in_force(record)
        )

    @property
    def conflicts(self) -> Mapping[str, tuple[Any, ...]]:
        """Values between which a person has to decide, by field: of two reviewers, or of a person and a newer parse."""
        return self._parts.conflicts

    @property
    def verdicts(self) -> Mapping[str, Record]:
        """Verdict records by person."""
        return self._parts.verdicts

    @property
    def verdict_record(self) -> Record:
        """The session's person's verdict record, {} where none was given."""
        return self._parts.verdicts.get(self._parts.person, {})

    @property
    def should_be(self) -> str | None:
        return self.verdict_record.get("shouldBe")

    @property
    def basis(self) -> Any:
        """{"words": …} or {"document", "page", "metric"}, None where not given."""
        return self.verdict_record.get("basis")

    @property
    def verified_with(self) -> str | None:
        return self.verdict_record.get("verifiedWith")

    @property
    def former(self) -> str | None:
        """The wording of the former draft, where it changed and the item is to be checked again."""
        former = (self._parts.added or self._parts.target).get("former")
        return former if isinstance(former, str) else None

    @property
    def quote(self) -> str:
        """The words it is read from, as printed."""
        if self.kind == "metric":
            return str(self.value("quote") or "")
        if self.kind == "heading":
            return f"{self.value('marker') or ''}{self.value('title') or ''}"
        for name in _WORDS.get(self.kind, ()):
            words = self.value(name) if self._parts.added else getattr(self._parts.machine, name, None)
            if words:
                return str(words)
        return ""

    @property
    def sentence(self) -> str:
        """The sentence it stands in, as far as known; else its own words."""
        words = self.machine("sentence") or plain((self._parts.added or {}).get("fields")).get("sentence")
        return str(words) if words else self.quote

    @property
    def anchor_quote(self) -> Quote | None:
        """The stored quote with its context; None before a person touched the item."""
        return anchor_quote((self._parts.added or self._parts.target).get("anchor"))

    @property
    def note_ids(self) -> tuple[str, ...]:
        """Notes about this item."""
        return self._parts.note_ids

    @property
    def replaces(self) -> tuple[str, ...]:
        """Ids of the items an added one stands for (split, merged)."""
        replaced = (self._parts.added or {}).get("replaces")
        return tuple(str(one) for one in replaced) if isinstance(replaced, list) else ()

    @property
    def confidence(self) -> float:
        """The machine's, 1.0 for what a person added."""
        return float(getattr(self._parts.machine, "confidence", 1.0))

    def __repr__(self) -> str:
        return f"<{self.kind} {self.id} {self.quote!r} {self.reading} {self.verdict}>"


_WORDS = {"task": ("text",), "system": ("name",), "finding": ("quote",), "numeral": ("text",), "table": ("caption",)}


def is_in_force(override: Mapping[str, Any]) -> bool:
    """Whether a human's value counts: not once the wording it corrected has changed in a new draft (`former`)."""
    return override.get("state") != "former"


def verdict_of(record: Mapping[str, Any] | None) -> Verdict:
    """The verdict a record says; `open` for none, for a reopened one (the wording changed), for an unknown word."""
    if not record or record.get("reopened"):
        return "open"
    word = record.get("verdict")
    return word if word in VERDICTS else "open"


def _places(parts: Parts) -> Places:
    if parts.added is not None:
        return anchor_places(parts.added.get("anchor"))
    moved = parts.overrides.get("places")
    if isinstance(moved, dict) and is_in_force(moved):
        return anchor_places(moved.get("value"))
    if parts.machine is None:
        return anchor_places(parts.target.get("anchor"))
    return parts.machine.places


def _reading(parts: Parts) -> Reading:
    if parts.added is not None:
        return "rejected" if parts.added.get("rejected") else "added"
    reading = parts.overrides.get("reading")
    if isinstance(reading, dict) and is_in_force(reading) and reading.get("value") == "rejected":
        return "rejected"
    for record in parts.overrides.values():
        if isinstance(record, dict) and is_in_force(record) and record.get("state") != "absorbed":
            return "corrected"
    return "machine"


class Note:
    """A human's mark on the page, with or without words. `about` is the id of the item it is attached to; `states` are
    by person (`accepted`, `declined`, `done`); a note that was not found again is not `is_placed`."""

    __slots__ = ("id", "places", "position", "record")

    def __init__(self, note_id: str, record: Record, position: Position) -> None:
        self.id = note_id
        self.record = record
        self.places: Places = anchor_places(record.get("anchor"))
        self.position = position

    kind = "note"

    @property
    def type(self) -> str:
        return str(self.record.get("type", "note"))

    @property
    def color(self) -> str:
        return str(self.record.get("color") or "")

    @property
    def text(self) -> str:
        return str(self.record.get("text") or "")

    @property
    def quote(self) -> str:
        """The marked words, "" for boxes and free notes."""
        quote = anchor_quote(self.record.get("anchor"))
        return quote.exact if quote else ""

    @property
    def tags(self) -> tuple[str, ...]:
        tags = self.record.get("tags")
        return tuple(str(tag) for tag in tags) if isinstance(tags, list) else ()

    @property
    def author(self) -> str:
        """Person id; the name stands in the review's people."""
        return str(self.record.get("by") or "")

    @property
    def at(self) -> str:
        return str(self.record.get("at") or "")

    @property
    def changed_at(self) -> str:
        return str(self.record.get("changedAt") or self.at)

    @property
    def about(self) -> str | None:
        return plain(self.record.get("about")).get("id")

    @property
    def reply_to(self) -> str | None:
        return self.record.get("replyTo")

    @property
    def states(self) -> Mapping[str, str]:
        return plain(self.record.get("states"))

    @property
    def deleted(self) -> bool:
        return bool(self.record.get("deleted"))

    @property
    def is_placed(self) -> bool:
        return not self.record.get("lost")

    @property
    def journey(self) -> Journey:
        """What became of it in the text at hand, as of items."""
        if not self.is_placed:
            return "orphan"
        return "changed" if self.record.get("former") is not None else "carried" if self.record.get("carried") else ""

    def __repr__(self) -> str:
        return f"<note {self.id} {self.type} {self.text!r}>"


def height(places: Places) -> float:
    """Top of the first quad in points, 0.0 without geometry."""
    return box_of_quad(places[0].quads[0]).top if places and places[0].quads else 0.0


def field_places(item: Item, field: str) -> Places:
    """Where the machine read a field of an item; the item's own places where that is not known apart."""
    known = getattr(item.record, "fields", {}).get(attribute_of(item.kind, field))
    return known.places if known is not None and known.places else item.places


def is_gone(item: Item) -> bool:
    """Whether the parse in use no longer has what a former one found (see `View.orphans`)."""
    return item.machine_id is None and item.reading != "added" and item.record is not None

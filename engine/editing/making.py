"""Items and notes made of a parse and a review, one at a time."""

from __future__ import annotations

from collections.abc import Mapping

from engine.editing.fields import KINDS
from engine.editing.items import Item, Journey, Machine, Note, Parts, is_in_force
from engine.editing.links import Links
from engine.editing.machine import item_id, machine_items, parse_id, split_id, stored_item
from engine.editing.order import TextOrder
from engine.editing.review import Record, Review, alike, plain
from engine.model.parse import Parse

_NOTHING: Record = {}


class Maker:
    """Makes items by id. `links` are the indexes over the review's records."""

    def __init__(self, review: Review, parse: Parse | None, person: str, own: Record) -> None:
        self._review = review
        self._person = person
        self.parse_id = parse_id(parse) if parse else str(review.meta.get("activeParse") or "")
        self.links = Links(review)
        self._order = TextOrder(parse)
        self._aliases = _aliases(review, person, own)
        self._machine: dict[str, tuple[str, Machine]] = {}
        self._numerals: dict[str, list[str]] = {}
        for kind, ordinal, record in machine_items(parse) if parse else ():
            one = item_id(kind, self.parse_id, ordinal)
            self._machine[one] = (ordinal, record)
            metric = getattr(record, "item", None) if kind == "numeral" else None
            if metric:
                self._numerals.setdefault(metric, []).append(one)
        self._has_parse = parse is not None
        self._former = former_parses(review, parse)
        self._bound: dict[str, str] = {}
        for target, kept in review.sections["targets"].items():
            now = kept.get("now")
            if isinstance(now, str) and now != target and now in self._machine:
                self._bound[now] = target

    def ids(self) -> set[str]:
        """Ids of everything: machine items under the id that human work knows them by, touched and added ones."""
        ids = {self._bound.get(one, one) for one in self._machine}
        return ids.union(self._review.sections["targets"], self._review.sections["added"])

    def bound(self, one: str) -> str:
        """The id that human work knows a machine item of this parse by."""
        return self._bound.get(one, one)

    def numerals(self, metric: str | None) -> tuple[str, ...]:
        """Ids of the numerals of a metric of this parse (`m17`)."""
        bound = (self.bound(one) for one in self._numerals.get(metric or "", ()))
        return tuple(one for one in bound if not self._is_detached(one))

    def metric_of(self, one: str, machine: Machine | None) -> str | None:
        """The id of the metric a numeral belongs to; None once a person put the numeral into another class."""
        metric = getattr(machine, "item", None)
        return self.bound(item_id("metric", self.parse_id, metric)) if metric and not self._is_detached(one) else None

    def item(self, one: str) -> Item | None:
        """The item of an id, None where there is none (any more)."""
        added = self._review.record("added", one)
        pieces = split_id(one)
        kind = str(added.get("kind", "")) if added is not None else pieces[0] if pieces else ""
        if kind not in KINDS:
            return None
        machine_id, machine = self._machine_of(one) if added is None else (None, None)
        if machine is None and added is None:
            machine = stored_item(self._review.meta.get("parses"), one)
        target = self._review.record("targets", one) or _NOTHING
        if machine is None and added is None and not target:
            return None
        parts = Parts(
            one, kind, machine_id, machine, added, target, self._review.record("overrides", one) or _NOTHING,
            self._verdicts_of(one, machine), self._person, self.links.notes(one), self.links.conflicts(one),
            (0, 0.0, 0.0), self._journey(one, added, target, machine_id),
        )  # fmt: skip
        item = Item(parts)
        span = item.span if machine_id is not None else None
        return Item(parts._replace(position=self._order.position(item.places, span)))

    def note(self, one: str, record: Record) -> Note:
        """The note of a record."""
        note = Note(one, record, (0, 0.0, 0.0))
        note.position = self._order.position(note.places)
        return note

    def _journey(self, one: str, added: Record | None, target: Record, machine_id: str | None) -> Journey:
        told = target if added is None else added
        if (machine_id is None and self._has_parse) if added is None else told.get("lost"):
            return "orphan"
        if told.get("former") is not None:
            return "changed"
        pieces = split_id(one)
        return "carried" if (pieces[1] in self._former if pieces else told.get("carried")) else ""

    def _machine_of(self, one: str) -> tuple[str | None, Machine | None]:
        target = self._review.record("targets", one)
        now = target.get("now", one) if target else one
        return self._machine.get(now, (None, None)) if isinstance(now, str) else (None, None)

    def _verdicts_of(self, one: str, machine: Machine | None) -> Mapping[str, Record]:
        """Verdicts by person; a numeral has those of its metric, a person those given under other ids of theirs."""
        own = self.links.verdicts(one)
        metric = self.metric_of(one, machine)
        if not own and metric:
            own = self.links.verdicts(metric)
        mine = [own[other] for other in self._aliases if other in own] if self._person not in own else []
        return {**own, self._person: max(mine, key=lambda record: str(record.get("at")))} if mine else own

    def _is_detached(self, numeral: str) -> bool:
        override = (self._review.record("overrides", numeral) or _NOTHING).get("class")
        return isinstance(override, dict) and is_in_force(override) and override.get("value") != "metric"


def former_parses(review: Review, parse: Parse | None) -> frozenset[str]:
    """Ids of the kept parses that were of another text than this one."""
    here = alike(review) | {parse.source.sha256 if parse is not None else None}
    held = plain(review.meta.get("parses")).items()
    return frozenset(one for one, record in held if plain(record).get("sha256", None) not in here | {None})


def _aliases(review: Review, person: str, own: Record) -> tuple[str, ...]:
    """Other ids of the same person: one name and office on several computers."""
    people = review.sections["people"]
    if not own.get("name"):
        return ()
    return tuple(
        one
        for one, record in people.items()
        if one != person and (record.get("name"), record.get("office")) == (own.get("name"), own.get("office"))
    )

"""Verbs for the text itself: characters (repairs accepted or made, OCR corrected), paragraph boundaries, table
cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.anchoring.anchor import Quote, anchor_places, anchor_record
from engine.editing.corrected_text import is_effective
from engine.editing.edit import Edit, RecordChange
from engine.editing.review import Record, new_id, now
from engine.editing.verbs import reset_field, set_field
from engine.editing.view import View
from engine.model.place import Places, overlap


def repair_characters(
    view: View,
    *,
    places: Places,
    quote: Quote | None,
    before: str,
    after: str,
    by: str,
) -> Edit:
    """Read `after` where the page says `before` (布臵 -> 布置). Places never move by it. Its id is `edit.ids[0]`. What
    was said before of characters in these places is taken back."""
    if before == after or not before:
        raise ValueError("repair.same")
    return _characters(view, "repair-characters", places, quote, (before, after), by)


def keep_characters(view: View, *, places: Places, quote: Quote | None, before: str, by: str) -> Edit:
    """What the page says is right as it stands: read it as printed, whatever the machine repaired. Its id is
    `edit.ids[0]`."""
    if not before:
        raise ValueError("repair.same")
    return _characters(view, "keep-characters", places, quote, (before, before), by)


def drop_repairs(view: View, *, places: Places, by: str) -> Edit:
    """Read the characters in these places as the machine does."""
    return Edit("drop-repairs", tuple(_taken_back(view, "characters", repairs_in(view, places), by)))


def repairs_in(view: View, places: Places) -> tuple[str, ...]:
    """Keys of the repairs in force that touch these places."""
    found = []
    for key, record in view.review.sections["characters"].items():
        if is_effective(record) and overlap(anchor_places(record.get("anchor")), places):
            found.append(key)
    return tuple(found)


def join_or_split(view: View, *, op: str, places: Places, quote: Quote | None, by: str) -> Edit:
    """`join`: the paragraph that begins here belongs to the one before; `split`: a paragraph begins here. Where the
    contrary was said by hand that is taken back instead."""
    if op not in ("join", "split"):
        raise ValueError("break.unknown")
    told = _breaks_at(view, places)
    contrary = [key for key, record in told.items() if record.get("op") != op]
    if contrary:
        return Edit(f"break:{op}", tuple(_taken_back(view, "breaks", contrary, by)), tuple(contrary))
    if told:
        return Edit(f"break:{op}", ())
    one = new_id()
    record = {"anchor": anchor_record(places, quote), "op": op, "by": by, "at": now(), "deleted": False}
    return Edit(f"break:{op}", (RecordChange("breaks", one, None, record),), (one,))


def take_back(view: View, *, section: str, key: str, by: str) -> Edit:
    """Take a repair (`characters`) or a paragraph boundary (`breaks`) back; a tombstone stays."""
    record = view.review.record(section, key)
    if record is None or section not in ("characters", "breaks"):
        raise KeyError(key)
    after = {**record, "deleted": True, "changedAt": now(), "changedBy": by}
    return Edit(f"take-back:{section}", (RecordChange(section, key, record, after),), (key,))


def set_cell(view: View, *, table: str, row: int, column: int, text: str, by: str) -> Edit:
    """Correct one table cell; row and column from 0."""
    return set_field(view, item=table, field=f"r{row}c{column}", value=text, by=by)._replace(name="set-cell")


def reset_cell(view: View, *, table: str, row: int, column: int, by: str) -> Edit:
    """Read one table cell as the machine does."""
    return reset_field(view, item=table, field=f"r{row}c{column}", by=by)._replace(name="reset-cell")


def _characters(view: View, name: str, places: Places, quote: Quote | None, words: tuple[str, str], by: str) -> Edit:
    before, after = words
    one = new_id()
    anchor = anchor_record(places, quote or Quote(before))
    record = {"anchor": anchor, "before": before, "after": after, "by": by, "at": now(), "deleted": False}
    former = _taken_back(view, "characters", repairs_in(view, places), by)
    return Edit(name, (*former, RecordChange("characters", one, None, record)), (one,))


def _taken_back(view: View, section: str, keys: Iterable[str], by: str) -> Iterator[RecordChange]:
    for key in keys:
        record = view.review.record(section, key)
        yield RecordChange(
            section, key, record, {**(record or {}), "deleted": True, "changedAt": now(), "changedBy": by}
        )


def _breaks_at(view: View, places: Places) -> dict[str, Record]:
    """The boundaries by hand before the first character of these places."""
    goal = _first(places)
    return {
        key: record
        for key, record in view.review.sections["breaks"].items()
        if goal is not None and is_effective(record) and _first(anchor_places(record.get("anchor"))) == goal
    }


def _first(places: Places) -> tuple[int, int] | None:
    return next(((one.page, one.chars[0]) for one in places if one.chars is not None), None)

"""Verbs for the text itself: characters (repairs accepted or made, OCR corrected), paragraph boundaries, table
cells."""

from __future__ import annotations

from engine.anchoring.anchor import Quote, anchor_record
from engine.editing.edit import Edit, RecordChange
from engine.editing.review import new_id, now
from engine.editing.verbs import set_field
from engine.editing.view import View
from engine.model.place import Places


def repair_characters(
    view: View,  # noqa: ARG001
    *,
    places: Places,
    quote: Quote | None,
    before: str,
    after: str,
    by: str,
) -> Edit:
    """Read `after` where the page says `before` (布臵 -> 布置). Places never move by it. Its id is `edit.ids[0]`."""
    if before == after or not before:
        raise ValueError("repair.same")
    one = new_id()
    anchor = anchor_record(places, quote or Quote(before))
    record = {"anchor": anchor, "before": before, "after": after, "by": by, "at": now(), "deleted": False}
    return Edit("repair-characters", (RecordChange("characters", one, None, record),), (one,))


def keep_characters(view: View, *, places: Places, quote: Quote | None, before: str, by: str) -> Edit:  # noqa: ARG001
    """What the page says is right as it stands: read it as printed, whatever the machine repaired. Its id is
    `edit.ids[0]`."""
    if not before:
        raise ValueError("repair.same")
    one = new_id()
    anchor = anchor_record(places, quote or Quote(before))
    record = {"anchor": anchor, "before": before, "after": before, "by": by, "at": now(), "deleted": False}
    return Edit("keep-characters", (RecordChange("characters", one, None, record),), (one,))


def join_or_split(view: View, *, op: str, places: Places, quote: Quote | None, by: str) -> Edit:  # noqa: ARG001
    """`join`: the paragraph that begins here belongs to the one before; `split`: a paragraph begins here."""
    if op not in ("join", "split"):
        raise ValueError("break.unknown")
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

"""The front matter (文件要素): its fields corrected by hand, beside what the machine read."""

from __future__ import annotations

from typing import Any

from engine.editing.edit import Edit, RecordChange
from engine.editing.fields import FRONT_FIELDS
from engine.editing.review import Record, now
from engine.editing.same_text import is_former_front
from engine.editing.values import plain_value
from engine.editing.view import View
from engine.model.parse import Front
from engine.model.place import Places
from engine.parsing.front.dates import find_date

LISTS = frozenset({"attachments"})


def set_front(view: View, *, field: str, value: Any, by: str) -> Edit:
    """Correct a field of the front matter, by its published name (`documentNumber`). A date may be written as on paper
    (二〇二三年五月三日); it is kept as ISO 8601. Saying what the machine reads takes the human's value back."""
    new = cleaned_front(field, value)
    before = view.review.record("front", field)
    machine = plain_value(view.front_machine(field)) or None
    record = {"value": new, "machine": machine, "by": by, "at": now()}
    if view.parse is not None:
        record["sha256"] = view.parse.source.sha256
    after = None if new == machine else record
    return Edit(f"set-front:front.{field}", (RecordChange("front", field, before, after),), (), f"front/{field}")


def reset_front(view: View, *, field: str, by: str) -> Edit:  # noqa: ARG001
    """Back to the machine's reading of a field."""
    before = view.review.record("front", field)
    return Edit(f"reset-front:front.{field}", (RecordChange("front", field, before, None),))


def cleaned_front(field: str, value: Any) -> Any:
    """A value as its field holds it, None for nothing. Raises ValueError with a code."""
    if field not in FRONT_FIELDS:
        raise ValueError("field.unknown")
    if field in LISTS:
        parts = value.splitlines() if isinstance(value, str) else value or ()
        return [str(part).strip() for part in parts if str(part).strip()] or None
    if value is not None and not isinstance(value, str):
        raise ValueError("field.not-text")
    words = (value or "").strip()
    if field != "date" or not words:
        return words or None
    found = find_date(words)
    if found is None:
        raise ValueError("field.not-a-date")
    return found[0]


def front_record(view: View, field: str) -> Record | None:
    """The human's record of a field (value, machine, by, at, sha256 of the PDF), None where nobody touched it."""
    return view.review.record("front", field)


def front_former(view: View, field: str) -> Record | None:
    """The human's record of a field that a former draft was corrected by and that is not in force in this one."""
    record = front_record(view, field)
    if record is None or not is_former_front(view.review, record, view.parse, view.front_machine(field) or None):
        return None
    return record


def front_places(view: View, field: str) -> Places:
    """Where the machine read a field; () where it did not."""
    places = view.parse.document.places if view.parse is not None else {}
    return places.get(attribute_of_front(field), ()) or places.get(field, ())


def is_machine_changed(view: View, field: str) -> bool:
    """Whether the machine now reads something else in the same text than when the field was corrected (a newer parse).
    In another draft the correction is no longer in force: `front_former`."""
    record = front_record(view, field)
    now_read = plain_value(view.front_machine(field)) or None
    if record is None or view.parse is None or now_read in (record.get("machine"), record["value"]):
        return False
    return front_former(view, field) is None


def front_in_force(view: View) -> Front:
    """The front matter as corrected."""
    read = view.parse.document if view.parse is not None else Front()
    values = {name: getattr(read, name) for name in read.__struct_fields__}
    for field in FRONT_FIELDS:
        if front_record(view, field) is not None:
            said = view.front(field)
            values[attribute_of_front(field)] = tuple(said or ()) if field in LISTS else said
    return Front(**values)


def attribute_of_front(field: str) -> str:
    """The attribute of `Front` for a published name."""
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in field)

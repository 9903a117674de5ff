"""Verbs for the review as a whole: conflicts decided, the statement 核对完毕."""

from __future__ import annotations

import hashlib
from typing import Any

from engine.editing.breakdown import breakdown
from engine.editing.conflicts import canonical, record_of, same
from engine.editing.coverage import Coverage
from engine.editing.edit import Edit, RecordChange
from engine.editing.items import verdict_of
from engine.editing.outstanding import counts_beside_numerals
from engine.editing.people import who
from engine.editing.review import Record, Review, new_id, now, plain
from engine.editing.verbs import set_field
from engine.editing.view import View


def decide_conflict(view: View, *, conflict: str, value: Any, by: str) -> Edit:
    """Decide between the values of a conflict (its id in the review's `conflicts`); another value may be given too."""
    known = view.review.record("conflicts", conflict)
    owner = record_of(known or {})
    if known is None or owner is None:
        raise KeyError(conflict)
    section, key = owner
    held = view.review.record(section, key)
    field = str(known.get("field", ""))
    decided = {**known, "decided": {"value": value, "by": by, "at": now()}}
    changes = [RecordChange("conflicts", conflict, known, decided)]
    after = _with_value(section, held, field, value, by)
    if held != after:
        changes.append(RecordChange(section, key, held, after))
    item = key.rpartition("/")[0] if section == "verdicts" else key
    return Edit("decide-conflict", tuple(changes), (item,))


def decide_field(view: View, *, item: str, field: str, value: Any, by: str) -> Edit:
    """Decide a field that shows several values, of two reviewers or of a person and a newer parse."""
    for key, record in view.review.sections["conflicts"].items():
        if record_of(record) in (("overrides", item), ("added", item)) and record.get("decided") is None:
            name = str(record.get("field", "")).removeprefix("fields.")
            if name == field:
                return decide_conflict(view, conflict=key, value=value, by=by)
    return set_field(view, item=item, field=field, value=value, by=by)._replace(name="decide-conflict", merge_key=None)


def _with_value(section: str, held: Record | None, field: str, value: Any, by: str) -> Record | None:
    record = dict(held or {})
    if section == "verdicts":
        return {**record, **plain(value), "at": now()}
    if section == "overrides":
        known = plain(record.get(field))
        if same(known.get("value"), value):
            return held
        record[field] = {"machine": None, **known, "value": value, "by": by, "at": now(), "state": "applied"}
        return record
    outer, _, inner = field.partition(".")
    if inner:
        record[outer] = {**plain(record.get(outer)), inner: value}
    else:
        record[outer] = value
    return {**record, "changedAt": now(), "changedBy": by}


def complete(view: View, *, pages: int, by: str) -> Edit:
    """核对完毕: freeze a statement of what was checked: file, pages, hash of the PDF, counts of the numerals and of
    what there is beside them, who checked first and second, time."""
    source = view.review.source
    parts = breakdown(view)
    own = who(view, by)
    statement = {
        "fileName": source.get("fileName", ""), "pages": pages, "sha256": source.get("sha256", ""),
        "counts": _counted(parts.coverage), "others": [one._asdict() for one in counts_beside_numerals(view)],
        "people": sorted(one.name for one in parts.people),
        "checkers": [{"name": one.name, "office": one.office, "decided": one.decided, "bulk": one.bulk,
                      "first": one.first, "second": one.second, "role": one.role} for one in parts.people],
        "name": own.get("name", ""), "office": own.get("office", ""), "by": by, "at": now(),
        "content": content(view.review),
    }  # fmt: skip
    one = new_id()
    return Edit("complete", (RecordChange("statements", one, None, statement),), (one,))


def statement_in_force(review: Review) -> Record | None:
    """The last statement, with `differs` where the PDF is no longer the one it was made of and `changed` where what it
    says was changed since; None without one."""
    statements = sorted(review.sections["statements"].values(), key=lambda one: str(one.get("at")))
    if not statements:
        return None
    last = statements[-1]
    source = review.source
    alike = source.get("alike")
    same_text = last.get("sha256") in (source.get("sha256", ""), *(alike if isinstance(alike, list) else ()))
    is_changed = "content" in last and last["content"] != content(review)
    return {**last, "differs": not same_text, "changed": is_changed}


def content(review: Review) -> str:
    """A hash of all verdicts and readings: equal again when a change is undone, untouched by notes."""
    lines = [
        "\n".join((key, verdict_of(record), canonical([record.get(name) for name in _VERDICT])))
        for key, record in review.sections["verdicts"].items()
    ]
    lines += [f"{key}\n{canonical(_values(record))}" for key, record in review.sections["overrides"].items() if record]
    lines += [
        f"{key}\n{canonical([record.get(name) for name in _ADDED])}" for key, record in review.sections["added"].items()
    ]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


_VERDICT = ("shouldBe", "basis", "verifiedWith")
_ADDED = ("kind", "fields", "deleted", "rejected")


def _values(overrides: Record) -> dict[str, Any]:
    return {field: plain(record).get("value") for field, record in overrides.items()}


def _counted(counts: Coverage) -> Record:
    return {name: value for name, value in counts._asdict().items() if isinstance(value, int)}

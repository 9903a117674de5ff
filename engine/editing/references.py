"""Which machine items human work refers to."""

from __future__ import annotations

from engine.editing.machine import split_id
from engine.editing.review import Record, Review, plain


def references(review: Review) -> set[str]:
    """Ids of the machine items that have an override, a verdict, a note, or an added item in their place."""
    found = set(review.sections["overrides"])
    found.update(key.rpartition("/")[0] for key in review.sections["verdicts"])
    for note in review.sections["notes"].values():
        found.add(str(plain(note.get("about")).get("id")))
    for added in review.sections["added"].values():
        replaced = added.get("replaces")
        found.update(str(one) for one in (replaced if isinstance(replaced, list) else ()))
    return {one for one in found if split_id(one) is not None}


def verdicts_by_item(review: Review) -> dict[str, dict[str, Record]]:
    """Verdict records by item and by their key."""
    found: dict[str, dict[str, Record]] = {}
    for key, record in review.sections["verdicts"].items():
        found.setdefault(key.rpartition("/")[0], {})[key] = record
    return found


def cut_targets(review: Review) -> None:
    """Leave only the targets that human work refers to (undo leaves targets behind)."""
    wanted = references(review)
    review.sections["targets"] = {key: record for key, record in review.sections["targets"].items() if key in wanted}

"""A colleague's sidecar, or a sync program's conflict copy, merged into the session as one undoable step."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from engine.editing.edit import Edit
from engine.editing.review import Review
from engine.storage.disk import Disk
from engine.storage.merge import differences, merge
from engine.storage.places import PdfFacts, Shelf, local_folder
from engine.storage.versions import ancestry, version_of_revision


class Imported(NamedTuple):
    """The step to apply, how many records it changes by section, how many conflicts it makes, and whether the other
    review is of the same PDF (another SHA-256: of another version of it)."""

    edit: Edit
    counts: dict[str, int]
    conflicts: int
    is_same_pdf: bool


def import_review(own: Review, other: Review, base: Review | None = None) -> Imported:
    """Merge another review into this one. Without a known common base equal ids are compared directly: two people who
    opened copies of one PDF agree on every machine id, and what humans added has random ids."""
    merged = merge(base, own, other)
    changes = tuple(change for change in differences(own, merged.review) if change.section != "log")
    counts = dict(Counter(change.section for change in changes))
    ids = tuple(dict.fromkeys(change.key for change in changes if change.section not in ("people", "targets")))
    is_same = own.source.get("sha256") == other.source.get("sha256")
    return Imported(Edit("import-review", changes, ids[:200]), counts, len(merged.conflicts), is_same)


def common_base(own: Review, other: Review, pdf: PdfFacts, shelf: Shelf, disk: Disk | None = None) -> Review | None:
    """The version on this computer that both reviews came from, None where none is known."""
    return version_of_revision(disk or Disk(), local_folder(pdf, shelf), ancestry(own) & ancestry(other))

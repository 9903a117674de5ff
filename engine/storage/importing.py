"""A colleague's sidecar, a sync program's conflict copy, an earlier draft's review or an earlier version of this one,
brought into the session as one undoable step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from engine.editing.edit import Edit, RecordChange
from engine.editing.parses import joined_parses
from engine.editing.rebase import Rebased
from engine.editing.rebind import rebound
from engine.editing.review import Record, Review, alike, plain
from engine.model.parse import Parse
from engine.storage.binding import PdfText, carry_over
from engine.storage.disk import Disk
from engine.storage.merge import differences, merge, merge_changes
from engine.storage.places import PdfFacts, Shelf, local_folder
from engine.storage.versions import ancestry, version_of_revision

_UNSEEN = frozenset({"log", "people", "targets"})  # sections that alone are nothing to bring in
_LISTED = 200  # ids of an import that its entry of the log names


class Imported(NamedTuple):
    """The step to apply, how many records it changes by section, how many conflicts it makes, whether the other
    review is of the same PDF (another SHA-256: of another version of it), and what its parses said of its items: give
    them to `Session.keep_parses` first."""

    edit: Edit
    counts: dict[str, int]
    conflicts: int
    is_same_pdf: bool
    parses: Record


class Carried(NamedTuple):
    """What 承接上一稿 brings: the step, how many items keep a verdict, how many go back to 待核 because their sentence
    changed, and how many pieces of work (items, notes) are not in the text."""

    imported: Imported
    kept: int
    reopened: int
    lost: int


def import_review(
    own: Review, other: Review, base: Review | None = None, *, parse: Parse | None = None, name: str = "import-review"
) -> Imported:
    """Merge another review into this one. Without a known common base equal ids are compared directly: two people who
    opened copies of one PDF agree on every machine id, and what humans added has random ids. With `parse` (the one in
    use) work done under another parse is found again in it. The step is empty where the other has nothing new."""
    return import_reviews(own, [(other, base)], parse=parse, name=name)


def import_reviews(
    own: Review, others: Iterable[tuple[Review, Review | None]], *, parse: Parse | None, name: str
) -> Imported:
    """Merge several reviews, each with its common base, as one step."""
    joined, conflicts, is_same = own, set[str](), True
    for other, base in others:
        merged = merge(base, joined, other)
        joined = merged.review
        conflicts.update(merged.conflicts)
        is_same = is_same and is_same_pdf(own, other)
    if joined is not own:
        _rebind(joined, parse)
    return _imported(own, joined, name, conflicts=len(conflicts), is_same=is_same)


def carried_over(own: Review, former: Review, pdf: PdfFacts, text: PdfText) -> Carried:
    """承接上一稿: the work of an earlier draft's review as one step of this one's: what stands in an identical sentence
    stays, what changed goes back to 待核, what is gone is listed. The earlier review is not touched."""
    carried, outcome = carry_over(former, pdf, text)
    _rebind(carried, text.parse)
    imported = import_review(own, carried, parse=text.parse, name="carry-over")
    return Carried(imported, *_counted(carried, outcome))


def restored(own: Review, earlier: Review, parse: Parse | None = None) -> Imported:
    """Back to an earlier version of this review, as one step. Notes and items made since leave a tombstone, verdicts
    given since are open again; statements, people and the log stay."""
    back = own.snapshot()
    for section in {**own.sections, **earlier.sections}:
        if section not in _STAYING:
            _take_back(back, earlier, section)
    for key, record in earlier.sections["targets"].items():
        back.sections["targets"].setdefault(key, record)
    back.meta["parses"] = joined_parses(own.meta.get("parses"), earlier.meta.get("parses"))
    _rebind(back, parse)
    return _imported(own, back, "restore-version", conflicts=0, is_same=is_same_pdf(own, earlier))


def made_anew(edit: Edit, own: Review) -> Edit:
    """A step made on an earlier state of a review, as a step of its present state."""
    return edit._replace(changes=_ordered(merge_changes(own, edit.changes)))


def is_same_pdf(own: Review, other: Review) -> bool:
    """Whether two reviews are of one PDF, or of two found to say the same."""
    mine, theirs = own.source.get("sha256"), other.source.get("sha256")
    return mine == theirs or theirs in alike(own) or mine in alike(other)


def holds(review: Review, other: Review) -> bool:
    """Whether every record of another review is in this one (it was merged in)."""
    return all(
        key in review.sections.get(name, {})
        for name, section in other.sections.items()
        if name not in ("targets", "log", "people")
        for key in section
    )


def common_base(own: Review, other: Review, pdf: PdfFacts, shelf: Shelf, disk: Disk | None = None) -> Review | None:
    """The version on this computer that both reviews came from, None where none is known."""
    return version_of_revision(disk or Disk(), local_folder(pdf, shelf), ancestry(own) & ancestry(other))


_STAYING = frozenset({"log", "people", "targets", "statements"})
_MARKED = frozenset({"notes", "added", "characters", "breaks"})


def _take_back(back: Review, earlier: Review, section: str) -> None:
    former = earlier.sections.get(section, {})
    for key, record in {**back.sections.get(section, {})}.items():
        if key in former:
            continue
        if section in _MARKED:
            back.put(section, key, {**record, "deleted": True})
        elif section == "verdicts":
            back.put(section, key, {**record, "verdict": "open"})
        else:
            back.put(section, key, None)
    for key, record in former.items():
        back.put(section, key, record)


def _imported(own: Review, joined: Review, name: str, *, conflicts: int, is_same: bool) -> Imported:
    changes = _ordered(differences(own, joined))
    counts = dict(Counter(change.section for change in changes))
    edit = Edit(name, changes if counts.keys() - _UNSEEN else (), _ids(changes))
    return Imported(edit, counts, conflicts, is_same, plain(joined.meta.get("parses")))


def _rebind(review: Review, parse: Parse | None) -> None:
    for section, key, record in rebound(review, parse) if parse is not None else ():
        review.put(section, key, record)


def _ordered(changes: tuple[RecordChange, ...]) -> tuple[RecordChange, ...]:
    return tuple(sorted(changes, key=lambda change: change[:2]))


def _ids(changes: tuple[RecordChange, ...]) -> tuple[str, ...]:
    told = (change for change in changes if change.section not in _UNSEEN)
    keys = (change.key.rpartition("/")[0] if change.section == "verdicts" else change.key for change in told)
    return tuple(dict.fromkeys(keys))[:_LISTED]


def _counted(carried: Review, outcome: Rebased) -> tuple[int, int, int]:
    """Items that keep a verdict, items that are open again, and what is nowhere."""
    kept: set[str] = set()
    reopened: set[str] = set()
    gone: set[str] = set()
    worked = {*carried.sections["overrides"], *(key.rpartition("/")[0] for key in carried.sections["verdicts"])}
    targets, added = carried.sections["targets"], carried.sections["added"]
    for one in worked:
        target = targets.get(one, {})
        if (target.get("now", one) is None and not target.get("joined")) or added.get(one, {}).get("lost"):
            gone.add(one)
    for key, record in carried.sections["verdicts"].items():
        one = key.rpartition("/")[0]
        if one not in gone and record.get("verdict") != "open":
            (reopened if record.get("reopened") else kept).add(one)
    return len(kept - reopened), len(reopened), len(gone - added.keys()) + outcome.lost

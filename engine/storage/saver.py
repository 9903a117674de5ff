"""Saving: journal, mutex, re-read and three-way merge, replace, read back; else kept on this computer, and retried.

All of it may run on a thread of its own; the session only gives snapshots and steps.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from engine.editing.edit import Changes, RecordChange
from engine.editing.review import Review, new_id, now, plain
from engine.editing.session import Person, Session, Step
from engine.errors import NotSaved, SidecarDamaged, SidecarNewer
from engine.storage.codec import decode, digest, encode
from engine.storage.disk import Disk, not_saved
from engine.storage.importing import holds
from engine.storage.journal import Journal
from engine.storage.merge import differences, merge, merge_changes
from engine.storage.mutex import announce, mutex, withdraw
from engine.storage.opening import Opened
from engine.storage.places import Shelf, Where, aside_name, homes, local_folder, merged_name, sidecar_name
from engine.storage.replacing import replace_file, sweep
from engine.storage.versions import ancestry, keep_version, revision_id, version_of_revision


class Snapshot(NamedTuple):
    """What a session hands to be saved: the review, the session's revision, and at that moment the journal's count
    and the number of the last save whose merge it had taken in."""

    review: Review
    revision: int
    steps: int
    taken: int


class Saved(NamedTuple):
    """A save that is safely in its place. `number` counts a saver's saves. `at` is ISO 8601 (UTC). `outside` are the
    record changes that another editor had made meanwhile and that are merged in now: give them to the session with
    `take_in`. `conflicts` counts fields that both had changed. `is_local`: kept on this computer only, because
    `cause` kept it from its place."""

    where: Where
    at: str
    revision: int
    number: int = 0
    outside: tuple[RecordChange, ...] = ()
    conflicts: int = 0
    is_local: bool = False
    cause: str = ""


class _Last(NamedTuple):
    """The last save at a place: its number, what the session had sent, what was written (the same, when nobody else
    had written), and the digest of its bytes."""

    number: int = 0
    sent: Review | None = None
    written: Review | None = None
    digest: str = ""

    def is_news(self, taken: int) -> bool:
        """Whether it merged in what a session that has taken in so many saves does not have."""
        return self.number > taken and self.sent is not self.written


_REMEMBERED = 64  # revisions of others that a file names


class Saver:
    """Saves one opened review. `note` and `snapshot` belong to the session's thread, everything else may run on
    another; one save at a time."""

    def __init__(self, opened: Opened, shelf: Shelf, person: Person, disk: Disk | None = None) -> None:
        self._opened = opened
        self._shelf = shelf
        self.person = person
        self._disk = disk or Disk()
        self._folder = local_folder(opened.pdf, shelf)
        self._journal = Journal(self._disk, self._folder, str(opened.review.meta.get("documentId", "")))
        self._lock = threading.RLock()
        self._saves = self._taken = 0
        self._last = _Last(0, opened.base, opened.base, opened.base_digest)
        self._kept = _Last(digest=opened.kept_digest)
        self._left = [*opened.left]
        self._copies: list[tuple[Path, Review]] = []
        self._is_damaged = opened.is_damaged
        self._is_announced = False
        self._parents: tuple[str, ...] = (revision_id(opened.review),)
        self._seen: dict[str, None] = {}
        self._own: set[str] = set()
        for review in (opened.base, opened.review):
            self._remember(review)

    @property
    def where(self) -> Where:
        return self._opened.where

    @property
    def leaves(self) -> tuple[Path, ...]:
        """The files of its own that are there until a save: the journal."""
        return self._journal.files

    def keep_aside(self, copies: Iterable[tuple[Path, Review]]) -> None:
        """Conflict copies that are being merged in: after a save that holds all that is in them they get another name,
        under which they are not found again. Nothing of them is removed."""
        with self._lock:
            self._copies += copies

    def note(self, step: Step) -> None:
        """Take a step of the session for the journal (its `on_step`)."""
        self._journal.note(step)

    def sync(self) -> int:
        """Bring the journal to the disk; afterwards every step noted before is acknowledged. Raises NotSaved."""
        with self._lock:
            try:
                return self._journal.sync()
            except OSError as error:
                raise not_saved(error) from error

    def snapshot(self, session: Session) -> Snapshot:
        """What is to be saved; call it on the session's thread."""
        return Snapshot(session.snapshot(), session.revision, self._journal.count, self._taken)

    def save(self, snapshot: Snapshot) -> Saved:
        """Save it in its place. Raises SidecarNewer, or NotSaved (cause read-only, full, gone, busy, other); the old
        file is then as it was and the work is in the journal (as far as that can be written)."""
        with self._lock:
            with contextlib.suppress(NotSaved):
                self.sync()
            if self._opened.is_read_only:
                raise SidecarNewer
            try:
                if self.where.home == "local":  # a fixed folder that is not there is a vanished share
                    self._disk.make_folder(self.where.path.parent)
                with mutex(self._disk, self.where.path):
                    return self._save(snapshot)
            except OSError as error:
                raise not_saved(error) from error

    def keep_here(self, snapshot: Snapshot, cause: str) -> Saved:
        """Keep the review on this computer because its place cannot be written; found again by SHA-256. Another window
        may keep its work of the same PDF there. Raises NotSaved."""
        with self._lock:
            local = homes(self._opened.pdf, self._shelf)[-1]
            if local == self.where:
                raise NotSaved(cause=cause)
            try:
                self._disk.make_folder(local.path.parent)
                with mutex(self._disk, local.path):
                    return self._keep(local, snapshot, cause)
            except OSError as error:
                raise not_saved(error) from error

    def take_in(self, session: Session, saved: Saved) -> Changes:
        """Give the session what a save merged in, over what it did since; call it on the session's thread."""
        session.mark_saved(saved.revision)
        self._taken = max(self._taken, saved.number)
        if not saved.outside:
            return Changes(initiator="merge")
        return session.absorb(merge_changes(session.review, saved.outside), "merge")

    def close(self) -> None:
        """Take the announcement away and let go of the journal."""
        with self._lock:
            if self._is_announced:
                withdraw(self._disk, self.where.path)
            self._journal.close()

    # -- inside --------------------------------------------------------------------------------------------------------

    def _save(self, snapshot: Snapshot) -> Saved:
        path = self.where.path
        theirs = self._theirs()
        merged, conflicts = self._joined(snapshot, theirs)
        written = self._stamped(merged, theirs)
        data = encode(written)
        if not self._last.number:
            sweep(self._disk, path)
        self._keep_former()
        replace_file(self._disk, path, data)
        saved = self._done(self.where, snapshot, merged, conflicts)
        self._last = _Last(saved.number, snapshot.review if saved.outside else written, written, digest(data))
        self._is_damaged = False
        with contextlib.suppress(OSError):
            keep_version(self._disk, self._folder, data, limit=self._shelf.versions, days=self._shelf.days)
        self._cut(snapshot)
        self._move_copies(written)
        if not self._is_announced:
            self._is_announced = announce(self._disk, path, self.person.name)
        return saved

    def _keep(self, local: Where, snapshot: Snapshot, cause: str) -> Saved:
        theirs = self._kept_by_another(local.path)
        merged, conflicts = self._joined(snapshot, theirs)
        written = self._stamped(merged, theirs)
        data = encode(written)
        replace_file(self._disk, local.path, data, new_mode=0o600)
        saved = self._done(local, snapshot, merged, conflicts)
        self._kept = _Last(saved.number, snapshot.review if saved.outside else written, written, digest(data))
        with contextlib.suppress(OSError):
            self._journal.cut(snapshot.steps)
        return saved._replace(is_local=True, cause=cause)

    def _joined(self, snapshot: Snapshot, theirs: Review | None) -> tuple[Review, int]:
        """What the session sent with what others had written: in earlier saves, as far as the session had not taken it
        in yet, and now."""
        merged, conflicts = snapshot.review, set[str]()
        for last in (self._kept, self._last):
            if last.is_news(snapshot.taken) and last.written is not None:
                result = merge(last.sent, merged, last.written)
                merged = result.review
                conflicts.update(result.conflicts)
        if theirs is not None:
            result = merge(self._base(theirs), merged, theirs)
            merged = result.review
            conflicts.update(result.conflicts)
        return merged, len(conflicts)

    def _base(self, theirs: Review) -> Review | None:
        """The newest state that both sides came from. That is what we saved last, unless who wrote the file did not
        know it: a sync program may put another's copy in our place. None where none is known: everything stays then."""
        if "ancestors" not in plain(theirs.meta.get("revision")):  # written before they were told
            return self._last.written
        known = ancestry(theirs)
        for review in (self._kept.written, self._last.written):
            if review is not None and revision_id(review) in known:
                return review
        return (
            version_of_revision(self._disk, self._folder, known & self._own)
            or (self._opened.base if self._opened.base and revision_id(self._opened.base) in known else None)
            or version_of_revision(self._disk, self._folder, known & self._seen.keys())
        )

    def _done(self, where: Where, snapshot: Snapshot, merged: Review, conflicts: int) -> Saved:
        self._saves += 1
        outside = differences(snapshot.review, merged) if merged is not snapshot.review else ()
        return Saved(where, now(), snapshot.revision, self._saves, outside, conflicts)

    def _kept_by_another(self, path: Path) -> Review | None:
        """What another window has kept on this computer since we did."""
        try:
            data = self._disk.read(path)
            return None if digest(data) == self._kept.digest else decode(data).review
        except (FileNotFoundError, SidecarDamaged):
            return None

    def _theirs(self) -> Review | None:
        """What stands in the file now, when it is not what we loaded or saved last."""
        try:
            data = self._disk.read(self.where.path)
        except FileNotFoundError:
            self._disk.names(self.where.path.parent)  # raises when the folder is gone
            if self.where.home == "beside":
                self._disk.size(self._opened.pdf.path)  # and this where only the empty place of a share is left
            return None
        if digest(data) == self._last.digest:
            if self._is_damaged:
                self._set_aside(data)
            return None
        try:
            decoded = decode(data)
        except SidecarDamaged:
            self._set_aside(data)
            return None
        if decoded.soundness == "newer":
            raise SidecarNewer
        return decoded.review

    def _keep_former(self) -> None:
        """The review of the former draft stays, under a name with its PDF's hash, when the new draft's takes its
        own."""
        mark = self._opened.keep_former
        if not mark or self._last.number:
            return
        former = self.where.path.with_name(sidecar_name(self._opened.pdf.path.name, mark))
        with contextlib.suppress(FileNotFoundError):
            data = self._disk.read(self.where.path)
            if digest(data) == self._last.digest:
                replace_file(self._disk, former, data)

    def _set_aside(self, data: bytes) -> None:
        """A damaged file is kept beside its successor, byte for byte."""
        replace_file(self._disk, self.where.path.with_name(aside_name(self.where.path.name, _stamp(data))), data)

    def _move_copies(self, saved: Review) -> None:
        for path, copy in [*self._copies]:
            with contextlib.suppress(OSError, NotSaved):
                if not holds(saved, copy):
                    continue
                data = self._disk.read(path)
                replace_file(self._disk, path.with_name(merged_name(self.where.path.name, _stamp(data))), data)
                self._disk.remove(path)
                self._copies.remove((path, copy))

    def _stamped(self, review: Review, theirs: Review | None) -> Review:
        """The review under a new revision, which names those it came from."""
        if theirs is not None:
            self._remember(theirs)
        stamped = review.snapshot()
        one = new_id()
        parents = dict.fromkeys((*self._parents, revision_id(theirs) if theirs is not None else ""))
        stamped.meta["revision"] = {
            "id": one,
            "parents": [parent for parent in parents if parent],
            "ancestors": [*self._seen][-_REMEMBERED:],
            "savedAt": now(),
            "savedBy": self.person.id,
        }
        self._parents = (one,)
        self._own.add(one)
        return stamped

    def _remember(self, review: Review | None) -> None:
        """A review is in what we save, and all that it came from."""
        if review is None:
            return
        own = revision_id(review)
        for one in (*sorted(ancestry(review) - {own}), *([own] if own else [])):
            self._seen.pop(one, None)  # to the end: the oldest are forgotten first
            self._seen[one] = None

    def _cut(self, snapshot: Snapshot) -> None:
        """The work is safe: the journal and what a crash had left can go."""
        with contextlib.suppress(OSError):
            self._journal.cut(snapshot.steps)
        for path in [*self._left]:
            with contextlib.suppress(OSError):
                self._disk.remove(path)
                self._left.remove(path)
        self._drop_kept()

    def _drop_kept(self) -> None:
        """What was kept on this computer can go, unless another window has kept more there since."""
        if not self._kept.digest:
            return
        path = homes(self._opened.pdf, self._shelf)[-1].path
        with contextlib.suppress(OSError, NotSaved), mutex(self._disk, path, patience=0.0):
            if digest(self._disk.read(path)) == self._kept.digest:
                self._disk.remove(path)
        self._kept = _Last()


def _stamp(data: bytes) -> str:
    """A part of a file's name that tells when and what: two copies of one second differ."""
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S-") + digest(data)[:6]

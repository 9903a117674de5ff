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
from engine.editing.review import Review, new_id, now
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
from engine.storage.versions import keep_version, revision_id


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
    """The last save: what the session had sent, and what was written (the same, when nobody else had written)."""

    number: int
    sent: Review | None
    written: Review | None


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
        self._last = _Last(0, opened.base, opened.base)
        self._taken = 0
        self._file_digest = opened.base_digest
        self._left = [*opened.left]
        self._copies: list[tuple[Path, Review]] = []
        self._is_damaged = opened.is_damaged
        self._is_announced = False
        self._parents: tuple[str, ...] = (revision_id(opened.review),)

    @property
    def where(self) -> Where:
        return self._opened.where

    @property
    def leaves(self) -> tuple[Path, ...]:
        """The files that are there until a save: what a crash had left, and the journal."""
        return (*self._left, *self._journal.files)

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
        """Keep the review on this computer because its place cannot be written; found again by SHA-256. Raises
        NotSaved."""
        with self._lock:
            local = homes(self._opened.pdf, self._shelf)[-1]
            review = self._stamped(snapshot.review, self._parents)
            try:
                self._disk.make_folder(local.path.parent)
            except OSError as error:
                raise not_saved(error) from error
            replace_file(self._disk, local.path, encode(review), new_mode=0o600)
            if local.path not in self._left:
                self._left.append(local.path)
            with contextlib.suppress(OSError):
                self._journal.cut(snapshot.steps)
            return Saved(local, now(), snapshot.revision, self._last.number, is_local=True, cause=cause)

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
        theirs, parents = self._theirs(), self._parents
        has_seen_all = snapshot.taken >= self._last.number
        base = self._last.written if has_seen_all else self._last.sent
        if theirs is None and not has_seen_all:
            theirs = self._last.written
        merged, conflicts = snapshot.review, 0
        outside: tuple[RecordChange, ...] = ()
        if theirs is not None:
            result = merge(base, snapshot.review, theirs)
            merged, conflicts = result.review, len(result.conflicts)
            parents = tuple(dict.fromkeys((*parents, revision_id(theirs))))
            outside = differences(snapshot.review, merged)
        merged = self._stamped(merged, parents)
        data = encode(merged)
        if not self._last.number:
            sweep(self._disk, path)
        self._keep_former()
        replace_file(self._disk, path, data)
        self._last = _Last(self._last.number + 1, snapshot.review if outside else merged, merged)
        self._file_digest, self._parents = digest(data), (revision_id(merged),)
        self._is_damaged = False
        with contextlib.suppress(OSError):
            keep_version(self._disk, self._folder, data, limit=self._shelf.versions, days=self._shelf.days)
        self._cut(snapshot)
        self._move_copies(merged)
        if not self._is_announced:
            self._is_announced = announce(self._disk, path, self.person.name)
        return Saved(self.where, now(), snapshot.revision, self._last.number, outside, conflicts)

    def _theirs(self) -> Review | None:
        """What stands in the file now, when it is not what we loaded or saved last."""
        try:
            data = self._disk.read(self.where.path)
        except FileNotFoundError:
            self._disk.names(self.where.path.parent)  # raises when the folder is gone
            return None
        if digest(data) == self._file_digest:
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
            if digest(data) == self._file_digest:
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

    def _stamped(self, review: Review, parents: tuple[str, ...]) -> Review:
        stamped = review.snapshot()
        stamped.meta["revision"] = {
            "id": new_id(),
            "parents": [one for one in parents if one],
            "savedAt": now(),
            "savedBy": self.person.id,
        }
        return stamped

    def _cut(self, snapshot: Snapshot) -> None:
        """The work is safe: the journal and what a crash had left can go."""
        with contextlib.suppress(OSError):
            self._journal.cut(snapshot.steps)
        for path in [*self._left]:
            with contextlib.suppress(OSError):
                self._disk.remove(path)
                self._left.remove(path)


def _stamp(data: bytes) -> str:
    """A part of a file's name that tells when and what: two copies of one second differ."""
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S-") + digest(data)[:6]

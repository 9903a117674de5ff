"""The journal: every step of a session, appended in this computer's state folder before the sidecar is saved.

A line is a CRC and a JSON object; what `sync` returned from is acknowledged and comes back after a crash.
"""

from __future__ import annotations

import contextlib
import os
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from engine.editing.edit import RecordChange
from engine.editing.review import Record, Review
from engine.editing.session import Step
from engine.storage.codec import json_bytes
from engine.storage.disk import Disk
from engine.storage.merge import merge_changes

PREFIX, SUFFIX = "journal-", ".piyue-journal"


class Journal:
    """One session's journal. Its file is made with the first step and gone when everything is saved. `note` never waits
    for the disk and may be called while another thread syncs; syncing, cutting and closing are for one thread at a
    time."""

    def __init__(self, disk: Disk, folder: Path, document: str) -> None:
        self._disk = disk
        self._folder = folder
        self._document = document
        self._path: Path | None = None
        self._descriptor: int | None = None
        self._lock = threading.Lock()  # of the two lists, never held while the disk is waited for
        self._waiting: list[Step] = []
        self._kept: list[bytes] = []
        self._cut = 0
        self._noted = 0

    @property
    def count(self) -> int:
        """Steps noted since the session began."""
        return self._noted

    @property
    def files(self) -> tuple[Path, ...]:
        """Its file, where there is one."""
        return (self._path,) if self._path is not None else ()

    def note(self, step: Step) -> None:
        """Take a step; it is safe after the next `sync`."""
        with self._lock:
            self._waiting.append(step)
            self._noted += 1

    def sync(self) -> int:
        """Write what was noted and wait for the disk. Returns the count that is safe now. Raises OSError."""
        if self._waiting:
            with self._lock:
                steps = [*self._waiting]
            lines = [*map(_line_of, steps)]
            self._append(lines)
            with self._lock:
                self._kept += lines
                del self._waiting[: len(lines)]
        return self._cut + len(self._kept)

    def cut(self, count: int) -> None:
        """The first `count` steps are in the sidecar: drop them. Raises OSError; the old journal is then still
        whole."""
        done = min(max(count - self._cut, 0), len(self._kept))
        rest = self._kept[done:]
        former, descriptor = self._path, self._descriptor
        self._path = self._descriptor = None
        if rest:
            self._append(rest)
        self._kept = rest
        self._cut += done
        if descriptor is not None:
            self._disk.close(descriptor)
        if former is not None:
            self._disk.remove(former)

    def close(self) -> None:
        """Let go of the file; it stays when steps are not in the sidecar."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                self._disk.close(self._descriptor)
        self._descriptor = None

    def _append(self, lines: list[bytes]) -> None:
        descriptor = self._open() if self._descriptor is None else self._descriptor
        self._disk.write(descriptor, b"".join(lines))
        self._disk.sync(descriptor)

    def _open(self) -> int:
        self._disk.make_folder(self._folder)
        path = self._folder / f"{PREFIX}{os.getpid():x}-{os.urandom(4).hex()}{SUFFIX}"
        descriptor = self._disk.create(path, 0o600)
        self._disk.lock(descriptor)
        self._disk.write(descriptor, _line(json_bytes({"document": self._document})))
        self._disk.sync_folder(self._folder)
        self._path, self._descriptor = path, descriptor
        return descriptor


class LeftSteps(NamedTuple):
    """What a session that ended without saving left: its file, the review's document id, its steps in order, and how
    many lines could not be read."""

    path: Path
    document: str
    steps: tuple[Step, ...]
    unreadable: int


def left_journals(disk: Disk, *folders: Path) -> tuple[LeftSteps, ...]:
    """Journals of sessions that are over, oldest first; those of running programs are theirs. Reads only."""
    found: list[tuple[float, LeftSteps]] = []
    for path in (path for folder in folders for path in _journals(disk, folder)):
        with contextlib.suppress(OSError):
            if not disk.is_locked(path):
                found.append((-disk.age(path), _read(disk, path)))
    return tuple(left for _, left in sorted(found, key=lambda pair: pair[0]))


def _journals(disk: Disk, folder: Path) -> list[Path]:
    try:
        return [folder / name for name in disk.names(folder) if name.startswith(PREFIX) and name.endswith(SUFFIX)]
    except OSError:
        return []


def replay(review: Review, steps: tuple[Step, ...]) -> int:
    """Do again what the review does not have yet; returns how many steps that were."""
    done = 0
    for step in steps:
        known = review.record("log", str(step.entry.get("id")))
        if known is not None and known.get("lamport", 0) >= step.entry.get("lamport", 0):
            continue
        for change in merge_changes(review, step.changes):
            review.put(change.section, change.key, change.after)
        review.put("log", str(step.entry.get("id")), step.entry)
        done += 1
    return done


def _line(body: bytes) -> bytes:
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _line_of(step: Step) -> bytes:
    """Change by change, so that a step of thousands keeps no other thread waiting."""
    changes = b",".join(json_bytes(change._asdict()) for change in step.changes)
    return _line(b'{"changes":[%s],"entry":%s}' % (changes, json_bytes(step.entry)))


def _read(disk: Disk, path: Path) -> LeftSteps:
    document, steps, unreadable = "", [], 0
    for line in disk.read(path).split(b"\n"):
        if not line:
            continue
        record = _record(line)
        if record is None:
            unreadable += 1
        elif "document" in record:
            document = str(record["document"])
        else:
            steps.append(Step(tuple(_changes(record.get("changes"))), record.get("entry") or {}))
    return LeftSteps(path, document, tuple(steps), unreadable)


def _record(line: bytes) -> Record | None:
    crc, _, body = line.partition(b" ")
    try:
        if int(crc, 16) != zlib.crc32(body):
            return None
        record = msgspec.json.decode(body)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _changes(changes: Any) -> Iterator[RecordChange]:
    for change in changes if isinstance(changes, list) else ():
        yield RecordChange(change["section"], change["key"], change["before"], change["after"])

"""What this computer keeps of documents (versions, journals, reviews not saved in their place): listed and removed."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec

from engine.storage.disk import Disk
from engine.storage.journal import PREFIX, left_journals
from engine.storage.places import ENDING, Shelf
from engine.storage.versions import versions


class LocalRecord(NamedTuple):
    """What is kept of one document. `file_name` is "" where no version tells; `at` is when anything of it was last
    changed; `has_unsaved`: a journal or a review that is not in its place yet, removing it would lose work."""

    folder: Path
    file_name: str
    versions: int
    bytes: int
    has_unsaved: bool
    at: datetime


def local_records(shelf: Shelf, disk: Disk | None = None) -> tuple[LocalRecord, ...]:
    """Everything kept, one entry a document. Writes nothing."""
    calls = disk or Disk()
    place = shelf.state / "reviews"
    try:
        folders = calls.names(place)
    except OSError:
        return ()
    return tuple(_record(place / name, calls) for name in folders if (place / name).is_dir())


def remove_local(folder: Path, shelf: Shelf, *, unsaved_too: bool = False, disk: Disk | None = None) -> int:
    """Remove what is kept of one document; returns the number of files. Unsaved work stays unless `unsaved_too`, and
    the journals of running programs always. ValueError for a folder that is not one of ours; OSError where not
    permitted."""
    if folder.parent != shelf.state / "reviews":
        raise ValueError("folder")
    calls = disk or Disk()
    removed = 0
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            with contextlib.suppress(OSError):
                path.rmdir()
        elif _may_go(path, folder, calls, unsaved_too=unsaved_too):
            calls.remove(path)
            removed += 1
    with contextlib.suppress(OSError):
        folder.rmdir()
    return removed


def remove_all(shelf: Shelf, *, unsaved_too: bool = False, disk: Disk | None = None) -> int:
    """Remove what is kept of all documents; see `remove_local`."""
    calls = disk or Disk()
    return sum(
        remove_local(record.folder, shelf, unsaved_too=unsaved_too, disk=calls)
        for record in local_records(shelf, calls)
    )


def _may_go(path: Path, folder: Path, disk: Disk, *, unsaved_too: bool) -> bool:
    if path.parent != folder:
        return True
    if path.name.startswith(PREFIX):
        return unsaved_too and not disk.is_locked(path)
    return unsaved_too or not path.name.endswith(ENDING)


def _record(folder: Path, disk: Disk) -> LocalRecord:
    sizes, age = 0, float("inf")
    for path in folder.rglob("*"):
        with contextlib.suppress(OSError):
            if path.is_file():
                sizes += disk.size(path)
                age = min(age, disk.age(path))
    kept = folder / "review.piyue.json"
    known = versions(disk, folder)
    name = next((name for path in (kept, *(one.path for one in known)) if (name := _file_name(path, disk))), "")
    has_unsaved = kept.exists() or any(left.steps for left in left_journals(disk, folder))
    at = datetime.now(UTC) - timedelta(seconds=age if sizes else 0.0)
    return LocalRecord(folder, name, len(known), sizes, has_unsaved, at)


_NAME = b'\n"fileName":'


def _file_name(path: Path, disk: Disk) -> str:
    """The PDF's name in a sidecar, by the one line that tells it: hundreds of large ones are listed in no time."""
    try:
        line = disk.read(path).partition(_NAME)[2].partition(b"\n")[0]
        name = msgspec.json.decode(line.removesuffix(b","))
    except (OSError, ValueError):
        return ""
    return name if isinstance(name, str) else ""

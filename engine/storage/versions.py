"""The last versions of a review on this computer: for the day the sidecar is damaged, and as base of merges."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from engine.editing.review import Review, plain
from engine.errors import SidecarDamaged
from engine.storage.codec import decode, digest
from engine.storage.disk import Disk
from engine.storage.merge import differences

FOLDER, SUFFIX = "versions", ".piyue.json"
BYTES = 400 * 2**20  # of all versions of one document


class Version(NamedTuple):
    """One kept version: its file and when it was saved (UTC)."""

    path: Path
    at: datetime


class VersionFacts(NamedTuple):
    """What a version holds: who saved it, how many verdicts, corrections and notes, and in how many records it differs
    from the review it is compared with."""

    who: str
    verdicts: int
    corrections: int
    notes: int
    differs: int


def facts_of(disk: Disk, version: Version, own: Review) -> VersionFacts | None:
    """The facts of a version, None where it cannot be read."""
    try:
        review = decode(disk.read(version.path)).review
    except (OSError, SidecarDamaged):
        return None
    revision = plain(review.meta.get("revision"))
    who = plain(review.record("people", str(revision.get("savedBy", "")))).get("name") or ""
    sections = review.sections
    verdicts = sum(1 for record in sections["verdicts"].values() if record.get("verdict") != "open")
    notes = sum(1 for record in sections["notes"].values() if not record.get("deleted"))
    changed = (change for change in differences(own, review) if change.section not in _UNTOLD)
    return VersionFacts(str(who), verdicts, len(sections["overrides"]), notes, sum(1 for _ in changed))


_UNTOLD = ("log", "people", "targets")


def keep_version(disk: Disk, folder: Path, data: bytes, *, limit: int, days: int) -> None:
    """Keep the bytes of a save, mode 0600, and let old ones go. Raises OSError."""
    place = folder / FOLDER
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    path = place / f"{stamp}-{digest(data)[:8]}{SUFFIX}"
    known = versions(disk, folder)
    if known and known[0].path.name.rpartition("-")[2] == path.name.rpartition("-")[2]:
        return
    disk.make_folder(place)
    descriptor = disk.create(path, 0o600)
    try:
        disk.write(descriptor, data)
    finally:
        disk.close(descriptor)
    for version in superfluous(disk, (Version(path, datetime.now(UTC)), *known), limit=limit, days=days):
        disk.remove(version.path)


def versions(disk: Disk, folder: Path) -> tuple[Version, ...]:
    """The kept versions, newest first."""
    try:
        names = disk.names(folder / FOLDER)
    except OSError:
        return ()
    found: list[Version] = []
    for name in names:
        with contextlib.suppress(ValueError):
            at = datetime.strptime(name.partition("-")[0], "%Y%m%dT%H%M%S.%fZ").replace(tzinfo=UTC)
            found.append(Version(folder / FOLDER / name, at))
    return tuple(sorted(found, key=lambda version: version.at, reverse=True))


def superfluous(disk: Disk, known: tuple[Version, ...], *, limit: int, days: int) -> list[Version]:
    """Versions to let go: too old, and beyond the limit those that stand closest to the next newer one, so that an
    hour of saves every few seconds does not push yesterday out. The newest five always stay."""
    newest, rest = list(known[:5]), list(known[5:])
    gone = [version for version in rest if (known[0].at - version.at).days > days]
    kept = [version for version in rest if version not in gone]
    while kept and len(newest) + len(kept) > limit:
        line = [newest[-1], *kept]
        closest = min(range(len(kept)), key=lambda at: line[at].at - line[at + 1].at)
        gone.append(kept.pop(closest))
    total = sum(_size(disk, version) for version in newest)
    for version in kept:
        total += _size(disk, version)
        if total > BYTES:
            gone.append(version)
    return gone


def newest_good(disk: Disk, folder: Path) -> tuple[Version, Review] | None:
    """The newest version that is whole."""
    for version in versions(disk, folder):
        with contextlib.suppress(OSError, SidecarDamaged):
            decoded = decode(disk.read(version.path))
            if decoded.soundness == "sound":
                return version, decoded.review
    return None


def version_of_revision(disk: Disk, folder: Path, revisions: frozenset[str]) -> Review | None:
    """The newest kept version that is one of these revisions: the common base of a merge."""
    for version in versions(disk, folder):
        with contextlib.suppress(OSError, SidecarDamaged):
            review = decode(disk.read(version.path)).review
            if revision_id(review) in revisions:
                return review
    return None


def revision_id(review: Review) -> str:
    """Id of the saved revision a review came from, "" for one never saved."""
    revision = review.meta.get("revision")
    return str(revision.get("id", "")) if isinstance(revision, dict) else ""


def ancestry(review: Review) -> frozenset[str]:
    """Ids of the revision and of those it came from, as far as the file tells."""
    revision = plain(review.meta.get("revision"))
    told = [revision.get("id"), *listed(revision.get("parents")), *listed(revision.get("ancestors"))]
    return frozenset(one for one in told if isinstance(one, str) and one)


def listed(value: object) -> list[Any]:
    """A list out of untrusted data: [] where it is none."""
    return value if isinstance(value, list) else []


def _size(disk: Disk, version: Version) -> int:
    try:
        return disk.size(version.path)
    except OSError:
        return 0

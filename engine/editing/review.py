"""A review: sections of plain records, exactly as the sidecar holds them (design: machine and human stay apart).

Records are never changed in place: a change puts a new record in its section. So a snapshot is a copy of the sections
only, and may be written by another thread while the session goes on.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

Record = dict[str, Any]
Section = dict[str, Record]
Sections = dict[str, Section]

SECTIONS = (
    "people",
    "targets",
    "overrides",
    "added",
    "verdicts",
    "characters",
    "breaks",
    "notes",
    "front",
    "conflicts",
    "statements",
    "log",
)
"""Sections that hold records by id. `log` is a list in the file and is held by id here, in order."""

SCHEMA = (1, 0)


class Review:
    """Everything humans added to one document.

    `sections` are the records by section and id; `meta` everything else of the sidecar's object (documentId, revision,
    source, parses, activeParse, and whatever a newer version wrote there), kept as it is.
    """

    __slots__ = ("meta", "sections")

    def __init__(self, sections: Sections | None = None, meta: Record | None = None) -> None:
        self.sections: Sections = {name: {} for name in SECTIONS}
        self.sections.update(sections or {})
        self.meta: Record = meta if meta is not None else {}
        self.meta.setdefault("documentId", new_id())

    def snapshot(self) -> Review:
        """A copy that later changes of this review do not touch (records are shared, being never changed)."""
        return Review({name: dict(section) for name, section in self.sections.items()}, dict(self.meta))

    def record(self, section: str, key: str) -> Record | None:
        return self.sections.get(section, {}).get(key)

    def put(self, section: str, key: str, record: Record | None) -> None:
        """Set a record, or take it out with None. Only the session and the merge call this."""
        records = self.sections.setdefault(section, {})
        if record is None:
            records.pop(key, None)
        else:
            records[key] = record

    def lamport(self) -> int:
        """The highest logical time of the log; 0 for a fresh review."""
        stamps = (entry.get("lamport") for entry in self.sections["log"].values())
        return max((stamp for stamp in stamps if isinstance(stamp, int)), default=0)

    def has_work(self) -> bool:
        """Whether any human work is in it."""
        return any(self.sections[name] for name in SECTIONS if name != "people")

    @property
    def source(self) -> Mapping[str, Any]:
        """The PDF it is bound to, as stored (fileName, size, sha256, pages, paragraphs, history)."""
        source = self.meta.get("source")
        return source if isinstance(source, Mapping) else {}


def alike(review: Review) -> frozenset[str]:
    """SHA-256 of PDFs whose page texts were found equal to those of the PDF it is bound to."""
    told = review.source.get("alike")
    return frozenset(str(one) for one in told) if isinstance(told, list) else frozenset()


def new_id() -> str:
    """A fresh random id for a human record."""
    return str(uuid.uuid4())


def now() -> str:
    """The time stamp of records: UTC, ISO 8601, to the millisecond, so that text order is time order."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def plain(value: object) -> Record:
    """A record out of untrusted data: {} where it is not an object."""
    return value if isinstance(value, dict) else {}

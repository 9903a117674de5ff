"""What is whole in a damaged sidecar: records stand one a line, so every line that is still a record is taken."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from engine.editing.review import SECTIONS, Record, Review
from engine.storage.codec import review_of

_MEMBERS = (*SECTIONS, "source", "parses")


class Salvaged(NamedTuple):
    """The records that are whole, and how many lines could not be read."""

    review: Review
    unreadable: int


def salvaged(data: bytes) -> Salvaged:
    """Whole records out of damaged bytes; never raises."""
    whole: Record = {}
    section: str | None = None
    unreadable = 0
    for line in data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").split(b"\n"):
        body = line.strip()
        if body in (b"", b"{", b"}"):
            continue
        if body in (b"},", b"],", b"]"):
            section = None
            continue
        opened = _opening(body)
        if opened is not None:
            section = opened
            whole.setdefault(section, [] if section == "log" else {})
            continue
        members = _members(body.removesuffix(b","), section)
        if members is None:
            unreadable += 1
        elif section == "log" or (section is None and "lamport" in members):
            whole.setdefault("log", []).append(members)
        elif section is not None:
            whole[section].update(members)
        else:
            _put_loose(whole, members)
    return Salvaged(review_of(whole), unreadable)


def _put_loose(whole: Record, members: Record) -> None:
    """A line outside any section: the sidecar's own fields, or records whose section's first line is broken."""
    for name, value in members.items():
        section = _section_of(value) if isinstance(value, dict) else None
        if section is not None:
            whole.setdefault(section, {})[name] = value
        elif name not in _MEMBERS:
            whole[name] = value


_SHAPES = (
    ("notes", {"type", "states"}),
    ("verdicts", {"verdict"}),
    ("targets", {"fingerprint"}),
    ("added", {"replaces", "fields"}),
    ("characters", {"before", "after", "anchor"}),
    ("breaks", {"op", "anchor"}),
    ("conflicts", {"record", "values"}),
    ("statements", {"counts", "people"}),
    ("people", {"name", "office"}),
)


def _section_of(record: Record) -> str | None:
    """The section a record's fields tell of."""
    for section, fields in _SHAPES:
        if fields <= record.keys():
            return section
    values = [value for value in record.values() if isinstance(value, dict)]
    return "overrides" if values and all({"value", "machine", "state"} <= value.keys() for value in values) else None


def _opening(body: bytes) -> str | None:
    for name in _MEMBERS:
        for bracket in (b"{", b"["):
            if body == b'"' + name.encode() + b'":' + bracket:
                return name
    return None


def _members(body: bytes, section: str | None) -> Any:
    """The record a line holds, None where it is not whole."""
    text = body if section == "log" or body.startswith(b"{") else b"{" + body + b"}"
    try:
        value = msgspec.json.decode(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None

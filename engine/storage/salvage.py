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
        elif section == "log":
            whole["log"].append(members)
        elif section is not None:
            whole[section].update(members)
        else:
            whole.update({name: value for name, value in members.items() if name not in _MEMBERS})
    return Salvaged(review_of(whole), unreadable)


def _opening(body: bytes) -> str | None:
    for name in _MEMBERS:
        for bracket in (b"{", b"["):
            if body == b'"' + name.encode() + b'":' + bracket:
                return name
    return None


def _members(body: bytes, section: str | None) -> Any:
    """The record a line holds, None where it is not whole."""
    text = body if section == "log" else b"{" + body + b"}"
    try:
        value = msgspec.json.decode(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None

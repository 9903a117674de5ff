"""`piyue log FILE`: who changed what in the review of a PDF, when, from what to what."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from engine.cli.wording import notice_line
from engine.editing.journey import Happening, happenings, words_of
from engine.editing.review import Review
from engine.settings import Settings
from engine.storage.places import PdfFacts
from engine.storage.store import open_review, resumed, shelf_of
from engine.worker.parse_client import read_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the PDF whose review it is")


def run(arguments: argparse.Namespace) -> int:
    """Print the history, oldest first. Raises PiyueError."""
    path: Path = arguments.file
    data = read_file(path)
    facts = PdfFacts(path.absolute(), sha256(data).hexdigest(), len(data))
    opened = resumed(open_review(facts, shelf_of(Settings.load())))
    for notice in opened.notices:
        sys.stderr.write(notice_line(notice.code, notice.values))
    for line in log_lines(opened.review):
        sys.stdout.buffer.write(line.encode() + b"\n")
    return 0


def log_lines(review: Review) -> Iterator[str]:
    """One line a change: when, who, the step, what, from what, to what, the words on the page; separated by tabs."""
    people = review.sections["people"]
    for happening in sorted(happenings(review), key=lambda one: one.at):  # two people's clocks, not their logical time
        person = str(people.get(happening.by, {}).get("name") or happening.by or "?")
        fields = (
            happening.at,
            person,
            happening.op,
            _what(happening),
            _shown(happening.before),
            _shown(happening.after),
            words_of(review, happening.section, happening.key),
        )
        yield "\t".join(" ".join(field.split()) for field in fields)


def _what(happening: Happening) -> str:
    return ".".join(part for part in (happening.section, happening.key, happening.field) if part)


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        told = (f"{name}={_shown(one)}" for name, one in value.items() if name not in _UNTOLD and one not in _NOTHING)
        return " ".join(told)
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):  # the values of a conflict
        return " | ".join(map(_shown, value))
    return "-" if value is None else msgspec.json.encode(value).decode()


_UNTOLD = frozenset({"at", "first", "by", "step", "changedAt", "changedBy", "anchor", "bulk", "deleted", "sha256"})
"""Fields of a whole record that other columns tell, or that only serve to find it again."""
_NOTHING: tuple[object, ...] = (None, "", [], {})

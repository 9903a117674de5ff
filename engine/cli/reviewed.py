"""The parse with the human work of its review over it, as plain data: `piyue parse --reviewed`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from engine.editing.corrected_text import TextInForce
from engine.editing.fields import FIELDS
from engine.editing.front import front_in_force
from engine.editing.items import Item
from engine.editing.revised import revised
from engine.editing.session import Session
from engine.editing.text_in_force import text_in_force
from engine.model.parse import Parse
from engine.settings import Settings
from engine.storage.places import PdfFacts
from engine.storage.store import Opened, open_review, person_of, resumed, shelf_of

LISTS = {"heading": "outline", "metric": "metrics", "task": "tasks", "system": "systems", "finding": "findings"}
"""Kinds of items a person can change, and the lists of the published parse that hold them."""


def review_of(path: Path, parse: Parse, settings: Settings) -> Opened:
    """The review that belongs to a PDF; nothing is written."""
    facts = PdfFacts(path.absolute(), parse.source.sha256, path.stat().st_size)
    return resumed(open_review(facts, shelf_of(settings)))


def reviewed(parse: Parse, opened: Opened, settings: Settings) -> dict[str, Any]:
    """The published form of a parse: rejected items left out, added ones put in, changed fields as changed, text and
    tables as corrected (for that the parse has to be traced).

    Every item of the changeable kinds also tells `reading` (machine, corrected, added) and the settings' person's
    `verdict` (open, correct, wrong, doubtful).
    """
    view = Session(opened.review, parse, person_of(settings)).view
    text = text_in_force(view)
    data: dict[str, Any] = msgspec.to_builtins(text.parse)
    data.pop("trace", None)
    for kind, name in LISTS.items():
        records = {record["id"]: record for record in data[name]}
        data[name] = [_item(item, records, text) for item in view.items(kind) if item.reading != "rejected"]
    for numeral in data["numerals"]:
        _move(numeral, text)
    data["document"] = msgspec.to_builtins(front_in_force(view))
    return data


def _item(item: Item, records: dict[str, dict[str, Any]], text: TextInForce) -> dict[str, Any]:
    known = records.get(item.machine_id or "", {"id": item.id})
    fields = {field.name: item.value(field.name) for field in FIELDS[item.kind]}
    human = {"reading": item.reading, "verdict": item.verdict, "places": item.places}
    merged: dict[str, Any] = msgspec.to_builtins({**known, **fields, **human})
    _move(merged, text)
    return merged


def _move(item: dict[str, Any], text: TextInForce) -> None:
    """Put the machine's flow ranges of an item where they are in the text in force."""
    for name in ("span", "sentenceSpan"):
        if item.get(name):
            item[name] = text.span(*item[name])
    if "spans" in item:
        item["spans"] = [text.span(*span) for span in item["spans"]]


def revised_file(path: Path, parse: Parse, settings: Settings) -> tuple[Parse, Opened]:
    """A traced parse as the review of its PDF corrected it, and the review."""
    opened = review_of(path, parse, settings)
    return revised(Session(opened.review, parse, person_of(settings)).view) or parse, opened

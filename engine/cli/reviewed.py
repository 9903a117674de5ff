"""The parse with the human work of its review over it, as plain data: `piyue parse --reviewed`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from engine.editing.fields import FIELDS
from engine.editing.items import Item
from engine.editing.session import Session
from engine.editing.view import View
from engine.model.parse import Parse
from engine.settings import Settings
from engine.storage.places import PdfFacts
from engine.storage.store import Opened, open_review, person_of, shelf_of

LISTS = {"heading": "outline", "metric": "metrics", "task": "tasks", "system": "systems", "finding": "findings"}
"""Kinds of items a person can change, and the lists of the published parse that hold them."""


def review_of(path: Path, parse: Parse, settings: Settings) -> Opened:
    """The review that belongs to a PDF; nothing is written."""
    facts = PdfFacts(path.absolute(), parse.source.sha256, path.stat().st_size)
    return open_review(facts, shelf_of(settings))


def reviewed(parse: Parse, opened: Opened, settings: Settings) -> dict[str, Any]:
    """The published form of a parse: rejected items left out, added ones put in, changed fields as changed.

    Every item of the changeable kinds also tells `reading` (machine, corrected, added) and the settings' person's
    `verdict` (open, correct, wrong, doubtful).
    """
    view = Session(opened.review, parse, person_of(settings)).view
    data: dict[str, Any] = msgspec.to_builtins(parse)
    for kind, name in LISTS.items():
        records = {record["id"]: record for record in data[name]}
        data[name] = [_item(item, records) for item in view.items(kind) if item.reading != "rejected"]
    data["document"] = _front(view, data["document"])
    return data


def _item(item: Item, records: dict[str, dict[str, Any]]) -> dict[str, Any]:
    known = records.get(item.machine_id or "", {"id": item.id})
    fields = {field.name: item.value(field.name) for field in FIELDS[item.kind]}
    human = {"reading": item.reading, "verdict": item.verdict, "places": item.places}
    merged: dict[str, Any] = msgspec.to_builtins({**known, **fields, **human})
    return merged


def _front(view: View, front: dict[str, Any]) -> dict[str, Any]:
    human = view.review.sections["front"]
    return {**front, **{field: view.front(field) for field in human if field in front}}

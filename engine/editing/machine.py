"""The machine's items by id: `metric:<parse id>:m17`, and their stored form (parses of the sidecar)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from engine.editing.fields import PLURALS
from engine.editing.items import Machine
from engine.editing.review import Record, plain
from engine.model.parse import Finding, Heading, Metric, Numeral, Parse, System, TableItem, Task

TYPES: dict[str, type[Machine]] = {
    "heading": Heading,
    "metric": Metric,
    "task": Task,
    "system": System,
    "finding": Finding,
    "numeral": Numeral,
    "table": TableItem,
}
_LEFT_OUT = ("span", "spans", "sentenceSpan", "cells")  # flow offsets are never stored
_BLANK: dict[str, Record] = {
    "heading": {"span": (0, 0)},
    "metric": {"span": (0, 0)},
    "task": {"span": (0, 0)},
    "system": {"spans": ()},
    "finding": {"span": None},
    "numeral": {"span": None},
    "table": {},
}


def parse_id(parse: Parse, options: str = "") -> str:
    """The id two people get who parse one PDF with one engine and the same options: a hash, `ps-` and 16 hex digits."""
    told = "\n".join((parse.engine, options, parse.source.sha256))
    return "ps-" + hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]


def machine_items(parse: Parse) -> Iterator[tuple[str, str, Machine]]:
    """(kind, ordinal id, record) of everything the machine found. Numerals and tables get `n1`…, `tb1`… in order."""
    for kind, records in (
        ("heading", parse.outline),
        ("metric", parse.metrics),
        ("task", parse.tasks),
        ("system", parse.systems),
        ("finding", parse.findings),
    ):
        for record in records:
            yield kind, record.id, record
    for number, numeral in enumerate(parse.numerals, 1):
        yield "numeral", f"n{number}", numeral
    for number, table in enumerate(parse.tables, 1):
        yield "table", f"tb{number}", table


def item_id(kind: str, parse: str, ordinal: str) -> str:
    """The id of a machine item in a session and in the sidecar."""
    return f"{kind}:{parse}:{ordinal}"


def split_id(item: str) -> tuple[str, str, str] | None:
    """(kind, parse id, ordinal id) of a machine item's id; None for the uuid of an added one."""
    pieces = item.split(":")
    return (pieces[0], pieces[1], pieces[2]) if len(pieces) == 3 and pieces[0] in PLURALS else None


def stored(record: Machine) -> Record:
    """The record as the sidecar keeps it: published field names, no offsets of the flow."""
    data: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    return {name: value for name, value in data.items() if name not in _LEFT_OUT}


def restored(kind: str, record: Mapping[str, Any]) -> Machine | None:
    """A stored record as the machine's, None where it is not one (a foreign or damaged file)."""
    try:
        return msgspec.convert({**record, **_BLANK[kind]}, TYPES[kind], strict=False)
    except (msgspec.ValidationError, TypeError, KeyError):
        return None


def stored_item(parses: object, item: str) -> Machine | None:
    """What a stored parse says of an item, None where it was not kept."""
    pieces = split_id(item)
    if pieces is None:
        return None
    kind, parse, ordinal = pieces
    record = plain(plain(plain(parses).get(parse)).get(PLURALS[kind])).get(ordinal)
    return restored(kind, record) if isinstance(record, dict) else None

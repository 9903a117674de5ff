"""What an office keeps of its own, two files of a folder: its list of units, and findings it does not want to see."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from engine.errors import FileUnreadable
from engine.lexicon.unit_list import UnitList, load_unit_list

UNITS, SILENCE = "units.csv", "silence.tsv"


class Office(NamedTuple):
    """`units` is None where the office has no list of its own. `silence` holds pairs of rule and quote; an empty quote
    silences the whole rule."""

    units: UnitList | None = None
    silence: frozenset[tuple[str, str]] = frozenset()


def load_office(folder: Path, own: Path | None = None) -> Office:
    """What stands in a folder: `units.csv` (full name, 规范化简称, order) and `silence.tsv`; neither need be there.
    `own` is a user's folder, whose silences are added: they are written there where the office's cannot be. Raises
    FileUnreadable for a file of no use, so that nobody takes the wrong list for his own."""
    units = folder / UNITS
    lists = [one / SILENCE for one in dict.fromkeys((folder, own or folder))]
    try:
        found = [read_silence(one.read_text("utf-8-sig")) for one in lists if one.exists()]
        return Office(load_unit_list(units) if units.exists() else None, frozenset().union(*found))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FileUnreadable(name=folder.name) from error


def read_silence(text: str) -> frozenset[tuple[str, str]]:
    """The silences of a list: a line each, the rule and after a tab the quote (none: the whole rule); `#` begins a
    comment."""
    lines = (line.strip("\r\n ") for line in text.splitlines())
    parts = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return frozenset((rule.strip(), quote.strip()) for rule, _, quote in parts)

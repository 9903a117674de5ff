"""The list of units of an office: full name, 规范化简称 and order. A file of the office's own replaces ours."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple


class ListedUnit(NamedTuple):
    """One row; `order` is where the unit stands in a list, small first."""

    full: str
    short: str
    order: int


class UnitList:
    """Normalises names of units: 市发展和改革委员会 and 市发展改革委 are one."""

    def __init__(self, rows: Iterable[ListedUnit]) -> None:
        self._units = tuple(rows)
        self._by_name = {name: unit for unit in reversed(self._units) for name in (unit.full, unit.short)}
        names = sorted(self._by_name, key=len, reverse=True)
        # Before the name stands at most its place: 市, 省, 临江市, 市人民政府.
        pattern = "|".join(map(re.escape, names)) or "(?!)"
        self._name = re.compile(rf"^(?P<place>[^，、（）()]{{0,12}}?)(?P<name>{pattern})$")

    @property
    def units(self) -> tuple[ListedUnit, ...]:
        return self._units

    def short(self, name: str) -> str:
        """The short name with its place as written; the name itself where the list does not have it."""
        match = self._name.match(name)
        return match["place"] + self._by_name[match["name"]].short if match else name

    def order(self, name: str) -> int:
        """Where a unit stands; those not listed come last."""
        match = self._name.match(name)
        return self._by_name[match["name"]].order if match else 10_000


def load_unit_list(path: Path | None = None) -> UnitList:
    """The list of a CSV file (UTF-8, three columns, `#` comments), ours where no path is given. Rows without a number
    in the third column stand in the order of the file. Raises OSError or UnicodeDecodeError for a file of no use."""
    source = files("resources").joinpath("lexicon", "units-of-government.csv") if path is None else path
    lines = source.read_text("utf-8-sig").splitlines()
    rows = csv.reader(line for line in lines if line.strip() and not line.startswith("#"))
    units = []
    for number, row in enumerate(rows):
        full, short, order = [cell.strip() for cell in (*row, "", "")[:3]]
        if full:
            units.append(ListedUnit(full, short or full, int(order) if order.isdigit() else number))
    return UnitList(units)

"""Units by longest match, with the compounds a slash makes (`元/吨`, `GB/户·月`); table `units.tsv`."""

from __future__ import annotations

import re
from typing import NamedTuple

_SLASH = "/·"
_SCALE = re.compile(r"[十百千万亿]{1,2}(?!瓦|克|米|伏|卡)")
_TIMES = ("月", "s", "h")  # units behind a slash only


class Unit(NamedTuple):
    """A row of the table: `canonical` is the unit of the parse, `group` its kind (currency, length, count, ...),
    `barred` the characters that may not follow (`元` before `旦`)."""

    written: str
    canonical: str
    group: str
    barred: str


class UnitTable:
    """All units, found by their first character, the longest first."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self._by_first: dict[str, list[Unit]] = {}
        for unit in sorted(units, key=lambda unit: -len(unit.written)):
            self._by_first.setdefault(unit.written[0], []).append(unit)

    def match(self, text: str, at: int) -> Unit | None:
        """The longest unit that stands at `at`; a Latin one must not run on into a longer Latin word."""
        for unit in self._by_first.get(text[at : at + 1], ()):
            end = at + len(unit.written)
            if text.startswith(unit.written, at) and self._may_end(unit, text, end):
                return unit
        return None

    def _may_end(self, unit: Unit, text: str, end: int) -> bool:
        after = text[end : end + 1]
        if not after:
            return True
        if after in unit.barred and not text.startswith("目标", end):  # 20项目标, but 20个项目
            return False
        last = unit.written[-1]
        return not (last < "\u0080" and last.isalpha() and after < "\u0080" and after.isalnum())

    def match_compound(self, text: str, at: int) -> tuple[str, str, int] | None:
        """Canonical unit, group and end of the unit at `at`, with what a slash or dot adds to it."""
        unit = self.match(text, at)
        if unit is None:
            return None
        canonical, end = unit.canonical, at + len(unit.written)
        while end < len(text) and text[end] in _SLASH:
            scale = _SCALE.match(text, end + 1)
            if scale and (part := self.match(text, scale.end())):  # 公里/万平方公里
                canonical += text[end : scale.end()] + part.canonical
                end = scale.end() + len(part.written)
                continue
            part = self.match(text, end + 1)
            if part is None and text[end + 1 : end + 2] not in _TIMES:
                break
            canonical += text[end] + (part.canonical if part else text[end + 1])
            end += 1 + (len(part.written) if part else 1)
        return canonical, unit.group, end

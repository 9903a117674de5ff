"""What is found of one quantity in a text."""

from __future__ import annotations

from typing import NamedTuple

from engine.model.parse import Kind, Qualifier


class Quantity(NamedTuple):
    """One quantity. Offsets are of the source text, or of `Reading.text` from `scan_quantities`: [start, end) is the
    whole quote with the bounds glued to it, [number_start, number_end) the number and, up to `unit_end`, its unit.
    `value` has 万 and 亿 folded in, percentages are as written. `group` is the unit's group (currency, count, ...)."""

    start: int
    end: int
    number_start: int
    number_end: int
    unit_end: int
    quote: str
    value: float
    value_max: float | None
    unit: str
    qualifier: Qualifier | None
    kind: Kind
    group: str
    chinese: bool = False
    ordinal: bool = False
    scaled: bool = False

"""Metrics of another document that say the same indicator as a given one: what a number is checked against.

Pure: two views in, items of the other view out. Value, period and sentence are read from the items as usual.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from engine.anchoring.normalise import normal_text
from engine.editing.items import Item
from engine.editing.view import View

ALIKE = 70.0  # of 100, when one name only says more than the other: 规模以上工业增加值, 规模以上工业企业增加值
SWAPPED = 90.0  # when each has what the other lacks: 城镇居民人均可支配收入 is not 农村居民人均可支配收入 (82)
INSIDE = 90.0  # one name is the end of the other: 全市生产总值, 生产总值
_SHORTEST = 3  # characters a name must have to count as the end of another: 收入 ends too many


def same_metrics(view: View, item: Item) -> tuple[Item, ...]:
    """Metrics of `view` with the indicator of `item` (which may be of another view, or none of a parse), best first:
    by name, then those of the same kind, unit and period, then in text order. What was rejected is left out."""
    wanted = indicator(item)
    if not wanted:
        return ()
    scores = [
        (alike(wanted, indicator(one)), one) for one in view.metrics if one.reading != "rejected" and one is not item
    ]
    known = [(score, one) for score, one in scores if score]
    return tuple(one for _, one in sorted(known, key=lambda pair: (-pair[0], *_differences(item, pair[1]))))


def indicator(item: Item) -> str:
    """What two documents' namings of an indicator are compared by: the key by aliases, unless a person has named the
    metric anew."""
    name = normal_text(str(item.value("name") or ""))
    if item.override("name") is not None and item.override("indicatorKey") is None:
        return name
    return normal_text(str(item.value("indicatorKey") or "")) or name


def alike(one: str, other: str) -> float:
    """How alike two normalised names are, of 100; 0 for names of two indicators."""
    short, long = sorted((one, other), key=len)
    if not short:
        return 0.0
    if short == long:
        return 100.0
    if len(short) >= _SHORTEST and long.endswith(short):
        return INSIDE
    score = float(fuzz.ratio(one, other))
    rest = iter(long)
    needed = ALIKE if all(char in rest for char in short) else SWAPPED
    return min(score, INSIDE) if score >= needed else 0.0


def _differences(item: Item, one: Item) -> tuple[bool, ...]:
    """What tells two statements of one indicator apart, the weightiest first."""
    return tuple(item.value(field) != one.value(field) for field in ("kind", "unit", "period"))

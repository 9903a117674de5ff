"""Bounds of an amount: 近, 超过, 不低于 before it, 多 and 余 inside, 以上, 左右, 以内 behind it.

Two bounds that face each other make a range.
"""

from __future__ import annotations

import re

from engine.lexicon.lexicon import Lexicon
from engine.model.parse import Qualifier
from engine.parsing.quantities.amount import Amount
from engine.parsing.quantities.quantity import Quantity

_JOINT = re.compile(r"[ ,，]*(?:并且|而且|并|但|同时)?[ ,，]*")
_MORE = re.compile(r"多(?![元样种次家方边个项])")
_THAN = re.compile(r"[ ]?(?:还|要|更)?(?:(大|高|多|长)|(小|低|少|短))")
_JOINTS = frozenset(("、", "和", "与", "及"))
_LOWER = ("over", "at_least")
_UPPER = ("under", "at_most")


def bound_of(text: str, amount: Amount, end: int, floor: int, lexicon: Lexicon) -> tuple[Qualifier | None, int, int]:
    """The qualifier of the amount (ending at `end`, units and range included) and the range of the whole quote.
    Nothing before `floor`, the end of the quantity before, is taken."""
    start = amount.start
    qualifier: str | None = None
    if (cue := lexicon.qualifiers.before(text, start, bare=amount.bare)) and cue[1] >= floor:
        qualifier, start = cue
    elif start > floor and text[start - 1] == "比" and (than := _THAN.match(text, end)):
        qualifier, start, end = "over" if than[1] else "under", start - 1, than.end()
    qualifier = qualifier or amount.fuzzy
    if amount.group in ("time", "length", "mass", "multiple", "currency", "ratio") and (more := _MORE.match(text, end)):
        qualifier, end = qualifier or "over", more.end()
    if behind := lexicon.qualifiers.after(text, end):
        qualifier, end = qualifier or behind[0], behind[1]
    return qualifier, start, end  # type: ignore[return-value]


def merge_bounds(text: str, found: list[Quantity]) -> list[Quantity]:
    """`大于100并且小于300` is one range; `等于一百七` is a range of one point."""
    found = _with_shared_units(text, found)
    merged: list[Quantity] = []
    for quantity in found:
        if (
            text[quantity.start - 2 : quantity.start] == "等于"
            and text[quantity.start - 3 : quantity.start - 2] != "当"
        ):
            quantity = quantity._replace(value_max=quantity.value_max or quantity.value)  # noqa: PLW2901
        if merged and _is_pair(text, merged[-1], quantity):
            merged[-1] = _pair(merged[-1], quantity)
        else:
            merged.append(quantity)
    return merged


def _with_shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """`提高0.8和2.1个百分点`: the first has the unit of the second."""
    for at in range(len(found) - 2, -1, -1):
        one, two = found[at], found[at + 1]
        if one.unit or one.chinese or not two.unit or two.chinese or one.ordinal or one.end != one.number_end:
            continue
        if text[one.end : two.start] in _JOINTS:
            found[at] = one._replace(unit=two.unit, group=two.group)
    return found


def _is_pair(text: str, first: Quantity, second: Quantity) -> bool:
    lower, upper = (first, second) if first.qualifier in _LOWER else (second, first)
    if lower.qualifier not in _LOWER or upper.qualifier not in _UPPER or lower.value >= upper.value:
        return False
    if first.start == first.number_start or second.start == second.number_start:
        return False
    same = not lower.unit or not upper.unit or lower.unit == upper.unit
    joint = _JOINT.match(text, first.end)
    return same and joint is not None and joint.end() == second.start


def _pair(first: Quantity, second: Quantity) -> Quantity:
    lower, upper = (first, second) if first.qualifier in _LOWER else (second, first)
    return first._replace(
        end=second.end,
        number_end=second.number_end,
        unit_end=second.unit_end,
        quote=first.quote + second.quote,
        value=lower.value,
        value_max=upper.value,
        unit=lower.unit or upper.unit,
        group=lower.group or upper.group,
        qualifier=None,
    )

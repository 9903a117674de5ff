"""Finds every quantity of a text: number, unit, bound, range, rank, multiple, as written."""

from __future__ import annotations

import re
from decimal import Decimal

from engine.lexicon.lexicon import Lexicon
from engine.model.parse import Kind
from engine.parsing.quantities.amount import Amount, read_amount
from engine.parsing.quantities.bounds import bound_of, merge_bounds
from engine.parsing.quantities.number import BURDENS, NUMERAL_CHARS
from engine.parsing.quantities.quantity import Quantity
from engine.parsing.quantities.reading import Reading, read_text

_CANDIDATE = re.compile(
    rf"(?:https?[:：]//|www\.)[\x21-\x7e]+|[A-Za-z][A-Za-z]*[-.]?\d[\dA-Za-z.-]*"
    rf"|(?:人民币|[¥￥$€£])?(?:(?<!-)-(?=[.\d])|(?<![{BURDENS}])负(?=[\d{NUMERAL_CHARS}]))?(?:\.?\d|[{NUMERAL_CHARS}]|几(?=[十百千万亿])|数(?=[十百千万亿])|半)"
    r"|翻(?=[一二两三四五六七八九十\d]*番)"
)
_RANGE = re.compile(r" ?(?:——|[-—~]|至|到) ?(?=[\d\.负-]|[零一二两三四五六七八九十百千半])")
_BETWEEN = re.compile(r"[和与、](?=[\d负]|[零一二两三四五六七八九十百千])")
_BETWEEN_END = re.compile(r"之?间(?!接|断|隙)")


def find_quantities(text: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Every quantity of a text, in order, with offsets of the text itself."""
    reading = read_text(text)
    return tuple(_shifted(reading, quantity) for quantity in scan_quantities(reading, lexicon))


def _shifted(reading: Reading, quantity: Quantity) -> Quantity:
    start, end = reading.original(quantity.start, quantity.end)
    number_start, number_end = reading.original(quantity.number_start, quantity.number_end)
    unit_end = reading.original(quantity.number_start, quantity.unit_end)[1]
    return quantity._replace(start=start, end=end, number_start=number_start, number_end=number_end, unit_end=unit_end)


def scan_quantities(reading: Reading, lexicon: Lexicon) -> list[Quantity]:
    """Every quantity of a reading, in order, with offsets of `reading.text`."""
    text = reading.text
    found: list[Quantity] = []
    at = 0
    while candidate := _CANDIDATE.search(text, at):
        at = candidate.end()
        if candidate[0][0].isascii() and candidate[0][0].isalpha():
            continue
        floor = found[-1].end if found else 0
        if quantity := _quantity_at(reading, candidate.start(), floor, lexicon):
            found.append(quantity)
            at = max(at, quantity.end)
        else:
            at = candidate.start() + 1
    return merge_bounds(text, found)


def _quantity_at(reading: Reading, start: int, floor: int, lexicon: Lexicon) -> Quantity | None:
    text = reading.text
    low = read_amount(text, start, lexicon)
    if low is None:
        return None
    high, end = _range_end(text, low, lexicon)
    qualifier, left, right = bound_of(text, low, end, floor, lexicon)
    value, top = low.value, low.high
    unit, group, last = low.unit, low.group, low
    if high is not None:
        value, top, last = _span(low, high)
        unit, group = last.unit, last.group
    return Quantity(
        left,
        right,
        low.number_start,
        last.number_end,
        end,
        reading.shown[left:right],
        float(value),
        None if top is None else float(top),
        unit,
        qualifier,
        _kind(low, text, left, lexicon),
        group,
        low.chinese,
        low.ordinal,
        low.scaled,
    )


def _span(low: Amount, high: Amount) -> tuple[Decimal, Decimal, Amount]:
    """Both ends of a range: `5—6万` lends its scale to the 5."""
    first = low.value
    if not low.unit and low.scale == 1 and high.scale > 1 and first * high.scale < high.value:
        first *= high.scale
    return first, high.value, high


def _range_end(text: str, low: Amount, lexicon: Lexicon) -> tuple[Amount | None, int]:
    if low.ordinal or low.group == "multiple-of" or low.high is not None:
        return None, low.end
    for pattern, closing in ((_RANGE, None), (_BETWEEN, _BETWEEN_END)):
        joint = pattern.match(text, low.end)
        if not joint:
            continue
        high = read_amount(text, joint.end(), lexicon)
        if high is None or high.high is not None or not _may_join(low, high):
            continue
        if closing is None:
            return high, high.end
        if high.unit == "间":
            return high._replace(unit="", group=""), high.end
        if close := closing.match(text, high.end):
            return high, close.end()
    return None, low.end


def _may_join(low: Amount, high: Amount) -> bool:
    if low.unit and high.unit != low.unit:
        return False
    first = low.value
    if not low.unit and low.scale == 1 and high.scale > 1:
        first = min(first * high.scale, first)
    return first < high.value


def _kind(amount: Amount, text: str, left: int, lexicon: Lexicon) -> Kind:
    if amount.ordinal and amount.is_rank:
        return "rank"
    if lexicon.trends.before(text, left):
        return "change"
    if amount.group.startswith("multiple"):
        return "multiple"
    return "level"

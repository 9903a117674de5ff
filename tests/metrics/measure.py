"""Compares metrics with gold: pairs in order, loose names, exact values and units."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any

from engine.model.parse import Metric

_LOOSE = re.compile(r"[\s,，.。:：;；、·“”\"'‘’()（）\[\]【】《》—\-]|的|了|(?:全|我)[区市省县国]")
_FIELDS = ("name", "qualifier", "kind", "status")


def measure(gold: dict[str, Any], found: tuple[Metric, ...]) -> dict[str, float]:
    """F1 of the pairs, and the share of gold metrics whose name, qualifier, kind, status, period and all of them
    (`whole`, without the period) are right."""
    items = gold["metrics"]
    got = [metric for metric in found if metric.source == "text"]
    pairs = _paired(items, got)
    taken = {at for _, at in pairs}
    free = gold["either_way"]
    extra = [one for at, one in enumerate(got) if at not in taken and not _is_free(one.quote, free)]
    count = len(items) or 1
    scores = {"f1": 2 * len(pairs) / (len(items) + len(pairs) + len(extra))}
    rights = [{field: _is_right(field, items[a], got[b]) for field in (*_FIELDS, "period")} for a, b in pairs]
    for field in (*_FIELDS, "period"):
        scores[field] = sum(right[field] for right in rights) / count
    scores["whole"] = sum(all(right[field] for field in _FIELDS) for right in rights) / count
    return scores


def _is_free(quote: str, free: list[str]) -> bool:
    return any(one in quote or quote in one for one in free)


def _is_right(field: str, gold: dict[str, Any], got: Metric) -> bool:
    if field == "name":
        return alike(gold["name"], got.name, 0.6)
    if field == "kind":
        return (gold["kind"], gold["direction"]) == (got.kind, got.direction)
    if field == "period":
        return gold["period"] is None or alike(gold["period"], got.period or "", 0.5)
    return bool(gold[field] == getattr(got, field))


def alike(one: str, other: str, least: float) -> bool:
    """Whether two names mean the same: one holds the other, or they share enough in order."""
    short, long = sorted((_LOOSE.sub("", one), _LOOSE.sub("", other)), key=len)
    if not short:
        return not long
    if len(short) >= 3 and short in long and len(short) / len(long) >= 0.3:
        return True
    return SequenceMatcher(None, short, long, autojunk=False).ratio() >= least


def _paired(items: list[dict[str, Any]], got: list[Metric]) -> list[tuple[int, int]]:
    """The longest pairing in order of gold and found with the same value and unit."""

    def same(a: int, b: int) -> bool:
        close = abs(items[a]["value"] - got[b].value) <= 1e-6 * max(1.0, abs(got[b].value))
        high = items[a].get("value_max")
        return close and got[b].unit in items[a]["unit"] and (high is None or high == got[b].value_max)

    best = [[0] * (len(got) + 1) for _ in range(len(items) + 1)]
    for a in range(len(items) - 1, -1, -1):
        for b in range(len(got) - 1, -1, -1):
            best[a][b] = max(best[a + 1][b], best[a][b + 1], best[a + 1][b + 1] + same(a, b))
    pairs, a, b = [], 0, 0
    while a < len(items) and b < len(got):
        if same(a, b) and best[a][b] == best[a + 1][b + 1] + 1:
            pairs.append((a, b))
            a, b = a + 1, b + 1
        elif best[a + 1][b] >= best[a][b + 1]:
            a += 1
        else:
            b += 1
    return pairs

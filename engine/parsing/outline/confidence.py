"""How sure the outline is of a heading: the share of headings with as many points that are right, as measured on
documents of known structure and manuals with bookmarks (`python -m tests.outline.measure --calibration`)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Kind = Literal["block", "runin", "plain", "thesis"]

_SHARES: Mapping[Kind, tuple[tuple[float, float], ...]] = MappingProxyType(
    {
        "block": ((0, 0.5), (1, 0.62), (2, 0.75), (3, 0.85), (4, 0.92), (5, 0.95), (6, 0.97), (9, 0.99)),
        "runin": ((0, 0.6), (1, 0.75), (2, 0.9), (3, 0.93), (4, 0.96), (6, 0.98)),
        "plain": ((0, 0.4), (2, 0.5), (3, 0.65), (5, 0.7), (7, 0.8), (8, 0.85), (9, 0.93), (11, 0.97)),
        "thesis": ((0, 0.6),),
    }
)
"""Points from which a share of headings is right, for headings alone on their line, run in, and without number."""


def confidence_of(points: float, kind: Kind) -> float:
    """From 0 to 1."""
    steps = _SHARES[kind]
    at = bisect_right([least for least, _ in steps], points) - 1
    return steps[max(0, at)][1]

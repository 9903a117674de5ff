"""How sure the outline is of a heading: the share of headings with as many points that are right, as measured."""

from __future__ import annotations

from math import exp


def confidence_of(points: float, style: str) -> float:
    """From 0 to 1, rounded to hundredths."""
    if style == "thesis":
        return 0.6
    return round(min(0.99, 1 / (1 + exp(-(points - 0.2)))), 2)

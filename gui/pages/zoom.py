"""Zoom: 25 to 800 % of the printed size, in steps, or fitted to the window. 100 % is 96 pixels an inch."""

from __future__ import annotations

from typing import Literal

from gui.pages.layout import MARGIN

Fit = Literal["width", "page", "free"]

PIXELS_A_POINT = 96 / 72
SMALLEST, LARGEST = 0.25, 8.0
SMALLEST_FIT = 0.1  # two pages in a narrow window
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
_SLACK = 1.01


def clamped(zoom: float) -> float:
    """The nearest zoom that is allowed."""
    return min(max(zoom, SMALLEST), LARGEST)


def stepped(zoom: float, steps: int) -> float:
    """The zoom `steps` steps larger (or smaller, when negative) on the ladder."""
    for _ in range(abs(steps)):
        if steps > 0:
            zoom = next((step for step in STEPS if step > zoom * _SLACK), LARGEST)
        else:
            zoom = next((step for step in reversed(STEPS) if step < zoom / _SLACK), SMALLEST)
    return zoom


def fitted(fit: Fit, page: tuple[float, float], view: tuple[float, float]) -> float:
    """The zoom at which a page of `page` points fits into `view` pixels, margins kept free."""
    width, height = max(page[0], 1.0), max(page[1], 1.0)
    share = (view[0] - 2 * MARGIN) / (width * PIXELS_A_POINT)
    if fit == "page":
        share = min(share, (view[1] - 2 * MARGIN) / (height * PIXELS_A_POINT))
    return min(max(share, SMALLEST_FIT), LARGEST)

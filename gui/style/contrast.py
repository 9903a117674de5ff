"""How much colours stand out from each other, and one made to: the same hue, lighter or darker until it contrasts."""

from __future__ import annotations

from PySide6.QtGui import QColor

TEXT = 4.5  # least contrast of words (WCAG 2.1, 1.4.3)
MORE = 7.0  # least contrast of words in high contrast (1.4.6), which alone has a black ground
SHAPE = 3.0  # least contrast of marks (1.4.11)
_BLACK = 0.01  # luminance below which a ground is one of high contrast


def luminance(colour: QColor) -> float:
    """Relative luminance of a colour, 0 to 1."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(colour: QColor, base: QColor, ratio: float = TEXT) -> QColor:
    """The colour, moved towards white or black in small steps until it stands out from `base` by `ratio`."""
    is_dark = luminance(base) < 0.2
    if ratio >= TEXT and luminance(base) < _BLACK:
        ratio = max(ratio, MORE)
    goal = QColor(255, 255, 255) if is_dark else QColor(0, 0, 0)
    for step in range(21):
        mixed = blend(colour, goal, step / 20)
        if contrast(mixed, base) >= ratio:
            return mixed
    return goal


def blend(colour: QColor, other: QColor, share: float) -> QColor:
    """`colour` with a `share` (0 to 1) of `other` in it."""
    return QColor(
        round(colour.red() + (other.red() - colour.red()) * share),
        round(colour.green() + (other.green() - colour.green()) * share),
        round(colour.blue() + (other.blue() - colour.blue()) * share),
    )

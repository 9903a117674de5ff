"""Icons take the palette's colour and are drawn sharp at every scale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from gui.actions.icons import icon_names, tinted_icon


def ink_of(icon: QIcon) -> QColor:
    """The one colour that an icon's denser dots have, within rounding."""
    image = icon.pixmap(QSize(36, 36), 1.0).toImage()
    dots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    dense = [dot for dot in dots if dot.alpha() > 100]
    assert dense
    for part in (QColor.red, QColor.green, QColor.blue):
        values = [part(dot) for dot in dense]
        assert max(values) - min(values) <= 4
    return dense[0]


def is_near(one: QColor, other: QColor) -> bool:
    return all(abs(part(one) - part(other)) <= 4 for part in (QColor.red, QColor.green, QColor.blue))


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_an_icon_is_one_colour_only(qapp, name):
    assert is_near(ink_of(tinted_icon(name, QColor("#c8371f"))), QColor("#c8371f"))


def test_without_a_colour_it_follows_the_palette(qapp):
    assert is_near(ink_of(tinted_icon("open")), qapp.palette().buttonText().color())


def test_twice_the_scale_is_twice_the_pixels(qapp):
    pixmap = tinted_icon("open").pixmap(QSize(18, 18), 2.0)
    assert pixmap.size() == QSize(36, 36)
    assert pixmap.devicePixelRatio() == 2.0


def test_the_same_drawing_is_made_once(qapp):
    one, other = (tinted_icon("open", QColor("#204060")).pixmap(QSize(36, 36), 1.0) for _ in range(2))
    assert one.cacheKey() == other.cacheKey()
    assert one.cacheKey() != tinted_icon("open", QColor("#206040")).pixmap(QSize(36, 36), 1.0).cacheKey()

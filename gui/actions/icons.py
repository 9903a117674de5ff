"""Icons tinted by the palette: every drawing of the set in one colour, made for the screen's scale.

Plain pixmaps, not an icon engine of our own: a QIconEngine made in Python is freed twice when Qt copies an icon.
"""

from __future__ import annotations

from math import ceil
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication

import resources

SIZE = 18  # pixels at 100 %
_FOLDER = Path(resources.__file__).parent / "icons"


def icon_names() -> frozenset[str]:
    """The names that `tinted_icon` knows."""
    return frozenset(path.stem for path in _FOLDER.glob("*.svg"))


def tinted_icon(name: str, colour: QColor | None = None) -> QIcon:
    """The icon of that name; in the palette's button text colour, as it is now, unless another is given. Where a style
    sheet is in force (high contrast), what is pressed down lies on the colour of selections, and its icon with it."""
    palette, active = QGuiApplication.palette(), QPalette.ColorGroup.Active
    tint = colour or palette.color(active, QPalette.ColorRole.ButtonText)
    application = QGuiApplication.instance()
    is_sheeted = colour is None and isinstance(application, QApplication) and bool(application.styleSheet())
    icon = QIcon()
    for scale in sorted({1, 2, ceil(_scale())}):
        icon.addPixmap(_drawn(name, tint, scale))
        if is_sheeted:
            pressed = palette.color(active, QPalette.ColorRole.HighlightedText)
            icon.addPixmap(_drawn(name, pressed, scale), QIcon.Mode.Normal, QIcon.State.On)
    return icon


def _scale() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


def _drawn(name: str, colour: QColor, scale: int) -> QPixmap:
    """One drawing; the same few are asked for by every button, row and window, so Qt keeps them."""
    key = f"piyue/{name}/{colour.name()}/{scale}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _draw(name, colour, scale)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _draw(name: str, colour: QColor, scale: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  only when the first icon is made

    source = (_FOLDER / f"{name}.svg").read_bytes().replace(b"currentColor", colour.name().encode())
    side = SIZE * scale
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap

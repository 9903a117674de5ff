"""Icons tinted by the palette: one colour, taken when they are painted, so that they follow light and dark."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap

import resources

_FOLDER = Path(resources.__file__).parent / "icons"


def icon_names() -> frozenset[str]:
    """The names that `tinted_icon` knows."""
    return frozenset(path.stem for path in _FOLDER.glob("*.svg"))


def tinted_icon(name: str, colour: QColor | None = None) -> QIcon:
    """The icon of that name; in the palette's button text colour unless another is given."""
    return QIcon(TintedEngine(name, colour))


class TintedEngine(QIconEngine):
    """Draws one drawing of the set in one colour; reads the file when it is first painted."""

    def __init__(self, name: str, colour: QColor | None = None) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}

    def clone(self) -> QIconEngine:
        return TintedEngine(self._name, self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatio() if painter.device() else 1.0
        painter.drawPixmap(rect, self.scaledPixmap(rect.size() * scale, mode, state, scale))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: ARG002
        colour = self._tint(mode)
        key = (colour.name(QColor.NameFormat.HexArgb), size.width(), size.height(), scale)
        if key not in self._pixmaps:
            self._pixmaps[key] = _drawn(self._name, colour, size, scale)
        return self._pixmaps[key]

    def _tint(self, mode: QIcon.Mode) -> QColor:
        palette = QGuiApplication.palette()
        if mode is QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        if self._colour is not None:
            return self._colour
        return palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)


def _drawn(name: str, colour: QColor, size: QSize, scale: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  only when the first icon is painted

    source = (_FOLDER / f"{name}.svg").read_bytes().replace(b"currentColor", colour.name().encode())
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap

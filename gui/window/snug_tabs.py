"""Tabs that all stay in sight: in a narrow pane they stand closer, then their words are shortened; nothing scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionTab, QStyleOptionTabBarBase, QStylePainter, QTabBar

_RIM = 8  # pixels a tab is wider than its words at least


class SnugTabs(QTabBar):
    """A tab bar without buttons to scroll it; takes the width it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self._widths: list[int] = []

    def sizeHint(self) -> QSize:
        return QSize(sum(self._natural()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_RIM * self.count(), super().sizeHint().height())

    def tabSizeHint(self, index: int) -> QSize:
        size = super().tabSizeHint(index)
        return QSize(self._widths[index], size.height()) if index < len(self._widths) else size

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._widths = []
        natural = self._natural()
        if sum(natural) > event.size().width():
            words = [self.fontMetrics().horizontalAdvance(self.tabText(at)) for at in range(self.count())]
            self._widths = snug(natural, words, event.size().width())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._widths:
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        base = QStyleOptionTabBarBase()
        base.initFrom(self)
        base.shape, base.documentMode, base.tabBarRect = self.shape(), self.documentMode(), self.rect()
        base.selectedTabRect = self.tabRect(self.currentIndex())
        height = self.style().pixelMetric(QStyle.PixelMetric.PM_TabBarBaseHeight, base, self)
        base.rect = self.rect().adjusted(0, self.height() - max(1, height), 0, 0)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameTabBarBase, base)
        others = [at for at in range(self.count()) if at != self.currentIndex()]
        for at in (*others, self.currentIndex()):
            self._draw(painter, at)
        painter.end()

    def _natural(self) -> list[int]:
        """How wide the style would have each tab."""
        return [super(SnugTabs, self).tabSizeHint(at).width() for at in range(self.count())]

    def _draw(self, painter: QStylePainter, at: int) -> None:
        """One tab; its words may use the room that the style keeps free beside them."""
        option = QStyleOptionTab()
        self.initStyleOption(option, at)
        painter.drawControl(QStyle.ControlElement.CE_TabBarTabShape, option)
        room = option.rect.width() - _RIM // 2
        option.text = option.fontMetrics.elidedText(self.tabText(at), Qt.TextElideMode.ElideRight, room)
        option.rect = option.rect.adjusted(-2 * _RIM, 0, 2 * _RIM, 0)  # in the middle still
        painter.drawControl(QStyle.ControlElement.CE_TabBarTabLabel, option)


def snug(natural: list[int], words: list[int], room: int) -> list[int]:
    """Widths of tabs for a room less than their natural widths: each first gives its rim, then the widest words go."""
    closest = [min(one, word + _RIM) for one, word in zip(natural, words, strict=True)]
    spare = room - sum(closest)
    if spare >= 0:
        return [one + spare // len(closest) for one in closest]
    most = max(closest)
    while most > _RIM and sum(min(one, most) for one in closest) > room:
        most -= 1
    return [min(one, most) for one in closest]

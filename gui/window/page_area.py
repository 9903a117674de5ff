"""The middle of the window: the page view or the text view, or what is said in their place, with room for a banner
over them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from gui.late import load
from gui.pages.view import PageView


class PageArea(QWidget):
    """Holds one page view, the text view from the moment it is asked for, and, when there is nothing to show in
    either, another widget."""

    front_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PageView()
        self._stack = QStackedLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._stack, 1)  # before its widgets: a stack without a parent crashes
        self._stack.addWidget(self.view)
        self._banner: QWidget | None = None
        self._watch: Any = None
        self._instead: QWidget | None = None
        self._text: Any = None  # the text view, loaded late
        self._is_text = False

    @property
    def front(self) -> Any:
        """The view that is read: the pages or the text (`gui.pages.surface.Surface`)."""
        return self._text if self._is_text else self.view

    def show_front(self, text: QWidget | None) -> None:
        """Put the text view in front, or the pages with None."""
        if text is not None and self._text is None:
            self._text = text
            self._stack.addWidget(text)
        self._is_text = text is not None
        self.view.is_front = not self._is_text
        self.view.setFocusProxy(text)  # type: ignore[arg-type]  # who gives the pages the keys means the view that is read
        if self._instead is None:
            self._stack.setCurrentWidget(self.front)
            self._column.activate()  # it has its size from now on, not a moment later
        self.front_changed.emit()

    def show_view(self) -> None:
        """Show the view that is read."""
        self._stack.setCurrentWidget(self.front)
        self._drop_instead()

    def show_instead(self, widget: QWidget) -> None:
        """Show a widget in the place of the pages; it is deleted when something else is shown."""
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self._drop_instead()
        self._instead = widget

    @property
    def instead(self) -> QWidget | None:
        """What is shown in the place of the pages, if anything."""
        return self._instead

    @property
    def banner(self) -> QWidget | None:
        return self._banner

    def show_banner(self, banner: QWidget | None) -> None:
        """Lay a banner over the top of the pages in the place of the former one; None takes it away. Over, not above
        them: what is being read must not move because something is told."""
        if self._banner is not None:
            if self._banner.isAncestorOf(QApplication.focusWidget() or self):
                (self._instead or self.front).setFocus()  # else the next field takes the keys, wherever it is
            self._banner.hide()
            self._banner.deleteLater()
        self._banner = banner
        if banner is not None:
            if self._watch is None:
                self._watch = load("layout-watch")(self, self._place_banner)
            banner.setParent(self)
            self._place_banner()
            banner.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_banner()

    def add_above(self, widget: QWidget) -> None:
        """Put a widget that stays between the banner and the pages."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def _place_banner(self) -> None:
        """As wide as the pages, their scroll bar left free."""
        banner, shown = self._banner, self._stack.currentWidget()
        if banner is None or shown is None:
            return
        room = shown.geometry()  # a stacked layout itself does not keep where it lies
        bar = getattr(self.front, "verticalScrollBar", None)
        width = room.width() - (bar().width() if self._instead is None and bar is not None and bar().isVisible() else 0)
        height = banner.heightForWidth(width) if banner.hasHeightForWidth() else banner.sizeHint().height()
        banner.setGeometry(room.left(), room.top(), width, max(height, banner.minimumSizeHint().height()))
        banner.raise_()

    def _drop_instead(self) -> None:
        if self._instead is not None:
            self._stack.removeWidget(self._instead)
            self._instead.deleteLater()
            self._instead = None

"""The middle of the window: the page view, or what is said in its place, with room for a banner above."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from gui.pages.view import PageView


class PageArea(QWidget):
    """Holds one page view and, when there is nothing to show in it, another widget."""

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
        self._instead: QWidget | None = None

    def show_view(self) -> None:
        """Show the pages."""
        self._stack.setCurrentWidget(self.view)
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
        """Put a banner above the pages in the place of the former one; None takes it away."""
        if self._banner is not None:
            self._column.removeWidget(self._banner)
            self._banner.deleteLater()
        self._banner = banner
        if banner is not None:
            self._column.insertWidget(0, banner)

    def add_above(self, widget: QWidget) -> None:
        """Put a widget that stays between the banner and the pages."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def _drop_instead(self) -> None:
        if self._instead is not None:
            self._stack.removeWidget(self._instead)
            self._instead.deleteLater()
            self._instead = None

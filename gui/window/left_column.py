"""The column left of the pages: small pages and the PDF's own bookmarks, made when first looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget, QWidget

from gui.late import load
from gui.window.panes import LEFT

TABS = ("thumbnails", "bookmarks")
_LEAST = {"thumbnails": 112, "bookmarks": 220}  # pixels, so that titles can be read


class LeftColumn(QObject):
    """What one frame shows left of the pages; an action for every tab, checked while it is seen."""

    def __init__(self, frame: Any, actions: Any) -> None:
        super().__init__(frame)
        self._frame = frame
        self._panes = frame.splitter
        self._actions = actions
        self._first = 0
        self.tabs: QTabWidget | None = None
        self.thumbnails: Any = None
        self.bookmarks: Any = None
        self._panes.wanted_changed.connect(self._follow)
        self._follow()

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions call, by action id."""
        return {f"view.{name}": lambda is_on, name=name: self.show(name, is_on=is_on) for name in TABS}

    @property
    def shown(self) -> str:
        """The tab that is seen, "" for none."""
        return TABS[self.tabs.currentIndex()] if self.tabs is not None and self._panes.is_wanted(LEFT) else ""

    @property
    def panes(self) -> list[QWidget]:
        """What F6 stops at."""
        return [self.tabs.currentWidget()] if self.tabs is not None and self.tabs.isVisible() else []

    def show(self, name: str, *, is_on: bool) -> None:
        """Bring a tab to the front and give it the keys, or put the column away; in other documents too that were not
        seen yet."""
        self._frame.settings.setValue("thumbnails", is_on)
        self._first = TABS.index(name)
        if self.tabs is not None:
            self.tabs.setCurrentIndex(self._first)
        least = _LEAST[name] if self._panes.width_of(LEFT) < _LEAST[name] else 0
        self._panes.want(LEFT, is_on=is_on, width=least)
        widget = self.tabs.currentWidget() if is_on and self.tabs is not None else self._frame.area.view
        widget.setFocus()

    def state(self) -> dict[str, str]:
        """The tab in front."""
        return {"tab": TABS[self.tabs.currentIndex() if self.tabs is not None else self._first]}

    def restore_state(self, state: dict[str, str]) -> None:
        """Bring the tab to the front that was there."""
        if state.get("tab") in TABS:
            self._first = TABS.index(state["tab"])
            if self.tabs is not None:
                self.tabs.setCurrentIndex(self._first)

    def _made(self) -> QTabWidget:
        view = self._frame.area.view
        self.thumbnails, self.bookmarks = load("thumbnails")(view), load("bookmarks")(view)
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.addTab(self.thumbnails, self.tr("缩略图"))
        tabs.addTab(self.bookmarks, self.tr("书签"))
        tabs.setCurrentIndex(self._first)
        tabs.currentChanged.connect(self._check)
        for part in (self.thumbnails, self.bookmarks):
            part.set_document(self._frame.document)
            self._frame.document_changed.connect(part.set_document)
        self._panes.put(LEFT, tabs)
        return tabs

    def _follow(self) -> None:
        """Fill the column when it is first seen."""
        if self.tabs is None and self._panes.is_wanted(LEFT):
            self.tabs = self._made()
        self._check()

    def _check(self, *_: object) -> None:
        for name in TABS:
            self._actions[f"view.{name}"].setChecked(self.shown == name)

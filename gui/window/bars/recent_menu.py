"""The submenu 最近打开: the files opened last; one that is gone is told, and can be taken off the list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.window.recent import RecentFiles, folder_words

_NAME, _FOLDER = 300, 160  # pixels at most


class RecentMenu(QObject):
    """Fills a menu of the table with recent files whenever it opens, above what stands in it."""

    def __init__(self, frame: Any, menu: QMenu, recent: RecentFiles) -> None:
        super().__init__(menu)
        self._frame = frame
        self._menu = menu
        self._recent = recent
        self._first = menu.actions()[0] if menu.actions() else None
        self._shown: list[QAction] = []
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the files as they are remembered now."""
        for old in self._shown:
            self._menu.removeAction(old)
            old.deleteLater()
        self._shown = []
        for at, path in enumerate(self._recent.paths(), 1):
            access = f"&{at} " if at < 10 else ""
            words = self._words(path).replace("&", "&&")
            action = QAction(access + words, self._menu)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self.open(path))
            self._shown.append(action)
        if not self._shown:
            nothing = QAction(self.tr("还没有打开过文件"), self._menu)
            nothing.setEnabled(False)
            self._shown.append(nothing)
        line = QAction(self._menu)
        line.setSeparator(True)
        self._shown.append(line)
        if self._first is not None:
            self._menu.insertActions(self._first, self._shown)
            self._first.setEnabled(len(self._shown) > 1 and self._shown[0].isEnabled())

    def _words(self, path: Path) -> str:
        """Name and folder, cut where they would make the menu wider than a small screen; the tip says all of it."""
        metrics = self._menu.fontMetrics()
        name = metrics.elidedText(path.name, Qt.TextElideMode.ElideMiddle, _NAME)
        return f"{name}　{metrics.elidedText(folder_words(path), Qt.TextElideMode.ElideLeft, _FOLDER)}"

    def open(self, path: Path) -> None:
        """Open a file of the list; a missing one leaves the present document open and says so."""
        if path.exists():
            self._frame.open_path(path)
            return
        words = self.tr("找不到“{name}”，它可能已移动、改名或删除，或者所在的盘没有连上。").format(name=path.name)
        notices = self._frame.chrome.notices

        def forget() -> None:
            self._recent.remove(path)
            notices.drop("recent")

        notices.say("recent", words, is_warning=True, choices=((self.tr("从列表中移除"), forget),))

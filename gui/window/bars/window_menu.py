"""The menu 窗口: every window of the program by its document, the present one ticked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.window.recent import folder_words


class WindowMenu(QObject):
    """Lists the windows below the actions of the menu whenever it opens."""

    def __init__(self, frame: Any, menu: QMenu) -> None:
        super().__init__(menu)
        self._frame = frame
        self._menu = menu
        self._shown: list[QAction] = []
        menu.aboutToShow.connect(self.fill)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions call, by action id."""
        windows = self._frame.windows
        return {
            "window.next": lambda: windows.go(self._frame, 1),
            "window.previous": lambda: windows.go(self._frame, -1),
        }

    def fill(self) -> None:
        """List the windows as they are now."""
        for old in self._shown:
            self._menu.removeAction(old)
            old.deleteLater()
        line = QAction(self._menu)
        line.setSeparator(True)
        self._shown = [line]
        frames = self._frame.windows.frames
        for at, (frame, words) in enumerate(zip(frames, window_names(frames), strict=True), 1):
            access = f"&{at} " if at < 10 else ""
            action = QAction(access + (words or self.tr("开始页")).replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(frame is self._frame)
            action.triggered.connect(lambda _checked=False, frame=frame: frame.come_forward())
            self._shown.append(action)
        self._menu.addActions(self._shown)


def window_names(frames: list[Any]) -> list[str]:
    """What the windows are called: their files' names, with the folder where two are called the same; "" for one
    without a document."""
    names = [frame.document.file_name if frame.document is not None else "" for frame in frames]
    count = Counter(names)
    return [
        f"{name}　{folder_words(frame.document.path)}" if name and count[name] > 1 else name
        for name, frame in zip(names, frames, strict=True)
    ]

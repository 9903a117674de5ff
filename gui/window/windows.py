"""The windows of the program: each has a document, a review and workers of its own; closing one ends nothing of the
others. What belongs to the program as a whole, font and language, is done once.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication

from gui.bridge.start import Start, started
from gui.late import load
from gui.window.frame import RIM, Frame


class Windows(QObject):
    """All windows, in the order they were made."""

    changed = Signal()  # one came or went, or shows another document

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.settings = settings
        self.frames: list[Frame] = []
        self._is_dressed = False
        self._collecting: Any = None

    def make(self, *, beside: Frame | None = None) -> Frame:
        """An empty window that is not shown yet."""
        frame = Frame(self.settings, self)
        if beside is not None:
            load("place-beside")(frame, beside, RIM)
        self.frames.append(frame)
        frame.document_changed.connect(self._on_document_changed)
        frame.closed.connect(self._on_closed)
        return frame

    def open_start(self, start: Start | None, *, beside: Frame | None = None) -> Frame:
        """Show a window with a document on its way, or with the start page."""
        frame = self.make(beside=beside)
        if start is None:
            frame.show_start_page()
        else:
            frame.open_start(start)
        frame.show()
        return frame

    def open_path(self, path: Path, *, beside: Frame | None = None) -> Frame:
        """Show a file in a window of its own: the one that has it already, an empty one, else a new one."""
        present = self.frame_of(path)
        if present is not None:
            present.come_forward()
            return present
        if beside is not None and beside.document is None:
            beside.open_path(path)
            return beside
        return self.open_start(started(path), beside=beside)

    def frame_of(self, path: Path) -> Frame | None:
        """The window that shows a file."""
        name = _real(path)
        return next((one for one in self.frames if one.document is not None and _real(one.document.path) == name), None)

    def go(self, frame: Frame, step: int) -> None:
        """Bring the window before or after one to the front."""
        if frame in self.frames:
            self.frames[(self.frames.index(frame) + step) % len(self.frames)].come_forward()

    def quit(self) -> None:
        """Close every window, each saving its review; stops where the user chooses to stay."""
        for frame in tuple(self.frames):
            if not frame.close():
                return

    def reopen(self) -> None:
        """Make every window anew, in the language as it is set now; each document is saved and opened again where it
        was read. Nothing happens to a window whose user chooses to stay with work that cannot be saved."""
        QTimer.singleShot(0, self, self._reopen)  # not from within a window that is about to go

    def _reopen(self) -> None:
        paths = [(frame, frame.document.path if frame.document is not None else None) for frame in self.frames]
        closed = [(frame, path) for frame, path in paths if frame.close_document()]
        self._speak()
        for former, path in closed:
            frame = self.make()
            frame.restoreGeometry(former.saveGeometry())
            if path is None:
                frame.show_start_page()
            else:
                frame.open_start(started(path))
            frame.show()
            former.close()

    def dress(self) -> None:
        """Give the program its font and language. Not before page one: looking for the faces takes a while."""
        application = QApplication.instance()
        if not self._is_dressed and isinstance(application, QApplication):
            self._is_dressed = True
            load("fonts")(application)
            self._speak()

    def collect_garbage(self) -> None:
        """The first window is complete: collect from now on, and end in order, both of which `launch` has put off."""
        if self._collecting is None:
            self._collecting = load("collecting")(self)
            load("ending")(self)

    def _speak(self) -> None:
        application = QApplication.instance()
        if application is not None:
            load("language")(application, str(self.settings.value("language") or ""))

    def _on_document_changed(self, _document: object) -> None:
        if self._collecting is not None:
            self._collecting.collect_all_later()
        self.changed.emit()

    def _on_closed(self, frame: Frame) -> None:
        if frame not in self.frames:
            return
        self.frames.remove(frame)
        frame.deleteLater()
        if self.frames and self._collecting is not None:
            self._collecting.collect_all_later()  # the window's own objects may be among what stays
        self.changed.emit()


def _real(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))

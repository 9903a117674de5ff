"""The composition root: makes the application and its window, and gives each part what it needs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

from gui.bridge.start import Start
from gui.window.windows import Windows


def run(start: Start | None, others: Sequence[Path] = ()) -> int:
    """Show a window, and one for each of the other files, until the last is closed; returns the exit status."""
    application = made_application()
    windows = Windows(window_settings())
    first = windows.open_start(start)
    for path in others:
        windows.open_path(path, beside=first)
    return application.exec()


def made_application() -> QApplication:
    """The application object, made once for a process."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    application = QApplication(sys.argv[:1])
    application.setApplicationName("piyue")
    application.setDesktopFileName("piyue")
    return application


def window_settings() -> QSettings:
    """What the window remembers of itself: a file in the user's configuration folder."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return QSettings(f"{folder}/piyue/window.ini", QSettings.Format.IniFormat)

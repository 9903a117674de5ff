"""The composition root: makes the application and its window, and gives each part what it needs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

from gui.bridge.start import Start
from gui.late import load
from gui.window.windows import Windows


def run(start: Start | None, others: Sequence[Path] = ()) -> int:
    """Show a window, and one for each of the other files, until the last is closed; returns the exit status."""
    application = made_application()
    settings = window_settings()
    wear(application, str(settings.value("theme") or ""))
    windows = Windows(settings)
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


def wear(application: QApplication, theme: str) -> None:
    """Look as the user chose before anything is shown; the system's own look takes no time."""
    if theme not in {"", "system"}:
        load("theme")(application, theme)


def window_settings() -> QSettings:
    """What the window remembers of itself: a file in the user's configuration folder."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return QSettings(f"{folder}/piyue/window.ini", QSettings.Format.IniFormat)

"""The composition root: makes the application and its window, and gives each part what it needs."""

from __future__ import annotations

import sys

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

from gui.bridge.start import Start
from gui.window.frame import Frame


def run(start: Start | None) -> int:
    """Show the window until it is closed; returns the exit status."""
    application = made_application()
    frame = Frame(window_settings())
    shown(frame, start)
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


def shown(frame: Frame, start: Start | None) -> Frame:
    """Show a window with a document on its way, or with the start page."""
    if start is None:
        frame.show_start_page()
    else:
        frame.open_start(start)
    frame.show()
    return frame

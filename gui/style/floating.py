"""Frames that lie over the pages: with an edge in every look, and on the window's ground, not on that of the desk."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLineEdit, QPlainTextEdit

_GROUNDS = (QPalette.ColorRole.Window, QPalette.ColorRole.Base)


def make_floating(frame: QFrame) -> None:
    """Give a frame the edge of what floats; the style sheet of high contrast knows it by its property."""
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    frame.setProperty("floats", True)  # noqa: FBT003


def take_own_ground(frame: QFrame) -> None:
    """Colour a frame as the window is now: the view it lies on is coloured otherwise, and what lies on a widget takes
    after it. Fields and buttons keep the edges of their kind. To be called before it shows."""
    own = frame.palette()
    for role in _GROUNDS:
        own.setColor(role, QApplication.palette().color(role))
    frame.setPalette(own)
    for kind in (QLineEdit, QPlainTextEdit, QAbstractButton):
        for control in frame.findChildren(kind):
            palette = control.palette()
            palette.setColor(_GROUNDS[0], QApplication.palette(control).color(_GROUNDS[0]))
            control.setPalette(palette)

"""How panels colour words: roles on widgets, turned into palettes; done again when the system's palette changes.

Palettes instead of a style sheet, so that the system's style keeps drawing every control.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.actions.icons import tinted_icon
from gui.panels.words.contrast import quiet, readable
from gui.style.colours import INK, VERMILION

QUIET, FIELD, INKED, HUMAN, TITLE = "quiet", "field", "ink", "human", "title"


def role_colour(role: str, palette: QPalette) -> QColor:
    """The colour of words of a role on the window's ground."""
    base = palette.color(QPalette.ColorRole.Window)
    if role in (QUIET, FIELD):
        return quiet(palette)
    if role == INKED:
        return readable(INK, base)
    if role == HUMAN:
        return readable(VERMILION, base)
    return palette.color(QPalette.ColorRole.WindowText)


def give_role(widget: QWidget, role: str) -> None:
    """Colour a widget's words by its role, now and whenever `dress` is called."""
    widget.setProperty("role", role)
    palette = QGuiApplication.palette()
    own = widget.palette()
    own.setColor(QPalette.ColorRole.WindowText, role_colour(role, palette))
    widget.setPalette(own)
    if role == TITLE:
        font = QFont(widget.font())
        font.setWeight(QFont.Weight.DemiBold)
        widget.setFont(font)


def give_icon(button: QAbstractButton, name: str) -> None:
    """Put an icon on a button, in the palette's colour, now and whenever `dress` is called."""
    button.setProperty("icon-name", name)
    button.setIcon(tinted_icon(name))


def mark_changed(widget: QWidget, *, is_changed: bool) -> None:
    """Write an editor's words in vermilion while a human's value is in force."""
    if bool(widget.property("changed")) == is_changed:
        return
    widget.setProperty("changed", is_changed)
    _colour_editor(widget)


def dress(root: QWidget) -> None:
    """Colour every widget below `root` anew, after a change of the system's palette."""
    for widget in root.findChildren(QWidget):
        role = widget.property("role")
        if role:
            give_role(widget, role)
        if widget.property("changed") is not None:
            _colour_editor(widget)
        name = widget.property("icon-name")
        if name and isinstance(widget, QAbstractButton):
            give_icon(widget, name)


def _colour_editor(widget: QWidget) -> None:
    system = QGuiApplication.palette()
    own = QPalette()  # only what is said of it here: its ground and its edges remain those of its kind
    if widget.property("changed"):
        for group, ground in (
            (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
            (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        ):
            own.setColor(QPalette.ColorGroup.Active, group, readable(VERMILION, system.color(ground)))
            own.setColor(QPalette.ColorGroup.Inactive, group, readable(VERMILION, system.color(ground)))
    widget.setPalette(own)

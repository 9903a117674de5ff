"""Light, dark and high contrast: palettes of our own where the user wants another look than the system's.

In high contrast every word has at least 7:1 against its ground (WCAG 2.1, 1.4.6), and every control has an edge. On
dark grounds fields and buttons have edges of 3:1 (1.4.11), the one with the keys a bluer one.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from gui.style.contrast import luminance

SYSTEM, LIGHT, DARK, CONTRAST = THEMES = ("system", "light", "dark", "high-contrast")
"""The values of the setting `window.theme`."""

_Role = QPalette.ColorRole
_SCHEMES = {LIGHT: Qt.ColorScheme.Light, DARK: Qt.ColorScheme.Dark, CONTRAST: Qt.ColorScheme.Dark}
_ROLES = {
    "window": (_Role.Window, _Role.Button),
    "words": (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.ToolTipText),
    "base": (_Role.Base, _Role.ToolTipBase),
    "other base": (_Role.AlternateBase,),
    "chosen": (_Role.Highlight, _Role.Accent),
    "chosen words": (_Role.HighlightedText,),
    "link": (_Role.Link,),
    "visited": (_Role.LinkVisited,),
    "hint": (_Role.PlaceholderText,),
    "bright": (_Role.BrightText,),
}
_COLOURS = {
    LIGHT: {
        "window": "#f0f0f1",
        "words": "#202226",
        "base": "#ffffff",
        "other base": "#f6f7f8",
        "chosen": "#2b5ca0",
        "chosen words": "#ffffff",
        "link": "#2b5ca0",
        "visited": "#6a4fa0",
        "hint": "#6b7078",
        "bright": "#c8371f",
    },
    DARK: {
        "window": "#292b2f",
        "words": "#e6e7e9",
        "base": "#1e2023",
        "other base": "#25272b",
        "chosen": "#3569ae",
        "chosen words": "#ffffff",
        "link": "#8fb8ee",
        "visited": "#c0aef0",
        "hint": "#a0a5ad",
        "bright": "#ff8a70",
    },
    CONTRAST: {
        "window": "#000000",
        "words": "#ffffff",
        "base": "#000000",
        "other base": "#141414",
        "chosen": "#ffe04a",
        "chosen words": "#000000",
        "link": "#8cc8ff",
        "visited": "#d8b8ff",
        "hint": "#c8c8c8",
        "bright": "#ffb0a0",
    },
}
_DISABLED = {LIGHT: "#8b8f96", DARK: "#7f848c", CONTRAST: "#a8a8a8"}
_EDGES = """
QLineEdit, QComboBox, QAbstractSpinBox, QTextEdit, QPlainTextEdit, QListView, QMenu, QToolTip, QGroupBox
    { border: 1px solid palette(window-text); }
QLineEdit, QComboBox, QAbstractSpinBox { padding: 2px 4px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { padding: 0; }
QFrame[floats="true"] { border: 1px solid palette(window-text); background: palette(window); }
QPushButton, QToolButton { border: 1px solid palette(window-text); border-radius: 2px; padding: 3px 8px; }
QToolButton { padding: 3px 5px; }
QPushButton:focus, QToolButton:focus, QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QTextEdit:focus,
QPlainTextEdit:focus, QTreeView:focus, QTableView:focus, QListView:focus { border: 2px solid palette(highlight); }
QPushButton:checked, QToolButton:checked, QPushButton:pressed, QToolButton:pressed
    { background: palette(highlight); color: palette(highlighted-text); }
QPushButton:disabled, QToolButton:disabled { border-color: #a8a8a8; }
QToolBar QToolButton, QToolBar QToolButton:disabled { border-color: transparent; }
QToolBar QToolButton:hover, QToolBar QToolButton:focus { border-color: palette(window-text); }
QSplitter::handle { background: palette(mid); }
QScrollBar { background: palette(window); border: 1px solid palette(mid); }
QScrollBar::handle { background: palette(mid); min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: palette(highlight); }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QTabBar::tab { border: 1px solid palette(mid); padding: 4px 8px; }
QTabBar::tab:selected { background: palette(highlight); color: palette(highlighted-text); }
QTabBar::tab:focus { border: 2px solid palette(window-text); }
QMenu::item:selected, QMenuBar::item:selected { background: palette(highlight); color: palette(highlighted-text); }
QMenu::separator { height: 1px; background: palette(mid); margin: 3px 0; }
QHeaderView::section { border: 1px solid palette(mid); background: palette(window); padding: 3px; }
QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator, QTreeView::indicator, QListView::indicator,
QTableView::indicator { width: 12px; height: 12px; border: 1px solid palette(window-text); }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked, QGroupBox::indicator:checked,
QTreeView::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked
    { background: palette(highlight); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: #a8a8a8; }
QCheckBox, QRadioButton { border: 1px solid transparent; padding: 1px 3px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid palette(highlight); }
"""
"""Fusion takes the edges of its controls from the window's colour, and on black there is none darker."""


_DARKEST_GREY = 0.2  # luminance of a window below which Fusion's edges, darker than the window, cannot be seen
_DARK_EDGE = QColor("#a9aeb7")  # Fusion draws its edges as 1/1.4 of this
_DARK_FOCUS = QColor("#6da3ea")  # and that of what has the keys as 1/1.25 of this
_EDGED = ("QPlainTextEdit", "QTextEdit", "QListView", "QTreeView", "QTableView", "QGroupBox")
_PRESSED = ("QLineEdit", "QComboBox", "QAbstractSpinBox", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton")
_OWN_EDGES = "piyue-own-edges"


def apply_theme(application: QApplication, theme: str) -> None:
    """Give the application a look; with the system's own, what the system says of contrast is followed."""
    hints = application.styleHints()
    chosen = CONTRAST if theme == SYSTEM and wants_contrast(hints) else theme
    scheme = _SCHEMES.get(chosen, Qt.ColorScheme.Unknown)
    hints.setColorScheme(scheme)  # the title bar, and where the system can do it the rest as well
    is_done = chosen == SYSTEM or (chosen != CONTRAST and hints.colorScheme() == scheme)
    if chosen != CONTRAST and application.styleSheet():
        application.setStyleSheet("")  # first: with it go the colours that widgets were given while it was in force
    application.setPalette(QPalette() if is_done else palette_of(chosen))
    if chosen == CONTRAST and application.styleSheet() != _EDGES:
        application.setStyleSheet(_EDGES)
    draw_edges(application)


def draw_edges(application: QApplication) -> None:
    """Give fields and buttons edges that can be seen where the palette is dark. Fusion takes an edge from the ground of
    the window, which these classes do not paint: they get one of their own. Again whenever the palette changes."""
    is_dark = luminance(application.palette().color(_Role.Window)) < _DARKEST_GREY
    is_wanted = is_dark and not application.styleSheet()
    if not is_wanted and not application.property(_OWN_EDGES):
        return
    application.setProperty(_OWN_EDGES, is_wanted)
    for name in (*_EDGED, *_PRESSED):
        own = QPalette()
        if is_wanted:
            own.setColor(_Role.Window, _DARK_EDGE)
            if name in _PRESSED:
                own.setColor(_Role.Highlight, _DARK_FOCUS)
                own.setColor(_Role.HighlightedText, QColor("#101216"))
        application.setPalette(own, name)  # type: ignore[arg-type]  # the stub says bytes, which are refused


def palette_of(theme: str) -> QPalette:
    """The palette of a theme of our own."""
    colours = _COLOURS[theme]
    palette = QPalette(QColor(colours["window"]), QColor(colours["window"]))  # edges and shadows follow from it
    for name, roles in _ROLES.items():
        for role in roles:
            palette.setColor(role, QColor(colours[name]))
    if theme == CONTRAST:
        for role in (_Role.Light, _Role.Midlight, _Role.Mid, _Role.Dark):
            palette.setColor(role, QColor("#b0b0b0"))
    for role in _ROLES["words"]:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED[theme]))
    return palette


def wants_contrast(hints: Any) -> bool:
    """Whether the system asks for more contrast, as far as this Qt tells (from 6.10 on)."""
    accessibility = getattr(hints, "accessibility", None)
    preference = getattr(accessibility(), "contrastPreference", None) if accessibility is not None else None
    return preference is not None and getattr(preference(), "name", "") == "HighContrast"

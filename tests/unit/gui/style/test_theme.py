"""The palettes of our own: everything on them can be read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QPushButton, QToolButton, QWidget

from engine.settings import row_of
from gui.panels.words.look import mark_changed
from gui.style.contrast import contrast
from gui.style.theme import CONTRAST, DARK, LIGHT, SYSTEM, THEMES, apply_theme, palette_of, wants_contrast

_Role = QPalette.ColorRole
WORDS = (
    (_Role.WindowText, _Role.Window),
    (_Role.Text, _Role.Base),
    (_Role.Text, _Role.AlternateBase),
    (_Role.ButtonText, _Role.Button),
    (_Role.HighlightedText, _Role.Highlight),
    (_Role.Link, _Role.Base),
    (_Role.LinkVisited, _Role.Base),
    (_Role.ToolTipText, _Role.ToolTipBase),
    (_Role.PlaceholderText, _Role.Base),
)


@pytest.mark.parametrize(("theme", "least"), [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST, 7.0)])
def test_words_stand_out_from_their_ground(theme: str, least: float) -> None:
    palette = palette_of(theme)
    for words, ground in WORDS:
        assert contrast(palette.color(words), palette.color(ground)) >= least, (theme, words.name)


@pytest.mark.parametrize(("theme", "least"), [(LIGHT, 2.5), (DARK, 2.5), (CONTRAST, 7.0)])
def test_what_is_greyed_can_still_be_made_out(theme: str, least: float) -> None:
    palette = palette_of(theme)
    disabled = palette.color(QPalette.ColorGroup.Disabled, _Role.WindowText)
    assert contrast(disabled, palette.color(_Role.Window)) >= least


def test_the_setting_knows_every_theme() -> None:
    assert row_of("window.theme").choices == THEMES


class Hints:
    """Style hints of a Qt that tells of contrast."""

    def __init__(self, preference: str) -> None:
        self._preference = preference

    def accessibility(self) -> Hints:
        return self

    def contrastPreference(self) -> type:  # noqa: N802 - Qt's name
        return type("ContrastPreference", (), {"name": self._preference})


def test_the_system_s_wish_for_contrast_is_heard_where_qt_tells_it() -> None:
    assert wants_contrast(Hints("HighContrast"))
    assert not wants_contrast(Hints("NoPreference"))
    assert not wants_contrast(object())


def edge_of(widget: QWidget) -> float:
    """How much the best seen pixel on the left of a control, half way down, stands out from the window."""
    widget.resize(80, 40)
    picture = widget.grab().toImage()
    ground = QApplication.palette().color(_Role.Window)
    return max(contrast(QColor(picture.pixel(at, 20)), ground) for at in range(3))


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit, QPushButton, QToolButton, QCheckBox])
def test_fields_and_buttons_have_edges_that_are_seen_in_the_dark(qapp, qtbot, make) -> None:
    try:
        apply_theme(qapp, DARK)
        control = make()
        qtbot.addWidget(control)
        assert edge_of(control) >= 3
        if make is QLineEdit:  # nor does a corrected field lose its own
            mark_changed(control, is_changed=True)
            assert edge_of(control) >= 3
        apply_theme(qapp, LIGHT)
        light = make()
        qtbot.addWidget(light)
        assert light.palette().color(_Role.Window) == palette_of(LIGHT).color(_Role.Window)
    finally:
        apply_theme(qapp, SYSTEM)

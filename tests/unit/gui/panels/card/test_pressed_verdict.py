"""The verdict in force can be told from the others in the dark too, and after the look changed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from gui.panels.card.verdict_row import VerdictRow, show_checked
from gui.style.contrast import contrast
from gui.style.theme import DARK, LIGHT, SYSTEM, apply_theme


def ground_of(button: QToolButton) -> QColor:
    """The colour a button is filled with, near its lower right corner."""
    picture = button.grab().toImage()
    return QColor(picture.pixel(picture.width() - 8, picture.height() - 6))


@pytest.mark.parametrize("themes", [(DARK,), (LIGHT, DARK), (DARK, LIGHT)])
def test_the_pressed_button_has_another_ground_than_the_others(
    qtbot: QtBot, qapp: QApplication, themes: tuple[str, ...]
) -> None:
    try:
        apply_theme(qapp, themes[0])
        row = VerdictRow("metric")
        qtbot.addWidget(row)
        row.resize(420, 60)
        row.show()
        show_checked(row.buttons["wrong"], is_checked=True)
        for theme in themes[1:]:
            apply_theme(qapp, theme)
            qapp.processEvents()
        wrong, open_one = ground_of(row.buttons["wrong"]), ground_of(row.buttons["correct"])
        assert contrast(wrong, open_one) > 1.2
        words = row.buttons["wrong"].palette().buttonText().color()
        assert contrast(words, wrong) >= 4.5
    finally:
        apply_theme(qapp, SYSTEM)

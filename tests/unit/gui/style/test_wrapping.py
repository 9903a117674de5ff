"""Buttons that do not fit in one row stand in several, and none is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.style.wrapping import WrappingRow


@pytest.mark.parametrize("share", [100, 99, 60, 49, 26])
def test_every_button_is_as_wide_as_its_words_and_inside(qtbot: QtBot, share: int) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    buttons = [QPushButton(words) for words in ("Correct 1", "Wrong 2", "Doubtful 3", "Misread 0")]
    row = WrappingRow(buttons, spacing=4)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    column.addStretch(1)
    holder.resize(row.sizeHint().width() * share // 100, 300)
    holder.show()
    for button in buttons:
        assert row.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()
        assert not any(button.geometry().intersects(other.geometry()) for other in buttons if other is not button)
    assert len({button.y() for button in buttons}) == {100: 1, 99: 2, 60: 2, 49: 4, 26: 4}[share]

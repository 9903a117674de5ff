"""Every control can be reached by Tab and says what it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from gui.panels.words.announce import announce

CONTROLS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QAbstractButton)
OWN = {"qt_spinbox_lineedit", "qt_tabwidget_tabbar", "ScrollLeftButton", "ScrollRightButton"}


def controls(root: QWidget) -> list[QWidget]:
    found = [widget for kind in CONTROLS for widget in root.findChildren(kind)]
    return [
        widget
        for widget in found
        if widget.isVisible()
        and widget.objectName() not in OWN
        and not isinstance(widget.parent(), QLineEdit | QComboBox | QAbstractSpinBox)
    ]


@pytest.mark.parametrize("name", ["outline", "metrics", "tasks", "systems", "findings", "numerals"])
def test_every_control_has_a_name(desk, name):
    desk.side.show_panel(name)
    desk.triage.panel.focus_list()
    silent = []
    for widget in controls(desk.side):
        said = QAccessible.queryAccessibleInterface(widget)
        if said is None or not said.text(QAccessible.Text.Name).strip():
            silent.append(widget)
    assert silent == []
    assert desk.triage.panel.list.accessibleName()


def test_every_field_can_be_reached_by_tab(desk):
    desk.triage.panel.focus_list()
    card = desk.side.card.current
    reached = set()
    widget = desk.triage.panel.list
    while (widget := widget.nextInFocusChain()) is not desk.triage.panel.list:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
    assert {row.editor.widget for row in card.rows.values()} <= reached
    assert set(card.verdicts.buttons.values()) <= reached


def test_a_row_says_its_verdict_and_reading(desk):
    model = desk.triage.panel.model
    words = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("1万户，第1类用户数")
    assert words.endswith("待核，机器识别")


def test_words_can_be_announced_while_assistive_technology_listens(desk):
    QAccessible.setActive(True)
    announce(desk.triage.panel.list, "无误")
    QAccessible.setActive(False)

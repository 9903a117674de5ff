"""Editors say a value once, when it is meant, and never while it is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from gui.panels.fields.editors import ChoiceEditor, LevelEditor, LineEditor, ListEditor, NumberEditor, TextEditor


@pytest.fixture
def place(qtbot):
    """Shows an editor beside another field; returns what it says."""

    def shown(editor):
        box = QWidget()
        column = QVBoxLayout(box)
        column.addWidget(editor.widget)
        column.addWidget(QLineEdit())
        qtbot.addWidget(box)
        with qtbot.waitActive(box):
            box.show()
            box.activateWindow()
        heard = []
        editor.committed.connect(heard.append)
        editor.box_of_test = box
        return heard

    return shown


def test_showing_a_value_says_nothing(place):
    for editor, value in (
        (LineEditor(), "词"),
        (ListEditor(), ("甲", "乙")),
        (NumberEditor(), 5.5),
        (ChoiceEditor({"a": "甲"}, may_be_empty=True), "a"),
        (LevelEditor(), 3),
        (TextEditor(), "一\n二"),
    ):
        heard = place(editor)
        editor.show_value(value)
        editor.commit()
        assert heard == []


def test_leaving_a_line_says_what_was_typed(place, qtbot):
    editor = LineEditor()
    heard = place(editor)
    editor.show_value("旧")
    editor.widget.setFocus()
    editor.line.setText(" 新 ")
    editor.box_of_test.findChildren(QLineEdit)[-1].setFocus()
    assert heard == ["新"]


def test_return_says_it_once_and_escape_not_at_all(place, qtbot):
    editor = LineEditor()
    heard = place(editor)
    ends = []
    editor.finished.connect(ends.append)
    editor.show_value("旧")
    editor.widget.setFocus()
    editor.line.setText("新")
    qtbot.keyClick(editor.widget, Qt.Key.Key_Return)
    editor.line.setText("更新")
    qtbot.keyClick(editor.widget, Qt.Key.Key_Escape)
    assert (heard, ends, editor.line.text()) == (["新"], [True, False], "新")


def test_a_list_is_apart_by_any_usual_sign(place):
    editor = ListEditor()
    heard = place(editor)
    editor.show_value(("甲",))
    editor.line.setText("甲局，乙局；丙局、")
    editor.commit()
    assert heard == [["甲局", "乙局", "丙局"]]


@pytest.mark.parametrize(("typed", "said"), [("1,200", [1200.0]), ("12,5x", []), ("", [None])])
def test_what_is_no_number_is_not_said(place, typed, said):
    editor = NumberEditor()
    heard = place(editor)
    editor.show_value(7)
    editor.line.setText(typed)
    editor.commit()
    assert heard == said


def test_every_step_of_a_level_counts(place, qtbot):
    editor = LevelEditor()
    heard = place(editor)
    editor.show_value(2)
    qtbot.keyClick(editor.spin, Qt.Key.Key_Up)
    qtbot.keyClick(editor.spin, Qt.Key.Key_Up)
    assert heard == [3, 4]


def test_a_wheel_over_an_editor_without_focus_changes_nothing(place):
    editor = ChoiceEditor({"a": "甲", "b": "乙"}, may_be_empty=False)
    heard = place(editor)
    editor.show_value("a")
    editor.box_of_test.findChildren(QLineEdit)[-1].setFocus()
    at = QPointF(5, 5)
    turn = QWheelEvent(
        at,
        QPointF(editor.widget.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.widget, turn)
    assert (editor.box.currentData(), heard) == ("a", [])


def test_several_lines_end_by_control_return(place, qtbot):
    editor = TextEditor()
    heard = place(editor)
    editor.show_value("")
    editor.widget.setFocus()
    qtbot.keyClicks(editor.text, "ab")
    qtbot.keyClick(editor.text, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.text, "c")
    assert heard == []
    qtbot.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["ab\nc"]

"""Verdict of the selected item: 无误, 有误, 存疑 and 误识 as buttons, with 应为, 依据 and 核实单位."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.actions.words import VERDICTS, field_word, word
from gui.panels.editors import LineEditor
from gui.panels.field_row import DETAILS, label_width
from gui.panels.look import FIELD, give_icon, give_role

BUTTONS = (("correct", "1"), ("wrong", "2"), ("doubtful", "3"))


def basis_words(basis: object) -> str:
    """A basis in words: as typed, or the document and page it points to."""
    if isinstance(basis, dict):
        if basis.get("words"):
            return str(basis["words"])
        return " ".join(str(basis[key]) for key in ("document", "page", "metric") if basis.get(key))
    return str(basis or "")


def show_checked(button: QToolButton, *, is_checked: bool) -> None:
    """Press a button down, in bold, so that it shows in every style."""
    button.setChecked(is_checked)
    font = button.font()
    if font.bold() != is_checked:
        font.setBold(is_checked)
        button.setFont(font)


class VerdictRow(QWidget):
    """Says what the user decides; what is decided is shown by `show_item`."""

    verdict_chosen = Signal(str)  # a verdict; "open" when the chosen one is taken back
    rejection_chosen = Signal(bool)
    details_changed = Signal(dict)  # should_be, basis, verified_with
    finished = Signal(bool)

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.buttons = {verdict: self._button(verdict, key) for verdict, key in BUTTONS}
        self._reject = self._button("reject", "0")
        self.editors = {field: self._editor(field) for field in DETAILS}
        self._details = QWidget()
        self._lay_out()

    def show_item(self, item: Any, reading: str) -> None:
        """Show the verdict in force and its particulars."""
        for verdict, button in self.buttons.items():
            show_checked(button, is_checked=item.verdict == verdict)
        show_checked(self._reject, is_checked=reading == "rejected")
        self.editors["should_be"].show_value(item.should_be or "")
        self.editors["basis"].show_value(basis_words(item.basis))
        self.editors["verified_with"].show_value(item.verified_with or "")
        has_words = any(editor.shown for editor in self.editors.values())
        self._details.setVisible(self._kind != "heading" and (item.verdict in {"wrong", "doubtful"} or has_words))

    def edit_should_be(self) -> None:
        """Open 应为 and put the caret in it."""
        self._details.show()
        line = self.editors["should_be"].line
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()

    def details(self) -> dict[str, str]:
        """What 应为, 依据 and 核实单位 say now."""
        return {field: editor.line.text().strip() for field, editor in self.editors.items()}

    def _button(self, verdict: str, key: str) -> QToolButton:
        words = word(VERDICTS[verdict]) if verdict in VERDICTS else QCoreApplication.translate("words", "误识")
        button = QToolButton()
        button.setText(f"{words} {key}")
        give_icon(button, verdict)
        button.setIconSize(QSize(16, 16))
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(words)
        if verdict == "reject":
            button.setToolTip(QCoreApplication.translate("card", "不是这一类内容，是识别错了 (0)"))
            button.clicked.connect(self.rejection_chosen)
        else:
            button.setToolTip(f"{words} ({key})")
            button.clicked.connect(
                lambda checked, verdict=verdict: self.verdict_chosen.emit(verdict if checked else "open")
            )
        return button

    def _editor(self, field: str) -> LineEditor:
        editor = LineEditor()
        editor.widget.setAccessibleName(field_word("", field))
        editor.committed.connect(lambda _value: self.details_changed.emit(self.details()))
        editor.finished.connect(self.finished)
        return editor

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (*self.buttons.values(), self._reject):
            row.addWidget(button, 1)
        grid = QGridLayout(self._details)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for at, (field, editor) in enumerate(self.editors.items()):
            label = QLabel(field_word("", field))
            give_role(label, FIELD)
            label.setBuddy(editor.widget)
            label.setFixedWidth(label_width(label, self._kind))
            grid.addWidget(label, at, 0)
            grid.addWidget(editor.widget, at, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._details)
        self._details.hide()

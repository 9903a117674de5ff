"""Verdict of the selected item: four buttons, what colleagues hold of it, and 应为, 依据, 核实单位."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.actions.words import field_word, verdict_word
from gui.panels.card.reference_list import ReferenceList
from gui.panels.fields.editors import LineEditor
from gui.panels.fields.field_row import DETAILS, label_width
from gui.panels.fields.value_choice import Choice, ValueChoice
from gui.panels.words.basis import basis_words
from gui.panels.words.look import FIELD, QUIET, give_icon, give_role
from gui.style.contrast import blend, luminance
from gui.style.wrapping import WrappingRow

_GROUND = QPalette.ColorRole.Button
_DARK, _SHARE = 0.2, 0.55  # luminance of a dark button; how much of the colour of selections one pressed down has
BUTTONS = (("correct", "1"), ("wrong", "2"), ("doubtful", "3"))


def show_checked(button: QToolButton, *, is_checked: bool) -> None:
    """Press a button down, in bold, and in the dark lighter than the others, so that it shows in every style."""
    button.setChecked(is_checked)
    system, own = QGuiApplication.palette(), QPalette()
    if is_checked and luminance(system.color(_GROUND)) < _DARK:
        own.setColor(_GROUND, blend(system.color(_GROUND), system.color(QPalette.ColorRole.Highlight), _SHARE))
    button.setPalette(own)
    font = button.font()
    if font.bold() != is_checked:
        font.setBold(is_checked)
        button.setFont(font)


class VerdictRow(QWidget):
    """Says what the user decides; what is decided is shown by `show_item`."""

    verdict_chosen = Signal(str)  # a verdict; "open" when the chosen one is taken back
    rejection_chosen = Signal(bool)
    details_changed = Signal(dict)  # those of should_be, basis and verified_with that were changed
    finished = Signal(bool)

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self._is_asked = False  # the details were opened without anything in them
        self.item_id = ""
        self.buttons = {verdict: self._button(verdict, key) for verdict, key in BUTTONS}
        self._reject = self._button("reject", "0")
        self.choice = ValueChoice()
        self.others = QLabel()
        self.editors = {field: self._editor(field) for field in DETAILS}
        self.reference = ReferenceList()
        self.more = QToolButton()
        self._details = QWidget()
        self._column = QVBoxLayout(self)
        self._lay_out()

    def show_item(self, item: Any, reading: str) -> None:
        """Show the verdict in force and its particulars; what is being typed about the same item is left alone."""
        is_same, self.item_id = item.id == self.item_id, item.id
        self._is_asked = self._is_asked and is_same
        for verdict, button in self.buttons.items():
            show_checked(button, is_checked=item.verdict == verdict)
        show_checked(self._reject, is_checked=reading == "rejected")
        said = {"should_be": item.should_be, "basis": basis_words(item.basis), "verified_with": item.verified_with}
        for field, editor in self.editors.items():
            if not (is_same and editor.line.hasFocus() and editor.is_changed()):
                editor.show_value(said[field] or "")
        has_words = any(editor.shown for editor in self.editors.values())
        self._show_details(is_open=item.verdict in {"wrong", "doubtful"} or has_words or self._is_asked)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_reject"):
            for button in (*self.buttons.values(), self._reject):
                show_checked(button, is_checked=button.isChecked())

    def put_below_buttons(self, widget: QWidget) -> None:
        """Give something a place between the buttons and what belongs to the verdict, after what has one already."""
        self._column.insertWidget(self._column.indexOf(self.choice), widget)

    def show_others(self, lines: Sequence[str]) -> None:
        """What other people hold of the item."""
        self.others.setText("\n".join(lines))
        self.others.setVisible(bool(lines))

    def ask(self, question: str, choices: Sequence[Choice]) -> None:
        """Offer verdicts that one person gave differently on two computers."""
        self.choice.ask(question, choices)

    def edit_should_be(self) -> None:
        """Open 应为 and put the caret in it."""
        self.edit("should_be")

    def edit(self, field: str) -> None:
        """Open the particulars and put the caret into one of them."""
        self._is_asked = True
        self._show_details(is_open=True)
        line = self.editors[field].line
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()

    def go_to_reference(self) -> None:
        """Give the keys to the metrics of the 参照文件, or to the button that opens one."""
        self._is_asked = True
        self._show_details(is_open=True)
        if not self.reference.focus():
            self.edit("basis")

    def _show_details(self, *, is_open: bool) -> None:
        is_open = is_open and self._kind != "heading"
        self._details.setVisible(is_open)
        self.more.setVisible(not is_open and self._kind != "heading")

    def _button(self, verdict: str, key: str) -> QToolButton:
        words = verdict_word(self._kind, verdict)
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
        editor.committed.connect(lambda value: self.details_changed.emit({field: str(value).strip()}))
        editor.finished.connect(self.finished)
        return editor

    def _lay_out(self) -> None:
        row = WrappingRow((*self.buttons.values(), self._reject), spacing=4)
        self.others.setWordWrap(True)
        self.others.setTextFormat(Qt.TextFormat.PlainText)
        self.others.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        give_role(self.others, QUIET)
        self.more.setText(QCoreApplication.translate("card", "填写应为、依据、核实单位…"))
        self.more.setAutoRaise(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        give_role(self.more, QUIET)
        self.more.clicked.connect(lambda: self.edit("basis"))
        self._lay_out_details()
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(row)
        column.addWidget(self.choice)
        column.addWidget(self.others)
        column.addWidget(self._details)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_others(())
        self._show_details(is_open=False)

    def _lay_out_details(self) -> None:
        grid = QGridLayout(self._details)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for at, (field, editor) in enumerate(self.editors.items()):
            label = QLabel(field_word("", field))
            give_role(label, FIELD)
            label.setBuddy(editor.widget)
            label.setFixedWidth(label_width(label, self._kind))
            grid.addWidget(label, 2 * at, 0)
            grid.addWidget(editor.widget, 2 * at, 1)
            if field == "basis":
                grid.addWidget(self.reference, 2 * at + 1, 1)
        for before, after in pairwise(self._chain()):
            QWidget.setTabOrder(before, after)

    def _chain(self) -> list[QWidget]:
        reference = self.reference
        inner = (reference.open, reference.list, reference.see, reference.take, reference.blame)
        return [self.editors["should_be"].line, self.editors["basis"].line, *inner, self.editors["verified_with"].line]

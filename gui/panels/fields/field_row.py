"""One field of the card: its word, its editor, and below it what the machine read where a human changed it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from engine.editing.fields import field_of
from engine.lexicon.lexicon import Lexicon
from gui.actions.words import field_word
from gui.panels.fields.editors import (
    ChoiceEditor,
    DateEditor,
    FieldEditor,
    LevelEditor,
    LineEditor,
    ListEditor,
    NumberEditor,
    TextEditor,
)
from gui.panels.fields.phrase import PhraseEditor
from gui.panels.fields.value_choice import Choice, ValueChoice
from gui.panels.words.card_fields import CARD_FIELDS, CardField
from gui.panels.words.cells import choice_words, value_words
from gui.panels.words.look import FIELD, INKED, give_icon, give_role, mark_changed


def make_editor(kind: str, card_field: CardField, lexicon: Lexicon) -> FieldEditor:
    """The right editor for a field."""
    match card_field.editor:
        case "choice":
            row = field_of(kind, card_field.field)
            return ChoiceEditor(choice_words(kind, card_field.field), may_be_empty=row is None or row.may_be_empty)
        case "phrase":
            return PhraseEditor(lexicon)
        case "number":
            return NumberEditor()
        case "list":
            return ListEditor()
        case "level":
            return LevelEditor()
        case "text":
            return TextEditor()
        case "date":
            return DateEditor()
        case _:
            return LineEditor()


DETAILS = ("should_be", "basis", "verified_with")
"""Fields of the verdict, whose editors stand in line with those of the item."""


def label_width(widget: QWidget, kind: str) -> int:
    """The width of every label of a kind's card: the widest of them, so that editors stand in line."""
    words = [field_word(kind, name) for name in (*DETAILS, *(spec.field for spec in CARD_FIELDS.get(kind, ())))]
    return max(int(widget.fontMetrics().horizontalAdvance(one)) for one in words) + 4


class FieldRow(QWidget):
    """Label, editor, and below it the machine's value with its way back, or values between which to decide."""

    reset_wanted = Signal(str)
    chosen = Signal(str, object)  # field, the value taken of several

    def __init__(self, kind: str, card_field: CardField, lexicon: Lexicon) -> None:
        super().__init__()
        self.field = card_field.field
        self._kind = kind
        self.editor = make_editor(kind, card_field, lexicon)
        words = field_word(kind, self.field)
        self.label = QLabel(words)
        give_role(self.label, FIELD)
        self.label.setFixedWidth(label_width(self.label, kind))
        holder = self.editor.holder if isinstance(self.editor, PhraseEditor) else self.editor.widget
        self.label.setBuddy(self.editor.widget)
        self.editor.widget.setAccessibleName(words)
        self._machine = QLabel()
        give_role(self._machine, INKED)
        self._machine.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._machine.setTextFormat(Qt.TextFormat.PlainText)
        self._machine.setWordWrap(True)
        self._reset = QToolButton()
        give_icon(self._reset, "reset")
        self._reset.setIconSize(QSize(16, 16))
        self._reset.setAutoRaise(True)
        self._reset.clicked.connect(lambda: self.reset_wanted.emit(self.field))
        self._below = QWidget()
        self.choice = ValueChoice()
        self.choice.chosen.connect(lambda value: self.chosen.emit(self.field, value))
        self._lay_out(holder)
        self._below.hide()

    def _lay_out(self, holder: QWidget) -> None:
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self._machine, 1)
        below.addWidget(self._reset)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(holder)
        column.addWidget(self._below)
        column.addWidget(self.choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        is_line = holder is self.editor.widget and not isinstance(self.editor, TextEditor)
        self.label.setMinimumHeight(self.editor.widget.sizeHint().height() if is_line else 26)
        self.label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

    def show_value(self, value: object, machine: object, *, is_changed: bool) -> None:
        """Show what is in force and, where a human changed it, what the machine read."""
        self.editor.show_value(value)
        self._below.setVisible(is_changed)
        if is_changed:
            said = value_words(self._kind, self.field, machine) or QCoreApplication.translate("card", "（空）")
            words = QCoreApplication.translate("card", "识别：{value}").format(value=said)
            self._machine.setText(words)
            reset = QCoreApplication.translate("card", "恢复为识别结果：{value}").format(value=said)
            self._reset.setToolTip(reset)
            self._reset.setAccessibleName(reset)
        state = QCoreApplication.translate("card", "已更正") if is_changed else ""
        if not isinstance(self.editor, PhraseEditor):
            self.editor.widget.setAccessibleDescription(state)
        mark_changed(self.editor.widget, is_changed=is_changed)

    def ask(self, question: str, choices: Sequence[Choice]) -> None:
        """Offer values to take instead of the one shown; none offers nothing."""
        if choices or self.choice.buttons:
            self.choice.ask(question, choices)

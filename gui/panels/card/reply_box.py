"""The replies to a note: who said what and when, one's own to be changed or taken back, and a line to answer in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from gui.panels.fields.editors import TextEditor
from gui.panels.words.history_lines import time_words
from gui.panels.words.look import QUIET, give_icon, give_role


class ReplyLine(QWidget):
    """One reply."""

    changed = Signal(str)  # one's own reply re-worded
    deleted = Signal()

    def __init__(self, reply: Any, name: str, *, is_own: bool) -> None:
        super().__init__()
        who = QLabel(" · ".join(part for part in (name, time_words(reply.at)) if part))
        give_role(who, QUIET)
        who.setTextFormat(Qt.TextFormat.PlainText)
        self.words = QLabel(reply.text)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.editor: TextEditor | None = None
        head = QHBoxLayout()
        head.addWidget(who, 1)
        if is_own:
            head.addWidget(_button("edit", QCoreApplication.translate("card", "改回复"), self.edit))
            head.addWidget(_button("delete", QCoreApplication.translate("card", "删回复"), self.deleted.emit))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self.words)
        self.setAccessibleName(f"{name}：{reply.text}")

    def edit(self) -> None:
        """Put the words into an editor."""
        if self.editor is None:
            self.editor = TextEditor(self, lines=2)
            self.editor.widget.setAccessibleName(QCoreApplication.translate("card", "改回复"))
            self.editor.show_value(self.words.text())
            self.editor.committed.connect(lambda words: self.changed.emit(str(words)))
            self.editor.finished.connect(lambda _is_taken: self._close())
            self._column.addWidget(self.editor.widget)
        self.words.hide()
        self.editor.widget.show()
        self.editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        if self.editor is not None:
            self.editor.widget.hide()
            self.words.show()


class ReplyBox(QWidget):
    """All replies to one note, and the field for a new one."""

    replied = Signal(str)
    changed = Signal(str, str)  # a reply's id, its new words
    deleted = Signal(str)
    finished = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[ReplyLine] = []
        self._shown: list[tuple[str, str]] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.editor = TextEditor(self, lines=1)
        self.editor.text.setPlaceholderText(QCoreApplication.translate("card", "回复，Ctrl+Enter 发出"))
        self.editor.widget.setAccessibleName(QCoreApplication.translate("card", "回复"))
        self.editor.text.setMaximumHeight(
            self.editor.text.minimumHeight() + self.editor.text.fontMetrics().lineSpacing()
        )
        self._send = QPushButton(QCoreApplication.translate("card", "回复"))
        self._send.clicked.connect(self.editor.commit)
        self.editor.committed.connect(self._on_committed)
        self.editor.finished.connect(self.finished)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.editor.widget, 1)
        row.addWidget(self._send, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._lines)
        column.addLayout(row)

    def show_replies(self, replies: Sequence[Any], view: Any, *, is_same: bool) -> None:
        """Show the replies to a note; an answer that is being typed to the same note stays."""
        shown = [(reply.id, reply.text) for reply in replies]
        if is_same and shown == self._shown:
            return
        self._shown = shown
        for line in self.lines:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(reply, view) for reply in replies]
        if not is_same:
            self.editor.show_value("")

    def edit(self) -> None:
        """Put the caret into the answer."""
        self.editor.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _line(self, reply: Any, view: Any) -> ReplyLine:
        line = ReplyLine(reply, view.person_name(reply.author), is_own=reply.author == view.person)
        line.changed.connect(lambda words, one=reply.id: self.changed.emit(one, words))
        line.deleted.connect(lambda one=reply.id: self.deleted.emit(one))
        self._lines.addWidget(line)
        return line

    def _on_committed(self, words: object) -> None:
        if words:
            self.editor.show_value("")
            self.replied.emit(str(words))


def _button(icon: str, words: str, call: Any) -> QToolButton:
    button = QToolButton()
    give_icon(button, icon)
    button.setIconSize(QSize(16, 16))
    button.setAutoRaise(True)
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.clicked.connect(lambda _checked: call())
    return button

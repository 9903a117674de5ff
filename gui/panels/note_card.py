"""The selected note: its words, colour and tags to be changed, who wrote it and when, what it marks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.actions.noop import QT_TRANSLATE_NOOP
from gui.actions.words import NOTE_TYPES, field_word, word
from gui.panels.cells import PageLabel, page_phrase
from gui.panels.editors import LineEditor, ListEditor, TextEditor
from gui.panels.history_lines import time_words
from gui.panels.look import FIELD, QUIET, TITLE, dress, give_icon, give_role
from gui.style.colours import NOTE_COLOURS, note_colour

COLOUR_WORDS = (
    QT_TRANSLATE_NOOP("card", "黄"),
    QT_TRANSLATE_NOOP("card", "绿"),
    QT_TRANSLATE_NOOP("card", "蓝"),
    QT_TRANSLATE_NOOP("card", "粉"),
    QT_TRANSLATE_NOOP("card", "朱红"),
)
"""Names of the colours a note can have, beside `NOTE_COLOURS`."""


def swatch(colour: QColor, size: int = 16) -> QIcon:
    """A square of a colour with a quiet edge."""
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.fill(colour)
    painter = QPainter(pixmap)
    painter.setPen(QColor(0, 0, 0, 90))
    painter.drawRect(0, 0, size * 2 - 1, size * 2 - 1)
    painter.end()
    pixmap.setDevicePixelRatio(2.0)
    return QIcon(pixmap)


class NoteCard(QScrollArea):
    """One note. Says what the user wants; changes nothing itself."""

    changed = Signal(str, object)  # text, color or tags, and the new value
    delete_wanted = Signal()
    finished = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item_id = ""
        self.text = TextEditor(lines=3)
        self.tags: LineEditor = ListEditor()
        self._where = QLabel()
        self._who = QLabel()
        self._quote = QLabel()
        self._colours = QButtonGroup(self)
        self._delete = QPushButton(self.tr("删除批注"))
        self._build()

    def show_note(self, note: Any, view: Any, label: PageLabel) -> None:
        """Show a note; what is being typed in the same note is left alone."""
        is_same = note.id == self.item_id
        self.item_id = note.id
        where = page_phrase(note.places, label)
        self._where.setText(f"{word(NOTE_TYPES.get(note.type, note.type))} · {where}")
        name = view.person_name(note.author)
        self._who.setText(" ".join(part for part in (name, time_words(note.changed_at)) if part))
        self._quote.setText(f"“{note.quote}”" if note.quote else "")
        self._quote.setVisible(bool(note.quote))
        if not (is_same and self.text.widget.hasFocus() and self.text.is_changed()):
            self.text.show_value(note.text)
        self.tags.show_value(note.tags)
        shown = note_colour(note.color, note.type).name()
        for button in self._colours.buttons():
            button.setChecked(button.property("colour") == shown)

    def edit(self) -> None:
        """Put the caret into the words."""
        self.text.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.text.moveCursor(self.text.text.textCursor().MoveOperation.End)

    def commit(self) -> None:
        """Say what is typed but not yet said."""
        self.text.commit()
        self.tags.commit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            dress(self)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("所选批注"))
        give_role(self._where, TITLE)
        give_role(self._who, QUIET)
        give_role(self._quote, QUIET)
        for label in (self._quote, self._who):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setWordWrap(True)
        self.text.text.setPlaceholderText(self.tr("写下意见，Ctrl+Enter 完成"))
        self.text.widget.setAccessibleName(field_word("note", "text"))
        self.tags.line.setPlaceholderText(self.tr("用顿号分开"))
        self.tags.widget.setAccessibleName(field_word("note", "tags"))
        give_icon(self._delete, "delete")
        self._delete.clicked.connect(self.delete_wanted.emit)
        for editor, field in ((self.text, "text"), (self.tags, "tags")):
            editor.committed.connect(lambda value, field=field: self.changed.emit(field, value))
            editor.finished.connect(self.finished)
        inside = QWidget()
        self._lay_out(QVBoxLayout(inside))
        self.setWidget(inside)

    def _lay_out(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._where)
        head.addStretch(1)
        head.addWidget(self._who)
        column.addLayout(head)
        column.addWidget(self._quote)
        column.addWidget(self.text.widget)
        tags = QLabel(field_word("note", "tags"))
        tags.setBuddy(self.tags.widget)
        give_role(tags, FIELD)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(tags)
        row.addWidget(self.tags.widget, 1)
        column.addLayout(row)
        last = QHBoxLayout()
        last.setSpacing(4)
        for colour, source in zip(NOTE_COLOURS, COLOUR_WORDS, strict=True):
            last.addWidget(self._colour_button(colour, QCoreApplication.translate("card", source)))
        last.addStretch(1)
        last.addWidget(self._delete)
        column.addLayout(last)
        column.addStretch(1)

    def _colour_button(self, colour: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(swatch(QColor(colour)))
        button.setIconSize(QSize(16, 16))
        button.setCheckable(True)
        button.setProperty("colour", colour)
        button.setToolTip(words)
        button.setAccessibleName(self.tr("颜色：{name}").format(name=words))
        button.clicked.connect(lambda: self.changed.emit("color", colour))
        self._colours.addButton(button)
        return button

"""The selected note: its words, look, tags and what it is about to be changed, what was done with it, its replies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.editing import verbs_notes, verbs_threads
from engine.editing.edit import Edit
from engine.editing.session import Session
from engine.editing.threads import replies_to, tags_in_use
from gui.actions.words import NOTE_STATES, NOTE_TYPES, field_word, listed, word
from gui.panels.card.about_row import AboutRow
from gui.panels.card.note_dispute import NoteDispute
from gui.panels.card.reply_box import ReplyBox
from gui.panels.fields.editors import ListEditor, TextEditor
from gui.panels.fields.note_colours import colour_name, swatch
from gui.panels.fields.suggestions import Proposer
from gui.panels.lists.note_rows import state_words
from gui.panels.words.cells import PageLabel, page_phrase
from gui.panels.words.history_lines import time_words
from gui.panels.words.look import FIELD, HUMAN, QUIET, TITLE, dress, give_icon, give_role
from gui.style.colours import NOTE_COLOURS, note_colour

STATES = (("accepted", "1"), ("declined", "2"), ("done", "3"))
TEXT_TYPES = ("highlight", "underline", "strike")
"""Looks that one note can change between: marks of text."""

Making = Callable[[Session, str], Edit]
"""Makes an edit of the note shown."""


class NoteCard(QScrollArea):
    """One note. Says what the user wants; changes nothing itself."""

    changed = Signal(str, object)  # text, type, color, tags or about, and the new value
    wanted = Signal(object)  # Making
    value_chosen = Signal(str, object)  # a conflict, the value that is to be
    delete_wanted = Signal()
    jump_wanted = Signal(str)
    finished = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item_id = ""
        self._view: Any = None
        self.text = TextEditor(lines=2)
        self.tags = ListEditor()
        self.about = AboutRow()
        self.dispute = NoteDispute()
        self.replies = ReplyBox()
        self.type = QComboBox()
        self._where = QLabel()
        self._who = QLabel()
        self._quote = QLabel()
        self._others = QLabel()
        self._colours = QButtonGroup(self)
        self.states = {state: self._state_button(state, key) for state, key in STATES}
        self._delete = QPushButton(self.tr("删除批注"))
        self._build()
        self._connect()

    def show_note(self, note: Any, view: Any, label: PageLabel) -> None:
        """Show a note; what is being typed in the same note is left alone."""
        is_same = note.id == self.item_id
        self.item_id, self._view = note.id, view
        self._where.setText(page_phrase(note.places, label) if note.is_placed else word(NOTE_STATES["unplaced"]))
        give_role(self._where, TITLE if note.is_placed else HUMAN)
        name = view.person_name(note.author)
        self._who.setText(" ".join(part for part in (name, time_words(note.changed_at)) if part))
        self._quote.setText(f"“{note.quote}”" if note.quote else "")
        self._quote.setVisible(bool(note.quote))
        if not (is_same and self.text.widget.hasFocus() and self.text.is_changed()):
            self.text.show_value(note.text)
        if not (is_same and self.tags.widget.hasFocus() and self.tags.is_changed()):
            self.tags.show_value(note.tags)
        self.dispute.show_note(note, view, label)
        self._show_look(note)
        self.about.show_note(note, view)
        self._show_states(note, view)
        self.replies.show_replies(replies_to(view, note.id), view, is_same=is_same)

    def edit(self) -> None:
        """Put the caret into the words."""
        self.text.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.text.moveCursor(self.text.text.textCursor().MoveOperation.End)

    def reply(self) -> None:
        """Put the caret into a new reply."""
        self.ensureWidgetVisible(self.replies.editor.widget)
        self.replies.edit()

    def commit(self) -> None:
        """Say what is typed but not yet said; an answer that was not sent is kept in its field."""
        self.text.commit()
        self.tags.commit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            dress(self)

    def _show_look(self, note: Any) -> None:
        types = TEXT_TYPES if note.type in TEXT_TYPES else (note.type,)
        if [self.type.itemData(at) for at in range(self.type.count())] != list(types):
            self.type.clear()
            for one in types:
                self.type.addItem(word(NOTE_TYPES.get(one, one)), one)
        self.type.setCurrentIndex(types.index(note.type))
        self.type.setEnabled(len(types) > 1)
        shown = note_colour(note.color, note.type).name()
        for button in self._colours.buttons():
            button.setChecked(button.property("colour") == shown)

    def _show_states(self, note: Any, view: Any) -> None:
        own = note.states.get(view.person)
        for state, button in self.states.items():
            button.setChecked(state == own)
        others = [one for one in state_words(note, view) if one not in {word(text) for text in NOTE_STATES.values()}]
        self._others.setText(listed(others))
        self._others.setVisible(bool(others))

    def _connect(self) -> None:
        for editor, field in ((self.text, "text"), (self.tags, "tags")):
            editor.committed.connect(lambda value, field=field: self.changed.emit(field, value))
            editor.finished.connect(self.finished)
        Proposer(self.tags.line, "tags", lambda _field: list(tags_in_use(self._view)) if self._view else [])
        self.dispute.decided.connect(self.value_chosen)
        self.type.activated.connect(lambda _at: self.changed.emit("type", self.type.currentData()))
        self.about.chosen.connect(lambda item: self.changed.emit("about", item))
        self.about.jump_wanted.connect(self.jump_wanted)
        self.replies.replied.connect(lambda words: self.wanted.emit(replying(words)))
        self.replies.changed.connect(lambda one, words: self.wanted.emit(rewording(one, words)))
        self.replies.deleted.connect(lambda one: self.wanted.emit(unsaying(one)))
        self.replies.finished.connect(self.finished)
        self._delete.clicked.connect(self.delete_wanted.emit)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("所选批注"))
        give_role(self._where, TITLE)
        for label in (self._who, self._quote, self._others):
            give_role(label, QUIET)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setWordWrap(True)
        self._others.setWordWrap(True)
        self.type.setAccessibleName(field_word("note", "type"))
        self.text.text.setPlaceholderText(self.tr("写下意见，Ctrl+Enter 完成"))
        self.text.widget.setAccessibleName(field_word("note", "text"))
        self.tags.line.setPlaceholderText(self.tr("用顿号分开"))
        self.tags.widget.setAccessibleName(field_word("note", "tags"))
        give_icon(self._delete, "delete")
        inside = QWidget()
        self._lay_out(QVBoxLayout(inside))
        self.setWidget(inside)

    def _lay_out(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addLayout(_row(self._where, None, self._who))
        column.addWidget(self._quote)
        column.addWidget(self.text.widget)
        column.addWidget(self.dispute)
        column.addLayout(_row(*self.states.values()))
        column.addWidget(self._others)
        column.addWidget(self.replies)
        look = [self.type, *(self._colour_button(at) for at in range(len(NOTE_COLOURS))), None, self._delete]
        tags = QLabel(field_word("note", "tags"))
        tags.setBuddy(self.tags.widget)
        give_role(tags, FIELD)
        lines = QGridLayout()
        lines.setHorizontalSpacing(8)
        lines.setVerticalSpacing(8)
        for at, (label, field) in enumerate(((tags, self.tags.widget), (self.about.label, self.about))):
            lines.addWidget(label, at, 0)
            lines.addWidget(field, at, 1)
        column.addLayout(lines)
        column.addLayout(_row(*look))
        column.addStretch(1)

    def _colour_button(self, at: int) -> QToolButton:
        colour, words = NOTE_COLOURS[at], colour_name(at)
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

    def _state_button(self, state: str, key: str) -> QToolButton:
        words = word(NOTE_STATES[state])
        button = QToolButton()
        button.setText(f"{words} {key}")
        button.setToolTip(f"{words} ({key})")
        button.setAccessibleName(words)
        button.setCheckable(True)
        policy = button.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        button.setSizePolicy(policy)
        button.clicked.connect(lambda is_on: self.wanted.emit(deciding(state if is_on else None)))
        return button


def replying(words: str) -> Making:
    """Answer the note."""
    return lambda session, note: verbs_notes.reply(session.view, note=note, text=words, by=session.person.id)


def rewording(reply: str, words: str) -> Making:
    """Re-word one's own reply."""
    return lambda session, _note: verbs_threads.change_reply(
        session.view, reply=reply, text=words, by=session.person.id
    )


def unsaying(reply: str) -> Making:
    """Take one's own reply back."""
    return lambda session, _note: verbs_threads.delete_reply(session.view, reply=reply, by=session.person.id)


def deciding(state: str | None) -> Making:
    """Say what was done with the note."""
    return lambda session, note: verbs_notes.set_note_state(session.view, note=note, state=state, by=session.person.id)


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets beside each other; None takes what is left."""
    row = QHBoxLayout()
    row.setSpacing(4)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row

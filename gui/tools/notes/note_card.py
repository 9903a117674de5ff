"""The card beside a note on the page: its words, tags and colour, who wrote it, its replies, its deletion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from gui.actions.words import NOTE_TYPES, word
from gui.bridge.document import OpenDocument
from gui.pages.view import PageView
from gui.panels.fields.note_colours import colour_name
from gui.panels.words.history_lines import time_words
from gui.style.colours import NOTE_COLOURS, note_colour
from gui.style.floating import make_floating, take_own_ground
from gui.tools.notes.beside import place_beside
from gui.tools.words.writing import change_colour, change_tags, change_words, remove_note

_WIDTH, _LINES = 320, 4
_SEPARATORS = str.maketrans(dict.fromkeys("，,；;", "、"))


class NoteCard(QFrame):
    """Shown for the selected note; what is typed is kept at once and undone as one step."""

    replies_wanted = Signal()

    def __init__(self, view: Any, rects: Callable[[str], list[QRect]] | None = None) -> None:
        """`rects` tells where a note shows in the view's viewport; without it that of pages is looked for."""
        super().__init__(view.viewport())
        self._view = view
        self._rects = rects if rects is not None else lambda note: page_rects(view, note)
        self._note = ""
        self._document: OpenDocument | None = None
        make_floating(self)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("批注"))
        self.setFixedWidth(_WIDTH)
        self.head = QLabel()
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words = QPlainTextEdit()
        self.tags = QLineEdit()
        self.colours = QButtonGroup(self)
        self.replies = QToolButton()
        self._build()
        self.hide()
        view.moved.connect(self._follow)

    @property
    def note(self) -> str:
        """Id of the note shown, "" for none."""
        return self._note

    def show_note(self, document: OpenDocument, note: str, *, is_writing: bool = False) -> None:
        """Show a note's card beside its mark; `is_writing` puts the caret into it."""
        record = document.session.view.note(note)
        if record is None or record.deleted:
            self.put_away()
            return
        self._document, self._note = document, note
        take_own_ground(self)
        parts = (word(NOTE_TYPES.get(record.type, record.type)), document.session.view.person_name(record.author))
        self.head.setText(" · ".join(part for part in (*parts, time_words(record.changed_at)) if part))
        self.head.setToolTip(self.head.text())
        if self.words.toPlainText() != record.text:
            self.words.blockSignals(True)  # noqa: FBT003
            self.words.setPlainText(record.text)
            self.words.blockSignals(False)  # noqa: FBT003
        if not self.tags.hasFocus():
            self.tags.setText("、".join(record.tags))
        shown = note_colour(record.color, record.type).name()
        for button in self.colours.buttons():
            button.setChecked(button.property("colour") == shown)
        count = sum(one.reply_to == note for one in document.session.view.notes)
        self.replies.setText(self.tr("{count} 条回复").format(count=count))
        self.replies.setVisible(count > 0)
        self.adjustSize()
        self.show()
        self._follow()
        self.raise_()
        if is_writing:
            self.words.setFocus()

    def put_away(self) -> None:
        """Hide the card; the page takes the keys back."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._note = ""
        self.hide()
        if had_focus:
            self._view.setFocus()
        if self._document is not None and self._document.session is not None:
            self._document.session.end_merging()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_done = is_return and (watched is self.tags or event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or is_done:
            self.put_away()
            return True
        return False

    def _build(self) -> None:
        self.words.setPlaceholderText(self.tr("写下意见，Ctrl+Enter 完成"))
        self.words.setAccessibleName(self.tr("批注内容"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(self.words.fontMetrics().lineSpacing() * _LINES + 16)
        self.words.textChanged.connect(self._on_typed)
        self.tags.setPlaceholderText(self.tr("标签，用顿号分开"))
        self.tags.setAccessibleName(self.tr("标签"))
        self.tags.textEdited.connect(self._on_tags)
        for editor in (self.words, self.tags):
            editor.installEventFilter(self)
        self.replies.setAutoRaise(True)
        self.replies.clicked.connect(self.replies_wanted)
        first = QHBoxLayout()
        first.addWidget(self.head, 1)
        first.addWidget(self.replies)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self.words)
        column.addWidget(self.tags)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for at, name in enumerate(NOTE_COLOURS):
            said = colour_name(at)
            dot = QToolButton()
            dot.setIcon(_dot(name))
            dot.setAutoRaise(True)
            dot.setCheckable(True)
            dot.setProperty("colour", name)
            dot.setToolTip(said)
            dot.setAccessibleName(self.tr("颜色 {name}").format(name=said))
            dot.clicked.connect(lambda _checked=False, name=name: self._on_coloured(name))
            self.colours.addButton(dot)
            row.addWidget(dot)
        row.addStretch(1)
        self.delete_button, self.done_button = QToolButton(), QToolButton()
        self.delete_button.setText(self.tr("删除"))
        self.delete_button.clicked.connect(self._on_deleted)
        self.done_button.setText(self.tr("完成"))
        self.done_button.clicked.connect(self.put_away)
        for button in (self.delete_button, self.done_button):
            button.setAutoRaise(True)
            row.addWidget(button)
        return row

    def _on_typed(self) -> None:
        if self._document is not None and self._note:
            change_words(self._document, self._note, self.words.toPlainText())

    def _on_tags(self) -> None:
        if self._document is None or not self._note:
            return
        typed = self.tags.text().translate(_SEPARATORS).split("、")
        tags = [tag.strip() for tag in typed if tag.strip()]
        note = self._document.session.view.note(self._note)
        if note is not None and not note.deleted and list(note.tags) != tags:
            change_tags(self._document, self._note, tags)

    def _on_coloured(self, name: str) -> None:
        if self._document is not None and self._note:
            change_colour(self._document, self._note, name)

    def _on_deleted(self) -> None:
        document, note = self._document, self._note
        self.put_away()
        if document is not None and note:
            remove_note(document, note)

    def _follow(self) -> None:
        """Beside the note's marks as they show now; out of sight when they are."""
        taken = self._rects(self._note) if self._note else []
        if not taken:
            return
        viewport = self._view.viewport().rect()
        is_near = any(rect.intersects(viewport) for rect in taken)
        self.setVisible(is_near)
        if is_near:
            self.move(place_beside(self.size(), taken, viewport))


def page_rects(view: PageView, note: str) -> list[QRect]:
    """Where a note shows on the pages, in viewport pixels."""
    taken = []
    for mark in view.supply.marks.of_item(note) if view.supply is not None else ():
        sheet, geometry = view.camera.page_box(mark.page - 1), view.camera.geometry(mark.page - 1)
        for box in mark.boxes:
            left, top, right, low = geometry.box_to_view(box)
            rect = QRect(round(left), round(top), round(right - left), round(low - top))
            taken.append(rect.translated(round(sheet.left), round(sheet.bottom)))
    return taken


def _dot(name: str) -> QIcon:
    side = 16
    picture = QPixmap(QSize(2 * side, 2 * side))
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 90))
    painter.setBrush(QColor(name))
    painter.drawEllipse(2, 2, side - 4, side - 4)
    painter.end()
    return QIcon(picture)

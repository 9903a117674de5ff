"""The card beside a note on the page: its words, its colour, its deletion."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QToolButton, QVBoxLayout

from gui.bridge.document import OpenDocument
from gui.pages.view import PageView
from gui.style.colours import NOTE_COLOURS
from gui.tools.writing import change_colour, change_words, remove_note

_WIDTH, _HEIGHT = 280, 176
_GAP = 12


class NoteCard(QFrame):
    """Shown for the selected note; what is typed is kept at once and undone as one step."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._note = ""
        self._document: OpenDocument | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.head = QLabel()
        self.words = QPlainTextEdit()
        self.words.setPlaceholderText(self.tr("写下意见，Ctrl+Enter 完成"))
        self.words.setAccessibleName(self.tr("批注内容"))
        self.words.setTabChangesFocus(True)
        self.words.textChanged.connect(self._on_typed)
        self.words.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.words, 1)
        column.addLayout(self._foot())
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
        own = QPalette()
        own.setColor(
            QPalette.ColorRole.Base, own.color(QPalette.ColorRole.Base)
        )  # said outright, not the grey of the desk
        self.setPalette(own)
        author = document.session.view.person_name(record.author)
        self.head.setText(self.tr("批注 · {author}").format(author=author) if author else self.tr("批注"))
        if self.words.toPlainText() != record.text:
            self.words.blockSignals(True)  # noqa: FBT003
            self.words.setPlainText(record.text)
            self.words.blockSignals(False)  # noqa: FBT003
        self.show()
        self._follow()
        self.raise_()
        if is_writing:
            self.words.setFocus()

    def put_away(self) -> None:
        """Hide the card; the next typing is another step of the history."""
        if self._document is not None and self._document.session is not None:
            self._document.session.end_merging()
        had_focus = self.words.hasFocus()
        self._note = ""
        self.hide()
        if had_focus:
            self._view.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.put_away()
            return True
        return False

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for name in NOTE_COLOURS:
            dot = QToolButton()
            dot.setIcon(_dot(name))
            dot.setAutoRaise(True)
            dot.setToolTip(self.tr("换颜色"))
            dot.setAccessibleName(self.tr("颜色 {name}").format(name=name))
            dot.clicked.connect(lambda _checked=False, name=name: self._on_coloured(name))
            row.addWidget(dot)
        row.addStretch(1)
        delete = QToolButton()
        delete.setText(self.tr("删除"))
        delete.setAutoRaise(True)
        delete.clicked.connect(self._on_deleted)
        done = QToolButton()
        done.setText(self.tr("完成"))
        done.setAutoRaise(True)
        done.clicked.connect(self.put_away)
        self.delete_button, self.done_button = delete, done
        row.addWidget(delete)
        row.addWidget(done)
        return row

    def _on_typed(self) -> None:
        if self._document is not None and self._note:
            change_words(self._document, self._note, self.words.toPlainText())

    def _on_coloured(self, name: str) -> None:
        if self._document is not None and self._note:
            change_colour(self._document, self._note, name)

    def _on_deleted(self) -> None:
        document, note = self._document, self._note
        self.put_away()
        if document is not None and note:
            remove_note(document, note)

    def _follow(self) -> None:
        supply = self._view.supply
        if not self._note or supply is None:
            return
        marks = supply.marks.of_item(self._note)
        if not marks:
            return
        camera = self._view.camera
        sheet = camera.page_box(marks[-1].page - 1)
        box = camera.geometry(marks[-1].page - 1).box_to_view(marks[-1].boxes[-1])
        viewport = self._view.viewport()
        left = min(sheet.left + box.right + _GAP, viewport.width() - _WIDTH - _GAP)
        top = sheet.bottom + box.top + _GAP
        if top + _HEIGHT > viewport.height() - _GAP:
            top = sheet.bottom + box.bottom - _HEIGHT - _GAP
        is_near = -_HEIGHT < top < viewport.height()
        self.setVisible(is_near)
        self.move(round(max(_GAP, left)), round(max(_GAP, top)))


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

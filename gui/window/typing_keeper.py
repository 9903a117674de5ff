"""What is typed into a field and not left yet is said after a short pause, so that the journal has it should the
program be killed. Typing stays one step of the history, and Escape still takes all of it back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from gui.bridge.document import OpenDocument
from gui.panels.editors import FieldEditor, LineEditor, TextEditor

PAUSE = 1000  # milliseconds without a key
_KEPT = "typing kept"


class TypingKeeper(QObject):
    """Follows the focus of one frame; before a save everything typed is said at once."""

    def __init__(self, frame: Any) -> None:
        super().__init__(frame)
        self._frame = frame
        self._is_typing = False
        self._before: object = None  # what the editor showed before the first key
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._on_pause)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        frame.document_changed.connect(self.set_document)
        self.set_document(frame.document)

    def set_document(self, document: OpenDocument | None) -> None:
        """Follow a document."""
        self._end()
        if document is not None:
            document.about_to_save.connect(self._say)
            document.selection_changed.connect(self._end)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        key = event.key() if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else None
        editor = self._editor() if key == Qt.Key.Key_Escape else None
        if editor is not None and self._is_typing:
            words = "" if self._before is None else str(self._before)
            _put(editor.widget, words)
            editor.commit()
            self._end()
        return False

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._end()
        editor = _editor_of(new) if new is not None and self._frame.isAncestorOf(new) else None
        if editor is not None and not editor.widget.property(_KEPT):
            editor.widget.setProperty(_KEPT, True)  # noqa: FBT003 - a property's value
            editor.widget.installEventFilter(self)  # asked before the editor's own
            _typed(editor.widget).connect(self._on_typed)

    def _on_typed(self) -> None:
        editor = self._editor()
        if editor is not None:
            if not self._is_typing:
                self._is_typing, self._before = True, editor.shown
            self._pause.start()

    def _on_pause(self) -> None:
        """Say it where saying it leaves the text as it is: no blank at its ends."""
        editor = self._editor()
        if editor is not None and _text(editor.widget) == _text(editor.widget).strip():
            editor.commit()

    def _say(self) -> None:
        editor = self._editor()
        if editor is not None and self._is_typing:
            editor.commit()

    def _end(self, *_: object) -> None:
        self._pause.stop()
        self._is_typing = False

    def _editor(self) -> FieldEditor | None:
        """The editor that has the focus, in this frame."""
        focus = QApplication.focusWidget()
        return _editor_of(focus) if focus is not None and self._frame.isAncestorOf(focus) else None


def _editor_of(widget: QWidget) -> FieldEditor | None:
    """The editor of a widget that takes words as they are; numbers and lists are read when they are whole."""
    for child in widget.children():
        if type(child) in (LineEditor, TextEditor):
            assert isinstance(child, FieldEditor)  # noqa: S101 - told by its type
            return child
    return None


def _typed(widget: QWidget) -> Any:
    return widget.textEdited if isinstance(widget, QLineEdit) else getattr(widget, "textChanged")  # noqa: B009


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else ""


def _put(widget: QWidget, words: str) -> None:
    if isinstance(widget, QLineEdit):
        widget.setText(words)
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(words)

"""What is typed into a field and not left yet is said after a short pause, so that the journal has it should the
program be killed. Typing stays one step of the history, and Escape still takes all of it back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui.bridge.document import OpenDocument
from gui.panels.fields.editors import FieldEditor, LineEditor, TextEditor
from gui.panels.fields.phrase import PhraseEditor

PAUSE = 1000  # milliseconds without a key
_KEPT = "typing kept"


class TypingKeeper(QObject):
    """Follows the focus of one frame; before a save everything typed is said at once."""

    def __init__(self, frame: Any) -> None:
        super().__init__(frame)
        self._frame = frame
        self._is_typing = False
        self._before: object = None  # what the editor showed before the first key
        self._said = ""  # the merge key of what was said of a phrase meanwhile
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
            self._take_back(editor)
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
        """Say it where saying it leaves the text as it is: no blank at its ends, a number or a phrase that is whole."""
        editor = self._editor()
        if editor is not None and editor.is_whole():
            self._commit(editor)

    def _say(self) -> None:
        editor = self._editor()
        if editor is not None and self._is_typing and (type(editor) in _OF_WORDS or editor.is_whole()):
            self._commit(editor)

    def _commit(self, editor: FieldEditor) -> None:
        editor.commit()
        if isinstance(editor, PhraseEditor):
            self._said = self._last_key()

    def _take_back(self, editor: FieldEditor) -> None:
        """What the field held before the first key. A phrase has set several fields: that step is undone."""
        editor.put_back(self._before)
        if not isinstance(editor, PhraseEditor):
            editor.commit()
        elif self._said and self._said == self._last_key():
            editor.shown = self._before
            self._frame.document.undo()

    def _last_key(self) -> str:
        """The merge key of the last step."""
        document = self._frame.document
        steps = document.session.steps if document is not None and document.session is not None else ()
        return str(steps[-1].merge_key or "") if steps else ""

    def _end(self, *_: object) -> None:
        self._pause.stop()
        self._is_typing, self._said = False, ""

    def _editor(self) -> FieldEditor | None:
        """The editor that has the focus, in this frame."""
        focus = QApplication.focusWidget()
        return _editor_of(focus) if focus is not None and self._frame.isAncestorOf(focus) else None


def _editor_of(widget: QWidget) -> FieldEditor | None:
    """The editor of a widget that is typed into."""
    for child in widget.children():
        if isinstance(child, LineEditor | TextEditor):
            return child
    return None


_OF_WORDS = (LineEditor, TextEditor)  # take everything as it is typed


def _typed(widget: QWidget) -> Any:
    return widget.textEdited if isinstance(widget, QLineEdit) else getattr(widget, "textChanged")  # noqa: B009

"""Selected text to the clipboard, plain or with its source."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from gui.bridge.document import OpenDocument
from gui.pages.surface import Selected
from gui.panels.words.announce import announce
from gui.tools.words.citing import citation, title_in_force
from gui.tools.words.front import Front
from gui.tools.words.gathering import Gathering


class Copying(QObject):
    """Copies what is selected in the view in front."""

    def __init__(self, front: Front, gathering: Gathering) -> None:
        super().__init__(gathering)
        self._front = front
        self._gathering = gathering

    def copy(self) -> None:
        """The words alone."""
        self._gathering.whole(self._front.selection, lambda selection: self._put(selection.text()))

    def copy_cited(self) -> None:
        """The words with title and page."""
        document = self._front.document
        if document is not None:
            self._gathering.whole(self._front.selection, lambda selection: self._put_cited(document, selection))

    def _put_cited(self, document: OpenDocument, selection: Selected) -> None:
        session = document.session
        title = title_in_force(session.view.front("title") if session is not None else None, document.file_name)
        pages = [part[0] for part in selection.parts()]
        words = selection.text()
        self._put(citation(words, title, pages, document.label) if words.strip() else "")

    def _put(self, words: str) -> None:
        if words:
            QGuiApplication.clipboard().setText(words)
            announce(self._front.widget, self.tr("已复制"))

"""Answers to the actions of files: open, the sample, save, close, undo, recognise anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QFileDialog

import resources
from gui.bridge.document import OpenDocument
from gui.window.recent import RecentFiles

SAMPLE = Path(resources.__file__).parent / "samples" / "智慧城市建设讲话.pdf"


class FileDesk(QObject):
    """Opens and closes the documents of one frame."""

    def __init__(self, frame: Any) -> None:
        super().__init__(frame)
        self._frame = frame
        self.recent = RecentFiles(frame.settings)
        frame.document_changed.connect(self.set_document)
        self.set_document(frame.document)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions call, by action id."""
        return {
            "file.open": self.open_file,
            "file.open-beside": self.open_beside,
            "file.new-window": lambda: self._frame.windows.open_start(None, beside=self._frame),
            "file.clear-recent": self.recent.clear,
            "file.sample": lambda: self._frame.open_path(SAMPLE),
            "file.save": lambda: self._with(OpenDocument.save_now),
            "file.close": self.close_file,
            "file.quit": self._frame.windows.quit,
            "edit.undo": lambda: self._with(OpenDocument.undo),
            "edit.redo": lambda: self._with(OpenDocument.redo),
            "tools.reparse": lambda: self._with(OpenDocument.reparse),
        }

    def set_document(self, document: OpenDocument | None) -> None:
        """Remember a document among the recent ones once it is seen to be one."""
        if document is None:
            return
        if document.is_open:
            self._on_opened()
        else:
            document.opened.connect(self._on_opened)

    def open_file(self) -> None:
        """Ask for a file and open it here."""
        name, _ = QFileDialog.getOpenFileName(self._frame, self.tr("打开"), self.folder(), pdf_filter())
        if name:
            self._frame.settings.setValue("folder", str(Path(name).parent))
            self._frame.open_path(Path(name))

    def open_beside(self) -> None:
        """Ask for files and open each in a window of its own."""
        names, _ = QFileDialog.getOpenFileNames(self._frame, self.tr("在新窗口中打开"), self.folder(), pdf_filter())
        for name in names:
            self._frame.settings.setValue("folder", str(Path(name).parent))
            self._frame.windows.open_path(Path(name), beside=self._frame)

    def folder(self) -> str:
        """Where to look for files first: beside the document, else where the last one was."""
        document = self._frame.document
        return str(document.path.parent) if document is not None else str(self._frame.settings.value("folder") or "")

    def close_file(self) -> None:
        """Back to the start page; with other windows open the window goes too."""
        if len(self._frame.windows.frames) > 1:
            self._frame.close()
        elif self._frame.close_document():
            self._frame.show_start_page()

    def _with(self, verb: Callable[[OpenDocument], object]) -> None:
        if self._frame.document is not None:
            verb(self._frame.document)

    def _on_opened(self) -> None:
        document = self._frame.document
        if document is not None and document.path != SAMPLE:
            QTimer.singleShot(0, lambda: self.recent.add(document.path))


def pdf_filter() -> str:
    """What dialogs that ask for a PDF offer."""
    return QCoreApplication.translate("FileDesk", "PDF 文件 (*.pdf *.PDF)")

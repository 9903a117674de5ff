"""Answers to the actions that bring reviews in, take versions back and clear what this computer keeps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from engine.settings import Settings
from engine.storage.store import shelf_of
from gui.bridge.document import OpenDocument
from gui.dialogs.local_records import LocalRecordsDialog
from gui.dialogs.versions import VersionsDialog

OFFICE = "office.folder"


class ReviewDesk(QObject):
    """What reviews of one frame's document are asked for; `open_*` shows a dialog without blocking and returns it."""

    def __init__(self, frame: Any) -> None:
        super().__init__(frame)
        self._frame = frame

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions call, by action id."""
        return {
            "file.carry-over": self.carry_over,
            "file.import-review": self.import_review,
            "file.versions": self.open_versions,
            "tools.local-records": self.open_local_records,
            "tools.office-folder": self.choose_office_folder,
        }

    def carry_over(self) -> None:
        """Ask for the former draft, its PDF or its review, and take over what did not change."""
        path = self._asked(self.tr("选择上一稿的 PDF 或它的核对记录"))
        if path is not None and self._document is not None:
            self._document.taking_over.carry_over(path)

    def import_review(self) -> None:
        """Ask for a colleague's review and merge it."""
        path = self._asked(self.tr("选择同事的核对记录，或旁边放着它的 PDF"))
        if path is not None and self._document is not None:
            self._document.taking_over.import_from(path)

    def open_versions(self) -> VersionsDialog | None:
        """Show the versions kept of the open document."""
        document = self._document
        if document is None or document.session is None or document.taking_over is None:
            return None
        dialog = VersionsDialog(document, self._frame)
        dialog.chosen.connect(document.taking_over.restore)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def open_local_records(self) -> LocalRecordsDialog:
        """Show what this computer keeps."""
        dialog = LocalRecordsDialog(shelf_of(Settings.load()), self._frame)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def choose_office_folder(self) -> None:
        """Ask where the office's lists stand, and understand the document anew by them."""
        settings = Settings.load()
        if settings.is_fixed(OFFICE):
            self._tell("office-fixed", {"file": settings.text(OFFICE)})
            return
        words = self.tr("选择放本单位名单（units.csv、silence.tsv）的文件夹")
        name = QFileDialog.getExistingDirectory(self._frame, words, settings.text(OFFICE))
        if not name:
            return
        settings.set(OFFICE, name)
        self._tell("office-chosen", {"file": name})
        if self._document is not None:
            self._document.reparse()

    @property
    def _document(self) -> OpenDocument | None:
        document: OpenDocument | None = self._frame.document
        return document

    def _asked(self, title: str) -> Path | None:
        document = self._document
        if document is None or document.taking_over is None:
            return None
        kinds = self.tr("PDF 和核对记录 (*.pdf *.PDF *.piyue.json *.json)")
        name, _ = QFileDialog.getOpenFileName(self._frame, title, str(document.path.parent), kinds)
        return Path(name) if name else None

    def _tell(self, code: str, values: dict[str, str]) -> None:
        if self._document is not None:
            self._document.noticed.emit(code, values)

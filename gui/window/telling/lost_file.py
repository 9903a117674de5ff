"""Tells that the PDF is not where it was opened from any more, and saves it from memory to where the user wants it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from gui.bridge.document import OpenDocument

_TOPIC = "lost"


class LostFile(QObject):
    """Of one frame; `notices` say it."""

    def __init__(self, frame: Any, notices: Any) -> None:
        super().__init__(notices)
        self._frame = frame
        self._notices = notices

    def tell(self, document: OpenDocument) -> None:
        """The file is gone."""
        words = self.tr(
            "“{name}”不在原处了：可能被删除、改名或移走，也可能是共享文件夹断开了。"
            "这里还可以照常看、照常核对；要留住这份 PDF，请另存。"
        ).format(name=document.path.name)
        choices = ((self.tr("另存这份 PDF…"), lambda: self._save(document)),)
        self._notices.say(_TOPIC, words, is_warning=True, choices=choices)

    def take_back(self) -> None:
        """The file is there again."""
        self._notices.drop(_TOPIC)

    def _save(self, document: OpenDocument) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._frame, self.tr("另存这份 PDF"), str(document.path), self.tr("PDF 文件 (*.pdf)")
        )
        if name:
            self.save(document, Path(name if name.lower().endswith(".pdf") else f"{name}.pdf"))

    def save(self, document: OpenDocument, path: Path) -> None:
        """Write the PDF as it was opened to a file."""
        again = ((self.tr("另存这份 PDF…"), lambda: self._save(document)),)
        try:
            path.write_bytes(_bytes_of(document))
        except OSError:
            words = self.tr("没有存成：“{file}”写不进去。请换一个文件夹，或者看看磁盘是否已满。").format(file=path)
            self._notices.say(_TOPIC, words, is_warning=True, choices=again)
            return
        there = ((self.tr("打开"), lambda: self._frame.open_path(path)),)
        words = self.tr("已存为 {file}").format(file=path)
        self._notices.say(_TOPIC, words, choices=there if path != document.path else ())


def _bytes_of(document: OpenDocument) -> bytes:
    """The PDF as the workers have it. Raises OSError where it cannot be had."""
    shared = document.reading.shared
    if shared is None:
        raise OSError
    return shared.copy()

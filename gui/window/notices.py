"""What the window says when something is in the way: in the place of the pages or in a banner above them, never in a
dialog over the work. The only question asked is whether work that could not be saved may be lost.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from gui.bridge.document import OpenDocument
from gui.dialogs.wording import Wording, wording
from gui.window.banner import Banner
from gui.window.message_page import MessagePage, open_label, retry_label

_RETRIABLE = {"file.missing", "file.unreadable", "worker.stopped", "pdf.empty"}


class Notices(QObject):
    """Messages of one frame."""

    def __init__(self, frame: Any, open_file: Callable[[], object]) -> None:
        super().__init__(frame)
        self._frame = frame
        self._open_file = open_file
        self._saving_banner: Banner | None = None
        frame.document_changed.connect(self.set_document)
        self.set_document(frame.document)

    def set_document(self, document: OpenDocument | None) -> None:
        self._saving_banner = None
        if document is None:
            return
        document.failed.connect(self._on_failed)
        document.parse_failed.connect(self._on_parse_failed)
        document.parse_finished.connect(self._on_parsed)
        document.save_state_changed.connect(self._on_saved)
        document.noticed.connect(self._on_noticed)
        if document.error is not None:
            self._on_failed(document.error)

    def may_abandon(self, document: OpenDocument) -> bool:
        """Ask whether a review that could not be saved may be left; the safe answer is the default."""
        words = error_words(document.save_error, document.file_name)
        box = QMessageBox(self._frame)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("核对记录没有保存"))
        box.setText(self.tr("“{name}”的核对记录没有保存。").format(name=document.file_name))
        box.setInformativeText(words.text)
        stay = box.addButton(self.tr("返回"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(self.tr("不保存，关闭"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is leave

    def _on_failed(self, error: Exception) -> None:
        document: OpenDocument | None = self._frame.document
        if document is None:
            return
        words = error_words(error, document.file_name)
        actions: list[tuple[str, Callable[[], object]]] = [(open_label(), self._open_file)]
        if getattr(error, "code", "") in _RETRIABLE:
            path = document.path
            actions.append((retry_label(), lambda: self._frame.open_path(path)))
        self._frame.area.show_instead(MessagePage(words, actions))

    def _on_parse_failed(self, error: Exception) -> None:
        document: OpenDocument | None = self._frame.document
        if document is None or getattr(error, "code", "") == "cancelled":
            return
        words = self.tr("识别没有完成，页面照常可看、可批注。")
        self._show(words, is_warning=True, action=(self.tr("重新识别"), document.reparse))

    def _on_parsed(self) -> None:
        document: OpenDocument | None = self._frame.document
        if document is not None and not document.has_text:
            self._show(
                self.tr("这份文件是扫描件，页面上没有文字，识别不出大纲和指标；可以照常看，用“方框”在页面上批注。"),
                is_warning=False,
            )

    def _on_saved(self, code: str, _values: dict[str, str]) -> None:
        document: OpenDocument | None = self._frame.document
        if code == "failed" and document is not None:
            words = error_words(document.save_error, document.file_name)
            if self._saving_banner is None or self._saving_banner.text != words.text:
                self._saving_banner = self._show(
                    words.text, is_warning=True, action=(self.tr("再试一次"), document.save_now)
                )
        elif code == "saved" and self._saving_banner is not None:
            if self._frame.area.banner is self._saving_banner:
                self._frame.area.show_banner(None)
            self._saving_banner = None

    def _on_noticed(self, code: str, values: dict[str, Any]) -> None:
        words = wording(code, values)
        self._show(words.text, is_warning=True)

    def _show(self, text: str, *, is_warning: bool, action: tuple[str, Callable[[], object]] | None = None) -> Banner:
        area = self._frame.area
        banner = Banner(text, is_warning=is_warning, on_close=lambda: area.show_banner(None), action=action)
        area.show_banner(banner)
        return banner


def error_words(error: Exception | None, name: str) -> Wording:
    """An error in the user's words."""
    return wording(getattr(error, "code", "unknown"), getattr(error, "values", None), file=name)

"""What the window says when something is in the way: in the place of the pages or in a banner above them, never in a
dialog over the work. The only question asked is whether work that could not be saved may be lost.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from gui.actions.noop import QT_TRANSLATE_NOOP
from gui.bridge.document import OpenDocument
from gui.dialogs.wording import Wording, wording
from gui.window.banner import Banner
from gui.window.message_page import MessagePage, open_label, retry_label

_SCHEMES = {"http", "https", "mailto"}
_RETRIABLE = {"file.missing", "file.unreadable", "worker.stopped", "pdf.empty"}


OPENING = {
    "damaged": QT_TRANSLATE_NOOP("Opening", "核对记录的文件已损坏，已另存一份，没有覆盖。现在看到的是能恢复的部分。"),
    "edited": QT_TRANSLATE_NOOP("Opening", "核对记录被别的程序改过，有 {count} 处不同，已照改过的打开。"),
    "newer": QT_TRANSLATE_NOOP("Opening", "核对记录是用较新版本的批阅保存的，这里只能查看。"),
    "unreadable": QT_TRANSLATE_NOOP("Opening", "核对记录“{file}”读不出来，这里只能查看，不会覆盖它。"),
    "recovered": QT_TRANSLATE_NOOP("Opening", "上次没有正常关闭，{steps} 步修改已找回。"),
    "kept-here": QT_TRANSLATE_NOOP("Opening", "找到了留在本机、还没有存到文件旁边的核对记录。"),
    "found-elsewhere": QT_TRANSLATE_NOOP("Opening", "核对记录是从“{file}”找到的。"),
    "copies": QT_TRANSLATE_NOOP("Opening", "同一份核对记录旁边有 {count} 个冲突副本，都还在，没有并进来。"),
    "in-use": QT_TRANSLATE_NOOP("Opening", "{name} 正在另一台电脑（{host}）上核对这份文件，双方的修改会自动合并。"),
    "same-text": QT_TRANSLATE_NOOP("Opening", "文件重新保存过，文字没有变，核对记录照常使用。"),
    "draft": QT_TRANSLATE_NOOP("Opening", "这是改过的一稿：没变的句子沿用上一稿的核对，变了的已改回待核。"),
    "foreign": QT_TRANSLATE_NOOP("Opening", "同名的核对记录属于另一份文件，没有使用，也不会覆盖它。"),
    "other-version": QT_TRANSLATE_NOOP("Opening", "核对记录是为这份文件的另一个版本做的。"),
}


class Notices(QObject):
    """Messages of one frame."""

    def __init__(self, frame: Any, open_file: Callable[[], object]) -> None:
        super().__init__(frame)
        self._frame = frame
        self._open_file = open_file
        self._saving_banner: Banner | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_file_changed)
        frame.document_changed.connect(self.set_document)
        self.set_document(frame.document)

    def set_document(self, document: OpenDocument | None) -> None:
        self._saving_banner = None
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        if document is None:
            return
        if document.path.exists():
            self._watcher.addPath(str(document.path))
        document.failed.connect(self._on_failed)
        document.parse_failed.connect(self._on_parse_failed)
        document.parse_finished.connect(self._on_parsed)
        document.save_state_changed.connect(self._on_saved)
        document.noticed.connect(self._on_noticed)
        if document.error is not None:
            self._on_failed(document.error)

    def offer_link(self, uri: str) -> None:
        """Show where a link leads, whole, and open it only when the reader says so."""
        words = self.tr("这个链接指向：{uri}").format(uri=uri)
        self._show(words, is_warning=False, action=(self.tr("在浏览器中打开"), lambda: self._open_link(uri)))

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
        if code in {"failed", "kept-here"} and document is not None:
            words = error_words(document.save_error, document.file_name)
            if self._saving_banner is None or self._saving_banner.text != words.text:
                self._saving_banner = self._show(
                    words.text, is_warning=True, action=(self.tr("再试一次"), document.save_now)
                )
        elif code == "saved" and self._saving_banner is not None:
            if self._frame.area.banner is self._saving_banner:
                self._frame.area.show_banner(None)
            self._saving_banner = None

    def _open_link(self, uri: str) -> None:
        self._frame.area.show_banner(None)
        if QUrl(uri).scheme() in _SCHEMES:
            QDesktopServices.openUrl(QUrl(uri))

    def _on_file_changed(self, name: str) -> None:
        document: OpenDocument | None = self._frame.document
        if document is None or str(document.path) != name or not document.path.exists():
            return
        path = document.path
        words = self.tr("“{name}”在别的程序里改过了，这里显示的还是原来的。").format(name=path.name)
        self._show(words, is_warning=False, action=(self.tr("重新打开"), lambda: self._frame.open_path(path)))

    def _on_noticed(self, code: str, values: dict[str, Any]) -> None:
        words = opening_words(code.removeprefix("opening."), values)
        if words:
            self._show(words, is_warning=True)

    def _show(self, text: str, *, is_warning: bool, action: tuple[str, Callable[[], object]] | None = None) -> Banner:
        area = self._frame.area
        banner = Banner(text, is_warning=is_warning, on_close=lambda: area.show_banner(None), action=action)
        area.show_banner(banner)
        return banner


def error_words(error: Exception | None, name: str) -> Wording:
    """An error in the user's words."""
    return wording(getattr(error, "code", "unknown"), getattr(error, "values", None), file=name)


def opening_words(code: str, values: dict[str, Any]) -> str:
    """What is said of how the review was found; "" for what needs no word."""
    source = OPENING.get(code, "")
    words = QCoreApplication.translate("Opening", source) if source else ""
    for name, value in values.items():
        words = words.replace("{" + name + "}", str(value))
    return words

"""What the window says when something is in the way: in the place of the pages or in a banner above them, never in a
dialog over the work. The only question asked is whether work that could not be saved may be lost.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from engine.errors import SidecarNewer
from engine.model.link import Link
from gui.bridge.disputes import disputed
from gui.bridge.document import OpenDocument
from gui.bridge.file_watch import FileWatch
from gui.dialogs.wording import Wording, unkept, wording
from gui.panels.words.announce import announce
from gui.tools.pointing.tips import refusal
from gui.window.telling.banner import Banner, Choice
from gui.window.telling.lost_file import LostFile
from gui.window.telling.message_page import MessagePage, open_label, retry_label
from gui.window.telling.tidings import DISPUTED, Tiding, tiding

_SCHEMES = {"http", "https", "mailto"}
_RETRIABLE = {"file.missing", "file.unreadable", "worker.stopped", "pdf.empty"}


class Notices(QObject):
    """Messages of one frame."""

    def __init__(self, frame: Any, open_file: Callable[[], object]) -> None:
        super().__init__(frame)
        self._frame = frame
        self._open_file = open_file
        self._tidings: list[Tiding] = []  # the first one is shown
        self._watch: FileWatch | None = None
        self.lost = LostFile(frame, self)
        frame.document_changed.connect(self.set_document)
        self.set_document(frame.document)

    def set_document(self, document: OpenDocument | None) -> None:
        self._tidings = []
        if self._watch is not None:
            self._watch.deleteLater()
            self._watch = None
        if document is None:
            return
        document.session_ready.connect(self._watch_file)
        document.failed.connect(self._on_failed)
        document.parse_failed.connect(self._on_parse_failed)
        document.parse_finished.connect(self._on_parsed)
        document.save_state_changed.connect(self._on_saved)
        document.noticed.connect(self._on_noticed)
        document.changed.connect(self._on_changed)
        if document.error is not None:
            self._on_failed(document.error)

    def offer_link(self, link: Link) -> None:
        """Show where a link leads, whole, and open it only when the reader says so; say of others that it is not."""
        if not link.uri:
            self.say("link", refusal(link))
            return
        words = self.tr("这个链接指向：{uri}").format(uri=link.uri)
        self.say("link", words, choices=((self.tr("在浏览器中打开"), lambda: self._open_link(link.uri)),))

    def may_abandon(self, document: OpenDocument) -> bool:
        """Ask whether a review that could not be saved may be left; the safe answer is the default."""
        words = save_words(document.save_error, document.file_name, is_kept=False)
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
        self.say("parse", words, is_warning=True, choices=((self.tr("重新识别"), document.reparse),))

    def _on_parsed(self) -> None:
        document: OpenDocument | None = self._frame.document
        if document is not None and not document.has_text:
            self.say(
                "scan",
                self.tr("这份文件是扫描件，页面上没有文字，识别不出大纲和指标；可以照常看，用“方框”在页面上批注。"),
            )

    def _on_saved(self, code: str, _values: dict[str, str]) -> None:
        document: OpenDocument | None = self._frame.document
        if code in {"failed", "kept-here"} and document is not None:
            words = save_words(document.save_error, document.file_name, is_kept=code == "kept-here").text
            if not any((one.topic, one.text) == ("saving", words) for one in self._tidings):
                save_elsewhere = self._frame.chrome.actions["file.save-elsewhere"].trigger
                choices = ((self.tr("再试一次"), document.save_now), (self.tr("另存一份…"), save_elsewhere))
                self.say("saving", words, is_warning=True, choices=choices)
        elif code == "saved":
            self.drop("saving")
            self.drop("kept-here")  # it is in its place now

    def _open_link(self, uri: str) -> None:
        self.drop("link")
        if QUrl(uri).scheme() in _SCHEMES:
            QDesktopServices.openUrl(QUrl(uri))

    def _watch_file(self) -> None:
        document: OpenDocument | None = self._frame.document
        if document is not None and document.sha256 and self._watch is None:
            self._watch = FileWatch(document.path, self)
            self._watch.changed.connect(self._on_file_changed)
            self._watch.gone.connect(lambda: self.lost.tell(document))
            self._watch.returned.connect(self.lost.take_back)
            self._watch.start(document.sha256)

    def _on_file_changed(self) -> None:
        document: OpenDocument | None = self._frame.document
        if document is None:
            return
        path = document.path
        words = self.tr("“{name}”在别的程序里改过了，这里显示的还是原来的。").format(name=path.name)
        self.say("changed", words, choices=((self.tr("重新打开"), lambda: self._frame.open_path(path)),))

    def _on_noticed(self, code: str, values: dict[str, Any]) -> None:
        document: OpenDocument | None = self._frame.document
        if code == "show-versions":
            self._frame.chrome.actions["file.versions"].trigger()
        elif code == "choose-reference":
            self._frame.chrome.actions["reference.open"].trigger()
        elif code == "show-list" and document is not None:
            self._show_list(document, values["state"], values["topic"])
        told = tiding(document, code, values, self.drop) if document is not None else None
        if told is not None:
            self._take(told)

    def _on_changed(self, changes: Any) -> None:
        """What is taken back is not told of any more."""
        if changes.initiator == "undo":
            self.drop("taken")

    def _show_list(self, document: OpenDocument, state: str, topic: str) -> None:
        """Filter the lists by what a message is about; where nothing of it is left, the message goes."""
        if not self._frame.side.isVisible():
            self._frame.chrome.actions["view.side"].trigger()
        if self._frame.panels.show_only(state):
            return
        if state == DISPUTED and disputed(document.session.review):
            document.select("", "list")  # only of the document's own fields, which are shown while nothing is selected
        else:
            self.drop(topic)

    def drop(self, topic: str) -> None:
        """Take the message of a topic away, and show the next one."""
        self._put([one for one in self._tidings if one.topic != topic])

    def say(self, topic: str, text: str, *, is_warning: bool = False, choices: tuple[Choice, ...] = ()) -> None:
        """Tell something of a topic, at once and before what else is told; `choices` are buttons."""
        self._take(Tiding(topic, text, is_warning, choices, is_first=True))

    def _take(self, told: Tiding) -> None:
        """In the place of the former one of its topic, else before or behind all others."""
        topics = [one.topic for one in self._tidings]
        if told.topic in topics and not told.is_first:
            at = topics.index(told.topic)
            self._put([*self._tidings[:at], told, *self._tidings[at + 1 :]])
        else:
            others = [one for one in self._tidings if one.topic != told.topic]
            self._put([told, *others] if told.is_first else [*others, told])

    def _put(self, tidings: list[Tiding]) -> None:
        """Show the first one; a banner that stays the first one stays as it is."""
        shown = self._tidings[0] if self._tidings else None
        self._tidings = tidings
        area = self._frame.area
        if not tidings:
            if shown is not None:
                area.show_banner(None)
            return
        first = tidings[0]
        if first is not shown or area.banner is None:
            area.show_banner(
                Banner(
                    first.text,
                    is_warning=first.is_warning,
                    on_close=lambda: self.drop(first.topic),
                    actions=first.choices,
                )
            )
            announce(area, first.text)
        if isinstance(area.banner, Banner):
            area.banner.show_waiting(len(tidings) - 1)


def save_words(error: Exception | None, name: str, *, is_kept: bool) -> Wording:
    """Why the review was not saved in its place, and whether it is on this computer at least."""
    if isinstance(error, SidecarNewer):
        words = wording(error.code, {"reason": "meanwhile"}, file=name)
    else:
        words = error_words(error, name)
    return words if is_kept else unkept(words)


def error_words(error: Exception | None, name: str) -> Wording:
    """An error in the user's words."""
    return wording(getattr(error, "code", "unknown"), getattr(error, "values", None), file=name)

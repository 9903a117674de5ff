"""Answers to the actions that open a dialog: 关于, 快捷键, 姓名和单位, and the choice of language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from engine.editing.session import Person
from engine.errors import NotSaved
from engine.settings import Settings
from gui.actions.build import ActionSet
from gui.dialogs.about import AboutDialog
from gui.dialogs.identity import IdentityDialog
from gui.dialogs.keys import KeysDialog
from gui.dialogs.review_desk import ReviewDesk
from gui.dialogs.save_elsewhere import SUFFIX, ask_save_elsewhere, save_copy
from gui.dialogs.wording import Wording, wording


class DialogDesk(QObject):
    """Dialogs of one frame. `open_*` shows one without blocking and returns it."""

    identified = Signal()  # name or office were given

    def __init__(self, frame: Any, actions: ActionSet) -> None:
        super().__init__(frame)
        self._frame = frame
        self._actions = actions
        self._settings = Settings.load()
        self._reviews = ReviewDesk(frame)
        self._remember_language()
        actions["tools.english"].setChecked(self._settings.text("window.language") == "en")
        actions.connect_handlers(self.handlers())
        status = getattr(getattr(frame, "chrome", None), "status", None)
        if status is not None:
            self.identified.connect(status.show_person)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions call, by action id."""
        return {
            "help.about": self.open_about,
            "help.keys": self.open_keys,
            "tools.identity": self.open_identity,
            "tools.english": self.choose_english,
            "file.save-elsewhere": self.save_elsewhere,
            **self._reviews.handlers(),
        }

    def open_about(self) -> AboutDialog:
        dialog = AboutDialog(self._frame)
        dialog.open()
        return dialog

    def open_keys(self) -> KeysDialog:
        dialog = KeysDialog(self._actions, self._frame)
        dialog.open()
        return dialog

    def open_identity(self) -> IdentityDialog:
        """Ask who is checking; the open review goes on under that name."""
        self._settings = Settings.load()  # another window may have changed them
        dialog = IdentityDialog(self._settings, self._frame)
        dialog.accepted.connect(self._on_identified)
        dialog.open()
        return dialog

    def choose_english(self, is_on: bool) -> None:  # noqa: FBT001 - an action's signal
        """Keep the language, and offer to open the windows anew in it; said in the language that was chosen."""
        self._settings = Settings.load()
        self._settings.set("window.language", "en" if is_on else "zh_CN")
        self._remember_language()
        box = QMessageBox(self._frame)
        box.setWindowTitle("Language" if is_on else "语言")
        box.setText(
            "Windows switch to English when they reopen. Your reviews are saved first."
            if is_on
            else "窗口重新打开后显示为中文，核对记录会先保存。"
        )
        now = box.addButton("Reopen Now" if is_on else "现在重新打开", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("Next Time" if is_on else "下次启动时", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(now)
        now.clicked.connect(self._open_anew)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _open_anew(self) -> None:
        self._frame.windows.reopen()

    def save_elsewhere(self) -> None:
        """Ask for a place and save a copy of the review there; its own file stays the one that is worked with."""
        document = self._frame.document
        session = document.session if document is not None else None
        if document is None or session is None:
            return
        path = ask_save_elsewhere(self._frame, document.path.with_name(document.path.name + SUFFIX))
        if path is None:
            return
        try:
            save_copy(session, path)
        except NotSaved as error:
            self._tell(wording(error.code, error.values, file=path.name))
        else:
            saved = self.tr("核对记录已另存一份到“{file}”。").format(file=path.name)
            self._tell(Wording(self.tr("已另存"), saved, ""))

    def _tell(self, words: Wording) -> None:
        box = QMessageBox(self._frame)
        box.setWindowTitle(words.title)
        box.setText(words.text)
        box.addButton(self.tr("确定"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def _remember_language(self) -> None:
        """The window's own file holds the language too: it is read before anything else."""
        self._frame.settings.setValue("language", self._settings.text("window.language"))

    def _on_identified(self) -> None:
        document = self._frame.document
        session = document.session if document is not None else None
        if document is not None and session is not None:
            document.announce(session.set_person(Person(*self._settings.person())), "identity")
        self.identified.emit()

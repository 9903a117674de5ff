"""What a note is about: an item it is attached to, with the way there, and others it could be about."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from engine.editing.nearby import items_near
from gui.actions.words import KINDS, field_word, word
from gui.panels.words.look import FIELD, give_icon, give_role

_LONGEST = 18  # characters of an item's words


class AboutRow(QWidget):
    """Says what is chosen; shows what the note is about."""

    chosen = Signal(object)  # an item's id, None for nothing
    jump_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._note: Any = None
        self._view: Any = None
        self.label = QLabel(field_word("note", "about"))  # stands where the card puts it, in line with the others
        give_role(self.label, FIELD)
        self.jump = QToolButton()
        self.jump.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.jump.setAutoRaise(True)
        self.jump.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.jump.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        give_icon(self.jump, "right")
        self.jump.clicked.connect(self._on_jump)
        self.menu_button = QPushButton(QCoreApplication.translate("card", "关联到"))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu = QMenu(self.menu_button)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.menu_button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.jump, 1)
        row.addWidget(self.menu_button)

    def show_note(self, note: Any, view: Any) -> None:
        """Show what a note is about."""
        self._note, self._view = note, view
        item = view.item(note.about) if note.about else None
        words = item_words(item) if item is not None else QCoreApplication.translate("card", "没有关联")
        self.jump.setText(words)
        self.jump.setEnabled(item is not None)
        said = QCoreApplication.translate("card", "转到{item}").format(item=words) if item is not None else words
        self.jump.setToolTip(said)
        self.jump.setAccessibleName(said)

    def fill_menu(self) -> None:
        """The items the note lies on, the heading above it, and none."""
        self.menu.clear()
        if self._note is None:
            return
        for item in items_near(self._view, self._note):
            action = QAction(item_words(item).replace("&", "&&"), self.menu)
            action.setCheckable(True)
            action.setChecked(item.id == self._note.about)
            action.triggered.connect(lambda _on, one=item.id: self.chosen.emit(one))
            self.menu.addAction(action)
        if self._note.about:
            self.menu.addSeparator()
            action = QAction(QCoreApplication.translate("card", "取消关联"), self.menu)
            action.triggered.connect(lambda _on: self.chosen.emit(None))
            self.menu.addAction(action)
        if self.menu.isEmpty():
            action = QAction(QCoreApplication.translate("card", "批注所在的地方没有识别出条目"), self.menu)
            action.setEnabled(False)
            self.menu.addAction(action)

    def _on_jump(self) -> None:
        if self._note is not None and self._note.about:
            self.jump_wanted.emit(self._note.about)


def item_words(item: Any) -> str:
    """An item in a few words: “指标 7500多亿元”."""
    quote = " ".join(item.quote.split())
    short = quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…"
    return f"{word(KINDS[item.kind])} {short}"

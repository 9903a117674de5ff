"""核对完毕: what is still open, the statement as it would be made, and the statement in force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine.editing.context import sentence_around
from engine.editing.outstanding import KINDS_IN_ORDER, NEEDED, outstanding
from engine.editing.verbs_review import complete, statement_in_force
from gui.actions.build import ActionSet
from gui.actions.words import KINDS, listed, word
from gui.bridge.document import OpenDocument
from gui.dialogs.statement_words import state_words, statement_text
from gui.panels.checking.goal_list import GOAL, GoalList
from gui.panels.words.announce import announce
from gui.panels.words.cells import page_words
from gui.panels.words.look import HUMAN, QUIET, TITLE, give_role
from gui.panels.words.rules import rule_words
from gui.style.buttons import word_button

MOST = 500  # open items listed
_WIDTH = 560
_SHARE = 0.9  # of the screen, at most
_BEFORE = 8  # characters of the sentence shown before a numeral


class Completion(QObject):
    """Opens the dialog of one frame."""

    def __init__(
        self, frame: Any, actions: ActionSet, go_to: Callable[[str], object], commit: Callable[[], object]
    ) -> None:
        super().__init__(frame)
        self._frame = frame
        self._go_to = go_to
        self._commit = commit  # what is typed in the card counts
        self.dialog: CompletionDialog | None = None
        actions.connect_handlers({"check.complete": self.open})

    def open(self) -> CompletionDialog | None:
        """Show what is open and what would be, or was, stated."""
        document = self._frame.document
        session = document.session if document is not None else None
        if document is None or session is None or session.parse is None:
            return None
        self._commit()
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = CompletionDialog(document, self._go_to, self._frame)
        self.dialog.open()
        return self.dialog


class CompletionDialog(QDialog):
    """A list of what is open, the words of the statement, and the button that makes it."""

    def __init__(self, document: OpenDocument, go_to: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._go_to = go_to
        self.heading = QLabel()
        self.list = GoalList([self.tr("类别"), self.tr("内容"), self.tr("页码")], wide=1)
        self.state = QLabel()
        self.text = QPlainTextEdit()
        self.make = QPushButton()
        self.copy = QPushButton(self.tr("复制说明"))
        self.question: QMessageBox | None = None
        self.column = QVBoxLayout(self)
        self._build()
        self.show_statement()

    def show_statement(self) -> None:
        """Count anew: what is open, and the statement in force or as it would be."""
        session = self._document.session
        view = session.view
        found = open_items(view)
        self._list(view, found)
        last = statement_in_force(session.review)
        holds = last is not None and not state_words(last)
        give_role(self.state, QUIET if holds or last is None else HUMAN)
        if last is None:
            edit = complete(view, pages=len(self._document.pages), by=session.person.id)
            last = edit.changes[0].after or {}
            self.state.setText(self.tr("将记下这份说明，随核对记录保存："))
        else:
            self.state.setText(state_words(last) or self.tr("已核对完毕。"))
        self.text.setPlainText(statement_text(last))
        self.make.setText(self.tr("核对完毕") if not holds else self.tr("已核对完毕"))
        self.make.setEnabled(not holds)
        button = self.copy if holds else self.make
        button.setDefault(True)
        (self.list if needed(found) and not holds else button).setFocus()
        self.column.activate()
        room = self.screen().availableGeometry().size() * _SHARE
        self.resize(min(max(self.width(), _WIDTH), room.width()), min(self.sizeHint().height(), room.height()))

    def ask(self) -> None:
        """Make the statement; with numerals or findings open only after a clear question."""
        found = open_items(self._document.session.view)
        still = tally_words(found)
        if not needed(found):
            self._complete()
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("核对完毕"))
        box.setText(self.tr("还没有核对的：{counts}。").format(counts=still))
        box.setInformativeText(self.tr("说明里会写明这些待核。仍然要核对完毕吗？"))
        stay = box.addButton(self.tr("返回继续核对"), QMessageBox.ButtonRole.RejectRole)
        go_on = box.addButton(self.tr("仍然完毕"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        go_on.clicked.connect(self._complete)
        self.question = box
        box.open()

    def _complete(self) -> None:
        session = self._document.session
        edit = complete(session.view, pages=len(self._document.pages), by=session.person.id)
        self._document.apply(edit, "completion")
        self.show_statement()
        announce(self, self.tr("已核对完毕。"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("已复制"))

    def _go(self, goal: str) -> None:
        self.accept()
        self._go_to(goal)

    def _list(self, view: Any, found: list[Any]) -> None:
        self.list.clear()
        for item in found[:MOST]:
            words, tip = self._words(view, item)
            row = QTreeWidgetItem(
                self.list, [word(KINDS[item.kind]), words, page_words(item.places, self._document.label)]
            )
            row.setData(0, GOAL, item.id)
            row.setToolTip(1, tip)
        self.list.setVisible(bool(found))
        counts = tally_words(found)
        words = self.tr("还没有核对的：{counts}。点一处就去核对：").format(counts=counts)
        self.heading.setText(words if found else self.tr("全部核对过了。"))
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)

    def _words(self, view: Any, item: Any) -> tuple[str, str]:
        """What an item says, a numeral with what stands around it, and the whole for the tool tip."""
        if item.kind != "numeral":
            rule = rule_words(str(item.value("rule") or "")) if item.kind == "finding" else ""
            return " · ".join(part for part in (item.quote, rule) if part), item.quote
        sentence, at = sentence_around(view.parse, item.span)
        before = ("…" if at > _BEFORE else "") + sentence[max(0, at - _BEFORE) : at]
        return f"{item.quote}    {before}{sentence[at:]}", sentence

    def _build(self) -> None:
        self.setWindowTitle(self.tr("核对完毕"))
        give_role(self.heading, TITLE)
        self.list.setAccessibleName(self.tr("待核的内容"))
        self.list.setMinimumHeight(self.list.fontMetrics().lineSpacing() * 4)
        self.list.goal_chosen.connect(self._go)
        self.state.setWordWrap(True)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("核对说明"))
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * 4)
        self.make.setAutoDefault(True)
        self.make.clicked.connect(self.ask)
        self.copy.clicked.connect(self._copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        word_button(buttons, QDialogButtonBox.StandardButton.Close, self.tr("关闭"))
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.make, QDialogButtonBox.ButtonRole.ApplyRole)
        buttons.rejected.connect(self.reject)
        self.column.setContentsMargins(24, 20, 24, 16)
        self.column.setSpacing(12)
        for widget in (self.heading, self.list, self.state, self.text, buttons):
            self.column.addWidget(widget)


def open_items(view: Any) -> list[Any]:
    """What nobody of this desk has decided: numerals first, then the other kinds."""
    return [item for kind in KINDS_IN_ORDER for item in outstanding(view, kind)]


def needed(items: list[Any]) -> bool:
    """Whether one of the items has to be decided before checking is complete."""
    return any(item.kind in NEEDED for item in items)


def tally_words(items: list[Any]) -> str:
    """How many there are of each kind: “数字 6，疑点 3”."""
    counts = Counter(item.kind for item in items)
    return listed(f"{word(KINDS[kind])} {counts[kind]}" for kind in KINDS_IN_ORDER if counts[kind])

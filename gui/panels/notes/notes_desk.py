"""What the keys and actions do in the list of notes: states, tags, replies, deletion, of several notes in one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu

from engine.editing import verbs_threads
from engine.editing.edit import Edit
from engine.editing.threads import tags_in_use
from gui.actions.build import ActionSet
from gui.actions.words import NOTE_STATES, word
from gui.panels.card.card import DetailCard
from gui.panels.card.note_card import NoteCard
from gui.panels.fields.suggestions import Proposer
from gui.panels.lists.list_menu import offer_menu
from gui.panels.lists.list_panel import is_read
from gui.panels.lists.note_rows import OPEN
from gui.panels.notes.notes import NotesPanel
from gui.panels.words.announce import announce
from gui.panels.words.row_filter import BETWEEN

INITIATOR = "notes"
_MENU = (
    ("check.edit", "note.reply"),
    ("check.correct", "check.wrong", "check.doubtful", "check.open"),
    ("note.tag", "note.about"),
    ("note.yellow", "note.green", "note.blue", "note.pink", "note.vermilion"),
    ("note.delete",),
)


class NotesDesk(QObject):
    """Answers to what is wanted of notes."""

    def __init__(self, panel: NotesPanel, card: DetailCard, actions: ActionSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._card = card
        self._actions = actions
        self.dialog: QInputDialog | None = None
        panel.answers = {
            "check.correct": lambda: self.decide("accepted"),
            "check.wrong": lambda: self.decide("declined"),
            "check.doubtful": lambda: self.decide("done"),
            "check.open": lambda: self.decide(None),
            "check.reject": lambda: None,
            "note.delete": self.delete,
        }
        panel.key_words = {
            "check.correct": self.tr("采纳(&1)"),
            "check.wrong": self.tr("未采纳(&2)"),
            "check.doubtful": self.tr("已处理(&3)"),
            "check.open": self.tr("改回未处理(&O)"),
            "check.edit": self.tr("写批注内容(&E)…"),
        }
        panel.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        panel.list.customContextMenuRequested.connect(self._on_menu)
        actions.connect_handlers(
            {
                "note.reply": lambda: self._of_card(NoteCard.reply),
                "note.about": lambda: self._of_card(lambda shown: shown.about.menu_button.showMenu()),
                "note.tag": self.ask_tags,
            }
        )

    def decide(self, state: str | None) -> None:
        """Say what was done with every selected note; one alone leads on to the next that nothing was done with."""
        chosen = self._chosen()
        if not chosen:
            return
        self._apply(verbs_threads.set_states, notes=chosen, state=state)
        words = word(NOTE_STATES[state or OPEN])
        if len(chosen) > 1 or state is None:
            announce(self._panel.list, self.tr("%n 条：{state}", "", len(chosen)).format(state=words))
            return
        after = self._next_unhandled(chosen[0])
        if after:
            self._panel.go_to(after, INITIATOR)
            words = self.tr("{done}。下一条：{next}").format(done=words, next=self._panel.model.row_of(after).said)
        announce(self._panel.list, words)

    def delete(self) -> None:
        """Delete every selected note, replies with them, in one step."""
        panel, chosen = self._panel, self._chosen()
        if not chosen:
            return
        shown = [one for one in panel.model.shown if one not in chosen or one == chosen[-1]]
        at = shown.index(chosen[-1]) if chosen[-1] in shown else 0
        rest = [*shown[at + 1 : at + 2], *shown[max(0, at - 1) : at]]
        self._apply(verbs_threads.delete_notes, notes=chosen)
        announce(panel.list, self.tr("已删除 %n 条批注", "", len(chosen)))
        if is_read() and panel.document is not None:
            panel.document.select("", INITIATOR)  # who deletes on the page stays where he reads
        elif rest:
            panel.go_to(rest[0], INITIATOR)

    def ask_tags(self) -> None:
        """Ask for tags to be added to every selected note."""
        session = self._session
        if session is None or not self._chosen():
            return
        dialog = QInputDialog(self._panel.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("加标签"))
        dialog.setLabelText(self.tr("给选中的 %n 条批注加标签，几个标签用顿号分开：", "", len(self._chosen())))
        dialog.setOkButtonText(self.tr("加上"))
        dialog.setCancelButtonText(self.tr("取消"))
        dialog.setTextValue("")
        line = dialog.findChild(QLineEdit)
        if line is not None:
            Proposer(line, "tags", lambda _field: list(tags_in_use(session.view)))
        dialog.textValueSelected.connect(self.tag)
        dialog.destroyed.connect(lambda: setattr(self, "dialog", None))
        self.dialog = dialog
        dialog.open()

    def tag(self, words: str) -> None:
        """Add tags, written apart by 、, to every selected note."""
        tags = [one.strip() for one in words.replace("，", BETWEEN).replace(";", BETWEEN).split(BETWEEN)]
        tags = [one for one in tags if one]
        if tags:
            self._apply(verbs_threads.tag_notes, notes=self._chosen(), tags=tags)
            announce(self._panel.list, self.tr("已加标签：{tags}").format(tags=BETWEEN.join(tags)))

    @property
    def _session(self) -> Any:
        document = self._panel.document
        return document.session if document is not None else None

    def _chosen(self) -> tuple[str, ...]:
        panel = self._panel
        chosen = panel.selected_ids()
        if chosen:
            return chosen
        selected = panel.document.selected if panel.document is not None else ""
        return (selected,) if panel.rows.has(selected) else ()

    def _next_unhandled(self, note: str) -> str:
        shown = list(self._panel.model.shown)
        at = shown.index(note) if note in shown else -1
        return next((one for one in shown[at + 1 :] if OPEN in self._panel.rows.row_of(one).states), "")

    def _of_card(self, call: Callable[[NoteCard], object]) -> None:
        shown = self._card.current
        if isinstance(shown, NoteCard):
            call(shown)

    def _apply(self, verb: Callable[..., Edit], **named: object) -> None:
        document, session = self._panel.document, self._session
        if document is not None and session is not None:
            document.apply(verb(session.view, by=session.person.id, **named), INITIATOR)

    def _on_menu(self, at: QPoint) -> None:
        table = self._panel.table
        header = table.horizontalHeader()
        fields = [column.field for column in self._panel.rows.columns]
        order = QMenu(self.tr("排序"), table)
        group = QActionGroup(order)
        ways = (
            (self.tr("按原文顺序"), -1, Qt.SortOrder.AscendingOrder),
            (self.tr("按时间，新的在前"), fields.index("at"), Qt.SortOrder.DescendingOrder),
            (self.tr("按时间，旧的在前"), fields.index("at"), Qt.SortOrder.AscendingOrder),
        )
        for words, column, way in ways:
            action = QAction(words, group)
            action.setCheckable(True)
            is_column = header.sortIndicatorSection() == column or (column < 0 and self._panel.rows.order.column < 0)
            action.setChecked(is_column and (column < 0 or header.sortIndicatorOrder() == way))
            action.triggered.connect(lambda _on, column=column, way=way: header.setSortIndicator(column, way))
            order.addAction(action)
        offer_menu(table, self._actions, _MENU, at, [order])

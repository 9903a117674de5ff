"""The notes panel: every thread of the document, those about an item too; what could not be placed stands on top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from engine.editing.edit import Changes
from engine.editing.threads import root_of, threads
from gui.bridge.document import OpenDocument
from gui.panels.lists.list_panel import go_beyond
from gui.panels.lists.note_rows import LOST, note_row
from gui.panels.lists.table_panel import TablePanel
from gui.panels.words.look import HUMAN, give_role
from gui.panels.words.row import Row


class NotesPanel(TablePanel):
    """Notes that are not deleted, in text order; replies belong to the row of their note."""

    def __init__(self) -> None:
        super().__init__("note")
        self._replies: Mapping[str, Sequence[Any]] = {}
        self._lost_count = 0
        self._lost = QWidget()
        self._lost_words = QLabel()
        self._show_lost = QPushButton(self.tr("只看这些"))
        self._build_lost()

    def items(self) -> Sequence[Any]:
        session = self.document.session if self.document is not None else None
        if session is None:
            return ()
        found = threads(session.view)
        self._replies = found.replies
        self._lost_count = next((at for at, note in enumerate(found.notes) if note.is_placed), len(found.notes))
        return found.notes

    def make_row(self, item_id: str, order: int) -> Row:
        assert self.document is not None  # noqa: S101 - rows come of a document
        view = self.document.session.view
        replies = self._replies.get(item_id, ())
        return note_row(view.note(item_id), replies, order, self.rows.columns, self.document.label, view)

    def on_changed(self, changes: Changes) -> None:
        """Take up what changed; of thousands of notes only those it touched."""
        if not changes.ids or not self.isVisible() or self.document is None:
            super().on_changed(changes)
            return
        if "note" not in changes.kinds:
            return
        if all(map(self._stays, changes.ids)):
            self.rows.refresh(changes.ids)
            self.state_changed.emit()
            return
        listed = tuple(note.id for note in self.items())
        if listed != self.rows.ids:
            kept, former, selected = self.current_id, self.rows.ids, self.document.selected
            with self.quietly():
                self.rows.fill(listed, self.make_row, stale=changes.ids)
                self.show_state()
                self.settle(selected if self.rows.has(selected) else kept)
            go_beyond(self, kept, former)
        else:
            self.rows.refresh(changes.ids)
        self._tell_lost()
        self.state_changed.emit()

    def _stays(self, one: str) -> bool:
        """Whether a changed note, or the item it is about, leaves the list and its order as they are."""
        note = self.document.session.view.note(one) if self.document is not None else None
        if note is None:
            return not self.rows.has(one)  # undone as if it had never been, or no note
        if note.deleted or note.reply_to or not self.rows.has(one):
            return False
        return note.is_placed is (LOST not in self.rows.row_of(one).states)

    def on_selected(self, item_id: str, initiator: str) -> None:
        """Follow the document's selection; a reply is found in the row of its note."""
        document: OpenDocument | None = self.document
        session = document.session if document is not None else None
        if session is not None and session.view.note(item_id) is not None:
            item_id = root_of(session.view, item_id)
        super().on_selected(item_id, initiator)

    def empty_words(self) -> str:
        if self.document is None:
            return self.tr("打开文件后，这里列出批注。")
        return self.tr("还没有批注。在页面上选中文字，再点“高亮”或“批注”。")

    def _fill(self) -> None:
        super()._fill()
        self._tell_lost()

    def _tell_lost(self) -> None:
        """Above the list: how many notes were not found again in the pages."""
        count = self._lost_count if self.document is not None else 0
        self._lost_words.setText(self.tr("%n 条批注未定位：原文已改，没有找到原来的位置。", "", count))
        self._lost.setVisible(bool(count))

    def _build_lost(self) -> None:
        give_role(self._lost_words, HUMAN)
        self._lost_words.setWordWrap(True)
        self._show_lost.clicked.connect(lambda: self.filter_bar.set_state(LOST))
        row = QHBoxLayout(self._lost)
        row.setContentsMargins(8, 0, 8, 8)
        row.addWidget(self._lost_words, 1)
        row.addWidget(self._show_lost)
        self._lost.hide()
        column = self.layout()
        if column is not None:
            column.insertWidget(1, self._lost)  # type: ignore[attr-defined]

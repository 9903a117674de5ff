"""The notes panel: every note of the document, those about an item too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gui.panels.row import Row
from gui.panels.row_maker import note_row
from gui.panels.table_panel import TablePanel


class NotesPanel(TablePanel):
    """Notes that are not deleted, in text order."""

    def __init__(self) -> None:
        super().__init__("note", has_states=False)

    def items(self) -> Sequence[Any]:
        session = self.document.session if self.document is not None else None
        return () if session is None else session.view.notes

    def make_row(self, item_id: str, order: int) -> Row:
        assert self.document is not None  # noqa: S101 - rows come of a document
        view = self.document.session.view
        return note_row(view.note(item_id), order, self.rows.columns, self.document.label, view)

    def empty_words(self) -> str:
        if self.document is None:
            return self.tr("打开文件后，这里列出批注。")
        return self.tr("还没有批注。在页面上选中文字，再点“高亮”或“批注”。")

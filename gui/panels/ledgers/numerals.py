"""The panel of all numerals: every numeral of the document, whatever it is, so that nothing is passed over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.editing.coverage import is_furniture
from gui.panels.lists.row_maker import numeral_row
from gui.panels.lists.table_panel import TablePanel
from gui.panels.words.row import Row


class NumeralsPanel(TablePanel):
    """Items of the kind `numeral`, those of running heads and feet left out."""

    def __init__(self) -> None:
        super().__init__("numeral")

    def items(self) -> Sequence[Any]:
        return tuple(item for item in super().items() if not is_furniture(item))

    def make_row(self, item_id: str, order: int) -> Row:
        assert self.document is not None  # noqa: S101 - rows come of a document
        view = self.document.session.view
        return numeral_row(view.item(item_id), order, self.rows.columns, self.document.label, view)

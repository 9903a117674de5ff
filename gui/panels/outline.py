"""The outline panel: headings as a tree, with what is still open below each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHeaderView

from engine.editing.edit import Changes
from gui.panels.columns import COLUMNS
from gui.panels.list_panel import ListPanel, column_titles
from gui.panels.list_view import ReviewTree, column_width
from gui.panels.row import Row
from gui.panels.row_maker import item_row
from gui.panels.tree_model import OutlineModel


class OutlinePanel(ListPanel):
    """Headings of the document."""

    def __init__(self) -> None:
        self.tree = ReviewTree()
        self.headings = OutlineModel(COLUMNS["heading"], column_titles("heading"))
        super().__init__("heading", self.headings, self.tree)
        self._set_columns()
        self._folded: set[str] = set()
        self.headings.modelReset.connect(self._unfold)
        self.tree.collapsed.connect(lambda index: self._folded.add(self.headings.id_of(index)))
        self.tree.expanded.connect(lambda index: self._folded.discard(self.headings.id_of(index)))

    @property
    def current_id(self) -> str:
        return self.headings.id_of(self.tree.currentIndex())

    def selected_ids(self) -> tuple[str, ...]:
        chosen = {self.headings.id_of(index) for index in self.tree.selectionModel().selectedRows()}
        return tuple(one for one in self.headings.shown if one in chosen)

    def index_of(self, item_id: str) -> QModelIndex:
        return self.headings.index_of(item_id)

    def refresh(self, ids: Iterable[str]) -> None:
        if not self.headings.refresh(ids):
            self.reload()

    def make_row(self, item_id: str, order: int) -> Row:
        assert self.document is not None  # noqa: S101 - rows come of a document
        item = self.document.session.view.item(item_id)
        return item_row(item, order, self.headings.columns, self.document.label)

    def _unfold(self) -> None:
        """After a reset everything is open again but what the user folded."""
        folded = set(self._folded)
        self.tree.expandAll()
        for item_id in folded:
            index = self.headings.index_of(item_id)
            if index.isValid():
                self.tree.collapse(index)
        self._folded = folded

    def _fill(self) -> None:
        super()._fill()
        self._count()

    def on_changed(self, changes: Changes) -> None:
        """Take up what changed; a metric's verdict changes the counts."""
        super().on_changed(changes)
        if "metric" in changes.kinds and changes.ids:
            if self.isVisible():
                self._count()
            else:
                self._is_stale = True

    def _count(self) -> None:
        session = self.document.session if self.document is not None else None
        if session is not None:
            self.headings.set_open_below(open_below(session.view))

    def _set_columns(self) -> None:
        header = self.tree.header()
        for at, column in enumerate(self.headings.columns):
            is_wide = column.width == 0
            header.setSectionResizeMode(
                at, QHeaderView.ResizeMode.Stretch if is_wide else QHeaderView.ResizeMode.Interactive
            )
            if not is_wide:
                header.resizeSection(at, column_width(self.tree, column, (self.headings.titles[at],)))


def open_below(view: Any) -> Mapping[str, int]:
    """How many open metrics stand under each heading, those under its sub-headings included."""
    headings = [item for item in view.headings if item.reading != "rejected"]
    starts = [item.position for item in headings]
    counts = [0] * len(headings)
    for metric in view.metrics:
        if metric.verdict == "open" and metric.reading != "rejected":
            at = bisect_right(starts, metric.position) - 1
            if at >= 0:
                counts[at] += 1
    levels = [item.value("level") or 1 for item in headings]
    for at in range(len(headings) - 1, 0, -1):
        parent = next((above for above in range(at - 1, -1, -1) if levels[above] < levels[at]), -1)
        if parent >= 0:
            counts[parent] += counts[at]
    return {item.id: count for item, count in zip(headings, counts, strict=True)}

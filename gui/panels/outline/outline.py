"""The outline panel: headings as a tree, with what is still to be checked below each."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from PySide6.QtCore import QByteArray, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu

from engine.editing.edit import Changes
from engine.editing.heading_tally import Below, HeadingTally
from gui.bridge.document import OpenDocument
from gui.panels.lists.column_layout import Store
from gui.panels.lists.columns import COLUMNS
from gui.panels.lists.list_panel import ListPanel, column_titles
from gui.panels.lists.list_view import column_width
from gui.panels.lists.row_maker import item_row
from gui.panels.lists.tree_model import OutlineModel, below_words
from gui.panels.outline.outline_tree import OutlineTree
from gui.panels.words.cells import page_phrase
from gui.panels.words.row import Row

_COUNTED = frozenset({"heading", "metric", "task", "system", "finding", "numeral"})
_KEY = "columns/heading"
_MOST = 500  # folded headings that are remembered


class OutlinePanel(ListPanel):
    """Headings of the document."""

    folding_changed = Signal()  # what is folded may be another now

    def __init__(self) -> None:
        self.tree = OutlineTree()
        self.headings = OutlineModel(COLUMNS["heading"], column_titles("heading"))
        self._tally: HeadingTally | None = None
        self._folded: set[str] = set()
        super().__init__("heading", self.headings, self.tree)
        self._set_columns()
        self.headings.tip = self._tip
        self.headings.title = self._title
        self.headings.modelReset.connect(self._unfold)
        self.tree.collapsed.connect(lambda index: self._folded.add(self.headings.id_of(index)))
        self.tree.expanded.connect(lambda index: self._folded.discard(self.headings.id_of(index)))
        for folding in (self.tree.collapsed, self.tree.expanded):
            folding.connect(self.folding_changed)

    def set_document(self, document: OpenDocument | None) -> None:
        if document is not self.document:
            self._folded.clear()
        self._tally = None
        super().set_document(document)

    def keep_in(self, store: Store) -> None:
        """Show the columns that were chosen, as wide as they were, and keep what the user changes from now on."""
        kept, header = store.value(_KEY), self.tree.header()
        if isinstance(kept, QByteArray):
            header.restoreState(kept)
        header.sectionResized.connect(lambda column, *_: self._keep(store) if column else None)

    def _keep(self, store: Store) -> None:
        store.setValue(_KEY, self.tree.header().saveState())

    def state(self) -> dict[str, str]:
        """The headings whose branches are folded, for the next time the document is opened."""
        return {"folded": " ".join(sorted(self._folded)[:_MOST])}

    def restore_state(self, state: dict[str, str]) -> None:
        """Fold what was folded, now or when the headings come."""
        self._folded = set(state.get("folded", "").split())
        with self.quietly():
            self._unfold()

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
            self._rebuild(frozenset(ids))

    def make_row(self, item_id: str, order: int) -> Row:
        assert self.document is not None  # noqa: S101 - rows come of a document
        item = self.document.session.view.item(item_id)
        return item_row(item, order, self.headings.columns, self.document.label)

    def on_changed(self, changes: Changes) -> None:
        """Take up what changed; a verdict of anything changes the counts of its heading."""
        if not changes.ids:
            self._tally = None
        elif self._tally is not None:
            self._tally.renew(changes.ids)
        if not changes.ids or not self.isVisible():
            self._is_stale = True
            self.reload()
            return
        if "heading" in changes.kinds:
            listed = tuple(item.id for item in self.items())
            if listed == self.headings.ids:
                self.refresh(changes.ids)
            else:
                self._rebuild(changes.ids)
            self.state_changed.emit()
        if changes.kinds & _COUNTED:
            self._count()

    def edit_title(self) -> bool:
        """Edit the current heading's title in its line; False where there is none."""
        return self.tree.edit_title(self.tree.currentIndex())

    def show_depth(self, depth: int) -> None:
        """Fold the tree so that so many levels show; 0 unfolds it."""
        branches = self.headings.tree.branches()
        self._folded = {one for one in branches if depth and self.headings.tree.depth(one) >= depth}
        kept = self.current_id
        with self.quietly():
            self._unfold()
            while kept and self._is_hidden(kept):
                kept = self.headings.id_of(self.headings.index_of(kept).parent())
        if kept != self.current_id:
            self.go_to(kept, self._initiator)
        self.folding_changed.emit()

    def choose(self, ids: Collection[str], current: str) -> None:
        """Select these headings, one of them the current one."""
        if not self.go_to(current):
            self.tree.selectionModel().clear()
            return
        rest = QItemSelection()
        for one in ids:
            index = self.headings.index_of(one)
            if index.isValid():
                rest.select(index, index)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        with self.quietly():
            self.tree.selectionModel().select(rest, flags)

    def _rebuild(self, stale: Collection[str]) -> None:
        """Headings came, went or changed their level: the tree anew, from the rows that stay."""
        chosen, current = self.selected_ids(), self.current_id
        selected = self.document.selected if self.document is not None else ""
        with self.quietly():
            self.headings.fill([item.id for item in self.items()], self.make_row, stale=stale)
            self.show_state()
            self.choose(chosen, current if self.headings.has(current) else selected)

    def _is_hidden(self, item_id: str) -> bool:
        index = self.headings.index_of(item_id).parent()
        while index.isValid():
            if not self.tree.isExpanded(index):
                return True
            index = index.parent()
        return False

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

    def _count(self) -> None:
        session = self.document.session if self.document is not None else None
        if session is None:
            return
        if self._tally is None:
            self._tally = HeadingTally(session.view)
        self.headings.set_below(self._tally.below())

    def _item(self, item_id: str) -> Any:
        session = self.document.session if self.document is not None else None
        return session.view.item(item_id) if session is not None else None

    def _title(self, item_id: str) -> str:
        item = self._item(item_id)
        return str(item.value("title") or "") if item is not None else ""

    def _tip(self, item_id: str) -> str:
        """The whole title, where it stands, what the machine read, and how far its part is checked."""
        item = self._item(item_id)
        if item is None or self.document is None:
            return ""
        level = self.tr("第 {level} 级").format(level=item.value("level") or 1)
        lines = [item.quote, f"{level} · {page_phrase(item.places, self.document.label)}"]
        if item.overridden:
            read = f"{item.machine('marker') or ''}{item.machine('title') or ''}"
            words = self.tr("识别：第 {level} 级，{title}")
            lines.append(words.format(level=item.machine("level"), title=read))
        return "\n".join(filter(None, (*lines, below_words(self.headings.below.get(item_id, Below())))))

    def _set_columns(self) -> None:
        header = self.tree.header()
        header.setMinimumSectionSize(28)
        for at, column in enumerate(self.headings.columns):
            is_wide = column.width == 0
            header.setSectionResizeMode(
                at, QHeaderView.ResizeMode.Stretch if is_wide else QHeaderView.ResizeMode.Interactive
            )
            if not is_wide:
                header.resizeSection(at, column_width(self.tree, column, (self.headings.titles[at],)))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)

    def _on_header_menu(self, at: QPoint) -> None:
        menu = QMenu(self.tree)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column, title in enumerate(self.headings.titles[1:], 1):
            action = QAction(title, menu)
            action.setCheckable(True)
            action.setChecked(not self.tree.isColumnHidden(column))
            action.toggled.connect(lambda on, column=column: self.tree.setColumnHidden(column, not on))
            menu.addAction(action)
        menu.popup(self.tree.header().mapToGlobal(at))

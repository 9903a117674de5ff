"""A panel: the filter line over a list of items of one kind, linked both ways with the document's selection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QStackedLayout, QVBoxLayout, QWidget

from engine.editing.disagreements import disputed_notes
from engine.editing.drafts import draft_of
from engine.editing.edit import Changes
from engine.editing.items import is_gone
from gui.actions.words import KINDS, field_word, word
from gui.bridge.document import OpenDocument
from gui.panels.lists.clipboard import put_on_clipboard
from gui.panels.lists.columns import COLUMNS
from gui.panels.lists.filter_bar import FilterBar
from gui.panels.lists.list_view import ReviewTable, ReviewTree, scroll_to_row
from gui.panels.lists.table_model import RowsModel
from gui.panels.lists.tree_model import OutlineModel
from gui.panels.words.look import QUIET, dress, give_role
from gui.panels.words.row import Row
from gui.panels.words.row_filter import RowFilter

GONE = "draft-gone"
_ADDED = frozenset({"heading", "metric", "task", "system"})  # kinds that selected text can be made to
Model = RowsModel | OutlineModel
View = ReviewTable | ReviewTree


class ListPanel(QWidget):
    """Items of one kind. Refreshes only what changed, and only when it can be seen."""

    state_changed = Signal()  # current item, filter or contents changed

    def __init__(self, kind: str, model: Model, view: View, *, has_states: bool = True) -> None:
        super().__init__()
        self.kind = kind
        self.model = model
        self.list: View = view
        self.filter_bar = FilterBar(kind, has_states=has_states)
        self.document: OpenDocument | None = None
        self.answers: Mapping[str, Callable[..., object]] = {}
        """What actions do here that do something else here than in other lists, by action id."""
        self.shows_gone = False  # the former draft's items that this one does not have, in the place of its own
        self.key_words: Mapping[str, str] = {}
        """What such actions are called here, by action id: the menu says it while this list is in front."""
        self._empty = QLabel()
        self._stack = QStackedLayout()
        self._is_stale = False
        self._quiet = 0
        self._initiator = f"list:{kind}"
        self._build()

    def set_document(self, document: OpenDocument | None) -> None:
        """Show another document's items."""
        if self.document is not None and self.document is not document:
            for signal, slot in links(self, self.document):
                signal.disconnect(slot)
        if document is not None and document is not self.document:
            for signal, slot in links(self, document):
                signal.connect(slot)
        if document is not self.document:
            self.filter_bar.clear()
        self.document = document
        self.reload()

    @property
    def current_id(self) -> str:
        """The item the keys act on, "" for none."""
        raise NotImplementedError

    def selected_ids(self) -> tuple[str, ...]:
        """Every selected item, in the list's order."""
        raise NotImplementedError

    def index_of(self, item_id: str) -> QModelIndex:
        """Where the list shows an item; an invalid index when it does not."""
        raise NotImplementedError

    def go_to(self, item_id: str, initiator: str = "") -> bool:
        """Make an item the current one and bring it into view; False when the list does not show it. With an initiator
        the document's selection follows."""
        index = self.index_of(item_id)
        if not index.isValid():
            return False
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        with nullcontext() if initiator else self.quietly():
            self.list.selectionModel().setCurrentIndex(index, flags)
        scroll_to_row(self.list, index)
        return True

    def reload(self, *, unseen: bool = False) -> None:
        """Take all items anew from the session, keeping the current one; when it is not seen, only if `unseen`."""
        if not self.isVisible() and not unseen:
            self._is_stale = True
            return
        self._is_stale = False
        kept, former = self.current_id, self.model.ids
        with self.quietly():
            self._fill()
            self.show_state()
            selected = self.document.selected if self.document is not None else ""
            self.settle(selected if self.model.has(selected) else kept)
        go_beyond(self, kept, former)

    def refresh(self, ids: Iterable[str]) -> None:
        """Take some items anew."""
        raise NotImplementedError

    def items(self) -> Sequence[Any]:
        """The items or notes of this kind in force, in text order."""
        session = self.document.session if self.document is not None else None
        if session is None:
            return ()
        if self.shows_gone:
            return tuple(item for item in session.view.orphans if item.kind == self.kind)
        return tuple(session.view.items(self.kind))

    def make_row(self, item_id: str, order: int) -> Row:
        """The row of an item."""
        raise NotImplementedError

    def settle(self, item_id: str) -> None:
        """Stay with an item; with none where it is not shown, even if Qt has chosen one for the focus."""
        if not self.go_to(item_id):
            self.list.selectionModel().clear()

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """While rows come, go and move, the document's selection does not follow."""
        self._quiet += 1
        try:
            yield
        finally:
            self._quiet -= 1

    def focus_list(self) -> None:
        """Give the keys to the list; where no item is current, the first open one becomes it, else the first one."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.current_id:
            begin(self)

    def empty_words(self) -> str:
        """What stands in the place of an empty list."""
        if self.document is None:
            return self.tr("打开文件后，这里列出{kind}。").format(kind=word(KINDS[self.kind]))
        if self.document.session is None or self.document.session.parse is None:
            if self.document.is_unread:
                return self.tr("没有识别完，列不出{kind}。可以在“工具”里重新识别。").format(kind=word(KINDS[self.kind]))
            return self.tr("正在识别，{kind}随后列在这里。").format(kind=word(KINDS[self.kind]))
        if not self.document.has_text:
            words = self.tr("这份文件是扫描件，页面上没有文字，识别不出{kind}。")
        elif self.kind in _ADDED:
            words = self.tr("没有识别出{kind}。如有遗漏，在页面上选中文字，再点“设为{kind}”。")
        else:
            words = self.tr("没有识别出{kind}。")
        return words.format(kind=word(KINDS[self.kind]))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def changeEvent(self, event: Any) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange:
            dress(self)

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("{kind}列表").format(kind=word(KINDS[self.kind])))
        self.list.current_moved.connect(self._on_current_moved)
        self.list.copy_wanted.connect(self.copy_rows)
        self.list.begin = partial(begin, self)
        self.list.clicked.connect(lambda _index: self._on_current_moved())  # also the current row once more
        self.filter_bar.changed.connect(self._on_filter)
        self.filter_bar.left.connect(self.focus_list)
        give_role(self._empty, QUIET)
        self._empty.setWordWrap(True)
        self._empty.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._empty.setMargin(16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addLayout(self._stack)  # before its widgets: a stack without a parent shows them as windows
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.show_state()

    def copy_rows(self) -> None:
        """Put the selected rows, under the column titles, on the clipboard."""
        copy_of(self, range(len(self.model.columns)))

    def _fill(self) -> None:
        items = self.items()
        self.model.fill([item.id for item in items], self.make_row)
        self.filter_bar.offer(occasional_states(self, items))

    def on_changed(self, changes: Changes) -> None:
        """Take up what changed, now or when the list is seen again."""
        if self._is_stale and not self.isVisible():
            return  # all of it is taken anew then
        is_listed = self.kind in changes.kinds and self.document is not None
        if not changes.ids or (is_listed and came_or_went(changes.ids, self)):
            self.reload()
        elif any(self.model.has(one) for one in changes.ids):
            if self.isVisible():
                self.refresh(changes.ids)
                self.state_changed.emit()
            else:
                self._is_stale = True

    def on_selected(self, item_id: str, initiator: str) -> None:
        """Follow the document's selection."""
        if initiator == self._initiator or not item_id:
            return
        with self.quietly():
            if self._is_stale and self.document is not None and has_selected(self.document, self.kind):
                self.reload(unseen=True)  # the keys act on it although its list may be hidden
            self.bring_out(item_id)
            self.go_to(item_id)

    def bring_out(self, item_id: str) -> None:
        """Let the list show an item that its filter holds back."""
        session = self.document.session if self.document is not None else None
        item = session.view.item(item_id) if session is not None else None
        is_held_back = self.model.has(item_id) and not self.index_of(item_id).isValid()
        if is_held_back or (self.shows_gone and item is not None and item.kind == self.kind and not is_gone(item)):
            self.filter_bar.clear()

    def _on_current_moved(self) -> None:
        current = self.current_id
        if not self._quiet and current and self.document is not None:
            self.document.select(current, self._initiator)
        self.state_changed.emit()

    def _on_filter(self, row_filter: RowFilter) -> None:
        kept, is_gone = self.current_id, row_filter.state == GONE
        with self.quietly():
            if is_gone is not self.shows_gone:
                self.shows_gone = is_gone
                self.model.fill((), self.make_row)
                self.model.set_filter(row_filter)
                self.reload()
                return
            self.model.set_filter(row_filter)
            self.show_state()
            self.settle(kept)

    def show_state(self, *_error: object) -> None:
        """Say how many items are shown, or why none is."""
        shown, total = len(self.model.shown), len(self.model.ids)
        self.filter_bar.show_count(shown, total)
        self._empty.setText(self.empty_words() if not total else self.tr("没有符合筛选条件的条目。"))
        had_keys = self.list.hasFocus() or self._empty.hasFocus()
        was_empty = self._stack.currentIndex() > 0
        self.setFocusProxy(self.list if shown else self._empty)  # not the filter, which takes what is typed
        self._stack.setCurrentIndex(0 if shown else 1)
        if had_keys and was_empty is bool(shown):
            self.setFocus()
            QTimer.singleShot(0, self, partial(begin_entered, self))
        self.state_changed.emit()


def has_selected(document: OpenDocument, kind: str) -> bool:
    """Whether the selected item is of a kind: its list comes to the front and takes it up."""
    view = document.session.view if document.session is not None and document.selected else None
    if view is None:
        return False
    item = view.item(document.selected)
    return view.note(document.selected) is not None if kind == "note" else item is not None and item.kind == kind


def begin(panel: ListPanel) -> None:
    """Make the first open item the current one, the first of all where none is open."""
    if panel.model.shown:
        panel.go_to(panel.model.neighbour("", step=1, verdict="open") or panel.model.shown[0], f"list:{panel.kind}")


def begin_entered(panel: ListPanel) -> None:
    """The list has the keys because it has items now: begin where nothing is current."""
    if panel.list.hasFocus() and not panel.current_id:
        begin(panel)


def go_beyond(panel: ListPanel, gone: str, former: Sequence[str]) -> None:
    """Where the current item is no longer there, the one after it becomes the current one, else the one before."""
    document = panel.document
    if not gone or panel.current_id or panel.model.has(gone) or document is None:
        return
    at = former.index(gone)
    near = (*former[at + 1 :], *reversed(former[:at]))
    found = next((one for one in near if panel.model.has(one) and panel.index_of(one).isValid()), "")
    if found and panel.isVisible():
        leads = document.selected in ("", gone) and not is_read()
        panel.go_to(found, f"list:{panel.kind}" if leads else "")


def is_read() -> bool:
    """Whether a view of the document (a `gui.pages.surface.Surface`) has the keys: what is done there leads nowhere
    else."""
    return hasattr(QApplication.focusWidget(), "zoom_by")


def copy_of(panel: ListPanel, columns: Sequence[int]) -> None:
    """Put the selected rows on the clipboard: these columns, under their titles."""
    chosen = panel.selected_ids()
    if chosen:
        rows = [panel.model.titles, *(panel.model.row_of(one).cells for one in chosen)]
        figures = [panel.model.columns[at].is_figure for at in columns]
        put_on_clipboard([[row[at] for at in columns] for row in rows], figures=figures)


def has_any(panel: ListPanel, state: str) -> bool:
    """Whether a list has items in a state that is offered only where there are such."""
    return state in occasional_states(panel, panel.items())


def occasional_states(panel: ListPanel, items: Sequence[Any]) -> set[str]:
    """Which of the states of a new draft and of a merge there are among a panel's items."""
    session = panel.document.session if panel.document is not None else None
    if session is None:
        return set()
    view = session.view
    if panel.kind == "note":
        return {"conflict"} if disputed_notes(view) else set()
    found = {f"draft-{draft}" for draft in {draft_of(view, item) for item in items} if draft}
    if any(item.kind == panel.kind for item in view.orphans):
        found.add(GONE)
    return found | {"conflict"} if any(item.conflicts for item in items) else found


def column_titles(kind: str) -> tuple[str, ...]:
    """The titles of a list's columns in the user's language."""
    return tuple(field_word(kind, column.field) for column in COLUMNS[kind])


def came_or_went(ids: Iterable[str], panel: ListPanel) -> bool:
    """Whether one of the ids is new among the panel's items, or no longer there."""
    view = panel.document.session.view if panel.document is not None else None
    if view is None or all(_stays(view.item(one), panel.kind, is_known=panel.model.has(one)) for one in ids):
        return False
    present = frozenset(item.id for item in panel.items())
    return any(panel.model.has(one) != (one in present) for one in ids)


def _stays(item: Any, kind: str, *, is_known: bool) -> bool:
    """Whether an item surely neither came nor went: the machine's known ones, and those of other kinds. A merge or
    split shows by the items it adds."""
    if is_known:
        return item is not None and item.machine_id is not None
    return item is not None and item.kind != kind


def links(panel: ListPanel, document: OpenDocument) -> tuple[tuple[Any, Any], ...]:
    """The signals of a document and what of a panel answers to them."""
    return (
        (document.session_ready, panel.reload),
        (document.parse_finished, panel.reload),
        (document.parse_failed, panel.show_state),
        (document.changed, panel.on_changed),
        (document.selection_changed, panel.on_selected),
    )

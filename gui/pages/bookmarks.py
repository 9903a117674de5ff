"""The PDF's own bookmarks as a tree beside the pages: asked for when first looked at, the one that is read in bold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedLayout,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from engine.errors import Cancelled
from engine.model.link import Bookmark
from engine.worker.protocol import Bookmarks, BookmarksRequest, Failed
from gui.bridge.document import OpenDocument
from gui.pages.view import PageView

_FEW = 60  # bookmarks that are all shown unfolded
_ROOT = -1
_ROOM = 12  # pixels around what is said in the tree's place

Index = QModelIndex | QPersistentModelIndex


class BookmarkTree(QAbstractItemModel):
    """The flat outline as a tree of two columns: title, printed page. A place deeper by more than one hangs on the one
    before it."""

    def __init__(self, bookmarks: Sequence[Bookmark], document: OpenDocument, parent: QObject) -> None:
        super().__init__(parent)
        self.bookmarks = bookmarks
        self.reading = _ROOT
        self._document = document
        self._above: list[int] = []
        self._below: dict[int, list[int]] = {_ROOT: []}
        self._row: list[int] = []
        path: list[int] = []
        for at, bookmark in enumerate(bookmarks):
            while path and bookmarks[path[-1]].level >= bookmark.level:
                path.pop()
            above = path[-1] if path else _ROOT
            siblings = self._below.setdefault(above, [])
            self._above.append(above)
            self._row.append(len(siblings))
            siblings.append(at)
            path.append(at)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        below = self._below.get(self.at(parent), ())
        return self.createIndex(row, column, below[row]) if 0 <= row < len(below) and 0 <= column < 2 else QModelIndex()

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        at = self.at(child)
        return self.place(self._above[at]) if at != _ROOT else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._below.get(self.at(parent), ())) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        bookmark = self.bookmarks[self.at(index)]
        words = bookmark.title or self.tr("（无标题）")
        label = self._document.label(bookmark.page) if bookmark.page else ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words if index.column() == 0 else label
            case Qt.ItemDataRole.ToolTipRole:
                return words if bookmark.page else self.tr("{title}（没有指向本文件的某一页）").format(title=words)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("{title}，第 {page} 页").format(title=words, page=label) if label else words
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == 1:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.FontRole if self.at(index) == self.reading:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
        return None

    def at(self, index: Index) -> int:
        """The bookmark of an index, by its number."""
        return int(index.internalId()) if index.isValid() else _ROOT

    def place(self, at: int) -> QModelIndex:
        """The index of a bookmark."""
        return self.createIndex(self._row[at], 0, at) if at != _ROOT else QModelIndex()

    def set_reading(self, at: int) -> None:
        """Show another bookmark as the one that is read."""
        before, self.reading = self.reading, at
        for one in (before, at):
            if one != _ROOT:
                place = self.place(one)
                self.dataChanged.emit(place, place.siblingAtColumn(1), [Qt.ItemDataRole.FontRole])


class BookmarkPane(QWidget):
    """The tree of one view's document, or why there is none."""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self._document: OpenDocument | None = None
        self._is_asked = False
        self._starts: list[tuple[float, float]] = []  # where bookmarks lead to, in the order of the text
        self._order: list[int] = []
        self.model: BookmarkTree | None = None
        self.tree = QTreeView()
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setAccessibleName(self.tr("书签"))
        self.tree.activated.connect(self._on_chosen)
        self.tree.clicked.connect(self._on_chosen)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.retry = QPushButton(self.tr("重试"))
        self.retry.clicked.connect(self._ask)
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(_ROOM, _ROOM, _ROOM, _ROOM)
        column.addWidget(self.words)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(said)
        self._stack.addWidget(self.tree)
        self.setFocusProxy(self.tree)
        view.moved.connect(self._follow)

    def set_document(self, document: OpenDocument | None) -> None:
        """Show another document's bookmarks, once they are looked at."""
        self._document = document
        self._is_asked = False
        self._show(None)
        if document is not None:
            document.feed.bookmarks_ready.connect(self._on_bookmarks)
            document.feed.failed.connect(self._on_failed)
            document.opened.connect(self._ask_if_seen)
            document.parse_finished.connect(self.tree.viewport().update)
        self._ask_if_seen()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._ask_if_seen()
        self._follow()

    def _ask_if_seen(self) -> None:
        if self.isVisible() and not self._is_asked and self._document is not None and self._document.is_open:
            self._ask()

    def _ask(self) -> None:
        if self._document is not None:
            self._is_asked = True
            self._say(self.tr("正在读取书签…"))
            self._document.feed.ask_bookmarks()

    def _on_bookmarks(self, reply: Bookmarks) -> None:
        self._show(reply.bookmarks)

    def _on_failed(self, reply: object) -> None:
        if not isinstance(reply, Failed) or not isinstance(reply.request, BookmarksRequest):
            return
        if not isinstance(reply.error, Cancelled):
            self._say(self.tr("这份文件的书签没有读出来。"), is_retriable=True)

    def _say(self, words: str, *, is_retriable: bool = False) -> None:
        self.words.setText(words)
        self.retry.setVisible(is_retriable)
        self._stack.setCurrentIndex(0)

    def _show(self, bookmarks: Sequence[Bookmark] | None) -> None:
        if self.model is not None:
            self.tree.setModel(None)
            self.model.deleteLater()
            self.model = None
        if not bookmarks or self._document is None:
            is_empty = bookmarks is not None
            self._say(self.tr("这份文件没有书签。标题可以在右边的“大纲”里看。") if is_empty else "")
            return
        self.model = BookmarkTree(bookmarks, self._document, self)
        found = sorted((*_start(bookmark), at) for at, bookmark in enumerate(bookmarks) if bookmark.page)
        self._starts = [(page, down) for page, down, _ in found]
        self._order = [at for *_, at in found]
        self.tree.setModel(self.model)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        if len(bookmarks) <= _FEW:
            self.tree.expandAll()
        self._stack.setCurrentIndex(1)
        self._follow()

    def _on_chosen(self, index: QModelIndex) -> None:
        if self.model is None:
            return
        bookmark = self.model.bookmarks[self.model.at(index)]
        if bookmark.page:
            self._view.travel.to_target(bookmark.page, bookmark.top)
        else:
            place = index.siblingAtColumn(0)
            self.tree.setExpanded(place, not self.tree.isExpanded(place))

    def _follow(self) -> None:
        """Show the bookmark that is read: the last one above a third of the viewport."""
        model, camera = self.model, self._view.camera
        if model is None or not self.isVisible() or not camera.layout.pages:
            return
        page = self._view.page
        sheet = camera.page_box(page)
        _, y = camera.geometry(page).to_page(0.0, camera.height / 3 - sheet.bottom)
        found = bisect_right(self._starts, (page + 1, -y)) - 1
        at = self._order[found] if found >= 0 else _ROOT
        place = model.place(at)
        above = place
        while above.isValid():  # folded away: the one that is seen instead
            above = above.parent()
            if above.isValid() and not self.tree.isExpanded(above):
                place = above
        at = model.at(place)
        if at == model.reading:
            return
        model.set_reading(at)
        if at != _ROOT and not self.tree.hasFocus():
            self.tree.scrollTo(place)


def _start(bookmark: Bookmark) -> tuple[float, float]:
    """Where a bookmark leads to, as something that grows from place to place in the text."""
    return bookmark.page, -bookmark.top if bookmark.top is not None else float("-inf")

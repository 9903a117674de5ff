"""The line above the pages for finding words, with every hit listed below it, in whichever view is in front."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QToolButton, QVBoxLayout

from gui.style.rows import give_room
from gui.tools.finding.grounds import PageGround, TextGround
from gui.tools.finding.search import Hit
from gui.tools.finding.searching import Searching

_WAIT = 200  # milliseconds after the last letter before the search begins
_LIST_EVERY = 120  # milliseconds between two fillings of the list while the search goes on
_ROWS = 5  # rows of the list that show

_NOWHERE = QModelIndex()


class HitList(QAbstractListModel):
    """Hits as lines: page, and the sentence with the words in brackets."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []
        self.document: Any = None

    def show(self, hits: list[Hit], document: Any) -> None:
        """List these."""
        self.beginResetModel()
        self.hits, self.document = list(hits), document
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or not 0 <= index.row() < len(self.hits):
            return None
        hit = self.hits[index.row()]
        page = self.document.label(hit.sheet + 1) if self.document is not None else str(hit.sheet + 1)
        return self.tr("第 {page} 页  {before}【{words}】{after}").format(
            page=page, before=hit.before, words=hit.words, after=hit.after
        )


class FindBar(QFrame):
    """Words, hits, next and previous. Escape closes it: the hit one was at stays selected, the marks of the others go;
    F3 goes on with the same words."""

    taken = Signal()  # a hit became the selected text

    def __init__(self, frame: Any) -> None:
        super().__init__()
        self._frame = frame
        self._pages = Searching(PageGround(frame.area.view), self)
        self._text: Searching | None = None
        frame.area.view.overlay.search = self._pages
        self.search = self._pages
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("查找（不计空格、换行和全半角）"))
        self.edit.setAccessibleName(self.tr("查找"))
        self.edit.setClearButtonEnabled(True)
        self.edit.setMaximumWidth(360)
        self.edit.installEventFilter(self)
        self.count = QLabel()
        self.model = HitList(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        give_room(self.list)
        self.list.setAccessibleName(self.tr("找到的各处"))
        self.list.clicked.connect(self._on_chosen)
        self.list.activated.connect(self._on_chosen)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._on_waited)
        self.edit.textChanged.connect(lambda _words: self._timer.start())
        self._follow(self._pages)
        self._listing = QTimer(self)
        self._listing.setSingleShot(True)
        self._listing.setInterval(_LIST_EVERY)
        self._listing.timeout.connect(self._fill)
        self._build()
        self.hide()
        frame.document_changed.connect(lambda _document: self.leave())
        frame.area.front_changed.connect(self._on_front)

    def ask(self) -> None:
        """Open the line and let the reader type; selected text is taken over, and what stands there is looked for."""
        words = self._frame.area.front.selection.text()
        if words and "\n" not in words and len(words) <= 60:
            self.edit.setText(words)
        self.show()
        self.edit.setFocus()
        self.edit.selectAll()
        self._timer.stop()
        if self.search.query != self.edit.text():
            self.search.start(self.edit.text())

    def leave(self) -> None:
        """Close the line and forget the hits; the words are remembered."""
        self._timer.stop()
        self.search.start("")
        self.hide()
        self._frame.area.front.setFocus()

    def finish(self) -> None:
        """Close the line; the hit one was at is selected, to be marked, copied or read on from."""
        is_taken = self.search.take()
        self.leave()
        if is_taken:
            self.taken.emit()

    def step(self, step: int) -> None:
        """Next (1) or previous (-1) hit, with the line open or closed; asks when nothing was looked for yet."""
        if not self.edit.text().strip():
            self.ask()
        elif self.search.query != self.edit.text():
            self._timer.stop()
            self.search.start(self.edit.text())
        else:
            self.search.go(step)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
            return True
        if event.key() == Qt.Key.Key_Down and self.model.hits:
            self.list.setFocus()
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.edit, 1)
        for words, text, step in ((self.tr("上一处"), "↑", -1), (self.tr("下一处"), "↓", 1)):
            button = QToolButton()
            button.setText(text)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setAutoRaise(True)
            button.clicked.connect(lambda _checked=False, step=step: self.step(step))
            row.addWidget(button)
        row.addWidget(self.count)
        row.addStretch(1)
        cross = QToolButton()
        cross.setText("✕")
        cross.setAutoRaise(True)
        cross.setToolTip(self.tr("关闭查找"))
        cross.setAccessibleName(self.tr("关闭查找"))
        cross.clicked.connect(lambda _checked=False: self.finish())
        row.addWidget(cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.list)
        self.list.hide()

    def _on_waited(self) -> None:
        self._timer.stop()
        if self.isVisible():
            self.search.start(self.edit.text())

    def _follow(self, search: Searching) -> None:
        search.changed.connect(self._refresh)
        search.given_up.connect(self.leave)

    def _on_front(self) -> None:
        """The other view is read now: what is looked for is looked for there."""
        front = self._frame.area.front
        query = self.search.query
        self.search.start("")
        if front is self._frame.area.view:
            self.search = self._pages
        else:
            if self._text is None:
                self._text = Searching(TextGround(front), self)
                self._follow(self._text)
                front.search = self._text
            self.search = self._text
        self.search.start(query)

    def _refresh(self) -> None:
        self.count.setText(self._words())
        if not self.search.is_running:
            self._listing.stop()
            self._fill()
        elif not self._listing.isActive():
            self._listing.start()

    def _fill(self) -> None:
        search = self.search
        if self.model.hits != search.hits:
            self.model.show(search.hits, self._frame.document)
            height = self.list.sizeHintForRow(0) if search.hits else 0
            self.list.setFixedHeight(height * min(_ROWS, len(search.hits)) + 4)
        self.list.setVisible(bool(search.hits))
        if search.current in search.hits:
            self.list.setCurrentIndex(self.model.index(search.hits.index(search.current)))

    def _words(self) -> str:
        search = self.search
        words = self._words_of_hits()
        if search.is_running or not search.unread:
            return words
        unread = self.tr("有 %n 页读不出文字，没有查找", "", len(search.unread))
        return self.tr("{found}；{unread}").format(found=words, unread=unread)

    def _words_of_hits(self) -> str:
        search = self.search
        if not search.query.strip():
            return ""
        if search.is_textless:
            return self.tr("这份文件没有可以查找的文字（扫描件）")
        if not search.hits:
            return self.tr("正在查找…") if search.is_running else self.tr("没有找到")
        count = f"{len(search.hits)}{'…' if search.is_running or search.is_cut else ''}"
        if search.current not in search.hits:
            return self.tr("共 {count} 处").format(count=count)
        return self.tr("第 {at} 处，共 {count} 处").format(at=search.hits.index(search.current) + 1, count=count)

    def _on_chosen(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.search.hits):
            self.search.show(self.search.hits[index.row()])

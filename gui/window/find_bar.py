"""The line above the pages for finding words, with every hit listed below it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
)

from gui.tools.searching import Searching

_WAIT = 200  # milliseconds after the last letter before the search begins
_LISTED = 500  # hits in the list
_ROWS = 5  # rows of the list that show


class FindBar(QFrame):
    """Words, hits, next and previous. Escape closes it and the marks of the hits go."""

    def __init__(self, frame: Any) -> None:
        super().__init__()
        self._frame = frame
        self.search = Searching(frame.area.view)
        frame.area.view.overlay.search = self.search
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("查找（不计空格、换行和全半角）"))
        self.edit.setAccessibleName(self.tr("查找"))
        self.edit.setClearButtonEnabled(True)
        self.edit.setMaximumWidth(360)
        self.edit.installEventFilter(self)
        self.count = QLabel()
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("找到的各处"))
        self.list.itemClicked.connect(self._on_chosen)
        self.list.itemActivated.connect(self._on_chosen)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._on_waited)
        self.edit.textChanged.connect(lambda _words: self._timer.start())
        self.search.changed.connect(self._refresh)
        self._build()
        self.hide()
        frame.document_changed.connect(lambda _document: self.leave())

    def ask(self) -> None:
        """Open the line and let the reader type; text selected on the page is taken over."""
        words = self._frame.area.view.selection.text()
        if words and "\n" not in words and len(words) <= 60:
            self.edit.setText(words)
        self.show()
        self.edit.setFocus()
        self.edit.selectAll()

    def leave(self) -> None:
        """Close the line and forget the hits."""
        self._timer.stop()
        self.search.start("")
        self.hide()
        self._frame.area.view.setFocus()

    def step(self, step: int) -> None:
        """Next (1) or previous (-1) hit; opens the line when nothing was looked for yet."""
        if self.isHidden() or not self.edit.text():
            self.ask()
        elif self.search.query != self.edit.text():
            self._on_waited()
        else:
            self.search.go(step)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        return False

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
        cross.clicked.connect(lambda _checked=False: self.leave())
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

    def _refresh(self) -> None:
        search = self.search
        self.count.setText(self._words())
        if self.list.count() != min(len(search.hits), _LISTED):
            self._fill()
        self.list.setVisible(bool(search.hits))
        if search.current in search.hits:
            at = search.hits.index(search.current)
            if at < self.list.count():
                self.list.setCurrentRow(at)

    def _fill(self) -> None:
        document = self._frame.document
        self.list.clear()
        for hit in self.search.hits[:_LISTED]:
            label = document.label(hit.sheet + 1) if document is not None else str(hit.sheet + 1)
            words = self.tr("第{page}页　…{before}【{words}】{after}…").format(
                page=label, before=hit.before, words=hit.words, after=hit.after
            )
            item = QListWidgetItem(words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, hit)
        if self.list.count():
            self.list.setFixedHeight(self.list.sizeHintForRow(0) * min(_ROWS, self.list.count()) + 4)

    def _words(self) -> str:
        search = self.search
        if not search.query.strip():
            return ""
        if not search.hits:
            return self.tr("正在查找…") if search.is_running else self.tr("没有找到")
        at = search.hits.index(search.current) + 1 if search.current in search.hits else 0
        more = "…" if search.is_running else ""
        return self.tr("第 {at} 处，共 {count} 处").format(at=at, count=f"{len(search.hits)}{more}")

    def _on_chosen(self, item: QListWidgetItem) -> None:
        at = self.list.row(item)
        if 0 <= at < len(self.search.hits):
            self.search.show(self.search.hits[at])

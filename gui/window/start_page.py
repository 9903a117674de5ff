"""The empty window: open a file, drop one, or take up a recent one again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QFont, QKeySequence
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.panels.words.look import QUIET, TITLE, dress, give_role
from gui.style.rows import give_room
from gui.window.recent import Absent, RecentFiles, folder_words

_WIDTH = 520
_EDGES = 8  # pixels above and below the rows together


class StartPage(QWidget):
    """Shown by a frame that has no document."""

    def __init__(self, frame: Any) -> None:
        super().__init__()
        self._frame = frame
        self._files = RecentFiles(frame.settings)
        self._absent = Absent(self)
        self._wanted = ""  # an action asked for before the menus are there
        frame.rest_loaded.connect(self._on_complete)
        title = QLabel(self.tr("批阅"))
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 2.2)
        title.setFont(font)
        lead = QLabel(self.tr("打开一份公文，原文在左，识别结果在右，逐条核对。"))
        lead.setWordWrap(True)
        self.open_button = QPushButton(self.tr("打开文件…"))
        self.open_button.setMinimumHeight(40)
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._on_open)
        self.sample_button = QPushButton(self.tr("打开示例文件"))
        self.sample_button.setMinimumHeight(40)
        self.sample_button.setToolTip(self.tr("先看一份识别好的讲话，试试怎样核对"))
        self.sample_button.clicked.connect(self._on_sample)
        drop = QLabel(self.tr("也可以把 PDF 文件拖到这里。改动自动保存在 PDF 旁边，PDF 本身从不改动，也不联网。"))
        drop.setWordWrap(True)
        give_role(drop, QUIET)
        self.recent = QListWidget()
        self.recent.setFrameShape(QFrame.Shape.NoFrame)
        self.recent.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recent.setAccessibleName(self.tr("最近打开的文件"))
        self.recent.itemActivated.connect(self._on_chosen)
        self.recent.itemClicked.connect(self._on_chosen)
        box = QWidget()
        box.setFixedWidth(_WIDTH)
        column = QVBoxLayout(box)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(lead)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open_button, 2)
        buttons.addWidget(self.sample_button, 1)
        column.addLayout(buttons)
        column.addWidget(drop)
        column.addSpacing(16)
        self._fill(column)
        self._put_in_the_middle(box)

    def _put_in_the_middle(self, box: QWidget) -> None:
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        middle = QHBoxLayout()  # not an alignment: that asks for one line of the words that wrap
        middle.addStretch(1)
        middle.addWidget(box)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)

    def _fill(self, column: QVBoxLayout) -> None:
        entries = self._files.paths()
        if not entries:
            self.recent.setParent(None)
            return
        self._head = QLabel(self.tr("最近打开"))
        give_role(self._head, TITLE)
        column.addWidget(self._head)
        for path in entries:
            item = QListWidgetItem(f"{path.name}    {folder_words(path)}", self.recent)
            item.setToolTip(str(path))
            item.setData(Qt.ItemDataRole.UserRole, str(path))
        give_room(self.recent)
        column.addWidget(self.recent)
        self.recent.ensurePolished()  # the rows are as high as the look makes them
        self.recent.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
        row = self.recent.sizeHintForRow(0)
        self.recent.setMinimumHeight(min(2, len(entries)) * row + _EDGES)  # a low window scrolls the rest
        self.recent.setMaximumHeight(min(8, len(entries)) * row + _EDGES)
        self._forget = QAction(self.tr("从列表中移除"), self.recent)
        self._forget.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self._forget.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._forget.triggered.connect(self.forget)
        self.recent.addAction(self._forget)
        self.recent.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._absent.found.connect(self._on_absent)
        self._absent.look_for(entries)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            dress(self)

    def forget(self) -> None:
        """Take the current file off the list; the file itself stays where it is."""
        item = self.recent.takeItem(self.recent.currentRow())
        if item is not None:
            self._files.remove(Path(item.data(Qt.ItemDataRole.UserRole)))
        if not self.recent.count():
            self.recent.hide()
            self._head.hide()
            self.open_button.setFocus()

    def _on_absent(self, path: Path) -> None:
        for row in range(self.recent.count()):
            item = self.recent.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == str(path):
                item.setText(self.tr("{name}（找不到了）").format(name=path.name) + f"    {folder_words(path)}")
                item.setToolTip(self.tr("{path}\n按 Delete 从列表中移除").format(path=path))
                item.setForeground(self.palette().placeholderText())

    def _on_open(self) -> None:
        self._act("file.open")

    def _on_sample(self) -> None:
        self._act("file.sample")

    def _act(self, action: str) -> None:
        """Do what the menu does; a click before there is a menu is not lost."""
        self._wanted = action
        if self._frame.is_complete:
            self._on_complete()

    def _on_complete(self) -> None:
        action, self._wanted = self._wanted, ""
        if action:
            self._frame.chrome.actions[action].trigger()

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self._frame.open_path(Path(item.data(Qt.ItemDataRole.UserRole)))

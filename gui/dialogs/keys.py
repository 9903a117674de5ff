"""快捷键: every key of the program, made of the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from gui.actions.build import ActionSet, plain_text
from gui.actions.noop import QT_TRANSLATE_NOOP
from gui.actions.table import ACTIONS, MENUS
from gui.style.buttons import word_button
from gui.style.measure import open_at
from gui.style.rows import give_room

MORE: tuple[tuple[str, str], ...] = (
    ("↑ ↓", QT_TRANSLATE_NOOP("keys", "列表里上一项、下一项")),
    ("Tab", QT_TRANSLATE_NOOP("keys", "下一个栏目")),
    ("Esc", QT_TRANSLATE_NOOP("keys", "放弃正在输入的内容，回到列表")),
)
"""Keys that are no actions."""

ON_PAGE: tuple[tuple[str, str], ...] = (
    ("Shift+← → ↑ ↓", QT_TRANSLATE_NOOP("keys", "从光标处选择文字；选中批注时改变它的范围或大小")),
    ("← → ↑ ↓", QT_TRANSLATE_NOOP("keys", "滚动；选中方框或自由批注时移动它，加 Ctrl 移动得更远")),
    ("Space", QT_TRANSLATE_NOOP("keys", "按住时拖动页面，松开则翻过一屏")),
    ("Enter", QT_TRANSLATE_NOOP("keys", "拿着方框或自由批注工具时，放在页面中间")),
)
"""Keys that are no actions, on the page."""


def key_groups(actions: ActionSet | None = None) -> list[tuple[str, list[tuple[str, str]]]]:
    """Title of a menu, and (keys, words) of its actions that have a key and are shown."""
    groups = []
    for menu in MENUS:
        rows = []
        for entry in ACTIONS:
            is_shown = actions is None or actions[entry.id].isVisible()
            if entry.menu == menu.id and entry.shortcuts and is_shown:
                keys = (QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) for one in entry.shortcuts)
                rows.append((" / ".join(keys), plain_text(entry.text)))
        if rows:
            groups.append((plain_text(menu.text), rows))
    more = [(keys, QCoreApplication.translate("keys", words)) for keys, words in MORE]
    page = [(keys, QCoreApplication.translate("keys", words)) for keys, words in ON_PAGE]
    return [
        *groups,
        (QCoreApplication.translate("keys", "页面"), page),
        (QCoreApplication.translate("keys", "列表和输入框"), more),
    ]


class KeysDialog(QDialog):
    """A list to read; closes by Escape."""

    def __init__(self, actions: ActionSet | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键"))
        self.list = QTreeWidget()
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("操作"), self.tr("按键")])
        self.list.setAccessibleName(self.tr("快捷键"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        give_room(self.list)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        for title, rows in key_groups(actions):
            top = QTreeWidgetItem(self.list, [title])
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            for keys, words in rows:
                QTreeWidgetItem(top, [words, keys])
        self.list.expandAll()
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        word_button(buttons, QDialogButtonBox.StandardButton.Close, self.tr("关闭"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.list)
        column.addWidget(buttons)
        open_at(self, 480, 560)

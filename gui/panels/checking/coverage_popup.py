"""What the coverage is made of: by class of numeral, under each heading, in the other lists, by person; a row leads to
its first open item."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTreeWidgetItem, QVBoxLayout, QWidget

from engine.editing.breakdown import Breakdown, Checker, Part, breakdown
from gui.actions.words import KINDS, NUMERAL_CLASSES, listed, word
from gui.panels.checking.coverage_words import coverage_words
from gui.panels.checking.goal_list import GOAL, GoalList
from gui.panels.words.look import QUIET, TITLE, give_role
from gui.style.floating import make_floating
from gui.style.pressing import presses

_SIZE = (460, 420)


class CoveragePopup(QFrame):
    """Opens below the toolbar; ↑ ↓ move, Return or a click goes to what is open, Escape closes."""

    goal_chosen = Signal(str)
    second_wanted = Signal()
    completion_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        make_floating(self)
        self.setAccessibleName(self.tr("核对进度"))
        self.words = QLabel()
        self.role = QLabel()
        self.tree = GoalList([self.tr("范围"), self.tr("待核"), self.tr("已核"), self.tr("其中成批")], wide=0)
        self.second = QPushButton()
        self.complete = QPushButton()
        self._build()

    def show_view(self, view: Any, name: str, *, is_complete: bool) -> None:
        """Count anew and show it."""
        parts = breakdown(view)
        self.words.setText(coverage_words(parts.coverage))
        self.role.setText(role_words(parts, name))
        self.tree.clear()
        order = list(NUMERAL_CLASSES)
        classes = sorted(parts.classes, key=lambda one: order.index(one.key) if one.key in order else len(order))
        words = {one.key: word(NUMERAL_CLASSES.get(one.key, one.key)) for one in classes}
        self._group(self.tr("按数字类别"), ((words[one.key], one) for one in classes))
        self._group(self.tr("按标题"), ((self._heading(view, one.key), one) for one in parts.headings))
        self._group(self.tr("其他内容"), ((word(KINDS[one.key]), one) for one in parts.kinds))
        self._people(parts.people)
        self.tree.expandAll()
        waiting = parts.coverage.first - parts.coverage.second
        self.second.setText(self.tr("只看待复核（{count}）").format(count=waiting))
        self.second.setVisible(waiting > 0 and (parts.role == "second" or len(parts.people) > 1))
        self.complete.setText(self.tr("核对说明…") if is_complete else self.tr("核对完毕…"))

    def open_below(self, button: QWidget) -> None:
        """Show it under a button, inside the screen."""
        screen = button.screen().availableGeometry()
        self.resize(min(_SIZE[0], screen.width()), min(_SIZE[1], screen.height()))
        at = button.mapToGlobal(QPoint(button.width() - self.width(), button.height()))
        x = min(max(at.x(), screen.left()), screen.right() - self.width())
        y = min(at.y(), screen.bottom() - self.height())
        self.move(x, max(y, screen.top()))
        self.show()
        self.tree.setFocus()
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first.child(0) or first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif not presses(event, self.focusWidget()):
            super().keyPressEvent(event)

    def _build(self) -> None:
        give_role(self.words, TITLE)
        give_role(self.role, QUIET)
        self.role.setWordWrap(True)
        self.tree.setAccessibleName(self.tr("核对进度"))
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        for at in (1, 2, 3):
            self.tree.headerItem().setTextAlignment(at, Qt.AlignmentFlag.AlignRight)
        self.tree.goal_chosen.connect(self._go)
        self.second.clicked.connect(lambda: self._leave_for(self.second_wanted))
        self.complete.clicked.connect(lambda: self._leave_for(self.completion_wanted))
        buttons = QHBoxLayout()
        buttons.addWidget(self.second)
        buttons.addStretch(1)
        buttons.addWidget(self.complete)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.role)
        column.addWidget(self.tree, 1)
        column.addLayout(buttons)

    def _group(self, title: str, rows: Iterable[tuple[str, Part]]) -> None:
        made = []
        for name, part in rows:
            row = QTreeWidgetItem([name, _number(part.open), str(part.decided), _number(part.bulk)])
            row.setData(0, GOAL, part.goal)
            row.setToolTip(0, name)
            for column in (1, 2, 3):
                row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if part.open:
                font = row.font(1)
                font.setBold(True)
                row.setFont(1, font)
            made.append(row)
        if made:
            self._head(title).addChildren(made)

    def _people(self, people: Iterable[Checker]) -> None:
        made = []
        for one in people:
            role = self.tr("初核") if one.role == "first" else self.tr("复核")
            who = listed(part for part in (one.name, one.office, role) if part)
            row = QTreeWidgetItem([who, "", str(one.decided), _number(one.bulk)])
            for column in (2, 3):
                row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            made.append(row)
        if made:
            self._head(self.tr("按人员")).addChildren(made)

    def _head(self, title: str) -> QTreeWidgetItem:
        head = QTreeWidgetItem(self.tree, [title])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setFirstColumnSpanned(True)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        return head

    def _heading(self, view: Any, one: str) -> str:
        heading = view.item(one) if one else None
        if heading is None:
            return self.tr("正文之前")
        return f"{'  ' * (int(heading.value('level') or 1) - 1)}{heading.quote}"

    def _go(self, goal: str) -> None:
        self.hide()
        self.goal_chosen.emit(goal)

    def _leave_for(self, signal: Any) -> None:
        self.hide()
        signal.emit()


def role_words(parts: Breakdown, name: str) -> str:
    """Who checks here as what: “张三：复核（初核：李四）。初核 55 处，复核 12 处”."""
    said = QCoreApplication.translate("coverage", "初核 {first} 处，复核 {second} 处")
    counts = said.format(first=parts.coverage.first, second=parts.coverage.second)
    others = "、".join(one.name for one in parts.people if one.role == "first" and not one.is_self)
    if parts.role == "second" and others:
        said = QCoreApplication.translate("coverage", "{name}：复核（初核：{others}）。{counts}")
        return said.format(name=name, others=others, counts=counts)
    said = QCoreApplication.translate("coverage", "{name}：初核。{counts}；由另一人再核一遍就是复核。")
    return said.format(name=name, counts=counts)


def _number(count: int) -> str:
    return str(count) if count else ""

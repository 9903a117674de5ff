"""The same indicator in the 参照文件: value, period, page and sentence of each metric there, to look at and to take as
the basis of a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.editing.values import plain_value
from gui.panels.words.cells import PageLabel, page_phrase
from gui.panels.words.look import HUMAN, QUIET, give_icon, give_role, role_colour

_ROWS = 3
MOST = 20  # metrics listed


class MetricsList(QListWidget):
    """Rows of two lines. Its keys are its own: digits and Space decide, nothing is searched by typing."""

    pressed_key = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def keyboardSearch(self, search: str) -> None:
        """Typed letters and digits are no search here."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.pressed_key.emit(event.key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def fit(self) -> None:
        """As high as its rows, three at most."""
        row = self.sizeHintForRow(0) if self.count() else 0
        self.setFixedHeight(row * min(self.count(), _ROWS) + 2 * self.frameWidth())


_KEYS = frozenset(
    {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_2, Qt.Key.Key_Escape}
)  # see the page, take it, say it is wrong, back


class ReferenceList(QWidget):
    """Metrics of the 参照文件 with the name of the selected one. Without a 参照文件 a button that opens one."""

    page_wanted = Signal(object)  # a metric there: show where it stands
    taken = Signal(object)  # a metric there: it is the basis
    wrong = Signal(object)  # a metric there: it is the basis, and what it says is what it should be here
    open_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metrics: Sequence[Any] = ()
        self._own: Any = None
        self.item_id = ""  # the item whose metrics are listed
        self.list = MetricsList()
        self.list.setAccessibleName(self.tr("参照文件里的同名指标"))
        self.list.pressed_key.connect(self._on_key)
        self.list.itemDoubleClicked.connect(lambda _item: self._say(self.page_wanted))
        self.list.currentRowChanged.connect(lambda _row: self._word_buttons())
        self.none = QLabel(self.tr("参照文件里没有同名指标"))
        give_role(self.none, QUIET)
        self.open = self._button("open", self.tr("打开参照文件…"), self.open_wanted.emit)
        self.see = self._button("find", self.tr("看原页 (空格)"), lambda: self._say(self.page_wanted))
        self.take = self._button("correct", self.tr("作为依据 (回车)"), lambda: self._say(self.taken))
        self.blame = self._button("wrong", "", lambda: self._say(self.wrong))
        row = QGridLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.see, 0, 0)
        row.addWidget(self.take, 0, 1)
        row.addWidget(self.blame, 1, 0, 1, 2)
        row.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.none)
        column.addWidget(self.list)
        column.addLayout(row)
        self.show_metrics(None, (), str)

    @property
    def current(self) -> Any:
        """The metric the keys and buttons act on: the first one until another is chosen; None without any."""
        at = max(0, self.list.currentRow())
        return self._metrics[at] if at < len(self._metrics) else None

    def show_metrics(self, own: Any, found: Sequence[Any] | None, label: PageLabel) -> None:
        """List metrics beside the one being checked; None: there is no 参照文件 open."""
        self._metrics = (found or ())[:MOST]
        self._own = own
        self.list.clear()
        for one in self._metrics:
            self.list.addItem(self._row(own, one, label))
        for widget in (self.list, self.see, self.take):
            widget.setVisible(bool(self._metrics))
        self.open.setVisible(found is None)
        self.none.setVisible(found is not None and not self._metrics)
        self.list.fit()
        self._word_buttons()

    def focus(self) -> bool:
        """Give it the keys; False when there is nothing in it to choose."""
        if not self._metrics and not self.open.isVisibleTo(self):
            return False
        (self.list if self._metrics else self.open).setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "list"):
            for at, one in enumerate(self._metrics):
                if differs(self._own, one):
                    self.list.item(at).setForeground(_human())

    def _row(self, own: Any, one: Any, label: PageLabel) -> QListWidgetItem:
        is_other, is_apart = differs(own, one), says_another_thing(own, one)
        sign = "·" if is_apart else "≠" if is_other else "＝"
        period, name = (str(one.value(field) or "") for field in ("period", "name"))
        parts = (one.quote, period, page_phrase(one.places, label), name)
        words = "  ".join(part for part in parts if part)
        row = QListWidgetItem(f"{sign} {words}\n    {one.sentence}")
        row.setToolTip(one.sentence)
        said = self.tr("与本文不同") if is_other else self.tr("与本文相同")
        said = self.tr("类别与本文不同") if is_apart else said
        row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{said}，{words}，{one.sentence}")
        if is_other:
            row.setForeground(_human())
        return row

    def _word_buttons(self) -> None:
        one = self.current
        is_other = one is not None and differs(self._own, one)
        if is_other:
            self.blame.setText(self.tr("有误，应为“{value}” (2)").format(value=one.quote))
        self.blame.setVisible(is_other)

    def _button(self, icon: str, words: str, say: Any) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        give_icon(button, icon)
        button.setIconSize(QSize(16, 16))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(say)
        return button

    def _say(self, signal: Any) -> None:
        if self.current is not None:
            signal.emit(self.current)

    def _on_key(self, key: int) -> None:
        if key == Qt.Key.Key_Space:
            self._say(self.page_wanted)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_2:
            if self.blame.isVisible():
                self._say(self.wrong)
        else:
            self._say(self.taken)


def _human() -> QBrush:
    return QBrush(role_colour(HUMAN, QGuiApplication.palette()))


def says_another_thing(own: Any, other: Any) -> bool:
    """Whether two metrics of one name cannot be compared: “1200亿元” and its growth, “8.1%”."""
    return own is not None and own.value("kind") != other.value("kind")


def differs(own: Any, other: Any) -> bool:
    """Whether two metrics that can be compared say other values: number, upper end or unit."""
    if own is None or says_another_thing(own, other):
        return False
    fields = ("value", "value_max", "unit")
    return any(plain_value(own.value(field)) != plain_value(other.value(field)) for field in fields)

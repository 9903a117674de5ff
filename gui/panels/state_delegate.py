"""How a row looks by its state: a shape for the verdict, vermilion for what a human changed, a line through what is no
item. Shapes repeat what colours say."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.actions.icons import tinted_icon
from gui.panels.contrast import SHAPE, quiet, readable
from gui.panels.row import Row
from gui.panels.table_model import FIELD_ROLE, ROW_ROLE
from gui.style.colours import INK, VERMILION

FIGURE_FIELDS = frozenset({"page", "value", "open_below"})


class StateDelegate(QStyledItemDelegate):
    """Draws rows of items; the verdict's shape stands before the first column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = QPalette()
        self._icons: dict[str, QIcon] = {}
        self.dress()

    def dress(self) -> None:
        """Take the colours of the system's palette as it is now."""
        palette = QGuiApplication.palette()
        base = palette.color(QPalette.ColorRole.Base)
        self._human = readable(VERMILION, base)
        self._quiet = quiet(palette)
        self._icons = {
            "open": tinted_icon("open-dot", readable(INK, base, SHAPE)),
            "correct": tinted_icon("correct", readable(INK, base, SHAPE)),
            "wrong": tinted_icon("wrong", readable(VERMILION, base, SHAPE)),
            "doubtful": tinted_icon("doubtful", readable(VERMILION, base, SHAPE)),
            "rejected": tinted_icon("reject", quiet(palette)),
        }

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        field = index.data(FIELD_ROLE)
        if index.column() == 0:
            self._put_shape(option, row)
        self._put_words(option, row, field)
        if field in FIGURE_FIELDS:
            font = QFont(option.font)
            font.setFeature(QFont.Tag("tnum"), 1)
            option.font = font

    def _put_shape(self, option: QStyleOptionViewItem, row: Row) -> None:
        icon = self._icons.get("rejected" if row.reading == "rejected" else row.verdict)
        if icon is None:
            return
        option.icon = icon
        option.decorationSize = QSize(16, 16)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def _put_words(self, option: QStyleOptionViewItem, row: Row, field: str) -> None:
        if row.reading == "rejected":
            font = QFont(option.font)
            font.setStrikeOut(True)
            option.font = font
            option.palette.setColor(QPalette.ColorRole.Text, self._quiet)
            return
        is_wrong = row.verdict == "wrong" and is_main_field(field)
        if is_wrong or field in row.changed or (row.reading == "added" and is_main_field(field)):
            option.palette.setColor(QPalette.ColorRole.Text, self._human)
        if is_wrong or (row.is_doubtful_reading and row.verdict == "open" and is_main_field(field)):
            font = QFont(option.font)
            font.setBold(is_wrong)
            font.setUnderline(not is_wrong)
            option.font = font


def is_main_field(field: str) -> bool:
    """Whether a field is the one by which its item is known."""
    return field in {"quote", "title", "text"}

"""How a row looks by its state: a shape for the verdict, vermilion for what a human changed, a line through what is no
item. Shapes repeat what colours say."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.actions.icons import tinted_icon
from gui.panels.contrast import quiet, readable
from gui.panels.row import Row
from gui.panels.table_model import FIELD_ROLE, ROW_ROLE
from gui.style.colours import INK, VERMILION

SHAPES = {
    "open": "open-dot",
    "correct": "correct",
    "wrong": "wrong",
    "doubtful": "doubtful",
    "rejected": "reject",
    "highlight": "highlight",
    "underline": "underline",
    "strike": "strike",
    "box": "box",
    "note": "note",
}
"""The icon that says a verdict, or a note's type."""

FIGURE_FIELDS = frozenset({"page", "value", "open_below"})


class StateDelegate(QStyledItemDelegate):
    """Draws rows of items; the verdict's shape stands before the first column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = QPalette()
        self._icons: dict[str, QIcon] = {}
        self._chosen_icons: dict[str, QIcon] = {}
        self.dress()

    def dress(self) -> None:
        """Take the colours of the system's palette as it is now."""
        palette = QGuiApplication.palette()
        base = palette.color(QPalette.ColorRole.Base)
        self._human = readable(VERMILION, base)
        self._quiet = quiet(palette)
        ink, human = readable(INK, base), readable(VERMILION, base)
        colours = dict.fromkeys(SHAPES, human) | {"open": ink, "correct": ink, "rejected": self._quiet}
        chosen = palette.color(QPalette.ColorRole.HighlightedText)
        self._icons = {state: tinted_icon(SHAPES[state], colour) for state, colour in colours.items()}
        self._chosen_icons = {state: tinted_icon(shape, chosen) for state, shape in SHAPES.items()}

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

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line, on the 4-pixel grid; trees ask."""
        width = super().sizeHint(option, index).width()
        return QSize(width, row_height(option.fontMetrics.height()))

    def _put_shape(self, option: QStyleOptionViewItem, row: Row) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        icons = self._chosen_icons if is_chosen else self._icons
        icon = icons.get("rejected" if row.reading == "rejected" else row.verdict)
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


def row_height(line: int) -> int:
    """The height of a row of one line of text, on the 4-pixel grid."""
    return -(-(line + 10) // 4) * 4


def is_main_field(field: str) -> bool:
    """Whether a field is the one by which its item is known."""
    return field in {"quote", "title", "text"}

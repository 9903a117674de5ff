"""How a row looks by its state: a shape for the verdict, vermilion for what a human changed, a line through what is no
item. Shapes repeat what colours say, and a selected row keeps its colours: its ground is a tint, a bar at its left.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.actions.icons import tinted_icon
from gui.panels.lists.table_model import FIELD_ROLE, HEAD_ROLE, ROW_ROLE
from gui.panels.words.contrast import blend, contrast, luminance, readable
from gui.panels.words.marked_words import draw_marked
from gui.panels.words.row import OTHERS_WRONG, Row
from gui.style.colours import INK, VERMILION

Index = QModelIndex | QPersistentModelIndex

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

FIGURE_FIELDS = frozenset({"page", "value", "open_below", "decided"})

MARKED_FIELDS = frozenset({"sentence", "context"})
"""Fields whose cells mark the item's own words."""

HUMAN_FIELDS = frozenset({"should_be", "basis", "verified_with"})
"""Fields that only humans fill."""

_BAR = 3  # pixels of the bar at the left of a selected row
_INDENT = 8


class Ink(NamedTuple):
    """The colours of one ground: plain and selected rows."""

    text: QColor
    human: QColor
    quiet: QColor
    marked: QColor
    icons: dict[str, QIcon]


class StateDelegate(QStyledItemDelegate):
    """Draws rows of items; the verdict's shape stands before the first column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dress()

    def dress(self) -> None:
        """Take the colours of the system's palette as it is now."""
        palette = QGuiApplication.palette()
        base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        self._bar = readable(palette.color(QPalette.ColorRole.Highlight), base, 3.0)
        self.ground = selection_ground(palette)
        self._head_ground = blend(base, text, 0.07)
        self._plain = ink_on(base, text)
        self._chosen = ink_on(self.ground, text)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        ink = self._ink(option)
        option.palette.setColor(QPalette.ColorRole.Highlight, self.ground)
        option.palette.setColor(QPalette.ColorRole.HighlightedText, ink.text)
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        field = index.data(FIELD_ROLE)
        if index.column() == 0:
            put_shape(option, row, ink)
        put_words(option, row, field, ink)
        if field in FIGURE_FIELDS:
            font = QFont(option.font)
            font.setFeature(QFont.Tag("tnum"), 1)
            option.font = font

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        head = index.data(HEAD_ROLE)
        if head is not None:
            self._paint_head(painter, option, head.said, is_folded=head.is_folded)
            return
        row = index.data(ROW_ROLE)
        if isinstance(row, Row) and row.mark is not None and index.data(FIELD_ROLE) in MARKED_FIELDS:
            self._paint_marked(painter, option, index, row.mark)
        else:
            super().paint(painter, option, index)
        if index.column() == 0 and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(QRect(option.rect.left(), option.rect.top(), _BAR, option.rect.height()), self._bar)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, on the 4-pixel grid; trees ask."""
        width = super().sizeHint(option, index).width()
        return QSize(width, row_height(option.fontMetrics.height()))

    def _ink(self, option: QStyleOptionViewItem) -> Ink:
        return self._chosen if option.state & QStyle.StateFlag.State_Selected else self._plain

    def _paint_marked(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, mark: tuple[int, int]
    ) -> None:
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        words, drawn.text = drawn.text, ""
        style = drawn.widget.style() if drawn.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        is_chosen = bool(drawn.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        painter.save()
        painter.setClipRect(drawn.rect)
        painter.setFont(drawn.font)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, drawn, drawn.widget) + 1
        inside = drawn.rect.adjusted(margin, 0, -margin, 0)
        draw_marked(painter, inside, words, mark, drawn.palette.color(role), self._ink(drawn).marked)
        painter.restore()

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, words: str, *, is_folded: bool) -> None:
        """Every cell draws its slice of the line, which runs over the whole width."""
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(option.rect)
        painter.fillRect(option.rect, self.ground if is_chosen else self._head_ground)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._ink(option).text)
        line = option.rect.height()
        width = option.widget.width() if option.widget is not None else option.rect.right()
        draw_arrow(painter, QRect(_INDENT, option.rect.top(), 12, line), is_folded=is_folded)
        box = QRect(_INDENT + 18, option.rect.top(), width - _INDENT - 26, line)
        said = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
        painter.restore()


def selection_ground(palette: QPalette) -> QColor:
    """The ground of a selected row: as much of the system's as leaves vermilion and ink to be seen."""
    base, highlight = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Highlight)
    ground = base
    for share in (0.16, 0.22, 0.3, 0.4):
        ground = blend(base, highlight, share)
        if contrast(ground, base) >= 1.15:
            break
    return ground


def ink_on(ground: QColor, text: QColor) -> Ink:
    """The colours of meaning on a ground."""
    human, ink = readable(VERMILION, ground), readable(INK, ground)
    pale = readable(blend(text, ground, 0.45), ground)
    marked = blend(ground, INK, 0.18 if luminance(ground) > 0.2 else 0.55)
    colours = dict.fromkeys(SHAPES, human) | {"open": ink, "correct": ink, "rejected": pale}
    icons = {state: chosen_too(SHAPES[state], colour) for state, colour in colours.items()}
    return Ink(readable(text, ground), human, pale, marked, icons)


def chosen_too(shape: str, colour: QColor) -> QIcon:
    """An icon that looks the same in a selected row: Qt would tint it there."""
    icon = tinted_icon(shape, colour)
    for ratio in (1.0, 2.0):
        picture = icon.pixmap(QSize(16, 16), ratio)
        icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


def put_shape(option: QStyleOptionViewItem, row: Row, ink: Ink) -> None:
    """The verdict's shape before the words."""
    icon = ink.icons.get("rejected" if row.reading == "rejected" else row.verdict)
    if icon is None:
        return
    option.icon = icon
    option.decorationSize = QSize(16, 16)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration


def put_words(option: QStyleOptionViewItem, row: Row, field: str, ink: Ink) -> None:
    """Colour and weight of the words."""
    if row.reading == "rejected":
        font = QFont(option.font)
        font.setStrikeOut(True)
        option.font = font
        colour_words(option, ink.quiet)
        return
    is_wrong = row.verdict == "wrong" and is_main_field(field)
    if field in row.changed and not option.text:
        option.text = QCoreApplication.translate("card", "（空）")  # a human took the value away: that is to be seen
    is_human = field in HUMAN_FIELDS or field in row.changed or (row.reading == "added" and is_main_field(field))
    is_wrong_elsewhere = OTHERS_WRONG in row.states and is_main_field(field)  # its own dot says that it is open here
    if is_wrong or is_human or is_wrong_elsewhere:
        colour_words(option, ink.human)
    if is_wrong or (row.is_doubtful_reading and row.verdict == "open" and is_main_field(field)):
        font = QFont(option.font)
        font.setBold(is_wrong)
        font.setUnderline(not is_wrong)
        option.font = font


def colour_words(option: QStyleOptionViewItem, colour: QColor) -> None:
    """The words of a plain and of a selected row."""
    option.palette.setColor(QPalette.ColorRole.Text, colour)
    option.palette.setColor(QPalette.ColorRole.HighlightedText, colour)


def draw_arrow(painter: QPainter, box: QRect, *, is_folded: bool) -> None:
    """A triangle that points at what is folded away, or down to what is shown."""
    middle = box.center()
    if is_folded:
        corners = [QPoint(middle.x() - 2, middle.y() - 4), QPoint(middle.x() - 2, middle.y() + 4)]
        corners.append(QPoint(middle.x() + 3, middle.y()))
    else:
        corners = [QPoint(middle.x() - 4, middle.y() - 2), QPoint(middle.x() + 4, middle.y() - 2)]
        corners.append(QPoint(middle.x(), middle.y() + 3))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(painter.pen().color())
    painter.drawPolygon(corners)


def row_height(line: int) -> int:
    """The height of a row of one line of text, on the 4-pixel grid."""
    return -(-(line + 10) // 4) * 4


def is_main_field(field: str) -> bool:
    """Whether a field is the one by which its item is known."""
    return field in {"quote", "title", "text"}

"""Blocks set in type: every piece as lines that know where each character stands. Coordinates are the block's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from gui.bridge.text import Units
from gui.transcript.typeface import ALIGNMENT, Setting, Typeface

_FAR = 1e6
_LIFT = 3.0  # pixels above a line of text or a table at which a page is ruled off


class SetPiece:
    """One piece of text in lines, at (x, y) of its block."""

    def __init__(self, piece: int, text: str, units: Units, layout: QTextLayout, at: QPointF) -> None:
        self.piece = piece
        self.text = text
        self.layout = layout
        self.at = at
        self._units = units

    @property
    def frame(self) -> QRectF:
        """The room the lines take."""
        return self.layout.boundingRect().translated(self.at)

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Where characters [start, end) stand, a rectangle a line."""
        low, high = self._units.utf16(start), self._units.utf16(end)
        found = []
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            if low >= last or high <= first:
                continue
            left, right = _across(line, max(low, first)), _across(line, min(high, last))
            top = self.at.y() + line.y()
            found.append(QRectF(self.at.x() + min(left, right), top, abs(right - left), line.height()))
        return found

    def caret(self, at: int, *, is_late: bool = False) -> QRectF:
        """Where the caret stands before character `at`; of no width. `is_late`: at the end of a line rather than at
        the beginning of the next."""
        row = self.layout.lineAt(self.line_of(at, is_late=is_late))
        return QRectF(self.at.x() + _across(row, self._units.utf16(at)), self.at.y() + row.y(), 0.0, row.height())

    def line_of(self, at: int, *, is_late: bool = False) -> int:
        """Number of the line that holds a caret."""
        offset = self._units.utf16(at) - (1 if is_late and at > 0 else 0)
        for number in range(self.layout.lineCount() - 1):
            line = self.layout.lineAt(number)
            if offset < line.textStart() + line.textLength():
                return number
        return max(self.layout.lineCount() - 1, 0)

    def line_range(self, number: int) -> tuple[int, int]:
        """The characters [start, end) of a line."""
        line = self.layout.lineAt(number)
        start, end = line.textStart(), line.textStart() + line.textLength()
        return self._units.code_point(start), self._units.code_point(end)

    def line_near(self, y: float) -> int:
        """Number of the line nearest to a height of the block."""
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            if y < self.at.y() + line.y() + line.height():
                return number
        return max(self.layout.lineCount() - 1, 0)

    def caret_in(self, number: int, x: float) -> int:
        """The gap between characters of a line nearest to `x` of the block."""
        line = self.layout.lineAt(number)
        at = self._units.code_point(line.xToCursor(x - self.at.x()))
        end = self.line_range(number)[1]
        if number < self.layout.lineCount() - 1 and at == end - 1:  # Qt stops before the last sign of a broken line
            left, right = _across(line, self._units.utf16(at)), line.naturalTextRect().right()
            return end if x - self.at.x() > (left + right) / 2 else at
        return at

    def is_over(self, x: float, y: float) -> bool:
        """Whether a point lies on the text."""
        return any(rect.contains(x, y) for rect in self.rects(0, len(self.text)))

    def step(self, at: int, step: int) -> int:
        """The caret one sign (with what combines with it) further or back."""
        offset = self._units.utf16(at)
        move = self.layout.nextCursorPosition if step > 0 else self.layout.previousCursorPosition
        return self._units.code_point(move(offset))

    def ranges(self, parts: Sequence[tuple[int, int, QTextCharFormat]]) -> list[QTextLayout.FormatRange]:
        """Stretches [start, end) with their looks, for drawing."""
        made = []
        for start, end, look in parts:
            one = QTextLayout.FormatRange()
            one.start = self._units.utf16(start)
            one.length = self._units.utf16(end) - one.start
            one.format = look
            made.append(one)
        return made


class SetBlock:
    """A block in type: its pieces, its rules (of a table), its height with the white space around it, and its width."""

    def __init__(self, pieces: list[SetPiece], height: float, width: float, rules: Sequence[QRectF] = ()) -> None:
        self.pieces = pieces
        self.height = height
        self.width = width
        self.rules = rules
        self.head = QRectF()

    def piece(self, number: int) -> SetPiece | None:
        """One of its pieces by number."""
        at = number - self.pieces[0].piece if self.pieces else -1
        return self.pieces[at] if 0 <= at < len(self.pieces) else None

    def page_rule(self, piece: SetPiece) -> float:
        """The height at which a line says that a page begins with a piece: a table's row stays whole below it."""
        box = self.rules[self.pieces.index(piece)] if self.rules else None
        if box is None:
            return piece.caret(0).top() - _LIFT
        return box.top() - (_LIFT if box.top() <= 0 else 0.0)

    def nearest(self, x: float, y: float) -> SetPiece | None:
        """The piece nearest to a point."""
        return min(self.pieces, key=lambda one: _distance(one.frame, x, y), default=None)


def set_paragraph(
    typeface: Typeface, setting: Setting, piece: int, text: str, bold: Sequence[tuple[int, int]] = ()
) -> SetBlock:
    """A paragraph, as wide as the column."""
    em = typeface.em
    margin = min(setting.margin * em, typeface.width / 4)
    indent = min(setting.indent * em, typeface.width / 4)
    one = set_piece(typeface, setting, (piece, text), typeface.width - margin, indent=indent, bold=bold)
    one.at = QPointF(margin, setting.above * em)
    height = one.layout.boundingRect().height() + (setting.above + setting.below) * em
    return SetBlock([one], height, typeface.width)


def set_piece(
    typeface: Typeface,
    setting: Setting,
    text: tuple[int, str],
    width: float,
    *,
    indent: float = 0.0,
    bold: Sequence[tuple[int, int]] = (),
) -> SetPiece:
    """Lines of `width` at most."""
    units = Units(text[1])
    layout = QTextLayout(text[1], typeface.font(setting))
    option = QTextOption(ALIGNMENT[setting.align])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    one = SetPiece(*text, units, layout, QPointF())
    if bold:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        layout.setFormats(one.ranges([(start, end, look) for start, end in bold]))
    _break_lines(layout, typeface.pitch(setting), max(width, 1.0), indent)
    return one


def _break_lines(layout: QTextLayout, pitch: float, width: float, indent: float) -> None:
    layout.beginLayout()
    y = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width - indent, 1.0))
        room = max(pitch - line.height(), 0.0)
        line.setPosition(QPointF(indent, y + room / 2))
        y += line.height() + room
        indent = 0.0
    layout.endLayout()


def _across(line: object, offset: int) -> float:
    """The x of a UTF-16 offset; PySide gives (x, offset)."""
    found = line.cursorToX(offset)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)


def _distance(frame: QRectF, x: float, y: float) -> float:
    beside = max(frame.left() - x, x - frame.right(), 0.0)
    above = max(frame.top() - y, y - frame.bottom(), 0.0)
    return beside + above * 3

"""One line of words with its marked part on a tint, drawn so that the mark is in sight."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

BEFORE = 8  # characters shown before the mark


def draw_marked(
    painter: QPainter, box: QRect, words: str, mark: tuple[int, int], colour: QColor, ground: QColor
) -> None:
    """Draw the words from a little before their mark, cut at the right where the box ends."""
    before, marked, after = parts_of(words, mark)
    metrics = painter.fontMetrics()
    painter.setPen(colour)
    x = float(box.left())
    for part, is_marked in ((before, False), (marked, True), (after, False)):
        room = box.right() + 1 - x
        if not part or room < metrics.averageCharWidth():
            continue
        said = metrics.elidedText(part, Qt.TextElideMode.ElideRight, int(room))
        wide = float(metrics.horizontalAdvance(said))
        if is_marked:
            top = box.top() + (box.height() - metrics.height()) / 2
            painter.fillRect(QRectF(x, top, wide, metrics.height()), ground)
        painter.drawText(
            QRectF(x, box.top(), room, box.height()), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said
        )
        x += wide


def parts_of(words: str, mark: tuple[int, int]) -> tuple[str, str, str]:
    """What stands before the mark (cut at the left), the mark, and what follows."""
    start, end = mark
    first = max(0, start - BEFORE)
    return ("…" if first else "") + words[first:start], words[start:end], words[end:]

"""Where something small is put beside what is marked: not over it, and wholly in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize

_GAP = 12


def place_beside(size: QSize, taken: Sequence[QRect], around: QRect) -> QPoint:
    """The corner of something of a size: right of what is taken, else below, above, left of it, within `around`; where
    all of these hide some of it, the place that hides least."""
    shown = [rect for rect in taken if rect.intersects(around)] or list(taken)
    whole = QRect()
    for rect in shown:
        whole = whole.united(rect)
    last = shown[-1]
    wishes = (
        QPoint(whole.right() + _GAP, last.top()),
        QPoint(last.right() - size.width() // 2, whole.bottom() + _GAP),
        QPoint(last.right() - size.width() // 2, whole.top() - _GAP - size.height()),
        QPoint(whole.left() - _GAP - size.width(), last.top()),
    )
    kept = [_within(QRect(wish, size), around) for wish in wishes]
    return min(kept, key=lambda rect: _hidden(rect, shown)).topLeft()


def _within(rect: QRect, around: QRect) -> QRect:
    left = max(around.left(), min(rect.left(), around.right() - rect.width() - _GAP))
    top = max(around.top(), min(rect.top(), around.bottom() - rect.height() - _GAP))
    return QRect(QPoint(left, top), rect.size())


def _hidden(rect: QRect, taken: Sequence[QRect]) -> int:
    """Pixels of what is taken that the rectangle lies over."""
    parts = (rect.intersected(one) for one in taken)
    return sum(part.width() * part.height() for part in parts if not part.isEmpty())

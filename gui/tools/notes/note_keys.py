"""The selected note moved and resized by keys, while the page has the focus and the caret is not browsed with.

Arrows move a box or a pin by a point (with Ctrl by ten); Shift with an arrow moves a box's right or lower edge, or the
end of marked text; Ctrl+Shift+arrow to the side its beginning. What is done in one go is one step.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from gui.pages.selection import Caret
from gui.panels.words.announce import announce
from gui.tools.caret.caret_motion import by_line, by_sign
from gui.tools.gestures.aim import Aim
from gui.tools.gestures.note_ends import range_of_note
from gui.tools.gestures.note_grips import Gripped, selected_note, stretched
from gui.tools.words.writing import move_to_box, move_to_text

_PAUSE = 1000  # milliseconds after which the next key begins another step

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class NoteKeys(QObject):
    """Keys of one page view."""

    def __init__(self, aim: Aim) -> None:
        super().__init__(aim.view)
        self._aim = aim
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._on_pause)

    def key(self, event: QKeyEvent) -> bool:
        """Move or resize; whether the key was used."""
        arrow = _ARROWS.get(Qt.Key(event.key()))
        gripped = selected_note(self._aim) if arrow is not None else None
        modifiers = event.modifiers()
        if arrow is None or gripped is None or modifiers & Qt.KeyboardModifier.AltModifier:
            return False
        has_shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        has_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if gripped.is_text:
            return has_shift and self._move_end(gripped, *arrow, is_start=has_control)
        step = (10 if has_control else 1) * self._aim.view.camera.scale
        return self._move_box(gripped, QPointF(arrow[0] * step, arrow[1] * step), is_resizing=has_shift)

    def _move_box(self, gripped: Gripped, way: QPointF, *, is_resizing: bool) -> bool:
        if is_resizing and not gripped.is_box:
            return False
        rect = self._resized(gripped.rect, way) if is_resizing else stretched(gripped.rect, "body", way.x(), way.y())
        sheet = gripped.marks[0].page - 1
        box, document = self._aim.box_of(sheet, rect, keeps_size=not is_resizing), self._aim.view.document
        if box is not None and document is not None:
            move_to_box(document, gripped.note, sheet + 1, box, is_run=True)
            self._after(sheet + 1)
        return True

    def _resized(self, rect: QRectF, way: QPointF) -> QRectF:
        right, low = max(rect.right() + way.x(), rect.left() + 1), max(rect.bottom() + way.y(), rect.top() + 1)
        return QRectF(rect.topLeft(), QPointF(right, low))

    def _move_end(self, gripped: Gripped, across: int, down: int, *, is_start: bool) -> bool:
        ends, document = range_of_note(self._aim, gripped), self._aim.view.document
        if ends is None or document is None:
            return True
        fixed, moved = reversed(ends) if is_start else ends
        text = self._aim.text(moved.sheet)
        if text is None:
            return True
        at = by_sign(text, moved.at, across) if across else by_line(text, moved.at, down, text.abscissa(moved.at))
        there = Caret(moved.sheet, at) if at is not None else moved
        if (there < fixed) == (moved < fixed) and there not in (fixed, moved):
            move_to_text(document, gripped.note, self._aim.view.selection.between(fixed, there), is_run=True)
            self._after(there.sheet + 1)
        return True

    def _after(self, page: int) -> None:
        document = self._aim.view.document
        self._pause.start()
        if document is None or document.session is None:
            return
        note = document.session.view.note(document.selected)
        if note is not None:
            self._aim.view.show_places(note.places, glide=False)
            announce(self._aim.view, note.quote or self.tr("第 {page} 页").format(page=document.label(page)))

    def _on_pause(self) -> None:
        document = self._aim.view.document
        if document is not None and document.session is not None:
            document.session.end_merging()

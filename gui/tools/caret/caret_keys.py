"""The caret on the page: set by a click, moved by the keyboard, stretched to a selection with Shift.

Arrows scroll and check; they move the caret only while 光标浏览 (F7) is on. Shift with an arrow stretches the selection
from where a click or a drag has left the caret, as in other readers.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from engine.model.geometry import Box
from gui.pages.page_text import PageText
from gui.pages.selection import END, Caret
from gui.panels.words.announce import announce
from gui.style.colours import VERMILION
from gui.tools.caret.caret_motion import by_line, by_sign, by_word, end_of_line, first_gap, is_other_column, last_gap
from gui.tools.gestures.aim import Aim

_RIM = 24.0  # pixels kept free around the caret when the view follows it
_PAGEFUL = 0.9  # share of the viewport a page key moves
_MOST_SAID = 200  # characters read out


class Motion(NamedTuple):
    """What a key asks of the caret: `unit` is sign, word, line, end, pageful or document; `step` 1 or -1."""

    unit: str
    step: int
    is_stretching: bool = False


_KEYS = {
    Qt.Key.Key_Left: ("sign", -1),
    Qt.Key.Key_Right: ("sign", 1),
    Qt.Key.Key_Up: ("line", -1),
    Qt.Key.Key_Down: ("line", 1),
    Qt.Key.Key_Home: ("end", -1),
    Qt.Key.Key_End: ("end", 1),
    Qt.Key.Key_PageUp: ("pageful", -1),
    Qt.Key.Key_PageDown: ("pageful", 1),
}
_WITH_CONTROL = {"sign": "word", "end": "document"}


def motion_of_key(event: QKeyEvent) -> Motion | None:
    """What a key asks of the caret, None for keys that ask nothing."""
    found = _KEYS.get(Qt.Key(event.key()))
    if found is None or event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return None
    unit, step = found
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        if unit not in _WITH_CONTROL:
            return None
        unit = _WITH_CONTROL[unit]
    return Motion(unit, step, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))


class CaretKeys(QObject):
    """The caret of one page view; it is the head of the view's selection."""

    selected = Signal(bool)  # whether text is selected now

    def __init__(self, aim: Aim) -> None:
        super().__init__(aim.view)
        self.is_browsing = False
        self._aim = aim
        self._goal: float | None = None  # displayed abscissa that lines are gone through at
        self._last: Caret | None = None  # where the keys have left the caret
        self._is_awaited = False  # the caret is to be set when the text of its page has come
        self._pending: Motion | None = None  # waits for the text of a page
        self._supply: QObject | None = None

    def browse(self, is_on: bool) -> None:  # noqa: FBT001 - an action's signal
        """Show the caret and let arrows move it, or let them scroll again."""
        self.is_browsing = is_on
        view = self._aim.view
        if is_on:
            if view.selection.head is None or not self._is_in_sight():
                self._put_in_sight()
            view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._show()
            announce(view, self.tr("光标浏览已打开：用方向键移动光标，按住 Shift 选择文字"))
        else:
            announce(view, self.tr("光标浏览已关闭"))
        view.viewport().update()

    def key(self, event: QKeyEvent) -> bool:
        """Move the caret; whether the key was used."""
        motion = motion_of_key(event)
        if motion is None or not (self.is_browsing or motion.is_stretching):
            return False
        if self._aim.view.selection.head is None:
            if not self.is_browsing:
                return False
            self._put_in_sight()
        self._pending = None
        if self._aim.view.selection.head != self._last:
            self._goal = None
        self._go(motion)
        return True

    def select_all(self) -> None:
        """All text of the document."""
        view = self._aim.view
        if view.supply is None or not view.camera.layout.pages:
            return
        for sheet in view.camera.visible():
            view.supply.ask_text(sheet)
        view.selection.select(Caret(0, 0), Caret(len(view.camera.layout.pages) - 1, END))
        view.viewport().update()
        self.selected.emit(True)  # noqa: FBT003
        announce(view, self.tr("已选择全文"))

    def paint(self, painter: QPainter) -> None:
        """The caret, while it is browsed with."""
        rect = self.rect() if self.is_browsing else None
        if rect is not None:
            painter.fillRect(rect, VERMILION)

    def rect(self) -> QRectF | None:
        """Where the caret stands in the viewport."""
        head, view = self._aim.view.selection.head, self._aim.view
        text = self._aim.text(head.sheet) if head is not None and head.sheet < len(view.camera.layout.pages) else None
        box = text.caret_box(head.at) if text is not None and head is not None else None
        if head is None or box is None:
            return None
        sheet, scale = view.camera.page_box(head.sheet), view.camera.scale
        across = sheet.left + (box.left + box.right) / 2 * scale
        down = sheet.bottom + (box.bottom + box.top) / 2 * scale
        is_upright = box.height >= box.width  # else text on its side
        width, height = (2.0, box.height * scale + 4) if is_upright else (box.width * scale + 4, 2.0)
        return QRectF(across - width / 2, down - height / 2, width, height)

    def _is_in_sight(self) -> bool:
        rect, camera = self.rect(), self._aim.view.camera
        return rect is not None and rect.intersects(QRectF(0, 0, camera.width, camera.height))

    def _put_in_sight(self) -> None:
        """Set the caret at the selected item while it shows, else at the first line that does."""
        view = self._aim.view
        if not view.camera.layout.pages:
            return
        begin = self._of_selected()
        if begin is not None:
            self._is_awaited = self._listening(begin.sheet) is None
            view.selection.select(begin, begin)
            return
        top = view.camera.spot_at(view.camera.width / 2, _RIM)
        text = self._listening(top.sheet)
        self._is_awaited = text is None
        carets = [line.start for line in text.lines] if text is not None else []
        seen = (at for at in carets if text is not None and (box := text.caret_box(at)) and box.bottom >= top.down)
        here = Caret(top.sheet, next(seen, carets[-1] if carets else 0))
        view.selection.select(here, here)

    def _of_selected(self) -> Caret | None:
        """Where the selected item or note begins, if that shows."""
        view = self._aim.view
        document, supply = view.document, view.supply
        marks = supply.marks.of_item(document.selected) if document is not None and supply is not None else ()
        if document is None or document.session is None or not marks:
            return None
        found = document.session.view.item(document.selected) or document.session.view.note(document.selected)
        place = found.places[0] if found is not None and found.places else None
        rect = self._aim.rect(marks[0].page, marks[0].boxes[0])
        if place is None or place.chars is None or not 0 <= rect.bottom <= view.camera.height:
            return None
        return Caret(place.page - 1, place.chars[0])

    def _go(self, motion: Motion) -> None:
        selection = self._aim.view.selection
        head = selection.head
        if head is None:
            return
        if not motion.is_stretching and not selection.is_empty and motion.unit == "sign" and selection.anchor:
            found: Caret | None = min(selection.anchor, head) if motion.step < 0 else max(selection.anchor, head)
        else:
            found = self._moved(head, motion)
        if found is None:
            return
        anchor = selection.anchor if motion.is_stretching and selection.anchor is not None else found
        selection.select(anchor, found)
        self._last = found
        if motion.unit not in {"line", "pageful"}:
            self._goal = None
        self._show()
        self.selected.emit(not selection.is_empty)
        self._say(motion, head, found)

    def _moved(self, head: Caret, motion: Motion) -> Caret | None:
        """Where the caret comes to; None when it cannot move, or waits for a page's text."""
        text = self._text(head.sheet, motion)
        if text is None:
            return None
        at = min(head.at, len(text.text))
        if motion.unit == "document":
            return self._at_end(motion)
        if motion.unit == "end":
            return Caret(head.sheet, end_of_line(text, at, motion.step))
        if motion.unit == "pageful":
            return self._by_pageful(Caret(head.sheet, at), text, motion)
        if motion.unit == "line":
            there = by_line(text, at, motion.step, self._abscissa(text, at))
            if there is not None and is_other_column(text, at, there):
                self._goal = None
        else:
            there = (by_sign if motion.unit == "sign" else by_word)(text, at, motion.step)
        return Caret(head.sheet, there) if there is not None else self._on_next_page(head.sheet, motion)

    def _on_next_page(self, sheet: int, motion: Motion) -> Caret | None:
        other = sheet + motion.step
        if not 0 <= other < len(self._aim.view.camera.layout.pages):
            return None
        text = self._text(other, motion)
        if text is None:
            return None
        at = first_gap(text) if motion.step > 0 else last_gap(text)
        if motion.unit == "line" and text.lines and self._goal is not None:
            at = text.nearest_gap(text.lines[0 if motion.step > 0 else -1], self._goal)
        return Caret(other, at)

    def _at_end(self, motion: Motion) -> Caret | None:
        sheet = len(self._aim.view.camera.layout.pages) - 1 if motion.step > 0 else 0
        text = self._text(sheet, motion)
        if text is None:
            return None
        return Caret(sheet, last_gap(text) if motion.step > 0 else first_gap(text))

    def _by_pageful(self, head: Caret, text: PageText, motion: Motion) -> Caret | None:
        """As far as a viewport holds, at the same abscissa."""
        view = self._aim.view
        box = text.caret_box(head.at) or Box(0.0, 0.0, 0.0, 0.0)
        sheet, scale = view.camera.page_box(head.sheet), view.camera.scale
        down = sheet.bottom + (box.bottom + box.top) / 2 * scale + motion.step * view.camera.height * _PAGEFUL
        spot = view.camera.spot_at(sheet.left + box.left * scale, down)
        there = self._text(spot.sheet, motion)
        return None if there is None else Caret(spot.sheet, there.caret_at(spot.across, spot.down))

    def _abscissa(self, text: PageText, at: int) -> float:
        if self._goal is None:
            self._goal = text.abscissa(at)
        return self._goal

    def _text(self, sheet: int, motion: Motion) -> PageText | None:
        """A page's text; where it has not come, the motion is made when it comes."""
        text = self._listening(sheet)
        if text is None:
            self._pending = motion
        return text

    def _listening(self, sheet: int) -> PageText | None:
        """A page's text, or word of it when it comes."""
        supply = self._aim.view.supply
        if supply is not None and self._supply is not supply:
            self._supply = supply
            supply.text_came.connect(self._on_text)
        return self._aim.text(sheet)

    def _on_text(self, _sheet: int) -> None:
        if self._is_awaited:
            self._put_in_sight()
            self._aim.view.viewport().update()
        motion, self._pending = self._pending, None
        if motion is not None:
            self._go(motion)

    def _show(self) -> None:
        """Scroll as little as brings the caret into sight."""
        view = self._aim.view
        rect = self.rect()
        head = view.selection.head
        if rect is None:
            if head is not None and head.sheet not in view.camera.visible():
                view.travel.to_page(head.sheet)
            return
        x, y = view.camera.x, view.camera.y
        y += min(0.0, rect.top() - _RIM) + max(0.0, rect.bottom() + _RIM - view.camera.height)
        x += min(0.0, rect.left() - _RIM) + max(0.0, rect.right() + _RIM - view.camera.width)
        if (x, y) != (view.camera.x, view.camera.y):
            view.scroll_to(x, y, glide=False)
        view.viewport().update()

    def _say(self, motion: Motion, before: Caret, now: Caret) -> None:
        """Read out what was stretched over, or where the caret is now."""
        view = self._aim.view
        text = self._aim.text(now.sheet)
        if text is None:
            return
        if motion.is_stretching:
            count = sum(part.end - part.start for part in view.selection.stretches())
            announce(view, self.tr("已选择 %n 字", "", count))
        elif motion.unit in {"sign", "word", "end"} and before.sheet == now.sheet:
            start, end = (now.at, now.at + 1) if motion.unit != "word" else text.word_at(now.at)
            announce(view, text.text[start:end])
        else:
            start, end = text.line_at(now.at)
            announce(view, text.text[start : min(end, start + _MOST_SAID)])

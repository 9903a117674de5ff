"""Selecting by dragging, also where the text comes later than the hand; and scrolling at the edges."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.pages.selection import Caret, TextSelection
from gui.tools.gestures.edge_scrolling import EdgeScrolling
from gui.tools.gestures.text_gesture import TextGesture


class View(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.selection = TextSelection(lambda _sheet: None)

    def viewport(self) -> QWidget:
        return self


class LateAim:
    """Text of ten characters a word, ten pixels a character; a spot is a number of pixels."""

    height = 100.0

    def __init__(self, view: View, *, has_text: bool) -> None:
        self.view = view
        self.has_text = has_text
        self.waiting: list[Callable[[], None]] = []

    def spot(self, point: QPointF) -> float:
        return point.x()

    def caret_of(self, spot: float) -> Caret | None:
        return Caret(0, round(spot / 10)) if self.has_text else None

    def unit(self, caret: Caret, clicks: int) -> tuple[Caret, Caret]:
        start = 0 if clicks == 3 else caret.at // 10 * 10
        return Caret(0, start), Caret(0, 100 if clicks == 3 else start + 10)

    def select(self, anchor: Caret, head: Caret) -> None:
        self.view.selection.select(anchor, head)

    def scroll_by(self, step: float) -> None:
        pass

    def when_text_comes(self, call: Callable[[], None]) -> None:
        self.waiting.append(call)

    def bring(self) -> None:
        self.has_text = True
        waiting, self.waiting = self.waiting, []
        for call in waiting:
            call()


class Hand:
    """A pointer with a gesture in it; `heard` is what was told and clicked."""

    def __init__(self, aim: LateAim) -> None:
        self.heard: list[object] = []
        self.gesture = TextGesture(aim, self.heard.append, lambda point: self.heard.append(point.x()))

    def event(self, x: float, kind: QEvent.Type, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        left = Qt.MouseButton.LeftButton
        return QMouseEvent(kind, QPointF(x, 50), QPointF(x, 50), left, left, held)

    def drag(self, start: float, end: float, **held: Qt.KeyboardModifier) -> None:
        self.gesture.press(self.event(start, QEvent.Type.MouseButtonPress, **held))
        self.gesture.move(QPointF(end, 50))
        self.gesture.release(QPointF(end, 50))

    def double(self, x: float) -> None:
        self.gesture.double(self.event(x, QEvent.Type.MouseButtonDblClick))
        self.gesture.release(QPointF(x, 50))


@pytest.fixture(params=[True, False], ids=["with text", "before the text"])
def aim(request: pytest.FixtureRequest, qtbot: QtBot) -> LateAim:
    view = View()
    qtbot.addWidget(view)
    return LateAim(view, has_text=request.param)


def selected(aim: LateAim) -> tuple[int, int] | None:
    selection = aim.view.selection
    return None if selection.anchor is None or selection.head is None else (selection.anchor.at, selection.head.at)


def test_a_drag_selects_what_lies_between_also_when_the_text_comes_after_it(aim: LateAim) -> None:
    hand = Hand(aim)
    hand.drag(20, 340)
    aim.bring()
    assert selected(aim) == (2, 34)
    assert hand.heard[-1] is True


def test_a_double_click_selects_the_word_also_when_the_text_comes_after_it(aim: LateAim) -> None:
    hand = Hand(aim)
    hand.double(150)
    aim.bring()
    assert selected(aim) == (10, 20)
    assert hand.heard[-1] is True


def test_what_waits_for_text_is_forgotten_with_the_next_press(aim: LateAim) -> None:
    hand = Hand(aim)
    hand.drag(20, 340)
    hand.drag(500, 500)
    aim.bring()
    assert aim.view.selection.is_empty
    assert hand.heard[-1] == 500.0


def test_escape_forgets_what_waits_for_text(aim: LateAim) -> None:
    hand = Hand(aim)
    hand.gesture.press(hand.event(20, QEvent.Type.MouseButtonPress))
    hand.gesture.move(QPointF(340, 50))
    hand.gesture.cancel()
    aim.bring()
    assert aim.view.selection.is_empty
    assert hand.heard[-1] is False


def test_shift_stretches_from_where_it_began(aim: LateAim) -> None:
    hand = Hand(aim)
    aim.view.selection.select(Caret(0, 5), Caret(0, 5))
    hand.drag(300, 300, held=Qt.KeyboardModifier.ShiftModifier)
    aim.bring()
    assert selected(aim) == (5, 30)


def test_beyond_an_edge_it_scrolls_the_faster_the_farther_until_the_drag_is_over(qtbot: QtBot) -> None:
    view = View()
    qtbot.addWidget(view)
    steps: list[float] = []
    edge = EdgeScrolling(view, lambda: 100.0, steps.append)
    for y, step in ((-30.0, -15.0), (140.0, 20.0)):
        edge.follow(QPointF(10, y))
        qtbot.waitUntil(lambda step=step: step in steps)
    edge.follow(QPointF(10, 50))
    assert not edge.is_scrolling
    edge.follow(QPointF(10, 140))
    edge.stop()
    assert not edge.is_scrolling

"""A monkey at the window: random keys, clicks, drags, wheels, actions, documents and themes. Nothing may be raised, Qt
may not warn, and what is saved in the end is what the session holds.

MONKEY_SEED and MONKEY_STEPS choose another run; every step is written to MONKEY_LOG before it is done.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from engine.storage.codec import decode
from gui.actions.table import ACTIONS
from gui.window.desks import file_desk
from gui.window.frame import Frame

from .conftest import WAIT, has_parse

pytestmark = [pytest.mark.long, pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")]

STEPS = int(os.environ.get("MONKEY_STEPS", "2000"))
SEED = int(os.environ.get("MONKEY_SEED", "1"))
LOG = os.environ.get("MONKEY_LOG", os.devnull)

KEYS = [getattr(Qt.Key, f"Key_{name}") for name in (
    *"ABCDEFGHIJKLMNOPRSTUVXYZ0123456789", "Return", "Enter", "Escape", "Tab", "Backtab", "Space", "Backspace",
    "Delete", "Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown", "Menu", "Plus", "Minus",
    "BracketLeft", "BracketRight", *(f"F{number}" for number in range(1, 13)),
)]  # fmt: skip
NO, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
MODIFIERS = (NO, NO, NO, CONTROL, CONTROL, SHIFT, ALT, CONTROL | SHIFT, CONTROL | ALT)
BUTTONS = (*[Qt.MouseButton.LeftButton] * 4, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
LEFT_OUT = {"file.quit"}


class Monkey:
    """Does one random thing at a time with whatever windows there are."""

    def __init__(self, first: Frame, papers: list[Path], chance: random.Random, qtbot: QtBot) -> None:
        self.windows = first.windows
        self.papers = papers
        self.chance = chance
        self.qtbot = qtbot
        self.ways: list[tuple[Callable[[], str], int]] = [
            (self.key, 30), (self.click, 20), (self.drag, 6), (self.wheel, 8), (self.act, 25), (self.open, 1),
            (self.lay_beside, 1), (self.wait, 12), (self.type, 4),
        ]  # fmt: skip

    def frame(self) -> Frame:
        if not self.windows.frames:
            self.windows.open_path(self.chance.choice(self.papers))
        return self.chance.choice(self.windows.frames)

    def step(self) -> None:
        ways, weights = zip(*self.ways, strict=True)
        way = self.chance.choices(ways, weights)[0]
        say(way.__name__)
        way()
        self.close_what_asks()

    def close_what_asks(self) -> None:
        """Menus and dialogs are closed by Esc, mostly."""
        asks = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if asks is not None and self.chance.random() < 0.5:
            press(asks, Qt.Key.Key_Escape)

    def key(self) -> None:
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.frame()
        key, modifiers = self.chance.choice(KEYS), self.chance.choice(MODIFIERS)
        say(f"  {key} {modifiers} at {target}")
        press(target, key, modifiers)

    def type(self) -> None:
        target = QApplication.focusWidget()
        if target is not None and isValid(target):
            QTest.keyClicks(target, self.chance.choice(("12.5", "abc", "x" * 30, "1")))

    def widget(self) -> QWidget:
        frame = self.frame()
        shown = [one for one in frame.findChildren(QWidget) if one.isVisible() and one.width() > 2 and one.height() > 2]
        return self.chance.choice([frame.area.front.viewport(), *self.chance.choices(shown or [frame], k=2)])

    def point(self, widget: QWidget) -> QPoint:
        return QPoint(self.chance.randrange(max(1, widget.width())), self.chance.randrange(max(1, widget.height())))

    def click(self) -> None:
        widget = self.widget()
        point, button = self.point(widget), self.chance.choice(BUTTONS)
        say(f"  {button} at {point} of {widget}")
        modifiers = self.chance.choice((NO, NO, NO, CONTROL, SHIFT))
        QTest.mousePress(widget, button, modifiers, point)
        if isValid(widget):  # a window may close under the pointer
            QTest.mouseRelease(widget, button, modifiers, point)
        if isValid(widget) and self.chance.random() < 0.2:
            QTest.mouseDClick(widget, button, NO, point)

    def drag(self) -> None:
        viewport = self.frame().area.front.viewport()
        start, end = self.point(viewport), self.point(viewport)
        say(f"  {start} to {end} of {viewport}")
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NO, start)
        for part in range(1, 5):
            if isValid(viewport):
                QTest.mouseMove(viewport, start + (end - start) * part / 4)
        if isValid(viewport):
            QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NO, end)

    def wheel(self) -> None:
        widget = self.widget()
        point = QPointF(self.point(widget))
        turn = QPoint(0, self.chance.choice((-480, -120, 120, 480)))
        modifiers = self.chance.choice((NO, NO, CONTROL, SHIFT))
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(
            point, QPointF(widget.mapToGlobal(point.toPoint())), QPoint(), turn, Qt.MouseButton.NoButton, modifiers,
            phase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def act(self) -> None:
        frame = self.frame()
        if frame.chrome is None:
            return
        actions = [one.id for one in ACTIONS if one.id not in LEFT_OUT]
        named = [(one, frame.chrome.actions[one]) for one in actions]
        name, action = self.chance.choice([one for one in named if one[1].isEnabled() and one[1].isVisible()])
        say(f"  {name} of {frame}")
        action.trigger()

    def open(self) -> None:
        frame, paper = self.frame(), self.chance.choice(self.papers)
        if frame.chrome is not None and QApplication.activeModalWidget() is None:
            say(f"  {paper.name}")
            if self.chance.random() < 0.7 or len(self.windows.frames) > 2:
                frame.open_path(paper)
            else:
                self.windows.open_path(paper, beside=frame)

    def lay_beside(self) -> None:
        frame = self.frame()
        if frame.reference is not None and frame.document is not None and QApplication.activeModalWidget() is None:
            frame.reference.open(self.chance.choice(self.papers))

    def wait(self) -> None:
        self.qtbot.wait(self.chance.choice((1, 1, 5, 20, 60)))


def say(words: str) -> None:
    with Path(LOG).open("a") as file:
        file.write(words + "\n")


def press(target: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> None:
    if isValid(target):
        QTest.keyClick(target, key, modifiers)


def close_modal() -> None:
    """What waits for an answer in a loop of its own, where no step is done, is told Esc."""
    asks = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if asks is not None:
        say(f"  Esc to {asks}")
        press(asks, Qt.Key.Key_Escape)


@pytest.fixture
def papers(speech: Path, root: Path, tmp_path: Path) -> list[Path]:
    """The speech, a copy of it, and something that is no PDF."""
    other, broken = tmp_path / "desk" / "另一份.pdf", tmp_path / "desk" / "坏.pdf"
    shutil.copyfile(speech, other)
    broken.write_bytes(b"%PDF-1.7\nnothing")
    return [speech, other, speech, other, broken]


@pytest.fixture
def no_questions(monkeypatch: pytest.MonkeyPatch, papers: list[Path], tmp_path: Path) -> random.Random:
    """The system's dialogs for files answer at once, or are given up."""
    chance = random.Random(SEED)

    def chosen(*_: object) -> tuple[str, str]:
        return str(chance.choice([*papers, ""])), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([chosen()[0]], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chance.choice([str(tmp_path / "out.pdf"), ""]), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(file_desk, "SAMPLE", papers[1])  # the bundled one is not to be annotated
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    return chance


def test_nothing_a_monkey_does_breaks_the_window(
    parsed: Callable[[Path], Frame], papers: list[Path], no_questions: random.Random, qtbot: QtBot
) -> None:
    first = parsed(papers[0])
    monkey = Monkey(first, papers, no_questions, qtbot)
    timer = QTimer()
    timer.timeout.connect(close_modal)
    timer.start(300)
    for _ in range(STEPS):
        monkey.step()
    timer.stop()
    while asks := QApplication.activePopupWidget() or QApplication.activeModalWidget():
        asks.close()
    qtbot.wait(1)
    for frame in tuple(monkey.windows.frames):
        check_saved(frame, qtbot)


def check_saved(frame: Frame, qtbot: QtBot) -> None:
    """What lies beside the PDF is what the session holds."""
    document = frame.document
    if document is None or document.error is not None:
        return
    qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)
    document.save_now()
    qtbot.waitUntil(lambda: not document.session.is_dirty, timeout=WAIT)
    sidecar = document._review.saver.where.path
    if sidecar.exists():
        saved, held = decode(sidecar.read_bytes()).review, document.session.snapshot()  # without what undo left behind
        assert saved.sections == held.sections
    else:  # nothing was changed here; what there is was found under the other name of the same bytes
        assert not document.session.steps

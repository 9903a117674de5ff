"""What threads hand to the interface's thread, and what becomes of it when whoever waited is gone."""

from __future__ import annotations

import ast
import gc
import weakref
from pathlib import Path
from threading import Thread, current_thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gui.bridge import outlet as door
from gui.bridge.outlet import outlet

GUI = Path(__file__).parents[4] / "gui"


class Receiver(QObject):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heard: list[tuple[object, Thread]] = []

    def receive(self, value: object) -> None:
        self.heard.append((value, current_thread()))


def test_values_come_in_order_in_the_thread_of_the_interface(qtbot: QtBot, qapp: QObject) -> None:
    receiver = Receiver(qapp)
    tell = outlet(receiver.receive)
    Thread(target=lambda: [tell(number) for number in range(100)]).start()
    qtbot.waitUntil(lambda: len(receiver.heard) == 100)
    assert receiver.heard == [(number, current_thread()) for number in range(100)]
    receiver.deleteLater()


def test_a_thread_still_at_work_when_the_program_has_ended_is_not_told_so(
    qapp: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    interface = door._Interface()
    monkeypatch.setattr(door, "_interface", lambda: interface)
    receiver = Receiver(qapp)
    tell = outlet(receiver.receive)
    delete(interface)  # as Qt does with everything at the end
    tell("too late")
    assert not receiver.heard
    receiver.deleteLater()


def test_nothing_is_heard_by_an_object_that_qt_has_deleted(qtbot: QtBot, qapp: QObject) -> None:
    gone, other = Receiver(qapp), Receiver(qapp)
    tell, tell_other = outlet(gone.receive), outlet(other.receive)
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
    Thread(target=lambda: (tell("late"), tell_other("in time"))).start()
    qtbot.waitUntil(lambda: bool(other.heard))
    assert not gone.heard
    other.deleteLater()


def test_an_outlet_does_not_keep_its_receiver(qtbot: QtBot) -> None:
    receiver = Receiver()
    tell = outlet(receiver.receive)
    seen = weakref.ref(receiver)
    del receiver
    gc.collect()
    assert seen() is None
    tell("nobody is there")


def test_a_thread_that_outlives_what_it_works_for_does_not_end_the_process(qtbot: QtBot, qapp: QObject) -> None:
    """Emitting on the object itself ended the process once in some thousand deletions."""
    tells = []

    def tell_all() -> None:
        while not is_over:
            for tell in tuple(tells[-3:]):
                tell("something")

    is_over: list[bool] = []
    thread = Thread(target=tell_all)
    thread.start()
    for _ in range(2000):
        receiver = Receiver(qapp)
        tells.append(outlet(receiver.receive))
        receiver.deleteLater()
        QCoreApplication.sendPostedEvents(receiver, QEvent.Type.DeferredDelete)
    is_over.append(True)
    thread.join()
    QCoreApplication.processEvents()


@pytest.mark.parametrize("path", sorted(GUI.rglob("*.py")), ids=lambda path: path.stem)
def test_whoever_starts_a_thread_has_it_tell_by_an_outlet(path: Path) -> None:
    text = path.read_text("utf-8")
    if "Thread(" not in text or path.name == "reading.py":  # reads before Qt is there, and puts in the inbox
        return
    names = {name.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom) for name in node.names}
    assert "outlet" in names

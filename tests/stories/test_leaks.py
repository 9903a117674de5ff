"""What was opened and closed leaves nothing: objects of Qt, threads, processes, descriptors (also of shared memory)."""

from __future__ import annotations

import gc
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.window.frame import Frame

from .conftest import WAIT, has_parse

pytestmark = [
    pytest.mark.long,
    pytest.mark.qt_log_ignore("propagateSizeHints", "does not support"),
    pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="reads /proc"),
]

Parsed = Callable[[Path], Frame]


def held() -> dict[str, int]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()
    gc.collect()
    roots = [QApplication.instance(), *QApplication.topLevelWidgets()]
    tasks = Path("/proc/self/task")
    return {
        "objects": sum(1 + len(root.findChildren(QObject)) for root in roots),
        "threads": threading.active_count(),
        "processes": sum(len((one / "children").read_text().split()) for one in tasks.iterdir()),
        "descriptors": sum(1 for _ in Path("/proc/self/fd").iterdir()),
    }


def open_document(frame: Frame, papers: list[Path], turn: int, qtbot: QtBot) -> None:
    frame.open_path(papers[(turn + 1) % 3])
    qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)


def open_reference(frame: Frame, papers: list[Path], turn: int, qtbot: QtBot) -> None:
    frame.reference.open(papers[1 + turn % 2])
    beside = frame.document.reference
    qtbot.waitUntil(lambda: beside.session is not None and beside.session.parse is not None, timeout=WAIT)
    frame.reference.close()


def open_window(frame: Frame, papers: list[Path], turn: int, qtbot: QtBot) -> None:
    other = frame.windows.open_path(papers[1 + turn % 2], beside=frame)
    qtbot.waitUntil(lambda: has_parse(other), timeout=WAIT)
    assert other.close()


@pytest.mark.parametrize(("once", "times"), [(open_document, 20), (open_reference, 10), (open_window, 10)])
def test_nothing_is_left_of_what_was_opened_and_closed(
    once: Callable[..., None], times: int, parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    papers = [speech, *(speech.with_name(f"{number}.pdf") for number in (1, 2))]
    for paper in papers[1:]:
        shutil.copyfile(speech, paper)
    frame = parsed(speech)
    for turn in range(3):
        once(frame, papers, turn, qtbot)
    qtbot.wait(500)
    first = held()
    for turn in range(3, times):
        once(frame, papers, turn, qtbot)
    qtbot.waitUntil(lambda: all(now <= first[name] for name, now in held().items()), timeout=WAIT)

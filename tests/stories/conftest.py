"""Stories run the real `main()` of the program, with folders of their own for settings and state."""

from __future__ import annotations

import gc
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from engine.model.parse import Parse
from engine.worker.memory import Shared
from engine.worker.parse_worker import ParseWorker
from engine.worker.protocol import ParseRequest
from gui.launch import main
from gui.window.frame import Frame
from gui.window.windows import Windows

WAIT = 30_000  # milliseconds a story waits for anything

Launch = Callable[..., Frame]


@pytest.fixture(scope="session")
def parses() -> dict[ParseRequest, Parse]:
    """What the parse worker made of the documents of this run: they are the same few in most stories."""
    return {}


@pytest.fixture(autouse=True)
def parsed_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, parses: dict[object, Parse]) -> None:
    """The parse worker is started for bytes it has not seen yet; what it said of others is said again, in the thread
    and at the place where its reply would come. Stories about the parse itself are marked `parses_anew`."""
    if request.node.get_closest_marker("parses_anew"):
        return
    by_worker = ParseWorker.parse

    def parse(worker: ParseWorker, document: Shared, asked: ParseRequest, tell: Callable[[int, int], None]) -> Parse:
        if asked not in parses:
            parses[asked] = by_worker(worker, document, asked, tell)
        else:
            tell(parses[asked].source.page_count, parses[asked].source.page_count)
        return parses[asked]

    monkeypatch.setattr(ParseWorker, "parse", parse)


@pytest.fixture
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home of the story's own; nothing of the user's is read or written."""
    home = tmp_path / "home"
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        folder = home / name.lower()
        folder.mkdir(parents=True)
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder))
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture
def launch(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, own_folders: Path) -> Iterator[Launch]:
    """`launch("file.pdf")` runs `main` as the command does, up to its event loop, which is the test's then."""
    started: list[Windows] = []

    def entered(*_: object) -> int:
        for widget in QApplication.topLevelWidgets():
            windows = widget.windows if isinstance(widget, Frame) else None
            if isinstance(windows, Windows) and windows not in started:
                started.append(windows)
        return 0

    monkeypatch.setattr(QApplication, "exec", entered)

    def launched(*words: object) -> Frame:
        assert main([str(word) for word in words]) == 0
        return started[-1].frames[0]

    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield launched
    for number, handler in handlers.items():
        signal.signal(number, handler)
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, Frame) and isValid(widget):
            leave(widget, qtbot)
    gc.unfreeze()  # else the next window's freezing would keep what this one left for good
    gc.collect()


def leave(frame: Frame, qtbot: QtBot) -> None:
    """Close a window as its user would, without questions, and let Qt delete it."""
    document = frame.document
    if document is not None:
        if not document.close():
            document.abandon()
        frame.document = None
    frame.close()
    frame.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def speech(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample that the story may annotate."""
    copy = tmp_path / "desk" / "讲话.pdf"
    copy.parent.mkdir()
    shutil.copyfile(sample, copy)
    return copy


@pytest.fixture
def parsed(launch: Launch, qtbot: QtBot) -> Callable[[Path], Frame]:
    """Launch with a file and wait until its parse is there."""

    def opened(path: Path) -> Frame:
        frame = launch(path)
        qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)
        return frame

    return opened


@pytest.fixture
def frame(parsed: Callable[[Path], Frame], speech: Path, qtbot: QtBot) -> Frame:
    """The speech in a window that has the keys."""
    opened = parsed(speech)
    with qtbot.waitActive(opened):
        opened.activateWindow()
    return opened


def has_parse(frame: Frame) -> bool:
    """Whether everything is loaded and the document is understood."""
    document = frame.document
    session = document.session if document is not None else None
    return frame.is_complete and session is not None and session.parse is not None

"""What is in the way is said in the window, with what to do next, and the window stays usable."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.editing.verbs import set_field
from engine.errors import NotSaved
from engine.storage.saver import Saver
from gui.window.frame import Frame
from gui.window.telling.banner import Banner
from gui.window.telling.message_page import MessagePage

from .conftest import WAIT, Launch, has_parse

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def message_of(frame: Frame, qtbot: QtBot) -> MessagePage:
    """The message in the place of the pages, once it is there."""
    qtbot.waitUntil(lambda: isinstance(frame.area.instead, MessagePage), timeout=WAIT)
    shown = frame.area.instead
    assert isinstance(shown, MessagePage)
    return shown


def assert_usable(frame: Frame, good: Path, qtbot: QtBot) -> None:
    """Another file opens in the same window."""
    qtbot.waitUntil(lambda: frame.is_complete, timeout=WAIT)
    frame.open_path(good)
    qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)
    assert frame.area.instead is None
    assert len(frame.document.pages) == 8


def test_a_missing_file_is_named_and_another_opens(launch: Launch, speech: Path, qtbot: QtBot) -> None:
    frame = launch(speech.with_name("没有.pdf"))
    message = message_of(frame, qtbot)
    assert "没有.pdf" in message.words.text
    assert_usable(frame, speech, qtbot)


def test_a_text_file_named_pdf_is_told_to_be_none(launch: Launch, speech: Path, qtbot: QtBot) -> None:
    fake = speech.with_name("文字.pdf")
    fake.write_text("这不是一份 PDF\n" * 40, "utf-8")
    frame = launch(fake)
    message = message_of(frame, qtbot)
    assert "不是 PDF" in message.words.title
    assert_usable(frame, speech, qtbot)


def test_an_empty_file_is_told_to_be_empty(launch: Launch, speech: Path, qtbot: QtBot) -> None:
    empty = speech.with_name("空.pdf")
    empty.touch()
    frame = launch(empty)
    message = message_of(frame, qtbot)
    assert "空" in message.words.title
    assert_usable(frame, speech, qtbot)


def test_an_encrypted_file_asks_for_a_copy_without_password(launch: Launch, speech: Path, qtbot: QtBot) -> None:
    locked = speech.with_name("加密.pdf")
    writer = PdfWriter(clone_from=PdfReader(speech))
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(locked)
    frame = launch(locked)
    message = message_of(frame, qtbot)
    assert "密码" in message.words.title
    assert_usable(frame, speech, qtbot)


def test_a_file_the_system_does_not_let_us_read_is_told_so(launch: Launch, speech: Path, qtbot: QtBot) -> None:
    frame = launch(speech.parent)  # a folder: reading it fails for every user, root too
    message = message_of(frame, qtbot)
    assert "读取" in message.words.title
    assert_usable(frame, speech, qtbot)


@pytest.fixture
def sealed(speech: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document in a folder nothing can be written to, whoever runs the test."""
    folder = speech.parent
    folder.chmod(0o500)
    if os.access(folder, os.W_OK):  # root: let the disk layer say what the system would say to others
        real = os.open

        def refusing(path: object, flags: int, *rest: object, **named: object) -> int:
            inside = Path(os.fsdecode(path)).parent == folder if isinstance(path, str | bytes | os.PathLike) else False
            if inside and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                raise PermissionError(13, "Permission denied", os.fspath(path))
            return real(path, flags, *rest, **named)

        monkeypatch.setattr(os, "open", refusing)
    return speech


def test_a_folder_without_write_permission_is_named_and_the_work_is_kept_here(
    launch: Launch, sealed: Path, qtbot: QtBot
) -> None:
    try:
        frame = launch(sealed)
        qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)
        document = frame.document
        metric = document.session.view.metrics[0]
        by = document.session.person.id
        document.apply(set_field(document.session.view, item=metric.id, field="name", value="新名", by=by), "story")
        qtbot.waitUntil(lambda: isinstance(frame.area.banner, Banner), timeout=WAIT)
        assert document.save_state[0] == "kept-here"
        assert "只读" in frame.area.banner.text
        assert frame.close()
        again = launch(sealed)
        qtbot.waitUntil(lambda: has_parse(again), timeout=WAIT)
        assert again.document.session.view.item(metric.id).value("name") == "新名"
    finally:
        sealed.parent.chmod(0o700)


def test_a_scan_shows_its_pages_and_says_that_it_has_no_text(launch: Launch, shared: Path, qtbot: QtBot) -> None:
    scan = shared / "corpus" / "yinzhou-2011" / "speech-scan.pdf"
    if not scan.exists():
        pytest.skip("no scan among the gold documents")
    frame = launch(scan)
    qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)
    assert not frame.document.has_text
    assert isinstance(frame.area.banner, Banner)
    assert "没有文字" in frame.area.banner.text


def test_a_page_whose_worker_was_killed_says_so_and_is_drawn_on_retry(
    launch: Launch, speech: Path, qtbot: QtBot
) -> None:
    frame = launch(speech)
    qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)
    view = frame.area.view
    qtbot.waitUntil(lambda: not view.supply.pictures.is_waiting(), timeout=WAIT)
    client = frame.document.feed._client
    view.glide.is_enabled = False
    os.kill(client.pid, signal.SIGSTOP)
    view.travel.to_page(5)
    qtbot.waitUntil(lambda: 5 in {want.sheet for want in view.supply.pictures._asked}, timeout=WAIT)
    qtbot.waitUntil(lambda: 6 not in {one.page for one in client._waiting}, timeout=WAIT)  # the worker holds it now
    os.kill(client.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(view.supply.failures), timeout=WAIT)
    qtbot.waitUntil(lambda: not view.supply.pictures.is_waiting(), timeout=WAIT)
    assert list(view.supply.failures) == [5]  # the next request has succeeded
    failed = 5
    point = view.overlay.retry_rect(failed).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.waitUntil(lambda: failed not in view.supply.failures, timeout=WAIT)
    qtbot.waitUntil(lambda: not view.supply.pictures.is_waiting(), timeout=WAIT)
    assert not view.supply.failures


def test_without_a_file_the_start_page_offers_recent_files(
    launch: Launch, speech: Path, qtbot: QtBot, parsed: Callable[[Path], Frame]
) -> None:
    frame = parsed(speech)
    qtbot.waitUntil(lambda: speech in frame.chrome.files.recent.paths(), timeout=WAIT)
    assert frame.close()
    empty = launch()
    qtbot.waitUntil(lambda: empty.is_complete, timeout=WAIT)
    assert empty.area.instead.recent.item(0).text().startswith(speech.name)
    empty.area.instead.recent.itemActivated.emit(empty.area.instead.recent.item(0))
    qtbot.waitUntil(lambda: has_parse(empty), timeout=WAIT)


class Onlooker(QObject):
    """Notes every widget that shows as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_nothing_but_the_window_itself_ever_shows_as_a_window(launch: Launch, speech: Path, qtbot: QtBot) -> None:
    onlooker = Onlooker()
    QApplication.instance().installEventFilter(onlooker)
    try:
        frame = launch(speech)
        qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)
        frame.chrome.actions["view.thumbnails"].trigger()
        frame.chrome.actions["edit.find"].trigger()
    finally:
        QApplication.instance().removeEventFilter(onlooker)
    assert onlooker.windows == ["Frame"]


def test_work_that_can_be_saved_nowhere_is_not_closed_without_a_question(
    launch: Launch, speech: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = launch(speech)
    qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)
    document = frame.document

    def refusing(*_: object) -> None:
        raise NotSaved(cause="full")

    monkeypatch.setattr(Saver, "save", refusing)
    monkeypatch.setattr(Saver, "keep_here", refusing)
    answers = [False, True]
    monkeypatch.setattr(frame.chrome.notices, "may_abandon", lambda _document: answers.pop(0))
    metric = document.session.view.metrics[0]
    by = document.session.person.id
    document.apply(set_field(document.session.view, item=metric.id, field="name", value="新名", by=by), "story")
    assert not frame.close()
    assert frame.document is document
    assert document.session.view.item(metric.id).value("name") == "新名"
    assert frame.close()
    assert not answers

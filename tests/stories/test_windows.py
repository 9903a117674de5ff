"""Several windows in one program: each its own document, review and workers; files opened last."""

from __future__ import annotations

import shutil
import signal
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from engine.editing.verbs import set_field
from gui.window.frame import Frame
from gui.window.start_page import StartPage

from .conftest import WAIT, Launch, has_parse

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")

Parsed = Callable[[Path], Frame]


@pytest.fixture
def drafts(sample: Path, tmp_path: Path) -> list[Path]:
    """Two copies of the sample under one name, and one of another."""
    paths = [tmp_path / "一稿" / "讲话.pdf", tmp_path / "二稿" / "讲话.pdf", tmp_path / "二稿" / "通知.pdf"]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        shutil.copyfile(sample, path)
    return paths


def rename_metric(frame: Frame, name: str) -> None:
    document = frame.document
    metric, by = document.session.view.metrics[0].id, document.session.person.id
    document.apply(set_field(document.session.view, item=metric, field="name", value=name, by=by), "story")


def drop(frame: Frame, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    frame.dropEvent(event)


def all_parsed(frame: Frame, count: int) -> bool:
    frames = frame.windows.frames
    return len(frames) == count and all(has_parse(one) for one in frames)


def test_two_files_on_the_command_line_are_two_windows_each_with_its_own_document(
    launch: Launch, drafts: list[Path], qtbot: QtBot
) -> None:
    frame = launch(drafts[0], drafts[2], drafts[0])
    qtbot.waitUntil(lambda: all_parsed(frame, 2), timeout=WAIT)
    first, second = frame.windows.frames
    assert (first.document.path, second.document.path) == (drafts[0], drafts[2])
    rename_metric(first, "只改这一份")
    assert second.document.session.view.metrics[0].value("name") != "只改这一份"
    assert not second.document.session.is_dirty


@pytest.mark.parses_anew
def test_a_closed_window_takes_its_workers_and_its_memory_with_it_and_nothing_of_the_others(
    launch: Launch, drafts: list[Path], qtbot: QtBot
) -> None:
    first = launch(drafts[0], drafts[1])
    windows = first.windows
    qtbot.waitUntil(lambda: all_parsed(windows.frames[0], 2), timeout=WAIT)
    second = windows.frames[1]
    rename_metric(first, "第一份")
    pids = [second.document.feed._client.pid, first.document.feed._client.pid]
    parser = first.document._review._parser
    traces = [
        weakref.ref(one) for one in (first, first.document, first.document.session, first.area.view, first.panels)
    ]
    assert first.close()
    sidecar = drafts[0].with_name("讲话.pdf.piyue.json")
    assert "第一份" in sidecar.read_text("utf-8")
    del first
    qtbot.waitUntil(lambda: traces[0]() is None or not isValid(traces[0]()), timeout=WAIT)
    parser.join(10)
    assert parser.pid == 0
    assert not Path(f"/proc/{pids[1]}").exists() or "Z" in Path(f"/proc/{pids[1]}/stat").read_text()
    assert Path(f"/proc/{pids[0]}").exists()
    del parser
    pause_until(lambda: all(one() is None for one in traces))
    assert windows.frames == [second]
    assert has_parse(second)


def pause_until(is_so: Callable[[], bool]) -> None:
    """Do nothing until something is so: `waitUntil` wakes the window a hundred times a second, as a reader at work."""
    loop, looks = QEventLoop(), QTimer(interval=300)
    looks.timeout.connect(lambda: loop.quit() if is_so() else None)
    looks.start()
    QTimer.singleShot(WAIT, loop.quit)
    loop.exec()
    assert is_so()


def test_a_file_that_is_open_is_brought_to_the_front_instead_of_opened_twice(
    parsed: Parsed, drafts: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = parsed(drafts[0])
    link = drafts[0].with_name("链接.pdf")
    link.symlink_to(drafts[0])
    other = frame.windows.open_path(drafts[2], beside=frame)
    forward = []

    def come(self: Frame) -> None:
        forward.append(self)

    monkeypatch.setattr(Frame, "come_forward", come)
    other.open_path(link)
    frame.windows.open_path(drafts[0], beside=other)
    assert forward == [frame, frame]
    assert other.document.path == drafts[2]
    assert len(frame.windows.frames) == 2


def test_several_dropped_files_open_several_windows_the_first_in_an_empty_one(
    launch: Launch, drafts: list[Path], qtbot: QtBot
) -> None:
    frame = launch()
    qtbot.waitUntil(lambda: frame.is_complete, timeout=WAIT)
    drop(frame, [*drafts, drafts[0].with_name("表.xlsx")])
    qtbot.waitUntil(lambda: all_parsed(frame, 3), timeout=WAIT)
    assert [one.document.path for one in frame.windows.frames] == drafts


def test_another_file_is_chosen_for_a_new_window_without_a_question_about_the_present_one(
    parsed: Parsed, drafts: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = parsed(drafts[0])
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in drafts[1:]], ""))
    frame.chrome.actions["file.open-beside"].trigger()
    assert [one.document.path for one in frame.windows.frames] == drafts
    frame.chrome.actions["file.new-window"].trigger()
    assert isinstance(frame.windows.frames[-1].area.instead, StartPage)
    assert frame.screen().availableGeometry().contains(frame.windows.frames[-1].geometry())


def test_the_menu_of_windows_names_each_by_its_file_and_two_of_one_name_by_their_folder(
    launch: Launch, drafts: list[Path], qtbot: QtBot
) -> None:
    frame = launch(*drafts)
    qtbot.waitUntil(lambda: all(one.is_complete for one in frame.windows.frames), timeout=WAIT)
    first, second, third = frame.windows.frames
    menu = second.chrome.window_menu
    menu.fill()
    lines = [action for action in menu._shown if not action.isSeparator()]
    assert ["一稿" in lines[0].text(), "二稿" in lines[1].text(), lines[2].text()] == [True, True, "&3 通知.pdf"]
    assert [line.isChecked() for line in lines] == [False, True, False]
    lines[2].trigger()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is third, timeout=WAIT)
    third.chrome.actions["window.next"].trigger()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is first, timeout=WAIT)


def test_quitting_saves_every_window_and_stops_where_the_user_stays(
    launch: Launch, drafts: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = launch(drafts[0], drafts[2])
    qtbot.waitUntil(lambda: all_parsed(frame, 2), timeout=WAIT)
    first, second = frame.windows.frames
    rename_metric(first, "甲")
    rename_metric(second, "乙")
    monkeypatch.setattr(second.document._review, "close", lambda: False)
    answers = [False, True]
    monkeypatch.setattr(second.chrome.notices, "may_abandon", lambda _document: answers.pop(0))
    first.chrome.actions["file.quit"].trigger()
    assert "甲" in drafts[0].with_name("讲话.pdf.piyue.json").read_text("utf-8")
    windows = second.windows
    assert windows.frames == [second]
    second.chrome.actions["file.quit"].trigger()
    assert windows.frames == []


def test_closing_a_file_leaves_the_last_window_with_the_start_page(
    launch: Launch, drafts: list[Path], qtbot: QtBot
) -> None:
    frame = launch(drafts[0], drafts[2])
    qtbot.waitUntil(lambda: all_parsed(frame, 2), timeout=WAIT)
    first, second = frame.windows.frames
    first.chrome.actions["file.close"].trigger()
    assert second.windows.frames == [second]
    second.chrome.actions["file.close"].trigger()
    assert second.windows.frames == [second]
    assert isinstance(second.area.instead, StartPage)


def test_recent_files_stand_in_the_file_menu_and_the_list_is_cleared(
    parsed: Parsed, drafts: list[Path], qtbot: QtBot
) -> None:
    frame = parsed(drafts[0])
    frame.open_path(drafts[2])
    qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)
    frame.chrome.actions["file.sample"].trigger()
    qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)
    recent = frame.chrome.recent
    assert frame.chrome.files.recent.paths() == [drafts[2], drafts[0]]  # the sample is not among them
    recent.fill()
    assert "通知.pdf" in recent._shown[0].text()
    recent._shown[1].trigger()
    qtbot.waitUntil(lambda: frame.document.path == drafts[0] and has_parse(frame), timeout=WAIT)
    frame.chrome.actions["file.clear-recent"].trigger()
    recent.fill()
    assert not frame.chrome.files.recent.paths()
    assert not frame.chrome.actions["file.clear-recent"].isEnabled()


def test_a_missing_recent_file_is_told_without_closing_the_present_one_and_taken_off_the_list(
    parsed: Parsed, drafts: list[Path], qtbot: QtBot
) -> None:
    frame = parsed(drafts[2])
    frame.chrome.files.recent.add(drafts[0])
    drafts[0].unlink()
    frame.chrome.recent.open(drafts[0])
    assert frame.document.path == drafts[2]
    assert "找不到" in frame.area.banner.text
    frame.area.banner.findChild(QPushButton).click()
    assert drafts[0] not in frame.chrome.files.recent.paths()


def test_the_start_page_tells_a_missing_file_and_delete_takes_it_off_the_list(
    launch: Launch, drafts: list[Path], qtbot: QtBot
) -> None:
    frame = launch()
    files = frame.area.instead._files
    files.add(drafts[0])
    files.add(drafts[2])
    drafts[0].unlink()
    frame.show_start_page()
    page = frame.area.instead
    qtbot.waitUntil(lambda: "找不到" in page.recent.item(1).text(), timeout=WAIT)
    assert "找不到" not in page.recent.item(0).text()
    page.recent.setCurrentRow(1)
    page.recent.actions()[0].trigger()
    assert files.paths() == [drafts[2]]
    assert page.recent.count() == 1


def test_a_file_may_be_asked_for_before_the_menus_are_there(
    launch: Launch, drafts: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(drafts[2]), ""))
    frame = launch()
    assert frame.chrome is None
    frame.area.instead.open_button.click()
    qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)
    assert frame.document.path == drafts[2]


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_a_log_out_saves_every_window_and_closes_it(
    launch: Launch, drafts: list[Path], qtbot: QtBot, asked: signal.Signals
) -> None:
    frame = launch(drafts[0], drafts[2])
    windows = frame.windows
    qtbot.waitUntil(lambda: all_parsed(frame, 2), timeout=WAIT)
    rename_metric(frame, "还没来得及保存")
    signal.raise_signal(asked)
    qtbot.waitUntil(lambda: not windows.frames, timeout=WAIT)
    assert "还没来得及保存" in drafts[0].with_name("讲话.pdf.piyue.json").read_text("utf-8")

"""When the file of an open document is said to have changed."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher, QObject
from pytestqt.qtbot import QtBot

from gui.bridge.file_watch import FileWatch

WAIT = 20_000


@pytest.fixture
def told(qtbot: QtBot, qapp: QObject, tmp_path: Path) -> tuple[Path, FileWatch, list[str]]:
    """A file, its watch that looks often, and what it has told."""
    path = tmp_path / "报告.pdf"
    path.write_bytes(b"first")
    parent = QObject(qapp)
    watch = FileWatch(path, parent, every=50)
    said: list[str] = []
    watch.changed.connect(lambda: said.append(path.read_bytes().decode()))
    watch.start(sha256(b"first").hexdigest())
    qtbot.waitUntil(lambda: watch.looks.known is not None, timeout=WAIT)
    yield path, watch, said
    parent.deleteLater()


def put_in_place(path: Path, data: bytes) -> None:
    """What programs do that save carefully: another file under the same name."""
    other = path.with_name("~other")
    other.write_bytes(data)
    other.replace(path)


def test_another_file_put_in_its_place_is_noticed_each_time(told, qtbot: QtBot) -> None:
    path, _watch, said = told
    put_in_place(path, b"second")
    qtbot.waitUntil(lambda: said == ["second"], timeout=WAIT)
    put_in_place(path, b"third")
    qtbot.waitUntil(lambda: said == ["second", "third"], timeout=WAIT)


def test_where_the_system_tells_nothing_it_is_looked_at(told, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    path, watch, said = told
    watch.findChild(QFileSystemWatcher).removePath(str(path))
    path.write_bytes(b"changed on a share")
    qtbot.waitUntil(lambda: said == ["changed on a share"], timeout=WAIT)


def test_a_file_that_was_only_touched_or_is_as_it_was_again_has_not_changed(told, qtbot: QtBot) -> None:
    path, watch, said = told
    for moment in (10**18, 2 * 10**18):
        os.utime(path, ns=(moment, moment))
        qtbot.waitUntil(lambda moment=moment: watch.looks.known.changed == moment, timeout=WAIT)
    put_in_place(path, b"first")
    number = path.stat().st_ino
    qtbot.waitUntil(lambda: watch.looks.known.number == number, timeout=WAIT)
    assert said == []


def test_a_file_that_is_gone_for_a_moment_is_noticed_when_it_is_back(told, qtbot: QtBot) -> None:
    path, watch, said = told
    path.unlink()
    watch.look()
    qtbot.wait(1)
    path.write_bytes(b"back")
    qtbot.waitUntil(lambda: said == ["back"], timeout=WAIT)


def test_a_file_that_stays_away_is_told_once_and_so_is_its_return(told, qtbot: QtBot) -> None:
    path, watch, said = told
    heard: list[str] = []
    watch.gone.connect(lambda: heard.append("gone"))
    watch.returned.connect(lambda: heard.append("returned"))
    path.unlink()
    qtbot.waitUntil(lambda: watch._misses > 4, timeout=WAIT)
    assert heard == ["gone"]
    path.write_bytes(b"first")
    qtbot.waitUntil(lambda: heard == ["gone", "returned"], timeout=WAIT)
    assert said == []

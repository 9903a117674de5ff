"""Files that remember what was shown of each document."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from gui.window import reading_place
from gui.window.reading_place import PlaceFiles, numbers


@pytest.fixture
def files(tmp_path: Path) -> PlaceFiles:
    return PlaceFiles(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))


def test_a_state_is_found_by_the_path_of_its_document_and_by_no_other(files: PlaceFiles) -> None:
    files.keep(Path("/甲/报告.pdf"), {"page/place": "3 1.0 2.0"})
    files.keep(Path("/甲/报告.pdf"), {"panes/side": "1 440"})
    assert files.load(Path("/甲/报告.pdf")) == {"page/place": "3 1.0 2.0", "panes/side": "1 440"}
    assert files.load(Path("/乙/报告.pdf")) == {}


def test_the_documents_seen_longest_ago_are_forgotten(
    files: PlaceFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_place, "_LONGEST", 3)
    for at in range(5):
        files.keep(Path(f"/{at}.pdf"), {"page/place": f"{at} 0 0"})
        newest = max((tmp_path / "window-places").iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (at, at))
    files.forget_oldest()
    assert [bool(files.load(Path(f"/{at}.pdf"))) for at in range(5)] == [False, False, True, True, True]


@pytest.mark.parametrize("words", ["", "1", "1 2 x", "1 2 nan", "1e9 2 3", "inf 1 2"])
def test_senseless_numbers_are_none(words: str) -> None:
    assert numbers(words, 3) is None

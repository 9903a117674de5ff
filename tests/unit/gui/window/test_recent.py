"""The files opened last."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.window.recent import folder_words


def test_files_of_one_name_are_told_apart_by_their_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert folder_words(tmp_path / "报告.pdf") == "~"
    assert folder_words(tmp_path / "一稿" / "报告.pdf") == "~/一稿"
    assert folder_words(Path("/", "共享", "报告.pdf")) == str(Path("/", "共享"))

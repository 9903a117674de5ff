"""What the command `piyue` does with its words before any window is there."""

from __future__ import annotations

import pytest

from engine.cli.main import COMMANDS as TABLE
from gui import launch


def test_every_command_of_the_command_line_is_handed_on_and_no_other() -> None:
    assert {word for word in launch.COMMANDS if not word.startswith("-")} - {"help"} == {one.name for one in TABLE}


def test_without_a_screen_it_says_what_to_do_instead(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(launch.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert launch.main(["speech.pdf"]) == 2
    assert "piyue parse FILE --text" in capsys.readouterr().err

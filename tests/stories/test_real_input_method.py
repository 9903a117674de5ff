"""Pinyin through a real ibus: what is composed decides nothing, and the lists take digits although it is switched on.

Runs where ibus with libpinyin, Xvfb, a window manager and xdotool are; the program runs beside the test.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

NEEDED = ("ibus-daemon", "ibus", "Xvfb", "openbox", "xdotool", "dbus-run-session")
ENGINE = Path("/usr/share/ibus/component/libpinyin.xml")

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        any(shutil.which(name) is None for name in NEEDED) or not ENGINE.exists(), reason="no ibus here"
    ),
]

DESK = """
openbox & sleep 1
ibus-daemon -d -x --panel disable; sleep 3
ibus engine libpinyin
exec {python} -c 'import sys; from gui.launch import main; sys.exit(main(sys.argv[1:]))' {pdf}
"""


def eventually(holds: Callable[[], Any], seconds: float = 40.0) -> Any:
    """What `holds` gives, asked until it gives something."""
    end, pause = time.monotonic() + seconds, Event()
    while not (found := holds()):
        assert time.monotonic() < end, "nothing came of it"
        pause.wait(0.1)
    return found


@pytest.fixture
def display(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment with a screen and folders of its own."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24"], pass_fds=(writing,), stderr=-3
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    own = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "STATE", "DATA", "CACHE")}
    for folder in (*own.values(), str(tmp_path / "run")):
        Path(folder).mkdir(mode=0o700)
    yield {
        **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND"))},
        **own, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path / "run"), "DISPLAY": f":{number}",
        "QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus", "PYTHONPATH": os.pathsep.join(sys.path),
    }  # fmt: skip
    server.terminate()
    server.wait(10)


@pytest.fixture
def desk(display: dict[str, str], sample: Path, tmp_path: Path) -> Iterator[Path]:
    """The program with a copy of the sample, started with ibus on Pinyin; gives the sidecar's path."""
    pdf = tmp_path / "speech.pdf"
    shutil.copyfile(sample, pdf)
    script = DESK.format(python=sys.executable, pdf=pdf)
    program = subprocess.Popen(
        ["dbus-run-session", "--", "sh", "-c", script], env=display, stdout=-3, stderr=-3, start_new_session=True
    )
    yield pdf.with_name(pdf.name + ".piyue.json")
    os.killpg(program.pid, 15)
    program.wait(20)


def verdicts(sidecar: Path) -> dict[str, tuple[str, str | None]]:
    """Verdict and 应为 by the number of the metric."""
    if not sidecar.exists():
        return {}
    records = json.loads(sidecar.read_text("utf-8"))["verdicts"]
    return {
        key.partition("/")[0].rpartition(":")[2]: (one["verdict"], one.get("shouldBe")) for key, one in records.items()
    }


def test_what_is_composed_decides_nothing_and_lists_take_digits(desk: Path, display: dict[str, str]) -> None:
    def keys(*words: str) -> None:
        subprocess.run(["xdotool", *words], env=display, check=True, timeout=20)

    def is_open() -> bool:
        """Whether the list of metrics answers: a verdict is given, and taken back."""
        keys("key", "--delay", "150", "ctrl+2", "Home", "3")
        Event().wait(2)
        return verdicts(desk).get("m1", ("", None))[0] == "doubtful"

    subprocess.run(["xdotool", "search", "--sync", "--name", "speech"], env=display, check=True, timeout=60)
    eventually(is_open)
    keys("key", "--delay", "200", "Home", "Down", "2")  # 有误: 应为 is asked
    Event().wait(1)
    keys("type", "--delay", "120", "jianshe")
    keys("key", "--delay", "400", "2")  # the second word proposed
    keys("type", "--delay", "120", "shi")
    keys("key", "--delay", "400", "Return", "Return")  # the letters as they are; then the answer
    Event().wait(1)
    keys("key", "1")
    found = eventually(lambda: verdicts(desk) if len(verdicts(desk)) >= 3 else None)
    verdict, should_be = found["m2"]
    assert verdict == "wrong"
    assert should_be is not None
    assert should_be.endswith("shi")
    assert "1" not in should_be
    assert "2" not in should_be
    assert not should_be.startswith("jianshe")
    assert found["m3"] == ("correct", None)
    assert set(found) == {"m1", "m2", "m3"}

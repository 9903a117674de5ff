"""Launch to first page on a real X screen, in turn with Okular and Evince where they are installed."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .documents import write_pdf

pytestmark = pytest.mark.bench

RUNS = int(os.environ.get("PIYUE_BENCH_RUNS", "7"))
PAGES = 20


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of an X screen of its own, with a window manager if there is one."""
    if shutil.which("Xvfb") is None:
        pytest.skip("no Xvfb")
    display = f":{200 + os.getpid() % 300}"
    server = subprocess.Popen(
        ["Xvfb", display, "-screen", "0", "1280x800x24", "-nolisten", "tcp"], stderr=subprocess.DEVNULL
    )
    names = {"DISPLAY": display, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "QT_QPA_PLATFORM": "xcb"}
    names["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"  # one started here mounts a file system that pytest cannot remove
    env = {**os.environ, **names, "LANG": "C.UTF-8", "NO_AT_BRIDGE": "1"}
    env = {name: value for name, value in env.items() if not name.startswith("XDG_") or name in names}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    time.sleep(1)
    manager = subprocess.Popen(["openbox"], env=env, stderr=subprocess.DEVNULL) if shutil.which("openbox") else None
    yield env
    for process in (manager, server):
        if process is not None:
            process.kill()
            process.wait()


def viewers(root: Path) -> dict[str, list[str]]:
    found = {"piyue": [sys.executable, "-m", "gui.launch"]}
    found |= {name: [name] for name in ("okular", "evince") if shutil.which(name)}
    return found


def first_page(command: list[str], pdf: Path, env: dict[str, str], root: Path) -> float:
    """Seconds from launch to the first screenshot that shows page one."""
    watcher = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("watch_screen.py"))], env=env, stdout=subprocess.PIPE, text=True
    )
    assert watcher.stdout is not None
    assert watcher.stdout.readline().strip() == "ready"
    launched = time.monotonic()
    viewer = subprocess.Popen(
        [*command, str(pdf)], env={**env, "PYTHONPATH": str(root)}, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        moment = watcher.stdout.readline().strip()
        assert moment, f"{command[0]} never showed the page"
        return float(moment) - launched
    finally:
        watcher.wait()
        watcher.stdout.close()
        with contextlib.suppress(OSError):
            os.killpg(viewer.pid, signal.SIGKILL)
        viewer.wait()
        time.sleep(0.2)


def test_page_one_is_there_no_later_than_in_the_readers_at_hand(
    screen: dict[str, str], root: Path, tmp_path: Path
) -> None:
    times: dict[str, list[float]] = {}
    for run in range(RUNS + 1):
        for name, command in viewers(root).items():
            pdf = write_pdf(tmp_path / f"{name}{run}.pdf", PAGES, magenta_first=True)
            taken = first_page(command, pdf, screen, root)
            if run:  # the first round warms the caches
                times.setdefault(name, []).append(taken)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, median in medians.items():
        print(f"{name:8s} median {median:.3f} s  min {min(times[name]):.3f}  max {max(times[name]):.3f}")
    assert medians["piyue"] <= min(medians.values()) * 1.05

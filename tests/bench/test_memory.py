"""What the program weighs while nobody does anything: the window and its page worker, the parse worker being gone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .memory import family, pss, words_of

pytestmark = pytest.mark.bench

PATIENCE = 60.0  # seconds


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="reads /proc")
def test_a_speech_at_rest_weighs_less_than_150_mib(sample: Path, root: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "speech.pdf"
    shutil.copyfile(sample, pdf)
    names = ("CONFIG", "STATE", "DATA", "CACHE")
    env = {**os.environ, **{f"XDG_{name}_HOME": str(tmp_path / name) for name in names}, "HOME": str(tmp_path)}
    program = subprocess.Popen(
        [sys.executable, "-m", "gui.launch", str(pdf)], cwd=root, env=env, stderr=subprocess.DEVNULL
    )
    try:
        parsers = wait_for(lambda: [pid for pid in family(program.pid) if "parse_host" in words_of(pid)])
        wait_for(lambda: not any("parse_host" in words_of(pid) for pid in parsers))
        time.sleep(2)
        pids = family(program.pid)
        weight = {" ".join(words_of(pid).split()[-2:]): round(pss([pid])) for pid in pids}
        print(f"\nspeech at rest: PSS of all processes {pss(pids):.0f} MiB {weight}")
        assert pss(pids) < 150
    finally:
        program.kill()
        program.wait()


def wait_for(found):
    """What `found` returns once it is true."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := found():
            return answer
        time.sleep(0.02)
    pytest.fail("it never came to that")

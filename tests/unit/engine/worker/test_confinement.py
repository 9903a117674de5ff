"""What a page bomb costs: the page, not the machine."""

from __future__ import annotations

import ctypes
import signal
import socket
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from engine.errors import WorkerStopped
from engine.pdf.reader import PdfFile
from engine.worker.protocol import Opened, PageTextReply, Request

Start = Callable[..., Any]
LANDLOCK = sys.platform == "linux" and ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1) >= 4


def bomb(megabytes: int) -> bytes:
    """Deflated blanks; the checksum at the end is missing, which PDFium does not mind."""
    packer = zlib.compressobj(9)
    block = b" " * (1 << 20)
    first, other = (packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + other * (megabytes - 1)


def test_a_page_that_unpacks_beyond_the_cap_is_given_up_for_memory(start: Start, pdfs: SimpleNamespace) -> None:
    more = {11: pdfs.stream(bomb(500), "/Filter /FlateDecode")}
    asker = start("small_page_host")
    assert isinstance(asker.open(pdfs.paged(["", pdfs.line("word")], more=more)), Opened)
    failed = asker.text(1)
    assert isinstance(failed.error, WorkerStopped)
    assert failed.error.values["reason"] == "memory"
    assert isinstance(asker.text(2), PageTextReply)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads /proc")
def test_a_worker_has_a_memory_cap_and_can_gain_no_rights(start: Start, pdfs: SimpleNamespace) -> None:
    asker = start()
    asker.open(pdfs.paged([""]))
    process = Path(f"/proc/{asker.client.pid}")
    limits = {line[:26].strip(): line[26:].split()[0] for line in (process / "limits").read_text().splitlines()[1:]}
    assert limits["Max address space"] == str(3 << 29)
    assert limits["Max core file size"] == "0"
    assert "NoNewPrivs:\t1" in (process / "status").read_text()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="reads /proc")
def test_a_worker_holds_nothing_of_ours_open_but_its_channel(
    start: Start, pdfs: SimpleNamespace, tmp_path: Path
) -> None:
    with (tmp_path / "open-in-the-window").open("w"):
        asker = start()
        asker.open(pdfs.paged([""]))
        links = [str(link.readlink()) for link in Path(f"/proc/{asker.client.pid}/fd").iterdir()]
    assert not any("open-in-the-window" in link for link in links)
    assert sum(link.startswith("socket:") for link in links) == 1


@pytest.mark.skipif(not LANDLOCK, reason="the kernel has no Landlock")
def test_a_worker_can_neither_read_nor_write_the_users_files_nor_connect(
    start: Start, pdfs: SimpleNamespace, tmp_path: Path, root: Path
) -> None:
    (tmp_path / "a").write_text("secret")
    with socket.create_server(("127.0.0.1", 0)) as server:
        deeds = [
            f"read {tmp_path}/a",
            f"write {tmp_path}/b",
            f"write {root}/engine/x",
            f"connect {server.getsockname()[1]}",
            f"read {root}/engine/errors.py",
        ]
        asker = start("prying_page_host")
        asker.open(pdfs.paged([pdfs.line(deed, 10, size=4) for deed in deeds]))
        told = [asker.text(number).text for number in range(1, len(deeds) + 1)]
    assert told == ["denied", "denied", "denied", "denied", "done"]
    assert not (tmp_path / "b").exists()


def test_a_confined_worker_still_finds_the_systems_fonts(start: Start, pdfs: SimpleNamespace) -> None:
    data = pdfs.paged([pdfs.line("4EFF5B8B4F53", 50, 400, 100, "F2") + pdfs.line("word", 50, 200, 100)])
    asker = start()
    asker.open(data)
    confined = asker.render(Request(1, 0.2, None, 1))
    free = bytearray(len(confined.pixels))
    PdfFile.open(data).render(1, 0.2, None, free)
    assert confined.pixels == free
    assert len(set(free)) > 10


@pytest.mark.skipif(sys.platform == "win32", reason="there are no alarms there")
def test_a_worker_whose_window_is_gone_does_not_go_on_for_ever(root: Path) -> None:
    code = (
        f"import sys, signal; sys.path.insert(0, {str(root)!r}); from engine.worker.confinement import expire; "
        "expire(1); signal.pause()"
    )
    assert subprocess.run([sys.executable, "-I", "-S", "-c", code], check=False).returncode == -signal.SIGALRM

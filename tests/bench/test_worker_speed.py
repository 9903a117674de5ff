"""How fast pages are read and drawn, and how soon a worker comes back. Prints figures; the bounds are loose."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from time import perf_counter
from typing import Any

import pytest

from engine.pdf.reader import PdfFile
from engine.worker.client import PageClient
from engine.worker.protocol import Measured, Opened, Rendered, Request

pytestmark = pytest.mark.bench


def best(times: int, work: Callable[[], object]) -> float:
    """Seconds of the quickest run."""
    found = []
    for _ in range(times):
        start = perf_counter()
        work()
        found.append(perf_counter() - start)
    return min(found)


class Pages:
    """A page client with one document, asked one thing at a time."""

    def __init__(self) -> None:
        self.replies: Queue[Any] = Queue()
        self.client = PageClient.start(self.replies.put)

    def next(self) -> Any:
        while isinstance(reply := self.replies.get(timeout=30), Measured):
            pass
        return reply

    def open(self, data: bytes) -> Any:
        self.client.open(data)
        return self.next()

    def draw(self, page: int, scale: float = 1.5) -> Any:
        self.client.render(Request(page, scale, None, 1))
        return self.next()


@pytest.fixture
def data(sample: Path) -> bytes:
    return sample.read_bytes()


def test_pages_are_read_with_characters_fonts_and_drawings(data: bytes, capsys: Any) -> None:
    file = PdfFile.open(data)

    def read() -> None:
        for number in range(1, file.page_count + 1):
            file.content(number)

    rate = file.page_count / best(15, read)
    with capsys.disabled():
        print(f"\npages read: {rate:.0f} a second")
    assert rate > 80


def test_from_start_to_first_picture(data: bytes, capsys: Any) -> None:
    def start_and_draw() -> None:
        pages = Pages()
        assert isinstance(pages.open(data), Opened)
        opened.append(perf_counter())
        assert isinstance(pages.draw(1), Rendered)
        pages.client.close()
        pages.client.join()

    opened: list[float] = []
    first = best(9, start_and_draw)
    start = best(9, lambda: Pages().open(data))
    with capsys.disabled():
        print(
            f"\nstart to opened: {1000 * start:.1f} ms; to first picture drawn and worker ended: {1000 * first:.1f} ms"
        )
    assert first < 1


def test_a_worker_comes_back_after_being_killed(data: bytes, capsys: Any) -> None:
    pages = Pages()
    pages.open(data)
    found = []
    for number in range(1, 8):
        os.kill(pages.client.pid, signal.SIGKILL)
        start = perf_counter()
        while not isinstance(pages.draw(number), Rendered):
            pass
        found.append(perf_counter() - start)
    again = best(9, lambda: pages.draw(1))
    pages.client.close()
    with capsys.disabled():
        print(
            f"\nkilled, started, opened, drawn: {1000 * min(found):.1f} ms; the same page again: {1000 * again:.1f} ms"
        )
    assert min(found) < 1


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="reads /proc")
def test_what_a_page_worker_weighs(data: bytes, capsys: Any) -> None:
    pages = Pages()
    pages.open(data)
    for number in range(1, 9):
        pages.draw(number)
    lines = Path(f"/proc/{pages.client.pid}/smaps_rollup").read_text().splitlines()[1:]
    memory = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines}
    pages.client.close()
    with capsys.disabled():
        print(f"\npage worker after 8 pages: PSS {memory['Pss']:.1f} MB, private {memory['Private_Dirty']:.1f} MB")
    assert memory["Pss"] < 120


def test_the_window_imports_its_client_quickly(root: Path, capsys: Any) -> None:
    code = (
        f"import sys, time; sys.path.insert(0, {str(root)!r}); import typing, socket, threading; "
        "start = time.perf_counter(); import engine.worker.client; print(time.perf_counter() - start)"
    )
    command = [sys.executable, "-I", "-S", "-c", code]
    found = [float(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(12)]
    with capsys.disabled():
        print(f"\nimport of the client: {1000 * min(found):.1f} ms beside typing, socket and threading")
    assert min(found) < 0.1

"""The parse worker and its client: progress, cancelling, and pages that stop it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from queue import Queue
from types import SimpleNamespace
from typing import Any

import pytest

from engine.errors import Cancelled, EmptyFile, FileMissing, FileUnreadable, NotAPdf, PiyueError
from engine.worker.parse_client import ParseClient, Parsed, parse_file
from engine.worker.parse_worker import ParseDeadlines
from engine.worker.protocol import Failed, ParseRequest, Progress

WAIT = 60.0
STUB = "misbehaving_parse_host"
HASTY = ParseDeadlines(page=0.5, parse=0.5, parse_page=0.0)


class Parser:
    """A parse client whose outcome a test can wait for."""

    def __init__(self, host: str, deadlines: ParseDeadlines | None) -> None:
        self.replies: Queue[Any] = Queue()
        self.progress: list[Progress] = []
        self.client = ParseClient.start(self.replies.put, host=host, deadlines=deadlines)

    def begin(self, data: bytes, name: str) -> ParseRequest:
        request = ParseRequest(name, sha256(data).hexdigest())
        self.client.parse(data, request)
        return request

    def outcome(self) -> Any:
        while isinstance(reply := self.replies.get(timeout=WAIT), Progress):
            self.progress.append(reply)
        return reply

    def parse(self, data: bytes, name: str = "well") -> Any:
        self.begin(data, name)
        return self.outcome()


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Parser]]:
    monkeypatch.syspath_prepend(str(Path(__file__).parent / "hosts"))
    parsers: list[Parser] = []

    def started(host: str = STUB, deadlines: ParseDeadlines | None = None) -> Parser:
        parsers.append(Parser(host, deadlines))
        return parsers[-1]

    yield started
    for parser in parsers:
        parser.client.close()
        parser.client.join(WAIT)


@pytest.fixture
def four_pages(pdfs: SimpleNamespace) -> bytes:
    return bytes(pdfs.paged([pdfs.line(f"page {number}") for number in range(1, 5)]))


Start = Callable[..., Parser]


def titles(reply: Parsed) -> list[str]:
    return [heading.title for heading in reply.parse.outline]


def test_a_document_is_parsed_page_by_page(start: Start, four_pages: bytes) -> None:
    parser = start()
    assert titles(parser.parse(four_pages)) == ["page 1", "page 2", "page 3", "page 4"]
    assert parser.progress[0] == Progress(0, 4)


@pytest.mark.parametrize("way", ["die", "hang", "memory"])
def test_a_page_that_stops_the_worker_is_left_out(start: Start, four_pages: bytes, way: str) -> None:
    assert titles(start(deadlines=HASTY).parse(four_pages, way)) == ["page 1", "", "page 3", "page 4"]


def test_a_document_whose_every_page_stops_the_worker_is_given_up(start: Start, pdfs: SimpleNamespace) -> None:
    parser = start()
    failed = parser.parse(pdfs.paged([""] * 9), "die-always")
    assert failed.error.values == {"reason": "crash"}
    assert isinstance(parser.parse(pdfs.paged([""])), Parsed)


def test_a_parse_that_never_ends_is_given_up(start: Start, four_pages: bytes) -> None:
    assert start(deadlines=HASTY).parse(four_pages, "hang-after").error.values == {"reason": "deadline"}


@pytest.mark.parametrize("way", ["other-document", "bad-place", "nan-place", "turned-text", "wrong-type"])
def test_a_parse_that_cannot_be_is_not_believed(start: Start, four_pages: bytes, way: str) -> None:
    failed = start().parse(four_pages, way)
    assert isinstance(failed, Failed)
    assert failed.error.values == {"reason": "crash"}


def test_a_parse_can_be_called_off(start: Start, four_pages: bytes) -> None:
    parser = start()
    request = parser.begin(four_pages, "stop")
    assert isinstance(parser.replies.get(timeout=WAIT), Progress)
    os.waitid(os.P_PID, parser.client.pid, os.WSTOPPED | os.WNOWAIT)
    parser.client.cancel()
    failed = parser.outcome()
    assert failed.request == request
    assert isinstance(failed.error, Cancelled)
    assert isinstance(parser.parse(four_pages), Parsed)


def test_a_new_parse_calls_off_the_one_before(start: Start, four_pages: bytes) -> None:
    parser = start()
    first = parser.begin(four_pages, "stop")
    second = parser.begin(four_pages, "well")
    assert parser.outcome().request == first
    assert parser.outcome().parse.source.file_name == second.file_name


def test_closing_does_not_wait_for_a_parse(start: Start, four_pages: bytes) -> None:
    parser = start()
    parser.begin(four_pages, "stop")
    parser.client.close()
    parser.client.join(WAIT)
    assert not parser.client._thread.is_alive()


def test_a_killed_worker_is_replaced_and_the_page_left_out(start: Start, four_pages: bytes) -> None:
    parser = start()
    parser.begin(four_pages, "stop")
    assert isinstance(parser.replies.get(timeout=WAIT), Progress)
    pid = parser.client.pid
    os.waitid(os.P_PID, pid, os.WSTOPPED | os.WNOWAIT)
    os.kill(pid, signal.SIGKILL)
    assert titles(parser.outcome()) == ["page 1", "", "page 3", "page 4"]


@pytest.mark.parametrize(("data", "error"), [(b"no pdf", NotAPdf), (b"%PDF-", NotAPdf)])
def test_what_is_no_pdf_is_said(start: Start, data: bytes, error: type[PiyueError]) -> None:
    assert isinstance(start().parse(data).error, error)


def test_the_worker_ends_when_idle_and_comes_back(start: Start, four_pages: bytes) -> None:
    parser = start("hasty_parse_host")
    assert isinstance(parser.parse(four_pages), Parsed)
    pid = parser.client.pid
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert isinstance(parser.parse(four_pages), Parsed)
    assert parser.client.pid != pid


def test_the_real_worker_parses_the_sample(sample: Path) -> None:
    seen: list[tuple[int, int]] = []
    parse = parse_file(sample, on_progress=lambda done, total: seen.append((done, total)))
    assert parse.source.file_name == sample.name
    assert parse.source.page_count == len(parse.source.pages) == 8
    assert {page.text for page in parse.source.pages} == {"layer"}
    assert seen == [(done, 8) for done in range(9)]
    assert parse.outline
    assert parse.metrics


def test_files_that_cannot_be_parsed_are_told_apart(tmp_path: Path) -> None:
    empty, text = tmp_path / "empty.pdf", tmp_path / "text.pdf"
    empty.write_bytes(b"")
    text.write_text("text")
    for path, error in (
        (tmp_path / "missing.pdf", FileMissing),
        (tmp_path, FileUnreadable),
        (empty, EmptyFile),
        (text, NotAPdf),
    ):
        with pytest.raises(error):
            parse_file(path)

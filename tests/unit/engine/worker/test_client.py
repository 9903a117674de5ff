"""The page client with the real worker process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from engine.errors import Cancelled, EmptyFile, NotAPdf, TooLarge
from engine.model.geometry import Box
from engine.model.link import Bookmark
from engine.model.page import PageInfo
from engine.worker.protocol import (
    Bookmarks,
    Failed,
    Links,
    Opened,
    OpenRequest,
    PageTextReply,
    Rendered,
    Request,
    TextRequest,
)

Start = Callable[..., Any]
HEAVY = " ".join(f"{x} 0 m {600 - x} 800 l S" for x in range(0, 600, 2)) * 4
"""A content stream that takes some tenths of a second to draw."""


def test_a_document_opens_and_its_pages_are_drawn_and_read(start: Start, pdfs: SimpleNamespace) -> None:
    asker = start()
    opened = asker.open(pdfs.paged(["0 0 1 rg 0 0 600 800 re f", pdfs.line("word")]))
    assert opened == Opened((PageInfo(1, Box(0, 0, 600, 800)), PageInfo(2, Box(0, 0, 600, 800))))
    request = Request(1, 0.5, None, 7)
    drawn = asker.render(request)
    assert isinstance(drawn, Rendered)
    assert (drawn.request, drawn.width, drawn.height, drawn.stride) == (request, 300, 400, 1200)
    assert set(drawn.pixels[0::4]) == {255}
    assert set(drawn.pixels[2::4]) == {0}
    text = asker.text(2)
    assert isinstance(text, PageTextReply)
    assert (text.page, text.text, len(text.boxes)) == (2, "word", 16)
    assert asker.links(2) == Links(2, ())


@pytest.mark.parametrize(("data", "error"), [(b"", EmptyFile), (b"no pdf", NotAPdf), (b"%PDF-1.7\n%%EOF", NotAPdf)])
def test_what_cannot_be_opened_is_said_and_the_next_document_opens(
    start: Start, pdfs: SimpleNamespace, data: bytes, error: type[Exception]
) -> None:
    asker = start()
    failed = asker.open(data)
    assert isinstance(failed, Failed)
    assert failed.request == OpenRequest()
    assert type(failed.error) is error
    assert isinstance(asker.open(pdfs.paged([""])), Opened)


def test_a_page_that_is_not_what_it_was_taken_for_is_corrected_before_its_picture(
    start: Start, pdfs: SimpleNamespace
) -> None:
    data = pdfs.paged(["", ""]).replace(b"/Contents 13 0 R", b"/CropBox [50 50 350 150] /Rotate 90 /Contents 13 0 R")
    asker = start()
    opened = asker.open(data)
    assert opened.pages[1] == PageInfo(2, Box(0, 0, 100, 300))
    drawn = asker.render(Request(2, 1.0, Box(50, 50, 350, 150), 1))
    assert (drawn.width, drawn.height) == (100, 300)
    assert [reply.page for reply in asker.measured] == [PageInfo(2, Box(50, 50, 350, 150), 90)]


def test_pages_as_large_as_the_first_are_taken_to_be_like_it(start: Start, pdfs: SimpleNamespace) -> None:
    opened = start().open(pdfs.paged(["", "", ""], page="/CropBox [50 60 550 760] /Rotate 90"))
    assert {(page.box, page.rotation) for page in opened.pages} == {(Box(50, 60, 550, 760), 90)}


def test_tiles_lie_where_they_say(start: Start, pdfs: SimpleNamespace) -> None:
    asker = start()
    asker.open(pdfs.paged(["1 0 0 rg 300 400 300 400 re f"]))
    tile = asker.render(Request(1, 2.0, Box(300, 400, 400, 500), 1))
    assert (tile.x, tile.y, tile.width, tile.height) == (600, 600, 200, 200)
    assert set(tile.pixels[2::4]) == {255}
    assert set(tile.pixels[0::4]) == {0}


def test_killing_the_worker_loses_at_most_what_it_was_doing(start: Start, pdfs: SimpleNamespace) -> None:
    asker = start()
    asker.open(pdfs.paged([HEAVY, pdfs.line("word")]))
    asker.client.render(Request(1, 4.0, None, 1))
    asker.client.text(2)
    os.kill(asker.client.pid, signal.SIGKILL)
    drawn, text = asker.next(), asker.next()
    assert isinstance(drawn, Rendered) or drawn.error.values == {"reason": "crash"}
    assert isinstance(text, PageTextReply)
    assert isinstance(asker.render(Request(2, 1.0, None, 2)), Rendered)


def test_a_worker_killed_while_idle_is_replaced(start: Start, pdfs: SimpleNamespace) -> None:
    asker = start()
    asker.open(pdfs.paged([pdfs.line("word")]))
    os.kill(asker.client.pid, signal.SIGKILL)
    asker.text(1)
    assert isinstance(asker.text(1), PageTextReply)


@pytest.mark.parametrize("scale", [0.0, -1.0, 1e9, 100.0, float("nan"), float("inf")])
def test_a_picture_that_cannot_be_is_refused(start: Start, pdfs: SimpleNamespace, scale: float) -> None:
    asker = start()
    asker.open(pdfs.paged([""]))
    failed = asker.render(Request(1, scale, None, 1))
    assert isinstance(failed.error, TooLarge)


@pytest.mark.parametrize("page", [0, 2, -1])
def test_a_page_that_is_not_there_is_refused(start: Start, pdfs: SimpleNamespace, page: int) -> None:
    asker = start()
    asker.open(pdfs.paged([""]))
    assert isinstance(asker.text(page), Failed)


def test_asking_before_anything_is_open_is_refused(start: Start) -> None:
    assert isinstance(start().text(1), Failed)


def test_another_document_cancels_what_was_asked_of_the_first(start: Start, pdfs: SimpleNamespace) -> None:
    asker = start()
    asker.open(pdfs.paged([HEAVY, pdfs.line("one")]))
    asker.client.render(Request(1, 4.0, None, 1))
    asker.client.text(2)
    asker.client.open(pdfs.paged([pdfs.line("two")]))
    replies = [asker.next() for _ in range(3)]
    cancelled = [reply.request for reply in replies if isinstance(reply, Failed) and isinstance(reply.error, Cancelled)]
    assert TextRequest(2) in cancelled
    assert isinstance(replies[-1], Opened)
    assert asker.text(1).text == "two"


def test_pictures_that_have_not_been_begun_can_be_called_off(start: Start, pdfs: SimpleNamespace) -> None:
    asker = start()
    asker.open(pdfs.paged([HEAVY]))
    for serial in (1, 2):
        asker.client.render(Request(1, float(serial), None, serial))
    asker.client.cancel({2})
    by_serial = {reply.request.serial: reply for reply in (asker.next(), asker.next())}
    assert isinstance(by_serial[1], Rendered)
    assert isinstance(by_serial[2].error, Cancelled)


def test_pixels_stay_valid_after_the_worker_is_gone(start: Start, pdfs: SimpleNamespace) -> None:
    asker = start()
    asker.open(pdfs.paged(["0 g 0 0 600 800 re f"]))
    drawn = asker.render(Request(1, 0.1, None, 1))
    asker.close()
    assert set(drawn.pixels[0::4]) == {0}


def test_closing_does_not_wait_for_a_picture(start: Start, pdfs: SimpleNamespace) -> None:
    asker = start()
    asker.open(pdfs.paged([HEAVY]))
    asker.client.render(Request(1, 4.0, None, 1))
    asker.close()
    assert not asker.client._thread.is_alive()


def test_the_window_imports_the_client_without_anything_heavy(root: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(root)!r}); import engine.worker.client; "
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, check=True, text=True)
    heavy = {
        "msgspec",
        "json",
        "ctypes",
        "pathlib",
        "subprocess",
        "multiprocessing",
        "asyncio",
        "dataclasses",
        "inspect",
    }
    assert heavy.isdisjoint(run.stdout.split())
    assert "pypdfium2_raw" not in run.stdout


def test_the_page_worker_imports_pdfium_and_nothing_heavy(root: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(root)!r}); import engine.worker.page_host; "
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, check=True, text=True)
    heavy = {"msgspec", "json", "pathlib", "subprocess", "multiprocessing", "pypdf", "jieba", "numpy", "dataclasses"}
    assert heavy.isdisjoint(run.stdout.split())


def test_the_documents_own_outline_comes_when_asked_for(start: Start, pdfs: SimpleNamespace) -> None:
    more = {
        20: b"<< /First 21 0 R /Last 22 0 R >>",
        21: b"<< /Title (One) /Next 22 0 R /Dest [12 0 R /XYZ 0 700 0] >>",
        22: b"<< /Title (Away) /A << /S /URI /URI (https://example.org) >> >>",
    }
    asker = start()
    asker.open(pdfs.paged(["", ""], catalog="/Outlines 20 0 R", more=more))
    assert asker.bookmarks() == Bookmarks((Bookmark(1, "One", 2, 700.0), Bookmark(1, "Away", 0, None)))
    asker.open(pdfs.paged([""]))
    assert asker.bookmarks() == Bookmarks(())

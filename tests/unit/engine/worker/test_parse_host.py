"""What the parse worker tells while it reads the pages."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from engine.pdf.reader import PdfFile
from engine.worker import parse_host, parse_messages
from engine.worker.parse_host import ParseHost


def test_that_all_pages_are_read_is_told_before_anything_is_made_of_them(
    pdfs: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parse_host, "expire", lambda _seconds: None)
    told: list[bytes] = []
    host = ParseHost(SimpleNamespace(send=told.append))
    pages = host._contents(PdfFile.open(pdfs.paged(["", ""])), frozenset(), [False, False])
    assert len(list(pages)) == 2
    assert told == [parse_messages.pack_progress(done, 2) for done in (0, 1, 2)]

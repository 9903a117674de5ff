"""The outline of committed documents, set by an office program and by TeX, stays as good as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.lexicon.lexicon import Lexicon
from tests.outline.documents import HERE, documents
from tests.outline.measure import measure_one

PDFS = sorted((HERE / "pdf").glob("*.pdf"))


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_every_heading_of_a_committed_document_is_found_at_its_level(path: Path) -> None:
    name, style = path.stem.split(".")
    document = next(one for one in documents() if one.name == name)
    row = measure_one(document, path, style, Lexicon())
    assert row.score.f1 >= 0.97, (row.score.missed, row.score.false)
    assert row.score.level >= 0.97
    assert row.front == ()


def test_there_are_committed_documents() -> None:
    assert len(PDFS) >= 8

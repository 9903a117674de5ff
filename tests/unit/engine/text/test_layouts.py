"""Paragraphs of known texts stand whole, in PDFs that office programs, browsers and LaTeX made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.pdf.reader import PdfFile
from engine.text.flow import build_flow
from tests.layouts.score import Score, score
from tests.layouts.texts import Piece

NAMES = ("browser", "gb9704-tables", "latex", "latex-columns", "office-columns", "office-notes", "weasy-level-mark")


def scored(root: Path, name: str) -> Score:
    folder = root / "tests" / "data" / "layouts"
    pieces = [
        Piece(kind, text, tuple(map(tuple, rows)), note)
        for kind, text, rows, note in json.loads((folder / f"{name}.json").read_text("utf8"))
    ]
    file = PdfFile.open((folder / f"{name}.pdf").read_bytes())
    try:
        return score(build_flow(file.content(page) for page in range(1, file.page_count + 1)), pieces)
    finally:
        file.close()


@pytest.mark.parametrize("name", NAMES)
def test_every_known_paragraph_heading_note_and_table_row_stands_whole(root: Path, name: str) -> None:
    found = scored(root, name)
    assert found.lost == ()
    assert found.whole == found.total

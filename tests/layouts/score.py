"""How many known paragraphs stand whole in a flow, by the rules of comparison used elsewhere: NFKC, no blanks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import NamedTuple

from engine.model.flow import Flow
from tests.layouts.texts import Piece

_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


class Score(NamedTuple):
    """Paragraphs whole and in all, the same of headings and captions, of footnotes and of table rows."""

    whole: Counter[str]
    total: Counter[str]
    lost: tuple[str, ...]


def norm(text: str) -> str:
    """A text as it is compared."""
    plain = unicodedata.normalize("NFKC", _RAISED.sub("", text))
    return re.sub(r"[*_`#>|\\\s]", "", plain).lower()


def score(flow: Flow, pieces: list[Piece]) -> Score:
    """Compare a flow with the text it should be."""
    blocks = {norm(flow.of(paragraph)) for paragraph in flow.paragraphs if paragraph.kind != "cell"}
    notes = {
        norm(flow.of(paragraph)).lstrip("0123456789①②③④⑤⑥⑦⑧⑨")
        for paragraph in flow.paragraphs
        if paragraph.kind == "footnote"
    }
    rows = {
        tuple(norm(flow.of(cell)) for cell in table.cells if cell.row == row)
        for table in flow.tables
        for row in range(table.rows)
    }
    whole: Counter[str] = Counter()
    total: Counter[str] = Counter()
    lost: list[str] = []
    for piece in pieces:
        name = {"title": "heading", "head": "heading", "subhead": "heading", "caption": "heading"}.get(
            piece.kind, "paragraph"
        )
        if piece.kind == "table":
            total["row"] += len(piece.rows)
            whole["row"] += sum(tuple(map(norm, row)) in rows for row in piece.rows)
            continue
        total[name] += 1
        if norm(piece.text) in blocks:
            whole[name] += 1
        else:
            lost.append(piece.text)
        if piece.note:
            total["footnote"] += 1
            whole["footnote"] += norm(piece.note).lstrip("0123456789") in notes
    return Score(whole, total, tuple(lost))

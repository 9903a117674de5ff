"""Metrics of texts in the manner of official documents, marked by hand, stay above the bar."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import flow_of_texts
from engine.parsing.metrics.find import find_metrics
from tests.metrics.marks import headings_of, read_marked
from tests.metrics.measure import measure

GOLD = sorted(Path(__file__).parent.glob("*/*.txt"))
LEXICON = Lexicon()


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_marked_texts_are_read_as_marked(path: Path) -> None:
    title, paragraphs, gold = read_marked(path)
    flow = flow_of_texts(paragraphs)
    outline = headings_of(flow)
    scores = measure(gold, find_metrics(flow, outline, (), LEXICON, title=title))
    assert scores["f1"] >= 0.95
    assert scores["kind"] >= 0.95
    assert scores["period"] >= 0.85
    assert scores["whole"] >= 0.85

"""Every paragraph of a flow read once: its reading and its sentences with quantities sorted."""

from __future__ import annotations

from typing import NamedTuple

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow, Paragraph
from engine.parsing.metrics.sentence import Sentence, split_sentences
from engine.parsing.quantities.reading import Reading, read_text


class Scan(NamedTuple):
    """One paragraph, its index in the flow, its reading and sentences (offsets of the reading)."""

    at: int
    paragraph: Paragraph
    reading: Reading
    sentences: list[Sentence]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The flow range of a range of the reading."""
        first, last = self.reading.original(start, end)
        return self.paragraph.start + first, self.paragraph.start + last


def scan_flow(flow: Flow, lexicon: Lexicon) -> tuple[Scan, ...]:
    """All paragraphs of a flow, in order."""
    scans = []
    for index, paragraph in enumerate(flow.paragraphs):
        reading = read_text(flow.of(paragraph))
        scans.append(Scan(index, paragraph, reading, split_sentences(reading, lexicon)))
    return tuple(scans)

"""The target record: how a machine item that a person touched is found again in another parse or draft."""

from __future__ import annotations

import hashlib

from engine.anchoring.anchor import CONTEXT, Quote, anchor_record
from engine.anchoring.normalise import normal_text
from engine.editing.items import Item
from engine.editing.review import Record
from engine.model.parse import Parse


class FlowText:
    """The text of a parse's flow, put together from its paragraphs when first asked for."""

    def __init__(self, parse: Parse | None) -> None:
        self._parse = parse
        self._text: str | None = None

    @property
    def text(self) -> str:
        if self._text is None:
            pieces: list[str] = []
            at = 0
            for paragraph in self._parse.paragraphs if self._parse else ():
                start = max(paragraph.span[0], at)
                pieces += (" " * (start - at), paragraph.text)
                at = start + len(paragraph.text)
            self._text = "".join(pieces)
        return self._text

    def quote(self, span: tuple[int, int] | None, words: str) -> Quote:
        """`words` with what stands around the span."""
        if span is None or span[1] <= span[0]:
            return Quote(words)
        text = self.text
        return Quote(words, text[max(0, span[0] - CONTEXT) : span[0]], text[span[1] : span[1] + CONTEXT])


def fingerprint(kind: str, sentence: str, quote: str) -> str:
    """16 hex digits that are equal where kind, sentence and quote are, blanks and widths aside."""
    told = "\n".join((kind, normal_text(sentence), normal_text(quote)))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def target_record(item: Item, text: FlowText) -> Record:
    """What is kept of a machine item at the first touch."""
    quote = text.quote(item.span, item.quote)
    return {
        "kind": item.kind,
        "fingerprint": fingerprint(item.kind, item.sentence, item.quote),
        "sentence": item.sentence,
        "anchor": anchor_record(item.places, quote),
    }

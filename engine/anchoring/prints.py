"""Fingerprints of paragraphs: whether two texts are one document, told without keeping the text."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from engine.anchoring.normalise import normal_text

SHORTEST = 6  # normal characters; shorter paragraphs (一、, page marks) say nothing


def paragraph_prints(texts: Iterable[str]) -> list[str]:
    """Eight hex digits for each paragraph long enough to tell."""
    normals = (normal_text(text) for text in texts)
    return [hashlib.sha256(text.encode()).hexdigest()[:8] for text in normals if len(text) >= SHORTEST]


def share_matched(former: Sequence[str], current: Sequence[str]) -> float:
    """Share of the former paragraphs that the current text has too, 0 to 1; 0 where there is nothing to compare."""
    if not former or not current:
        return 0.0
    common = Counter(former) & Counter(current)
    return common.total() / len(former)


def page_print(text: str) -> str:
    """SHA-256 of a page's raw text, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

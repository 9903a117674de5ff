"""Pages named as they are printed: one of them, or a list with ranges as people write it."""

from __future__ import annotations

import re

from gui.bridge.document import OpenDocument

_COMMAS = re.compile(r"[,，、;；\s]+")
_DASHES = re.compile(r"\s*(?:-|–|—|~|～|至|到)\s*")


def page_of_label(document: OpenDocument, words: str) -> int | None:
    """The PDF page that bears a label, else the PDF page of that number."""
    for page in range(1, len(document.pages) + 1):
        if document.label(page) == words:
            return page
    if words.isdecimal() and 0 < int(words) <= len(document.pages):
        return int(words)
    return None


def pages_of_words(document: OpenDocument, words: str) -> tuple[int, ...] | None:
    """The PDF pages of “1-3，5”, each once and in the order of the document; None when a part of it names no page."""
    found: set[int] = set()
    for part in _COMMAS.split(_DASHES.sub("-", words.strip())):
        if not part:
            continue
        ends = [page_of_label(document, part)]  # a label may hold a dash itself
        if ends[0] is None:
            ends = [page_of_label(document, end) for end in part.split("-")]
        first, last = ends[0], ends[-1]
        if first is None or last is None or len(ends) > 2 or first > last:
            return None
        found.update(range(first, last + 1))
    return tuple(sorted(found)) or None

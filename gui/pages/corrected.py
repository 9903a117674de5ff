"""Characters that a person corrected, underlined in vermilion on the pages; a tip tells how they are read."""

from __future__ import annotations

from typing import Any

from engine.anchoring.anchor import anchor_places
from engine.editing.corrected_text import is_effective
from engine.model.geometry import Box, box_of_quad

Words = tuple[Box, str, str]
"""Where the characters stand, what the page says and what is read."""


class Corrected:
    """The corrections of one view's document, by page."""

    def __init__(self, view: Any) -> None:
        self._view = view
        self._known: tuple[Any, int] | None = None
        self._words: dict[int, list[Words]] = {}

    def follow(self, document: Any) -> None:
        """Listen to a document; None: to none."""
        if document is not None:
            document.changed.connect(self._on_changed)

    def on_page(self, index: int) -> list[Words]:
        """The corrections of a page (index from 0), in page space."""
        document = self._view.document
        session = document.session if document is not None else None
        if session is None:
            return []
        known = (session, session.revision)
        if known != self._known:
            self._known = known
            self._words = _by_page(session.review)
        return self._words.get(index + 1, [])

    def at(self, index: int, x: float, y: float) -> tuple[str, str] | None:
        """What is printed and what is read at a point of a page, in page space."""
        for box, before, after in self.on_page(index):
            if box.left <= x <= box.right and box.bottom <= y <= box.top:
                return before, after
        return None

    def _on_changed(self, changes: Any) -> None:
        if "text" in changes.kinds:
            self._known = None
            self._view.viewport().update()


def _by_page(review: Any) -> dict[int, list[Words]]:
    found: dict[int, list[Words]] = {}
    for record in review.sections["characters"].values():
        if is_effective(record):
            words = str(record.get("before") or ""), str(record.get("after") or "")
            for place in anchor_places(record.get("anchor")):
                found.setdefault(place.page, []).extend((box_of_quad(quad), *words) for quad in place.quads)
    return found

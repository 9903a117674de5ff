"""Places that are pointed out on the pages while somebody reads a field of them: a quiet outline until the next ones
come or another item is selected; and the places of a selected item that has no mark."""

from __future__ import annotations

from typing import Any

from engine.model.geometry import Box, box_of_quad
from gui.pages.marks import places_unmarked


class PointedOut:
    """What is pointed out in one view's document, by page."""

    def __init__(self, view: Any) -> None:
        self._view = view
        self._document: Any = None
        self._boxes: dict[int, list[Box]] = {}

    def follow(self, document: Any) -> None:
        """Listen to a document; None: to none."""
        self._document = document
        self._boxes = {}
        if document is not None:
            document.places_wanted.connect(self._on_wanted)
            document.selection_changed.connect(self._on_selected)

    def on_page(self, index: int) -> list[Box]:
        """Boxes of a page (index from 0), in page space."""
        return self._boxes.get(index + 1, [])

    def _on_wanted(self, places: Any, _initiator: str) -> None:
        self._point(places)

    def _on_selected(self, item_id: str, _initiator: str) -> None:
        session = self._document.session
        self._point(places_unmarked(session.view, item_id, self._view.hidden) if session is not None else ())

    def _point(self, places: Any) -> None:
        found: dict[int, list[Box]] = {}
        for place in places:
            found.setdefault(place.page, []).extend(box_of_quad(tuple(quad)) for quad in place.quads)
        if found != self._boxes:
            self._boxes = found
            self._view.viewport().update()

"""Places that are pointed out on the pages while somebody reads a field of them: a quiet outline until the next ones
come or another item is selected."""

from __future__ import annotations

from typing import Any

from engine.model.geometry import Box, box_of_quad


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
        found: dict[int, list[Box]] = {}
        for place in places:
            found.setdefault(place.page, []).extend(box_of_quad(tuple(quad)) for quad in place.quads)
        self._point(found)

    def _on_selected(self, _item_id: str, _initiator: str) -> None:
        self._point({})

    def _point(self, boxes: dict[int, list[Box]]) -> None:
        if boxes != self._boxes:
            self._boxes = boxes
            self._view.viewport().update()

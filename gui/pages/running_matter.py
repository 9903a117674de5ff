"""Running heads, feet, page numbers and watermarks of a page, shown greyed when the reader asks which they are."""

from __future__ import annotations

from typing import Any

from engine.editing.text_in_force import text_in_force
from engine.model.geometry import Box, box_of_quad


class RunningMatter:
    """Where one view's document has running matter; nothing while it is not shown."""

    def __init__(self, view: Any) -> None:
        self._view = view
        self._parse: Any = None
        self._boxes: dict[int, list[Box]] = {}
        self._ranges: dict[int, list[tuple[int, int]]] = {}
        self.is_shown = False

    def show(self, is_on: bool) -> None:  # noqa: FBT001 - an action's signal
        """Grey it on the pages, or leave the pages as they are."""
        self.is_shown = is_on
        self._view.viewport().update()

    def on_page(self, index: int) -> list[Box]:
        """What to grey on a page (index from 0), in page space."""
        if not self.is_shown:
            return []
        self._refresh()
        return self._boxes.get(index + 1, [])

    def ranges(self, index: int) -> list[tuple[int, int]]:
        """The characters of a page (index from 0) that are running matter."""
        self._refresh()
        return self._ranges.get(index + 1, [])

    def _refresh(self) -> None:
        document = self._view.document
        session = document.session if document is not None else None
        parse = text_in_force(session.view).parse if session is not None else None
        if parse is not self._parse:
            self._parse = parse
            furniture = parse.furniture if parse is not None else ()
            self._boxes, self._ranges = boxes_by_page(furniture), ranges_by_page(furniture)


def boxes_by_page(furniture: Any) -> dict[int, list[Box]]:
    """Boxes of a parse's running matter by PDF page number."""
    found: dict[int, list[Box]] = {}
    for item in furniture:
        for place in item.places:
            found.setdefault(place.page, []).extend(box_of_quad(quad) for quad in place.quads)
    return found


def ranges_by_page(furniture: Any) -> dict[int, list[tuple[int, int]]]:
    """Raw characters of a parse's running matter by PDF page number."""
    found: dict[int, list[tuple[int, int]]] = {}
    for item in furniture:
        for place in item.places:
            if place.chars is not None:
                found.setdefault(place.page, []).append(place.chars)
    return found

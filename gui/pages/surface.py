"""What the reading tools need of the view in front, be it the printed pages or the text set anew (文字稿)."""

from __future__ import annotations

from typing import Any, Protocol

from engine.anchoring.anchor import Quote
from engine.model.geometry import Quad
from gui.bridge.document import OpenDocument


class Selected(Protocol):
    """Selected text, whichever view it was selected in."""

    @property
    def is_empty(self) -> bool: ...

    def clear(self) -> None: ...

    def text(self) -> str:
        """As a reader wants to paste it."""
        ...

    def parts(self) -> list[tuple[int, tuple[int, int], tuple[Quad, ...], str]]:
        """(PDF page, raw characters, quads, quote) of every page's part, without blanks at its ends."""
        ...

    def quote(self) -> Quote | None:
        """The selected words with what stands around them; None when nothing is selected."""
        ...


class Surface(Protocol):
    """A view of one document that can be read, searched, selected in and marked."""

    document: OpenDocument | None

    @property
    def selection(self) -> Selected: ...

    def zoom_by(self, steps: int) -> None:
        """Larger (or smaller, when negative) by steps."""
        ...

    def show_places(self, places: Any, *, glide: bool = True) -> None:
        """Bring places into view, moving only when they do not already show comfortably."""
        ...

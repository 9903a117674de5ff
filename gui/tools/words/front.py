"""The view in front, be it the printed pages or the text set anew: what the tools that need no pointer act on."""

from __future__ import annotations

from typing import Any

from gui.bridge.document import OpenDocument
from gui.pages.surface import Selected


class Front:
    """Asks the window's page area each time, since the view in front changes."""

    def __init__(self, area: Any) -> None:
        self._area = area

    @property
    def widget(self) -> Any:
        """The view itself, a `Surface` that is a widget."""
        return self._area.front

    @property
    def document(self) -> OpenDocument | None:
        document: OpenDocument | None = self._area.view.document
        return document

    @property
    def selection(self) -> Selected:
        selection: Selected = self._area.front.selection
        return selection

    def clear(self) -> None:
        """Select nothing."""
        self.selection.clear()
        self.widget.update()
        viewport = getattr(self.widget, "viewport", None)
        if viewport is not None:
            viewport().update()

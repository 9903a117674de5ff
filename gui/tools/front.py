"""The view in front, be it the printed pages or the text set anew: what the tools that need no pointer act on."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from gui.bridge.document import OpenDocument
from gui.pages.surface import Selected


class Front:
    """Asks the window's page area each time, since the view in front changes."""

    def __init__(self, area: Any) -> None:
        self._area = area

    @property
    def widget(self) -> QWidget:
        """The view itself."""
        view: QWidget = getattr(self._area, "front", self._area.view)
        return view

    @property
    def document(self) -> OpenDocument | None:
        document: OpenDocument | None = self._area.view.document
        return document

    @property
    def selection(self) -> Selected:
        selection: Selected = getattr(self._area, "front", self._area.view).selection
        return selection

    def clear(self) -> None:
        """Select nothing."""
        self.selection.clear()
        self.widget.update()
        viewport = getattr(self.widget, "viewport", None)
        if viewport is not None:
            viewport().update()

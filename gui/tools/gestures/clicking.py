"""A click on the page: the next of the marks under it, a link of the PDF, another try at a page that failed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal

from gui.tools.gestures.aim import Aim


class Clicking(QObject):
    """Clicks of one view."""

    mark_clicked = Signal(object)  # Mark
    link_clicked = Signal(object)  # engine.model.link.Link

    def __init__(self, aim: Aim) -> None:
        super().__init__(aim.view)
        self.keeps_caret = False  # while it is browsed with; else a mark that is clicked takes the keys
        self._aim = aim
        self._cycle: tuple[str, ...] = ()

    def click(self, point: QPointF) -> None:
        """What a click at a viewport point does."""
        view = self._aim.view
        document, spot = view.document, self._aim.spot(point)
        if document is None or view.supply is None or spot is None:
            return
        if spot.sheet in view.supply.failures and view.overlay.retry_rect(spot.sheet).contains(point):
            view.supply.retry(spot.sheet)
            view.want()
            return
        marks, link = self._aim.marks(point), self._aim.link(point)
        if link is not None and not marks:
            self.link_clicked.emit(link)
            return
        if not marks:
            self._cycle = ()
            if document.selected:
                document.select("", "page")
            return
        if not self.keeps_caret:
            view.selection.clear()
        ids = tuple(mark.item_id for mark in marks)
        at = ids.index(document.selected) + 1 if ids == self._cycle and document.selected in ids else 0
        self._cycle = ids
        chosen = marks[at % len(marks)]
        document.select(chosen.item_id, "page")
        self.mark_clicked.emit(chosen)

"""A click on the page: the next of the marks under it, a link of the PDF, another try at a page that failed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPointF, Signal

from gui.tools.gestures.aim import Aim


class Cycle:
    """Of marks that lie over each other the next one at every click."""

    def __init__(self) -> None:
        self._ids: tuple[str, ...] = ()

    def next(self, ids: Iterable[str], selected: str) -> str:
        """The one after the selected one, when the same were clicked before; else the first; "" of none."""
        before, self._ids = self._ids, tuple(dict.fromkeys(ids))
        if not self._ids:
            return ""
        at = self._ids.index(selected) + 1 if self._ids == before and selected in self._ids else 0
        return self._ids[at % len(self._ids)]


class Clicking(QObject):
    """Clicks of one view."""

    mark_clicked = Signal(object)  # Mark
    link_clicked = Signal(object)  # engine.model.link.Link

    def __init__(self, aim: Aim) -> None:
        super().__init__(aim.view)
        self.keeps_caret = False  # while it is browsed with; else a mark that is clicked takes the keys
        self._aim = aim
        self._cycle = Cycle()

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
        chosen = self._cycle.next((mark.item_id for mark in marks), document.selected)
        if not chosen:
            if document.selected:
                document.select("", "page")
            return
        if not self.keeps_caret:
            view.selection.clear()
        document.select(chosen, "page")
        self.mark_clicked.emit(next(mark for mark in marks if mark.item_id == chosen))

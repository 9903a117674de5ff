"""The panes of the window side by side: left column, pages, what is laid beside them, the lists. Those that are filled
late have their room from the beginning, so that the pages do not move when they come."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

LEFT, BESIDE, SIDE = 0, 2, 3
_WIDTHS = {LEFT: 140, BESIDE: 500, SIDE: 440}  # pixels at first; beside: thousandths of what the pages have with it
_LEAST = 130  # pixels the left column takes once it is filled, however narrow the window is
_NARROWEST, _SHARE = 200, 40  # pixels that the pages keep, and percent of the window where nothing lies beside them


class Panes(QSplitter):
    """Four panes, of which the pages take what the others leave."""

    wanted_changed = Signal()

    def __init__(self, area: QWidget) -> None:
        super().__init__()
        self.left, self.beside, self.side = QWidget(), QWidget(), QWidget()
        self._panes = {LEFT: self.left, BESIDE: self.beside, SIDE: self.side}
        for at, pane in enumerate((self.left, area, self.beside, self.side)):
            if pane is not area:
                column = QVBoxLayout(pane)
                column.setContentsMargins(0, 0, 0, 0)
                pane.hide()
            self.addWidget(pane)
            self.setStretchFactor(at, int(pane in {area, self.beside}))
        self.setChildrenCollapsible(False)
        self._widths = dict(_WIDTHS)
        self._wanted = {LEFT: False, BESIDE: False, SIDE: True}
        self._is_open = False
        self._is_laid_out = False
        self.splitterMoved.connect(self._on_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_laid_out:  # the first real size
            self._is_laid_out = True
            self.fit()

    def put(self, at: int, widget: QWidget) -> None:
        """Fill a pane."""
        layout = self._panes[at].layout()
        if layout is not None:
            layout.addWidget(widget)

    def want(self, at: int, *, is_on: bool, width: int = 0) -> None:
        """Show or hide a pane while there is a document; the pages give the room or take it. It is as wide as it was,
        unless told otherwise."""
        if width > 0:
            self._widths[at] = width
        self._wanted[at] = is_on
        self._panes[at].setVisible(is_on and self._is_open)
        self.fit()
        self.wanted_changed.emit()

    def is_wanted(self, at: int) -> bool:
        return self._wanted[at]

    def set_open(self, *, is_open: bool) -> None:
        """Whether there is a document; without one the window is the pages' place alone."""
        self._is_open = is_open
        for at, is_on in self._wanted.items():
            self._panes[at].setVisible(is_on and is_open)
        if is_open:
            self.fit()

    def width_of(self, at: int) -> int:
        """How wide a pane is, or was when it was shown last; `want` takes the same."""
        return self._widths[at]

    def fit(self) -> None:
        """Give every shown pane its width, the pages and what lies beside them the rest."""
        room = self.width() - self.handleWidth() * (self.count() - 1)
        wanted = {at: self._widths[at] for at in (LEFT, SIDE) if self._panes[at].isVisibleTo(self)}
        has_beside = self._panes[BESIDE].isVisibleTo(self)
        kept = _NARROWEST * 2 if has_beside else max(_NARROWEST, room * _SHARE // 100)
        excess = sum(wanted.values()) + kept - room
        if excess > 0 and wanted:  # a narrow window: each gives a share
            shares = {at: width - excess * width // sum(wanted.values()) for at, width in wanted.items()}
            wanted = {at: max(_LEAST, share) for at, share in shares.items()}
        rest = max(_NARROWEST, room - sum(wanted.values()))
        beside = rest * self._widths[BESIDE] // 1000 if has_beside else 0
        self.setSizes([wanted.get(LEFT, 0), rest - beside, beside, wanted.get(SIDE, 0)])

    def _on_moved(self, _at: int, _index: int) -> None:
        """What the reader has dragged is what the panes are from now on."""
        left, pages, beside, side = self.sizes()
        self._widths |= {at: size for at, size in ((LEFT, left), (SIDE, side)) if size}
        if beside:
            self._widths[BESIDE] = beside * 1000 // (pages + beside)

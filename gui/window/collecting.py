"""Collects cycles of Python objects in the interface's thread only.

Left to itself Python collects in whichever thread happens to make an object too many; timers, models and other objects
of Qt in such a cycle would be destroyed in a thread that is not theirs, which Qt does not bear.

What stays for as long as its document is not walked over again and again: with 5,000 metrics that would hold up typing
for a tenth of a second. Where a document has gone, what stayed for its sake is looked at when the reader pauses.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QTimer

_EVERY = 1000  # milliseconds
_LOADED = 20_000  # objects made between two looks: a parse came in, which stays
_STILL = 1000  # milliseconds in which nothing may happen before everything is walked over
_PATIENCE = 60  # such times after which it is done in any case
_BUSY = 10  # wakings of the event loop in that time: a pointer or a page that moves; a blinking caret wakes it twice


class Collecting(QObject):
    """Looks once a second whether as much has been made as Python itself would collect for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what was loaded stays: collections need not look at it
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(collect_if_due)
        timer.start(_EVERY)
        self._wakings = self._waited = 0
        self._pause = QTimer(self)
        self._pause.setInterval(_STILL)
        self._pause.timeout.connect(self._on_pause)

    def collect_all_later(self) -> None:
        """A document or a window has gone: look at what stayed for its sake too, when nothing happens for a moment."""
        if not self._pause.isActive():
            self._wakings = self._waited = 0
            QAbstractEventDispatcher.instance().awake.connect(self._on_awake)
            self._pause.start()

    def _on_awake(self) -> None:
        self._wakings += 1

    def _on_pause(self) -> None:
        self._waited += 1
        if self._wakings > _BUSY and self._waited < _PATIENCE:
            self._wakings = 0
            return
        self._pause.stop()
        QAbstractEventDispatcher.instance().awake.disconnect(self._on_awake)
        collect_all()


def collect_if_due() -> None:
    """Collect the oldest generation whose time has come, by Python's own thresholds; what outlives the oldest stays."""
    made, limits = gc.get_count(), gc.get_threshold()
    if made[0] > _LOADED:
        gc.freeze()
        return
    due = [generation for generation in (0, 1, 2) if made[generation] > limits[generation] > 0]
    if due:
        gc.collect(due[-1])
        if due[-1] == 2:
            gc.freeze()


def collect_all() -> None:
    """Collect among what stays, too."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()

"""Collects cycles of Python objects in the interface's thread only.

Left to itself Python collects in whichever thread happens to make an object too many; timers, models and other objects
of Qt in such a cycle would be destroyed in a thread that is not theirs, which Qt does not bear.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer

_EVERY = 1000  # milliseconds


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


def collect_if_due() -> None:
    """Collect the oldest generation whose time has come, by Python's own thresholds."""
    made, limits = gc.get_count(), gc.get_threshold()
    due = [generation for generation in (0, 1, 2) if made[generation] > limits[generation] > 0]
    if due:
        gc.collect(due[-1])

"""Ends the program in order when the system asks for it: Ctrl-C in a terminal, a log-out, a shut-down."""

from __future__ import annotations

import signal
from typing import Any

from PySide6.QtCore import QTimer

ASKING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def end_when_asked(windows: Any) -> None:
    """Close every window, each saving its review, when such a signal comes; the next one ends the program at once.

    Python looks for signals when it runs anything in this thread, which `Collecting` has it do every second.
    """

    def asked(*_: object) -> None:
        for number in ASKING:
            signal.signal(number, signal.SIG_DFL)
        QTimer.singleShot(0, windows, windows.quit)  # not from within whatever was interrupted

    for number in ASKING:
        signal.signal(number, asked)

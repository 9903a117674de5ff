"""The one way from a thread of ours into the interface's thread.

A signal emitted in one thread on an object that the interface's thread is just deleting ends the process. So no thread
emits anything: it calls an outlet, which holds its receiver weakly and finds out in the interface's thread whether it
lives.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any
from weakref import WeakMethod

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

Parcel = tuple[WeakMethod[Any], object]


class _Interface(QObject):
    """Stands in the interface's thread as long as the process lives."""

    handed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.handed.connect(self._deliver)  # queued by itself when it is handed in from another thread

    def _deliver(self, parcel: Parcel) -> None:
        method, value = parcel
        receive = method()
        if receive is not None and isValid(receive.__self__):
            receive(value)


def outlet(receive: Callable[[Any], None]) -> Callable[[object], None]:
    """What any thread may call with a value: `receive`, a method of a Qt object, is called with it in the interface's
    thread, in the order of the calls; nothing happens once the object is gone, or the program. Made in the interface's
    thread."""
    method, interface = WeakMethod(receive), _interface()

    def hand(value: object) -> None:
        with suppress(RuntimeError):  # the program has ended, and Qt with it, while the thread was still at work
            interface.handed.emit((method, value))

    return hand


@cache
def _interface() -> _Interface:
    return _Interface()

"""Replies of a worker until somebody listens: the worker starts before Qt is loaded."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock


class Inbox:
    """Keeps what is put in, in order, and hands it on from the moment a listener is there. Any thread may put."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._kept: list[object] = []
        self._listener: Callable[[object], None] | None = None

    def put(self, reply: object) -> None:
        with self._lock:
            if self._listener is None:
                self._kept.append(reply)
            else:
                self._listener(reply)

    def listen(self, listener: Callable[[object], None] | None) -> None:
        """Hand everything kept to the listener, and from now on whatever comes, in the thread that puts it; the
        listener must be quick (emit a queued signal). None: keep again."""
        with self._lock:
            self._listener = listener
            if listener is None:
                return
            kept, self._kept = self._kept, []
            for reply in kept:
                listener(reply)

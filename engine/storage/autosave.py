"""When to save: the journal within a second of a step, the sidecar 1 s after the last change, at the latest 5 s after
the first; a save that fails is kept on this computer and tried again. Runs a thread of its own; no Qt."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import NamedTuple

from engine.editing.session import Session, Step
from engine.errors import NotSaved, PiyueError
from engine.storage.saver import Saved, Saver, Snapshot

QUIET, LATEST, JOURNAL, RETRY = 1.0, 5.0, 0.5, 15.0  # seconds


class SaveState(NamedTuple):
    """Told from the saving thread: `saving`, `saved` (with what was saved), `kept-here` (saved on this computer only),
    `failed` (with the error; nothing is lost while the journal can be written), `journal-failed`."""

    code: str
    saved: Saved | None = None
    error: PiyueError | None = None


class Autosave:
    """Saves a session by itself. Pass `step` as the session's `on_step` and call `changed` after each change on the
    session's thread; `tell` is called on the saving thread: bring it to the session's thread and give `saved` states to
    `Saver.take_in` there."""

    def __init__(self, saver: Saver, tell: Callable[[SaveState], None]) -> None:
        self._saver = saver
        self._tell = tell
        self._wake = threading.Condition()
        self._waiting: Snapshot | None = None
        self._first = self._last = 0.0
        self._has_steps = False
        self._retry_at: float | None = None
        self._is_closing = False
        self._is_now = False
        self._thread = threading.Thread(target=self._run, name="piyue-save", daemon=True)
        self._thread.start()

    def step(self, step: Step) -> None:
        """Journal a step (the session's `on_step`)."""
        self._saver.note(step)
        with self._wake:
            self._has_steps = True
            self._wake.notify()

    def changed(self, session: Session) -> None:
        """The session has changed: save it soon."""
        snapshot = self._saver.snapshot(session)
        with self._wake:
            moment = time.monotonic()
            if self._waiting is None:
                self._first = moment
            self._waiting, self._last = snapshot, moment
            self._wake.notify()

    def save_now(self, session: Session) -> None:
        """Save at once (Ctrl+S); the outcome is told as ever."""
        self.changed(session)
        with self._wake:
            self._is_now = True
            self._wake.notify()

    def close(self, session: Session | None = None, timeout: float = 10.0) -> bool:
        """Save what is open, end the thread, take the announcement away. False when it did not end in time (a vanished
        share); the work is then in the journal."""
        if session is not None and session.is_dirty:
            self.changed(session)
        with self._wake:
            self._is_closing = True
            self._wake.notify()
        self._thread.join(timeout)
        if self._thread.is_alive():
            return False
        self._saver.close()
        return True

    def _run(self) -> None:
        while True:
            with self._wake:
                while not self._is_due() and not self._is_closing:
                    self._wake.wait(self._rest())
                snapshot = self._waiting if self._is_save_due() or self._is_closing else None
                if snapshot is not None:
                    self._waiting, self._is_now = None, False
                self._has_steps = False
                is_over = self._is_closing
            self._journal()
            if snapshot is not None:
                self._save(snapshot)
            if is_over:
                return

    def _is_due(self) -> bool:
        return self._has_steps or self._is_save_due()

    def _is_save_due(self) -> bool:
        return self._waiting is not None and (self._is_now or time.monotonic() >= self._due_at())

    def _due_at(self) -> float:
        if self._retry_at is not None:
            return self._retry_at
        return min(self._last + QUIET, self._first + LATEST)

    def _rest(self) -> float | None:
        return None if self._waiting is None else max(0.0, self._due_at() - time.monotonic())

    def _journal(self) -> None:
        try:
            self._saver.sync()
        except NotSaved as error:
            self._tell(SaveState("journal-failed", error=error))

    def _save(self, snapshot: Snapshot) -> None:
        self._tell(SaveState("saving"))
        try:
            saved = self._saver.save(snapshot)
        except PiyueError as error:
            self._kept_here(snapshot, error)
        else:
            with self._wake:
                self._retry_at = None
            self._tell(SaveState("saved", saved))

    def _kept_here(self, snapshot: Snapshot, error: PiyueError) -> None:
        cause = str(error.values.get("cause", error.code))
        with self._wake:
            self._retry_at = time.monotonic() + RETRY
            if self._waiting is None:  # nothing newer: this one is tried again
                self._waiting = snapshot
                self._first = self._last = time.monotonic()
        try:
            saved = self._saver.keep_here(snapshot, cause)
        except PiyueError:
            self._tell(SaveState("failed", error=error))
        else:
            self._tell(SaveState("kept-here", saved, error))

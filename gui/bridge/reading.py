"""Reads the document's file once, in a thread of its own, and hands the bytes to the page worker.

Runs beside the loading of Qt; whatever goes wrong comes as an error in the inbox, like any reply of the worker.
"""

from __future__ import annotations

from pathlib import Path
from threading import Thread

from engine.errors import EmptyFile, FileMissing, FileUnreadable, PiyueError, TooLarge
from engine.worker.client import PageClient
from engine.worker.memory import Shared
from gui.bridge.inbox import Inbox


class FileReading:
    """One file on its way into the program. `data` and `shared`, the same bytes where every worker can map them, are
    None until `wait` returns, and after an error."""

    def __init__(self, path: Path, client: PageClient, inbox: Inbox) -> None:
        self.path = path
        self.data: bytes | None = None
        self.shared: Shared | None = None
        self._client = client
        self._inbox = inbox
        self._thread = Thread(target=self._run, name="file-reading", daemon=True)
        self._thread.start()

    def wait(self) -> bytes | None:
        """The bytes, once they are read."""
        self._thread.join()
        return self.data

    def _run(self) -> None:
        try:
            data = read_document(self.path)
            self.shared = shared_block(data)
        except PiyueError as error:
            self._inbox.put(error)
            return
        self.data = data
        self._client.open(self.shared)


def shared_block(data: bytes) -> Shared:
    """The bytes in memory that workers can map. Raises TooLarge where there is none left."""
    try:
        return Shared.document(data)
    except OSError as error:
        raise TooLarge(what="bytes") from error


def read_document(path: Path) -> bytes:
    """All bytes of a file. Raises FileMissing, FileUnreadable or EmptyFile, with the name in `name`."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(name=path.name) from error
    except OSError as error:
        raise FileUnreadable(name=path.name, reason=error.strerror or "") from error
    if not data:
        raise EmptyFile(name=path.name)
    return data

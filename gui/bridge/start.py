"""Starts everything a document needs before Qt is loaded: its page worker and the reading of its file.

Annotations are real here: as strings those of the named tuple would each be compiled before page one.
"""

from pathlib import Path
from typing import NamedTuple

from engine.worker.client import PageClient
from gui.bridge.inbox import Inbox
from gui.bridge.reading import FileReading


class Start(NamedTuple):
    """A document on its way: the worker is starting, the file is being read."""

    client: PageClient
    inbox: Inbox
    reading: FileReading


def started(path: Path) -> Start:
    """Start the worker and the reading of a file, without waiting for either."""
    inbox = Inbox()
    client = PageClient.start(inbox.put)
    return Start(client, inbox, FileReading(path.absolute(), client, inbox))

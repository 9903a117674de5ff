"""What the command `piyue` runs: a sub-command goes to the command line, anything else to the window.

For a window the page worker is started and the file read before Qt is loaded, so that all three happen at once.
Imports no Qt itself.

Annotations are real here: as strings those of the named tuples would each be compiled before page one.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from engine.worker.client import PageClient
from gui.bridge.inbox import Inbox
from gui.bridge.reading import FileReading
from gui.late import load

COMMANDS = frozenset({"parse", "quantities", "export", "import", "batch", "log", "doctor", "help"})
PICTURE = "--picture"


class Start(NamedTuple):
    """A document on its way: the worker is starting, the file is being read."""

    client: PageClient
    inbox: Inbox
    reading: FileReading


def main(words: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    given = list(sys.argv[1:] if words is None else words)
    if given and (given[0] in COMMANDS or given[0] in {"-h", "--help", "--version"}):
        return int(load("cli")(given))
    if given and given[0] == PICTURE:
        if len(given) != 3:
            sys.stderr.write("piyue --picture OUT.png FILE\n")
            return 2
        return int(load("picture")(started(Path(given[2])), Path(given[1])))
    return int(load("app")(started(Path(given[0])) if given else None))


def started(path: Path) -> Start:
    """Start the worker and the reading of a file, without waiting for either."""
    inbox = Inbox()
    client = PageClient.start(inbox.put)
    return Start(client, inbox, FileReading(path.absolute(), client, inbox))


if __name__ == "__main__":
    sys.exit(main())

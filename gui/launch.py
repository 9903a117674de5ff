"""What the command `piyue` runs: a sub-command goes to the command line, anything else to the window.

For a window the page worker is started and the file read before Qt is loaded, so that all three happen at once.
Imports no Qt itself.
"""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from gui.bridge.start import started
from gui.late import load

COMMANDS = frozenset({"parse", "quantities", "export", "import", "batch", "log", "doctor", "help"})
PICTURE = "--picture"


def main(words: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    given = list(sys.argv[1:] if words is None else words)
    if given and (given[0] in COMMANDS or given[0] in {"-h", "--help", "--version"}):
        return int(load("cli")(given))
    gc.disable()  # until the window is complete: nothing to collect yet, and looking for it costs a tenth of the start
    if given and given[0] == PICTURE:
        if len(given) != 3:
            sys.stderr.write("piyue --picture OUT.png FILE\n")
            return 2
        return int(load("picture")(started(Path(given[2])), Path(given[1])))
    return int(load("app")(started(Path(given[0])) if given else None))


if __name__ == "__main__":
    sys.exit(main())

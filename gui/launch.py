"""What the command `piyue` runs: a sub-command goes to the command line, anything else to the window.

For a window the page worker is started and the file read before Qt is loaded, so that all three happen at once.
Imports no Qt itself.
"""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from gui.bridge.start import started
from gui.late import load

COMMANDS = frozenset({"parse", "quantities", "export", "log", "help", "-h", "--help", "--version"})
PICTURE = "--picture"
NO_SCREEN = """piyue: 没有图形界面，无法打开窗口。There is no display to open a window on.
可以改用 instead: piyue parse FILE --text, or piyue --picture OUT.png FILE
"""


def main(words: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    given = list(sys.argv[1:] if words is None else words)
    if given and given[0] in COMMANDS:
        return int(load("cli")(given))
    gc.disable()  # until the window is complete: nothing to collect yet, and looking for it costs a tenth of the start
    if given and given[0] == PICTURE:
        if len(given) != 3:
            sys.stderr.write("piyue --picture OUT.png FILE\n")
            return 2
        return int(load("picture")(started(Path(given[2])), Path(given[1])))
    if not has_screen():
        sys.stderr.write(NO_SCREEN)
        return 2
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until there is work to save: an exception would end one slot, not us
    paths = [Path(word).absolute() for word in dict.fromkeys(given)]
    return int(load("app")(started(paths[0]) if paths else None, paths[1:]))


def has_screen() -> bool:
    """Whether Qt will find somewhere to show a window; without one it would end the process by abort."""
    return sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


if __name__ == "__main__":
    sys.exit(main())

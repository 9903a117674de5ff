"""What a worker may not do: take more memory than the cap, leave a core dump, gain rights, read or write the
user's files, talk to a network, outlive the window.
"""

from __future__ import annotations

import ctypes
import signal
import sys
from contextlib import suppress

from engine.worker.landlock import restrict

if sys.platform != "win32":
    import resource

MAX_ADDRESS_SPACE = 3 << 29
"""1.5 GB: mapped documents and pictures count too."""

READABLE = ("/usr", "/lib", "/lib64", "/nix/store", "/gnu/store", "/etc/ld.so.cache", "/dev/null", "/dev/urandom")
"""What a worker may read beside Python and our packages: libraries and fonts, which PDFium looks up only when a page
lacks one (仿宋 would go missing otherwise)."""

_SET_PARENT_DEATH_SIGNAL, _SET_NO_NEW_PRIVILEGES = 1, 38


def confine(address_space: int = MAX_ADDRESS_SPACE) -> None:
    """Confine this process for the rest of its life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the window's; it ends us
    _limit(address_space)


if sys.platform == "win32":

    def _limit(address_space: int) -> None:
        """Nothing of it exists there; the deadlines hold."""

else:

    def _limit(address_space: int) -> None:
        for limit, value in ((resource.RLIMIT_AS, address_space), (resource.RLIMIT_CORE, 0)):
            with suppress(OSError, ValueError):  # a lower one is set already
                resource.setrlimit(limit, (value, value))
        if sys.platform == "linux":
            library = ctypes.CDLL(None)
            library.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
            library.prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
            restrict([*sys.path, sys.prefix, sys.base_prefix, *READABLE])

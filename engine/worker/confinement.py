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

_SET_NO_NEW_PRIVILEGES = 38


def confine(address_space: int = MAX_ADDRESS_SPACE) -> None:
    """Confine this process for the rest of its life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the window's; it ends us
    _limit(address_space)


if sys.platform == "win32":

    def expire(seconds: int) -> None:
        """There are no alarms there."""

    def _limit(address_space: int) -> None:
        """Nothing of it exists there; the deadlines hold."""

else:

    def expire(seconds: int) -> None:
        """End this process after so many seconds, whatever it is doing then; 0: not any more.

        The window's deadlines are shorter; this is for a worker whose window has died while PDFium is in a loop. A
        signal at the parent's death would not do: it comes when the thread ends that started us.
        """
        signal.alarm(seconds)

    def _limit(address_space: int) -> None:
        for limit, value in ((resource.RLIMIT_AS, address_space), (resource.RLIMIT_CORE, 0)):
            with suppress(OSError, ValueError):  # a lower one is set already
                resource.setrlimit(limit, (value, value))
        if sys.platform == "linux":
            library = ctypes.CDLL(None)
            library.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
            restrict([*sys.path, sys.prefix, sys.base_prefix, *READABLE])

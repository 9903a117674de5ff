"""Landlock: after this the process reads only the folders it is given, writes nothing, and connects nowhere.

Linux 5.13 and later, where the kernel has it switched on; elsewhere nothing happens. What is open already stays open.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446  # system calls, the same on every architecture
_VERSION = 1  # flag of _CREATE: ask for the version
_PATH_BENEATH = 1

_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_FILES = (1 << 13) - 1  # execute, write, read, make and remove of every kind
_FILES_SINCE = ((2, 1 << 13), (3, 1 << 14), (5, 1 << 15))  # moving between folders, truncating, device control
_NETWORK = 0b11  # TCP: bind, connect; since version 4
_SCOPES = 0b11  # abstract sockets, signals to processes outside; since version 6


if sys.platform != "linux":

    def restrict(folders: Iterable[str]) -> bool:
        """There is no Landlock here."""
        del folders
        return False

else:

    def restrict(folders: Iterable[str]) -> bool:
        """Leave this process nothing of the file system but reading what lies in these folders (or files), and no
        network. True when it is in force. Needs no_new_privs."""
        call = ctypes.CDLL(None).syscall
        call.restype = ctypes.c_long
        version = call(_CREATE, None, ctypes.c_size_t(0), _VERSION)
        if version < 1:
            return False
        handled = _FILES | sum(bit for since, bit in _FILES_SINCE if version >= since)
        attributes = struct.pack("QQQ", handled, _NETWORK, _SCOPES)[: 24 if version >= 6 else 16 if version >= 4 else 8]
        ruleset = call(_CREATE, attributes, ctypes.c_size_t(len(attributes)), 0)
        if ruleset < 0:
            return False
        try:
            for folder in folders:
                with suppress(OSError):  # not there
                    _allow(call, ruleset, folder)
            return bool(call(_RESTRICT, ruleset, 0) == 0)
        finally:
            os.close(ruleset)

    def _allow(call: ctypes._NamedFuncPointer, ruleset: int, folder: str) -> None:
        descriptor = os.open(folder, os.O_PATH | os.O_CLOEXEC)
        try:
            access = _READ_FILE | _READ_DIR if os.path.isdir(folder) else _READ_FILE  # noqa: PTH112
            call(_ADD_RULE, ruleset, _PATH_BENEATH, struct.pack("=Qi", access, descriptor), 0)
        finally:
            os.close(descriptor)

"""Why a worker stopped, from how its channel failed and which signal ended it."""

from __future__ import annotations

from engine.worker.channel import Late

_OUT_OF_MEMORY = frozenset({5, 6})
"""SIGTRAP and SIGABRT: how PDFium and the C++ library end when an allocation fails."""


class GaveUp(Exception):
    """The worker itself said that its memory is at an end."""


def reason_of(failure: Exception, ended_by: int) -> str:
    """deadline, memory or crash."""
    if isinstance(failure, Late):
        return "deadline"
    if isinstance(failure, GaveUp):
        return "memory"
    return "memory" if ended_by in _OUT_OF_MEMORY else "crash"

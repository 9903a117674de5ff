"""How far a long piece of work is: a callback that may also call it off."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with (done, total); raises `engine.errors.Cancelled` to stop the work."""

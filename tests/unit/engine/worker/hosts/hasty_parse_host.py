"""The parse worker, idle for a moment only before it ends."""

from __future__ import annotations

import os

from engine.worker.channel import Closed, Late
from engine.worker.parse_host import ParseHost
from engine.worker.spawn import connected


def main() -> None:
    try:
        ParseHost(connected()).serve(idle=0.05)
    except (Closed, Late):
        os._exit(0)

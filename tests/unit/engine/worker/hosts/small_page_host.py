"""The page worker with 400 MB of address space, so that a test need not fill 1.5 GB."""

from __future__ import annotations

import os

from engine.pdf.library import load_library
from engine.worker.channel import Closed
from engine.worker.confinement import confine
from engine.worker.page_host import PageHost
from engine.worker.spawn import connected


def main() -> None:
    channel = connected()
    load_library()
    confine(400 << 20)
    try:
        PageHost(channel).serve()
    except Closed:
        os._exit(0)

"""Watches an X screen until page one (a magenta sheet) shows on it: says "ready", then the moment, on standard output.

Run as a program with DISPLAY set; the moment is of the monotonic clock, which processes share.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

ENOUGH = 900  # of 64,000 sampled pixels
LIMIT = 60.0  # seconds


def magenta(image: QImage) -> int:
    """How many pixels of a picture shrunk to 320 x 200 are magenta."""
    small = image.scaled(320, 200, Qt.AspectRatioMode.IgnoreAspectRatio).convertToFormat(QImage.Format.Format_RGB32)
    data = bytes(small.constBits())
    return sum(1 for at in range(0, len(data), 4) if data[at] > 220 and data[at + 1] < 40 and data[at + 2] > 220)


def main() -> int:
    application = QGuiApplication(sys.argv)
    screen = application.primaryScreen()
    print("ready", flush=True)
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        moment = time.monotonic()
        if magenta(screen.grabWindow(0).toImage()) >= ENOUGH:
            print(moment, flush=True)
            return 0
        time.sleep(0.004)
    return 1


if __name__ == "__main__":
    sys.exit(main())

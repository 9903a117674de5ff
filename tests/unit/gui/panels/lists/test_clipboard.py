"""Rows on the clipboard stay there to the very end of the process."""

from __future__ import annotations

import subprocess
import sys

COPIED = """
from PySide6.QtWidgets import QApplication
from gui.panels.lists.clipboard import put_on_clipboard
application = QApplication([])
put_on_clipboard([["甲"], ["乙"]])
print(",".join(application.clipboard().mimeData().formats()))
"""


def test_the_process_ends_well_with_rows_on_the_clipboard(root):
    done = subprocess.run([sys.executable, "-c", COPIED], cwd=root, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"text/plain,text/html\n", b"")

"""Some names of Qt make hundreds of enumerations when they are first touched: 15 ms and more before page one."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

COSTLY = {"Qt", "QEvent", "QKeySequence", "QKeyEvent"}


def test_what_page_one_needs_touches_no_costly_name_of_qt(root: Path) -> None:
    code = (
        "import sys, gui.app; print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('gui.')), sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    touched = {
        f"{Path(path).relative_to(root)}: {alias.name}"
        for path in done.stdout.split()
        for node in ast.parse(Path(path).read_text("utf8")).body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6")
        for alias in node.names
        if alias.name in COSTLY
    }
    assert touched == set()

"""The table of late loading: every line resolves, and nothing of it is loaded before page one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from gui.late import TABLE, load

HEAVY = (
    "msgspec", "dataclasses", "json", "numpy", "pypdf", "pypdfium2", "jieba", "asyncio", "platformdirs", "hashlib",
    "engine.editing", "engine.storage", "gui.panels", "gui.actions",
)  # fmt: skip


@pytest.mark.parametrize("name", sorted(TABLE))
def test_every_line_of_the_table_resolves(name: str) -> None:
    assert callable(load(name))


def test_nothing_heavy_is_loaded_before_page_one(root: Path) -> None:
    code = "import sys, gui.launch, gui.app; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded.intersection(HEAVY)


def test_launching_itself_imports_no_qt(root: Path) -> None:
    code = "import sys, gui.launch; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert not [name for name in done.stdout.split() if name.startswith("PySide6")]

"""Fixtures every folder of tests shares."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root folder."""
    return ROOT


@pytest.fixture(scope="session")
def sample(root: Path) -> Path:
    """The bundled sample speech."""
    return root / "resources" / "samples" / "智慧城市建设讲话.pdf"


@pytest.fixture(scope="session")
def shared(root: Path) -> Path:
    """The folder of gold documents beside the project; tests that need it skip where it is absent."""
    folder = root.parent / "shared"
    if not (folder / "corpus").is_dir():
        pytest.skip("no gold documents beside the project")
    return folder

"""Imports go down the layers: every contract holds, and every contract notices the violation it is there for."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PACKAGES = ("engine", "gui", "resources")

# contract -> (module that is given the import, the import): what the contract must notice
SEEDS = {
    "engine-layers": ("engine/model/place.py", "import engine.storage"),
    "gui-layers": ("gui/style/__init__.py", "import gui.window"),
    "panels-layers": ("gui/panels/words/__init__.py", "import gui.panels.card"),
    "tools-layers": ("gui/tools/words/__init__.py", "import gui.tools.notes"),
    "window-layers": ("gui/window/desks/__init__.py", "import gui.window.chrome"),
    "engine-knows-no-window": ("engine/editing/__init__.py", "import PySide6.QtCore"),
    "pdf-libraries-only-in-engine-pdf": ("engine/text/__init__.py", "import pypdf"),
    "pdf-is-read-only-in-the-workers": ("gui/pages/__init__.py", "import engine.pdf"),
    "parsing-touches-no-files-and-no-pdf": ("engine/parsing/__init__.py", "import pathlib"),
    "jieba-only-in-the-lexicon": ("engine/parsing/__init__.py", "import jieba"),
    "resources-hold-data-only": ("resources/__init__.py", "import engine.model"),
}


def lint(folder: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    command = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as c; c()"
    chosen = [word for contract in contracts for word in ("--contract", contract)]
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--config", "pyproject.toml", *chosen],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_every_contract_holds(root: Path) -> None:
    run = lint(root)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    for package in PACKAGES:
        shutil.copytree(root / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "[!_]*.[!p]*"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("contract", SEEDS)
def test_a_seeded_violation_breaks_its_contract(contract: str, copy: Path) -> None:
    module, line = SEEDS[contract]
    path = copy / module
    path.write_text(path.read_text("utf8") + f"\n{line}\n", "utf8")
    run = lint(copy, contract)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "1 broken" in run.stdout


def test_every_contract_has_its_seed(root: Path) -> None:
    contracts = tomllib.loads((root / "pyproject.toml").read_text("utf8"))["tool"]["importlinter"]["contracts"]
    assert {contract["id"] for contract in contracts} == set(SEEDS)

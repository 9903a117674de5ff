"""Fixtures every folder of tests shares; the run has no screen, no network and no home folder it could write."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["HOME"] = os.path.join(os.devnull, "home")  # noqa: PTH118 - a home that cannot be made, even by root
for _variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "PIYUE_HOME"):
    os.environ.pop(_variable, None)
os.environ["XDG_RUNTIME_DIR"] = tempfile.gettempdir()  # Qt warns where there is none

# `make test` tries the same examples every time, so that a red run can be repeated; `make test-long` tries new ones.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("new", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[object]:
    """Cycles are collected between tests only, as the program itself does it between events: where Python does it while
    Qt goes over all widgets (a change of theme), or in a thread that saves, what an earlier test left over is destroyed
    there and then, and the run dies of it."""
    if item.get_closest_marker("bench"):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        made, limits = gc.get_count(), gc.get_threshold()
        due = [generation for generation in (0, 1, 2) if made[generation] > limits[generation] > 0]
        if due:
            gc.collect(due[-1])


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

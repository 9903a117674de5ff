"""Replacing on Windows, with a call in the system's place: who holds the file is waited for, nothing is lost."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from pathlib import Path

import pytest

from engine.errors import NotSaved
from engine.storage.disk import not_saved
from engine.storage.windows import SECONDS, replace_patiently


class System:
    """ReplaceFileW and a clock: error numbers in order, the last one for ever; 0 replaces."""

    def __init__(self, *numbers: int) -> None:
        self.numbers = [*numbers]
        self.now = 0.0

    def call(self, replaced: str, replacement: str, backup: str) -> int:
        number = self.numbers.pop(0) if len(self.numbers) > 1 else self.numbers[0]
        if number in (0, 1177):
            Path(replaced).replace(backup)
        if number == 0:
            Path(replacement).replace(replaced)
        return number

    def pause(self, seconds: float) -> None:
        self.now += seconds


def replaced(folder: Path, numbers: Iterable[int], *, is_new: bool = False) -> System:
    (folder / "new").write_text("new")
    if not is_new:
        (folder / "old").write_text("old")
    system = System(*numbers)
    replace_patiently(folder / "new", folder / "old", call=system.call, clock=lambda: system.now, pause=system.pause)
    return system


@pytest.mark.parametrize("numbers", [[0], [32, 0], [5, 33, 1175, 1176, 0], [1177], [32, 1177], [50], [87]], ids=str)
def test_the_new_file_takes_the_old_ones_place_whatever_stood_in_the_way(numbers: list[int], tmp_path: Path) -> None:
    replaced(tmp_path, numbers)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("old", "new")]


def test_a_first_save_needs_no_file_to_replace(tmp_path: Path) -> None:
    replaced(tmp_path, [31], is_new=True)
    assert (tmp_path / "old").read_text() == "new"


@pytest.mark.parametrize("number", [5, 32, 1175, 1176])
def test_what_the_call_refuses_to_the_end_is_tried_by_a_rename(number: int, tmp_path: Path) -> None:
    system = replaced(tmp_path, [number])
    assert system.now == pytest.approx(SECONDS, abs=0.1)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("old", "new")]


@pytest.mark.parametrize(
    ("number", "cause"), [(112, "full"), (39, "full"), (53, "gone"), (64, "gone"), (19, "read-only")]
)
def test_the_state_of_disk_or_share_is_named(number: int, cause: str, tmp_path: Path) -> None:
    with pytest.raises(OSError, match=str(number)) as caught:
        replaced(tmp_path, [number])
    assert not_saved(caught.value).values["cause"] == cause
    assert (tmp_path / "old").read_text() == "old"
    told = OSError(errno.EINVAL, "of Python's own calls")
    told.winerror = number  # type: ignore[attr-defined]
    assert not_saved(told).values["cause"] == cause


@pytest.mark.parametrize(("number", "cause"), [(32, "busy"), (1175, "busy"), (5, "read-only")])
def test_a_file_held_too_long_stays_and_the_cause_is_named(
    number: int, cause: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "replace", held)
    system = System(number)
    (tmp_path / "new").write_text("new")
    (tmp_path / "old").write_text("old")
    with pytest.raises(OSError, match=str(number)) as caught:
        replace_patiently(
            tmp_path / "new", tmp_path / "old", call=system.call, clock=lambda: system.now, pause=system.pause
        )
    assert system.now == pytest.approx(SECONDS, abs=0.1)
    assert isinstance(not_saved(caught.value), NotSaved)
    assert not_saved(caught.value).values["cause"] == cause
    assert (tmp_path / "old").read_text() == "old"


def test_other_errors_are_not_waited_for(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="1117") as caught:
        replaced(tmp_path, [1117])
    assert caught.value.errno == errno.EIO
    assert (tmp_path / "old").read_text() == "old"

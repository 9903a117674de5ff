"""A fault at the n-th file call of open, journal and save, for all n; death at every one of them."""

from __future__ import annotations

import errno
import multiprocessing
import signal
from pathlib import Path

import pytest

from engine.editing import verbs, verbs_notes
from engine.editing.session import Session
from engine.errors import NotSaved, PiyueError
from engine.storage.codec import decode
from engine.storage.disk import Disk
from engine.storage.opening import open_review
from engine.storage.saver import Saver
from tests.data.faulty_disk import CountingDisk, DyingDisk, FailingDisk, bytes_of
from tests.data.reviews import ZHANG, opened_in, places_of, sample_parse, shelf_in

ME = ZHANG.id
CAUSES = {errno.ENOSPC: "full", errno.EIO: "other", errno.EACCES: "read-only"}
SIDECAR = "讲话.pdf.piyue.json"


def worked(folder: Path, disk: Disk, *, text: str) -> tuple[Saver, Session]:
    """Open, add a note, change a value; nothing saved yet."""
    opened = opened_in(folder)
    saver = Saver(opened, shelf_in(folder), ZHANG, disk)
    session = Session(opened.review, sample_parse(20), ZHANG, on_step=saver.note)
    view = session.view
    note = verbs_notes.add_note(view, type="box", places=places_of(1, 0, 3, 1), quote=None, color="", text=text, by=ME)
    session.apply(note)
    session.apply(verbs.set_field(view, item=view.metrics[0].id, field="value", value=len(text), by=ME))
    return saver, session


def seeded(folder: Path) -> bytes:
    """A folder with a saved review; its bytes."""
    saver, session = worked(folder, Disk(), text="先")
    saver.save(saver.snapshot(session))
    saver.close()
    return (folder / SIDECAR).read_bytes()


def texts(folder: Path) -> set[str]:
    """What opening the folder finds, by the words of its notes."""
    opened = opened_in(folder)
    return {str(record["text"]) for record in opened.review.sections["notes"].values()}


def calls_of_a_save(folder: Path) -> list[str]:
    seeded(folder)
    disk = CountingDisk()
    saver, session = worked(folder, disk, text="后来")
    saver.sync()
    saver.save(saver.snapshot(session))
    saver.close()
    return disk.calls


@pytest.mark.parametrize("number", CAUSES)
def test_a_fault_at_any_call_of_a_save_keeps_the_old_or_the_new_and_names_the_cause(
    number: int, tmp_path: Path
) -> None:
    (tmp_path / "count").mkdir()
    count = len(calls_of_a_save(tmp_path / "count"))
    assert count > 20
    for at in range(1, count + 1):
        folder = tmp_path / str(at)
        folder.mkdir()
        old = seeded(folder)
        disk = FailingDisk(at, number)
        saver, session = worked(folder, disk, text="后来")
        failure: PiyueError | None = None
        is_acknowledged = True
        try:
            saver.sync()
        except NotSaved as error:
            is_acknowledged, failure = False, error
        try:
            saver.save(saver.snapshot(session))
        except NotSaved as error:
            failure = error
        new = (folder / SIDECAR).read_bytes()
        saver.close()
        assert new == old or decode(new).soundness == "sound"
        if failure is not None:
            assert failure.values["cause"] == CAUSES[number]
        if is_acknowledged or new != old:
            assert texts(folder) == {"先", "后来"}, (at, disk.calls)
        else:
            assert texts(folder) >= {"先"}
        assert not [name for name in bytes_of(folder) if name.endswith("-tmp")], disk.calls


@pytest.mark.parametrize("number", CAUSES)
def test_a_fault_at_any_call_of_an_opening_raises_nothing_and_writes_nothing(number: int, tmp_path: Path) -> None:
    seeded(tmp_path)
    saver, _ = worked(tmp_path, Disk(), text="没存")
    saver.sync()
    saver.close()
    before = bytes_of(tmp_path)
    counting = CountingDisk()
    pdf = opened_in(tmp_path).pdf
    open_review(pdf, shelf_in(tmp_path), counting)
    for at in range(1, len(counting.calls) + 1):
        opened = open_review(pdf, shelf_in(tmp_path), FailingDisk(at, number))
        assert bytes_of(tmp_path) == before
        if counting.calls[at - 1] == "read" and opened.base is None:
            assert opened.is_read_only, "what could not be read must not be overwritten"
    assert texts(tmp_path) == {"先", "没存"}


@pytest.mark.parametrize("number", CAUSES)
def test_a_review_that_cannot_be_saved_in_its_place_is_kept_here_and_found_again(number: int, tmp_path: Path) -> None:
    old = seeded(tmp_path)

    class Refusing(Disk):
        def create(self, path: Path, mode: int) -> int:
            if path.parent == tmp_path:
                raise OSError(number, "no")
            return super().create(path, mode)

    saver, session = worked(tmp_path, Refusing(), text="后来")
    with pytest.raises(NotSaved) as caught:
        saver.save(saver.snapshot(session))
    saved = saver.keep_here(saver.snapshot(session), str(caught.value.values["cause"]))
    saver.close()
    assert (saved.is_local, saved.cause) == (True, CAUSES[number])
    assert (tmp_path / SIDECAR).read_bytes() == old
    assert texts(tmp_path) == {"先", "后来"}
    again = opened_in(tmp_path)
    assert {notice.code for notice in again.notices} == {"kept-here"}
    second = Saver(again, shelf_in(tmp_path), ZHANG)
    later = Session(again.review, sample_parse(20), ZHANG, is_unsaved=again.is_recovered)
    assert later.is_dirty
    second.save(second.snapshot(later))
    second.close()
    assert not opened_in(tmp_path).notices
    assert texts(tmp_path) == {"先", "后来"}


def die_while_saving(folder: str, at: int) -> None:
    saver, session = worked(Path(folder), DyingDisk(at), text="后来")
    saver.sync()
    saver.save(saver.snapshot(session))
    saver.close()


def died_at(folder: Path, at: int) -> int:
    """Let a process die at the n-th call of a save; returns how it ended."""
    process = multiprocessing.get_context("fork").Process(target=die_while_saving, args=(str(folder), at))
    process.start()
    process.join()
    return process.exitcode or 0


@pytest.mark.long
def test_death_at_every_call_of_a_save_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    (tmp_path / "count").mkdir()
    calls = calls_of_a_save(tmp_path / "count")
    first_sync = calls.index("sync") + 1
    for at in range(1, len(calls) + 1):
        folder = tmp_path / str(at)
        folder.mkdir()
        old = seeded(folder)
        assert died_at(folder, at) == -signal.SIGKILL
        new = (folder / SIDECAR).read_bytes()
        assert new == old or decode(new).soundness == "sound"
        found = texts(folder)
        assert found >= {"先"}
        if at > first_sync:  # the journal had been acknowledged
            assert found == {"先", "后来"}, (at, calls[at - 1])
        saver, session = worked(folder, Disk(), text="再来")
        saver.save(saver.snapshot(session))  # what was left behind does not stand in the way
        saver.close()
        assert "再来" in texts(folder)
        assert not [name for name in bytes_of(folder) if name.endswith((".piyue-tmp", ".mutex"))]
    print(f"died at each of {len(calls)} calls")

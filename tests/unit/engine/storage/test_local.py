from __future__ import annotations

import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from engine.editing import verbs
from engine.editing.session import Session
from engine.errors import NotSaved
from engine.storage.autosave import Autosave, SaveState
from engine.storage.disk import Disk
from engine.storage.journal import Journal, left_journals, replay
from engine.storage.local_records import local_records, remove_all, remove_local
from engine.storage.mutex import mutex
from engine.storage.places import local_folder
from engine.storage.saver import Saver
from engine.storage.versions import Version, superfluous, versions
from tests.data.reviews import LI, ZHANG, fresh_session, opened_in, sample_parse, shelf_in


def started(folder: Path) -> tuple[Saver, Session]:
    opened = opened_in(folder)
    saver = Saver(opened, shelf_in(folder), ZHANG)
    return saver, Session(opened.review, sample_parse(12), ZHANG, on_step=saver.note)


def work(session: Session, at: int = 0) -> None:
    session.apply(verbs.reject(session.view, item=session.view.metrics[at].id, by=ZHANG.id))


def test_a_running_programs_journal_is_left_alone(tmp_path: Path) -> None:
    saver, session = started(tmp_path)
    work(session)
    saver.sync()
    assert opened_in(tmp_path).notices == ()
    saver.close()
    assert [notice.code for notice in opened_in(tmp_path).notices] == ["recovered"]


def test_the_empty_place_of_a_share_that_vanished_is_not_written_into(tmp_path: Path) -> None:
    saver, session = started(tmp_path)
    work(session)
    saver.save(saver.snapshot(session))
    for path in tmp_path.iterdir():
        if path.is_file():
            path.unlink()
    work(session, 1)
    with pytest.raises(NotSaved) as told:
        saver.save(saver.snapshot(session))
    assert told.value.values["cause"] == "gone"
    assert [path.name for path in tmp_path.iterdir()] == ["state"]
    saver.keep_here(saver.snapshot(session), "gone")
    saver.close()
    assert len(opened_in(tmp_path).review.sections["overrides"]) == 2


def test_a_journal_is_cut_to_what_the_sidecar_does_not_have(tmp_path: Path) -> None:
    saver, session = started(tmp_path)
    work(session, 0)
    snapshot = saver.snapshot(session)
    work(session, 1)
    saver.save(snapshot)
    saver.close()
    left = left_journals(Disk(), local_folder(opened_in(tmp_path).pdf, shelf_in(tmp_path)))
    assert [len(one.steps) for one in left] == [1]
    assert len(opened_in(tmp_path).review.sections["overrides"]) == 2


def test_a_torn_last_line_of_a_journal_is_passed_over(tmp_path: Path) -> None:
    saver, session = started(tmp_path)
    work(session, 0)
    work(session, 1)
    saver.sync()
    saver.close()
    folder = local_folder(opened_in(tmp_path).pdf, shelf_in(tmp_path))
    path = next(folder.glob("journal-*"))
    path.write_bytes(path.read_bytes()[:-20])
    left = left_journals(Disk(), folder)
    assert (len(left[0].steps), left[0].unreadable) == (1, 1)


def test_replaying_twice_changes_nothing(tmp_path: Path) -> None:
    session = fresh_session(sample_parse(12))
    steps = []
    journaled = Session(session.review, sample_parse(12), ZHANG, on_step=steps.append)
    for at in range(3):
        work(journaled, at)
    fresh = fresh_session(sample_parse(12)).review
    assert replay(fresh, tuple(steps)) == 3
    assert replay(fresh, tuple(steps)) == 0
    assert fresh.sections["overrides"].keys() == journaled.review.sections["overrides"].keys()


def test_a_step_on_what_a_parse_brought_together_is_done_again_as_it_was(tmp_path: Path) -> None:
    saver, session = started(tmp_path)
    one = session.view.metrics[0].id
    session.apply(verbs.set_field(session.view, item=one, field="name", value="甲", by=ZHANG.id))
    theirs = fresh_session(sample_parse(12, engine="9.0.0"), LI)
    theirs.apply(verbs.set_field(theirs.view, item=theirs.view.metrics[0].id, field="unit", value="个", by=LI.id))
    for section in ("targets", "overrides"):  # of one item under two ids
        session.review.sections[section].update(theirs.review.sections[section])
    saver.save(saver.snapshot(session))
    session.set_parse(sample_parse(12, engine="0.2.0"))
    session.apply(verbs.reset_item(session.view, item=session.view.metrics[0].id, by=ZHANG.id))
    assert session.view.metrics[0].overridden == ()
    saver.sync()
    saver.close()
    again = Session(opened_in(tmp_path).review, sample_parse(12, engine="0.2.0"), ZHANG)
    assert again.view.metrics[0].overridden == ()
    assert again.review.sections["overrides"] == session.review.sections["overrides"]


def test_a_journal_has_no_file_before_the_first_step(tmp_path: Path) -> None:
    Journal(Disk(), tmp_path / "none", "d").sync()
    assert not (tmp_path / "none").exists()


def test_a_dead_programs_mutex_is_passed_over_and_a_living_ones_is_waited_for(tmp_path: Path) -> None:
    sidecar = tmp_path / "a.piyue.json"
    with mutex(Disk(), sidecar), pytest.raises(NotSaved) as caught, mutex(Disk(), sidecar, patience=0.05):
        pass
    assert caught.value.values["cause"] == "busy"
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with mutex(Disk(), sidecar):
            os.write(writing, b"x")
            os._exit(0)
    os.read(reading, 1)
    os.waitpid(child, 0)
    with mutex(Disk(), sidecar, patience=0.0):
        pass
    assert not list(tmp_path.iterdir())


def test_twenty_versions_stay_for_this_user_only(tmp_path: Path) -> None:
    saver, session = started(tmp_path)
    for _ in range(25):
        session.undo() or work(session)
        saver.save(saver.snapshot(session))
    saver.close()
    kept = versions(Disk(), local_folder(opened_in(tmp_path).pdf, shelf_in(tmp_path)))
    assert len(kept) == 20
    assert {version.path.stat().st_mode & 0o777 for version in kept} == {0o600}


def test_an_hour_of_saves_does_not_push_yesterday_out(tmp_path: Path) -> None:
    now = datetime(2026, 1, 2, 12, tzinfo=UTC)
    known = [Version(tmp_path / str(at), now - timedelta(seconds=5 * at)) for at in range(40)]
    known += [Version(tmp_path / f"day{day}", now - timedelta(days=day)) for day in range(1, 4)]
    gone = superfluous(Disk(), tuple(known), limit=20, days=90)
    assert len(known) - len(gone) == 20
    assert not [version for version in gone if "day" in version.path.name]
    assert not set(known[:5]) & set(gone)


def test_local_records_are_listed_and_removed_but_unsaved_work_only_on_demand(tmp_path: Path) -> None:
    saver, session = started(tmp_path)
    work(session)
    saver.save(saver.snapshot(session))
    work(session, 1)
    saver.sync()
    saver.close()
    shelf = shelf_in(tmp_path)
    (record,) = local_records(shelf)
    assert (record.file_name, record.versions, record.has_unsaved) == ("讲话.pdf", 1, True)
    assert record.bytes > 0
    assert remove_local(record.folder, shelf) == 1
    assert local_records(shelf)[0].has_unsaved
    assert remove_all(shelf, unsaved_too=True) == 1
    assert local_records(shelf) == ()
    with pytest.raises(ValueError, match="folder"):
        remove_local(tmp_path, shelf)


def test_autosave_saves_by_itself_and_tells(tmp_path: Path) -> None:
    told: list[SaveState] = []
    is_saved = threading.Event()

    def tell(state: SaveState) -> None:
        told.append(state)
        if state.code != "saving":
            is_saved.set()

    opened = opened_in(tmp_path)
    saver = Saver(opened, shelf_in(tmp_path), ZHANG)
    autosave = Autosave(saver, tell)
    session = Session(opened.review, sample_parse(12), ZHANG, on_step=autosave.step)
    work(session)
    autosave.changed(session)
    assert is_saved.wait(10)
    assert [state.code for state in told] == ["saving", "saved"]
    assert told[1].saved is not None
    saver.take_in(session, told[1].saved)
    assert not session.is_dirty
    work(session, 1)
    assert autosave.close(session)
    assert len(opened_in(tmp_path).review.sections["overrides"]) == 2
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_the_session_never_waits_for_a_hanging_disk(tmp_path: Path) -> None:
    is_hanging, may_go_on = threading.Event(), threading.Event()

    class Hanging(Disk):
        def sync(self, descriptor: int) -> None:
            is_hanging.set()
            may_go_on.wait(20)
            super().sync(descriptor)

    opened = opened_in(tmp_path)
    saver = Saver(opened, shelf_in(tmp_path), ZHANG, Hanging())
    session = Session(opened.review, sample_parse(12), ZHANG, on_step=saver.note)
    work(session)
    snapshot = saver.snapshot(session)
    saving = threading.Thread(target=saver.save, args=(snapshot,))
    saving.start()
    assert is_hanging.wait(10)
    work(session, 1)  # the interface goes on
    later = saver.snapshot(session)
    assert saving.is_alive()
    may_go_on.set()
    saving.join(10)
    saver.save(later)
    saver.close()
    assert len(opened_in(tmp_path).review.sections["overrides"]) == 2


def test_autosave_keeps_the_review_here_when_its_place_refuses(tmp_path: Path) -> None:
    class Refusing(Disk):
        def create(self, path: Path, mode: int) -> int:
            if path.parent == tmp_path:
                raise PermissionError(13, "no")
            return super().create(path, mode)

    told: list[SaveState] = []
    opened = opened_in(tmp_path)
    saver = Saver(opened, shelf_in(tmp_path), ZHANG, Refusing())
    autosave = Autosave(saver, told.append)
    session = Session(opened.review, sample_parse(12), ZHANG, on_step=autosave.step)
    work(session)
    assert autosave.close(session)
    assert [state.code for state in told] == ["saving", "kept-here"]
    assert told[1].saved is not None
    assert told[1].saved.cause == "read-only"
    assert [notice.code for notice in opened_in(tmp_path).notices] == ["kept-here"]

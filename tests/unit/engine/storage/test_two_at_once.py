"""Several editors, copies and drafts at one place: whoever writes over whom, nothing of anybody's is lost."""

from __future__ import annotations

import json
import os
import shutil
import socket
from pathlib import Path

import pytest

from engine.editing import verbs, verbs_notes
from engine.editing.session import Person, Session
from engine.errors import NotSaved
from engine.storage.binding import settle
from engine.storage.codec import decode, encode
from engine.storage.disk import Disk
from engine.storage.mutex import mutex
from engine.storage.opening import open_review
from engine.storage.places import sidecar_name
from engine.storage.saver import Saved, Saver
from tests.data.reviews import LI, ZHANG, opened_in, pdf_in, places_of, shelf_in
from tests.unit.engine.storage.test_opening import LINES, OTHER, SIDECAR, saved, text_of


class Refusing(Disk):
    """Cannot write into a folder while `refuses`."""

    refuses = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def create(self, path: Path, mode: int) -> int:
        if self.refuses and path.parent == self._folder:
            raise PermissionError(13, "no")
        return super().create(path, mode)


class Editor:
    """One window of the program."""

    def __init__(self, folder: Path, person: Person = ZHANG, disk: Disk | None = None) -> None:
        self.opened = opened_in(folder)
        self.saver = Saver(self.opened, shelf_in(folder), person, disk)
        self.session = Session(self.opened.review, None, person, on_step=self.saver.note)

    def note(self, text: str) -> None:
        edit = verbs_notes.add_note(
            self.session.view, type="box", places=places_of(1, 0, 3, 1), quote=None, color="", text=text,
            by=self.session.person.id,
        )  # fmt: skip
        self.session.apply(edit)

    def save(self) -> Saved:
        done = self.saver.save(self.saver.snapshot(self.session))
        self.saver.take_in(self.session, done)
        return done

    def keep_here(self) -> None:
        with pytest.raises(NotSaved):
            self.save()
        kept = self.saver.keep_here(self.saver.snapshot(self.session), "read-only")
        self.saver.take_in(self.session, kept)

    def texts(self) -> set[str]:
        return {note.text for note in self.session.view.notes}


def texts_in(folder: Path) -> set[str]:
    return {str(note["text"]) for note in opened_in(folder).review.sections["notes"].values() if not note["deleted"]}


def test_an_older_copy_that_a_sync_program_puts_in_our_place_takes_nothing_away(tmp_path: Path) -> None:
    first = Editor(tmp_path)
    first.note("起")
    first.save()
    first.saver.close()
    shutil.copy(tmp_path / SIDECAR, tmp_path / "copy")
    mine = Editor(tmp_path)
    (tmp_path / "other").mkdir()
    shutil.copy(tmp_path / "copy", tmp_path / "other" / SIDECAR)
    theirs = Editor(tmp_path / "other", LI)
    mine.note("我的")
    mine.save()
    for at in range(3):
        theirs.note(f"他的{at}")
        theirs.save()
    shutil.copy(tmp_path / "other" / SIDECAR, tmp_path / SIDECAR)  # over what we have saved
    mine.note("后来")
    mine.save()
    expected = {"起", "我的", "后来", "他的0", "他的1", "他的2"}
    assert mine.texts() == expected
    assert texts_in(tmp_path) == expected
    assert not decode((tmp_path / SIDECAR).read_bytes()).review.sections["conflicts"]


def test_what_another_editor_took_back_after_several_saves_stays_taken_back(tmp_path: Path) -> None:
    mine = Editor(tmp_path)
    mine.note("起")
    mine.save()
    theirs = Editor(tmp_path, LI)
    only = theirs.session.view.notes[0].id
    theirs.note("一")
    theirs.save()
    theirs.session.apply(verbs_notes.delete_note(theirs.session.view, note=only, by=LI.id))
    theirs.save()
    mine.note("二")
    mine.save()
    assert mine.texts() == texts_in(tmp_path) == {"一", "二"}


def test_two_windows_that_can_only_save_on_this_computer_keep_both_work(tmp_path: Path) -> None:
    disk = Refusing(tmp_path)
    one, two = Editor(tmp_path, disk=disk), Editor(tmp_path, disk=disk)
    one.note("甲")
    one.keep_here()
    two.note("乙")
    two.keep_here()
    one.note("丙")
    one.keep_here()
    for editor in (one, two):
        editor.saver.close()
    assert texts_in(tmp_path) == {"甲", "乙", "丙"}


def test_saving_at_last_leaves_what_another_window_has_kept_on_this_computer(tmp_path: Path) -> None:
    disk = Refusing(tmp_path)
    one, two = Editor(tmp_path, disk=disk), Editor(tmp_path, disk=disk)
    one.note("甲")
    one.keep_here()
    two.note("乙")
    two.keep_here()
    disk.refuses = False
    one.save()  # and the other window is killed before it tries again
    two.saver.close()
    assert texts_in(tmp_path) == {"甲", "乙"}


def test_a_new_drafts_review_kept_on_this_computer_is_not_mixed_with_the_former_drafts(tmp_path: Path) -> None:
    path = saved(tmp_path)
    former = path.read_bytes()
    lines = [*LINES[:5], LINES[5].replace("25万户", "31万户"), *LINES[6:]]
    text = text_of(lines, OTHER)
    opened = open_review(pdf_in(tmp_path, sha=OTHER), shelf_in(tmp_path))
    settled, decided, _ = settle(opened, text)
    assert decided.kind == "draft"
    saver = Saver(settled, shelf_in(tmp_path), ZHANG, Refusing(tmp_path))
    session = Session(settled.review, text.parse, ZHANG, on_step=saver.note)
    session.apply(verbs.set_verdict(session.view, item=session.view.metrics[5].id, verdict="wrong", by=ZHANG.id))
    with pytest.raises(NotSaved):
        saver.save(saver.snapshot(session))
    saver.keep_here(saver.snapshot(session), "read-only")
    saver.close()
    again = open_review(pdf_in(tmp_path, sha=OTHER), shelf_in(tmp_path))
    assert (again.binding, again.is_read_only) == ("same", False)
    assert "other-version" not in {notice.code for notice in again.notices}
    view = Session(again.review, text.parse, ZHANG).view
    assert [item.verdict for item in view.metrics] == ["correct"] * 5 + ["wrong"] + ["correct"] * 18
    assert not again.review.sections["conflicts"]
    second = Saver(again, shelf_in(tmp_path), ZHANG)
    second.save(second.snapshot(Session(again.review, text.parse, ZHANG)))
    second.close()
    assert (tmp_path / sidecar_name("讲话.pdf", "abababab")).read_bytes() == former
    assert decode(path.read_bytes()).review.source["sha256"] == OTHER


def test_a_newer_versions_review_of_a_renamed_pdf_is_read_only_too(tmp_path: Path) -> None:
    path = saved(tmp_path)
    review = decode(path.read_bytes()).review
    review.meta["schema"] = [2, 0]
    path.write_bytes(encode(review))
    (tmp_path / "讲话.pdf").rename(tmp_path / "定稿.pdf")
    opened = open_review(pdf_in(tmp_path, "定稿.pdf"), shelf_in(tmp_path))
    assert opened.is_read_only
    assert "newer" in {notice.code for notice in opened.notices}


def test_a_mutex_that_could_not_be_filled_is_taken_away(tmp_path: Path) -> None:
    class Full(Disk):
        def write(self, descriptor: int, data: bytes) -> None:
            raise OSError(28, "full")

    with pytest.raises(OSError, match="full"), mutex(Full(), tmp_path / SIDECAR):
        pass
    assert not list(tmp_path.iterdir())


def test_a_dead_programs_mutex_is_told_by_when_its_process_began(tmp_path: Path) -> None:
    sidecar = tmp_path / SIDECAR
    (tmp_path / f".{SIDECAR}.mutex").write_text(json.dumps([socket.gethostname(), os.getpid(), 1]))
    with mutex(Disk(), sidecar, patience=0.0):
        pass
    assert not list(tmp_path.iterdir())

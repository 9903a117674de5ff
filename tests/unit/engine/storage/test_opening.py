from __future__ import annotations

import json
import os
import shutil
import socket
from pathlib import Path

from engine.editing import verbs, verbs_notes
from engine.editing.review import Review
from engine.editing.session import Session
from engine.storage.binding import PdfText, bound, remember_text, settle, similar_reviews
from engine.storage.codec import decode
from engine.storage.mutex import presence_path
from engine.storage.opening import open_review
from engine.storage.places import PdfFacts, Shelf, is_foreign_copy, sidecar_name
from engine.storage.saver import Saver
from tests.data.faulty_disk import bytes_of
from tests.data.reviews import (
    ZHANG,
    opened_in,
    page_texts,
    parse_of,
    pdf_in,
    places_of,
    sample_parse,
    sentence,
    shelf_in,
)

SIDECAR = "讲话.pdf.piyue.json"
LINES = [sentence(at, 20 + at) for at in range(24)]
OTHER = "cd" * 32


def text_of(lines: list[str], sha: str = "ab" * 32) -> PdfText:
    return PdfText(page_texts(lines), lambda _page: (), parse_of(lines, sha=sha))


def saved(folder: Path, name: str = "讲话.pdf", shelf: Shelf | None = None) -> Path:
    """A review of LINES with a verdict and a note, saved."""
    pdf = pdf_in(folder, name)
    opened = open_review(pdf, shelf or shelf_in(folder))
    saver = Saver(opened, shelf or shelf_in(folder), ZHANG)
    session = Session(opened.review, text_of(LINES).parse, ZHANG, on_step=saver.note)
    remember_text(session.review, pdf, text_of(LINES))
    ids = [item.id for item in session.view.metrics]
    session.apply(verbs.set_verdicts(session.view, items=ids, verdict="correct", by=ZHANG.id))
    note = verbs_notes.add_note(
        session.view, type="box", places=places_of(1, 3, 4, 1), quote=None, color="", text="看", by=ZHANG.id
    )
    session.apply(note)
    where = saver.save(saver.snapshot(session)).where
    saver.close()
    return where.path


def test_a_renamed_pdf_finds_its_review_and_the_folder_stays_as_it_was(tmp_path: Path) -> None:
    saved(tmp_path)
    (tmp_path / "讲话.pdf").rename(tmp_path / "定稿.pdf")
    pdf = pdf_in(tmp_path, "定稿.pdf")
    before = bytes_of(tmp_path)
    opened = open_review(pdf, shelf_in(tmp_path))
    assert opened.binding == "same"
    assert [notice.code for notice in opened.notices] == ["found-elsewhere"]
    assert opened.where.path.name == "定稿.pdf.piyue.json"
    assert len(opened.review.sections["notes"]) == 1
    assert bytes_of(tmp_path) == before


def test_a_pdf_that_came_without_its_review_is_told_of_the_versions_kept_here(tmp_path: Path) -> None:
    sidecar = saved(tmp_path)
    assert not [one for one in opened_in(tmp_path).notices if one.code == "versions-here"]
    sidecar.rename(tmp_path / "elsewhere")
    opened = opened_in(tmp_path)
    assert [one.code for one in opened.notices] == ["versions-here"]
    assert not opened.review.has_work()


def test_a_review_changed_by_hand_says_where_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    sidecar = saved(tmp_path)
    data = sidecar.read_bytes()
    sidecar.write_bytes(data.replace(b'"deleted":false', b'"deleted": false'))
    (notice,) = opened_in(tmp_path).notices
    assert (notice.code, notice.values["count"], notice.values["instead"]) == ("edited", 0, "same")
    shutil.rmtree(tmp_path / "state")
    (notice,) = opened_in(tmp_path).notices
    assert (notice.code, notice.values["instead"]) == ("edited", "unknown")


def test_the_same_text_under_other_bytes_is_bound_and_keeps_every_verdict(tmp_path: Path) -> None:
    saved(tmp_path)
    opened = open_review(pdf_in(tmp_path, sha=OTHER), shelf_in(tmp_path))
    assert opened.binding == "undecided"
    settled, decided, _ = settle(opened, text_of(LINES, OTHER))
    assert (decided.kind, settled.binding) == ("same-text", "same")
    view = Session(settled.review, text_of(LINES, OTHER).parse, ZHANG).view
    assert {item.verdict for item in view.metrics} == {"correct"}


def test_a_new_draft_keeps_the_former_sidecar_as_it_was(tmp_path: Path) -> None:
    path = saved(tmp_path)
    former = path.read_bytes()
    lines = [*LINES[:5], LINES[5].replace("25万户", "31万户"), *LINES[6:]]
    opened = open_review(pdf_in(tmp_path, sha=OTHER), shelf_in(tmp_path))
    settled, decided, _ = settle(opened, text_of(lines, OTHER))
    assert decided.kind == "draft"
    saver = Saver(settled, shelf_in(tmp_path), ZHANG)
    session = Session(settled.review, text_of(lines, OTHER).parse, ZHANG, on_step=saver.note)
    verdicts = [item.verdict for item in session.view.metrics]
    assert verdicts == ["correct"] * 5 + ["open"] + ["correct"] * 18
    assert session.view.metrics[5].former == "25万户"
    saver.save(saver.snapshot(session))
    saver.close()
    assert (tmp_path / sidecar_name("讲话.pdf", "abababab")).read_bytes() == former
    assert decode(path.read_bytes()).review.source["sha256"] == OTHER
    again = open_review(pdf_in(tmp_path, sha=OTHER), shelf_in(tmp_path))
    view = Session(again.review, text_of(lines, OTHER).parse, ZHANG).view
    assert [item.verdict for item in view.metrics] == verdicts


def begun(folder: Path, lines: list[str]) -> tuple[Saver, Session]:
    """A session on the next draft, not saved yet."""
    settled, _, _ = settle(open_review(pdf_in(folder, sha=OTHER), shelf_in(folder)), text_of(lines, OTHER))
    saver = Saver(settled, shelf_in(folder), ZHANG)
    session = Session(settled.review, text_of(lines, OTHER).parse, ZHANG, on_step=saver.note)
    return saver, session


def crashed(saver: Saver) -> None:
    saver.sync()
    saver.close()


def test_what_is_done_in_a_new_draft_before_a_crash_is_not_carried_over(tmp_path: Path) -> None:
    saved(tmp_path)
    lines = [*LINES[:5], LINES[5].replace("25万户", "31万户"), *LINES[6:]]
    saver, session = begun(tmp_path, lines)
    note = verbs_notes.add_note(
        session.view, type="highlight", places=places_of(1, 3, 4, 1), quote="市固定", color="", text="新", by=ZHANG.id
    )
    session.apply(note)
    changed = session.view.metrics[5].id
    session.apply(verbs.set_verdicts(session.view, items=[changed], verdict="wrong", by=ZHANG.id))
    crashed(saver)
    opened = open_review(pdf_in(tmp_path, sha=OTHER), shelf_in(tmp_path))
    assert [notice.code for notice in opened.notices] == ["other-version", "recovered"]
    settled, _, _ = settle(opened, text_of(lines, OTHER))
    notes = settled.review.sections["notes"]
    assert {record["text"]: record.get("carried") for record in notes.values()} == {"看": True, "新": None}
    assert notes == session.review.sections["notes"]
    assert not settled.review.sections["conflicts"]
    view = Session(settled.review, text_of(lines, OTHER).parse, ZHANG).view
    assert [item.verdict for item in view.metrics] == ["correct"] * 5 + ["wrong"] + ["correct"] * 18
    assert settled.is_recovered
    assert len(settled.left) == 1


def test_what_a_crash_left_of_the_former_draft_is_carried_over_and_stays_its_own(tmp_path: Path) -> None:
    saved(tmp_path)
    opened = open_review(pdf_in(tmp_path), shelf_in(tmp_path))
    saver = Saver(opened, shelf_in(tmp_path), ZHANG)
    session = Session(opened.review, text_of(LINES).parse, ZHANG, on_step=saver.note)
    session.apply(verbs.reject(session.view, item=session.view.metrics[0].id, by=ZHANG.id))
    crashed(saver)
    lines = [*LINES[:5], LINES[5].replace("25万户", "31万户"), *LINES[6:]]
    saver, session = begun(tmp_path, lines)
    assert session.view.metrics[0].reading == "rejected"
    saver.save(saver.snapshot(session))
    saver.close()
    former = open_review(pdf_in(tmp_path), shelf_in(tmp_path))
    assert former.binding == "same"
    assert len(former.review.sections["overrides"]) == 1


def test_what_crashes_left_of_two_drafts_in_a_row_comes_into_the_third(tmp_path: Path) -> None:
    saved(tmp_path)
    lines = [*LINES[:5], LINES[5].replace("25万户", "31万户"), *LINES[6:]]
    saver, session = begun(tmp_path, lines)
    changed = session.view.metrics[5].id
    session.apply(verbs.set_verdicts(session.view, items=[changed], verdict="wrong", by=ZHANG.id))
    crashed(saver)
    lines = [*lines[:7], lines[7].replace("27万户", "37万户"), *lines[8:]]
    third = "ef" * 32
    opened = open_review(pdf_in(tmp_path, sha=third), shelf_in(tmp_path))
    settled, _, _ = settle(opened, text_of(lines, third))
    view = Session(settled.review, text_of(lines, third).parse, ZHANG).view
    given = [item.verdicts[ZHANG.id] for item in view.metrics]
    assert [record["verdict"] for record in given] == ["correct"] * 5 + ["wrong"] + ["correct"] * 18
    assert [at for at, record in enumerate(given) if record.get("reopened")] == [5, 7]
    assert not settled.review.sections["conflicts"]


def test_what_a_crash_left_of_a_document_beside_somebody_elses_comes_back_in_its_own_review(tmp_path: Path) -> None:
    path = saved(tmp_path)
    before = path.read_bytes()
    lines = [sentence(10_000 + at, 3) for at in range(24)]
    saver, session = begun(tmp_path, lines)
    session.apply(verbs.reject(session.view, item=session.view.metrics[0].id, by=ZHANG.id))
    crashed(saver)
    saver, again = begun(tmp_path, lines)
    assert again.review.sections["overrides"] == session.review.sections["overrides"]
    assert again.review.meta["documentId"] == session.review.meta["documentId"]
    saver.save(saver.snapshot(again))
    saver.close()
    assert path.read_bytes() == before
    assert open_review(pdf_in(tmp_path, sha=OTHER), shelf_in(tmp_path)).notices == ()


def test_somebody_elses_document_is_not_attached_and_its_file_not_touched(tmp_path: Path) -> None:
    path = saved(tmp_path)
    before = path.read_bytes()
    lines = [sentence(10_000 + at, 3) for at in range(24)]
    opened = open_review(pdf_in(tmp_path, sha=OTHER), shelf_in(tmp_path))
    settled, decided, _ = settle(opened, text_of(lines, OTHER))
    assert decided.kind == "foreign"
    assert not settled.review.has_work()
    saver = Saver(settled, shelf_in(tmp_path), ZHANG)
    session = Session(settled.review, text_of(lines, OTHER).parse, ZHANG)
    session.apply(verbs.reject(session.view, item=session.view.metrics[0].id, by=ZHANG.id))
    saver.save(saver.snapshot(session))
    saver.close()
    assert path.read_bytes() == before
    again = open_review(pdf_in(tmp_path, sha=OTHER), shelf_in(tmp_path))
    assert again.binding == "same"
    assert again.where.path.name == "讲话.pdf.cdcdcdcd.piyue.json"
    assert len(again.review.sections["overrides"]) == 1


def test_an_earlier_draft_of_another_name_is_offered(tmp_path: Path) -> None:
    saved(tmp_path, "讲话一稿.pdf")
    pdf = pdf_in(tmp_path, "讲话二稿.pdf", OTHER)
    found = similar_reviews(pdf, shelf_in(tmp_path), text_of(LINES[:20], OTHER).parse)
    assert [one.file_name for one in found] == ["讲话一稿.pdf"]
    assert found[0].share > 0.8


def test_below_half_of_the_paragraphs_it_is_another_document() -> None:
    review = Session(open_in_memory(), text_of(LINES).parse, ZHANG).review
    half = [*LINES[:11], *(sentence(50_000 + at, 4) for at in range(13))]
    assert bound(review, text_of(half, OTHER)).kind == "foreign"
    assert bound(review, text_of([*LINES[:13], *half[13:]], OTHER)).kind == "draft"


def open_in_memory() -> Review:
    review = Review()
    remember_text(review, PdfFacts(Path("讲话.pdf"), "ab" * 32, 1), text_of(LINES))
    return review


def test_conflict_copies_of_sync_programs_are_found_and_offered(tmp_path: Path) -> None:
    path = saved(tmp_path)
    for name in ("讲话.pdf.piyue (冲突的副本 2026-01-01).json", "讲话.pdf.piyue-PC01.json", "讲话.pdf.piyue(1).json"):
        (tmp_path / name).write_bytes(path.read_bytes())
    (tmp_path / "讲话.pdf.piyue.damaged-1.json").write_bytes(path.read_bytes())
    opened = open_review(pdf_in(tmp_path), shelf_in(tmp_path))
    assert len(opened.copies) == 3
    assert {notice.code for notice in opened.notices} == {"copies"}
    assert not is_foreign_copy(SIDECAR, SIDECAR)


def test_a_dead_editors_presence_is_passed_over_and_anothers_shown(tmp_path: Path) -> None:
    saved(tmp_path)
    lock = tmp_path / f".~lock.{SIDECAR}#"
    assert not lock.exists()
    lock.write_text(json.dumps({"name": "李四", "host": "PC02", "since": "2026-01-01T08:00:00Z", "pid": 1}))
    opened = open_review(pdf_in(tmp_path), shelf_in(tmp_path))
    assert [(notice.code, notice.values["name"]) for notice in opened.notices] == [("in-use", "李四")]
    lock.write_text(json.dumps({"name": "李四", "host": socket.gethostname(), "since": "", "pid": 2**22 + 1}))
    assert open_review(pdf_in(tmp_path), shelf_in(tmp_path)).notices == ()


def test_reviews_live_where_the_setting_says_and_are_searched_in_order(tmp_path: Path) -> None:
    fixed = tmp_path / "reviews"
    fixed.mkdir()
    shelf = Shelf("folder", fixed, tmp_path / "state")
    assert saved(tmp_path, shelf=shelf).parent == fixed
    assert open_review(pdf_in(tmp_path), shelf).binding == "same"
    local = Shelf("local", None, tmp_path / "state2")
    assert saved(tmp_path, "乙.pdf", local).is_relative_to(tmp_path / "state2")
    assert len(open_review(pdf_in(tmp_path, "乙.pdf"), local).review.sections["notes"]) == 1


def test_a_long_name_is_cut_with_a_hash() -> None:
    one, other = sidecar_name("关于" * 60 + "一.pdf"), sidecar_name("关于" * 60 + "二.pdf")
    assert len(one.encode()) <= 240
    assert one != other
    assert one.endswith(".piyue.json")
    assert sidecar_name("讲话.pdf") == SIDECAR


def test_a_sidecar_half_replaced_by_windows_is_found_and_put_in_its_place(tmp_path: Path) -> None:
    opened = opened_in(tmp_path)
    saver = Saver(opened, shelf_in(tmp_path), ZHANG)
    session = Session(opened.review, sample_parse(12), ZHANG, on_step=saver.note)
    session.apply(verbs.reject(session.view, item=session.view.metrics[0].id, by=ZHANG.id))
    saver.save(saver.snapshot(session))
    saver.close()
    sidecar = opened.where.path
    old = sidecar.with_name(sidecar.name + ".piyue-old")
    sidecar.rename(old)  # killed between the two renames
    again = opened_in(tmp_path)
    assert len(again.review.sections["overrides"]) == 1
    saver = Saver(again, shelf_in(tmp_path), ZHANG)
    session = Session(again.review, sample_parse(12), ZHANG, on_step=saver.note)
    session.apply(verbs.reject(session.view, item=session.view.metrics[1].id, by=ZHANG.id))
    saver.save(saver.snapshot(session))
    saver.close()
    assert sidecar.exists()
    assert not old.exists()
    assert len(opened_in(tmp_path).review.sections["overrides"]) == 2


def test_who_died_here_without_leaving_is_not_announced_any_more(tmp_path: Path) -> None:
    opened = opened_in(tmp_path)
    told = {"name": "张三", "host": socket.gethostname(), "since": "", "pid": 2**22 + 1}
    presence_path(opened.where.path).write_text(json.dumps(told))
    saver = Saver(opened, shelf_in(tmp_path), ZHANG)
    session = Session(opened.review, sample_parse(12), ZHANG, on_step=saver.note)
    session.apply(verbs.reject(session.view, item=session.view.metrics[0].id, by=ZHANG.id))
    saver.save(saver.snapshot(session))
    assert json.loads(presence_path(opened.where.path).read_text())["pid"] == os.getpid()
    saver.close()
    assert not presence_path(opened.where.path).exists()


def test_another_window_of_this_computer_is_told_of_as_such(tmp_path: Path) -> None:
    opened = opened_in(tmp_path)
    told = {"name": "张三", "host": socket.gethostname(), "since": "", "pid": os.getppid()}
    presence_path(opened.where.path).write_text(json.dumps(told))
    assert [notice.code for notice in opened_in(tmp_path).notices] == ["in-use-here"]

"""Work from outside comes into the window: an earlier draft's review, a colleague's, a conflict copy's, an earlier
version's; each is one step that undo takes back, and says what it did."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from engine.anchoring.anchor import Quote
from engine.editing.session import Person, Session
from engine.editing.verbs import set_field, set_verdict
from engine.editing.verbs_notes import add_note
from engine.editing.verbs_review import complete
from engine.model.parse import Parse
from engine.settings import Settings
from engine.storage.codec import decode, encode
from gui.bridge import review
from gui.dialogs.local_records import LocalRecordsDialog
from gui.dialogs.versions import VersionsDialog
from gui.window.frame import Frame
from gui.window.telling.banner import Banner

from .conftest import WAIT, leave

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Parsed = Callable[[Path], Frame]
LI = Person("22222222-2222-4222-8222-222222222222", "李四", "督查室")


def sidecar(pdf: Path) -> Path:
    return pdf.with_name(f"{pdf.name}.piyue.json")


def judge(frame: Frame, at: int, verdict: str = "correct") -> str:
    session = frame.document.session
    metric = session.view.metrics[at]
    frame.document.apply(set_verdict(session.view, item=metric.id, verdict=verdict, by=session.person.id), "story")
    return str(metric.id)


def annotate(session: Session, at: int) -> str:
    metric = session.view.metrics[at]
    edit = add_note(
        session.view, type="highlight", places=metric.places, quote=Quote(metric.quote), color="", text="请核",
        by=session.person.id,
    )  # fmt: skip
    session.apply(edit)
    return str(edit.ids[0])


def saved(frame: Frame, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: frame.document.save_state[0] == "saved", timeout=WAIT)


def says(frame: Frame, words: str, qtbot: QtBot) -> Banner:
    """The banner in front, once it says these words."""
    qtbot.waitUntil(lambda: isinstance(frame.area.banner, Banner) and words in frame.area.banner.text, timeout=WAIT)
    banner = frame.area.banner
    assert isinstance(banner, Banner)
    return banner


def press(banner: Banner, words: str) -> None:
    next(button for button in banner.buttons if button.text() == words).click()


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """What the user will answer to the next question for a file."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def next_draft(speech: Path) -> Path:
    """The same speech under another name and with other bytes."""
    draft = speech.with_name("讲话（二稿）.pdf")
    draft.write_bytes(speech.read_bytes() + b"\n% second draft\n")
    return draft


def colleague(speech: Path, frame: Frame, folder: Path) -> Path:
    """A colleague's review of the same PDF: a verdict, a correction of another value, a note."""
    own = frame.document.session
    theirs = Session(decode(sidecar(speech).read_bytes()).review, own.parse, LI)
    theirs.apply(set_verdict(theirs.view, item=theirs.view.metrics[1].id, verdict="wrong", should_be="9", by=LI.id))
    theirs.apply(set_field(theirs.view, item=theirs.view.metrics[0].id, field="value", value=99, by=LI.id))
    annotate(theirs, 2)
    folder.mkdir(exist_ok=True)
    path = folder / "李四的.piyue.json"
    path.write_bytes(encode(theirs.snapshot()))
    return path


def test_a_similar_review_in_the_folder_is_offered_and_taken_over_in_one_step(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    judge(frame, 0)
    saved(frame, qtbot)
    leave(frame, qtbot)
    before = sidecar(speech).read_bytes()
    again = parsed(next_draft(speech))
    banner = says(again, "像是上一稿", qtbot)
    assert not again.document.session.review.has_work()
    press(banner, "承接")
    qtbot.waitUntil(lambda: again.document.session.view.metrics[0].verdict == "correct", timeout=WAIT)
    says(again, "核对结论 1 项", qtbot)
    assert again.chrome.actions["edit.undo"].text() == "撤销(&U)：承接上一稿"
    saved(again, qtbot)

    def knows_pages() -> bool:
        source = json.loads(sidecar(again.document.path).read_text("utf-8"))["source"]
        return all(page.get("textSha256") for page in source["pages"])

    qtbot.waitUntil(knows_pages, timeout=WAIT)
    again.chrome.actions["edit.undo"].trigger()
    assert again.document.session.view.metrics[0].verdict == "open"
    assert again.area.banner is None
    assert sidecar(speech).read_bytes() == before


def test_a_large_parse_comes_in_beside_the_interface_with_what_was_done_meanwhile(
    parsed: Parsed, speech: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "_MANY", 0)
    frame = parsed(speech)
    judge(frame, 0)
    with qtbot.waitSignal(frame.document.parse_finished, timeout=WAIT):
        frame.document.reparse()
    judge(frame, 1, "wrong")
    monkeypatch.setattr(review, "_find_again", lambda fork, parse, tell: told.append((fork, parse, tell)))
    told: list[tuple[Session, Parse, Callable[[object], None]]] = []
    frame.document.reparse()
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT)
    fork, parse, tell = told[0]
    changes = fork.set_parse(parse)
    judge(frame, 2, "doubtful")  # the fork is behind now
    with qtbot.waitSignal(frame.document.parse_finished, timeout=WAIT):
        tell((fork, parse, changes))
    assert frame.document.session.parse is parse
    metrics = frame.document.session.view.metrics
    assert [item.verdict for item in metrics[:4]] == ["correct", "wrong", "doubtful", "open"]


def test_the_review_of_a_changed_draft_is_carried_over_by_hand_and_counted(
    parsed: Parsed, speech: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = parsed(speech)
    count = 12
    for at in range(count):
        judge(frame, at)
    annotate(frame.document.session, 3)
    frame.document.save_now()
    saved(frame, qtbot)
    leave(frame, qtbot)
    text = sidecar(speech).read_text("utf-8")  # as if it had been of another draft
    whole = json.loads(text.replace(str(json.loads(text)["activeParse"]), "ps-0000000000000000"))
    targets = list(whole["targets"].values())
    targets[0]["sentence"] = targets[0]["sentence"][:-9] + "与上一稿不同的话。"
    targets[0]["fingerprint"] = "0" * 16
    targets[1]["sentence"] = targets[1]["fingerprint"] = "整句删去的内容完全不在这里出现"
    whole["source"] |= {"sha256": "0" * 64, "fileName": "一稿.pdf"}
    for parse in whole["parses"].values():
        parse["sha256"] = "0" * 64
    for page in whole["source"]["pages"]:
        page["textSha256"] = "0" * 64
    whole["source"]["paragraphs"][-1] = "0"
    elsewhere = speech.parent.parent / "旧" / "一稿.pdf.piyue.json"
    elsewhere.parent.mkdir()
    elsewhere.write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
    sidecar(speech).unlink()
    again = parsed(speech)
    choose(monkeypatch, elsewhere)
    again.chrome.actions["file.carry-over"].trigger()
    banner = says(again, "已承接", qtbot)
    assert f"{count - 2} 项结论沿用，1 项因句子改动改回待核，1 项在本稿没有找到" in banner.text
    view = again.document.session.view
    assert [item.journey for item in view.orphans] == ["orphan"]
    assert sum(item.journey == "changed" and item.verdict == "open" for item in view.metrics) == 1
    marks, note = again.area.view.supply.marks, view.notes[0].id
    assert marks.of_item(note)
    assert {mark.state for mark in marks.of_item(view.metrics[4].id)} == {"correct"}
    press(banner, "逐项查看")
    assert again.document.selected == view.orphans[0].id
    assert again.chrome.actions["edit.undo"].text() == "撤销(&U)：承接上一稿"
    again.chrome.actions["edit.undo"].trigger()
    assert not any(again.document.session.review.sections[name] for name in ("verdicts", "overrides", "notes"))
    assert again.document.session.view.orphans == ()
    assert not marks.of_item(note)


def test_a_colleagues_review_comes_in_as_one_step_told_in_counts(
    parsed: Parsed, speech: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = parsed(speech)
    first = judge(frame, 0)
    session = frame.document.session
    frame.document.apply(set_field(session.view, item=first, field="value", value=7, by=session.person.id), "story")
    saved(frame, qtbot)
    path = colleague(speech, frame, speech.parent.parent / "收到")
    whole = json.loads(path.read_text("utf-8"))
    choose(monkeypatch, path)
    frame.chrome.actions["file.import-review"].trigger()
    banner = says(frame, "已并入", qtbot)
    assert "新增批注 1 条，核对结论 1 项" in banner.text
    view = frame.document.session.view
    assert view.metrics[1].verdicts[LI.id]["shouldBe"] == "9"
    assert frame.chrome.actions["edit.undo"].text() == "撤销(&U)：导入核对记录"
    saved(frame, qtbot)
    assert set(whole["notes"]) <= set(json.loads(sidecar(speech).read_text("utf-8"))["notes"])
    frame.chrome.actions["edit.undo"].trigger()
    assert LI.id not in frame.document.session.view.metrics[1].verdicts
    assert frame.document.session.view.item(first).value("value") == 7
    choose(monkeypatch, path)
    frame.chrome.actions["edit.redo"].trigger()
    frame.chrome.actions["file.import-review"].trigger()
    says(frame, "没有这里还没有的内容", qtbot)


def test_two_values_of_one_field_are_both_kept_and_shown(
    parsed: Parsed, speech: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = parsed(speech)
    judge(frame, 5)
    saved(frame, qtbot)
    path = colleague(speech, frame, speech.parent.parent / "收到")
    session = frame.document.session
    metric = session.view.metrics[0]
    frame.document.apply(set_field(session.view, item=metric.id, field="value", value=7, by=session.person.id), "story")
    choose(monkeypatch, path)
    frame.chrome.actions["file.import-review"].trigger()
    banner = says(frame, "分歧 1 处", qtbot)
    press(banner, "查看分歧")
    assert frame.document.selected == metric.id
    assert set(frame.document.session.view.item(metric.id).conflicts["value"]) == {7, 99}


@pytest.mark.parametrize(
    ("content", "told"), [(b"{not a sidecar", "已经损坏"), (b'{"schema": [9, 0]}', "较新版本"), (None, "读不出来")]
)
def test_what_cannot_be_imported_is_told_and_changes_nothing(
    parsed: Parsed, speech: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, content: bytes | None, told: str
) -> None:
    frame = parsed(speech)
    path = speech.with_name("别的.json")
    if content is not None:
        path.write_bytes(content)
    choose(monkeypatch, path)
    frame.chrome.actions["file.import-review"].trigger()
    says(frame, told, qtbot)
    assert not frame.document.session.review.has_work()


def test_conflict_copies_are_offered_merged_and_kept_under_another_name(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    judge(frame, 0)
    saved(frame, qtbot)
    path = colleague(speech, frame, speech.parent.parent / "收到")
    leave(frame, qtbot)
    copy = speech.with_name("讲话.pdf.piyue (张三的冲突副本).json")
    shutil.copyfile(path, copy)
    again = parsed(speech)
    banner = says(again, "1 个冲突副本", qtbot)
    assert [button.text() for button in banner.buttons] == ["并入", "不管"]
    press(banner, "并入")
    says(again, "已并入", qtbot)
    assert again.chrome.actions["edit.undo"].text() == "撤销(&U)：并入冲突副本"
    qtbot.waitUntil(lambda: not copy.exists(), timeout=WAIT)
    (kept,) = speech.parent.glob("*.merged-*.json")
    assert kept.read_bytes() == path.read_bytes()
    leave(again, qtbot)
    third = parsed(speech)
    assert len(third.document.session.view.notes) == 1
    assert third.area.banner is None


def test_an_earlier_version_is_chosen_by_what_it_holds_and_comes_back(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    judge(frame, 0)
    saved(frame, qtbot)
    judge(frame, 1)
    annotate(frame.document.session, 2)
    frame.document.save_now()
    qtbot.waitUntil(lambda: len(frame.document.taking_over.versions()) == 2, timeout=WAIT)
    frame.chrome.actions["file.versions"].trigger()
    (dialog,) = frame.findChildren(VersionsDialog)
    rows = [dialog.list.topLevelItem(at) for at in range(2)]
    qtbot.waitUntil(lambda: rows[1].text(5) not in ("", "…"), timeout=WAIT)
    assert [row.text(2) for row in rows] == ["2", "1"]
    assert rows[0].text(5) == "相同"
    dialog.list.setCurrentItem(rows[0])
    assert not dialog.restore.isEnabled()
    dialog.list.setCurrentItem(rows[1])
    dialog.restore.click()
    says(frame, "已恢复到", qtbot)
    view = frame.document.session.view
    assert [metric.verdict for metric in view.metrics[:2]] == ["correct", "open"]
    assert view.notes == ()
    frame.chrome.actions["edit.undo"].trigger()
    assert frame.document.session.view.metrics[1].verdict == "correct"
    assert len(frame.document.session.view.notes) == 1
    dialog = frame.panels.dialogs._reviews.open_versions()
    dialog.list.setCurrentItem(dialog.list.topLevelItem(dialog.list.topLevelItemCount() - 1))
    dialog.restore.click()
    says(frame, "从空白开始", qtbot)
    assert {metric.verdict for metric in frame.document.session.view.metrics} == {"open"}
    frame.chrome.actions["edit.undo"].trigger()
    assert len(frame.document.session.view.notes) == 1


def test_local_records_are_cleared_but_unsaved_work_only_when_told_so(
    parsed: Parsed, launch: Callable[..., Frame], speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    judge(frame, 0)
    saved(frame, qtbot)
    judge(frame, 1)
    qtbot.waitUntil(lambda: any(frame.document.taking_over._work.saver.leaves), timeout=WAIT)
    leave(frame, qtbot)
    empty = launch()
    qtbot.waitUntil(lambda: empty.is_complete, timeout=WAIT)
    empty.chrome.actions["tools.local-records"].trigger()
    (dialog,) = empty.findChildren(LocalRecordsDialog)
    assert dialog.list.topLevelItem(0).text(0) == speech.name
    dialog.remove.click()
    (box,) = dialog.findChildren(QMessageBox)
    next(button for button in box.buttons() if button.text() == "清除").click()
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 0, timeout=WAIT)
    assert sidecar(speech).exists()
    dialog.reject()


def test_a_statement_of_another_text_is_told_at_opening(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    session = frame.document.session
    frame.document.apply(complete(session.view, pages=8, by=session.person.id), "story")
    saved(frame, qtbot)
    leave(frame, qtbot)
    whole = json.loads(sidecar(speech).read_text("utf-8"))
    for statement in whole["statements"].values():
        statement["sha256"] = "0" * 64
    sidecar(speech).write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
    again = parsed(speech)
    texts = []
    while again.area.banner is not None:
        texts.append(again.area.banner.text)
        again.chrome.notices.drop(again.chrome.notices._tidings[0].topic)
    assert any("声明核对完毕，但文件在那之后改过" in text for text in texts)


def test_who_checks_stands_in_the_status_bar_and_another_person_has_verdicts_of_their_own(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    settings = Settings.load()
    settings.set("person.name", "张三")
    frame = parsed(speech)
    status = frame.chrome.status
    assert status.person.text() == "张三"
    first = judge(frame, 0)
    status.person.click()
    (dialog,) = [one for one in frame.findChildren(QDialog) if one.isVisible()]
    dialog.name.setText("李四")
    dialog.office.setText("督查室")
    dialog.accept()
    assert status.person.text() == "李四  督查室"
    view = frame.document.session.view
    assert view.item(first).verdict == "open"
    judge(frame, 0, "wrong")
    names = {frame.document.session.view.person_name(one) for one in frame.document.session.view.item(first).verdicts}
    assert names == {"张三", "李四"}
    saved(frame, qtbot)
    revision = json.loads(sidecar(speech).read_text("utf-8"))["revision"]
    assert revision["savedBy"] == frame.document.session.person.id


def test_the_offices_lists_reach_the_window_as_they_reach_the_command_line(
    parsed: Parsed, speech: Path, tmp_path: Path
) -> None:
    office = tmp_path / "office"
    office.mkdir()
    plain = parsed(speech)
    findings = plain.document.session.view.findings
    if not findings:
        pytest.skip("the sample has no finding")
    rule = findings[0].value("rule") or findings[0].record.rule
    (office / "silence.tsv").write_text(f"{rule}\n", "utf-8")
    Settings.load().set("office.folder", str(office))
    frame = parsed(speech)
    assert rule not in {item.record.rule for item in frame.document.session.view.findings}

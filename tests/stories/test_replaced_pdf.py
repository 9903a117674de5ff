"""Another PDF stands under the name: re-saved, or somebody else's; the review follows, or is left alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.editing.verbs import set_verdict
from engine.editing.verbs_notes import add_note
from gui.window.frame import Frame

from .conftest import WAIT, leave

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Parsed = Callable[[Path], Frame]


def review(frame: Frame) -> None:
    """A verdict and a highlight on the first metric."""
    document = frame.document
    session = document.session
    metric, by = session.view.metrics[0], session.person.id
    document.apply(set_verdict(session.view, item=metric.id, verdict="correct", by=by), "test")
    quote = session.view.flow_text.quote(metric.span, metric.quote)
    note = add_note(session.view, type="highlight", places=metric.places, quote=quote, color="", text="看", by=by)
    document.apply(note, "test")


def test_a_pdf_saved_again_by_another_program_keeps_its_review(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    review(frame)
    leave(frame, qtbot)
    speech.write_bytes(speech.read_bytes() + b"\n% stamped\n")
    again = parsed(speech)
    view = again.document.session.view
    assert view.metrics[0].verdict == "correct"
    assert "文字没有变" in again.area.banner.text
    assert view.notes[0].places[0].chars == view.metrics[0].places[0].chars
    review(again)
    qtbot.waitUntil(lambda: again.document.save_state[0] == "saved", timeout=WAIT)


def test_a_review_of_another_document_of_the_same_name_is_left_alone(
    parsed: Parsed, speech: Path, shared: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    review(frame)
    leave(frame, qtbot)
    sidecar = speech.with_name(f"{speech.name}.piyue.json")
    before = sidecar.read_bytes()
    speech.write_bytes((shared / "corpus" / "state-council-2023" / "report.pdf").read_bytes())
    again = parsed(speech)
    assert not again.document.session.review.has_work()
    assert "属于另一份文件" in again.area.banner.text
    assert again.document.save_state == ("", {})
    review(again)
    qtbot.waitUntil(lambda: again.document.save_state[0] == "saved", timeout=WAIT)
    assert sidecar.read_bytes() == before


def test_a_pdf_deleted_while_it_is_open_is_told_and_saved_from_memory(
    parsed: Parsed, speech: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    frame = parsed(speech)
    data, copy = speech.read_bytes(), tmp_path / "另存.pdf"
    notices = frame.chrome.notices
    qtbot.waitUntil(lambda: notices._watch is not None and notices._watch.looks.known is not None, timeout=WAIT)
    speech.unlink()

    def is_told() -> bool:
        notices._watch.look()
        return frame.area.banner is not None and "不在原处" in frame.area.banner.text

    qtbot.waitUntil(is_told, timeout=WAIT)
    notices.lost.save(frame.document, tmp_path / "nowhere" / "另存.pdf")
    assert "写不进去" in frame.area.banner.text
    notices.lost.save(frame.document, copy)
    assert copy.read_bytes() == data
    assert [button.text() for button in frame.area.banner.buttons] == ["打开"]

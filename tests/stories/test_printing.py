"""Printing: chosen pages with or without marks, into a file here, since a test has no printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from engine.pdf.reader import PdfFile
from gui.dialogs.print_dialog import CHOSEN, CURRENT, PrintDialog
from gui.pages.page_labels import pages_of_words
from gui.pages.printing import PrintPlan
from gui.tools.words.writing import write_box
from gui.window.frame import Frame

from .conftest import WAIT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Parsed = Callable[[Path], Frame]


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def printed(frame: Frame, qtbot: QtBot, path: Path, plan: PrintPlan) -> PdfFile:
    desk = frame.chrome.printing
    desk.begin(to_file(path), plan, path)
    qtbot.waitUntil(lambda: desk.job is None, timeout=WAIT)
    return PdfFile.open(path.read_bytes())


def colours(file: PdfFile, page: int) -> tuple[int, int]:
    """How many dark and how many red pixels a page of a file has at 40 dots an inch."""
    info = file.page_info(page)
    pixels = bytearray(4 * int(info.box.width + 2) * int(info.box.height + 2))
    width, height, stride = file.render(page, 0.6, None, pixels)
    points = [pixels[at : at + 3] for row in range(height) for at in range(row * stride, row * stride + 4 * width, 4)]
    return sum(max(one) < 140 for one in points), sum(one[2] > one[0] + 60 for one in points)


def test_the_pages_chosen_are_printed_as_they_are(parsed: Parsed, speech: Path, qtbot: QtBot, tmp_path: Path) -> None:
    frame = parsed(speech)
    file = printed(frame, qtbot, tmp_path / "out.pdf", PrintPlan((1, 3), "none"))
    assert file.page_count == 2
    assert file.page_info(1).box.height == pytest.approx(842, abs=2)
    dark, red = colours(file, 1)
    assert dark > 300
    assert red == 0


def test_notes_are_printed_only_when_wanted(parsed: Parsed, speech: Path, qtbot: QtBot, tmp_path: Path) -> None:
    frame = parsed(speech)
    box = frame.document.pages[1].box
    write_box(frame.document, 2, box._replace(top=box.top - 300, left=box.left + 100, right=box.right - 100))
    with_notes = colours(printed(frame, qtbot, tmp_path / "notes.pdf", PrintPlan((2,), "notes")), 1)
    without = colours(printed(frame, qtbot, tmp_path / "plain.pdf", PrintPlan((2,), "none")), 1)
    assert with_notes[1] > 100
    assert without[1] == 0
    assert with_notes[0] == pytest.approx(without[0], rel=0.1)


def test_a_page_lying_down_is_printed_lying_down(parsed: Parsed, speech: Path, qtbot: QtBot, tmp_path: Path) -> None:
    frame = parsed(speech)
    document = frame.document
    wide = document.pages[2]._replace(rotation=90)
    document.pages = (*document.pages[:2], wide, *document.pages[3:])
    file = printed(frame, qtbot, tmp_path / "out.pdf", PrintPlan((1, 3), "none"))
    sizes = [file.page_size(page) for page in (1, 2)]
    assert sizes[0][0] < sizes[0][1]
    assert sizes[1][0] > sizes[1][1]


def test_printing_can_be_called_off_and_leaves_no_file(
    parsed: Parsed, speech: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    frame = parsed(speech)
    desk, path = frame.chrome.printing, tmp_path / "out.pdf"
    desk.begin(to_file(path), PrintPlan(tuple(range(1, 6))), path)
    done: list[int] = []
    desk.job.progressed.connect(done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT)
    desk.progress.findChild(QPushButton).click()
    assert desk.job is None
    assert not path.exists()


def test_a_file_that_cannot_be_written_is_said(parsed: Parsed, speech: Path, qtbot: QtBot, tmp_path: Path) -> None:
    frame = parsed(speech)
    desk, path = frame.chrome.printing, tmp_path / "no such folder" / "out.pdf"
    desk.begin(to_file(path), PrintPlan((1,)), path)
    assert desk.job is None
    assert "写不进去" in frame.area.banner.text


def test_without_a_printer_the_dialog_offers_a_file(
    parsed: Parsed, speech: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = parsed(speech)
    out = tmp_path / "打印"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    seen: list[str] = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PrintDialog)
        accept = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        seen.append(accept.text())
        assert dialog.is_to_file
        assert dialog.lack.isVisible()
        dialog.pages.button(CHOSEN).click()
        assert not accept.isEnabled()
        dialog.words.setText("99")
        assert dialog.trouble.isVisible()
        dialog.words.setText("2-3")
        assert dialog.plan.pages == (2, 3)
        dialog.pages.button(CURRENT).click()
        assert dialog.plan.pages == (1,)
        accept.click()

    QTimer.singleShot(0, fill)
    frame.chrome.actions["file.print"].trigger()
    desk = frame.chrome.printing
    qtbot.waitUntil(lambda: bool(seen) and desk.job is None, timeout=WAIT)
    assert PdfFile.open(out.with_suffix(".pdf").read_bytes()).page_count == 1
    assert "已存为" in frame.area.banner.text


def test_pages_are_named_as_they_are_printed(parsed: Parsed, speech: Path) -> None:
    document = parsed(speech).document
    document.take_labels({page: {1: "封面"}.get(page, str(page - 1)) for page in range(1, len(document.pages) + 1)})
    assert pages_of_words(document, "封面，1-2、4") == (1, 2, 3, 5)
    assert pages_of_words(document, "2 至 3") == (3, 4)
    assert pages_of_words(document, "3-2") is None
    assert pages_of_words(document, "1-2-3") is None
    assert pages_of_words(document, "甲") is None
    assert pages_of_words(document, " ") is None

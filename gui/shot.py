"""Draws the window without a screen: opens a document, waits for its parse, saves a picture and prints a summary.

What `piyue --picture OUT.png FILE` runs, for desktops without a display and for the README's picture.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QSize, QTimer

from gui.app import made_application, window_settings
from gui.bridge.start import Start
from gui.dialogs.wording import wording
from gui.window.frame import Frame
from gui.window.windows import Windows

SIZE = QSize(1280, 800)
PATIENCE = 120_000  # milliseconds until whatever is there is drawn
_SETTLE = 250  # milliseconds for the last pictures and glides


def draw_picture(start: Start, target: Path) -> int:
    """Save the window's picture; returns the exit status (0, or 1 when the document could not be shown)."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # the platform says what it cannot do, window by window
    application = made_application()
    settings = window_settings()
    settings.setFallbacksEnabled(False)
    frame = Windows(settings).make()
    frame.resize(SIZE)
    frame.open_start(start)
    frame.show()
    document = frame.document
    if document is None:
        return 1
    loop = QEventLoop()
    for signal in (document.parse_finished, document.parse_failed, document.failed):
        signal.connect(lambda *_: QTimer.singleShot(0, loop.quit))
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()
    select_first_metric(frame)
    QTimer.singleShot(_SETTLE, loop.quit)
    loop.exec()
    target.parent.mkdir(parents=True, exist_ok=True)
    is_saved = frame.grab().save(str(target))
    for line in summary_of(document):
        sys.stdout.write(f"{line}\n")
    status = 0 if is_saved and document.error is None else 1
    frame.close_document()
    application.processEvents()
    return status


def select_first_metric(frame: Frame) -> None:
    """Select the second metric, if there is one, so that the picture shows a mark and its card."""
    document = frame.document
    view = document.session.view if document is not None and document.session is not None else None
    if document is not None and view is not None and view.metrics:
        document.select(view.metrics[min(1, len(view.metrics) - 1)].id, "picture")


def summary_of(document: Any) -> list[str]:
    """What was found, in lines for a terminal."""
    if document.error is not None:
        return [wording(document.error.code, document.error.values, file=document.file_name).text]
    lines = [f"{document.file_name}: {len(document.pages)} 页"]
    session = document.session
    if session is None or session.parse is None:
        return [*lines, "识别没有完成"]
    parse = session.parse
    counts = (
        ("标题", parse.outline),
        ("指标", parse.metrics),
        ("任务", parse.tasks),
        ("平台系统", parse.systems),
        ("数字", parse.numerals),
        ("疑点", parse.findings),
    )
    if parse.document.title:
        lines.append(f"题目: {parse.document.title}")
    return [*lines, "、".join(f"{name} {len(found)}" for name, found in counts)]

"""What lies under the words of a piece."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QImage, QPainter, QPalette
from pytestqt.qtbot import QtBot

from engine.model.geometry import Box
from gui.pages.marks import Mark, State
from gui.transcript.blocks import Block
from gui.transcript.inks import inks_of
from gui.transcript.marks import TextMark
from gui.transcript.painting import Layers, paint_piece
from gui.transcript.setting import set_paragraph
from gui.transcript.typeface import Typeface, setting_of

BOX = (Box(0, 0, 1, 1),)
METRIC = TextMark(Mark("m", "metric", "machine", 1, BOX), 0, 4)
YELLOW = TextMark(Mark("n", "note", "human", 1, BOX, "highlight", "#ffd84d"), 0, 4)


@pytest.mark.parametrize("marks", [(METRIC, YELLOW), (YELLOW, METRIC), (YELLOW,)])
def test_a_highlight_shows_also_where_the_machine_found_something(marks: tuple[TextMark, ...], qtbot: QtBot) -> None:
    inks = inks_of(QPalette())
    image, box = painted(marks)
    assert image.pixelColor(box.center().toPoint()) == inks.under(inks.note("#ffd84d", "highlight"), 0.75)


@pytest.mark.parametrize("kind", ["metric", "task", "finding", "heading"])
def test_what_another_person_judged_wrong_looks_unlike_open_and_unlike_wrong(kind: str, qtbot: QtBot) -> None:
    states: tuple[State, ...] = ("machine", "others-wrong", "wrong")
    pictures = [painted((TextMark(Mark("m", kind, state, 1, BOX), 0, 4),))[0] for state in states]
    assert not any(one == other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


def painted(marks: tuple[TextMark, ...]) -> tuple[QImage, QRectF]:
    """Four blanks with these marks, and where they stand."""
    inks = inks_of(QPalette())
    typeface = Typeface(QFont(), 1.0, 600.0)
    (piece,) = set_paragraph(typeface, setting_of(Block("body", 0, 1, 0), 0), 0, "　" * 4).pieces
    image = QImage(600, 100, QImage.Format.Format_RGB32)
    image.fill(inks.ground)
    painter = QPainter(image)
    paint_piece(painter, QPointF(), piece, Layers(marks, (), (), None, ()), "", inks, is_quiet=False)
    painter.end()
    return image, piece.rects(0, 4)[0]

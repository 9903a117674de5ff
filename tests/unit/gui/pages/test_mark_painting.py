"""Marks over words that stand on their side, and what they tell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from engine.model.geometry import Box
from engine.model.page import PageInfo
from gui.bridge.geometry import PageGeometry
from gui.pages.mark_painting import lay_upright, paint_marks
from gui.pages.marks import Mark, State


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("upright", [0, 90, 180, 270])
def test_what_is_painted_for_the_upright_page_comes_to_lie_where_the_page_shows_it(turn: int, upright: int) -> None:
    geometry = PageGeometry(PageInfo(1, Box(10, 20, 210, 320), 90), 2.0, turn)
    sheet = QRectF(QPointF(7, 11), QPointF(7, 11) + QPointF(*geometry.size))
    image = QImage(900, 900, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    laid = lay_upright(painter, sheet, geometry, upright)
    found = painter.transform().map(sheet.topLeft() + QPointF(*laid.to_view(60, 300)))
    painter.end()
    wanted = sheet.topLeft() + QPointF(*geometry.to_view(60, 300))
    assert (found.x(), found.y()) == pytest.approx((wanted.x(), wanted.y()))


@pytest.mark.parametrize("kind", ["metric", "task", "finding", "heading"])
def test_what_another_person_judged_wrong_looks_unlike_open_and_unlike_wrong(kind: str) -> None:
    states: tuple[State, ...] = ("machine", "others-wrong", "wrong")
    pictures = [painted(kind, state) for state in states]
    assert not any(one == other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


def painted(kind: str, state: State) -> QImage:
    geometry = PageGeometry(PageInfo(1, Box(0, 0, 100, 50)), 2.0, 0)
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint_marks(painter, QRectF(0, 0, 200, 100), geometry, [Mark("m", kind, state, 1, (Box(20, 20, 80, 30),))], None)
    painter.end()
    return image

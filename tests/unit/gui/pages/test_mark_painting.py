"""Marks over words that stand on their side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from engine.model.geometry import Box
from engine.model.page import PageInfo
from gui.bridge.geometry import PageGeometry
from gui.pages.mark_painting import lay_upright


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

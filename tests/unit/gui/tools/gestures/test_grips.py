"""Grips of a box, and where a card stands beside what is marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize

from gui.tools.gestures.note_grips import box_grips, stretched
from gui.tools.notes.beside import place_beside

RECT = QRectF(100, 100, 80, 60)


def test_a_box_has_eight_grips_and_a_small_one_only_its_corners():
    assert {grip.side for grip in box_grips(RECT)} == {"nw", "n", "ne", "e", "se", "s", "sw", "w"}
    assert {grip.side for grip in box_grips(QRectF(0, 0, 20, 20))} == {"nw", "ne", "se", "sw"}


@pytest.mark.parametrize(
    ("side", "now"),
    [
        ("body", QRectF(110, 105, 80, 60)),
        ("se", QRectF(100, 100, 90, 65)),
        ("nw", QRectF(110, 105, 70, 55)),
        ("n", QRectF(100, 105, 80, 55)),
        ("e", QRectF(100, 100, 90, 60)),
    ],
)
def test_dragging_a_grip_moves_its_side_alone(side, now):
    assert stretched(RECT, side, 10, 5) == now


def test_a_side_dragged_over_its_opposite_turns_the_box_inside_out():
    assert stretched(RECT, "e", -100, 0) == QRectF(80, 100, 20, 60)


AROUND = QRect(0, 0, 600, 500)
CARD = QSize(200, 150)


@pytest.mark.parametrize(
    "taken",
    [
        QRect(50, 50, 100, 20),
        QRect(20, 50, 560, 20),
        QRect(20, 470, 560, 20),
        QRect(500, 100, 90, 300),
        QRect(0, 0, 10, 10),
    ],
)
def test_a_card_lies_within_the_view_and_not_over_what_is_marked(taken):
    card = QRect(place_beside(CARD, [taken], AROUND), CARD)
    assert AROUND.contains(card)
    assert not card.intersects(taken)


def test_a_card_has_its_corner_in_sight_even_where_it_does_not_fit():
    assert place_beside(CARD, [QRect(5, 5, 80, 80)], QRect(0, 0, 100, 100)) == QPoint(0, 0)

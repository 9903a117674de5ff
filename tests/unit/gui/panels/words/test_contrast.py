"""Words reach 4.5:1 and shapes 3:1 on light, dark and odd palettes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from gui.panels.words.contrast import SHAPE, TEXT, contrast, quiet, readable
from gui.panels.words.look import FIELD, HUMAN, INKED, QUIET, role_colour
from gui.style.colours import INK, VERMILION

GROUNDS = ["#ffffff", "#efefef", "#2b2b2b", "#000000", "#1e2430", "#f5f0e6", "#808080"]


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("colour", [INK, VERMILION], ids=["ink", "vermilion"])
@pytest.mark.parametrize("ratio", [TEXT, SHAPE])
def test_a_colour_of_meaning_is_readable_on_any_ground(ground, colour, ratio):
    assert contrast(readable(colour, QColor(ground), ratio), QColor(ground)) >= ratio


def test_a_colour_that_is_readable_already_stays_as_it_is():
    assert readable(INK, QColor("#ffffff")) == INK


@pytest.mark.parametrize("ground", ["#efefef", "#ffffff", "#2b2b2b", "#101418"])
@pytest.mark.parametrize("role", [QUIET, FIELD, INKED, HUMAN])
def test_words_of_every_role_are_readable(qapp, ground, role):
    palette = QPalette(QColor(ground))
    palette.setColor(QPalette.ColorRole.Window, QColor(ground))
    palette.setColor(
        QPalette.ColorRole.WindowText, QColor("#000000" if QColor(ground).lightness() > 128 else "#ffffff")
    )
    assert contrast(role_colour(role, palette), QColor(ground)) >= TEXT
    assert contrast(quiet(palette), QColor(ground)) >= TEXT

"""Where a line says that a page begins."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from engine.model.parse import TableItem
from gui.transcript.blocks import Block
from gui.transcript.setting import set_paragraph
from gui.transcript.tables import set_table
from gui.transcript.typeface import Typeface, setting_of

LONG = "说明" * 60


@pytest.mark.parametrize("row", [0, 1])
def test_the_line_lies_above_the_row_that_a_page_begins_with_and_below_the_one_before(qtbot: QtBot, row: int) -> None:
    rows = (("人口", LONG), ("面积", LONG))
    table = TableItem(rows, ((0, 0, 0, 2), (0, 1, 2, 122), (1, 0, 122, 124), (1, 1, 124, 244)))
    typeface = Typeface(QFont(), 1.0, 600.0)
    block = set_table(typeface, Block("table", 0, 4, 0, table, (0, 2)), [cell for one in rows for cell in one])
    rule = block.page_rule(block.pieces[2 * row])
    assert rule < block.pieces[2 * row + 1].frame.top()  # the tall cell begins higher than the short one
    if row:
        assert rule >= block.pieces[1].frame.bottom()


def test_the_line_lies_just_above_a_paragraph(qtbot: QtBot) -> None:
    typeface = Typeface(QFont(), 1.0, 600.0)
    block = set_paragraph(typeface, setting_of(Block("title", 0, 1, 0), 0), 0, "标题")
    assert 0 < block.pieces[0].frame.top() - block.page_rule(block.pieces[0]) < 5

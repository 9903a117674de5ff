"""A row's state is seen in selected rows too, on light and dark grounds, and what is drawn stays within its cell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from engine.editing import verbs
from gui.panels.lists.state_delegate import StateDelegate, ink_on, selection_ground
from gui.panels.words.contrast import SHAPE, TEXT, contrast
from gui.panels.words.marked_words import parts_of


@pytest.mark.parametrize("base", ["#ffffff", "#1e1e1e", "#000000"])
@pytest.mark.parametrize("highlight", ["#308cc6", "#3daee9", "#ffff00", "#000080"])
def test_vermilion_and_ink_are_readable_on_a_selected_row(qapp, base, highlight):
    palette = QPalette(QColor(base))
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    palette.setColor(QPalette.ColorRole.Text, QColor("#000000" if base == "#ffffff" else "#ffffff"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(highlight))
    ground = selection_ground(palette)
    ink = ink_on(ground, palette.color(QPalette.ColorRole.Text))
    assert contrast(ink.human, ground) >= TEXT
    assert contrast(ink.text, ground) >= TEXT
    assert contrast(ink.quiet, ground) >= SHAPE
    assert ground != QColor(base)


def option_of(desk, row: int, column: int) -> QStyleOptionViewItem:
    table = desk.triage.panel.table
    option = QStyleOptionViewItem()
    option.widget = table
    option.state |= QStyle.StateFlag.State_Selected
    table.states.initStyleOption(option, desk.triage.panel.rows.index(row, column))
    return option


def test_a_wrong_row_keeps_its_vermilion_while_it_is_selected(desk):
    desk.triage.panel.focus_list()
    desk.triage.decide("wrong")
    table = desk.triage.panel.table
    chosen = option_of(desk, 0, 0)
    delegate: StateDelegate = table.states
    assert chosen.palette.color(QPalette.ColorRole.HighlightedText) == delegate._chosen.human
    assert chosen.palette.color(QPalette.ColorRole.Highlight) == selection_ground(QGuiApplication.palette())
    assert option_of(desk, 1, 0).palette.color(QPalette.ColorRole.HighlightedText) == delegate._chosen.text


def test_a_marked_sentence_is_drawn_within_its_cell(desk):
    panel = desk.triage.panel
    column = [one.field for one in panel.rows.columns].index("sentence")
    picture = QImage(400, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("#123456"))
    painter = QPainter(picture)
    option = QStyleOptionViewItem()
    option.rect = QRect(100, 8, 200, 24)
    panel.table.states.paint(painter, option, panel.rows.index(0, column))
    painter.end()
    inside = QRect(100, 8, 200, 24)
    outside = {picture.pixelColor(x, y).name() for x in range(400) for y in range(40) if not inside.contains(x, y)}
    assert outside == {"#123456"}


@pytest.mark.parametrize(
    ("words", "mark", "parts"),
    [
        ("达到52万户。", (2, 6), ("达到", "52万户", "。")),
        ("目前全区固定电话用户数达到52万户", (13, 17), ("…定电话用户数达到", "52万户", "")),
    ],
)
def test_the_mark_is_in_sight_with_a_little_before_it(words, mark, parts):
    assert parts_of(words, mark) == parts


@pytest.mark.parametrize("name", ["metrics", "numerals"])
def test_what_another_person_judged_wrong_is_seen_by_the_second_checker_until_they_decide(desk, name):
    desk.side.show_panel(name)
    panel, view = desk.triage.panel, desk.document.session.view
    metric, shown = view.metrics[0].id, panel.model.ids[0]
    desk.document.apply(verbs.set_verdict(view, item=metric, verdict="wrong", by="p2"), "test")
    inks = panel.table.states._chosen
    assert option_of(desk, 0, 0).palette.color(QPalette.ColorRole.HighlightedText) == inks.human
    assert "待核，另一人判为有误" in panel.model.row_of(shown).said
    desk.document.apply(verbs.set_verdict(view, item=metric, verdict="correct", by="p1"), "test")
    assert option_of(desk, 0, 0).palette.color(QPalette.ColorRole.HighlightedText) == inks.text

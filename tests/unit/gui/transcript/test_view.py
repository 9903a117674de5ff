"""The text view as a widget: what it keeps in place, where the caret goes, what lies under a point."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec import structs
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest

from engine.editing import verbs, verbs_notes
from engine.model.parse import Heading, Parse, TableItem
from engine.model.place import Place
from gui.panels.words.contrast import contrast
from gui.tools.caret.transcript_keys import TranscriptKeys
from gui.transcript.content import Caret
from gui.transcript.inks import inks_of
from gui.transcript.view import TranscriptView

from .conftest import text_parse

Shown = Callable[[Parse], TranscriptView]
LONG = "全区固定电话用户数达到五十二万户，移动电话用户数达到一百七十二万户，光缆总长度达到十一万芯公里。"


@pytest.fixture
def view(shown: Shown) -> TranscriptView:
    made = shown(
        text_parse([("body", f"{number}．{LONG * (1 + number % 3)}", 1 + number // 8) for number in range(200)])
    )
    made.tool = TranscriptKeys(made)
    return made


def press(view: TranscriptView, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> Caret:
    held = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        held |= one
    QTest.keyClick(view, key, held)
    return view.selection.head


CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_what_is_read_stays_in_place_when_guessed_heights_are_corrected(view: TranscriptView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for _ in range(30):
        caret, top = view.caret_on(200)
        view.scroll_by(-40)
        assert view.column.caret_rect(caret).top() == pytest.approx(top + 40, abs=0.5)


def test_the_whole_text_can_be_scrolled_through(view: TranscriptView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    rect = view.column.caret_rect(view.content.end)
    assert rect.bottom() < view.column.height
    bar.setValue(0)
    assert view.column.caret_rect(Caret(0, 0)).top() > 0
    assert (view.column.block, view.column.down) == (0, 0.0)


@pytest.mark.parametrize("zoom", [0.5, 2.0, 4.0, 8.0])
def test_another_size_keeps_the_line_that_is_read(view: TranscriptView, zoom: float) -> None:
    view.put(Caret(60, 0), 200)
    view.set_zoom(zoom)
    assert view.caret_on(200)[0].piece == 60
    assert view.horizontalScrollBar().maximum() == 0


def test_another_width_keeps_the_first_line(view: TranscriptView, qtbot) -> None:
    view.put(Caret(60, 0), 0)
    view.resize(500, 600)
    assert view.caret_on(1)[0].piece == 60


def test_arrows_go_through_every_sign_and_over_the_edges_of_paragraphs(view: TranscriptView) -> None:
    view.selection.select(Caret(0, 0), Caret(0, 0))
    assert press(view, Qt.Key.Key_Right) == Caret(0, 1)
    assert press(view, Qt.Key.Key_Left) == Caret(0, 0)
    assert press(view, Qt.Key.Key_Left) == Caret(0, 0)
    end = Caret(0, len(view.content.text(0)))
    view.selection.select(end, end)
    assert press(view, Qt.Key.Key_Right) == Caret(1, 0)
    assert press(view, Qt.Key.Key_Left) == end


def test_up_and_down_keep_the_column_and_visit_every_line(view: TranscriptView) -> None:
    view.selection.select(Caret(0, 0), Caret(0, 0))
    seen = [press(view, Qt.Key.Key_Down) for _ in range(12)]
    assert seen == sorted(seen)
    assert {caret.piece for caret in seen} >= {0, 1, 2, 3}
    back = [press(view, Qt.Key.Key_Up) for _ in range(12)]
    assert back[-1].piece == 0
    assert back[:-1] == seen[-2::-1]


def test_end_stays_on_its_line(view: TranscriptView) -> None:
    view.selection.select(Caret(2, 0), Caret(2, 0))
    top = view.caret_rect().top()
    there = press(view, Qt.Key.Key_End)
    assert there.at > 10
    assert view.caret_rect().top() == top
    assert press(view, Qt.Key.Key_End) == there
    assert press(view, Qt.Key.Key_Home).at == 0


def test_page_keys_move_the_caret_with_the_view(view: TranscriptView) -> None:
    view.selection.select(Caret(0, 0), Caret(0, 0))
    first = press(view, Qt.Key.Key_PageDown)
    second = press(view, Qt.Key.Key_PageDown)
    assert Caret(0, 0) < first < second
    assert 0 <= view.caret_rect().top() <= view.column.height
    assert press(view, Qt.Key.Key_PageUp) < second


def test_shift_selects_and_escape_drops_it(view: TranscriptView) -> None:
    view.selection.select(Caret(0, 0), Caret(0, 0))
    press(view, Qt.Key.Key_Right, SHIFT)
    press(view, Qt.Key.Key_Down, SHIFT)
    assert view.selection.text().startswith("0．")
    press(view, Qt.Key.Key_Escape)
    assert view.selection.is_empty
    view.tool.select_all()
    assert view.selection.pieces()[-1] == (199, 0, len(view.content.text(199)))


def test_control_goes_by_words_and_to_the_ends(view: TranscriptView) -> None:
    view.selection.select(Caret(0, 0), Caret(0, 0))
    assert press(view, Qt.Key.Key_Right, CONTROL) == Caret(0, 1)
    assert press(view, Qt.Key.Key_End, CONTROL) == view.content.end
    assert 0 <= view.caret_rect().top() <= view.column.height
    assert press(view, Qt.Key.Key_Home, CONTROL) == Caret(0, 0)


def test_down_goes_through_a_table_by_rows(shown: Shown) -> None:
    cells = [("cell", "指标", 1), ("cell", "数值", 1), ("cell", "人口", 1), ("cell", "五万", 1)]
    table = TableItem((("指标", "数值"), ("人口", "五万")), ((0, 0, 2, 4), (0, 1, 4, 6), (1, 0, 6, 8), (1, 1, 8, 10)))
    view = shown(text_parse([("body", "上文", 1), *cells, ("body", "下文", 1)], tables=[table]))
    view.tool = TranscriptKeys(view)
    view.selection.select(Caret(2, 0), Caret(2, 0))
    assert press(view, Qt.Key.Key_Down).piece == 4
    assert press(view, Qt.Key.Key_Down).piece == 5
    assert press(view, Qt.Key.Key_Up).piece == 4


def test_a_box_drawn_on_the_page_stands_beside_its_paragraph(view: TranscriptView) -> None:
    document = view.document
    quad = view.content.pieces[9].places[0].quads[0]
    place = Place(2, None, (quad,))
    edit = verbs_notes.add_note(
        document.session.view, type="box", places=(place,), quote=None, color="", text="看", by="p1"
    )
    document.apply(edit, "page")
    assert [mark.item_id for mark in view.matter.marks.on_piece(9, frozenset())] == [edit.ids[0]]
    view.show_places((place,), glide=False)
    at = view.picture.rects_of(edit.ids[0])[0].center()
    assert view.picture.marks_at(at)[0].item_id == edit.ids[0]


def test_a_heading_of_another_level_is_set_anew(shown: Shown) -> None:
    parse = text_parse([("heading", "一、总结", 1), ("body", LONG, 1)])
    heading = Heading("h1", 1, "一、", "总结", "block", 0.9, (0, 4), parse.paragraphs[0].places)
    view = shown(structs.replace(parse, outline=(heading,)))
    before = view.column.rects(0, 0, 4)[0].height()
    session = view.document.session
    edit = verbs.set_heading_level(session.view, item=session.view.headings[0].id, level=3, by="p1")
    view.document.apply(edit, "panel")
    assert view.column.rects(0, 0, 4)[0].height() < before


def test_a_point_gives_the_caret_nearest_to_it(view: TranscriptView) -> None:
    rect = view.column.rects(0, 5, 6)[0]
    assert view.column.caret_at(QPointF(rect.left() + 1, rect.center().y()))[0] == Caret(0, 5)
    assert view.column.caret_at(QPointF(rect.right() - 1, rect.center().y()))[0] == Caret(0, 6)
    assert view.column.caret_at(QPointF(5000, rect.center().y()))[1]


@pytest.mark.parametrize("ground", ["#ffffff", "#1e1f22", "#000000", "#2b2b2b", "#fdf6e3"])
def test_words_and_marks_are_readable_on_every_ground(ground: str) -> None:
    palette = QPalette()
    base = QColor(ground)
    palette.setColor(QPalette.ColorRole.Base, base)
    palette.setColor(QPalette.ColorRole.Text, QColor("#888888"))
    inks = inks_of(palette)
    for colour in (inks.words, inks.quiet, inks.link):
        assert contrast(colour, base) >= 4.5
    for colour in (inks.ink, inks.vermilion, inks.rule, inks.line(QColor("#ffd84d"))):
        assert contrast(colour, base) >= 3.0
    assert contrast(inks.under(QColor("#ffd84d"), 0.75), inks.words) >= 4.5
    assert contrast(inks.selected_words, inks.selected) >= 4.5


def test_keys_go_on_from_what_shows_where_the_reader_has_scrolled_away_from_the_caret(view: TranscriptView) -> None:
    view.selection.select(Caret(0, 3), Caret(0, 3))
    view.put(Caret(120, 0), 0.0)
    assert press(view, Qt.Key.Key_Down).piece >= 120
    view.put(Caret(20, 0), 0.0)
    assert press(view, Qt.Key.Key_End, CONTROL) == view.content.end

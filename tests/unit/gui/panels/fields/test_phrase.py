"""原文表述 is edited as one phrase and parsed as the page is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from engine.lexicon.lexicon import Lexicon
from gui.panels.fields.phrase import PhraseEditor, phrase_fields


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon()


@pytest.mark.parametrize(
    ("phrase", "value", "unit", "qualifier"),
    [
        ("7500多亿元", 750000000000, "元", "over"),
        ("52万户", 520000, "户", None),
        ("98% 以上", 98, "%", "at_least"),
    ],
)
def test_a_phrase_says_all_its_fields(lexicon, phrase, value, unit, qualifier):
    fields = phrase_fields(phrase, lexicon)
    assert fields is not None
    assert (fields["value"], fields["unit"], fields["qualifier"]) == (value, unit, qualifier)
    assert fields["quote"] == phrase.replace(" ", "")
    assert fields["written"]["number"] + fields["written"]["unit"] in fields["quote"]


@pytest.mark.parametrize("phrase", ["大幅增长", "52万户和172万户", ""])
def test_a_phrase_without_one_quantity_says_none(lexicon, phrase):
    assert phrase_fields(phrase, lexicon) is None


def test_the_meaning_is_shown_while_typing_and_committed_by_return(qtbot, lexicon):
    editor = PhraseEditor(lexicon)
    qtbot.addWidget(editor.holder)
    editor.holder.show()
    editor.show_value("52万户")
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, "7500")
    editor.line.setText("7500多亿元")
    assert editor.meaning.text() == "= 750,000,000,000 元 · 超过（多、余）"
    heard = []
    editor.committed.connect(heard.append)
    with qtbot.waitSignal(editor.finished):
        qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert [fields["value"] for fields in heard] == [750000000000]


def test_words_without_a_quantity_are_kept_as_words_and_escape_brings_back_the_former(qtbot, lexicon):
    editor = PhraseEditor(lexicon)
    qtbot.addWidget(editor.holder)
    editor.show_value("52万户")
    editor.line.setText("半数以上居民")
    heard = []
    editor.committed.connect(heard.append)
    if phrase_fields("半数以上居民", lexicon) is None:
        assert "数值保持不变" in editor.meaning.text()
    qtbot.keyClick(editor.line, Qt.Key.Key_Escape)
    assert (editor.line.text(), heard) == ("52万户", [])
    editor.line.setText("大幅增长")
    editor.commit()
    assert heard == [{"quote": "大幅增长"}]


def test_escape_brings_back_what_the_former_phrase_means(desk, qtbot):
    desk.triage.panel.focus_list()
    desk.triage.edit()
    editor = desk.side.card.current.rows["quote"].editor
    before = editor.meaning.text()
    assert before.startswith("= ")
    editor.line.setText("2026万人")
    assert editor.meaning.text() != before
    qtbot.keyClick(editor.line, Qt.Key.Key_Escape)
    assert editor.meaning.text() == before


def test_an_emptied_phrase_is_no_change(qtbot, lexicon):
    editor = PhraseEditor(lexicon)
    qtbot.addWidget(editor.holder)
    editor.show_value("52万户")
    heard = []
    editor.committed.connect(heard.append)
    editor.line.clear()
    editor.commit()
    assert (editor.line.text(), heard) == ("52万户", [])

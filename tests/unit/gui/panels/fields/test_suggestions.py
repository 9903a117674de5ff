"""Editors propose what the document and the lexicon know."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from engine.lexicon.lexicon import Lexicon
from engine.settings import Settings
from gui.panels.fields.suggestions import office_lexicon, suggestions

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups of proposals


@pytest.mark.parametrize(
    ("field", "first"),
    [
        ("unit", ["户"]),
        ("owner", ["区信息办", "区财政局"]),
        ("verified_with", ["区信息办", "区财政局"]),
        ("period", ["目前"]),
    ],
)
def test_the_documents_own_words_come_first(document, field, first):
    found = suggestions(field, document.session.view, Lexicon())
    assert found[: len(first)] == first
    assert len(found) == len(set(found))


def test_units_are_those_of_the_lexicon_too(document):
    assert {"元", "%", "平方米"} <= set(suggestions("unit", document.session.view, Lexicon()))


def test_other_fields_propose_nothing(document):
    assert suggestions("name", document.session.view, Lexicon()) == []
    assert suggestions("unit", None, Lexicon()) == []


def test_the_offices_units_are_those_of_the_folder_chosen_now(document, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    lexicon, view = office_lexicon(), document.session.view
    ours = suggestions("lead", view, lexicon)
    folder = tmp_path / "office"
    folder.mkdir()
    (folder / "units.csv").write_text("云上区低空经济办公室,低空办,1\n", "utf-8")
    Settings.load().set("office.folder", str(folder))
    assert suggestions("lead", view, lexicon)[-2:] == ["低空办", "云上区低空经济办公室"]
    (folder / "units.csv").unlink()
    assert suggestions("lead", view, lexicon) == ours


def test_a_proposal_is_taken_and_said_once(desk, qtbot):
    desk.triage.panel.focus_list()
    line = desk.side.card.current.rows["unit"].editor.line
    line.setFocus()
    line.selectAll()
    line.insert("平方")
    popup = line.completer().popup()
    line.completer().setCompletionPrefix("平方米")
    line.completer().complete()
    assert popup.isVisible()
    line.completer().activated.emit("平方米")
    line.setText("平方米")
    popup.hide()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.document.session.view.metrics[0].value("unit") == "平方米"
    assert desk.document.session.undo_name == "set-field:unit"

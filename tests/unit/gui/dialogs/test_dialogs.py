"""Small dialogs: who is checking, which keys there are, what the program is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QWidget

from engine.editing.review import Review
from engine.editing.session import Person, Session
from engine.editing.verbs_notes import add_note
from engine.settings import Settings
from engine.storage.codec import decode
from gui.actions.build import ActionSet
from gui.actions.table import ACTIONS
from gui.dialogs.about import AboutDialog
from gui.dialogs.desk import DialogDesk
from gui.dialogs.identity import IdentityDialog
from gui.dialogs.keys import MORE, ON_PAGE, KeysDialog, key_groups
from gui.dialogs.save_elsewhere import save_copy, with_suffix


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(tmp_path / "settings.json", {"person.name": "张三"}, {})


def test_a_name_given_is_kept(qtbot, settings):
    dialog = IdentityDialog(settings)
    qtbot.addWidget(dialog)
    assert dialog.name.selectedText() == "张三"  # typed over
    dialog.name.setText(" 李四 ")
    dialog.office.setText("督查室")
    dialog.accept()
    _, name, office = Settings.load(settings.path, settings.path.with_name("policy.json")).person()
    assert (name, office) == ("李四", "督查室")


def test_a_name_called_off_is_not_kept(qtbot, settings):
    dialog = IdentityDialog(settings)
    qtbot.addWidget(dialog)
    dialog.name.setText("李四")
    dialog.reject()
    assert settings.text("person.name") == "张三"


def test_what_policy_fixed_cannot_be_typed(qtbot, tmp_path):
    dialog = IdentityDialog(Settings(tmp_path / "settings.json", {}, {"person.office": "区府办"}))
    qtbot.addWidget(dialog)
    assert not dialog.office.isEnabled()
    assert dialog.office.text() == "区府办"


def test_the_list_of_keys_has_every_key_of_the_table(qtbot, qapp):
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    rows = [row for _, group in key_groups() for row in group]
    assert len(rows) == sum(bool(entry.shortcuts) for entry in ACTIONS) + len(MORE) + len(ON_PAGE)
    assert ("F2", "更正") in rows
    tops = [dialog.list.topLevelItem(at) for at in range(dialog.list.topLevelItemCount())]
    assert sum(top.childCount() for top in tops) == len(rows)


def test_keys_of_actions_that_are_not_there_are_not_listed(qapp):
    actions = ActionSet()
    actions.connect_handlers({"file.open": lambda: None})
    assert [title for title, _ in key_groups(actions)] == ["文件", "页面", "列表和输入框"]


def test_escape_closes_what_only_tells(qtbot):
    for dialog in (AboutDialog(), KeysDialog()):
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()


def test_about_names_what_it_is_built_with(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert any("pypdfium2" in label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize(
    ("name", "ends"), [("讲话.pdf", "讲话.pdf.piyue.json"), ("讲话.pdf.piyue.json", "讲话.pdf.piyue.json")]
)
def test_a_review_saved_elsewhere_keeps_its_ending(name, ends):
    assert with_suffix(Path("/x") / name).name == ends


def test_a_copy_of_the_review_is_a_whole_sidecar(tmp_path):
    session = Session(Review(), None, Person("p1", "张三"))
    edit = add_note(session.view, type="note", places=(), quote=None, color="", text="看", by="p1")
    session.apply(edit)
    save_copy(session, tmp_path / "副本.pdf.piyue.json")
    found = decode((tmp_path / "副本.pdf.piyue.json").read_bytes())
    assert found.soundness == "sound"
    assert found.review.sections["notes"][edit.ids[0]]["text"] == "看"


def test_a_copy_that_cannot_be_written_says_so_in_words(desk, tmp_path, monkeypatch):
    frame = desk.parent()
    frame.document.path = tmp_path / "讲话.pdf"
    monkeypatch.setattr("gui.dialogs.desk.ask_save_elsewhere", lambda *_: tmp_path / "gone" / "x.piyue.json")
    desk.save_elsewhere()
    boxes = frame.findChildren(QMessageBox)
    assert [box.windowTitle() for box in boxes] == ["文件夹不见了"]
    boxes[0].reject()


class FakeDocument(QObject):
    announced = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(Review(), None, Person("p1", "张三"))

    def announce(self, changes: object, _initiator: str) -> None:
        self.announced.emit(changes)


class FakeFrame(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.document = FakeDocument()
        self.settings = self
        self.kept: dict[str, object] = {}

    def setValue(self, key: str, value: object) -> None:  # noqa: N802
        self.kept[key] = value


@pytest.fixture
def desk(qtbot, tmp_path, monkeypatch) -> DialogDesk:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    frame = FakeFrame()
    qtbot.addWidget(frame)
    frame.actions_of_test = ActionSet(frame)
    return DialogDesk(frame, frame.actions_of_test)


def test_the_open_review_goes_on_under_the_new_name(desk, qtbot):
    frame = desk.parent()
    dialog = desk.open_identity()
    dialog.name.setText("李四")
    with qtbot.waitSignal(frame.document.announced):
        dialog.accept()
    assert frame.document.session.person.name == "李四"


def test_a_language_chosen_is_remembered_for_the_next_start(desk):
    desk.choose_english(True)
    frame = desk.parent()
    assert frame.kept["language"] == "en"
    assert Settings.load().text("window.language") == "en"
    for box in frame.findChildren(QMessageBox):
        box.reject()


def test_every_action_of_the_desk_opens_something(desk):
    for action_id in ("help.about", "help.keys", "tools.identity"):
        desk.handlers()[action_id]()
    shown = [dialog for dialog in desk.parent().findChildren(QDialog) if dialog.isVisible()]
    assert len(shown) == 3
    for dialog in shown:
        dialog.reject()

"""Who is checking: another person at a shared desktop has an id of their own, a misspelt name has not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.settings import Settings, become, known_people
from gui.dialogs.identity import IdentityDialog


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "settings.json", {"person.name": "张三", "person.office": "区府办"}, {})
    made.person()
    return made


def told(settings: Settings) -> IdentityDialog:
    return IdentityDialog(settings)


def test_another_name_is_another_person_who_comes_back_with_the_same_id(qtbot: QtBot, settings: Settings) -> None:
    first = settings.person()
    for name, office in (("李四", "督查室"), ("张三", "区府办")):
        dialog = told(settings)
        qtbot.addWidget(dialog)
        dialog.name.setText(name)
        dialog.office.setText(office)
        assert dialog.another.isChecked()
        dialog.accept()
        assert settings.person()[1:] == (name, office)
        assert (settings.person()[0] == first[0]) == (name == "张三")
    assert known_people(settings) == (("李四", "督查室"),)


def test_a_misspelt_name_or_another_office_stays_the_same_person(qtbot: QtBot, settings: Settings) -> None:
    first = settings.person()[0]
    dialog = told(settings)
    qtbot.addWidget(dialog)
    dialog.office.setText("政研室")
    assert not dialog.another.isChecked()
    dialog.name.setText("章三")
    dialog.another.click()
    dialog.accept()
    assert settings.person() == (first, "章三", "政研室")


def test_who_has_only_a_login_name_is_named_and_not_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json", {}, {})
    first = settings.person()[0]
    dialog = told(settings)
    qtbot.addWidget(dialog)
    dialog.name.setText("张三")
    dialog.accept()
    assert settings.person()[:2] == (first, "张三")


def test_what_policy_has_fixed_stays(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json", {}, {"person.office": "区府办"})
    become(settings, "张三", "别处", is_same_person=True)
    assert settings.person()[1:] == ("张三", "区府办")


def test_a_damaged_list_of_people_is_no_list(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json", {"person.known": "[1, {"}, {})
    assert known_people(settings) == ()

"""The table of actions keeps its own rules."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from gui.actions.icons import icon_names
from gui.actions.table import ACTIONS, MENUS, TOOLBAR

IDS = [entry.id for entry in ACTIONS]


def test_every_action_has_its_own_id():
    assert len(IDS) == len(set(IDS))


def test_every_action_stands_in_a_menu_that_exists():
    assert {entry.menu for entry in ACTIONS} == {menu.id for menu in MENUS}


def test_no_shortcut_stands_twice_in_a_scope_nor_hides_one_of_the_window():
    keys = Counter(
        (QKeySequence(keys).toString(), scope)
        for entry in ACTIONS
        for keys in entry.shortcuts
        for scope in {entry.scope, "window" if entry.scope == "window" else entry.scope}
    )
    assert [one for one, count in keys.items() if count > 1] == []
    window = {key for key, scope in keys if scope == "window"}
    assert [key for key, scope in keys if scope != "window" and key in window] == []


@pytest.mark.parametrize("entry", ACTIONS, ids=IDS)
def test_every_shortcut_is_one_that_qt_understands(entry):
    for keys in entry.shortcuts:
        assert not QKeySequence(keys).isEmpty(), keys
        assert "Unknown" not in QKeySequence(keys).toString()


def test_every_icon_is_drawn():
    assert {entry.icon for entry in ACTIONS if entry.icon} <= icon_names()


def test_every_button_of_the_toolbar_has_an_icon_and_a_word():
    by_id = {entry.id: entry for entry in ACTIONS}
    on_bar = [action_id for group in TOOLBAR for action_id in group]
    assert len(on_bar) == len(set(on_bar))
    assert all(by_id[action_id].icon and by_id[action_id].toolbar for action_id in on_bar)
    assert {entry.id for entry in ACTIONS if entry.toolbar} == set(on_bar)


def test_actions_of_a_menu_stand_together_by_group():
    for menu in MENUS:
        groups = [entry.group for entry in ACTIONS if entry.menu == menu.id]
        assert groups == sorted(groups)


def test_no_access_key_stands_twice_in_a_menu():
    for menu in MENUS:
        texts = [entry.text for entry in ACTIONS if entry.menu == menu.id]
        texts += [one.text for one in MENUS if one.parent == menu.id]
        letters = [text[text.index("&") + 1] for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), menu.id

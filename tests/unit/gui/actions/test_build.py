"""Menus, toolbar and shortcuts are what the table says, and nothing dead is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QPushButton, QWidget

from gui.actions.build import ActionSet, plain_text
from gui.actions.table import ACTIONS, MENUS, TOOLBAR
from gui.style.theme import CONTRAST, LIGHT, SYSTEM, apply_theme


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window):
    made = ActionSet(window)
    made.fill_menu_bar(window.menuBar())
    return made


def shown(menu: QMenu) -> list[str]:
    """Names of the visible actions of a menu and of its submenus."""
    names = []
    for action in menu.actions():
        if action.isVisible() and not action.isSeparator():
            names += shown(action.menu()) if action.menu() is not None else [action.objectName()]
    return names


def menus(window: QMainWindow) -> list[QMenu]:
    return [action.menu() for action in window.menuBar().actions()]


def test_an_action_without_a_handler_is_in_no_menu(window, actions):
    actions.connect_handlers({"file.open": lambda: None})
    assert [shown(menu) for menu in menus(window) if menu.menuAction().isVisible()] == [["file.open"]]


def test_with_every_handler_each_action_stands_in_exactly_one_menu(window, actions):
    actions.connect_handlers({entry.id: lambda *_: None for entry in ACTIONS})
    in_menus = [action_id for menu in menus(window) for action_id in shown(menu)]
    assert sorted(in_menus) == sorted(entry.id for entry in ACTIONS)
    assert [menu.title() for menu in menus(window)] == [menu.text for menu in MENUS if not menu.parent]


def test_a_submenu_stands_in_its_group_and_only_while_it_holds_something(window, actions):
    view = next(menu for menu in menus(window) if menu.title() == "视图(&V)")
    marks = next(action for action in view.actions() if action.menu() is not None and "标注" in action.text())
    actions.connect_handlers({"view.side": lambda *_: None})
    assert not marks.isVisible()
    actions.connect_handlers({"marks.all": lambda: None})
    assert marks.isVisible()
    assert shown(marks.menu()) == ["marks.all"]


def test_an_unknown_handler_is_refused(actions):
    with pytest.raises(KeyError):
        actions.connect_handlers({"file.fly": lambda: None})


def test_an_action_is_enabled_only_where_all_it_needs_holds(actions):
    actions.connect_handlers({"edit.undo": lambda: None, "file.open": lambda: None})
    assert actions["file.open"].isEnabled()
    assert not actions["edit.undo"].isEnabled()
    actions.set_state({"undo"})
    assert actions["edit.undo"].isEnabled()


def test_triggering_calls_the_latest_handler_and_a_checkable_one_with_its_state(actions):
    heard = []
    actions.connect_handlers({"file.open": lambda: heard.append("old"), "check.open-only": heard.append})
    actions.connect_handlers({"file.open": lambda: heard.append("new")})
    actions.set_state({"parse"})
    actions["file.open"].trigger()
    actions["check.open-only"].trigger()
    assert heard == ["new", True]


def test_the_toolbar_shows_words_and_hides_lines_between_nothing(window, actions, qtbot):
    actions.connect_handlers({"file.open": lambda: None, "note.highlight": lambda: None})
    bar = actions.make_toolbar("toolbar")
    window.addToolBar(bar)
    window.resize(900, 300)
    with qtbot.waitExposed(window):
        window.show()
    assert bar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    visible = [
        action for action in bar.actions() if action.isVisible() and (action.isSeparator() or action.objectName())
    ]
    assert [action.iconText() for action in visible if not action.isSeparator()] == ["打开", "高亮"]
    assert sum(action.isSeparator() for action in visible) == 1
    assert {action.objectName() for action in bar.actions() if action.objectName()} == set(sum(TOOLBAR, ()))


def test_a_list_hears_its_own_keys_and_an_editor_beside_it_does_not(window, actions, qtbot):
    heard = []
    actions.connect_handlers({"check.correct": lambda: heard.append(1)})
    actions.set_state({"item", "chosen"})
    box = QWidget()
    one, other = QWidget(box), QWidget(box)
    for widget in (one, other):
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.setCentralWidget(box)
    actions.attach("list", one)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_1)
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_1)
    assert heard == [1]


def test_undo_says_what_it_would_undo(actions):
    actions.set_undo_names("set-field:value", None)
    assert actions["edit.undo"].text() == "撤销(&U)：更改指标数值"
    assert actions["edit.redo"].text() == "恢复(&R)"
    assert actions["edit.undo"].iconText() == "撤销"
    actions.set_undo_names(None, None)
    assert actions["edit.undo"].text() == "撤销(&U)"


def test_plain_text_is_without_access_key_and_dots():
    assert plain_text("打开(&O)…") == "打开"
    assert plain_text("无误，到下一项(&N)") == "无误，到下一项"
    assert plain_text("&1 Outline") == "Outline"


def test_an_action_is_called_by_other_words_until_it_is_not_any_more(qtbot):
    actions = ActionSet()
    before = actions["check.correct"].text()
    actions.reword({"check.correct": "不是问题(&1)"})
    assert (actions["check.correct"].text(), actions["check.correct"].toolTip()) == ("不是问题(&1)", "不是问题 (1)")
    actions.reword({})
    assert actions["check.correct"].text() == before


@pytest.mark.parametrize("theme", [LIGHT, CONTRAST])
def test_every_menu_fits_a_screen_of_384_units(window, actions, qapp, theme):
    """1366 x 768 at 200 %."""
    actions.connect_handlers({entry.id: lambda *_: None for entry in ACTIONS})
    apply_theme(qapp, theme)
    try:
        heights = {menu.title(): menu.sizeHint().height() for menu in window.findChildren(QMenu)}
    finally:
        apply_theme(qapp, SYSTEM)
    assert len(heights) >= len({menu.text for menu in MENUS if menu.parent})
    assert {title: height for title, height in heights.items() if height > 384} == {}


def test_a_toolbar_without_room_for_words_shows_icons_and_what_stands_at_its_right(window, actions, qtbot):
    actions.connect_handlers({entry.id: lambda *_: None for entry in ACTIONS})
    bar = actions.make_toolbar("工具栏")
    window.addToolBar(bar)
    last = QPushButton("数字 87 处")
    actions.put_at_right(last)
    window.resize(1600, 300)
    window.show()
    assert bar.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    window.resize(600, 300)
    qtbot.waitUntil(lambda: bar.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly)
    qtbot.waitUntil(last.isVisible)
    window.resize(1600, 300)
    qtbot.waitUntil(lambda: bar.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

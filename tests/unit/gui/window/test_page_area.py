"""What is told lies over the top of the pages, as wide as they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from gui.window.page_area import PageArea
from gui.window.telling.banner import Banner


def test_a_banner_covers_the_top_of_the_pages_and_all_its_words_show(qtbot):
    area = PageArea()
    qtbot.addWidget(area)
    area.resize(600, 400)
    area.show()
    banner = Banner("这份文件是扫描件，页面上没有文字。" * 4, is_warning=False, on_close=lambda: None)
    area.show_banner(banner)
    assert banner.isVisible()
    assert banner.x() == area.view.x()
    assert area.view.width() - 40 <= banner.width() <= area.view.width()
    assert banner.height() >= banner.heightForWidth(banner.width()) > banner.fontMetrics().height() * 2


def test_over_narrow_pages_the_buttons_of_a_banner_stand_below_its_words_and_none_is_cut_off(qtbot):
    area = PageArea()
    qtbot.addWidget(area)
    area.resize(600, 400)
    area.show()
    choices = (("重新打开", lambda: None), ("另存一份核对记录…", lambda: None))
    banner = Banner("“讲话.pdf”在别的程序里改过了。", is_warning=False, on_close=lambda: None, actions=choices)
    area.show_banner(banner)
    beside = banner.height()
    area.resize(240, 400)
    qtbot.waitUntil(lambda: banner.height() > beside)
    for button in banner.buttons:
        at = button.mapTo(banner, button.rect().topLeft())
        assert banner.rect().contains(button.rect().translated(at))
        assert button.width() >= button.sizeHint().width()


def test_the_keys_stay_where_they_are_when_a_banner_is_answered(qtbot):
    window = QWidget()
    row = QHBoxLayout(window)
    area, field = PageArea(), QLineEdit()
    row.addWidget(area)
    row.addWidget(field)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    banner = Banner(
        "有副本。", is_warning=False, on_close=lambda: None, actions=[("并入", lambda: area.show_banner(None))]
    )
    area.show_banner(banner)
    area.view.setFocus()
    qtbot.mouseClick(banner.buttons[0], Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is area.view
    again = Banner(
        "有副本。", is_warning=False, on_close=lambda: None, actions=[("并入", lambda: area.show_banner(None))]
    )
    area.show_banner(again)
    again.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(again.buttons[0], Qt.Key.Key_Space)
    assert QApplication.focusWidget() is area.view

"""What is told lies over the top of the pages, as wide as they are."""

from __future__ import annotations

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

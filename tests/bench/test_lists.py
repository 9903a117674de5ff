"""Lists stay quick with 5,000 metrics: a verdict and the next item painted within 30 ms, filter and sort within 100.

Judged by the time this process works (median), so that a busy machine does not count; the clock's time is printed too.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.panels.words.row_filter import ColumnFilter
from tests.unit.gui.panels.conftest import Desk, PanelDocument, parse_of

pytestmark = pytest.mark.bench
COUNT = 5000


@pytest.fixture(scope="module")
def big_parse():
    return parse_of(metrics=COUNT)


@pytest.fixture
def big(qtbot, tmp_path, monkeypatch, big_parse) -> Iterator[Desk]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    desk = Desk(PanelDocument(big_parse))
    qtbot.addWidget(desk)
    with qtbot.waitActive(desk):
        desk.show()
        desk.activateWindow()
    desk.side.show_panel("metrics")
    desk.triage.panel.focus_list()
    qtbot.waitUntil(lambda: desk.triage.panel.is_ready, timeout=20_000)
    with collecting_as_in_the_program():
        yield desk


@contextmanager
def collecting_as_in_the_program() -> Iterator[None]:
    """What a document brings is not walked over in search of cycles (`gui/window/collecting.py`)."""
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


def milliseconds(work: Callable[[], object], times: int = 15) -> float:
    """Median of the work until everything that was to be painted is painted."""
    worked, passed = [], []
    for _ in range(times):
        began, clock = time.process_time(), time.perf_counter()
        work()
        QApplication.processEvents()
        worked.append(1000 * (time.process_time() - began))
        passed.append(1000 * (time.perf_counter() - clock))
    clocked = f"{median(passed):.1f} by the clock (worst {max(passed):.1f})"
    print(f"\n{work.__name__}: {median(worked):.1f} ms of work, {clocked}")
    return median(worked)


def test_a_verdict_and_the_next_item_are_painted_within_30_ms(big, qtbot):
    def verdict_and_next() -> None:
        qtbot.keyClick(big.triage.panel.list, Qt.Key.Key_Return)

    assert milliseconds(verdict_and_next, 40) < 30


def test_a_verdict_and_the_next_of_all_numerals_are_painted_within_30_ms(big, qtbot):
    big.side.show_panel("numerals")
    panel = big.triage.panel
    panel.focus_list()
    qtbot.waitUntil(lambda: panel.is_ready, timeout=20_000)

    def numeral_and_next() -> None:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)

    assert milliseconds(numeral_and_next, 40) < 30
    assert big.side.coverage.coverage.decided == 40


def test_filter_is_painted_within_100_ms(big):
    words = iter(["49", "万户", "", "第3", "比上年", "", "4999", ""] * 4)

    def filter_by_words() -> None:
        big.triage.panel.filter_bar.line.setText(next(words))

    assert milliseconds(filter_by_words, 24) < 100


def test_sort_is_painted_within_100_ms(big):
    header = big.triage.panel.table.horizontalHeader()
    columns = iter(
        [(0, Qt.SortOrder.AscendingOrder), (1, Qt.SortOrder.DescendingOrder), (12, Qt.SortOrder.AscendingOrder)] * 6
    )

    def sort_by_column() -> None:
        header.setSortIndicator(*next(columns))

    assert milliseconds(sort_by_column) < 100


def test_filter_by_a_column_is_painted_within_100_ms(big):
    bar = big.triage.panel.filter_bar
    filters = iter([ColumnFilter("49"), ColumnFilter(values=frozenset({"目前"})), ColumnFilter(is_filled=False)] * 6)
    fields = iter(["name", "period", "owner"] * 6)

    def filter_by_column() -> None:
        bar.set_column_filter(next(fields), next(filters))

    assert milliseconds(filter_by_column) < 100


@pytest.mark.parametrize("field", ["heading", "period", "name"])
def test_grouping_is_painted_within_100_ms(big, field):
    panel = big.triage.panel
    at = [column.field for column in panel.rows.columns].index(field)
    columns = iter([at, -1] * 8)

    def group_by_column() -> None:
        panel.order.group_by(next(columns))

    assert milliseconds(group_by_column) < 100


def test_a_verdict_in_a_grouped_list_is_painted_within_30_ms(big, qtbot):
    panel = big.triage.panel
    panel.order.group_by([column.field for column in panel.rows.columns].index("heading"))
    panel.focus_list()
    qtbot.waitUntil(lambda: panel.is_ready, timeout=20_000)

    def verdict_in_group() -> None:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)

    assert milliseconds(verdict_in_group, 40) < 30


def test_typing_in_a_cell_is_never_held_up_for_50_ms(big, qtbot):
    panel = big.triage.panel
    panel.table.setCurrentIndex(panel.rows.index(0, 1))
    assert panel.edit_cell()

    def type_in_cell() -> None:
        qtbot.keyClicks(QApplication.focusWidget(), "a")

    assert milliseconds(type_in_cell, 30) < 50

    def tab_to_next_cell() -> None:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert milliseconds(tab_to_next_cell, 12) < 50


def test_typing_in_a_field_is_never_held_up_for_50_ms(big, qtbot):
    line = big.side.card.current.rows["name"].editor.widget
    line.setFocus()

    def type_a_letter() -> None:
        qtbot.keyClicks(line, "a")

    assert milliseconds(type_a_letter, 30) < 50
    phrase = big.side.card.current.rows["quote"].editor.widget
    phrase.setFocus()

    def type_a_digit() -> None:
        qtbot.keyClicks(phrase, "1")

    assert milliseconds(type_a_digit, 12) < 50


def test_moving_down_is_painted_within_30_ms(big, qtbot):
    def move_down() -> None:
        qtbot.keyClick(big.triage.panel.list, Qt.Key.Key_Down)

    assert milliseconds(move_down, 40) < 30

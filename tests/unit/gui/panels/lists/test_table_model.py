"""Lists filter and sort by themselves, keep the text's order and make rows only when asked."""

from __future__ import annotations

from PySide6.QtCore import QPersistentModelIndex, Qt

from gui.panels.lists.columns import Column
from gui.panels.lists.table_model import RowFilter, RowsModel
from gui.panels.words.row import Row, number_key, text_key

NUMBERS = [30, 10, None, 20, 10]


def model_of(verdicts: list[str] | None = None) -> tuple[RowsModel, list[str]]:
    made: list[str] = []
    states = verdicts or ["open"] * len(NUMBERS)

    def make(item_id: str, order: int) -> Row:
        made.append(item_id)
        number = NUMBERS[order]
        name = f"指标{item_id}"
        cells = (name, "" if number is None else str(number))
        words = "\n".join(cells).casefold()
        return Row(
            item_id, order, cells, (text_key(name), number_key(number)), states[order], "machine", frozenset(), words
        )

    model = RowsModel((Column("name", 0), Column("value", 4, is_figure=True)), ("名称", "数值"))
    model.fill("abcde", make)
    return model, made


def test_rows_are_made_only_when_asked(qapp):
    model, made = model_of()
    assert model.rowCount() == 5
    assert made == []
    model.data(model.index(1, 0))
    assert made == ["b"]


def test_sorting_puts_empty_cells_last_and_keeps_equal_ones_in_text_order(qapp):
    model, _ = model_of()
    model.sort(1)
    assert "".join(model.shown) == "bedac"
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert "".join(model.shown) == "adbec"
    model.sort(-1)
    assert "".join(model.shown) == "abcde"


def test_the_filter_wants_every_word(qapp):
    model, _ = model_of()
    model.set_filter(RowFilter("１0 指标"))
    assert "".join(model.shown) == "be"
    model.set_filter(RowFilter("10 没有"))
    assert list(model.shown) == []


def test_the_filter_knows_states(qapp):
    model, _ = model_of(["open", "wrong", "open", "correct", "doubtful"])
    model.set_filter(RowFilter(state="open"))
    assert "".join(model.shown) == "ac"


def test_doubts_come_first_in_text_order(qapp):
    model, _ = model_of(["open", "wrong", "open", "correct", "doubtful"])
    model.set_doubts_first(on=True)
    assert "".join(model.shown) == "beacd"


def test_the_next_open_item_is_the_next_of_the_text_however_the_list_is_sorted(qapp):
    model, _ = model_of(["correct", "open", "open", "correct", "open"])
    model.sort(1)
    assert model.neighbour("a", step=1, verdict="open") == "b"
    assert model.neighbour("c", step=1, verdict="open") == "e"
    assert model.neighbour("e", step=1, verdict="open") is None
    assert model.neighbour("e", step=-1, verdict="open") == "c"
    assert model.neighbour("", step=1, verdict="open") == "b"


def test_sorting_carries_the_current_row_along(qapp):
    model, _ = model_of()
    index = QPersistentModelIndex(model.index(0, 0))
    model.sort(1)
    assert index.row() == 3
    model.set_filter(RowFilter("20"))
    assert not index.isValid()


def test_a_refreshed_row_says_so_and_stays_in_its_place(qtbot):
    model, _ = model_of()
    model.sort(1)
    model.data(model.index(0, 0))
    with qtbot.waitSignal(model.dataChanged) as caught:
        model.refresh({"b", "unknown"})
    assert caught.args[0].row() == 0
    assert "".join(model.shown) == "bedac"

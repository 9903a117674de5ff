"""Marks by page: found by point, replaced one by one."""

from __future__ import annotations

from types import SimpleNamespace

from engine.model.geometry import Box
from engine.model.place import Place
from gui.pages.marks import Mark, MarkIndex, marks_of_item, marks_of_note, places_unmarked


def mark(item: str, page: int, box: Box, kind: str = "metric") -> Mark:
    return Mark(item, kind, "machine", page, (box,))


def item(**changes: object) -> SimpleNamespace:
    quad = (0.0, 10.0, 40.0, 10.0, 0.0, 0.0, 40.0, 0.0)
    values = {
        "id": "m1",
        "kind": "metric",
        "reading": "machine",
        "verdict": "open",
        "is_wrong_elsewhere": False,
        "quote": "52万户",
        "places": (Place(1, (0, 4), (quad,)), Place(2, (0, 4), (quad,))),
        "value": lambda _field: 2,
    }
    return SimpleNamespace(**{**values, **changes})


def test_the_smallest_mark_under_a_point_comes_first() -> None:
    index = MarkIndex()
    index.fill([mark("large", 1, Box(0, 0, 100, 20)), mark("small", 1, Box(10, 5, 20, 15))])
    assert [one.item_id for one in index.at(1, 15, 10)] == ["small", "large"]
    assert [one.item_id for one in index.on_page(1)] == ["large", "small"]
    assert index.at(2, 15, 10) == []


def test_replacing_an_item_says_which_pages_change() -> None:
    index = MarkIndex()
    index.fill([mark("a", 1, Box(0, 0, 9, 9)), mark("b", 1, Box(0, 0, 9, 9))])
    assert index.put("a", [mark("a", 3, Box(0, 0, 9, 9))]) == {1, 3}
    assert [one.item_id for one in index.on_page(1)] == ["b"]
    assert index.put("a", []) == {3}
    assert index.of_item("a") == ()


def test_a_hidden_kind_is_neither_shown_nor_clicked() -> None:
    index = MarkIndex()
    index.fill([mark("a", 1, Box(0, 0, 9, 9)), mark("h", 1, Box(0, 0, 9, 9), "heading")])
    index.hidden = frozenset({"heading"})
    assert [one.item_id for one in index.at(1, 5, 5)] == ["a"]


def test_an_item_over_two_pages_ends_on_the_second() -> None:
    first, second = marks_of_item(item())
    assert (first.page, first.is_last) == (1, False)
    assert (second.page, second.is_last) == (2, True)


def test_the_state_is_the_verdict_else_the_reading() -> None:
    assert marks_of_item(item())[0].state == "machine"
    assert marks_of_item(item(reading="corrected"))[0].state == "human"
    assert marks_of_item(item(reading="corrected", verdict="correct"))[0].state == "correct"
    assert marks_of_item(item(verdict="doubtful"))[0].state == "doubtful"
    assert marks_of_item(item(is_wrong_elsewhere=True))[0].state == "others-wrong"


def test_a_rejected_item_and_a_deleted_note_have_no_marks() -> None:
    assert marks_of_item(item(reading="rejected")) == ()
    gone = SimpleNamespace(id="n", deleted=True, reply_to=None, places=(), type="highlight", color="", text="")
    assert marks_of_note(gone) == ()


def test_a_reply_has_no_marks_of_its_own() -> None:
    quad = (0.0, 10.0, 40.0, 10.0, 0.0, 0.0, 40.0, 0.0)
    said = {"id": "n", "deleted": False, "places": (Place(1, None, (quad,)),), "type": "note", "color": "", "text": "a"}
    assert marks_of_note(SimpleNamespace(**said, reply_to=None))
    assert marks_of_note(SimpleNamespace(**said, reply_to="m")) == ()


def test_places_without_a_mark_are_those_of_rejected_items_and_hidden_kinds() -> None:
    things = {"m1": item(), "m0": item(id="m0", reading="rejected")}
    view = SimpleNamespace(item=things.get, note=lambda _one: None, metric_of=lambda _one: None)
    assert places_unmarked(view, "m0", frozenset()) == things["m0"].places
    assert places_unmarked(view, "m1", frozenset()) == ()
    assert places_unmarked(view, "m1", frozenset({"metric"})) == things["m1"].places
    assert places_unmarked(view, "gone", frozenset()) == ()

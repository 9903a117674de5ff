"""One search over pieces of text that come when they come."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.tools.finding.grounds import Ground
from gui.tools.finding.search import Hit
from gui.tools.finding.searching import Searching

PAGES = ["智慧城市一，建设智慧", "城市二", "", "智慧城市三，结束"]


class Pages(Ground):
    """Pages whose text has to be asked for; the second is read."""

    is_known = True

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self.texts = texts
        self.asked: list[int] = []
        self.come: set[int] = set()
        self.shown: list[Hit] = []
        self.broken: set[int] = set()

    def count(self) -> int:
        return len(self.texts)

    def here(self) -> int:
        return 1

    def text(self, piece: int) -> str | None:
        self.asked.append(piece)
        return self.texts[piece] if piece in self.come else None

    def aside(self, _piece: int) -> list[tuple[int, int]]:
        return []

    def goes_on(self, _piece: int) -> bool:
        return True

    def sheet(self, piece: int, _at: int) -> int:
        return piece

    def show(self, hit: Hit) -> None:
        self.shown.append(hit)

    def select(self, hit: Hit) -> None:
        pass

    def repaint(self) -> None:
        pass

    def is_lost(self, piece: int) -> bool:
        return piece in self.broken

    def bring(self, *pieces: int) -> None:
        for piece in pieces:
            self.come.add(piece)
            self.came.emit(piece)


@pytest.fixture
def ground(qtbot: QtBot) -> Pages:
    return Pages(PAGES)


@pytest.fixture
def search(ground: Pages, qtbot: QtBot) -> Searching:
    made = Searching(ground, ground)
    made.start("智慧城市")
    qtbot.waitUntil(lambda: len(ground.asked) == len(PAGES))
    return made


def places(search: Searching) -> list[tuple[int, int, int, object]]:
    return [hit[:4] for hit in search.hits]


def test_pieces_are_asked_for_from_where_the_reader_is(ground: Pages, search: Searching) -> None:
    assert ground.asked == [1, 2, 3, 0]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 3, 0, 2)])
def test_all_hits_are_found_in_whichever_order_the_pages_come(
    ground: Pages, search: Searching, order: tuple[int, ...]
) -> None:
    ground.bring(*order)
    assert not search.is_running
    assert places(search) == [(0, 0, 4, None), (0, 8, 10, (0, 2)), (3, 0, 4, None)]


def test_a_hit_over_two_pages_shows_on_both(ground: Pages, search: Searching) -> None:
    ground.bring(0, 1, 2, 3)
    search.show(search.hits[1])
    assert search.on(0) == [(0, 4, False), (8, 10, True)]
    assert search.on(1) == [(0, 2, True)]
    assert search.on(2) == []


def test_the_first_hit_that_comes_is_shown_and_the_reader_goes_around(ground: Pages, search: Searching) -> None:
    ground.bring(3)
    assert ground.shown == [search.hits[0]]
    ground.bring(0, 1, 2)
    search.go(1)
    assert search.current == search.hits[0]
    search.go(-1)
    assert search.current == search.hits[-1]


def test_other_text_is_searched_anew_and_the_reader_stays(ground: Pages, search: Searching, qtbot: QtBot) -> None:
    ground.bring(0, 1, 2, 3)
    kept, shown = search.current, len(ground.shown)
    ground.renewed.emit()
    qtbot.waitUntil(lambda: not search.is_running)
    assert (search.current, len(ground.shown), len(search.hits)) == (kept, shown, 3)


def test_a_document_without_text_is_told_from_one_without_the_words(qtbot: QtBot) -> None:
    for texts, is_textless in ((["", " \r\n"], True), (["", "别的"], False)):
        ground = Pages(texts)
        ground.come = {0, 1}
        search = Searching(ground, ground)
        search.start("智慧城市")
        assert not search.is_textless
        qtbot.waitUntil(lambda search=search: not search.is_running)
        assert search.is_textless is is_textless


def test_giving_up_forgets_the_hits_once(ground: Pages, search: Searching, qtbot: QtBot) -> None:
    ground.bring(0, 1, 2, 3)
    with qtbot.waitSignal(search.given_up):
        assert search.give_up()
    assert not search.hits
    assert not search.give_up()


def test_a_page_that_cannot_be_read_does_not_keep_the_search_from_ending(ground: Pages, search: Searching) -> None:
    ground.bring(0, 1, 3)
    assert search.is_running
    ground.lost.emit(2)
    assert (search.is_running, search.unread, len(search.hits)) == (False, {2}, 3)


def test_a_page_known_to_be_unreadable_is_not_waited_for(qtbot: QtBot) -> None:
    ground = Pages(["", ""])
    ground.come, ground.broken = {0}, {1}
    search = Searching(ground, ground)
    search.start("智慧城市")
    qtbot.waitUntil(lambda: not search.is_running)
    assert search.unread == {1}
    assert not search.is_textless  # nobody knows
    search.start("别的")
    assert search.unread == set()

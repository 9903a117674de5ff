"""Headings: branches moved as one, cut in two with the places of each part, made text again."""

from __future__ import annotations

import pytest

from engine.anchoring.anchor import Quote
from engine.editing import verbs, verbs_outline
from engine.editing.cutting import PageChars, cut
from engine.editing.session import Session
from engine.model.geometry import Box
from engine.model.place import Place
from tests.data.reviews import ZHANG, fresh_session

ME = ZHANG.id


def levels(session: Session) -> list[int]:
    return [one.value("level") for one in session.view.headings]


def with_levels(*wanted: int) -> Session:
    session = fresh_session()
    headings = [one.id for one in session.view.headings][: len(wanted)]
    assert len(headings) == len(wanted)
    for one, level in zip(headings, wanted, strict=True):
        session.apply(verbs.set_heading_level(session.view, item=one, level=level, by=ME))
    return session


@pytest.mark.parametrize(
    ("wanted", "chosen", "moved"),
    [((1, 2, 3, 2), [0], [0, 1, 2, 3]), ((1, 2, 3, 2), [1], [1, 2]), ((1, 2, 3, 1), [1, 3], [1, 2, 3]),
     ((1, 2, 3, 2), [1, 2], [1, 2]), ((1, 1, 1, 1), [2], [2])],
)  # fmt: skip
def test_a_branch_is_a_heading_and_all_below_it(wanted, chosen, moved) -> None:
    session = with_levels(*wanted)
    ids = [one.id for one in session.view.headings]
    found = verbs_outline.with_branches(session.view, [ids[at] for at in chosen])
    assert [ids.index(one) for one in found if ids.index(one) < len(wanted)] == moved


def page_of(lines: list[str], top: float = 700.0) -> PageChars:
    """Characters 10 points wide, a line every 20, line breaks painting nothing."""
    text = "\r\n".join(lines)
    boxes: list[float] = []
    across, down = 0.0, top
    for sign in text:
        if sign == "\n":
            across, down = 0.0, down - 20
        boxes += [0.0] * 4 if sign.isspace() else [across, down, across + 10, down + 10]
        across += 0 if sign in "\r\n" else 10
    return PageChars(text, boxes)


def test_the_halves_of_a_heading_over_two_lines_stand_where_their_characters_do() -> None:
    page = page_of(["一、加快 网络建", "设。各单位要抓好落实"])
    place = Place(1, (0, len(page.text)), ())
    words = "一、加快网络建设。各单位要抓好落实"
    first, second = cut((place,), words, words.index("各"), {1: page})
    at = page.text.index("各")
    assert [one.chars for one in first.places] == [(0, at)]
    assert [one.chars for one in second.places] == [(at, len(page.text))]
    assert first.places[0].quads == (Box(0, 700, 80, 710).quad(), Box(0, 680, 20, 690).quad())
    assert second.places[0].quads == (Box(20, 680, 100, 690).quad(),)
    assert second.quote == Quote("各单位要抓好落实", page.text[:at], "")


def test_a_heading_over_two_pages_is_cut_on_the_page_where_the_cut_is() -> None:
    pages = {1: page_of(["一、加快网络"]), 2: page_of(["建设各项工作"])}
    places = tuple(Place(number, (0, 6), ()) for number in (1, 2))
    first, second = cut(places, "一、加快网络建设各项工作", 8, pages)
    assert [(one.page, one.chars) for one in first.places] == [(1, (0, 6)), (2, (0, 2))]
    assert [(one.page, one.chars) for one in second.places] == [(2, (2, 6))]


def test_on_a_scan_the_line_is_cut_by_its_length() -> None:
    place = Place(1, None, (Box(0, 0, 100, 10).quad(), Box(0, -20, 100, -10).quad()))
    first, second = cut((place,), "一二三四五六七八", 6, {})
    assert first.places[0].quads == (Box(0, 0, 100, 10).quad(), Box(0, -20, 50, -10).quad())
    assert second.places[0].quads == (Box(50, -20, 100, -10).quad(),)


def test_a_heading_that_ends_earlier_keeps_title_and_place_in_one_step() -> None:
    session = fresh_session()
    heading = session.view.headings[0]
    places = (Place(heading.places[0].page, (0, 3), ()),)
    edit = verbs_outline.shorten_heading(
        session.view, item=heading.id, title="短", places=places, quote=Quote("短"), by=ME
    )
    session.apply(edit)
    now = session.view.item(heading.id)
    assert (now.value("title"), now.places, now.reading) == ("短", places, "corrected")
    session.undo()
    assert session.view.item(heading.id).reading == "machine"
    assert session.view.item(heading.id).places == heading.places


def test_a_heading_joined_to_the_paragraph_before_is_none_any_more() -> None:
    session = fresh_session()
    heading = session.view.headings[1]
    session.apply(verbs_outline.join_to_paragraph(session.view, item=heading.id, by=ME))
    assert session.view.item(heading.id).reading == "rejected"
    assert [one["op"] for one in session.review.sections["breaks"].values()] == ["join"]
    session.undo()
    assert session.view.item(heading.id).reading == "machine"
    assert not session.review.sections["breaks"]

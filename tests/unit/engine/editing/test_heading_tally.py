"""Counts under the headings, kept in step, equal those made anew."""

from __future__ import annotations

import random

from engine.editing import verbs, verbs_outline
from engine.editing.edit import Edit
from engine.editing.heading_tally import Below, HeadingTally
from engine.editing.session import Session
from tests.data.reviews import ZHANG, fresh_session

ME = ZHANG.id


def counted(session: Session) -> dict[str, Below]:
    return dict(HeadingTally(session.view).below())


def test_the_first_heading_of_a_level_counts_what_stands_under_its_subheadings_too() -> None:
    session = fresh_session()
    below = counted(session)
    first = session.view.headings[0]
    under = [one for one in session.view.metrics if session.view.heading_of(one)]
    assert sum(one.open for heading, one in below.items() if session.view.item(heading).value("level") == 1) >= len(
        under
    )
    assert below[first.id].numerals >= below[first.id].decided == 0


def some_edit(session: Session, dice: random.Random) -> Edit:
    view = session.view
    metric, heading = dice.choice(view.metrics).id, dice.choice(view.headings).id
    two = [one.id for one in view.headings][:2]
    verdict = dice.choice(["correct", "open"])
    fields = {"level": 1, "title": "新"}
    places = view.item(metric).places
    edits = [
        lambda: verbs.set_verdict(view, item=metric, verdict=verdict, by=ME),
        lambda: verbs.reject(view, item=metric, by=ME),
        lambda: verbs.restore(view, item=metric, by=ME),
        lambda: verbs.reject(view, item=heading, by=ME),
        lambda: verbs.restore(view, item=heading, by=ME),
        lambda: verbs.set_heading_level(view, item=heading, level=dice.randint(1, 4), by=ME),
        lambda: verbs.add_item(view, kind="heading", places=places, quote="新", fields=fields, by=ME),
        lambda: verbs_outline.merge_items(view, items=two, by=ME),
        lambda: verbs.remove_item(view, item=heading, by=ME),
    ]
    return dice.choice(edits)()


def test_after_every_edit_undo_and_redo_the_counts_are_those_made_anew() -> None:
    session = fresh_session()
    tally = HeadingTally(session.view)
    dice = random.Random(7)
    for _ in range(120):
        is_new = dice.random() < 0.8 and len(session.view.headings) > 1
        changes = session.apply(some_edit(session, dice)) if is_new else session.undo()
        tally.renew(changes.ids)
        assert tally.below() == counted(session)

"""Counts under the headings, kept in step, equal those made anew."""

from __future__ import annotations

import random

from engine.editing import verbs, verbs_outline
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


def test_after_every_edit_undo_and_redo_the_counts_are_those_made_anew() -> None:
    session = fresh_session()
    tally = HeadingTally(session.view)
    dice = random.Random(7)  # noqa: S311 - no secret
    for _ in range(120):
        view = session.view
        metric, heading = dice.choice(view.metrics).id, dice.choice(view.headings)
        together = [one.id for one in view.headings]
        if len(together) < 2:
            tally.renew(session.undo().ids)
            continue
        edits = [
            lambda: verbs.set_verdict(view, item=metric, verdict=dice.choice(["correct", "open"]), by=ME),
            lambda: verbs.reject(view, item=metric, by=ME),
            lambda: verbs.restore(view, item=metric, by=ME),
            lambda: verbs.reject(view, item=heading.id, by=ME),
            lambda: verbs.restore(view, item=heading.id, by=ME),
            lambda: verbs.set_heading_level(view, item=heading.id, level=dice.randint(1, 4), by=ME),
            lambda: verbs.add_item(
                view, kind="heading", places=view.item(metric).places, quote="新", fields={"level": 1}, by=ME
            ),
            lambda: verbs_outline.merge_items(view, items=dice.sample(together, 2), by=ME),
            lambda: verbs.remove_item(view, item=heading.id, by=ME),
        ]
        changes = session.apply(dice.choice(edits)()) if dice.random() < 0.8 else session.undo() or session.redo()
        tally.renew(changes.ids)
        assert tally.below() == counted(session)

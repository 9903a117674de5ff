"""Values said differently are shown with who said them and when, and one of them or a third is taken."""

from __future__ import annotations

import pytest

from engine.editing import verbs
from engine.editing.disagreements import Disagreement, decide, disagreements
from engine.editing.session import Person, Session
from engine.storage.importing import import_review
from tests.data.reviews import LI, ZHANG, fresh_session


def said_by(person: Person, field: str, value: object) -> Session:
    session = fresh_session(person=person)
    item = session.view.metrics[0].id
    session.apply(verbs.set_field(session.view, item=item, field=field, value=value, by=person.id))
    return session


@pytest.fixture
def merged() -> Session:
    session = said_by(ZHANG, "name", "甲")
    session.apply(import_review(session.review, said_by(LI, "name", "乙").review).edit, "merge")
    return session


def about(session: Session) -> dict[str, Disagreement]:
    return disagreements(session.view, session.view.metrics[0])


def test_both_values_stand_with_names_and_times(merged: Session) -> None:
    values = about(merged)["name"].values
    assert {(one.value, one.by) for one in values} == {("甲", ZHANG.id), ("乙", LI.id)}
    assert all(one.at for one in values)


@pytest.mark.parametrize("value", ["甲", "乙", "丙"])
def test_either_value_or_a_third_settles_it_and_undo_brings_it_back(merged: Session, value: str) -> None:
    item = merged.view.metrics[0].id
    merged.apply(decide(merged.view, item=item, disagreement=about(merged)["name"], value=value, by=ZHANG.id))
    assert about(merged) == {}
    assert merged.view.metrics[0].value("name") == value
    merged.undo()
    assert "name" in about(merged)


def test_a_verdict_given_differently_on_two_computers_is_shown_whole() -> None:
    ours, theirs = fresh_session(), fresh_session()
    for session, verdict, should_be in ((ours, "wrong", "53"), (theirs, "doubtful", "54")):
        edit = verbs.set_verdict(
            session.view, item=session.view.metrics[0].id, verdict=verdict, should_be=should_be, by=ZHANG.id
        )
        session.apply(edit)
    ours.apply(import_review(ours.review, theirs.review).edit, "merge")
    told = about(ours)["verdict"]
    assert {one.value["verdict"] for one in told.values} == {"wrong", "doubtful"}
    chosen = next(one.value for one in told.values if one.value["verdict"] == "doubtful")
    item = ours.view.metrics[0].id
    ours.apply(decide(ours.view, item=item, disagreement=told, value=chosen, by=ZHANG.id))
    assert (ours.view.metrics[0].verdict, ours.view.metrics[0].should_be) == ("doubtful", "54")
    assert about(ours) == {}

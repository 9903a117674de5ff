"""Coverage taken apart, 初核 and 复核 by two different people, and the statement 核对完毕."""

from __future__ import annotations

import pytest

from engine.editing import verbs
from engine.editing.breakdown import breakdown, is_checked_once
from engine.editing.coverage import coverage
from engine.editing.session import Person, Session
from engine.editing.verbs_review import complete, statement_in_force
from tests.data.reviews import LI, ZHANG, fresh_session

AWAY = Person("33333333-3333-4333-8333-333333333333", ZHANG.name, ZHANG.office)  # the same at another computer


@pytest.fixture
def session() -> Session:
    return fresh_session()


def check(session: Session, person: Person, *at: int, verdict: str = "correct") -> None:
    session.set_person(person)
    for one in at:
        item = session.view.metrics[one].id
        session.apply(verbs.set_verdict(session.view, item=item, verdict=verdict, by=person.id))


def test_parts_add_up_to_the_whole(session: Session) -> None:
    check(session, ZHANG, 0, 1, 12)
    session.apply(verbs.reject(session.view, item=session.view.metrics[3].id, by=ZHANG.id))
    parts = breakdown(session.view)
    whole = coverage(session.view)
    assert parts.coverage == whole
    for group in (parts.classes, parts.headings):
        assert (sum(one.total for one in group), sum(one.open for one in group)) == (whole.total, whole.open)
    assert [part.decided for part in parts.headings[:2]] == [3, 1]


def test_a_part_leads_to_its_first_open_item(session: Session) -> None:
    check(session, ZHANG, 0, 1)
    parts = breakdown(session.view)
    assert parts.headings[0].goal == session.view.numerals[2].id
    assert parts.classes[0].goal == session.view.numerals[2].id


def test_a_second_check_needs_another_person_not_another_computer(session: Session) -> None:
    check(session, ZHANG, 0, 1)
    check(session, AWAY, 0)
    assert (coverage(session.view).first, coverage(session.view).second) == (2, 0)
    check(session, LI, 0)
    assert (coverage(session.view).first, coverage(session.view).second) == (2, 1)
    names: dict[str, str] = {}
    once = [is_checked_once(session.view, item, names) for item in session.view.metrics[:3]]
    assert once == [False, True, False]
    assert breakdown(session.view).headings[0].once == 1


def test_a_persons_own_work_at_another_computer_is_theirs_before_their_first_step(session: Session) -> None:
    check(session, ZHANG, 0, 1)
    session.set_person(AWAY)
    assert [item.verdict for item in session.view.metrics[:3]] == ["correct", "correct", "open"]
    assert breakdown(session.view).role == "first"
    assert session.view.person_name(AWAY.id) == AWAY.name


def test_who_comes_second_is_the_second_checker(session: Session) -> None:
    check(session, ZHANG, 0, 1, 2)
    assert breakdown(session.view).role == "first"
    session.set_person(LI)
    assert breakdown(session.view).role == "second"
    check(session, LI, 0, 1)
    told = [(one.name, one.role, one.decided, one.is_self) for one in breakdown(session.view).people]
    assert told == [("张三", "first", 3, False), ("李四", "second", 2, True)]


def test_saying_that_an_item_is_none_is_a_check_too(session: Session) -> None:
    session.apply(verbs.reject(session.view, item=session.view.metrics[0].id, by=ZHANG.id))
    assert coverage(session.view).first == 1
    assert breakdown(session.view).people[0].decided == 1


def test_bulk_is_told_apart(session: Session) -> None:
    check(session, ZHANG, 0)
    items = [item.id for item in session.view.metrics[1:4]]
    session.apply(verbs.set_verdicts(session.view, items=items, verdict="correct", by=ZHANG.id))
    parts = breakdown(session.view)
    assert (parts.classes[0].bulk, parts.people[0].bulk, parts.people[0].decided) == (3, 3, 4)


def test_the_statement_names_who_checked_first_and_second_and_is_undone(session: Session) -> None:
    check(session, ZHANG, 0, 1)
    check(session, LI, 0)
    session.apply(complete(session.view, pages=3, by=LI.id))
    statement = statement_in_force(session.review)
    assert statement is not None
    assert [(one["name"], one["role"]) for one in statement["checkers"]] == [("张三", "first"), ("李四", "second")]
    assert [(one["first"], one["second"]) for one in statement["checkers"]] == [(2, 0), (0, 1)]
    assert (statement["counts"]["first"], statement["counts"]["second"], statement["name"]) == (2, 1, "李四")
    session.undo()
    assert statement_in_force(session.review) is None


def test_the_statement_tells_of_later_changes_and_forgets_those_taken_back(session: Session) -> None:
    check(session, ZHANG, 0)
    session.apply(complete(session.view, pages=3, by=ZHANG.id))
    told = statement_in_force(session.review)
    assert told is not None
    assert not told["changed"]
    check(session, ZHANG, 0, verdict="wrong")
    assert statement_in_force(session.review)["changed"]  # type: ignore[index]
    session.undo()
    assert not statement_in_force(session.review)["changed"]  # type: ignore[index]


def test_who_changes_their_mind_later_was_still_first(session: Session) -> None:
    check(session, ZHANG, 0, 1, 2)
    check(session, LI, 0, 1, 2)
    check(session, ZHANG, 0, 1, 2, verdict="wrong")
    check(session, ZHANG, 0, 1, 2)
    assert {one.name: one.role for one in breakdown(session.view).people} == {"张三": "first", "李四": "second"}


def test_who_took_a_decision_back_decides_anew(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter(f"2026-01-01T10:00:0{second}.000Z" for second in range(9))
    monkeypatch.setattr(verbs, "now", lambda: next(moments))
    check(session, ZHANG, 0)
    check(session, ZHANG, 0, verdict="open")
    check(session, LI, 0)
    check(session, ZHANG, 0)
    assert {one.name: one.role for one in breakdown(session.view).people} == {"张三": "second", "李四": "first"}

"""What became of items in the next draft, where fields stand, and numerals put into another class."""

from __future__ import annotations

import msgspec

from engine.editing import verbs
from engine.editing.coverage import coverage, judged
from engine.editing.drafts import draft_of
from engine.editing.items import field_places
from engine.editing.session import Session
from engine.model.parse import FieldPlace
from tests.data.reviews import ZHANG, fresh_session, parse_of, sample_parse, sentence

ME = ZHANG.id


def redrafted() -> tuple[Session, list[str]]:
    """Three metrics decided in one draft; in the next the first is the same, the second says more, the third is out."""
    sentences = [sentence(number, 10 + number) for number in range(12)]
    session = fresh_session()
    session.set_parse(parse_of(sentences))
    ids = [session.view.metrics[at].id for at in (1, 3, 5)]
    for one in ids:
        session.apply(verbs.set_verdict(session.view, item=one, verdict="correct", by=ME))
    sentences[3] = sentences[3].replace("13万户", "99万户")
    session.set_parse(parse_of([*sentences[:5], *sentences[6:]], sha="cd" * 32))
    return session, ids


def test_a_new_draft_tells_what_was_carried_over_what_changed_and_what_is_gone() -> None:
    session, ids = redrafted()
    items = [session.view.item(one) for one in ids]
    assert [draft_of(session.view, item) for item in items if item is not None] == ["carried", "changed", "gone"]
    assert [item.former for item in items if item is not None][1] == "13万户"
    assert session.view.orphans == (items[2],)
    untouched = session.view.metrics[-1]
    assert draft_of(session.view, untouched) == ""


def test_a_newer_parse_of_the_same_pdf_is_no_new_draft() -> None:
    session = fresh_session()
    one = session.view.metrics[0].id
    session.apply(verbs.set_verdict(session.view, item=one, verdict="correct", by=ME))
    session.set_parse(sample_parse(engine="0.2.0"))
    item = session.view.item(one)
    assert item is not None
    assert draft_of(session.view, item) == ""


def test_a_field_stands_where_it_was_read_else_where_its_item_stands() -> None:
    parse = sample_parse()
    first, other = parse.metrics[0], parse.metrics[1]
    named = msgspec.structs.replace(first, fields={"name": FieldPlace(other.places)})
    session = fresh_session()
    session.set_parse(msgspec.structs.replace(parse, metrics=(named, *parse.metrics[1:])))
    item = session.view.metrics[0]
    assert field_places(item, "name") == other.places
    assert field_places(item, "period") == item.places


def test_a_numeral_put_into_another_class_is_no_longer_decided_with_its_metric() -> None:
    session = fresh_session()
    metric = session.view.metrics[0].id
    (one,) = session.view.numerals_of(metric)
    session.apply(verbs.set_verdict(session.view, item=metric, verdict="correct", by=ME))
    before = coverage(session.view)
    session.apply(verbs.set_field(session.view, item=one, field="class", value="ordinal", by=ME))
    item = session.view.item(one)
    assert item is not None
    assert (item.verdict, session.view.metric_of(item), session.view.numerals_of(metric)) == ("open", None, ())
    assert judged(session.view, one) == one
    assert coverage(session.view).open == before.open + 1
    session.undo()
    assert coverage(session.view) == before

"""The reviewed parse and the log, over reviews made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.cli.log import log_lines
from engine.cli.reviewed import reviewed
from engine.editing.review import Review
from engine.editing.session import Person, Session
from engine.editing.verbs import reject, set_field, set_verdict
from engine.editing.verbs_review import decide_conflict
from engine.model.parse import Heading, Metric, Parse, Source, SourcePage, Written
from engine.settings import Settings
from engine.storage.importing import import_review
from engine.storage.opening import Opened
from engine.storage.places import PdfFacts, Where

PERSON, OTHER = Person("p-1", "张三"), Person("p-2", "李四")


def metric(one: str, name: str, value: float) -> Metric:
    return Metric(
        one, name, value, "户", "level", "achieved", f"{value}户", Written(str(value), "户"), "句", 0.9, (0, 1)
    )


@pytest.fixture
def parse() -> Parse:
    return Parse(
        "0",
        Source("a.pdf", "00", 1, (SourcePage("1", "layer"),)),
        outline=(Heading("h1", 1, "一、", "总则", "block", 0.9, (0, 1)),),
        metrics=(metric("m1", "固定电话用户数", 52), metric("m2", "移动电话用户数", 172)),
    )


@pytest.fixture
def settings() -> Settings:
    return Settings(None, {"person.id": PERSON.id, "person.name": PERSON.name}, {})


def opened(session: Session) -> Opened:
    pdf = PdfFacts(Path("a.pdf"), "00", 1)
    return Opened(session.review, Where(Path("a.pdf.piyue.json"), "beside"), pdf)


def test_changed_fields_verdicts_and_rejections_show(parse: Parse, settings: Settings) -> None:
    session = Session(Review(), parse, PERSON)
    first, second = (item.id for item in session.view.metrics)
    session.apply(set_field(session.view, item=first, field="value", value=53, by=PERSON.id))
    session.apply(set_verdict(session.view, item=first, verdict="doubtful", by=PERSON.id))
    session.apply(reject(session.view, item=second, by=PERSON.id))
    (only,) = reviewed(parse, opened(session), settings)["metrics"]
    assert (only["id"], only["value"], only["name"]) == ("m1", 53, "固定电话用户数")
    assert (only["reading"], only["verdict"]) == ("corrected", "doubtful")


def test_the_log_tells_who_changed_what_from_what_to_what(parse: Parse) -> None:
    session = Session(Review(), parse, PERSON)
    item = session.view.metrics[0].id
    session.apply(set_field(session.view, item=item, field="value", value=53, by=PERSON.id))
    lines = [line.split("\t") for line in log_lines(session.review)]
    changed = [line for line in lines if line[3].endswith(".value")]
    assert len(changed) == 1
    assert changed[0][1] == "张三"
    assert changed[0][5] == "53"


def test_the_log_tells_two_values_and_which_was_taken_in_the_order_of_time(parse: Parse) -> None:
    session, other = (Session(Review(), parse, person) for person in (PERSON, OTHER))
    one = session.view.metrics[0].id
    session.apply(set_field(session.view, item=one, field="name", value="甲", by=PERSON.id))
    other.apply(set_field(other.view, item=one, field="name", value="乙", by=OTHER.id))
    session.apply(import_review(session.review, other.review, parse=parse).edit)
    conflict = next(iter(session.review.sections["conflicts"]))
    session.apply(decide_conflict(session.view, conflict=conflict, value="乙", by=PERSON.id))
    lines = [line.split("\t") for line in log_lines(session.review)]
    assert [line[0] for line in lines] == sorted(line[0] for line in lines)
    told = [line[5] for line in lines if line[3].startswith("conflicts.")]
    assert told[0].endswith("values=value=乙 | value=甲")
    assert told[1] == "value=乙"


def test_an_empty_review_has_an_empty_log() -> None:
    assert list(log_lines(Review())) == []

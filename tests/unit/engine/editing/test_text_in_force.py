"""Characters, paragraph boundaries and table cells corrected by hand, in the text in force and across parses."""

from __future__ import annotations

import pytest
from msgspec import structs

from engine.anchoring.anchor import Quote, quote_of
from engine.editing import front, verbs_aside, verbs_text
from engine.editing.corrected_text import TextInForce
from engine.editing.rebase import rebased
from engine.editing.revised import revised
from engine.editing.session import Session
from engine.editing.text_in_force import text_in_force
from engine.exchange.markdown import to_markdown
from engine.model.flow import Segment
from engine.model.parse import Front, FurnitureItem, ParagraphItem, TableItem
from engine.model.place import Place, Places
from engine.model.trace import Trace, packed
from tests.data.reviews import ZHANG, fresh_session, page_texts, parse_of, places_of, traced

ME = ZHANG.id
SENTENCES = ["要加强布臵和落实。", "第一段没有", "写完，接在这里。"]


def session_of(sentences: list[str] = SENTENCES, **more: str) -> Session:
    return fresh_session(traced(parse_of(sentences, **more)))  # type: ignore[arg-type]


def at(session: Session, start: int, end: int) -> Places:
    """The places of flow [start, end)."""
    parse = session.parse
    assert parse is not None
    assert isinstance(parse.trace, bytes)
    return tuple(
        Place(one.page, (one.raw_start, one.raw_end), places_of(one.page, 0, 4, 1)[0].quads)
        for one in Trace(parse.trace).places(start, end)
    )


def correct(session: Session, start: int, end: int, after: str) -> None:
    text = session.view.flow_text.text
    edit = verbs_text.repair_characters(
        session.view, places=at(session, start, end), quote=quote_of(text, start, end), before=text[start:end],
        after=after, by=ME,
    )  # fmt: skip
    session.apply(edit)


def boundary(session: Session, op: str, start: int) -> None:
    quote = quote_of(session.view.flow_text.text, start, start + 4)
    places = at(session, start, start + 4)
    session.apply(verbs_text.join_or_split(session.view, op=op, places=places, quote=quote, by=ME))


def read(session: Session) -> list[str]:
    parse = text_in_force(session.view).parse
    assert parse is not None
    return [one.text for one in parse.paragraphs]


def is_sound(text: TextInForce) -> bool:
    """Paragraphs follow each other, and every traced character lies in one."""
    parse = text.parse
    assert parse is not None
    ends = [0, *(one.span[1] for one in parse.paragraphs)]
    is_whole = all(one.span == (ends[i], ends[i] + len(one.text)) for i, one in enumerate(parse.paragraphs))
    return is_whole and isinstance(parse.trace, bytes) and Trace(parse.trace).is_sound(99)


def test_without_corrections_the_text_is_the_machines_own() -> None:
    session = session_of()
    assert text_in_force(session.view).parse is session.parse


def test_a_correction_is_read_undone_and_read_again_and_moves_nothing_on_the_page() -> None:
    session = session_of()
    correct(session, 3, 5, "安排部署")
    assert read(session)[0] == "要加强安排部署和落实。"
    text = text_in_force(session.view)
    assert is_sound(text)
    assert text.span(3, 5) == (3, 7)
    assert text.span(4, 6) == (3, 8)
    assert text.span(9, 14) == (11, 16)
    assert text.back(4, 6) == (3, 5)
    assert text.back(11, 16) == (9, 14)
    assert text.words(0, 9) == "要加强安排部署和落实。"
    trace = Trace(text.parse.trace)  # type: ignore[union-attr, arg-type]
    assert trace.spans(1, 3, 5) == [(3, 7)]
    assert trace.spans(1, 5, 6) == [(7, 8)]
    session.undo()
    assert read(session)[0] == SENTENCES[0]
    session.redo()
    assert read(session)[0] == "要加强安排部署和落实。"


def test_a_correction_over_an_earlier_one_stands_in_its_place() -> None:
    session = session_of()
    correct(session, 3, 5, "布置")
    correct(session, 2, 5, "大部署")
    assert read(session)[0] == "要加大部署和落实。"
    session.apply(verbs_text.drop_repairs(session.view, places=at(session, 3, 4), by=ME))
    assert read(session)[0] == SENTENCES[0]


def test_what_a_machine_repaired_can_be_read_as_printed() -> None:
    session = session_of(["要加强布置和落实。"])
    edit = verbs_text.keep_characters(session.view, places=at(session, 3, 5), quote=Quote("布臵"), before="布臵", by=ME)
    session.apply(edit)
    assert read(session) == ["要加强布臵和落实。"]


def test_paragraphs_are_joined_and_split_and_the_contrary_takes_it_back() -> None:
    session = session_of()
    boundary(session, "join", 14)
    assert read(session) == [SENTENCES[0], SENTENCES[1] + SENTENCES[2]]
    assert is_sound(text_in_force(session.view))
    boundary(session, "split", 14)
    assert read(session) == SENTENCES
    boundary(session, "split", 11)
    assert read(session) == [SENTENCES[0], "第一", "段没有", SENTENCES[2]]
    assert [(one.at, one.op) for one in text_in_force(session.view).boundaries] == [(11, "split")]
    for _ in range(3):
        session.undo()
    assert text_in_force(session.view).parse is session.parse


def test_corrections_and_boundaries_hold_together() -> None:
    session = session_of()
    correct(session, 3, 5, "")
    boundary(session, "join", 9)
    boundary(session, "split", 6)
    assert read(session) == ["要加强和", "落实。第一段没有", SENTENCES[2]]
    assert is_sound(text_in_force(session.view))


def test_corrections_survive_a_parse_that_reads_the_text_otherwise() -> None:
    session = session_of()
    correct(session, 3, 5, "布置")
    boundary(session, "join", 14)
    machine = traced(parse_of(["要加强布臵和落实。第一段没有", "写完，接在这里。"], engine="0.2.0"))
    segments = [Segment(0, 9, 1, 0, 9), Segment(9, 14, 1, 11, 16), Segment(14, 22, 1, 18, 26)]
    session.set_parse(structs.replace(machine, trace=packed(segments)))
    assert read(session) == ["要加强布置和落实。第一段没有写完，接在这里。"]


def test_the_next_draft_takes_over_what_says_the_same_and_lists_the_rest() -> None:
    session = session_of()
    correct(session, 3, 5, "布置")
    correct(session, 14, 16, "讲完")
    boundary(session, "join", 14)
    following = ["新加的一句在前面。", "要加强布臵和落实。", "这一段全换了，没有一个字和从前一样。"]
    puts = rebased(session.review, page_texts(following), lambda *_: ())
    for section, key, record in puts.puts:
        session.review.put(section, key, record)
    session.set_parse(traced(parse_of(following, sha="cd" * 32)))
    assert read(session)[:2] == ["新加的一句在前面。", "要加强布置和落实。"]
    assert read(session)[2] == following[2]


def test_cells_full_and_empty_are_corrected_and_given_back() -> None:
    rows = (("指标", "数值"), ("用户", ""))
    cells = ((0, 0, 2, 4), (0, 1, 4, 6), (1, 0, 6, 8), (1, 1, 8, 8))
    table = TableItem(rows, cells)
    texts = [("body", "前："), ("cell", "指标"), ("cell", "数值"), ("cell", "用户"), ("body", "后。")]
    items, start = [], 0
    for kind, words in texts:
        items.append(ParagraphItem(kind, words, (start, start + len(words)), places_of(1, start, len(words), 1)))  # type: ignore[arg-type]
        start += len(words)
    session = fresh_session(traced(structs.replace(parse_of([]), paragraphs=tuple(items), tables=(table,))))
    one = session.view.items("table")[0].id
    session.apply(verbs_text.set_cell(session.view, table=one, row=1, column=1, text="52万户", by=ME))
    session.apply(verbs_text.set_cell(session.view, table=one, row=0, column=0, text="指标名称", by=ME))
    assert read(session) == ["前：", "指标名称", "数值", "用户", "52万户", "后。"]
    parse = revised(session.view)
    assert parse is not None
    assert "| 用户 | 52万户 |" in to_markdown(parse)
    assert is_sound(text_in_force(session.view))
    session.apply(verbs_text.reset_cell(session.view, table=one, row=1, column=1, by=ME))
    session.undo()
    session.undo()
    session.undo()
    assert text_in_force(session.view).parse is session.parse


def test_running_matter_kept_as_text_is_set_aside_and_comes_back() -> None:
    session = session_of(["正文一。", "内部资料", "正文二。"])
    correct(session, 0, 2, "本文")
    session.apply(verbs_aside.set_aside(session.view, places=at(session, 4, 8), by=ME))
    text = text_in_force(session.view)
    assert read(session) == ["本文一。", "正文二。"]
    assert is_sound(text)
    assert text.parse is not None
    assert [one.text for one in text.parse.furniture] == ["内部资料"]
    assert text.span(4, 8) == (4, 4)
    assert text.span(8, 10) == (4, 6)
    session.apply(verbs_aside.put_back(session.view, places=at(session, 4, 8), by=ME))
    assert read(session) == ["本文一。", "内部资料", "正文二。"]
    with pytest.raises(ValueError, match=r"aside\.is-text"):
        verbs_aside.put_back(session.view, places=at(session, 4, 8), by=ME)


def test_text_set_aside_as_running_matter_is_put_back_where_it_stands() -> None:
    parse = parse_of(["正文一。", "正文二。"])
    item = FurnitureItem("header", "误认的小标题", places_of(1, 40, 6, 3))
    trace = packed([Segment(0, 4, 1, 0, 4), Segment(4, 8, 1, 60, 64)])
    session = fresh_session(structs.replace(parse, furniture=(item,), trace=trace))
    session.apply(verbs_aside.put_back(session.view, places=places_of(1, 41, 2, 3), by=ME))
    text = text_in_force(session.view)
    assert read(session) == ["正文一。", "误认的小标题", "正文二。"]
    assert is_sound(text)
    assert text.parse is not None
    assert text.parse.furniture == ()
    assert Trace(text.parse.trace).spans(1, 40, 46) == [(4, 10)]  # type: ignore[arg-type]
    session.apply(verbs_aside.set_aside(session.view, places=places_of(1, 40, 6, 3), by=ME))
    assert text_in_force(session.view).parse is session.parse
    session.undo()
    session.undo()
    assert read(session) == ["正文一。", "正文二。"]


def test_the_export_has_the_text_the_headings_and_the_title_in_force() -> None:
    session = session_of(["要加强布臵和落实。", "正文一。", "正文二。"])
    correct(session, 3, 5, "布置")
    session.apply(front.set_front(session.view, field="title", value="实施意见", by=ME))
    boundary(session, "join", 13)
    parse = revised(session.view)
    assert parse is not None
    said = to_markdown(parse)
    assert said.startswith("# 实施意见\n")
    assert "要加强布置" in said
    assert "正文一。正文二。" in said


def test_a_front_field_is_corrected_reset_and_told_apart_from_a_newer_reading() -> None:
    machine = structs.replace(parse_of(SENTENCES), document=Front(title="讲话", date="2011-09-28"))
    session = fresh_session(machine)
    session.apply(front.set_front(session.view, field="date", value="二〇一一年九月二十九日", by=ME))
    assert session.view.front("date") == "2011-09-29"
    assert front.front_in_force(session.view).date == "2011-09-29"
    assert not front.is_machine_changed(session.view, "date")
    session.set_parse(structs.replace(machine, document=Front(title="讲话", date="2011-10-01"), engine="0.2.0"))
    assert session.view.front("date") == "2011-09-29"
    assert front.is_machine_changed(session.view, "date")
    session.apply(front.reset_front(session.view, field="date", by=ME))
    assert session.view.front("date") == "2011-10-01"
    session.undo()
    assert session.view.front("date") == "2011-09-29"


def test_what_corrected_a_former_draft_is_offered_not_in_force_where_this_one_reads_otherwise() -> None:
    machine = structs.replace(parse_of(SENTENCES), document=Front(title="讲话", date="2011-09-28"))
    session = fresh_session(machine)
    session.apply(front.set_front(session.view, field="date", value="2011-09-29", by=ME))
    session.apply(front.set_front(session.view, field="title", value="总结讲话", by=ME))
    other = structs.replace(machine.source, sha256="cd" * 32)
    session.set_parse(structs.replace(machine, source=other, document=Front(title="讲话", date="2011-10-08")))
    assert (session.view.front("title"), session.view.front("date")) == ("总结讲话", "2011-10-08")
    assert front.front_in_force(session.view).date == "2011-10-08"
    assert front.front_former(session.view, "title") is None
    assert not front.is_machine_changed(session.view, "date")
    former = front.front_former(session.view, "date")
    assert former is not None
    session.apply(front.set_front(session.view, field="date", value=former["value"], by=ME))
    assert session.view.front("date") == "2011-09-29"
    assert front.front_former(session.view, "date") is None
    session.undo()
    assert front.front_former(session.view, "date") == former
    session.review.meta["source"] = {**session.review.source, "sha256": "cd" * 32, "alike": [machine.source.sha256]}
    assert session.view.front("date") == "2011-09-29"
    assert front.is_machine_changed(session.view, "date")

"""A review carried to the next draft: what stands in an identical sentence stays, what changed is to be checked."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from engine.editing import verbs, verbs_notes
from engine.editing.session import Session
from engine.storage.binding import PdfText, bound, carry_over, remember_text
from engine.storage.places import PdfFacts
from tests.data.reviews import PER_PAGE, ZHANG, fresh_session, page_texts, parse_of, sentence

ME = ZHANG.id
FORMER, NEXT = "ab" * 32, "cd" * 32


class Line(NamedTuple):
    """One sentence of a draft and where it comes from: its index in the former draft, None when new."""

    text: str
    origin: int | None
    is_changed: bool = False


def former_draft(chance: random.Random, count: int) -> list[str]:
    """Sentences with their numbers; one in fifteen says what an earlier one said, word for word."""
    lines = [sentence(chance.randrange(10**6), chance.randrange(11, 9999)) for _ in range(count)]
    for at in range(20, count, 15):
        lines[at] = lines[chance.randrange(at - 15)]
    return lines


def next_draft(chance: random.Random, former: list[str]) -> list[Line]:
    """Numbers changed, sentences inserted and taken out, a paragraph moved, a page put in."""
    lines = [Line(text, at) for at, text in enumerate(former)]
    for at in chance.sample(range(len(lines)), 6):
        number = lines[at].text.partition("万户")[0]
        digits = number[len(number.rstrip("0123456789")) :]
        text = lines[at].text.replace(f"{digits}万户", f"{int(digits) + chance.randrange(1, 60)}万户")
        lines[at] = Line(text, at, is_changed=True)
    del lines[chance.randrange(len(lines))]
    moved = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines)), moved)
    for _ in range(2):
        lines.insert(chance.randrange(len(lines)), Line(sentence(chance.randrange(10**6, 10**7), 7), None))
    if chance.random() < 0.5:
        page = [Line(sentence(chance.randrange(10**6, 10**7), 8), None) for _ in range(PER_PAGE)]
        at = chance.randrange(0, len(lines), PER_PAGE)
        lines[at:at] = page
    return lines


def pdf_text(lines: list[str], sha: str) -> PdfText:
    return PdfText(page_texts(lines), lambda _page: (), parse_of(lines, sha=sha))


def reviewed(lines: list[str]) -> Session:
    """A review of the former draft: every metric checked, some corrected, every seventh sentence highlighted."""
    text = pdf_text(lines, FORMER)
    session = fresh_session(text.parse)
    remember_text(session.review, PdfFacts(Path("讲话一稿.pdf"), FORMER, 1), text)
    view = session.view
    session.apply(verbs.set_verdicts(view, items=[item.id for item in view.metrics], verdict="correct", by=ME))
    for item in view.metrics[::5]:
        session.apply(verbs.set_field(view, item=item.id, field="name", value="更正的名称", by=ME))
        session.end_merging()
    for paragraph in text.parse.paragraphs[::7]:
        quote = view.flow_text.quote(paragraph.span, paragraph.text)
        session.apply(
            verbs_notes.add_note(
                view, type="highlight", places=paragraph.places, quote=quote, color="", text=paragraph.text, by=ME
            )
        )
    return session


def judged(seed: int) -> Counter[str]:
    """How the carrying over of one pair of drafts went, item by item."""
    chance = random.Random(seed)
    former = former_draft(chance, 130)
    lines = next_draft(chance, former)
    session = reviewed(former)
    text = pdf_text([line.text for line in lines], NEXT)
    assert bound(session.review, text).kind == "draft"
    review, _ = carry_over(session.snapshot(), PdfFacts(Path("讲话二稿.pdf"), NEXT, 1), text)
    carried = Session(review, text.parse, ZHANG)
    counts: Counter[str] = Counter()
    by_words = Counter(former)
    origin = {f"m{at + 1}": line for at, line in enumerate(lines)}
    kept: set[str] = set()
    for item in carried.view.metrics:
        line = origin[str(item.machine_id)]
        was = (
            int(item.id.rpartition(":")[2][1:]) - 1
            if not item.id.startswith(f"metric:{carried.view.parse_id}")
            else None
        )
        kept.add(item.id)
        if was is None:
            counts["not carried" if line.origin is not None and not line.is_changed else "new"] += 1
        elif line.is_changed:
            counts["reopened" if item.verdict == "open" and item.former else "silently kept"] += 1
            counts["wrong"] += former[was] != former[line.origin or 0]
        else:
            is_right = line.origin is not None and former[was] == line.text
            counts["carried" if is_right and item.verdict == "correct" else "wrong"] += (
                is_right or item.verdict != "open"
            )
            counts["same words, other place"] += is_right and was != line.origin and by_words[line.text] == 1
    listed = kept | {item.id for item in carried.view.orphans}
    counts["vanished"] += len({item.id for item in session.view.metrics} - listed)
    for note in carried.view.notes:
        if not note.is_placed:
            counts["note listed"] += 1
            continue
        words = "".join(dict(text.pages)[place.page][slice(*place.chars)] for place in note.places if place.chars)
        expected = {line.text for line in lines if line.origin is not None and former[line.origin] == note.text}
        is_told = words.strip() == note.text or bool(note.record.get("former"))
        counts["note right" if words.strip() in expected and is_told else "note wrong"] += 1
    return counts


@pytest.mark.parametrize("seed", range(6))
def test_nothing_wrong_is_carried_and_every_changed_number_is_open_again(seed: int) -> None:
    counts = judged(seed)
    assert counts["silently kept"] == 0
    assert counts["vanished"] == 0
    assert counts["wrong"] == 0
    assert counts["note wrong"] == 0


@pytest.mark.long
def test_a_hundred_pairs_of_drafts() -> None:
    counts: Counter[str] = Counter()
    for seed in range(1000, 1100):
        counts += judged(seed)
    print(dict(counts))
    judged_items = counts["carried"] + counts["reopened"] + counts["wrong"] + counts["not carried"]
    assert counts["silently kept"] == 0
    assert counts["vanished"] == 0
    assert counts["wrong"] + counts["note wrong"] <= 0.005 * judged_items
    assert counts["not carried"] <= 0.02 * judged_items

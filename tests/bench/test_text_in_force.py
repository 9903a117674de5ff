"""The text in force of 5,000 pages after one correction: what lies between corrections is moved as a whole.

Judged by the time this process works, so that a busy machine does not count.
"""

from __future__ import annotations

import gc
import time

import pytest

from engine.editing.passages import correct, passage_of
from engine.editing.session import Session
from engine.editing.text_in_force import text_in_force
from engine.model.place import Place
from tests.data.reviews import PER_PAGE, ZHANG, fresh_session, parse_of, sentence, traced

pytestmark = pytest.mark.bench
PAGES = 5000


def corrected(session: Session, at: int, words: str) -> float:
    """Milliseconds until the text in force is there after three characters of a paragraph were corrected."""
    place = session.view.parse.paragraphs[at].places[0]
    places = (Place(place.page, (place.chars[0] + 2, place.chars[0] + 5), place.quads),)
    passage = passage_of(session.view, places)
    session.apply(correct(session.view, passage, printed=passage.machine, after=words, by=ZHANG.id))
    session.end_merging()
    began = time.process_time()
    assert text_in_force(session.view).is_changed
    return 1000 * (time.process_time() - began)


def test_a_correction_in_5000_pages_is_in_the_text_within_100_ms() -> None:
    texts = [
        sentence(number, number).replace("万户", "左右") * (1 if number % 10 == 0 else 3)
        for number in range(PAGES * PER_PAGE)
    ]
    session = fresh_session(traced(parse_of(texts)))
    end = len(texts)
    cases = {
        "first": (end // 2, "改了字"),
        "as long": (end // 2 + 1, "再改字"),
        "longer, at the beginning": (20, "长一些的改动"),
        "at the end": (end - 10, "短"),
    }
    gc.collect()
    gc.freeze()  # as the program does with what stays
    took = {name: corrected(session, *case) for name, case in cases.items()}
    began = time.process_time()
    session.undo()
    assert text_in_force(session.view).is_changed
    took["undone"] = 1000 * (time.process_time() - began)
    gc.unfreeze()
    print("\n" + ", ".join(f"{name}: {one:.0f} ms" for name, one in took.items()))
    del took["first"]  # reads the machine's parse once
    assert max(took.values()) < 100

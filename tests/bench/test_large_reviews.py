"""10,000 notes and 5,000 metrics: what a save, a load and one edit cost."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.editing import verbs, verbs_notes
from engine.editing.review import Review
from engine.editing.session import Session
from engine.storage.codec import encode
from engine.storage.opening import described, open_review
from engine.storage.saver import Saver
from tests.data.reviews import ZHANG, pdf_in, places_of, sample_parse, shelf_in


def best(action: Callable[[], object], times: int = 3) -> float:
    """Seconds of the quickest of some runs, by the clock."""
    durations = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        durations.append(time.perf_counter() - start)
    return min(durations)


@pytest.fixture
def large(tmp_path: Path) -> Session:
    session = Session(Review(None, {"source": described(pdf_in(tmp_path))}), sample_parse(5000), ZHANG)
    for at in range(10_000):
        quote = session.view.flow_text.quote((at, at + 20), "固定电话用户数达到五十二万户")
        session.apply(
            verbs_notes.add_note(
                session.view, type="highlight", places=places_of(at // 40 + 1, at % 40 * 30, 20, at % 20), quote=quote,
                color="", text=f"批注{at}：请核对这一处的数字。", by=ZHANG.id,
            )
        )  # fmt: skip
    return session


@pytest.mark.bench
def test_large_reviews_load_save_and_change_fast(large: Session, tmp_path: Path) -> None:
    view = large.view
    ids = [item.id for item in view.metrics]
    edits = iter(range(100))

    def edit() -> None:
        at = next(edits)
        changed = verbs.set_field(view, item=ids[at * 40], field="value", value=at, by=ZHANG.id)
        large.apply(changed)

    one_edit = best(edit, 10)
    lists = best(lambda: (view.metrics, view.notes, view.headings))
    pdf = pdf_in(tmp_path)
    saver = Saver(open_review(pdf, shelf_in(tmp_path)), shelf_in(tmp_path), ZHANG)
    snapshot = best(lambda: saver.snapshot(large))
    save = best(lambda: saver.save(saver.snapshot(large)))
    saver.close()
    load = best(lambda: open_review(pdf, shelf_in(tmp_path)))
    size = len(encode(large.snapshot()))
    print(
        f"{size / 1e6:.1f} MB: edit {one_edit * 1e3:.2f} ms, lists {lists * 1e3:.1f} ms,"
        f" snapshot {snapshot * 1e3:.1f} ms, save {save * 1e3:.0f} ms, load {load * 1e3:.0f} ms"
    )
    assert one_edit < 0.005
    assert save < 0.3
    assert load < 0.5

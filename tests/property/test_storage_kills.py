"""kill -9 while saving, at random moments, with 10,000 notes: nothing corrupt, every acknowledged command present."""

from __future__ import annotations

import multiprocessing
import os
import random
import select
import signal
from itertools import count
from pathlib import Path

import pytest

from engine.editing import verbs_notes
from engine.editing.review import Review
from engine.editing.session import Session
from engine.storage.codec import decode, encode
from engine.storage.opening import described
from engine.storage.saver import Saver
from tests.data.reviews import ZHANG, opened_in, pdf_in, places_of, shelf_in

SIDECAR = "讲话.pdf.piyue.json"


def review_with_notes(folder: Path, notes: int) -> Review:
    session = Session(Review(None, {"source": described(pdf_in(folder))}), None, ZHANG)
    for at in range(notes):
        note(session, f"批注{at}：请核对这一处的数字与上年报告是否一致。")
    return session.snapshot()


def note(session: Session, text: str) -> None:
    places = places_of(len(session.review.sections["notes"]) // 20 + 1, 3, 8, 4)
    session.apply(
        verbs_notes.add_note(
            session.view, type="highlight", places=places, quote="固定电话用户数", color="", text=text, by=ZHANG.id
        )
    )


def work(folder: str, turn: int, acknowledged: int) -> None:
    """Note after note: journal, acknowledge, save every third; until killed."""
    opened = opened_in(Path(folder))
    saver = Saver(opened, shelf_in(Path(folder)), ZHANG)
    session = Session(opened.review, None, ZHANG, on_step=saver.note)
    for at in count():
        note(session, f"{turn}-{at}")
        saver.sync()
        os.write(acknowledged, b"%d\n" % at)
        if at % 3 == 0:
            saver.save(saver.snapshot(session))


def killed(folder: Path, turn: int, seconds: float) -> list[str]:
    """Let a process work, kill it that long after its first acknowledgement; the texts it had acknowledged."""
    reading, writing = os.pipe()
    process = multiprocessing.get_context("fork").Process(target=work, args=(str(folder), turn, writing))
    process.start()
    os.close(writing)
    first = os.read(reading, 4096)
    select.select([], [], [], seconds)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    told = first
    while more := os.read(reading, 65536):
        told += more
    os.close(reading)
    return [f"{turn}-{int(line)}" for line in told.split(b"\n")[:-1]]


def run(folder: Path, *, notes: int, kills: int, longest: float) -> int:
    """Kill so many times; returns how many commands were acknowledged. Asserts that nothing is lost or corrupt."""
    chance = random.Random(kills)
    (folder / SIDECAR).write_bytes(encode(review_with_notes(folder, notes)))
    acknowledged: set[str] = set()
    for turn in range(kills):
        acknowledged.update(killed(folder, turn, chance.uniform(0, longest)))
        assert decode((folder / SIDECAR).read_bytes()).soundness == "sound"
        opened = opened_in(folder)
        held = {str(record["text"]) for record in opened.review.sections["notes"].values()}
        assert acknowledged <= held, f"lost after kill {turn}: {sorted(acknowledged - held)[:5]}"
        assert len(held) >= notes
    return len(acknowledged)


def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    assert run(tmp_path, notes=200, kills=6, longest=0.1) >= 6


@pytest.mark.long
def test_five_hundred_kills_with_ten_thousand_notes(tmp_path: Path) -> None:
    print("acknowledged:", run(tmp_path, notes=10_000, kills=500, longest=0.35))

"""Every released version of the sidecar opens, whole and unchanged; what we write today is the newest of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from engine.editing.coverage import coverage
from engine.editing.journey import happenings
from engine.editing.session import Session
from engine.storage.codec import decode, encode
from engine.storage.opening import open_review
from tests.data.reviews import ZHANG, pdf_in, sample_parse, shelf_in

FOLDER = Path(__file__).parent
VERSIONS = sorted(path.name for path in FOLDER.glob("*.json"))


def test_there_is_a_released_version() -> None:
    assert "1.0.json" in VERSIONS


@pytest.mark.parametrize("name", VERSIONS)
def test_a_released_version_is_read_and_written_back_byte_for_byte(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    decoded = decode(data)
    assert decoded.soundness == "sound"
    assert encode(decoded.review) == data


@pytest.mark.parametrize("name", VERSIONS)
def test_the_work_in_a_released_version_is_in_force(name: str, tmp_path: Path) -> None:
    pdf = pdf_in(tmp_path)
    shutil.copy(FOLDER / name, tmp_path / "讲话.pdf.piyue.json")
    opened = open_review(pdf, shelf_in(tmp_path))
    assert (opened.binding, opened.notices) == ("same", ())
    view = Session(opened.review, sample_parse(30), ZHANG).view
    corrected, rejected, checked = view.metrics[0], view.metrics[1], view.metrics[2]
    assert (corrected.value("value"), corrected.machine("value")) == (250000, 100000.0)
    assert rejected.reading == "rejected"
    assert (checked.verdict, checked.should_be, checked.verified_with) == ("wrong", "15万户", "统计局")
    assert {note.type for note in view.notes} == {"highlight", "box", "note"}
    assert [item.value("title") for item in view.headings if item.reading == "added"] == ["人工添加的标题"]
    assert view.front("title") == "在大会上的讲话"
    assert coverage(view).wrong == 1
    assert len(happenings(opened.review)) >= 10

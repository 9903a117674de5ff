"""Bit flips, truncations and hand edits of a sidecar: all noticed, no traceback, whole records salvaged."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from engine.editing.review import SECTIONS, Review
from engine.editing.session import Session
from engine.errors import SidecarDamaged
from engine.storage.codec import decode, encode
from engine.storage.opening import open_review
from engine.storage.salvage import salvaged
from engine.storage.saver import Saver
from tests.data.faulty_disk import bytes_of
from tests.data.reviews import ZHANG, opened_in, shelf_in
from tests.property.test_storage_kills import SIDECAR, review_with_notes


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    return encode(review_with_notes(tmp_path, 60))


def noticed(data: bytes) -> str:
    """How decoding tells that something is wrong; "" where it does not."""
    try:
        decoded = decode(data)
    except SidecarDamaged as error:
        return str(error.values["reason"])
    if decoded.soundness != "sound":
        return decoded.soundness
    return "reencoded" if decoded.reencoded else ""


def flips(data: bytes, count: int) -> list[tuple[int, bytes]]:
    chance = random.Random(count)
    found = []
    for _ in range(count):
        at = chance.randrange(len(data))
        flipped = bytearray(data)
        flipped[at] ^= 1 << chance.randrange(8)
        found.append((at, bytes(flipped)))
    return found


def check_flips(whole: bytes, count: int) -> None:
    records = decode(whole).review.sections["notes"]
    for at, data in flips(whole, count):
        assert noticed(data), at
        try:
            review = decode(data).review
        except SidecarDamaged:
            rescued = salvaged(data)
            review = rescued.review
            same = [key for key, record in review.sections["notes"].items() if records.get(key) == record]
            assert len(same) >= len(records) - 2, f"bit at {at}: {len(same)} of {len(records)} records"


def test_every_bit_flip_is_noticed_and_whole_records_are_salvaged(whole: bytes) -> None:
    check_flips(whole, 300)


@pytest.mark.long
def test_twenty_thousand_bit_flips(whole: bytes) -> None:
    check_flips(whole, 20_000)


def test_three_hundred_truncations_are_noticed_and_what_stands_before_is_salvaged(whole: bytes) -> None:
    chance = random.Random(300)
    records = decode(whole).review.sections["notes"]
    lines = {key: whole.find(f'"{key}":{{'.encode()) for key in records}
    for _ in range(300):
        end = chance.randrange(len(whole) - 1)
        data = whole[:end]
        assert noticed(data)
        held = salvaged(data).review.sections["notes"]
        for key, start in lines.items():
            if whole.find(b"\n", start) < end:
                assert held.get(key) == records[key]


def test_a_damaged_sidecar_is_never_opened_as_empty_and_never_overwritten(tmp_path: Path) -> None:
    opened = opened_in(tmp_path)
    saver = Saver(opened, shelf_in(tmp_path), ZHANG)
    review = review_with_notes(tmp_path, 30)
    session = Session(review, None, ZHANG)
    saver.save(saver.snapshot(session))
    saver.close()
    path = tmp_path / SIDECAR
    broken = path.read_bytes()[:3000]
    path.write_bytes(broken)
    again = opened_in(tmp_path)
    assert [notice.code for notice in again.notices] == ["damaged"]
    assert again.notices[0].values["instead"] == "version"
    assert len(again.review.sections["notes"]) == 30
    assert path.read_bytes() == broken
    later = Saver(again, shelf_in(tmp_path), ZHANG)
    later.save(later.snapshot(Session(again.review, None, ZHANG)))
    later.close()
    aside = [data for name, data in bytes_of(tmp_path).items() if ".damaged-" in name]
    assert aside == [broken]
    assert decode(path.read_bytes()).soundness == "sound"
    assert len(opened_in(tmp_path).review.sections["notes"]) == 30


def test_without_a_local_version_what_is_whole_is_taken(tmp_path: Path) -> None:
    whole = encode(review_with_notes(tmp_path, 30))
    (tmp_path / SIDECAR).write_bytes(whole[: len(whole) * 3 // 4])
    opened = opened_in(tmp_path)
    assert opened.notices[0].values["instead"] == "salvaged"
    assert opened.review.sections["log"] or opened.review.sections["notes"]


def test_a_hand_edit_opens_with_a_notice(tmp_path: Path) -> None:
    whole = encode(review_with_notes(tmp_path, 3))
    (tmp_path / SIDECAR).write_bytes(whole.replace("批注1：".encode(), "我改的：".encode()))
    opened = opened_in(tmp_path)
    assert [notice.code for notice in opened.notices] == ["edited"]
    assert not opened.is_read_only


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
        lambda data: data.decode().encode("gbk"),
        lambda data: data.decode().encode("gb18030").replace(b"\n", b"\r\n"),
    ],
    ids=["bom", "crlf", "bom-crlf", "gbk", "gb18030-crlf"],
)
def test_what_editors_do_to_the_encoding_loses_nothing(rewritten: object, tmp_path: Path) -> None:
    review = review_with_notes(tmp_path, 3)
    decoded = decode(rewritten(encode(review)))  # type: ignore[operator]
    assert (decoded.soundness, decoded.reencoded) == ("sound", True)
    assert decoded.review.sections == review.sections


def test_a_hand_edit_in_gbk_is_read_too(tmp_path: Path) -> None:
    text = encode(review_with_notes(tmp_path, 3)).decode().replace("批注1", "改注一")
    decoded = decode(text.encode("gbk"))
    assert decoded.soundness == "edited"
    assert any("改注一" in str(note["text"]) for note in decoded.review.sections["notes"].values())


def test_a_newer_major_version_is_opened_read_only_and_never_saved(tmp_path: Path) -> None:
    review = review_with_notes(tmp_path, 3)
    review.meta["schema"] = [2, 0]
    data = encode(review)
    (tmp_path / SIDECAR).write_bytes(data)
    opened = opened_in(tmp_path)
    assert opened.is_read_only
    assert {notice.code for notice in opened.notices} == {"newer"}
    assert (tmp_path / SIDECAR).read_bytes() == data


def test_unknown_fields_at_every_level_survive(tmp_path: Path) -> None:
    review = review_with_notes(tmp_path, 2)
    whole = json.loads(encode(review))
    key = next(iter(whole["notes"]))
    extra = {"z": [1, {"y": None}], "ä": 2**70, "f": 1.5}
    whole["future"] = {"a": {"b": extra}}
    whole["aList"] = [extra]
    whole["source"]["future"] = extra
    whole["notes"][key]["future"] = extra
    whole["notes"][key]["anchor"]["future"] = extra
    whole["notes"][key]["anchor"]["parts"][0]["future"] = extra
    whole["log"][0]["future"] = extra
    whole["people"]["someone"] = {"name": "王五", "future": extra}
    data = json.dumps(whole, ensure_ascii=False).encode()
    again = json.loads(encode(decode(data).review))
    for one in (whole, again):
        one.pop("~integrity")
    assert again == whole


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"{" * 100_000,
        b'{"format":"piyue-sidecar","notes":[]}',
        b"\x00" * 99,
        b'{"a":' * 5000,
    ],
)
def test_what_is_no_sidecar_is_damaged_without_a_traceback(data: bytes) -> None:
    with pytest.raises(SidecarDamaged):
        decode(data)
    assert isinstance(salvaged(data).review, Review)


def test_unpaired_surrogates_do_not_keep_a_review_from_being_saved(tmp_path: Path) -> None:
    review = review_with_notes(tmp_path, 1)
    key = next(iter(review.sections["notes"]))
    review.put("notes", key, {**review.sections["notes"][key], "text": "a\ud800b"})
    assert decode(encode(review)).review.sections["notes"][key]["text"] == "a\ufffdb"


def test_opening_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / SIDECAR).write_bytes(encode(review_with_notes(tmp_path, 3)))
    pdf = opened_in(tmp_path).pdf
    before = bytes_of(tmp_path)
    open_review(pdf, shelf_in(tmp_path))
    assert bytes_of(tmp_path) == before


def test_one_record_stands_on_one_line_and_keys_are_sorted(tmp_path: Path) -> None:
    lines = encode(review_with_notes(tmp_path, 5)).decode().split("\n")
    assert sum(line.startswith('"') and '"type":"highlight"' in line for line in lines) == 5
    names = [line.partition(":")[0].strip('"') for line in lines if line.endswith((":{", ":[", ":{},", ":[],"))]
    assert [name for name in names if name in SECTIONS] == sorted(SECTIONS)
    assert lines[-2].startswith('"~integrity":"')

"""The list of silenced findings: added to and taken from without losing what others wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.lexicon.office import load_office
from engine.lexicon.silence import add_silence, drop_silence, silences


def test_a_silence_is_found_by_the_parse_and_can_be_taken_back(tmp_path: Path) -> None:
    add_silence(tmp_path / "office", "damage.glyph", "布臵")
    add_silence(tmp_path / "office", "notation.zero", "")
    add_silence(tmp_path / "office", "damage.glyph", "布臵")
    assert silences(tmp_path / "office") == (("damage.glyph", "布臵"), ("notation.zero", ""))
    assert load_office(tmp_path / "office").silence == {("damage.glyph", "布臵"), ("notation.zero", "")}
    drop_silence(tmp_path / "office", "damage.glyph", "布臵")
    assert silences(tmp_path / "office") == (("notation.zero", ""),)


def test_what_the_administrator_wrote_stays(tmp_path: Path) -> None:
    path = tmp_path / "silence.tsv"
    path.write_text("\ufeff# 本办公室\r\nsum.rate\r\n\r\ndate.title\t2022年讲话", "utf-8")
    add_silence(tmp_path, "damage.glyph", "布臵")
    drop_silence(tmp_path, "sum.rate", "")
    assert path.read_text("utf-8") == "# 本办公室\n\ndate.title\t2022年讲话\ndamage.glyph\t布臵\n"


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "office").write_text("a file in its place")
    assert silences(tmp_path / "office") == ()
    with pytest.raises(OSError, match="office"):
        add_silence(tmp_path / "office", "damage.glyph", "布臵")


def test_ones_own_silences_are_added_to_the_offices(tmp_path: Path) -> None:
    add_silence(tmp_path / "office", "sum.rate", "")
    add_silence(tmp_path / "own", "damage.glyph", "布臵")
    found = load_office(tmp_path / "office", tmp_path / "own").silence
    assert found == {("sum.rate", ""), ("damage.glyph", "布臵")}
    assert load_office(tmp_path / "none", tmp_path / "own").silence == {("damage.glyph", "布臵")}

"""Tables of organs, task words, units of government and rules: every row does what its example says."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.lexicon.damage import load_damage
from engine.lexicon.finding_rules import load_finding_rules
from engine.lexicon.organs import load_organs
from engine.lexicon.systems import load_system_words
from engine.lexicon.tables import read_rows
from engine.lexicon.task_words import load_task_words
from engine.lexicon.unit_list import load_unit_list

ORGANS = load_organs()
TASK_WORDS = load_task_words()


@pytest.mark.parametrize("row", read_rows("organs.tsv", 3), ids=lambda row: row[1])
def test_every_ending_is_found_in_its_example(row: tuple[str, ...]) -> None:
    kind, word, example = row
    if kind == "vague":
        assert not ORGANS.is_organ(word)
    else:
        assert ORGANS.is_organ(example.split("、")[-1] if kind == "ending" else word)


@pytest.mark.parametrize(
    "row", [row for row in read_rows("task-words.tsv", 3) if row[0].startswith("label-")], ids=lambda row: row[2]
)
def test_every_label_is_found_in_its_example(row: tuple[str, ...]) -> None:
    match = TASK_WORDS.label.match(row[2])
    assert match is not None
    assert match.lastgroup == row[0].removeprefix("label-")


@pytest.mark.parametrize(
    "row", [row for row in read_rows("task-words.tsv", 3) if row[0].startswith("role-")], ids=lambda row: row[2]
)
def test_every_word_of_role_is_found_in_its_example(row: tuple[str, ...]) -> None:
    kinds = {match.lastgroup for match in TASK_WORDS.role.finditer(row[2])}
    assert row[0].removeprefix("role-") in kinds


@pytest.mark.parametrize(
    "row", [row for row in read_rows("systems.tsv", 4) if row[0] in {"head", "site", "whole"}], ids=lambda row: row[1]
)
def test_every_head_ends_its_example(row: tuple[str, ...]) -> None:
    ends = [match.end() for match in load_system_words().head.finditer(row[3])]
    assert len(row[3]) in ends or row[0] == "whole"


def test_rules_are_named_once_and_say_what_they_do_not_judge() -> None:
    rows = read_rows("finding-rules.tsv", 6)
    assert len({row[0] for row in rows}) == len(rows)
    assert all(rule.source and rule.limits for rule in load_finding_rules().values())


def test_a_single_damaged_character_has_no_repair_that_is_damaged_itself() -> None:
    damage = load_damage()
    assert not set(damage.characters.values()) & set(damage.characters)


def test_full_and_short_names_are_one_unit() -> None:
    units = load_unit_list()
    assert units.short("市发展和改革委员会") == units.short("市发展改革委") == "市发展改革委"
    assert units.short("各区、县级市") == "各区、县级市"
    assert units.order("市委组织部") < units.order("市财政局") < units.order("没有的单位")


def test_an_office_brings_its_own_list(tmp_path: Path) -> None:
    own = tmp_path / "units.csv"
    own.write_text("# 本局\n数据资源局,数源局,7\n大数据中心\n", "utf-8")
    units = load_unit_list(own)
    assert units.short("市数据资源局") == "市数源局"
    assert units.short("市大数据中心") == "市大数据中心"
    assert units.short("市发展和改革委员会") == "市发展和改革委员会"

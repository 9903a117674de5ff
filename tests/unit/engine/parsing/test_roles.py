"""Who is to do what by when, from brackets, lines and closing sentences."""

from __future__ import annotations

import pytest

from engine.lexicon.organs import load_organs
from engine.lexicon.task_words import load_task_words
from engine.parsing.organs import split_units
from engine.parsing.roles import roles_of

ORGANS = load_organs()
WORDS = load_task_words()


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("市委组织部、市人力资源和社会保障局，各区、县级市", ["市委组织部", "市人力资源和社会保障局", "各区、县级市"]),
        ("各市、县（区）人民政府、省直有关部门", ["各市、县（区）人民政府", "省直有关部门"]),
        ("市教育局和市财政局等有关部门", ["市教育局", "市财政局"]),
        ("市科技和信息化局", ["市科技和信息化局"]),
        ("市委宣传部（市文明办、市新闻出版局）、团市委", ["市委宣传部（市文明办、市新闻出版局）", "团市委"]),
        ("市财政局、各县区政府及市直有关部门", ["市财政局", "各县区政府", "市直有关部门"]),
        ("省商务厅、合肥海关、人行合肥中心支行等", ["省商务厅", "合肥海关", "人行合肥中心支行"]),
    ],
)
def test_lists_of_units_are_split_at_commas_but_not_within_names(text: str, units: list[str]) -> None:
    assert list(split_units(text, ORGANS)) == units


CASES = [
    ("牵头单位：市发展改革委，配合单位：市委组织部，各区、县级市", "市发展改革委", "市委组织部|各区、县级市", None),
    ("责任单位：市发展改革委、市财政局，各区县人民政府", "市发展改革委", "市财政局|各区县人民政府", None),
    ("牵头单位：市教育局；责任单位：市财政局；完成时限：2025年12月底前", "市教育局", "市财政局", "2025年12月底前"),
    ("市教育局牵头，市财政局、市水利局等按职责分工负责", "市教育局", "市财政局|市水利局", None),
    ("各区县人民政府，市教育局、市财政局按职责分工负责", "各区县人民政府", "市教育局|市财政局", None),
    ("市教育局负责，2025年底前完成", "市教育局", "", "2025年底前"),
    ("市教育局负责。2025年12月底前完成", "市教育局", "", "2025年12月底前"),
    ("财政部等按职责分工负责，地方各级人民政府负责", "财政部", "地方各级人民政府", None),
    ("市教育局会同市财政局负责，2025年6月底前完成，长期坚持", "市教育局", "市财政局", "2025年6月底前，长期坚持"),
    ("责任单位：市科技局、市财政局。列第一位的为牵头单位，下同", "市科技局", "市财政局", None),
    ("由市科技局牵头实施", "市科技局", "", None),
    ("市委宣传部、团市委配合，市教育局牵头", "市教育局", "市委宣传部|团市委", None),
    ("牵头单位：市工业和信息化局、市商务局；参加单位：市财政局", "市工业和信息化局|市商务局", "市财政局", None),
    ("完成时限：长期坚持；牵头单位：市司法局", "市司法局", "", "长期坚持"),
    ("市级牵头单位：市民政局；县级责任单位：各县民政局", "市民政局", "各县民政局", None),
    ("责任单位：市高院、市税务局等；各区政府", "市高院", "市税务局|各区政府", None),
    ("主办：市教育局；协办：市财政局", "市教育局", "市财政局", None),
    ("责任单位（部门）：市交通委（市道运局）、市气象局", "市交通委（市道运局）", "市气象局", None),
    ("市教育局牵头，并于2025年12月底前完成", "市教育局", "", "并于2025年12月底前"),
    ("省教育厅、省财政厅负责落实，2024年6月完成", "省教育厅", "省财政厅", "2024年6月"),
    ("市水利局牵头负责，各区配合", "市水利局", "各区", None),
]


@pytest.mark.parametrize(("text", "lead", "support", "deadline"), CASES, ids=[case[0] for case in CASES])
def test_roles_are_read_from_labels_and_words(text: str, lead: str, support: str, deadline: str | None) -> None:
    roles = roles_of(text, WORDS, ORGANS)
    assert "|".join(roles.lead) == lead
    assert "|".join(roles.support) == support
    assert roles.deadline == deadline


def test_a_leader_is_named_apart_from_the_units() -> None:
    roles = roles_of("牵头负责领导：刘惠。牵头责任单位：省发展改革委。协同责任单位：省政府各部门。", WORDS, ORGANS)
    assert (roles.leader, roles.lead, roles.support) == ("刘惠", ("省发展改革委",), ("省政府各部门",))


def test_a_bracket_without_roles_names_none() -> None:
    assert not roles_of("以下简称本办法", WORDS, ORGANS).named

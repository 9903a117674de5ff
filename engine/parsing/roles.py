"""Reads who is to do a task by when, from the content of a bracket, a line or a closing sentence.

牵头单位：市发展改革委，配合单位：市委组织部; 市教育局牵头，市财政局配合，2025年底前完成; 责任单位：市教育局。
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from engine.lexicon.organs import Organs
from engine.lexicon.task_words import TaskWords
from engine.parsing.organs import split_units

Role = Literal["lead", "plain", "support"]


class Roles(NamedTuple):
    """`lead` and `support` in order; `deadline` and `leader` as written. `named` tells that a label or a word of role
    stood there, so that it is no mere list of units."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    leader: str | None = None
    deadline: str | None = None
    named: bool = False


class _Share(NamedTuple):
    role: Role
    units: tuple[str, ...]


_STOPS = "，,。；;、\\s"
_DAY = r"(?:\d{1,2}月(?:份)?(?:\d{1,2}日)?|第?[一二三四1-4]季度|[上下]半年|[上中下]旬|年?[底末初中]|\d{1,2}日)"
_DATE = (
    rf"(?:(?:并于|到|至|于|自|从|力争|确保|原则上|须|应)?(?:(?:20)?\d\d年|二[〇○零][〇○零一二三四五六七八九]{{2}}年|[今明后本当每]年)"
    rf"(?:全年|{_DAY})*|{_DAY}+|[“\"]?[十一二三四五]{{2,3}}[”\"]?(?:期间|期末|末))"
)
_BOUND = r"(?:之前|以前|以内|前|内|期间|起|止)?"
_DONE = (
    r"(?:全部|全面|基本|按期|如期|按时)?"
    r"(?:完成|落实到位|整改到位|落实|办结|建成|取得(?:明显|阶段性|实质性)?成效|见效|出台|启动|达标|到位)"
)
# 2025年12月底前完成: a whole clause that tells a time and at most that something is done by then.
_DEADLINE = re.compile(
    rf"(?:^|(?<=[{_STOPS}]))(?:\d{{1,2}}个?(?:月|工作日|年)内|{_DATE}(?:\s*[-—－–~～至到]+\s*{_DATE})?{_BOUND})"
    rf"(?P<done>{_DONE}[^，,。；;、）)]{{0,12}})?(?=[，,。；;）)\s]|$)"
)
# 列第一位的为牵头单位，下同; 以下任务均需各区市政府落实，不再一一列出
_NOTE = re.compile(
    r"[。；;]?\s*(?:列(?:第一|首)位的?|排(?:名|在)?(?:第一|首)位?的?|第一个|以下|下同|下列|具体任务|其他|涉及)"
    r"[^。；;：:]*(?:下同|牵头|不再[^。；;]*)[。]?\s*$"
)


def roles_of(text: str, words: TaskWords, organs: Organs) -> Roles:
    """The roles that a bracket's content or a closing line tells; empty where it tells none."""
    text = _NOTE.sub("", text.strip())
    labels = list(words.label.finditer(text))
    if not labels:
        return _unlabelled(text, words, organs)
    before = text[: labels[0].start()].rstrip()
    head = _unlabelled(before, words, organs) if before.endswith(("，", ",", "；", ";", "。", "、")) else Roles()
    fields: dict[str, list[str]] = {}
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        value = text[label.end() : following.start() if following else len(text)]
        fields.setdefault(str(label.lastgroup), []).append(value.strip("，,。；;、 \u3000\n"))
    return _of_fields(fields, head, words, organs)


def _of_fields(fields: dict[str, list[str]], head: Roles, words: TaskWords, organs: Organs) -> Roles:
    deadline = "，".join(fields.get("deadline", ())) or head.deadline
    shares: list[_Share] = [_Share("lead", head.lead), _Share("support", head.support)]
    has_lead = "lead" in fields or bool(head.lead)
    for kind in ("lead", "plain", "support"):
        for value in fields.get(kind, ()):
            rest, when = _without_deadline(value, words)
            deadline = deadline or when
            role: Role = "support" if kind == "plain" and has_lead else kind
            shares += _shares(rest, role, words, organs)
    lead, support = _shared_out(shares)
    leader = "、".join(fields.get("leader", fields.get("person", ()))) or None
    return Roles(lead, support, leader, deadline or None, named=True)


def _unlabelled(text: str, words: TaskWords, organs: Organs) -> Roles:
    rest, deadline = _without_deadline(text, words)
    shares = _shares(rest, None, words, organs)
    lead, support = _shared_out(shares)
    return Roles(lead, support, None, deadline, named=words.role.search(rest) is not None)


def _without_deadline(text: str, words: TaskWords) -> tuple[str, str | None]:
    """The text without the clauses that tell a time, and that time as written (without 完成)."""
    found: list[str] = []
    rest = text
    matches = [*_DEADLINE.finditer(text), *_standing(text, words)]
    for match in sorted(matches, key=lambda each: -each.start()):
        done = match.groupdict().get("done") or ""
        found.insert(0, match.group()[: len(match.group()) - len(done)] if _is_plain_done(done) else match.group())
        rest = rest[: match.start()] + rest[match.end() :]
    return rest, "，".join(found) or None


def _is_plain_done(done: str) -> bool:
    return done in {"完成", "全部完成", "办结", "落实", "落实到位", "按期完成", "整改到位", "到位"}


def _standing(text: str, words: TaskWords) -> list[re.Match[str]]:
    pattern = re.compile(rf"(?:^|(?<=[{_STOPS}])){words.standing.pattern}(?=[，,。；;）)\s]|$)")
    return list(pattern.finditer(text))


def _shares(text: str, role: Role | None, words: TaskWords, organs: Organs) -> list[_Share]:
    """Lists of units with the role that the word after each gives; `role` is what a label before them said."""
    shares: list[_Share] = []
    at = 0
    for match in words.role.finditer(text):
        if match.start() < at or not _ends_a_list(text, match):
            continue
        units = split_units(text[at : match.start()], organs)
        at = match.end()
        kind = str(match.lastgroup)
        told: Role = "lead" if kind in {"lead", "join"} else "support" if kind == "support" else "plain"
        if role and told == "plain":
            told = role
        if units:
            shares.append(_Share(told, units))
        if kind == "join":
            role = "support"
        if kind == "plain":
            at = _object_end(text, at)
    units = split_units(text[at:], organs)
    if units:
        shares.append(_Share(role or "plain", units))
    return shares


def _ends_a_list(text: str, role: re.Match[str]) -> bool:
    """A word of role ends its list: 市推进办负责, but not the 负责 of 负责人 or the 配合 of 协作配合办."""
    if role.lastgroup in {"lead", "join"}:
        return role.start() > 0
    after = text[role.end() : role.end() + 1]
    return role.start() > 0 and (not after or after in "，,。；;、 \n）)" or role.lastgroup == "plain")


def _object_end(text: str, at: int) -> int:
    """负责校园食堂改造，: what is taken charge of runs to the next stop."""
    match = re.compile(r"[^，,。；;]*").match(text, at)
    return match.end() if match else at


def _shared_out(shares: list[_Share]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Leads and supporters: where nobody leads by name, the first unit of the first list leads."""
    lead = [unit for share in shares if share.role == "lead" for unit in share.units]
    support: list[str] = []
    for share in shares:
        units = share.units
        if share.role == "plain" and not lead:
            lead, units = [units[0]], units[1:]
        if share.role != "lead":
            support += units
    return tuple(dict.fromkeys(lead)), tuple(unit for unit in dict.fromkeys(support) if unit not in lead)

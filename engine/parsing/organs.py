"""Splits a list of units as officials write it: at 、 and ，, but 各区、县级市 stays one."""

from __future__ import annotations

import re

from engine.lexicon.organs import Organs

_OPEN, _CLOSE = "（(〔[【《“", "）)〕]】》”"
_KIND = r"(?:县级市|县市区|区县|县区|乡镇|镇街|县|区|市|旗|州|盟|省|乡|镇|街道)(?:[（(][^（()）]*[)）])?"
_GOVERNMENT = r"(?:党委|人民政府|政府|管委会|办事处)?"
# 各区、县级市; 各市、县（市、区）人民政府: divisions named one after the other are one unit.
_EACH = re.compile(rf"(?:各|有关|相关)?{_KIND}(?:{_KIND})?{_GOVERNMENT}")
_TAIL = re.compile(rf"(?:{_KIND})+{_GOVERNMENT}|(?:(?:有关|相关)?(?:单位|部门|机构))")
_ET_CETERA = re.compile(
    r"等(?:[一二三四五六七八九十\d]+[个家])?(?:市级|省级|市直|区直|县直|各)?(?:有关|相关)?(?:部门和单位|单位和部门|部门|单位|地区)?$"
)
_HEAD = re.compile(r"^(?:[，,、；;：:。\s]|由|请|以及|及(?!第)|和(?![平田林县谐]))+")
_TRAIL = re.compile(r"(?:[，,、；;：:。\s]|共同|联合|分别|负责|具体)+$")


def split_units(text: str, organs: Organs) -> tuple[str, ...]:
    """The units of a list, as written, in order, each once. Blanks within are dropped."""
    tight = re.sub(r"\s+", "", text)
    members: list[str] = []
    for piece in _pieces(tight):
        member = _bare(piece)
        if members and _belongs_to(members[-1], member):
            members[-1] = f"{members[-1]}、{member}"
        elif member:
            members += _joined_by_and(member, organs)
    return tuple(dict.fromkeys(member for member in members if member))


def _pieces(text: str) -> list[str]:
    """The text cut at 、，； outside brackets."""
    pieces, depth, start = [], 0, 0
    for at, sign in enumerate(text):
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and sign in "、，,；;":
            pieces.append(text[start:at])
            start = at + 1
    pieces.append(text[start:])
    return pieces


def _bare(piece: str) -> str:
    """市财政局等有关部门 is 市财政局; 由市教育局 is 市教育局."""
    return _TRAIL.sub("", _ET_CETERA.sub("", _HEAD.sub("", piece)))


def _belongs_to(before: str, member: str) -> bool:
    if not _TAIL.fullmatch(member):
        return False
    if member.endswith(("单位", "部门", "机构")):
        return before.endswith(("部门", "单位", "部委", "各委办局")) and len(member) <= 4
    return all(_EACH.fullmatch(part) for part in before.split("、"))


def _joined_by_and(member: str, organs: Organs) -> list[str]:
    """市教育局和市财政局 is two units, 市人力资源和社会保障局 one: both sides must be organs."""
    for match in re.finditer(r"以及|[和及与]", member):
        left, right = member[: match.start()], member[match.end() :]
        if organs.is_organ(left) and organs.is_organ(right) and len(left) >= 3 and len(right) >= 3:
            return [left, *_joined_by_and(right, organs)]
    return [member]

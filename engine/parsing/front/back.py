"""What follows the text: list of annexes, signature, date, note, copies, printing (GB/T 9704-2012 7.3.4 to 7.4.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from engine.model.flow import Flow
from engine.parsing.front.dates import find_date
from engine.parsing.front.elements import HeadReader, is_bare_date

_COPIES = re.compile(r"^(?:主|抄)\s*[送报]\s*(?:单位)?[：:]\s*(?P<n>.+)$", re.DOTALL)
_PRINTED = re.compile(
    r"^(?P<n>\S.{2,60}?)\s*(?P<d>(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*印发\s*(?:共.*份.*)?$"
)
_NOTE = re.compile(
    r"^[（(]\s*(?P<n>(?:此件|联系人|信息公开|公开|依申请|不予公开|主动公开|此文|有效期)[^）)]*)[）)]\s*$"
)
_DISCLOSURE = re.compile(r"^(?P<n>(?:信息)?公开(?:选项|属性|方式|形式|类别)[：:].*)$")
_LISTED = re.compile(r"^附\s*件\s*[：:]\s*(?P<n>.*)$", re.DOTALL)
_NUMBERED = re.compile(r"(?:^|(?<=\s)|(?<=[\u4e00-\u9fff）)》])(?=\d{1,2}[.．、]))\d{1,2}\s*[.．、]\s*")
_SIGNATURE_REACH = 6  # lines of a list of annexes between 附件： and the signature
_ORGANS_ABOVE = 4


class Field(NamedTuple):
    """A field found in the back matter; [start, end) of the flow."""

    name: str
    value: str
    start: int
    end: int


class Back(NamedTuple):
    """Fields, the paragraphs they stand in, the annexes announced, and where the text ends."""

    fields: tuple[Field, ...] = ()
    paragraphs: frozenset[int] = frozenset()
    attachments: tuple[str, ...] = ()
    first: int | None = None


def find_back(flow: Flow, reader: HeadReader, start: int) -> Back:
    """The back matter after paragraph `start`. Of several signatures (a notice, and what it passes on) the first
    one signs the document."""
    fields: list[Field] = []
    paragraphs: set[int] = set()
    attachments: tuple[str, ...] = ()
    texts = [flow.of(paragraph).strip() for paragraph in flow.paragraphs]
    signed = _signature(texts, reader, start)
    if signed is not None:
        organs, date = signed
        fields += _signed(flow, texts, organs, date)
        paragraphs.update((*organs, date))
        listed = _annex_list(texts, min((*organs, date)), start)
        paragraphs.update(listed)
        attachments = _names([texts[index] for index in listed])
    for index in range(start, len(texts)):
        field = _closing(texts[index]) if len(texts[index]) <= 400 else None
        if field is not None:
            at = flow.paragraphs[index].start
            fields.append(Field(field[0], field[1], at, flow.paragraphs[index].end))
            paragraphs.add(index)
    return Back(tuple(fields), frozenset(paragraphs), attachments, min(paragraphs) if paragraphs else None)


def _closing(text: str) -> tuple[str, str] | None:
    for name, pattern in (("copies_to", _COPIES), ("printed_by", _PRINTED), ("note", _NOTE), ("note", _DISCLOSURE)):
        match = pattern.match(text)
        if match:
            return name, match["n"].strip(" 。\u3000")
    return None


def _signature(texts: Sequence[str], reader: HeadReader, start: int) -> tuple[list[int], int] | None:
    """The lines of organs and the line of the date that sign a document."""
    for index in range(start + 1, len(texts)):
        if len(texts[index]) > 30 or not is_bare_date(texts[index]):
            continue
        organs: list[int] = []
        above = index - 1
        while above > start and len(organs) < _ORGANS_ABOVE and reader.is_organs(texts[above]):
            organs.insert(0, above)
            above -= 1
        if organs or index >= len(texts) - _SIGNATURE_REACH:
            return organs, index
    return None


def _signed(flow: Flow, texts: Sequence[str], organs: Sequence[int], date: int) -> list[Field]:
    fields = []
    if organs:
        start, end = flow.paragraphs[organs[0]].start, flow.paragraphs[organs[-1]].end
        fields.append(Field("issuer", " ".join(" ".join(texts[index].split()) for index in organs), start, end))
    found = find_date(texts[date])
    if found:
        fields.append(Field("date", found[0], flow.paragraphs[date].start, flow.paragraphs[date].end))
    return fields


def _annex_list(texts: Sequence[str], signature: int, start: int) -> list[int]:
    """附件：1.…… 2.…… right above the signature."""
    for index in range(signature - 1, max(start, signature - 4 * _SIGNATURE_REACH), -1):
        if _LISTED.match(texts[index]):
            between = texts[index + 1 : signature]
            if all(len(text) <= 80 and not text.endswith("。") for text in between):
                return list(range(index, signature))
            return []
    return []


def _names(lines: Sequence[str]) -> tuple[str, ...]:
    if not lines:
        return ()
    match = _LISTED.match(lines[0])
    text = " ".join([match["n"] if match else lines[0], *lines[1:]])
    parts = [part.strip(" \u3000；;。") for part in _NUMBERED.split(text)]
    return tuple(" ".join(part.split()) for part in parts if part)

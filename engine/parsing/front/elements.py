"""Tells the elements of a document's head apart, line by line (GB/T 9704-2012 7.2 and 7.3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from engine.lexicon.organs import Organs
from engine.lexicon.surnames import Surnames
from engine.parsing.front.dates import find_date

Element = Literal[
    "copy_number", "secrecy", "urgency", "issuer", "document_number", "signatory", "title", "subtitle", "enactment",
    "speaker", "role", "date", "salutation", "recipients", "other",
]  # fmt: skip

_B = r"[ \u3000\u00a0\t]*"
NUMBER = re.compile(
    rf"(?P<n>[\u4e00-\u9fff]{{1,14}}{_B}(?:[〔\[［（(【]{_B}(?:19|20)\d\s?\d{_B}年?{_B}[〕\]］）)】]|(?:19|20)\d\d年){_B}第?{_B}\d+{_B}号)"
)
_ORDER_NUMBER = re.compile(rf"^[（(]?(?:(?:19|20)\d\d年)?第{_B}[\d一二三四五六七八九十百〇零]+{_B}号[)）]?$")
_ISSUE = re.compile(rf"^[（(]?(?:总)?第{_B}[\d一二三四五六七八九十百〇零]+{_B}[期次][)）]?$")
_COPY = re.compile(rf"^(?:份号{_B}[：:]?{_B})?(?P<n>(?:№|No\.?)?\s?\d{{6,7}})(?={_B}|$)")
_SECRECY = re.compile(
    rf"(?:^|{_B})(?P<n>(?:绝密|机密|秘密|内部资料|内部)(?:{_B}[★☆*]{_B}[\d\u4e00-\u9fff]*)?)(?={_B}$|{_B}[特加平]急)"
)
_URGENCY = re.compile(rf"(?:^|{_B}|级[：:])(?P<n>特急|加急|平急|特提|急件)(?={_B}$|{_B}[绝机秘])")
_SIGNATORY = re.compile(rf"签{_B}发{_B}人{_B}[：:]{_B}(?P<n>.*)$")
_MARK = re.compile(rf"^(?P<n>[\u4e00-\u9fff（）()、\s]{{3,60}}?){_B}(?:文{_B}件)$")
_SALUTATION = re.compile(
    r"(?:同志们|朋友们|同学们|战友们|乡亲们|先生们|女士们|来宾们|老师们|代表们|委员们|各位|尊敬的|亲爱的|女士|先生|同志|主席|阁下)"
)
_RECIPIENT = re.compile(
    r"(?:^各|各[\u4e00-\u9fff]{0,12}(?:人民政府|单位|部门|公司|企业|学校|机构|区|县|市|局|处|室|院))"
)
_DASHED = re.compile(r"^(?:——|──|－－|--|—|―)")
_SPEECH = re.compile(
    r"^(?:在|于|（?\s*\d{4}年).{4,60}(?:讲话|发言|致辞|报告|演讲|会议上|大会上|[上])(?:的(?:讲话|发言|致辞|报告|说明))?[）)]?$"
)
_BRACKETED = re.compile(r"^[（(].*[）)]$", re.DOTALL)
_ENACTED = re.compile(r"(?:通过|修订|修正|公布|施行|批准|发布|颁布|令第)")
_ROLES = re.compile(
    r"(?:书记|总理|市长|省长|县长|区长|州长|镇长|乡长|主任|局长|部长|厅长|处长|科长|主席|院长|校长|会长|秘书长|检察长|委员长|常委|委员|司令员|政委|董事长|总经理|行长|司长|署长|主编|研究员|教授|首相|总统)$"
)
_SENTENCE = re.compile(r"[。；！？]")
SALUTATION_LONGEST, RECIPIENTS_LONGEST = 60, 400

FIXED: Mapping[Element, re.Pattern[str]] = MappingProxyType(
    {"copy_number": _COPY, "secrecy": _SECRECY, "urgency": _URGENCY, "signatory": _SIGNATORY, "document_number": NUMBER}
)
"""Elements told by their form alone; one line may hold several (文号 and 签发人)."""


class Line(NamedTuple):
    """What a line of the head is; `fields` holds (element, value, start, end) within the line."""

    element: Element
    fields: tuple[tuple[Element, str, int, int], ...] = ()


class HeadReader:
    """Reads single lines; the order among them is `find_front`'s business."""

    def __init__(self, organs: Organs, surnames: Surnames) -> None:
        self._organs = organs
        self._surnames = surnames

    def read(self, line: str, *, titled: bool) -> Line:
        """What a line is. `titled` says that the title stands above it."""
        text = line.strip()
        at = line.find(text)
        fixed = self._fixed(text, at)
        if fixed:
            return Line(fixed[0][0], fixed)
        whole = (at, at + len(text))
        mark = _MARK.match(text)
        if mark and not titled and self.is_organs(mark["n"]):
            return Line("issuer", (("issuer", mark["n"].strip(), at, at + mark.end("n")),))
        if _ORDER_NUMBER.match(text) or _ISSUE.match(text):
            return Line("document_number", (("document_number", text.strip("（）()"), *whole),))
        element = self._after_title(text) if titled else None
        element = element or self._anywhere(text)
        return Line(element, ((element, text, *whole),)) if element else Line("other")

    def _fixed(self, text: str, at: int) -> tuple[tuple[Element, str, int, int], ...]:
        if len(text) > 60:
            return ()
        found: list[tuple[Element, str, int, int]] = []
        for element, pattern in FIXED.items():
            match = pattern.search(text)
            if match is None:
                continue
            around = text[: match.start()] + text[match.end() :]
            if element == "document_number" and len(around.strip("　 ")) > 20:
                continue
            found.append((element, match["n"].strip(), at + match.start("n"), at + match.end("n")))
        return tuple(found)

    def _anywhere(self, text: str) -> Element | None:
        if is_bare_date(text):
            return "date"
        if text.endswith(("：", ":", "！", "!", "，")) and len(text) <= SALUTATION_LONGEST and _SALUTATION.search(text):
            return "salutation" if not _SENTENCE.search(text[:-1]) and "“" not in text else None
        if text.endswith(("：", ":")) and len(text) <= RECIPIENTS_LONGEST and self._addresses(text[:-1]):
            return "recipients"
        if _DASHED.match(text) and len(text) <= 80 and not _SENTENCE.search(text):
            return "subtitle"
        if _BRACKETED.match(text) and _ENACTED.search(text) and find_date(text):
            return "enactment"
        return None

    def _after_title(self, text: str) -> Element | None:
        if self._surnames.is_person(text):
            return "speaker"
        if _SPEECH.match(text):
            return "subtitle"
        tokens = text.split()
        if len(tokens) in (2, 3) and self._surnames.is_person(tokens[-1]) and _ROLES.search(tokens[-2]):
            return "speaker"
        if _ROLES.search(text) and len(text) <= 20:
            return "role"
        if self.is_organs(text):
            return "issuer"
        return None

    def is_person(self, text: str) -> bool:
        """Whether a line is a person's name and nothing else."""
        return self._surnames.is_person(text)

    def person_of(self, text: str) -> str:
        """The name within a line that names a speaker: `国务院总理 李克强` holds 李克强."""
        tokens = text.split()
        if len(tokens) > 1 and not self._surnames.is_person(text):
            return tokens[-1]
        return "".join(tokens)

    def is_organs(self, text: str) -> bool:
        """Whether a line names one organ or several, set apart by blanks or 、."""
        tokens = [token for token in re.split(r"[\s、]+", text) if token]
        return bool(tokens) and len(text) <= 80 and all(len(t) >= 3 and self._organs.is_organ(t) for t in tokens)

    def _addresses(self, text: str) -> bool:
        if _SENTENCE.search(text):
            return False
        tokens = [token for token in re.split(r"[，、,]", text) if token]
        organs = sum(self._organs.is_organ(token.strip()) for token in tokens)
        return bool(_RECIPIENT.search(text)) or organs * 2 >= len(tokens) > 0


def is_bare_date(text: str) -> bool:
    """Whether a line is a date and nothing else, brackets aside."""
    inner = text.strip().strip("（）() \u3000")
    found = find_date(inner)
    return found is not None and found[1] == 0 and found[2] >= len(inner.rstrip())

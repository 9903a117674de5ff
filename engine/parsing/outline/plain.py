"""Headings without numbers: by their words (前言, 附录), by how they are set, by contents and bookmarks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from engine.lexicon.organs import Organs
from engine.model.flow import Flow, Paragraph
from engine.parsing.outline.contents import key_of
from engine.parsing.outline.evidence import Backing, Evidence
from engine.parsing.outline.items import NO_HEADINGS, Item
from engine.parsing.outline.looks import Look, Looks

_LONGEST = 45
_WORDED = re.compile("[\u3400-\u9fff]|[A-Za-z]{3}")
_NO_END = re.compile(r"[。；;，,、：:…！!？?]$")
_DATE = re.compile(r"^[（(]?\s*[〇○零一二三四五六七八九十\d]{2,4}\s*年[\d〇一二三四五六七八九十\s年月日至—-]*[）)]?$")
_CAPTION = re.compile(r"^(?:续?[图表]|专栏|Figure|Fig\.|Table)\s*[\dA-Z一二三四五六七八九十]")
_SOURCE = re.compile(r"^(?:资料|数据)?来源[：:]|^注[：:]|^单位[：:]|^Source")
_FOLIO = re.compile(r"^[ivxlc]+$|^第?\s*\d+\s*页?$", re.IGNORECASE)
_LABELLED = re.compile(r"^[\u4e00-\u9fff]{1,6}[：:]\s*\S|^\S+@\S+$")  # 译者：……, 联系电话：……
_BULLET = re.compile(r"^[•·●○■□◆◇▪▶►★☆※➢✓√*–\-−▲△]")
_CODE = re.compile(r"mono|courier|consol|typewriter|lmtt|menlo")
_SAMPLE = 20_000  # characters by which the language is told
_MANY = 5  # entries from which a table of contents, or bookmarks, count as complete
KEPT = 2.0


class PlainHeadings:
    """Finds unnumbered headings of one flow."""

    def __init__(
        self,
        flow: Flow,
        looks: Looks,
        evidence: Evidence,
        words: frozenset[str],
        organs: Organs,
        known: Iterable[str | None] = (),
    ) -> None:
        """`known` are the document's title and issuer, which stand on covers and in running heads too."""
        self._organs = organs
        sample = flow.text[:_SAMPLE]
        self._is_chinese = 3 * sum("\u3400" <= sign <= "\u9fff" for sign in sample) > len(sample)
        self._known = frozenset(_key(text) for text in known if text)
        self._flow = flow
        self._looks = looks
        self._evidence = evidence
        self._words = words

    def find(self, skip: frozenset[int], taken: frozenset[int]) -> Iterator[tuple[Item, Backing, float]]:
        """Every unnumbered heading with its evidence and points, in the order of the text. `skip` are paragraphs
        that are no text (contents, front matter), `taken` begin with a marker."""
        candidates = {
            index: item
            for index, paragraph in enumerate(self._flow.paragraphs)
            if index not in skip and index not in taken and (item := self._candidate(index, paragraph))
        }
        pure = self._pure_looks(candidates)
        items = list(candidates.values())
        backings = self._evidence.backings(items, [self._looks.weight(item.look) for item in items])
        for (index, item), backing in zip(candidates.items(), backings, strict=True):
            points = self._points(index, item, backing, candidates, pure)
            if points >= KEPT:
                yield item, backing, points

    def is_named(self, item: Item) -> bool:
        """Whether an item is a heading by its words alone."""
        return key_of(self._flow.text[item.start : item.end]) in self._words

    def _candidate(self, index: int, paragraph: Paragraph) -> Item | None:
        if paragraph.kind in NO_HEADINGS or paragraph.end - paragraph.start > 2 * _LONGEST:
            return None
        text = self._flow.of(paragraph)
        start = paragraph.start + len(text) - len(text.lstrip())
        text = text.strip()
        if not text or len(text) > _LONGEST or _NO_END.search(text) or not _WORDED.search(text):
            return None
        if (
            _BULLET.match(text)
            or _FOLIO.match(text)
            or _CODE.search(paragraph.style.font.lower())
            or _key(text) in self._known
        ):
            return None
        if _DATE.match(text) or _CAPTION.match(text) or _SOURCE.match(text) or text.startswith(("——", "—")):
            return None
        end = start + len(text)
        return Item(index, start, start, end, 0, end, "block", self._looks.at(paragraph, start, end))

    def _points(
        self, index: int, item: Item, backing: Backing, candidates: dict[int, Item], pure: frozenset[Look]
    ) -> float:
        points = 1.2 * self._looks.weight(item.look)
        text = self._flow.text[item.start : item.end]
        points += 2.6 if self.is_named(item) else 0.0
        points += 4.0 if backing else -1.2 * self._evidence.is_complete(_MANY)
        points += 0.8 if item.look in pure else 0.0
        points -= 1.0 if self._is_chinese and text.isascii() else 0.0
        points -= 2.0 if self._organs.is_organ(text) else 0.0
        points -= 0.6 if "，" in text else 0.0
        points += self._surroundings(index, item, candidates)
        if self._flow.paragraphs[index].kind in {"heading", "title"}:
            points += 0.5
        return points

    def _surroundings(self, index: int, item: Item, candidates: dict[int, Item]) -> float:
        paragraphs = self._flow.paragraphs
        below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if below is None:
            return -2.0
        points = 0.0
        if self._goes_on(item, below):
            points -= 3.0
        if below.kind in {"cell", "caption"} or self._is_above_caption(index):
            points -= 1.6
        elif below.end - below.start > _LONGEST:
            points += 0.6
        alike = sum(
            (near := candidates.get(index + step)) is not None and near.look == item.look for step in (-2, -1, 1, 2)
        )
        return points - 0.7 * alike

    def _is_above_caption(self, index: int) -> bool:
        """Whether a line stands right above a caption: the legend of a chart."""
        near = self._flow.paragraphs[index + 1 : index + 3]
        return any(_CAPTION.match(self._flow.text[p.start : p.start + 8]) or p.kind == "caption" for p in near)

    def _goes_on(self, item: Item, below: Paragraph) -> bool:
        """Whether a line in the body's own look is the beginning of a paragraph that was broken in two: the next one
        starts without the indent that paragraphs of this document have."""
        own, body = item.look, self._looks.body
        alike = (own.size, own.bold, own.font) == (body.size, body.bold, body.font)
        return alike and self._looks.indent > 0 and below.style.indent < self._looks.indent / 2

    def _pure_looks(self, candidates: dict[int, Item]) -> frozenset[Look]:
        """Looks that differ from the body and are used for short lines only."""
        short: Counter[Look] = Counter(item.look for item in candidates.values())
        long: Counter[Look] = Counter()
        for paragraph in self._flow.paragraphs:
            if paragraph.end - paragraph.start > 2 * _LONGEST:
                long[self._looks.at(paragraph, paragraph.start, paragraph.end)] += 1
        return frozenset(look for look, count in short.items() if count > 1 and long[look] * 5 <= count)


def _key(text: str) -> str:
    return key_of(text).replace("—", "")

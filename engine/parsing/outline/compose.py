"""Puts the outline together: marked and unnumbered headings, theses, their levels and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, Protocol

from engine.lexicon.numbering import Numbering
from engine.lexicon.organs import Organs
from engine.model.flow import Flow
from engine.model.link import Bookmark
from engine.model.parse import Heading
from engine.parsing.front import FrontMatter
from engine.parsing.numbering import Reading
from engine.parsing.outline.confidence import confidence_of
from engine.parsing.outline.contents import find_contents
from engine.parsing.outline.evidence import Backing, Evidence
from engine.parsing.outline.items import COUNTED, NO_HEADINGS, Item, MarkedItems
from engine.parsing.outline.judge import LISTS, Judge
from engine.parsing.outline.looks import Looks
from engine.parsing.outline.order import ANNEX, NAMED, PLAIN, Entry, Scheme
from engine.parsing.outline.plain import PlainHeadings
from engine.parsing.outline.runs import find_runs
from engine.parsing.outline.shapes import shape_of, width_of

_THESIS = re.compile(r"\s*(?:——|──|－－|--|—)\s*(?=\S)")
_LONGEST_THESIS = 40
_LONGEST_TITLE_BELOW = 45
_FULL_LINE = 0.55  # of the page's width: the text column is seldom narrower
_ALONE = frozenset({"bare", "block", "lead"})
_SPACED = re.compile(r"^(?:[\u3400-\u9fff]\s+)+[\u3400-\u9fff]$")
_BLANKS = re.compile(r"\s+")

Style = Literal["block", "runin", "thesis"]


class OutlineWords(Protocol):
    """What the outline asks of the lexicon."""

    @property
    def numbering(self) -> Numbering: ...
    @property
    def heading_words(self) -> frozenset[str]: ...
    @property
    def organs(self) -> Organs: ...


class Found(NamedTuple):
    """A heading without its level. `mark` is the end of its marker (its start when it has none)."""

    item: Item
    entry: Entry
    mark: int
    points: float
    style: Style


def find_outline(
    flow: Flow, front: FrontMatter, bookmarks: Sequence[Bookmark], lexicon: OutlineWords
) -> tuple[Heading, ...]:
    """The headings of a flow in the order of the text, with levels from 1 by the document's own scheme.

    `bookmarks` are evidence, not truth: pass none to leave them out. Takes time linear in the length of the flow
    and never raises on account of what the text says.
    """
    looks = Looks(flow)
    contents = find_contents(flow)
    skip = contents.paragraphs | front.matter
    evidence = Evidence(flow, contents, bookmarks)
    reader = MarkedItems(flow, looks, lexicon.numbering)
    items = list(reader.find(skip))
    marked = list(_marked(flow, looks, evidence, items))
    skip |= reader.running
    listed = frozenset(item.paragraph for item in items)
    taken = frozenset(
        flow.paragraph_at(at) for found in marked for at in (found.item.start, found.item.text, found.item.end - 1)
    )
    known = (front.front.title, front.front.issuer)
    words = PlainHeadings(flow, looks, evidence, lexicon.heading_words, lexicon.organs, known)
    plain = list(_plain(flow, words, skip, taken, listed))
    found = sorted([*marked, *plain], key=lambda one: one.item.start)
    levels = Scheme([one.entry for one in found], lexicon.numbering.ranks, looks).levels()
    leveled = sorted([*zip(found, levels, strict=True), *_theses(flow, looks, skip | taken, found, levels)], key=_place)
    return tuple(_heading(flow, at, one, level) for at, (one, level) in enumerate(leveled, 1))


def _place(leveled: tuple[Found, int]) -> int:
    return leveled[0].item.start


def _marked(flow: Flow, looks: Looks, evidence: Evidence, items: Sequence[Item]) -> Iterator[Found]:
    """The marked items that are headings, run by run."""
    backings = evidence.backings(items, [looks.weight(item.look) for item in items])
    judge = Judge(flow, looks, items, backings)
    firsts = frozenset(item.paragraph for item in items)
    runs = find_runs(items)
    judge.weigh(runs)
    for number, run in enumerate(runs):
        for at in judge.keeps(run):
            member = run.members[at]
            item, mark = _read_again(flow, items[member.item], member.reading, looks, firsts)
            entry = Entry(run.family, number, member.number, item.look, backings[member.item])
            style = _style_of(item, run.family)
            yield Found(item, entry, mark, judge.points(run, at), style)


def _style_of(item: Item, family: str) -> Style:
    """A heading alone on its line, though it may end with a full stop; or run in before its text."""
    if item.inline or family in COUNTED or family == "article":
        return "block" if item.shape in {"bare", "block"} and not item.inline else "runin"
    if item.shape == "sentence":
        return "runin" if family in LISTS else "block"
    return "block" if item.shape in _ALONE else "runin"


def _read_again(flow: Flow, item: Item, reading: Reading, looks: Looks, firsts: frozenset[int]) -> tuple[Item, int]:
    """An item by the reading that its run has chosen, and where its marker ends."""
    start = flow.paragraphs[item.paragraph].start
    words = shape_of(flow.text[start : item.limit], reading.text)
    mark = start + reading.end
    item = item._replace(text=start + words.start, end=max(start + words.end, mark), shape=words.shape)
    if words.shape == "bare":
        item = _with_title_below(flow, item, firsts)
    elif words.shape == "block":
        item = _with_rest_below(flow, item, looks, firsts)
    return item, mark


def _with_title_below(flow: Flow, item: Item, firsts: frozenset[int]) -> Item:
    """附件1, its title on the next line."""
    below = item.paragraph + 1
    if below >= len(flow.paragraphs) or below in firsts or flow.paragraphs[below].kind in NO_HEADINGS:
        return item
    paragraph = flow.paragraphs[below]
    words = shape_of(flow.of(paragraph), 0, marked=False)
    if words.shape != "block" or words.end - words.start > _LONGEST_TITLE_BELOW:
        return item
    return item._replace(text=paragraph.start + words.start, end=paragraph.start + words.end)


def _fills_line(flow: Flow, item: Item) -> bool:
    """Whether the words of an item are about as wide as a line."""
    if not flow.pages:
        return False
    page = flow.pages[min(flow.page_at(item.start), len(flow.pages)) - 1]
    return width_of(flow.text, item.start, item.end) * item.look.size / 2 >= _FULL_LINE * page.size[0]


def _with_rest_below(flow: Flow, item: Item, looks: Looks, firsts: frozenset[int]) -> Item:
    """A long heading whose last words stand on a line of their own, set alike: centred headings of two lines."""
    below = item.paragraph + 1
    if below >= len(flow.paragraphs) or below in firsts or looks.weight(item.look) < 1:
        return item
    paragraph = flow.paragraphs[below]
    same = looks.at(paragraph, paragraph.start, paragraph.end)._replace(align=item.look.align) == item.look
    if not _fills_line(flow, item) or not same or paragraph.end - paragraph.start > _LONGEST_TITLE_BELOW:
        return item
    return item._replace(end=paragraph.start + len(flow.of(paragraph).rstrip()))


def _plain(
    flow: Flow, headings: PlainHeadings, skip: frozenset[int], taken: frozenset[int], listed: frozenset[int]
) -> Iterator[Found]:
    """Unnumbered headings, also of two lines; of paragraphs with a marker that is no heading's only what contents or
    bookmarks name."""
    kept: list[tuple[Item, Backing, float]] = []
    for item, backing, points in headings.find(skip, taken):
        if item.paragraph in listed and not backing:
            continue
        if kept and _goes_on(flow, kept[-1][0], item):
            kept[-1] = (kept[-1][0]._replace(end=item.end), kept[-1][1], kept[-1][2])
        else:
            kept.append((item, backing, points))
    for item, backing, points in kept:
        family = f"{PLAIN}:{item.look.size}:{item.look.bold}:{item.look.font}"
        if headings.is_named(item):
            family = ANNEX if flow.text.startswith("附", item.start) else NAMED
        yield Found(item, Entry(family, -1, (), item.look, backing), item.start, points, "block")


def _goes_on(flow: Flow, item: Item, following: Item) -> bool:
    """Whether the next line goes on with a heading that fills its line and is set alike."""
    return following.paragraph == item.paragraph + 1 and following.look == item.look and _fills_line(flow, item)


def _theses(
    flow: Flow, looks: Looks, skip: frozenset[int], found: Sequence[Found], levels: Sequence[int]
) -> Iterator[tuple[Found, int]]:
    """Paragraphs that open with a dash and a short sentence: “——经济发展再上新台阶。国内生产总值……”."""
    at = 0
    for index, paragraph in enumerate(flow.paragraphs):
        while at < len(found) and found[at].item.start < paragraph.start:
            at += 1
        if index in skip or paragraph.kind in NO_HEADINGS:
            continue
        line = flow.of(paragraph)
        dash = _THESIS.match(line)
        if dash is None:
            continue
        words = shape_of(line, dash.end())
        if words.shape not in {"runin", "label"} or words.end - words.start > _LONGEST_THESIS:
            continue
        start = paragraph.start + words.start
        end = paragraph.start + words.end
        item = Item(index, start, start, end, words.rest, paragraph.end, words.shape, looks.at(paragraph, start, end))
        entry = Entry("thesis", -1, (), item.look, Backing(None, None))
        yield Found(item, entry, start, 1.0, "thesis"), (levels[at - 1] if at else 0) + 1


def _heading(flow: Flow, at: int, found: Found, level: int) -> Heading:
    item = found.item
    marker = _BLANKS.sub(" ", flow.text[item.start : found.mark].strip())
    return Heading(
        id=f"h{at}",
        level=level,
        marker=marker,
        title=title_of(flow.text[item.text : item.end]),
        style=found.style,
        confidence=confidence_of(found.points, "plain" if not marker and found.style == "block" else found.style),
        span=(item.start, item.end),
    )


def title_of(text: str) -> str:
    """A title as it is listed: one blank for many, and none in 前　言."""
    text = text.strip()
    if _SPACED.match(text):
        return _BLANKS.sub("", text)
    return _BLANKS.sub(" ", text)

"""A review and a PDF with other bytes: the same text re-saved, a new draft of it, or somebody else's document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal, NamedTuple

from engine.anchoring.locate import Boxes
from engine.anchoring.prints import page_print, paragraph_prints, share_matched
from engine.editing.rebase import Rebased, rebased
from engine.editing.rebind import rebound
from engine.editing.review import Record, Review, new_id, now, plain
from engine.errors import SidecarDamaged
from engine.model.parse import Parse
from engine.storage.codec import decode
from engine.storage.disk import Disk
from engine.storage.opening import Opened, described, resumed, sidecars
from engine.storage.places import PdfFacts, Shelf, place_apart

HALF = 0.5  # of the former paragraphs: below, it is another document
Kind = Literal["same-text", "draft", "foreign"]


class Bound(NamedTuple):
    """What a review's document is to the PDF at hand, and the share of its paragraphs found in it (0 to 1)."""

    kind: Kind
    share: float


class PdfText(NamedTuple):
    """The text of the PDF at hand: raw page texts by number, their boxes, and the parse."""

    pages: Sequence[tuple[int, str]]
    boxes: Boxes
    parse: Parse


def bound(review: Review, text: PdfText) -> Bound:
    """Compare by page texts first (re-saved, stamped), then by paragraphs (edited)."""
    known = review.source.get("pages")
    told = [page.get("textSha256") for page in known if isinstance(page, dict)] if isinstance(known, list) else []
    if told and all(told) and told == [page_print(page) for _, page in text.pages]:
        return Bound("same-text", 1.0)
    former, current = prints_of(review), parse_prints(text.parse)
    share = share_matched(former, current)
    if former and former == current:
        return Bound("same-text", share)
    return Bound("draft" if share >= HALF else "foreign", share)


def prints_of(review: Review) -> list[str]:
    """The paragraph fingerprints of the document a review is bound to."""
    prints = review.source.get("paragraphs")
    return [str(one) for one in prints] if isinstance(prints, list) else []


def parse_prints(parse: Parse) -> list[str]:
    """The paragraph fingerprints of a parse."""
    return paragraph_prints(paragraph.text for paragraph in parse.paragraphs)


def remember_text(review: Review, pdf: PdfFacts, text: PdfText) -> None:
    """Keep with the review what its PDF's text looks like, for the day the PDF is replaced. Makes nothing dirty: it is
    written with the next change."""
    remember(review, text_facts(pdf, text))


def remember(review: Review, facts: Record) -> None:
    """Keep facts of `text_facts` (made on another thread) with the review of that PDF."""
    source: Record = {**review.source, **facts}
    source.setdefault("history", [])
    review.meta["source"] = source


def knows_text(review: Review) -> bool:
    """Whether the review holds what its PDF's pages say, by hash."""
    pages = review.source.get("pages")
    return isinstance(pages, list) and bool(pages) and all(plain(page).get("textSha256") for page in pages)


def settle(opened: Opened, text: PdfText) -> tuple[Opened, Bound, Rebased | None]:
    """Decide an `undecided` opening. The same text: bound to the new bytes. A draft: marks are found again, the parse
    does the rest (`Session.set_parse`), and the former sidecar is kept as it was when this one is saved. Foreign: an
    empty review that is saved under a name of its own; the other's file is not touched. Work on this PDF that a crash
    left is done again after that: it was made here, and is not carried over. Writes nothing."""
    decided = bound(opened.review, text)
    if decided.kind == "foreign":
        where = place_apart(opened.pdf, opened.where)
        fresh = Review(None, {"source": described(opened.pdf)})
        remember_text(fresh, opened.pdf, text)
        apart = Opened(fresh, where, opened.pdf, "new", notices=opened.notices, later=opened.later)
        return resumed(apart), decided, None
    review = opened.review.snapshot()
    former = dict(review.source)
    outcome = None
    if decided.kind == "draft":
        outcome = rebased(review, text.pages, text.boxes)
        for section, key, record in outcome.puts:
            review.put(section, key, record)
    _bind(review, opened.pdf, text, former, is_same_text=decided.kind == "same-text")
    keep = str(former.get("sha256", ""))[:8] if decided.kind == "draft" else ""
    is_newer = any(notice.code == "newer" for notice in opened.notices)
    bound_now = opened._replace(review=review, binding="same", keep_former=keep, is_read_only=is_newer)
    for section, key, record in rebound(review, text.parse) if opened.later else ():  # what these steps began with
        review.put(section, key, record)
    return resumed(bound_now), decided, outcome


def carry_over(former: Review, pdf: PdfFacts, text: PdfText) -> tuple[Review, Rebased]:
    """承接上一稿: a review of this PDF that takes over what did not change from the review of an earlier draft of
    another name. The earlier review is not touched."""
    review = former.snapshot()
    outcome = rebased(review, text.pages, text.boxes)
    for section, key, record in outcome.puts:
        review.put(section, key, record)
    source = {**former.source, "documentId": former.meta.get("documentId")}
    review.meta["documentId"] = new_id()
    review.meta.pop("revision", None)
    _bind(review, pdf, text, source, is_same_text=False)
    return review, outcome


class Similar(NamedTuple):
    """A sidecar whose document shares paragraphs with the PDF at hand."""

    path: Path
    file_name: str
    share: float


def similar_reviews(pdf: PdfFacts, shelf: Shelf, parse: Parse, disk: Disk | None = None) -> tuple[Similar, ...]:
    """Reviews in the PDF's folder (and the fixed one) that look like an earlier draft of it, the most alike first."""
    current = parse_prints(parse)
    found = [
        Similar(path, str(review.source.get("fileName", "")), share)
        for path, review in _reviews(pdf, shelf, disk or Disk())
        if (share := share_matched(prints_of(review), current)) >= HALF and review.source.get("sha256") != pdf.sha256
    ]
    return tuple(sorted(found, key=lambda one: -one.share))


def _reviews(pdf: PdfFacts, shelf: Shelf, disk: Disk) -> Iterator[tuple[Path, Review]]:
    for folder in (pdf.path.parent, *([shelf.folder] if shelf.folder else [])):
        for path, data in sidecars(folder, disk):
            try:
                yield path, decode(data).review
            except SidecarDamaged:
                continue


def _bind(review: Review, pdf: PdfFacts, text: PdfText, former: Record, *, is_same_text: bool) -> None:
    history = former.pop("history", None)
    earlier = history if isinstance(history, list) else []
    source: Record = {**text_facts(pdf, text), "history": [*earlier, {**former, "until": now()}]}
    if is_same_text:
        known = former.get("alike")
        source["alike"] = [*(known if isinstance(known, list) else []), former.get("sha256")]
    review.meta["source"] = source


def text_facts(pdf: PdfFacts, text: PdfText) -> Record:
    """What is kept of a PDF: name, size, hash, pages with the hashes of their texts and what read them, paragraphs."""
    facts: Record = dict(described(pdf))
    facts["textEngine"] = _text_engine()
    texts = dict(text.pages)
    known = facts["pages"] if len(facts["pages"]) == len(texts) else [{} for _ in texts]
    facts["pages"] = [{**page, "textSha256": page_print(texts.get(number, ""))} for number, page in enumerate(known, 1)]
    facts["paragraphs"] = parse_prints(text.parse)
    del facts["history"]
    return facts


def _text_engine() -> str:
    """The PDFium that reads here, by the distribution it came with."""
    try:
        return f"pypdfium2 {version('pypdfium2')}"
    except PackageNotFoundError:
        return ""

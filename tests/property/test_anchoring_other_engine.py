"""Quotes of PDFium's page texts found again in pypdf's texts of the same PDFs.

Truth comes from the places of the glyphs on the page (tests/data/glyph_truth.py), for every quote: one whose glyphs
pypdf does not have at all has no right answer but being lost, and counts as lost. PDFs of which pypdf reads less than
`READ` of the characters (fonts without a mapping) are no changed text, and of pages where it puts less than `PLACED` of
them where they are (figures, turned and scaled text) there is no truth; they are named, not measured.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path

import pytest

from engine.anchoring.anchor import quote_of
from engine.anchoring.normalise import normalise
from engine.anchoring.pages import DocumentText
from engine.anchoring.search import Found, find
from tests.data.glyph_truth import TwinPage, share_read, twin_pages

FOLDER = "PIYUE_CHINESE_PDFS"  # a folder of PDFs as offices have them
LENGTHS = (2, 3, 4, 5, 6, 8, 12, 20, 40)
PAGES = 10
READ = 0.9
PLACED = 0.95


def judged(pages: list[TwinPage], *, each: int, seed: int, told: list[str]) -> Counter[str]:
    """How `each` random quotes a page were found: right, wrong, lost; those not right are put down in `told`. Pages
    without a truth are only counted."""
    counts: Counter[str] = Counter()
    chance = random.Random(seed)
    document = DocumentText((page.number, page.other) for page in pages)
    for page in pages:
        normal = normalise(page.own)
        start, end = document.page_range(page.number)
        if len(normal.text) < 60:
            continue
        if page.share_placed() < PLACED:
            counts["pages not placed"] += 1
            told.append(f"not placed p.{page.number} ({page.share_placed():.0%})")
            continue
        counts["pages"] += 1
        truth = page.truth()
        for _ in range(each):
            first = chance.randrange(len(normal.text) - 41)
            last = first + chance.choice(LENGTHS)
            if not (normal.text[first].isalnum() and normal.text[last - 1].isalnum()):
                continue  # what people mark begins and ends with words
            quote = quote_of(page.own, normal.origins[first], normal.origins[last - 1] + 1)
            near = (start + first * (end - start) // len(normal.text), max(40.0, 0.15 * (end - start)))
            glyphs = {truth[at] for at in normal.origins[first:last] if at in truth}
            verdict = outcome(find(quote, document, near), document, page.number, glyphs)
            counts[verdict] += 1
            if verdict != "right":
                told.append(f"{verdict} p.{page.number} {quote.exact!r} ({quote.prefix!r} {quote.suffix!r})")
    return counts


def outcome(found: Found | None, document: DocumentText, page: int, glyphs: set[int]) -> str:
    """Right: more than half of what was found and of what was sought are the same glyphs."""
    if found is None:
        return "lost"
    there = {at for part in document.parts(found.start, found.end) if part.page == page for at in range(*part[1:])}
    elsewhere = sum(part.end - part.start for part in document.parts(found.start, found.end) if part.page != page)
    shown = {at for at in there if document.offset(page, at) != document.offset(page, at + 1)}
    return "right" if 2 * len(shown & glyphs) >= max(len(shown) + elsewhere, len(glyphs), 1) else "wrong"


def measured(folders: list[Path], *, each: int) -> tuple[Counter[str], list[str]]:
    """The sums over the PDFs of the folders, equal texts once."""
    counts: Counter[str] = Counter()
    told: list[str] = []
    seen: set[str] = set()
    for path in [path for folder in folders for path in sorted(folder.rglob("*.pdf"))]:
        pages = twin_pages(path.read_bytes(), pages=PAGES)
        text = "".join(page.own for page in pages)
        share = share_read(pages)
        if text in seen or not any("\u4e00" <= char <= "\u9fff" for char in text):
            continue
        seen.add(text)
        if share < READ:
            counts["documents not read"] += 1
            print(f"not read by pypdf ({share:.0%}): {path.name}")
            continue
        notes: list[str] = []
        found = judged(pages, each=each, seed=counts["documents"], told=notes)
        counts += found
        counts["documents"] += 1
        told += [f"{path.name}: {note}" for note in notes]
    return counts, told


def total(counts: Counter[str]) -> int:
    return counts["right"] + counts["wrong"] + counts["lost"]


def test_quotes_of_the_documents_at_hand_are_found_in_another_engines_text(root: Path) -> None:
    counts, told = measured([root / "tests" / "data" / "layouts", root / "resources" / "samples"], each=12)
    assert total(counts) > 100
    assert counts["right"] >= 0.95 * total(counts), told
    assert counts["wrong"] <= 0.002 * total(counts), told


@pytest.mark.long
def test_quotes_of_forty_chinese_pdfs(root: Path, shared: Path) -> None:
    own = [root / "tests", root / "resources", shared / "corpus"]
    counts, told = measured([*own, *([Path(os.environ[FOLDER])] if FOLDER in os.environ else [])], each=40)
    print("\n".join(told))
    print(dict(counts))
    assert counts["right"] >= 0.95 * total(counts)
    assert counts["wrong"] <= 0.002 * total(counts)

"""Quotes of PDFium's page texts found again in pypdf's texts of the same PDFs.

Truth comes from aligning both engines' whole pages character by character, which no single quote can do; where less
than half of a quote's characters are aligned (pypdf reads the page as gibberish) the truth is unknown and a place
that is found counts for nothing, one that is not found is listed like any other."""

from __future__ import annotations

import io
import logging
import os
import random
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import pypdf
import pytest
from rapidfuzz.distance import Levenshtein

from engine.anchoring.anchor import quote_of
from engine.anchoring.normalise import normalise
from engine.anchoring.pages import DocumentText
from engine.anchoring.search import find
from engine.errors import PiyueError
from engine.pdf.reader import PdfFile

FOLDER = "PIYUE_CHINESE_PDFS"  # a folder of PDFs, such as a system's documentation
LENGTHS = (2, 3, 4, 5, 6, 8, 12, 20, 40)
PAGES = 10


def texts_of(data: bytes) -> tuple[list[tuple[int, str]], list[tuple[int, str]]] | None:
    """Page texts of both engines; None where one of them cannot open the PDF."""
    try:
        pdf = PdfFile.open(data)
    except PiyueError:
        return None
    own = [(number, pdf.text(number)[0]) for number in range(1, min(pdf.page_count, PAGES) + 1)]
    pdf.close()
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            reader = pypdf.PdfReader(io.BytesIO(data))
            other = [(number, reader.pages[number - 1].extract_text()) for number, _ in own]
        except Exception:  # noqa: BLE001 - whatever pypdf does with a PDF is not what is measured
            return None
    return own, other


def is_chinese(pages: list[tuple[int, str]]) -> bool:
    return sum("\u4e00" <= char <= "\u9fff" for _, text in pages for char in text) > 400


def aligned(own: str, other: str) -> dict[int, int]:
    pairs: dict[int, int] = {}
    for block in Levenshtein.opcodes(own, other):
        if block.tag == "equal":
            pairs.update(
                zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)
            )
    return pairs


def judged(data: bytes, *, each: int, seed: int) -> Counter[str]:
    """How `each` random quotes a page were found: right, wrong, lost, unknown."""
    counts: Counter[str] = Counter()
    pages = texts_of(data)
    if pages is None or not is_chinese(pages[0]):
        return counts
    chance = random.Random(seed)
    document = DocumentText(pages[1])
    for number, raw in pages[0]:
        normal = normalise(raw)
        start, end = document.page_range(number)
        if len(normal.text) < 60:
            continue
        pairs = aligned(normal.text, document.text[start:end])
        for _ in range(each):
            first = chance.randrange(len(normal.text) - 41)
            last = first + chance.choice(LENGTHS)
            if normal.text[first].isalnum() and normal.text[last - 1].isalnum():  # what people mark begins with words
                quote = quote_of(raw, normal.origins[first], normal.origins[last - 1] + 1)
                near = (start + first * (end - start) // len(normal.text), max(40.0, 0.15 * (end - start)))
                hits = [start + pairs[at] for at in range(first, last) if at in pairs]
                counts[outcome(find(quote, document, near), hits, last - first)] += 1
    return counts


def outcome(found: Any, hits: list[int], length: int) -> str:
    is_known = 2 * len(hits) >= length
    if found is None:
        return "lost" if is_known else "lost where pypdf reads gibberish"
    if not is_known:
        return "found where pypdf reads gibberish"
    start, end = min(hits), max(hits) + 1
    common = max(0, min(end, found.end) - max(start, found.start))
    return "right" if 2 * common >= max(end, found.end) - min(start, found.start) else "wrong"


def known(counts: Counter[str]) -> int:
    return counts["right"] + counts["wrong"] + counts["lost"]


def test_quotes_of_the_gold_documents_are_found_in_another_engines_text(shared: Path) -> None:
    counts: Counter[str] = Counter()
    for seed, path in enumerate(sorted((shared / "corpus").rglob("*.pdf"))):
        counts += judged(path.read_bytes(), each=6, seed=seed)
    assert known(counts) > 100
    assert counts["right"] >= 0.95 * known(counts)
    assert counts["wrong"] <= 0.01 * known(counts)


@pytest.mark.long
def test_quotes_of_forty_chinese_pdfs(shared: Path) -> None:
    folders = [shared / "corpus", *([Path(os.environ[FOLDER])] if FOLDER in os.environ else [])]
    counts: Counter[str] = Counter()
    documents = 0
    for path in [path for folder in folders for path in sorted(folder.rglob("*.pdf"))]:
        found = judged(path.read_bytes(), each=40, seed=documents)
        documents += bool(found)
        counts += found
    print(documents, "documents", dict(counts))
    assert counts["right"] >= 0.95 * known(counts)
    assert counts["wrong"] <= 0.002 * known(counts)

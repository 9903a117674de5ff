"""Measures the outline on documents of known structure: `python -m tests.outline.measure FOLDER [--manuals DIR] [-v]`.

FOLDER is where the typeset PDFs are kept between runs. `--manuals DIR` adds every PDF of a folder whose bookmarks can
serve as gold (the Chinese manuals of Debian: debian-reference-zh-cn, maint-guide-zh-cn, linuxcnc-doc-zh-cn,
debian-edu-doc-legacy-zh-cn, and those that come with texlive-lang-chinese); `--gold DIR` a folder of `*.pdf` with
`*.gold.json` ([{level, title}]). Prints a row a document and the means of the sets: dev, heldout, and unseen, which was
written after the rules and measured before they were touched again. `--calibration` prints how often headings of each
confidence are right.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow
from engine.model.link import Bookmark
from engine.model.parse import Front, Heading
from engine.parsing.front import find_front
from engine.parsing.outline import find_outline
from engine.pdf.reader import PdfFile
from engine.text.flow import build_flow
from tests.outline.documents import Document, Expected, documents
from tests.outline.typeset import styles_of, typeset


class Score(NamedTuple):
    """How an outline compares with its gold. `steps` is the share of neighbouring right headings whose step up, level
    or down is right, `level` that of right headings with the right depth, `right` holds for each heading found its
    confidence and whether it is right."""

    gold: int
    got: int
    f1: float
    steps: float
    level: float
    missed: tuple[str, ...]
    false: tuple[str, ...]
    right: tuple[tuple[float, bool], ...]


class Row(NamedTuple):
    """What came out for one document; `front` are the fields of the front matter that are wrong."""

    name: str
    group: str
    score: Score
    front: tuple[str, ...] = ()


def tight(text: str) -> str:
    """A title as it is compared: NFKC, no blanks, small letters, no leaders."""
    text = re.sub(r"[.·…]{3,}\s*\d+\s*$", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"\s", "", text).lower()


def read(path: Path) -> tuple[Flow, tuple[Bookmark, ...]]:
    """The flow and the bookmarks of a PDF."""
    pdf = PdfFile.open(path.read_bytes())
    try:
        return build_flow(pdf.content(number) for number in range(1, pdf.page_count + 1)), tuple(pdf.bookmarks())
    finally:
        pdf.close()


def score(expected: Sequence[Expected], found: Sequence[Heading], *, whole: bool = False) -> Score:
    """Pairs headings in order; theses count neither way. `whole` compares marker and title together, or the title
    alone (bookmarks), else marker and title one by one."""
    got = [one for one in found if one.style != "thesis"]
    titles = {tight(one.title) for one in expected}
    keys = [_key("" if whole and tight(one.title) in titles else one.marker, one.title, whole=whole) for one in got]
    pairs = _pairs([_key(one.marker, one.title, whole=whole) for one in expected], keys)
    steps = [
        _sign(expected[b].level - expected[a].level) == _sign(got[j].level - got[i].level)
        for (a, i), (b, j) in pairwise(pairs)
    ]
    wanted, hit = {i for i, _ in pairs}, {j for _, j in pairs}
    return Score(
        len(expected),
        len(got),
        2 * len(pairs) / (len(expected) + len(got)) if expected or got else 1.0,
        sum(steps) / len(steps) if steps else 1.0,
        _level_share(expected, got, pairs),
        tuple(f"{one.marker}{one.title}" for i, one in enumerate(expected) if i not in wanted),
        tuple(f"{one.level} {one.marker}|{one.title}" for j, one in enumerate(got) if j not in hit),
        tuple((one.confidence, j in hit) for j, one in enumerate(got)),
    )


def _level_share(expected: Sequence[Expected], got: Sequence[Heading], pairs: Sequence[tuple[int, int]]) -> float:
    """The share of right levels, all of them shifted by one at most (a title page may be the first level)."""
    shifted = [sum(expected[i].level == got[j].level + shift for i, j in pairs) for shift in (-1, 0, 1)]
    return max(shifted) / len(pairs) if pairs else 1.0


def _key(marker: str, title: str, *, whole: bool) -> tuple[str, str]:
    return ("", tight(marker + title)) if whole else (tight(marker), tight(title))


def _pairs(gold: Sequence[tuple[str, str]], got: Sequence[tuple[str, str]]) -> list[tuple[int, int]]:
    """The longest pairing in order."""
    alike: dict[tuple[str, str], bool] = {}

    def same(i: int, j: int) -> bool:
        if gold[i][0] != got[j][0]:
            return False
        key = (gold[i][1], got[j][1])
        if key not in alike:
            a, b = key
            alike[key] = a == b or (len(a) > 3 and SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.85)
        return alike[key]

    blocks = [[0] * (len(got) + 1) for _ in range(len(gold) + 1)]
    for i in range(len(gold) - 1, -1, -1):
        for j in range(len(got) - 1, -1, -1):
            blocks[i][j] = max(blocks[i + 1][j], blocks[i][j + 1], blocks[i + 1][j + 1] + same(i, j))
    pairs, i, j = [], 0, 0
    while i < len(gold) and j < len(got):
        if same(i, j) and blocks[i][j] == blocks[i + 1][j + 1] + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif blocks[i + 1][j] >= blocks[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def wrong_fields(expected: dict[str, str], front: Front) -> tuple[str, ...]:
    """Fields of the front matter that are not as expected."""
    wrong = []
    for name, value in expected.items():
        got = getattr(front, name)
        if (value == "*" and not got) or (value != "*" and tight(value) != tight(got or "")):
            wrong.append(f"{name}={got}")
    return tuple(wrong)


def measure_own(folder: Path, lexicon: Lexicon, only: str = "") -> Iterable[Row]:
    """Our own documents, each in its styles."""
    folder.mkdir(parents=True, exist_ok=True)
    jobs = [(document, style) for at, document in enumerate(documents()) for style in styles_of(document, at)]
    jobs = [job for job in jobs if only in f"{job[0].name}.{job[1]}"]
    typeset(jobs, folder)
    for document, style in jobs:
        yield measure_one(document, folder / f"{document.name}.{style}.pdf", style, lexicon)


def measure_one(document: Document, path: Path, style: str, lexicon: Lexicon) -> Row:
    """One document in one style, without bookmarks."""
    flow, _ = read(path)
    front = find_front(flow, lexicon)
    result = score(document.outline, find_outline(flow, front, (), lexicon))
    return Row(f"{document.name}.{style}", document.group, result, wrong_fields(document.front, front.front))


def measure_bookmarked(path: Path, lexicon: Lexicon, group: str) -> Iterable[Row]:
    """A PDF whose bookmarks (or a gold file beside it) are the gold: without and, where it has them, with bookmarks."""
    flow, bookmarks = read(path)
    beside = path.with_name(path.stem + ".gold.json")
    if beside.exists():
        gold = [Expected(one["level"], "", one["title"]) for one in json.loads(beside.read_text("utf8"))]
    else:
        text = tight(flow.text)
        gold = [Expected(one.level, "", one.title) for one in bookmarks if tight(one.title) in text]
    front = find_front(flow, lexicon)
    for label, given in (("", ()), ("+bookmarks", bookmarks)):
        if label and not bookmarks:
            continue
        got = [one for one in find_outline(flow, front, given, lexicon) if one.style == "block"]
        yield Row(path.stem[:28] + label, group + label, score(gold, got, whole=True))


def calibration(rows: Sequence[Row]) -> list[str]:
    """How many headings of each band of confidence are right."""
    lines = []
    for low, high in ((0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        band = [right for row in rows for confidence, right in row.score.right if low <= confidence < high]
        share = f"{sum(band) / len(band):.3f}" if band else "-"
        lines.append(f"confidence {low:.2f}-{min(high, 1):.2f}: {len(band):5d} headings, right {share}")
    return lines


def show(rows: Sequence[Row], *, verbose: bool) -> None:
    """Prints a row a document, what is wrong when asked, and the means of each group."""
    for row in rows:
        own = row.score
        print(
            f"{row.name:40s} {row.group:18s} gold {own.gold:4d} got {own.got:4d}  {_figures([row])}",
            *row.front,
        )
        for kind in ("missed", "false") if verbose else ():
            for text in getattr(own, kind)[:40]:
                print(f"      {kind}: {text[:90]}")
    for group in dict.fromkeys(row.group for row in rows):
        members = [row for row in rows if row.group == group]
        wrong = sum(len(row.front) for row in members)
        print(f"{group:18s} {len(members):3d} documents  {_figures(members)}  front fields wrong {wrong}")


def _figures(rows: Sequence[Row]) -> str:
    means = {name: sum(getattr(row.score, name) for row in rows) / len(rows) for name in ("f1", "steps", "level")}
    return "  ".join(f"{name} {mean:.3f}" for name, mean in means.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--manuals", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--only", default="", help="documents whose name holds this")
    parser.add_argument("--group", default="", help="dev or heldout")
    parser.add_argument("--calibration", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    lexicon = Lexicon()
    rows = [row for row in measure_own(options.folder, lexicon, options.only) if options.group in row.group]
    for folder, group in ((options.manuals, "manuals"), (options.gold, "reports")):
        for path in sorted(folder.glob("*.pdf")) if folder else []:
            if options.only in path.name:
                rows += measure_bookmarked(path, lexicon, group)
    show(rows, verbose=options.verbose)
    if options.calibration:
        print("\n".join(calibration(rows)))


if __name__ == "__main__":
    main()

"""Set known texts in all layouts and print how many paragraphs come back whole.

usage: python -m tests.layouts.measure FOLDER [--seeds 1,2,3] [--parts 6] [--only NAME] [--held-out] [--lost] [--keep]

WeasyPrint is taken from the path or from the environment's PIYUE_WEASYPRINT; layouts whose program is missing are
left out. The PDFs in tests/data/layouts were made with `--seeds 21 --parts 3 --keep`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from engine.lexicon.damage import load_damage
from engine.pdf.reader import PdfFile
from engine.text.flow import build_flow
from tests.layouts.catalogue import HELD_OUT, LAWS, LAYOUTS, make_pdfs, text_of
from tests.layouts.score import Score, score
from tests.layouts.texts import Piece


def main() -> None:
    """Print a line for each layout, and the sum."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seeds", default="1,2")
    parser.add_argument("--only", default="")
    parser.add_argument("--parts", type=int, default=6)
    parser.add_argument("--keep", action="store_true", help="write each known text beside its PDF, as JSON")
    parser.add_argument("--held-out", action="store_true", help="the layouts that rules are not made by")
    parser.add_argument("--lost", action="store_true", help="print the paragraphs that did not come back whole")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    folder = options.folder.resolve()
    layouts = [layout for layout in (HELD_OUT if options.held_out else LAYOUTS + LAWS) if options.only in layout.name]
    seeds = [int(seed) for seed in options.seeds.split(",")]
    make_pdfs(layouts, seeds, folder, options.parts)
    whole: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for layout in layouts:
        scores = [
            measured(folder / f"{layout.name}-{seed}.pdf", text_of(layout, seed, options.parts))
            for seed in seeds
            if (folder / f"{layout.name}-{seed}.pdf").exists()
        ]
        if options.keep:
            for seed in seeds:
                kept = json.dumps(text_of(layout, seed, options.parts), ensure_ascii=False, indent=0)
                (folder / f"{layout.name}-{seed}.json").write_text(kept, encoding="utf-8")
        one = sum((found.whole for found in scores), Counter())
        all_ = sum((found.total for found in scores), Counter())
        print(f"{layout.name:18s} {_line(one, all_)}")
        whole += one
        total += all_
        if options.lost:
            for found in scores:
                print("".join(f"    {text}\n" for text in found.lost), end="")
    print(f"{'all':18s} {_line(whole, total)}")


def measured(pdf: Path, pieces: list[Piece]) -> Score:
    """The score of one PDF."""
    file = PdfFile.open(pdf.read_bytes())
    flow = build_flow((file.content(page) for page in range(1, file.page_count + 1)), load_damage())
    file.close()
    return score(flow, pieces)


def _line(whole: Counter[str], total: Counter[str]) -> str:
    names = ("paragraph", "heading", "footnote", "row")
    parts = [f"{name} {whole[name]}/{total[name]} = {whole[name] / total[name]:.3f}" for name in names if total[name]]
    return "  ".join(parts)


if __name__ == "__main__":
    main()

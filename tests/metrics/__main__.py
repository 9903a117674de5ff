"""Scores of the metrics of every marked text, and their means: `python -m tests.metrics [NAME]`.

`recalled` holds texts of the kinds published every year, written down and marked before any of them was parsed. Their
first reading was 0.92 whole in the mean (0.70 at worst); errors of a general kind were mended after: they are no longer
unseen.
"""

from __future__ import annotations

import sys
from pathlib import Path

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import flow_of_texts
from engine.parsing.metrics.find import find_metrics
from tests.metrics.marks import headings_of, read_marked
from tests.metrics.measure import measure


def scores_of(path: Path, lexicon: Lexicon) -> dict[str, float]:
    """The scores of one marked text."""
    title, paragraphs, gold = read_marked(path)
    flow = flow_of_texts(paragraphs)
    return measure(gold, find_metrics(flow, headings_of(flow), (), lexicon, title=title))


def main(words: list[str]) -> int:
    """Print a row for each text whose name holds the first word, and the means."""
    folder = Path(__file__).parent
    paths = [path for path in sorted(folder.glob("*/*.txt")) if not words or words[0] in str(path.relative_to(folder))]
    if not paths:
        sys.stderr.write("no such text\n")
        return 2
    lexicon = Lexicon()
    rows = {path.stem: scores_of(path, lexicon) for path in paths}
    fields = list(next(iter(rows.values())))
    rows["mean"] = {field: sum(row[field] for row in rows.values()) / len(rows) for field in fields}
    for name, row in rows.items():
        print(f"{name:24s} " + "  ".join(f"{field} {row[field]:.3f}" for field in fields))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Counts what the findings see: errors seeded into clean documents, and alarms on the clean documents themselves.

python -m tests.findings.measure [TIMES] [RULE...]      a table: rule, seeded, found, other alarms
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow, Repair, flow_of_texts
from engine.model.parse import Finding, Metric, Parse, Source
from engine.parsing.document import parse_flow
from engine.text.damage import TextRepair, repairs_of
from tests.findings.seeding import SEEDERS, Paragraphs

DOCUMENTS = Path(__file__).parent / "documents"


class Count(NamedTuple):
    """How often a rule was seeded and found, and the alarms of other rules that came with it."""

    seeded: int
    found: int
    others: Counter[str]


def repaired(text: str, repairs: tuple[TextRepair, ...]) -> str:
    """The text with its repairs (in order, not overlapping) made, as the flow makes them."""
    for repair in reversed(repairs):
        text = text[: repair.start] + repair.after + text[repair.end :]
    return text


def clean_documents() -> list[Paragraphs]:
    """The paragraphs of every clean document, by file name."""
    return [path.read_text("utf-8").splitlines() for path in sorted(DOCUMENTS.glob("*.txt"))]


def flow_of(paragraphs: Paragraphs, lexicon: Lexicon) -> Flow:
    """A flow repaired as that of a PDF is: `repairs` hold what the paragraphs said."""
    texts: list[str] = []
    repairs: list[Repair] = []
    at = 0
    for paragraph in paragraphs:
        shift = 0
        found = repairs_of(paragraph, lexicon.damage)
        for each in found:
            start = at + each.start + shift
            shift += len(each.after) - len(each.before)
            repairs.append(Repair(start, start + len(each.after), each.before, each.rule, each.certain))
        texts.append(repaired(paragraph, found))
        at += len(texts[-1])
    return structs.replace(flow_of_texts(texts), repairs=tuple(repairs))


def parsed(paragraphs: Paragraphs, lexicon: Lexicon, file_title: str | None = None) -> Parse:
    source = Source("text", "0", 1)
    return parse_flow(flow_of(paragraphs, lexicon), source, lexicon=lexicon, file_title=file_title)


def count(rule: str, times: int, lexicon: Lexicon, documents: list[Paragraphs]) -> Count:
    """Seeds a rule's error `times` times, each time into another document where it fits."""
    rng = random.Random(rule)
    seeded = found = tried = 0
    others: Counter[str] = Counter()
    while seeded < times and tried < 20 * times:
        paragraphs = documents[tried % len(documents)]
        tried += 1
        findings = _seeded(rule, paragraphs, rng, lexicon)
        if findings is None:
            continue
        seeded += 1
        found += any(finding.rule == rule for finding in findings)
        others.update(finding.rule for finding in findings if finding.rule != rule)
    return Count(seeded, found, others)


def _seeded(rule: str, paragraphs: Paragraphs, rng: random.Random, lexicon: Lexicon) -> tuple[Finding, ...] | None:
    if rule == "date.title":
        return _with_title(paragraphs, rng, lexicon)
    if rule.startswith("consistency."):
        return _with_second_value(rule, paragraphs, rng, lexicon)
    broken = SEEDERS[rule](list(paragraphs), rng)
    return parsed(broken, lexicon).findings if broken else None


def _with_title(paragraphs: Paragraphs, rng: random.Random, lexicon: Lexicon) -> tuple[Finding, ...] | None:
    """A file named after another year than the document's."""
    clean = parsed(paragraphs, lexicon).document
    if not clean.date or not clean.title:
        return None
    year = int(clean.date[:4]) + rng.choice([-8, -5, -3, -2, 2, 3, 6, 11])
    what = rng.choice(["工作会议讲话", "通知", "统计公报", "工作总结", "通报"])
    return parsed(paragraphs, lexicon, f"{year}年{what}").findings


def _with_second_value(
    rule: str, paragraphs: Paragraphs, rng: random.Random, lexicon: Lexicon
) -> tuple[Finding, ...] | None:
    """A metric of the document told once more with another value or another unit."""
    metrics = [metric for metric in parsed(paragraphs, lexicon).metrics if _can_be_told_again(metric)]
    if not metrics:
        return None
    metric = rng.choice(metrics)
    number, unit = metric.written.number, metric.written.unit
    if rule == "consistency.unit":
        unit = {"亿元": "亿美元", "万元": "万美元", "元": "美元", "万吨": "万公斤", "吨": "公斤", "万亩": "万公顷"}.get(
            unit, ""
        )
        if not unit:
            return None
    else:
        digits = re.search(r"\d(?=\d*(?:\.\d+)?$)", number)
        if not digits:
            return None
        last = number[-1]
        number = number[:-1] + str((int(last) + rng.randrange(1, 9)) % 10) if last.isdigit() else number
    sentence = f"{metric.period}{metric.name}达到{number}{unit}。"
    return parsed([*paragraphs, sentence], lexicon).findings


def _can_be_told_again(metric: Metric) -> bool:
    return (
        metric.kind == "level"
        and metric.period is not None
        and re.fullmatch(r"20\d\d年|全年", metric.period) is not None
        and metric.value_max is None
        and metric.qualifier is None
        and metric.written.unit in {"亿元", "万元", "元", "万吨", "吨", "万亩", "亩", "人", "万人", "户"}
        and len(metric.name) >= 4
        and re.fullmatch(r"[\d.]+", metric.written.number) is not None
    )


def main(arguments: list[str]) -> int:
    times = int(arguments[0]) if arguments else 100
    lexicon = Lexicon()
    documents = clean_documents()
    alarms = Counter(finding.rule for paragraphs in documents for finding in parsed(paragraphs, lexicon).findings)
    print(f"{len(documents)} clean documents: {sum(alarms.values())} alarms {dict(alarms)}")
    for rule in arguments[1:] or sorted([*SEEDERS, "date.title", "consistency.value", "consistency.unit"]):
        seen = count(rule, times, lexicon, documents)
        print(f"{rule:32s} seeded {seen.seeded:4d}  found {seen.found:4d}  other alarms {dict(seen.others)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

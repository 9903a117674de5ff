"""Parses and reviews made up for tests: sentences with numbers, their places, and sessions over them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from msgspec import structs

from engine.editing.review import Review
from engine.editing.session import Person, Session
from engine.model.flow import Segment
from engine.model.parse import Heading, Metric, Numeral, ParagraphItem, Parse, Source, SourcePage, Written
from engine.model.place import Place, Places
from engine.model.trace import packed
from engine.storage.opening import Opened, described, open_review
from engine.storage.places import PdfFacts, Shelf

ZHANG = Person("11111111-1111-4111-8111-111111111111", "张三", "办公室")
LI = Person("22222222-2222-4222-8222-222222222222", "李四", "督查室")
PER_PAGE = 20

_SUBJECTS = ["固定电话", "移动电话", "宽带", "有线电视", "光缆", "基站", "机房", "平台", "系统", "数据"]
_PLACES = ["全市", "全县", "城区", "农村", "各镇", "开发区", "高新区", "新城"]
_VERBS = ["达到", "突破", "完成", "新增", "累计", "实现"]


def sentence(number: int, value: int) -> str:
    """A sentence of its own: “全市固定电话3号线用户达到52万户，工作进展顺利。”"""
    chance = random.Random(number)
    place, subject, verb = chance.choice(_PLACES), chance.choice(_SUBJECTS), chance.choice(_VERBS)
    filler = "".join(chance.choice("协调推进落实保障机制改革服务群众基层治理") for _ in range(12))
    return f"{place}{subject}第{number}批用户{verb}{value}万户，{filler}。"


def parse_of(sentences: Sequence[str], *, sha: str = "ab" * 32, engine: str = "0.1.0", shift: int = 0) -> Parse:
    """A parse of these sentences, a paragraph each, every “N万户” a metric and a numeral, every tenth a heading."""
    metrics: list[Metric] = []
    paragraphs: list[ParagraphItem] = []
    numerals: list[Numeral] = []
    headings: list[Heading] = []
    offset = 0
    raw: dict[int, int] = {}
    for at, text in enumerate(sentences):
        page = at // PER_PAGE + 1
        start = raw.get(page, shift)
        raw[page] = start + len(text) + 2
        places = places_of(page, start, len(text), at % PER_PAGE)
        paragraphs.append(ParagraphItem("body", text, (offset, offset + len(text)), places))
        end = text.find("万户")
        if end >= 0:
            first = end
            while text[first - 1].isdigit():
                first -= 1
            quote = text[first : end + 2]
            where = places_of(page, start + first, len(quote), at % PER_PAGE)
            span = (offset + first, offset + end + 2)
            one = f"m{len(metrics) + 1}"
            name = text[: text.find("第")] + "用户"
            whole = (offset, offset + len(text))
            metrics.append(
                Metric(one, name, float(quote[:-2]) * 1e4, "户", "level", "achieved", quote, Written(quote[:-1], "户"),
                       text, 0.9, span, places=where, sentence_span=whole)
            )  # fmt: skip
            numerals.append(Numeral(quote[:-2], "metric", span, one, where))
        if at % 10 == 0:
            headings.append(Heading(f"h{len(headings) + 1}", 1 + at // 10 % 3, "一、", text[:8], "runin", 0.9,
                                    (offset, offset + 8), places_of(page, start, 8, at % PER_PAGE)))  # fmt: skip
        offset += len(text)
    pages = tuple(SourcePage(str(number), "layer") for number in sorted(raw))
    return Parse(
        engine, Source("讲话.pdf", sha, len(raw), pages), outline=tuple(headings), metrics=tuple(metrics),
        numerals=tuple(numerals), paragraphs=tuple(paragraphs),
    )  # fmt: skip


def traced(parse: Parse) -> Parse:
    """The parse with where its paragraphs stand, as the worker sends it."""
    segments = [
        Segment(one.span[0], one.span[1], place.page, *place.chars)
        for one in parse.paragraphs
        for place in one.places[:1]
        if place.chars is not None
    ]
    return structs.replace(parse, trace=packed(segments))


def places_of(page: int, start: int, length: int, line: int) -> Places:
    top = 800.0 - 30 * line
    left, right = 60.0 + start % 7, 60.0 + start % 7 + 10 * length
    return (Place(page, (start, start + length), ((left, top, right, top, left, top - 12, right, top - 12),)),)


def sample_parse(count: int = 60, **options: str) -> Parse:
    """A parse of `count` sentences."""
    return parse_of([sentence(number, 10 + number) for number in range(count)], **options)  # type: ignore[arg-type]


def page_texts(sentences: Sequence[str]) -> list[tuple[int, str]]:
    """The raw page texts that `parse_of` speaks of."""
    pages: dict[int, list[str]] = {}
    for at, text in enumerate(sentences):
        pages.setdefault(at // PER_PAGE + 1, []).append(text + "\r\n")
    return [(page, "".join(texts)) for page, texts in sorted(pages.items())]


def pdf_in(folder: Path, name: str = "讲话.pdf", sha: str = "ab" * 32) -> PdfFacts:
    """A PDF of that hash in a folder (its bytes do not matter to the storage layer)."""
    path = folder / name
    path.write_bytes(b"%PDF-1.7 " + sha.encode())
    return PdfFacts(path, sha, path.stat().st_size)


def shelf_in(folder: Path) -> Shelf:
    return Shelf("beside", None, folder / "state")


def opened_in(folder: Path, **options: str) -> Opened:
    return open_review(pdf_in(folder, **options), shelf_in(folder))


def fresh_session(parse: Parse | None = None, person: Person = ZHANG) -> Session:
    pdf = PdfFacts(Path("讲话.pdf"), "ab" * 32, 10)
    return Session(Review(None, {"source": described(pdf)}), parse or sample_parse(), person)

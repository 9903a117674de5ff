"""The text view of 5,000 pages: shown within 0.5 s, scrolled and jumped about in without a halt, in little memory.

Judged by the time this process works, so that a busy machine does not count.
"""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Iterator
from statistics import quantiles

import pytest
from PySide6.QtWidgets import QApplication

from gui.tools.finding.grounds import TextGround
from gui.tools.finding.searching import Searching
from gui.transcript.content import Content
from gui.transcript.view import TranscriptView
from tests.data.reviews import PER_PAGE, parse_of, sentence
from tests.unit.gui.transcript.conftest import TextDocument, traced

pytestmark = [pytest.mark.bench, pytest.mark.qt_log_ignore("propagateSizeHints")]
PAGES = 5000


@pytest.fixture(scope="module")
def document() -> Iterator[TextDocument]:
    """100,000 paragraphs, every tenth with a metric."""
    texts = [
        sentence(number, number) if number % 10 == 0 else sentence(number, number).replace("万户", "左右") * 3
        for number in range(PAGES * PER_PAGE)
    ]
    made = TextDocument(traced(parse_of(texts)))
    gc.collect()
    gc.freeze()  # as the program does with what stays
    yield made
    gc.unfreeze()


@pytest.fixture
def view(qtbot, document) -> TranscriptView:
    made = TranscriptView(lambda: frozenset({"numeral"}))
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    return made


def seconds(work) -> float:
    began = time.process_time()
    work()
    QApplication.processEvents()
    return time.process_time() - began


def opened(view: TranscriptView, document: TextDocument) -> None:
    view.set_document(document)
    view.come_to_front()
    view.repaint()
    QApplication.processEvents()


def test_5000_pages_are_shown_within_half_a_second(view, document) -> None:
    taken = seconds(lambda: opened(view, document))
    print(f"\n{len(view.content.pieces)} paragraphs shown in {taken * 1000:.0f} ms")
    assert taken < 0.5


def test_scrolling_paints_every_step_within_16_ms(view, document) -> None:
    opened(view, document)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    steps = [1000 * seconds(lambda: (bar.setValue(bar.value() + 120), view.repaint())) for _ in range(200)]
    cut = quantiles(steps, n=20)[-1]
    print(f"\nscrolling: 95 % of steps within {cut:.1f} ms, longest {max(steps):.1f}")
    assert cut < 16


def test_any_page_shows_within_50_ms(view, document) -> None:
    opened(view, document)
    starts = view.content.trace.page_starts
    taken = [
        1000
        * seconds(lambda page=page: (view.travel.show(starts[page], starts[page] + 1, glide=False), view.repaint()))
        for page in range(7, PAGES, 611)
    ]
    print(f"\njumps: longest {max(taken):.1f} ms")
    assert max(taken) < 50


def test_another_size_of_letters_shows_within_300_ms(view, document) -> None:
    opened(view, document)
    taken = seconds(lambda: (view.set_zoom(4.0), view.repaint()))
    print(f"\nzoom: {taken * 1000:.0f} ms")
    assert taken < 0.3


def test_words_are_found_in_all_pages_without_a_halt(view, document, qtbot) -> None:
    opened(view, document)
    search = Searching(TextGround(view), view)
    longest, began = 0.0, time.process_time()
    search.start("第99990批")
    while search.is_running:
        longest = max(longest, seconds(lambda: None))
    taken = time.process_time() - began
    print(f"\nsearch: {taken:.2f} s, longest halt {longest * 1000:.0f} ms, {len(search.hits)} hits")
    assert len(search.hits) == 1
    assert longest < 0.05


def test_5000_pages_of_text_take_little_memory(document) -> None:
    tracemalloc.start()
    content = Content(document.session.parse)
    size = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    print(f"\n{len(content.blocks)} blocks: {size:.0f} MB beside the parse")
    assert size < 40

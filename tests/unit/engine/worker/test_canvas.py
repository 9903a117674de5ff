"""Canvases are used again, but never while somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from engine.worker.canvas import SLOTS, SPARE, Canvases
from engine.worker.protocol import Request


@pytest.fixture
def canvases() -> Canvases:
    return Canvases()


def test_a_canvas_nobody_looks_at_is_used_again(canvases: Canvases) -> None:
    first = canvases.take(1000)
    view = memoryview(first.block.map())[:10]
    view.release()
    assert canvases.take(900) == first


@pytest.mark.parametrize("part", [lambda view: view, lambda view: view[5:9], lambda view: view.cast("I")])
def test_a_canvas_somebody_looks_at_is_left_alone(canvases: Canvases, part: Callable[[memoryview], Any]) -> None:
    first = canvases.take(1000)
    held = part(memoryview(first.block.map()))
    assert canvases.take(1000).block is not first.block
    del held
    assert canvases.take(1000).block is first.block


def test_a_larger_picture_gets_a_larger_canvas(canvases: Canvases) -> None:
    small = canvases.take(1000)
    assert canvases.take(3 << 20).block.size >= 3 << 20
    assert canvases.take(1000) == small


def test_when_all_are_in_use_there_is_a_spare_one_each_time(canvases: Canvases) -> None:
    held = [memoryview(canvases.take(1000).block.map()) for _ in range(SLOTS)]
    one, other = canvases.take(1000), canvases.take(1000)
    assert one.slot == other.slot == SPARE
    assert one.block is not other.block
    assert len(held) == SLOTS


def test_very_large_canvases_are_not_kept(canvases: Canvases) -> None:
    assert canvases.take(64 << 20).slot == SPARE


def test_pictures_still_looked_at_are_not_painted_over(start: Callable[..., Any], pdfs: SimpleNamespace) -> None:
    asker = start()
    asker.open(pdfs.paged([f"{number / 10} g 0 0 600 800 re f" for number in range(8)]))
    pictures = [asker.render(Request(number, 0.2, None, number)) for number in range(1, 9)]
    greys = [set(picture.pixels[0::4]) for picture in pictures]
    assert all(len(grey) == 1 for grey in greys)
    assert len({grey.pop() for grey in greys}) == 8


def test_canvases_serve_the_next_worker_too(start: Callable[..., Any], pdfs: SimpleNamespace) -> None:
    asker = start()
    asker.open(pdfs.paged(["1 0 0 rg 0 0 600 800 re f"]))
    asker.render(Request(1, 0.2, None, 1))
    asker.client._worker.kill()
    asker.render(Request(1, 0.2, None, 1))
    assert set(asker.render(Request(1, 0.2, None, 1)).pixels[2::4]) == {255}

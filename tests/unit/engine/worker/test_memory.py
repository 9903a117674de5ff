"""Shared memory: the other side reads documents, writes pixels, and cannot take either away."""

from __future__ import annotations

import mmap
import os
import sys

import pytest

from engine.worker.memory import Shared, mapped

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="seals are Linux's")


def test_a_document_reads_the_same_on_the_other_side() -> None:
    block = Shared.document(b"bytes")
    assert mapped(5, os.dup(block.descriptor), "", is_document=True)[:] == b"bytes"


def test_a_document_cannot_be_changed_by_the_other_side() -> None:
    block = Shared.document(b"bytes")
    with pytest.raises(PermissionError):
        mmap.mmap(block.descriptor, 5)
    with pytest.raises(PermissionError):
        os.ftruncate(block.descriptor, 1)
    private = mapped(5, os.dup(block.descriptor), "", is_document=True)
    private[0:1] = b"B"
    assert mapped(5, os.dup(block.descriptor), "", is_document=True)[:] == b"bytes"


def test_pixels_written_on_the_other_side_are_seen_here_and_cannot_be_cut_short() -> None:
    block = Shared.pixels(8)
    mapped(8, os.dup(block.descriptor), "", is_document=False)[:] = b"12345678"
    assert block.map()[:] == b"12345678"
    with pytest.raises(PermissionError):
        os.ftruncate(block.descriptor, 1)


def test_a_map_outlives_the_handle() -> None:
    block = Shared.pixels(8)
    pixels = memoryview(block.map())
    block.close()
    block.close()
    assert bytes(pixels) == bytes(8)


def test_a_block_that_is_not_there_is_an_error() -> None:
    with pytest.raises(OSError, match=r".*"):
        mapped(8, os.open(os.devnull, os.O_RDONLY), "", is_document=True)

"""The characters of one page with boxes and fonts, in as few calls into PDFium as it allows.

Boxes are PDFium's loose ones (advance width by ascent and descent of the font): every character of a line is as high
as its neighbours, so that "一" and "," build lines, selections and highlights like any other character. Tight boxes
would make a line of "一一一" as thin as a rule.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from ctypes import CDLL, addressof, c_ushort
from itertools import groupby, repeat
from math import isfinite
from operator import gt
from typing import NamedTuple

from engine.model.page import FontRun
from engine.pdf.fonts import FontReader, Setting
from engine.pdf.turned import TurnedText

MAX_CHARACTERS = 400_000
"""Characters read of one page; a page of a newspaper has 20,000."""

_FAR = 1e6  # points: no sheet is 350 m wide; farther boxes are damage
_HYPHEN = 0x02  # what PDFium makes of a hyphen at a line's end
_UNMAPPED = (0, 0xFFFE, 0xFFFF)


class Characters(NamedTuple):
    """Text by code point, four floats a code point (left, bottom, right, top), and the fonts."""

    text: str
    boxes: array[float]
    fonts: tuple[FontRun, ...]


class CharacterReader:
    """Reads the text of pages; holds the buffers PDFium writes into."""

    def __init__(self, pdfium: CDLL) -> None:
        self._pdfium = pdfium
        self._turned = TurnedText(pdfium)

    def read(self, text_page: int) -> Characters:
        """All characters of a loaded text page. Where PDFium made one up (blanks, line ends) its box is all zero."""
        pdfium = self._pdfium
        count = min(pdfium.FPDFText_CountChars(text_page), MAX_CHARACTERS)
        if count <= 0:
            return Characters("", array("f"), ())
        objects: list[int | None] = list(map(pdfium.FPDFText_GetTextObject, repeat(text_page), range(count)))
        boxes = array("f", bytes(16 * count))
        start = boxes.buffer_info()[0]
        for _ in map(
            pdfium.FPDFText_GetLooseCharBox, repeat(text_page), range(count), range(start, start + 16 * count, 16)
        ):
            pass
        boxes[1::4], boxes[3::4] = boxes[3::4], boxes[1::4]  # FS_RECTF has the top before the bottom
        fonts = self._fonts(text_page, objects, boxes)
        clean_boxes(boxes)
        text = self._text(text_page, count)
        if text is None:
            return with_pairs_joined(self._codes(text_page, count), boxes, fonts)
        return Characters(text, boxes, fonts)

    def _text(self, text_page: int, count: int) -> str | None:
        """The text in one call; None where it is not one UTF-16 unit a character and has to be read one by one."""
        units = (c_ushort * (2 * count + 2))()
        if self._pdfium.FPDFText_GetText(text_page, 0, count, addressof(units)) != count + 1:
            return None
        text = bytes(units)[: 2 * count].decode("utf-16-le", "replace")
        if len(text) != count or "\x02" in text or "\0" in text or "\ufffd" in text or "\ufffe" in text:
            return None
        return text

    def _codes(self, text_page: int, count: int) -> list[int]:
        codes: list[int] = list(map(self._pdfium.FPDFText_GetUnicode, repeat(text_page), range(count)))
        for index, code in enumerate(codes):
            if code == _HYPHEN and self._pdfium.FPDFText_IsHyphen(text_page, index) == 1:
                codes[index] = ord("-")
            elif code in _UNMAPPED or code > 0x10FFFF:
                codes[index] = 0xFFFD
        return codes

    def _fonts(self, text_page: int, objects: Sequence[int | None], boxes: array[float]) -> tuple[FontRun, ...]:
        """Runs of one setting. Empties the boxes of characters without a text object (those PDFium made up), which
        belong to the run before them, and computes those of text that is not upright."""
        runs: list[FontRun] = []
        fonts = FontReader(self._pdfium)
        current: Setting | None = None
        start = at = 0
        for text_object, members in groupby(objects):
            end = at + len(list(members))
            if text_object is None:
                boxes[4 * at : 4 * end] = array("f", bytes(16 * (end - at)))
            else:
                setting, upright = fonts.look(text_page, at, text_object)
                if not upright:
                    self._turned.put_boxes(text_page, range(at, end), text_object, fonts.matrix, boxes)
                if setting != current:
                    if current is not None:
                        runs.append(FontRun(start, at, *current))
                        start = at
                    current = setting
            at = end
        if current is not None:
            runs.append(FontRun(start, at, *current))
        return tuple(runs)


def clean_boxes(boxes: array[float]) -> None:
    """Put sides in order and empty the boxes that are not a place on any sheet (NaN, endless, 350 m away)."""
    if not boxes:
        return
    if not isfinite(sum(boxes)) or max(boxes) > _FAR or min(boxes) < -_FAR:
        for at in range(0, len(boxes), 4):
            if not all(-_FAR <= value <= _FAR for value in boxes[at : at + 4]):
                boxes[at : at + 4] = array("f", (0.0, 0.0, 0.0, 0.0))
    for low, high in ((0, 2), (1, 3)):
        if any(map(gt, boxes[low::4], boxes[high::4])):
            lows, highs = boxes[low::4], boxes[high::4]
            boxes[low::4] = array("f", map(min, lows, highs))
            boxes[high::4] = array("f", map(max, lows, highs))


def with_pairs_joined(codes: list[int], boxes: array[float], fonts: tuple[FontRun, ...]) -> Characters:
    """Characters whose code points came as two UTF-16 units (PDFium on Windows): one code point, one box."""
    pairs = list(_pairs(codes))
    if not pairs:
        return Characters("".join(map(_character, codes)), boxes, fonts)
    gone = {index + 1 for index in pairs}
    new_index = [0] * (len(codes) + 1)
    text: list[str] = []
    kept = array("f")
    for index, code in enumerate(codes):
        new_index[index] = len(text)
        if index in gone:
            continue
        is_pair = index + 1 in gone
        text.append(chr(_joined(code, codes[index + 1])) if is_pair else _character(code))
        kept.extend(boxes[4 * index : 4 * index + 4])
    new_index[len(codes)] = len(text)
    moved = (run._replace(start=new_index[run.start], end=new_index[run.end]) for run in fonts)
    return Characters("".join(text), kept, tuple(run for run in moved if run.end > run.start))


def _pairs(codes: list[int]) -> Iterator[int]:
    for index in range(len(codes) - 1):
        if 0xD800 <= codes[index] < 0xDC00 <= codes[index + 1] < 0xE000:
            yield index


def _joined(high: int, low: int) -> int:
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)


def _character(code: int) -> str:
    return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)

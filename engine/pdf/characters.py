"""The characters of one page with boxes and fonts, in as few calls into PDFium as it allows.

Boxes are PDFium's loose ones (advance width by ascent and descent of the font): every character of a line is as high
as its neighbours, so that "一" and "," build lines, selections and highlights like any other character. Tight boxes
would make a line of "一一一" as thin as a rule.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from ctypes import CDLL, addressof, c_ushort
from itertools import groupby, repeat
from math import isfinite
from operator import gt
from typing import NamedTuple

from engine.model.page import FontRun
from engine.pdf.cleaning import OVERRIDES
from engine.pdf.fonts import FontReader, Setting
from engine.pdf.turned import TurnedText

MAX_CHARACTERS = 400_000
"""Characters read of one page; a page of a newspaper has 20,000."""

_FAR = 1e6  # points: no sheet is 350 m wide; farther boxes are damage
_SPECIAL = frozenset("\x00\x02\ufffe\uffff")
"""No code point known, or what PDFium makes of a hyphen at a line's end (U+0002 by character, U+FFFE by text)."""

_ODD = _SPECIAL | OVERRIDES
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")


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
            return with_pairs_joined(self._one_by_one(text_page, count), boxes, fonts)
        return Characters(text, boxes, fonts)

    def _text(self, text_page: int, count: int) -> str | None:
        """The text in one call; None where it is not one UTF-16 unit a character and has to be read one by one."""
        units = (c_ushort * (2 * count + 2))()
        if self._pdfium.FPDFText_GetText(text_page, 0, count, addressof(units)) != count + 1:
            return None
        text = bytes(units)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(text) != count:
            return None
        return text if _ODD.isdisjoint(text) else self._mended(text_page, text)

    def _mended(self, text_page: int, text: str) -> str:
        """Hyphens at lines' ends as hyphens, what has no code point as U+FFFD, and characters that turn the direction
        of text as blanks: they show nothing, and a title with one in it would lie."""
        characters = list(text)
        for index, character in enumerate(text):
            if character in OVERRIDES:
                characters[index] = " "
            elif character in _SPECIAL:
                is_hyphen = self._pdfium.FPDFText_IsHyphen(text_page, index) == 1
                characters[index] = "-" if is_hyphen else "\ufffd"
        return "".join(characters)

    def _one_by_one(self, text_page: int, count: int) -> str:
        """The text by one call a character; on Windows PDFium gives halves of pairs."""
        codes = map(self._pdfium.FPDFText_GetUnicode, repeat(text_page), range(count))
        text = "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes)
        return self._mended(text_page, text)

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


def upright_turn(fonts: Sequence[FontRun]) -> int | None:
    """By how many quarters clockwise a page is to be turned so that most of its text is upright; None where it runs in
    no such direction."""
    turns = [0, 0, 0, 0]
    for run in fonts:
        turns[round(run.angle / 90) % 4] += run.end - run.start
    most = max(turns)
    return turns.index(most) if 2 * most > sum(turns) else None


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


def with_pairs_joined(text: str, boxes: array[float], fonts: tuple[FontRun, ...]) -> Characters:
    """Characters whose code points came as two UTF-16 units: one code point, one box; a lone unit becomes U+FFFD."""
    gone = [pair.start() + 1 for pair in _PAIR.finditer(text)]
    whole = _PAIR.sub(lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)
    whole = _LONE.sub("\ufffd", whole)
    if not gone:
        return Characters(whole, boxes, fonts)
    for index in reversed(gone):
        del boxes[4 * index : 4 * index + 4]
    moved = (
        run._replace(start=run.start - bisect_left(gone, run.start), end=run.end - bisect_left(gone, run.end))
        for run in fonts
    )
    return Characters(whole, boxes, tuple(run for run in moved if run.end > run.start))

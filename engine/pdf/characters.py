"""The characters of one page with boxes and fonts, in as few calls into PDFium as it allows.

Boxes are PDFium's loose ones (advance width by ascent and descent of the font): every character of a line is as high
as its neighbours, so that "一" and "," build lines, selections and highlights like any other character. Tight boxes
would make a line of "一一一" as thin as a rule.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from ctypes import CDLL, addressof, c_float, c_uint, c_ushort, create_string_buffer
from itertools import groupby, repeat
from math import atan2, degrees, hypot, isfinite
from operator import gt
from typing import NamedTuple

from engine.model.page import FontRun
from engine.pdf.library import Matrix
from engine.pdf.turned import TurnedText, is_upright

MAX_CHARACTERS = 400_000
"""Characters read of one page; a page of a newspaper has 20,000."""

_FAR = 1e6  # points: no sheet is 350 m wide; farther boxes are damage
_INVISIBLE_MODES = (3, 7)  # Tr 3 paints nothing, 7 only clips
_FILL_AND_STROKE = 2  # how LibreOffice and WPS print a bold face they do not have
_FORCE_BOLD = 1 << 18  # font descriptor flag
_BOLD_WEIGHT = 600
_HYPHEN = 0x02  # what PDFium makes of a hyphen at a line's end
_UNMAPPED = (0, 0xFFFE, 0xFFFF)


class Characters(NamedTuple):
    """Text by code point, four floats a code point (left, bottom, right, top), and the fonts."""

    text: str
    boxes: array[float]
    fonts: tuple[FontRun, ...]


class _Setting(NamedTuple):
    """How one text object is set; the key that fonts are compared by."""

    name: str
    size: float
    bold: bool
    angle: int
    visible: bool


class CharacterReader:
    """Reads the text of pages; holds the buffers PDFium writes into."""

    def __init__(self, pdfium: CDLL) -> None:
        self._pdfium = pdfium
        self._matrix = Matrix()
        self._float = c_float()
        self._turned = TurnedText(pdfium)
        self._colour = (c_uint * 4)()
        self._name = create_string_buffer(256)

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
        runs: list[FontRun] = []
        settings: dict[tuple[object, ...], _Setting] = {}
        at = 0
        for text_object, members in groupby(objects):
            end = at + sum(1 for _ in members)
            if text_object is None:
                boxes[4 * at : 4 * end] = array("f", bytes(16 * (end - at)))
                setting = _Setting(*runs[-1][2:]) if runs else None
            else:
                setting = self._setting(text_page, at, text_object, settings)
                if not is_upright(self._matrix):
                    self._turned.put_boxes(text_page, range(at, end), text_object, self._matrix, boxes)
            if setting is not None:
                _extend(runs, at, end, setting)
            at = end
        return tuple(runs)

    def _setting(
        self, text_page: int, index: int, text_object: int, settings: dict[tuple[object, ...], _Setting]
    ) -> _Setting:
        pdfium, matrix, size = self._pdfium, self._matrix, self._float
        pdfium.FPDFText_GetMatrix(text_page, index, addressof(matrix))
        pdfium.FPDFTextObj_GetFontSize(text_object, addressof(size))
        font = pdfium.FPDFTextObj_GetFont(text_object)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object)
        is_seen = mode not in _INVISIBLE_MODES and not (
            pdfium.FPDFPageObj_HasTransparency(text_object) and self._is_clear(text_object, mode)
        )
        key = (font, size.value, matrix.a, matrix.b, matrix.c, matrix.d, mode, is_seen)
        setting = settings.get(key)
        if setting is None:
            name = self._font_name(font)
            setting = settings[key] = _Setting(
                name=name,
                size=_displayed_size(size.value, matrix),
                bold=mode == _FILL_AND_STROKE or self._is_bold(font, name),
                angle=_angle(matrix),
                visible=is_seen,
            )
        return setting

    def _is_clear(self, text_object: int, mode: int) -> bool:
        colour = self._colour
        channels = range(addressof(colour), addressof(colour) + 16, 4)
        read = self._pdfium.FPDFPageObj_GetStrokeColor if mode == 1 else self._pdfium.FPDFPageObj_GetFillColor
        return bool(read(text_object, *channels)) and colour[3] == 0

    def _font_name(self, font: int | None) -> str:
        if font is None:
            return ""
        size = self._pdfium.FPDFFont_GetBaseFontName(font, addressof(self._name), 256)
        return font_name(self._name.raw[: max(0, min(size, 256) - 1)])

    def _is_bold(self, font: int | None, name: str) -> bool:
        if font is None:
            return False
        lowered = name.lower()
        return (
            any(word in lowered for word in ("bold", "black", "heavy", "粗"))
            or self._pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            or bool(max(0, self._pdfium.FPDFFont_GetFlags(font)) & _FORCE_BOLD)
        )


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


def font_name(raw: bytes) -> str:
    """A font's name without its subset mark. Windows programs write 仿宋 in GBK, others in UTF-8."""
    for encoding in ("utf-8", "gb18030", "latin-1"):
        try:
            name = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    if len(name) > 7 and name[6] == "+" and name[:6].isupper():
        name = name[7:]
    return "".join(character for character in name if character.isprintable())


def _displayed_size(size: float, matrix: Matrix) -> float:
    shown = abs(size) * hypot(matrix.c, matrix.d)
    return round(shown, 2) if 0 < shown < _FAR else 0.0


def _angle(matrix: Matrix) -> int:
    """Direction the text runs in, in whole degrees counter-clockwise, from -179 to 180."""
    a, b = matrix.a, matrix.b
    if not (isfinite(a) and isfinite(b)):
        return 0
    angle = round(degrees(atan2(b, a)))
    return 180 if angle == -180 else angle


def _extend(runs: list[FontRun], start: int, end: int, setting: _Setting) -> None:
    if runs and runs[-1][2:] == setting:
        runs[-1] = runs[-1]._replace(end=end)
    else:
        runs.append(FontRun(start, end, *setting))


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

"""How text objects are set: font, size as displayed, bold, direction, whether it shows. One look-up a text object, and
the wording of a font only once a page.
"""

from __future__ import annotations

from ctypes import CDLL, addressof, c_float, c_uint, create_string_buffer
from math import atan2, degrees, hypot, isfinite
from typing import NamedTuple

from engine.pdf.library import Matrix
from engine.pdf.turned import is_upright

_INVISIBLE_MODES = (3, 7)  # Tr 3 paints nothing, 7 only clips
_STROKE = 1
_FILL_AND_STROKE = 2  # how LibreOffice and WPS print a bold face they do not have
_FORCE_BOLD = 1 << 18  # font descriptor flag
_BOLD_WEIGHT = 600
_BOLD_WORDS = ("bold", "black", "heavy", "粗")
_FAR = 1e6  # points


class Setting(NamedTuple):
    """How a text object is set: the fields of a FontRun after its range."""

    name: str
    size: float
    bold: bool
    angle: int
    visible: bool


class Look(NamedTuple):
    """A setting, and whether text set so stands upright (its boxes are PDFium's)."""

    setting: Setting
    upright: bool


class FontReader:
    """Reads the settings of one page's text objects. `matrix` is that of the object read last, form matrices in it."""

    def __init__(self, pdfium: CDLL) -> None:
        self._pdfium = pdfium
        self._floats = (c_float * 7)()
        self._at = addressof(self._floats)
        self._colour = (c_uint * 4)()
        self._name = create_string_buffer(256)
        self._fonts: dict[int | None, tuple[str, bool]] = {}
        self._looks: dict[tuple[int | None, int, bool, bytes, bytes], Look] = {}

    @property
    def matrix(self) -> Matrix:
        return Matrix.from_buffer(self._floats)

    def look(self, text_page: int, index: int, text_object: int) -> Look:
        """The setting of a text object; `index` is one of its characters."""
        pdfium, at = self._pdfium, self._at
        pdfium.FPDFText_GetMatrix(text_page, index, at)
        pdfium.FPDFTextObj_GetFontSize(text_object, at + 24)
        font = pdfium.FPDFTextObj_GetFont(text_object)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object)
        is_clear = pdfium.FPDFPageObj_HasTransparency(text_object) == 1 and self._is_clear(text_object, mode)
        floats = bytes(self._floats)
        key = (font, mode, is_clear, floats[:16], floats[24:])  # all but where it stands
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = self._read(font, mode, is_seen=mode not in _INVISIBLE_MODES and not is_clear)
        return found

    def _read(self, font: int | None, mode: int, *, is_seen: bool) -> Look:
        matrix = self.matrix
        if font not in self._fonts:
            name = self._font_name(font)
            self._fonts[font] = name, self._is_bold(font, name)
        name, is_bold = self._fonts[font]
        size = _displayed_size(self._floats[6], matrix)
        bold = mode == _FILL_AND_STROKE or is_bold
        return Look(Setting(name, size, bold, _angle(matrix), is_seen), is_upright(matrix))

    def _is_clear(self, text_object: int, mode: int) -> bool:
        colour = self._colour
        channels = range(addressof(colour), addressof(colour) + 16, 4)
        pdfium = self._pdfium
        read = pdfium.FPDFPageObj_GetStrokeColor if mode == _STROKE else pdfium.FPDFPageObj_GetFillColor
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
            any(word in lowered for word in _BOLD_WORDS)
            or self._pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            or bool(max(0, self._pdfium.FPDFFont_GetFlags(font)) & _FORCE_BOLD)
        )


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

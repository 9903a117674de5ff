"""One PDF as PDFium reads it: page geometry, characters, drawings, links, bookmarks, pixels.

Runs inside the workers (and in tests), in one thread. Nothing a PDF says is believed: counts are capped, geometry is
cleaned, titles are stripped of control characters.
"""

from __future__ import annotations

import mmap
from array import array
from ctypes import addressof, c_char, c_char_p, c_void_p, cast, create_string_buffer

from engine.errors import EmptyFile, NotAPdf, PasswordNeeded, TooLarge
from engine.model.geometry import Box
from engine.model.link import Bookmark, Link
from engine.model.page import PageContent, PageInfo
from engine.model.pixels import MAX_PIXELS, page_pixels, pixel_rect
from engine.pdf.characters import CharacterReader, Characters, upright_turn
from engine.pdf.cleaning import MAX_TITLE, clean_label
from engine.pdf.drawings import DrawingReader
from engine.pdf.forms import FormLayer
from engine.pdf.library import BGRX, ERROR_PASSWORD, RENDER_ANNOTATIONS, Rect, Size, load_library
from engine.pdf.links import LinkReader

MAX_PAGES = 20_000
MAX_BYTES = 1 << 30

_LETTER = Box(0.0, 0.0, 612.0, 792.0)  # what PDFium takes where a page has no usable box
_LARGEST_SIDE = 200_000.0  # points, 70 m
_KEPT_PAGES = 6  # loaded pages kept for the tiles of the same page

Data = bytes | bytearray | memoryview | mmap.mmap
"""The bytes of a PDF; all but `bytes` must be writable buffers (map a file with `mmap.ACCESS_COPY`)."""


class PdfFile:
    """An open PDF. Page numbers are from 1; geometry is page space (points, origin bottom-left, before /Rotate)."""

    def __init__(self, data: Data, password: str = "") -> None:
        if not len(data):
            raise EmptyFile
        if len(data) > MAX_BYTES:
            raise TooLarge(what="bytes")
        self._pdfium = load_library()
        self._data = data  # PDFium reads it for as long as the document is open
        self._document = self._load(data, password)
        self.page_count = self._pdfium.FPDF_GetPageCount(self._document)
        self._pages: dict[int, int] = {}
        self._forms: FormLayer | None = None
        self._infos: dict[int, PageInfo] = {}
        self._characters = CharacterReader(self._pdfium)
        self._drawings = DrawingReader(self._pdfium)
        self._links = LinkReader(self._pdfium, self._document, self.page_count)

    @classmethod
    def open(cls, data: Data, password: str = "") -> PdfFile:
        """Open a PDF from memory, which must stay as it is until `close`.

        Raises EmptyFile, NotAPdf, PasswordNeeded, TooLarge.
        """
        file = cls(data, password)
        if file.page_count <= 0:
            file.close()
            raise NotAPdf
        if file.page_count > MAX_PAGES:
            file.close()
            raise TooLarge(what="pages")
        return file

    def close(self) -> None:
        """Give up the document; nothing can be asked afterwards. May be called twice."""
        for number in list(self._pages):
            self._close_page(number)
        if self._forms:
            self._forms.close()
            self._forms = None
        if self._document:
            self._pdfium.FPDF_CloseDocument(self._document)
            self._document = 0

    def page_info(self, number: int) -> PageInfo:
        """A page's visible box (crop box cut by media box), rotation and own label. Loads the page."""
        info = self._infos.get(number)
        if info is None:
            info = self._infos[number] = self._read_info(number, self._page(number))
        return info

    def page_size(self, number: int) -> tuple[float, float]:
        """Width and height of a page as displayed, in points, without loading it (10 microseconds)."""
        size = Size()
        if not self._pdfium.FPDF_GetPageSizeByIndexF(self._document, number - 1, addressof(size)):
            return _LETTER.width, _LETTER.height
        box = _sane_box(Box(0.0, 0.0, size.width, size.height))
        return box.width, box.height

    def text(self, number: int) -> tuple[str, array[float]]:
        """Text and character boxes of a page, four floats a code point."""
        characters = self._read_characters(number)
        return characters.text, characters.boxes

    def content(self, number: int) -> PageContent:
        """Everything parsing needs of a page."""
        characters = self._read_characters(number)
        drawings = self._drawings.read(self._page(number))
        return PageContent(self.page_info(number), *characters, *drawings)

    def links(self, number: int) -> tuple[Link, ...]:
        """Links of a page that lead to a page of this PDF or to http, https or mailto."""
        return self._links.links(self._page(number))

    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The PDF's own outline, flat, in order, without loops."""
        return self._links.bookmarks()

    def render(
        self, number: int, scale: float, clip: Box | None, into: memoryview | mmap.mmap | bytearray
    ) -> tuple[int, int, int]:
        """Draw a page, or the part of it in `clip` (page space), annotations included, on white.

        `scale` is pixels a point; `into` takes height * stride bytes, top row first, four bytes a pixel (blue, green,
        red, 255). Returns width, height and stride; `pixels.pixel_rect` says which pixels of the page they are.
        Raises TooLarge where the picture passes the cap or `into` is too small.
        """
        info = self.page_info(number)
        x, y, width, height = pixel_rect(info, scale, clip)
        full_width, full_height = page_pixels(info, scale)
        stride = 4 * width
        if width * height > MAX_PIXELS or stride * height > len(into) or max(full_width, full_height) >= 1 << 30:
            raise TooLarge(what="pixels")
        buffer = (c_char * (stride * height)).from_buffer(into)
        bitmap = self._pdfium.FPDFBitmap_CreateEx(width, height, BGRX, addressof(buffer), stride)
        if not bitmap:
            raise TooLarge(what="pixels")
        try:
            self._pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            self._pdfium.FPDF_RenderPageBitmap(
                bitmap, self._page(number), -x, -y, full_width, full_height, 0, RENDER_ANNOTATIONS
            )
            self._drawn_forms().draw(bitmap, self._page(number), (-x, -y, full_width, full_height))
        finally:
            self._pdfium.FPDFBitmap_Destroy(bitmap)
        return width, height, stride

    def _load(self, data: Data, password: str) -> int:
        pdfium = self._pdfium
        pointer = _address(data)
        document: int | None = pdfium.FPDF_LoadMemDocument64(pointer, len(data), password.encode() or None)
        if document:
            return document
        if pdfium.FPDF_GetLastError() == ERROR_PASSWORD:
            raise PasswordNeeded
        raise NotAPdf

    def _page(self, number: int) -> int:
        """A loaded page; the last few stay loaded. Raises NotAPdf where PDFium cannot load it."""
        page = self._pages.pop(number, None)
        if page is None:
            if not 1 <= number <= self.page_count:
                raise IndexError(number)
            page = self._pdfium.FPDF_LoadPage(self._document, number - 1)
            if not page:
                raise NotAPdf(page=number)
            if len(self._pages) >= _KEPT_PAGES:
                self._close_page(next(iter(self._pages)))
        self._pages[number] = page
        return page

    def _close_page(self, number: int) -> None:
        page = self._pages.pop(number)
        if self._forms:
            self._forms.forget(page)
        self._pdfium.FPDF_ClosePage(page)

    def _drawn_forms(self) -> FormLayer:
        """The form's fields, made when the first picture is drawn: reading needs none."""
        if self._forms is None:
            self._forms = FormLayer(self._pdfium, self._document)
        return self._forms

    def _read_info(self, number: int, page: int) -> PageInfo:
        rect = Rect()
        box = _LETTER
        if self._pdfium.FPDF_GetPageBoundingBox(page, addressof(rect)):
            box = _sane_box(Box(rect.left, rect.bottom, rect.right, rect.top))
        rotation = (self._pdfium.FPDFPage_GetRotation(page) % 4) * 90
        return PageInfo(number, box, rotation, self.page_label(number))

    def page_label(self, number: int) -> str:
        """The PDF's own label of a page, "" without one. Does not load the page."""
        buffer = create_string_buffer(256)
        size = self._pdfium.FPDF_GetPageLabel(self._document, number - 1, addressof(buffer), 256)
        return clean_label(buffer.raw[: max(0, min(size, 256) - 2)]) if size <= 256 else ""

    def title(self) -> str:
        """The title of the PDF's document information, "" without one."""
        buffer = create_string_buffer(2 * MAX_TITLE)
        size = self._pdfium.FPDF_GetMetaText(self._document, b"Title", addressof(buffer), len(buffer))
        return clean_label(buffer.raw[: max(0, size - 2)], MAX_TITLE) if size <= len(buffer) else ""

    def _read_characters(self, number: int) -> Characters:
        """The characters of a page in the order they are read in. PDFium orders them as the page is displayed, which
        takes words on their side or upside down to pieces: such a page is turned for as long as it is read."""
        page = self._page(number)
        characters = self._characters_of(page)
        own, upright = self._pdfium.FPDFPage_GetRotation(page) % 4, upright_turn(characters.fonts)
        if upright in {None, own}:
            return characters
        self._pdfium.FPDFPage_SetRotation(page, upright)
        try:
            return self._characters_of(page)
        finally:
            self._pdfium.FPDFPage_SetRotation(page, own)

    def _characters_of(self, page: int) -> Characters:
        text_page = self._pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return Characters("", array("f"), ())
        try:
            return self._characters.read(text_page)
        finally:
            self._pdfium.FPDFText_ClosePage(text_page)


def _address(data: Data) -> int:
    """Where the bytes lie: those of a bytes object, or of any writable buffer."""
    if isinstance(data, bytes):
        return cast(c_char_p(data), c_void_p).value or 0
    return addressof((c_char * len(data)).from_buffer(data))


def _sane_box(box: Box) -> Box:
    """A page box that can be laid out: finite, not empty, at most 70 m a side; else that of US Letter."""
    sides = (box.width, box.height)
    if all(-1e7 < side < 1e7 for side in box) and all(1e-3 < side < _LARGEST_SIDE for side in sides):
        return box
    return _LETTER

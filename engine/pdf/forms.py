"""The fields of a form as they are drawn: filled-in text, ticks, and the seals of electronic signatures.

PDFium leaves them out of a page's picture unless asked through its form environment. Nothing can be filled in here, no
script runs (PDFium is built without), and no callback is given, so that a form can ask for nothing.
"""

from __future__ import annotations

from ctypes import CDLL, addressof, c_int, create_string_buffer

from engine.pdf.library import RENDER_ANNOTATIONS

_INFO_SIZE = 1024  # FPDF_FORMFILLINFO with room to spare: a version and function pointers, all of them null
_VERSIONS = (1, 2)  # without and with XFA compiled in


class FormLayer:
    """The form environment of one open document. `close` it before the document."""

    def __init__(self, pdfium: CDLL, document: int) -> None:
        self._pdfium = pdfium
        self._info = create_string_buffer(_INFO_SIZE)
        self._environment: int | None = None
        self._known: set[int] = set()
        if pdfium.FPDF_GetFormType(document) > 0:
            self._environment = self._opened(document)

    def draw(self, bitmap: int, page: int, area: tuple[int, int, int, int]) -> None:
        """Draw the fields of a loaded page over its picture; `area` is the whole page on the bitmap: x, y, width,
        height in pixels."""
        if self._environment is None:
            return
        if page not in self._known:
            self._known.add(page)
            self._pdfium.FORM_OnAfterLoadPage(page, self._environment)
        self._pdfium.FPDF_FFLDraw(self._environment, bitmap, page, *area, 0, RENDER_ANNOTATIONS)

    def forget(self, page: int) -> None:
        """A page is about to be closed."""
        if page in self._known:
            self._known.discard(page)
            self._pdfium.FORM_OnBeforeClosePage(page, self._environment)

    def close(self) -> None:
        """Give the environment up."""
        if self._environment is not None:
            self._pdfium.FPDFDOC_ExitFormFillEnvironment(self._environment)
            self._environment = None

    def _opened(self, document: int) -> int | None:
        for version in _VERSIONS:
            c_int.from_buffer(self._info).value = version
            environment: int | None = self._pdfium.FPDFDOC_InitFormFillEnvironment(document, addressof(self._info))
            if environment:
                self._pdfium.FPDF_SetFormFieldHighlightAlpha(environment, 0)
                return environment
        return None

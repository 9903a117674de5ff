"""PDFium's C library bound once: only the functions we call, addresses as plain integers, no class per pointer.

pypdfium2 brings the library; its own bindings of all 500 functions take 40 ms to import and check every pointer, so the
two dozen we need are declared here. One thread of one process may use PDFium.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import c_char_p, c_float, c_int, c_size_t, c_ubyte, c_uint, c_ulong, c_void_p
from os import path

ERROR_PASSWORD = 4
"""`FPDF_GetLastError` after a failed load: the password was wrong, or the way of encryption is unknown."""

TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
"""Kinds of page objects (`FPDFPageObj_GetType`)."""

BGRX = 3
"""Bitmap format: four bytes a pixel, blue first, the last one unused."""

RENDER_ANNOTATIONS = 0x01
"""FPDF_ANNOT. LCD smoothing (0x02) stays off: coloured fringes look wrong once a page is scaled."""


class Rect(ctypes.Structure):
    """FS_RECTF."""

    _fields_ = (("left", c_float), ("top", c_float), ("right", c_float), ("bottom", c_float))


class Matrix(ctypes.Structure):
    """FS_MATRIX: x' = a x + c y + e, y' = b x + d y + f."""

    _fields_ = (("a", c_float), ("b", c_float), ("c", c_float), ("d", c_float), ("e", c_float), ("f", c_float))


class Size(ctypes.Structure):
    """FS_SIZEF."""

    _fields_ = (("width", c_float), ("height", c_float))


_P = c_void_p

_FUNCTIONS: dict[str, tuple[object, tuple[object, ...]]] = {
    "FPDF_InitLibrary": (None, ()),
    "FPDF_LoadMemDocument64": (_P, (_P, c_size_t, c_char_p)),
    "FPDF_CloseDocument": (None, (_P,)),
    "FPDF_GetLastError": (c_ulong, ()),
    "FPDF_GetPageCount": (c_int, (_P,)),
    "FPDF_GetPageSizeByIndexF": (c_int, (_P, c_int, _P)),
    "FPDF_GetPageLabel": (c_ulong, (_P, c_int, _P, c_ulong)),
    "FPDF_GetMetaText": (c_ulong, (_P, c_char_p, _P, c_ulong)),
    "FPDF_LoadPage": (_P, (_P, c_int)),
    "FPDF_ClosePage": (None, (_P,)),
    "FPDF_GetPageBoundingBox": (c_int, (_P, _P)),
    "FPDFPage_GetRotation": (c_int, (_P,)),
    "FPDFPage_SetRotation": (None, (_P, c_int)),
    "FPDFPage_CountObjects": (c_int, (_P,)),
    "FPDFPage_GetObject": (_P, (_P, c_int)),
    "FPDFPageObj_GetType": (c_int, (_P,)),
    "FPDFPageObj_GetBounds": (c_int, (_P, _P, _P, _P, _P)),
    "FPDFPageObj_GetMatrix": (c_int, (_P, _P)),
    "FPDFPageObj_HasTransparency": (c_int, (_P,)),
    "FPDFPageObj_GetFillColor": (c_int, (_P, _P, _P, _P, _P)),
    "FPDFPageObj_GetStrokeColor": (c_int, (_P, _P, _P, _P, _P)),
    "FPDFPageObj_GetStrokeWidth": (c_int, (_P, _P)),
    "FPDFFormObj_CountObjects": (c_int, (_P,)),
    "FPDFFormObj_GetObject": (_P, (_P, c_ulong)),
    "FPDFPath_CountSegments": (c_int, (_P,)),
    "FPDFPath_GetPathSegment": (_P, (_P, c_int)),
    "FPDFPath_GetDrawMode": (c_int, (_P, _P, _P)),
    "FPDFPathSegment_GetPoint": (c_int, (_P, _P, _P)),
    "FPDFPathSegment_GetType": (c_int, (_P,)),
    "FPDFPathSegment_GetClose": (c_int, (_P,)),
    "FPDFTextObj_GetFont": (_P, (_P,)),
    "FPDFTextObj_GetFontSize": (c_int, (_P, _P)),
    "FPDFTextObj_GetTextRenderMode": (c_int, (_P,)),
    "FPDFFont_GetBaseFontName": (c_size_t, (_P, _P, c_size_t)),
    "FPDFFont_GetWeight": (c_int, (_P,)),
    "FPDFFont_GetFlags": (c_int, (_P,)),
    "FPDFFont_GetAscent": (c_int, (_P, c_float, _P)),
    "FPDFFont_GetDescent": (c_int, (_P, c_float, _P)),
    "FPDFText_LoadPage": (_P, (_P,)),
    "FPDFText_ClosePage": (None, (_P,)),
    "FPDFText_CountChars": (c_int, (_P,)),
    "FPDFText_GetText": (c_int, (_P, c_int, c_int, _P)),
    "FPDFText_GetUnicode": (c_uint, (_P, c_int)),
    "FPDFText_GetTextObject": (_P, (_P, c_int)),
    "FPDFText_GetCharBox": (c_int, (_P, c_int, _P, _P, _P, _P)),
    "FPDFText_GetLooseCharBox": (c_int, (_P, c_int, _P)),
    "FPDFText_GetCharOrigin": (c_int, (_P, c_int, _P, _P)),
    "FPDFText_GetMatrix": (c_int, (_P, c_int, _P)),
    "FPDFText_IsHyphen": (c_int, (_P, c_int)),
    "FPDFBookmark_GetFirstChild": (_P, (_P, _P)),
    "FPDFBookmark_GetNextSibling": (_P, (_P, _P)),
    "FPDFBookmark_GetTitle": (c_ulong, (_P, _P, c_ulong)),
    "FPDFBookmark_GetDest": (_P, (_P, _P)),
    "FPDFBookmark_GetAction": (_P, (_P,)),
    "FPDFAction_GetType": (c_ulong, (_P,)),
    "FPDFAction_GetDest": (_P, (_P, _P)),
    "FPDFAction_GetURIPath": (c_ulong, (_P, _P, _P, c_ulong)),
    "FPDFDest_GetDestPageIndex": (c_int, (_P, _P)),
    "FPDFDest_GetLocationInPage": (c_int, (_P, _P, _P, _P, _P, _P, _P)),
    "FPDFLink_Enumerate": (c_int, (_P, _P, _P)),
    "FPDFLink_GetDest": (_P, (_P, _P)),
    "FPDFLink_GetAction": (_P, (_P,)),
    "FPDFLink_GetAnnotRect": (c_int, (_P, _P)),
    "FPDF_GetFormType": (c_int, (_P,)),
    "FPDFDOC_InitFormFillEnvironment": (_P, (_P, _P)),
    "FPDFDOC_ExitFormFillEnvironment": (None, (_P,)),
    "FPDF_SetFormFieldHighlightAlpha": (None, (_P, c_ubyte)),
    "FORM_OnAfterLoadPage": (None, (_P, _P)),
    "FORM_OnBeforeClosePage": (None, (_P, _P)),
    "FPDF_FFLDraw": (None, (_P, _P, _P, c_int, c_int, c_int, c_int, c_int, c_int)),
    "FPDFBitmap_CreateEx": (_P, (c_int, c_int, c_int, _P, c_int)),
    "FPDFBitmap_FillRect": (c_int, (_P, c_int, c_int, c_int, c_int, c_ulong)),
    "FPDFBitmap_Destroy": (None, (_P,)),
    "FPDF_RenderPageBitmap": (None, (_P, _P, c_int, c_int, c_int, c_int, c_int, c_int)),
}

LIBRARY_NAMES = {"win32": "pdfium.dll", "darwin": "libpdfium.dylib"}


def library_file(folders: list[str]) -> str | None:
    """PDFium's library as pypdfium2's wheel lays it down, in the first of the import path's folders that has it."""
    name = LIBRARY_NAMES.get(sys.platform, "libpdfium.so")
    for folder in folders:
        file = path.join(folder or ".", "pypdfium2_raw", name)  # noqa: PTH118  (pathlib costs the worker 5 ms)
        if path.isfile(file):  # noqa: PTH113
            return file
    return None


def load_library() -> ctypes.CDLL:
    """PDFium, initialised, with the functions of the table typed. Raises ImportError where pypdfium2 is missing."""
    file = library_file(sys.path)
    if file is None:
        raise ImportError("no PDFium library on the import path", name="pypdfium2_raw")
    library = ctypes.CDLL(file)
    for name, (result, arguments) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    library.FPDF_InitLibrary()
    return library

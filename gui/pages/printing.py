"""Prints pages: the page worker draws them in bands at the printer's resolution, one band in memory at a time.

Notes and marks are painted into the bands, as on the screen, because printers do not let a highlight through.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from engine.errors import Cancelled
from engine.model.geometry import Box
from engine.worker.protocol import NEAR, Failed, Rendered, Request
from gui.bridge.document import OpenDocument
from gui.bridge.geometry import PageGeometry
from gui.pages.mark_painting import paint_marks
from gui.pages.marks import KINDS, MarkIndex, marks_of_view
from gui.pages.zoom import PIXELS_A_POINT

Marked = Literal["none", "notes", "all"]

_SERIALS = 1 << 41  # our requests are told from the others' by their numbers
_BAND = 2_000_000  # pixels drawn at once
_PRINTER, _FILE = 600, 300  # dots an inch at most, on paper and in a file
_INCH = 72.0


class PrintPlan(NamedTuple):
    """What is to be printed: PDF pages, which marks with them, fitted to the paper or as large as they are."""

    pages: tuple[int, ...]
    marked: Marked = "notes"
    is_fitted: bool = True


class Sheet(NamedTuple):
    """How one page lies on paper: `scale` printer dots a point, `fine` drawn pixels a point, `at` its top left."""

    geometry: PageGeometry
    scale: float
    fine: float
    at: QPointF


class PrintJob(QObject):
    """One document on its way to a printer or into a file. Ends with `ended`."""

    progressed = Signal(int)  # pages that are done
    ended = Signal(str, object)  # "done", "cancelled" or "failed"; the PDF pages that could not be drawn

    def __init__(self, document: OpenDocument, printer: QPrinter, plan: PrintPlan, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._printer = printer
        self._plan = plan
        self._marks = marks_to_print(document, plan.marked)
        self._painter = QPainter()
        self._serial = _SERIALS
        self._at = -1  # which of the plan's pages is being printed
        self._sheet: Sheet | None = None
        self._bands: Iterator[Box] = iter(())
        self._missing: list[int] = []

    def start(self) -> None:
        """Begin; everything else follows from the worker's answers."""
        self._document.feed.rendered.connect(self._on_rendered)
        self._document.feed.failed.connect(self._on_failed)
        self._orient(self._plan.pages[0])
        if self._painter.begin(self._printer):
            self._next_page()
        else:
            self._end("failed")

    def cancel(self) -> None:
        """Stop; what was printed so far is thrown away where the system can do it."""
        if self._serial:
            self._printer.abort()
            self._end("cancelled")

    def _next_page(self) -> None:
        self._at += 1
        self.progressed.emit(self._at)
        if self._at == len(self._plan.pages):
            self._end("done")
            return
        page = self._plan.pages[self._at]
        if self._at:
            self._orient(page)
            if not self._printer.newPage():
                self._end("failed")
                return
        self._sheet = self._laid_out(page)
        self._bands = bands_of(self._sheet)
        self._next_band()

    def _next_band(self) -> None:
        band = next(self._bands, None)
        if band is None or self._sheet is None:
            self._next_page()
            return
        geometry, fine = self._sheet.geometry, self._sheet.fine
        self._serial += 1
        clip = geometry._replace(scale=1.0).box_to_page(band)
        self._document.feed.render(Request(geometry.info.number, fine, clip, self._serial, purpose=NEAR))

    def _on_rendered(self, reply: Rendered) -> None:
        sheet = self._sheet
        if reply.request.serial != self._serial or sheet is None:
            return
        shared = QImage(reply.pixels, reply.width, reply.height, reply.stride, QImage.Format.Format_RGB32)
        image = shared.copy()
        marks = self._marks.on_page(sheet.geometry.info.number)
        if marks:
            paint_marks_on(image, QPointF(reply.x, reply.y), sheet, marks)
        if image.allGray():  # most pages are; a third of the data
            image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        ratio = sheet.scale / sheet.fine
        at = sheet.at + QPointF(reply.x, reply.y) * ratio
        self._painter.drawImage(QRectF(at.x(), at.y(), reply.width * ratio, reply.height * ratio), image)
        self._next_band()

    def _on_failed(self, reply: object) -> None:
        if not isinstance(reply, Failed) or not isinstance(reply.request, Request):
            return
        if reply.request.serial == self._serial and self._serial:
            if isinstance(reply.error, Cancelled):  # the document is being closed
                self.cancel()
                return
            self._missing.append(reply.request.page)
            self._next_page()

    def _orient(self, page: int) -> None:
        """Lay the paper as the page lies."""
        width, height = self._document.pages[page - 1].size
        lying = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(lying)

    def _laid_out(self, page: int) -> Sheet:
        printer = self._printer
        room = printer.pageLayout().paintRectPixels(printer.resolution())
        info = self._document.pages[page - 1]
        width, height = info.size
        scale = (
            min(room.width() / width, room.height() / height) if self._plan.is_fitted else printer.resolution() / _INCH
        )
        is_file = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat
        finest = (_FILE if is_file else _PRINTER) / _INCH
        at = QPointF((room.width() - width * scale) / 2, (room.height() - height * scale) / 2)
        return Sheet(PageGeometry(info, scale), scale, min(scale, finest), at)

    def _end(self, how: str) -> None:
        """Close the printer, whatever happened, and say how it went."""
        if not self._serial:
            return
        self._serial = 0
        self._document.feed.rendered.disconnect(self._on_rendered)
        self._document.feed.failed.disconnect(self._on_failed)
        if self._painter.isActive() and not self._painter.end():
            how = "failed" if how == "done" else how
        if how == "done" and self._printer.printerState() == QPrinter.PrinterState.Error:
            how = "failed"
        self.ended.emit(how, self._missing)


def bands_of(sheet: Sheet) -> Iterator[Box]:
    """Strips over the whole width of a page from the top, in displayed points (left, top, right, bottom), on whole
    drawn pixels."""
    width, height = sheet.geometry._replace(scale=1.0).size
    rows = max(1, int(_BAND / max(1.0, width * sheet.fine)))
    step = rows / sheet.fine
    top = 0.0
    while top < height:
        yield Box(0.0, top, width, min(top + step, height))
        top += step


def paint_marks_on(image: QImage, origin: QPointF, sheet: Sheet, marks: Any) -> None:
    """Paint marks into a band whose top left is the drawn page's pixel `origin`, as thick as on the screen."""
    painter = QPainter(image)
    painter.translate(-origin)
    thick = sheet.fine / PIXELS_A_POINT
    painter.scale(thick, thick)
    geometry = sheet.geometry._replace(scale=PIXELS_A_POINT)
    paint_marks(painter, QRectF(QPointF(), QPointF(*geometry.size)), geometry, marks, None)
    painter.end()


def marks_to_print(document: OpenDocument, marked: Marked) -> MarkIndex:
    """The marks that go with the pages, whatever the screen hides."""
    index = MarkIndex()
    index.hidden = frozenset({"numeral"}) if marked == "all" else frozenset(KINDS) - {"note"}
    if marked != "none" and document.session is not None:
        index.fill(marks_of_view(document.session.view))
    return index

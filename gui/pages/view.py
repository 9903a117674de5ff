"""The page view: the printed pages in rows, with marks, selection and everything a reader does to them.

Only what shows is rendered; all geometry is the camera's, all pictures the supply's, all pointer gestures the tool's.
"""

from __future__ import annotations

from typing import Any

from PySide6 import QtGui
from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui.bridge.document import OpenDocument
from gui.pages.camera import Camera
from gui.pages.canvas import Canvas, dress_desk
from gui.pages.layout import MARGIN, Arrangement, PageLayout
from gui.pages.marks import places_unmarked
from gui.pages.selection import TextSelection
from gui.pages.supply import PageSupply
from gui.pages.travel import Travel
from gui.pages.wanted import wanted
from gui.pages.zoom import Fit, stepped


class PageView(QAbstractScrollArea):
    """The pages of one document. Page indices count from 0."""

    first_page_drawn = Signal()
    page_changed = Signal(int)
    zoom_changed = Signal(float)
    arrangement_changed = Signal()
    moved = Signal()
    hidden_changed = Signal()  # marks of other kinds show

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.camera = Camera()
        self.supply: PageSupply | None = None
        self.selection = TextSelection(lambda index: self.supply.text(index) if self.supply is not None else None)
        self.hidden: frozenset[str] = frozenset({"numeral"})  # kinds whose marks are not shown
        self.glide: Any = None  # these three come with the reading tools, after page one
        self.overlay: Any = None
        self.document: OpenDocument | None = None
        self.tool: Any = None
        self.travel = Travel(self)
        self.canvas = Canvas(self)
        self.is_front = True  # False: the text view is read, and these pages follow it
        self._page = -1
        self._is_drawn = False
        self._is_arranging = False
        self._ratio = 0.0  # of the screen, device pixels a pixel
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewport(QWidget())  # our own: asking for Qt's makes PySide look through all widget types, 15 ms
        dress_desk(self)

    def set_document(self, document: OpenDocument | None) -> None:
        """Show a document whose pages are known, from its first page; None shows nothing."""
        self.document = document
        self.selection.clear()
        self.travel.trail.clear()
        self._page = -1
        self._is_drawn = False
        if self.supply is not None:
            self.supply.let_go()
            self.supply = None
        self.camera.layout = PageLayout(
            document.pages if document is not None else (), 0, self.camera.layout.arrangement
        )
        self.camera.aim = self.camera.fitted = 0  # however low it is beside those that follow
        if document is not None:
            self.supply = PageSupply(document, self.camera, self)
            self.supply.marks.hidden = self.hidden
            self.supply.page_changed.connect(self._on_page_changed)
            self.supply.text_came.connect(self._on_page_changed)
            document.page_measured.connect(self._on_measured)
            document.selection_changed.connect(self._on_item_selected)
            document.places_wanted.connect(self.travel.on_places_wanted)
        self.camera.x = self.camera.y = 0.0
        _measure(self, self.viewport().size())
        self.camera.refit()
        self.camera.centre()
        self.arrange()

    @property
    def page(self) -> int:
        """Index of the page the reader is on."""
        return max(self._page, 0)

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom to a share of the printed size, keeping what lies under `at` (default: the middle) where it is."""
        point = at if at is not None else QPointF(self.camera.width / 2, self.camera.height / 2)
        spot = self.camera.spot_at(point.x(), point.y())
        self.halt()
        self.camera.set_zoom(zoom)
        self.camera.place_spot(spot, point.x(), point.y())
        self.arrange()

    def zoom_by(self, steps: int, at: QPointF | None = None) -> None:
        """Zoom in (or out, when negative) by steps of the ladder."""
        self.set_zoom(stepped(self.camera.zoom, steps), at)

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the window: its width or the whole page."""
        spot = self.camera.spot_at(self.camera.width / 2, 0)
        self.camera.fit = fit
        self.camera.fitted = self.camera.current()
        self.camera.refit()
        self.camera.place_spot(spot, self.camera.width / 2, 0)
        self.camera.centre()
        self.arrange()

    def turn_by(self, degrees: int) -> None:
        """Turn all pages clockwise."""
        if self.supply is not None:
            self.selection.clear()
            self.supply.turned()
            self._lay_out((self.camera.layout.turn + degrees) % 360, self.camera.layout.arrangement)

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Let the pages stand together otherwise, the one that is read staying in sight."""
        self._lay_out(self.camera.layout.turn, arrangement)
        self.arrangement_changed.emit()

    def show_places(self, places: Any, *, glide: bool = True) -> None:
        """Bring places into view, moving only when they do not already show comfortably."""
        if self.document is not None:
            self.travel.show(self.document.pages, places, glide=glide)

    def hide_marks(self, kinds: frozenset[str]) -> None:
        """Show the marks of all but these kinds."""
        self.hidden = kinds
        if self.supply is not None:
            self.supply.marks.hidden = kinds
        self.viewport().update()
        self.hidden_changed.emit()

    def scroll_to(self, x: float, y: float, *, glide: bool = True, aim: int = -1) -> None:
        """Move the viewport's top left to a point of the stage; `aim` is the page this is done for, if any."""
        self.camera.aim = aim
        width, height = self.camera.content
        target = (
            min(max(x, 0.0), max(0.0, width - self.camera.width)),
            min(max(y, 0.0), max(0.0, height - self.camera.height)),
        )
        if glide and self.glide is not None and self.isVisible():
            self.glide.start((self.camera.x, self.camera.y), target, self.camera.height)
        else:
            self.halt()
            self.put(*target)

    def halt(self) -> None:
        """Stop gliding."""
        if self.glide is not None:
            self.glide.stop()

    def arrange(self) -> None:
        """Size the scroll bars after the layout, the zoom or the window changed, and ask for what is missing."""
        _measure(self, self.viewport().size())
        width, height = self.camera.content
        x, y = self.camera.x, self.camera.y
        self._is_arranging = True
        for bar, full, part in (
            (self.horizontalScrollBar(), width, self.camera.width),
            (self.verticalScrollBar(), height, self.camera.height),
        ):
            bar.setRange(0, max(0, round(full - part)))
            bar.setPageStep(max(1, round(part)))
            bar.setSingleStep(48)
        self._is_arranging = False
        self.put(x, y)
        self.zoom_changed.emit(self.camera.zoom)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        if self.devicePixelRatioF() != self._ratio:  # the window has come to another screen
            self._ratio = self.devicePixelRatioF()
            self.want()
        painter = QPainter(self.viewport())
        is_sharp = self.canvas.paint(painter, event.rect())
        painter.end()
        if is_sharp and not self._is_drawn:
            self._is_drawn = True
            self.first_page_drawn.emit()

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        super().showEvent(event)
        self.want()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        if self.document is None:
            return
        spot = self.camera.spot_at(self.camera.width / 2, 0)
        _measure(self, event.size())
        if self.camera.fit != "free":
            self.camera.refit()
            self.camera.place_spot(spot, self.camera.width / 2, 0)
            self.camera.centre()
        self.arrange()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        if not self._is_arranging:
            self.camera.aim = -1
            self._after_move()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if self.tool is None or not self.tool.key(event):
            super().keyPressEvent(event)

    def put(self, x: float, y: float) -> None:
        """Show the stage from a point on, at once."""
        self._is_arranging = True
        self.horizontalScrollBar().setValue(round(x))
        self.verticalScrollBar().setValue(round(y))
        self._is_arranging = False
        self._after_move()

    def _after_move(self) -> None:
        self.camera.x = float(self.horizontalScrollBar().value())
        self.camera.y = float(self.verticalScrollBar().value())
        self.want()
        page = self.camera.current()
        if page != self._page and self.camera.layout.pages:
            self._page = page
            self.page_changed.emit(page)
        self.moved.emit()
        self.viewport().update()

    def want(self) -> None:
        """Ask for the pictures that are missing for what shows."""
        if self.supply is not None and self.isVisible():  # before that the viewport has no size of its own
            self.supply.wish(wanted(self.camera, self.devicePixelRatioF(), neighbours=self._is_drawn))

    def _lay_out(self, turn: int, arrangement: Arrangement) -> None:
        camera, index = self.camera, self.page
        self.halt()
        camera.layout = PageLayout(camera.layout.pages, turn, arrangement)
        camera.layout.reveal(index)
        camera.aim = camera.fitted = index
        camera.refit()
        if camera.layout.pages:
            camera.move_to(camera.x, camera.top(index) - MARGIN)
            camera.centre()
        self.arrange()

    def _on_measured(self, _page: int) -> None:
        """A page's box or rotation, not its size, is another than was said: what lies on it moves."""
        if self.document is not None:
            self.camera.layout.pages = self.document.pages
            self.viewport().update()

    def _on_page_changed(self, index: int) -> None:
        if index < 0 or index in self.camera.visible():
            self.viewport().update()

    def _on_item_selected(self, item_id: str, initiator: str) -> None:
        if self.supply is None or self.document is None:
            return
        marks, session = self.supply.marks.of_item(item_id), self.document.session
        if initiator == "page" or not self.is_front:
            pass
        elif marks:
            self.travel.show_box(marks[0].page, marks[0].boxes[0])
        elif session is not None:
            self.travel.show(self.document.pages, places_unmarked(session.view, item_id, self.hidden))
        self.viewport().update()


def _measure(view: PageView, size: QSize) -> None:
    """Tell the camera how much can be seen, and how much could be without scroll bars."""
    camera, room = view.camera, view.maximumViewportSize()
    camera.width, camera.height = float(size.width()), float(size.height())
    camera.room = float(room.width()), float(room.height())
    bars = view.verticalScrollBar().sizeHint(), view.horizontalScrollBar().sizeHint()
    camera.bars = float(bars[0].width()), float(bars[1].height())

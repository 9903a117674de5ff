"""The window: page area, side pane, bars. It reserves every bar's room at once, shows page one, and only then loads
what fills the bars and the side, so that nothing moves under the reader's eyes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QSettings, QSize, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from gui.bridge.document import OpenDocument
from gui.bridge.feed import PageFeed
from gui.bridge.outlet import outlet
from gui.bridge.start import Start, started
from gui.late import TABLE, load
from gui.window.page_area import PageArea
from gui.window.panes import LEFT, SIDE, Panes
from gui.window.reading_place import ReadingPlace

_SIZE = QSize(1280, 800)
RIM = QSize(16, 48)  # what a window manager may put around the window
_PAUSE = 25  # milliseconds in which page one reaches the screen before the rest takes the processor
_BARS = ("fonts", "language", "actions", "chrome", "collecting", "ending")
_SIDES = (
    "side",
    "reference",
    "triage",
    "desks",
    "ledgers",
    "coverage",
    *(name for name in TABLE if name.startswith("panel.")),
    "review",
)
_INCOMPLETE = (
    "窗口没有装全，现在只能看页面。请重新安装本程序；核对记录没有受影响。"
    "The window is incomplete, only the pages can be read. Please install the program again; reviews are not affected."
)
MENU_HEIGHT, BAR_HEIGHT, STATUS_HEIGHT = 28, 44, 28


class Frame(QMainWindow):
    """One window with at most one document."""

    document_changed = Signal(object)  # OpenDocument or None
    rest_loaded = Signal()
    closed = Signal(object)  # itself

    def __init__(self, settings: QSettings, windows: Any) -> None:
        super().__init__()
        self.settings = settings
        self.windows = windows  # gui.window.windows.Windows
        self.document: OpenDocument | None = None
        self.area = PageArea()
        self.splitter = Panes(self.area)
        self.side = self.splitter.side
        self.foot = QWidget()
        self.chrome: Any = None
        self.panels: Any = None
        self.reference: Any = None  # gui.window.beside.reference.Reference
        self.place = ReadingPlace(self)
        self._steps = [self._load_chrome, self._load_side]
        self._is_loading = False
        self._is_broken = False
        self._build()
        self.area.view.first_page_drawn.connect(self._on_first_page)

    @property
    def is_complete(self) -> bool:
        """Whether everything that is loaded late is there."""
        return not self._steps and not self._is_broken

    def open_start(self, start: Start) -> None:
        """Show a document whose worker is already starting, in the place of the present one."""
        feed = PageFeed(start.client, start.inbox)
        document = OpenDocument(start.reading.path, feed, start.reading, self)
        self._set_document(document)
        document.opened.connect(self._on_opened)
        document.failed.connect(self._on_failed)
        feed.listen()

    def open_path(self, path: Path) -> None:
        """Open a file in the place of the present document, if that lets itself be closed; a file that another window
        shows is not opened twice."""
        present = self.windows.frame_of(path)
        if present is not None and present is not self:
            present.come_forward()
        elif self.close_document():
            self.open_start(started(path))

    def close_document(self) -> bool:
        """Close the document, saving the review; False when that failed and the user chose to stay."""
        document = self.document
        if document is None:
            return True
        self.place.leave()
        if not document.close():
            if not self.chrome.may_abandon(document):
                return False
            document.abandon()
        self._set_document(None)
        document.deleteLater()
        return True

    def show_start_page(self) -> None:
        """What an empty window shows: open, recent files, drop a file here."""
        self.splitter.set_open(is_open=False)
        self.windows.dress()  # no page one to wait for
        self._show_title()
        self.area.show_instead(load("start-page")(self))
        self.load_rest()

    def load_rest(self) -> None:
        """Load what was left out for the sake of page one. Modules are imported in a thread of their own, so that the
        window keeps answering."""
        if self._steps and not self._is_loading:
            self._is_loading = True
            arguments = (outlet(self._load_next),)
            QTimer.singleShot(_PAUSE, lambda: Thread(target=_import_rest, args=arguments, daemon=True).start())

    def closeEvent(self, event: QtGui.QCloseEvent) -> None:
        if not self.close_document():
            event.ignore()
            return
        self.settings.setValue("geometry", self.saveGeometry())
        self.settings.sync()
        event.accept()
        self.closed.emit(self)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if not load("presses")(event, self.focusWidget()):
            super().keyPressEvent(event)

    def come_forward(self) -> None:
        """Bring the window to the front, with the keys."""
        load("come-forward")(self)

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        paths = dropped_files(event)
        if not paths:
            return
        event.acceptProposedAction()
        if len(paths) == 1:
            self.open_path(paths[0])
        else:
            for path in paths:
                self.windows.open_path(path, beside=self)

    def _build(self) -> None:
        self._show_title()
        self.setAcceptDrops(True)
        top = QWidget()  # room for menus and tools; the bars themselves cost 20 ms
        top.setFixedHeight(MENU_HEIGHT + BAR_HEIGHT)
        self.setMenuWidget(top)
        self.foot.setFixedHeight(STATUS_HEIGHT)
        central = QWidget()
        rows = QVBoxLayout(central)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.splitter, 1)
        rows.addWidget(self.foot)
        self.setCentralWidget(central)
        geometry = self.settings.value("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(_SIZE.boundedTo(self.screen().availableSize() - RIM))
        self.splitter.want(LEFT, is_on=str(self.settings.value("thumbnails")) == "true")
        self.splitter.splitterMoved.connect(self.place.touch)
        self.splitter.wanted_changed.connect(self.place.touch)

    def _set_document(self, document: OpenDocument | None) -> None:
        self.document = document
        self.area.show_banner(None)
        self.area.view.set_document(None)
        self.area.show_view()
        self._show_title()
        self.document_changed.emit(document)

    def _show_title(self) -> None:
        """The document's name and the program's, in the language as it is now."""
        name = self.tr("批阅")
        self.setWindowTitle(name if self.document is None else f"{self.document.file_name} — {name}")

    def _on_opened(self) -> None:
        self.splitter.set_open(is_open=True)
        if self.document is not None:
            self.area.view.set_document(self.document)
            self.place.restore()
            self.area.view.setFocus()

    def _on_failed(self, _error: object) -> None:
        self.splitter.set_open(is_open=False)
        self.load_rest()

    def _on_first_page(self) -> None:
        self.load_rest()
        if self.is_complete:
            self._begin_review()

    def _load_next(self, came: tuple[str, ...] | Exception) -> None:
        """Fill the window with what was imported. Where that fails it says so, since without bars nobody would know."""
        if self._is_broken:
            return
        try:
            if isinstance(came, Exception):
                raise came  # noqa: TRY301 - told like a part that cannot be made
            self._steps.pop(0)()
        except Exception as error:
            self._is_broken = True
            self.area.show_banner(_incomplete(error))
            raise
        if not self._steps:
            self._begin_review()
            self.windows.collect_garbage()
            self.rest_loaded.emit()

    def _load_chrome(self) -> None:
        self.windows.dress()
        self._show_title()
        self.chrome = load("chrome")(self)

    def _load_side(self) -> None:
        self.panels = load("side")(self)
        self.splitter.put(SIDE, self.panels)
        self.place.add("lists", self.panels)
        self.panels.splitter.splitterMoved.connect(self.place.touch)
        self.panels.tabs.currentChanged.connect(self.place.touch)
        self.panels.panels["outline"].folding_changed.connect(self.place.touch)
        self.reference = load("reference")(self, self.chrome.actions)
        self.chrome.actions.connect_handlers(self.reference.handlers())
        self.place.add("reference", self.reference)

    def _begin_review(self) -> None:
        document = self.document
        if document is not None and document.is_open:
            load("review")(document)


def _import_rest(tell: Callable[[object], None]) -> None:
    try:
        for names in (_BARS, _SIDES):
            for name in names:
                load(name)
            tell(names)
    except Exception as error:  # noqa: BLE001 - told in the window
        tell(error)


def _incomplete(error: Exception) -> QWidget:
    """What a window says whose bars or lists could not be loaded; nothing of ours is asked for it."""
    label = QtWidgets.QLabel(f"{_INCOMPLETE}\n{type(error).__name__}: {error}")
    label.setContentsMargins(16, 8, 16, 8)
    label.setAutoFillBackground(True)
    label.setWordWrap(True)
    return label


def dropped_files(event: QtGui.QDropEvent) -> list[Path]:
    """The local PDFs a drag carries."""
    names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [Path(name) for name in names if name.lower().endswith(".pdf")]

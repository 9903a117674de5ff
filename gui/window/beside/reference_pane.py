"""The pane of the 参照文件: its pages with the tools of reading, its metrics below, never anything to change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from engine.model.link import Link
from gui.bridge.document import OpenDocument
from gui.pages.glide import Glide
from gui.pages.overlay import Overlay
from gui.pages.parsed_tables import ParsedTables
from gui.panels.lists.table_panel import TablePanel
from gui.tools.caret.caret_keys import CaretKeys
from gui.tools.pointing.pointer import Pointer
from gui.tools.words.copying import Copying
from gui.tools.words.front import Front
from gui.tools.words.gathering import Gathering
from gui.window.bars.find_bar import FindBar
from gui.window.bars.pane_keys import PaneKeys
from gui.window.beside.reference_head import ReferenceHead
from gui.window.page_area import PageArea

_COLUMNS = frozenset({"quote", "name", "period", "page"})


class ReferencePane(QWidget):
    """Shows one document read-only. Looks to its find bar like a window of its own."""

    document_changed = Signal(object)
    dropped = Signal(object)  # Path of a PDF to be the reference

    def __init__(self, actions: Any) -> None:
        super().__init__()
        self.document: OpenDocument | None = None
        self.area = PageArea()
        self.view = self.area.view
        self.view.setAccessibleName(self.tr("参照文件原文"))
        self._actions = actions
        self._read()
        self.find_bar = FindBar(self)
        self.area.add_above(self.find_bar)
        self.head = ReferenceHead(self.view, actions)
        self.metrics = TablePanel("metric", has_states=False)
        self.metrics.list.setAccessibleName(self.tr("参照文件的指标"))
        for at, column in enumerate(self.metrics.rows.columns):
            self.metrics.table.setColumnHidden(at, column.field not in _COLUMNS)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.area)
        self.splitter.addWidget(self.metrics)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([600, 220])
        self.head.metrics.toggled.connect(self.metrics.setVisible)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self.splitter, 1)
        rows.addWidget(self.head.line)
        self.keys = PaneKeys(self.area, actions, self._answers())
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("参照文件"))
        self.setFocusProxy(self.view)

    def set_document(self, document: OpenDocument | None) -> None:
        """Follow a document from the moment its path is known; None shows nothing."""
        self.document = document
        self.view.set_document(None)
        self.area.show_view()
        if document is not None:
            document.opened.connect(self._on_opened)
        self.head.set_document(document)
        self.metrics.set_document(document)
        self.document_changed.emit(document)

    @property
    def panes(self) -> list[QWidget]:
        """What F6 stops at."""
        if not self.isVisible():
            return []
        return [self.view, self.metrics] if self.metrics.isVisible() else [self.view]

    def show_places(self, places: Any) -> None:
        """Bring places into view and point them out."""
        if self.document is not None:
            self.document.show_places(places, "reference")

    def _read(self) -> None:
        """The tools of reading, as in the middle of the window."""
        view = self.view
        self.pointer = Pointer(view)
        view.tool = self.pointer
        view.overlay = Overlay(view)
        view.glide = Glide(view.put, view)
        self.caret = CaretKeys(self.pointer.aim)
        self.pointer.keys.append(self._caret_key)
        self.pointer.painters.append(self.caret.paint)
        self.copying = Copying(Front(self.area), Gathering(view))
        view.selection.running = view.overlay.running_matter.ranges
        view.selection.cells = ParsedTables(view).on_page
        self.pointer.clicking.link_clicked.connect(self._on_link)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._offer)

    def _answers(self) -> dict[str, Callable[[], object]]:
        """What keys of the table of actions do while the reference has them."""
        view = self.view
        return {
            "edit.copy": self.copying.copy,
            "edit.copy-cited": self.copying.copy_cited,
            "edit.select-all": self.caret.select_all,
            "edit.find": self.find_bar.ask,
            "edit.find-next": lambda: self.find_bar.step(1),
            "edit.find-previous": lambda: self.find_bar.step(-1),
            "view.zoom-in": lambda: view.zoom_by(1),
            "view.zoom-out": lambda: view.zoom_by(-1),
            "view.actual-size": lambda: view.set_zoom(1.0),
            "view.fit-width": lambda: view.set_fit("width"),
            "view.fit-page": lambda: view.set_fit("page"),
            "view.go-to-page": self.head.page_box.focus,
            "view.back": view.travel.back,
        }

    def _caret_key(self, event: Any) -> bool:
        return self.view.selection.head is not None and self.caret.key(event)

    def _offer(self, at: QPoint) -> None:
        """The menu of the right button: what the keys do, in the words of the table."""
        if self.document is None or not self.document.is_open:
            return
        menu = QMenu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, answer in self._answers().items():
            if name.startswith("edit.copy") and self.view.selection.is_empty:
                continue
            own = self._actions[name]
            entry = QAction(own.text(), menu)
            entry.setObjectName(name)
            entry.triggered.connect(lambda _checked=False, answer=answer: answer())
            if name in {"view.zoom-in", "edit.find"}:
                menu.addSeparator()
            menu.addAction(entry)
        menu.addSeparator()
        menu.addActions([self._actions["reference.swap"], self._actions["reference.close"]])
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _on_opened(self) -> None:
        self.view.set_document(self.document)

    def _on_link(self, link: Link) -> None:
        """Links inside the document are followed; others are left to the main view, which asks first."""
        if link.page:
            self.view.travel.to_target(link.page, link.top)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_pdf(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_pdf(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)


def dropped_pdf(event: QDropEvent) -> Path | None:
    """The PDF a drag carries, if it is the only file."""
    urls = event.mimeData().urls()
    name = urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
    return Path(name) if name.lower().endswith(".pdf") else None

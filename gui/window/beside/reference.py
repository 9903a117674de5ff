"""The 参照文件 of a window: a second PDF laid beside the document, read-only, remembered with the document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from engine.editing.same_metrics import same_metrics
from gui.bridge.document import OpenDocument
from gui.bridge.feed import PageFeed
from gui.bridge.reference import ReferenceWork
from gui.bridge.start import started
from gui.dialogs.wording import wording
from gui.window.beside.reference_pane import ReferencePane
from gui.window.desks.file_desk import pdf_filter
from gui.window.panes import BESIDE
from gui.window.reading_place import PagePlace
from gui.window.telling.message_page import MessagePage

_PAGE = "page-"  # begins the names of the state of the reference's pages


class Reference(QObject):
    """Opens, closes and swaps the reference of one frame; `document.reference` is what it has opened."""

    def __init__(self, frame: Any, actions: Any) -> None:
        super().__init__(frame)
        self._frame = frame
        self._actions = actions
        self._panes = frame.splitter
        self._document: OpenDocument | None = None  # whose reference it is
        self._known: dict[str, str] = {}  # what is to be restored once the reference's pages are there
        self.pane: Any = None
        frame.document_changed.connect(self.set_document)
        self.set_document(frame.document)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions call, by action id."""
        return {"reference.open": self.open_file, "reference.swap": self.swap, "reference.close": self.close}

    @property
    def panes(self) -> list[Any]:
        """What F6 stops at."""
        return self.pane.panes if self.pane is not None else []

    def show(self, places: Any) -> None:
        """Bring places of the reference into view and point them out."""
        if self.pane is not None:
            self.pane.show_places(places)

    def set_document(self, document: OpenDocument | None) -> None:
        """Another document is in the window: the former one's reference goes with it."""
        former, self._document = self._document, document
        if former is not None and former is not document:
            self._known = {}
            self._drop(former)
        if document is not None:
            document.selection_changed.connect(self._on_selected)

    def open_file(self) -> None:
        """Lay the former reference beside the document again where it was closed; else ask for a PDF."""
        if self._document is None:
            return
        known = self._known.get("path")
        if known and self._document.reference is None:
            self.open(Path(known))
            self.pane.view.setFocus()
            self._document.noticed.emit("reference-again", {"file": Path(known).name})
            return
        place = known or str(self._document.path.parent)
        name, _ = QFileDialog.getOpenFileName(self._frame, self.tr("打开参照文件"), place, pdf_filter())
        if name:
            self.open(Path(name))
            self.pane.view.setFocus()

    def open(self, path: Path) -> None:
        """Lay a PDF beside the document in the place of the present reference."""
        document = self._document
        if document is None:
            return
        if str(path) != self._known.get("path"):
            self._known = {"path": str(path)}
        self._drop(document)
        start = started(path)
        reference = OpenDocument(start.reading.path, PageFeed(start.client, start.inbox), start.reading, document)
        reference.is_read_only = True
        reference.failed.connect(self._on_failed)
        reference.parse_finished.connect(document.reference_changed)
        if self.pane is None:
            self._make_pane()
        document.reference = reference
        self.pane.set_document(reference)
        reference.opened.connect(self._on_opened)  # after the pane: its pages are there then
        self._panes.want(BESIDE, is_on=True)
        document.reference_changed.emit()
        reference.feed.listen()

    def close(self) -> None:
        """Take the reference away; it comes back when one is asked for again."""
        if self._document is None:
            return
        self._known = {"path": self._known.get("path", ""), "open": "0"}
        self._panes.want(BESIDE, is_on=False)
        self._drop(self._document)
        self._document.reference_changed.emit()
        self._frame.area.front.setFocus()

    def swap(self) -> None:
        """Let the reference be what is checked, and the document its reference."""
        document = self._document
        if document is None or document.reference is None or not document.is_open:
            return
        path, main = document.reference.path, document.path
        present = self._frame.windows.frame_of(path)
        if present is not None and present is not self._frame:
            present.come_forward()
            return
        there = {
            f"page/{key}": value
            for key, value in (PagePlace(self.pane.view).state() if document.reference.is_open else {}).items()
        }
        here = {_PAGE + key: value for key, value in PagePlace(self._frame.area.view).state().items()}
        there |= {f"reference/{key}": value for key, value in {**here, "path": str(main), "open": "1"}.items()}
        there["panes/beside"] = f"1 {self._panes.width_of(BESIDE)}"
        if self._frame.close_document():
            self._frame.place.files.keep(path, there)  # what is restored once it is opened
            self._frame.open_start(started(path))

    def state(self) -> dict[str, str]:
        """The reference's path, whether it is open, and where the reader is in it."""
        reference = self._document.reference if self._document is not None else None
        if reference is None:
            return {"path": self._known.get("path", ""), "open": "0"}
        found = {"path": str(reference.path), "open": "1", "lists": str(int(self.pane.head.metrics.isChecked()))}
        if reference.is_open:
            found |= {_PAGE + key: value for key, value in PagePlace(self.pane.view).state().items()}
        return found

    def restore_state(self, state: dict[str, str]) -> None:
        """Lay the reference beside the document again, if it was there; else only remember which it was."""
        self._known = dict(state)
        if state.get("open") == "1" and state.get("path"):
            self.open(Path(state["path"]))

    def _make_pane(self) -> None:
        self.pane = ReferencePane(self._actions)
        self.pane.dropped.connect(self.open)
        self.pane.view.moved.connect(self._frame.place.touch)
        self._panes.put(BESIDE, self.pane)

    def _drop(self, document: OpenDocument) -> None:
        """End the reference of a document."""
        reference, document.reference = document.reference, None
        if self.pane is not None:
            self.pane.set_document(None)
        if reference is not None:
            reference.close()
            reference.deleteLater()

    def _on_opened(self) -> None:
        reference = self._document.reference if self._document is not None else None
        if reference is None:
            return
        known = {key.removeprefix(_PAGE): value for key, value in self._known.items() if key.startswith(_PAGE)}
        if known:
            PagePlace(self.pane.view).restore_state(known)
        self.pane.head.metrics.setChecked(self._known.get("lists") != "0")
        ReferenceWork(reference)
        self._frame.place.touch()

    def _on_failed(self, error: Exception) -> None:
        reference = self._document.reference if self._document is not None else None
        if reference is not None:
            words = wording(getattr(error, "code", "unknown"), getattr(error, "values", None), file=reference.file_name)
            choices: list[tuple[str, Callable[[], object]]] = [
                (self.tr("换一份…"), self.open_file),
                (self.tr("关闭"), self.close),
            ]
            self.pane.area.show_instead(MessagePage(words, choices))

    def _on_selected(self, item_id: str, _initiator: str) -> None:
        """A metric selected in the document: the same one in the reference comes into view, if the reader wants so."""
        document = self._document
        reference = document.reference if document is not None else None
        if document is None or reference is None or document.session is None or reference.session is None:
            return
        item = document.session.view.item(item_id) if item_id and self.pane.head.follow.isChecked() else None
        if item is not None and item.kind == "metric":
            found = same_metrics(reference.session.view, item)
            if found:
                reference.select(found[0].id, "reference")

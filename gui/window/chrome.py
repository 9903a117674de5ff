"""Fills the bars of a frame: menus, toolbar, status bar, and answers to what they ask. Loaded after page one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QMenuBar

import resources
from gui.actions.build import ActionSet
from gui.bridge.document import OpenDocument
from gui.dialogs.language import install_language
from gui.late import load
from gui.style.fonts import dress
from gui.window.find_bar import FindBar
from gui.window.frame import BAR_HEIGHT, MENU_HEIGHT
from gui.window.notices import Notices
from gui.window.reading_desk import ReadingDesk
from gui.window.recent import RecentFiles
from gui.window.side import PANELS
from gui.window.status import StatusFields

SAMPLE = Path(resources.__file__).parent / "samples" / "智慧城市建设讲话.pdf"


class Chrome(QObject):
    """Everything around the pages of one frame, and what it does."""

    def __init__(self, frame: Any) -> None:
        super().__init__(frame)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            dress(application)
            install_language(application, str(frame.settings.value("language") or ""))
        self.frame = frame
        self.view = frame.area.view
        self.actions = ActionSet(self)
        self.recent = RecentFiles(frame.settings)
        self.thumbnails: Any = None
        self.notices = Notices(frame, self.open_file)
        self.desk = ReadingDesk(frame, self.actions)
        self.find = FindBar(frame)
        frame.area.add_above(self.find)
        self.status = StatusFields(frame)
        self._fill_bars()
        self.actions.connect_handlers({**self._file_handlers(), **self._view_handlers(), **self.desk.handlers()})
        self.desk.state_changed.connect(self.refresh)
        self.desk.link_offered.connect(self.notices.offer_link)
        frame.document_changed.connect(self.set_document)
        self.set_document(frame.document)

    def keep(self) -> None:
        """Remember what is shown."""
        self.frame.settings.setValue("thumbnails", self.thumbnails is not None and not self.thumbnails.isHidden())

    def show_thumbnails(self, is_on: bool) -> None:  # noqa: FBT001 - an action's signal
        """Show or hide the column of small pages; made when first asked for."""
        if self.thumbnails is None and is_on:
            self.thumbnails = load("thumbnails")(self.view)
            self.thumbnails.set_document(self.frame.document)
            self.frame.document_changed.connect(self.thumbnails.set_document)
            self.frame.splitter.insertWidget(0, self.thumbnails)
            self.frame.splitter.setCollapsible(0, False)  # noqa: FBT003
            sizes = self.frame.splitter.sizes()
            self.frame.splitter.setSizes([136, sizes[1] - 136, *sizes[2:]])
        if self.thumbnails is not None:
            self.thumbnails.setVisible(is_on)

    def set_document(self, document: OpenDocument | None) -> None:
        """Follow a document."""
        if document is not None:
            for signal in (
                document.opened,
                document.session_ready,
                document.parse_finished,
                document.changed,
                document.selection_changed,
            ):
                signal.connect(self.refresh)
            document.opened.connect(self._on_opened)
            if document.is_open:
                self._on_opened()
        self.refresh()

    def refresh(self) -> None:
        """Grey what cannot be done now, and name what undo would undo."""
        document = self.frame.document
        session = document.session if document is not None else None
        self.actions.set_state(states_of(document, has_text=self.desk.has_text))
        self.actions.set_undo_names(
            session.undo_name if session is not None else None, session.redo_name if session is not None else None
        )

    def open_file(self) -> None:
        """Ask for a file and open it."""
        document = self.frame.document
        folder = str(document.path.parent) if document is not None else str(self.frame.settings.value("folder") or "")
        name, _ = QFileDialog.getOpenFileName(self.frame, self.tr("打开"), folder, self.tr("PDF 文件 (*.pdf *.PDF)"))
        if name:
            self.frame.settings.setValue("folder", str(Path(name).parent))
            self.frame.open_path(Path(name))

    def close_file(self) -> None:
        """Back to the start page."""
        if self.frame.close_document():
            self.frame.show_start_page()

    def may_abandon(self, document: OpenDocument) -> bool:
        """Ask whether a review that could not be saved may be left."""
        return self.notices.may_abandon(document)

    def full_screen(self, is_on: bool) -> None:  # noqa: FBT001 - an action's signal
        (self.frame.showFullScreen if is_on else self.frame.showNormal)()

    def show_side(self, is_on: bool) -> None:  # noqa: FBT001
        self.frame.is_side_wanted = is_on
        self.frame.side.setVisible(is_on)

    def show_panel(self, name: str) -> None:
        """Bring a list to the front."""
        self.actions["view.side"].setChecked(True)
        self.show_side(True)  # noqa: FBT003
        if self.frame.panels is not None:
            self.frame.panels.show_panel(name)

    def next_pane(self, step: int) -> None:
        """F6: from the pages to the list, the card and back."""
        panes = [self.view]
        panels = self.frame.panels
        if panels is not None and self.frame.side.isVisible():
            panes += [panels.tabs.currentWidget(), panels.card]
        focus = QApplication.focusWidget()
        holds = [pane is focus or (focus is not None and pane.isAncestorOf(focus)) for pane in panes]
        at = holds.index(True) if True in holds else -step
        panes[(at + step) % len(panes)].setFocus()

    def _fill_bars(self) -> None:
        frame = self.frame
        menus = QMenuBar()
        self.actions.fill_menu_bar(menus)
        bar = self.actions.make_toolbar(self.tr("工具栏"))
        menus.setFixedHeight(MENU_HEIGHT)
        bar.setFixedHeight(BAR_HEIGHT)
        frame.setMenuBar(menus)
        frame.addToolBar(bar)
        row = QHBoxLayout(frame.foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.status)
        self.actions["view.side"].setChecked(True)

    def _file_handlers(self) -> dict[str, Callable[..., object]]:
        return {
            "file.open": self.open_file,
            "file.sample": lambda: self.frame.open_path(SAMPLE),
            "file.save": lambda: self._with(OpenDocument.save_now),
            "file.close": self.close_file,
            "file.quit": self.frame.close,
            "edit.undo": lambda: self._with(OpenDocument.undo),
            "edit.redo": lambda: self._with(OpenDocument.redo),
            "edit.find": self.find.ask,
            "edit.find-next": lambda: self.find.step(1),
            "edit.find-previous": lambda: self.find.step(-1),
            "tools.reparse": lambda: self._with(OpenDocument.reparse),
        }

    def _view_handlers(self) -> dict[str, Callable[..., object]]:
        view = self.view
        panels = {f"view.{name}": lambda name=name: self.show_panel(name) for name, _ in PANELS}
        return {
            "view.zoom-in": lambda: view.zoom_by(1),
            "view.zoom-out": lambda: view.zoom_by(-1),
            "view.actual-size": lambda: view.set_zoom(1.0),
            "view.fit-width": lambda: view.set_fit("width"),
            "view.fit-page": lambda: view.set_fit("page"),
            "view.go-to-page": self.status.page_box.focus,
            "view.back": view.travel.back,
            "view.rotate-left": lambda: view.turn_by(-90),
            "view.rotate-right": lambda: view.turn_by(90),
            "view.next-pane": lambda: self.next_pane(1),
            "view.previous-pane": lambda: self.next_pane(-1),
            "view.side": self.show_side,
            "view.thumbnails": self.show_thumbnails,
            "view.full-screen": self.full_screen,
            **panels,
        }

    def _with(self, verb: Callable[[OpenDocument], object]) -> None:
        if self.frame.document is not None:
            verb(self.frame.document)

    def _on_opened(self) -> None:
        document = self.frame.document
        if document is not None and document.path != SAMPLE:
            QTimer.singleShot(0, lambda: self.recent.add(document.path))


def states_of(document: OpenDocument | None, *, has_text: bool) -> set[str]:
    """What holds now, in the words of the table of actions."""
    if document is None or not document.is_open:
        return set()
    states = {"document"}
    session = document.session
    if session is None:
        return states
    if has_text:
        states.add("text")
    if session.parse is not None:
        states.add("parse")
    if session.undo_name is not None:
        states.add("undo")
    if session.redo_name is not None:
        states.add("redo")
    return states | _selected_states(session.view, document.selected)


def _selected_states(view: Any, selected: str) -> set[str]:
    note = view.note(selected) if selected else None
    if note is not None:
        return set() if note.deleted else {"chosen", "note"}
    item = view.item(selected) if selected else None
    if item is None:
        return set()
    states = {"chosen", "item"}
    if item.kind == "heading":
        states.add("heading")
    if item.verdict != "open":
        states.add("decided")
    if item.reading != "machine":
        states.add("changed")
    return states

"""Fills the bars of a frame: menus, toolbar, status bar. Loaded after page one.

A composition: it makes the parts that answer to actions and says what can be done now. A part that comes later calls
`actions.connect_handlers` itself.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar

from gui.actions.build import ActionSet
from gui.bridge.document import OpenDocument
from gui.late import load
from gui.pages.modes import PageModes
from gui.window.bars.appearance import Appearance
from gui.window.bars.find_bar import FindBar
from gui.window.bars.recent_menu import RecentMenu
from gui.window.bars.states import states_of
from gui.window.bars.status import StatusFields
from gui.window.bars.window_menu import WindowMenu
from gui.window.desks.file_desk import FileDesk
from gui.window.desks.reading_desk import ReadingDesk
from gui.window.desks.text_desk import TextDesk
from gui.window.desks.view_desk import ViewDesk
from gui.window.frame import BAR_HEIGHT, MENU_HEIGHT
from gui.window.left_column import LeftColumn
from gui.window.telling.notices import Notices


class Chrome(QObject):
    """Everything around the pages of one frame, and what it does."""

    def __init__(self, frame: Any) -> None:
        super().__init__(frame)
        self.frame = frame
        self.actions = ActionSet(self)
        self.files = FileDesk(frame)
        self.views = ViewDesk(frame, self.actions)
        self.notices = Notices(frame, self.files.open_file)
        self.appearance = Appearance(frame, self.actions)
        self.printing = load("print-desk")(frame)
        self.left = LeftColumn(frame, self.actions)
        frame.place.add("left", self.left)
        self.modes = PageModes(frame.area.view, self.actions, self)
        frame.area.view.setAccessibleName(self.tr("原文"))
        self.desk = ReadingDesk(frame, self.actions)
        self.find = FindBar(frame)
        frame.area.add_above(self.find)
        self.status = StatusFields(frame)
        self.text = TextDesk(frame, self.actions, self.desk, self.status.zoom_box)
        menus = self._fill_bars()
        self.recent = RecentMenu(frame, menus["recent"], self.files.recent)
        self.window_menu = WindowMenu(frame, menus["window"])
        for part in (
            self.files,
            self.views,
            self.appearance,
            self.printing,
            self.left,
            self.modes,
            self.desk,
            self.text,
            self.window_menu,
        ):
            self.actions.connect_handlers(part.handlers())
        self.actions.connect_handlers(
            {
                "edit.find": self.find.ask,
                "edit.find-next": lambda: self.find.step(1),
                "edit.find-previous": lambda: self.find.step(-1),
                "view.go-to-page": self.status.page_box.focus,
            }
        )
        frame.place.add("text", self.text)
        self.desk.state_changed.connect(self.refresh)
        self.find.taken.connect(self.desk.state_changed)
        self.desk.link_offered.connect(self.notices.offer_link)
        frame.windows.changed.connect(self.refresh)
        frame.document_changed.connect(self.set_document)
        self.set_document(frame.document)

    def set_document(self, document: OpenDocument | None) -> None:
        """Follow a document."""
        if document is not None:
            for signal in (
                document.opened,
                document.session_ready,
                document.parse_finished,
                document.changed,
                document.selection_changed,
                document.reference_changed,
            ):
                signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Grey what cannot be done now, and name what undo would undo."""
        document = self.frame.document
        session = document.session if document is not None else None
        windows = {"windows"} if len(self.frame.windows.frames) > 1 else set()
        pages = {"pages"} if self.frame.area.view.is_front else {"text-view"}
        self.actions.set_state(states_of(document, has_text=self.desk.has_text) | windows | pages)
        self.actions.set_undo_names(
            session.undo_name if session is not None else None, session.redo_name if session is not None else None
        )

    def may_abandon(self, document: OpenDocument) -> bool:
        """Ask whether a review that could not be saved may be left."""
        return self.notices.may_abandon(document)

    def _fill_bars(self) -> dict[str, QMenu]:
        """Make menus, toolbar and status bar; returns the menus by id."""
        frame = self.frame
        menus = QMenuBar()
        by_id = self.actions.fill_menu_bar(menus)
        bar = self.actions.make_toolbar(self.tr("工具栏"))
        menus.setFixedHeight(MENU_HEIGHT)
        bar.setFixedHeight(BAR_HEIGHT)
        frame.setMenuBar(menus)
        frame.addToolBar(bar)
        row = QHBoxLayout(frame.foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.status)
        return by_id

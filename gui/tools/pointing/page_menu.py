"""The menu of the right button on the page: what can be done with the selected text, the mark, the note or the page."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from gui.actions.build import action_text
from gui.actions.table import ACTIONS, MENUS
from gui.tools.pointing.tips import tip_words

_TEXT = ("edit.copy", "edit.copy-cited", "text.correct", "text.body")
_MARK_TEXT = ("note.highlight", "note.underline", "note.strike", "note.write")
_NEW = ("item.add-heading", "item.add-metric", "item.add-task", "item.add-system")
_MARK = ("check.correct", "check.wrong", "check.doubtful", "check.open", "check.reject", "check.edit", "check.reset")
_LEVEL = ("check.level-up", "check.level-down")
_NOTE = ("check.edit", ">note-colour", ">note-type", "note.delete")
_PLACE = ("note.box", "note.pin", "edit.select-all")
_TOOL = ("tools.text", "tools.hand", "tools.caret")
_PAGE = ("view.fit-width", "view.fit-page", "view.rotate-left", "view.rotate-right", ">marks")
_LONGEST = 24  # characters of an entry that names a mark


class PageMenu(QObject):
    """Offers the actions of the table that can be done now; adds only the choice between marks that overlap."""

    places: tuple[tuple[str, ...], ...] = (_PLACE, _TOOL, _PAGE)  # what can be done where nothing is

    def __init__(self, view: Any, pointer: Any, actions: Any) -> None:
        super().__init__(view)
        self._view = view
        self._pointer = pointer
        self._actions = actions
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self.offer)
        view.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The menu key opens the menu beside what is selected, not beside the pointer."""
        if isinstance(event, QContextMenuEvent) and event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._show([], self.beside_selected(), is_about_selected=True)
            return True
        return False

    def offer(self, at: QPoint) -> None:
        """Select the mark under a viewport point, and show the menu there."""
        document = self._view.document
        if document is None or not document.is_open:
            return
        marks = self.marks_at(QPointF(at))
        if marks and document.selected not in {mark.item_id for mark in marks}:
            document.select(marks[0].item_id, "page")
        self._show(marks, at, is_about_selected=bool(marks))

    def _show(self, marks: list[Any], at: QPoint, *, is_about_selected: bool) -> None:
        document = self._view.document
        if document is None or not document.is_open:
            return
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_note = document.session is not None and document.session.view.note(document.selected) is not None
        groups: tuple[tuple[str, ...], ...] = (_TEXT, _MARK_TEXT, _NEW) if not self._view.selection.is_empty else ()
        if is_about_selected and document.selected:
            groups += (_NOTE,) if is_note else (_MARK, _LEVEL)
        for group in groups or self.places:
            self._add(menu, group)
        if len({mark.item_id for mark in marks}) > 1 and document.session is not None:
            self._add_choice(menu, marks)
        menu.popup(self._view.viewport().mapToGlobal(at))

    def _add(self, menu: QMenu, group: tuple[str, ...]) -> None:
        """A group of actions behind a separator; what cannot be done is left out, `>` names a submenu."""
        is_first = True
        for name in group:
            inside = [entry.id for entry in ACTIONS if entry.menu == name[1:]] if name[0] == ">" else [name]
            usable = [self._actions[one] for one in inside if self._actions[one].isEnabled()]
            if not usable:
                continue
            if is_first and menu.actions():
                menu.addSeparator()
            is_first = False
            if name[0] == ">":
                title = next(action_text(one.text) for one in MENUS if one.id == name[1:])
                menu.addMenu(title).addActions(usable)
            else:
                menu.addActions(usable)

    def _add_choice(self, menu: QMenu, marks: list[Any]) -> None:
        """Which of the marks that lie one over the other is meant."""
        document = self._view.document
        if document is None:
            return
        menu.addSeparator()
        choice = menu.addMenu(self.tr("此处的标注(&M)"))
        for item_id in dict.fromkeys(mark.item_id for mark in marks):
            mark = next(one for one in marks if one.item_id == item_id)
            head, body = tip_words(document.session.view, mark)
            short = body.replace("\n", " ")[:_LONGEST]
            entry = choice.addAction(f"{head}  {short}".replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(item_id == document.selected)
            entry.triggered.connect(lambda _checked=False, item_id=item_id: document.select(item_id, "page"))

    def marks_at(self, point: QPointF) -> list[Any]:
        """Marks under a viewport point, the smallest first."""
        found: list[Any] = self._pointer.aim.marks(point)
        return found

    def beside_selected(self) -> QPoint:
        """The lower left corner of the selected mark or of the selected text, else the middle of the view."""
        view, aim = self._view, self._pointer.aim
        document, supply = view.document, view.supply
        found = None
        marks = supply.marks.of_item(document.selected) if supply is not None and document is not None else ()
        if marks:
            box = aim.rect(marks[0].page, marks[0].boxes[-1])
            found = QPointF(box.left, box.top).toPoint()
        stretch = next(iter(view.selection.stretches()), None)
        text = aim.text(stretch.sheet) if stretch is not None else None
        boxes = text.boxes(stretch.start, stretch.end) if stretch is not None and text is not None else []
        if boxes and stretch is not None:
            sheet, scale = view.camera.page_box(stretch.sheet), view.camera.scale
            found = QPointF(sheet.left + boxes[0].left * scale, sheet.bottom + boxes[0].top * scale).toPoint()
        is_seen = found is not None and view.viewport().rect().contains(found)
        return found if found is not None and is_seen else view.viewport().rect().center()

"""Editing in the place of a cell: the right editor lies over the cell, the page shows where its field was read.

Return commits and gives the keys back to the list, Tab commits and goes to the next cell, Up and Down to the one above
or below, Escape leaves everything as it was; leaving in any other way commits.
"""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QToolTip, QVBoxLayout, QWidget

from engine.editing.items import field_places, is_gone
from engine.lexicon.lexicon import Lexicon
from gui.bridge.document import OpenDocument
from gui.panels.fields.editors import FieldEditor, LineEditor, ProseEditor
from gui.panels.fields.phrase import PhraseEditor
from gui.panels.fields.suggestions import office_lexicon, suggestions
from gui.panels.lists.cell_fields import cell_editor, cell_value, edit_of_cell, editable_fields, first_field
from gui.panels.lists.column_layout import ColumnLayout
from gui.panels.lists.list_view import ReviewTable, widest
from gui.panels.lists.table_model import RowsModel
from gui.panels.words.announce import announce
from gui.panels.words.problems import problem_words

INITIATOR = "cell"
_NARROWEST = {LineEditor: 8, ProseEditor: 22, PhraseEditor: 16}  # characters an editor has room for
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_TEMPORARY = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Panel(Protocol):
    """The list whose cells are edited."""

    kind: str
    table: ReviewTable
    rows: RowsModel
    columns: ColumnLayout
    document: OpenDocument | None

    @property
    def current_id(self) -> str: ...
    def go_to(self, item_id: str, initiator: str = "") -> bool: ...


class CellFrame(QFrame):
    """Holds an editor over its cell; keys the editor does not take go no further."""

    stepped = Signal(int)  # one row up (-1) or down (1)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def hold(self, holder: QWidget, editor: QWidget) -> None:
        """Take an editor, with what stands around it."""
        self._column.addWidget(holder)
        self.setFocusProxy(editor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        event.accept()


class CellEditing(QObject):
    """The one cell of a table that is being edited, if any."""

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = panel
        self._table = panel.table
        self.lexicon: Lexicon | None = None
        self.editor: FieldEditor | None = None
        self._frame: CellFrame | None = None
        self._item_id = ""
        self._column = -1
        self._is_refused = False
        for bar in (self._table.verticalScrollBar(), self._table.horizontalScrollBar()):
            bar.valueChanged.connect(self._place)
        self._table.horizontalHeader().sectionResized.connect(self._place)
        self._table.horizontalHeader().sectionMoved.connect(self._place)
        panel.rows.layoutChanged.connect(self._place)
        panel.rows.modelReset.connect(self._place)
        self._table.resized.connect(self._place)

    @property
    def is_open(self) -> bool:
        return self._frame is not None

    def edit(self) -> bool:
        """Edit the current cell, the first field of the kind where it cannot be; False where neither can."""
        column = self._table.currentIndex().column()
        if not self._can_edit(column):
            fields = [one.field for one in self._panel.rows.columns]
            first = first_field(self._panel.kind)
            column = fields.index(first) if first in fields else -1
        return self.open(self._panel.current_id, column)

    def open(self, item_id: str, column: int) -> bool:
        """Edit a cell; False where it cannot be."""
        self.close(is_taken=True)
        item = self._item(item_id)
        if item is None or is_gone(item) or not self._can_edit(column):
            return False
        line = self._panel.rows.position(item_id)
        if line < 0:
            return False
        self._item_id, self._column = item_id, column
        index = self._panel.rows.index(line, column)
        self._table.selectionModel().setCurrentIndex(index, _SELECT)
        self._table.scrollTo(index)
        self._put_up(item)
        if self._panel.document is not None:
            self._panel.document.show_places(field_places(item, self._field), INITIATOR)
        return True

    def close(self, *, is_taken: bool) -> None:
        """End editing, taking what is typed or leaving it."""
        editor, frame = self.editor, self._frame
        if editor is None or frame is None:
            return
        if is_taken:
            editor.commit()
        has_focus = frame.isAncestorOf(self._table.window().focusWidget() or self._table)
        self.editor = self._frame = None
        frame.hide()
        frame.deleteLater()
        if self._panel.document is not None:
            self._panel.document.show_places((), INITIATOR)
            if self._panel.document.session is not None:
                self._panel.document.session.end_merging()
        if has_focus:
            self._table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.editor is None or watched is not self.editor.widget:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._go_on(1 if event.key() == Qt.Key.Key_Tab else -1)
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _TEMPORARY:
            QTimer.singleShot(0, self, self._close_if_left)
        return False

    @property
    def _field(self) -> str:
        return self._panel.rows.columns[self._column].field

    def _item(self, item_id: str) -> Any:
        document = self._panel.document
        session = document.session if document is not None else None
        return session.view.item(item_id) if session is not None and item_id else None

    def _can_edit(self, column: int) -> bool:
        if column < 0 or not self._panel.columns.is_shown(column):
            return False
        return self._panel.rows.columns[column].field in editable_fields(self._panel.kind)

    def _put_up(self, item: Any) -> None:
        if self.lexicon is None:
            self.lexicon = office_lexicon()
        frame = CellFrame(self._table.viewport())
        editor = cell_editor(self._panel.kind, self._field, self.lexicon, self._suggest)
        holder = editor.holder if isinstance(editor, PhraseEditor) else editor.widget
        frame.hold(holder, editor.widget)
        title = self._panel.rows.titles[self._column]
        editor.widget.setAccessibleName(title)
        editor.show_value(cell_value(item, self._field))
        if isinstance(editor, PhraseEditor):
            editor.show_meaning(item)
            editor.meaning.setContentsMargins(6, 0, 6, 4)
        editor.committed.connect(self._on_committed)
        editor.finished.connect(self._on_finished)
        frame.stepped.connect(self._on_stepped)
        editor.widget.installEventFilter(self)
        self.editor, self._frame = editor, frame
        self._place()
        frame.show()
        editor.enter()

    def _place(self, *_changed: object) -> None:
        """Lay the editor over its cell, within what is seen."""
        frame, editor = self._frame, self.editor
        if frame is None or editor is None:
            return
        line = self._panel.rows.position(self._item_id)
        if line < 0:  # filtered away, or no longer there
            self.close(is_taken=self._item(self._item_id) is not None)
            return
        cell = self._table.visualRect(self._panel.rows.index(line, self._column))
        frame.setGeometry(fitted(cell, self._room(editor), frame, self._table.viewport().rect()))

    def _room(self, editor: FieldEditor) -> int:
        """Pixels for an editor's narrowest and, where it is one line, for all of its words."""
        letters = _NARROWEST.get(type(editor), 8)
        words = editor.line.text() if isinstance(editor, LineEditor) else ""
        return widest(self._table.fontMetrics(), ("国" * letters, f"{words}国")) + 16

    def _suggest(self, field: str) -> list[str]:
        document = self._panel.document
        session = document.session if document is not None else None
        return suggestions(field, session.view if session is not None else None, self.lexicon or office_lexicon())

    def _on_committed(self, value: object) -> None:
        document = self._panel.document
        if document is None or document.session is None:
            return
        self._is_refused = False
        try:
            edit = edit_of_cell(document.session, self._item_id, self._field, value)
        except ValueError as error:
            self._refuse(str(error))
            return
        document.apply(edit, INITIATOR)

    def _on_finished(self, is_taken: bool) -> None:  # noqa: FBT001 - a slot
        editor = self.editor
        if editor is not None and is_taken and (self._is_refused or editor.problem()):
            self._refuse(editor.problem())
            return
        self.close(is_taken=False)

    def _refuse(self, code: str) -> None:
        """Say why, and go on with the editor open."""
        self._is_refused = True
        if self.editor is not None and self._frame is not None and code:
            words = problem_words(code)
            below = self._frame.mapToGlobal(self._frame.rect().bottomLeft())
            QToolTip.showText(below, words, self._frame)
            announce(self._table, words)
            self.editor.shown = cell_value(self._item(self._item_id), self._field)

    def _on_stepped(self, step: int) -> None:
        """The cell above or below."""
        column, item_id = self._column, self._item_id
        line = self._panel.rows.position(item_id) + step
        while self._panel.rows.group_at(line):
            line += step
        self._move_to(self._panel.rows.id_at(line), column)

    def _go_on(self, step: int) -> None:
        """The next cell that can be edited, then those of the next row."""
        columns = [at for at in self._panel.columns.shown() if self._can_edit(at)]
        at = columns.index(self._column) + step
        if 0 <= at < len(columns):
            self._move_to(self._item_id, columns[at])
            return
        line = self._panel.rows.position(self._item_id) + step
        while self._panel.rows.group_at(line):
            line += step
        self._move_to(self._panel.rows.id_at(line), columns[0 if step > 0 else -1])

    def _move_to(self, item_id: str, column: int) -> None:
        editor = self.editor
        if editor is None:
            return
        self._is_refused = False
        editor.commit()
        if self._is_refused or editor.problem():
            self._refuse(editor.problem())
            return
        self.close(is_taken=False)
        if item_id:
            self._panel.go_to(item_id, INITIATOR)
            self.open(item_id, column)

    def _close_if_left(self) -> None:
        if self._frame is not None and self.editor is not None and not self.editor.widget.hasFocus():
            self.close(is_taken=False)  # leaving has committed


def fitted(cell: QRect, room: int, frame: QFrame, seen: QRect) -> QRect:
    """Where an editor lies: over the cell, as large as it needs, not beyond what is seen."""
    width = min(max(cell.width(), room), seen.width())
    height = max(cell.height(), frame.sizeHint().height())
    left = max(seen.left(), min(cell.left(), seen.right() + 1 - width))
    top = min(cell.top() + (cell.height() - height) // 2 if height < cell.height() + 12 else cell.top(), seen.bottom())
    return QRect(left, max(seen.top(), min(top, seen.bottom() + 1 - height)), width, height)

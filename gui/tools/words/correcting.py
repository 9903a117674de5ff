"""Characters, paragraph boundaries and table cells corrected by hand, in the pages and in the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from engine.editing.edit import Edit
from engine.editing.passages import Passage, correct, corrected_passage, passage_of, set_boundary
from engine.editing.verbs_aside import put_back, set_aside
from engine.editing.verbs_text import drop_repairs, reset_cell, set_cell
from engine.model.place import Places
from gui.actions.noop import QT_TRANSLATE_NOOP
from gui.pages.surface import Selected
from gui.panels.words.announce import announce
from gui.tools.words.correction_box import CorrectionBox
from gui.tools.words.floating_bar import page_corner
from gui.tools.words.front import Front
from gui.tools.words.gathering import Gathering
from gui.tools.words.writing import places_of
from gui.transcript.content import Caret
from gui.transcript.view import TranscriptView

INITIATOR = "text"

PROBLEMS: dict[str, str] = {
    "repair.nothing": QT_TRANSLATE_NOOP("correcting", "先选中要更正的文字。"),
    "repair.not-in-text": QT_TRANSLATE_NOOP(
        "correcting", "这里不在识别出的正文里（页眉页脚、水印或图像），不能更正文字。"
    ),
    "repair.in-cell": QT_TRANSLATE_NOOP("correcting", "这一格已整格更正，请在文字稿里改这一格。"),
    "repair.several-paragraphs": QT_TRANSLATE_NOOP("correcting", "一次只能更正一段里的文字，请少选一些。"),
    "break.first": QT_TRANSLATE_NOOP("correcting", "这已经是第一段。"),
    "break.stands": QT_TRANSLATE_NOOP("correcting", "段落本来就从这里开始。"),
    "break.in-table": QT_TRANSLATE_NOOP("correcting", "表格里不分段，也不与表格合并。"),
    "break.in-correction": QT_TRANSLATE_NOOP("correcting", "更正过的文字中间不能分段。"),
    "aside.not-in-text": QT_TRANSLATE_NOOP("correcting", "先选中要移出正文的文字，或在文字稿里把光标放在那一段。"),
    "aside.in-table": QT_TRANSLATE_NOOP("correcting", "表格不能移出正文。"),
    "aside.is-text": QT_TRANSLATE_NOOP("correcting", "选中的文字本来就在正文里。"),
    "break.no-text": QT_TRANSLATE_NOOP("correcting", "这里没有识别出文字。"),
}


class Correcting(QObject):
    """Answers to 更正文字, 与上段合并 and 在此分段 of one window."""

    def __init__(self, front: Front, pages: Any) -> None:
        super().__init__(pages)
        self._front = front
        self._pages = pages
        self._gathering = Gathering(pages)
        self._boxes: dict[Any, CorrectionBox] = {}

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions call, by action id."""
        return {
            "text.correct": self.correct,
            "text.join": lambda: self._break("join"),
            "text.split": lambda: self._break("split"),
            "text.aside": lambda: self._turn(set_aside, self.tr("已移出正文")),
            "text.body": lambda: self._turn(put_back, self.tr("已放回正文")),
        }

    def watch(self, view: TranscriptView) -> None:
        """Let F2 and a double click edit the cells of tables of the text view."""
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def box(self, view: Any) -> CorrectionBox:
        """The editor of a view."""
        if view not in self._boxes:
            at = view.corner if isinstance(view, TranscriptView) else lambda: page_corner(view)
            self._boxes[view] = CorrectionBox(view, lambda: at() or _caret_corner(view))
        return self._boxes[view]

    def correct(self) -> None:
        """Edit the selected words; without any the cell or the correction at the text view's caret."""
        selection = self._front.selection
        if not selection.is_empty:
            self._gathering.whole(selection, self._correct_selected)
            return
        view = self._front.widget
        if not self.edit_cell() and not self._correct_at_caret(view):
            self._refuse("repair.nothing")

    def edit_cell(self) -> bool:
        """Edit the cell at the caret; whether there is one."""
        view = self._front.widget
        head = view.selection.head if isinstance(view, TranscriptView) else None
        content = view.content if head is not None else None
        found = content.cell_of(head.piece) if content is not None and head is not None else None
        session = self._session
        if found is None or content is None or session is None:
            return False
        shown, row, column = found
        at = next((index for index, table in enumerate(content.parse.tables) if table is shown), -1)
        machine = session.parse.tables[at]
        item = next((one for one in session.view.items("table") if one.record is machine), None)
        if item is None:
            return False
        cell = {"table": item.id, "row": row, "column": column, "by": session.person.id}
        read = machine.rows[row][column]
        is_changed = item.override(f"r{row}c{column}") is not None
        self.box(view).ask(
            self.tr("更正这一格"),
            self.tr("识别：{words}").format(words=read or self.tr("（空）")),
            content.text(head.piece) if head is not None else "",
            take=lambda words: self._apply(lambda one: set_cell(one, text=words, **cell)),
            drop=(lambda: self._do(lambda one: reset_cell(one, **cell))) if is_changed else None,
        )
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        view = self._front.widget
        if not isinstance(view, TranscriptView) or watched not in (view, view.viewport()):
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_F2:
            return self.edit_cell()
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonDblClick:
            found = view.column.caret_at(event.position())
            if found is not None and view.content is not None and view.content.cell_of(found[0].piece) is not None:
                view.selection.select(found[0], found[0])
                return self.edit_cell()
        return False

    def _correct_selected(self, selection: Selected) -> None:
        self._edit(places_of(selection))

    def _correct_at_caret(self, view: Any) -> bool:
        content = view.content if isinstance(view, TranscriptView) else None
        head, session = view.selection.head, self._session
        if content is None or head is None or session is None:
            return False
        start = content.offset(head)
        low, high = content.wording.back(max(start - 1, content.starts[head.piece]), start + 1)
        passage = corrected_passage(session.view, low, high)
        if passage is not None:
            self._ask(passage)
        return passage is not None

    def _edit(self, places: Places) -> None:
        session = self._session
        if session is None:
            return
        try:
            passage = passage_of(session.view, places)
        except ValueError as error:
            self._refuse(str(error))
            return
        self._ask(passage)

    def _ask(self, passage: Passage) -> None:
        session = self._session
        printed = self._printed(passage)
        said = [self.tr("原文：{words}").format(words=printed)]
        if passage.machine != printed:
            said.append(self.tr("识别：{words}").format(words=passage.machine))
        by = session.person.id
        self.box(self._front.widget).ask(
            self.tr("更正文字"),
            "\n".join(said),
            passage.words,
            take=lambda words: self._apply(lambda view: correct(view, passage, printed=printed, after=words, by=by)),
            drop=(lambda: self._do(lambda view: drop_repairs(view, places=passage.places, by=by)))
            if passage.is_corrected
            else None,
        )

    def _printed(self, passage: Passage) -> str:
        """What the page says, as its text layer has it; the machine's words while that is not there."""
        supply, parts = self._pages.supply, []
        for place in passage.places:
            text = supply.text(place.page - 1) if supply is not None else None
            if text is None or place.chars is None:
                return passage.machine
            parts.append(text.text[slice(*place.chars)])
        words = "".join("".join(parts).split("\r\n"))
        return words if len("".join(words.split())) <= 2 * len(passage.machine) + 8 else passage.machine

    def _break(self, op: str) -> None:
        view, session = self._front.widget, self._session
        head = view.selection.head if isinstance(view, TranscriptView) else None
        if head is None or session is None or view.content is None:
            return
        offset, by = view.content.offset(head), session.person.id
        if op == "join":
            offset = view.content.starts[head.piece]
        problem = self._apply(lambda one: set_boundary(one, op=op, offset=offset, by=by))
        if problem:
            self._tell(problem)
        else:
            announce(view, self.tr("已与上段合并") if op == "join" else self.tr("已在此分段"))

    def _turn(self, verb: Callable[..., Edit], done: str) -> None:
        """Running matter to text, or the other way: of what is selected, else of the text view's paragraph."""
        self._gathering.whole(self._front.selection, lambda selection: self._turned(verb, done, selection))

    def _turned(self, verb: Callable[..., Edit], done: str, selection: Selected) -> None:
        view, session = self._front.widget, self._session
        if session is None:
            return
        places, by = places_of(selection), session.person.id
        head = view.selection.head if isinstance(view, TranscriptView) and not places else None
        if head is not None and view.content is not None and view.content.pieces:
            places = view.content.pieces[head.piece].places
        problem = self._apply(lambda one: verb(one, places=places, by=by))
        if problem:
            self._tell(problem)
        else:
            announce(view, done)

    def _apply(self, make: Callable[[Any], Edit]) -> str:
        """Do an edit; "" or why it cannot be done."""
        session, document = self._session, self._front.document
        if session is None or document is None:
            return ""
        try:
            edit = make(session.view)
        except ValueError as error:
            return problem_words(str(error))
        session.end_merging()
        self._unselect()
        document.apply(edit, INITIATOR)
        return ""

    def _do(self, make: Callable[[Any], Edit]) -> None:
        self._apply(make)

    def _unselect(self) -> None:
        """Keep the caret where the selection began: what follows may become longer or shorter."""
        view = self._front.widget
        selection = view.selection
        if isinstance(view, TranscriptView) and selection.anchor is not None and selection.head is not None:
            first: Caret = min(selection.anchor, selection.head)
            selection.select(first, first)
        self._front.clear()

    @property
    def _session(self) -> Any:
        document = self._front.document
        session = document.session if document is not None else None
        return session if session is not None and session.parse is not None else None

    def _refuse(self, code: str) -> None:
        self._tell(problem_words(code))

    def _tell(self, words: str) -> None:
        view = self._front.widget
        at = view.corner() if isinstance(view, TranscriptView) else page_corner(view)
        viewport = view.viewport()
        QToolTip.showText(viewport.mapToGlobal(at or _caret_corner(view)), words, viewport)
        announce(view, words)


def problem_words(code: str) -> str:
    """Why something cannot be corrected."""
    return QCoreApplication.translate("correcting", PROBLEMS.get(code, PROBLEMS["repair.not-in-text"]))


def _caret_corner(view: Any) -> QPoint:
    """Below the caret of the text view; the middle of the pages."""
    viewport = view.viewport().rect()
    found = view.caret_rect().bottomLeft().toPoint() if isinstance(view, TranscriptView) else viewport.center()
    return found if viewport.contains(found) else viewport.center()

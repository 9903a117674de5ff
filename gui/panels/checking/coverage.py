"""How much has been checked: decided and open numerals of the document, in the toolbar and in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from engine.editing.coverage import Coverage, Tally
from engine.editing.edit import Changes
from engine.editing.verbs_review import statement_in_force
from gui.bridge.document import OpenDocument
from gui.panels.checking.coverage_popup import CoveragePopup
from gui.panels.checking.coverage_words import coverage_tip, coverage_words, short_words
from gui.panels.words.look import give_icon

_WITH_ICON, _WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonTextOnly
_RIM = 24  # pixels of the toolbar's own edges
_PAUSE = 300  # milliseconds
_NOTHING = Coverage(0, 0, 0, 0, 0, 0, 0, 0, 0, frozenset())


class CoverageButton(QToolButton):
    """Coverage of a document in the toolbar, kept up to date; opens what it is made of."""

    goal_chosen = Signal(str)  # an item to go to
    second_wanted = Signal()  # show what waits for a second check
    completion_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self._tally: Tally | None = None
        self._is_complete = False
        self._follows_bar = False
        self.coverage = _NOTHING
        self.popup: CoveragePopup | None = None
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        give_icon(self, "down")
        self.clicked.connect(self.open)
        self._rest = QTimer(self)  # whether 核对完毕 still holds costs a walk over the review
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE)
        self._rest.timeout.connect(self._look_at_statement)

    def set_document(self, document: OpenDocument | None) -> None:
        """Count another document."""
        if self._document is not None and self._document is not document:
            self._document.changed.disconnect(self._on_changed)
            self._document.parse_finished.disconnect(self._count)
            self._document.session_ready.disconnect(self._count)
        if document is not None and document is not self._document:
            document.changed.connect(self._on_changed)
            document.parse_finished.connect(self._count)
            document.session_ready.connect(self._count)
        self._document = document
        self._is_complete = False
        self._count()

    @property
    def is_complete(self) -> bool:
        """Whether 核对完毕 was said of the review as it is."""
        return self._is_complete

    def open(self) -> CoveragePopup | None:
        """Show what the coverage is made of; nothing before there is a parse."""
        session = self._document.session if self._document is not None else None
        if self._document is None or session is None or session.parse is None:
            return None
        if self.popup is None:
            self.popup = CoveragePopup(self)
            self.popup.goal_chosen.connect(self.goal_chosen)
            self.popup.second_wanted.connect(self.second_wanted)
            self.popup.completion_wanted.connect(self.completion_wanted)
        self._look_at_statement()
        self.popup.show_view(session.view, session.person.name, is_complete=self._is_complete)
        self.popup.open_below(self)
        return self.popup

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and isinstance(watched, QToolBar):
            self._word()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._follows_bar:
            self._follows_bar = True
            bar = self.parentWidget()  # not kept: a child that holds its parent is deleted twice with the window
            if bar is not None:
                bar.installEventFilter(self)
            self._word()

    def _on_changed(self, changes: Changes) -> None:
        """Count what changed; all of it when everything may have: another parse, other names of people."""
        if (
            self._tally is None
            or not changes.ids
            or changes.initiator in {"parse", "merge"}
            or "people" in changes.kinds
        ):
            self._count()
            return
        self._tally.renew(changes.ids)
        self._show()

    def _count(self) -> None:
        session = self._document.session if self._document is not None else None
        self._tally = Tally(session.view) if session is not None and session.parse is not None else None
        self._show()

    def _show(self) -> None:
        self.coverage = self._tally.coverage if self._tally is not None else _NOTHING
        self._word()
        session = self._document.session if self._document is not None else None
        if session is not None and session.review.sections["statements"]:
            self._rest.start()
        elif self._is_complete:
            self._look_at_statement()

    def _look_at_statement(self) -> None:
        session = self._document.session if self._document is not None else None
        statement = statement_in_force(session.review) if session is not None else None
        is_complete = statement is not None and not statement["differs"] and not statement["changed"]
        if is_complete != self._is_complete:
            self._is_complete = is_complete
            self._word()

    def _word(self) -> None:
        words = coverage_words(self.coverage) if self._tally is not None else ""
        if words and self._is_complete:
            words = QCoreApplication.translate("coverage", "核对完毕 · {words}").format(words=words)
        self.setAccessibleName(words)
        tip = QCoreApplication.translate("coverage", "点开看按类别、标题、人员的进度 (F8)")
        self.setToolTip(f"{coverage_tip(self.coverage)}\n{tip}" if words else "")
        short = short_words(self.coverage) if words else ""
        spare = self._spare()
        shown = next((one for one in (words, short) if self._width_of(one) < spare), short.rpartition(" ")[2])
        self.setToolButtonStyle(_WITH_ICON if shown and self._width_of(shown) < spare else _WORDS)
        if shown != self.text():
            self.setText(shown)
            self._ask_for_room()
        self.setEnabled(bool(words))

    def _ask_for_room(self) -> None:
        """A toolbar that had no room has hidden the button, and what is hidden does not ask for a new layout."""
        bar = self.parentWidget()
        layout = bar.layout() if isinstance(bar, QToolBar) else None
        if layout is not None:
            layout.invalidate()

    def _width_of(self, words: str) -> int:
        return int(self.fontMetrics().horizontalAdvance(words)) + 40  # the arrow and the rim

    def _spare(self) -> int:
        """Pixels the toolbar has beside its buttons."""
        bar = self.parentWidget()
        if not isinstance(bar, QToolBar):
            return 10_000
        others = [bar.widgetForAction(action) for action in bar.actions() if action.isVisible()]
        taken = sum(one.sizeHint().width() for one in others if one is not None and one is not self)
        return int(bar.width()) - taken - _RIM

"""A small editor in place: what the page says, and under it what is to be read instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.panels.fields.editors import LineEditor
from gui.panels.words.look import HUMAN, QUIET, dress, give_role
from gui.style.floating import make_floating, take_own_ground

_GAP = 6
_WIDEST = 560  # pixels
_NARROWEST = 240


class CorrectionEditor(LineEditor):
    """Words that are taken over when the editor is left, not while one types."""


class CorrectionBox(QFrame):
    """Floats over a view, below what is corrected; goes when it is done with or left."""

    def __init__(self, view: Any, at: Callable[[], QPoint | None]) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._at = at
        self._take: Callable[[str], str] = lambda _words: ""
        self._drop: Callable[[], None] = lambda: None
        self.printed = QLabel()
        self.editor = CorrectionEditor()
        self.problem = QLabel()
        self.take = QPushButton(self.tr("更正"))
        self.reset = QPushButton(self.tr("恢复为识别结果"))
        self.cancel = QPushButton(self.tr("取消"))
        self._build()
        view.moved.connect(self._follow)
        self.hide()

    def ask(
        self, title: str, printed: str, words: str, *, take: Callable[[str], str], drop: Callable[[], None] | None
    ) -> None:
        """Edit `words`. `take` is given the new ones and tells why they cannot be ("" when they were taken); `drop`
        goes back to what the machine reads, None where nothing was corrected."""
        self._take, self._drop = take, drop or (lambda: None)
        self.reset.setVisible(drop is not None)
        self.printed.setText(printed)
        self.setAccessibleName(title)
        self.editor.widget.setAccessibleName(title)
        self.editor.widget.setAccessibleDescription(printed)
        self.problem.hide()
        self.editor.show_value(words)
        width = self.fontMetrics().horizontalAdvance(words) + 60
        self.editor.line.setMinimumWidth(min(max(width, _NARROWEST), _WIDEST, self._room()))
        self.printed.setMaximumWidth(self.editor.line.minimumWidth())
        take_own_ground(self)
        self.show()
        self._follow()
        self.editor.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.editor.line.selectAll()

    def put_away(self) -> None:
        """Close it; the view has the keys again."""
        if self.isVisible():
            self._view.setFocus(Qt.FocusReason.PopupFocusReason)  # first: else the next field in the chain gets it
            self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            dress(self)

    def _build(self) -> None:
        make_floating(self)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        give_role(self.printed, QUIET)
        give_role(self.problem, HUMAN)
        for label in (self.printed, self.problem):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.printed)
        column.addWidget(self.editor.widget)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reset)
        row.addStretch(1)
        row.addWidget(self.take)
        row.addWidget(self.cancel)
        column.addLayout(row)
        for button in (self.reset, self.take, self.cancel):
            button.setAutoDefault(True)
        self.editor.committed.connect(self._on_committed)
        self.editor.finished.connect(self._on_finished)
        self.take.clicked.connect(self._on_take)
        self.reset.clicked.connect(self._on_reset)
        self.cancel.clicked.connect(self._on_cancel)
        self.cancel.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # pressing it must not take over what is typed
        self.reset.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _on_committed(self, words: object) -> None:
        problem = self._take(str(words or ""))
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            self._follow()
        else:
            self.put_away()

    def _on_finished(self, _is_taken: bool) -> None:  # noqa: FBT001 - a signal's
        if self.problem.isHidden():
            self.put_away()

    def _on_take(self) -> None:
        self.editor.commit()
        self._on_finished(True)  # noqa: FBT003

    def _on_reset(self) -> None:
        self.editor.show_value(self.editor.shown)
        self._drop()
        self.put_away()

    def _on_cancel(self) -> None:
        self.editor.show_value(self.editor.shown)
        self.put_away()

    def _room(self) -> int:
        viewport: QWidget = self._view.viewport()
        return max(viewport.width() - 2 * _GAP - 32, 120)

    def _follow(self) -> None:
        """Stay beside what is corrected, inside the view."""
        if self.isHidden():
            return
        self.adjustSize()
        viewport = self._view.viewport()
        at = self._at() or viewport.rect().center()
        left = min(max(at.x() - self.width() // 2, _GAP), max(viewport.width() - self.width() - _GAP, _GAP))
        top = at.y() + _GAP
        if top + self.height() > viewport.height() - _GAP:
            top = max(at.y() - self.height() - 5 * _GAP, _GAP)
        self.move(left, top)
        self.raise_()

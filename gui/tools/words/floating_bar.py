"""The small bar beside selected text: what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QToolButton

from gui.style.floating import make_floating, take_own_ground
from gui.style.wrapping import WrappingRow

_GAP = 8
_PADDING = 4


class FloatingBar(QFrame):
    """Floats over a view, the pages or the text, beside the end of the selection; goes when the selection does.
    `corner` tells the lower right corner of the selection's last line in viewport pixels, None when it does not show;
    without it that of pages is looked for."""

    def __init__(
        self, view: Any, actions: Iterable[QAction], corner: Callable[[], QPoint | None] | None = None
    ) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._corner = corner if corner is not None else lambda: page_corner(view)
        make_floating(self)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("对选中文字的操作"))
        buttons = []
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setIconSize(QSize(16, 16))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            buttons.append(button)
        self._row = WrappingRow(buttons, spacing=0)
        self._row.setParent(self)
        self.hide()
        view.moved.connect(self._follow)

    def offer(self) -> None:
        """Show the bar beside what is selected."""
        take_own_ground(self)
        width = self._row.width_for(self._view.viewport().width() - 2 * (_GAP + _PADDING))
        self._row.setGeometry(_PADDING, _PADDING, width, self._row.heightForWidth(width))
        self.resize(self._row.width() + 2 * _PADDING, self._row.height() + 2 * _PADDING)
        self._follow(is_wanted=True)

    def _follow(self, *, is_wanted: bool = False) -> None:
        if not is_wanted and self.isHidden():
            return
        at = self._corner()
        if at is None:
            self.hide()
            return
        viewport = self._view.viewport()
        left = max(_GAP, min(at.x() - self.width() // 2, viewport.width() - self.width() - _GAP))
        top = at.y() + _GAP
        if top + self.height() > viewport.height() - _GAP:
            top = viewport.height() - self.height() - _GAP
        self.move(left, max(_GAP, top))
        self.show()
        self.raise_()


def page_corner(view: Any) -> QPoint | None:
    """The lower right corner of what is selected on the pages, in viewport pixels; None when it does not show."""
    parts = list(view.selection.stretches())
    last = parts[-1] if parts else None
    text = view.supply.text(last.sheet) if last is not None and view.supply is not None else None
    boxes = text.boxes(last.start, last.end) if text is not None and last is not None else []
    if last is None or not boxes:
        return None
    sheet, scale = view.camera.page_box(last.sheet), view.camera.scale
    x, y = sheet.left + boxes[-1].right * scale, sheet.bottom + boxes[-1].top * scale
    return QPoint(round(x), round(y)) if -_GAP < y < view.camera.height + _GAP * 4 else None

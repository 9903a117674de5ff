"""How large dialogs open: as wide as told, high enough for their words at that width, no larger than the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_RIM = (16, 48)  # pixels a window manager may put around


def open_at(dialog: QWidget, width: int, height: int = 0) -> None:
    """Size a dialog that is laid out. Left to itself, Qt takes the width of the longest wrapped line, cuts it to two
    thirds of the screen, and keeps the height that went with the former."""
    room = dialog.screen().availableGeometry()
    most = room.width() - _RIM[0], room.height() - _RIM[1]
    layout = dialog.layout()
    wide = min(max(width, layout.totalMinimumSize().width() if layout is not None else 0), most[0])
    if layout is not None and layout.hasHeightForWidth():
        height = max(height, layout.totalHeightForWidth(wide))
    elif layout is not None:
        height = max(height, layout.totalSizeHint().height())
    dialog.resize(wide, min(height, most[1]))

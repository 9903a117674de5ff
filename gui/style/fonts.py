"""The window's font: the system's own, with Chinese sans faces behind it, since the system's choice of fallback may be
a brush face (AR PL KaitiM on a plain Debian)."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

_CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "HarmonyOS Sans SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "SimHei",
)


def dress(application: QApplication) -> None:
    """Give the application its font. Not before page one: looking for the faces costs tens of milliseconds."""
    font = QFont(application.font())
    font.setFamilies([*font.families(), *_CHINESE])
    application.setFont(font)

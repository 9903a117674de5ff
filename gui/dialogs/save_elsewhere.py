"""Asks where the review is to be saved when it cannot, or should not, lie beside its PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

SUFFIX = ".piyue.json"


def ask_save_elsewhere(parent: QWidget, suggested: Path) -> Path | None:
    """The file chosen, with the sidecar's ending; None when the user called it off."""
    name, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("SaveElsewhere", "核对记录另存到"),
        str(suggested),
        QCoreApplication.translate("SaveElsewhere", "核对记录 (*{suffix})").format(suffix=SUFFIX),
    )
    return with_suffix(Path(name)) if name else None


def with_suffix(path: Path) -> Path:
    """The path, ending as sidecars do."""
    return path if path.name.endswith(SUFFIX) else path.with_name(path.name + SUFFIX)

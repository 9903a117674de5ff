"""Saves a copy of the review where the user wants it: to hand it on, or when the PDF's own folder cannot be written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.editing.session import Session
from engine.storage.codec import encode
from engine.storage.disk import Disk
from engine.storage.replacing import replace_file

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


def save_copy(session: Session, path: Path) -> None:
    """Write the review as it stands to another file, by the same safe steps as its own. Raises NotSaved."""
    replace_file(Disk(), path, encode(session.snapshot()))


def with_suffix(path: Path) -> Path:
    """The path, ending as sidecars do."""
    return path if path.name.endswith(SUFFIX) else path.with_name(path.name + SUFFIX)

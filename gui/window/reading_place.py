"""Where the reader was in each document, and how large the page was: kept for the files opened last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from gui.pages.camera import Spot
from gui.pages.view import PageView

_GROUP = "reading"
_LONGEST = 40


def keep_place(settings: QSettings, path: Path, view: PageView) -> None:
    """Remember the view's place in a document, and forget the oldest ones."""
    spot, camera = view.travel.here(), view.camera
    key = _key(path)
    words = f"{spot.sheet} {spot.across:.1f} {spot.down:.1f} {camera.zoom:.4f} {camera.fit}"
    known = settings.value(_GROUP + "/order", [])
    order = [one for one in (known if isinstance(known, list) else [known]) if isinstance(one, str) and one != key]
    for old in order[: max(0, len(order) + 1 - _LONGEST)]:
        settings.remove(f"{_GROUP}/{old}")
    settings.setValue(_GROUP + "/order", [*order[-_LONGEST + 1 :], key])
    settings.setValue(f"{_GROUP}/{key}", words)


def restore_place(settings: QSettings, path: Path, view: PageView) -> None:
    """Go where the reader was; nothing happens for a document that is not known or has changed its pages."""
    parts = str(settings.value(f"{_GROUP}/{_key(path)}") or "").split()
    if len(parts) != 5:
        return
    try:
        sheet, across, down, zoom = int(parts[0]), float(parts[1]), float(parts[2]), float(parts[3])
    except ValueError:
        return
    camera = view.camera
    if sheet >= len(camera.layout.pages) or not all(map(_is_sane, (across, down, zoom))):
        return
    if parts[4] == "free":
        camera.set_zoom(zoom)
    elif parts[4] in {"width", "page"}:
        camera.fit = "width" if parts[4] == "width" else "page"
        camera.refit()
    camera.place_spot(Spot(sheet, across, down), 0, 0)
    view.arrange()


def _key(path: Path) -> str:
    return str(path).replace("/", "|").replace("\\", "|")


def _is_sane(number: float) -> bool:
    return abs(number) < 1e6

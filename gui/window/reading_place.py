"""What the window showed of each document, kept for those opened last: page and place, zoom, arrangement, turn, panes.

A file a document in the user's configuration folder, named by a hash of its path; it holds numbers and names of panes,
and no text of the document. Written a moment after something moved, so that a crash does not lose the place.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCryptographicHash, QDir, QObject, QSettings, QTimer

from gui.pages.camera import Spot
from gui.pages.layout import Arrangement
from gui.pages.view import PageView
from gui.window.panes import BESIDE, LEFT, SIDE, Panes

_LONGEST = 200  # documents
_PAUSE = 1500  # milliseconds from a move to its writing

_KEPT_PANES = {"left": LEFT, "beside": BESIDE, "side": SIDE}

State = dict[str, str]


class Part(Protocol):
    """A part of the window that remembers by document what it shows."""

    def state(self) -> State:
        """Names and values, as short words."""
        ...

    def restore_state(self, state: State) -> None:
        """Show what was shown; values may be missing or senseless."""
        ...


class PlaceFiles:
    """The states as they are kept, by the path of the document."""

    def __init__(self, settings: QSettings) -> None:
        self._folder = QDir(settings.fileName()).absolutePath().removesuffix(".ini") + "-places"

    def load(self, path: Path) -> State:
        """What is known of a document; nothing for an unknown one."""
        kept = self._of(path)
        return {key: str(kept.value(key)) for key in kept.allKeys()}

    def keep(self, path: Path, state: State) -> None:
        """Remember a document's state."""
        kept = self._of(path)
        for key, value in state.items():
            kept.setValue(key, value)
        kept.sync()

    def forget_oldest(self) -> None:
        """Keep the files of the documents seen last only."""
        folder = QDir(self._folder)
        names = folder.entryList(["*.ini"], QDir.Filter.Files, QDir.SortFlag.Time)
        for name in names[_LONGEST:]:
            folder.remove(name)

    def _of(self, path: Path) -> QSettings:
        sign = QCryptographicHash.hash(str(path).encode(), QCryptographicHash.Algorithm.Sha1).toHex().toStdString()
        return QSettings(f"{self._folder}/{sign}.ini", QSettings.Format.IniFormat)


class ReadingPlace(QObject):
    """Keeps and restores what one frame shows of its document."""

    def __init__(self, frame: Any) -> None:
        super().__init__(frame)
        self._frame = frame
        self.files = PlaceFiles(frame.settings)
        self._parts: dict[str, Part] = {"panes": PanesPlace(frame.splitter), "page": PagePlace(frame.area.view)}
        self._state: State = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.keep)
        frame.area.view.moved.connect(self.touch)
        frame.area.view.zoom_changed.connect(self.touch)

    def add(self, name: str, part: Part) -> None:
        """Let a part that was loaded late take part; it is told at once what is known of the present document."""
        self._parts[name] = part
        if self._is_open():
            self._restore(name)

    def restore(self) -> None:
        """Show the document that was just opened as it was left."""
        self._state = self.files.load(self._frame.document.path)
        self._frame.splitter.want(BESIDE, is_on=False)  # what lay beside the former document went with it
        for name in tuple(self._parts):
            self._restore(name)

    def touch(self, *_: object) -> None:
        """Something that is kept may have changed."""
        if not self._timer.isActive() and self._is_open():
            self._timer.start()

    def keep(self) -> None:
        """Write the state now, if it is another than what was written."""
        self._timer.stop()
        if not self._is_open():
            return
        state = {f"{name}/{key}": value for name, part in self._parts.items() for key, value in part.state().items()}
        if any(self._state.get(key) != value for key, value in state.items()):
            self._state |= state
            self.files.keep(self._frame.document.path, state)

    def leave(self) -> None:
        """The document is being closed: write its state, and forget the oldest ones."""
        self.keep()
        self.files.forget_oldest()

    def _restore(self, name: str) -> None:
        begin = f"{name}/"
        known = {key.removeprefix(begin): value for key, value in self._state.items() if key.startswith(begin)}
        if known:
            self._parts[name].restore_state(known)

    def _is_open(self) -> bool:
        document = self._frame.document
        return document is not None and document.is_open and self._frame.area.view.document is document


class PagePlace:
    """Where the reader is in the pages, how large they are, how they stand together."""

    def __init__(self, view: PageView) -> None:
        self._view = view

    def state(self) -> State:
        view = self._view
        spot, camera = self._spot(), view.camera
        arrangement = camera.layout.arrangement
        return {
            "place": f"{spot.sheet} {spot.across:.1f} {spot.down:.1f}",
            "zoom": f"{camera.zoom:.4f} {camera.fit}",
            "turn": str(camera.layout.turn),
            "mode": f"{arrangement.columns} {int(arrangement.is_cover_apart)} {int(arrangement.is_paged)}",
        }

    def restore_state(self, state: State) -> None:
        """Go where the reader was; a document that has fewer pages now is shown from its beginning."""
        view = self._view
        mode = numbers(state.get("mode", ""), 3)
        if mode is not None and mode[0] in {1, 2}:
            columns, cover, paged = (round(one) for one in mode)
            arrangement = Arrangement(columns=columns, is_cover_apart=bool(cover), is_paged=bool(paged))
            if arrangement != view.camera.layout.arrangement:
                view.set_arrangement(arrangement)
        turn = numbers(state.get("turn", ""), 1)
        if turn is not None and turn[0] in {90, 180, 270}:
            view.turn_by(round(turn[0]) - view.camera.layout.turn)
        place = numbers(state.get("place", ""), 3)
        self._restore_place(place)  # a fit goes by the page that is read
        self._restore_zoom(*state.get("zoom", "").split()[:2])
        self._restore_place(place)
        view.arrange()

    def _spot(self) -> Spot:
        """The spot at the top left, of a glide the one it leads to."""
        view = self._view
        camera, glide = view.camera, view.glide
        if glide is None or not glide.is_running:
            return view.travel.here()
        now = camera.x, camera.y
        camera.x, camera.y = glide.target
        spot = view.travel.here()
        camera.x, camera.y = now
        return spot

    def _restore_place(self, place: list[float] | None) -> None:
        camera = self._view.camera
        if place is not None and 0 <= place[0] < len(camera.layout.pages):
            camera.aim = -1
            camera.layout.reveal(round(place[0]))
            camera.place_spot(Spot(round(place[0]), place[1], place[2]), 0, 0)
            camera.centre()

    def _restore_zoom(self, zoom: str = "", fit: str = "") -> None:
        camera = self._view.camera
        size = numbers(zoom, 1)
        if fit == "free" and size is not None:
            camera.set_zoom(size[0])
        elif fit in {"width", "page"}:
            camera.fit = "width" if fit == "width" else "page"
            camera.fitted = camera.current()
            camera.refit()


class PanesPlace:
    """Which panes stand beside the pages, and how wide."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes

    def state(self) -> State:
        panes = self._panes
        return {name: f"{int(panes.is_wanted(at))} {panes.width_of(at)}" for name, at in _KEPT_PANES.items()}

    def restore_state(self, state: State) -> None:
        for name, at in _KEPT_PANES.items():
            known = numbers(state.get(name, ""), 2)
            if known is not None:
                self._panes.want(at, is_on=bool(known[0]), width=round(known[1]))


def numbers(words: str, count: int) -> list[float] | None:
    """So many numbers written one after the other; None for anything else. Files can be edited by hand."""
    parts = words.split()
    try:
        found = [float(part) for part in parts]
    except ValueError:
        return None
    return found if len(found) == count and all(abs(one) < 1e6 for one in found) else None

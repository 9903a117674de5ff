"""Makes a selection whole before it is used: texts of pages nobody has looked at yet are fetched first."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QProgressDialog

from engine.worker.protocol import Failed, TextRequest
from gui.pages.page_text import PageText
from gui.pages.selection import TextSelection
from gui.pages.surface import Selected
from gui.pages.view import PageView

_IN_FLIGHT = 4  # pages whose text is asked for at a time
_PATIENCE = 400  # milliseconds before the progress is shown


class Gathering(QObject):
    """One at a time; a new one drops the one before."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._texts: dict[int, PageText] = {}
        self._left: deque[int] = deque()
        self._asked: set[int] = set()
        self._then: Callable[[], None] | None = None
        self._progress: QProgressDialog | None = None
        self._supply: Any = None

    def whole(self, selection: Selected, then: Callable[[Selected], None]) -> None:
        """Call `then` with the selection, its texts all there; at once where they are, else when they have come. Not
        at all when the reader cancels."""
        self.stop()
        supply = self._view.supply
        if not isinstance(selection, TextSelection) or supply is None:
            then(selection)
            return
        missing = [sheet for sheet in selection.sheets if supply.text(sheet) is None]
        if not missing:
            then(selection)
            return
        self._texts = {sheet: text for sheet in selection.sheets if (text := supply.text(sheet)) is not None}
        whole = selection.with_texts(self._texts.get)
        self._left, self._asked = deque(missing), set()
        self._then = lambda: then(whole)
        self._listen(supply)
        words = self.tr("正在读取所选各页的文字…")
        self._progress = QProgressDialog(words, self.tr("取消"), 0, len(missing), self._view)
        self._progress.setMinimumDuration(_PATIENCE)
        self._progress.canceled.connect(self.stop)
        self._ask()

    def stop(self) -> None:
        """Drop what is under way."""
        self._then = None
        self._left.clear()
        self._asked.clear()
        self._texts = {}
        progress, self._progress = self._progress, None
        if progress is not None:
            progress.canceled.disconnect(self.stop)
            progress.close()
            progress.deleteLater()

    def _listen(self, supply: Any) -> None:
        if self._supply is not supply:
            self._supply = supply
            supply.text_came.connect(self._on_text)
            supply.document.feed.failed.connect(self._on_failed)

    def _ask(self) -> None:
        while self._left and len(self._asked) < _IN_FLIGHT and self._then is not None:
            sheet = self._left.popleft()
            self._asked.add(sheet)
            if self._supply.text(sheet) is not None:
                self._on_text(sheet)
            else:
                self._supply.ask_text(sheet)

    def _on_text(self, sheet: int) -> None:
        if sheet in self._asked and self._then is not None:
            text = self._supply.text(sheet)
            if text is not None:
                self._texts[sheet] = text
            self._settle(sheet)

    def _on_failed(self, reply: object) -> None:
        """A page whose text cannot be read is left out."""
        if isinstance(reply, Failed) and isinstance(reply.request, TextRequest):
            self._settle(reply.request.page - 1)

    def _settle(self, sheet: int) -> None:
        if sheet not in self._asked or self._then is None:
            return
        self._asked.discard(sheet)
        if self._progress is not None:
            self._progress.setValue(self._progress.maximum() - len(self._left) - len(self._asked))
        then = self._then
        if not self._left and not self._asked:
            self._then = None
            texts = self._texts
            self.stop()
            self._texts = texts
            then()
        else:
            self._ask()

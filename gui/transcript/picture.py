"""What the text view paints: the blocks that show with everything on them, or why there is no text."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from gui.transcript.blocks import Block
from gui.transcript.column import Shown
from gui.transcript.content import Content
from gui.transcript.inks import Inks, inks_of
from gui.transcript.marks import TextMark
from gui.transcript.painting import (
    Layers,
    beside,
    paint_caret,
    paint_gutter,
    paint_label,
    paint_page_corner,
    paint_page_rule,
    paint_piece,
    paint_table,
)
from gui.transcript.setting import SetBlock, SetPiece
from gui.transcript.typeface import setting_of

_SLACK = 2.0  # pixels around a mark that still count as on it


class Picture:
    """The painter of one text view, which also knows what lies under a point."""

    def __init__(self, view: Any) -> None:
        self._view = view

    def paint(self, painter: QPainter) -> None:
        """Paint the viewport."""
        view = self._view
        inks = inks_of(view.palette())
        painter.fillRect(view.viewport().rect(), inks.ground)
        content: Content | None = view.content
        if content is None or not self.has_words(content):
            self._say(painter, inks)
            return
        for shown in view.column.shown():
            self._paint_block(painter, content, shown, inks)
        if view.hasFocus() and view.selection.head is not None:
            rect = view.caret_rect()
            if rect.bottom() > 0 and rect.top() < view.column.height:
                paint_caret(painter, rect, inks)

    def has_words(self, content: Content) -> bool:
        """Whether anything but pages without text is to be shown; of these alone one line at the top says too little,
        where a banner may lie over it."""
        return bool(content.pieces) or any(block.kind != "unread" for block in content.blocks)

    def words_of(self, block: Block) -> str:
        """What a block without text of its own says."""
        if block.kind != "unread":
            return block.words
        first, last = (self._label(page) for page in block.pages)
        if block.pages[0] == block.pages[1]:
            return QCoreApplication.translate("Transcript", "第 {page} 页是图像，没有识别出文字").format(page=first)
        return QCoreApplication.translate("Transcript", "第 {first} 至 {last} 页是图像，没有识别出文字").format(
            first=first, last=last
        )

    def message(self) -> str:
        """Why there is no text, and what to do."""
        matter, document = self._view.matter, self._view.document
        translate = QCoreApplication.translate
        if document is None:
            return ""
        if matter.error is not None:
            if getattr(matter.error, "code", "") == "cancelled":
                return translate("Transcript", "识别已停止。按 F5 重新识别。")
            return translate("Transcript", "识别未完成，没有文字可以显示。可以看原文，或按 F5 重新识别。")
        session = document.session
        if session is not None and session.parse is not None:
            return translate("Transcript", "没有识别出文字：各页都是图像或空白。请看原文。")
        if matter.progress is not None and matter.progress[1]:
            done, total = matter.progress
            return translate("Transcript", "正在识别…  {done}/{total} 页").format(done=done, total=total)
        return translate("Transcript", "正在识别…")

    def marks_at(self, point: QPointF) -> list[TextMark]:
        """Marks under a viewport point, the shortest first."""
        view = self._view
        marks = view.matter.marks
        found = view.column.nearest(point) if marks is not None else None
        if found is None:
            return []
        piece, origin = found
        inside = point - origin
        hit = []
        for mark in marks.on_piece(piece.piece, view.hidden()):
            rects = piece.rects(mark.start, mark.end) if mark.start < mark.end else [beside(piece.frame)]
            if any(rect.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(inside) for rect in rects):
                hit.append(mark)
        return hit[::-1]

    def rects_of(self, one: str) -> list[QRectF]:
        """Where an item or note shows in the viewport."""
        view, found = self._view, []
        for shown in view.column.shown() if view.matter.marks is not None else ():
            origin = QPointF(view.column.typeface.left - view.column.x, shown.top)
            for piece in shown.set.pieces:
                for mark in view.matter.marks.on_piece(piece.piece, frozenset()):
                    if mark.item_id == one:
                        rects = piece.rects(mark.start, mark.end) or [beside(piece.frame)]
                        found += [rect.translated(origin) for rect in rects]
        return found

    def _label(self, page: int) -> str:
        document = self._view.document
        return document.label(page) if document is not None else str(page)

    def _paint_block(self, painter: QPainter, content: Content, shown: Shown, inks: Inks) -> None:
        view = self._view
        block = content.blocks[shown.number]
        at = QPointF(view.column.typeface.left - view.column.x, shown.top)
        paint_table(painter, at, shown.set, inks)
        for piece in shown.set.pieces:
            frame = piece.frame.translated(at)
            if frame.bottom() < -20 or frame.top() > view.column.height + 20:
                continue
            is_quiet = setting_of(block, 0).is_quiet
            layers = self._layers(content, piece)
            paint_piece(painter, at, piece, layers, view.document.selected, inks, is_quiet=is_quiet)
            paint_gutter(painter, at, piece, layers.marks, inks)
            if piece.piece >= 0:
                self._paint_pages(painter, content, (shown.set, piece), at, inks)

    def _layers(self, content: Content, piece: SetPiece) -> Layers:
        view, number = self._view, piece.piece
        if number < 0:
            return Layers((), (), (), None, ())
        matter = view.matter
        start, end = content.starts[number], content.starts[number] + len(piece.text)
        return Layers(
            matter.marks.on_piece(number, view.hidden()) if matter.marks is not None else (),
            [(low, high) for low, high, _ in matter.links.on_piece(number)] if matter.links is not None else (),
            view.search.on(number) if view.search is not None else (),
            view.selection.on_piece(number),
            [
                (max(low, start) - start, min(high, end) - start)
                for low, high in view.pointed
                if low < end and high > start
            ],
            content.corrected_on(number),
            content.boundaries_on(number),
        )

    def _paint_pages(
        self, painter: QPainter, content: Content, where: tuple[SetBlock, SetPiece], at: QPointF, inks: Inks
    ) -> None:
        block, piece = where
        typeface = self._view.column.typeface
        for offset, page in content.pages_begun(piece.piece):
            caret = piece.caret(offset).translated(at)
            if offset:
                paint_page_corner(painter, caret, inks)
            else:
                paint_page_rule(painter, at.x(), typeface.width, at.y() + block.page_rule(piece), inks)
            words = self._label(page)
            if not typeface.is_narrow:
                words = QCoreApplication.translate("Transcript", "第 {page} 页").format(page=words)
            right = typeface.label_right - self._view.column.x
            paint_label(painter, right, caret.center().y(), words, typeface.label_font, inks)

    def _say(self, painter: QPainter, inks: Inks) -> None:
        painter.setPen(inks.words)
        rect = QRectF(self._view.viewport().rect()).adjusted(24, 24, -24, -24)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.message())

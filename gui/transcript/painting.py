"""Paints the blocks that show: words, marks under and over them, what stands in the gutter. Functions; no state.

Shapes and states are those of the printed pages (`gui.pages.mark_shapes`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat

from gui.pages import mark_shapes
from gui.transcript.inks import Inks, hit_colour
from gui.transcript.marks import TextMark
from gui.transcript.setting import SetBlock, SetPiece

_HUMAN = frozenset({"human", "wrong", "doubtful"})
_BAR_LEFT = 16.0  # pixels left of the text where headings have their bars

Look = tuple[int, int, QTextCharFormat]


class Layers(NamedTuple):
    """What lies on one piece besides its words: marks, links, hits (start, end, is the current one), what is selected,
    what is pointed out, and what a person made of its words: corrected parts, boundaries (offset, join or split)."""

    marks: Sequence[TextMark]
    links: Sequence[tuple[int, int]]
    hits: Sequence[tuple[int, int, bool]]
    selected: tuple[int, int] | None
    pointed: Sequence[tuple[int, int]]
    corrected: Sequence[tuple[int, int]] = ()
    boundaries: Sequence[tuple[int, str]] = ()


def paint_table(painter: QPainter, at: QPointF, block: SetBlock, inks: Inks) -> None:
    """The grid of a table, its head tinted."""
    if not block.rules:
        return
    painter.fillRect(block.head.translated(at), inks.under(inks.words, 0.07))
    painter.setPen(QPen(inks.rule, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRects([rule.translated(at) for rule in block.rules])


def paint_piece(
    painter: QPainter, at: QPointF, piece: SetPiece, layers: Layers, chosen: str, inks: Inks, *, is_quiet: bool
) -> None:
    """A piece's words with everything under and over them; `at` is its block's top left, `chosen` an item's id."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    rects = [[rect.translated(at) for rect in piece.rects(mark.start, mark.end)] for mark in layers.marks]
    for is_note in (False, True):  # a highlight lies over the tints of what the machine found, which keep their lines
        for mark, boxes in zip(layers.marks, rects, strict=True):
            if (mark.kind == "note") is is_note:
                _paint_under(painter, mark, boxes, inks)
    painter.setPen(inks.quiet if is_quiet else inks.words)
    piece.layout.draw(painter, piece.at + at, piece.ranges(_looks(layers, inks)))
    for mark, boxes in zip(layers.marks, rects, strict=True):
        _paint_over(painter, mark, boxes, inks)
    for mark, boxes in zip(layers.marks, rects, strict=True):
        if mark.item_id == chosen:
            colour = inks.ink if mark.mark.state in {"machine", "correct"} else inks.vermilion
            for box in boxes:
                mark_shapes.chosen(painter, box, colour, None)
    _paint_edits(painter, at, piece, layers, inks)
    pen = QPen(inks.vermilion, 2.0, Qt.PenStyle.DashLine)
    for start, end in layers.pointed:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in piece.rects(start, end):
            painter.drawRoundedRect(rect.translated(at).adjusted(-3, -3, 3, 3), 4, 4)


def paint_gutter(painter: QPainter, at: QPointF, piece: SetPiece, marks: Iterable[TextMark], inks: Inks) -> None:
    """Left of the text: bars of headings by level, the sheets of notes that stand beside it."""
    frame = piece.frame.translated(at)
    for mark in marks:
        colour = inks.vermilion if mark.mark.state in _HUMAN else inks.ink
        if mark.kind == "heading":
            boxes = piece.rects(mark.start, mark.end)
            if boxes:
                top, low = boxes[0].top() + at.y(), boxes[-1].bottom() + at.y()
                level = int(mark.mark.look) if mark.mark.look.isdecimal() else 1
                mark_shapes.bars(painter, QRectF(at.x() - _BAR_LEFT, top, 0.0, low - top), level, colour)
        elif mark.start == mark.end:
            mark_shapes.speech(painter, beside(frame), inks.vermilion)


def beside(frame: QRectF) -> QRectF:
    """The spot left of a piece at which a note stands that is not about its words."""
    return QRectF(frame.left() - 34.0, frame.top() + 6.0, 12.0, 14.0)


def paint_label(painter: QPainter, right: float, middle: float, words: str, font: QFont, inks: Inks) -> None:
    """The label of a page that begins at a line, in the margin."""
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(words)
    painter.setFont(font)
    painter.setPen(inks.quiet)
    painter.drawText(QPointF(max(right - width, 2.0), middle + metrics.ascent() / 2 - 1), words)


def paint_page_rule(painter: QPainter, left: float, width: float, top: float, inks: Inks) -> None:
    """Where a page begins with a paragraph: a hairline above it."""
    painter.setPen(QPen(inks.rule, 1.0, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(left, top), QPointF(left + width, top))


def paint_page_corner(painter: QPainter, caret: QRectF, inks: Inks) -> None:
    """Where a page begins inside a paragraph: a small corner before its first character."""
    painter.setPen(QPen(inks.rule, 1.0))
    painter.drawLine(QPointF(caret.left(), caret.top()), QPointF(caret.left(), caret.top() + caret.height() * 0.3))
    painter.drawLine(QPointF(caret.left(), caret.top()), QPointF(caret.left() + 4, caret.top()))


def paint_caret(painter: QPainter, rect: QRectF, inks: Inks) -> None:
    """The caret, steady."""
    width = max(2.0, rect.height() / 14)
    painter.fillRect(QRectF(rect.left() - width / 2, rect.top(), width, rect.height()), inks.words)


def _paint_edits(painter: QPainter, at: QPointF, piece: SetPiece, layers: Layers, inks: Inks) -> None:
    """Where a person took characters out, joined paragraphs or began one: a small hook in vermilion."""
    painter.setPen(QPen(inks.vermilion, 1.5))
    gaps = [(start, "out") for start, end in layers.corrected if start == end]
    for offset, what in (*gaps, *layers.boundaries):
        caret = piece.caret(offset).translated(at)
        size = max(4.0, caret.height() / 5)
        foot, side = caret.bottomLeft(), -size if what == "join" else size
        if what == "split":
            foot, side = caret.topLeft(), -size
        rise = size if what == "split" else -size
        painter.drawLine(foot, foot + QPointF(0.0, rise))
        painter.drawLine(foot, foot + QPointF(side, 0.0))


def _looks(layers: Layers, inks: Inks) -> list[Look]:
    found: list[Look] = []
    for start, end in layers.corrected:
        look = QTextCharFormat()
        look.setForeground(inks.vermilion)
        found.append((start, end, look))
    for start, end in layers.links:
        look = QTextCharFormat()
        look.setForeground(inks.link)
        look.setFontUnderline(True)
        found.append((start, end, look))
    for start, end, is_current in layers.hits:
        look = QTextCharFormat()
        look.setBackground(hit_colour(is_current=is_current))
        look.setForeground(QColor(0, 0, 0))
        found.append((start, end, look))
    if layers.selected is not None:
        look = QTextCharFormat()
        look.setBackground(inks.selected)
        look.setForeground(inks.selected_words)
        found.append((*layers.selected, look))
    return found


def _paint_under(painter: QPainter, mark: TextMark, boxes: list[QRectF], inks: Inks) -> None:
    look, state = mark.mark.look, mark.mark.state
    if mark.kind == "note":
        if look == "highlight":
            colour = inks.under(inks.note(mark.mark.colour, look), 0.75)
            for box in boxes:
                painter.fillRect(box, colour)
    elif mark.kind in {"metric", "numeral", "finding"}:
        share = {"correct": 0.06, "wrong": 0.16}.get(state, 0.12)
        colour = inks.under(inks.vermilion if state in _HUMAN else inks.ink, share)
        for box in boxes:
            painter.fillRect(box, colour)


def _paint_over(painter: QPainter, mark: TextMark, boxes: list[QRectF], inks: Inks) -> None:
    if mark.kind == "note":
        _paint_note(painter, mark, boxes, inks)
        return
    state = mark.mark.state
    colour = inks.vermilion if state in _HUMAN else inks.ink
    weight = max(1.0, min(3.0, boxes[0].height() / 20)) if boxes else 1.0
    style = Qt.PenStyle.DotLine if mark.kind in {"task", "system"} else Qt.PenStyle.SolidLine
    for box in boxes:
        if state in {"wrong", "doubtful"}:
            mark_shapes.frame(painter, box, state, weight, inks.vermilion)
        elif state == "others-wrong":
            mark_shapes.double_line(painter, box, weight, inks.vermilion)
        elif mark.kind == "finding" and state not in _HUMAN:
            mark_shapes.wave(painter, box, colour, weight)
        elif mark.kind != "heading":
            painter.setPen(QPen(colour, weight, style))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
    if state == "correct" and mark.is_last and boxes:
        mark_shapes.tick(painter, boxes[-1], inks.ink)


def _paint_note(painter: QPainter, mark: TextMark, boxes: list[QRectF], inks: Inks) -> None:
    look = mark.mark.look
    colour = inks.line(inks.note(mark.mark.colour, look))
    weight = max(1.2, min(3.5, boxes[0].height() / 16)) if boxes else 1.2
    for box in boxes:
        painter.setPen(QPen(colour, weight))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if look in {"underline", "highlight"}:
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        elif look == "strike":
            painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
        elif look == "box":
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 2, 2)
    if boxes and mark.is_last and (mark.mark.tip or look == "note"):
        mark_shapes.speech(painter, boxes[-1], inks.vermilion)
